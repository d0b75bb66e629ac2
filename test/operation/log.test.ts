import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { sinkOf } from '../../src/log.ts';
import { activity, bot, messagesOf, postJson, serverOf } from './bot-process.ts';

/** What must never be in a log: names, addresses, passwords, tokens, and words of people at all. */
const secrets = {
  name: 'Wilhelmina Featherstonehaugh',
  mail: 'wilhelmina.featherstonehaugh@contoso.example',
  password: 'Hunter2-Sesame!',
  token: 'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXBheWxvYWQ.c2lnbmF0dXJlLXBhcnQ',
  words: 'unmistakable-words-of-a-person',
};

const everything = `${secrets.words}: I am ${secrets.name}, ${secrets.mail}, my password is ${secrets.password}, Authorization: Bearer ${secrets.token}. What is 80043431`;

type LogLine = { readonly msg: string; readonly [field: string]: unknown };

test('the log tells the life of a process and a line for each message, all as JSON', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const one = await bot(home, { LOG_LEVEL: 'debug', SIGNPOST_API_TOKEN: 'a-token-of-many-letters' });
  const conversation = '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10';
  const id = '11111111-1111-4111-8111-111111111111';
  await postJson(`${one.origin}/api/chat`, { conversation, id, said: 'what is 80043431' });
  await postJson(`${one.origin}/api/chat`, { conversation, id, said: 'what is 80043431' });
  await postJson(`${one.origin}/api/notices`, {});
  await postJson(`${one.origin}/api/tickets/HD-1/events`, {});
  const { code } = await one.terminate();
  const again = await bot(home);
  await again.terminate();
  rmSync(home, { recursive: true });

  const lines = one
    .err()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  expect([code, lines]).toMatchObject([
    0,
    [
      { msg: 'Signpost starts', version: expect.any(String), store: 'SQLite' },
      {
        msg: 'the tables of the store were brought up to date',
        migrations: expect.arrayContaining(['001-conversations']),
      },
      { msg: 'Signpost is ready', port: expect.any(Number), channels: ['web', 'teams'], ms: expect.any(Number) },
      { msg: 'a message was answered', channel: 'web', event: 'said', outcome: 'answer', ms: expect.any(Number) },
      { msg: 'a message was answered', channel: 'web', event: 'said', outcome: 'repeated' },
      { msg: 'a post to /api/notices was not admitted', why: 'it has no token' },
      { msg: 'a post to /api/tickets was not admitted', why: 'it has no token' },
      { msg: 'Signpost stops' },
      { msg: 'Signpost stopped', finished: true, ms: expect.any(Number) },
    ],
  ]);
  expect(one.err()).not.toContain(conversation);
  expect(messagesOf(again.err())).toEqual([
    'Signpost starts',
    'Signpost is ready',
    'Signpost stops',
    'Signpost stopped',
  ]);
}, 60_000);

test('nothing that people write is in the log at level trace, whatever goes wrong', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  let refuse = false;
  const connector = await serverOf((_request, body, response) => {
    response.writeHead(refuse ? 400 : 200, { 'content-type': 'application/json' });
    response.end(refuse ? JSON.stringify({ error: { code: 'BadArgument', message: 'refused' } }) : '{"id":"m"}');
    expect(body).not.toBe('');
  });
  const one = await bot(home, { LOG_LEVEL: 'trace', MicrosoftAppPassword: '', SIGNPOST_RATE_PER_PERSON: '6' });
  const chat = `${one.origin}/api/chat`;
  const conversation = '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10';
  const id = (n: number) => `11111111-1111-4111-8111-11111111111${n}`;
  const from = { from: { id: '29:1aB2cD', name: secrets.name, aadObjectId: id(9) } };

  await postJson(chat, { conversation, id: id(1), said: everything });
  await postJson(chat, { conversation, id: id(2), chose: secrets.words });
  await postJson(chat, { conversation, id: id(3), filled: { [secrets.words]: secrets.password } });
  await postJson(chat, `{"said": "${everything}`);
  await postJson(chat, { conversation, id: id(4), said: everything, [secrets.words]: 1 });
  await postJson(`${one.origin}/${secrets.words}?token=${secrets.token}`, everything);
  await postJson(`${one.origin}/api/messages`, `{"text": "${everything}`);
  await postJson(`${one.origin}/api/messages`, activity(connector.origin, everything, from));
  await postJson(`${one.origin}/api/messages`, activity('https://evil.example', everything, from));
  refuse = true;
  for (let n = 0; n < 8; n++)
    await postJson(`${one.origin}/api/messages`, activity(connector.origin, everything, { ...from, id: `a${n}` }));
  const { code } = await one.terminate();
  await connector.close();
  rmSync(home, { recursive: true });

  expect(code).toBe(0);
  const log = one.err();
  expect(log).toContain('could not be delivered');
  for (const [what, secret] of Object.entries(secrets)) expect([what, log.includes(secret)]).toEqual([what, false]);
  for (const part of ['Featherstonehaugh', 'featherstonehaugh', 'Sesame', 'c2VjcmV0LXBheWxvYWQ'])
    expect([part, log.includes(part)]).toEqual([part, false]);
}, 60_000);

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The bot with its log on `stderr`, once it is ready. */
const withLogOn = async (home: string, stderr: number | 'pipe') => {
  const child = spawn(process.execPath, [new URL('../../src/main.ts', import.meta.url).pathname], {
    cwd: home,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'debug', SIGNPOST_API_TOKEN: 'a-token-of-many-letters' },
    stdio: ['ignore', 'pipe', stderr],
  });
  ends.push(() => void child.kill('SIGKILL'));
  const out = child.stdio[1]!;
  for await (const chunk of out.iterator({ destroyOnReturn: false })) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
    if (origin) return { child, origin };
  }
  throw new Error('The bot did not start.');
};

// Only Linux has a file that is always full.
const unwritable: readonly (readonly [string, () => number | 'pipe', number])[] = [
  ['nobody reads it', () => 'pipe', 900],
  ...(process.platform === 'linux' ? [['its disk is full', () => openSync('/dev/full', 'w'), 1] as const] : []),
];

test.each(unwritable)(
  'the bot goes on and stops in good order when the log cannot be written because %s',
  async (_, stderr, messages) => {
    const home = mkdtempSync(join(tmpdir(), 'signpost-'));
    const { child, origin } = await withLogOn(home, stderr());
    for (let n = 0; n < messages; n++) await (await postJson(`${origin}/api/notices`, {})).text();
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(Number(/^signpost_log_lines_lost_total (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThan(0);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    rmSync(home, { recursive: true });
  },
  60_000,
);

test('a line that a pipe took in part is finished before the next one, and a line of which it took nothing is counted', () => {
  let room = 0;
  let taken = '';
  const { write, lost } = sinkOf((bytes) => {
    if (room === 0) throw new Error('EAGAIN');
    const some = bytes.subarray(0, room);
    room -= some.length;
    taken += Buffer.from(some).toString();
    return some.length;
  });
  room = 7;
  write('one\n');
  write('two and more\n');
  write('three\n');
  expect([taken, lost()]).toEqual(['one\ntwo', 1]);
  room = 100;
  write('four\n');
  expect([taken, lost()]).toEqual(['one\ntwo and more\nfour\n', 1]);
});
