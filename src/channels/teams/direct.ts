/**
 * Sends and edits activities straight over HTTP. The SDK's own way checks and copies every part of a card before it goes
 * out, which costs more than the rest of a turn; its credentials still sign, and where a proxy is set the SDK does it all.
 */
import type { IncomingMessage, RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as securely } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import type { Activity } from 'botbuilder';
import { bytesOf } from './http.ts';

type Signed = { readonly headers: { set(name: string, value: string): void } };

type Sent = { readonly id?: string };

/** What of the SDK's client is used and replaced. */
export type Sender = {
  readonly baseUri: string;
  readonly credentials: { signRequest(request: Signed): Promise<unknown> };
  readonly conversations: {
    replyToActivity(conversation: string, to: string, activity: Partial<Activity>): Promise<Sent>;
    sendToConversation(conversation: string, activity: Partial<Activity>): Promise<Sent>;
    updateActivity(conversation: string, id: string, activity: Partial<Activity>): Promise<Sent>;
  };
};

// An import would have it hand out all that it exports, for which Node loads its `fetch` first.
const { Agent: PlainAgent, request: plainly } = process.getBuiltinModule('node:http');

const agents = { plain: new PlainAgent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };

/** Whether a proxy stands between; the SDK knows how to pass it. */
const proxied = (): boolean =>
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => process.env[name] || process.env[name.toLowerCase()]);

/** Replaces how a client sends; `patience` is how long Teams may take to answer, in milliseconds. */
export const sendDirectly = (client: Sender, patience: number): void => {
  if (proxied()) return;
  const server = urlToHttpOptions(new URL(client.baseUri));
  const base = (server.path ?? '').replace(/\/+$/, '');

  const send = async (method: 'POST' | 'PUT', path: readonly string[], activity: Partial<Activity>): Promise<Sent> => {
    // Node writes a text in one go with its head, and bytes beside it.
    const body = JSON.stringify(activity);
    const headers: Record<string, string | number> = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Microsoft-BotFramework/3.1 Signpost',
      accept: '*/*',
    };
    await client.credentials.signRequest({ headers: { set: (name, value) => void (headers[name] = value) } });
    const [conversation = ''] = path;
    const rest = path.slice(1).map((part) => `/${encodeURIComponent(part)}`);
    const at = `${base}/v3/conversations/${encodeURIComponent(conversation)}/activities${rest.join('')}`;
    return exchange({ ...server, path: at, method, headers }, body, patience);
  };

  const { conversations } = client;
  conversations.replyToActivity = (conversation, to, activity) => send('POST', [conversation, to], activity);
  conversations.sendToConversation = (conversation, activity) => send('POST', [conversation], activity);
  conversations.updateActivity = (conversation, id, activity) => send('PUT', [conversation, id], activity);
};

const exchange = (options: RequestOptions, body: string, patience: number): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const request =
      options.protocol === 'https:'
        ? securely({ ...options, agent: agents.secure })
        : plainly({ ...options, agent: agents.plain });
    const late = setTimeout(() => request.destroy(new Error(`There was no answer within ${patience} ms.`)), patience);
    const failed = (error: Error): void => {
      clearTimeout(late);
      reject(error);
    };
    request.once('error', failed);
    request.once('response', (response) => {
      bytesOf(response).then((bytes) => {
        clearTimeout(late);
        const answer = parsed(bytes.toString());
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) resolve({ ...(answer.id !== undefined && { id: answer.id }) });
        else reject(refused(response, answer));
      }, failed);
    });
    request.end(body);
  });

type Parsed = { readonly id?: string; readonly error?: { readonly code?: string } };

const parsed = (text: string): Parsed => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** In the form in which the SDK tells it. */
const refused = ({ statusCode, headers }: IncomingMessage, { error }: Parsed): Error =>
  Object.assign(new Error(`Teams answered ${statusCode}.`), {
    statusCode,
    ...(typeof error?.code === 'string' && { code: error.code }),
    response: { headers: { get: (name: string) => [headers[name.toLowerCase()]].flat()[0] } },
  });
