/** The version of Signpost, from its package. */
import { readFileSync } from 'node:fs';

const packaged = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

export const { version } = packaged;
