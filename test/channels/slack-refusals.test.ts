/** What the door does not let in. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answering, sign, type Workspace, workspace } from './slack-driver.ts';

const { answer, heard } = answering(() => ({ text: 'Hello' }));
let open: Workspace;
beforeAll(async () => {
  open = await workspace(answer);
});
afterAll(() => open.close());

const hello = JSON.stringify({
  type: 'event_callback',
  team_id: 'T000000001',
  event_id: 'Ev1',
  event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: 'hello', ts: '1.2' },
});
const form = 'application/x-www-form-urlencoded';

describe('a request is refused with 401 when its signature', () => {
  const signed = sign(hello);
  const other = 'its signature is not of SLACK_SIGNING_SECRET';
  const away = /^its time is (?:599|600|601) seconds from that of this computer's clock$/;
  test.each<[string, () => Record<string, string>, string | RegExp]>([
    ['is missing', () => ({}), 'it has no signature'],
    ['has no time', () => ({ 'x-slack-signature': signed['x-slack-signature']! }), 'it has no signature'],
    ['has a time that is none', () => ({ ...signed, 'x-slack-request-timestamp': 'now' }), 'its time is none'],
    ['has no value', () => ({ ...signed, 'x-slack-signature': '' }), other],
    ['is of another secret', () => sign(hello, 0, 'another-secret'), other],
    ['is of another body', () => sign(`${hello} `), other],
    [
      'is of another version',
      () => ({ ...signed, 'x-slack-signature': signed['x-slack-signature']!.replace('v0', 'v1') }),
      other,
    ],
    ['is 10 minutes old', () => sign(hello, 600), away],
    ['is 10 minutes ahead', () => sign(hello, -600), away],
  ])('%s, and the log says so', async (_fault, headersOf, why) => {
    const before = heard.length;
    expect((await open.send(hello, headersOf())).status).toBe(401);
    expect(heard).toHaveLength(before);
    expect(open.log.lines.at(-1)).toEqual({
      level: 'warn',
      fields: { why: typeof why === 'string' ? why : expect.stringMatching(why) },
      message: 'a Slack request was not admitted',
    });
  });
});

test('a signed request is let in', async () => {
  const before = heard.length;
  expect((await open.send(hello)).status).toBe(200);
  expect(heard).toHaveLength(before + 1);
});

test('a clock that is a minute off is no reason to refuse', async () => {
  expect((await open.send(hello, sign(hello, -60))).status).toBe(200);
});

test('Slack is told the challenge when it checks the address', async () => {
  const { status, body } = await open.send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
  expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'abc' }]);
});

test('Slack may check the certificate without a signature, and smuggles nothing in by it', async () => {
  const before = heard.length;
  const body = new URLSearchParams({ ssl_check: '1', payload: hello }).toString();
  expect((await open.send(body, {}, form)).status).toBe(200);
  expect(heard).toHaveLength(before);
});

test('more than 1 MB is refused with 413', async () => {
  expect((await open.send('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
});

describe('a signed payload that cannot be understood is refused with 400:', () => {
  const press = { type: 'block_actions', user: { id: 'U1' }, actions: [{ action_id: 'a' }] };
  test.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"event_callback"'],
    ['an empty object', '{}'],
    ['an event without an event', '{"type":"event_callback"}'],
    ['an event that is null', '{"type":"event_callback","event":null}'],
    ['an event that is a word', '{"type":"event_callback","event":"message"}'],
    ['an event without a type', '{"type":"event_callback","event":{}}'],
    [
      'an event of a broken authorization',
      '{"type":"event_callback","authorizations":[null],"event":{"type":"message"}}',
    ],
    ['a modal that the bot never opens', '{"type":"view_submission","view":{}}'],
    ['a press without actions', '{"type":"block_actions","actions":[]}'],
    ['a press without a user', JSON.stringify({ ...press, user: undefined, team: { id: 'T1' } })],
  ])('%s', async (_what, body) => {
    expect((await open.send(body)).status).toBe(400);
  });

  test.each([
    ['a form without anything', ''],
    ['a form with broken JSON', 'payload=%7Bx'],
    ['a form with null', 'payload=null'],
    ['a form with another payload', `payload=${encodeURIComponent('{"type":"shortcut"}')}`],
  ])('%s', async (_what, body) => {
    expect((await open.send(body, sign(body), form)).status).toBe(400);
  });
});

test.each([
  [
    'a press in a place without messages',
    {
      type: 'block_actions',
      user: { id: 'U1' },
      team: { id: 'T1' },
      container: { type: 'view' },
      actions: [{ action_id: 'a' }],
    },
  ],
  [
    'a message without a channel',
    { type: 'event_callback', event: { type: 'message', channel_type: 'im', user: 'U1', text: 'x', ts: '1.2' } },
  ],
  ['the news that Slack holds events back', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }],
])('%s is acknowledged and left alone', async (_what, payload) => {
  const before = heard.length;
  expect((await open.send(JSON.stringify(payload))).status).toBe(200);
  expect(heard).toHaveLength(before);
});

test('a refusal says in a sentence what is wrong, and holds no stack', async () => {
  const { body } = await open.send('{"type":');
  expect(JSON.parse(body)).toEqual({ error: 'The request is neither JSON nor a form with JSON in it.' });
});

test('the log holds no words of people', () => {
  expect(JSON.stringify(open.log.lines)).not.toContain('hello');
});
