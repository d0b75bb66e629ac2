/** Which method an outcome counts for, and that nothing is counted or forgotten that was not told. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { failsOnOtherDevice } from '../../dialogs/devices.ts';
import { goneSince, helped } from '../../dialogs/helped.ts';
import { actIn } from '../../dialogs/intent.ts';
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
    ['AADSTS50105', 'assigned him via a group, still 50105 now', /The person was assigned and still gets the message/],
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

describe('that the trouble has not come again since is a success, whatever else the words find', () => {
  test.each([
    'we blocked legacy auth and he has not been locked out since',
    'blocked legacy auth yesterday, no lockouts since',
    'haben legacy auth blockiert, seitdem keine Sperre mehr',
    "on a bloqué l'ancienne authentification, plus de verrouillage depuis",
    'bloqueamos la autenticación antigua, desde entonces sin bloqueos',
    'レガシー認証をブロックしました。それ以来ロックされていません',
    'kommt nicht wieder',
    'it has not come back',
    "l'erreur n'est pas revenue",
    'no ha vuelto a pasar',
    'もう再発していません',
  ])('%s', (text) => expect(outcomes('AADSTS50053', text)).toMatchObject([{ entry: '50053', worked: true }]));

  test.each([
    'he has not been able to sign in since',
    'no mail since yesterday',
    'seitdem keine Anmeldung mehr möglich',
    'plus de connexion depuis hier',
    'no messages since yesterday',
    'no lockouts since, but he still has no access',
    'der Code kommt nicht mehr',
    'the code did not come',
  ])('"%s" is none', (text) => expect([goneSince(text), helped(text)]).toEqual([false, false]));
});

describe('the last sentence decides behind what was done', () => {
  test.each([
    'no wait, its not ruled out, i just did it. they get in now',
    'rebooted, now i get the microsoft page … all good',
    'restarted the adfs service, now its ok',
  ])('it helped: "%s"', (text) => expect(actIn(text, catalog)).toBe('helped'));

  test('a sentence behind no deed does not', () => {
    expect(actIn('she is not in the group. they get in now and then', catalog)).not.toBe('helped');
  });

  test('"no", before what is seen, is asked for no success', () => {
    const text = 'no, the push arrives and he approves it. after that its back at the email/password page';
    expect(actIn(text, catalog)).toBeNull();
  });

  test('what goes on in the last part is a failure', () => {
    expect(actIn('ok for one day, today again', catalog)).toBe('failed');
    expect(actIn('added it 30 sec ago, rerun, still red', catalog)).toBe('failed');
    expect(actIn('signed him out in word, comes again', catalog)).toBe('failed');
    expect(actIn('it did ask once, and after that never again', catalog)).toBe('asked');
  });
});

test('a deed counts for the method of which it surely speaks', () => {
  expect(outcomes('AADSTS50105', 'added Sales EMEA to the app directly. she still gets it')).toMatchObject([
    { method: 1, worked: false },
  ]);
});

test.each([
  ['AADSTS50155', 'leave and rejoin done, same number', 2],
  ['MSIS3019', 'el canal da True y reinicié el servicio, igual', 2],
  ['0xC0000224', 'reset it with must change ticked, refused again', 3],
] as const)('%s: a deed counts for the method of whose step it surely speaks: "%s"', (code, text, method) =>
  expect(outcomes(code, text)).toMatchObject([{ method, worked: false }]),
);

test('the method that failed is not shown again as the one that the failure speaks for', () => {
  const texts = ['AADSTS50053', 'hab ihm ein neues Passwort gegeben, Sperre ist trotzdem noch da'];
  expect(outcomes(...texts)).toMatchObject([{ method: 1, worked: false }]);
  expect(replyTo(catalog, ...texts)).toMatch(/^Method 2 of 3/);
});

describe('what helped on one device is to be done on the other', () => {
  test.each([
    'signed out and in, works on phone. laptop still asks',
    'abgemeldet und neu angemeldet, am Handy geht es jetzt, der Laptop fragt noch',
  ])('%s', (text) => {
    expect(outcomes('0xCAA50021', text)).toMatchObject([{ method: 1, worked: true }]);
    expect(replyTo(catalog, '0xCAA50021', text)).toMatch(/The other device needs the same:\s+Method 1 of 4/);
    expect(decided(catalog, ['0xCAA50021', text]).next.state).toMatchObject({ method: 1 });
  });

  test('but not what is done once for all devices, nor for other people', () => {
    expect(replyTo(catalog, 'AADSTS50105', 'assigned her, works on phone. laptop still asks')).toMatch(
      /helped the others[\s\S]*Method 2 of 3/,
    );
    expect(failsOnOtherDevice('works for most, two users still fail')).toBe(false);
    expect(failsOnOtherDevice('works on the phone, he still cannot print')).toBe(false);
  });
});

test('what is shown since a deed may be a finding, which is told before the deed counts as done in vain', () => {
  const texts = ['AADSTS53000', 'enrolled this morning, intune says "not evaluated"'];
  expect(replyTo(catalog, ...texts)).toMatch(/"Enrolled it, it appears now as not evaluated":\s+Then the first check/);
  expect(replyTo(catalog, 'AADSTS53000', 'enrolled this morning, intune still says "not compliant"')).toMatch(
    /^Done already, so I go on behind it: Method 3/,
  );
});

describe('what is no success is not counted as one', () => {
  test.each([
    ['AADSTS53000', 'Verschlüsselung läuft gerade, 40 %'],
    ['AADSTS50173', "c'est sûrement l'ipad, il l'a laissé chez lui"],
    ['AADSTS50014', 'the state is Accepted'],
    ['outlook keeps asking for password', 'the portal shows the mailbox as licensed'],
    ['AADSTS50053', 'the vendor fixed it, no lockouts since'],
    ['AADSTS50076', 'ok so boss is on my back, is method 2 risky?'],
    ['AADSTS50053', 'the log shows no failures since yesterday'],
    ['AADSTS500121', 'die Aufforderung kommt nicht mehr'],
  ])('after %s, "%s"', (opening, text) => {
    expect(outcomes(opening, text)).toEqual([]);
  });

  test('the last of several sentences decides', () => {
    const text = 'consent went through and I can see the enterprise app. users still get the error though';
    expect(outcomes('AADSTS65001', text)).toMatchObject([{ worked: false }]);
  });
});

test.each([
  'ok scheduled for tonight. thank you, you saved my friday',
  'fine, will tell her. thanks mate',
  'vale, lo dejo así de momento. gracias',
])('thanks at the end are taken: "%s"', (text) => expect(replyTo(catalog, '80001', text)).toMatch(/^You are welcome/));

test.each(['he gets 50034 now. thanks', 'it still fails. thanks', 'how long does it take? thanks'])(
  'thanks beside something else are not all: "%s"',
  (text) => expect(replyTo(catalog, '80001', text)).not.toMatch(/^You are welcome/),
);

test('what is asked about was not done', () => {
  const text = 'can I just delete her and invite her again, does she lose anything?';
  expect(replyTo(catalog, 'AADSTS50020', text)).toMatch(/Groups and app assignments stay/);
});

test('what the check finds and was mended may have helped', () => {
  const reply = replyTo(catalog, 'adfs proxy trust broken', 'time on the box was 12 minutes off, corrected');
  expect(reply).toMatch(/^Does the sign-in work now/);
});

test.each(['works 100% now', 'jetzt funktioniert es zu 100%'])('all of it works: "%s"', (text) => {
  expect(outcomes('AADSTS50105', text)).toMatchObject([{ method: 1, worked: true }]);
});

test('a step that is named by its number is one of the method at hand', () => {
  expect(outcomes('AADSTS53003', 'did step 2 and 30 minutes later still the same')).not.toMatchObject([{ method: 2 }]);
});

test.each(['not fixed', 'needs to be corrected', 'noch nicht behoben', 'pas corrigé'])(
  'what is still to be mended is shown again: "%s"',
  (end) =>
    expect(replyTo(catalog, 'adfs proxy trust broken', `time on the box was 12 minutes off, ${end}`)).not.toMatch(
      /^Does the sign-in/,
    ),
);

describe('a success behind what was done is heard by its object as well', () => {
  test.each([
    ['AADSTS50053', 'reset his password, he is in.'],
    ['AADSTS50053', 'habe das Konto entsperrt, sie kommt rein'],
    ['AADSTS50053', 'changed the password on the printer, no more lock outs. cheers'],
    ['0xCAA70004', 'Proxy raus, Teams meldet sich an'],
    ['80001', 'agente reinstalado, todo en verde'],
    ['80001', 'agent réinstallé, tout est au vert'],
    ['AADSTS50105', 'zugewiesen, abgemeldet, sie sieht die App jetzt. Merci'],
    ['AADSTS7000216', 'moved the secret from the query string to the form body, token arrives'],
    ['AADSTS90022', 'cambié el nombre por el GUID de la aplicación y ahora el token llega sin problema'],
    ['AADSTS50149', 'abrimos la página otra vez con otro método, tout le monde passe'],
  ])('after %s, "%s"', (opening, text) => expect(outcomes(opening, text)).toMatchObject([{ worked: true }]));

  test.each([
    ['AADSTS50105', 'assigned her, the log shows the role now'],
    ['AADSTS50105', 'zugewiesen, jetzt geht das Wiki nicht mehr'],
    ['AADSTS50105', 'signed her out and in again'],
    ['AADSTS50105', 'assigned the role, jetzt warten wir'],
    ['AADSTS65001', 'Zustimmung erteilt, alle Haken grün'],
    ['AADSTS50105', 'tried it over my phone hotspot and it went through'],
    ['AADSTS50105', 'assigned her, it worked for ten minutes'],
    ['AADSTS50105', 'assigned her, the page is green but Teams is red'],
    ['AADSTS50105', 'the guy from the network says he changed nothing, he always says that'],
  ])('after %s, "%s" is none', (opening, text) =>
    expect(outcomes(opening, text)).not.toContainEqual(expect.objectContaining({ worked: true })),
  );

  test('several deeds with no word of what came of them are asked about', () => {
    expect(replyTo(catalog, 'AADSTS50105', 'deleted 9 of them, waited, joined')).toMatch(/^Does the sign-in work now/);
  });

  test('Latin words in a Japanese sentence do not make it short', () => {
    expect(actIn('サインアウトして入り直したらPINを作成できました', catalog)).not.toBeNull();
  });
});

describe('what works in another way than the one that fails is a fact', () => {
  test.each([
    ["your pin isn't available", "password works, I'm in now"],
    ["your pin isn't available", 'con la contraseña sí entra, funciona'],
    ['AADSTS50105', 'if she uses the other account it works now'],
    ['AADSTS50105', 'wenn ich mich als Admin anmelde geht es wieder'],
  ])('after "%s", "%s"', (opening, text) => expect(outcomes(opening, text)).toEqual([]));
});

describe('behind what was done in vain stands what that means, before the next method', () => {
  test.each([
    [
      'AADSTS90094',
      'Zustimmung erteilt, die Kollegin bekommt trotzdem dieselbe Seite',
      'the person still sees the approval',
    ],
    [
      'AADSTS50105',
      'vor zehn Minuten zugewiesen, sie bekommt den Fehler weiterhin',
      'The person was assigned and still gets',
    ],
  ])('%s: "%s"', (code, text, said) => {
    const { effects } = decided(catalog, [code, text]);
    expect(replyTo(catalog, code, text)).toContain(said);
    expect(effects).toMatchObject([{ method: 1, worked: false }]);
    expect(replyTo(catalog, code, text, 'next')).toMatch(/Method 2 of \d/);
  });

  test('whoever tried everything is handed over', () => {
    expect(replyTo(catalog, 'AADSTS50126', 'I tried everything')).toMatch(/^For your helpdesk/);
  });
});

test.each([
  'Gruppe zugewiesen, bei den meisten klappts, drei kommen nicht rein',
  'Gruppe zugewiesen, bei zwei Leuten klappts jetzt, beim dritten kommt der gleiche Code',
])('help for some is told of a few as well: "%s"', (text) =>
  expect(replyTo(catalog, 'AADSTS50105', text)).toMatch(/helped the others/),
);

describe('that all is over is heard where no answer is at hand', () => {
  test.each([
    ['behind an answer that was left', ['AADSTS50105', 'forget it', 'assigned her, the app lets her in']],
    ['while a question is open', ['outlook keeps asking', 'Super, danke, erledigt']],
    ['behind what was not known', ['my badge reader xyz is odd', 'changed the cable, works again']],
  ])('%s', (_, texts) => expect(replyTo(catalog, ...texts)).toMatch(/welcome|Good to hear/));
});
