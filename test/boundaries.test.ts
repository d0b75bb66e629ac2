import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = new URL('..', import.meta.url).pathname;

const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** What a file imports: paths from the root for our own files, names for packages. */
const imports = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\s)(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
    ),
  ].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target;
  });

const own = (target: string): boolean => /^(?:src|dialogs|test)\//.test(target);

const sdks = [
  'botbuilder',
  'botframework-connector',
  'botframework-schema',
  '@slack/bolt',
  '@slack/web-api',
  'restify',
  'adaptivecards',
];
const engineLike = ['src/engine', 'src/notices', 'src/helpdesk', 'src/checks', 'src/pictures'];

/** What channels share: exchanges over HTTP. */
const shared = 'src/channels/http.ts';

/** Whether the rule of the folder that holds `file` lets it import `target`. */
const allowed = (file: string, target: string): boolean => {
  const within = (folder: string): boolean => target.startsWith(`${folder}/`);
  if (file.startsWith('src/model/')) return within('src/model') || target === 'node:http';
  if (file.startsWith('dialogs/')) return within('src/model') || within('dialogs');
  if (file.startsWith('src/knowledge/'))
    return own(target) ? within('src/model') || within('src/knowledge') : !sdks.includes(target);
  const engine = engineLike.find((folder) => file.startsWith(`${folder}/`));
  if (engine) return own(target) ? within('src/model') || within(engine) : !sdks.includes(target);
  if (file.startsWith('src/store/'))
    return own(target) ? within('src/model') || within('src/store') : !sdks.includes(target);
  if (file === shared) return !own(target) || within('src/model');
  const channel = /^src\/channels\/[^/]+/.exec(file)?.[0];
  if (channel) return own(target) ? within('src/model') || within(channel) || target === shared : true;
  return target !== 'src/app.ts' || ['src/load.ts', 'src/cli.ts'].includes(file);
};

const all = [...files('src'), ...files('dialogs')];

test('there are files to look at', () => {
  expect(all.length).toBeGreaterThan(30);
});

describe('a folder imports only what the design lets it', () => {
  test.each(all)('%s', (file) => {
    expect(imports(file).filter((target) => !allowed(file, target))).toEqual([]);
  });
});

test('the rule finds what it forbids', () => {
  expect(allowed('dialogs/cards.ts', 'node:fs')).toBe(false);
  expect(allowed('src/engine/answer.ts', 'src/channels/teams/index.ts')).toBe(false);
  expect(allowed('src/channels/web/index.ts', 'src/channels/teams/render.ts')).toBe(false);
  expect(allowed('src/model/reply.ts', 'zod')).toBe(false);
  expect(allowed('src/store/store.ts', 'src/app.ts')).toBe(false);
});

test('the SDKs of the chat platforms are loaded only where their channel is made', () => {
  const eager = all.filter((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)].some(([, target]) =>
      ['botbuilder', '@slack/bolt', 'pg', '@azure/identity'].includes(target!),
    ),
  );
  expect(eager).toEqual([]);
});
