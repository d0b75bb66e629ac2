/** Shortcuts and the bot's home: ways in besides writing. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Home } from '../../src/channels/slack/home.ts';
import type { Incoming } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import { realEngine } from '../fakes.ts';
import { answering, helpful, team, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.close();
    expect(one.refused).toEqual([]);
  }
});

const open = async (
  reply: (incoming: Incoming) => Reply | undefined = helpful,
  home?: Home,
  way: 'http' | 'socket' = 'http',
) => {
  const { answer, heard } = answering(reply);
  const one = await workspace(answer, way, home);
  opened.push(one);
  return { ...one, heard };
};

describe('"Explain this error"', () => {
  test('asks the text of a message of anyone, and only who took it sees the answer', async () => {
    const one = await open();
    const { status, body } = await one.shortcut('explain', { text: 'I get &lt;AADSTS50126&gt; :(' });
    expect([status, body]).toEqual([200, '']);
    const [answered] = await one.done('response/');
    expect(answered?.args).toMatchObject({
      response_type: 'ephemeral',
      text: 'About I get &lt;AADSTS50126&gt; :(. Did this help?',
    });
    expect(answered?.args['thread_ts']).toBeUndefined();
    expect(one.heard).toMatchObject([
      {
        place: { conversation: `${team}:${one.general}:${one.ann}` },
        person: { id: `${team}:${one.ann}` },
        event: { kind: 'said', text: 'I get <AADSTS50126> :(' },
      },
    ]);
    await one.channel.stop();
    expect(one.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  });

  test('on a message in a thread is answered in the thread', async () => {
    const one = await open();
    await one.shortcut('explain', { text: '50126', thread_ts: '1700000000.000100' });
    const [answered] = await one.done('response/');
    expect(answered?.args['thread_ts']).toBe('1700000000.000100');
  });

  test('goes to the messages of its person when Slack does not take the answer there', async () => {
    const one = await open();
    one.fail({ method: 'response/', status: 404 });
    await one.shortcut('explain', { text: '50126' });
    const [posted] = await one.done('chat.postMessage');
    expect(posted?.args.channel).toBe(one.ann);
  });

  test('reads what a program posted in blocks or attachments', async () => {
    const one = await open();
    await one.shortcut('explain', {
      text: '',
      bot_id: 'B0ALERTS',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'Sign-in failed' }, fields: [{ text: 'AADSTS50126' }] },
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'for ann' }] }] },
      ],
      attachments: [{ title: 'Details', fields: [{ title: 'Code', value: '50126' }] }],
    });
    await one.done('response/');
    expect(one.heard[0]?.event).toEqual({
      kind: 'said',
      text: 'Sign-in failed\nAADSTS50126\nfor ann\nDetails\nCode\n50126',
    });
  });

  test('on a picture without words is heard as silence', async () => {
    const one = await open();
    await one.shortcut('explain', { files: [{ id: 'F1' }] });
    await one.done('response/');
    expect(one.heard[0]?.event).toEqual({ kind: 'said', text: '' });
  });

  test('is answered by the real engine', async () => {
    const engine = await realEngine();
    const one = await workspace(engine.answer);
    opened.push(one);
    await one.shortcut('explain', { text: 'AADSTS80043431' });
    const [answered] = await one.done('response/');
    expect(answered?.args.text).toContain('80043431');
    await engine.stop();
  });
});

describe.each(['http', 'socket'] as const)('"Ask the helpdesk" over %s', (way) => {
  const form: Reply = {
    text: 'What is wrong?',
    dialog: true,
    blocks: [{ kind: 'field', id: 'problem', label: 'Problem', input: 'lines' }],
    actions: [{ kind: 'submit', label: 'Send', choice: 'send' }],
  };

  test('is like asking for a person in the messages with the bot, and opens the form', async () => {
    const one = await open(({ event }) => (event.kind === 'filled' ? { text: 'Ticket 12' } : form), undefined, way);
    expect((await one.shortcut('helpdesk')).status).toBe(200);
    const [call] = await one.done('views.open');
    await one.submit(call!.result!.view!, { problem: 'cannot sign in' });
    const [ticket] = await one.done('chat.postMessage');
    expect(ticket?.args).toMatchObject({ channel: one.dm, text: 'Ticket 12' });
    await one.say('hello');
    expect(one.heard.map(({ event }) => event.kind)).toEqual(['said', 'filled', 'said']);
    expect(one.heard[0]?.event).toEqual({ kind: 'said', text: 'talk to a person' });
    expect(new Set(one.heard.map(({ place }) => place.conversation))).toEqual(new Set([`${team}:${one.dm}`]));
    expect(one.heard.map(({ room }) => room)).toEqual([undefined, undefined, undefined]);
  });
});

describe('"Ask the helpdesk"', () => {
  test('is answered in the messages when no form comes of it', async () => {
    const one = await open(() => ({ text: 'Nobody is there' }));
    await one.shortcut('helpdesk');
    const [posted] = await one.done('chat.postMessage');
    expect(posted?.args).toMatchObject({ channel: one.dm, text: 'Nobody is there' });
  });

  test('works when Slack does not tell where the messages are', async () => {
    const one = await open(() => ({ text: 'Nobody is there' }));
    one.fail({ method: 'conversations.open', body: { ok: false, error: 'missing_scope' } });
    await one.shortcut('helpdesk');
    const [posted] = await one.done('chat.postMessage');
    expect(posted?.args.channel).toBe(one.ann);
    expect(one.heard[0]?.room).toBeUndefined();
  });
});

test('a shortcut of another app is acknowledged and left alone', async () => {
  const one = await open();
  expect((await one.shortcut('other')).status).toBe(200);
  expect((await one.shortcut('other', { text: '50126' })).status).toBe(200);
  expect(one.heard).toEqual([]);
});

describe('the home', () => {
  const tickets: Reply = {
    text: 'You have one open ticket.',
    title: 'Your tickets',
    blocks: [{ kind: 'list', items: ['12: cannot sign in'] }],
    actions: [{ kind: 'choose', label: 'Add a line', choice: 'line', about: 'ticket/12' }],
  };

  test('shows its person what they have open, each time that it is opened', async () => {
    const asked: string[] = [];
    const one = await open(helpful, async ({ id }) => {
      asked.push(id);
      return tickets;
    });
    await one.open('home');
    await one.open('home');
    const [published] = await one.done('views.publish', 2);
    expect(published?.args).toMatchObject({ user_id: one.ann, view: { type: 'home' } });
    expect(published?.args.view?.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions']);
    expect(asked).toEqual(Array(2).fill(`${team}:${one.ann}`));
    expect(one.heard).toEqual([]);
  });

  test('has buttons that are answered in the messages of its person', async () => {
    const one = await open(helpful, async () => tickets);
    await one.open('home');
    const [published] = await one.done('views.publish');
    await one.pressIn(published!.result!.view!, 'Add a line');
    const [posted] = await one.done('chat.postMessage');
    expect(posted?.args).toMatchObject({ channel: one.dm, text: 'You took line' });
    expect(one.heard[0]).toMatchObject({
      place: { conversation: `${team}:${one.dm}` },
      event: { kind: 'chose', choice: 'line', about: 'ticket/12' },
    });
  });

  test('has buttons that open a form', async () => {
    const one = await open(
      () => ({ text: 'A form', dialog: true }),
      async () => tickets,
    );
    await one.open('home');
    const [published] = await one.done('views.publish');
    await one.pressIn(published!.result!.view!, 'Add a line');
    const [form] = await one.done('views.open');
    expect(form?.result?.['ok']).toBe(true);
  });

  test.each<[string, Home | undefined]>([
    ['nobody makes one', undefined],
    ['it cannot be made', () => Promise.reject(new Error('no such table: tickets'))],
  ])('says how to use the bot when %s', async (_why, home) => {
    const one = await open(helpful, home);
    await one.open('home');
    const [published] = await one.done('views.publish');
    expect(JSON.stringify(published?.args.view)).toContain('Explain this error');
    expect(JSON.stringify(published?.args.view)).not.toContain('no such table');
  });

  test('that Slack does not take is noted in the log, and the event is acknowledged', async () => {
    const one = await open();
    one.fail({ method: 'views.publish', body: { ok: false, error: 'not_enabled' } });
    expect((await one.open('home')).status).toBe(200);
    await until(() => one.log.lines.some(({ message }) => message.includes('home')), 'the warning');
  });
});
