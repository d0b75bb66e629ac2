/** What a text after an answer asks for, as it was learnt, and which sentences of an entry tell such a thing. */
import type { Asks } from '../model/catalog.ts';
import { withoutAccents } from './accents.ts';
import { asksChances } from './asks.ts';

export type Asking =
  | 'time'
  | 'role'
  | 'place'
  | 'count'
  | 'check'
  | 'which'
  | 'risk'
  | 'why'
  | 'how'
  | 'command'
  | 'tell'
  | 'license'
  | 'prevent'
  | 'undo'
  | 'concern'
  | 'onward'
  | 'meaning'
  | 'yesNo';

/** What the sentences are called that tell what is asked for. */
const kindOf = {
  who: 'role',
  time: 'time',
  effect: 'time',
  place: 'place',
  check: 'check',
  which: 'which',
  risk: 'risk',
  reach: 'risk',
  why: 'why',
  how: 'how',
  command: 'command',
  tell: 'tell',
  self: 'tell',
  license: 'license',
  prevent: 'prevent',
  undo: 'undo',
  onward: 'onward',
  meaning: 'meaning',
  other: null,
} as const satisfies Readonly<Record<Asks, Asking | null>>;

/** From this chance on it is counted what a text may ask for, and from this one on it asks for it. */
const least = { counted: 0.1, asked: 0.3 } as const;

const w = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'));

/** What is asked beside it, by patterns over a text in lower case and without accents. */
const beside: Readonly<Record<'count' | 'concern' | 'yesNo', RegExp>> = {
  count: w(
    String.raw`\b(?:both|each|every|everyone|everybody|all of|all the|for all|on all|all (?:users|servers|domains|apps|people|devices|accounts)|once|just one|only one|one by one|whole|entire|every ?where)\b`,
    String.raw`\b(?:beide[mnrs]?|jede[mnrs]?|alle[mnrs]?|einmal|ganze[mnrs]?|uberall)\b|\b(?:les deux|chaque|tou(?:s|te|tes)|une (?:seule )?fois|partout)\b|\b(?:amb[oa]s|cada|tod[oa]s?|una (?:sola )?vez|los dos)\b`,
    '両方|全部|すべて|全て|一回|一度|それぞれ|全員',
  ),
  concern: w(
    String.raw`\b(?:worr\w*|serious|bad|normal|harmless|ignore|hacked|attack)\b|\b(?:schlimm|sorgen|ernst|normal|ignorier\w*|gehackt|angriff)\b|\b(?:grave|inquiet\w*|normal|ignor\w*|pirat\w*|attaque)\b|\b(?:preocup\w*|normal|ignor\w*|hacke\w*|ataque)\b`,
    '心配|正常|無視|攻撃',
  ),
  yesNo: w(
    String.raw`^(?:and |so |but |ok(?:ay)?,? |then |also )?(?:do|does|did|is|are|was|were|can|could|should|would|will|may|must|has|have|isn'?t|aren'?t|doesn'?t|don'?t|can'?t|won'?t)\b|^(?:und |also |aber |ok,? |dann )?(?:muss|mussen|soll|sollen|kann|konnen|darf|durfen|ist|sind|wird|werden|hat|haben|brauch\w*|reicht|geht|gilt|hilft)\b|^(?:et |mais |donc |ok,? )?(?:est-ce|dois-je|puis-je|peut-on|faut-il|doit-on|c'est|il faut)\b|^(?:y |pero |entonces |ok,? )?(?:debo|puedo|tengo|hay que|hace falta|es|son|esta|estan|se puede|podemos|necesit\w+|basta)\b`,
    'ますか|ですか|でしょうか|ませんか|いい(?:の)?か|必要(?:は)?ある',
  ),
};

const folded = (text: string): string => withoutAccents(text.toLowerCase().replaceAll('ß', 'ss')).trim();

/** A question word beside the verb asks for more than yes or no. */
const asksMore =
  /\b(?:what|which|where|when|why|who|whose|how|wie|wo|wann|warum|wer|welche[mnrs]?|was|comment|quand|ou|pourquoi|quoi|quel(?:le)?s?|combien|como|cuando|donde|por que|que|quien|cual|cuanto)\b|何|誰|どこ|いつ|なぜ|どう|どの/;
const mark = /[?？]\s*$/;

/** What a text may ask for, and how likely. */
export type Askings = ReadonlyMap<Asking, number>;

export const askingsIn = (text: string): Askings => {
  const said = folded(text);
  const found = new Map<Asking, number>();
  for (const [kind, chance] of asksChances(text)) {
    const asking = kindOf[kind];
    if (asking && chance >= least.counted) found.set(asking, (found.get(asking) ?? 0) + chance);
  }
  for (const [kind, pattern] of Object.entries(beside)) if (pattern.test(said)) found.set(kind as Asking, 1);
  if (mark.test(said) && !asksMore.test(said)) found.set('yesNo', 1);
  return found;
};

/** What a text asks for. */
export const askedFor = (askings: Askings): ReadonlySet<Asking> =>
  new Set([...askings].flatMap(([asking, chance]) => (chance >= least.asked ? [asking] : [])));

/** What a sentence of the catalog, which is English, can answer. */
const traits: Readonly<Partial<Record<Asking, RegExp>>> = {
  time: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|overnight|by itself|at once|immediately|until|delay|later|within|lasts?|soon)\b/,
  role: /\b(?:administrators?|roles?|rights?|permissions?|owners?|operator|scopes?|credentials?|permitted|allowed)\b/,
  place:
    / > |\b(?:admin cent(?:er|re)|portal|https?:|open|under|on (?:the|each|every|all|both|any)\b.{0,30}\b(?:server|computer|machine|device|proxy|controller)s?|tab|page|server)\b/,
  count: /\b(?:each|every|all|both|any|only|once|one by one|everybody|everyone|whole)\b/,
  check: /\b(?:log|logs|check|look|read|see|list|compare|shows?|search|find|open)\b/,
  risk: /\b(?:risk|stops?|interrupt\w*|until|affect\w*|lose|loses|lost|sign(?:s|ed)? (?:in again|out)|verify first|unprotected|breaks?|changes nothing|no effect|dry run|back up|restore|undo|everybody|keeps?|stays?)\b/,
  which: /\b(?:log|logs|read|see|list|compare|shows?|names|tells)\b/,
  why: /\b(?:because|therefore|so|mostly|often|when|after|if)\b/,
  prevent:
    /\b(?:again|yearly|calendar|in advance|reminder?|renew\w*|rollover|automatic\w*|monitor\w*|before|alert|so that|next time|every year|prevents?|avoids?)\b/,
  undo: /\b(?:back up|backup|restore|save|saved|undo|export|note|copy|back|keep|roll\w* back|final|cannot be)\b/,
  concern:
    /\b(?:harmless|normal|ignored?|nothing is|no (?:fault|failure|reason|danger)|attack\w*|stranger|stolen|concern|right)\b/,
  onward: /\b(?:meanwhile|go on|until|still|work|works|can be used|other|in the meantime|use)\b/,
  meaning: /\b(?:means?|right|is (?:no|not|the|a)|does not|changes nothing|was|has)\b/,
  license: /\b(?:licen[cs]\w*|p1|p2|premium|plan|free|e3|e5)\b/,
};

export const traitsOf = (sentence: string): ReadonlySet<Asking> => {
  const said = folded(sentence);
  return new Set(
    (Object.entries(traits) as readonly (readonly [Asking, RegExp])[])
      .filter(([, pattern]) => pattern.test(said))
      .map(([asking]) => asking),
  );
};

/** Whether a text denies, and whether it speaks of all or of some only. */
const denials = w(
  String.raw`\b(?:no|not|none|never|nothing|nobody|nowhere|without|cannot|neither|nor|\w+n't|(?:is|are|was|were|do|does|did|has|have|had|ca|could|would|should|wo|must|need)nt|off|missing|absent|gone|lost)\b`,
  String.raw`\b(?:kein\w*|nicht|nie|niemals|niemand\w*|nirgends|ohne|nichts|nix|weder|weg|fehl(?:t|en|te))\b`,
  String.raw`\b(?:pas|plus|aucun\w*|sans|jamais|rien|absente?s?|manque(?:nt)?|personne ne?)\b|\bpersonne n'`,
  String.raw`\b(?:ni|sin|ningun\w*|nunca|nada|nadie|tampoco|faltan?)\b`,
  'ない|ません|なし|無し|ずに?(?=[、。,.]|$)',
);

export const deniesIn = (text: string): boolean => denials.test(folded(text.replaceAll('’', "'")));
