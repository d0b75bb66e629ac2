/** Makes the app package for Teams: `npm run manifest -- --app-id GUID [--host bot.example.com] [--out FILE.zip]`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Ajv from 'ajv-draft-04';
import { zipSync } from 'fflate';
import { iconProblems } from './icon.ts';

const usage = `npm run manifest -- --app-id GUID [options]

  --app-id GUID          the application (client) id of the bot
  --teams-app-id GUID    the id of the Teams app; the same as --app-id unless given
  --host HOST            where the bot is reached, such as bot.example.com
  --developer NAME       who is named as the developer
  --mentions-only        ask for no permission to read messages that do not mention the bot
  --out FILE.zip         where to write the package; signpost-teams.zip unless given
`;

/** Teams asks that the description say what is done with messages that the app may read. */
const reads =
  ' For this alone Signpost may read the messages of the teams and chats it is added to; it keeps nothing of any other message.';

const example = 'bot.example.com';
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export type Options = {
  readonly appId: string;
  readonly teamsAppId?: string | undefined;
  readonly host?: string | undefined;
  readonly developer?: string | undefined;
  readonly mentionsOnly?: boolean | undefined;
};

type Json = Record<string, unknown>;

/** The manifest with everything filled in. */
export const fill = (template: string, version: string, options: Options): Json => {
  const { appId, teamsAppId = appId, host = example, developer, mentionsOnly } = options;
  const values: Readonly<Record<string, string>> = {
    VERSION: version,
    APP_ID: appId,
    TEAMS_APP_ID: teamsAppId,
    HOST: host,
    READS: mentionsOnly ? '' : reads,
  };
  const manifest: Json = JSON.parse(
    template.replace(/\$\{\{(\w+)\}\}/g, (hole, name: string) => JSON.stringify(values[name] ?? hole).slice(1, -1)),
  );
  if (developer !== undefined) manifest['developer'] = { ...(manifest['developer'] as Json), name: developer };
  if (!mentionsOnly) return manifest;
  const { webApplicationInfo: _info, authorization: _permissions, ...rest } = manifest;
  return rest;
};

/** A file of translations with everything filled in; its own `reads` says what the permissions are for. */
const fillLanguage = (template: string, { mentionsOnly }: Pick<Options, 'mentionsOnly'>): Json => {
  const { reads: why, ...texts }: Json = JSON.parse(template);
  const end = mentionsOnly ? '' : String(why);
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, String(text).replace('${{READS}}', () => end)]),
  );
};

/** What the official schema of the manifest's own version says against it. */
export const manifestProblems = (manifest: Json): readonly string[] => {
  const version = String(manifest['manifestVersion']);
  if (!/^[\d.]+$/.test(version) || !existsSync(schemaOf(version, 'MicrosoftTeams')))
    return [`manifestVersion is "${version}", of which @microsoft/app-manifest has no schema. Give one that it has.`];
  return schemaProblems('manifest.json', manifest, schemaOf(version, 'MicrosoftTeams'));
};

/** What is wrong with a file of translations: by the official schema, and texts that the manifest does not have. */
export const languageProblems = (name: string, texts: Json, manifest: Json): readonly string[] => [
  ...schemaProblems(name, texts, schemaOf(String(manifest['manifestVersion']), 'MicrosoftTeams.Localization')),
  ...Object.keys(texts)
    .filter((key) => key !== '$schema' && typeof at(manifest, key) !== 'string')
    .map((key) => `${name}: ${key} translates what the manifest does not have.`),
];

/** What stands at a path such as "bots[0].commandLists[1].scopes". */
const at = (json: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((part, key) => (part as Json | undefined)?.[key], json);

const schemaOf = (version: string, schema: string): string => join(schemas(), `v${version}`, `${schema}.schema.json`);

const schemaProblems = (name: string, json: Json, file: string): readonly string[] => {
  const ajv = new Ajv.default({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  if (check(json)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}${instancePath.replace(/^\//, ': ')} ${message}${'additionalProperty' in params ? ` (${params['additionalProperty']})` : ''}.`,
  );
};

const schemas = (): string => {
  const find = createRequire(import.meta.url).resolve;
  return join(dirname(find('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
};

const optionProblems = ({ appId, teamsAppId, host }: Options): readonly string[] => [
  ...(guid.test(appId) ? [] : [`--app-id is "${appId}". Give the application (client) id of the bot, a GUID.`]),
  ...(teamsAppId === undefined || guid.test(teamsAppId)
    ? []
    : [`--teams-app-id is "${teamsAppId}". Give a GUID, or leave it out.`]),
  ...(host === undefined || isHost(host)
    ? []
    : [`--host is "${host}". Give the name of the host alone, such as ${example}.`]),
];

const isHost = (host: string): boolean =>
  URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host.toLowerCase() && host.includes('.');

/** The package as the bytes of a zip file, or what is wrong; equal options make equal bytes. */
export const packageOf = (options: Options): { readonly zip?: Uint8Array; readonly problems: readonly string[] } => {
  const wrong = optionProblems(options);
  if (wrong.length > 0) return { problems: wrong };
  const file = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
  const { version } = JSON.parse(file('../package.json').toString()) as { version: string };
  const manifest = fill(file('teams/manifest.json').toString(), version, options);
  const [color, outline] = [file('teams/color.png'), file('teams/outline.png')];
  const languages = namesOfLanguages(manifest).map(
    (name) => [name, fillLanguage(file(`teams/languages/${name}`).toString(), options)] as const,
  );
  const problems = [
    ...manifestProblems(manifest),
    ...languages.flatMap(([name, texts]) => languageProblems(name, texts, manifest)),
    ...iconProblems('color.png', color, 192),
    ...iconProblems('outline.png', outline, 32, true),
  ];
  if (problems.length > 0) return { problems };
  const files = {
    'manifest.json': bytesOf(manifest),
    ...Object.fromEntries(languages.map(([name, texts]) => [name, bytesOf(texts)])),
    'color.png': color,
    'outline.png': outline,
  };
  return { zip: zipSync(files, { mtime: new Date(2000, 0, 1) }), problems };
};

const bytesOf = (json: Json): Buffer => Buffer.from(`${JSON.stringify(json, null, 2)}\n`);

/** The files of translations that the manifest names; all stand in `teams/languages`. */
const namesOfLanguages = (manifest: Json): readonly string[] => {
  const { additionalLanguages = [] } = manifest['localizationInfo'] as {
    readonly additionalLanguages?: readonly { readonly file: string }[];
  };
  return additionalLanguages.map(({ file }) => file);
};

const main = (args: string[]): number => {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const fail = (...problems: readonly string[]): number => {
    say(['The package was not made:', ...problems.map((problem) => `  - ${problem}`), '', usage].join('\n'));
    return 1;
  };
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    ({ values } = parseArgs({
      args,
      options: {
        'app-id': text,
        'teams-app-id': text,
        host: text,
        developer: text,
        out: text,
        'mentions-only': flag,
        help: flag,
      },
    }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  if (values['help']) {
    say(usage);
    return 0;
  }
  const given = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const appId = given('app-id');
  if (appId === undefined) return fail('--app-id is missing. Give the application (client) id of the bot, a GUID.');
  const { zip, problems } = packageOf({
    appId,
    teamsAppId: given('teams-app-id'),
    host: given('host'),
    developer: given('developer'),
    mentionsOnly: values['mentions-only'] === true,
  });
  if (!zip) return fail(...problems);
  const out = given('out') ?? 'signpost-teams.zip';
  try {
    writeFileSync(out, zip);
  } catch (error) {
    return fail(`--out is "${out}", which cannot be written (${(error as NodeJS.ErrnoException).code}). Give another.`);
  }
  say(`${out} is ready. Upload it in the Teams admin center, or in Teams under "Manage your apps".`);
  if (!given('host')) say(`It names ${example} as the home of the bot; give --host to name your own.`);
  return 0;
};

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
