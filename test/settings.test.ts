import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { configuration, envExample } from '../docs/generate.ts';
import { readConfig } from '../src/config.ts';
import type { ConfigError } from '../src/model/errors.ts';
import { helpdeskDefaults } from '../src/model/ticket.ts';
import { choices, settings, takesOf } from '../src/settings.ts';
import { strangeIn } from '../src/strange.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The names that stand in quotes or after `env.` in the code, as settings are read. */
const readNames = (): ReadonlySet<string> => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && name !== 'settings.ts',
  );
  const found = files.flatMap((file) =>
    [
      ...read(`src/${file}`).matchAll(
        /'((?:SIGNPOST|GRAPH|SLACK|DATABASE|LOG)_[A-Z_]+|PORT|HOST|MicrosoftApp[A-Za-z]+)'/g,
      ),
    ].map(([, name]) => name!.replace(/_FILE$/, '')),
  );
  return new Set(found);
};

describe('the list of settings', () => {
  test('has every setting that is read, and no other', () => {
    expect(settings.map(({ name }) => name).toSorted()).toEqual([...readNames()].toSorted());
  });

  test('names each once, and says what it takes and means in one line', () => {
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const setting of settings) {
      const { name, takes, among, whole, meaning } = setting;
      expect([name, [takes, among, whole].filter((way) => way !== undefined).length]).toEqual([name, 1]);
      expect([name, takesOf(setting)]).toEqual([name, expect.stringMatching(/\S/)]);
      expect([name, meaning]).toEqual([name, expect.stringMatching(/^[^\n]+\.$/)]);
    }
  });

  test('every secret may come from a file, and nothing else may', () => {
    const sources = ['src/config.ts', 'src/operation.ts', 'src/checks/settings.ts', 'src/channels/slack/settings.ts']
      .map(read)
      .join('\n');
    for (const { name, secret } of settings)
      expect([name, sources.includes(`secret('${name}')`)]).toEqual([name, secret === true]);
  });

  test('its defaults are those of the program', () => {
    const defaults = Object.fromEntries(settings.flatMap(({ name, default: value }) => (value ? [[name, value]] : [])));
    expect(readConfig(defaults)).toEqual(readConfig({}));
    expect(readConfig({}).helpdesk).toEqual(helpdeskDefaults);
  });

  test('its bounds are those of the program', () => {
    const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
      try {
        readConfig(env);
        return [];
      } catch (error) {
        return (error as ConfigError).problems;
      }
    };
    for (const { name, whole } of settings) {
      if (!whole) continue;
      const [least, most] = whole;
      for (const value of [least, most]) expect([name, problemsOf({ [name]: String(value) })]).toEqual([name, []]);
      for (const value of [least - 1, most + 1, 'x', '1.5'])
        expect(problemsOf({ [name]: String(value) })).toEqual([
          `${name} is "${value}". Give a whole number from ${least} to ${most}.`,
        ]);
    }
    for (const [name, values] of Object.entries(choices)) {
      for (const value of values) expect([name, problemsOf({ [name]: value.toUpperCase() })]).toEqual([name, []]);
      expect(problemsOf({ [name]: 'none' })).toEqual([`${name} is "none". Give one of ${values.join(', ')}.`]);
    }
  });
});

describe('what is made from it', () => {
  test.each([
    ['.env.example', envExample],
    ['docs/configuration.md', configuration],
  ])('%s is up to date; "npm run docs" makes it so', (path, made) => {
    expect(read(path)).toBe(made());
  });

  const inForce = envExample().replaceAll(/^#(?=[A-Za-z_]+=)/gm, '');

  test('.env.example can be taken as it is, with every line in force', () => {
    const parsed = parseEnv(inForce);
    for (const { name, default: standard, example } of settings)
      expect([name, parsed[name]]).toEqual([name, standard ?? example ?? '']);
  });

  test('.env.example says the same to Docker, which takes what stands behind "=" as it is', () => {
    const literal = Object.fromEntries(
      inForce
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    expect(literal).toEqual({ ...parseEnv(inForce) });
    expect(strangeIn(literal)).toEqual([]);
  });
});
