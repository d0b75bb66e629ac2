/** Hears that it works on one device of somebody and not on another, which needs the same as the first one did. */
import type { Method } from '../src/model/catalog.ts';
import { methodText } from './methods.ts';
import { clausesOf, folded, pattern } from './phrases.ts';

const devices: readonly RegExp[] = [
  'phones?|mobile|smartphone|iphone|android|handy|telefon|telephone|movil|celular|telefono',
  'laptop|notebook|portable|portatil',
  'pc|desktop|computer|workstation|machine|rechner|ordinateur|ordi|poste|ordenador|equipo',
  'tablet|ipad|tablette|tableta',
  'mac|macbook|imac',
].map((names) => pattern(`\\b(?:${names})\\b`));
const devicesAbroad: readonly RegExp[] = [
  'スマホ|携帯|スマートフォン',
  'ノート',
  'パソコン|\\bpc\\b',
  'タブレット',
].map(pattern);

const other = pattern(
  '\\b(?:other|second|another|ander\\w*|zweite\\w*|autre|deuxieme|second\\w*|otr[oa]|segund[oa])\\b|別の|もう(?:1|一)台',
);

const fails = pattern(
  "\\b(?:still|not|no|fails?|asks|\\w+n't|cant|doesnt|noch|nicht|fragt|weiterhin|toujours|encore|pas|demande|todavia|sigue|aun|pide)\\b|まだ|ない|ません",
);

const devicesIn = (clause: string): readonly number[] =>
  [...devices, ...devicesAbroad].flatMap((names, n) => (names.test(clause) ? [n] : []));

/** Whether it still fails on a device, while it works on another one. */
export const failsOnOtherDevice = (text: string): boolean => {
  const clauses = clausesOf(text).flatMap((clause) =>
    folded(clause).split(/ (?:but|and|aber|und|nur|mais|et|pero|y) |(?<=[たす])(?:が|けど)/),
  );
  const failing = clauses.filter((clause) => fails.test(clause) && devicesIn(clause).length > 0);
  const fine = clauses.filter((clause) => !fails.test(clause) && devicesIn(clause).length > 0);
  return failing.some((one) =>
    fine.some((two) => other.test(one) || !devicesIn(two).some((device) => devicesIn(one).includes(device))),
  );
};

/** Whether a method is done on a device, and not once for all of them. */
export const isOnDevice = ({ title, body }: Method): boolean => {
  const told = methodText({ title, body });
  return onDevice.test(told) && !forAll.test(told);
};
const onDevice =
  /\b(?:sign(?:s|ed)? out|restart|reinstall|uninstall|Credential Manager|cookies|cache|dsregcmd|Settings >|on the (?:computer|device|phone|laptop)|in the browser|Access work or school)\b/i;
const forAll = /\b(?:Entra ID >|admin center|Conditional Access >|Set-Mg|Update-Mg|New-Mg|Set-Adfs)\b/;
