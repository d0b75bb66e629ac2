import { describe, expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { cardOf } from '../../src/channels/teams/render.ts';
import { joined, literal, markdown } from '../../src/channels/teams/text.ts';
import type { Block } from '../../src/model/reply.ts';
import { wordsOf } from './teams-driver.ts';

describe('words that people wrote', () => {
  const readers = [new MarkdownIt(), new MarkdownIt({ html: true }), new MarkdownIt('commonmark')];
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

  /** What a person reads: the paragraphs of the Markdown, whose every tag is listed in front. */
  const readAs = (text: string) =>
    readers.map((reader) => {
      const html = reader.render(text);
      const tags = [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag).filter((tag) => tag !== 'p');
      const words = html.replace(/<[^>]+>/g, '').replace(/&(lt|gt|amp|quot);/g, (entity) => entities[entity] ?? '');
      return { tags, words: words.trim() };
    });

  const nasty = [
    '*bold* _italic_ **bold** __bold__ ***both***',
    'snake_case_name and 2*3*4',
    '[click](https://evil.example)',
    '[click] (https://evil.example) [a][b] ![x](https://evil.example/x.png)',
    '<at>Everyone</at> <b>bold</b> <https://evil.example> <!-- x --> <script>',
    '`code` ``more`` ~~gone~~',
    '# heading',
    '> quote',
    '- item',
    '+ item',
    '1. first',
    '12) twelfth',
    '---',
    '***',
    '___',
    '```',
    '&lt;b&gt; &amp; &#42;x&#42; &copy; R&D; a & b',
    'CONTOSO\\ann C:\\*\\x \\[a\\](b) end\\',
    '[ref]: https://evil.example',
    'a | b',
    '{{DATE(2026-11-20T10:00:00Z, SHORT)}}',
    'Zoë 💡 日本語',
    'a](https://evil.example)[b',
  ];

  test.each(nasty)('are shown as they are: %s', (text) => {
    for (const seen of readAs(literal(text))) expect(seen).toEqual({ tags: [], words: text });
  });

  test('are shown as they are in every mixture', () => {
    for (const one of nasty)
      for (const other of nasty)
        for (const seen of readAs(literal(`${one} ${other}`)))
          expect(seen).toEqual({ tags: [], words: `${one} ${other}` });
  });

  test('are never cut within a mark, an entity or a character', () => {
    const rest = '… (cut; ask for the rest)';
    for (const one of nasty)
      for (let before = 0; before < 40; before++) {
        const text = `${'x'.repeat(before)}${one}${'y'.repeat(80)}`;
        for (const { tags, words } of readAs(literal(text, 60))) {
          expect(tags).toEqual([]);
          expect(words.endsWith(rest)).toBe(true);
          expect(text.startsWith(words.slice(0, -rest.length))).toBe(true);
          expect(words.isWellFormed()).toBe(true);
        }
      }
  });

  test('keep their lines', () => {
    for (const seen of readAs(literal('first\n# second\r\n    third\n===')))
      expect(seen).toEqual({ tags: [], words: 'first\n# second\n\u00a0\u00a0\u00a0\u00a0third\n===' });
  });

  test('cannot join formatting of ours', () => {
    for (const text of nasty) {
      const seen = readAs(markdown([{ text: 'It says ' }, { text, style: 'bold' }, { text: ' now' }]));
      for (const { tags, words } of seen) {
        expect(tags).toEqual(['strong']);
        expect(words).toBe(`It says ${text} now`);
      }
    }
  });

  test('cannot move a link of ours', () => {
    for (const text of nasty) {
      const [html] = readers.map((reader) =>
        reader.render(markdown([{ text, url: 'https://learn.example/a_(b)?c=*d*' }])),
      );
      expect([...(html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        'https://learn.example/a_%28b%29?c=%2ad%2a',
      ]);
    }
  });

  test('cannot make a link of an address that is not of the web', () => {
    expect(markdown([{ text: 'here', url: 'javascript:alert(1)' }])).toBe('here');
  });

  test('do not make a macro of the card', () => {
    expect(literal('{{DATE(2026-11-20T10:00:00Z)}}')).not.toContain('{{');
  });

  test('lose control characters and halves of characters', () => {
    expect(literal('a\u0000b\u001b[31mc\ud83d')).toBe('ab\\[31mc\ufffd');
  });

  test('can stand in every part of a card', () => {
    for (const text of nasty) {
      const blocks: readonly Block[] = [
        { kind: 'heading', text },
        { kind: 'paragraph', text },
        { kind: 'note', tone: 'info', text },
        { kind: 'facts', items: [[text, text]] },
        { kind: 'steps', items: [{ text }] },
      ];
      const parts = wordsOf(cardOf({ text, title: text, blocks })).split('\n');
      const tags = parts.flatMap((part) => readAs(part).flatMap((seen) => seen.tags));
      expect(tags.filter((tag) => tag !== 'strong')).toEqual([]);
    }
  });
});

describe('words that are put on one line', () => {
  test('keep one space in the place of a line break and the space around it', () => {
    expect(joined(' a \t\n \n b\nc  d \n')).toBe(' a b c  d ');
  });

  test('take no longer for a long run of space', () => {
    const run = ' '.repeat(100_000);
    const began = performance.now();
    expect(joined(`a${run}b${run}\nc`)).toBe(`a${run}b c`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
