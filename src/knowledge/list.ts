/** Reads the lists in YAML that stand beside the entries. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** What a file holds, which should be a list; `problem` says what is wrong where it is none. */
type List = {
  readonly file: string;
  readonly text: string;
  readonly list: unknown;
  readonly problem: string;
};

/** A folder need not have the file: that is an empty list. */
export const readList = async (folder: string, name: string): Promise<List> => {
  const path = join(folder, name);
  const file = relative(process.cwd(), path) || path;
  const text = await readFile(path, 'utf8').catch(() => '[]');
  try {
    return { file, text, list: load(text, { schema: FAILSAFE_SCHEMA }), problem: 'is no list.' };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { file, text, list: null, problem: `${error.reason}.` };
  }
};
