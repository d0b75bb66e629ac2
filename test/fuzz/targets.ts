/** What is tried with anything at all: each target takes one input, and throws where something is wrong with what became of it. */
import { strict as assert } from 'node:assert';
import { PassThrough, Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { dialogs } from '../../dialogs/index.ts';
import { askLines } from '../../src/channels/json/ask.ts';
import { explainIn, commandIn } from '../../src/channels/slack/shortcut.ts';
import { pressIn } from '../../src/channels/slack/press.ts';
import { homeIn, messageIn, welcomeIn } from '../../src/channels/slack/receive.ts';
import { blocksOf } from '../../src/channels/slack/render.ts';
import { activityIn } from '../../src/channels/teams/activity.ts';
import { receive as receiveTeams } from '../../src/channels/teams/receive.ts';
import { activityOf, cardOf, dialogOf } from '../../src/channels/teams/render.ts';
import { textOf } from '../../src/channels/terminal/render.ts';
import { receive as receiveWeb, receiveAsk } from '../../src/channels/web/receive.ts';
import { pageWords } from '../../src/channels/web/words.ts';
import { readMetadata } from '../../src/checks/metadata.ts';
import { decide } from '../../src/engine/decide.ts';
import { readEntry } from '../../src/knowledge/entry.ts';
import { draftsOf } from '../../src/knowledge/import/draft.ts';
import { originOf } from '../../src/knowledge/import/source.ts';
import { maskPaste, readPaste } from '../../src/knowledge/paste.ts';
import { emptyBoard } from '../../src/model/board.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { CheckError, InputError } from '../../src/model/errors.ts';
import type { Incoming } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import { faultsIn } from '../channels/slack-limits.ts';
import { altered, reply, text } from './arbitrary.ts';

/** `share` is how often a target is tried beside the others. */
export type Target = { readonly name: string; readonly share: number; readonly property: fc.IRawProperty<unknown> };

/** No single input may take more processor time, in milliseconds: a slow one stops every conversation. */
const patience = 2_000;

const target = <T>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<T>,
  look: (input: T) => Promise<void> | void,
): Target => ({
  name,
  share,
  property: fc.asyncProperty(inputs, async (input) => {
    const began = process.cpuUsage();
    await look(input);
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    assert.ok(took < patience, `it took ${Math.round(took)} ms`);
  }),
});

/** A refusal that is meant for the sender is well; anything else that is thrown is not. */
const refusing = async (kind: new (...args: never[]) => Error, act: () => unknown): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
  }
};

const whole = (incoming: Incoming | undefined): void => {
  if (!incoming) return;
  const { id, place, person, event } = incoming;
  for (const part of [id, place.conversation, person.id, person.name, event.kind]) assert.equal(typeof part, 'string');
  if (event.kind === 'said') assert.equal(typeof event.text, 'string');
  if (event.kind === 'chose') assert.equal(typeof event.choice, 'string');
  if (event.kind === 'filled') for (const value of Object.values(event.values)) assert.equal(typeof value, 'string');
  JSON.stringify(incoming);
};

const activity = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  locale: 'en-US',
  replyToId: 'r1',
  from: { id: '29:1', name: 'Ada', aadObjectId: 'x' },
  recipient: { id: '28:b', name: 'Signpost' },
  conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 't', isGroup: true },
  channelData: { tenant: { id: 't' }, team: { id: 'T' }, channel: { id: 'C' } },
  entities: [{ type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:b', name: 'Signpost' } }],
  attachments: [{ contentType: 'text/html', content: '<p>x</p>' }],
  text: '<at>Signpost</at> what is 80043431',
  membersAdded: [{ id: '29:1' }],
  name: 'adaptiveCard/action',
  value: {
    action: { type: 'Action.Execute', verb: 'x', data: { choice: 'next:1', turn: 2, about: 'e', field_a: 'b' } },
    data: { root: '1' },
    trigger: 'manual',
  },
};
const slackEvent = {
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  user: 'U1',
  ts: '1.2',
  text: '<@UB> what is 80043431',
  thread_ts: '1.1',
  tab: 'messages',
  blocks: [{ type: 'rich_text', elements: [] }],
};
const slackCommand = {
  channel_id: 'C1',
  user_id: 'U1',
  user_name: 'ada',
  text: 'AADSTS50126',
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/x',
  command: '/signin',
  callback_id: 'explain',
  message: { text: 'AADSTS50126', ts: '1.1', user: 'U2' },
  channel: { id: 'C1' },
  user: { id: 'U1', name: 'ada' },
  team: { id: 'T' },
};
const slackPress = {
  type: 'block_actions',
  user: { id: 'U1', name: 'ada' },
  container: { channel_id: 'C1', message_ts: '1.2', is_ephemeral: false },
  message: { ts: '1.2', thread_ts: '1.1' },
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/x',
  actions: [{ action_id: 'signpost:0', action_ts: '1', value: '{"choice":"next:1","turn":2,"about":"e"}' }],
  state: { values: { b: { a: { type: 'plain_text_input', value: 'x' } } } },
  view: { id: 'V', type: 'modal', private_metadata: '{}', state: { values: {} } },
};
const envelope = { team: 'T1', bot: 'UB', id: 'Ev1' };
const webBody = {
  conversation: '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10',
  id: '11111111-1111-4111-8111-111111111111',
  said: 'what is 80043431',
  turn: 1,
  about: 'e',
  seen: ['a/1'],
};

const requestOf = (body: string): IncomingMessage =>
  Object.assign(Readable.from([Buffer.from(body)]), {
    headers: { 'content-type': 'application/json' },
  }) as unknown as IncomingMessage;

const json = (value: unknown): string => JSON.stringify(value) ?? 'null';

const drawable = (drawn: Reply): void => {
  const faults = faultsIn(blocksOf(drawn));
  assert.deepEqual(faults, [], 'Slack');
  for (const [what, made] of [
    ['card', cardOf(drawn)],
    ['chosen', cardOf(drawn, 'x')],
    ['dialog', dialogOf(drawn)],
    ['activity', activityOf(drawn)],
  ] as const) {
    const sent = json(made);
    const bytes = Buffer.byteLength(sent, 'utf16le');
    assert.ok(bytes <= 100 * 1024, `Teams ${what} has ${bytes} bytes`);
    assert.ok(sent.isWellFormed(), `Teams ${what} has half a character`);
    for (const [, address] of sent.matchAll(/"url":"([^"]*)"/g)) assert.match(address!, /^https?:/i);
  }
  const lines = textOf(drawn, { width: 80, colour: false });
  // oxlint-disable-next-line no-control-regex -- what a terminal would obey
  assert.doesNotMatch(lines, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/, 'the terminal');
};

const markdown = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        '---\n',
        'title: x\n',
        'codes: ["50126"]\n',
        '## Cause\n',
        '## Method 1: x\n',
        '1. Do it.\n',
        '- x\n',
        '```powershell\n',
        '```\n',
        '| a | b |\n|---|---|\n',
        '> x\n',
        '<details>\n',
        '## Symptoms\n',
        '## Resolution\n',
        '[a](b.md)',
        '![](x.png)',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const xml = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        '<?xml version="1.0"?>',
        '<EntityDescriptor entityID="http://a">',
        '</EntityDescriptor>',
        '<RoleDescriptor ',
        'xsi:type="fed:SecurityTokenServiceType">',
        '<X509Certificate>',
        '</X509Certificate>',
        '<!DOCTYPE a [',
        '<!ENTITY b "c">',
        ']>',
        '&b;',
        '<![CDATA[',
        ']]>',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => Buffer.from(parts.join('')));

export const targets = (catalog: Catalog): readonly Target[] => {
  // The index is made now, so that the first input does not wait for it.
  catalog.find('');
  const origin = originOf('a/b.md');
  const understand = (said: string) =>
    decide(
      { key: '', turn: 0, saved: null },
      {
        id: '',
        place: { channel: 'json', conversation: '' },
        person: { id: '', name: '' },
        event: { kind: 'said', text: said },
      },
      { catalog, board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );
  return [
    target('Teams activities', 3, altered(activity), (body) =>
      refusing(InputError, () => whole(receiveTeams(activityIn(body)))),
    ),
    target('Slack events', 2, altered(slackEvent), (event) => {
      whole(messageIn(event, envelope));
      whole(welcomeIn(event, envelope));
      homeIn(event, envelope);
    }),
    target('Slack commands and shortcuts', 2, altered(slackCommand), (body) => {
      commandIn(body, envelope);
      explainIn(body, envelope);
    }),
    target('Slack presses', 2, altered(slackPress), (body) => void pressIn(body, envelope)),
    target('web bodies', 2, fc.oneof(altered(webBody).map(json), text), async (body) => {
      await refusing(InputError, async () => whole(await receiveWeb(requestOf(body), pageWords('en'))));
      await refusing(InputError, () => receiveAsk(requestOf(body), pageWords('en')));
    }),
    target(
      'JSON lines',
      1,
      fc.array(
        fc.oneof(
          altered({ id: 1, text: 'what is 80043431' }).map(json),
          text.map((one) => one.replaceAll('\n', ' ')),
        ),
        { maxLength: 4 },
      ),
      async (lines) => {
        const output = new PassThrough();
        await askLines({ input: Readable.from([lines.join('\n')]), output }, understand, catalog);
        const answers = String(output.read() ?? '')
          .split('\n')
          .filter(Boolean);
        for (const line of answers) assert.equal(typeof JSON.parse(line), 'object');
        const asked = lines.join('\n').split('\n');
        assert.equal(answers.length, asked.length - (asked.at(-1) === '' ? 1 : 0));
      },
    ),
    target('replies on every channel', 3, reply, drawable),
    target('turns', 2, text, (said) => {
      for (const answer of understand(said).replies) drawable(answer);
    }),
    target('pastes', 3, text, (pasted) => {
      readPaste(pasted, (code) => code === '50126');
      const once = maskPaste(pasted);
      assert.equal(typeof once.text, 'string');
    }),
    target('articles to import', 2, markdown, (article) => void draftsOf('a/b.md', article, origin)),
    target('entries of the catalog', 2, markdown, (entry) => {
      const { entry: read, complaints } = readEntry('x.md', entry);
      assert.ok(read !== null || complaints.length > 0, 'neither an entry nor a complaint');
    }),
    target('federation metadata', 2, fc.oneof(xml, fc.uint8Array({ maxLength: 200 })), (bytes) =>
      refusing(CheckError, () => readMetadata(bytes)),
    ),
  ];
};
