/** What a text means, as a direction: texts that say the same point nearly the same way, be it in other words or in another language. */
import { readFileSync } from 'node:fs';
import { textCues } from './text-model.ts';

/** How many numbers a direction has. */
export const breadth = 64;

/** The hashes of the cues that are known, in ascending order, and what each of them adds to a direction: `breadth` cells. */
export type Meanings = { readonly hashes: Uint32Array; readonly cells: Int8Array };

/** A direction of length 1; of a text without known cues all numbers are 0. */
export type Meaning = Float32Array;

/** FNV-1a; the hash of a cue stands for it, because the cues themselves would take more room than what they say. */
export const hashOf = (cue: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < cue.length; n++) hash = Math.imul(hash ^ cue.charCodeAt(n), 0x01000193);
  return hash >>> 0;
};

/** Where a hash stands, or -1. */
const rowOf = (hashes: Uint32Array, hash: number): number => {
  let [from, to] = [0, hashes.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = hashes[middle]!;
    if (found === hash) return middle;
    if (found < hash) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
};

export const meaningBy = ({ hashes, cells }: Meanings, text: string): Meaning => {
  const meaning = new Float32Array(breadth);
  for (const cue of textCues(text)) {
    const row = rowOf(hashes, hashOf(cue));
    if (row >= 0) for (let n = 0; n < breadth; n++) meaning[n]! += cells[row * breadth + n]!;
  }
  let square = 0;
  for (const one of meaning) square += one * one;
  const length = Math.sqrt(square) || 1;
  return meaning.map((one) => one / length);
};

/** From -1 to 1, the same. */
export const nearness = (one: Meaning, other: Meaning): number => {
  let sum = 0;
  for (let n = 0; n < breadth; n++) sum += one[n]! * other[n]!;
  return sum;
};

export const meaningFile = new URL('./meaning.bin', import.meta.url);

/** A line that says what it was learnt from, the hashes, four bytes each and the lowest first, and the cells. */
export const writeMeanings = ({ hashes, cells }: Meanings, about: string): Buffer => {
  const bytes = Buffer.alloc(hashes.length * 4);
  for (const [n, hash] of hashes.entries()) bytes.writeUInt32LE(hash, n * 4);
  return Buffer.concat([Buffer.from(`${about}\n`), bytes, Buffer.from(cells.buffer, cells.byteOffset, cells.length)]);
};

export const parseMeanings = (bytes: Buffer): Meanings => {
  const from = bytes.indexOf('\n') + 1;
  const rows = (bytes.length - from) / (4 + breadth);
  const hashes = Uint32Array.from({ length: rows }, (_, n) => bytes.readUInt32LE(from + n * 4));
  return { hashes, cells: new Int8Array(bytes.subarray(from + rows * 4)) };
};

let kept: Meanings | undefined;

/** By what is learnt of the built-in catalog, which is read when it is first asked. */
export const meaningOf = (text: string): Meaning =>
  meaningBy((kept ??= parseMeanings(readFileSync(meaningFile))), text);
