/** What a text claims, in five languages: in which state things are, which values they have, and what it denies, so that what is found is told from its reverse. */
import { withoutAccents } from './accents.ts';
import { terms } from './terms.ts';

/** Whether something is so (1), is not so (-1), or both are told (0). */
type Sense = -1 | 0 | 1;

/** `states`: by their names; `values`: by the names of what has them; `things`: the terms of the clauses, by whether those deny. */
export type Claims = {
  readonly states: ReadonlyMap<string, Sense>;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly things: ReadonlyMap<string, Sense>;
};

const folded = (text: string): string => withoutAccents(text.toLowerCase().replaceAll('ß', 'ss').replaceAll('’', "'"));

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'));
const words = (list: string): string => String.raw`\b(?:${list})\b`;

/** What denies whatever stands beside it. */
const denial = any(
  words(
    "no|not|none|never|false|nothing|nobody|nowhere|without|cannot|neither|nor|no one|\\w+n't|(?:is|are|was|were|do|does|did|has|have|had|ca|could|would|should|wo|must|need)nt",
  ),
  words('kein\\w*|nicht|nie|niemals|niemand\\w*|nirgends|ohne|nichts|nix|weder|nein'),
  words("pas|aucun\\w*|sans|jamais|rien|non|nulle part|ne? \\w+ plus|n'\\w+ plus|personne ne?"),
  String.raw`\bpersonne n'`,
  words('ni|sin|falso|ningun\\w*|nunca|nada|nadie|tampoco'),
  'ない|ません|なし|無し|なく|いいえ|ずに?$',
);

/** Verbs before "on" and "off", and before the German "an" and "aus" at the end of a clause. */
const is = '(?:is|are|was|were|still|already|stays?|remains?|set to) (?:still |already |now |all |both )?';
const ist = String.raw`\b(?:ist|sind|steht|war|waren)\b.{0,20}`;

/** The words for a state and for its reverse. */
const states: Readonly<Record<string, readonly [so: RegExp, reverse: RegExp]>> = {
  on: [
    any(
      words(
        `enabled|active(?! directory)|activated|(?:turn|switch)(?:ed|ing)? (?:\\w+ )?on|${is}on(?= (?:in|for|here|now|and|again|already)\\b|\\W*$)`,
      ),
      words('aktiv(?:e[rns]?|iert\\w*)?|eingeschaltet|angeschaltet'),
      String.raw`${ist}\ban\W*$`,
      words('activees?|actives|activ[oa]s?|activad[oa]s?|habilitad[oa]s?|encendid[oa]s?'),
      String.raw`\bon\W*$`,
      '有効(?!期)|オン(?![ラプ])',
    ),
    any(
      words(`disabled|inactive|deactivated|(?:turn|switch)(?:ed|ing)? (?:\\w+ )?off|${is}off`),
      String.raw`\boff\W*$`,
      words('deaktiviert\\w*|inaktiv\\w*|ausgeschaltet|abgeschaltet'),
      String.raw`${ist}\baus\W*$`,
      words('desactive\\w*|inacti[fv]\\w*|desactivad[oa]s?|deshabilitad[oa]s?|apagad[oa]s?'),
      '無効|オフ(?![ィラ])',
    ),
  ],
  there: [
    any(
      words('exists?|present|listed|appears?|found|visible|vorhanden|existiert|taucht|existen?|presente?s?|aparecen?'),
      '存在|見つか|表示され',
    ),
    any(
      words('missing|gone|absente?s?|empty|blank|fehl(?:t|en)|leer|verschwunden|manqu\\w+|disparu\\w*|vides?|faltan?'),
      words('vaci[oa]s?|desaparec\\w*'),
      '空|消え',
    ),
  ],
  valid: [
    any(words('valid|gultig|valables?|valides?|vigentes?'), '期限内'),
    any(
      words(
        'expired|ended|ran out|lapsed|endete|abgelaufen\\w*|expire[es]*|perimee?s?|caducad[oa]s?|caduco|vencid[oa]s?|vencio|termino',
      ),
      '期限切れ|失効',
    ),
  ],
  equal: [
    any(words('match(?:es)?|identical|identisch\\w*|stimm\\w* uberein|identiques?|coinciden?|identic[oa]s?'), '一致'),
    any(
      words(
        'differs?|different|mismatch\\w*|unterscheid\\w*|abweich\\w*|unterschiedlich\\w*|differente?s?|distint[oa]s?',
      ),
      '異な|違',
    ),
  ],
  green: [
    any(words('green|grun\\w*|verte?s?|verdes?'), '緑'),
    any(words('red|rot|rote?[nrs]?|rouges?|roj[oa]s?'), '赤'),
  ],
  runs: [
    any(words('running|(?:is|are) up|lauft|laufen|demarre\\w*|en marcha|iniciad[oa]s?'), '稼働|実行中|起動して'),
    any(words('stopped|(?:is|are|went) down|angehalten|gestoppt|arrete\\w*|detenid[oa]s?|parad[oa]s?'), '停止'),
  ],
  locked: [
    any(words('locked|gesperrt|verrouille\\w*|bloquead[oa]s?'), 'ロックされ'),
    any(words('unlocked|entsperrt|deverrouille\\w*|desbloquead[oa]s?'), 'ロック解除'),
  ],
  all: [
    any(
      words('everybody|everyone|all (?:users|people|colleagues|of us|accounts|of them)|whole (?:company|office|team)'),
      words('alle|jeder|tout le monde|tous|toutes|todos|todas'),
      '全員|みんな',
    ),
    any(
      words('only (?:one|this|a single|her|him|me)|just (?:one|me|him|her)|nur (?:ein\\w*|er|sie|bei mir|ich)'),
      words('une? seule?|solo (?:un|una|a mi|yo)'),
      '[一1１]人だけ|私だけ',
    ),
  ],
};

/** The reverse of a state makes of a clause what a denial makes of it. */
const reverse = any(...['on', 'there', 'valid', 'equal', 'runs', 'locked'].map((name) => states[name]![1].source));

/** Where a clause ends; a question keeps its mark. */
const ends =
  /[.,;:!()"“”„«»。、！・\n]+|(?<=[?？])|\s[-–—]+\s|\b(?:but|and|while|though|although|aber|und|wahrend|mais|et|pero|y|mientras)\b|(?<=です|ます|した)が/;

/** What is asked, is so only if or until something else is, or is told of the rest, is not claimed. */
const unclaimed = any(
  '[?？]',
  words('if|whether|before|until|unless|falls|ob|bevor|avant|antes|quand|cuando'),
  words(
    '(?:everything|all|nothing|anything) else|the rest|alles andere|der rest|tout le reste|le reste|todo lo demas|lo demas',
  ),
  'それ以外|他は|ほかは',
);

/** A name as programs print it: "AzureAdPrt", "StagingModeEnabled", also in small letters where its end gives it away. */
const printed = /[a-z][A-Z]|.(?:joined|prt|tgt|enabled|disabled|suspended)$/;

const between = String.raw`(?:\s*[がはも:=「"]|\W+(?:is|are|was|both|all|stays?|remains?|still|now|says?|shows?|set|to|steht|ist|sind|bleibt|noch|immer|est|sont|reste|encore|esta|es|son|sigue|en|auf|a|sur)(?![\p{L}])){0,4}[\s"'“「:=]{0,4}`;
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(\p{L}[\p{L}\p{N}]{3,}) (?:and|und|et|y) )?(\p{L}[\p{L}\p{N}]{3,})${between}\$?((?:yes|no|true|false|ja|nein|oui|non|s[ií])(?![\p{L}\p{N}])|はい|いいえ)`,
  'giu',
);
const truths = new Set(['yes', 'true', 'ja', 'oui', 'si', 'sí', 'はい']);

/** Numbers that name one thing of many. */
const numbered: readonly (readonly [name: string, RegExp])[] = [
  ['event', /(?:event|ereignis|evenement|evento|イベント)(?:[- ]?ids?)?[\s:#]*(\d{2,5})/g],
  ['port', /(?:\b(?:ports?|puertos?)|ポート)[\s:#]*(\d{2,5})/g],
  ['tls', /\b(?:tls|ssl)\s*(?:v|version )?(\d(?:\.\d)?)/g],
  ['code', /(?<![\d.,/:-])(?:aadsts)?(\d{5,7})(?![\d.,/:-]\d|\d)/g],
  ['code', /\b(0x[0-9a-f]{8})\b/g],
  ['address', /\b(\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?)/g],
];

/** Who is an administrator: whoever tells it, or the person that it is told of. */
const administrator: readonly (readonly [who: string, RegExp])[] = [
  ['self', /\b(?:i am|i'm|im|i have|i've|ich bin|ich habe|ich hab|je suis|j'ai|soy|tengo)\b.{0,30}\badmin/],
  ['other', /\b(?:person|user|account|she|he|she's|he's|they)\b(?: (?:is|are|has))?.{0,12}\badmin/],
];

const without = (text: string, some: readonly RegExp[]): string =>
  some.reduce((left, one) => left.replace(one, ' '), text);
const ofStates = Object.values(states).flat();

const clausesIn = (said: string): readonly string[] =>
  said
    .split(ends)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && !unclaimed.test(clause));

/** What each name has, or is, in one sense, or in both. */
const sensesIn = (told: Iterable<readonly [name: string, sense: Sense]>): ReadonlyMap<string, Sense> => {
  const senses = new Map<string, Sense>();
  for (const [name, sense] of told) senses.set(name, senses.has(name) && senses.get(name) !== sense ? 0 : sense);
  return senses;
};

const statesIn = (clause: string): readonly (readonly [string, Sense])[] =>
  Object.entries(states).flatMap(([name, [so, not]]): readonly (readonly [string, Sense])[] => {
    const [isSo, isNot] = [so.test(clause), not.test(clause)];
    if (!isSo && !isNot) return [];
    return [[name, isSo === isNot ? 0 : isSo === denial.test(clause) ? -1 : 1]];
  });

const thingsIn = (clause: string): readonly (readonly [string, Sense])[] => {
  const sense = denial.test(clause) === reverse.test(clause) ? 1 : -1;
  return terms(without(clause, ofStates)).map((term) => [term, sense]);
};

const valuesIn = (text: string, said: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = [...text.matchAll(named)].flatMap(([, first, name = '', value = '']) =>
    [first, name].flatMap((one) =>
      one !== undefined && printed.test(one)
        ? [[one.toLowerCase(), truths.has(value.toLowerCase()) ? 'yes' : 'no'] as const]
        : [],
    ),
  );
  const admins = administrator.flatMap(([who, pattern]) =>
    pattern.test(said) ? [['administrator', who] as const] : [],
  );
  const numbers = numbered.flatMap(([name, pattern]) =>
    [...said.matchAll(pattern)].map(([, one]) => [name, one!] as const),
  );
  return new Map(
    [...Map.groupBy([...names, ...admins, ...numbers], ([name]) => name)].map(([name, all]) => [
      name,
      new Set(all.map(([, one]) => one)),
    ]),
  );
};

/** More letters tell a story, of which nothing is compared. */
const longest = 800;

/** What of a text is claimed. */
export const claimedIn = (text: string): string => (text.length > longest ? '' : clausesIn(folded(text)).join(', '));

const nothing: Claims = { states: new Map(), values: new Map(), things: new Map() };

export const claimsIn = (text: string): Claims => {
  if (text.length > longest) return nothing;
  const said = folded(text);
  const clauses = clausesIn(said);
  return {
    states: sensesIn(clauses.flatMap(statesIn)),
    values: valuesIn(text, said),
    things: sensesIn(clauses.flatMap(thingsIn)),
  };
};

const ofNumbers = new Set(['administrator', ...numbered.map(([name]) => name)]);

/** Whether a value is of a name as programs print it. */
const isPrinted = (name: string): boolean => !ofNumbers.has(name);

const shares = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));

/**
 * How what a text claims stands to a finding by the claims of its title and of the other ways to put it.
 * `otherValue`: it tells another value of the same thing, or values of other things; `reverseState`: a thing is in the reverse state;
 * `reverseThing`: it denies what the finding tells or the other way round, `sameThing`: it tells the same; `sameValue`: it tells the very values of the title, `sameNumber`: its very numbers.
 */
export type Stand = {
  readonly otherValue: boolean;
  readonly reverseState: boolean;
  readonly reverseThing: boolean;
  readonly sameThing: boolean;
  readonly sameValue: boolean;
  readonly sameNumber: boolean;
};

/** So many ways say what a title leaves out; so many terms say the same. */
const enough = 2;

export const standOf = (own: Claims, title: Claims, others: readonly Claims[]): Stand => {
  const ways = [title, ...others];
  const held = (name: string): ReadonlySet<string> =>
    new Set(ways.flatMap(({ values }) => [...(values.get(name) ?? [])]));
  const values = [...own.values];
  const names = values.filter(([name]) => isPrinted(name));
  const isOther = values.some(([name, some]) => held(name).size > 0 && !shares(some, held(name)));
  const isOfOther =
    names.length > 0 && [...title.values.keys()].some(isPrinted) && names.every(([name]) => held(name).size === 0);
  const isReverse = ([name, sense]: readonly [string, Sense]): boolean => {
    const told = ways.flatMap(({ states: some }) => some.get(name) ?? []);
    const isTold = title.states.has(name) || told.length >= enough;
    return sense !== 0 && isTold && told.every((one) => one === -sense);
  };
  const sums = ways.map(({ things }) =>
    [...own.things].reduce((sum, [name, sense]) => sum + sense * (things.get(name) ?? 0), 0),
  );
  const isSame =
    !isOther &&
    title.values.size > 0 &&
    [...title.values].every(([name, some]) => shares(own.values.get(name) ?? new Set(), some));
  return {
    otherValue: isOther || isOfOther,
    reverseState: [...own.states].some(isReverse),
    reverseThing: sums.some((sum) => sum < 0) && sums.every((sum) => sum <= 0),
    sameThing: sums.some((sum) => sum >= enough) && sums.every((sum) => sum >= 0),
    sameValue: isSame && [...title.values.keys()].every((name) => isPrinted(name) || name === 'address'),
    sameNumber: isSame,
  };
};

/** Whether a step shows what a text tells already: a name with another value than the told one, or with none, or an event that its command looks for. */
export const showsAgain = (own: Claims, step: string, command: string): boolean => {
  let told: Claims['values'] | undefined;
  const shown = `${step}\n${command}`.toLowerCase();
  return [...own.values].some(([name, some]) => {
    if (name === 'event') return [...some].some((one) => new RegExp(`(?<!\\d)${one}(?!\\d)`).test(command));
    if (!isPrinted(name) || !shown.includes(name)) return false;
    told ??= claimsIn(step).values;
    return !shares(told.get(name) ?? new Set(), some);
  });
};
