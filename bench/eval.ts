/** `npm run eval [-- files] [--compare] [--wrong]`: how often the bot is right, on labelled questions. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCatalog } from '../src/app.ts';
import { builtIn } from '../src/config.ts';
import { type Engine, fuse, miniSearch, signpost } from './engines.ts';
import { judge, type Labelled, type Verdict } from './judge.ts';

const own = ['symptoms', 'codes'].map((name) => new URL(`../test/questions/${name}.jsonl`, import.meta.url).pathname);
const { values, positionals } = parseArgs({
  options: { compare: { type: 'boolean' }, wrong: { type: 'boolean' } },
  allowPositionals: true,
});

const read = (file: string): readonly Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);

/** The 95 % interval of a share, after Wilson. */
const interval = (hits: number, n: number): string => {
  const z = 1.96;
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  const percent = (value: number): string => (100 * Math.min(1, Math.max(0, value))).toFixed(0);
  return `${(100 * share).toFixed(1).padStart(5)} % (${percent(middle - half)}-${percent(middle + half)})`;
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const report = (engine: Engine, questions: readonly Labelled[]): void => {
  const judged = questions.map((question) => {
    const made = engine.make(question.text);
    return { question, made, verdict: judge(question, made) };
  });
  const count = (of: typeof judged, ...verdicts: readonly Verdict[]): number =>
    of.filter(({ verdict }) => verdicts.includes(verdict)).length;
  print(`\n${engine.name}: ${questions.length} questions`);
  print(`${'kind'.padEnd(42)}    n  right at once         right or rightly asked`);
  const groups = Map.groupBy(judged, ({ question }) => `${question.kind}, ${question.expect.behaviour}`);
  for (const [name, group] of [...groups].toSorted(([one], [two]) => one.localeCompare(two)))
    print(
      `${name.padEnd(42)} ${String(group.length).padStart(4)}  ${interval(count(group, 'right'), group.length).padEnd(20)}  ${interval(count(group, 'right', 'asked'), group.length)}`,
    );
  const all = judged.length;
  print(
    `${'all'.padEnd(42)} ${String(all).padStart(4)}  ${interval(count(judged, 'right'), all).padEnd(20)}  ${interval(count(judged, 'right', 'asked'), all)}`,
  );
  const firm = judged.filter(({ verdict, made }) => verdict === 'wrong' && made.outcome === 'answer').length;
  const asked = judged.filter(({ made }) => made.outcome === 'clarify').length;
  print(`firm wrong answers: ${interval(firm, all)}; questions asked: ${interval(asked, all)}`);
  if (values.wrong)
    for (const { question, made, verdict } of judged)
      if (verdict === 'wrong' || verdict === 'weak')
        print(
          `${verdict} ${question.id} wants ${question.expect.topic}, got ${made.outcome} ${made.entries[0]?.topic ?? ''}: ${question.text.slice(0, 120).replace(/\s+/g, ' ')}`,
        );
};

const catalog = await loadCatalog(builtIn);
const questions = (positionals.length > 0 ? positionals : own).flatMap(read);
const engines = values.compare ? [signpost(catalog), fuse(catalog), miniSearch(catalog)] : [signpost(catalog)];
for (const engine of engines) report(engine, questions);
