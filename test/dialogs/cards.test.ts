import { describe, expect, test } from '@jest/globals';
import * as cards from '../../dialogs/cards.ts';
import * as fixCards from '../../dialogs/fix-cards.ts';
import { stepsOf } from '../../dialogs/methods.ts';
import { questions } from '../../dialogs/words/en/find-fix.ts';
import { type Candidate, type Entry, type Facet, facets } from '../../src/model/catalog.ts';
import type { Reply } from '../../src/model/reply.ts';
import { drawProblems } from '../drawings.ts';
import { realCatalog } from '../fakes.ts';

const cardsOf = (entry: Entry): readonly Reply[] => [
  cards.answerCard(entry, viewOf(entry)),
  cards.answerCard(entry, { ...viewOf(entry), as: 'user' }),
  cards.answerCard(entry, { ...viewOf(entry), as: 'helpdesk' }, { likely: true }),
  cards.checkCard(entry, 1, viewOf(entry)),
  cards.sourcesCard(entry, 1, viewOf(entry)),
  cards.handOverCard({
    entry,
    looked: [entry],
    told: { where: 'outside-only' },
    tried: [{ method: 1, title: 'Ask again', steps: '1 done, 2 failed', about: entry.title }],
    ids: { correlationId: 'b9eae7f6-0c87-4bf6-8ffb-5ad967c334b1' },
  }),
  ...entry.methods.flatMap((_, n) => walkedCards(entry, n + 1)),
];

/** Every card of walking through a method. */
const walkedCards = (entry: Entry, n: number): readonly Reply[] => {
  const view = viewOf(entry);
  const steps = stepsOf(entry.methods[n - 1]!).map((_, k) => k + 1);
  return [
    fixCards.methodCard(entry, n, view),
    fixCards.verifyCard(entry, n, view),
    ...steps.flatMap((k) => [
      fixCards.stepCard(entry, n, k, 'dfs'.repeat(3), view),
      fixCards.failedCard(entry, n, k, 'df', view),
    ]),
    fixCards.finishedCard(entry, n, 'd'.repeat(steps.length), view),
    fixCards.valuesForm(entry, n, {}, { domain: 'This is no such name.' }),
  ];
};

const viewOf = ({ methods }: Entry): fixCards.View => ({ order: methods.map((_, n) => n + 1), tried: [], values: {} });

test('Teams and Slack take every card of every entry', async () => {
  const { entries } = await realCatalog();
  const refused = entries.flatMap((entry) =>
    cardsOf({ ...entry }).flatMap((card) => drawProblems(card).map((problem) => `${entry.id}: ${problem}`)),
  );
  expect(refused).toEqual([]);
}, 60_000);

test('Teams and Slack take every question with every value', async () => {
  const { entries } = await realCatalog();
  const candidates: readonly Candidate[] = entries.slice(0, 4).map((entry) => ({ entry, confidence: 0.25 }));
  for (const facet of Object.keys(facets) as Facet[]) {
    const card = cards.questionCard({ facet, values: facets[facet] }, candidates, 'Before.');
    expect(drawProblems(card)).toEqual([]);
    expect(drawProblems(cards.questionCard({ facet, values: facets[facet] }, []))).toEqual([]);
  }
});

test('a question that its title asks stands there once, also under a warning', async () => {
  const { entries } = await realCatalog();
  const candidates: readonly Candidate[] = entries.slice(0, 4).map((entry) => ({ entry, confidence: 0.25 }));
  const bare = cards.pickCard(candidates);
  const warned = cards.withWarning(bare, ['password'], 'teams');
  expect([...drawProblems(bare), ...drawProblems(warned)]).toEqual([]);
  expect(warned.blocks).toHaveLength(1);
  expect(warned.title).toBe(bare.title);
});

test('every facet has a question, and every value a label', () => {
  for (const facet of Object.keys(facets) as Facet[])
    expect(Object.keys(questions[facet].values)).toEqual([...facets[facet]]);
});

describe('the answer card', () => {
  test('shows meaning, cause, the first method with its steps, who acts, and the buttons', async () => {
    const { entry } = await realCatalog();
    const card = cards.answerCard(entry('80043431')!, viewOf(entry('80043431')!));
    expect(card.blocks?.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'Cause',
      'Method 1: Update the federated domain in Entra',
      'If you are the user',
    ]);
    expect(card.actions?.map(({ label }) => label)).toEqual([
      'It worked',
      'Next method',
      'Step by step',
      'How to check',
      'Ask the helpdesk',
      'Sources',
    ]);
    expect(card.text).toContain('Update-MgDomainFederationConfiguration');
  });

  test('offers the entry of its topic that is nearly as likely in the place of the sources, and after questions none', async () => {
    const { entry, find } = await realCatalog();
    const [one, other] = [entry('53000')!, entry('530003')!];
    const found = { ...find('AADSTS53000'), alternative: other };
    const last = (reply: Reply) => reply.actions?.at(-1);
    const offered = { kind: 'choose', label: `Rather: ${other.title}`, choice: 'entry:530003', about: '530003' };
    expect(last(cards.answerCard(one, viewOf(one), { found }))).toEqual(offered);
    expect(last(cards.answerCard(one, { ...viewOf(one), as: 'user' }, { found }))).toEqual(offered);
    expect(last(cards.answerCard(one, viewOf(one), { found, likely: true }))).toMatchObject({ choice: 'none' });
    expect(drawProblems(cards.answerCard(one, viewOf(one), { found }))).toEqual([]);
  });

  test('a retired command stands only beside what to use today', async () => {
    const { entries } = await realCatalog();
    const retired = /\b[A-Z]\w+-(?:Msol|AzureAD(?!SSO))/;
    for (const entry of entries) {
      expect(cards.answerCard(entry, viewOf(entry)).text).not.toMatch(retired);
      for (const line of cards.sourcesCard(entry, 1, viewOf(entry)).text.split('\n'))
        if (retired.test(line)) expect(line).toContain(' is retired. Use: ');
    }
  });
});
