/** Whether Entra takes the bot's secret, asked at the start, so that a wrong one is found before people wait for answers. */
import { z } from 'zod';
import { ChannelError, messageOf } from '../../model/errors.ts';
import type { Log } from '../../model/ports.ts';
import { patienceOf, signInOf, type TeamsSettings } from './cloud.ts';

/** What to do where the bot itself is refused. */
export const credentials = 'Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.';

/** Whether an error of OAuth is about the bot's credentials, by its code. */
export const isRefusal = (code: string | undefined): boolean =>
  code !== undefined && ['invalid_client', 'unauthorized_client', 'invalid_request'].includes(code);

const grant = z.object({ access_token: z.string() });
const refusal = z.object({ error: z.string(), error_description: z.string().default('') });

/**
 * Each call throws `ChannelError` when Entra refuses the secret; where it cannot say, what it said last still holds, and
 * where it said nothing yet, or there is no secret, all goes on.
 */
export const signInWith = (settings: TeamsSettings, log: Log): (() => Promise<void>) => {
  const { appId, appPassword } = settings;
  let refused: ChannelError | undefined;
  return async () => {
    if (!appId || !appPassword) return;
    const { loginUrl, scope } = signInOf(settings);
    const said = await ask(`${loginUrl}/oauth2/v2.0/token`, patienceOf(settings), {
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: `${scope}/.default`,
    }).catch((error: unknown) => {
      log.warn({ why: messageOf(error) }, 'Entra could not be asked for a token of the bot');
    });
    if (grant.safeParse(said).success) refused = undefined;
    else refused = refusedBy(said) ?? refused;
    if (refused) throw refused;
  };
};

const refusedBy = (said: unknown): ChannelError | undefined => {
  const { data } = refusal.safeParse(said);
  if (!data || !isRefusal(data.error)) return undefined;
  const code = /AADSTS\d+/.exec(data.error_description)?.[0] ?? data.error;
  return new ChannelError(`Entra gives no token for the bot (${code}). ${credentials} npm run doctor says more.`, {
    retry: true,
    unauthorized: true,
  });
};

const ask = async (url: string, patience: number, form: Readonly<Record<string, string>>): Promise<unknown> => {
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'error', signal });
  return response.json();
};
