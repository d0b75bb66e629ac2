import { describe, expect, test } from '@jest/globals';
import { japanese, synonyms } from '../../src/knowledge/synonyms.ts';
import { termsOf, wordsOf } from '../../src/knowledge/terms.ts';
import { realCatalog } from '../fakes.ts';

const termsIn = (text: string): string => termsOf(wordsOf(text)).join(' ');

describe('everyday words mean the same in five languages', () => {
  const words: Readonly<Record<string, string>> = {
    receiv: 'receives|erhält|bekommt|reçoit|recibe',
    notarriving:
      "does not arrive|kommt nicht an|bekommt keinen|erhält keine|ne reçoit pas|n'arrive jamais|no recibe|no me llega|no le llega|届かない|届きません|来ない",
    ask: 'asks|fragt|pregunta',
    prompt: 'is prompted|redemande|me pide|求められ|聞かれ',
    locked: 'locked|gesperrt|verrouillé|cuenta bloqueada',
    chang: 'changed|geändert|gewechselt|changé|modifié|cambiado|変更',
    work: 'works|funktioniert|fonctionne|funciona',
    fails:
      "doesn't work|geht nicht|klappt nicht|ne marche plus|ne fonctionne pas|no funciona|no va|使えない|動きません",
    computer: 'laptop|Notebook|Rechner|ordinateur portable|portátil|ordenador|パソコン|ノートPC',
    mobile: 'phone|Handy|Diensthandy|téléphone|móvil|celular|スマホ|携帯',
    newphone: 'new phone|neues Handy|nouveau téléphone|móvil nuevo|nuevo móvil|機種変更|新しいスマホ',
    cod: 'code|Code|código|コード',
    onetimecode: 'verification code|Bestätigungscode|code de vérification|código de verificación|確認コード',
    '': 'message|Nachricht|mensaje|メッセージ|colleague|Kollegin|collègue|compañera|同僚|user|Benutzer|utilisateur|usuario|ユーザー|shows|zeigt|affiche|muestra|表示|new|neu|nouveau|nuevo|新しい',
    password: 'password|Kennwort|Passwort|mot de passe|mdp|contraseña|clave|パスワード',
    forgotten: 'forgot|vergessen|oublié|olvidó|忘れ',
    expired: 'expired|abgelaufen|expiré|caducada|期限切れ',
    mail: 'mail|Postfach|messagerie|buzón|メール',
    sms: 'text message|SMS|texto|ショートメッセージ',
    signout: 'signed out|abgemeldet|Abmeldung|déconnecté|cerrar sesión|ログアウト',
    repeated: 'every time|jedes Mal|à chaque fois|cada vez|毎回',
    outside: 'at home|zu Hause|unterwegs|à la maison|desde casa|外出先',
    reset: 'reset|zurücksetzen|réinitialiser|resetear|再設定',
    mfa: 'two factor|zweiter Faktor|deuxième facteur|doble factor|二段階認証',
    blankpage: 'white page|weiße Seite|page blanche|página en blanco|真っ白',
    lost: 'lost|verloren|perdu|perdido|紛失',
    stolen: 'stolen|gestohlen|volé|robado|盗まれ',
  };
  test.each(Object.entries(words).flatMap(([term, list]) => list.split('|').map((word) => [word, term] as const)))(
    '%s: %s',
    (word, term) => {
      expect(termsIn(word)).toBe(term);
    },
  );
});

test('every phrase means its own term, and none means two', () => {
  for (const [term, list] of Object.entries(synonyms))
    for (const phrase of list.split('|')) expect([phrase, termsIn(phrase)]).toEqual([phrase, term]);
});

test('what Japanese words are read as means something by itself', () => {
  for (const [word, meant] of Object.entries(japanese)) expect([word, termsIn(word)]).toEqual([word, termsIn(meant)]);
});

test('a French article before an apostrophe is a word of its own', () => {
  expect(wordsOf("l'accès à l'application, qu'on n'arrive pas à ouvrir, I don't know")).toEqual(
    'l acces a l application qu on n arrive pas a ouvrir i dont know'.split(' '),
  );
});

describe('misspelt words are read as the words of the field that they are near', () => {
  test.each([
    ['user cnt sgin in to outlok, promts for paswrod', 'cant sign outlook prompts password'],
    ['ony outsde', 'only outside'],
    ['yes adsf', 'adfs'],
    ['sertificate on teh procxy expierd', 'certificate proxy expired'],
    ['authenticatr dosnt recieve the notifcation', 'authenticator receive notification'],
    ['Kenwort falsch, Anmeldnug geht nciht', 'kennwort anmeldung nicht'],
  ])('%s', async (text, words) => {
    const { spoken } = (await realCatalog()).find(text).known;
    for (const word of words.split(' ')) expect(spoken).toContain(word);
  });

  test.each(['my cat is sick', 'Bob and Lisa at Contoso', 'the dog ate a cookie', 'my resume got lost in the mall'])(
    '%s: other words stay what they are',
    async (text) => {
      const { words } = (await realCatalog()).find(text).known;
      for (const term of ['fails', 'signin', 'mail', 'password', 'account']) expect(words).not.toContain(term);
    },
  );
});
