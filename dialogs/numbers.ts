/** Methods and steps by their numbers: "method 2", "explain the third step", "already did methods 1 and 2". */
import { any, folded, longest, pattern, whole } from './phrases.ts';

/** The number that stands for the last method or step. */
export const last = 99;

export type Numbered = { readonly kind: 'method' | 'step'; readonly n: number };

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six'];

const lead =
  "(?:(?:show|see|explain|describe|try|use|take|repeat|what about|how about|what is|what's|what was|what does|what did|remind me of|how do i do|how does|go (?:back )?to|back to|more (?:on|about)|tell me (?:more )?about|details (?:of|on|for)|i (?:don't|do not|dont) (?:understand|get)|(?:i am |i'm )?(?:stuck )?(?:at|on|in))(?: me)? )?(?:the )?";
const english = whole(
  `${lead}(?<thing>method|step) (?:number |no )?(?<n>\\d{1,2}|${numbers.join('|')})(?: (?:mean|work|say|again|once more|in detail)){0,2}`,
  `${lead}(?<nth>${ordinals.join('|')}|last) (?<what>method|step)(?: (?:mean|work|say|again|once more|in detail)){0,2}`,
);
const leadAbroad =
  "(?:(?:zeige?|erkläre?|erklären sie|was heißt|was bedeutet|was ist|was war|was stand (?:in|bei|unter)|montrez?|expliquez?|c'était quoi|muestra|muéstrame|explica|explícame|qué es|qué era|cuál era|qué decía)(?:[ -](?:mir|bitte|moi))*(?: (?:mit|den|die|l'|la|el))? ?)?(?:l'|la |el |die |den )?";
const abroad = whole(
  `${leadAbroad}(?:(?<method>methode|méthode|método|方法)|schritt|étape|paso|手順|ステップ) ?(?<n>\\d{1,2})(?: (?:erklären|genauer|zeigen|nochmal|noch ?mal|déjà|encore|otra vez|por favor)|(?:を|について)?(?:説明して|見せて|教えて)(?:ください)?)?`,
);

/** The one method or step that is all a text names. */
export const numberedIn = (said: string): Numbered | undefined => {
  const { method, n: digits } = abroad.exec(said)?.groups ?? {};
  if (digits !== undefined) return { kind: method ? 'method' : 'step', n: Number(digits) };
  const { thing, n, nth, what } = english.exec(said)?.groups ?? {};
  const kind = (thing ?? what) as Numbered['kind'] | undefined;
  if (kind === undefined) return undefined;
  if (nth !== undefined) return { kind, n: nth === 'last' ? last : ordinals.indexOf(nth) + 1 };
  return { kind, n: numbers.indexOf(n!) + 1 || Number(n) };
};

/** The number that is the whole text. */
export const numberAlone = (text: string): string | undefined => /^\s*(\d)\s*$/.exec(text)?.[1];

const method = any('methods?', 'methoden?', 'méthodes?', 'métodos?');
const methods = pattern(
  `(?:\\b${method}|方法) ?\\d{1,2}(?!\\d)(?: ?(?:,|&|\\+|\\band|\\bund|\\bet|\\by){1,2} ?(?:${method} ?)?\\d{1,2}(?!\\d)){0,8}`,
);
const nthMethod = pattern(`\\b(${ordinals.join('|')}) method\\b`);
const step = pattern('(?:\\b(?:steps?|schritt|étape|paso)|手順) ?(\\d{1,2})');

/** The numbers of the methods that a text names among other words. */
export const methodsIn = (text: string): readonly number[] => {
  const said = folded(text);
  const nth = nthMethod.exec(said)?.[1];
  const digits = methods.exec(said)?.[0].match(/\d+/g);
  return digits?.map(Number) ?? (nth === undefined ? [] : [ordinals.indexOf(nth) + 1]);
};

/** The number of the step that a text names among other words. */
export const stepIn = (text: string): number | undefined => {
  const digit = step.exec(folded(text))?.[1];
  return digit === undefined ? undefined : Number(digit);
};

const steps = pattern(
  '(?:\\b(?:steps|schritte|etapes|pasos) ?(\\d{1,2}(?!\\d)(?: ?(?:,|-|&|and|und|et|y|to|bis|a){1,2} ?\\d{1,2}(?!\\d)){0,8})|\\b(?:step|schritt|etape|paso) ?(\\d{1,2})(?!\\d)|(?:手順|ステップ) ?(\\d{1,2})(?!\\d))',
);

/** The furthest of the steps that a text names by their numbers: "I did steps 1 to 3". */
export const furthestStepIn = (text: string): number | undefined => {
  const named = steps.exec(folded(text))?.slice(1).find(Boolean)?.match(/\d+/g);
  return named ? Math.max(...named.map(Number)) : undefined;
};

/** The one step that a text names, and what it says beside that; undefined where it names none or several. */
export const stepNamedIn = (text: string): { readonly step: number; readonly rest: string } | undefined => {
  if (text.length > longest) return undefined;
  const said = folded(text);
  const [only, ...others] = said.matchAll(oneStep);
  if (!only || others.length > 0) return undefined;
  const rest = said
    .replace(only[0], ' ')
    .replace(/^[\s,:.-]+|[\s,:-]+$/g, '')
    .replace(/\s+/g, ' ');
  return { step: Number(only[1]), rest };
};

const oneStep = new RegExp(
  pattern(
    "(?:\\b(?:i'?m |i am )?(?:(?:stuck )?(?:at|on|in|for|with|of)|bei|im?|zu|a|en)(?: the| der| dem| la| el)? )?(?:l')?\\b(?:step|schritt|etape|paso) ?(\\d{1,2})(?! ?(?:-|,|&|and|und|et|y|to|bis|a) ?\\d)(?!\\d)",
  ),
  'gu',
);
