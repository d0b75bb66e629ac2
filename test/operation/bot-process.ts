/** The bot as its own process on loopback, and the servers that it talks to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';

const main = new URL('../../src/main.ts', import.meta.url).pathname;

export type Bot = {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly err: () => string;
  /** Sends SIGTERM; resolves with the exit code and how long it took, in milliseconds. */
  readonly terminate: () => Promise<{ readonly code: number | null; readonly took: number }>;
};

/** Starts it in a folder and waits until it is ready. */
export const bot = async (home: string, env: Record<string, string> = {}): Promise<Bot> => {
  const child = spawn(process.execPath, [main], { cwd: home, env: { PATH: process.env.PATH, PORT: '0', ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  for (let tries = 0; !out.includes('Ctrl+C'); tries++) {
    if (tries > 400 || child.exitCode !== null) throw new Error(`The bot did not start: ${out}${err}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    child,
    origin: /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0],
    err: () => err,
    async terminate() {
      const began = Date.now();
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return { code, took: Date.now() - began };
    },
  };
};

/** What the lines of a log say; throws where one of them is no JSON. */
export const messagesOf = (log: string): readonly string[] =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { msg: string }).msg);

/** A server on loopback; `handle` gets the body as well. */
export const serverOf = async (
  handle: (request: IncomingMessage, body: string, response: ServerResponse) => void | Promise<void>,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> => {
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    handle(request, await bodyOf(request), response);
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** What Teams sends when a person writes to the bot. */
export const activity = (serviceUrl: string, text: string, more: object = {}): object => ({
  type: 'message',
  id: `a${Math.random()}`,
  channelId: 'msteams',
  serviceUrl,
  from: { id: 'u1', name: 'Ada' },
  recipient: { id: 'bot', name: 'Signpost' },
  conversation: { id: 'c1', conversationType: 'personal' },
  text,
  ...more,
});

export const postJson = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
