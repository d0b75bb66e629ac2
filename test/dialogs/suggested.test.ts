/** Where no reply is sure, what stands beside the answer is suggested, and can be picked by a press or by words. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

const undo = ['AADSTS90094', 'how do I take this back if they leave calendly'] as const;
const takeBack = 'How do we take the consent back?';
const licence = ['AADSTS50105', 'we could also buy one license maybe'] as const;

test('a field that says nothing names the question beside the answer', () => {
  expect(replyTo(catalog, ...undo)).toMatch(
    /nothing on undoing[\s\S]*Is it one of these\?\s+\[How do we take the consent back\?\]/,
  );
});

test.each(['yes', '1', 'the first one', takeBack, takeBack.toLowerCase()])('"%s" picks the only one', (text) => {
  expect(replyTo(catalog, ...undo, text)).toMatch(/^How do we take the consent back\?\s+Revoke the permissions/);
  expect(entryAfter(catalog, ...undo, text)).toBe('90094');
});

test.each(['2', 'the second one', 'die zweite', 'la segunda', 'la deuxième'])('"%s" picks one of several', (text) => {
  expect(replyTo(catalog, ...licence, text)).toMatch(/^We have no P1\. How do I assign many people at once\?/);
});

test('"yes" to several asks which one, and one can be picked then', () => {
  expect(replyTo(catalog, ...licence, 'yes')).toMatch(/^Which one\?/);
  expect(replyTo(catalog, ...licence, 'yes', '2')).toMatch(/^We have no P1/);
});

test('"none of these" keeps the answer, with its methods and the way to another problem', () => {
  const reply = replyTo(catalog, ...licence, 'none of these');
  expect(reply).toMatch(/^Which of these methods fits\?/);
  expect(reply).toContain('[Another problem]');
  expect(entryAfter(catalog, ...licence, 'none of these')).toBe('50105');
});

test('a number beyond what was suggested is a method, and so is every number once something else was said', () => {
  expect(replyTo(catalog, ...undo, '2')).toMatch(/^Method 2 of \d: /);
  expect(replyTo(catalog, ...licence, 'risk?', '2')).toMatch(/^Method 2 of \d: /);
});

test.each([
  ['a question', `faq:${takeBack}`, takeBack],
  [
    'a finding',
    'finding:Even our administrator sees the same page',
    'As I understand you: Even our administrator sees the same page',
  ],
])('a press tells %s, also on the card of an answer that was left', (_, choice, title) => {
  const press = { kind: 'chose', choice, about: '90094' } as const;
  for (const before of [undo, [...undo, 'AADSTS50126']]) {
    const { replies, next } = decided(catalog, [...before, press]);
    expect(replies[0]!.title).toBe(title);
    expect(next.state).toMatchObject({ entry: '90094' });
  }
});

test('what no longer stands beside the entry is said to be of an earlier card', () => {
  const press = { kind: 'chose', choice: 'faq:Was this ever asked?', about: '90094' } as const;
  expect(decided(catalog, [...undo, press]).replies[0]!.text).toMatch(/earlier/);
});

test('to what another system does nothing is suggested', () => {
  expect(replyTo(catalog, 'AADSTS50105', 'he also has a gmail account on that laptop btw')).not.toContain(
    'one of these',
  );
});

test('once one was told, nothing is suggested any more', () => {
  const finding = 'Our P1 licences ended, groups can no longer be assigned';
  expect(replyTo(catalog, ...licence, '1')).toContain(finding);
  expect(replyTo(catalog, ...licence, '1', '2')).toMatch(/^Method 2 of \d: /);
});

test.each(['ok', 'wrong answer', 'that is not my problem'])('"%s" picks nothing and is no "none of these"', (text) => {
  const reply = replyTo(catalog, ...undo, text);
  expect(reply).not.toContain('Revoke the permissions');
  expect(reply).not.toMatch(/^Which of these methods fits\?/);
});
