import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

// Servers and processes start slowly on a busy machine.
jest.setTimeout(30_000);

const keeper = new URL('./postgres-keeper.ts', import.meta.url).pathname;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  chmodSync(home, 0o755);
});
afterEach(() => rmSync(home, { recursive: true }));

/** Starts the keeper with a folder of its own for temporary files. */
const keep = (): ChildProcess =>
  spawn(process.execPath, ['--no-warnings', keeper], { env: { ...process.env, TMPDIR: home } });

const isFree = async (address: string): Promise<boolean> => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: address });
  const refused = await client.connect().catch((error: NodeJS.ErrnoException) => error.code === 'ECONNREFUSED');
  if (refused === true) return true;
  await client.end();
  return false;
};

const ends: readonly (readonly [how: string, end: (child: ChildProcess) => void])[] = [
  ['SIGTERM', (child) => child.kill('SIGTERM')],
  ['the end of whoever started it', (child) => child.stdin!.end()],
];

test.each(ends)(
  'the server and its folder are gone after %s',
  async (_, end) => {
    const child = keep();
    const [chunk] = await once(child.stdout!, 'data');
    const address = `${String(chunk).trim()}postgres`;
    expect(await isFree(address)).toBe(false);
    end(child);
    await once(child, 'exit');
    expect(await isFree(address)).toBe(true);
    expect(readdirSync(home)).toEqual([]);
  },
  20_000,
);

test('where the server cannot run, that is an error with its cure and not a skipped test', async () => {
  chmodSync(home, 0o755);
  const child = spawn(process.execPath, ['--no-warnings', keeper], {
    env: { ...process.env, TMPDIR: join(home, 'none') },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const [[chunk], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'exit')]);
  expect([String(chunk), code]).toEqual([expect.stringContaining('none'), 1]);
});
