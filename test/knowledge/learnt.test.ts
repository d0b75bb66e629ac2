import { expect, test } from '@jest/globals';
import { catalogOf } from '../../src/knowledge/catalog.ts';
import { classifier, cuesOf } from '../../src/knowledge/classify.ts';
import { learnt, parse, write } from '../../src/knowledge/learnt.ts';
import type { Entry } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

test('what is learnt is read as it was written', () => {
  const bytes = write(learnt());
  expect(write(parse(bytes)).equals(bytes)).toBe(true);
});

test('the classifier gives chances that add up to one', () => {
  const { of, elsewhere } = classifier(learnt())({
    words: ['proxy', 'trust', 'fails'],
    spoken: [],
    told: { where: 'outside-only' },
  });
  expect(elsewhere).toBeLessThan(0.5);
  expect(learnt().topics.reduce((sum, topic) => sum + of(topic), 0)).toBeCloseTo(1, 5);
});

test('the cues of a text are its terms, their neighbours, its facets and the products it names, its words with their pieces, and how they follow each other', () => {
  const [meant, spelt, put] = cuesOf({
    words: ['adfs', '401', 'loop'],
    spoken: ['not', 'keycloak', 'not'],
    told: { federated: 'yes' },
  });
  expect(meant).toEqual(['adfs', 'loop', 'adfs loop', 'federated=yes', 'names=identity']);
  expect(spelt).toEqual(['<not>', '<not>', '<keycloak>', '<keyc', 'keycl', 'eyclo', 'ycloa', 'cloak', 'loak>']);
  expect(put).toEqual(['not+keycloak', 'keycloak+not']);
});

test('what is kept of a text holds words that were taught, and none of the person', async () => {
  const { known } = (await realCatalog()).find('Zbigniew from Quxville cannot reach the proxy');
  expect(known.spoken).toEqual(expect.arrayContaining(['cannot', 'proxy']));
  expect([...known.spoken, ...known.words]).not.toEqual(expect.arrayContaining(['zbigniew']));
  expect(known.spoken).not.toContain('quxville');
});

test('a common name of a person is not kept, although the questions that taught hold it', async () => {
  const { known } = (await realCatalog()).find('John Smith and Maria cannot reach the proxy');
  expect([...known.spoken, ...known.words].filter((word) => ['john', 'smith', 'maria'].includes(word))).toEqual([]);
});

test('of a name of a product every word is kept, and none of its words without the rest', async () => {
  const catalog = await realCatalog();
  expect(catalog.find('mog station: cannot sign in').known.spoken).toEqual(expect.arrayContaining(['mog', 'station']));
  expect(catalog.find('Mog cannot sign in').known.spoken).not.toContain('mog');
});

test("an organisation's own entry of a topic nobody taught is answered", async () => {
  const { entries } = await realCatalog();
  const own: Entry = {
    ...entries[0]!,
    id: 'badge-terminal',
    title: 'Badge terminal in the lobby rejects the sign-in',
    topic: 'our-badge-terminal',
    codes: [],
    names: [],
    shared: [],
    says: ['badge terminal rejects my sign-in', 'lobby terminal does not take the badge of my account'],
    facets: {},
  };
  const { verdict, candidates } = catalogOf([...entries, own]).find(
    'the badge terminal in the lobby rejects my sign-in',
  );
  expect([verdict, candidates[0]?.entry.id]).toEqual(['answer', 'badge-terminal']);
});
