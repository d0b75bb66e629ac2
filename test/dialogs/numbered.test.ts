/** What is said of a method by its number outweighs the number: it was done, read, of no use, or is to be left out. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { triedIn } from '../../dialogs/afterthought.ts';
import { ofMethodsIn } from '../../dialogs/numbered.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

describe('the number of what was of no use and of what is wanted', () => {
  test.each([
    ['Methode 2 bitte, 1 hat nichts gebracht', 2, [1]],
    ['method 2 please, 1 did nothing', 2, [1]],
    ['1 and 2 made no difference, show method 3', 3, [1, 2]],
    ["la 1 n'a rien changé, méthode 2 svp", 2, [1]],
    ['1 hat nichts gebracht', undefined, [1]],
    ['methods 1 and 2 did nothing', undefined, [1, 2]],
    ['methods 1, 2 and 3 did nothing', undefined, [1, 2, 3]],
    ['methods 1 to 3 did nothing', undefined, [1, 2, 3]],
    ['die Methoden 1 und 2 haben nichts gebracht', undefined, [1, 2]],
    ["les méthodes 1 et 2 n'ont rien changé", undefined, [1, 2]],
    ['los métodos 1 y 2 no cambiaron nada', undefined, [1, 2]],
    ['方法1、2は効果がありませんでした', undefined, [1, 2]],
    ['method 2, 1 did nothing', 2, [1]],
  ])('%s', (text, wanted, vain) => {
    expect(ofMethodsIn(text)).toMatchObject({ wanted, vain, rest: '' });
  });

  test.each(['2 users did not change anything', '1 of 5 works', 'geh mit mir die Methode durch', '3 did get in'])(
    'is in none of "%s"',
    (text) => expect(ofMethodsIn(text)).toBeNull(),
  );
});

describe('the number of what was done, and what is said beside it', () => {
  test.each([
    ["method 2 is what i did, he's listed as direct member", 2, "he's listed as direct member"],
    ['hab jetzt Methode 4 angeschaut, Tenant in der App ist richtig', 4, 'Tenant in der App ist richtig'],
    ['went through method 1, no difference', 1, 'no difference'],
    ["j'ai fait la méthode 2, faut-il attendre ?", 2, 'faut-il attendre ?'],
    ['hice el método 1, ¿hay que esperar?', 1, '¿hay que esperar?'],
    ['方法1をやりました。待つ必要はありますか', 1, '待つ必要はありますか'],
  ])('%s', (text, method, rest) => {
    expect(ofMethodsIn(text)).toMatchObject({ done: [method], rest });
  });

  test.each([
    'should I do method 2 first, or wait',
    'if method 2 is done, does it restart',
    'I have not done method 1',
  ])('is in none of "%s"', (text) => expect(ofMethodsIn(text)?.done ?? []).toEqual([]));
});

test.each([
  ['Methode 2 bitte, 1 hat nichts gebracht', 2],
  ['method 2 please, 1 did nothing', 2],
  ['method 3 please, 1 and 2 made no difference', 3],
])('the failure is noted for the one of no use, and the wanted one is shown: "%s"', (text, method) => {
  const { effects, next } = decided(catalog, ['0xCAA50021', text]);
  expect(next.state).toMatchObject({ method, tried: expect.arrayContaining([1]) });
  expect(effects).toEqual([expect.objectContaining({ method: method - 1, worked: false })]);
});

test.each([
  ['AADSTS50105', 'did method 1, do i need to wait?', /Until it takes effect[\s\S]*Step 5 of 5: Wait a few minutes/],
  [
    '0xCAA50021',
    'did method 2, EnableADAL was 0, deleted it. is restarting outlook enough or reboot?',
    /Restart and activate/,
  ],
])('%s: a question behind the method that was done is answered: "%s"', (code, text, reply) => {
  expect(replyTo(catalog, code, text)).toMatch(reply);
});

describe('a method that there is not', () => {
  test.each([
    'method 9 worked',
    'tried method 9, no luck',
    'method 9 helped but one user still cannot',
    'method 9 worked, do I need to wait?',
    'I did method 9',
    'methods 3 and 9 did nothing',
    'method 9 step 2: access denied',
    'Methode 9 hat geholfen',
  ])('is none that something is noted of: "%s"', (text) => {
    const { effects = [], next, replies } = decided(catalog, ['AADSTS50126', text]);
    expect(replies.map((reply) => reply.text)).toEqual(['There are only 4 methods for this problem.']);
    expect(effects).toEqual([]);
    expect(next.state).toMatchObject({ entry: '50126', method: 1 });
  });

  test('keeps nobody from another problem', () => {
    const { next, effects = [] } = decided(catalog, ['AADSTS50126', 'method 9 worked. new problem: AADSTS53003']);
    expect(next.state).toMatchObject({ entry: '53003' });
    expect(effects).toEqual([]);
  });
});

test.each([
  'tried methods 1 to 3, no luck',
  'did methods 1 to 3, it did not help',
  'Methoden 1 bis 3 gemacht, hat nicht geholfen',
  '方法1から3を試しましたが、だめでした',
])('the methods of a range that were done in vain are all behind: "%s"', (text) => {
  const { next } = decided(catalog, ['AADSTS50126', text]);
  expect(next.state).toMatchObject({ tried: expect.arrayContaining([1, 2, 3]), method: 4 });
});

test.each([
  'déjà essayé la méthode 2, rien',
  'deja essaye la methode 2, rien',
  'on a essaye la methode 2, rien',
  'ya probé el método 2, nada',
  'probe el metodo 2, nada',
])('"%s" tells of one tried', (text) => {
  expect(triedIn(text)).toEqual([2]);
});

test.each(["j'essaye la méthode 2", 'no me deja hacer el método 2'])('"%s" tells of none tried', (text) => {
  expect(triedIn(text)).toEqual([]);
});

test('a method that was done is no success, and what came of it is asked for', () => {
  const texts = ['AADSTS50105', "method 2 is what i did, he's listed as direct member"];
  expect(replyTo(catalog, ...texts)).toMatch(/^Does the sign-in work now\?/);
  const { effects = [], next } = decided(catalog, texts);
  expect(effects).toEqual([]);
  expect(next.state).toMatchObject({ method: 2 });
});

test('what became of the method that was done counts for it', () => {
  const { effects } = decided(catalog, ['AADSTS50105', 'did method 2 this morning, she gets in now']);
  expect(effects).toEqual([expect.objectContaining({ method: 2, worked: true })]);
});

test('a method that was read is not shown again', () => {
  const text = 'hab jetzt Methode 4 angeschaut, Tenant in der App ist richtig';
  expect(decided(catalog, ['0xCAA50021', text]).next.state).toMatchObject({ unfit: [4], method: 1 });
});

test('a method is shown by its number where little else is said', () => {
  expect(replyTo(catalog, '0xCAA50021', 'ok method 2 then')).toMatch(/^Method 2 of 4/);
  expect(replyTo(catalog, '0xCAA50021', 'so then method 2, right?')).toMatch(/^Method 2 of 4/);
});

describe('a method that is to be skipped or is not possible is left out', () => {
  test.each([
    ['AADSTS50126', 'can i skip method 1, she has to work from home', 1],
    ['AADSTS50126', 'method 1 isnt possible, they dont have sspr', 1],
    ['AADSTS50126', 'can we skip the first method altogether?', 1],
    ['AADSTS50126', 'Kann ich Methode 1 überspringen?', 1],
    ['AADSTS50126', "est-ce que je peux sauter la méthode 1 ? elle n'a pas de navigateur", 1],
    ['AADSTS50126', '¿puedo saltarme el método 1?', 1],
    ['AADSTS50126', '方法1は飛ばしてもいいですか', 1],
    ['AADSTS50126', 'die Methode 2 ist bei uns nicht möglich', 2],
  ])('%s: "%s"', (code, text, method) => {
    const { next, replies } = decided(catalog, [code, text]);
    expect(next.state).toMatchObject({ entry: '50126', unfit: [method], method: method === 1 ? 2 : 1 });
    expect(replies.at(-1)!.text).toMatch(/^Noted: "/);
  });

  test.each(['la méthode 1 est possible ?', 'la méthode 1 est possible ici'])('"%s" leaves out none', (text) => {
    const { next } = decided(catalog, ['AADSTS50126', text]);
    expect((next.state as { unfit?: readonly number[] }).unfit ?? []).toEqual([]);
  });

  test('a condition leaves out none', () => {
    const { next } = decided(catalog, ['AADSTS50053', 'skip method 3 if every failed row is from her home?']);
    expect((next.state as { unfit?: readonly number[] }).unfit ?? []).toEqual([]);
  });
});
