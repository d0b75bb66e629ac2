/** The main job through every door, with the real engine, catalog and SDKs: "what is 80043431", then the next method. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cardOf } from '../src/channels/teams/render.ts';
import { blocksOf } from '../src/channels/slack/render.ts';
import { teams } from '../src/channels/teams/index.ts';
import { web } from '../src/channels/web/index.ts';
import { workspace } from './channels/slack-driver.ts';
import { cardIn, person, serve, startConnector, wordsOf } from './channels/teams-driver.ts';
import { memoryLog, realEngine } from './fakes.ts';

let engine: Awaited<ReturnType<typeof realEngine>>;
beforeAll(async () => {
  engine = await realEngine();
});
afterAll(() => engine.stop());

const question = 'what is 80043431';
const first = 'Method 1: Update the federated domain in Entra';
const second = /Method 2 of 3/;

test('Teams', async () => {
  const connector = await startConnector();
  const bot = await serve((await teams({}, engine.answer, memoryLog())).routes);
  const ann = person(bot, connector);
  const messages = () => connector.calls.map(({ activity }) => activity).filter(({ type }) => type === 'message');

  expect((await ann.say(question)).status).toBe(200);
  expect(wordsOf(cardIn(messages()[0]))).toContain(first);
  const sent = { ...messages()[0]!, id: 'card-1' };
  expect((await ann.press(sent, 'Next method')).status).toBe(200);
  expect(wordsOf(cardIn(messages()[1]))).toMatch(second);
  expect((await ann.submit(sent, 'Next method')).status).toBe(200);
  expect(wordsOf(cardIn(messages()[2]))).toMatch(second);

  await bot.close();
  await connector.close();
});

describe.each(['http', 'socket'] as const)('Slack over %s', (way) => {
  test('a direct message and its button', async () => {
    const slack = await workspace(engine.answer, way);
    await slack.say(question);
    const [posted] = await slack.done('chat.postMessage');
    expect(JSON.stringify(posted!.args.blocks)).toContain(first);
    await slack.press(posted!, 'Next method');
    const [, next] = await slack.done('chat.postMessage', 2);
    expect(next!.args.text).toMatch(second);
    expect(slack.refused).toEqual([]);
    await slack.close();
  });
});

test('the web page', async () => {
  const drawings = { teams: cardOf, slack: blocksOf, text: ({ text }: { text: string }) => text };
  const page = await serve(web({ open: false, drawings, mask: engine.mask }, engine.answer, memoryLog()).routes);
  const conversation = '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a11';
  const send = async (n: number, event: object) => {
    const body = JSON.stringify({ conversation, id: `${n}1111111-1111-4111-8111-111111111111`, ...event });
    const headers = { 'content-type': 'application/json' };
    const url = new URL('/api/chat', page.url);
    const { replies } = (await (await fetch(url, { method: 'POST', headers, body })).json()) as {
      replies: { text: string; turn: number }[];
    };
    return replies[0]!;
  };
  const answer = await send(1, { said: question });
  expect(answer.text).toContain(first);
  expect((await send(2, { chose: 'next:1', about: '80043431', turn: answer.turn })).text).toMatch(second);
  await page.close();
});
