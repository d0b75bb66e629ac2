/** What a text means, as a direction: texts that say the same point nearly the same way, be it in other words or in another language. */
import { readFileSync } from 'node:fs';
import { textCues } from './text-model.ts';

/** How many numbers a direction has. */
export const breadth = 64;

/** The hashes of the cues that are known, in ascending order, and what each of them adds to a direction: `breadth` cells. */
export type Meanings = { readonly hashes: Uint32Array; readonly cells: Int8Array };

/** The same with the place of the first hash of each beginning, so that few are looked at. */
type Indexed = Meanings & { readonly starts: Uint32Array };

/** A direction of length 1; of a text without known cues all numbers are 0. */
export type Meaning = Float32Array;

// Looked up once, because a global is slow to find where tests run.
const { imul } = Math;

/** FNV-1a; the hash of a cue stands for it, because the cues themselves would take more room than what they say. */
export const hashOf = (cue: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < cue.length; n++) hash = imul(hash ^ cue.charCodeAt(n), 0x01000193);
  return hash >>> 0;
};

/** Hashes that begin with the same 16 bits stand together. */
const beginningOf = (hash: number): number => hash >>> 16;

const indexed = (meanings: Meanings): Indexed => {
  const starts = new Uint32Array(beginningOf(0xffff_ffff) + 2);
  for (const hash of meanings.hashes) starts[beginningOf(hash) + 1]! += 1;
  for (let n = 1; n < starts.length; n++) starts[n]! += starts[n - 1]!;
  return { ...meanings, starts };
};

/** Where a hash stands, or -1. */
const rowOf = ({ hashes, starts }: Indexed, hash: number): number => {
  const beginning = beginningOf(hash);
  for (let row = starts[beginning]!; row < starts[beginning + 1]!; row++) if (hashes[row] === hash) return row;
  return -1;
};

/** So many letters of a text are read; what people say is shorter. */
const longest = 2000;

const meaningBy = (meanings: Meanings): ((text: string) => Meaning) => {
  const known = indexed(meanings);
  return (text) => {
    const meaning = new Float32Array(breadth);
    for (const cue of textCues(text.slice(0, longest))) {
      const row = rowOf(known, hashOf(cue));
      if (row >= 0) for (let n = 0; n < breadth; n++) meaning[n]! += known.cells[row * breadth + n]!;
    }
    const length = Math.sqrt(nearness(meaning, meaning)) || 1;
    for (let n = 0; n < breadth; n++) meaning[n]! /= length;
    return meaning;
  };
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
  const hashes = new Uint32Array(rows);
  for (let n = 0; n < rows; n++) hashes[n] = bytes.readUInt32LE(from + n * 4);
  return { hashes, cells: new Int8Array(bytes.buffer, bytes.byteOffset + from + rows * 4, rows * breadth) };
};

let kept: ((text: string) => Meaning) | undefined;

/** By what is learnt of the built-in catalog, which is read when it is first asked. */
export const meaningOf = (text: string): Meaning =>
  (kept ??= meaningBy(parseMeanings(readFileSync(meaningFile))))(text);
