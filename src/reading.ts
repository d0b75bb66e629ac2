/** Reads settings from the environment as their list describes them; every problem is kept, with its cure. */
import { readFileSync } from 'node:fs';
import { choices, type Setting, settings } from './settings.ts';

type Choices = typeof choices;

export type Reader = {
  readonly text: (name: string) => string | undefined;
  /** The text, or what the list has as the default. */
  readonly textOrDefault: (name: string) => string;
  /** Also from NAME_FILE. */
  readonly secret: (name: string) => string | undefined;
  /** A whole number within the bounds of the list. */
  readonly whole: (name: string) => number;
  readonly choice: <N extends keyof Choices>(name: N) => Choices[N][number];
  readonly problems: string[];
};

const listed: ReadonlyMap<string, Setting> = new Map(settings.map((setting) => [setting.name, setting]));

const described = (name: string): Setting & { readonly default: string } => {
  const setting = listed.get(name);
  if (setting?.default === undefined) throw new Error(`The list of settings has no default of ${name}. Add it.`);
  return { ...setting, default: setting.default };
};

export const readerOf = (env: NodeJS.ProcessEnv): Reader => {
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;

  return {
    problems,
    text,
    textOrDefault: (name) => text(name) ?? described(name).default,

    secret(name) {
      const file = text(`${name}_FILE`);
      if (file === undefined) return text(name);
      if (text(name)) problems.push(`${name} and ${name}_FILE are both set. Keep one of them.`);
      try {
        const value = readFileSync(file, 'utf8').trim();
        if (!value) problems.push(`${name}_FILE names "${file}", which is empty. Write the secret into it.`);
        return value || undefined;
      } catch {
        problems.push(`${name}_FILE names "${file}", which cannot be read. Give the path of a file with the secret.`);
        return undefined;
      }
    },

    whole(name) {
      const { whole: [least, most] = [0, Number.MAX_SAFE_INTEGER], default: standard } = described(name);
      const given = text(name) ?? standard;
      const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
      if (number >= least && number <= most) return number;
      problems.push(`${name} is "${given}". Give a whole number from ${least} to ${most}.`);
      return Number(standard);
    },

    choice<N extends keyof Choices>(name: N): Choices[N][number] {
      const values: readonly Choices[N][number][] = choices[name];
      const given = text(name) ?? described(name).default;
      const known = values.find((one) => one.toLowerCase() === given.toLowerCase());
      if (known === undefined) problems.push(`${name} is "${given}". Give one of ${values.join(', ')}.`);
      return known ?? values[0]!;
    },
  };
};
