/** What Slack says when it does not take a message, and what to do about it. */
import { ChannelError } from '../../model/errors.ts';
import type { Bolt } from './sdk.ts';

const newToken =
  'Make a new token for the Slack app and give it in SLACK_BOT_TOKEN or, for Socket Mode, SLACK_APP_TOKEN; a workspace that installed the app by itself installs it again at /slack/install.';

const cures: Readonly<Record<string, string>> = {
  channel_not_found: 'Check that the channel exists, and invite Signpost to it when it is private.',
  not_in_channel: 'Invite Signpost to the channel.',
  is_archived: 'Unarchive the channel or choose another one.',
  restricted_action: 'Ask a workspace admin to let Signpost post there.',
  missing_scope:
    'Compare the scopes of the Slack app with the manifest, add what is missing and install the app again.',
  not_allowed_token_type: 'Give an app-level token with the scope connections:write in SLACK_APP_TOKEN.',
};

/** What Slack says of a token that it does not take, or takes no longer. */
const unauthorized: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** What Slack says about itself, not about the message. */
const passing: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
]);

/** The message to be edited is not there any more, or Slack no longer lets it be edited. */
const gone: ReadonlySet<string> = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** The error code of Slack, if it answered with one; the SDK gives the page of something in front of Slack as one too. */
export const codeOf = (error: unknown, api: Bolt['webApi']): string | undefined =>
  error instanceof api.WebAPIPlatformError && /^[\w.:-]{1,100}$/.test(error.data.error) ? error.data.error : undefined;

/** Says of a failed call whether trying again can help; `what` is what was to be done, such as "post to C1". */
export const refusal = (cause: unknown, what: string, api: Bolt['webApi']): ChannelError => {
  if (cause instanceof ChannelError) return cause;
  if (cause instanceof api.WebAPIRateLimitedError) return busy(what, cause.retryAfter || undefined, cause);
  const code = codeOf(cause, api);
  const isPage = code === undefined && cause instanceof api.WebAPIPlatformError;
  if (code !== undefined && gone.has(code))
    return new ChannelError(
      `Slack refused to ${what} (${code}). The message is gone or may no longer be edited; a living card is posted anew.`,
      {
        retry: false,
        gone: true,
        cause,
      },
    );
  if (code !== undefined && unauthorized.has(code))
    return new ChannelError(`Slack refused to ${what} (${code}). ${newToken} It is tried again.`, {
      retry: true,
      unauthorized: true,
      cause,
    });
  if (code !== undefined && !passing.has(code)) {
    const cure = cures[code] ?? 'Look the code up in the documentation of the Slack Web API.';
    return new ChannelError(`Slack refused to ${what} (${code}). ${cure}`, { retry: false, cause });
  }
  if (cause instanceof api.WebAPIHTTPError) return answered(what, cause.statusCode, cause);
  return new ChannelError(`Slack could not be reached to ${what}${code ? ` (${code})` : ''}. It is tried again.`, {
    retry: true,
    ...(isPage ? {} : { cause }),
  });
};

/** Slack asks for patience. */
export const busy = (what: string, retryAfter: number | undefined, cause?: unknown): ChannelError =>
  new ChannelError(`Slack is too busy to ${what}. It is tried again.`, { retry: true, retryAfter, cause });

/** Slack answered with an HTTP status that is not a success. */
export const answered = (what: string, status: number, cause?: unknown): ChannelError => {
  const retry = status >= 500 || status === 408;
  const next = retry ? 'It is tried again.' : 'Check the address of Slack and what stands between it and Signpost.';
  return new ChannelError(`Slack answered ${status} when asked to ${what}. ${next}`, { retry, cause });
};
