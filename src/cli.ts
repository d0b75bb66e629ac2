/** The commands behind the npm scripts: ask, chat, catalog, tickets, store, check-domain. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { engine, liveChecks, understandWith } from './app.ts';
import { loadCatalog } from './catalog-files.ts';
import { askLines, askOnce } from './channels/json/ask.ts';
import { chatLines } from './channels/json/chat.ts';
import { mailbox } from './channels/json/mailbox.ts';
import { lookOf, talk } from './channels/terminal/index.ts';
import { textOf } from './channels/terminal/render.ts';
import { cloudOf } from './checks/clouds.ts';
import { command, tellUsage } from './command.ts';
import { builtIn, databaseProblem, readConfig } from './config.ts';
import { checkSays } from './knowledge/check.ts';
import {
  exportTickets,
  listDead,
  listTickets,
  listUnwritten,
  replayDead,
  showTicket,
  ticketIn,
} from './helpdesk/commands.ts';
import { draft } from './knowledge/draft.ts';
import { draftFromTicket } from './knowledge/draft-ticket.ts';
import { checkBeside } from './knowledge/beside.ts';
import { readCatalog } from './knowledge/read.ts';
import { statsOf } from './knowledge/stats.ts';
import { logTo } from './log.ts';
import { counted } from './model/counted.ts';
import type { Catalog } from './model/catalog.ts';
import type { Outcome } from './model/dialog.ts';
import { complain, InputError } from './model/errors.ts';
import type { Store } from './model/ports.ts';
import { type ChannelName, placeKey } from './model/message.ts';
import type { Channel } from './model/ports.ts';
import { utcDay } from './model/time.ts';
import { openStore, openStoreAt } from './open-store.ts';
import { progressLine } from './progress.ts';
import { isAddress, nameOf, openDatabase } from './store/open.ts';

const usage = `Usage:
  npm run ask -- "what is 80043431"        answer one question (--json: as an object)
  npm run --silent ask -- --jsonl          answer a question a line
  npm run chat                             talk in the terminal
  npm run --silent chat -- --jsonl         whole conversations, an event a line
  npm run catalog -- check                 check the catalog, your own entries included
  npm run catalog -- stats                 count what it holds; with --store also how answers were rated
  npm run catalog -- gaps                  what people asked for and it lacks
  npm run catalog -- new 50199 [--to DIR]  start an entry for a code or a symptom
  npm run catalog -- new --from-ticket HD-12 [--to DIR]  start one from a resolved ticket
  npm run catalog -- import PATH --to DIR  import articles (--topic T, --link-base URL)
  npm run tickets -- list [--all]          the active tickets, or all
  npm run tickets -- show HD-12            one ticket with its history
  npm run tickets -- export [--csv]        all tickets as JSON Lines, or as CSV
  npm run tickets -- dead                  messages and webhooks that were given up
  npm run tickets -- replay KEY            give one another chance, or all with --all
  npm run check-domain -- contoso.com      compare AD FS with Entra (--json)
  npm run store -- migrate                 bring the tables of the store up to date
  npm run store -- copy --from FILE        copy a store into an empty one, which DATABASE_URL names (--merge)
  npm run store -- copy --to FILE          copy the one that DATABASE_URL names (both: --from URL --to FILE)
Options: --catalog DIR (a catalog instead of the built-in one), --store FILE (or the address of a database)
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
  from: { type: 'string' },
  merge: { type: 'boolean' },
} as const;

/** A number below zero, such as -2016345060, is a word and no option. */
const parsed = (args: string[]) => {
  const { values, positionals } = parseArgs({
    args: args.map((arg) => arg.replace(/^-(?=\d)/, ' -')),
    options,
    allowPositionals: true,
  });
  return { values, positionals: positionals.map((word) => word.trim()) };
};

type Values = ReturnType<typeof parsed>['values'];

/** Exit statuses: 0 answered, 1 not known or not in order, 2 wrong use. */
const wrongUse = (why: string): number => tellUsage(usage, why);

const pipes = { input: process.stdin, output: process.stdout, locale: process.env.LC_ALL || process.env.LANG };

const ask = async (question: string, values: Values): Promise<number> => {
  if (values.jsonl && values.json) return wrongUse('--json and --jsonl exclude each other.');
  const catalog = await loadCatalog(...foldersOf(values), authorityHere());
  const understand = understandWith(catalog);
  if (values.jsonl) {
    // The index is made and the code is warm before the first line, so that the times are those of the texts.
    const phrases = catalog.entries.flatMap(({ title, says }) => [title, ...says]);
    for (const phrase of phrases.filter((_, n) => n % 12 === 0)) understand(phrase);
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
  const check = outcome.effects?.find((effect) => effect.kind === 'runCheck');
  if (check) return check.domain === null ? wrongUse(nameDomain) : checkDomain(check.domain, {});
  if (outcome.replies.length === 0) throw new InputError('That needs a conversation. Run: npm run chat');
  for (const reply of outcome.replies)
    process.stdout.write(`${textOf({ ...reply, actions: [] }, lookOf(process.stdout))}\n`);
  const { outcome: what, entries = [] } = outcome.understood ?? {};
  if (what === 'clarify')
    tellCandidates(
      entries.map(({ id }) => id),
      understand,
      catalog,
    );
  return what === 'unknown' || what === 'clarify' ? 1 : 0;
};

const mostCandidates = 3;

/** The likeliest entries of a question that is still open, with what asks for each, and where the question can be answered. */
const tellCandidates = (
  ids: readonly string[],
  understand: ReturnType<typeof understandWith>,
  catalog: Catalog,
): void => {
  const known = ids.slice(0, mostCandidates).flatMap((id) => {
    const entry = catalog.entry(id);
    const typed = entry && [...entry.codes, entry.title].find((text) => opens(understand(text), id));
    return typed === undefined ? [] : [`  npm run ask -- "${typed}"  ${entry!.title}`];
  });
  if (known.length > 0) print(['', 'The likeliest:', ...known].join('\n'));
  print('\nThis question cannot be answered here. Run npm run chat to go on.');
};

const opens = ({ understood }: Outcome, id: string): boolean =>
  understood?.outcome === 'answer' && understood.entries[0]?.id === id;

const chat = async (values: Values): Promise<number> => {
  const catalog = await loadCatalog(...foldersOf(values), authorityHere());
  const store = await openStoreAt(values.store ?? ':memory:');
  const channels = new Map<ChannelName, Channel>();
  const log = logTo('error');
  const config = readConfig(process.env);
  const { answer, work, board, idle } = engine({
    ...(await liveChecks(config)),
    ...(values.jsonl ? {} : { language: config.language }),
    store,
    catalog: () => catalog,
    channels,
    admins: [],
    clock: Date.now,
    log,
  });
  const channel = values.jsonl ? 'json' : 'terminal';
  if (values.store === undefined) await tryDesk(store, channel);
  await board.refresh();
  /** What a turn promised, and the checks that it began. */
  const settle = async (): Promise<void> => {
    await work.settle();
    await idle();
    await work.settle();
  };
  if (values.jsonl) {
    const { channel: posted, take } = mailbox();
    channels.set('json', posted);
    await chatLines(pipes, { answer, catalog, settle, posted: take });
  } else
    await talk(
      pipes,
      (printed) => {
        channels.set('terminal', printed);
        return { answer, settle };
      },
      'terminal',
    );
  await work.stop();
  await store.close();
  return 0;
};

/** Where people sign in; throws `ConfigError`. */
const authorityHere = (): string => {
  const { SIGNPOST_CLOUD, SIGNPOST_AUTHORITY, SIGNPOST_GRAPH_ROOT } = process.env;
  return cloudOf(SIGNPOST_CLOUD || 'global', {
    authority: SIGNPOST_AUTHORITY || undefined,
    graph: SIGNPOST_GRAPH_ROOT || undefined,
  }).authority;
};

/** Where tickets of a conversation that is only kept in memory go, so that all of it can be tried. */
const tryDesk = async (store: Store, channel: ChannelName): Promise<void> => {
  const place = { channel, conversation: 'helpdesk' };
  const id = placeKey(place);
  const audit = { key: id, at: Date.now(), by: 'program:signpost', what: 'setDesk', target: id, detail: '' };
  await store.setDesk({ id, place, topics: [], domains: [] }, audit);
};

/** The folders to work on: `--catalog` or the built-in one, and the organisation's own over it. */
const foldersOf = (values: Values): readonly [string, string | undefined] => [
  values.catalog ?? builtIn,
  values.catalog ? undefined : process.env.SIGNPOST_CATALOG,
];

const check = async (values: Values): Promise<number> => {
  const folders = foldersOf(values);
  const { filed, complaints } = await readCatalog(...folders);
  const beside = folders.flatMap((folder) => (folder === undefined ? [] : checkBeside(folder, filed)));
  const all = [...complaints, ...beside, ...checkSays(filed)];
  for (const complaint of all) print(complain(complaint));
  print(`${counted(filed.length, 'entry', 'entries')}, ${counted(all.length, 'complaint')}`);
  return all.length > 0 ? 1 : 0;
};

const stats = async (values: Values): Promise<number> => {
  const { filed, topics } = await readCatalog(...foldersOf(values));
  for (const line of statsOf(
    filed.map(({ entry }) => entry),
    topics,
  ))
    print(line);
  if (values.store !== undefined) await withStore(values, tellRatings);
  return 0;
};

const tellRatings = async (store: Store): Promise<void> => {
  const ratings = await store.ratings();
  print(ratings.length > 0 ? 'answers found helpful and not, in Teams:' : 'no answer was rated');
  for (const { entry, liked, disliked } of ratings)
    print(`  ${entry || '(no longer known which)'}: ${liked} helpful, ${disliked} not`);
};

const noStore = (file: string): InputError =>
  new InputError(`There is no store "${file}". Give its path with --store.`);

/** Opens the store to work on, which has to be there: the one of `--store`, or of the settings. */
const openAsked = async ({ store: asked }: Values): Promise<Store> => {
  if (asked !== undefined) {
    if (!isAddress(asked) && !existsSync(asked)) throw noStore(asked);
    return openStoreAt(asked);
  }
  const config = readConfig(process.env);
  if (!config.database && !existsSync(config.store)) throw noStore(config.store);
  return openStore(config);
};

/** Does something with the store that the bot writes to. */
const withStore = async <T>(values: Values, use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openAsked(values);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

const tellGaps = async (store: Store): Promise<number> => {
  const missing = await store.gaps(100);
  for (const { kind, what, count, at } of missing)
    print(`${String(count).padStart(5)}  ${utcDay(at)}  ${kind === 'code' ? 'code ' : ''}${what}`);
  print(
    missing.length > 0
      ? 'Start an entry with: npm run catalog -- new <code>'
      : 'Nothing was asked for that the catalog lacks.',
  );
  await listUnwritten(store, print);
  return 0;
};

const begin = async (name: string, values: Values): Promise<number> => {
  const to = values.to ?? process.env.SIGNPOST_CATALOG ?? builtIn;
  const { filed } = await readCatalog(builtIn);
  const there = filed.find(({ entry }) => entry.id === name || entry.codes.includes(name))?.file;
  const own = resolve(to) !== resolve(builtIn);
  if (there && !own)
    throw new InputError(`${there} is about ${name} already. Edit it, or give --to and your own folder.`);
  const path = await draft(name, to, `${builtIn}/TEMPLATE.md`, utcDay(Date.now()));
  if (there)
    print(`${there} is about ${name} already; yours takes it over. To only add to it, write notes/${name}.md.`);
  const looked = own && to !== process.env.SIGNPOST_CATALOG ? `SIGNPOST_CATALOG=${to} ` : '';
  print(`${path} is ready to be written. Then run: ${looked}npm run catalog -- check`);
  return 0;
};

const beginFromTicket = async (id: string, values: Values): Promise<number> => {
  const ticket = await withStore(values, (store) => ticketIn(store, id));
  const to = values.to ?? process.env.SIGNPOST_CATALOG;
  if (!to) return wrongUse('Say where the draft is to stand, with --to and a folder, or set SIGNPOST_CATALOG.');
  const path = await draftFromTicket(ticket, to, utcDay(Date.now()));
  print(`${path} is to be reviewed: replace each TODO, and rename it to end in .md when it may be served.`);
  return 0;
};

const importFrom = async (from: string, values: Values): Promise<number> => {
  const { importDocuments } = await import('./knowledge/import/import.ts');
  const { reportLines } = await import('./knowledge/import/report.ts');
  if (!values.to) return wrongUse('Say where the entries are to stand, with --to and a folder.');
  const { tell, clear } = progressLine();
  const progress = (done: number, all: number, path: string): void => tell(`${done + 1} of ${all}  ${path.slice(-60)}`);
  const report = await importDocuments({
    from,
    to: values.to,
    topic: values.topic,
    linkBase: values['link-base'],
    progress,
  });
  clear();
  print(reportLines(report).join('\n'));
  return 0;
};

const migrateStore = async (values: Values): Promise<number> => {
  const { store, database } = values.store === undefined ? readConfig(process.env) : { store: values.store };
  const where = database?.url ?? store;
  const { db, ran } = await openDatabase(where);
  await db.destroy();
  print(ran.length > 0 ? `${nameOf(where)}: ${ran.join(', ')}` : `${nameOf(where)} is up to date.`);
  return 0;
};

/** Throws `InputError` for an address that cannot be meant. */
const refuseBadAddress = (where: string): void => {
  const problem = isAddress(where) && databaseProblem(where);
  if (problem) throw new InputError(`The address ${problem}. Give postgres://user:password@host:5432/name.`);
};

const databaseHere = (): string | undefined => readConfig(process.env).database?.url;

const copy = async (values: Values): Promise<number> => {
  const { copyStore } = await import('./store/copy.ts');
  const { isServed } = await import('./store/sole.ts');
  const { openSource } = await import('./store/source.ts');
  const { merge = false } = values;
  if (!values.from && !values.to) return wrongUse('Say which store to copy, with --from, or where to, with --to.');
  const { from = databaseHere(), to = databaseHere() } = values;
  if (!from) return wrongUse('Say which store to copy: set DATABASE_URL, or add --from and a URL or file.');
  if (!to) return wrongUse('Say where to copy to: set DATABASE_URL, or add --to and a URL or file.');
  for (const where of [from, to]) refuseBadAddress(where);
  if (!isAddress(from) && !existsSync(from))
    throw new InputError(`There is no store "${from}". Give its path with --from.`);
  for (const where of [from, to])
    if (!isAddress(where) && isServed(where))
      throw new InputError(
        `Signpost serves "${where}", and what comes in during the copy would be lost. Stop it, or copy from a backup: npm run backup -- --to FILE.`,
      );
  const { tell, clear } = progressLine();
  const progress = (table: string, done: number, all: number): void => tell(`${done} of ${all}  ${table}`);
  const source = await openSource(from);
  const isNew = !isAddress(to) && !existsSync(to);
  try {
    const target = (await openDatabase(to)).db;
    try {
      const copied = await copyStore(source.db, target, { merge, progress }).finally(clear);
      const width = Math.max(...copied.map(({ table }) => table.length));
      for (const { table, rows, added } of copied)
        print(`${table.padEnd(width)} ${String(rows).padStart(8)} rows, ${added} of them added`);
      print(`${nameOf(to)} has everything that ${nameOf(from)} had.`);
    } finally {
      await target.destroy();
    }
  } catch (error) {
    if (isNew) for (const rest of ['', '-wal', '-shm']) rmSync(`${to}${rest}`, { force: true });
    throw error;
  } finally {
    await source.close();
  }
  return 0;
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const checkDomain = async (domain: string, values: Values): Promise<number> => {
  const { checksWith } = await import('./checks/index.ts');
  const { isHostName } = await import('./checks/address.ts');
  const { reportLines, statusOf } = await import('./checks/report.ts');
  if (!isHostName(domain)) return wrongUse(`"${domain}" is not a domain. Give one such as contoso.com.`);
  const checks = checksWith(readConfig(process.env).checks);
  const tell = (step: string): void => void (values.json || process.stderr.write(`${step} ...\n`));
  const report = await checks.checkDomain(domain, tell);
  if (values.json) {
    const { endpoint: _, ...rest } = report;
    print(JSON.stringify(rest));
  } else print(`\n${reportLines(report, Date.now()).join('\n')}`);
  return statusOf(report);
};

type Command = {
  readonly options: readonly (keyof Values)[];
  /** How many words may follow its name. */
  readonly words: number;
  readonly run: (values: Values, ...words: readonly string[]) => number | Promise<number>;
};

const nameDomain = 'Give a domain: npm run check-domain -- contoso.com';
const nameTicket = 'Name the ticket, or the key; or give --all instead of it.';
const nameProblem = 'Give a code or a symptom: npm run catalog -- new 50199';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    ask: {
      options: ['json', 'jsonl', 'catalog'],
      words: Number.POSITIVE_INFINITY,
      run: (values, ...words) => ask(words.join(' '), values),
    },
    chat: { options: ['jsonl', 'store', 'catalog'], words: 0, run: chat },
    'check-domain': {
      options: ['json'],
      words: 1,
      run: (values, domain) => (domain === undefined ? wrongUse(nameDomain) : checkDomain(domain, values)),
    },
    'catalog check': { options: ['catalog'], words: 0, run: check },
    'catalog stats': { options: ['catalog', 'store'], words: 0, run: stats },
    'catalog gaps': { options: ['store'], words: 0, run: (values) => withStore(values, tellGaps) },
    'catalog new': {
      options: ['to', 'from-ticket', 'store'],
      words: 1,
      run: (values, name) => {
        const id = values['from-ticket'];
        if (id && !name) return beginFromTicket(id, values);
        return name && !id ? begin(name, values) : wrongUse(nameProblem);
      },
    },
    'catalog import': {
      options: ['to', 'topic', 'link-base'],
      words: 1,
      run: (values, from) => (from ? importFrom(from, values) : wrongUse('Give a file or a folder to import from.')),
    },
    'store migrate': { options: ['store'], words: 0, run: migrateStore },
    'store copy': { options: ['from', 'to', 'merge'], words: 0, run: copy },
    'tickets list': {
      options: ['store', 'all'],
      words: 0,
      run: (values) => withStore(values, (store) => listTickets(store, values.all ?? false, print)),
    },
    'tickets show': {
      options: ['store'],
      words: 1,
      run: (values, id) => (id ? withStore(values, (store) => showTicket(store, id, print)) : wrongUse(nameTicket)),
    },
    'tickets export': {
      options: ['store', 'csv'],
      words: 0,
      run: (values) => withStore(values, (store) => exportTickets(store, values.csv ?? false, print)),
    },
    'tickets dead': {
      options: ['store'],
      words: 0,
      run: (values) => withStore(values, (store) => listDead(store, print)),
    },
    'tickets replay': {
      options: ['store', 'all'],
      words: 1,
      run: ({ all = false, ...values }, key) =>
        (key === undefined) === all
          ? withStore(values, (store) => replayDead(store, key ?? null, Date.now(), print))
          : wrongUse(nameTicket),
    },
  }),
);

const run = (): number | Promise<number> => {
  const [name = '', ...args] = process.argv.slice(2);
  const { values, positionals } = parsed(args);
  const whole = commands.has(name);
  const words = whole ? positionals : positionals.slice(1);
  const asked = commands.get(whole ? name : `${name} ${positionals[0]}`);
  const extra = Object.keys(values).find((option) => !asked?.options.some((one) => one === option));
  if (asked && !extra && words.length <= asked.words) {
    if (values.store === '') return wrongUse('--store is empty. Give the path of a store.');
    refuseBadAddress(values.store ?? '');
    return asked.run(values, ...words);
  }
  const isGroup = [...commands.keys()].some((one) => one.startsWith(`${name} `));
  if (isGroup && positionals.length === 0) return wrongUse(`Say what is to be done with "${name}".`);
  return wrongUse(
    `"${[name, ...args].join(' ')}" is not a command${asked && extra ? `: --${extra} does not belong here` : ''}.`,
  );
};

await command(usage, run);
