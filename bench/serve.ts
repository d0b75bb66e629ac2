/**
 * `npm run bench:serve`: Signpost beside a bare bot on the same SDK, in one run and in turn. Every answer is counted where
 * the platform takes it. Ratios of processor time are what to trust; messages a second depend on what else the machine does.
 * `-- --long` runs longer and adds PostgreSQL; `-- start`, `teams`, `slack` and `growth` run only the parts that they name.
 * The exit status is 1 when a target is missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/store/open.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { type Measured, startMeasured } from './children.ts';
import { fill } from './fill.ts';
import { inSlack, inTeams, signingSecret, slackArguments, startWorld, type Writes } from './world.ts';

const parts = ['start', 'teams', 'slack', 'growth'] as const;
type Part = (typeof parts)[number];

const { values, positionals } = parseArgs({
  options: { long: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { long } = values;
const unknown = positionals.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) throw new Error(`There is no part "${unknown[0]}". The parts are ${parts.join(', ')}.`);
const isWanted = (part: Part): boolean => positionals.length === 0 || positionals.includes(part);

const rounds = long ? 12 : 4;
const starts = long ? 9 : 3;
const messages = { 1: 150, 16: 400 } as const;
/** V8 goes on compiling for thousands of messages, and for longer where there is more to compile. */
const warm = 6000;

/** The same words for both. To the second, both answer with a line; to the first, Signpost with a card, and the bare bot with the very same one, ready made. */
const asked = 'I get AADSTS50105 when signing in';
const small = 'thanks';

const target = { speed: 0.85, start: 1.5, memory: 1.5, growth: 1.3 } as const;

const home = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
const world = await startWorld();
const print = (line = ''): void => void process.stdout.write(`${line}\n`);

const files = {
  signpost: new URL('../src/main.ts', import.meta.url),
  signpostInSlack: new URL('./signpost.ts', import.meta.url),
  bareBot: new URL('./bare-bot.ts', import.meta.url),
  bareBolt: new URL('./bare-bolt.ts', import.meta.url),
};
const inSlackEnv = {
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: `${world.url}/api/`,
};

let stores = 0;
const newStore = (): { SIGNPOST_STORE: string } => ({ SIGNPOST_STORE: join(home, `${++stores}.sqlite`) });

const middle = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

let missed = 0;
/** One line of the table; `most` and `least` are targets. */
const judge = (what: string, ratio: number, aim: { readonly most: number } | { readonly least: number }): void => {
  const met = 'most' in aim ? ratio <= aim.most : ratio >= aim.least;
  if (!met) missed++;
  const wanted = 'most' in aim ? `at most ${aim.most}` : `at least ${aim.least}`;
  print(`  ${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)}   ${wanted.padEnd(14)} ${met ? 'met' : 'MISSED'}`);
};

type Cost = { readonly cpu: number; readonly rate: number; readonly p50: number; readonly p99: number };

/** What a message costs: processor time in milliseconds, messages a second, and how long people wait. */
const cost = async (bot: Measured, writes: Writes, text: string, count: number, side: number): Promise<Cost> => {
  const before = await bot.gauge();
  const { waits, seconds } = await world.drive(bot.origin, writes, text, count, side);
  const after = await bot.gauge();
  const at = (share: number): number => waits[Math.floor(waits.length * share)]!;
  return { cpu: (after.cpu - before.cpu) / count, rate: count / seconds, p50: at(0.5), p99: at(0.99) };
};

const mean = (costs: readonly Cost[]): Cost => ({
  cpu: middle(costs.map(({ cpu }) => cpu)),
  rate: middle(costs.map(({ rate }) => rate)),
  p50: middle(costs.map(({ p50 }) => p50)),
  p99: middle(costs.map(({ p99 }) => p99)),
});

const row = (name: string, { cpu, rate, p50, p99 }: Cost): string =>
  `    ${name.padEnd(26)} ${cpu.toFixed(2).padStart(6)} ms CPU   ${rate.toFixed(0).padStart(5)}/s   p50 ${p50.toFixed(1).padStart(5)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`;

/** Bare and full in turn, so that what else the machine does meets both. */
const compare = async (platform: string, bare: Measured, full: Measured, writes: Writes): Promise<void> => {
  for (const bot of [bare, full])
    for (const text of [small, asked]) await world.drive(bot.origin, writes, text, warm, 16);
  for (const side of [1, 16] as const) {
    const costs = { bareLine: [] as Cost[], line: [] as Cost[], bareCard: [] as Cost[], card: [] as Cost[] };
    for (let round = 0; round < rounds; round++) {
      costs.bareLine.push(await cost(bare, writes, small, messages[side], side));
      costs.line.push(await cost(full, writes, small, messages[side], side));
      costs.bareCard.push(await cost(bare, writes, asked, messages[side], side));
      costs.card.push(await cost(full, writes, asked, messages[side], side));
    }
    const [bareLine, line] = [mean(costs.bareLine), mean(costs.line)];
    const [bareCard, card] = [mean(costs.bareCard), mean(costs.card)];
    print(`\n${platform}, ${side} at a time`);
    print(row('bare bot, a line', bareLine));
    print(row('Signpost, a line', line));
    print(row('bare bot, a fixed card', bareCard));
    print(row('Signpost, that card', card));
    judge('messages for the same processor time, a line', bareLine.cpu / line.cpu, { least: target.speed });
    judge('messages for the same processor time, a card', bareCard.cpu / card.cpu, { least: target.speed });
    const ratios = (one: keyof Cost): string =>
      `line ${(line[one] / bareLine[one]).toFixed(2)}, card ${(card[one] / bareCard[one]).toFixed(2)}, card to line ${(card[one] / bareLine[one]).toFixed(2)}`;
    print(`    Signpost to bare, messages a second: ${ratios('rate')}`);
    print(`    Signpost to bare, p99: ${ratios('p99')}; processor time: ${ratios('cpu')}`);
  }
};

/** The card that Signpost answers with, for the bare bot to answer with too. */
const cardOf = async (full: Measured, writes: Writes, read: (body: string) => object): Promise<{ CARD: string }> => {
  await world.drive(full.origin, writes, asked, 1, 1);
  const CARD = join(home, `card-${++stores}.json`);
  writeFileSync(CARD, JSON.stringify(read(world.newest())));
  return { CARD };
};

const cardInTeams = (body: string): object => {
  const { type, summary, attachments } = JSON.parse(body) as Record<string, unknown>;
  return { type, summary, attachments };
};

const cardInSlack = (body: string): object => {
  const { text, blocks } = slackArguments(body);
  return { text, blocks };
};

const memory = async (platform: string, bare: Measured, full: Measured): Promise<void> => {
  const [echo, signpost] = [(await bare.gauge()).rss, (await full.gauge()).rss];
  print(
    `\n${platform}, memory after the load: bare ${Math.round(echo / 1e6)} MB, Signpost ${Math.round(signpost / 1e6)} MB`,
  );
  judge('memory', signpost / echo, { most: target.memory });
};

const startUp = async (platform: string, bare: URL, full: URL, env: Record<string, string>): Promise<void> => {
  const took = { bare: [] as number[], full: [] as number[] };
  for (let n = 0; n < starts; n++) {
    for (const [name, file] of [
      ['bare', bare],
      ['full', full],
    ] as const) {
      const bot = await startMeasured(file, { cwd: home, env: { ...env, ...newStore() } });
      took[name].push(bot.began);
      await bot.stop();
    }
  }
  print(
    `\n${platform}, start to ready: bare ${middle(took.bare).toFixed(0)} ms, Signpost ${middle(took.full).toFixed(0)} ms`,
  );
  judge('start to ready', middle(took.full) / middle(took.bare), { most: target.start });
};

/** The whole app with a store that holds ever more. */
const growth = async (name: string, where: string, env: Record<string, string>): Promise<void> => {
  const { db } = await openDatabase(where);
  const bot = await startMeasured(files.signpost, { cwd: home, env });
  const writes = inTeams(world.url);
  await world.drive(bot.origin, writes, asked, warm, 16);
  const costs: Cost[] = [];
  let filled = 0;
  print(`\nTeams, ${name}: open conversations with a turn, a waiting job and a finished one each`);
  for (const size of [100, 10_000, 100_000]) {
    // As late as a job may be put off, with some minutes to spare: what is later yet would count as left by a clock that was set back.
    await fill(db, filled, size, Date.now() + 9 * 60_000);
    filled = size;
    await world.drive(bot.origin, writes, asked, 200, 16);
    const taken: Cost[] = [];
    for (let round = 0; round < rounds; round++) taken.push(await cost(bot, writes, asked, messages[1], 1));
    costs.push(mean(taken));
    print(row(`${size}`, costs.at(-1)!));
  }
  await bot.stop();
  await db.destroy();
  judge('processor time of a message, 100,000 against 100', costs.at(-1)!.cpu / costs[0]!.cpu, { most: target.growth });
};

const running: Measured[] = [];
const begin = async (file: URL, env: Record<string, string> = {}): Promise<Measured> => {
  const bot = await startMeasured(file, { cwd: home, env: { ...env, ...newStore() } });
  running.push(bot);
  return bot;
};

const inTurn = async (): Promise<void> => {
  const signpost = await begin(files.signpost);
  const bareBot = await begin(files.bareBot, await cardOf(signpost, inTeams(world.url), cardInTeams));
  await compare('Teams', bareBot, signpost, inTeams(world.url));
  await memory('Teams', bareBot, signpost);
  await Promise.all([bareBot.stop(), signpost.stop()]);
};

const inTurnInSlack = async (): Promise<void> => {
  const signpost = await begin(files.signpostInSlack, inSlackEnv);
  const bareBolt = await begin(files.bareBolt, { ...inSlackEnv, ...(await cardOf(signpost, inSlack, cardInSlack)) });
  await compare('Slack', bareBolt, signpost, inSlack);
  await memory('Slack', bareBolt, signpost);
  await Promise.all([bareBolt.stop(), signpost.stop()]);
};

const grow = async (): Promise<void> => {
  const { SIGNPOST_STORE } = newStore();
  await growth('SQLite', SIGNPOST_STORE, { SIGNPOST_STORE });
  if (!long) return;
  const server = await startPostgres({ durable: true });
  try {
    const url = await server.database();
    await growth('PostgreSQL', url, { DATABASE_URL: url });
  } finally {
    await server.stop();
  }
};

try {
  if (isWanted('start')) {
    await startUp('Teams', files.bareBot, files.signpost, {});
    await startUp('Slack', files.bareBolt, files.signpostInSlack, inSlackEnv);
  }
  if (isWanted('teams')) await inTurn();
  if (isWanted('slack')) await inTurnInSlack();
  if (isWanted('growth')) await grow();
  print(
    `\n${world.counts.answers} answers reached the platform, ${world.counts.typing} signs of typing, ${world.counts.unasked} answers more than asked.`,
  );
  if (world.counts.unasked > 0) missed++;
  print(missed === 0 ? 'All targets are met.' : `${missed} targets are missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  for (const bot of running) await bot.stop();
  await world.close();
  rmSync(home, { recursive: true });
}
