/**
 * Sends and edits activities straight over HTTP. The SDK's own way checks and copies every part of a card before it goes
 * out, which costs more than the rest of a turn; its credentials still sign, and where a proxy is set the SDK does it all.
 */
import { urlToHttpOptions } from 'node:url';
import type { Activity } from 'botbuilder';
import { type Answered, exchange, isProxied } from '../http.ts';

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

/** Replaces how a client sends; `patience` is how long Teams may take to answer, in milliseconds. */
export const sendDirectly = (client: Sender, patience: number): void => {
  if (isProxied()) return;
  const server = urlToHttpOptions(new URL(client.baseUri));
  const base = (server.path ?? '').replace(/\/+$/, '');

  const send = async (method: 'POST' | 'PUT', path: readonly string[], activity: Partial<Activity>): Promise<Sent> => {
    const headers: Record<string, string> = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Microsoft-BotFramework/3.1 Signpost',
      accept: '*/*',
    };
    await client.credentials.signRequest({ headers: { set: (name, value) => void (headers[name] = value) } });
    const [conversation = ''] = path;
    const rest = path.slice(1).map((part) => `/${encodeURIComponent(part)}`);
    const at = `${base}/v3/conversations/${encodeURIComponent(conversation)}/activities${rest.join('')}`;
    const answered = await exchange({ ...server, path: at, method, headers }, JSON.stringify(activity), patience);
    const answer = parsed(answered.text);
    if (answered.status < 200 || answered.status >= 300) throw refused(answered, answer);
    return answer.id === undefined ? {} : { id: answer.id };
  };

  const { conversations } = client;
  conversations.replyToActivity = (conversation, to, activity) => send('POST', [conversation, to], activity);
  conversations.sendToConversation = (conversation, activity) => send('POST', [conversation], activity);
  conversations.updateActivity = (conversation, id, activity) => send('PUT', [conversation, id], activity);
};

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
const refused = ({ status, headers }: Answered, { error }: Parsed): Error =>
  Object.assign(new Error(`Teams answered ${status}.`), {
    statusCode: status,
    ...(typeof error?.code === 'string' && { code: error.code }),
    response: { headers: { get: (name: string) => [headers[name.toLowerCase()]].flat()[0] } },
  });
