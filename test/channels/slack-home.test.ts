/** The home of a person who asks and of one who helps, with the real engine: what stands there, and what its buttons do. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { homeCard } from '../../dialogs/home.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Firing } from '../../src/model/notice.ts';
import type { Answer, Channel } from '../../src/model/ports.ts';
import { type RealEngine, realEngine } from '../fakes.ts';
import type { Call, View } from './slack-api.ts';
import { team, until, type Workspace, workspace } from './slack-driver.ts';

// The first look at the catalog takes long on a busy machine.
jest.setTimeout(30_000);

const opened: { readonly one: Workspace; readonly bot: RealEngine }[] = [];
afterEach(async () => {
  for (const { one, bot } of opened.splice(0)) {
    await one.close();
    await bot.stop();
    expect(one.refused).toEqual([]);
  }
});

/** Ann asks; Bob works at the desk in the channel. */
const open = async () => {
  const channels = new Map<ChannelName, Channel>();
  const answer: Answer = (incoming, deliver) => bot.answer(incoming, deliver);
  const one = await workspace(answer, 'http', (person) => bot.home('slack', person));
  channels.set('slack', one.channel);
  const bot = await realEngine(undefined, { channels, admins: [`slack:${team}:${one.bob}`] });
  opened.push({ one, bot });
  await one.mention('use this channel for helpdesk', { user: one.bob });
  await one.done('chat.postMessage');
  await bot.settle();
  return { ...one, bot };
};
type Bot = Awaited<ReturnType<typeof open>>;

/** The home that a person sees when they open it. */
const homeOf = async ({ event, calls, done, dm }: Bot, user: string): Promise<View> => {
  const before = calls.filter(({ method }) => method === 'views.publish').length;
  await event({ type: 'app_home_opened', user, channel: dm, tab: 'home' });
  const { args, result } = (await done('views.publish', before + 1)).at(-1)!;
  return { ...args.view!, ...result?.view };
};

const labels = (view: View): readonly string[] =>
  view.blocks.flatMap(({ type, elements = [] }) => (type === 'actions' ? elements.map(({ text }) => text!.text) : []));

const posted = ({ calls }: Bot, text: string): Call | undefined =>
  calls.findLast(({ method, args }) => method === 'chat.postMessage' && JSON.stringify(args).includes(text));

/** Ann opens a ticket through the window that her home's button opens. */
const openTicket = async (one: Bot, problem: string): Promise<void> => {
  const view = await homeOf(one, one.ann);
  const before = one.calls.filter(({ method }) => method === 'views.open').length;
  await one.pressIn(view, 'Ask the helpdesk');
  const form = (await one.done('views.open', before + 1)).at(-1)!.result!.view!;
  await one.submit(form, { problem, affected: 'me' });
  await one.bot.settle();
};

test('is in the language that Slack knows of its person', async () => {
  const one = await open();
  one.fail({ method: 'users.info', body: { ok: true, user: { id: one.ann, name: 'ann', locale: 'de-DE' } } });
  const view = await homeOf(one, one.ann);
  const text = JSON.stringify(view);
  for (const words of ['Ihre Tickets', 'Sie haben keine Tickets.', 'So benutzen Sie Signpost', '/signin'])
    expect(text).toContain(words);
  expect(labels(view)).toEqual(['Helpdesk fragen']);
});

test('a person without tickets is told so, and how to use the bot', async () => {
  const one = await open();
  const view = await homeOf(one, one.ann);
  const text = JSON.stringify(view);
  for (const words of ['Your tickets', 'You have no tickets.', 'How to use Signpost', 'Explain this error'])
    expect(text).toContain(words);
  for (const words of ['of your helpdesk', 'Where I work', 'What is wrong now']) expect(text).not.toContain(words);
  expect(labels(view)).toEqual(['Ask the helpdesk']);
});

test('a requester sees their own tickets there, opens one from it and looks at it', async () => {
  const one = await open();
  await openTicket(one, 'Payroll is closed for me');
  expect(posted(one, 'HD-1 (open)')?.args.channel).toBe(one.general);
  const view = await homeOf(one, one.ann);
  expect(JSON.stringify(view)).toContain('HD-1: ');
  expect(labels(view)).toEqual(['Show HD-1', 'Ask the helpdesk']);
  await one.pressIn(view, 'Show HD-1');
  await one.bot.settle();
  expect(posted(one, 'nobody yet')?.args.channel).toBe(one.dm);
});

test('leaving the form of the home alone leaves the conversation as it was', async () => {
  const one = await open();
  await one.pressIn(await homeOf(one, one.ann), 'Ask the helpdesk');
  await one.done('views.open');
  await one.say('AADSTS50126');
  await until(() => posted(one, '50126') !== undefined, 'the answer');
});

describe('somebody of the helpdesk', () => {
  const asBob = ({ bob }: Bot) => ({ user: { id: bob, username: 'bob', name: 'bob', team_id: team } });

  test('sees its queue and where the bot works; others see neither', async () => {
    const one = await open();
    await openTicket(one, 'Payroll is closed for me');
    const view = await homeOf(one, one.bob);
    const text = JSON.stringify(view);
    for (const words of ['Open tickets of your helpdesk', 'HD-1: ', 'Where I work', 'Helpdesk channels'])
      expect(text).toContain(words);
    expect(labels(view)).toContain('Show HD-1');
    expect(JSON.stringify(await homeOf(one, 'U0STRANGER'))).not.toContain('HD-1');
  });

  test('looks at a ticket from there without buttons, which only work in its channel', async () => {
    const one = await open();
    await openTicket(one, 'Payroll is closed for me');
    await one.pressIn(await homeOf(one, one.bob), 'Show HD-1', asBob(one));
    await one.bot.settle();
    const shown = posted(one, 'It is worked on in the channel of its helpdesk.');
    expect(shown?.args.channel).toBe(one.dm);
    expect(JSON.stringify(shown?.args)).toContain('Payroll is closed for me');
    expect(shown?.args.blocks?.some(({ type }) => type === 'actions')).toBe(false);
  });

  test('and nobody else looks at the tickets of others', async () => {
    const one = await open();
    await openTicket(one, 'Payroll is closed for me');
    const stranger = { user: { id: 'U0STRANGER', username: 'eve', name: 'eve', team_id: team } };
    await one.pressIn(await homeOf(one, one.bob), 'Show HD-1', stranger);
    await one.bot.settle();
    expect(posted(one, 'It is worked on')).toBeUndefined();
  });
});

test('what is wrong stands first, and no more than five', () => {
  const firing = Array.from(
    { length: 7 },
    (_, n): Firing => ({
      key: `k${n}`,
      card: `${n + 1}`,
      severity: 'warning',
      title: `Certificate ${n} ends soon`,
      checked: 0,
      deadline: null,
      snoozedUntil: null,
      owner: n === 0 ? 'Eva' : null,
      parent: n === 6 ? 'k0' : null,
      codes: [],
      entry: null,
      topic: null,
      domains: [],
      since: 0,
      followers: 0,
    }),
  );
  const now = 3 * 3_600_000;
  const view = {
    mine: [],
    queue: [],
    rooms: null,
    checks: [['federation', 0] as const, ['tls', now - 60_000] as const],
  };
  const { text, actions = [] } = homeCard({ ...view, firing, helpdesk: false }, now);
  expect(text.split('\n').filter(Boolean).slice(0, 8)).toEqual([
    'Signpost',
    'What is wrong now',
    '- Warning: Certificate 0 ends soon, for 3 hours, Eva is on it',
    ...[1, 2, 3, 4].map((n) => `- Warning: Certificate ${n} ends soon, for 3 hours`),
    'And 1 more.',
  ]);
  expect(text).toContain('federation: not yet\ntls: 1 minute ago');
  expect(actions.map(({ label }) => label)).toEqual([1, 2, 3, 4, 5].map((n) => `Show notice ${n}`));
});
