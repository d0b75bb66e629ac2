/** The processes that are measured: each tells over IPC what it uses, and says on standard output when it is ready. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Processor time in milliseconds, memory in bytes; both are counted by the process itself. */
export type Gauge = { readonly cpu: number; readonly rss: number; readonly heap: number };

export type Measured = {
  readonly child: ChildProcess;
  /** The address it printed. */
  readonly origin: string;
  /** From its start until it said that it was ready, in milliseconds. */
  readonly began: number;
  /** `collect` lets it collect its garbage first, which takes a start with `--expose-gc`. */
  readonly gauge: (collect?: 'collect') => Promise<Gauge>;
  readonly stop: () => Promise<void>;
};

const gaugeFile = new URL('./gauge.ts', import.meta.url).href;

const patience = 60_000;

/** Production but for the rates: whoever measures writes more than people do. */
const settings = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  PORT: '0',
  SIGNPOST_RATE_PER_PERSON: '100000',
  SIGNPOST_RATE_PER_ADDRESS: '1000000',
};

/** Starts a program that prints its address and then a line with "Ctrl+C"; throws what it said when it ends before. */
export const startMeasured = async (
  file: URL,
  { cwd, env, flags = [] }: { readonly cwd: string; readonly env: Record<string, string>; readonly flags?: string[] },
): Promise<Measured> => {
  const from = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', '--import', gaugeFile, ...flags, file.pathname], {
    cwd,
    env: { PATH: process.env['PATH'], ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  let complaint = '';
  child.stderr!.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-4000)));
  const origin = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file.pathname} was not ready in time.\n${complaint}`)), patience);
    child.stdout!.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (!found || !said.includes('Ctrl+C')) return;
      clearTimeout(late);
      resolve(found);
    });
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`${file.pathname} ended before it was ready.\n${complaint}`));
    });
  });
  const began = performance.now() - from;
  return {
    child,
    origin,
    began,
    async gauge(collect) {
      const told = once(child, 'message');
      child.send(collect ?? 'gauge');
      const [gauge] = await told;
      return gauge as Gauge;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
};
