/** `npm run fit`: fits the trust of src/knowledge/confidence.ts to the labelled questions and prints the weights and what each cut-off would bring. */
import { readFileSync } from 'node:fs';
import { builtIn } from '../src/config.ts';
import { candidatesOf, type Feature, featuresOf, topicsOf } from '../src/knowledge/confidence.ts';
import { readPaste } from '../src/knowledge/paste.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import { index } from '../src/knowledge/search.ts';
import { toldIn, weighed } from '../src/knowledge/told.ts';
import type { Labelled } from './judge.ts';

const steps = 20_000;
const rate = 0.5;
const decay = 0.0005;

const entries = (await readCatalog(builtIn)).filed.map(({ entry }) => entry);
const codes = new Set(entries.flatMap((entry) => entry.codes));
const { read, search, information } = index(entries);

type Row = {
  readonly features: Readonly<Record<Feature, number>>;
  readonly right: boolean;
  readonly behaviour: string;
};

/** What the search sees of a question without a code, and whether its leading topic is the right one. */
const rowOf = ({ text, expect }: Labelled): Row | null => {
  const pasted = readPaste(text, (code) => codes.has(code));
  if (pasted.known.length > 0 || pasted.unknown.length > 0 || pasted.foreign) return null;
  const asked = read(pasted.words);
  const hits = search(asked);
  const topics = topicsOf(weighed(candidatesOf(hits), toldIn(text)));
  const good = [expect.topic, ...(expect.topics_ok ?? [])];
  const length = asked.known.length + asked.unknown;
  return {
    features: featuresOf(topics, hits, length, information(asked.known)),
    right: expect.behaviour !== 'dont-know' && good.includes(topics[0]?.name ?? ''),
    behaviour: expect.behaviour,
  };
};

const file = process.argv[2] ?? new URL('../test/questions/symptoms.jsonl', import.meta.url).pathname;
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => rowOf(JSON.parse(line) as Labelled) ?? []);

const names = Object.keys(rows[0]!.features) as Feature[];
let weights = [0, ...names.map(() => 0)];
const inputs = rows.map(({ features }) => [1, ...names.map((name) => features[name])]);
const chance = (input: readonly number[]): number =>
  1 / (1 + Math.exp(-input.reduce((sum, value, n) => sum + value * weights[n]!, 0)));

for (let step = 0; step < steps; step++) {
  const slope = weights.map(() => 0);
  for (const [n, input] of inputs.entries()) {
    const miss = Number(rows[n]!.right) - chance(input);
    for (const [k, value] of input.entries()) slope[k]! += miss * value;
  }
  weights = weights.map((weight, k) => weight + rate * (slope[k]! / rows.length - decay * weight));
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`${rows.length} questions`);
for (const [n, name] of ['base', ...names].entries()) print(`  ${name}: ${weights[n]!.toFixed(2)},`);
for (const cut of [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]) {
  const firm = rows.filter((_, n) => chance(inputs[n]!) >= cut);
  const right = firm.filter((row) => row.right).length;
  print(
    `firm from ${cut}: ${right} right, ${firm.length - right} wrong, ${rows.length - firm.length} left to questions`,
  );
}
