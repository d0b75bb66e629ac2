import { PassThrough, Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { bytesOf } from '../../src/model/body.ts';

const textIn = async (message: AsyncIterable<Buffer>, most: number): Promise<string | undefined> =>
  (await bytesOf(message, most))?.toString();

test('a body of any number of parts is read whole, up to the most', async () => {
  expect(await textIn(Readable.from([]), 3)).toBe('');
  expect(await textIn(Readable.from([Buffer.from('ü').subarray(0, 1), Buffer.from('ü').subarray(1)]), 2)).toBe('ü');
});

test('one that is longer is read to its end and not kept', async () => {
  const message = Readable.from([Buffer.from('abc'), Buffer.from('d')]);
  expect(await bytesOf(message, 3)).toBeNull();
  expect(message.readableEnded).toBe(true);
});

test('one that does not end is cut off', async () => {
  const message = Readable.from(
    (function* () {
      while (true) yield Buffer.from('abcd');
    })(),
  );
  expect(await bytesOf(message, 4)).toBeNull();
  expect(message.destroyed).toBe(true);
});

test('one that breaks off is an error', async () => {
  const message = new PassThrough();
  message.write('ab');
  setImmediate(() => message.destroy());
  await expect(bytesOf(message, 4)).rejects.toThrow();
});
