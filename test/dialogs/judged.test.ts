import { beforeAll, describe, expect, test } from '@jest/globals';
import { judgedIn } from '../../dialogs/judged.ts';
import { doneBeforeIn } from '../../dialogs/put-behind.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const judged = (entry: string, text: string) => {
  const { done, out, for: spokenFor } = judgedIn(text, catalog.entry(entry)!, catalog);
  return { ...(done[0] ? { done } : {}), ...(out[0] ? { out } : {}), ...(spokenFor[0] ? { for: spokenFor } : {}) };
};

describe('a fact that says that the use of a method is not given rules it out, and one that says that it is speaks for it', () => {
  test.each([
    ['53000', 'the device is compliant', { out: [1] }],
    ['53000', 'das Gerät ist konform', { out: [1] }],
    ['53000', "l'appareil est conforme", { out: [1] }],
    ['53000', 'el dispositivo cumple', { out: [1] }],
    ['53000', 'デバイスは準拠しています', { out: [1] }],
    ['53000', 'device is not compliant', { for: [1] }],
    ['53000', 'it was never enrolled', { for: [3] }],
    ['700027', 'the certificate is in the list', { out: [1] }],
    ['700027', 'das Zertifikat steht in der Liste', { out: [1] }],
    ['700027', 'certificate is missing in the list', { for: [1] }],
    ['50034', 'el usuario existe', { for: [1] }],
    ['50034', 'benutzer fehlt in der cloud', { out: [1], for: [2] }],
    ['50034', 'konto ist noch nicht synchronisiert', { for: [2] }],
    ['50057', 'OnPremisesSyncEnabled is True', { out: [1], for: [2] }],
    ['0x80180026', 'DisableRegistration = 0', { out: [1] }],
    ['0xCAA20003', "l'heure est correcte", { out: [1], for: [2] }],
    ['0xCAA20003', '時計は合っています', { out: [1], for: [2] }],
    ['MSIS0038', 'die Fingerabdrücke sind gleich', { out: [1] }],
    ['MSIS3200', 'there is no metadata address', { out: [1], for: [2] }],
    ['50020', 'there is no guest with that address', { out: [3], for: [2] }],
    ['80043431', 'the issuer differs', { for: [3] }],
    ['500121', 'il a perdu son téléphone', { for: [2] }],
    ['80043431', 'the thumbprints differ', { for: [1] }],
    ['80043431', 'thumbprints are the same for both', { out: [1] }],
    ['adfs-external-only-failure', 'cert is valid until 2027 on both', { out: [1] }],
    ['adfs-external-only-failure', 'zertifikat ist noch bis 2027 gültig', { out: [1] }],
    ['adfs-external-only-failure', 'the certificate expired in 2024', { for: [1] }],
    ['new-phone-authenticator', 'she still has her old phone', { for: [1] }],
    ['new-phone-authenticator', 'er hat das alte Handy nicht mehr', { for: [2] }],
    ['new-phone-authenticator', "j'ai plus l'ancien téléphone", { for: [2] }],
    ['new-phone-authenticator', 'ya no tiene el teléfono viejo', { for: [2] }],
    ['new-phone-authenticator', '古い携帯はもうありません', { for: [2] }],
    ['50105', 'she is in a group', { out: [2] }],
    ['50105', 'sie hat auch ein privates Konto', {}],
    ['50105', 'elle est dans un groupe dans un autre groupe', {}],
    ['50105', 'die Person ist in einer Gruppe in der Gruppe', {}],
    ['adfs-page-cannot-be-displayed', 'サービスは停止しています', { for: [1] }],
  ])('after %s, "%s"', (entry, text, expected) => {
    expect(judged(entry, text)).toEqual(expected);
  });
});

describe('what a method tells to do and was done is behind, whoever did it', () => {
  test.each([
    ['65001', 'consent was given yesterday', [1, 2, 3]],
    ['65001', 'die Zustimmung wurde gestern erteilt', [1, 2, 3]],
    ['700027', 'cert was uploaded this morning', [1]],
    ['50126', 'il a déjà réinitialisé le mot de passe', [2]],
    ['50126', 'パスワードはリセット済みです', [2]],
    ['50105', 'user was added to the group an hour ago', [2]],
    ['federation-certificate-expiring', 'tls certificate was replaced last week', [3]],
    ['500341', 'la cuenta ya se ha restaurado', [1]],
    ['7000112', 'la app fue habilitada ayer', [1]],
  ])('after %s, "%s"', (entry, text, done) => {
    expect(judged(entry, text)).toEqual({ done });
  });
});

test.each([
  ['53000', 'is the device compliant?'],
  ['53000', 'maybe the device is compliant'],
  ['53000', 'the other device is compliant'],
  ['80043431', 'the proxy certificate is the same'],
  ['80043431', 'nothing was changed'],
  ['50105', 'the printer is assigned'],
  ['700016', 'the app id is right'],
  ['50126', 'password was changed? no'],
])('after %s, "%s" tells nothing of a method', (entry, text) => {
  expect(judged(entry, text)).toEqual({});
});

test('the reply says what follows from a fact, and the method that is left is shown', () => {
  expect(replyTo(catalog, 'AADSTS53000', 'the device is compliant')).toMatch(
    /rules out: Method 1: Make the device compliant[\s\S]*Method 2: Let the browser or app show the device/,
  );
  expect(decided(catalog, ['AADSTS53000', 'the device is compliant']).next.state).toMatchObject({
    method: 2,
    unfit: [1],
  });
});

test('a fact that decides nothing recommends nothing: each method that is left is told with its use', () => {
  expect(replyTo(catalog, '80043431', 'nothing was changed')).toMatch(
    /Noted: "nothing was changed"\.\s+Which of these methods fits\?\s+- Method 1: [^\n]+ Use when [^\n]+\n- Method 2: [^\n]+ Use when [^\n]+\n- Method 3: [^\n]+ Use when/,
  );
});

test.each([
  ['AADSTS50155', 'AccountEnabled is True'],
  ['AADSTS50034', 'el usuario existe en entra'],
  ['AADSTS50155', 'device was deleted'],
])('after %s, "%s" stays a fact of the answer', (code, text) => {
  expect(entryAfter(catalog, code, text)).toBe(entryAfter(catalog, code));
});

test.each([
  'cookies cleared, no change',
  'cookies gelöscht, keine Änderung',
  "cookies supprimés, rien n'a changé",
  'クッキーを削除しましたが変わりません',
])('"%s" is no failure of a method that does not touch them', (text) => {
  expect(decided(catalog, ['AADSTS50058', text]).next.state).toMatchObject({ method: 1, tried: [] });
});

test('a method that was of no use is behind by its name', () => {
  expect(decided(catalog, ['AADSTS50126', 'password reset did not help']).next.state).toMatchObject({ tried: [2] });
});

test.each(['ok and now', 'und was jetzt?', 'et maintenant', '¿y ahora?', '次は'])(
  '"%s" asks how to go on, and counts nothing as failed',
  (text) => {
    const { next, effects } = decided(catalog, ['AADSTS90014', text]);
    expect(next.state).toMatchObject({ method: 1, step: 1 });
    expect(effects ?? []).toEqual([]);
  },
);

test.each(['what is left', 'was bleibt noch übrig', "qu'est-ce qu'il reste", '¿qué queda por probar?'])(
  '"%s" names the methods that were not tried',
  (text) => {
    const reply = replyTo(catalog, '80043431', 'did that already', text);
    expect(reply).toContain('Method 2: Repair the trust');
    expect(reply).not.toContain('Method 1');
  },
);

test.each(['remote server returned 401', 'it returns 401 unauthorized'])(
  '"%s" is the symptom of an answer about it, and no failed step',
  (text) => {
    expect(replyTo(catalog, 'AD FS answers 401 although the password is right', text)).not.toContain('connection');
  },
);

test.each(['Get-MgUser comes back empty', 'die Abfrage liefert nichts', 'la commande ne renvoie rien', '結果は空です'])(
  '"%s" tells nothing of what the person sees',
  (text) => {
    expect(replyTo(catalog, 'AADSTS53003', text)).not.toMatch(/On screen|again and again/);
  },
);

test('a password that was changed is no stored one that was found', () => {
  const entry = catalog.entry('50053')!;
  expect(doneBeforeIn('he has changed the password yesterday', entry, catalog)?.methods ?? []).toEqual([]);
});
