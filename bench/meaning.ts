/** Teaches what texts mean, by what stands beside the entries: each way to put a thing is nearer to the others of it than to those of any other thing. */
import { besideIn } from '../src/knowledge/beside.ts';
import { builtIn } from '../src/config.ts';
import { breadth, hashOf, type Meanings } from '../src/knowledge/meaning.ts';
import { textCues } from '../src/knowledge/text-model.ts';
import type { Entry } from '../src/model/catalog.ts';
import { asked } from './asks.ts';
import { labelled } from './intents.ts';
import { generator } from './train.ts';

/** The ways to put one thing. */
type Ways = readonly string[];

/** What is said of each entry: its symptoms, its sentences as people speak of them, and what they ask and find after it. */
export const waysIn = (entries: readonly Entry[]): readonly (readonly Ways[])[] => {
  const besideOf = besideIn(builtIn);
  return entries.map((entry) => {
    const { mentions, faq, findings } = besideOf(entry);
    return [
      [entry.title, ...entry.says],
      ...mentions.map(({ of, says }) => [of, ...says.split(' · ')]),
      ...[...faq, ...findings].map(({ said, says }) => [said, ...says]),
    ].filter((ways) => ways.length > 1);
  });
};

/** What messages do, and what questions ask for: texts of one label say the same in that, whatever they are about. */
export const waysOfLabels = (): readonly (readonly Ways[])[] => {
  const alike = <Line extends { readonly text: string }>(lines: readonly Line[], labelOf: (line: Line) => string) =>
    [...Map.groupBy(lines, labelOf).values()].map((some) => some.map(({ text }) => text));
  const intended = labelled().filter(({ intent }) => intent !== 'other');
  const sets = [alike(intended, ({ intent }) => intent), alike(asked(), ({ asks, bare }) => `${asks} ${bare}`)];
  return Array.from({ length: often }, () => sets).flat();
};

/** Each of the two sets counts as much as so many entries. */
const often = 15;

/** A cue must stand in so many things that are said. */
const fewest = 5;

/** So many entries are compared at a time, and so many things of each. */
const compared = { entries: 8, things: 8, times: 6000 } as const;

/** How far a step goes at first; how near is near; which share of the cues is left out, so that none is relied on alone. */
const teaching = { pace: 0.1, near: 0.1, dropped: 0.1, start: 0.1 } as const;

/** Runs of three words seldom come again, and how long a text is says nothing. */
const speaks = (cue: string): boolean => !cue.startsWith('#') && cue.split(' ').length < 3;

export const teachMeaning = (all: readonly (readonly Ways[])[]): Meanings => {
  const counts = new Map<string, number>();
  for (const ways of new Set(all.flat()))
    for (const cue of new Set(ways.flatMap(textCues))) if (speaks(cue)) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const cues = [...counts].filter(([, count]) => count >= fewest).map(([cue]) => cue);
  const rows = new Map(cues.map((cue, row) => [cue, row]));
  const random = generator(1);
  const table = Float32Array.from({ length: cues.length * breadth }, () => teaching.start * around(random));
  const slopes = new Float32Array(cues.length);
  const read = new Map<string, Uint32Array>();
  const rowsIn = (text: string): Uint32Array => {
    const known = read.get(text) ?? Uint32Array.from(textCues(text).flatMap((cue) => rows.get(cue) ?? []));
    read.set(text, known);
    return known.filter(() => random() >= teaching.dropped);
  };
  for (let time = 0; time < compared.times; time++) {
    const things = some(all, compared.entries, random).flatMap((ways) => some(ways, compared.things, random));
    const pairs = things.map((ways) => some(ways, 2, random).map((text) => pointed(table, rowsIn(text))));
    const [ones, others] = [0, 1].map((at) => pairs.map((pair) => pair[at]!)) as [Pointed[], Pointed[]];
    const pulls = pullsOf(ones, others);
    const left = Math.min(1, (2 * (compared.times - time)) / compared.times);
    move(table, slopes, [...ones, ...others], pulls, teaching.pace * left);
  }
  return inCells(cues, table);
};

/** A text with its direction, and how long it was before it was brought to length 1. */
type Pointed = { readonly rows: Uint32Array; readonly direction: Float32Array; readonly length: number };

const pointed = (table: Float32Array, rows: Uint32Array): Pointed => {
  const direction = new Float32Array(breadth);
  for (const row of rows) for (let n = 0; n < breadth; n++) direction[n]! += table[row * breadth + n]!;
  const length = Math.hypot(...direction) + 1e-6;
  for (let n = 0; n < breadth; n++) direction[n]! /= length;
  return { rows, direction, length };
};

/** Whereto each direction is to be moved so that the two of a pair are the nearest to each other: those of `ones` first. */
const pullsOf = (ones: readonly Pointed[], others: readonly Pointed[]): readonly Float32Array[] => {
  const size = ones.length;
  const near = Float64Array.from({ length: size * size }, (_, at) => {
    const [one, other] = [ones[Math.floor(at / size)]!.direction, others[at % size]!.direction];
    let sum = 0;
    for (let n = 0; n < breadth; n++) sum += one[n]! * other[n]!;
    return Math.exp((sum - 1) / teaching.near);
  });
  const wholes = { one: new Float64Array(size), other: new Float64Array(size) };
  for (const [at, by] of near.entries()) {
    wholes.one[Math.floor(at / size)]! += by;
    wholes.other[at % size]! += by;
  }
  const pulls = Array.from({ length: 2 * size }, () => new Float32Array(breadth));
  for (const [at, by] of near.entries()) {
    const [one, other] = [Math.floor(at / size), at % size];
    const wanted = one === other ? 2 : 0;
    const miss = (wanted - by / wholes.one[one]! - by / wholes.other[other]!) / (teaching.near * size);
    if (Math.abs(miss) < 1e-6) continue;
    const [own, counterpart] = [ones[one]!.direction, others[other]!.direction];
    for (let n = 0; n < breadth; n++) {
      pulls[one]![n]! += miss * counterpart[n]!;
      pulls[size + other]![n]! += miss * own[n]!;
    }
  }
  return pulls;
};

/** Moves the rows of each text as it is pulled, each the less, the more it was moved before. */
const move = (
  table: Float32Array,
  slopes: Float32Array,
  all: readonly Pointed[],
  pulls: readonly Float32Array[],
  pace: number,
): void => {
  const moves = new Map<number, Float32Array>();
  for (const [at, { rows, direction, length }] of all.entries()) {
    const pull = pulls[at]!;
    let along = 0;
    for (let n = 0; n < breadth; n++) along += pull[n]! * direction[n]!;
    for (let n = 0; n < breadth; n++) pull[n] = (pull[n]! - along * direction[n]!) / length;
    for (const row of rows) {
      const own = moves.get(row) ?? new Float32Array(breadth);
      for (let n = 0; n < breadth; n++) own[n]! += pull[n]!;
      moves.set(row, own);
    }
  }
  for (const [row, own] of moves) {
    for (const one of own) slopes[row]! += (one * one) / breadth;
    const by = pace / (Math.sqrt(slopes[row]!) + 1e-6);
    for (let n = 0; n < breadth; n++) table[row * breadth + n]! += by * own[n]!;
  }
};

/** About as often above 0 as below. */
const around = (random: () => number): number => {
  let sum = 0;
  for (let n = 0; n < 6; n++) sum += random();
  return (sum - 3) * Math.SQRT2;
};

/** So many of all, or all, in any order. */
const some = <One>(all: readonly One[], most: number, random: () => number): readonly One[] => {
  const left = [...all];
  return Array.from({ length: Math.min(most, all.length) }, () => {
    const at = Math.floor(random() * left.length);
    const [taken] = left.splice(at, 1, left.at(-1)!);
    left.pop();
    return taken!;
  });
};

/** Rows as whole numbers of a byte, in the order of their hashes; a number beyond most of the others is cut. */
const inCells = (cues: readonly string[], table: Float32Array): Meanings => {
  const sizes = table.map(Math.abs).toSorted();
  const most = sizes[Math.floor(sizes.length * 0.9995)]!;
  const kept = [...cues.keys()]
    .map((row) => ({ hash: hashOf(cues[row]!), cells: table.subarray(row * breadth, (row + 1) * breadth) }))
    .filter(({ cells }) => Math.max(...cells.map(Math.abs)) >= (quietest * most) / 127)
    .toSorted((one, other) => one.hash - other.hash);
  const cells = new Int8Array(kept.length * breadth);
  for (const [row, own] of kept.entries())
    for (let n = 0; n < breadth; n++)
      cells[row * breadth + n] = Math.max(-127, Math.min(127, Math.round((127 * own.cells[n]!) / most)));
  return { hashes: Uint32Array.from(kept, ({ hash }) => hash), cells };
};
const quietest = 8;
