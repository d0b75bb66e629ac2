/** Whether this user has the rights that a store on a file needs. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The right that is missing, in words that end a sentence; undefined where none is. */
export const missingRight = (file: string): string | undefined => {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) return `the folder "${folder}" is not there`;
  const { R_OK: read, W_OK: write } = constants;
  const refused = refusal(folder, write);
  if (refused === 'EROFS') return `the folder "${folder}" is on a disk that may only be read`;
  if (refused) return `this user may not write in the folder "${folder}", where files stand beside the store`;
  return existsSync(file) && refusal(file, read | write) ? 'this user may not read and write the file' : undefined;
};

/** The code of the system, where this user lacks a right. */
const refusal = (path: string, right: number): string | undefined => {
  try {
    accessSync(path, right);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'refused';
  }
};
