/** Forms in windows of their own: opened by a press, sent in, found wrong, sent again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Incoming } from '../../src/model/message.ts';
import type { Answer } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { answering, stateOf, team, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.close();
    expect(one.refused).toEqual([]);
  }
});

const offer: Reply = {
  text: 'I can hand this over.',
  actions: [
    { kind: 'choose', label: 'Talk to a person', choice: 'helpdesk', about: '50126', dialog: true },
    { kind: 'choose', label: 'Next method', choice: 'next', about: '50126' },
  ],
};

const form = (error?: string): Reply => ({
  text: 'What should the helpdesk know?',
  title: 'Hand over to the helpdesk',
  dialog: true,
  blocks: [
    { kind: 'paragraph', text: 'They see what you tried.' },
    {
      kind: 'field',
      id: 'problem',
      label: 'Problem',
      input: 'lines',
      required: true,
      hint: 'In your own words',
      most: 500,
      ...(error ? { error } : {}),
    },
    {
      kind: 'field',
      id: 'priority',
      label: 'Priority',
      input: 'choice',
      options: ['low', 'normal', 'high'].map((value) => ({ value, label: value })),
      value: 'normal',
      required: true,
    },
    { kind: 'field', id: 'phone', label: 'Phone', input: 'line' },
  ],
  actions: [
    { kind: 'submit', label: 'Send', choice: 'send', about: '50126', primary: true },
    { kind: 'open', label: 'Our hours', url: 'https://helpdesk.example/hours' },
  ],
});

const another: Reply = { ...form(), title: 'One more thing', text: 'Which domain?' };

/** Offers a form, finds a short problem wrong, asks for more when asked to, and takes the rest. */
const helpdesk = ({ event }: Incoming): Reply | undefined => {
  if (event.kind === 'said') return offer;
  if (event.kind === 'chose') return event.choice === 'helpdesk' ? form() : { text: 'The next method' };
  if (event.kind !== 'filled') return undefined;
  const { problem = '' } = event.values;
  if (problem === 'more') return another;
  return problem.length < 5 ? form('Say a little more.') : { text: `Ticket 12: ${problem}` };
};

const open = async (way: 'http' | 'socket' = 'http', reply = helpdesk) => {
  const { answer, heard, undelivered } = answering(reply);
  const one = await workspace(answer, way);
  opened.push(one);
  return { ...one, heard, undelivered };
};

/** Goes on to the open form. */
const opening = async (one: Workspace) => {
  await one.mention('50126', { ts: '1700000000.000100' });
  const [posted] = await one.done('chat.postMessage');
  await one.press(posted!, 'Talk to a person');
  const [call] = await one.done('views.open');
  return { posted: posted!, view: call!.result!.view!, sent: call!.args.view! };
};

const clear = { response_action: 'clear' };

describe.each(['http', 'socket'] as const)('over %s, a form', (way) => {
  test('opens, comes back with what is wrong, and is answered where the button was pressed', async () => {
    const one = await open(way);
    const { view } = await opening(one);
    const wrong = await one.submit(view, { problem: 'no' });
    expect([wrong.status, wrong.said]).toEqual([
      200,
      { response_action: 'errors', errors: { 'signpost:field:2:problem': 'Say a little more.' } },
    ]);
    const right = await one.submit(view, { problem: 'cannot sign in', phone: '123' });
    expect([right.status, right.said]).toEqual([200, clear]);
    const [, ticket] = await one.done('chat.postMessage', 2);
    expect(ticket?.args).toMatchObject({
      channel: one.general,
      thread_ts: '1700000000.000100',
      text: 'Ticket 12: cannot sign in',
    });
    expect(one.heard.at(-1)).toMatchObject({
      place: { conversation: `${team}:${one.general}:1700000000.000100` },
      room: { conversation: `${team}:${one.general}` },
      person: { id: `${team}:${one.ann}`, name: 'ann' },
      event: {
        kind: 'filled',
        choice: 'send',
        about: '50126',
        turn: 3,
        values: { problem: 'cannot sign in', priority: 'normal', phone: '123' },
      },
    });
  });

  test('gives way to another form in the same window', async () => {
    const one = await open(way);
    const { view } = await opening(one);
    const { said } = await one.submit(view, { problem: 'more' });
    expect(said).toMatchObject({
      response_action: 'update',
      view: { type: 'modal', title: { text: 'One more thing' } },
    });
    expect((await one.submit({ ...said.view!, id: view.id! }, { problem: 'cannot sign in' })).said).toEqual(clear);
    await one.done('chat.postMessage', 2);
  });
});

describe('the window of a form', () => {
  test('has its title, fields and submit button, and remembers little', async () => {
    const { sent } = await opening(await open());
    expect(sent).toMatchObject({
      type: 'modal',
      title: { text: 'Hand over to the…' },
      submit: { text: 'Send' },
      close: { text: 'Close' },
    });
    expect(sent.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'input', 'input', 'input', 'actions']);
    expect(sent.blocks[2]).toMatchObject({
      block_id: 'signpost:field:2:problem',
      label: { text: 'Problem' },
      hint: { text: 'In your own words' },
      optional: false,
      element: { type: 'plain_text_input', multiline: true, max_length: 500 },
    });
    expect(sent.blocks[3]).toMatchObject({
      element: { type: 'radio_buttons', initial_option: { value: 'normal' } },
    });
    expect(sent.blocks[4]).toMatchObject({ optional: true, element: { multiline: false } });
    expect(Object.keys(JSON.parse(sent.private_metadata!) as object).toSorted()).toEqual([
      'about',
      'choice',
      'message',
      'to',
      'turn',
    ]);
  });

  test('leaves the pressed message as it is, for a form that is closed to be opened again', async () => {
    const one = await open();
    const { posted } = await opening(one);
    await one.press(posted, 'Talk to a person');
    await one.done('views.open', 2);
    await one.channel.stop();
    expect(one.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(1);
  });

  test('opens within the three seconds that Slack gives, at once', async () => {
    const one = await open();
    await one.say('50126');
    const [posted] = await one.done('chat.postMessage');
    const since = performance.now();
    await one.press(posted!, 'Talk to a person');
    await one.done('views.open');
    expect(performance.now() - since).toBeLessThan(500);
  });

  test('opens by a press on any button that is answered by a form, and from the command', async () => {
    const one = await open('http', ({ event }) => (event.kind === 'chose' ? offer : form()));
    await one.command('helpdesk', { trigger_id: await one.trigger(one.ann) });
    const [first] = await one.done('views.open');
    expect(first?.result?.['ok']).toBe(true);
    expect((await one.submit(first!.result!.view!, { problem: 'x' })).said.response_action).toBe('update');
  });

  test('is sent in from a hidden message, and answered for its person alone', async () => {
    const one = await open();
    await one.command('50126');
    const [hidden] = await one.done('response/');
    await one.press(hidden!, 'Talk to a person');
    const [call] = await one.done('views.open');
    await one.submit(call!.result!.view!, { problem: 'cannot sign in' });
    const [, answered] = await one.done('response/', 2);
    expect(answered?.args).toMatchObject({ response_type: 'ephemeral', text: 'Ticket 12: cannot sign in' });
    expect(one.heard.at(-1)?.place.conversation).toBe(`${team}:${one.general}:${one.ann}`);
  });

  test('is sent in from a hidden message, and says where the answer comes when there is none yet', async () => {
    const one = await open('http', (incoming) => (incoming.event.kind === 'filled' ? undefined : helpdesk(incoming)));
    await one.command('50126');
    const [hidden] = await one.done('response/');
    await one.press(hidden!, 'Talk to a person');
    const [call] = await one.done('views.open');
    expect((await one.submit(call!.result!.view!, { problem: 'cannot sign in' })).said).toEqual(clear);
    const [, answered] = await one.done('response/', 2);
    expect(answered?.args.text).toBe('The answer is in your messages with me.');
  });

  test('takes the place of the pressed message when the answer asks for that', async () => {
    const one = await open('http', (incoming) => {
      const reply = helpdesk(incoming);
      return reply && incoming.event.kind === 'filled' ? { ...reply, replaces: true } : reply;
    });
    const { posted, view } = await opening(one);
    await one.submit(view, { problem: 'cannot sign in' });
    const [updated] = await one.done('chat.update');
    expect(updated?.args).toMatchObject({ ts: posted.result?.ts, text: 'Ticket 12: cannot sign in' });
  });

  test('may hold buttons, whose answers come into the same window or into the chat', async () => {
    const asking: Reply = {
      text: 'Which one?',
      dialog: true,
      actions: [
        { kind: 'choose', label: 'A form', choice: 'helpdesk' },
        { kind: 'choose', label: 'A line', choice: 'next' },
      ],
    };
    const one = await open('http', (incoming) =>
      incoming.event.kind === 'chose' && incoming.event.choice === 'helpdesk' && incoming.event.turn === 1
        ? asking
        : helpdesk(incoming),
    );
    const { view } = await opening(one);
    await one.pressIn(view, 'A form');
    const [form2] = await one.done('views.update');
    expect(form2?.args).toMatchObject({ view_id: view.id, view: { title: { text: 'Hand over to the…' } } });
    await one.pressIn(view, 'A line');
    const [, ended] = await one.done('views.update', 2);
    expect(JSON.stringify(ended?.args.view)).toContain('The answer is in the chat.');
    const [, line] = await one.done('chat.postMessage', 2);
    expect(line?.args).toMatchObject({ thread_ts: '1700000000.000100', text: 'The next method' });
  });
});

describe('a repeat', () => {
  test('of a form that was taken is answered as before and counts once', async () => {
    const one = await open();
    const { view } = await opening(one);
    const both = [
      await one.submit(view, { problem: 'cannot sign in' }),
      await one.submit(view, { problem: 'cannot sign in' }),
    ];
    expect(both.map(({ said }) => said)).toEqual([clear, clear]);
    await one.channel.stop();
    expect(one.heard.filter(({ event }) => event.kind === 'filled')).toHaveLength(1);
    expect(one.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });

  test('with other values, or after it was found wrong, is a form of its own', async () => {
    const one = await open();
    const { view } = await opening(one);
    await one.submit(view, { problem: 'cannot sign in' });
    await one.submit(view, { problem: 'no' });
    await one.submit(view, { problem: 'no' });
    await one.submit(view, { problem: 'non' });
    const filled = one.heard.flatMap(({ event }) => (event.kind === 'filled' ? [event] : []));
    expect(filled.map(({ turn, values }) => [turn, values['problem']])).toEqual([
      [2, 'cannot sign in'],
      [2, 'no'],
      [4, 'no'],
      [5, 'non'],
    ]);
  });
});

describe('an engine that takes its time', () => {
  /** The emulated Slack counts a trigger's three seconds in whole ones, so they are three only from the beginning of one. */
  const beginning = () => sleep(1000 - (Date.now() % 1000));

  /** Answers what is not said only after so many milliseconds. */
  const slow = async (delay: (incoming: Incoming) => number) => {
    const { answer: quick, heard } = answering(helpdesk);
    const answer: Answer = async (incoming, deliver) => {
      await sleep(delay(incoming));
      return quick(incoming, deliver);
    };
    const one = await workspace(answer);
    opened.push(one);
    return { ...one, heard };
  };

  test('has a window say "Loading" before the trigger runs out, and the form comes into it', async () => {
    const one = await slow(({ event }) => (event.kind === 'chose' ? 1600 : 0));
    await beginning();
    const { view, sent } = await opening(one);
    expect(JSON.stringify(sent)).toContain('Loading…');
    const [update] = await one.done('views.update');
    expect(update?.args).toMatchObject({ view_id: view.id, view: { submit: { text: 'Send' } } });
    expect((await one.submit({ ...update!.result!.view! }, { problem: 'cannot sign in' })).said).toEqual(clear);
  });

  test('does not open a window for a press that needs none, nor for a repeat', async () => {
    const one = await slow(({ event }) => (event.kind === 'chose' && event.choice === 'next' ? 1700 : 0));
    await one.say('50126');
    const [posted] = await one.done('chat.postMessage');
    const trigger = { trigger_id: await one.trigger(one.ann) };
    await one.press(posted!, 'Talk to a person', trigger);
    await one.press(posted!, 'Talk to a person', trigger);
    await one.press(posted!, 'Next method');
    await one.done('chat.postMessage', 2);
    expect(one.calls.filter(({ method }) => method.startsWith('views.'))).toHaveLength(1);
  });

  test('ends the window of a press or a form that nothing answers', async () => {
    const { answer: quick } = answering(({ event }) => (event.kind === 'said' ? offer : undefined));
    const one = await workspace(async (incoming, deliver) => {
      if (incoming.event.kind === 'chose') await sleep(1600);
      return quick(incoming, deliver);
    });
    opened.push(one);
    await beginning();
    await opening(one);
    const [ended] = await one.done('views.update');
    expect(JSON.stringify(ended?.args.view)).toContain('The answer is in the chat.');
  });

  test('says "Loading" in the language of who waits', async () => {
    const one = await slow(({ event }) => (event.kind === 'chose' ? 1600 : 0));
    one.fail({ method: 'users.info', body: { ok: true, user: { id: one.ann, name: 'ann', locale: 'de-DE' } } });
    await beginning();
    const { sent } = await opening(one);
    expect(JSON.stringify(sent)).toContain('Wird geladen…');
    expect(JSON.stringify(sent)).toContain('Schließen');
  });

  test('acknowledges a form in time, and shows in its window what comes of it', async () => {
    const one = await slow(({ event }) => (event.kind === 'filled' ? 2100 : 0));
    const { posted, view } = await opening(one);
    await one.press(posted, 'Talk to a person');
    const [, second] = await one.done('views.open', 2);
    const sent = await Promise.all([
      one.submit(view, { problem: 'no' }),
      one.submit(second!.result!.view!, { problem: 'cannot sign in' }),
    ]);
    expect(Math.max(...sent.map(({ ms }) => ms))).toBeLessThan(2800);
    expect(sent.map(({ said }) => JSON.stringify(said).includes('Loading…'))).toEqual([true, true]);
    const updates = await one.done('views.update', 2);
    const shown = (id?: string) => JSON.stringify(updates.find(({ args }) => args['view_id'] === id)?.args.view);
    expect(shown(view.id)).toContain('Say a little more.');
    expect(shown(second?.result?.view?.id)).toContain('The answer is in the chat.');
    const [, ticket] = await one.done('chat.postMessage', 2);
    expect(ticket?.args.text).toBe('Ticket 12: cannot sign in');
  });
});

describe('a form whose window cannot be had', () => {
  const late = async (fault: object) => {
    const one = await open();
    await one.say('50126');
    const [posted] = await one.done('chat.postMessage');
    one.fail({ method: 'views.open', ...fault });
    await one.press(posted!, 'Talk to a person');
    return one;
  };

  test.each(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'])(
    'because of %s waits behind a button that opens it',
    async (error) => {
      const one = await late({ body: { ok: false, error } });
      const [, waiting] = await one.done('chat.postMessage', 2);
      expect(waiting?.args.text).toBe('Hand over to the helpdesk is ready. Press the button to open it.');
      await one.press(waiting!, 'Open the form');
      const [, second] = await one.done('views.open', 2);
      expect(second?.result?.['ok']).toBe(true);
      expect(one.heard.at(-1)?.event).toMatchObject({ kind: 'chose', choice: 'helpdesk', about: '50126', turn: 2 });
    },
  );

  test('because Slack does not take it stands in the message, where it is filled in and sent', async () => {
    const one = await late({ body: { ok: false, error: 'invalid_arguments' } });
    const [, inline] = await one.done('chat.postMessage', 2);
    const blocks = inline!.args.blocks!;
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'input', 'input', 'input', 'actions']);
    const state = { values: stateOf(blocks, { problem: 'cannot sign in', priority: 'high' }) };
    await one.press(inline!, 'Send', { state });
    await one.done('chat.postMessage', 3);
    expect(one.heard.at(-1)?.event).toEqual({
      kind: 'filled',
      choice: 'send',
      about: '50126',
      turn: 2,
      values: { problem: 'cannot sign in', priority: 'high', phone: '' },
    });
    const [marked] = await one.done('chat.update');
    expect(marked?.args.blocks?.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions', 'context']);
  });

  test('because Slack is too busy is left to the outbox', async () => {
    const one = await late({ status: 429, headers: { 'retry-after': '3' } });
    await until(() => one.undelivered.length > 0, 'the failure');
    expect(one.undelivered).toMatchObject([{ retry: true, retryAfter: 3 }]);
  });
});

test('a form of another time is told to be opened again', async () => {
  const one = await open();
  const { view } = await opening(one);
  const { said } = await one.submit({ ...view, private_metadata: '{"v":0}' }, { problem: 'x' });
  expect(said.response_action).toBe('update');
  expect(JSON.stringify(said.view)).toContain('open it again');
});

test('a failure of ours is told in the form, so that what was typed stays', async () => {
  const { answer: sound } = answering(helpdesk);
  const one = await workspace((incoming, deliver) =>
    incoming.event.kind === 'filled' ? Promise.reject(new Error('SQLITE_FULL')) : sound(incoming, deliver),
  );
  opened.push(one);
  const { view } = await opening(one);
  const { said } = await one.submit(view, { problem: 'cannot sign in' });
  expect(said.response_action).toBe('errors');
  expect(said.errors?.['signpost:field:2:problem']).toMatch(/Something went wrong on our side.*reference \w+\.$/);
});

test('a window of another app is acknowledged and left alone', async () => {
  const one = await open();
  const { view } = await opening(one);
  expect((await one.submit({ ...view, callback_id: 'other' }, {})).said).toEqual({});
  expect(one.heard).toHaveLength(2);
});
