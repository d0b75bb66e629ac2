/** The file `.env` of this folder. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './model/errors.ts';

/** Takes it into the environment, which goes before it, and returns its text, "" where there is none; throws `ConfigError`. */
export const readEnvFile = (): string => {
  const text = textOf('.env');
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
  return text;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new ConfigError([
      `${file} cannot be read by this user (${code}). Make it a file that the user may read, or remove it.`,
    ]);
  }
};
