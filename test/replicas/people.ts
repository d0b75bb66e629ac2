/** People in Teams, in Slack and at the web page; the id of what they send is theirs to choose, because platforms repeat deliveries under one id. */
import { sign, stateOf } from '../channels/slack-driver.ts';
import type { Block, Element } from '../channels/slack-api.ts';
import { type City, type Delivery, type Part, slackBot, slackTeam, type Taken } from './city.ts';

export type Person = {
  readonly says: (id: string, text: string) => Delivery;
  readonly mentions: (id: string, text: string) => Delivery;
  /** Presses the button of a message whose choice begins so. */
  readonly presses: (id: string, message: Taken, choice: string) => Delivery;
  /** Presses a button for a form, or the one that sends a form with these values. */
  readonly sends: (id: string, message: Taken, choice: string, values?: Record<string, string>) => Delivery;
};

/** What stands in a message and satisfies a condition. */
const within = <T>(message: Taken, choice: string, part: (value: Part) => T | undefined): T => {
  const found: T[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const one = part(value as Part);
    if (one !== undefined) found.push(one);
    Object.values(value).forEach(look);
  };
  look(message.body);
  if (found[0] === undefined)
    throw new Error(`No button of the message begins with "${choice}": ${message.text.slice(0, 2000)}`);
  return found[0];
};

export const personInTeams = (city: City, name: string, conversation: object): Person => {
  const sent =
    (id: string, more: object): Delivery =>
    () => ({
      path: '/api/messages',
      headers: {},
      body: JSON.stringify({
        id,
        channelId: 'msteams',
        serviceUrl: city.url,
        timestamp: new Date().toISOString(),
        from: { id: `29:${name}`, name },
        recipient: { id: '28:bot', name: 'Signpost' },
        conversation,
        channelData: { tenant: { id: 'contoso' } },
        ...more,
      }),
    });
  const dataIn = (message: Taken, choice: string): Part =>
    within(message, choice, ({ data }) =>
      String((data as Part | undefined)?.['choice']).startsWith(choice) ? (data as Part) : undefined,
    );
  return {
    says: (id, text) => sent(id, { type: 'message', textFormat: 'plain', text }),
    mentions: (id, text) =>
      sent(id, {
        type: 'message',
        text: `<at>Signpost</at> ${text}`,
        entities: [{ type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot', name: 'Signpost' } }],
      }),
    presses: (id, message, choice) =>
      sent(id, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card',
        value: {
          action: { type: 'Action.Execute', verb: 'choose', data: dataIn(message, choice) },
          trigger: 'manual',
        },
      }),
    sends: (id, message, choice, values = {}) => {
      const fields = Object.entries(values).map(([field, value]) => [`field_${field}`, value]);
      const value = { ...dataIn(message, choice), ...Object.fromEntries(fields) };
      return sent(id, { type: 'message', replyToId: 'card', value });
    },
  };
};

let moments = 0;
const moment = (): string => `${Math.floor(Date.now() / 1000)}.${String(++moments).padStart(6, '0')}`;

/** Signs anew at each delivery, and counts the repeats of an event as Slack does. */
const signed =
  (path: string, body: string, type: string, retries: boolean): Delivery =>
  (again) => ({
    path,
    body,
    headers: {
      'content-type': type,
      ...(retries && again > 0 ? { 'x-slack-retry-num': String(again), 'x-slack-retry-reason': 'http_timeout' } : {}),
      ...sign(body),
    },
  });

/** Slack tells apart what was pressed by its trigger, and a form by its view. */
export const personInSlack = (name: string, channel: string): Person => {
  const user = { id: name, username: name, name, team_id: slackTeam };
  const event = (id: string, happened: object): Delivery => {
    const ts = moment();
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: slackTeam,
      event_id: `Ev${id}`,
      event_time: Math.floor(Number(ts)),
      event: { channel, user: name, ts, event_ts: ts, ...happened },
      authorizations: [{ enterprise_id: null, team_id: slackTeam, user_id: slackBot, is_bot: true }],
    });
    return signed('/slack/events', body, 'application/json', true);
  };
  const interaction = (payload: object): Delivery => {
    const body = new URLSearchParams({
      payload: JSON.stringify({ user, team: { id: slackTeam, domain: 'contoso' }, ...payload }),
    });
    return signed('/slack/events', String(body), 'application/x-www-form-urlencoded', false);
  };
  const presses: Person['presses'] = (id, message, choice) => {
    const button = within(message, choice, (part) => {
      const { value } = part as Element;
      return typeof value === 'string' && value.startsWith(`{"choice":"${choice}`) ? part : undefined;
    });
    return interaction({
      type: 'block_actions',
      channel: { id: channel, name: 'directmessage' },
      container: { type: 'message', message_ts: message.id, channel_id: channel, is_ephemeral: false },
      message: { type: 'message', ...message.body, ts: message.id },
      trigger_id: id,
      response_url: 'https://hooks.slack.example/none',
      actions: [{ ...button, action_ts: moment() }],
    });
  };
  return {
    says: (id, text) => event(id, { type: 'message', channel_type: 'im', text }),
    mentions: (id, text) => event(id, { type: 'app_mention', text: `<@${slackBot}> ${text}` }),
    presses,
    sends: (id, message, choice, values) =>
      values
        ? interaction({
            type: 'view_submission',
            trigger_id: id,
            response_urls: [],
            view: {
              ...message.body,
              id: message.id,
              hash: 'h1',
              state: { values: stateOf(message.body['blocks'] as Block[], values) },
            },
          })
        : presses(id, message, choice),
  };
};

/** Somebody at the web page, who gets the answers in the response. */
export const personAtPage = (conversation: string) => ({
  says:
    (id: string, said: string): Delivery =>
    () => ({ path: '/api/chat', headers: {}, body: JSON.stringify({ conversation, id, said }) }),
});
