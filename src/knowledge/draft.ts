/** Starts a new entry from the template. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../model/errors.ts';

/** Where the entries of a code stand in the built-in catalog. */
const folderOf = (name: string): string => {
  if (/^\d{5,7}$/.test(name)) return 'entra';
  if (name.startsWith('8004')) return 'office-365';
  if (name.startsWith('MSIS')) return 'ad-fs';
  return /^0x|^[A-Z]+_\d/.test(name) ? 'windows' : 'symptoms';
};

/** Writes a draft for a code or a symptom in kebab-case and returns its path; throws `InputError` when there is one already. */
export const draft = async (name: string, to: string, template: string, today: string): Promise<string> => {
  const code = /^(?:[0-9A-F]{5,8}|0x[0-9A-F]{8}|[A-Z]+_?\d+)$/.test(name);
  if (!code && !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name))
    throw new InputError(
      `"${name}" is no code and no symptom. Give a code such as 50199, or words such as no-prompt-at-all.`,
    );
  const folder = join(to, folderOf(name));
  const path = join(folder, `${name}.md`);
  const text = (await readFile(template, 'utf8'))
    .replace(/^codes: .*\n(?:names: .*\n)?(?:shared: .*\n)?/m, code ? `codes: ["${name}"]\n` : '')
    .replace(/^reviewed: .*$/m, `reviewed: ${today}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new InputError(`${path} exists already. Edit it, or give another name.`);
  });
  return path;
};
