/** Slack's markup and the words in it. */
import { describe, expect, test } from '@jest/globals';
import { clean, cut, escaped, wordsOf } from '../../src/channels/slack/words.ts';

describe('the words of a message', () => {
  test.each([
    ['a mention of the bot goes', '<@UBOT> AADSTS50126', 'AADSTS50126'],
    ['every mention of the bot goes', '<@UBOT>AADSTS50126 <@UBOT|signpost>', 'AADSTS50126'],
    ['other people stay readable', '<@U2|bob> and <@U3> cannot sign in', '@bob and @U3 cannot sign in'],
    ['channels stay readable', 'see <#C1|general> or <#C2> or <#C3|>', 'see #general or #C2 or #C3'],
    ['calls to all stay readable', '<!here> <!subteam^S1|@it-help> <!date^1^{date}|today>', '@here @it-help today'],
    ['a bare link is its address', '<https://x.example/?code=50126>', 'https://x.example/?code=50126'],
    ['a link that Slack found is what was typed', '<http://contoso.com|contoso.com>', 'contoso.com'],
    [
      'a link with a label of its own shows both',
      '<https://x.example/?e=50126|here>',
      'here (https://x.example/?e=50126)',
    ],
    [
      'an address is unwrapped',
      '<mailto:ann@contoso.com|ann@contoso.com> <mailto:bob@contoso.com>',
      'ann@contoso.com bob@contoso.com',
    ],
    ['entities are undone once', '&lt;e&gt; a &amp; b &amp;lt;', '<e> a & b &lt;'],
    ['what is no markup stays', 'HTTP <500> and a < b > c', 'HTTP <500> and a < b > c'],
    ['lines stay lines', 'one\n\ntwo', 'one\n\ntwo'],
    ['codes in a block stay', '```\nAADSTS50126: x\n```', '```\nAADSTS50126: x\n```'],
    ['nothing is nothing', ' <@UBOT> ', ''],
  ])('%s', (_fact, text, words) => {
    expect(wordsOf(text, 'UBOT')).toBe(words);
  });

  test('are found in 100 kB of brackets without delay', () => {
    const since = performance.now();
    wordsOf('<a:'.repeat(33_000), 'UBOT');
    wordsOf('<@U'.repeat(33_000), 'UBOT');
    expect(performance.now() - since).toBeLessThan(500);
  });
});

test('escaping and reading undo each other', () => {
  const text = '<!channel> & <@U1> &amp; <https://evil.example|ok>';
  expect(escaped(text)).not.toMatch(/[<>]/);
  expect(wordsOf(escaped(text))).toBe(text);
});

test('control characters and halves of characters go, lines and tabs stay', () => {
  expect(clean('a\u0000b\u001b[31mc\r\n\td\u0085\ud83d')).toBe('ab[31mc\n\td\ufffd');
});

describe('a cut', () => {
  test('leaves short text as it is', () => {
    expect(cut('one two', 7)).toBe('one two');
  });

  test('falls between words', () => {
    expect(cut('one two three', 10)).toBe('one two…');
  });

  test('never halves an entity', () => {
    for (let most = 2; most < 30; most++) expect(cut('&amp;'.repeat(10), most)).toMatch(/^(?:&amp;)*…$/);
  });

  test('never halves an emoji', () => {
    for (let most = 2; most < 12; most++) expect(cut('🙂'.repeat(10), most).isWellFormed()).toBe(true);
  });
});
