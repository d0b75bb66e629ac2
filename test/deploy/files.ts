/** What the files for deployment are compared with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingNames, settings } from '../../src/settings.ts';

export const root = new URL('../..', import.meta.url).pathname;
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Whether Signpost reads a setting of this name, itself or from a file. */
export const isSetting = (name: string): boolean =>
  settingNames.has(name) || settingNames.has(name.replace(/_FILE$/, ''));

export const secretNames: readonly string[] = settings.filter(({ secret }) => secret).map(({ name }) => name);

export const port = 3978;
/** The paths for probes. */
export const served = ['/healthz', '/readyz'];

export type Any = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- files of others' shapes, looked at as they are
