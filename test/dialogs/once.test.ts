import { expect, test } from '@jest/globals';
import { forget, once } from '../../dialogs/once.ts';

test('a text is read once in a turn, and anew in the next one', () => {
  const read: string[] = [];
  const lengthOf = once((text) => {
    read.push(text);
    return text.length;
  });
  expect([lengthOf('thanks'), lengthOf('ok'), lengthOf('thanks')]).toEqual([6, 2, 6]);
  expect(read).toEqual(['thanks', 'ok']);
  forget();
  expect(lengthOf('thanks')).toBe(6);
  expect(read).toEqual(['thanks', 'ok', 'thanks']);
});

test('what reads as nothing is read once too', () => {
  let times = 0;
  const read = once((): null => {
    times++;
    return null;
  });
  expect([read('hm'), read('hm')]).toEqual([null, null]);
  expect(times).toBe(1);
});
