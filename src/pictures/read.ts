/** Reads the text of a picture, one at a time, in a process that is started when first needed and ended when idle. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ChannelError } from '../model/errors.ts';
import type { Unread } from '../model/picture.ts';
import type { Asked, Told } from './child.ts';
import { kindOf } from './kind.ts';

/** Sizes are in bytes and pixels, times in milliseconds; `waiting` is how many pictures may wait for the one that is being read. */
export type ReadLimits = {
  readonly bytes: number;
  readonly pixels: number;
  /** For fetching a picture, for waiting until it is its turn, and for reading it: together less than the lease of a job. */
  readonly fetch: number;
  readonly wait: number;
  readonly time: number;
  readonly waiting: number;
  readonly idle: number;
  /** The heap of the process, in MB; what decoders need comes on top and is bounded by `pixels`. */
  readonly heap: number;
};

export const limits: ReadLimits = {
  bytes: 8 * 1024 * 1024,
  pixels: 40_000_000,
  fetch: 10_000,
  wait: 20_000,
  time: 20_000,
  waiting: 3,
  idle: 5 * 60_000,
  heap: 256,
};

/** `why` is for the log; it holds nothing of the picture. */
export type Read = { readonly text: string } | { readonly unread: Unread; readonly why: string };

export type Reader = {
  readonly read: (bytes: Uint8Array) => Promise<Read>;
  /** The process that reads, if it is running. */
  readonly pid: () => number | undefined;
  /** Ends the process; what is being read or waits fails with a `ChannelError` that may be tried again. */
  readonly close: () => void;
};

/** Somebody else may read the picture later. */
const whenClosed = (): ChannelError =>
  new ChannelError('The bot is being stopped. The picture is read when it runs again.', { retry: true });

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The process gets no settings of ours, and may read files but not write any. */
const begin = (path: string, heap: number): ChildProcess => {
  const child = fork(path, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] },
    execArgv: [
      `--max-old-space-size=${heap}`,
      '--no-warnings',
      '--permission',
      '--allow-fs-read=*',
      '--allow-addons',
      '--allow-worker',
    ],
  });
  child.unref();
  child.channel?.unref();
  return child;
};

/** `path` is the program to run. */
export const reader = (own: Partial<ReadLimits> = {}, path: string = program): Reader => {
  const { bytes: most, pixels, wait, time, waiting, idle, heap } = { ...limits, ...own };
  let child: ChildProcess | undefined;
  let rest: NodeJS.Timeout | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let pending = 0;
  let asked = 0;
  let closed = false;

  const end = (): void => {
    clearTimeout(rest);
    child?.kill('SIGKILL');
    child = undefined;
  };

  const running = (): ChildProcess => {
    if (!child) {
      const mine = begin(path, heap);
      const forget = (): void => {
        if (child === mine) child = undefined;
      };
      mine.once('exit', forget);
      mine.once('error', forget);
      child = mine;
    }
    return child;
  };

  const ask = (bytes: Uint8Array): Promise<Read> =>
    new Promise((resolve) => {
      const id = ++asked;
      const mine = running();
      const done = (read: Read): void => {
        clearTimeout(timer);
        mine.off('message', heard).off('exit', gone).off('error', gone);
        resolve(read);
      };
      const heard = (told: Told): void => {
        if (told.id === id) done('text' in told ? { text: told.text } : { unread: told.fault, why: told.why });
      };
      const gone = (): void => done({ unread: 'failed', why: 'the process that reads pictures ended' });
      const timer = setTimeout(() => {
        done({ unread: 'slow', why: `it took longer than ${time} ms` });
        end();
      }, time);
      mine.on('message', heard).once('exit', gone).once('error', gone);
      const question: Asked = { id, bytes, pixels };
      mine.send(question, (error) => {
        if (error) gone();
      });
    });

  const take = async (bytes: Uint8Array, since: number): Promise<Read> => {
    if (Date.now() - since > wait) return { unread: 'busy', why: `it waited longer than ${wait} ms` };
    clearTimeout(rest);
    if (closed) throw whenClosed();
    const read = await ask(bytes);
    if (closed) throw whenClosed();
    if ('unread' in read && read.unread === 'absent') end();
    rest = setTimeout(end, idle);
    rest.unref();
    return read;
  };

  return {
    async read(bytes) {
      if (bytes.length > most) return { unread: 'large', why: `${bytes.length} bytes` };
      if (!kindOf(bytes)) return { unread: 'kind', why: 'not a PNG, JPEG, WebP or GIF' };
      if (pending > waiting) return { unread: 'busy', why: `${pending} pictures are being read` };
      pending++;
      try {
        const since = Date.now();
        const mine = tail.then(() => take(bytes, since));
        tail = mine.catch(() => undefined);
        return await mine;
      } finally {
        pending--;
      }
    },
    pid: () => child?.pid,
    close() {
      closed = true;
      end();
    },
  };
};
