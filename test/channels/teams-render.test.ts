import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { activityOf, cardOf, dialogOf } from '../../src/channels/teams/render.ts';
import type { Action, Block, Reply } from '../../src/model/reply.ts';
import { buttonsOf, wordsOf, type Part } from './teams-driver.ts';

const cardBytes = (card: object): number => Buffer.byteLength(JSON.stringify(card), 'utf16le');

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

const choices = (count: number): readonly Action[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'choose', label: `Choice ${n + 1}`, choice: `choice-${n + 1}` }));

const long = 'A sentence of forty characters, no more. '.repeat(40);

const entry: Reply = {
  text: 'The certificate has changed. Update the federated domain.',
  title: 'The token-signing certificate does not match',
  blocks: [
    {
      kind: 'paragraph',
      text: [{ text: 'Entra ID has an ' }, { text: 'old', style: 'bold' }, { text: ' certificate.' }],
    },
    { kind: 'heading', text: 'Method 1: Update the domain' },
    { kind: 'note', tone: 'warning', text: 'Sign-in stops while it runs.' },
    { kind: 'note', tone: 'info', text: 'It takes a minute.' },
    {
      kind: 'steps',
      items: [
        {
          text: 'Connect.',
          code: [{ language: 'powershell', text: "Connect-MgGraph -Scopes 'Domain.ReadWrite.All'" }],
        },
        { text: [{ text: 'Open the ' }, { text: 'AD FS console', style: 'code' }] },
      ],
    },
    { kind: 'list', items: ['one', [{ text: 'two', url: 'https://learn.example/two' }]] },
    { kind: 'code', code: { language: 'powershell', text: 'Update-MsolFederatedDomain', retired: true } },
    { kind: 'code', code: { language: 'http', text: 'GET / HTTP/1.1\n  Host: sts.example' } },
    {
      kind: 'facts',
      items: [
        ['Code', '80041317'],
        ['User', 'ann_b@example.com'],
      ],
    },
    { kind: 'link', label: 'Renew certificates', url: 'https://learn.example/renew_(ad-fs)' },
  ],
  actions: [
    { kind: 'choose', label: 'It worked', choice: 'worked', about: '80041317', primary: true },
    { kind: 'choose', label: 'Try the next', choice: 'next', about: '80041317' },
    { kind: 'open', label: 'Source', url: 'https://learn.example/fix' },
  ],
  turn: 4,
};

const options = ['low', 'normal', 'high'].map((value) => ({ value, label: `Priority ${value}` }));

const form: Reply = {
  text: 'Describe the problem.',
  title: 'New ticket',
  dialog: true,
  blocks: [
    { kind: 'paragraph', text: 'The helpdesk gets this.' },
    { kind: 'field', id: 'problem', label: 'What happens', input: 'lines', required: true, most: 2000 },
    {
      kind: 'field',
      id: 'since',
      label: 'Since when',
      input: 'line',
      hint: 'Such as "this morning"',
      error: 'A date, *please*.',
    },
    { kind: 'field', id: 'priority', label: 'Priority', input: 'choice', options, value: 'normal', required: true },
  ],
  actions: [
    { kind: 'submit', label: 'Send', choice: 'send', about: 'ticket/1', primary: true },
    { kind: 'choose', label: 'Leave it', choice: 'leave' },
    { kind: 'choose', label: 'More', choice: 'more', dialog: true },
    { kind: 'open', label: 'Source', url: 'https://learn.example/fix' },
  ],
  turn: 4,
};

const samples: Readonly<Record<string, Reply>> = {
  'an entry with everything': entry,
  'words alone': { text: 'Hello.' },
  'a question without blocks': { text: 'Who is affected?', actions: choices(3) },
  'more choices than a card shows': { text: 'Which one?', actions: choices(20) },
  'nothing at all': { text: '', title: '', blocks: [{ kind: 'paragraph', text: '' }] },
  'empty steps, lists and facts': {
    text: 'Empty.',
    blocks: [
      { kind: 'steps', items: [] },
      { kind: 'list', items: [] },
      { kind: 'facts', items: [] },
    ],
  },
  'a form': form,
  'a form with nothing in it': {
    text: '',
    blocks: [
      { kind: 'field', id: 'a', label: '', input: 'line' },
      { kind: 'field', id: 'b', label: 'Empty', input: 'choice' },
      { kind: 'field', id: 'c', label: 'Gone', input: 'choice', options, value: 'no longer there' },
    ],
  },
  'a very long form': {
    ...form,
    blocks: [...times<Block>(60, { kind: 'paragraph', text: long }), ...(form.blocks ?? [])],
  },
  'a very long answer': {
    ...entry,
    text: long.repeat(10),
    blocks: times<Block>(60, { kind: 'paragraph', text: long }),
  },
};

describe('a card', () => {
  test('a title that says all is not followed by the text', () => {
    const asked: Reply = {
      text: 'Who is affected?\n\n[Choice 1] [Choice 2]',
      title: 'Who is affected?',
      actions: choices(2),
    };
    expect(wordsOf(cardOf(asked) as Part).split('\n')).toEqual(['Who is affected?', 'Choice 1', 'Choice 2']);
  });

  test('shows each part of the answer in order', () => {
    expect(wordsOf(cardOf(entry) as Part).split('\n')).toEqual([
      'The token-signing certificate does not match',
      'Entra ID has an **old** certificate.',
      'Method 1: Update the domain',
      '**Warning:** Sign-in stops while it runs.',
      '**Note:** It takes a minute.',
      '**1.** Connect.',
      "Connect-MgGraph -Scopes 'Domain.ReadWrite.All'",
      '**2.** Open the **AD FS console**',
      '- one\r- [two](https://learn.example/two)',
      '**(retired)** This no longer works.',
      'Update-MsolFederatedDomain',
      'GET / HTTP/1.1',
      '  Host: sts.example',
      'Code',
      '80041317',
      'User',
      'ann\\_b@example.com',
      '[Renew certificates](https://learn.example/renew_%28ad-fs%29)',
      'It worked',
      'Try the next',
      'Source',
    ]);
  });

  test('shows words alone as one paragraph', () => {
    expect(cardOf({ text: 'Hello.' }).body).toEqual([{ type: 'TextBlock', text: 'Hello.', wrap: true }]);
  });

  test('tells its title and headings to screen readers', () => {
    expect(
      cardOf(entry)
        .body.filter(({ style }) => style === 'heading')
        .map(({ text }) => text),
    ).toEqual(['The token-signing certificate does not match', 'Method 1: Update the domain']);
  });

  test('holds the whole answer in words for clients that show no cards', () => {
    expect(cardOf(entry).fallbackText).toBe(entry.text);
    expect(activityOf(entry).summary).toBe(entry.text);
  });

  test('is sent as plain text where there is nothing to lay out', () => {
    expect(activityOf({ text: '*Hello* <at>all</at>' })).toEqual({
      type: 'message',
      textFormat: 'plain',
      text: '*Hello* <at>all</at>',
    });
  });
});

describe('a command', () => {
  const codeOf = (language: string, text = 'x') =>
    cardOf({ text: '', blocks: [{ kind: 'code', code: { language, text } }] }).body[0] as Part;

  test.each([
    ['powershell', 'PowerShell'],
    ['PowerShell', 'PowerShell'],
    ['cmd', 'Dos'],
    ['http', 'PlainText'],
    ['constructor', 'PlainText'],
  ])('in %s is coloured as %s', (language, shown) => {
    expect(codeOf(language)).toMatchObject({ type: 'CodeBlock', language: shown });
  });

  test('keeps every character', () => {
    const text = 'Get-MgUser -Filter "a eq \'b*_[c](d)\'" |\n  % { $_.Id } # <b>&amp;';
    expect(codeOf('powershell', text).codeSnippet).toBe(text);
  });

  test('that is too long for a card is not shown by half', () => {
    const script = codeOf('powershell', 'Remove-Item x\n'.repeat(1000));
    expect(script.text).toBe('(These commands are too long for a card. Ask for them or read the source.)');
  });

  test('is monospaced text on grey where the client knows no code', () => {
    expect(codeOf('bash', 'if a\n  b *c*').fallback).toEqual({
      type: 'Container',
      style: 'emphasis',
      items: [{ type: 'TextBlock', text: 'if a\n\n\u00a0\u00a0b \\*c\\*', wrap: true, fontType: 'Monospace' }],
    });
  });
});

describe('the buttons', () => {
  test('carry the choice, its entry and the turn, for new clients and for old ones', () => {
    const data = { choice: 'worked', about: '80041317', turn: 4 };
    expect(cardOf(entry).actions?.[0]).toEqual({
      type: 'Action.Execute',
      verb: 'choose',
      title: 'It worked',
      style: 'positive',
      data,
      fallback: { type: 'Action.Submit', title: 'It worked', style: 'positive', data },
    });
  });

  test('of a reply without a turn carry none', () => {
    expect(cardOf({ text: 'Who?', actions: choices(1) }).actions?.[0]?.data).toEqual({ choice: 'choice-1' });
  });

  test.each([1, 6, 7, 13, 20])('are all within reach, at most six in a row: %i', (count) => {
    const card = cardOf({ text: 'Which one?', actions: choices(count) }) as Part;
    expect(buttonsOf(card)).toHaveLength(count);
    const rows = [card, ...(card.body ?? [])].map(({ actions }) => actions?.length ?? 0);
    expect(Math.max(...rows)).toBeLessThanOrEqual(6);
  });

  test('open nothing but web pages', () => {
    const actions = ['javascript:alert(1)', 'file:///etc/passwd', 'not a url', 'https://learn.example/'].map(
      (url): Action => ({ kind: 'open', label: url, url }),
    );
    expect(buttonsOf(cardOf({ text: 'Read', actions }) as Part).map(({ url }) => url)).toEqual([
      'https://learn.example/',
    ]);
  });
});

describe('a field', () => {
  const inputs = (reply: Reply): readonly Part[] => (cardOf(reply) as Part).body?.filter(({ id }) => id) ?? [];

  test('has a label that screen readers read, a hint, a limit and what stands there already', () => {
    const [problem, since, priority] = inputs({
      ...form,
      blocks:
        form.blocks?.map((block) =>
          block.kind === 'field' && block.id === 'problem' ? { ...block, value: 'It *loops*.' } : block,
        ) ?? [],
    });
    expect(problem).toEqual({
      type: 'Input.Text',
      id: 'field_problem',
      label: 'What happens',
      isRequired: true,
      errorMessage: 'Fill in "What happens".',
      value: 'It *loops*.',
      isMultiline: true,
      maxLength: 2000,
    });
    expect(since).toMatchObject({ label: 'Since when', placeholder: 'Such as "this morning"' });
    expect(priority).toMatchObject({
      type: 'Input.ChoiceSet',
      style: 'compact',
      value: 'normal',
      choices: [{ value: 'low', title: 'Priority low' }, { value: 'normal' }, { value: 'high' }],
    });
  });

  test('shows no choice that is not among its options', () => {
    const [gone] = inputs({
      text: '',
      blocks: [{ kind: 'field', id: 'c', label: 'C', input: 'choice', options, value: 'x' }],
    });
    expect(gone).not.toHaveProperty('value');
  });

  test('tells what was wrong with it in red, right below', () => {
    const { body } = cardOf(form);
    const at = body.findIndex(({ id }) => id === 'field_since');
    expect(body[at + 1]).toMatchObject({ type: 'TextBlock', color: 'Attention', text: 'A date, \\*please\\*.' });
  });

  test('shows what was filled in once it was sent', () => {
    const words = wordsOf(cardOf(form, 'Send', { problem: 'It\nloops', priority: 'high' }));
    expect(words).toContain('**What happens:** It loops\n**Since when:** \n**Priority:** Priority high');
    expect(inputs({ ...form, blocks: [] })).toEqual([]);
  });

  test('is asked for by the button that sends it, and not by the others', () => {
    const [send, leave, more] = cardOf(form).actions ?? [];
    expect(send).toMatchObject({ type: 'Action.Execute', verb: 'submit', data: { choice: 'send', fills: true } });
    expect(send).not.toHaveProperty('associatedInputs');
    expect(leave).toMatchObject({ associatedInputs: 'none', fallback: { associatedInputs: 'none' } });
    expect(more).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
  });

  test('stays whole however long the words around it are', () => {
    const blocks = [...times<Block>(90, { kind: 'paragraph', text: long }), ...(form.blocks ?? [])];
    for (const card of [cardOf({ ...form, blocks }), dialogOf({ ...form, blocks }).card.content]) {
      expect(cardBytes(card)).toBeLessThanOrEqual(28 * 1024);
      expect((card as Part).body?.filter(({ id }) => id)).toHaveLength(3);
      expect(wordsOf(card as Part)).toContain('(cut; ask for the rest)');
    }
  });
});

describe('a dialog', () => {
  test('has its title in its frame and buttons that every client knows', () => {
    const { title, card: attachment } = dialogOf(form, [], { card: 'm1' });
    const card = attachment.content as Part;
    expect(title).toBe('New ticket');
    expect(wordsOf(card)).not.toContain('New ticket');
    expect(buttonsOf(card).map(({ type }) => type)).toEqual([
      'Action.Submit',
      'Action.Submit',
      'Action.Submit',
      'Action.OpenUrl',
    ]);
    expect(JSON.stringify(card)).not.toContain('task/fetch');
  });

  test('without a title has the name of the bot', () => {
    expect(dialogOf({ text: 'Sure?' })).toMatchObject({
      title: 'Signpost',
      card: { content: { body: [{ text: 'Sure?' }] } },
    });
  });
});

describe('the size of a card', () => {
  const source: Block = { kind: 'link', label: 'The source', url: 'https://learn.example/source' };
  const huge: Readonly<Record<string, readonly Block[]>> = {
    paragraphs: times(100, { kind: 'paragraph', text: long }),
    'one endless paragraph': [{ kind: 'paragraph', text: long.repeat(100) }],
    'one endless word of stars': [{ kind: 'paragraph', text: '*'.repeat(100_000) }],
    'steps with scripts': [
      {
        kind: 'steps',
        items: times(50, { text: long, code: [{ language: 'powershell', text: 'Get-MgUser *\n'.repeat(200) }] }),
      },
    ],
    'a long list': [{ kind: 'list', items: times(1000, 'one of very many items') }],
    'facts without end': [{ kind: 'facts', items: times(1000, ['Label', long]) }],
    'links without end': times(500, source),
  };

  test.each(Object.entries(huge))('stays within what Teams takes: %s', (_name, blocks) => {
    const reply = { text: long.repeat(50), title: long, blocks: [...blocks, source], actions: choices(6) };
    const card = cardOf(reply) as Part;
    expect(cardBytes(card)).toBeLessThanOrEqual(28 * 1024);
    expect(buttonsOf(card)).toHaveLength(6);
    expect(wordsOf(card)).toContain('(cut; ask for the rest');
    expect(wordsOf(card)).toContain('[The source](https://learn.example/source)');
  });

  test('is told where a paragraph was cut', () => {
    const [paragraph] = cardOf({ text: '', blocks: [{ kind: 'paragraph', text: long.repeat(9) }] }).body;
    expect(paragraph?.text).toMatch(/… \(cut; ask for the rest\)$/);
  });

  test('is kept by leaving out whole parts from the end', () => {
    const items = Array.from({ length: 300 }, (_, n) => ({ text: `Step number ${n + 1} of very many, all alike.` }));
    const card = cardOf({ text: '', blocks: [{ kind: 'steps', items }] });
    const lines = card.body.map(({ text }) => text);
    expect(lines.at(-1)).toBe('… (cut; ask for the rest)');
    expect(lines.slice(0, -1)).toEqual(items.slice(0, lines.length - 1).map(({ text }, n) => `**${n + 1}.** ${text}`));
    expect(cardBytes(card)).toBeGreaterThan(27 * 1024);
  });

  test('is kept where the buttons alone are too many', () => {
    expect(cardBytes(cardOf({ text: long, actions: choices(500) }))).toBeLessThanOrEqual(28 * 1024);
  });

  test('leaves the choice that was made', () => {
    const card = cardOf({ text: '', blocks: huge['paragraphs'] ?? [], actions: choices(2) }, 'Choice 1') as Part;
    expect(card.body?.at(-1)?.text).toBe('You chose: **Choice 1**');
    expect(cardBytes(card)).toBeLessThanOrEqual(28 * 1024);
  });

  test('of a message of plain text is bounded too', () => {
    expect(cardBytes(activityOf({ text: long.repeat(100) }))).toBeLessThanOrEqual(29 * 1024);
  });
});

/** The card as a host sees it that knows neither the code block nor the property of Teams. */
const standard = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(standard);
  if (typeof part !== 'object' || part === null) return part;
  if ('codeSnippet' in part && 'fallback' in part) return standard(part.fallback);
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === 'msteams' ? [] : [[key, standard(value)]])),
  );
};

describe('the official checks', () => {
  const cards = Object.entries(samples).flatMap(([name, reply]) => [
    [name, cardOf(reply)] as const,
    [`${name}, after a choice`, cardOf(reply, 'It worked')] as const,
    [`${name}, as a dialog`, dialogOf(reply, ['Look at *this*.'], { card: 'm1' }).card.content] as const,
  ]);

  const renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
  const complaints = (card: object): readonly string[] => {
    const context = new renderer.SerializationContext(renderer.Versions.v1_5);
    const parsed = new renderer.AdaptiveCard();
    parsed.hostConfig = new renderer.HostConfig({ actions: { maxActions: 6 } }); // as Teams has it
    parsed.parse(structuredClone(card), context);
    const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n));
    return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => String(message));
  };

  test.each(cards)('the parser of the renderer has no complaint: %s', (_name, card) => {
    expect(complaints(standard(card) as object)).toEqual([]);
  });

  test('the parser of the renderer does complain', () => {
    expect(complaints({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Nope' }] })).not.toEqual([]);
  });

  const file = new URL('../../../shared/clients/cards/data/adaptive-card-1.5.0.json', import.meta.url);
  const present = existsSync(file);
  const title = present
    ? 'the official schema accepts: %s'
    : 'the official schema does not stand beside the project, so this is not checked: %s';

  test.each(cards)(title, (_name, card) => {
    if (!present) return;
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    const check = new Ajv({ strict: false, logger: false }).compile(schema);
    expect([check(standard(card)), check.errors]).toEqual([true, null]);
    expect(check({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Nope' }] })).toBe(false);
  });
});
