import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { languageProblems, manifestProblems, packageOf } from '../manifest/build.ts';
import { iconProblems } from '../manifest/icon.ts';

const root = new URL('..', import.meta.url).pathname;
const appId = '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as a person runs it. */
const run = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'manifest/build.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stderr };
};

const manifestIn = (zip: Uint8Array | undefined) => {
  if (!zip) throw new Error('There is no package.');
  return JSON.parse(Buffer.from(unzipSync(zip)['manifest.json']!).toString());
};

const standard = packageOf({ appId });

describe('the app package for Teams', () => {
  test('holds the manifest, its translations and two icons, without a folder around them', () => {
    const { zip, problems } = packageOf({ appId, host: 'signpost.contoso.com' });
    expect(problems).toEqual([]);
    expect(Object.keys(unzipSync(zip!)).toSorted()).toEqual([
      'color.png',
      'de.json',
      'es.json',
      'fr.json',
      'ja.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  test('has everything filled in', () => {
    const manifest = manifestIn(packageOf({ appId, host: 'signpost.contoso.com', developer: 'Contoso "IT"' }).zip);
    expect(JSON.stringify(manifest)).not.toMatch(/\$\{|example\.com/);
    expect(manifest).toMatchObject({
      id: appId,
      version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
      developer: { name: 'Contoso "IT"', websiteUrl: 'https://signpost.contoso.com' },
      bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
      webApplicationInfo: { id: appId, resource: 'https://signpost.contoso.com' },
    });
  });

  test('may have an id of its own', () => {
    const teamsAppId = '6d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11';
    expect(manifestIn(packageOf({ appId, teamsAppId }).zip)).toMatchObject({
      id: teamsAppId,
      bots: [{ botId: appId }],
    });
  });

  test('offers commands in each scope', () => {
    const [bot] = manifestIn(standard.zip).bots;
    const titles = (scope: string): readonly string[] =>
      bot.commandLists
        .filter(({ scopes }: { scopes: string[] }) => scopes.includes(scope))
        .flatMap(({ commands }: { commands: { title: string }[] }) => commands.map(({ title }) => title));
    expect(titles('personal')).toEqual(['What is 80043431', 'my tickets', 'check contoso.com', 'help']);
    expect(titles('team')).toContain('use this channel for helpdesk');
    expect(titles('team')).toContain('notify here about federation');
    expect(titles('groupChat')).toContain('notify here about federation');
  });

  test('asks to read messages, and says what for', () => {
    const manifest = manifestIn(standard.zip);
    const names = manifest.authorization.permissions.resourceSpecific.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat']);
    expect(manifest.description.full).toContain('may read the messages');
    const readme = readFileSync(join(root, 'manifest/README.md'), 'utf8');
    for (const name of names) expect(readme).toContain(name);
  });

  test('asks for nothing where only mentions are to be read', () => {
    const { zip, problems } = packageOf({ appId, mentionsOnly: true });
    expect(problems).toEqual([]);
    const manifest = manifestIn(zip);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest.description.full).not.toContain('may read');
  });

  test('offers the search where people write, and the explanation on messages', () => {
    const [{ botId, commands }] = manifestIn(standard.zip).composeExtensions;
    expect(botId).toBe(appId);
    expect(commands).toEqual([
      expect.objectContaining({ id: 'find', type: 'query', context: ['compose', 'commandBox'], initialRun: true }),
      expect.objectContaining({ id: 'explain', type: 'action', context: ['message'], fetchTask: true }),
    ]);
  });

  test('is the same each time', () => {
    expect(packageOf({ appId }).zip).toEqual(standard.zip);
  });
});

describe('the official schema', () => {
  const manifest = manifestIn(standard.zip);

  test.each([
    ['a name that is too long', { name: { short: 'x'.repeat(31), full: 'x' } }, 'manifest.json: name/short'],
    ['a property that it does not know', { nonsense: 1 }, '(nonsense)'],
    ['an id that is none', { id: 'signpost' }, 'manifest.json: id'],
    [
      'an address that is none of the web',
      { developer: { ...manifest.developer, websiteUrl: 'ftp://x' } },
      'websiteUrl',
    ],
    ['a scope that does not exist', { bots: [{ botId: appId, scopes: ['world'] }] }, 'bots/0/scopes/0'],
    ['no icons', { icons: undefined }, "'icons'"],
    ['a version of the schema that does not exist', { manifestVersion: '1.18' }, 'manifestVersion is "1.18"'],
    ['a version that is a path', { manifestVersion: '../..' }, 'manifestVersion is "../.."'],
  ])('refuses %s', (_name, change, named) => {
    const changed = JSON.parse(JSON.stringify({ ...manifest, ...change }));
    expect(manifestProblems(changed).join('\n')).toContain(named);
  });
});

describe('a translation', () => {
  const manifest = manifestIn(standard.zip);
  const files = unzipSync(standard.zip!);
  const texts = (file: string) => JSON.parse(Buffer.from(files[file]!).toString());
  const languages: readonly string[] = manifest.localizationInfo.additionalLanguages.map(
    ({ file }: { file: string }) => file,
  );

  test.each(languages)('%s says everything that people read, in its own words', (file) => {
    const translated = texts(file);
    const { commandLists } = manifest.bots[0];
    const count = commandLists.reduce((sum: number, { commands }: { commands: object[] }) => sum + commands.length, 0);
    const keys = Object.keys(translated);
    expect(keys.filter((key) => /^bots.*\.description$/.test(key))).toHaveLength(count);
    expect(keys.filter((key) => key.startsWith('composeExtensions'))).toHaveLength(6);
    expect(JSON.stringify(translated)).not.toContain('${');
    expect(translated['description.full']).not.toBe(manifest.description.full);
    expect(languageProblems(file, translated, manifest)).toEqual([]);
  });

  test('does not speak of permissions that are not asked for', () => {
    const lean = unzipSync(packageOf({ appId, mentionsOnly: true }).zip!);
    for (const file of languages)
      expect(Buffer.from(lean[file]!).length).toBeLessThan(Buffer.from(files[file]!).length);
  });

  test.each([
    ['a text that is too long', { 'description.short': 'x'.repeat(81) }, 'de.json: description.short'],
    ['a text that does not exist', { 'bots[0].commandLists[2].commands[9].title': 'x' }, 'does not have'],
    ['a key of no kind', { nonsense: 'x' }, '(nonsense)'],
    ['no description', { 'description.full': undefined }, "'description.full'"],
  ])('with %s is refused', (_name, change, named) => {
    const changed = JSON.parse(JSON.stringify({ ...texts('de.json'), ...change }));
    expect(languageProblems('de.json', changed, manifest).join('\n')).toContain(named);
  });
});

describe('an icon', () => {
  /** A PNG of one colour. */
  const png = (size: number, pixel: readonly number[], colorType = 6): Buffer => {
    const chunk = (name: string, data: Buffer): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(size, 0);
    head.writeUInt32BE(size, 4);
    head[8] = 8;
    head[9] = colorType;
    const row = Buffer.from([0, ...Array.from({ length: size }, () => pixel).flat()]);
    const rows = Buffer.concat(Array.from({ length: size }, () => row));
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };

  test.each<[string, Buffer, string | undefined]>([
    ['white', png(32, [255, 255, 255, 255]), undefined],
    ['transparent', png(32, [9, 9, 9, 0]), undefined],
    ['coloured', png(32, [255, 0, 0, 255]), 'pixels of a colour'],
    ['too large', png(48, [255, 255, 255, 255]), '48 x 48'],
    ['without transparency', png(32, [255, 255, 255], 2), 'RGBA'],
    ['no picture', Buffer.from('x'.repeat(100)), 'no PNG'],
  ])('for the outline is looked at: %s', (_name, file, problem) => {
    const problems = iconProblems('outline.png', file, 32, true);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems.join()).toContain(problem);
  });

  test('as it is stored with every filter is read right', () => {
    const outline = readFileSync(join(root, 'manifest/teams/outline.png'));
    expect(iconProblems('outline.png', outline, 32, true)).toEqual([]);
  });
});

describe('the command', () => {
  test('writes the package where it is told', () => {
    const { status, said } = run('--app-id', appId, '--host', 'signpost.contoso.com', '--out', 'mine.zip');
    expect([status, said]).toEqual([0, expect.stringContaining('mine.zip is ready')]);
    expect(manifestIn(readFileSync(join(folder, 'mine.zip'))).id).toBe(appId);
  });

  test.each<[string, readonly string[], string]>([
    ['no id', [], '--app-id is missing. Give the application (client) id of the bot, a GUID.'],
    ['an id that is none', ['--app-id', 'signpost'], '--app-id is "signpost". Give the application (client) id'],
    ['an address for a host', ['--app-id', appId, '--host', 'https://x.com/'], '--host is "https://x.com/". Give the'],
    ['an unknown option', ['--app-id', appId, '--colour', 'red'], "Unknown option '--colour'"],
    ['a developer that is too long', ['--app-id', appId, '--developer', 'x'.repeat(40)], 'developer/name'],
    ['a place that cannot be written', ['--app-id', appId, '--out', 'no/such/x.zip'], '--out is "no/such/x.zip"'],
  ])('refuses %s and says what to give', (_name, args, named) => {
    const { status, said } = run(...args);
    expect([status, said]).toEqual([1, expect.stringContaining(named)]);
    expect(said).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'signpost-teams.zip'))).toBe(false);
  });
});
