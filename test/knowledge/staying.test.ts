/** Whether a text goes with the answer before it: examples, and the labelled ones as a floor that no change may fall through. */
import { expect, test } from '@jest/globals';
import { heardBy, moves } from '../../bench/staying.ts';
import { measureTexts } from '../../bench/text-model.ts';
import { stayingModel } from '../../src/knowledge/staying.ts';
import type { Saved } from '../../src/model/dialog.ts';
import { emptyBoard } from '../../src/model/board.ts';
import { dialogs } from '../../dialogs/index.ts';
import { decide } from '../../src/engine/decide.ts';
import { incoming, realCatalog } from '../fakes.ts';

const catalog = await realCatalog();
const held = moves('moves-held');

const staysAfter = (id: string, text: string): number => {
  const entry = catalog.entry(id)!;
  return catalog.staying(catalog.following(entry, text));
};

test.each([
  ['50126', 'is that the same as 50053, or something else?'],
  [
    '50126',
    'she typed it three times on the phone and then once more on the tablet, always this text, since monday morning',
  ],
  ['50105', 'würde das auch die Gäste treffen, die wir letzte Woche eingeladen haben?'],
  ['80043431', 'ran the update on the second domain too, the page is still the same for everybody in the branch'],
  ['passkey-fails', 'reicht da nicht auch ein TAP?'],
])('%s: "%s" goes with it', (id, text) => {
  expect(staysAfter(id, text)).toBeGreaterThan(0.5);
});

test.each([
  ['50126', 'the coffee machine on the second floor wants a badge now'],
  ['50105', 'andere Baustelle: ein Kollege kommt nicht mehr in sein Postfach, seit er ein neues Handy hat'],
  ['80043431', 'now somebody from sales gets AADSTS53003'],
  ['50034', 'the scanner on the third floor no longer sends mails to anybody'],
  ['passkey-fails', "rien à voir : une collègue n'arrive plus à ouvrir Outlook depuis ce matin"],
])('%s: "%s" begins another matter', (id, text) => {
  expect(staysAfter(id, text)).toBeLessThan(0.5);
});

test('no text is both learnt from and measured by, and each is of an entry', () => {
  const texts = new Set(moves().map(({ text }) => text.toLowerCase()));
  expect(held.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
  expect([...moves(), ...held].filter(({ entry }) => !catalog.entry(entry))).toEqual([]);
});

test('of the texts of an author whom nothing was learnt from, nine in ten are heard rightly', () => {
  const { right } = measureTexts(heardBy(catalog)(stayingModel(), held), 0.5);
  expect(right).toBeGreaterThanOrEqual(0.89);
});

test('in a conversation nine in ten of them stay where they go with the answer, and three in four leave it where they do not', () => {
  const surroundings = { catalog, board: emptyBoard, admin: false, now: 0 };
  const say = (saved: Saved | null, event: Parameters<typeof incoming>[0]) =>
    decide({ key: 'talk', turn: saved ? 1 : 0, saved }, incoming(event), surroundings, dialogs);
  const right = held.filter(({ entry, text, leaves }) => {
    const answered = say(null, { kind: 'chose', choice: `entry:${entry}`, about: entry });
    const { next, effects = [] } = say(answered.next, { kind: 'said', text });
    // A success that is noted for the answer goes with it, though nothing is at hand behind it.
    const isNoted = effects.some((effect) => effect.kind === 'recordOutcome' && effect.entry === entry);
    return (isNoted || (next.state as { entry?: string }).entry === entry) === !leaves;
  });
  const share = (of: boolean): number =>
    right.filter(({ leaves }) => leaves === of).length / held.filter(({ leaves }) => leaves === of).length;
  expect(share(false)).toBeGreaterThanOrEqual(0.91);
  expect(share(true)).toBeGreaterThanOrEqual(0.75);
});
