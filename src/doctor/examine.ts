/** Everything that the doctor looks at, side by side; each with a time-out, and at configured hosts only. */
import { builtIn, type Config, readConfig } from '../config.ts';
import { ConfigError } from '../model/errors.ts';
import { expiryLines } from './expiry.ts';
import { type Ask, askWithin, causeOf, fail, failAs, type Line, pass, type Reached, warn } from './finding.ts';
import type { Strange } from '../strange.ts';
import { catalogLines, hostLine, nodeLine, packageLine } from './host.ts';
import { manifestLines } from './manifest.ts';
import { reachLines } from './reach.ts';
import { slackLines } from './slack.ts';
import { storeLines } from './store.ts';
import { teamsLine } from './teams.ts';

/** Who is asked, and how long each may take, in milliseconds. */
export type Parts = {
  readonly loginUrl?: string;
  readonly slackUrl: string;
  readonly patience: number;
  readonly now: () => number;
  /** The built-in catalog. */
  readonly catalog: string;
};

export const standardParts: Parts = {
  slackUrl: 'https://slack.com/api',
  patience: 10_000,
  now: Date.now,
  catalog: builtIn,
};

/** `strange` is what looks like a setting and is none. */
export const examine = async (
  env: NodeJS.ProcessEnv,
  parts: Parts = standardParts,
  strange: readonly Strange[] = [],
): Promise<readonly Line[]> => {
  const here = [...strange.map(({ what, cure }) => warn('settings', what, cure)), nodeLine(), packageLine()];
  try {
    const config = readConfig(env);
    const well = strange.length === 0 ? [pass('settings', 'They are in order.')] : [];
    return [...well, ...adminLines(config), ...here, ...(await examineWith(config, parts))];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      ...settingLines(error),
      ...here,
      warn(
        'not looked at',
        'The store and the platforms, because the settings are wrong.',
        'Correct the settings, then run the doctor again.',
      ),
      ...(await guarded('catalog', () => catalogLines(parts.catalog, undefined, parts.now()))),
    ];
  }
};

/** A line for each problem of the settings. */
export const settingLines = ({ problems }: ConfigError): readonly Line[] =>
  problems.map((problem) => failAs('settings', problem, 'Correct it.'));

/** The web page and the terminal have no channels to set up. */
const adminLines = ({ admins, teams, slack }: Config): readonly Line[] =>
  admins.length > 0 || !(teams?.appId || slack)
    ? []
    : [
        warn(
          'admins',
          'SIGNPOST_ADMINS is empty, so nobody may set up a helpdesk channel or notices.',
          'Ask the bot "who am I" and set SIGNPOST_ADMINS to what it answers.',
        ),
      ];

const examineWith = async (
  config: Config,
  { loginUrl, slackUrl, patience, now, catalog }: Parts,
): Promise<readonly Line[]> => {
  const ask: Ask = askWithin(patience);
  const skews: number[] = [];
  const clock = (reached: Reached): void => {
    if (reached.ok && reached.at !== undefined) skews.push(reached.at - now());
  };
  const groups = await Promise.all([
    guarded('host', async () => [await hostLine(config.host)]),
    guarded('manifest', async () => manifestLines()),
    guarded('teams', async () => [await teamsLine(config.teams, { ask, loginUrl, patience, clock })]),
    guarded('slack', () =>
      slackLines(config.slack, { ask, apiUrl: config.slack?.apiUrl?.replace(/\/$/, '') ?? slackUrl, clock }),
    ),
    guarded('secrets', () => expiryLines(config, patience)),
    guarded('reach', () => reachLines(config, ask)),
    guarded('store', () => storeLines(config, patience, now)),
    guarded('catalog', () => catalogLines(catalog, config.ownCatalog, now())),
  ]);
  return [...groups.flat(), ...platformClock(skews)];
};

/** Slack refuses and is refused at five minutes; a token is not valid before it was made. */
const platformSkew = 60_000;

const platformClock = (skews: readonly number[]): readonly Line[] => {
  const [skew] = skews.toSorted((a, b) => Math.abs(b) - Math.abs(a));
  if (skew === undefined) return [];
  return Math.abs(skew) > platformSkew
    ? [
        fail(
          'clock',
          `This computer's clock is ${Math.round(Math.abs(skew) / 1000)} seconds ${skew > 0 ? 'behind' : 'ahead of'} that of the platforms.`,
          'Switch NTP on: signatures and tokens are refused otherwise.',
        ),
      ]
    : [pass('clock', 'It agrees with the clocks of the platforms.')];
};

/** A look that fails in a way that nobody thought of is one line, and the others go on. */
const guarded = async (about: string, look: () => Promise<readonly Line[]>): Promise<readonly Line[]> => {
  try {
    return await look();
  } catch (error) {
    return [
      fail(
        about,
        `It could not be looked at: ${causeOf(error)}.`,
        'This is a fault of Signpost. Report it with this line.',
      ),
    ];
  }
};
