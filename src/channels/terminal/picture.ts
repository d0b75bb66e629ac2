/** "picture FILE": a picture on this computer, read like one that is sent in a chat. */
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ChannelError, InputError } from '../../model/errors.ts';
import type { Event } from '../../model/message.ts';

/** The most bytes that are read into memory. */
const largest = 8 * 1024 * 1024;

/** The event that a line asks for, when what it names is a file; a path may stand in quotes. */
export const pictureIn = (line: string): Event | null => {
  const path = /^\s*picture\s+(['"]?)(.+?)\1\s*$/i.exec(line)?.[2];
  const file = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === undefined || !file?.isFile()) return null;
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
