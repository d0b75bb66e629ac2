/** Two replicas on one store: whatever Slack sends again, and wherever, is answered once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Store } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { type RealEngine, realEngine } from '../fakes.ts';
import { type SlackApi, slackApi } from './slack-api.ts';
import { type Workspace, workspace } from './slack-driver.ts';

// The first look at the catalog takes long on a busy machine.
jest.setTimeout(30_000);

let api: SlackApi;
let store: Store;
const replicas: { readonly engine: RealEngine; readonly one: Workspace }[] = [];
beforeEach(async () => {
  api = await slackApi();
  // One connection: of two in one process, each would keep the other from ending what it waits for.
  store = await sqlite(':memory:');
  for (let n = 0; n < 2; n++) {
    const engine = await realEngine(store);
    replicas.push({ engine, one: await workspace(engine.answer, 'http', undefined, { api }) });
  }
});
afterEach(async () => {
  for (const { engine, one } of replicas.splice(0)) {
    await one.close();
    await engine.stop();
  }
  await store.close();
  await api.close();
});

const posts = () => api.calls.filter(({ method }) => method === 'chat.postMessage');

test('an event that is sent again, to either and to both at once, is answered once', async () => {
  const [a, b] = replicas.map(({ one }) => one) as [Workspace, Workspace];
  const again = { ts: '1700000000.000900' };
  await a.say('50126', again, 'Ev1');
  await b.say('50126', again, 'Ev1');
  const statuses = await Promise.all([a, b, a, b].map(async (one) => (await one.say('50126', again, 'Ev1')).status));
  expect(statuses).toEqual([200, 200, 200, 200]);

  const another = { ts: '1700000000.000901' };
  await Promise.all([a, b, a, b].map((one) => one.say('80043431', another, 'Ev2')));
  await sleep(300);
  expect(posts()).toHaveLength(2);
});

test('a press that is sent to both is answered once', async () => {
  const [a, b] = replicas.map(({ one }) => one) as [Workspace, Workspace];
  await a.say('what is 80043431');
  const [card] = await a.done('chat.postMessage');
  const trigger = await api.trigger(api.ann);
  await Promise.all([a, b].map((one) => one.press(card!, 'Next method', { trigger_id: trigger })));
  await sleep(300);
  expect(posts()).toHaveLength(2);
});
