/** How a reply looks in Slack. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { blocksOf, chosen } from '../../src/channels/slack/render.ts';
import type { Action, Block, Field, Reply } from '../../src/model/reply.ts';
import { formView, homeView } from '../../src/channels/slack/view.ts';
import { faultsIn, faultsInView } from './slack-limits.ts';

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

  test('a reply without title and blocks shows its text', () => {
    expect(blocksOf({ text: 'Hello\nthere' })).toEqual({
      text: 'Hello\nthere',
      blocks: [richText(section(text('Hello\nthere')))],
    });
  });

  test('a title that says all is not followed by the text', () => {
    const asked: Reply = { text: 'Who is affected?\n\n[Everyone]', title: 'Who is affected?', blocks: [] };
    const header = { type: 'header', text: { type: 'plain_text', text: 'Who is affected?', emoji: false } };
    expect(blocksOf(asked).blocks).toEqual([header]);
    expect(formView(asked, { to: { team: 'T1', channel: 'C1', user: 'U1' } })?.blocks).toEqual([header]);
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

  test('that are too long together are left out from the one on that no longer fits', () => {
    const actions = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map(
      (label): Action => ({ kind: 'choose', label, choice: label.padEnd(1_900) }),
    );
    const message = blocksOf({ text: 'x', actions });
    expect(faultsIn(message)).toEqual([]);
    expect(message.blocks[1]).toMatchObject({
      elements: ['one', 'two', 'three'].map((label) => ({ text: { text: label } })),
    });
    expect(message.blocks[1]).toHaveProperty('elements.length', 3);
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

describe('a field', () => {
  const input = (field: Partial<Field>, turn?: number) =>
    blocksOf({
      text: 'x',
      blocks: [{ kind: 'field', id: 'f', label: 'A field', input: 'line', ...field }],
      ...(turn === undefined ? {} : { turn }),
    }).blocks;
  const options = (length: number) => Array.from({ length }, (_, n) => ({ value: `v${n}`, label: `Choice ${n}` }));

  test('is an input with its label, hint, limit and what stands there', () => {
    const field = { input: 'lines', required: true, hint: 'In your words', most: 200, value: 'so far' } as const;
    expect(input(field, 7)).toEqual([
      {
        type: 'input',
        block_id: 'signpost:field:7:f',
        label: { type: 'plain_text', text: 'A field', emoji: false },
        hint: { type: 'plain_text', text: 'In your words', emoji: false },
        optional: false,
        element: {
          type: 'plain_text_input',
          action_id: 'signpost:value',
          multiline: true,
          max_length: 200,
          initial_value: 'so far',
        },
      },
    ]);
  });

  test('says below it what was wrong', () => {
    expect(input({ error: 'Say a little more.' })[1]).toEqual(
      richText({ type: 'rich_text_quote', elements: [bold('⚠️ Please correct: '), text('Say a little more.')] }),
    );
  });

  test.each<[string, Partial<Field>, string]>([
    ['few choices, one of them needed', { options: options(5), required: true }, 'radio_buttons'],
    ['few choices that may be taken back', { options: options(5) }, 'static_select'],
    ['many choices', { options: options(6), required: true }, 'static_select'],
    ['more choices than Slack takes', { options: options(101) }, 'static_select'],
    ['no choices', { options: [] }, 'plain_text_input'],
    ['choices that Slack cannot take', { options: [{ value: 'v'.repeat(76), label: 'x' }] }, 'plain_text_input'],
  ])('with %s is fitting', (_what, field, type) => {
    const blocks = input({ input: 'choice', ...field });
    expect(blocks[0]).toMatchObject({ element: { type } });
    expect(faultsIn({ text: 'x', blocks })).toEqual([]);
  });

  test('starts with the choice that is there, and with none that is not', () => {
    const field = { input: 'choice', options: options(3) } as const;
    expect(input({ ...field, value: 'v1' })[0]).toMatchObject({ element: { initial_option: { value: 'v1' } } });
    expect(JSON.stringify(input({ ...field, value: 'v9' }))).not.toContain('initial_option');
  });

  test('stays when the text around it is cut, and loses what stood in it only when even that is too long', () => {
    const field = (n: number, value: string): Field => ({
      kind: 'field',
      id: `f${n}`,
      label: 'x',
      input: 'lines',
      value,
    });
    const wordy: Block = { kind: 'paragraph', text: 'word '.repeat(590) };
    const reply = (value: string): Reply => ({
      text: 'x',
      blocks: [wordy, field(1, value), wordy, wordy, wordy, field(2, value)],
    });
    for (const [value, kept] of [
      ['y'.repeat(1000), true],
      ['y'.repeat(8000), true],
      ['"'.repeat(8000), false],
    ] as const) {
      const { blocks } = blocksOf(reply(value));
      expect(faultsIn({ text: 'x', blocks })).toEqual([]);
      expect(blocks.filter(({ type }) => type === 'input')).toHaveLength(2);
      expect(JSON.stringify(blocks).includes('initial_value')).toBe(kept);
      expect(JSON.stringify(blocks)).toContain('The rest is too long');
    }
  });

  test('in a submit button takes its values along', () => {
    const { blocks } = blocksOf({ text: 'x', turn: 3, actions: [{ kind: 'submit', label: 'Send', choice: 'send' }] });
    expect(blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'signpost:submit:0', value: '{"choice":"send","turn":3}' }],
    });
  });
});

describe('any reply is a message, a form and a home that Slack takes', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('', '&<>'.repeat(2000), 'word '.repeat(1200), '🙂'.repeat(900), '\ud83d'),
  );
  const url = fc.oneof(fc.webUrl(), words);
  const rich = fc.oneof(
    words,
    fc.array(fc.record({ text: words, style: fc.constantFrom('bold', 'code'), url }, { requiredKeys: ['text'] }), {
      maxLength: 4,
    }),
  );
  const command = fc.record({ language: fc.constant('powershell'), text: words, retired: fc.boolean() });
  const fieldOf = (label: fc.Arbitrary<string>, mostOptions: number) =>
    fc.record(
      {
        kind: fc.constant('field'),
        id: fc.uuid(),
        label,
        input: fc.constantFrom('line', 'lines', 'choice'),
        options: fc.array(fc.record({ value: label, label }), { maxLength: mostOptions }),
        value: words,
        required: fc.boolean(),
        hint: label,
        most: fc.integer({ min: -5, max: 9999 }),
        error: label,
      },
      { requiredKeys: ['kind', 'id', 'label', 'input'] },
    );
  const block = fc.oneof(
    fc.record({ kind: fc.constant('heading'), text: words }),
    fc.record({ kind: fc.constant('paragraph'), text: rich }),
    fc.record({
      kind: fc.constant('steps'),
      items: fc.array(fc.record({ text: rich, code: fc.array(command, { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 9,
      }),
    }),
    fc.record({ kind: fc.constant('list'), items: fc.array(rich, { minLength: 1, maxLength: 9 }) }),
    fc.record({ kind: fc.constant('code'), code: command }),
    fc.record({ kind: fc.constant('facts'), items: fc.array(fc.tuple(words, rich), { minLength: 1, maxLength: 9 }) }),
    fc.record({ kind: fc.constant('note'), tone: fc.constantFrom('info', 'warning'), text: rich }),
    fc.record({ kind: fc.constant('link'), label: words, url }),
  );
  const action = fc.oneof(
    fc.record(
      { kind: fc.constantFrom('choose', 'submit'), label: words, choice: words, about: words, primary: fc.boolean() },
      { requiredKeys: ['kind', 'label', 'choice'] },
    ),
    fc.record({ kind: fc.constant('open'), label: words, url }),
  );
  const replyOf = (field: ReturnType<typeof fieldOf>) =>
    fc.record(
      {
        text: words,
        title: words,
        blocks: fc
          .tuple(fc.array(block, { maxLength: 60 }), fc.uniqueArray(field, { maxLength: 6, selector: ({ id }) => id }))
          .map(([some, fields]) => [...some, ...fields]),
        actions: fc.array(action, { maxLength: 30 }),
        turn: fc.nat(),
      },
      { requiredKeys: ['text'] },
    ) as fc.Arbitrary<Reply>;
  const to = { team: 'T1', channel: 'D1', user: 'U1' };

  test('as a message, whatever it says, with as many fields as one fills in there', () => {
    const short = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(replyOf(fieldOf(short, 5)), (one) => {
        expect(faultsIn(blocksOf(one))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('as a window and as a home, whatever is in it', () => {
    fc.assert(
      fc.property(replyOf(fieldOf(words, 120)), (one) => {
        const view = formView(one, { to });
        if (view) expect(faultsInView(view)).toEqual([]);
        expect(faultsInView(homeView(one, to))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('but for a form that has more to remember than Slack keeps', () => {
    const about = 'x'.repeat(3000);
    expect(
      formView({ text: 'x', actions: [{ kind: 'submit', label: 'x', choice: 'x', about }] }, { to }),
    ).toBeUndefined();
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

  test('are known to the test for forms as well', () => {
    const label = { type: 'plain_text', text: 'x' };
    const typed = { type: 'plain_text_input', action_id: 'a', max_length: 3001 };
    const option = { text: { type: 'plain_text', text: 'x'.repeat(76) }, value: '' };
    const chosen11 = { type: 'radio_buttons', action_id: 'a', options: Array.from({ length: 11 }, () => option) };
    const view = (more: object) => ({ type: 'modal', title: label, submit: label, blocks: [], ...more });
    expect(faultsInView(view({ title: { type: 'plain_text', text: 'x'.repeat(25) } }))).toHaveLength(1);
    expect(faultsInView(view({ title: undefined, private_metadata: 'x'.repeat(3001) }))).toHaveLength(2);
    expect(faultsInView(view({ blocks: [{ type: 'input', block_id: 'b', label, element: typed }] }))).toHaveLength(1);
    expect(
      faultsInView(view({ submit: undefined, blocks: [{ type: 'input', block_id: 'b', label, element: chosen11 }] })),
    ).toHaveLength(25);
    expect(faultsInView({ type: 'home', title: label, blocks: Array.from({ length: 101 }, () => ({})) })).toHaveLength(
      103,
    );
    expect(faultsInView(view({ blocks: [{ type: 'input' }] }))).toHaveLength(4);
  });
});
