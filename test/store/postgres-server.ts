/** A real PostgreSQL server for tests, in a folder of its own and on a free port; it ends with the test, however that ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type PostgresServer = {
  /** Makes an empty database and returns its address. */
  database(): Promise<string>;
  /** Address of a database of this name, whether it exists or not. */
  urlOf(name: string): string;
  /** Runs SQL in the database `postgres`, as its superuser. */
  run(sql: string): Promise<readonly object[]>;
  /** Ends the server at once, as a crash does. */
  crash(): Promise<void>;
  /** Ends the server in good order, as an administrator does; whoever is connected is told. */
  halt(): Promise<void>;
  /** Starts it again after either, on the same port. */
  up(): Promise<void>;
  stop(): Promise<void>;
};

const keeper = new URL('./postgres-keeper.ts', import.meta.url).pathname;

/** Starts a server, in about a second; throws why it cannot. A durable one waits for the disk at every commit. */
export const startPostgres = async ({ durable = false } = {}): Promise<PostgresServer> => {
  const child = spawn(process.execPath, ['--no-warnings', keeper, ...(durable ? ['--durable'] : [])], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines = answersOf(child);
  const address = await lines();
  const tell = async (order: 'crash' | 'halt' | 'up'): Promise<void> => {
    child.stdin.write(`${order}\n`);
    await lines();
  };
  const { Client } = await import('pg');
  const urlOf = (name: string): string => `${address}${name}`;
  const run = async (sql: string): Promise<readonly object[]> => {
    const client = new Client({ connectionString: urlOf('postgres') });
    await client.connect();
    try {
      return (await client.query(sql)).rows as object[];
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    urlOf,
    run,
    async database() {
      const name = `test${++made}`;
      await run(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    crash: () => tell('crash'),
    halt: () => tell('halt'),
    up: () => tell('up'),
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
};

/** The next line that the keeper prints; throws what it complained about once it has ended. */
const answersOf = (child: ChildProcess): (() => Promise<string>) => {
  let err = '';
  child.stderr!.on('data', (chunk) => (err += chunk));
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (!done) return value;
    throw new Error(err.trim() || 'The PostgreSQL server for the tests ended without a word.');
  };
};
