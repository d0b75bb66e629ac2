/** Which method an outcome counts for, and that nothing is counted or forgotten that was not told. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const outcomes = (...texts: readonly string[]) =>
  (decided(catalog, texts).effects ?? []).filter(({ kind }) => kind === 'recordOutcome');

describe('an outcome counts for the method that was done', () => {
  test.each([
    ['AADSTS50126', 'reset her password', 'works', 2, true],
    ['AADSTS50126', 'reset her password', 'no change', 2, false],
    ['AADSTS53003', 'excluded the user from the policy', 'works now', 2, true],
  ] as const)('%s: "%s", "%s"', (code, deed, outcome, method, worked) => {
    expect(outcomes(code, deed, outcome)).toMatchObject([{ method, worked }]);
  });

  test('a deed and its success in one message', () => {
    expect(outcomes('AADSTS50020', "re-invited her, she's in now")).toMatchObject([{ method: 2, worked: true }]);
  });
});

describe('the code of the answer, typed again, is the error that is reported', () => {
  test.each([
    ['AADSTS50105', 'assigned him via a group, still 50105 now', /^Method 2 of 3/],
    ['AADSTS50105', 'assigned him via a group, still error AADSTS50105', /^Method 2 of 3/],
    ['AADSTS50105', 'it works for two of them now, one still gets 50105', /helped the others/],
    ['AADSTS53003', 'excluded the user, 53003 is gone now', /^Good to hear/],
    ['AADSTS53000', 'まだ53000が出ます', /^Method 2 of 4/],
    ['AADSTS50105', 'what is 50105', /^50105 because the user is not assigned to the app[\s\S]*Cause/],
  ])('%s: "%s"', (code, text, reply) => {
    expect(replyTo(catalog, code, text)).toMatch(reply);
  });
});

test.each(['works for me but not for him', 'bei mir geht es, bei ihm nicht', 'chez moi ça marche, pas chez lui'])(
  'what works for oneself is no partial success: "%s"',
  (text) => expect(outcomes('AADSTS50105', text)).toEqual([]),
);

test('a deed that led to another code is no step that is done', () => {
  expect(replyTo(catalog, 'AADSTS50126', 'did it, rejoin says 0x801c03f2')).toMatch(/^0x801C03F2/);
});

test('what a log does not show is denied', () => {
  expect(replyTo(catalog, 'AADSTS53000', 'the log shows no device id')).toMatch(/speaks for this: Method 2/);
});

test.each([
  'he tried edge, that works',
  'tested on another laptop, there it works',
  'i tried with my account and it works',
  'mit meinem Handy probiert, da geht es',
  "j'ai essayé avec un autre navigateur, ça marche",
  'スマホで試したら入れました',
])('what works in another place is no success: "%s"', (text) => expect(outcomes('AADSTS50105', text)).toEqual([]));

test.each([
  ['AADSTS90072', 'invited him again, he got the mail and clicked accept, same error'],
  ['AADSTS50020', 'I removed the guest and invited him again, he redeemed it, still loops in Edge'],
])('%s: who did what a title tells has done the whole method: "%s"', (code, text) => {
  expect(replyTo(catalog, code, text)).toMatch(/^Done already, so I go on behind it: Method 2/);
});

test('a success is noted once, however it is told', () => {
  const { replies } = decided(catalog, ['AADSTS50105', 'ok she is back, did the sign out in teams, works now']);
  expect(replies).toHaveLength(1);
});

test('what is asked of any answer behind a success is answered from it', () => {
  expect(replyTo(catalog, 'AADSTS50105', 'works now, thanks', 'who has to do that in future?')).toMatch(
    /^Back to "50105[\s\S]*Who fixes it: a tenant administrator/,
  );
});

describe('what is said beside going back is heard as well', () => {
  const two = ['AADSTS50020', 'AADSTS700082'];

  test('a success before it, and a failure behind it', () => {
    const decision = decided(catalog, [...two, "ok that's sorted. back to the guest, still looping"]);
    expect(decision.effects).toMatchObject([
      { entry: '700082', method: 1, worked: true },
      { entry: '50020', method: 1, worked: false },
    ]);
    expect(decision.next.state).toMatchObject({ entry: '50020', tried: [1], method: 2 });
  });

  test.each([
    'back to the guest, now it says 50126',
    'volviendo a lo del 50020, ahora la contraseña no es válida, 50126',
  ])('a code behind it leads: "%s"', (text) =>
    expect(replyTo(catalog, ...two, text)).toMatch(/^Back to "50020[\s\S]*50126: wrong user name/),
  );
});

test('the method that a fact speaks for is the one that is led through', () => {
  const texts = ['AADSTS53003', 'the named location is already marked as trusted', 'step by step please'];
  expect(replyTo(catalog, ...texts)).toMatch(/^Before you start method 2/);
});

test('a reply that speaks of its own entry is not quoted beside another one', () => {
  expect(replyTo(catalog, 'AADSTS700027', 'the certificate expires next year')).not.toMatch(/this entry/);
});

test('a bare "ok" opens no other entry', () => {
  const texts = ['AADSTS700027', 'the certificate expires next year'];
  expect(decided(catalog, texts).next.state).toMatchObject({ entry: '700027', rather: expect.any(String) });
  expect(decided(catalog, [...texts, 'ok']).next.state).toMatchObject({ entry: '700027' });
});

test('behind what is not known the answer is within reach', () => {
  const texts = ['AADSTS50126', 'my printer is out of paper'];
  expect(replyTo(catalog, ...texts)).toContain('[Back to the answer]');
  expect(decided(catalog, [...texts, 'step by step']).next.state).toMatchObject({ entry: '50126', step: 1 });
});

test.each(['never mind, we decided not to allow it', 'forget it, we use another tool'])(
  'why somebody leaves is no problem: "%s"',
  (text) => expect(decided(catalog, ['AADSTS65001', text]).next).toMatchObject({ step: 'listen' }),
);
