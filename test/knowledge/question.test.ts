import { expect, test } from '@jest/globals';
import { weigh } from '../../src/knowledge/question.ts';
import { realCatalog } from '../fakes.ts';

const topicsAfter = async (where: string): Promise<readonly string[]> => {
  const { entry } = await realCatalog();
  const candidates = [
    { entry: entry('adfs-external-only-failure')!, confidence: 0.9 },
    { entry: entry('50126')!, confidence: 0.1 },
  ];
  return weigh(candidates, 'where', where).map(({ entry: { topic } }) => topic);
};

test('what fails only inside is not first of all what fails only outside, however likely it looked', async () => {
  expect(await topicsAfter('inside-only')).toEqual(['invalid-credentials', 'adfs-external-only-failure']);
});

test('a place that is not the opposite makes it less likely, but rules nothing out', async () => {
  expect(await topicsAfter('one-place')).toEqual(['adfs-external-only-failure', 'invalid-credentials']);
});

test.each([
  'it works outside but not inside the office, AD FS',
  'sign-in works from home but fails in the office',
  'works at home, not at work',
  'inside the office nobody can sign in with AD FS, outside it works',
])('%s: no cause that fails only outside comes first', async (text) => {
  const { known, candidates } = (await realCatalog()).find(text);
  expect(known.told.where).toBe('inside-only');
  expect(candidates[0]?.entry.facets.where ?? []).not.toContain('outside-only');
});

test.each([
  'sign-in works at work, not at home',
  'ok at school, fails at home',
  'in the LAN it works, from outside not',
])('%s: fails only outside', async (text) => {
  expect((await realCatalog()).find(text).known.told.where).toBe('outside-only');
});

test.each([
  'everyone in the company cannot open the adfs page, inside and outside',
  'niemand kommt auf die AD FS Seite, weder intern noch extern',
])('%s: is not answered by what fails only outside', async (text) => {
  const { verdict, known, candidates } = (await realCatalog()).find(text);
  expect(known.told.where).toBe('everywhere');
  expect([verdict, candidates[0]?.entry.id]).not.toEqual(['answer', 'adfs-external-only-failure']);
});
