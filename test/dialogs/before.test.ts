/** What belongs to the answer before, or to the one amid which a question was asked, goes back to it, with a word that says so. */
import { describe, expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { decided } from '../talk.ts';

const catalog = await realCatalog();
const textsAfter = (...texts: readonly string[]): readonly string[] =>
  decided(catalog, texts).replies.map(({ text }) => text);

test('what finds the answer before by itself is answered from it', () => {
  const said = 'most rows from Brazil and Vietnam, client app is "Authenticated SMTP". AD account is not locked';
  const [back, then] = textsAfter('AADSTS50053', 'AADSTS50126', said);
  expect(back).toMatch(/^Back to "50053/);
  expect(then).toContain('old protocol');
});

test('a code is looked up, whatever was shown before', () => {
  expect(textsAfter('AADSTS50053', 'AADSTS50126', 'AADSTS50053')[0]).toMatch(/^50053/);
});

describe('amid a question', () => {
  const asked = ['AADSTS53003', 'cant join that server to anything, security says no'];

  test('a question about the answer before is answered from it', () => {
    const [back, then] = textsAfter(...asked, 'can my boss allow the access?');
    expect(back).toMatch(/^Back to "AADSTS53003/);
    expect(then).toContain('Can my manager or boss allow the access?');
  });

  test.each(['Super, danke, erledigt', 'excluded the server in the policy, works now'])(
    'a success is one of the answer before: "%s"',
    (text) => {
      const { next, replies, effects } = decided(catalog, [...asked, text]);
      expect(replies[0]!.text).toMatch(/^Back to "AADSTS53003/);
      expect(effects).toContainEqual(expect.objectContaining({ kind: 'recordOutcome', entry: '53003', worked: true }));
      expect(next.step).toBe('listen');
    },
  );
});
