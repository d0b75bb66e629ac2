/** Methods and steps by their numbers: "method 2", "explain the third step", "already did methods 1 and 2". */
import { any, folded, longest, pattern, whole } from './phrases.ts';

/** The number that stands for the last method or step. */
export const last = 99;

export type Numbered = { readonly kind: 'method' | 'step'; readonly n: number };

/** What methods and steps are called in five languages, as folded texts have it. */
const called = {
  method: { one: 'method|methode|metodo', many: 'methods|methoden|methodes|metodos', japanese: '方法' },
  step: { one: 'step|schritt|etape|paso', many: 'steps|schritte|etapes|pasos', japanese: '手順|ステップ' },
} as const;

const nameOf = ({ one, many, japanese }: (typeof called)[Numbered['kind']]): string =>
  any(`\\b${any(many, one)}`, japanese);
const methodName = nameOf(called.method);
const stepName = nameOf(called.step);

/** Several methods by their name. */
export const methodsName = any(`\\b${any(called.method.many)}`, called.method.japanese);

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
  `${leadAbroad}(?:(?<method>${methodName})|${stepName}) ?(?<n>\\d{1,2})(?: (?:erklären|genauer|zeigen|nochmal|noch ?mal|déjà|encore|otra vez|por favor)|(?:を|について)?(?:説明して|見せて|教えて)(?:ください)?)?`,
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

/** What stands between the numbers of a list, and between both ends of a range. */
const until = '(?:[-–~〜～]|から|(?:to|through|bis|al?|hasta)(?![a-z]))';
const joint = any(until, '[,、・&+と]', '(?:and|und|et|y)(?![a-z])');

/** What is counted by a number that is none of a method or step: "did step 1, 5 users still fail". */
const counted = any(
  '(?:users?|people|persons?|colleagues|accounts|devices|machines|computers|pcs|laptops|phones|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|times|others|more)\\b',
  '(?:benutzer|nutzer|leute|personen|kollegen|kolleginnen|konten|gerate|rechner|sekunden?|minuten|stunden?|tagen?|wochen?|mal|andere)\\b',
  '(?:utilisateurs?|personnes?|collegues|comptes|postes|secondes?|heures?|jours?|fois|autres)\\b',
  '(?:usuarios?|personas?|companeros|cuentas|equipos|segundos?|minutos?|horas?|dias?|veces|otros|mas)\\b',
  '[人名台秒分日回]|時間',
);

const listOf = (name: string): string =>
  `${name} ?\\d{1,2}(?!\\d)(?! ?${counted})(?:(?: ?${joint}){1,2} ?(?:${name} ?)?\\d{1,2}(?!\\d)(?! ?${counted})){0,8}`;

/** Methods by their numbers: "methods 1, 2 and 4", "method 1 to 3". */
export const methodList = listOf(methodName);
const stepList = listOf(stepName);

const methods = pattern(methodList);
const nthMethod = pattern(`\\b(${ordinals.join('|')}) method\\b`);
const steps = pattern(stepList);

/** A number of a list, or both ends of a range. */
const numberOrRange = new RegExp(pattern(`(\\d+)(?: ?${until} ?(?:${any(methodName, stepName)} ?)?(\\d+))?`), 'gu');

/** The numbers of a list, with those within its ranges. */
const numbersOf = (list: string): readonly number[] =>
  [...list.matchAll(numberOrRange)].flatMap(([, one, other = one]) => {
    const [from, to] = [Number(one), Number(other)] as const;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => Math.min(from, to) + n);
  });

/** "From method 1 to method 3" names both ends, between which nothing was done. */
const wayBetween = pattern(
  `(?:\\bfrom|\\bvon|\\bde) (?:${any(methodName, stepName)}) ?(\\d{1,2}) ?${until} ?(?:${any(methodName, stepName)}) ?(\\d{1,2})`,
);

const listedIn = (text: string, lists: RegExp): readonly number[] => {
  const said = folded(text);
  const [, from, to] = wayBetween.exec(said) ?? [];
  return from === undefined ? numbersOf(lists.exec(said)?.[0] ?? '') : [Number(from), Number(to)];
};

/** The numbers of the methods that a text names among other words. */
export const methodsIn = (text: string): readonly number[] => {
  const listed = listedIn(text, methods);
  const nth = nthMethod.exec(folded(text))?.[1];
  return listed.length === 0 && nth !== undefined ? [ordinals.indexOf(nth) + 1] : listed;
};

/** The numbers of the steps that a text names among other words. */
export const stepsIn = (text: string): readonly number[] => listedIn(text, steps);

/** The furthest of the steps that a text names: "I did steps 1 to 3". */
export const furthestStepIn = (text: string): number | undefined => {
  const [first, ...others] = stepsIn(text);
  return first === undefined ? undefined : Math.max(first, ...others);
};

/** A step with the words that lead to it, and the particle behind it in Japanese. */
const namedStep = new RegExp(
  pattern(
    `(?:\\b(?:i'?m |i am )?(?:(?:stuck )?(?:at|on|in|for|with|of)|bei|im?|zu|a|en)(?: the| der| dem| la| el)? )?(?:l')?${stepList} ?(?:では|で(?!き)|[はがをも])?`,
  ),
  'gu',
);

/** The one step that a text names, and what it says beside that; undefined where it names none or several. */
export const stepNamedIn = (text: string): { readonly step: number; readonly rest: string } | undefined => {
  if (text.length > longest) return undefined;
  const said = folded(text);
  const [only, ...others] = said.matchAll(namedStep);
  const [step, ...more] = numbersOf(only?.[0] ?? '');
  if (!only || step === undefined || others.length + more.length > 0) return undefined;
  const rest = said
    .replace(only[0], ' ')
    .replace(/^[\s,:.-]+|[\s,:-]+$/g, '')
    .replace(/\s+/g, ' ');
  return { step, rest };
};
