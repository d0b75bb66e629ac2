import { expect, test } from '@jest/globals';
import { progressLine } from '../src/progress.ts';

const written = (isTTY: boolean, patience: number): string => {
  let text = '';
  const { tell, clear } = progressLine({ isTTY, write: (more) => (text += more) }, patience);
  tell('1 of 2');
  tell('2 of 2');
  clear();
  return text;
};

test('progress is one line in a terminal, and leaves nothing', () => {
  expect(written(true, 0)).toBe('\r\u001b[K1 of 2\r\u001b[K2 of 2\r\u001b[K');
});

test('nothing is told of what is soon over, nor to what is no terminal', () => {
  expect(written(true, 60_000)).toBe('');
  expect(written(false, 0)).toBe('');
});
