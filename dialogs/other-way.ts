/** Hears that something works in another way than the one that fails, which is a fact and no success: "the password works" where the PIN fails, "if I use my account it works". */
import type { Entry } from '../src/model/catalog.ts';
import { clausesOf, folded, pattern } from './phrases.ts';

/** Ways to sign in, of which one is not the other. */
const ways: readonly RegExp[] = [
  'passwords?|kennwort|passwort|mot de passe|contrasena|パスワード',
  'pins?|windows hello|hello|fingerprint|finger|face|gesicht|empreinte|visage|huella|指紋|顔認証',
  'authenticator|push|notification',
  'sms|text messages?|phone calls?|anruf|appel|llamada|電話',
  'passkeys?|security keys?|fido|yubikey|sicherheitsschlussel|cle de securite|llave de seguridad|セキュリティ ?キー',
  'temporary access pass|tap|befristeter zugriffspass',
].map((names) => pattern(`(?<![a-z])(?:${names})(?![a-z])`));

const waysIn = (text: string): readonly number[] => {
  const said = folded(text);
  return ways
    .map((names, n) => ({ n, at: said.search(names) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, two) => one.at - two.at)
    .map(({ n }) => n);
};

/** What holds under a condition only. */
const conditional = pattern(
  '^(?:(?:and|so|but|ok|yes|also|und|aber|ja|et|mais|oui|y|pero) )*(?:if|when|whenever|as long as|wenn|falls|sobald|solange|si(?! (?:ya|ahora|funciona|todo) )|quand|lorsque|tant que|cuando|siempre que|mientras) |なら',
);

/** Whether what works by a text is another way to sign in than the one that an answer is about, or holds under a condition. */
export const worksOtherwise = (text: string, { title }: Pick<Entry, 'title'>): boolean => {
  if (clausesOf(text).some((clause) => conditional.test(clause))) return true;
  const [own] = waysIn(title);
  const named = waysIn(text);
  return own !== undefined && named.length > 0 && !named.includes(own);
};
