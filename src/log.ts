/** The log, and what is told to whoever starts Signpost. */
import { writeSync } from 'node:fs';
import pino from 'pino';
import type { Log } from './model/ports.ts';

/** Where lines are written, and how many could not be. */
type Sink = { readonly write: (line: string) => void; readonly lost: () => number };

/**
 * Writes each line before the program goes on, so that the last ones of a process come in their order. A full disk, or a
 * pipe that is full because nobody reads it, costs the line and never the program.
 */
export const sinkOf = (put: (bytes: Uint8Array) => number): Sink => {
  let lost = 0;
  /** What is left of a line of which a part was taken, so that the next one begins on its own. */
  let rest: Uint8Array = new Uint8Array();
  const finish = (): void => {
    while (rest.length > 0) rest = rest.subarray(put(rest));
  };
  return {
    write(line) {
      let isBegun = false;
      try {
        finish();
        const bytes = Buffer.from(line);
        rest = bytes.subarray(put(bytes));
        isBegun = true;
        finish();
      } catch {
        if (!isBegun) lost++;
      }
    },
    lost: () => lost,
  };
};

const standardError = sinkOf((bytes) => writeSync(2, bytes));

/** How many lines of the log could not be written. */
export const lostLines = standardError.lost;

/** Structured log on standard error, so that standard output belongs to the commands. */
export const logTo = (level: string): Log =>
  pino({ level, base: null, redact: ['*.password', '*.token', '*.authorization'] }, standardError);

/** In a terminal words are read by a person, elsewhere by what collects the log. */
const { isTTY } = process.stderr;

/** The level that was asked for; in a terminal, where words tell of the start, warnings only unless another one was. */
export const levelOf = (level: string, isAsked: boolean): string => (isTTY && !isAsked ? 'warn' : level);

/** Warns of something before the settings are read. */
export const warnOf = (text: string): void => {
  if (isTTY) process.stderr.write(`Warning: ${text}\n`);
  else logTo('warn').warn({}, text);
};

/** Says why Signpost ends: `text` as a whole in a terminal, each of `lines` as one of the log. */
export const failWith = (text: string, lines: readonly string[] = [text]): void => {
  if (isTTY) process.stderr.write(`${text}\n`);
  else for (const line of lines) logTo('error').error({}, line);
};

/** Node tells its warnings as a text of several lines, which is no log. */
export const logWarnings = (log: Log): void => {
  if (isTTY) return;
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.warn({ from: 'node', name }, message));
};
