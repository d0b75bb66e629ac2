/** A real PostgreSQL server for tests, in a folder of its own and on a free port; it ends with the test, however that ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type PostgresServer = {
  /** Process id of the server. */
  readonly pid: number;
  /** Makes an empty database and returns its address. */
  database(): Promise<string>;
  /** Address of a database of this name, whether it exists or not. */
  urlOf(name: string): string;
  /** Runs SQL in the database `postgres`, as its superuser. */
  run(sql: string): Promise<readonly object[]>;
  stop(): Promise<void>;
};

const keeper = new URL('./postgres-keeper.ts', import.meta.url).pathname;

/** Starts a server; throws why it cannot. Takes about two seconds. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const child = spawn(process.execPath, ['--no-warnings', keeper], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [address, pid] = (await firstLine(child)).split(' ');
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
    pid: Number(pid),
    urlOf,
    run,
    async database() {
      const name = `test${++made}`;
      await run(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stderr!.on('data', (chunk) => (err += chunk));
    child.stdout!.on('data', (chunk) => {
      out += chunk;
      if (out.includes('\n')) resolve(out.trim());
    });
    child.once('exit', () => reject(new Error(err.trim() || 'The PostgreSQL server for the tests did not start.')));
  });
