/** Whether Teams' side of the settings works: a token for the bot can be had. */
import { signInOf } from '../channels/teams/cloud.ts';
import type { TeamsConfig } from '../config.ts';
import { type Ask, causeOf, fail, type Line, pass, type Reached, warn } from './finding.ts';

/** `clock` collects the other side's time; `loginUrl` stands in for the cloud's sign-in. */
type TeamsParts = {
  readonly ask: Ask;
  readonly loginUrl?: string | undefined;
  readonly patience: number;
  readonly clock: (at: Reached) => void;
};

export const teamsLine = async (teams: TeamsConfig | undefined, parts: TeamsParts): Promise<Line> => {
  if (!teams) return pass('teams', 'Not set up, because only Slack is.');
  if (!teams.appId)
    return warn(
      'teams',
      'Not set up: the endpoint serves tools on this computer only.',
      'Set MicrosoftAppId and what belongs to it, if Teams is to be used.',
    );
  return teams.appType === 'UserAssignedMSI' ? managed(teams, parts) : secret(teams, parts);
};

const secret = async (teams: TeamsConfig, { ask, loginUrl: authority, clock }: TeamsParts): Promise<Line> => {
  const { loginUrl, scope } = signInOf({ ...teams, authority });
  const { origin } = new URL(loginUrl);
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.appId ?? '',
    client_secret: teams.appPassword ?? '',
    scope: `${scope}/.default`,
  });
  const reached = await ask(`${loginUrl}/oauth2/v2.0/token`, { method: 'POST', body });
  clock(reached);
  if (!reached.ok)
    return fail('teams', `${origin} cannot be reached: ${reached.why}.`, 'Allow this computer to reach it over HTTPS.');
  const { access_token: token, error_description: said } = (reached.body ?? {}) as Record<string, unknown>;
  if (reached.status === 200 && typeof token === 'string') return pass('teams', 'Entra gives a token for the bot.');
  const code = /AADSTS(\d+)/.exec(String(said))?.[1];
  return fail(
    'teams',
    `Entra gives no token for the bot: ${code ? `AADSTS${code}` : `HTTP ${reached.status}`}.`,
    cures[code ?? ''] ?? `Ask Signpost itself: npm run ask -- "${code ? `AADSTS${code}` : 'bot has no token'}"`,
  );
};

const cures: Readonly<Record<string, string>> = {
  '7000215': 'MicrosoftAppPassword is not a secret of this app. Set the value of a client secret, not its id.',
  '7000222': 'The client secret has expired. Make a new one in the app registration and set MicrosoftAppPassword.',
  '700016':
    'The app is not in this tenant. Correct MicrosoftAppId or MicrosoftAppTenantId, or set MicrosoftAppType to MultiTenant.',
  '90002': 'There is no such tenant. Correct MicrosoftAppTenantId.',
  '900023': 'There is no such tenant. Correct MicrosoftAppTenantId.',
};

const managed = async (teams: TeamsConfig, { patience }: TeamsParts): Promise<Line> => {
  const { scope } = signInOf(teams);
  const clientId = teams.appId!;
  const { ManagedIdentityCredential } = await import('@azure/identity');
  try {
    const token = new ManagedIdentityCredential({ clientId }).getToken(`${scope}/.default`, {
      abortSignal: AbortSignal.timeout(patience),
    });
    await Promise.race([
      token,
      new Promise((_resolve, reject) => setTimeout(reject, patience, new Error('no answer')).unref()),
    ]);
    return pass('teams', 'The managed identity gives a token for the bot.');
  } catch (error) {
    return fail(
      'teams',
      `The managed identity gives no token: ${causeOf(error).split('\n')[0]}.`,
      'Run this where the bot runs, and assign the identity whose client id is MicrosoftAppId to that resource.',
    );
  }
};
