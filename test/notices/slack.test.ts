/** A notice in a real Slack app: posted in the channel, edited, and talked about below. */
import { afterEach, expect, test } from '@jest/globals';
import { engine } from '../../src/app.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Answer, Channel } from '../../src/model/ports.ts';
import { readNotices } from '../../src/notices/read.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { team, until, workspace } from '../channels/slack-driver.ts';
import { memoryLog, realCatalog } from '../fakes.ts';
import { own } from './bot.ts';

/** What is stopped after the test, however it went. */
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

test('a notice lives as one message in the channel that asked for it', async () => {
  const catalog = await realCatalog();
  const store = await sqlite(':memory:');
  closers.push(() => store.close());
  const channels = new Map<ChannelName, Channel>();
  const admins: string[] = [];
  let answer: Answer | undefined;
  const one = await workspace((incoming, deliver) => answer!(incoming, deliver));
  closers.push(() => one.close());
  channels.set('slack', one.channel);
  admins.push(`slack:${team}:${one.ann}`);
  const bot = engine({ store, catalog: () => catalog, channels, admins, clock: Date.now, log: memoryLog() });
  answer = bot.answer;
  closers.push(() => bot.work.stop());
  bot.work.start(50);

  await one.mention('notify here about everything');
  await one.done('chat.postMessage');
  await until(() => bot.board.now().subscriptions.length === 1, 'a subscription');
  const notice = { title: 'AD FS and Entra differ', codes: ['80043431'], severity: 'critical' };
  await bot.notices.take(readNotices(own('k', notice)));
  const [, card] = await one.done('chat.postMessage', 2);
  expect(card!.args).toMatchObject({ channel: one.general });
  expect(card!.args['thread_ts']).toBeUndefined();
  expect(JSON.stringify(card!.args.blocks)).toContain('Critical: AD FS and Entra differ');

  await bot.board.refresh();
  await one.press(card!, 'Acknowledge');
  const [taken] = await one.done('chat.update');
  expect(taken!.args).toMatchObject({ channel: one.general, ts: card!.result!.ts });
  expect(taken!.args.text).toContain('Taken by: ann');
  const later = await one.done('chat.postMessage', 4);
  const line = later.find(({ args }) => args.text === 'ann has it.');
  expect(line!.args).toMatchObject({ channel: one.general, thread_ts: card!.result!.ts });

  const below = { channel: one.general, channel_type: 'channel', user: one.bob, thread_ts: card!.result!.ts };
  const chatter = { type: 'message', text: 'is it AADSTS50126 again?', ts: '1700000000.000200', ...below };
  await one.event(chatter);
  await one.event({ ...chatter, text: 'resolved', ts: '1700000000.000300' });
  const [, over] = await one.done('chat.update', 2);
  expect(over!.args.text).toContain('Resolved: AD FS and Entra differ');
  await one.done('chat.postMessage', 6);

  await bot.work.stop();
  await one.channel.stop();
  const inChannel = one.calls.filter(
    ({ method, args }) => method === 'chat.postMessage' && args.channel === one.general,
  );
  expect(inChannel.map(({ args }) => args.text?.split(/[\n:]/)[0])).toEqual([
    'I notify here',
    'Critical',
    'ann has it.',
    expect.stringMatching(/^bob resolved it at \d{4}-/),
  ]);
  expect(one.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(2);
  expect(one.refused).toEqual([]);
}, 20_000);
