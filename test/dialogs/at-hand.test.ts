import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

describe('an answer stays at hand beside the name of another system', () => {
  test.each([
    ['AADSTS53000', 'mac is in jamf not intune'],
    ['AADSTS53003', 'the macs are in jamf, not in intune'],
    ['AADSTS50076', 'bitlocker asks too'],
    ['AADSTS50126', 'salesforce does not open either'],
    ['AADSTS53000', 'der Mac ist in Jamf und nicht in Intune'],
    ['AADSTS53000', 'le mac est dans jamf, pas dans intune'],
    ['AADSTS53000', 'el mac está en jamf, no en intune'],
    ['AADSTS53000', 'そのMacはJamfで管理しています'],
  ])('after %s, "%s"', (code, text) => {
    expect(entryAfter(catalog, code, text)).toBe(code.slice('AADSTS'.length));
    expect(replyTo(catalog, code, text, 'next')).toContain('Method 2');
  });
});

test.each(['my printer is out of paper', 'the printer in room 4 shows an error and does not print'])(
  'what fails of another system is said to be one: "%s"',
  (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text)).toContain('error of another system');
  },
);

describe('one of several domains is a narrower scope of the same problem', () => {
  test.each([
    'wait, only one of our two domains',
    'it is just one of the three domains',
    'es ist nur eine der beiden Domänen',
    'seulement un de nos deux domaines',
    'solo uno de los dos dominios',
    'no wait only contoso.com, fabrikam.com works',
    '2つのドメインのうち1つだけです',
  ])('"%s"', (text) => {
    const { next, replies } = decided(catalog, ['80043431', text]);
    expect(next.state).toMatchObject({ entry: '80043431', past: { told: { scope: 'some-users' } } });
    expect(replies[0]!.text).toContain('goes with my answer');
  });
});

describe('"it does not work, what else" goes on with the next method', () => {
  test.each([
    'does not work. what else',
    "didn't help, what's next?",
    'geht nicht. was noch?',
    'ça ne marche pas. quoi d’autre ?',
    'no funciona. qué más?',
    'だめでした。次は？',
  ])('"%s"', (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text)).toContain('Method 2');
  });
});

test.each(['MSIS7612: the request failed', 'event 611 RPC Error 8453', 'step 2 says AADSTS7654321'])(
  'an unknown code is named as one, and the answer stays at hand: "%s"',
  (text) => {
    const { next, replies, effects } = decided(catalog, ['AADSTS50126', text]);
    expect(replies[0]).toMatchObject({ title: expect.stringMatching(/^I don't know/) });
    expect(replies[0]?.actions?.[0]).toMatchObject({ label: 'Back to the answer' });
    expect([next.step, effects?.[0]?.kind]).toEqual(['confirm', 'recordGap']);
    expect(replyTo(catalog, 'AADSTS50126', text, 'next')).toContain('Method 2');
  },
);

test.each([
  'can I cancel?',
  'je peux annuler ?',
  'je peux annuler',
  'kann ich abbrechen?',
  '¿puedo cancelar?',
  'キャンセルできますか？',
])('a question whether one may is no wish: "%s"', (text) => {
  expect(entryAfter(catalog, 'AADSTS50126', text)).toBe('50126');
});

test.each(['can I skip this step?', 'kann ich das überspringen?'])('no step is skipped by asking: "%s"', (text) => {
  expect(decided(catalog, ['AADSTS50126', 'step by step', text]).next.state).toMatchObject({ method: 1, step: 1 });
  expect(outcomes(text)).toEqual([]);
});

test.each(['cancel', 'annuler', 'abbrechen', 'cancelar', 'キャンセル'])('"%s" puts the answer aside', (text) => {
  expect(decided(catalog, ['AADSTS50126', text]).next.step).toBe('listen');
});

const outcomes = (...texts: readonly string[]) =>
  (decided(catalog, ['AADSTS50126', ...texts]).effects ?? []).filter(({ kind }) => kind === 'recordOutcome');

test.each(['worked for most, two users still cannot sign in', 'hat geholfen, bei einem User gehts aber noch nicht'])(
  'help for some counts as help, and the next method comes for the rest: "%s"',
  (text) => {
    expect(outcomes(text)).toMatchObject([{ method: 1, worked: true }]);
    expect(replyTo(catalog, 'AADSTS50126', text)).toMatch(/helped the others[\s\S]*Method 2 of 4/);
  },
);

test.each(['worked for most, two users still cannot sign in', 'hat geholfen, bei einem User gehts aber noch nicht'])(
  'the helpdesk reads of what helped some: "%s"',
  (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text, 'helpdesk')).toContain(
      'Method 1: Enter name and password afresh (helped some)',
    );
  },
);

test.each([
  ['works now, thanks! but why did this happen?', 'You are welcome. Come back with the next code.'],
  ['why did this happen?', 'You are welcome. Tell me whether it worked once you have tried it.'],
])('who has said that it works is not asked whether it does: "%s"', (text, thanked) => {
  expect(replyTo(catalog, 'AADSTS50126', text, 'thanks')).toBe(thanked);
});

test.each([
  'since this morning',
  'crl is reachable',
  'seit zwei Tagen jetzt',
  'desde ayer',
  'windows 11, hybrid joined',
])('a circumstance is no success: "%s"', (text) => {
  expect(outcomes(text)).toEqual([]);
});

test.each([
  ['Step 3 of 3', 'done', 'restarted the laptop as well, no change'],
  ['Method 2 of 4', 'done', 'done', 'tried that in another browser as well'],
])('what was done in vain in the middle of a method leads to "%s"', (next, ...texts) => {
  expect(replyTo(catalog, 'AADSTS50126', 'step by step', ...texts)).toContain(next);
});

test('what somebody else solved counts for no method', () => {
  expect(outcomes('the vendor fixed it')).toEqual([]);
  expect(decided(catalog, ['AADSTS50126', 'the vendor fixed it']).next.step).toBe('listen');
});

test.each(['what else', 'was sonst noch', "quoi d'autre ?", 'qué más', '他に方法はありますか'])(
  'behind a refusal nothing was tried: "%s"',
  (text) => {
    expect(outcomes('I do not want to reset the password', text)).toEqual([]);
    expect(replyTo(catalog, 'AADSTS50126', 'I do not want to reset the password', text)).toMatch(
      /Which of these methods fits\?[\s\S]*Method 1[\s\S]*Method 3/,
    );
  },
);

test('what was done in vain is the method that tells to do it', () => {
  const texts = ['AADSTS50053', 'altes pw am handy gelöscht, geht jetzt trotzdem nicht'] as const;
  expect(replyTo(catalog, ...texts)).toMatch(
    /^As I understand you: The old password was removed from the phone, rows go/,
  );
  expect(decided(catalog, texts).next.state).toMatchObject({ tried: [2] });
  expect(replyTo(catalog, 'AADSTS50126', 'changed his phone number, still the same')).not.toContain('go on behind it');
});

test.each([
  ['español', '¿Hay un código'],
  ['日本語', 'エラー コード'],
  ['auf deutsch', 'Gibt es einen Fehlercode'],
  ['en français', 'Y a-t-il un code'],
])('an open question is asked again in the language chosen: "%s"', (text, question) => {
  const { replies, next } = decided(catalog, ['the sign-in does not work', text]);
  expect(replies[1]?.text).toContain(question);
  expect([next.step, (replies[1]?.actions ?? []).length > 3]).toEqual(['narrow', true]);
});

test.each(['証明書の件に戻ってください', '証明書に戻りたいです', 'zurück zum Zertifikat', 'back to the certificate'])(
  'an earlier answer is gone back to by its name in any language: "%s"',
  (text) => {
    const before = ['the AD FS TLS certificate expired', 'AADSTS53003', 'AADSTS50126'];
    expect(entryAfter(catalog, ...before, text)).toBe(entryAfter(catalog, before[0]!));
  },
);

test('a fact that surely goes with the likeliest entry settles an open question, and what is asked then is answered', () => {
  const told = [
    'en la oficina la página de inicio de sesión de Microsoft se queda en blanco',
    'con los datos del móvil sí abre',
  ];
  expect(replyTo(catalog, ...told)).toContain('The Microsoft sign-in page does not open or stays blank');
  const asked = replyTo(catalog, ...told, '¿qué direcciones tengo que abrir en el firewall?');
  expect(asked).toContain('Allow at least these over port 443');
});

test.each([
  ['ok works. new problem: my own phone gets no authenticator popups anymore', 'new phone|Authenticator'],
  ['perfekt, läuft! Andere Frage: was ist ein UPN', 'User principal name'],
])('that it helped is noted, and the other matter begun: "%s"', (text, about) => {
  const { replies, effects } = decided(catalog, ['AADSTS50020', text]);
  expect(effects).toMatchObject([{ kind: 'recordOutcome', entry: '50020', worked: true }]);
  expect(replies.map((reply) => reply.text).join('\n')).toMatch(new RegExp(about));
});

test('what turns to another matter without success begins it alone', () => {
  const { effects, next } = decided(catalog, ['AADSTS50126', 'nope. other thing: outlook keeps asking for a password']);
  expect(effects).toEqual([]);
  expect(next.state).toMatchObject({ entry: 'outlook-keeps-asking-password' });
});

test('an answer that was left for a question is at hand again where what follows surely goes with it', () => {
  const said = [
    'AADSTS700222: AAD-issued tokens may not be used for federated identity flows.',
    'people cannot open the old mailbox on their phones',
  ];
  expect(decided(catalog, said).understood?.outcome).toBe('clarify');
  expect(entryAfter(catalog, ...said, 'does it work across tenants with a user assigned managed identity?')).toBe(
    '700222',
  );
});

test('a code that an answer is compared with is offered beside it', () => {
  const { replies, next } = decided(catalog, ['AADSTS50105', 'ist das nicht dasselbe wie 50020?']);
  expect(next.state).toMatchObject({ entry: '50105', rather: '50020' });
  expect(replies[0]!.actions).toContainEqual(expect.objectContaining({ choice: 'entry:50020' }));
});

test.each(["I don't know", 'keine Ahnung', 'je ne sais pas', 'no lo sé', 'わかりません'])(
  'whoever says "%s" to an answer sees how to find out',
  (text) => {
    const { replies } = decided(catalog, ['AADSTS50126', text]);
    expect(replies[0]?.title).toBe(`How to check: ${catalog.entry('50126')!.title}`);
  },
);

test.each(['I am a normal user, I have no admin rights', 'soy usuaria normal, no tengo permisos de administrador'])(
  'whoever says "%s" sees what they can do themselves, and no roles',
  (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text)).toContain('If you are the user');
  },
);
test.each([
  'none helped',
  'none of these helped',
  'none of the methods helped',
  'I tried everything',
  'keine hat geholfen',
  'alles probiert',
  "rien n'a marché",
  'ya probé todo',
  '全部試しました',
])('"%s" hands over all methods as tried in vain', (text) => {
  const { replies, effects } = decided(catalog, ['AADSTS50126', text]);
  expect(replies[0]!.text).toMatch(/For your helpdesk[\s\S]*Tried without success: Method 1: .*Method 4: /);
  expect(effects).toHaveLength(4);
});

test('behind the last method, nothing is offered any more but the helpdesk', () => {
  const before = ['AADSTS53003', 'how to check'];
  expect(decided(catalog, before).next.state).toMatchObject({ reading: true });
  const { next } = decided(catalog, [...before, 'none helped']);
  expect((next.state as { reading?: boolean }).reading).toBeUndefined();
});

test.each(['ok done, now what?', "I'm done"])('"%s" after a method asks whether it helped', (text) => {
  expect(replyTo(catalog, 'AADSTS50126', text)).toContain('Does the sign-in work now?');
});

test('"can I close this?" closes the case', () => {
  expect(replyTo(catalog, 'AADSTS50126', 'can I close this?')).toContain('I have closed this');
});

describe('what leads on from an answer is emphasised', () => {
  const emphasised = (text: string) =>
    decided(catalog, [text]).replies[0]!.actions!.flatMap((one) =>
      'primary' in one && one.primary ? [one.label] : [],
    );

  test('the check before a method that can break sign-in, the first step of any other', () => {
    expect(emphasised('80043431')).toEqual(['How to check']);
    expect(emphasised('AADSTS50053')).toEqual(['Step by step']);
  });
});

describe('several problems of one message', () => {
  const three =
    'I have three issues: user A locked out, user B asks to register MFA every time, and our ADFS cert expired yesterday';

  test('are listed first, each in the words of the person', () => {
    const { replies } = decided(catalog, [three]);
    expect(replies[0]!.text).toMatch(
      /^You named 3 problems:\n\n- user A locked out: next\n- user B .*: next\n- our ADFS cert expired yesterday: now/,
    );
    expect(replies[1]!.entry).toBe('adfs-ssl-expired');
  });

  test('"next problem" goes on to each that was not looked at', () => {
    expect(entryAfter(catalog, three, 'next problem')).toBe('50053');
    expect(entryAfter(catalog, three, 'next problem', 'next problem')).toBe('50079');
  });

  test('of two in one sentence the one with a code leads, and the other is a button', () => {
    const text = replyTo(catalog, 'Outlook asks for password and also AADSTS50105 in Salesforce');
    expect(text).toContain('[Outlook asks for password]');
  });
});
