/** Signpost as it is started in earnest, in a Slack of others that keeps what is posted and edited: over HTTP and Socket Mode. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { botToken, type Call, type SlackApi, slackApi, type View } from '../channels/slack-api.ts';
import { peopleOf, signingSecret, team, until } from '../channels/slack-driver.ts';
import { startProduct, type Product } from './product.ts';

jest.setTimeout(60_000);

const token = 'a-token-of-the-clients-tests';

/** How long anything may take, in milliseconds; the machine may be busy. */
const patience = 15_000;

/** A message as it stands in Slack now. */
type Message = Call['args'] & { readonly ts: string; readonly thread_ts?: string; readonly edited?: object };

describe.each(['http', 'socket'] as const)('over %s', (way) => {
  let slack: SlackApi;
  let product: Product;
  let people: ReturnType<typeof peopleOf>;

  beforeAll(async () => {
    slack = await slackApi();
    for (const who of ['ann', 'bob']) await slack.ask('conversations.join', { channel: slack.general }, `xoxp-${who}`);
    product = await startProduct({
      SLACK_BOT_TOKEN: botToken,
      ...(way === 'http' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: 'xapp-1-of-the-tests' }),
      SLACK_API_URL: `${slack.base}/api/`,
      SIGNPOST_ADMINS: `slack:${team}:${slack.bob}`,
      SIGNPOST_API_TOKEN: token,
      // Ann is quicker here than any person.
      SIGNPOST_RATE_PER_PERSON: '0',
    });
    people = peopleOf(slack, way, `${product.origin}/slack/events`);
    if (way === 'socket') await until(() => slack.sockets.size > 0, 'a connection', patience);
  });

  afterAll(async () => {
    await product?.stop();
    await slack?.close();
  });

  /** Bob is of the helpdesk; what Ann does needs no word. */
  const byBob = async () => ({
    user: { id: slack.bob, username: 'bob', name: 'bob', team_id: team },
    trigger_id: await slack.trigger(slack.bob),
  });

  const messagesOf = async (method: string, args: object): Promise<readonly Message[]> =>
    ((await slack.ask(method, { limit: 200, ...args })) as { messages?: Message[] }).messages ?? [];

  /** All that stands in a channel now, threads included, oldest first. */
  const standing = async (channel: string): Promise<readonly Message[]> => {
    const roots = await messagesOf('conversations.history', { channel });
    const threads = await Promise.all(roots.map(({ ts }) => messagesOf('conversations.replies', { channel, ts })));
    const all = new Map([...roots, ...threads.flat()].map((message) => [message.ts, message]));
    return [...all.values()].toSorted((one, two) => Number(one.ts) - Number(two.ts));
  };

  /** The newest message there with this text, as soon as there is one. */
  const shown = async (channel: string, text: string): Promise<Message> => {
    const end = Date.now() + patience;
    for (;;) {
      const found = (await standing(channel)).findLast((message) => JSON.stringify(message).includes(text));
      if (found) return found;
      if (Date.now() > end) throw new Error(`"${text}" is not shown. There is: ${await told(channel)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const told = async (channel: string): Promise<string> =>
    (await standing(channel)).map(({ text }) => text?.slice(0, 200)).join('\n---\n');

  /** Writes in the channel, as Slack keeps it and tells the bot of it; resolves with its time stamp. */
  const write = async (who: 'ann' | 'bob', text: string, more: { thread_ts?: string } = {}): Promise<string> => {
    const said = more.thread_ts ? text : `<@${people.bot}> ${text}`;
    const { ts } = (await slack.ask(
      'chat.postMessage',
      { channel: slack.general, text: said, ...more },
      `xoxp-${who}`,
    )) as { ts: string };
    const message = { channel: slack.general, channel_type: 'channel', user: slack[who], text: said, ts, ...more };
    await people.event({ type: more.thread_ts ? 'message' : 'app_mention', ...message });
    return ts;
  };

  /** Presses a button of a message as it stands. */
  const press = async (channel: string, text: string, label: string, more: object = {}): Promise<void> => {
    const message = await shown(channel, text);
    const { ts, thread_ts: thread } = message;
    const pressed: Call = { method: 'chat.postMessage', args: message, token: undefined, result: { channel, ts } };
    const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false };
    const inThread = thread && thread !== ts ? { container: { ...container, thread_ts: thread } } : {};
    expect(JSON.stringify(message)).toContain(`"${label}"`);
    expect((await people.press(pressed, label, { ...inThread, ...more })).status).toBe(200);
  };

  /** The window that opens for a press, as soon as it shows its form. */
  const windowAfter = async (act: () => Promise<void>, text: string): Promise<View> => {
    const before = slack.calls.length;
    await act();
    const views = () =>
      slack.calls
        .slice(before)
        .filter(({ method }) => /^views\.(?:open|update)$/.test(method))
        .flatMap(({ result }) => result?.view ?? []);
    await until(() => views().some((view) => JSON.stringify(view).includes(text)), `a window with "${text}"`, patience);
    return views().findLast((view) => JSON.stringify(view).includes(text))!;
  };

  /** A helpdesk is asked from when its channel is kept, which comes after the answer that promises it. */
  const deskIsThere = async (): Promise<void> => {
    const offered = () =>
      slack.calls.some(
        ({ method, args }) => method === 'views.publish' && JSON.stringify(args).includes('Ask the helpdesk'),
      );
    const end = Date.now() + patience;
    while (!offered()) {
      if (Date.now() > end) throw new Error('The home of Ann offers no helpdesk.');
      await people.open('home');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  test('a question is answered in the direct messages, and its method walked through in one message', async () => {
    await people.say('what is 80043431');
    const { ts } = await shown(slack.dm, 'Method 1: Update the federated domain');
    await press(slack.dm, 'Method 1: Update the federated domain', 'Step by step');
    await press(slack.dm, 'Before you start method 1', 'I have checked, go on');
    const first = await shown(slack.dm, 'Step 1 of');
    const steps = Number(/Step 1 of (\d+)/.exec(JSON.stringify(first))?.[1]);
    expect(steps).toBeGreaterThan(3);
    for (let step = 1; step <= steps; step++) await press(slack.dm, `Step ${step} of ${steps}`, 'Done');
    await press(slack.dm, 'That was the last step of method 1', 'It worked');
    await shown(slack.dm, 'I have noted that this method helped');
    expect(first.ts).toBe(ts);
    expect((await shown(slack.dm, 'That was the last step of method 1')).ts).toBe(ts);
  });

  test('the slash command is answered for its person alone', async () => {
    await people.command('AADSTS50126');
    const [answer] = await people.done('response/');
    expect(answer?.args.text).toContain('50126: wrong user name or password');
    expect(await told(slack.general)).not.toContain('50126');
  });

  test('a mention is answered in a thread below it', async () => {
    const ts = await write('ann', 'AADSTS50105');
    expect((await shown(slack.general, '50105 because the user')).thread_ts).toBe(ts);
  });

  test('an escalation goes through a window into the channel of the helpdesk', async () => {
    await write('bob', 'use this channel for helpdesk');
    await shown(slack.general, 'This is a helpdesk channel now');
    await deskIsThere();
    await people.say('AADSTS50105');
    const form = await windowAfter(
      () => press(slack.dm, '50105 because the user is not assigned', 'Ask the helpdesk'),
      'What happens, in your own words',
    );
    const { said } = await people.submit(form, { problem: '', affected: 'several' });
    expect(said.response_action).toBe('errors');
    await people.submit(form, { problem: 'Payroll says that I am blocked', affected: 'several' });
    await shown(slack.dm, 'Ticket HD-1 is open');
    const card = await shown(slack.general, 'HD-1 (open)');
    expect(JSON.stringify(card)).toContain('Payroll says that I am blocked');
  });

  test('claiming edits the card of the ticket, and words go to and fro through its thread', async () => {
    const { ts } = await shown(slack.general, 'HD-1 (open)');
    await press(slack.general, 'HD-1 (open)', 'Claim', await byBob());
    expect((await shown(slack.general, 'HD-1 (claimed)')).ts).toBe(ts);
    expect(await told(slack.general)).not.toContain('HD-1 (open)');
    await shown(slack.dm, 'bob is looking into your ticket HD-1');
    await write('bob', 'Which groups are you in?', { thread_ts: ts });
    const form = await windowAfter(() => press(slack.dm, 'Which groups are you in?', 'Answer'), 'Your answer');
    await people.submit(form, { text: 'Only in Sales' });
    expect((await shown(slack.general, 'writes: Only in Sales')).thread_ts).toBe(ts);
  });

  test('a solution reaches the requester, who closes the ticket and rates the help', async () => {
    const { ts } = await shown(slack.general, 'HD-1 (claimed)');
    const form = await windowAfter(
      async () => press(slack.general, 'HD-1 (claimed)', 'Resolve', await byBob()),
      'What was done',
    );
    const bob = { user: (await byBob()).user };
    await people.submit(form, { cause: 'Not in the group Payroll', note: 'Added to the group' }, bob);
    expect((await shown(slack.general, 'HD-1 (resolved)')).ts).toBe(ts);
    await press(slack.dm, 'HD-1 is resolved', 'Yes, solved');
    await press(slack.dm, 'How was the help', '5');
    expect(JSON.stringify(await shown(slack.general, 'HD-1 (closed)'))).toContain('HD-1 (closed)');
    await shown(slack.general, '5 of 5');
  });

  test('a notice is posted unasked, taken by a press, and edited when it is over', async () => {
    const report = async (state: 'firing' | 'resolved'): Promise<void> => {
      const response = await fetch(`${product.origin}/api/notices`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          key: 'tls/sts.contoso.com',
          severity: 'critical',
          title: 'The TLS certificate of sts.contoso.com has ended',
          state,
        }),
      });
      expect(await response.json()).toEqual({ accepted: 1 });
    };
    await write('bob', 'notify here about everything');
    await shown(slack.general, 'I post here: everything');
    await report('firing');
    const { ts } = await shown(slack.general, 'Critical: The TLS certificate of sts.contoso.com has ended');
    await press(slack.general, 'Critical: The TLS certificate', 'Acknowledge', await byBob());
    await shown(slack.general, 'bob has it.');
    const [hidden] = await people.done('chat.postEphemeral');
    expect(hidden?.args).toMatchObject({ user: slack.bob, text: expect.stringContaining('You have notice 1.') });
    expect(JSON.stringify(await shown(slack.general, 'Critical: The TLS certificate'))).toMatch(/Taken by.{0,200}bob/);
    await report('resolved');
    expect((await shown(slack.general, 'Resolved: The TLS certificate of sts.contoso.com has ended')).ts).toBe(ts);
  });

  test('Slack refused nothing, and the product had nothing to complain about', () => {
    expect(slack.refused).toEqual([]);
    expect(
      slack.calls.filter(({ result }) => result?.['ok'] === false).map(({ method, result }) => ({ method, result })),
    ).toEqual([]);
    expect(product.printed()).not.toMatch(/"level":(?:40|50|60)/);
  });
});
