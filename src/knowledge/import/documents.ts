/** Finds the documents below a path and reads them, with the files they include. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { InputError } from '../../model/errors.ts';
import { front } from './front.ts';
import { decode } from './mend.ts';

/** `root` is the folder that includes are looked for in; `paths` are relative to it, with slashes. */
type Found = { readonly root: string; readonly paths: readonly string[]; readonly others: number };

const isDocument = (name: string): boolean => /\.(?:md|markdown|txt)$/i.test(name);

/** The documents in a folder and below it, or the one file that was named. */
export const findDocuments = async (from: string): Promise<Found> => {
  const root = await realpath(from).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `"${from}" cannot be read (${error.code ?? error.message}). Give the path of a document or folder.`,
    );
  });
  if (!(await stat(root)).isDirectory()) return { root: dirname(root), paths: [basename(root)], others: 0 };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !/(?:^|\/)(?:\.git|node_modules)\//.test(path));
  const paths = files.filter(isDocument).toSorted();
  return { root, paths, others: files.length - paths.length };
};

/** The text of a document, its characters mended. */
export const readDocument = async (root: string, path: string): Promise<string> =>
  decode(await readFile(join(root, path)));

const include = /\[!INCLUDE\s*\[[^\]]*\]\s*\(([^)\s]+)[^)]*\)\]/gi;
const deepest = 5;

/** Puts included files in their place; what is missing, outside the folder or includes itself is named in `missing`. */
export const withIncludes = async (
  root: string,
  path: string,
  text: string,
  depth = 0,
): Promise<{ text: string; missing: readonly string[] }> => {
  const missing: string[] = [];
  let done = '';
  let at = 0;
  for (const match of text.matchAll(include)) {
    const inside = await included(root, path, match[1]!, depth);
    if (inside) missing.push(...inside.missing);
    else missing.push(match[1]!.replace(/^(?:\.\.?\/)+|^~\//, ''));
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, match.index))?.[1] ?? '';
    done += text.slice(at, match.index) + (inside?.text.trim().replaceAll('\n', `\n${indent}`) ?? '');
    at = match.index + match[0].length;
  }
  return { text: done + text.slice(at), missing };
};

const included = async (
  root: string,
  path: string,
  href: string,
  depth: number,
): Promise<{ text: string; missing: readonly string[] } | undefined> => {
  const target = join(href.startsWith('~/') ? '' : dirname(path), href.replace(/^~\//, ''));
  if (target.startsWith('..') || depth >= deepest) return undefined;
  const text = await readDocument(root, target).catch(() => undefined);
  return text === undefined ? undefined : withIncludes(root, target, front(text).body, depth + 1);
};
