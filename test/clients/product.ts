/** The product itself, started as `npm start` does: a process, a port and a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const main = new URL('../../src/main.ts', import.meta.url).pathname;

/** A program that was started, with all that it printed. */
export type Program = { readonly child: ChildProcess; readonly printed: () => string; stop(): Promise<void> };

/** Starts a program of Node in a folder with these files only, with these settings and no others; `log` is a file it logs to. */
export const startProgram = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { files = {}, log }: { readonly files?: Readonly<Record<string, string>>; readonly log?: string } = {},
): Program => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const logged = (): string => (log && existsSync(join(home, log)) ? readFileSync(join(home, log), 'utf8') : '');
  const child = spawn(process.execPath, args, { cwd: home, env: { PATH: process.env['PATH'], HOME: home, ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'exit');
  return {
    child,
    printed: () => printed + logged(),
    async stop() {
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(giveUp);
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Waits until a program is so far; when it ends or takes too long, throws with what it printed and stops it. */
export const whenReady = async <T>(
  program: Program,
  name: string,
  look: () => Promise<T | undefined> | T | undefined,
  patience = 60_000,
): Promise<T> => {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    const { exitCode } = program.child;
    if (exitCode === null && Date.now() < end) await sleep(50);
    else {
      const printed = program.printed();
      if (exitCode === null) await program.stop();
      const why = exitCode === null ? `was not ready after ${patience / 1000} s` : `ended with status ${exitCode}`;
      throw new Error(`${name} ${why}. It printed:\n${printed}`);
    }
  }
};

export type Product = Program & { readonly origin: string };

/** Starts Signpost with these settings and waits until it says that it is ready. */
export const startProduct = async (env: Readonly<Record<string, string>> = {}): Promise<Product> => {
  const program = startProgram([main], { PORT: '0', LOG_LEVEL: 'warn', ...env });
  const origin = await whenReady(program, 'Signpost', () =>
    program.printed().includes('Ctrl+C') ? /http:\/\/127\.0\.0\.1:\d+/.exec(program.printed())?.[0] : undefined,
  );
  return { ...program, origin };
};

/** A port that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
