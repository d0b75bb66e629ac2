/** Who may send activities. */
import type { IncomingMessage } from 'node:http';
import type { Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { InputError } from '../../model/errors.ts';
import { isDirectlyLocal } from '../../model/local.ts';
import { issuerOf, patienceOf, type TeamsSettings } from './cloud.ts';

/** The SDK's own proof that the sender may send. */
export type Admission = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>;

type Guard = (request: IncomingMessage, activity: Activity) => Promise<Admission>;

/** Admits what Teams signed for this bot; without an app id, what comes from this computer. */
export const guard =
  (authentication: ConfigurationBotFrameworkAuthentication, settings: TeamsSettings): Guard =>
  async (request, activity) => {
    const token = request.headers.authorization ?? '';
    if (!settings.appId) refuseStrangers(request, activity);
    else if (claimedIssuer(token) !== issuerOf(settings)) throw refused();
    const late = overdue(patienceOf(settings));
    try {
      return await Promise.race([authentication.authenticateRequest(activity, token), late.promise]);
    } catch (error) {
      throw late.is() || isOutage(error) ? unavailable(error) : refused(error);
    } finally {
      late.cancel();
    }
  };

/** No tool sends an origin, which the page of another site cannot keep from being sent. */
const refuseStrangers = (request: IncomingMessage, { serviceUrl }: Activity): void => {
  const host = URL.parse(serviceUrl)?.hostname ?? 'localhost';
  const answersHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
  if (!isDirectlyLocal(request) || request.headers.origin !== undefined || !answersHere)
    throw new InputError(
      'Without an app id this endpoint serves only tools on the same computer. To connect Teams, set MicrosoftAppId and MicrosoftAppPassword.',
      403,
    );
};

/** The SDK also takes tokens of bots and of the Emulator; none of those speaks for Teams. */
const claimedIssuer = (token: string): unknown => {
  try {
    const claims: { iss?: unknown } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return claims.iss;
  } catch {
    return undefined;
  }
};

const refused = (cause?: unknown): InputError =>
  because(cause, new InputError('The request is not signed by Teams for this bot.', 401));

const unavailable = (cause: unknown): InputError =>
  because(cause, new InputError('The keys that prove who signs cannot be fetched now. Try again later.', 503));

const because = (cause: unknown, error: InputError): InputError => Object.assign(error, { cause });

/** The SDK's only errors that are not about the token are those of fetching the keys. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'FetchError' || ('statusCode' in error && Number(error.statusCode) >= 500));

/** Rejects after so many milliseconds, unless it is cancelled before. */
const overdue = (patience: number) => {
  const { promise, reject } = Promise.withResolvers<never>();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reject(new Error(`There was no answer within ${patience} ms.`));
  }, patience);
  return { promise, is: () => late, cancel: () => clearTimeout(timer) };
};
