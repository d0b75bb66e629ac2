/** Socket Mode: the same bot without an address of its own. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { answering, team, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const open = async () => {
  const { answer, heard } = answering(({ event }) => ({
    text: event.kind === 'said' ? `About ${event.text}` : 'Thank you',
    actions: [{ kind: 'choose', label: 'It worked', choice: 'worked' }],
  }));
  const one = await workspace(answer, 'socket');
  opened.push(one);
  return { ...one, heard };
};

test('there is no route to reach', async () => {
  const { channel } = await open();
  expect(channel.routes).toEqual([]);
});

test('a direct message is acknowledged and answered', async () => {
  const { say, done, dm } = await open();
  expect((await say('50126')).status).toBe(200);
  const [posted] = await done('chat.postMessage');
  expect(posted?.args).toMatchObject({ channel: dm, text: 'About 50126' });
});

test('a mention, the command and a press are answered', async () => {
  const { mention, command, press, done, heard } = await open();
  await mention('50126');
  const [posted] = await done('chat.postMessage');
  await press(posted!, 'It worked');
  await done('chat.postMessage', 2);
  await done('chat.update');
  await command('50126');
  await done('response/');
  expect(heard.map(({ event }) => event.kind)).toEqual(['said', 'chose', 'said']);
});

test('a slow Web API does not keep the acknowledgement back', async () => {
  const { say, fail, done } = await open();
  fail({ method: 'chat.postMessage', delay: 2000 });
  const { status, ms } = await say('50126');
  expect(status).toBe(200);
  expect(ms).toBeLessThan(500);
  await done('chat.postMessage');
});

test('two messages at once are both answered', async () => {
  const { say, mention, done } = await open();
  await Promise.all([say('one'), mention('two')]);
  await done('chat.postMessage', 2);
});

test.each([
  ['an event without an event', 'events_api', { type: 'app_rate_limited', team_id: team }],
  ['nothing', 'interactive', {}],
  ['a press without actions', 'interactive', { type: 'block_actions' }],
])('%s is noted in the log, and the next message is answered', async (_what, type, payload) => {
  const { push, say, done, sockets, log } = await open();
  void push(type, payload);
  for (const socket of sockets) socket.send('no JSON');
  await say('50126');
  await done('chat.postMessage');
  expect(log.lines.some(({ message }) => message === 'Slack sent something that cannot be understood')).toBe(true);
});

describe('the connection', () => {
  const reconnected = async ({ sockets, say, done }: Workspace, old: unknown): Promise<void> => {
    await until(() => sockets.size === 1 && !sockets.has(old as never), 'a new connection');
    await say('50126');
    await done('chat.postMessage');
  };

  test('is opened again within two seconds when Slack renews it', async () => {
    const one = await open();
    const [old] = one.sockets;
    const since = performance.now();
    one.renew();
    await reconnected(one, old);
    expect(performance.now() - since).toBeLessThan(2000);
  });

  test('is opened again when it is cut', async () => {
    const one = await open();
    const [old] = one.sockets;
    old!.terminate();
    await reconnected(one, old);
  });

  test('is opened again when Slack fails to open it the first times', async () => {
    const one = await open();
    const [old] = one.sockets;
    one.fail({ method: 'apps.connections.open', status: 500 });
    one.fail({ method: 'apps.connections.open', cut: true });
    old!.terminate();
    await reconnected(one, old);
    expect(one.log.lines.some(({ message }) => message === 'Socket Mode is not connected')).toBe(true);
  });

  test('is refused from when Slack refuses the token until it takes it again', async () => {
    const one = await open();
    const [old] = one.sockets;
    for (let n = 0; n < 2; n++)
      one.fail({ method: 'apps.connections.open', body: { ok: false, error: 'token_revoked' } });
    expect(one.channel.refused?.()).toBeUndefined();
    old!.terminate();
    await until(() => one.channel.refused?.() !== undefined, 'the refusal');
    expect(one.channel.refused?.()).toMatch(/^Slack refused to open a connection for Socket Mode \(token_revoked\)\./);
    await reconnected(one, old);
    expect(one.channel.refused?.()).toBeUndefined();
  });

  test('stays closed after a stop, even in the middle of a renewal', async () => {
    const one = await open();
    one.renew();
    await one.channel.stop();
    await until(() => one.sockets.size === 0, 'the end of the connection');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(one.sockets.size).toBe(0);
  });
});
