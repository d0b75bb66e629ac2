/** Messages after an answer in words of people's own, which no phrase lists. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { mayBeDeed } from '../../dialogs/deed-form.ts';
import { isOver } from '../../dialogs/intent.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

describe('a success in free words is noted for the method at hand', () => {
  test.each([
    'brilliant, that sorted him out',
    'she is back at work, the app took her straight in',
    'Lizenz zugewiesen und er ist jetzt drin',
    'ça repart, tout le monde est connecté',
    'todo en orden, ya trabaja con normalidad',
  ])('%s', (text) => {
    expect(decided(catalog, ['AADSTS50105', text]).effects).toContainEqual(
      expect.objectContaining({ kind: 'recordOutcome', method: 1, worked: true }),
    );
  });
});

describe('a failure in free words leads on to the next method', () => {
  test.each([
    'she is still being thrown out after all of that',
    'Methode durchgezogen, gleiches Elend wie vorher',
    'toujours le même blocage malgré tout',
    'sigue exactamente igual que antes',
  ])('%s', (text) => {
    expect(decided(catalog, ['AADSTS50105', text]).next.state).toMatchObject({ entry: '50105', tried: [1], method: 2 });
  });
});

test.each([
  'did all the steps, I am through',
  'alle Schritte gemacht, ich bin durch',
  'restarted the server, I am through',
])('who is through with the steps is not in: "%s"', (text) => {
  expect(decided(catalog, ['AADSTS50105', text]).effects ?? []).toEqual([]);
});

test.each(['we need it at work', 'they need the app', 'i need mfa', 'indeed', 'they proceed with it'])(
  '"%s" has the form of no deed',
  (text) => expect(mayBeDeed(text)).toBe(false),
);

test.each(['thanks', 'ok thanks', 'thank you'])('"%s" alone does not say that all is over', (text) => {
  expect(isOver(text, catalog)).toBe(false);
});

test('an outcome that is not clear is asked for', () => {
  expect(replyTo(catalog, 'AADSTS53003', 'it looks better now')).toMatch(/Does the sign-in work now\?/);
});

describe('the helpdesk is asked for in free words, with and without an answer at hand', () => {
  test.each([
    'can you get the helpdesk to look at it, i give up',
    'passez-moi le support svp',
    'soll sich der support drum kümmern',
    'que lo mire informática',
    'サポートにつないで',
  ])('%s', (text) => {
    expect(replyTo(catalog, 'AADSTS53003', text)).toMatch(/Send this to your helpdesk/);
  });

  test('while a question is open', () => {
    expect(replyTo(catalog, 'outlook keeps asking', 'passez-moi le support svp')).toMatch(/Send this to your helpdesk/);
  });
});

describe('what comes back behind a success is taken up again', () => {
  test.each([
    'ah non, ça revient au démarrage suivant',
    'it was back after lunch, same screen',
    'kaum neu gestartet, wieder da',
  ])('%s', (text) => {
    expect(entryAfter(catalog, 'AADSTS50105', 'it worked, thanks', text)).toBe('50105');
  });

  test('another problem is none of it', () => {
    expect(entryAfter(catalog, 'AADSTS50105', 'it worked, thanks', 'outlook keeps asking for the password')).not.toBe(
      '50105',
    );
  });
});

describe('what only sounds alike is no outcome', () => {
  test.each([
    ['works in the browser but not in outlook'],
    ['it worked until yesterday'],
    ['昨日から全員ログインできません'],
    ['how do I know that it worked?'],
    ['login loop'],
  ])('%s', (text) => {
    expect(decided(catalog, ['AADSTS50126', text]).effects ?? []).toEqual([]);
  });
});

describe('a code whose number was said is gone on with where nobody denies it', () => {
  const opening = '50105 for new guy opening salesforce';

  test('a fact takes it for granted', () => {
    expect(decided(catalog, [opening, 'he is in the group and that one is assigned']).next.state).toMatchObject({
      entry: '50105',
    });
  });

  test('"no, that is the order number" does not', () => {
    expect(decided(catalog, [opening, "no, that's the order number"]).next).toMatchObject({ step: 'listen' });
  });

  test('a code that was only near is not', () => {
    expect(decided(catalog, ['AADSTS5O1O5x', 'he is in the group']).next).not.toMatchObject({ step: 'confirm' });
  });
});

test('a symptom that goes on "again and again" is no failure of what was done', () => {
  expect(replyTo(catalog, '80043431', 'users outside the office are prompted again and again')).toContain(
    'Is there an error code or message?',
  );
});
