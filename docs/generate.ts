/** Makes .env.example and docs/configuration.md from the list of settings: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { type Group, groups, type Setting, takesOf } from '../src/settings.ts';

/** A comment has a line of its own, because Docker, Kubernetes and systemd take all that stands behind "=" as the value. */
const envLines = ({ name, default: standard, example, meaning }: Setting): string =>
  `# ${meaning}\n#${name}=${standard ?? example ?? ''}`;

const envGroup = ({ title, about, settings }: Group): string =>
  [`# ==== ${title} ====`, ...(about ? [`# ${about}`] : []), ...settings.map(envLines)].join('\n');

/** What stands in .env.example. */
export const envExample = (): string =>
  `# Copy to .env, fill in what you use and take away the # before it. Comments have lines of their own, and values no quotes.
# Every secret may also come from a file: SLACK_BOT_TOKEN_FILE=/run/secrets/slack
${groups.map(envGroup).join('\n\n')}
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (setting: Setting): string => {
  const { name, secret, default: standard, meaning } = setting;
  return `| \`${name}\`${secret ? ' (secret)' : ''} | ${standard === undefined ? '' : `\`${standard}\``} | ${cell(takesOf(setting))} | ${cell(meaning)} |`;
};

const docGroup = ({ title, about, settings }: Group): string =>
  [
    `## ${title}`,
    ...(about ? [about, ''] : []),
    '| Setting | Default | Takes | Meaning |',
    '|---|---|---|---|',
    ...settings.map(row),
  ].join('\n');

/** What stands in docs/configuration.md. */
export const configuration = (): string =>
  `# Settings
Settings come from the environment or from a file \`.env\` in the folder where Signpost is started. Each secret may also come as \`NAME_FILE\`, the path of a file that holds it. All problems are told at once at the start, and by \`npm run doctor\`; so is what looks like a setting and is none, such as \`SLACK_BOT_TOKN\`, and a line of \`.env\` that sets nothing, which keep nothing from starting.

This page is made from \`src/settings.ts\` with \`npm run docs\`.

${groups.map(docGroup).join('\n\n')}
`;

if (import.meta.main) {
  writeFileSync(new URL('../.env.example', import.meta.url), envExample());
  writeFileSync(new URL('configuration.md', import.meta.url), configuration());
}
