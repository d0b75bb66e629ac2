import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { Place } from '../../src/model/message.ts';
import type { Answer, Channel } from '../../src/model/ports.ts';
import { appId, keepLog, listen, person, seedOutboundToken, serve, startConnector, wordsOf } from './teams-driver.ts';

let connector: Awaited<ReturnType<typeof startConnector>>;
let channel: Channel;
let bot: Awaited<ReturnType<typeof serve>>;
let ann: ReturnType<typeof person>;

/** Keeps where each message came from, and what delivering the answer led to. */
const places: Place[] = [];
const failures: unknown[] = [];
const answer: Answer = async (incoming, deliver) => {
  places.push(incoming.place);
  await deliver?.({ text: 'now' }).catch((error: unknown) => failures.push(error));
  return { turn: 1, replies: [], effects: [], understood: null, repeated: false };
};

beforeAll(async () => {
  connector = await startConnector();
  channel = await teams({}, answer, keepLog().log);
  bot = await serve(channel.routes);
});

beforeEach(() => {
  connector.calls.length = 0;
  places.length = 0;
  failures.length = 0;
  ann = person(bot, connector);
});

afterAll(async () => {
  await bot.close();
  await connector.close();
});

/** The place as it comes back from the store. */
const saved = (place: Place | undefined): Place => JSON.parse(JSON.stringify(place));

const failure = async (promise: Promise<unknown>): Promise<ChannelError> => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof ChannelError)) throw new Error(`Expected a ChannelError, got ${String(error)}`);
  return error;
};

describe('a post outside a turn', () => {
  test('reaches the conversation that was saved', async () => {
    await ann.say('hello');
    await channel.post(saved(places[0]), { text: 'Ticket HD-12 is resolved.' });
    expect(connector.calls.at(-1)).toMatchObject({
      method: 'POST',
      conversation: 'a:personal',
      activity: { type: 'message', text: 'Ticket HD-12 is resolved.' },
    });
  });

  test('stays in its thread', async () => {
    const thread = '19:team@thread.tacv2;messageid=100';
    await ann.say('hello', { conversation: { id: thread, conversationType: 'channel', isGroup: true } });
    await channel.post(saved(places[0]), { text: 'later' });
    expect(connector.calls.at(-1)).toMatchObject({ conversation: thread, activity: { text: 'later' } });
  });

  test('carries the token of the bot', async () => {
    seedOutboundToken();
    await ann.say('hello');
    const registered = await teams({ appId, appPassword: 'never sent' }, answer, keepLog().log);
    await registered.post(saved(places[0]), { text: 'later' });
    expect(connector.calls.at(-1)?.authorization).toBe('Bearer outbound-token');
  });

  test('of a card can be pressed, and stays in use where its press gets no reply', async () => {
    await ann.say('hello');
    const actions = [{ kind: 'choose', label: 'Yes', choice: 'yes' }] as const;
    await channel.post(saved(places[0]), { text: 'Did it work?', actions });
    const { body } = await ann.press(connector.messages().at(-1)!, 'Yes');
    expect(wordsOf(body.value)).toMatch(/^Did it work\?\nYes\b/);
  });

  test('to an address that cannot be read is given up', async () => {
    const error = await failure(
      channel.post({ channel: 'teams', conversation: 'a:old', ref: { v: 0 } }, { text: 'x' }),
    );
    expect(error.retry).toBe(false);
    expect(error.message).toContain('a:old');
  });
});

describe('a message that Teams does not take', () => {
  test.each([
    [429, true, 'throttled'],
    [412, true, 'busy'],
    [500, true, 'broken'],
    [502, true, 'broken'],
    [503, true, 'broken'],
    [504, true, 'broken'],
    [400, false, 'malformed'],
    [403, false, 'MessageWritesBlocked'],
    [404, false, 'ConversationNotFound'],
    [413, false, 'MessageSizeTooBig'],
  ])('with status %i is worth another try: %s', async (status, retry, code) => {
    await ann.say('hello');
    const before = connector.calls.length;
    connector.refuse({ status, body: { error: { code, message: 'as the test asked' } } });
    const error = await failure(channel.post(saved(places[0]), { text: 'later' }));
    expect(error.retry).toBe(retry);
    expect(error.message).toContain(`Teams answered ${status} (${code}) in the conversation a:personal. `);
    expect(connector.calls.length - before).toBe(1);
  });

  test('because it refuses the bot waits until the credentials are mended', async () => {
    await ann.say('hello');
    connector.refuse({ status: 401, body: { error: { code: 'unknown bot' } } });
    expect(await failure(channel.post(saved(places[0]), { text: 'later' }))).toMatchObject({
      unauthorized: true,
      retry: true,
      retryAfter: 300,
      message: expect.stringMatching(/^Teams refuses the bot \(unknown bot\) .*MicrosoftAppPassword/),
    });
  });

  test('is tried again when Teams says', async () => {
    await ann.say('hello');
    connector.refuse({ status: 429, headers: { 'Retry-After': '17' } });
    expect((await failure(channel.post(saved(places[0]), { text: 'later' }))).retryAfter).toBe(17);
    const soon = new Date(Date.now() + 20_000).toUTCString();
    connector.refuse({ status: 503, headers: { 'Retry-After': soon } });
    const { retryAfter } = await failure(channel.post(saved(places[0]), { text: 'later' }));
    expect(retryAfter).toBeGreaterThan(17);
    expect(retryAfter).toBeLessThanOrEqual(20);
  });

  test('because it cannot be reached is worth another try', async () => {
    await ann.say('hello');
    const gone = await listen(async () => {});
    await gone.close();
    const place = JSON.parse(JSON.stringify(places[0]).replaceAll(connector.url, gone.url));
    const error = await failure(channel.post(place, { text: 'later' }));
    expect(error.retry).toBe(true);
    expect(error.message).toContain('Teams could not be reached');
  });

  test('because it does not answer in time is worth another try', async () => {
    await ann.say('hello');
    const silent = await listen(() => new Promise(() => {}));
    const place = JSON.parse(JSON.stringify(places[0]).replaceAll(connector.url, silent.url));
    const hurried = await teams({ patience: 50 }, answer, keepLog().log);
    expect((await failure(hurried.post(place, { text: 'later' }))).retry).toBe(true);
    await silent.close();
  });

  test('within a turn fails the delivery, while the request itself is taken', async () => {
    connector.refuse({ status: 429, headers: { 'Retry-After': '5' } });
    expect((await ann.say('hello')).status).toBe(200);
    expect(failures).toEqual([expect.any(ChannelError)]);
    expect(failures).toMatchObject([{ retry: true, retryAfter: 5 }]);
  });
});
