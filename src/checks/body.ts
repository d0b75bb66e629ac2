/** Reading what a server sends, never more than a cap. */
import { CheckError } from '../model/errors.ts';

export const readText = async (response: Response, maxBytes: number, from: string): Promise<string> => {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(from, maxBytes);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
};

export const tooLarge = (from: string, maxBytes: number): CheckError =>
  new CheckError('too large', `${from} sent more than ${Math.round(maxBytes / 1_000)} kB, which was not read.`);
