/** What a text says last, or beside what was done, decides what becomes of it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { deedsIn } from '../../dialogs/put-behind.ts';
import { endsWell, helped, helpedSome, isElsewhere } from '../../dialogs/helped.ts';
import { askedBehind, partsOf } from '../../dialogs/halves.ts';
import { judgedIn } from '../../dialogs/judged.ts';
import { newMatter } from '../../dialogs/new-matter.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

const noted = (code: string, text: string) => decided(catalog, [code, text]).effects ?? [];

describe('a deed with a new symptom is looked up, and no step of the answer comes next', () => {
  test.each([
    ['AADSTS90072', 'resent it. he clicked and gets "selected user account does not exist in tenant"', '50020'],
    ['AADSTS53000', 'he re-enrolled the laptop, now it says his account is locked', '50053'],
  ])('after %s, "%s"', (code, text, entry) => {
    expect(entryAfter(catalog, code, text)).toBe(entry);
  });

  test.each([
    ['AADSTS50020', "je l'ai réinvité, maintenant il a un message comme quoi il a besoin d'une approbation"],
    ['AADSTS50126', 'パスワードをリセットしましたが、アカウントがロックされていると表示されます'],
  ])('after %s, "%s" leaves the answer', (code, text) => {
    expect(decided(catalog, [code, text]).next.step).not.toBe('confirm');
  });

  test('what goes on as before stays with the answer', () => {
    expect(entryAfter(catalog, 'AADSTS50126', 'I reset his password, still says wrong password')).toBe('50126');
    const same = 'korrigiert, jetzt gehts bei mir, aber die Kollegin bekommt immer noch denselben Fehler';
    expect(entryAfter(catalog, 'AADSTS50011', same)).toBe('50011');
  });
});

test('the dots of a name part nothing', () => {
  expect(partsOf('I added login.contoso.com to the intranet zone and it still fails. Help')).toEqual([
    'I added login.contoso.com to the intranet zone',
    'it',
    'still fails',
    'Help',
  ]);
});

test('the name of a host in what was done is that of no method', () => {
  const { next, effects = [] } = decided(catalog, [
    'AADSTS50126',
    'I added login.contoso.com to the intranet zone and it still fails',
  ]);
  expect(next.state).toMatchObject({ entry: '50126' });
  expect((next.state as { tried?: readonly number[] }).tried ?? []).toEqual([]);
  expect(effects).toEqual([]);
});

test('a command that no method tells to run is no method', () => {
  const { next } = decided(catalog, ['0xCAA50021', 'ran dsregcmd /refreshprt and locked/unlocked, still NO']);
  expect((next.state as { tried?: readonly number[] }).tried ?? []).toEqual([]);
});

test.each([
  'lo apagamos',
  'le reasignaron la licencia',
  'ils ont révoqué mes sessions',
  '設定を変更した',
  'ich hab die Schweiz hinzugefügt',
])('a deed: "%s"', (text) => expect(deedsIn(text)).toHaveLength(1));

test.each(['usamos Chrome', "j'ai une question", 'hat wunderbar geklappt', '解決しました', 'on a réussi'])(
  'no deed: "%s"',
  (text) => expect(deedsIn(text)).toEqual([]),
);

test.each([
  'that fixed 2 of 3',
  'assigned the group, 58 of 60 can get in now',
  'bei 12 von 15 gehts jetzt',
  '12 sur 15 peuvent se connecter maintenant',
  'ya entran 12 de 15',
  '15人中12人が入れるようになりました',
  '時刻を直したら半分くらいの人は入れるようになりましたが、まだ駄目な人がいます',
])('it helped some: "%s"', (text) => expect(helpedSome(text)).toBe(true));

test.each([
  '60 of 60 can get in now',
  '20 of 45 still fail',
  'method 1 of 3 worked',
  '12 of 40 users are fine',
  'bei 3 von 5 geht es nicht',
])('it does not say that it helped some: "%s"', (text) => expect(helpedSome(text)).toBe(false));

test.each([
  'ah, I had pasted the secret ID instead of the value. works now',
  'neues Profil angelegt, jetzt läuft es. komisch aber egal',
  'der Pass war abgelaufen. jetzt gings',
  "un admin l'a fait, c'est bon",
])('it ends well: "%s"', (text) => expect(endsWell(text)).toBe(true));

test.each([
  'works now. but Outlook fails',
  'it says error. Teams works',
  'on the phone it works now',
  'error gone but the token has no upn claim',
])('it does not: "%s"', (text) => expect(endsWell(text)).toBe(false));

test.each([
  'he tried edge, that works',
  'she used her phone and that works',
  'tested on another laptop, there it works',
  'tried incognito, works',
  'i tried with my account and it works fine',
  'mit Edge probiert, das geht',
  'auf dem Handy probiert, funktioniert',
  "j'ai essayé avec un autre navigateur, ça marche",
  'testé en navigation privée, ça marche',
  'probé con otro navegador, funciona',
  'usó el móvil, funciona',
  '別のブラウザで試したら使えました',
])('where it works besides is no success: "%s"', (text) =>
  expect([isElsewhere(text), helped(text), endsWell(text), helpedSome(text)]).toEqual([true, false, false, false]),
);

test.each([
  'tried the new password in edge, works now',
  'reset his password and tried it in edge, works',
  'i tried with my account and it works again',
  'tried incognito, problem solved',
  'used the right account, it works',
  'the admin added him, tried it in edge, works',
  "l'admin a ajouté le groupe, testé en navigation privée, ça marche",
  'mit Edge probiert, jetzt geht es',
  "j'ai essayé avec un autre navigateur, ça marche maintenant",
  '試したら使えるようになりました',
])('what works by now, or by something done, is one: "%s"', (text) =>
  expect([isElsewhere(text), helped(text)]).toEqual([false, true]),
);

test('"he tried edge, that works" records no success', () => {
  expect(noted('AADSTS50105', 'he tried edge, that works')).toEqual([]);
});

test.each(['ich hab die Schweiz hinzugefügt', 'habe ihn in die Gruppe aufgenommen'])(
  'a deed alone is no success: "%s"',
  (text) => {
    expect(noted('AADSTS53003', text)).not.toContainEqual(expect.objectContaining({ worked: true }));
  },
);

describe('a success is noted and the question behind it answered', () => {
  test.each([
    ['AADSTS53000', 'works now, how do I prevent it next time?'],
    ['AADSTS53000', 'ya funciona, ¿cómo lo evito la próxima vez?'],
    ['AADSTS50076', '拡張機能を配布したら解決しました。全社に展開する方法はありますか'],
  ])('after %s, "%s"', (code, text) => {
    const { effects, replies, next } = decided(catalog, [code, text]);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'recordOutcome', worked: true }));
    expect([replies.length, next.step]).toEqual([2, 'confirm']);
  });
});

test('a question stands behind what was told, and not within it', () => {
  expect(askedBehind('it works, how long does it last?')).toEqual({
    before: 'it works,',
    question: 'how long does it last?',
  });
  expect(askedBehind('how do I see that it works?')).toBeNull();
});

test.each([
  ['next: same user cannot open a shared mailbox', 'same user cannot open a shared mailbox'],
  ['oye y otra cosa, ¿qué es un PRT?', 'qué es un PRT?'],
  ["un autre probleme: teams ne s'ouvre pas", "teams ne s'ouvre pas"],
  ['nachste frage: was ist ein PRT?', 'was ist ein PRT?'],
  ['次は別件です。AADSTS90094 と表示されます', 'AADSTS90094 と表示されます'],
])('another matter begins: "%s"', (text, matter) => expect(newMatter(text)).toBe(matter));

test.each(['next step is unclear to me', 'the next method please'])('none begins: "%s"', (text) =>
  expect(newMatter(text)).toBeNull(),
);

test('how a problem looks is no failure of a method that nobody tried', () => {
  const { next } = decided(catalog, [
    'outlook keeps asking for the password, webmail works fine',
    'no error code, it just pops up again and again',
  ]);
  expect((next.state as { tried?: readonly number[] }).tried ?? []).toEqual([]);
});

test('"c\'est bon" says of a step that it is done, and of a method that it helped', () => {
  expect(decided(catalog, ['AADSTS50126', 'step by step', "c'est bon"]).next.state).toMatchObject({ step: 2 });
  expect(noted('AADSTS50126', "c'est bon")).toContainEqual(expect.objectContaining({ worked: true }));
});

describe('a question behind a deed or a success is answered', () => {
  test('of a deed that no method surely tells to do, from the method at hand', () => {
    expect(replyTo(catalog, 'AADSTS50105', 'assigned the group, how long till it works')).toMatch(
      /^Until it takes effect[\s\S]*Step 5 of 5: Wait a few minutes/,
    );
  });

  test.each([
    'restarted the adfs service, now its ok. why did that help',
    'restarted the adfs service, now its ok. why does that fix it?',
  ])('why it helped, with the cause: "%s"', (text) => {
    expect(noted('MSIS7001', text)).toMatchObject([{ kind: 'recordOutcome', worked: true }]);
    expect(replyTo(catalog, 'MSIS7001', text)).toMatch(/^Good to hear[\s\S]*Cause\s+Cookies are blocked/);
  });

  test('what others need is not what it risks', () => {
    const reply = replyTo(catalog, 'AADSTS65001', 'user gets in, thx! do others need to sign out?');
    expect(reply).toMatch(/^Good to hear[\s\S]*Ask the person to sign in again; the grant counts for new sign-ins/);
  });

  test('of other computers, behind a success that the last words tell', () => {
    const text = 'rebooted, now i get the microsoft page … all good. but do i need to do that on other PCs too?';
    expect(replyTo(catalog, '0xCAA50021', text)).toMatch(/^Good to hear[\s\S]*not sure what my answer/);
  });
});

test('a participle before its thing is a deed, and one beside it a state', () => {
  expect(judgedIn('assigned the group', catalog.entry('50105')!, catalog).done).toEqual([1]);
  expect(judgedIn('the group is assigned', catalog.entry('50105')!, catalog).done).toEqual([]);
  expect(replyTo(catalog, 'AADSTS50105', 'assigned the group')).toMatch(/^Does the sign-in work now\?/);
});
