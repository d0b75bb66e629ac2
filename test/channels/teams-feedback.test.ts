import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Sent } from './teams-driver.ts';
import { home } from './teams-home.ts';

let there: Awaited<ReturnType<typeof home>>;
beforeAll(async () => {
  there = await home();
});
beforeEach(() => {
  there.connector.calls.length = 0;
});
afterAll(() => there.close());

const thumb = (message: { readonly id: string }, reaction: string) =>
  there.ann.send({
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: message.id,
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: 'call me at 555-0100' }) },
    },
  });

const asked = async (text: string): Promise<Sent> => {
  await there.ann.say(text);
  return there.connector.messages().at(-1)!;
};

test('an answer asks whether it helped, and nothing else does', async () => {
  const answer = await asked('AADSTS50105');
  expect(answer).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
  expect(await asked('help')).not.toHaveProperty('channelData');
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

test.each([{}, null, 'x', { actionName: 'feedback' }, { actionName: 'feedback', actionValue: { reaction: 'love' } }])(
  'a rating that makes no sense is taken and not counted: %j',
  async (value) => {
    const before = await there.bot.store.ratings();
    const { status } = await there.ann.send({ type: 'invoke', name: 'message/submitAction', value });
    expect([status, await there.bot.store.ratings()]).toEqual([200, before]);
  },
);
