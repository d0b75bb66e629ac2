/** What a text asks or tells that stands beside another answer than the one at hand. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const secret = ['AADSTS7000222', 'I added the new secret but the app still fails with AADSTS7000215'];

test.each(['how do I avoid this happening again next year?', '¿cómo evito que vuelva a pasar el año que viene?'])(
  'what keeps it from coming back stands in an answer that was shown before: "%s"',
  (text) => {
    const { replies, next } = decided(catalog, [...secret, text]);
    expect(replies[0]!.text).toContain(
      'Beside another answer, "7000222 because the client secret has expired", stands "Method 2: Avoid the next outage"',
    );
    expect(replies[0]!.actions).toContainEqual(expect.objectContaining({ choice: 'entry:7000222' }));
    expect(next.state).toMatchObject({ entry: '7000215' });
  },
);

test('what the answer at hand tells itself is told from there', () => {
  expect(replyTo(catalog, ...secret, 'we copied the secret ID by mistake')).not.toContain('Beside another answer');
});

test('what nothing tells is said to be open', () => {
  const reply = replyTo(catalog, 'AADSTS7000222', 'who won the match yesterday in the canteen?');
  expect(reply).not.toContain('Beside another answer');
});

test('what finds nothing by itself stays with the answer', () => {
  const code = 'Sending mail through smtp.office365.com is refused 535 5.7.139';
  const entry = entryAfter(catalog, code);
  expect(entry).toBeDefined();
  expect(entryAfter(catalog, code, "we're a small shop, is there a way without passwords?")).toBe(entry);
});
