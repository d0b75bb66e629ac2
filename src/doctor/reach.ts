/** Whether the platforms can reach the bot at its public address. */
import type { Config } from '../config.ts';
import { type Ask, fail, type Line, pass, warn } from './finding.ts';

type Settings = Pick<Config, 'teams' | 'slack' | 'operation'>;

export const reachLines = async ({ teams, slack, operation }: Settings, ask: Ask): Promise<readonly Line[]> => {
  const { publicUrl } = operation;
  const paths = [...(teams?.appId ? ['/api/messages'] : []), ...(slack?.signingSecret ? ['/slack/events'] : [])];
  if (!publicUrl)
    return paths.length > 0
      ? [
          warn(
            'reach',
            'Not looked at: SIGNPOST_PUBLIC_URL is not set.',
            'Set it to the address that the platforms call, such as https://bot.example.com.',
          ),
        ]
      : [];
  const plain = publicUrl.startsWith('https:')
    ? []
    : [
        warn(
          'reach',
          `${publicUrl} is not HTTPS, which Teams and Slack ask for.`,
          'Put a certificate in front, and set SIGNPOST_PUBLIC_URL to https://...',
        ),
      ];
  const doors = await Promise.all(paths.map((path) => doorLine(publicUrl, path, ask)));
  const open = doors.some(({ state }) => state === 'pass');
  const health = await healthLine(publicUrl, paths, open, ask);
  return [...plain, health, ...(await senderLines(publicUrl, ask)), ...doors];
};

/** What is told to this computer only must not be told there; a proxy that hides the sender makes everybody this computer. */
const senderLines = async (url: string, ask: Ask): Promise<readonly Line[]> => {
  if (/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)) return [];
  const reached = await ask(`${url}/readyz`);
  if (!reached.ok) return [];
  const { ok, ...details } = (reached.body ?? {}) as Record<string, unknown>;
  if (typeof ok !== 'boolean' || Object.keys(details).length === 0) return [];
  return [
    fail(
      'reach sender',
      'Whoever asks there counts as this computer: the web page, the metrics and what is wrong are open to all.',
      'Let the proxy add X-Forwarded-For, or pass on only what the platforms call.',
    ),
  ];
};

/** `paths` is what the platforms call, which is all that a proxy has to pass on; `open` tells that Signpost answers there. */
const healthLine = async (url: string, paths: readonly string[], open: boolean, ask: Ask): Promise<Line> => {
  if (open) return pass('reach', `${url} answers.`);
  const reached = await ask(`${url}/healthz`);
  if (!reached.ok)
    return fail(
      'reach',
      `${url} cannot be reached from here: ${reached.why}.`,
      'Check DNS, the firewall, the certificate and that Signpost runs.',
    );
  const { ok } = (reached.body ?? {}) as Record<string, unknown>;
  return reached.status === 200 && ok === true
    ? pass('reach', `${url} answers.`)
    : fail(
        'reach',
        `${url}/healthz answers with HTTP ${reached.status}, and not as Signpost does.`,
        `Let the proxy pass ${paths.join(' and ') || 'every path'} on unchanged to the port of Signpost.`,
      );
};

/** A request without a signature must be refused: by us, and as ours. */
const doorLine = async (url: string, path: string, ask: Ask): Promise<Line> => {
  const about = `reach ${path}`;
  const activity = JSON.stringify({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
  });
  const reached = await ask(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: activity,
  });
  if (!reached.ok) return fail(about, `It cannot be reached: ${reached.why}.`, 'Let the proxy pass POST requests on.');
  if (reached.status === 401) return pass(about, 'It is there and refuses what is not signed.');
  if (reached.status >= 200 && reached.status < 300)
    return fail(
      about,
      'It takes a request that nobody signed.',
      'Something other than Signpost answers there. Correct the proxy.',
    );
  return fail(
    about,
    `It answers with HTTP ${reached.status}.`,
    'Let the proxy pass the path on unchanged, without a sign-in of its own.',
  );
};
