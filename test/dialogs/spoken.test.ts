import { expect, test } from '@jest/globals';
import { closestIn, mayFindIn, meantIn, namesVersion, nearIn, perhapsIn, sureIn } from '../../dialogs/spoken.ts';
import type { FollowUp, Spoken } from '../../src/model/catalog.ts';

const method = (n: number, chance: number, kind: 'when' | 'text' = 'when'): Spoken => ({
  part: 'method',
  method: n,
  chance,
  passages: [{ part: 'method', method: n, kind, text: 'Use when no method is left.' }],
});
const who = (chance: number): Spoken => ({ part: 'who', chance, passages: [] });

const following = (...spoken: readonly Spoken[]) => ({
  yesNo: false,
  risk: false,
  formal: true,
  rights: [],
  spoken,
  faq: [] as readonly Spoken[],
  findings: [] as readonly Spoken[],
});

test('a part is surely spoken of, or it is not told', () => {
  expect(sureIn(following(method(2, 0.72), method(1, 0.1)), false)).toMatchObject({
    spoken: { method: 2 },
    other: null,
  });
  expect(sureIn(following(method(2, 0.5), method(1, 0.1)), false)).toBeNull();
  expect(sureIn(following(), true)).toBeNull();
});

test('to a question two parts may be told that together are sure, to a fact they are not', () => {
  const two = following(method(2, 0.45), method(1, 0.35));
  expect(sureIn(two, true)).toMatchObject({ spoken: { method: 2 }, other: { method: 1 } });
  expect(sureIn(two, false)).toBeNull();
  expect(sureIn(following(method(2, 0.4), who(0.3)), true)).toBeNull();
});

test('only a question can be answered by yes or no', () => {
  const asked = { ...following(method(2, 0.72), method(1, 0.1)), yesNo: true };
  expect(sureIn(asked, true)?.yesNo).toBe(true);
  expect(sureIn(asked, false)?.yesNo).toBe(false);
});

test('a method is meant where a fact is what its use says, and not where a question asks for it or a step is told', () => {
  const meant = (spoken: Spoken, question: boolean) => meantIn({ spoken, other: null, question, yesNo: false });
  expect(meant(method(2, 0.8), false)).toBe(2);
  expect(meant(method(2, 0.8), true)).toBeUndefined();
  expect(meant(method(2, 0.8, 'text'), false)).toBeUndefined();
  expect(meant(method(2, 0.6), false)).toBeUndefined();
});

test('what is less likely is offered only, and the likeliest part suggested', () => {
  const followUp = following(method(2, 0.5), method(1, 0.2), method(3, 0.1));
  const { spoken } = followUp;
  expect(nearIn(followUp).map((one) => one.method)).toEqual([2, 1]);
  expect(perhapsIn(spoken)?.method).toBe(2);
  expect(perhapsIn([method(1, 0.2)])).toBeUndefined();
  expect(perhapsIn([who(0.5)])).toBeUndefined();
});

test('where nothing is sure the one or two parts that come closest are quoted, to a question sooner than to a fact', () => {
  expect(closestIn(following(method(2, 0.4), method(1, 0.2)), true).map((one) => one.method)).toEqual([2, 1]);
  expect(closestIn(following(method(2, 0.5), method(1, 0.1)), true).map((one) => one.method)).toEqual([2]);
  expect(closestIn(following(method(2, 0.25)), true)).toHaveLength(1);
  expect(closestIn(following(method(2, 0.25)), false)).toEqual([]);
  expect(closestIn(following(method(2, 0.2)), true)).toEqual([]);
  expect(closestIn(following(who(0.5)), true)).toEqual([]);
});

test('a question that asks for nothing by its form is quoted to no sooner than a fact', () => {
  const formless = { ...following(method(2, 0.35)), formal: false };
  expect(closestIn(formless, true)).toEqual([]);
  expect(closestIn({ ...formless, formal: true }, true)).toHaveLength(1);
});

test('a method that was tried or ruled out is not quoted, and a risk only where risks are asked for', () => {
  const all = following(method(2, 0.4), method(1, 0.3));
  expect(closestIn(all, true, [2]).map((one) => one.method)).toEqual([1]);
  const danger: Spoken = { part: 'risk', chance: 0.6, passages: [{ part: 'risk', kind: 'danger', text: 'high' }] };
  expect(closestIn(following(danger), true)).toEqual([]);
  expect(closestIn({ ...following(danger), risk: true }, true)).toHaveLength(1);
});

test('a system with its version speaks of no part', () => {
  for (const text of ['Windows 11', 'it is iOS 17.4', 'Windows 10 22h2', 'er hat Windows 11 Pro', "c'est un iPhone 15"])
    expect(namesVersion(text)).toBe(true);
  for (const text of ['Windows authentication', 'since Windows 11 it fails', 'Windows 11 cannot join', 'method 2'])
    expect(namesVersion(text)).toBe(false);
});

test('a question beside the answer is told where it is surely asked, and quoted first where it may be', () => {
  const asked = (chance: number): Spoken => ({
    part: 'faq',
    said: 'Is it safe?',
    chance,
    passages: [{ part: 'faq', said: 'Is it safe?', kind: 'text', text: 'Yes.' }],
  });
  const beside = (chance: number) => ({ ...following(method(2, 0.5, 'text'), method(1, 0.1)), faq: [asked(chance)] });
  expect(sureIn(beside(0.8), true)).toMatchObject({ spoken: { said: 'Is it safe?' }, other: null });
  expect(sureIn(beside(0.8), false)).toMatchObject({ question: true });
  expect(sureIn(beside(0.5), true)).toBeNull();
  expect(closestIn(beside(0.5), true)).toMatchObject([{ said: 'Is it safe?' }, { method: 2 }]);
  expect(closestIn(beside(0.2), true)).toMatchObject([{ method: 2 }]);
});

test('against a yes or no, a question that may be asked goes before a step', () => {
  const step: Spoken = {
    part: 'method',
    method: 1,
    chance: 0.9,
    passages: [{ part: 'method', method: 1, kind: 'text', step: 2, text: 'Set the switch.' }],
  };
  const asked: Spoken = { part: 'faq', said: 'Must both be set?', chance: 0.4, passages: [] };
  const yesNo = { ...following(step, method(2, 0.05)), yesNo: true };
  expect(sureIn(yesNo, true)).toMatchObject({ spoken: { method: 1 } });
  expect(sureIn({ ...yesNo, faq: [asked] }, true)).toBeNull();
  expect(closestIn({ ...yesNo, faq: [asked] }, true)[0]).toBe(asked);
});

test('the second of two parts that together are sure has to be likely by itself', () => {
  expect(sureIn(following(method(2, 0.71), method(1, 0.09)), true)).toBeNull();
  expect(sureIn(following(method(2, 0.65), method(1, 0.15)), true)).toMatchObject({ other: { method: 1 } });
});

test('of a part and a question beside the answer the likelier one leads', () => {
  const faq = (chance: number): Spoken => ({ part: 'faq', chance, passages: [], said: 'How long?' });
  const asked = (chance: number) => ({ ...following(method(2, 0.36, 'text'), method(1, 0.1)), faq: [faq(chance)] });
  expect(closestIn(asked(0.31), true).map(({ part }) => part)).toEqual(['method', 'faq']);
  expect(closestIn(asked(0.5), true).map(({ part }) => part)).toEqual(['faq', 'method']);
});

test('a finding may be told instead of a step from 0.4 on, else from 0.5 on, and never one that opposes', () => {
  const found = (chance: number, opposes?: boolean): FollowUp => ({
    ...following(method(2, 0.9, 'text')),
    findings: [{ part: 'finding', chance, passages: [], said: 'It is so', ...(opposes ? { opposes } : {}) }],
  });
  const step: Spoken = {
    part: 'check',
    chance: 0.9,
    passages: [{ part: 'check', kind: 'text', step: 1, text: 'Look.' }],
  };
  const sure = (spoken: Spoken) => ({ spoken, other: null, question: false, yesNo: false });
  expect(mayFindIn(found(0.44), sure(step))).toBeDefined();
  expect(mayFindIn(found(0.44), null)).toBeUndefined();
  expect(mayFindIn(found(0.5), null)).toBeDefined();
  expect(mayFindIn(found(0.6, true), null)).toBeUndefined();
  expect(mayFindIn(found(0.6), sure(method(2, 0.9)))).toBeUndefined();
});
