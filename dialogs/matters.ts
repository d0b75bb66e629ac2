/** The problems that one message named together: "Tom 50126, Anna 53003", "AADSTS65001 and AADSTS50020". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { any, clausesOf, isWhole, longest, unpaused, whole } from './phrases.ts';

/** One of them: its entry, and a mark of each word that it bears and the catalog does not have, such as a name. */
export type Matter = { readonly entry: string; readonly marks: readonly number[] };

/** Far too small to tell a name by, and enough to tell two names of one message apart. */
const marks = 251;
const mostMarks = 8;
const mostMatters = 5;

const markOf = (word: string): number =>
  Array.from(word).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % marks, 7);

const namesIn = (text: string, { find }: Pick<Catalog, 'find'>): readonly string[] =>
  clausesOf(text)
    .flatMap((clause) => clause.split(/[^\p{L}]+/u))
    .filter((word) => word.length > 1 && find(word).known.words.length === 0);

export const matterOf = (text: string, { id }: Entry, catalog: Pick<Catalog, 'find'>): Matter => ({
  entry: id,
  marks: [...new Set(namesIn(text, catalog).map(markOf))].slice(0, mostMarks),
});

const lead = any(
  '(?:ok(?:ay)?|and|so|now|then|first|next|well|alright|good|done|great|thanks|please|finally)',
  "(?:let'?s (?:do|take|start with|look at|go (?:on|to)|continue with|begin with)|what about|how about|start with|do|take|back to|go to|continue with|same for|on to)",
  '(?:und|jetzt|nun|dann|zuerst|erst|erstmal|zurück zu|weiter mit|mach(?:en wir)?|nehmen wir|was ist mit)',
  "(?:et|maintenant|d'abord|ensuite|puis|passons à|commençons par|revenons à|prenons)",
  '(?:y|ahora|primero|luego|después|vamos con|empecemos con|volvamos a)',
  'では|次は|まず',
);
const tail = any(
  'first',
  'now',
  'next',
  'then',
  'please',
  'too',
  "'s",
  'one',
  'zuerst',
  'jetzt',
  "d'abord",
  'maintenant',
  'primero',
  'ahora',
  'から',
  'は|を',
);

const other = whole(
  `(?:${lead} )*(?:to )?(?:the |my |her |his )?(?:other|second|2nd|next)(?: (?:one|code|error|problem|issue|user|person|guy|case|thing))(?: ${tail})*`,
  `(?:${lead} )*(?:de[rmn]|die|das) (?:anderen?|zweiten?)(?: (?:fehler|code|benutzer|fall|problem))?(?: ${tail})*`,
  `(?:${lead} )*(?:l'autre|la? deuxième|le second)(?: (?:erreur|code|problème|cas))?(?: ${tail})*`,
  `(?:${lead} )*(?:el|la) (?:otr[oa]|segund[oa])(?: (?:error|código|problema|caso))?(?: ${tail})*`,
  '(?:次は|では)?(?:もう(?:一つ|一方|一人)|別の方|2つ目)(?:の(?:エラー|コード|方|問題))?(?:は|を)?(?:お願いします)?',
);
const following = whole(
  `(?:${lead} )*(?:to )?(?:the )?next (?:problem|issue|matter|case|thing|one on the list)(?: ${tail})*`,
  `(?:${lead} )*(?:das |der |die )?nächste[rs]? (?:problem|fall|sache|thema)(?: ${tail})*`,
  `(?:${lead} )*(?:au |le )?(?:problème|cas|point) suivant(?: ${tail})*|(?:${lead} )*(?:le )?prochain (?:problème|cas)`,
  `(?:${lead} )*(?:el |al )?(?:siguiente (?:problema|caso|tema)|(?:problema|caso|tema) siguiente)(?: ${tail})*`,
  '次の(?:問題|件)(?:は|を|へ|に)?(?:お願いします)?',
);

/** Whether a text asks for the next of the problems that were named. */
export const asksNextMatter = (text: string): boolean => isWhole(following, text);

const named = new RegExp(
  `^(?:${lead} )+(?<name>\\p{L}{2,20})(?: ${tail})*$|^(?<first>\\p{L}{2,20}) ${tail}(?: ${tail})*$`,
  'u',
);

/** Those of the problems that a text goes over to: the others, or the one that bears the name; empty where it goes over to none. */
export const turnedTo = (text: string, all: readonly Matter[], atHand: string | undefined): readonly Matter[] => {
  if (text.length > longest || all.length === 0) return [];
  const said = unpaused(text);
  const others = all.filter(({ entry }) => entry !== atHand);
  if (other.test(said)) return others;
  const { name, first } = named.exec(said)?.groups ?? {};
  const mark = markOf(name ?? first ?? '');
  return name === undefined && first === undefined ? [] : all.filter((one) => one.marks.includes(mark));
};

/** The problems as a state holds them. */
export const mattersOf = (stored: unknown): readonly Matter[] =>
  (Array.isArray(stored) ? (stored as readonly unknown[]) : [])
    .flatMap((one): readonly Matter[] => {
      const { entry, marks: own } = (one ?? {}) as { readonly entry?: unknown; readonly marks?: unknown };
      if (typeof entry !== 'string' || entry.length > 200) return [];
      const kept = Array.isArray(own) ? own.filter((mark): mark is number => Number.isInteger(mark)) : [];
      return [{ entry, marks: kept.slice(0, mostMarks) }];
    })
    .slice(0, mostMatters);
