/** What Slack shows of an agent, where it lets the bot: prompts, and a line while an answer takes long. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import type { Answer } from '../../src/model/ports.ts';
import { phrasesIn } from '../../src/channels/slack/phrases.ts';
import { answering, helpful, type Workspace, workspace } from './slack-driver.ts';

const { prompts } = phrasesIn();

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Every answer takes so long, in milliseconds. */
const open = async (takes = 0) => {
  const { answer, heard } = answering(helpful);
  const slowly: Answer = async (incoming, deliver) => {
    await sleep(takes);
    return answer(incoming, deliver);
  };
  const one = await workspace(slowly);
  opened.push(one);
  return { ...one, heard };
};

const lack = { method: 'assistant.', body: { ok: false, error: 'missing_scope' } };

test('who opens the messages is offered what to begin with', async () => {
  const one = await open();
  await one.open('messages');
  const [offered] = await one.done('assistant.threads.setSuggestedPrompts');
  expect(offered?.args).toMatchObject({ channel_id: one.dm, prompts });
});

test.each(['en', 'de', 'fr', 'es', 'ja'])('no more prompts are offered in %s than Slack takes', (language) => {
  expect(phrasesIn(language).prompts.length).toBeLessThanOrEqual(4);
});

test('who reads another language is offered it in that, and told in it that the answer takes long', async () => {
  const one = await open(900);
  one.fail({ method: 'users.info', body: { ok: true, user: { id: one.ann, name: 'ann', locale: 'fr-FR' } } });
  await one.open('messages');
  const [offered] = await one.done('assistant.threads.setSuggestedPrompts');
  expect(offered?.args).toMatchObject({ prompts: phrasesIn('fr').prompts });
  await one.say('50126');
  const [told] = await one.done('assistant.threads.setStatus');
  expect(told?.args['status']).toBe('cherche la réponse…');
});

test('who waits for longer is told that the answer is on its way, until it is there', async () => {
  const one = await open(900);
  await one.say('50126', { ts: '1700000000.000700' });
  const told = await one.done('assistant.threads.setStatus', 2);
  expect(told.map(({ args }) => [args['channel_id'], args['thread_ts'], args['status']])).toEqual([
    [one.dm, '1700000000.000700', 'is looking for the answer…'],
    [one.dm, '1700000000.000700', ''],
  ]);
  expect(await one.done('chat.postMessage')).toHaveLength(1);
});

test('a quick answer and one in a channel come without it', async () => {
  const quick = await open();
  await quick.say('50126');
  const slow = await open(700);
  await slow.mention('50126');
  await slow.done('chat.postMessage');
  expect([...quick.calls, ...slow.calls].filter(({ method }) => method.startsWith('assistant.'))).toEqual([]);
});

test('where the app lacks the scope, it is asked for once, and all else goes on', async () => {
  const one = await open(700);
  one.fail(lack);
  await one.open('messages');
  await one.done('assistant.');
  await one.say('50126');
  await one.open('messages');
  expect(await one.done('chat.postMessage', 2)).not.toEqual([]);
  expect(one.heard.map(({ event }) => event.kind)).toEqual(['joined', 'said']);
  expect(one.calls.filter(({ method }) => method.startsWith('assistant.'))).toHaveLength(1);
  expect(one.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
});
