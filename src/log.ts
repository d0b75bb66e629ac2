/** The log, and what is told to whoever starts Signpost. */
import pino from 'pino';
import type { Log } from './model/ports.ts';

/**
 * Structured log on standard error, so that standard output belongs to the commands. Each line is written before the
 * program goes on, so that the last ones of a process come in their order.
 */
export const logTo = (level: string): Log =>
  pino(
    { level, base: null, redact: ['*.password', '*.token', '*.authorization'] },
    pino.destination({ dest: 2, sync: true }),
  );

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
