import { beforeAll, describe, expect, test } from '@jest/globals';
import { deniedIn } from '../../dialogs/premise.ts';
import { methodsByTraits } from '../../dialogs/traits.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

describe('a fact that tells what the title or the use of one method tells points to it', () => {
  test.each([
    ['50053', 'it locks again every 20 minutes', [2]],
    ['50053', 'er wird ständig neu gesperrt', [2]],
    ['50076', "it's a powershell job that runs at night", [2]],
    ['50076', '会議室のアカウントです', [3]],
    ['700016', 'es una aplicación de otra empresa', [2]],
    ['700016', 'das ist unser eigenes Skript', [1]],
    ['500121', 'tiene móvil nuevo', [2]],
    ['500121', "he wasn't signing in at all", [3]],
    ['new-phone-authenticator', 'his phone was stolen on the train', [3]],
    ['50053', 'he is annoyed', []],
    ['50076', "it's not a script", []],
  ])('after %s, "%s"', (entry, text, methods) => {
    expect(methodsByTraits(text, catalog.entry(entry)!.methods)).toEqual(methods);
  });

  test.each([
    ['50053', 'er wird ständig neu gesperrt', 'Method 2: Find the stored old password'],
    ['50057', 'account is synced from AD', 'Method 2: Enable a synced account'],
    ['7000215', 'it runs in an Azure pipeline', 'Method 3: Do without a secret'],
  ])('after %s, "%s" is answered with it instead of a list', (code, text, method) => {
    const reply = replyTo(catalog, code, text);
    expect(reply).toContain(method);
    expect(reply).not.toContain('Which of these methods fits?');
  });
});

describe('what an answer takes for given can be denied', () => {
  test.each([
    ['50126', "no, it's not the password, it's the app"],
    ['50126', 'nein, am Passwort liegt es nicht'],
    ['50126', "ce n'est pas le mot de passe"],
    ['50126', 'no es la contraseña'],
    ['80043431', "it isn't federated"],
    ['80043431', 'wir haben gar kein ADFS'],
    ['80043431', "non, ce domaine n'est pas fédéré"],
    ['80043431', 'no, este dominio no está federado'],
    ['80043431', 'このドメインはフェデレーションではありません'],
    ['50053', 'das Konto ist nicht gesperrt'],
    ['50057', 'no, the account is enabled'],
    ['53003', 'there is no conditional access policy here'],
  ])('after %s, "%s"', (entry, text) => {
    expect(deniedIn(text, catalog.entry(entry)!, catalog)).not.toBeNull();
  });

  test.each([
    ['65001', 'there is no consent'],
    ['50105', 'she is not assigned'],
    ['50126', 'the password is wrong'],
    ['50126', 'is it not the password?'],
    ['50020', 'the guest cannot open the file'],
    ['500121', 'no prompt came'],
  ])('after %s, "%s" denies nothing of it', (entry, text) => {
    expect(deniedIn(text, catalog.entry(entry)!, catalog)).toBeNull();
  });
});

test.each([
  ['53003', "c'est un nouveau bureau ouvert la semaine dernière"],
  ['0x8004DE40', 'on his phone hotspot it works'],
  ['passkey-fails', 'the policy refuses this model'],
])('a short text that clearly speaks of a part of the answer %s does not leave it: "%s"', (entry, text) => {
  const opening = catalog.entry(entry)!.codes[0] ?? catalog.entry(entry)!.title;
  expect(entryAfter(catalog, opening, text)).toBe(entry);
});

describe('a report on what was done and is seen since goes on behind it', () => {
  test.each([
    ['AADSTS50076', 'hab ich gemacht, jetzt kommt eine leere Seite', 'Method 2'],
    ['AADSTS50076', "c'est fait, maintenant la page reste blanche", 'Method 2'],
    ['AADSTS50076', 'lo hice, ahora sale una página en blanco', 'Method 2'],
    ['AADSTS50076', 'やってみましたが、今度は白い画面になります', 'Method 2'],
    ['AADSTS50126', "reset his password, he still can't get in", 'Done already, so I go on behind it: Method 2'],
    ['0x80080300', 're-registered the BrokerPlugin with that line, worked until he logged off', '[Method 1: '],
    ['AADSTS50105', "added her to the app's group, same message", 'Done already, so I go on behind it: Method 2'],
    ['AADSTS50011', 'リダイレクトURIを追加しましたが、まだ同じエラーです', 'Method 2 of 3'],
    ['80002', 'agent service restarted, still the same', '[Method 2: '],
    ['AADSTS7000222', 'new secret is in, no change', '[Method 2: '],
  ])('after %s, "%s"', (code, text, next) => {
    expect(replyTo(catalog, code, text)).toContain(next);
  });

  test.each([
    ['AADSTS7000222', 'new secret is in, no change', 'A new secret was created, and the same error comes back', 2],
    ['80002', 'agent service restarted, still the same', 'The agent service was restarted, quiet for an hour', 2],
  ])('and quotes the finding that may be what came of it: after %s, "%s"', (code, text, finding, method) => {
    const { replies, next } = decided(catalog, [code, text]);
    expect(replies.at(-1)!.text).toContain(`Closest to it is "${finding}`);
    expect(next.state).toMatchObject({ tried: [1], method, offered: true });
  });

  test('to the next method where the steps that are left only show what came of it', () => {
    expect(replyTo(catalog, '81007', 'enabled the feature yesterday, no change')).toMatch(
      /^Done already, so I go on behind it: Method 1[^[]*The wizard was finished, an hour later[^[]*\[Method 2: /,
    );
  });

  test('to the step that deals with just that', () => {
    expect(
      replyTo(catalog, '81007', 'turned it off and on again yesterday, people still have to type passwords'),
    ).toContain('If the feature was off and on again');
  });

  test('to none where no method tells to do such a thing', () => {
    expect(replyTo(catalog, 'AADSTS50058', 'cookies gelöscht, keine Änderung')).toContain(
      'Which of these methods fits?',
    );
  });
});

test("the answer's own code, said again, is answered again, also where a method names it in its use", () => {
  expect(replyTo(catalog, 'what is 80043431', 'what is 80043431')).toMatch(
    /^80041317 or 80043431 when a federated user/,
  );
});
