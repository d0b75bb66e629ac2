/** "picture FILE": a picture on this computer, read like one that is sent in a chat. */
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ChannelError, InputError } from '../../model/errors.ts';
import type { Event } from '../../model/message.ts';

/** The most bytes that are read into memory. */
const largest = 8 * 1024 * 1024;

/** What a line names as a picture; a path may stand in quotes. */
const named = (line: string) => {
  const path = /^\s*picture\s+(['"]?)(.+?)\1\s*$/i.exec(line)?.[2];
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return { path, file: found?.isFile() ? found : undefined };
};

/** What a line names that looks like a path, when there is no such file. */
export const missingPicture = (line: string): string | null => {
  const { path, file } = named(line);
  return path !== undefined && !file && /[\\/]|\.(?:png|jpe?g|webp|gif)$/i.test(path) ? path : null;
};

/** The event that a line asks for, when what it names is a file. */
export const pictureIn = (line: string): Event | null => {
  const { path, file } = named(line);
  if (path === undefined || !file) return null;
  const ref = { path: resolve(path) };
  return { kind: 'said', text: '', pictures: [{ ref, name: basename(path), type: '', size: file.size }] };
};

/** Reads the file; throws `InputError` (413) when it is too large, `ChannelError` when it cannot be read. */
export const readPicture = async (ref: unknown): Promise<Uint8Array> => {
  const { path } = ref as { path: string };
  try {
    const { size } = await stat(path);
    if (size <= largest) return await readFile(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new ChannelError(`The picture cannot be read (${why}). Give the path of a file that can.`, { retry: false });
  }
  throw new InputError(`The picture is larger than ${largest} bytes.`, 413);
};
