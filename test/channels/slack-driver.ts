/** A workspace with the bot in it: what people do there arrives at the bot as Slack sends it. */
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Home } from '../../src/channels/slack/home.ts';
import { slack, type SlackSettings } from '../../src/channels/slack/index.ts';
import type { InstallationStore } from '../../src/model/installation-store.ts';
import type { Incoming } from '../../src/model/message.ts';
import type { Answer } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { serve } from '../../src/server.ts';
import { memoryLog } from '../fakes.ts';
import {
  type Block,
  botToken,
  botUser,
  type Call,
  type Json,
  type SlackApi,
  slackApi,
  type View,
} from './slack-api.ts';
import { faultsInView } from './slack-limits.ts';

export const signingSecret = '5ec4e7'.padEnd(32, '0');
export const team = 'T000000001';

/** What the bot answered to a delivery; status 0 is silence. */
type Delivered = { readonly status: number; readonly body: string; readonly ms: number };

type Kind = 'event' | 'command' | 'press';
const envelopes = { event: 'events_api', command: 'slash_commands', press: 'interactive' } as const;

/** Looks again until it is so, for at most a few seconds. */
export const until = async (so: () => boolean, what: string, patience = 5000): Promise<void> => {
  const end = Date.now() + patience;
  while (!so()) {
    if (Date.now() > end) throw new Error(`${what} did not come about in ${patience} ms.`);
    await sleep(10);
  }
};

/** An engine in small: remembers what it heard, answers each message once, and lets failures to deliver be. */
export const answering = (reply: (incoming: Incoming) => Reply | undefined) => {
  const heard: Incoming[] = [];
  const undelivered: unknown[] = [];
  const answered = new Map<string, readonly Reply[]>();
  const answer: Answer = async (incoming, deliver) => {
    const before = answered.get(incoming.id);
    if (before) return { turn: heard.length, replies: before, effects: [], understood: null, repeated: true };
    const said = reply(incoming);
    const replies = said ? [{ ...said, turn: heard.length + 1 }] : [];
    answered.set(incoming.id, replies);
    heard.push(incoming);
    for (const one of replies) await deliver?.(one).catch((error: unknown) => undelivered.push(error));
    return { turn: heard.length, replies, effects: [], understood: null, repeated: false };
  };
  return { heard, undelivered, answer };
};

/** An answer with two choices and a link. */
const card = (about: string): Reply => ({
  text: `About ${about}. Did this help?`,
  title: 'The password was wrong',
  blocks: [{ kind: 'paragraph', text: `About ${about}` }],
  actions: [
    { kind: 'choose', label: 'It worked', choice: 'worked', about, primary: true },
    { kind: 'choose', label: 'Next method', choice: 'next', about },
    { kind: 'open', label: 'Sources', url: 'https://learn.microsoft.com/entra' },
  ],
});

/** Answers words with a card, and anything else with a line. */
export const helpful = ({ event }: Incoming): Reply => {
  if (event.kind === 'said') return card(event.text);
  return { text: event.kind === 'chose' ? `You took ${event.choice}` : 'Welcome' };
};

/** What acknowledges a form. */
type Said = { readonly response_action?: string; readonly errors?: Json; readonly view?: View };

/** What stands in the inputs, as Slack tells it: by block and action, with null for what is empty. */
export const stateOf = (blocks: readonly Block[], filled: Record<string, string>): Json =>
  Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'input')
      .map((block) => {
        const { block_id: id, element } = block as unknown as { block_id: string; element: Input };
        const { type, action_id: action, initial_value: text, initial_option: option } = element;
        const value = filled[id.split(':').slice(3).join(':')] ?? text ?? option?.value ?? null;
        const state =
          type === 'plain_text_input' ? { type, value } : { type, selected_option: value === null ? null : { value } };
        return [id, { [action]: state }];
      }),
  );

type Input = {
  readonly type: string;
  readonly action_id: string;
  readonly initial_value?: string;
  readonly initial_option?: { readonly value: string };
};

let count = 0;
const now = (): string => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;

/** The headers of a body that Slack signed so many seconds ago. */
export const sign = (body: string, age = 0, secret = signingSecret): Record<string, string> => {
  const time = Math.floor(Date.now() / 1000) - age;
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(time), 'x-slack-signature': `v0=${signature}` };
};

/** Another Slack than a new one, other settings, and where installations are kept. */
export type More = {
  readonly api?: SlackApi;
  readonly settings?: SlackSettings;
  readonly store?: InstallationStore;
};

/** Starts a Slack and, against it, the bot; `way` is how Slack reaches the bot. */
export const workspace = async (
  answer: Answer,
  way: 'http' | 'socket' = 'http',
  home?: Home,
  { api: given, settings = { botToken }, store }: More = {},
) => {
  const api = given ?? (await slackApi());
  const log = memoryLog();
  const entrance = way === 'http' ? { signingSecret } : { appToken: 'xapp-1-of-the-tests' };
  const channel = await slack({ apiUrl: `${api.base}/api/`, ...entrance, ...settings }, answer, log, home, store);
  const server = serve(channel.routes, async () => ({ ok: true }), log);
  const events = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}/slack/events`;
  await channel.start();
  return {
    ...peopleOf(api, way, events),
    channel,
    log,
    async close(): Promise<void> {
      await server.close();
      await channel.stop();
      if (!given) await api.close();
    },
  };
};

/** What people do in this Slack; it arrives at the bot by its socket, or at the address of its events. */
export const peopleOf = (api: SlackApi, way: 'http' | 'socket', events: string) => {
  const { ann, dm, general, base, calls } = api;

  /** Sends a body as it is to the one route. */
  const send = async (body: string, headers = sign(body), type = 'application/json'): Promise<Delivered> => {
    const since = performance.now();
    const response = await fetch(events, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
    return { status: response.status, body: await response.text(), ms: performance.now() - since };
  };

  const push = async (type: string, payload: object): Promise<Delivered> => {
    const since = performance.now();
    const acknowledged = await api.push(type, payload);
    const body = acknowledged?.said === undefined ? '' : JSON.stringify(acknowledged.said);
    return { status: acknowledged ? 200 : 0, body, ms: performance.now() - since };
  };

  const deliver = (kind: Kind, payload: Json): Promise<Delivered> => {
    if (way === 'socket') return push(envelopes[kind], payload);
    if (kind === 'event') return send(JSON.stringify(payload));
    const fields = kind === 'press' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
    const body = new URLSearchParams(fields).toString();
    return send(body, sign(body), 'application/x-www-form-urlencoded');
  };

  /** `around` is what differs in the envelope. */
  const event = (happened: Json, id = `Ev${randomUUID()}`, around: Json = {}): Promise<Delivered> =>
    deliver('event', {
      type: 'event_callback',
      team_id: team,
      event_id: id,
      event_time: Math.floor(Date.now() / 1000),
      event: { event_ts: now(), ...happened },
      authorizations: [{ enterprise_id: null, team_id: team, user_id: botUser, is_bot: true }],
      ...around,
    });

  return {
    ...api,
    api,
    /** Where the bot is served. */
    site: new URL(events).origin,
    bot: botUser,
    send,
    push,
    event,
    /** The calls of a method that were answered, when there are at least so many. */
    async done(method: string, least = 1): Promise<readonly Call[]> {
      const found = () => calls.filter((call) => call.method.startsWith(method) && call.result);
      await until(() => found().length >= least, `${least} times ${method}`);
      return found();
    },
    /** Ann writes to the bot alone. */
    say: (text: string, more: Json = {}, id?: string, around: Json = {}) =>
      event({ type: 'message', channel: dm, channel_type: 'im', user: ann, text, ts: now(), ...more }, id, around),
    /** Ann mentions the bot in the channel; Slack tells so by an event of its own. */
    mention: (text: string, more: Json = {}, id?: string) =>
      event(
        { type: 'app_mention', channel: general, user: ann, text: `<@${botUser}> ${text}`, ts: now(), ...more },
        id,
      ),
    /** Ann opens a tab of the bot's page. */
    open: (tab: 'messages' | 'home') => event({ type: 'app_home_opened', user: ann, channel: dm, tab }),
    /** Ann gives the slash command in the channel. */
    command: (text: string, more: Json = {}) =>
      deliver('command', {
        command: '/signin',
        text,
        team_id: team,
        channel_id: general,
        user_id: ann,
        user_name: 'ann',
        trigger_id: randomUUID(),
        response_url: `${base}/response/${randomUUID()}`,
        ...more,
      }),
    /** Ann presses a button of what was posted, found by its label; of a hidden message, Slack sends no blocks along. */
    async press(posted: Call, label: string, more: Json = {}): Promise<Delivered> {
      const buttons = posted.args.blocks?.flatMap(({ elements = [] }) => elements) ?? [];
      const { action_id = label, value } = buttons.find(({ text }) => text?.text === label) ?? {};
      const at = posted.result?.channel ?? general;
      const ts = posted.result?.ts ?? now();
      const hidden = posted.method !== 'chat.postMessage';
      return deliver('press', {
        type: 'block_actions',
        user: { id: ann, username: 'ann', name: 'ann', team_id: team },
        team: { id: team, domain: 'contoso' },
        channel: { id: at, name: 'a-channel' },
        container: { type: 'message', message_ts: ts, channel_id: at, is_ephemeral: hidden },
        ...(hidden ? {} : { message: { type: 'message', ...posted.args, ts } }),
        trigger_id: await api.trigger(ann),
        response_url: `${base}/response/${randomUUID()}`,
        actions: [{ type: 'button', action_id, value, action_ts: now(), text: { type: 'plain_text', text: label } }],
        ...more,
      });
    },
    /** Ann presses a button in a modal or in the bot's home. */
    async pressIn(view: View, label: string, more: Json = {}): Promise<Delivered> {
      const button = view.blocks.flatMap(({ elements = [] }) => elements).find(({ text }) => text?.text === label);
      return deliver('press', {
        type: 'block_actions',
        user: { id: ann, username: 'ann', name: 'ann', team_id: team },
        team: { id: team, domain: 'contoso' },
        container: { type: 'view', view_id: view.id },
        view: { hash: now(), ...view },
        trigger_id: await api.trigger(ann),
        actions: [{ type: 'button', action_ts: now(), ...button }],
        ...more,
      });
    },
    /** Ann sends a form with these values, by field id, and others as they stand; resolves with what comes back in the window. */
    async submit(view: View, filled: Record<string, string>, more: Json = {}): Promise<Delivered & { said: Said }> {
      const delivered = await deliver('press', {
        type: 'view_submission',
        user: { id: ann, username: 'ann', name: 'ann', team_id: team },
        team: { id: team, domain: 'contoso' },
        trigger_id: randomUUID(),
        response_urls: [],
        view: { hash: 'h1', ...view, state: { values: stateOf(view.blocks, filled) } },
        ...more,
      });
      const said = JSON.parse(delivered.body || '{}') as Said;
      if (said.view) api.refused.push(...[faultsInView(said.view)].filter((faults) => faults.length > 0));
      return { ...delivered, said };
    },
    /** Ann takes a shortcut on a message, or without one from anywhere. */
    shortcut: async (callback: string, on?: Json): Promise<Delivered> =>
      deliver('press', {
        type: on ? 'message_action' : 'shortcut',
        callback_id: callback,
        trigger_id: await api.trigger(ann),
        user: { id: ann, username: 'ann', team_id: team },
        team: { id: team, domain: 'contoso' },
        action_ts: now(),
        ...(on
          ? {
              channel: { id: general, name: 'general' },
              response_url: `${base}/response/${randomUUID()}`,
              message: { type: 'message', user: 'U0OTHER', ts: now(), ...on },
            }
          : {}),
      }),
    /** Slack asks every connection to renew itself, as it does every few hours. */
    renew(): void {
      for (const socket of api.sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
  };
};

export type Workspace = Awaited<ReturnType<typeof workspace>>;
