/** This computer: the Node that runs, the packages that may be missing, the catalog. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { statsIn } from './reviews.ts';
import { checkSays } from '../knowledge/check.ts';
import { readCatalog } from '../knowledge/read.ts';
import { counted } from '../model/counted.ts';
import { CatalogError, complain } from '../model/errors.ts';
import { fail, type Line, pass, warn } from './finding.ts';

/** What the scripts bring along; older ones run TypeScript or SQLite only with flags. */
const leastNode = 24;

export const nodeLine = (version: string = process.versions.node): Line =>
  Number.parseInt(version, 10) >= leastNode
    ? pass('node', `Node ${version}.`)
    : fail(
        'node',
        `Node ${version} is older than ${leastNode}.`,
        'Start with "npm start", which uses the Node that npm ci brings along.',
      );

const optional = ['tesseract.js', '@tesseract.js-data/eng', 'sharp'];

export const packageLine = (has: (name: string) => boolean = isInstalled): Line => {
  const missing = optional.filter((name) => !has(name));
  return missing.length === 0
    ? pass('packages', 'Everything is installed, the optional packages too.')
    : warn(
        'packages',
        `Not installed: ${missing.join(', ')}. Pictures are not read.`,
        'Run "npm ci" without --omit=optional, if pictures are to be read.',
      );
};

const isInstalled = (name: string): boolean =>
  existsSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url));

/** Whether it can be listened at HOST, at whatever port is free. */
export const hostLine = (host: string): Promise<Line> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(
        fail(
          'host',
          `HOST is "${host}": this computer cannot listen there (${code}).`,
          'Set HOST to an address of this computer, to 127.0.0.1 for itself only, or to 0.0.0.0 for all of its addresses.',
        ),
      ),
    );
    server.listen(0, host, () => server.close(() => resolve(pass('host', `It can listen at ${host}.`))));
  });

/** How old a review may be, in days. */
const freshFor = 365;

export const catalogLines = async (builtIn: string, own: string | undefined, now: number): Promise<readonly Line[]> => {
  try {
    const { filed, complaints } = await readCatalog(builtIn, own);
    const all = [...complaints, ...checkSays(filed)];
    const first = all[0];
    const { old, oldest } = statsIn(
      filed.map(({ entry }) => entry),
      now - freshFor * 86_400_000,
    );
    return [
      first
        ? fail(
            'catalog',
            `${counted(all.length, 'complaint')}. The first: ${complain(first)}`,
            'Run "npm run catalog -- check" and correct them.',
          )
        : pass('catalog', `${counted(filed.length, 'entry', 'entries')}${own ? `, those of ${own} laid over` : ''}.`),
      old > 0
        ? warn(
            'reviews',
            `${counted(old, 'entry was', 'entries were')} last reviewed more than a year ago, the oldest on ${oldest}.`,
            'Look through them and set "reviewed" to today.',
          )
        : pass('reviews', `The oldest review is of ${oldest}.`),
    ];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return [fail('catalog', error.message.replaceAll(/\s*\n\s*/g, ' '), 'Correct SIGNPOST_CATALOG or the files.')];
  }
};
