/** The world around a measured bot, in a process that is not measured: people who write, and the platforms that take its answers. */
import { createHmac } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';

export const signingSecret = '5ec4e7'.padEnd(32, '0');

/** One message of a person: where it is sent, and in which conversation its answer is awaited. */
export type Said = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

/** How a person writes a text in the conversation of a number; each number is a conversation of its own. */
export type Writes = (text: string, conversation: number) => Said;

export type Round = {
  readonly messages: number;
  /** Seconds that the round took. */
  readonly seconds: number;
  /** From the sending until the answer reached the platform and the request was answered, in milliseconds, sorted. */
  readonly waits: readonly number[];
};

export type World = Awaited<ReturnType<typeof startWorld>>;

const patience = 15_000;

const read = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** What Slack is told, which comes as a form or as JSON. */
export const slackArguments = (body: string): { channel: string; text?: string; blocks?: object } => {
  if (body.startsWith('{')) return JSON.parse(body);
  const { channel = '', blocks = '[]', ...rest } = Object.fromEntries(new URLSearchParams(body));
  return { ...rest, channel, blocks: JSON.parse(blocks) };
};

export const startWorld = async () => {
  const awaited = new Map<string, () => void>();
  const counts = { answers: 0, typing: 0, unasked: 0 };
  let newest = '';

  const arrived = (conversation: string): void => {
    counts.answers++;
    const tell = awaited.get(conversation);
    if (!tell) counts.unasked++;
    awaited.delete(conversation);
    tell?.();
  };

  /** What the platforms say to a call of the bot. */
  const taken = (url: string, body: string): object => {
    const teams = /^\/v3\/conversations\/([^/]+)\/activities/.exec(url)?.[1];
    if (teams !== undefined) {
      if (body.includes('"type":"typing"')) counts.typing++;
      else {
        newest = body;
        arrived(decodeURIComponent(teams));
      }
      return { id: 'sent' };
    }
    if (url === '/api/auth.test') return { ok: true, user_id: 'U0BOT', team_id: 'T1', bot_id: 'B1', url: 'https://x/' };
    if (url === '/api/users.info') return { ok: true, user: { name: 'ann', profile: { display_name: 'Ann' } } };
    if (url !== '/api/chat.postMessage') return { ok: false, error: 'unknown_method' };
    newest = body;
    const { channel } = slackArguments(body);
    arrived(channel);
    return { ok: true, channel, ts: '1795220303.000001' };
  };

  const server = createServer((incoming, response) => {
    void read(incoming).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(taken(incoming.url ?? '', body)));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const agent = new Agent({ keepAlive: true });

  const post = (origin: string, { path, headers, body }: Said): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      });
      sent.end(body);
    });

  const answer = (conversation: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${conversation} got no answer in ${patience} ms.`)), patience);
      awaited.set(conversation, () => {
        clearTimeout(late);
        resolve();
      });
    });

  let conversations = 0;

  return {
    url,
    counts,
    /** The body of the newest answer, as the bot sent it. */
    newest: (): string => newest,
    /** So many people write one message each, `side` of them side by side, and the next when the answer is there. */
    async drive(origin: string, writes: Writes, text: string, messages: number, side: number): Promise<Round> {
      const waits: number[] = [];
      let left = messages;
      const from = performance.now();
      const person = async (): Promise<void> => {
        while (left-- > 0) {
          const conversation = ++conversations;
          const began = performance.now();
          const answered = answer(`D${conversation}`);
          const [status] = await Promise.all([post(origin, writes(text, conversation)), answered]);
          if (status !== 200) throw new Error(`A message was answered with status ${status}.`);
          waits.push(performance.now() - began);
        }
      };
      await Promise.all(Array.from({ length: side }, person));
      const seconds = (performance.now() - from) / 1000;
      return { messages, seconds, waits: waits.toSorted((a, b) => a - b) };
    },
    async close(): Promise<void> {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const people = 100;

/** A person writes to the bot alone in Teams. */
export const inTeams =
  (serviceUrl: string): Writes =>
  (text, conversation) => ({
    path: '/api/messages',
    headers: {},
    body: JSON.stringify({
      type: 'message',
      id: `m${conversation}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:person-${conversation % people}`, name: 'Ann', aadObjectId: crypto.randomUUID() },
      recipient: { id: '28:bot', name: 'Signpost' },
      conversation: { id: `D${conversation}`, conversationType: 'personal', tenantId: 'contoso' },
      channelData: { tenant: { id: 'contoso' } },
      text,
      textFormat: 'plain',
      locale: 'en-GB',
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    }),
  });

/** A person writes to the bot alone in Slack. */
export const inSlack: Writes = (text, conversation) => {
  const seconds = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    token: 'of-no-use',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: `Ev${conversation}`,
    event_time: seconds,
    event: {
      type: 'message',
      channel: `D${conversation}`,
      channel_type: 'im',
      user: `U${conversation % people}`,
      text,
      ts: `${seconds}.${String(conversation % 1_000_000).padStart(6, '0')}`,
      team: 'T1',
    },
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U0BOT', is_bot: true }],
  });
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    path: '/slack/events',
    headers: { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` },
    body,
  };
};
