/** The commands behind the npm scripts: ask, chat, catalog. */
import { parseArgs } from 'node:util';
import { engine, loadCatalog, logTo, understandWith } from './app.ts';
import { askLines, askOnce } from './channels/json/ask.ts';
import { chatLines } from './channels/json/chat.ts';
import { lookOf, talk } from './channels/terminal/index.ts';
import { textOf } from './channels/terminal/render.ts';
import { builtIn } from './config.ts';
import { readFolder } from './knowledge/read.ts';
import { CatalogError, complain } from './model/errors.ts';
import { sqlite } from './store/sqlite.ts';

const usage = `Usage:
  npm run ask -- "what is 80043431"        answer one question (--json: as an object)
  npm run --silent ask -- --jsonl          answer a question a line
  npm run chat                             talk in the terminal
  npm run --silent chat -- --jsonl         whole conversations, an event a line
  npm run catalog -- check [folder]        check the catalog
Options: --catalog DIR, and for chat --store FILE
`;

const options = {
  jsonl: { type: 'boolean' },
  json: { type: 'boolean' },
  store: { type: 'string' },
  catalog: { type: 'string' },
} as const;

/** Exit statuses: 0 answered, 1 not known or not in order, 2 wrong use. */
const wrongUse = (why: string): number => {
  process.stderr.write(`${why}\n${usage}`);
  return 2;
};

const pipes = { input: process.stdin, output: process.stdout };

const ask = async (question: string, values: Values): Promise<number> => {
  const catalog = await loadCatalog(values.catalog ?? builtIn);
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
  const catalog = await loadCatalog(values.catalog ?? builtIn);
  const store = await sqlite(values.store ?? ':memory:');
  const { answer, work } = engine({ store, catalog, log: logTo('error') });
  if (values.jsonl) await chatLines(pipes, answer, catalog);
  else await talk(pipes, answer, 'terminal');
  await work.stop();
  await store.close();
  return 0;
};

const checkFolder = async (folder: string): Promise<number> => {
  const { filed, complaints } = await readFolder(folder);
  for (const complaint of complaints) process.stdout.write(`${complain(complaint)}\n`);
  process.stdout.write(`${filed.length} entries, ${complaints.length} complaints\n`);
  return complaints.length > 0 ? 1 : 0;
};

type Values = { jsonl?: boolean; json?: boolean; store?: string; catalog?: string };

const run = async (): Promise<number> => {
  const [command, ...args] = process.argv.slice(2);
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (command === 'ask') return ask(positionals.join(' '), values);
  if (command === 'chat') return chat(values);
  if (command === 'catalog' && positionals[0] === 'check') return checkFolder(positionals[1] ?? builtIn);
  return wrongUse(`"${[command, ...positionals].join(' ')}" is not a command.`);
};

try {
  process.exitCode = await run();
} catch (error) {
  const known = error instanceof CatalogError;
  process.stderr.write(`${known ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 2;
}
