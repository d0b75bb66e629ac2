/** Whatever is pasted, the answer comes at once: a slow one would stop every conversation. Time is that of the processor, so that a busy machine makes no failures. */
import { describe, expect, test } from '@jest/globals';
import { dialogs } from '../../dialogs/index.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Saved } from '../../src/model/dialog.ts';
import { emptyBoard } from '../../src/model/board.ts';
import { incoming, realCatalog } from '../fakes.ts';

const size = 100_000;
/** Milliseconds that one answer may take. */
const most = 500;
const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const hostile = [
  'a',
  ' ',
  'a ',
  '. ',
  '!',
  '\\',
  '\\\\n',
  '<',
  '<a',
  '<http:',
  '&#',
  '%4',
  '+a',
  '@',
  'a@b.',
  'correlation id ',
  'correlation id' + ' '.repeat(500),
  'error code ',
  'code: 5',
  '5',
  '50126 ',
  '0x8',
  '1.',
  '-',
  '"',
  "'",
  'password ',
  'certificate ',
  "don't know ",
  'sign in ',
  'サインイン',
  '証明書',
  '🔑',
  '\u202E',
  '\u0000',
  "application with id '",
  "tenant '",
  'https://',
  'AADSTS',
  'AADSTS5 ',
  'thanks ',
  'the user password was changed ',
].map(filled);

const states: readonly Saved[] = [
  dialogs.start,
  {
    dialog: 'find-fix',
    step: 'narrow',
    state: { known: { words: ['prompt'], told: {} }, asked: ['message'], facet: 'message' },
  },
  { dialog: 'find-fix', step: 'confirm', state: { entry: '50126', method: 1 } },
];

/** To read what stands beside an entry, and what texts mean, in ms; it is done once. */
const mostOfFirst = 1000;

describe.each(states.map((saved) => [saved.step, saved] as const))('in the step "%s"', (_, saved) => {
  test('100 kB of anything are answered within half a second', async () => {
    const catalog = await realCatalog();
    catalog.find('the index is made with the first question');
    const before = process.threadCpuUsage();
    catalog.followUp(catalog.entry('50126')!, 'what people say after an answer is read with the first of it');
    const first = process.threadCpuUsage(before);
    expect((first.user + first.system) / 1000).toBeLessThan(mostOfFirst);
    const msOf = (text: string): number => {
      const began = process.threadCpuUsage();
      const { replies } = decide(
        { key: 'k', turn: 1, saved },
        incoming(text),
        { catalog, board: emptyBoard, admin: false, now: 0 },
        dialogs,
      );
      const { user, system } = process.threadCpuUsage(began);
      expect(replies).toHaveLength(1);
      return (user + system) / 1000;
    };
    /** What the texts before it left to be collected is no part of an answer: a slow one is slow again. */
    const slow = hostile.flatMap((text) => {
      const ms = [msOf(text)];
      if (ms[0]! > most) ms.push(msOf(text));
      return Math.min(...ms) > most ? `${JSON.stringify(text.slice(0, 30))}: ${ms.map(Math.round).join(', ')} ms` : [];
    });
    expect(slow).toEqual([]);
  }, 120_000);
});
