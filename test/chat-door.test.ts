import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const cli = new URL('../src/cli.ts', import.meta.url).pathname;

const chat = (flags: readonly string[], input: string, env: Readonly<Record<string, string>> = {}): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', cli, 'chat', ...flags], {
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};

test('a whole escalation goes through the JSON door, with the card that the helpdesk gets', () => {
  const ada = { conversation: 'c1', person: { id: 'u1', name: 'Ada' } };
  const eva = { conversation: 'helpdesk', room: 'helpdesk', person: { id: 'u2', name: 'Eva' } };
  const lines = [
    { ...ada, said: 'what is 50105' },
    { ...ada, chose: 'helpdesk' },
    { ...ada, filled: { problem: 'Payroll says that I am blocked', affected: 'me' } },
    { ...eva, said: 'queue' },
    { ...eva, chose: 'ticket:claim' },
    { ...ada, said: 'my tickets' },
  ];
  const out = chat(['--jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { replies: { text: string }[]; effects: string[] });
  const texts = out.map(({ replies }) => replies.map(({ text }) => text).join('\n'));
  expect(out[2]?.effects).toEqual(['openTicket']);
  expect(texts[2]).toContain('Ticket HD-1 is open');
  expect(texts[3]).toContain('HD-1 (open)');
  expect(texts[5]).toContain('Eva is looking into your ticket HD-1 now.');
}, 60_000);

test('an escalation is asked field by field in the terminal', () => {
  const out = chat([], 'what is 50105\ntalk to a person\nI am blocked\nonly me\n\n\n\n');
  expect(out).toContain('Who is affected');
  expect(out).toContain('Ticket HD-1 is open');
  expect(out).toMatch(/--> A rehearsal: .* Nothing is sent, and the ticket is gone when you leave\.\nHD-1 \(open\)/);
}, 60_000);

test.each([
  ['its own', { LC_ALL: 'ja_JP.UTF-8', SIGNPOST_LANGUAGE: 'fr' }, 'こんにちは、Signpost です'],
  ['the organisation', { LC_ALL: 'C.UTF-8', SIGNPOST_LANGUAGE: 'fr' }, 'Bonjour, je suis Signpost'],
])('a terminal speaks the language of %s', (_name, env, hello) => {
  expect(chat([], 'hello\n', env)).toContain(hello);
});

test('the JSON door speaks English, whatever the language around it', () => {
  const said = JSON.stringify({ conversation: 'c1', person: { id: 'u1', name: 'Ada' }, said: 'hello' });
  const out = chat(['--jsonl'], said, { LC_ALL: 'de_DE.UTF-8', SIGNPOST_LANGUAGE: 'de' });
  expect((JSON.parse(out) as { replies: { text: string }[] }).replies[0]?.text).toContain('Hello, I am Signpost');
});
