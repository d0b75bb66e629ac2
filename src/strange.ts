/** What in the environment and in `.env` looks as if it were meant for Signpost, and is no setting or not the value that is meant. */
import { readEnvFile } from './env-file.ts';
import { slipsOf } from './knowledge/slips.ts';
import { settings } from './settings.ts';

export type Strange = { readonly what: string; readonly cure: string };

const names: readonly string[] = settings.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));

/** On Windows a name is the same in capitals and in small letters. */
const asRead = (name: string): string => (process.platform === 'win32' ? name.toUpperCase() : name);

const known: ReadonlySet<string> = new Set(names.map(asRead));

const beginsLikeOurs = /^(?:SIGNPOST_|SLACK_|GRAPH_|MicrosoftApp)/i;

/** How many letters may be wrong, and how long a name must be for another to be taken for it. */
const slips = 2;
const longEnough = 8;

/** Takes `.env` of this folder into the environment, and tells what is strange in either; throws `ConfigError`. */
export const takeEnvFile = (): readonly Strange[] => {
  const lines = strangeLines(readEnvFile());
  return [...strangeIn(process.env), ...lines];
};

export const strangeIn = (env: NodeJS.ProcessEnv): readonly Strange[] =>
  Object.entries(env).flatMap(([name, value = '']) => {
    if (known.has(asRead(name))) return strangeValue(name, value);
    const near = nearest(name);
    if (near === undefined && !beginsLikeOurs.test(name)) return [];
    return [
      {
        what: `${name} is no setting.`,
        cure: near === undefined ? 'Remove it; docs/configuration.md has all there are.' : `Did you mean ${near}?`,
      },
    ];
  });

/** No value of a setting has these on purpose; `.env` is read without them, but Docker's env files are not. The value may be a secret. */
const strangeValue = (name: string, value: string): readonly Strange[] => {
  if (/(?:^|\s)#(?:\s|$)/.test(value))
    return [
      {
        what: `${name} has a comment behind its value, which counts as part of it.`,
        cure: 'Put the comment on a line of its own.',
      },
    ];
  return /^\s*(["'`]).*\1\s*$/s.test(value)
    ? [{ what: `${name} is in quotes, which count as part of its value.`, cure: 'Leave the quotes out.' }]
    : [];
};

/** By number, because what stands in them may be a secret. */
export const strangeLines = (text: string): readonly Strange[] =>
  text
    .replaceAll(commentOrQuoted, (found) => found.replaceAll(/[^\n]/g, ''))
    .split('\n')
    .flatMap((line, n) =>
      /^\s*(?:export\s+)?[\w.-]+\s*=|^\s*$/.test(line)
        ? []
        : [{ what: `Line ${n + 1} of .env sets nothing.`, cure: 'Write NAME=value, or # before a comment.' }],
    );

/** A value in quotes may go over several lines. */
const commentOrQuoted = /^[^\S\n]*#.*$|(?<==[^\S\n]*)(["'`])[^]*?\1/gm;

/** The first letter is taken to be right, which leaves little to compare. */
const nearest = (name: string): string | undefined => {
  const capitals = name.toUpperCase();
  const [best] = names
    .filter((one) => one.length >= longEnough && one.startsWith(capitals[0] ?? ''))
    .map((one) => ({ one, wrong: slipsOf(capitals, one.toUpperCase()) }))
    .filter(({ wrong }) => wrong <= slips)
    .toSorted((a, b) => a.wrong - b.wrong);
  return best?.one;
};
