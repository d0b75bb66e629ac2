import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { understandWith } from '../../src/app.ts';
import { askLines } from '../../src/channels/json/ask.ts';
import { chatLines } from '../../src/channels/json/chat.ts';
import { mailbox } from '../../src/channels/json/mailbox.ts';
import { realCatalog, realEngine } from '../fakes.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the door's output is looked at as any program would
type Line = any;

const ask = async (...lines: readonly (object | string)[]): Promise<Line[]> => {
  const catalog = await realCatalog();
  return through(lines, (pipes) => askLines(pipes, understandWith(catalog), catalog));
};

const chat = async (...lines: readonly (object | string)[]): Promise<Line[]> => {
  const catalog = await realCatalog();
  const { channel, take } = mailbox();
  const { answer, settle, stop } = await realEngine(undefined, { channels: new Map([['json', channel]]) });
  const out = await through(lines, (pipes) => chatLines(pipes, { answer, catalog, settle, posted: take }));
  await stop();
  return out;
};

const through = async (
  lines: readonly (object | string)[],
  run: (pipes: { input: Readable; output: PassThrough }) => Promise<void>,
): Promise<Line[]> => {
  const input = Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`));
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await run({ input, output });
  return Buffer.concat(chunks)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

const ada = { conversation: 'c1', person: { id: 'u1', name: 'Ada' } };

describe('ask --jsonl', () => {
  test('a known code is answered with the object of the contract', async () => {
    const [out] = await ask({ id: 'q1', text: 'what is 80043431' });
    expect(out).toEqual({
      id: 'q1',
      outcome: 'answer',
      entries: [
        {
          id: '80043431',
          title: expect.any(String),
          topic: 'federation-trust-mismatch',
          codes: ['80041317', '80043431'],
          confidence: 1,
        },
      ],
      question: null,
      extracted: {
        codes: ['80043431'],
        correlationId: null,
        requestId: null,
        timestamp: null,
        user: null,
        application: null,
        tenant: null,
      },
      ms: expect.any(Number),
    });
  });

  test('an entry of a topic of our own is read under the topic of the taxonomy that it stands under', async () => {
    const [out] = await ask({ id: 'q1', text: '0x80090016' });
    expect(out).toMatchObject({ outcome: 'answer', entries: [{ id: '0x80090016', topic: 'device-auth-required' }] });
  });

  test('answers come in the order of the questions, one line each', async () => {
    const out = await ask(
      { id: 'a', text: 'hello' },
      { id: 'b', text: 'AADSTS50126' },
      { id: 'c', text: 'AADSTS1234567' },
    );
    expect(out.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'smalltalk'],
      ['b', 'answer'],
      ['c', 'unknown'],
    ]);
  });

  test('a line that is no JSON, or no question, gets an error and the run goes on', async () => {
    const out = await ask('{oops', { id: 'x' }, [] as never, { id: 'y', text: '50126' });
    expect(out.map((line) => typeof line.error)).toEqual(['string', 'string', 'string', 'undefined']);
    expect(out[1].id).toBe('x');
  });

  test('line separators inside a text, a byte order mark and empty lines are read to the letter', async () => {
    const out = await ask(`\uFEFF{"id":1,"text":"AADSTS50126\u2028again"}`, '', { id: 2, text: 'hello' });
    expect(out.map(({ id, outcome, error }) => [id, outcome ?? typeof error])).toEqual([
      [1, 'answer'],
      [undefined, 'string'],
      [2, 'smalltalk'],
    ]);
  });
});

describe('chat --jsonl', () => {
  test('a code is answered, and the button that was offered can be chosen', async () => {
    const [first, second] = await chat({ ...ada, said: 'what is 80043431' }, { ...ada, chose: 'next:1' });
    expect(first).toMatchObject({ conversation: 'c1', outcome: 'answer', question: null, effects: [] });
    expect(first.replies[0].actions).toContainEqual({
      kind: 'choose',
      label: 'Next method',
      choice: 'next:1',
      about: '80043431',
    });
    expect(second.replies[0].title).toMatch(/^Method 2 of 3/);
    expect(second.effects).toEqual(['recordOutcome']);
  });

  test('two conversations do not know of each other', async () => {
    const [, , other] = await chat(
      { ...ada, said: '50126' },
      { ...ada, conversation: 'c2', said: 'hello' },
      { ...ada, conversation: 'c2', said: 'next method' },
    );
    expect(other.replies[0].text).not.toContain('Method 2');
  });

  test('wrong lines are answered with an error that says what is wrong', async () => {
    const out = await chat(
      { conversation: 'c1', said: 'x' },
      { ...ada, said: 'a', chose: 'b' },
      { ...ada },
      { ...ada, said: '50126' },
    );
    expect(out.map((line) => line.error?.split(' is ')[0])).toEqual(['person', 'The object', 'The object', undefined]);
    expect(out.map((line) => line.conversation)).toEqual(['c1', 'c1', 'c1', 'c1']);
  });

  test('an unknown choice and a form that nobody asked for are answered', async () => {
    const out = await chat({ ...ada, chose: 'no-such-choice' }, { ...ada, filled: { a: 'b' } });
    expect(out.map(({ replies }) => replies.length)).toEqual([1, 1]);
  });
});

test('a form is filled in with its fields alone, as a chat client would send it', async () => {
  const eve = { conversation: 'c9', person: { id: 'u1' } };
  const out = await chat(
    { ...eve, said: 'what is 80043431' },
    { ...eve, chose: 'method:3' },
    { ...eve, chose: 'values:3' },
    { ...eve, filled: { domain: 'fabrikam.com' } },
  );
  expect(out[2].replies[0].blocks).toContainEqual(expect.objectContaining({ kind: 'field', id: 'domain' }));
  expect(out[3].replies[0].text).toContain("-DomainId 'fabrikam.com'");
});
