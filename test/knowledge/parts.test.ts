/** Which part of an entry a follow-up speaks of: examples, and the labelled follow-ups as a floor that no change may fall through. */
import { fork } from 'node:child_process';
import { afterAll, expect, test } from '@jest/globals';
import { followUps, type Judged, judged, measure, measureSaid } from '../../bench/follow-ups.ts';
import { nameOf } from '../../src/knowledge/held.ts';
import { learnt } from '../../src/knowledge/learnt.ts';
import { plain } from '../../src/model/reply.ts';
import { realCatalog } from '../fakes.ts';

/** It takes longest, so it begins first, beside all else. */
const ranking = fork(new URL('../../bench/follow-ups-worker.ts', import.meta.url), { serialization: 'advanced' });
const ranked = new Promise<readonly Judged[]>((done, failed) => {
  ranking.once('message', done);
  ranking.once('exit', () => failed(new Error('Ranking by folds ended early; what it printed says why.')));
});
// Only the test that waits for it tells of its failure.
ranked.catch(() => undefined);
afterAll(() => void ranking.kill());

const catalog = await realCatalog();
const ask = (id: string, text: string) => catalog.followUp(catalog.entry(id)!, text);

test.each([
  ['new-phone-authenticator', 'he has no other method', 'method:2', 'Use when no method is left'],
  ['80043431', 'does -WhatIf really change nothing', 'method:1', 'changes nothing'],
  ['50011', 'which redirect uri do i have to add', 'method:1', 'Add the address from the error'],
  ['0x80180014', 'muss ich den Autopilot-Eintrag auch löschen?', 'method:1', 'Autopilot'],
  ['adfs-repeated-prompts', 'setspn finds the name twice', 'method:2', 'twice'],
  ['unexpected-mfa-prompt', 'he approved one of them', 'method:2', 'approved'],
  ['50126', 'we have pass-through auth', 'method:3', 'pass-through'],
  ['adfs-repeated-prompts', 'could it be the firewall?', 'method:3', 'firewall'],
  ['53003', 'she works with a macbook of her own', 'method:1', 'use the company computer'],
  ['90014', 'ok what do i tell the user', 'user', 'Tell the helpdesk'],
])('%s speaks of "%s" in %s', (id, text, name, says) => {
  const [first] = ask(id, text).spoken;
  expect(nameOf(first!)).toBe(name);
  expect(first!.passages.map((passage) => plain(passage.text)).join('\n')).toContain(says);
});

test.each([
  ['50126', 'my dog is ill'],
  ['50126', 'the printer does not print'],
  ['outlook-keeps-asking-password', 'he also has a gmail account on that laptop btw'],
  ['50126', ''],
  ['50126', '!!!'],
])('%s says nothing surely of "%s"', (id, text) => {
  expect(ask(id, text).spoken[0]!.chance).toBeLessThan(0.55);
});

test('where two methods tell it, both come before all else', () => {
  const [one, other, next] = ask('50011', 'which url do i have to add').spoken;
  expect([one, other].map((spoken) => nameOf(spoken!)).toSorted()).toEqual(['method:1', 'method:2']);
  expect(next!.chance).toBeLessThan(0.1);
});

test('a step is told whole, with its number', () => {
  const [first] = ask('80043431', 'does -WhatIf really change nothing').spoken;
  expect(first!.passages).toContainEqual(expect.objectContaining({ kind: 'text', step: expect.any(Number) }));
});

test('a question that yes or no would answer is told from one that asks for more', () => {
  expect(ask('80043431', 'does -WhatIf really change nothing').yesNo).toBe(true);
  expect(ask('80043431', 'which command is it').yesNo).toBe(false);
  expect(ask('80043431', 'muss der server neu gestartet werden?').yesNo).toBe(true);
});

test('of roles and rights the sentences that name them are told, and only where they are asked for', () => {
  const { rights } = ask('new-phone-authenticator', 'can i do that as helpdesk admin or do i need more rights');
  expect(rights.map(({ text }) => plain(text)).join()).toContain('Authentication Administrator');
  expect(ask('new-phone-authenticator', 'he lost it on a train').rights).toEqual([]);
});

test('a question with more in it is answered by a sentence', () => {
  expect(ask('7000222', 'how do I stop this next year').spoken[0]).toMatchObject({ part: 'method', method: 2 });
});

test('the labelled follow-ups name entries of the catalog, and parts that these have', () => {
  const odd = followUps().filter(({ entry: id, parts }) => {
    const entry = catalog.entry(id);
    return !entry || parts.some((part) => Number(part.split(':')[1] ?? 0) > entry.methods.length);
  });
  expect(odd).toEqual([]);
});

test('the same of sets that nothing was learnt from, told as in a conversation', () => {
  const { first, right, wrong, harm } = measure(
    judged(followUps('follow-ups-held', 'follow-ups-later'), catalog.entries, learnt()),
    0.72,
  );
  expect(first).toBeGreaterThanOrEqual(0.81);
  expect(right).toBeGreaterThanOrEqual(0.48);
  expect(wrong).toBeLessThanOrEqual(0.042);
  expect(harm).toBeLessThanOrEqual(0.1);
});

test.each([
  ['faq', 0.7, { first: 0.78, right: 0.23, wrong: 0.01 }],
  ['findings', 0.7, { first: 0.78, right: 0.37, wrong: 0.024 }],
  ['findings', 0.75, { first: 0.78, right: 0.33, wrong: 0.015 }],
] as const)('what is said beside the entries, in %s, from %d on is told as rightly', (beside, from, floor) => {
  const lines = followUps('follow-ups-held', 'follow-ups-later');
  const { first, right, wrong } = measureSaid(beside, lines, catalog.entries, learnt(), from);
  expect(first).toBeGreaterThanOrEqual(floor.first);
  expect(right).toBeGreaterThanOrEqual(floor.right);
  expect(wrong).toBeLessThanOrEqual(floor.wrong);
});

test('what is learnt goes with the features that it weighs', () => {
  const { first } = measure(judged(followUps('follow-ups'), catalog.entries, learnt()), 0);
  expect(first).toBeGreaterThanOrEqual(0.82);
});

test('the part that a follow-up speaks of comes first, of entries that nothing was learnt from', async () => {
  const own = new Set(followUps('follow-ups').map(({ entry, text }) => `${entry} ${text}`));
  const all = (await ranked).filter(({ one }) => own.has(`${one.entry} ${one.text}`));
  const { first, firstTwo } = measure(all, 0);
  expect(first).toBeGreaterThanOrEqual(0.8);
  expect(firstTwo).toBeGreaterThanOrEqual(0.925);
  const { right, wrong, harm } = measure(all, 0.64);
  expect(right).toBeGreaterThanOrEqual(0.59);
  expect(wrong).toBeLessThanOrEqual(0.065);
  expect(harm).toBeLessThanOrEqual(0.11);
}, 240_000);
