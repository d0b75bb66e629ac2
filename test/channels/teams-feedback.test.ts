import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { teams } from '../../src/channels/teams/index.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { keepLog, person, type Sent, serve } from './teams-driver.ts';
import { home } from './teams-home.ts';

let there: Awaited<ReturnType<typeof home>>;
beforeAll(async () => {
  there = await home();
});
afterAll(() => there.close());

const thumb = (message: { readonly id: string }, reaction: string, { ann }: Home = there) =>
  ann.send({
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: message.id,
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: 'call me at 555-0100' }) },
    },
  });

type Home = Awaited<ReturnType<typeof home>>;

/** What was answered, once the store knows what it is about. */
const asked = async (text: string, { ann, bot, connector }: Home = there): Promise<Sent> => {
  await ann.say(text);
  const answer = connector.messages().at(-1)!;
  for (let tries = 0; tries < 200 && (await bot.store.entryOf(`teams:a:personal/${answer.id}`)) === undefined; tries++)
    await sleep(10);
  return answer;
};

test('an answer asks whether it helped, and nothing else does', async () => {
  const answer = await asked('AADSTS50105');
  expect(answer).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
  await there.ann.say('help');
  expect(there.connector.messages().at(-1)).not.toHaveProperty('channelData');
});

test('thumbs are counted for each entry, and what is written with them is kept nowhere', async () => {
  const answer = await asked('AADSTS50105');
  for (const reaction of ['like', 'like', 'dislike']) expect((await thumb(answer, reaction)).status).toBe(200);
  expect((await thumb(await asked('AADSTS50126'), 'dislike')).status).toBe(200);
  expect((await thumb({ id: 'forgotten' }, 'like')).status).toBe(200);
  expect(await there.bot.store.ratings()).toEqual([
    { entry: '50105', liked: 2, disliked: 1 },
    { entry: '50126', liked: 0, disliked: 1 },
    { entry: '', liked: 1, disliked: 0 },
  ]);
  expect(JSON.stringify(there.lines)).not.toContain('555-0100');
  expect(await there.bot.store.gaps(10)).toEqual([]);
});

test('a thumb may come to another replica, or after a restart, or below a card that showed another answer before', async () => {
  const store = await sqlite(':memory:');
  const [first, second] = [await home(undefined, Date.now, store), await home(undefined, Date.now, store)];
  const conversation = { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant' };
  const answer = await asked('AADSTS50105', first);
  await thumb(answer, 'like', second);
  await first.channel.edit(
    {
      channel: 'teams',
      conversation: 'a:personal',
      ref: { v: 1, channelId: 'msteams', serviceUrl: first.connector.url, conversation },
    },
    answer.id,
    {
      text: 'x',
      entry: '50126',
      actions: [{ kind: 'choose', label: 'x', choice: 'x', about: '' }],
    },
  );
  await first.close();
  await thumb(answer, 'dislike', second);
  await second.close();
  const third = await home(undefined, Date.now, store);
  await thumb(answer, 'dislike', third);
  expect(await store.ratings()).toEqual([
    { entry: '50126', liked: 0, disliked: 2 },
    { entry: '50105', liked: 1, disliked: 0 },
  ]);
  await third.close();
  await store.close();
});

test('a thumb is taken while the store is away, and is not counted', async () => {
  const away = await home();
  const hooks = { ...away.bot.inTeams, entryOf: () => Promise.reject(new Error('away')) };
  const served = await serve((await teams({}, away.bot.answer, keepLog().log, hooks)).routes);
  const ann = person(served, away.connector);
  expect((await thumb({ id: '1' }, 'like', { ...away, ann })).status).toBe(200);
  expect(await away.bot.store.ratings()).toEqual([]);
  await served.close();
  await away.close();
});

test.each([{}, null, 'x', { actionName: 'feedback' }, { actionName: 'feedback', actionValue: { reaction: 'love' } }])(
  'a rating that makes no sense is taken and not counted: %j',
  async (value) => {
    const before = await there.bot.store.ratings();
    const { status } = await there.ann.send({ type: 'invoke', name: 'message/submitAction', value });
    expect([status, await there.bot.store.ratings()]).toEqual([200, before]);
  },
);
