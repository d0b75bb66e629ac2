/** The commands behind the npm scripts: ask, chat, catalog, tickets. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engine, loadCatalog, logTo, understandWith } from './app.ts';
import { askLines, askOnce } from './channels/json/ask.ts';
import { chatLines } from './channels/json/chat.ts';
import { mailbox } from './channels/json/mailbox.ts';
import { lookOf, talk } from './channels/terminal/index.ts';
import { textOf } from './channels/terminal/render.ts';
import { builtIn, readConfig } from './config.ts';
import { checkSays } from './knowledge/check.ts';
import { csvHead, ticketCsv, ticketJson, ticketLine, ticketText } from './helpdesk/export.ts';
import { draft } from './knowledge/draft.ts';
import { draftFromTicket } from './knowledge/draft-ticket.ts';
import { readCatalog } from './knowledge/read.ts';
import { statsOf } from './knowledge/stats.ts';
import { CatalogError, ConfigError, complain, InputError } from './model/errors.ts';
import type { Store } from './model/ports.ts';
import { type Ticket, ticketNumber } from './model/ticket.ts';
import type { ChannelName } from './model/message.ts';
import type { Channel } from './model/ports.ts';
import { sqlite } from './store/sqlite.ts';

const usage = `Usage:
  npm run ask -- "what is 80043431"        answer one question (--json: as an object)
  npm run --silent ask -- --jsonl          answer a question a line
  npm run chat                             talk in the terminal
  npm run --silent chat -- --jsonl         whole conversations, an event a line
  npm run catalog -- check                 check the catalog, your own entries included
  npm run catalog -- stats                 count what it holds
  npm run catalog -- gaps                  what people asked for and it lacks
  npm run catalog -- new 50199 [--to DIR]  start an entry for a code or a symptom
  npm run catalog -- new --from-ticket HD-12 [--to DIR]  start one from a resolved ticket
  npm run catalog -- import PATH --to DIR  import articles (--topic T, --link-base URL)
  npm run tickets -- list [--all]          the active tickets, or all
  npm run tickets -- show HD-12            one ticket with its history
  npm run tickets -- export [--csv]        all tickets as JSON Lines, or as CSV
  npm run tickets -- dead                  messages and webhooks that were given up
  npm run tickets -- replay KEY            give one another chance, or all with --all
Options: --catalog DIR (a catalog instead of the built-in one), --store FILE
`;

const options = {
  jsonl: { type: 'boolean' },
  json: { type: 'boolean' },
  store: { type: 'string' },
  catalog: { type: 'string' },
  to: { type: 'string' },
  topic: { type: 'string' },
  'link-base': { type: 'string' },
  'from-ticket': { type: 'string' },
  all: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

/** Exit statuses: 0 answered, 1 not known or not in order, 2 wrong use. */
const wrongUse = (why: string): number => {
  process.stderr.write(`${why}\n${usage}`);
  return 2;
};

const pipes = { input: process.stdin, output: process.stdout };

const ask = async (question: string, values: Values): Promise<number> => {
  const catalog = await loadCatalog(...foldersOf(values));
  const understand = understandWith(catalog);
  if (values.jsonl) {
    await askLines(pipes, understand, catalog);
    return 0;
  }
  if (question.trim() === '') return wrongUse('There is no question.');
  if (values.json) {
    const object = askOnce(question, understand, catalog);
    process.stdout.write(`${JSON.stringify(object)}\n`);
    return object.outcome === 'unknown' ? 1 : 0;
  }
  const outcome = understand(question);
  for (const reply of outcome.replies)
    process.stdout.write(`${textOf({ ...reply, actions: [] }, lookOf(process.stdout))}\n`);
  return outcome.understood?.outcome === 'unknown' ? 1 : 0;
};

const chat = async (values: Values): Promise<number> => {
  const catalog = await loadCatalog(...foldersOf(values));
  const store = await sqlite(values.store ?? ':memory:');
  const channels = new Map<ChannelName, Channel>();
  const log = logTo('error');
  const { answer, work, board } = engine({
    store,
    catalog: () => catalog,
    channels,
    admins: [],
    clock: Date.now,
    log,
  });
  await board.refresh();
  const { settle } = work;
  if (values.jsonl) {
    const { channel, take } = mailbox();
    channels.set('json', channel);
    await chatLines(pipes, { answer, catalog, settle, posted: take });
  } else
    await talk(
      pipes,
      (channel) => {
        channels.set('terminal', channel);
        return { answer, settle };
      },
      'terminal',
    );
  await work.stop();
  await store.close();
  return 0;
};

/** The folders to work on: `--catalog` or the built-in one, and the organisation's own over it. */
const foldersOf = (values: Values): readonly [string, string | undefined] => [
  values.catalog ?? builtIn,
  values.catalog ? undefined : process.env.SIGNPOST_CATALOG,
];

const check = async (values: Values): Promise<number> => {
  const { filed, complaints } = await readCatalog(...foldersOf(values));
  const all = [...complaints, ...checkSays(filed)];
  for (const complaint of all) print(complain(complaint));
  print(`${filed.length} entries, ${all.length} complaints`);
  return all.length > 0 ? 1 : 0;
};

const stats = async (values: Values): Promise<number> => {
  const { filed, topics } = await readCatalog(...foldersOf(values));
  for (const line of statsOf(
    filed.map(({ entry }) => entry),
    topics,
  ))
    print(line);
  return 0;
};

/** Does something with the store that the bot writes to. */
const withStore = async <T>(values: Values, use: (store: Store) => Promise<T>): Promise<T> => {
  const file = values.store ?? readConfig(process.env).store;
  if (!existsSync(file)) throw new InputError(`There is no store "${file}". Give its path with --store.`);
  const store = await sqlite(file);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

const gaps = async (values: Values): Promise<number> => {
  const { missing, unwritten } = await withStore(values, async (store) => ({
    missing: await store.gaps(100),
    unwritten: await store.tickets({ unwritten: true }, 20),
  }));
  for (const { kind, what, count, at } of missing)
    print(
      `${String(count).padStart(5)}  ${new Date(at).toISOString().slice(0, 10)}  ${kind === 'code' ? 'code ' : ''}${what}`,
    );
  print(
    missing.length > 0
      ? 'Start an entry with: npm run catalog -- new <code>'
      : 'Nothing was asked for that the catalog lacks.',
  );
  if (unwritten.length > 0) {
    print('Resolved tickets about no entry; start one with: npm run catalog -- new --from-ticket HD-...');
    for (const ticket of unwritten) print(`  ${ticketLine(ticket)}`);
  }
  return 0;
};

const begin = async (name: string, values: Values): Promise<number> => {
  const to = values.to ?? process.env.SIGNPOST_CATALOG ?? builtIn;
  const path = await draft(name, to, `${builtIn}/TEMPLATE.md`, new Date().toISOString().slice(0, 10));
  print(`${path} is ready to be written. Then run: npm run catalog -- check`);
  return 0;
};

const beginFromTicket = async (id: string, values: Values): Promise<number> => {
  const ticket = await withStore(values, (store) => ticketIn(store, id));
  const to = values.to ?? process.env.SIGNPOST_CATALOG;
  if (!to) return wrongUse('Say where the draft is to stand, with --to and a folder, or set SIGNPOST_CATALOG.');
  const path = await draftFromTicket(ticket, to, new Date().toISOString().slice(0, 10));
  print(`${path} is to be reviewed: replace each TODO, and rename it to end in .md when it may be served.`);
  return 0;
};

/** The ticket with this id; throws `InputError` when there is none. */
const ticketIn = async (store: Store, id: string): Promise<Ticket> => {
  const ticket = await store.ticket(ticketNumber(id) ?? 0);
  if (ticket) return ticket;
  throw new InputError(`There is no ticket "${id}". Give one such as HD-12; "npm run tickets -- list" shows them.`);
};

/** Calls with every ticket in the order of numbers, some at a time. */
const eachTicket = async (store: Store, active: boolean, tell: (ticket: Ticket) => void): Promise<number> => {
  let count = 0;
  for (let from = 1; ; ) {
    const some = await store.tickets({ from, ...(active ? { active } : {}) }, 500);
    some.forEach(tell);
    count += some.length;
    if (some.length < 500) return count;
    from = some.at(-1)!.number + 1;
  }
};

const tickets = async ([verb, what]: readonly string[], values: Values): Promise<number | undefined> => {
  if (verb === 'list')
    return withStore(values, async (store) => {
      const count = await eachTicket(store, !values.all, (ticket) => print(ticketLine(ticket)));
      if (count === 0) print(values.all ? 'There are no tickets.' : 'No ticket is active.');
      return 0;
    });
  if (verb === 'show' && what)
    return withStore(values, async (store) => {
      print(ticketText(await ticketIn(store, what)));
      return 0;
    });
  if (verb === 'export')
    return withStore(values, async (store) => {
      if (values.csv) print(csvHead);
      await eachTicket(store, false, (ticket) => print(values.csv ? ticketCsv(ticket) : ticketJson(ticket)));
      return 0;
    });
  if (verb === 'dead')
    return withStore(values, async (store) => {
      const dead = await store.dead(200);
      for (const { key, kind, why, at } of dead) print(`${new Date(at).toISOString()}  ${kind}  ${key}  ${why}`);
      print(dead.length > 0 ? 'Replay one with: npm run tickets -- replay KEY' : 'Nothing was given up.');
      return dead.length > 0 ? 1 : 0;
    });
  if (verb === 'replay' && (what === undefined) === (values.all === true))
    return withStore(values, async (store) => {
      const count = await store.replay(what ?? null, Date.now());
      print(count > 0 ? `Due again: ${count}. The running bot sends them.` : 'There is nothing of that key to replay.');
      return count > 0 ? 0 : 1;
    });
  return undefined;
};

/** Progress is told on standard error once an import takes longer than this, in milliseconds. */
const patience = 1_000;

const importFrom = async (from: string, values: Values): Promise<number> => {
  const { importDocuments } = await import('./knowledge/import/import.ts');
  const { reportLines } = await import('./knowledge/import/report.ts');
  if (!values.to) return wrongUse('Say where the entries are to stand, with --to and a folder.');
  const began = Date.now();
  let told = false;
  const progress = (done: number, all: number, path: string): void => {
    if (Date.now() - began < patience) return;
    told = true;
    process.stderr.write(`\r\u001b[K${done + 1} of ${all}  ${path.slice(-60)}`);
  };
  const report = await importDocuments({
    from,
    to: values.to,
    topic: values.topic,
    linkBase: values['link-base'],
    progress,
  });
  if (told) process.stderr.write('\r\u001b[K');
  print(reportLines(report).join('\n'));
  return 0;
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const catalog = async ([verb, ...rest]: readonly string[], values: Values): Promise<number | undefined> => {
  if (verb === 'check') return check(values);
  if (verb === 'stats') return stats(values);
  if (verb === 'gaps') return gaps(values);
  if (verb === 'new' && values['from-ticket'] && !rest[0]) return beginFromTicket(values['from-ticket'], values);
  if (verb === 'new' && rest[0] && !values['from-ticket']) return begin(rest[0], values);
  if (verb === 'import' && rest[0]) return importFrom(rest[0], values);
  return undefined;
};

type Values = {
  jsonl?: boolean;
  json?: boolean;
  store?: string;
  catalog?: string;
  to?: string;
  topic?: string;
  'link-base'?: string;
  'from-ticket'?: string;
  all?: boolean;
  csv?: boolean;
};

const run = async (): Promise<number> => {
  const [command, ...args] = process.argv.slice(2);
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const taken = takes[[command, command === 'catalog' || command === 'tickets' ? positionals[0] : ''].join(' ').trim()];
  const extra = Object.keys(values).find((name) => !taken?.options.includes(name));
  if (!taken || extra || positionals.length > taken.words)
    return wrongUse(
      `"${[command, ...args].join(' ')}" is not a command${extra ? `: --${extra} does not belong here` : ''}.`,
    );
  if (values.jsonl && values.json) return wrongUse('--json and --jsonl exclude each other.');
  if (command === 'ask') return ask(positionals.join(' '), values);
  if (command === 'chat') return chat(values);
  if (command === 'tickets')
    return (
      (await tickets(positionals, values)) ?? wrongUse('Name the ticket, or the key; or give --all instead of it.')
    );
  return (await catalog(positionals, values)) ?? wrongUse('Give a code or a symptom: npm run catalog -- new 50199');
};

/** The options of each command, and how many words may follow it. */
const takes: Readonly<Record<string, { readonly options: readonly string[]; readonly words: number }>> = {
  ask: { options: ['json', 'jsonl', 'catalog'], words: Number.POSITIVE_INFINITY },
  chat: { options: ['jsonl', 'store', 'catalog'], words: 0 },
  'catalog check': { options: ['catalog'], words: 1 },
  'catalog stats': { options: ['catalog'], words: 1 },
  'catalog gaps': { options: ['store'], words: 1 },
  'catalog new': { options: ['to', 'from-ticket', 'store'], words: 2 },
  'catalog import': { options: ['to', 'topic', 'link-base'], words: 2 },
  'tickets list': { options: ['store', 'all'], words: 1 },
  'tickets show': { options: ['store'], words: 2 },
  'tickets export': { options: ['store', 'jsonl', 'csv'], words: 1 },
  'tickets dead': { options: ['store'], words: 1 },
  'tickets replay': { options: ['store', 'all'], words: 2 },
};

if (existsSync('.env')) process.loadEnvFile('.env');

/** Whoever reads the output may stop reading, as head does. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await run();
} catch (error) {
  const known = error instanceof CatalogError || error instanceof InputError || error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 2;
}
