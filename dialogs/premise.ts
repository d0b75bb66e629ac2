/** Hears that what an answer takes for given is not so: "it's not the password", "the domain isn't federated", "the account is not locked". */
import type { Entry, Facet } from '../src/model/catalog.ts';
import { isAbout, type Words } from './judged.ts';
import { folded, longest, lowered, pattern } from './phrases.ts';
import { isQuestion } from './question.ts';
import { restOf } from './ruled-out.ts';
import { denies, inClause, named, type Statement, statementsIn } from './statements.ts';
import { isTrouble } from './trouble.ts';

const it = '(?:it|that|this|the (?:problem|cause|issue|reason|error))';
const what = '(.{2,40}?)';
const article =
  "(?:(?:the|an?|any|his|her|my|our|their|der|die|das|den|dem|ein\\w*|sein\\w*|ihr\\w*|le|la|les|un|une|son|sa|el|los|las|una|su) |l')?";
const here =
  '(?: (?:here|at all|in place|involved|with us|hier|bei uns|im einsatz|vorhanden|ici|chez nous|aqui|con nosotros))*';

/** A clause that is of a form from its beginning to its end. */
const clauseOf = (form: string): RegExp => pattern(`^(?:${form})$`);

/** That something is not to blame. */
const blameless = [
  `(?:because )?${it}(?:'?s| is| was|) ?(?:really |definitely |surely )?(?:not|n'?t) (?:because of |due to |about |caused by )?${article}${what}(?: (?:itself|though))?`,
  `(?:not|nicht|pas|no) (?:the|das|die|der|le|la|el) ${what}`,
  `${article}${what} (?:is|are)(?: not|n't) (?:the (?:problem|cause|issue|reason)|to blame|it)`,
  `(?:(?:it|that|this) has |${article}${what} has )nothing to do with (?:it|that|this)`,
  `(?:it |that |this )?(?:has )?nothing to do with ${article}${what}`,
  `(?:es|das) ist (?:nicht|kein\\w*) ${article}${what}`,
  `(?:es |das )?liegt (?:sicher |wirklich )?nicht (?:am|an) ${article}${what}|(?:am|an) ${article}${what} liegt(?: es|s|'s)? (?:sicher |wirklich )?nicht`,
  `(?:es |das )?hat (?:nichts|nix) mit ${article}${what} zu tun|mit ${article}${what} hat (?:es|das) (?:nichts|nix) zu tun|${article}${what} ist nicht (?:das problem|schuld|die ursache)`,
  `(?:ce |cela |ca )?n'est pas (?:a cause (?:de |du |d'))?${article}${what}|c'est pas (?:a cause (?:de |du |d'))?${article}${what}|(?:ca |cela )?(?:n'a |a )?rien a voir avec ${article}${what}|(?:ca |cela )?ne vient pas (?:de |du |d')${article}${what}|${article}${what} n'est pas (?:le probleme|en cause|la cause)`,
  `(?:eso |esto )?no es (?:por |culpa de )?${article}${what}|(?:eso |esto )?(?:no tiene )?(?:nada )?que ver con ${article}${what}|${article}${what} no es (?:el problema|la causa)`,
  `${what}(?:の(?:せい|問題)|が(?:原因|問題))?(?:では|じゃ)(?:ありません|ない)(?:です)?|${what}(?:と)?は?関係(?:ない|ありません)(?:です)?`,
].map(clauseOf);

/** That there is no such thing. */
const absent = [
  `(?:we|i|they|he|she|there|this \\w+|the \\w+) (?:(?:has|have|had|uses?|runs?|is|are) no|(?:do|does)(?: not|n't) (?:have|use|run)|(?:has|have)(?: not|n't)|(?:is|are)(?: not|n't)) ${article}${what}${here}`,
  `no ${what}${here}`,
  `(?:(?:wir|ich|sie|er|es|hier|bei uns) )*(?:haben|habe|hat|gibt|nutzen|nutzt|verwenden|benutzen|ist|sind)(?: (?:wir|es|hier|bei uns|gar|uberhaupt|auch|doch))* kein\\w* ${what}${here}`,
  `kein\\w* ${what}${here}`,
  `${article}\\S+(?: \\S+)? (?:ist|sind) (?:doch |gar |uberhaupt )*(?:kein\\w*|nicht) ${what}`,
  `(?:on |nous |je |il |elle )?(?:n'|ne )?(?:avons|ai|a|utilise|utilisons|y a) (?:pas|aucune?) (?:de |d')?${what}${here}|(?:il )?(?:n')?y a (?:pas|aucune?) (?:de |d')?${what}${here}|(?:pas (?:de |d')|aucune? )${what}${here}`,
  `${article}\\S+(?: \\S+)? n'est pas ${article}${what}`,
  `(?:aqui )?no (?:hay|tenemos|tengo|usamos|tiene|utilizamos) (?:ningun[oa]? )?${article}${what}${here}|${article}\\S+(?: \\S+)? no (?:es|esta) ${article}${what}`,
  `(?:.{1,10}は)?${what}(?:は|が|を)?(?:ありません|ないです|ない|使って(?:い)?(?:ない|ません)|いません|では(?:ありません|ない)|じゃない)(?:です)?`,
].map(clauseOf);

const lead =
  /^(?:(?:and|but|so|well|actually|nope|nein|doch|aber|und|non|mais|et|pero|y|sorry|いえ|いいえ|でも|no(?=,| (?:it|its|that|this|the|we|he|she|there|they|no|este|esta|el|la)\b))(?=[\s,]),?\s*)+/;

/** Concepts that any problem holds. */
const common = new Set('user app reason connect error wrong'.split(' '));

/** Facets that an answer takes for given, by the words that tell them. */
const facets: readonly (readonly [facet: Facet, value: string, is: RegExp])[] = [
  ['federated', 'yes', pattern('federat|feder(?:e|ad)|foderiert|verbunddoman|\\bad ?fs\\b|フェデレーション')],
  ['account', 'guest', pattern('\\b(?:guests?|gast|gaste|invitee?s?|invitad[oa]s?|b2b)\\b|ゲスト')],
  [
    'device',
    'new-phone',
    pattern(
      '(?:new|neu\\w*|nouveau|nuevo) (?:phone|mobile|handy|telefon|telephone|portable|movil|telefono)|(?:movil|telefono|portable) (?:nuevo|neuf)|新しい(?:携帯|スマホ|電話)|機種変',
    ),
  ],
];

/** Whether an answer is about nothing but what has such a facet. */
const takesFacet = (thing: string, { facets: own }: Entry): boolean =>
  facets.some(([facet, value, is]) => own[facet]?.includes(value) === true && is.test(thing));

/** Whether a title names a thing: it holds what is telling of it, in any language. */
const titled = (thing: string, { title }: Entry, { concepts }: Words): boolean => {
  const held = concepts(title);
  return [...concepts(thing)].some((one) => !common.has(one) && held.has(one));
};

const thingIn = (clause: string, forms: readonly RegExp[]): string | undefined =>
  forms.map((form) => form.exec(clause)?.slice(1).find(Boolean)?.trim()).find(Boolean);

const isDenied = (clause: string, entry: Entry, words: Words): boolean => {
  if (isQuestion(clause) || isTrouble(clause)) return false;
  const said = folded(clause)
    .replace(/[\s.!。]+$/, '')
    .replace(lead, '');
  const blamed = thingIn(said, blameless);
  if (blamed !== undefined && (titled(blamed, entry, words) || takesFacet(blamed, entry))) return true;
  const missing = thingIn(said, absent);
  if (missing === undefined) return false;
  return takesFacet(missing, entry) || (!denies(entry.title) && titled(missing, entry, words));
};

/** Whether a clause says of the thing of a title the opposite: "the account is enabled" of "the user account is disabled". */
const isOpposed = (heard: readonly Statement[], { title }: Entry, words: Words): boolean => {
  const own = inClause('', named(lowered(title.replace(/^\S*\d\S*:? (?:because )?/, ''))));
  return heard.some((one) =>
    own.some((of) => of.state === one.state && of.holds !== one.holds && isAbout(one, words, of.about)),
  );
};

/** What a text says of what an answer takes for given, and the rest of it; null where it takes nothing of it away. Clauses `besides` say something else. */
export const deniedIn = (
  text: string,
  entry: Entry,
  words: Words,
  besides: readonly string[] = [],
): { readonly said: readonly string[]; readonly rest: string } | null => {
  if (text.length > longest) return null;
  const all = statementsIn(text);
  const said = all.flatMap(([clause, heard]) =>
    !besides.includes(clause) && (isDenied(clause, entry, words) || isOpposed(heard, entry, words)) ? [clause] : [],
  );
  return said.length > 0 ? { said, rest: restOf(text, said) } : null;
};
