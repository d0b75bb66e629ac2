/** Hears by its form that a part of a text may say that something was done. */
import { lowered } from './phrases.ts';
import { isTrouble } from './trouble.ts';

/** How a deed looks by its verb, which comes first or, in German and French, last: in five languages too many to list. */
const formed = new RegExp(
  [
    String.raw`^(?:(?:ok|and|then|so|just|now|also|finally|i|we|he|she|they|vendor|admin|it) )*(?:re-?)?(?:(?!(?:need|feed|indeed|speed|proceed|succeed)(?: |$))\p{L}{2,}ed|took|put|set|gave|ran|did|made|sent|got|went|cut|chose|wrote|swapped|let|built|reset)(?: |$)`,
    String.raw`^(?:y |ya |lo |la |los |las |le |les |se |me |he |hemos |ha )*\p{L}{2,}(?:é|í|ó|ado|ada|ados|adas|ido|ida|idos|idas|amos|imos|aron|ieron)(?: |$)`,
    String.raw`^(?:(?:j'ai|on a|il a|elle a|nous avons|puis|et) )*(?:\p{L}+ ){0,2}\p{L}{2,}(?:é|ée|és|ées)(?: |$)|\p{L}{3,}(?:é|ée|és|ées)$`,
    String.raw`(?:^| )(?:ge|be|ver|er|ent|zer|ab|an|auf|aus|ein|um|zu|weg|neu|hin|durch)\p{L}{3,}(?:t|en)$`,
    '(?:たら|て)$',
  ].join('|'),
  'u',
);

/** Whether a part of a text may say that something was done; by its form alone, which a story has as well. */
export const mayBeDeed = (part: string): boolean => formed.test(lowered(part)) && !isTrouble(part);
