import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { talk } from '../../src/channels/terminal/index.ts';
import { textOf } from '../../src/channels/terminal/render.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Channel } from '../../src/model/ports.ts';
import { realCatalog, realEngine } from '../fakes.ts';
import { answerCard } from '../../dialogs/cards.ts';

const plainLook = { width: 80, colour: false };

/** What the terminal shows when these lines are piped in. */
const said = (...lines: readonly string[]): Promise<string> => saidIn(undefined, ...lines);

const saidIn = async (locale: string | undefined, ...lines: readonly string[]): Promise<string> => {
  const channels = new Map<ChannelName, Channel>();
  const { answer, settle, stop } = await realEngine(undefined, { channels });
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const join = (channel: Channel) => {
    channels.set('terminal', channel);
    return { answer, settle };
  };
  await talk({ input: Readable.from(lines.map((line) => `${line}\n`)), output, locale }, join, 'pipe');
  await stop();
  return Buffer.concat(chunks).toString();
};

describe('talking in the terminal', () => {
  test('a piped question is answered without prompts or colours', async () => {
    const shown = await said('what is 80043431');
    expect(shown).toContain('Method 1: Update the federated domain');
    expect(shown).toContain('[1] It worked');
    expect(shown).not.toContain('\u001B');
    expect(shown).not.toContain('> ');
  });

  test('the language is that of the environment', async () => {
    const shown = await saidIn('de_AT.UTF-8', '80043431', 'nächste Methode');
    expect(shown).toContain('[1] Hat geholfen');
    expect(shown).toContain('Methode 2 von 3');
    expect(await saidIn('C.UTF-8', '80043431')).toContain('[1] It worked');
  });

  test('a number chooses the button with that number', async () => {
    expect(await said('what is 80043431', '2')).toContain('Method 2 of 3');
  });

  test('a code is a code and not the number of a button', async () => {
    expect(await said('what is 80043431', '50126')).toContain('50126');
  });

  test('a form is asked field by field, and asked again where it is wrong', async () => {
    const shown = await said('what is 80043431', 'method 3', '5', 'no name', 'fabrikam.com');
    expect(shown).toContain('Your domain (for example fabrikam.com; may stay empty)');
    expect(shown).toContain('! This is no such name.');
    expect(shown).toContain("-DomainId 'fabrikam.com'");
  });

  test('"cancel" leaves a form', async () => {
    expect(await said('what is 80043431', 'method 3', '5', 'cancel', '50126')).toContain('wrong user name or password');
  });

  test('"exit" ends the conversation', async () => {
    expect(await said('exit', 'what is 80043431')).toBe('');
  });
});

describe('drawing for the terminal', () => {
  test('no line of any entry is wider than 80 characters, but for commands and addresses', async () => {
    const { entries } = await realCatalog();
    const wide = entries.flatMap((entry) =>
      textOf(answerCard(entry, { order: [1], tried: [], values: {} }), plainLook)
        .split('\n')
        .filter((line) => line.length > 80 && !/^ {4}|https?:|^ *\S+$/.test(line)),
    );
    expect(wide).toEqual([]);
  });

  test('control characters in what people wrote do not reach the terminal', () => {
    expect(textOf({ text: 'a\u001B[2Jb\u0007c\u009Bd' }, plainLook)).toBe('a[2Jbcd');
  });

  test('colours are our own and only where they are wanted', () => {
    const reply = { text: 't', title: 'Title' };
    expect(textOf(reply, { width: 80, colour: true })).toBe('\u001B[1mTitle\u001B[22m');
    expect(textOf(reply, plainLook)).toBe('Title');
  });
});
