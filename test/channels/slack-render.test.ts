/** How a reply looks in Slack. */
import { describe, expect, test } from '@jest/globals';
import { blocksOf, chosen } from '../../src/channels/slack/render.ts';
import type { Action, Block, Reply } from '../../src/model/reply.ts';
import { faultsIn } from './slack-limits.ts';

const parts = (block: Block): unknown => blocksOf({ text: 'x', blocks: [block] }).blocks[0];
const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string) => ({ type: 'text', text: words });
const bold = (words: string) => ({ type: 'text', text: words, style: { bold: true } });
const code = (words: string) => ({ type: 'rich_text_preformatted', elements: [text(words)] });

describe('each kind of block', () => {
  test('a title is a header', () => {
    expect(blocksOf({ text: 'x', title: 'Token expired', blocks: [] }).blocks[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text: 'Token expired', emoji: false },
    });
  });

  test('a heading is bold', () => {
    expect(parts({ kind: 'heading', text: 'Cause' })).toEqual(richText(section(bold('Cause'))));
  });

  test('a paragraph has bold, code and links', () => {
    expect(
      parts({
        kind: 'paragraph',
        text: [
          { text: 'Open ' },
          { text: 'Entra', style: 'bold' },
          { text: ' or ' },
          { text: 'Get-MgDomain', style: 'code' },
          { text: ' ' },
          { text: 'docs', url: 'https://learn.microsoft.com' },
        ],
      }),
    ).toEqual(
      richText(
        section(
          text('Open '),
          bold('Entra'),
          text(' or '),
          { ...text('Get-MgDomain'), style: { code: true } },
          text(' '),
          {
            type: 'link',
            url: 'https://learn.microsoft.com',
            text: 'docs',
          },
        ),
      ),
    );
  });

  test('steps are numbered, and go on counting after their commands', () => {
    const list = (more: object, ...items: string[]) => ({
      type: 'rich_text_list',
      style: 'ordered',
      ...more,
      elements: items.map((item) => section(text(item))),
    });
    expect(
      parts({
        kind: 'steps',
        items: [
          { text: 'Sign in' },
          { text: 'Run', code: [{ language: 'powershell', text: 'Connect-MgGraph' }] },
          { text: 'Wait' },
        ],
      }),
    ).toEqual(richText(list({}, 'Sign in', 'Run'), code('Connect-MgGraph'), list({ offset: 2 }, 'Wait')));
  });

  test('a list has bullets', () => {
    expect(parts({ kind: 'list', items: ['one', 'two'] })).toEqual(
      richText({ type: 'rich_text_list', style: 'bullet', elements: [section(text('one')), section(text('two'))] }),
    );
  });

  test('a command that no longer works says so', () => {
    expect(
      parts({ kind: 'code', code: { language: 'powershell', text: 'Connect-MsolService', retired: true } }),
    ).toEqual(richText(section(bold('(retired) '), text('This no longer works.')), code('Connect-MsolService')));
  });

  test('facts are lines with a label', () => {
    expect(
      parts({
        kind: 'facts',
        items: [
          ['Code', '50126'],
          ['User', 'ann@contoso.com'],
        ],
      }),
    ).toEqual(richText(section(bold('Code: '), text('50126'), bold('\nUser: '), text('ann@contoso.com'))));
  });

  test.each([
    ['info', 'ℹ️ Note: '],
    ['warning', '⚠️ Warning: '],
  ] as const)('a note of the tone %s says so in a word', (tone, word) => {
    expect(parts({ kind: 'note', tone, text: 'Sign-in stops meanwhile.' })).toEqual(
      richText({ type: 'rich_text_quote', elements: [bold(word), text('Sign-in stops meanwhile.')] }),
    );
  });

  test('a link is a link, unless it leads nowhere on the web', () => {
    expect(parts({ kind: 'link', label: 'Docs', url: 'https://learn.microsoft.com' })).toEqual(
      richText(section({ type: 'link', url: 'https://learn.microsoft.com', text: 'Docs' })),
    );
    expect(parts({ kind: 'link', label: 'Docs', url: 'javascript:alert(1)' })).toEqual(richText(section(text('Docs'))));
  });

  test('a reply without blocks shows its text', () => {
    expect(blocksOf({ text: 'Hello\nthere' })).toEqual({
      text: 'Hello\nthere',
      blocks: [richText(section(text('Hello\nthere')))],
    });
  });
});

describe('buttons', () => {
  const choose = (n: number): Action => ({ kind: 'choose', label: `Choice ${n}`, choice: `c${n}`, about: '50126' });

  test('carry choice, entry and turn', () => {
    const { blocks } = blocksOf({ text: 'x', turn: 7, actions: [{ ...choose(1), primary: true } as Action] });
    expect(blocks.at(-1)).toEqual({
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'signpost:choose:0',
          text: { type: 'plain_text', text: 'Choice 1', emoji: false },
          value: '{"choice":"c1","about":"50126","turn":7}',
          style: 'primary',
        },
      ],
    });
  });

  test('stand in rows of at most 25', () => {
    const { blocks } = blocksOf({ text: 'x', actions: Array.from({ length: 30 }, (_, n) => choose(n)) });
    expect(blocks.slice(1).map((block) => (block.type === 'actions' ? block.elements.length : 0))).toEqual([25, 5]);
  });

  test('that Slack cannot take are left out, so that it takes the rest', () => {
    const { blocks } = blocksOf({
      text: 'x',
      actions: [
        choose(1),
        { kind: 'choose', label: 'Long', choice: 'x'.repeat(2000) },
        { kind: 'open', label: 'Bad', url: 'file:///etc/passwd' },
      ],
    });
    expect(blocks.at(-1)).toMatchObject({ elements: [{ text: { text: 'Choice 1' } }] });
  });

  test('are gone after a press, all but the links', () => {
    const { blocks } = blocksOf({
      text: 'x',
      actions: [choose(1), { kind: 'open', label: 'Sources', url: 'https://learn.microsoft.com' }],
    });
    expect(chosen(blocks, 'Choice 1').slice(1)).toMatchObject([
      { type: 'actions', elements: [{ text: { text: 'Sources' } }] },
      { type: 'context', elements: [{ type: 'plain_text', text: 'You chose: Choice 1' }] },
    ]);
    expect(chosen(blocksOf({ text: 'x', actions: [choose(1)] }).blocks, 'x').map(({ type }) => type)).toEqual([
      'rich_text',
      'context',
    ]);
  });
});

describe('text that people wrote', () => {
  const nasty =
    '<!channel> <@U1> <https://evil.example|https://login.microsoftonline.com> *b* _i_ ~s~ `c` ``` :tada: & &lt;';
  const everywhere: Reply = {
    text: nasty,
    title: nasty,
    blocks: [
      { kind: 'heading', text: nasty },
      {
        kind: 'paragraph',
        text: [
          { text: nasty, style: 'bold' },
          { text: nasty, url: 'https://learn.microsoft.com' },
        ],
      },
      { kind: 'steps', items: [{ text: nasty, code: [{ language: 'text', text: nasty }] }] },
      { kind: 'list', items: [nasty] },
      { kind: 'facts', items: [[nasty, nasty]] },
      { kind: 'note', tone: 'info', text: nasty },
      { kind: 'link', label: nasty, url: 'https://learn.microsoft.com' },
    ],
    actions: [{ kind: 'choose', label: nasty, choice: nasty }],
  };

  test('stands nowhere that Slack reads markup', () => {
    const message = blocksOf(everywhere);
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
    expect(message.text).not.toMatch(/[<>]/);
    expect(faultsIn(message)).toEqual([]);
  });

  test('stands there as it was written', () => {
    expect(parts({ kind: 'paragraph', text: nasty })).toEqual(richText(section(text(nasty))));
  });

  test.each([
    ['emoji', '👩🏽‍💻 ne marche pas 🙂'],
    ['from right to left', 'שגיאה AADSTS50126 خطأ'],
    ['in other scripts', 'サインインできません'],
  ])('%s is kept', (_kind, words) => {
    expect(blocksOf({ text: words })).toEqual({ text: words, blocks: [richText(section(text(words)))] });
  });

  test('loses its control characters', () => {
    expect(blocksOf({ text: 'a\u0000\u001bb' }).text).toBe('ab');
  });
});

describe('the limits of Slack', () => {
  const link = { kind: 'link', label: 'Documentation', url: 'https://learn.microsoft.com/x' } as const;
  const paragraph = (n: number): Block => ({ kind: 'paragraph', text: `${n} ${'word '.repeat(80)}` });
  const many = (length: number): Block[] => Array.from({ length }, (_, n) => paragraph(n));
  const button: Action = { kind: 'choose', label: 'It worked', choice: 'worked' };
  const long = 'x'.repeat(100_000);
  const step = { text: 'word '.repeat(700), code: [{ language: 'powershell', text: 'Get-MgUser '.repeat(300) }] };

  const replies: [string, Reply][] = [
    [
      'empty text',
      { text: '', title: '', blocks: [{ kind: 'paragraph', text: '' }], actions: [{ ...button, label: '' }] },
    ],
    ['100 kB of text', { text: long, title: long }],
    ['100 kB of entities', { text: '&<>'.repeat(33_000) }],
    ['100 kB of emoji', { text: '🙂'.repeat(25_000), title: '🙂'.repeat(25_000) }],
    [
      '100 kB of code',
      { text: 'x', blocks: [paragraph(1), { kind: 'code', code: { language: 'text', text: long } }, link] },
    ],
    ['200 blocks', { text: 'x', title: 'x', blocks: [...many(200), link], actions: [button] }],
    ['200 short blocks', { text: 'x', blocks: Array.from({ length: 200 }, () => link), actions: [button] }],
    ['40 long steps', { text: 'x', blocks: [{ kind: 'steps', items: Array.from({ length: 40 }, () => step) }, link] }],
    [
      '200 facts',
      { text: 'x', blocks: [{ kind: 'facts', items: Array.from({ length: 200 }, () => [long, long]) }, link] },
    ],
    [
      'long labels',
      {
        text: 'x',
        actions: [
          { ...button, label: long },
          { kind: 'open', label: long, url: link.url },
        ],
      },
    ],
    ['a long address', { text: 'x', blocks: [{ ...link, url: `${link.url}/${long}` }] }],
    ['half a character', { text: '\ud83d', title: '\ud83d', blocks: [{ kind: 'paragraph', text: '\ud83d' }] }],
  ];

  test.each(replies)('hold for %s', (_what, reply) => {
    expect(faultsIn(blocksOf(reply))).toEqual([]);
  });

  test('cut whole blocks from the end, say so, and lead to the sources', () => {
    const { blocks } = blocksOf({ text: 'x', title: 'A title', blocks: [...many(60), link], actions: [button] });
    expect(blocks[0]?.type).toBe('header');
    expect(blocks.slice(1, 3)).toEqual([paragraph(0), paragraph(1)].map(parts));
    expect(blocks.at(-1)?.type).toBe('actions');
    expect(blocks.at(-2)).toEqual(
      richText({
        type: 'rich_text_quote',
        elements: [
          bold('… '),
          text('The rest is too long for one message. The sources have all of it:'),
          text('\n'),
          { type: 'link', url: link.url, text: link.label },
        ],
      }),
    );
  });

  test('are known to the test: what breaks one is found', () => {
    const button76 = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x'.repeat(76) } };
    const empty = richText(section());
    expect(faultsIn({ text: 'x', blocks: [{ type: 'actions', elements: [button76, button76] }] })).toHaveLength(3);
    expect(faultsIn({ text: '', blocks: [empty, { type: 'section' }] })).toHaveLength(3);
    expect(
      faultsIn({ text: '<!channel>', blocks: Array.from({ length: 51 }, () => richText(section(text('x')))) }),
    ).toHaveLength(2);
    expect(faultsIn({ text: 'x', blocks: [richText(section(text('x'.repeat(12_001))))] })).toHaveLength(2);
  });
});
