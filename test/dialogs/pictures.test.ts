import { describe, expect, test } from '@jest/globals';
import { pictureCard } from '../../dialogs/pictures.ts';
import { words } from '../../dialogs/words/en/find-fix.ts';
import type { PictureFinding, Unread } from '../../src/model/picture.ts';
import { drawProblems } from '../drawings.ts';
import { realCatalog } from '../fakes.ts';

const ids = {
  correlationId: '11111111-2222-4333-8444-555555555555',
  requestId: '21111111-2222-4333-8444-555555555555',
  timestamp: '2026-11-20T23:48:35Z',
};
const one = { n: 1, of: 1, secrets: [], channel: 'teams' } as const;

test('Teams and Slack take the card about every entry, in each way', async () => {
  const catalog = await realCatalog();
  const { entries } = catalog;
  const problems = entries.flatMap(({ id, codes }, n) => {
    const others = [entries[n], entries.at(n - 1), entries.at(n - 2)].map((entry) => entry!.id);
    const findings: readonly PictureFinding[] = [
      { kind: 'codes', codes: [{ code: codes[0] ?? id, entry: id }], ids },
      { kind: 'codes', codes: others.map((entry) => ({ code: codes[0] ?? entry, entry })), ids },
      { kind: 'looks', entries: others, ids },
    ];
    return findings.flatMap((finding) => drawProblems(pictureCard(finding, catalog, one)));
  });
  expect(problems).toEqual([]);
}, 60_000);

describe('the card about a picture', () => {
  test('asks for the ids to be checked', async () => {
    const codes = [{ code: '50105', entry: '50105' }];
    const { blocks, text } = pictureCard({ kind: 'codes', codes, ids }, await realCatalog(), one);
    expect(blocks).toContainEqual({
      kind: 'facts',
      items: expect.arrayContaining([['Correlation ID', ids.correlationId]]),
    });
    expect(text).toContain('check every character');
  });

  test('asks once where two codes belong to one entry', async () => {
    const codes = ['50105', '50105'].map((code) => ({ code, entry: '50105' }));
    const { actions } = pictureCard({ kind: 'codes', codes, ids: {} }, await realCatalog(), one);
    expect(actions?.map(({ label }) => label)).toEqual(['Yes, show it', 'No']);
  });

  test('about an entry that is gone from the catalog asks for the code', async () => {
    const codes = [{ code: '50105', entry: 'gone' }];
    const { text } = pictureCard({ kind: 'codes', codes, ids: {} }, await realCatalog(), one);
    expect(text).toContain('Please type its code');
  });

  test.each(Object.keys(words.picture.unread) as Unread[])('that was not read (%s) says what to do', async (why) => {
    const card = pictureCard({ kind: 'unread', why }, await realCatalog(), { ...one, n: 2, of: 3 });
    expect(card.text).toMatch(/type the code/);
    expect(drawProblems(card)).toEqual([]);
  });
});
