import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import type { Incoming } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import {
  buttonsOf,
  cardIn,
  inputsOf,
  keepLog,
  mention,
  person,
  scripted,
  serve,
  startConnector,
  wordsOf,
} from './teams-driver.ts';

const offer: Reply = {
  text: 'Shall I hand it over?',
  title: 'Still stuck?',
  actions: [
    { kind: 'choose', label: 'Hand it over', choice: 'ticket', about: '50105', dialog: true, primary: true },
    { kind: 'choose', label: 'Words', choice: 'words', dialog: true },
    { kind: 'choose', label: 'Card', choice: 'card', dialog: true },
    { kind: 'choose', label: 'Both', choice: 'both', dialog: true },
    { kind: 'choose', label: 'Break', choice: 'break', dialog: true },
    { kind: 'choose', label: 'Form here', choice: 'form here' },
  ],
  turn: 5,
};

const form = (error?: string, problem = 'It says AADSTS50105.'): Reply => ({
  text: 'Describe the problem.',
  title: 'New ticket',
  dialog: true,
  blocks: [
    { kind: 'paragraph', text: 'The helpdesk gets this.' },
    {
      kind: 'field',
      id: 'problem',
      label: 'Problem',
      input: 'lines',
      required: true,
      most: 500,
      value: problem,
      ...(error !== undefined && { error }),
    },
    {
      kind: 'field',
      id: 'priority',
      label: 'Priority',
      input: 'choice',
      options: [
        { value: 'low', label: 'Low' },
        { value: 'high', label: 'High' },
      ],
      value: 'low',
    },
  ],
  actions: [
    { kind: 'submit', label: 'Send', choice: 'send', about: '50105', primary: true },
    { kind: 'choose', label: 'Leave it', choice: 'leave' },
  ],
  turn: 6,
});

const ticket: Reply = {
  text: 'Ticket HD-1',
  blocks: [{ kind: 'facts', items: [['Ticket', 'HD-1']] }],
  actions: [{ kind: 'choose', label: 'Withdraw', choice: 'withdraw' }],
};

const script = ({ event }: Incoming): readonly Reply[] => {
  if (event.kind === 'said') return [event.text === 'form' ? form() : offer];
  if (event.kind === 'joined') return [];
  const values = event.kind === 'filled' ? event.values : {};
  if (values['problem'] === '') return [form('Say what happens.', '')];
  if (values['problem'] === 'secret') return [{ text: 'Only you see this.', to: 'asker' }];
  if (values['problem'] === 'in its place') return [{ ...ticket, replaces: true }];
  switch (event.choice) {
    case 'words':
      return [{ text: 'Somebody else was faster.' }];
    case 'card':
      return [ticket];
    case 'both':
      return [{ text: 'One is open already.' }, form()];
    case 'break':
      throw new Error('the store at /secret/path is broken');
    case 'send':
      return [ticket];
    case 'leave':
      return [{ text: 'All right.' }];
    default:
      return [form()];
  }
};

const { log, lines } = keepLog();
const bot = scripted(script);
let connector: Awaited<ReturnType<typeof startConnector>>;
let served: Awaited<ReturnType<typeof serve>>;
let ann: ReturnType<typeof person>;

beforeAll(async () => {
  connector = await startConnector();
  served = await serve((await teams({ dialogs: true }, bot.answer, log)).routes);
});

beforeEach(() => {
  connector.calls.length = 0;
  lines.length = 0;
  bot.reset();
  ann = person(served, connector);
});

afterAll(async () => {
  await served.close();
  await connector.close();
});

const thread = {
  conversation: { id: '19:team@thread.tacv2;messageid=100', conversationType: 'channel', isGroup: true },
};

/** The card with the buttons, posted to the chat or to a channel. */
const offered = async (where: object = {}) => {
  await ann.mention('help', where);
  const message = connector.messages()[0]!;
  connector.calls.length = 0;
  return message;
};

/** The dialog that the first button opens. */
const opened = async (where: object = {}) => {
  const { body } = await ann.open(await offered(where), 'Hand it over', where);
  return body.task.value.card.content;
};

describe('a button that opens a dialog', () => {
  test('asks the client to fetch it, and carries the choice, what it is about and the turn', async () => {
    expect(buttonsOf(cardIn(await offered()))[0]).toEqual({
      type: 'Action.Submit',
      title: 'Hand it over',
      style: 'positive',
      data: { choice: 'ticket', about: '50105', turn: 5, msteams: { type: 'task/fetch' } },
    });
  });

  test('is answered with the form within the response, and nothing is posted', async () => {
    const message = await offered();
    const { status, body } = await ann.open(message, 'Hand it over');
    expect(bot.arrived[1]?.event).toEqual({ kind: 'chose', choice: 'ticket', about: '50105', turn: 5 });
    expect([status, body.task.type]).toEqual([200, 'continue']);
    expect(body.task.value).toMatchObject({ title: 'New ticket', height: 'medium', width: 'medium' });
    expect(body.task.value.card.contentType).toBe('application/vnd.microsoft.card.adaptive');
    const card = body.task.value.card.content;
    expect(card.body).toEqual([
      { type: 'TextBlock', text: 'The helpdesk gets this.', wrap: true },
      {
        type: 'Input.Text',
        id: 'field_problem',
        label: 'Problem',
        isRequired: true,
        errorMessage: 'Fill in "Problem".',
        value: 'It says AADSTS50105.',
        isMultiline: true,
        maxLength: 500,
      },
      {
        type: 'Input.ChoiceSet',
        id: 'field_priority',
        label: 'Priority',
        placeholder: 'Choose one',
        style: 'compact',
        choices: [
          { title: 'Low', value: 'low' },
          { title: 'High', value: 'high' },
        ],
        value: 'low',
      },
    ]);
    expect(card.actions).toEqual([
      {
        type: 'Action.Submit',
        title: 'Send',
        style: 'positive',
        data: { choice: 'send', about: '50105', turn: 6, fills: true, card: message.id },
      },
      {
        type: 'Action.Submit',
        title: 'Leave it',
        associatedInputs: 'none',
        data: { choice: 'leave', turn: 6, card: message.id },
      },
    ]);
    expect(connector.calls).toEqual([]);
  });

  test('that is delivered twice gets the same form twice, and one turn', async () => {
    const message = await offered();
    const first = await ann.open(message, 'Hand it over', { id: 'same' });
    const second = await ann.open(message, 'Hand it over', { id: 'same' });
    expect(second).toEqual(first);
    expect(bot.arrived).toHaveLength(2);
  });

  test('is answered with words in the dialog where there is no form', async () => {
    const { body } = await ann.open(await offered(), 'Words');
    expect(body).toEqual({ task: { type: 'message', value: 'Somebody else was faster.' } });
    expect(connector.calls).toEqual([]);
  });

  test('is answered with the words in the dialog and the card in the chat', async () => {
    const message = await offered();
    const first = await ann.open(message, 'Card', { id: 'same' });
    expect(first.body).toEqual({ task: { type: 'message', value: 'Ticket HD-1' } });
    const second = await ann.open(message, 'Card', { id: 'same' });
    expect(second).toEqual(first);
    expect(connector.messages()).toHaveLength(1);
    expect(wordsOf(cardIn(connector.messages()[0]))).toContain('HD-1');
  });

  test('shows words above the form where there are both', async () => {
    const { body } = await ann.open(await offered(), 'Both');
    expect(body.task.type).toBe('continue');
    expect(body.task.value.card.content.body[0]).toEqual({
      type: 'TextBlock',
      text: 'One is open already.',
      wrap: true,
    });
    expect(inputsOf(body.task.value.card.content)).toHaveLength(2);
    expect(connector.calls).toEqual([]);
  });

  test('that our side fails to answer tells so in the dialog, and no more', async () => {
    const { status, body, text } = await ann.open(await offered(), 'Break');
    expect([status, body.task.type]).toEqual([200, 'message']);
    const reference = /reference (\w{8})\.$/.exec(body.task.value)?.[1];
    expect(lines).toMatchObject([{ level: 'error', fields: { reference } }]);
    expect(text).not.toMatch(/secret|Error|\.ts/);
    expect(connector.calls).toEqual([]);
  });

  test('is answered with the form in the chat where the client knows no dialogs', async () => {
    await ann.submit(await offered(), 'Hand it over');
    expect(bot.arrived[1]?.event).toEqual({ kind: 'chose', choice: 'ticket', about: '50105', turn: 5 });
    expect(inputsOf(cardIn(connector.messages().at(-1)))).toHaveLength(2);
  });
});

describe('a form in a dialog', () => {
  test('sends its fields under their names, with the choice', async () => {
    const card = await opened();
    await ann.fill(card, 'Send', { Problem: 'It loops.', Priority: 'high' });
    expect(bot.arrived[2]?.event).toEqual({
      kind: 'filled',
      choice: 'send',
      about: '50105',
      turn: 6,
      values: { problem: 'It loops.', priority: 'high' },
    });
  });

  test('with a mistake comes back with the mistake in red below its field, and then closes', async () => {
    const card = await opened();
    const again = await ann.fill(card, 'Send', { Problem: '' });
    expect(again.body.task.type).toBe('continue');
    const corrected = again.body.task.value.card.content;
    const at = corrected.body.findIndex(({ id }: { id?: string }) => id === 'field_problem');
    expect(corrected.body[at + 1]).toEqual({
      type: 'TextBlock',
      text: 'Say what happens.',
      wrap: true,
      color: 'Attention',
      spacing: 'Small',
    });
    expect(connector.calls).toEqual([]);
    const sent = await ann.fill(corrected, 'Send', { Problem: 'It loops.' });
    expect(sent).toMatchObject({ status: 200, text: '' });
    expect(connector.messages()).toHaveLength(1);
    expect(wordsOf(cardIn(connector.messages()[0]))).toContain('HD-1');
  });

  test('that is delivered twice is answered once', async () => {
    const card = await opened();
    const first = await ann.fill(card, 'Send', { Problem: 'It loops.' }, { id: 'same' });
    const second = await ann.fill(card, 'Send', { Problem: 'It loops.' }, { id: 'same' });
    expect(second).toEqual(first);
    expect(connector.messages()).toHaveLength(1);
    expect(bot.arrived).toHaveLength(3);
  });

  test('is left by a button that sends no fields', async () => {
    const card = await opened();
    const { text } = await ann.fill(card, 'Leave it', { Problem: 'It loops.' });
    expect(bot.arrived[2]?.event).toEqual({ kind: 'chose', choice: 'leave', turn: 6 });
    expect(text).toBe('');
    expect(connector.messages()).toMatchObject([{ text: 'All right.' }]);
  });

  test('can be answered in the place of the card that opened it', async () => {
    const message = await offered();
    const { body } = await ann.open(message, 'Hand it over');
    const sent = await ann.fill(body.task.value.card.content, 'Send', { Problem: 'in its place' });
    expect(sent).toMatchObject({ status: 200, text: '' });
    expect(connector.edits()).toMatchObject([{ id: message.id, summary: 'Ticket HD-1' }]);
    expect(connector.messages()).toEqual([]);
  });

  test('in a channel is answered in the thread of the card, and what is for the asker alone stays in the dialog', async () => {
    const card = await opened(thread);
    const alone = await ann.fill(card, 'Send', { Problem: 'secret' }, thread);
    expect(alone.body).toEqual({ task: { type: 'message', value: 'Only you see this.' } });
    expect(connector.calls).toEqual([]);
    await ann.fill(card, 'Send', { Problem: 'It loops.' }, thread);
    expect(connector.calls.map(({ conversation }) => conversation)).toEqual([thread.conversation.id]);
  });

  test('in a channel belongs to its thread also where the client does not say which', async () => {
    const card = await opened(thread);
    const bare = { conversation: { ...thread.conversation, id: '19:team@thread.tacv2' } };
    await ann.fill(card, 'Send', { Problem: 'It loops.' }, bare);
    expect(bot.arrived.at(-1)?.place.conversation).toBe(thread.conversation.id);
    expect(connector.calls.map(({ conversation }) => conversation)).toEqual([thread.conversation.id]);
  });
});

describe('fields in a card of the chat', () => {
  const shownForm = async () => {
    await ann.say('form');
    return connector.messages()[0]!;
  };

  test('come with the press, and the card then shows what was filled in', async () => {
    const { body } = await ann.press(await shownForm(), 'Send', {}, { Problem: 'It *loops*.', Priority: 'high' });
    expect(bot.arrived[1]?.event).toMatchObject({
      kind: 'filled',
      choice: 'send',
      values: { problem: 'It *loops*.', priority: 'high' },
    });
    expect(wordsOf(body.value)).toBe(
      'New ticket\nThe helpdesk gets this.\n**Problem:** It \\*loops\\*.\n**Priority:** High\nYou chose: **Send**',
    );
    expect(inputsOf(body.value)).toEqual([]);
  });

  test('mean the same where the client sends them as a message', async () => {
    await ann.submit(await shownForm(), 'Send', {}, { Problem: 'It loops.' });
    expect(bot.arrived[1]?.event).toEqual({
      kind: 'filled',
      choice: 'send',
      about: '50105',
      turn: 6,
      values: { problem: 'It loops.', priority: 'low' },
    });
  });

  test('that came with a mistake are shown again in their place, with the mistake', async () => {
    const message = await shownForm();
    const { body } = await ann.press(message, 'Send', {}, { Problem: '' });
    expect(wordsOf(body.value)).toContain('Say what happens.');
    expect(inputsOf(body.value)).toHaveLength(2);
    expect(connector.edits()).toMatchObject([{ id: message.id }]);
    expect(connector.messages()).toHaveLength(1);
    await ann.submit(message, 'Send', {}, { Problem: '' });
    expect(connector.edits()).toHaveLength(2);
  });

  test('are left alone by a button that sends none', async () => {
    await ann.press(await shownForm(), 'Leave it', {}, { Problem: 'It loops.' });
    expect(bot.arrived[1]?.event).toEqual({ kind: 'chose', choice: 'leave', turn: 6 });
  });

  test('answer a press on a card where a client shows no dialog for it', async () => {
    await ann.press(await offered(), 'Form here');
    expect(inputsOf(cardIn(connector.messages().at(-1)))).toHaveLength(2);
  });
});

test('where tools of this computer cannot open dialogs, the button is a plain one and its form stands in the chat', async () => {
  const local = await serve((await teams({}, bot.answer, log)).routes);
  const tool = person(local, connector);
  await tool.say('help');
  const [message] = connector.messages();
  expect(buttonsOf(cardIn(message))[0]).toMatchObject({ type: 'Action.Execute', data: { choice: 'ticket' } });
  await tool.press(message!, 'Hand it over');
  expect(inputsOf(cardIn(connector.messages()[1]))).toHaveLength(2);
  await local.close();
});

describe('what comes back from a client is read with care', () => {
  const filled = async (data: object) => {
    await ann.send({ type: 'invoke', name: 'task/submit', value: { data: { choice: 'x', fills: true, ...data } } });
    const event = bot.arrived.at(-1)?.event;
    return event?.kind === 'filled' ? event : undefined;
  };

  test('a field cannot take the place of the choice', async () => {
    const event = await filled({ field_choice: 'other', field_turn: '9', field_about: 'else' });
    expect(event).toEqual({ kind: 'filled', choice: 'x', values: { choice: 'other', turn: '9', about: 'else' } });
  });

  test('what is no field of ours is not taken', async () => {
    const event = await filled({ note: 'a', field_a: 7, field_b: { c: 1 }, field_d: null, field_e: 'yes' });
    expect(event?.values).toEqual({ e: 'yes' });
  });

  test('a name of the language is a name like any other', async () => {
    const data = JSON.parse('{"field___proto__":"p","field_constructor":"c"}');
    expect(Object.entries((await filled(data))?.values ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
  });

  test('endless words, names and numbers of fields are cut', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`field_n${n}`, 'x']));
    const event = await filled({ field_long: 'x'.repeat(9000), [`field_${'y'.repeat(200)}`]: 'x', ...many });
    expect(event?.values['long']).toHaveLength(4000);
    expect(Object.keys(event?.values ?? {})).toHaveLength(50);
  });

  test('control characters are left out', async () => {
    expect((await filled({ field_a: 'one\u0000\r\ntwo\ud800' }))?.values).toEqual({ a: 'one\ntwo\ufffd' });
  });
});

test('a message that mentions the bot and says nothing is heard as such', async () => {
  await ann.say('<at>Signpost</at>', { entities: [mention], ...thread });
  expect(bot.arrived[0]?.event).toEqual({ kind: 'said', text: '' });
});
