import { describe, expect, test } from '@jest/globals';
import { answerCard } from '../../dialogs/cards.ts';
import { methodBlocks } from '../../dialogs/fix-cards.ts';
import { linked } from '../../dialogs/links.ts';
import type { Block, Reply, Rich } from '../../src/model/reply.ts';
import { realCatalog } from '../fakes.ts';

const linksIn = (text: Rich): readonly string[] => {
  const [block] = linked([{ kind: 'paragraph', text }]);
  return [...JSON.stringify(block).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!);
};

describe('an address of an entry is a link', () => {
  test.each([
    ['Sign in at https://aka.ms/mysecurityinfo.', 'https://aka.ms/mysecurityinfo'],
    ['Open https://portal.office.com, then go on.', 'https://portal.office.com'],
    [
      'Open https://login.microsoftonline.com/common/oauth2/v2.0/logout and wait',
      'https://login.microsoftonline.com/common/oauth2/v2.0/logout',
    ],
    ['(https://jwt.ms)', 'https://jwt.ms'],
    ['https://status.cloud.microsoft/', 'https://status.cloud.microsoft/'],
  ])('%s', (text, url) => {
    expect(linksIn(text)).toEqual([url]);
    const [block] = linked([{ kind: 'paragraph', text }]);
    expect((block as { text: readonly { text: string }[] }).text.map((span) => span.text).join('')).toBe(text);
  });

  test.each([
    ['Write it with https:// in front.'],
    ['Go to https://login.microsoftonline.com/<tenant id>/saml2.'],
    ['Go to https://myapps.microsoft.com/?tenantid=<tenant id>.'],
    ['The issuer is http://contoso.com/adfs/services/trust/.'],
  ])('but not: %s', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  test('what is written as code is a value and stays one', () => {
    expect(
      linksIn([{ text: 'Set it to ' }, { text: 'https://login.microsoftonline.com/consumers', style: 'code' }]),
    ).toEqual([]);
  });
});

test('an answer and its methods hold links, and say the same as before', async () => {
  const { entries } = await realCatalog();
  const blocks = (all: readonly Block[]) => JSON.stringify(all);
  const linkedMethods = entries.flatMap(({ methods }) => methods).map((method) => blocks(methodBlocks(method, {})));
  expect(linkedMethods.filter((text) => text.includes('"url":"https://aka.ms/mysecurityinfo"')).length).toBeGreaterThan(
    10,
  );
  const entry = entries.find(({ user }) => JSON.stringify(user).includes('https://passwordreset.microsoftonline.com'))!;
  const card: Reply = answerCard(entry, { order: [1], tried: [], values: {}, as: 'user' });
  expect(blocks(card.blocks ?? [])).toContain('"url":"https://passwordreset.microsoftonline.com"');
  expect(card.text).toContain('https://passwordreset.microsoftonline.com');
});

test('what people write holds no links', async () => {
  const entry = (await realCatalog()).entries[0]!;
  const card = answerCard(entry, { order: [1], tried: [], values: { domain: 'evil.example' } });
  expect(JSON.stringify(card)).not.toContain('"url":"https://evil.example');
});
