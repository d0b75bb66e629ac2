/** Buttons in Slack: what a press says, and what becomes of the pressed message. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { realEngine } from '../fakes.ts';
import type { Block, Call } from './slack-api.ts';
import { answering, helpful, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.close();
    expect(one.refused).toEqual([]);
  }
});

const open = async () => {
  const { answer, heard } = answering(helpful);
  const one = await workspace(answer);
  opened.push(one);
  return { ...one, heard };
};

const labels = (call: Call): readonly (string | undefined)[] =>
  (call.args.blocks ?? [])
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }: Block) => elements.map(({ text }) => text?.text));

describe('a button', () => {
  test('sends back its choice, what it is about, and the turn of its message', async () => {
    const { say, press, done, heard } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'Next method');
    const [, next] = await done('chat.postMessage', 2);
    expect(heard[1]?.event).toEqual({ kind: 'chose', choice: 'next', about: '50126', turn: 1 });
    expect(next?.args.text).toBe('You took next');
    expect(heard[1]?.place.conversation).toBe(heard[0]?.place.conversation);
  });

  test('is gone after the press, the choice is named, and the link stays', async () => {
    const { say, press, done } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'It worked');
    const [updated] = await done('chat.update');
    expect(updated?.result?.['ok']).toBe(true);
    expect(updated?.args['ts']).toBe(posted?.result?.ts);
    expect(labels(updated!)).toEqual(['Sources']);
    expect(updated?.args.blocks?.at(-1)).toMatchObject({
      type: 'context',
      elements: [{ type: 'plain_text', text: 'You chose: It worked' }],
    });
  });

  test('in a thread is answered in that thread, in the same conversation', async () => {
    const { mention, press, done, heard } = await open();
    await mention('50126', { ts: '1700000000.000500' });
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'Next method');
    const [, next] = await done('chat.postMessage', 2);
    expect(next?.args['thread_ts']).toBe('1700000000.000500');
    expect(heard[1]?.place.conversation).toBe(heard[0]?.place.conversation);
  });

  test('of a message that only its person sees is answered for that person, in the same conversation', async () => {
    const { command, press, done, heard, calls } = await open();
    await command('50126');
    const [answered] = await done('response/');
    await press(answered!, 'Next method');
    const [, next] = await done('response/', 2);
    expect(next?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: 'You took next' });
    expect(heard[1]?.place.conversation).toBe(heard[0]?.place.conversation);
    expect(calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  });

  test('pressed twice is heard twice, for the dialog to say that it was taken', async () => {
    const { say, press, done, heard } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await Promise.all([press(posted!, 'It worked'), press(posted!, 'It worked')]);
    await done('chat.postMessage', 3);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
  });

  test('that comes twice from Slack is heard once', async () => {
    const { say, press, done, heard } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'It worked', { trigger_id: 'the-same' });
    await press(posted!, 'It worked', { trigger_id: 'the-same' });
    await done('chat.postMessage', 2);
    expect(heard).toHaveLength(2);
  });

  test('that opens a page is acknowledged and nothing else', async () => {
    const { say, press, done, heard, calls } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    expect((await press(posted!, 'Sources')).status).toBe(200);
    expect(heard).toHaveLength(1);
    expect(calls.some(({ method }) => method === 'chat.update')).toBe(false);
  });

  test.each([
    ['of another time', { action_id: 'old_button', value: 'yes' }, 'old_button'],
    ['with a broken value', { action_id: 'signpost:choose:0', value: '{"choice":' }, 'signpost:choose:0'],
    ['with a foreign value', { action_id: 'signpost:choose:0', value: '["worked"]' }, 'signpost:choose:0'],
  ])('%s is passed on, so that it is answered', async (_what, action, choice) => {
    const { say, press, done, heard } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'It worked', { actions: [{ type: 'button', action_ts: '1.2', ...action }] });
    await done('chat.postMessage', 2);
    expect(heard[1]?.event).toEqual({ kind: 'chose', choice });
  });

  test('of a message in a form that nobody knows is answered, and the message is left as it is', async () => {
    const { say, press, done, log } = await open();
    await say('50126');
    const [posted] = await done('chat.postMessage');
    await press(posted!, 'It worked', { message: { ts: '1.2', blocks: { type: 'actions' } } });
    await done('chat.postMessage', 2);
    await until(() => log.lines.some(({ message }) => message === 'a pressed message was not marked'), 'the warning');
  });
});

test('the real engine answers a known code with its card, and a press goes on from there', async () => {
  const engine = await realEngine();
  const one = await workspace(engine.answer);
  opened.push(one);
  await one.say('what is 80043431');
  const [posted] = await one.done('chat.postMessage');
  expect(posted?.args.text).toContain('80043431');
  const [label] = labels(posted!);
  await one.press(posted!, label!);
  await one.done('chat.postMessage', 2);
  await until(() => one.calls.some(({ method }) => method === 'chat.update'), 'the mark');
  await one.press(posted!, label!);
  await one.done('chat.postMessage', 3);
  await engine.stop();
});
