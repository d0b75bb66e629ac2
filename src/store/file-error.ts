/** What SQLite says of a file, as an error that says what to do. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { messageOf, StoreError } from '../model/errors.ts';
import { missingRight } from './rights.ts';

export const busy = 5;
export const corrupt = 11;
export const notADatabase = 26;
const readOnly = 8;
const cannotOpen = 14;

const cures: Readonly<Record<number, string>> = {
  [busy]: 'Another program keeps it busy: stop that one, and keep the file on a local disk.',
  [readOnly]: 'Give this user the rights on it.',
  10: 'Look whether it is a file, and whether its disk is full or failing.',
  [corrupt]: 'It is damaged: put a backup back, as docs/runbook.md says.',
  13: 'Free space on its disk.',
  [cannotOpen]: 'Look whether it is a file.',
  [notADatabase]: 'It is no file of SQLite: give the path of a store.',
};

/** The code that SQLite gave, without what it adds to it. */
export const codeOf = (error: unknown): number | undefined => {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
};

/** Whether the rights of this user are what is missing. */
export const isRefused = (error: unknown): boolean => [readOnly, cannotOpen].includes(codeOf(error) ?? 0);

export const fileError = (error: unknown, file: string): StoreError => {
  const code = codeOf(error);
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    return new StoreError(
      `The store "${file}" failed: the folder "${folder}" is not there. Make it, or give another path.`,
    );
  const right = isRefused(error) ? missingRight(file) : undefined;
  const cure = right ? `Run this as the user of the store, because ${right}.` : code && cures[code];
  const failed = `The store "${file}" failed: ${messageOf(error)}.`;
  return new StoreError(cure ? `${failed} ${cure}` : failed, code === undefined ? undefined : String(code));
};
