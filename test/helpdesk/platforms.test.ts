/** A ticket between the two platforms: the person asks in Teams, the helpdesk works in Slack; both SDKs and their HTTP are real. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Answer, Channel } from '../../src/model/ports.ts';
import type { Call } from '../channels/slack-api.ts';
import { team, until, type Workspace, workspace } from '../channels/slack-driver.ts';
import { keepLog, person, type Sent, serve, startConnector, wordsOf } from '../channels/teams-driver.ts';
import { type RealEngine, realEngine } from '../fakes.ts';

let slack: Workspace;
let connector: Awaited<ReturnType<typeof startConnector>>;
let served: Awaited<ReturnType<typeof serve>>;
let ann: ReturnType<typeof person>;
let bot: RealEngine;

beforeAll(async () => {
  const channels = new Map<ChannelName, Channel>();
  const answer: Answer = (incoming, deliver) => bot.answer(incoming, deliver);
  slack = await workspace(answer);
  connector = await startConnector();
  const teamsChannel = await teams({ dialogs: true }, answer, keepLog().log);
  served = await serve(teamsChannel.routes);
  channels.set('slack', slack.channel).set('teams', teamsChannel);
  bot = await realEngine(undefined, { channels, admins: [`slack:${team}:${slack.ann}`, 'teams:29:ann'] });
  ann = person(served, connector);
}, 30_000);

afterAll(async () => {
  await slack.close();
  await served.close();
  await connector.close();
  await bot.stop();
});

const inTeams = (text: string): Sent => {
  const found = connector.messages().findLast((message) => JSON.stringify(message).includes(text));
  if (!found) throw new Error(`Nothing in Teams says "${text}".`);
  return found;
};

const inSlack = (method: string, text: string): Call => {
  const found = slack.calls.findLast((call) => call.method === method && JSON.stringify(call.args).includes(text));
  if (!found) throw new Error(`Nothing in Slack says "${text}".`);
  return found;
};

/** The window that Slack shows newest. */
const view = () =>
  slack.calls.findLast(({ method }) => method === 'views.open' || method === 'views.update')?.result?.view;

test('a ticket goes from a Teams dialog to a Slack channel, through its life, and back', async () => {
  await slack.mention('use this channel for helpdesk');
  await until(() => JSON.stringify(slack.calls).includes('This is a helpdesk channel now'), 'the desk');
  await bot.settle();

  await ann.say('AADSTS50105');
  const answer = inTeams('50105 because');
  const { body } = await ann.open(answer, 'Ask the helpdesk');
  const form = body.task.value.card.content;
  expect(wordsOf(form)).toContain('About: 50105 because');
  const wrong = await ann.fill(form, 'Open the ticket', { 'What happens, in your own words': '' });
  const again = wrong.body.task.value.card.content;
  expect(JSON.stringify(again)).toContain('Say what happens, in a few words.');
  await ann.fill(again, 'Open the ticket', {
    'What happens, in your own words': 'Payroll is closed for me',
    'Who is affected': 'me',
  });
  await bot.settle();
  inTeams('Ticket HD-1 is open');
  const card = inSlack('chat.postMessage', 'HD-1 (open)');
  inSlack('chat.postMessage', 'What you write in this thread goes to Ann');

  await slack.press(card, 'Claim');
  await bot.settle();
  inTeams('ann is looking into your ticket HD-1');
  inSlack('chat.update', 'HD-1 (claimed)');

  const thread = card.result!.ts!;
  await slack.event({
    type: 'message',
    channel: slack.general,
    channel_type: 'channel',
    user: slack.ann,
    text: 'Which groups are you in?',
    ts: '1700000000.000100',
    thread_ts: thread,
  });
  await bot.settle();
  const question = inTeams('Which groups are you in?');
  const asked = await ann.open(question, 'Answer');
  await ann.fill(asked.body.task.value.card.content, 'Send', { 'Your answer': 'Only in Sales' });
  await bot.settle();
  expect(inSlack('chat.postMessage', 'Only in Sales').args['thread_ts']).toBe(thread);

  const claimed = inSlack('chat.update', 'HD-1 (claimed)');
  await slack.press(
    { ...claimed, method: 'chat.postMessage', result: { ...claimed.result, ...card.result } },
    'Resolve',
  );
  await until(() => view() !== undefined, 'the form');
  await slack.submit(view()!, { cause: 'No group', note: 'Added to the group' });
  await bot.settle();
  const resolved = inTeams('HD-1 is resolved');
  await ann.press(resolved, 'Yes, solved');
  await bot.settle();
  inSlack('chat.update', 'HD-1 (closed)');
  await ann.press(inTeams('How was the help'), '5');
  await bot.settle();
  inSlack('chat.postMessage', 'Ann rates the help 5 of 5.');
  expect(await bot.store.ticket(1)).toMatchObject({ status: 'closed', rating: 5 });
  expect(slack.refused).toEqual([]);
}, 30_000);

test('with the helpdesk in Teams, a press leaves the card in use, and a second claim is refused', async () => {
  const place = (root: string) => ({
    conversation: {
      id: `19:desk@thread.tacv2;messageid=${root}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: 'tenant',
    },
  });
  const bea = { from: { id: '29:bea', name: 'Bea' } };
  await slack.mention('stop using this channel for helpdesk');
  await bot.settle();
  await ann.mention('use this channel for helpdesk', place('100'));
  await bot.settle();
  await ann.say('escalate');
  await bot.settle();
  await ann.submit(
    inTeams('Ticket for the helpdesk'),
    'Open the ticket',
    {},
    {
      'What happens, in your own words': 'Salesforce is closed for me',
      'Who is affected': 'me',
    },
  );
  await bot.settle();
  const card = inTeams('HD-2 (open)');
  const root = connector.calls.find(({ begins, activity }) => begins && activity.id === card.id)!;
  expect(root.conversation).toBe('19:desk@thread.tacv2');
  const pressed = await ann.press(card, 'Claim', { ...place(card.id), ...bea });
  expect(pressed.body.type).toBe('application/vnd.microsoft.card.adaptive');
  expect(wordsOf(pressed.body.value)).toContain('Resolve');
  await bot.settle();
  expect(JSON.stringify(connector.edits().at(-1))).toContain('Bea, since');
  await ann.press(card, 'Claim', place(card.id));
  await bot.settle();
  inTeams('Bea has had HD-2 since');
  expect(await bot.store.ticket(2)).toMatchObject({ status: 'claimed', owner: { name: 'Bea' } });
}, 30_000);
