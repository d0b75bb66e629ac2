/** What people type instead of pressing a button. */
import { audiencesAbroad, commandsAbroad, methodAbroad, roleAbroad, stepWordsAbroad } from './commands-abroad.ts';
import type { Audience } from './kept.ts';
import { lowered } from './lowered.ts';

export type Command =
  | {
      readonly kind:
        | 'worked'
        | 'next'
        | 'helpdesk'
        | 'sources'
        | 'check'
        | 'none'
        | 'unsure'
        | 'yes'
        | 'start'
        | 'steps';
    }
  | { readonly kind: 'as'; readonly audience: Audience }
  | { readonly kind: 'method'; readonly n: number };

const commands: readonly (readonly [Exclude<Command['kind'], 'method' | 'as'>, RegExp])[] = [
  [
    'worked',
    /^(?:(?:yes|great|thanks|thank you|perfect)\W+)*(?:it|that|this)? ?(?:worked|works(?: now)?|fixed(?: it)?|solved(?: it)?|helped|did it|is fixed|is solved)(?: (?:now|thanks|thank you))*$/,
  ],
  [
    'next',
    /^(?:next|next method|next one|another(?: method| one| way)?|(?:it|that|this)? ?(?:did ?n[o']t|does ?n[o']t|has ?n[o']t) (?:work|help|fix it|solve it)(?:ed)?|no luck|(?:no|without) (?:change|difference|effect)|nothing (?:changed|happens|happened)|(?:it )?(?:is |it's )?(?:(?:still )?the )?same (?:error|thing|problem|issue|message|result)(?: again)?|(?:it )?still (?:the same|broken|fail(?:s|ing)|not working|(?:does|did) ?n[o']t work)|what else|try (?:the )?next(?: one| method)?)$/,
  ],
  [
    'helpdesk',
    /^(?:ask |call |contact |get )?(?:the |a |my )?(?:helpdesk|help desk|service desk|support|human|person|agent)$|^(?:talk|speak|hand (?:me )?over|escalate)(?: (?:to|with))?(?: (?:the|a|my))?(?: (?:human|person|agent|helpdesk|help desk|support|someone|somebody))?$|^(?:open|create|raise|file|make|new|log)(?: (?:a|the|an))?(?: (?:new|helpdesk|support))? ?(?:ticket|case|incident)(?: for (?:me|this|it|us))?$|^(?:ticket|agent|human)$|^(?:i|we)?(?:'d| would)? ?(?:need|want|like|get me|give me|get|connect me|put me through)(?: (?:to (?:talk|speak)|a|an|the|some|real|live|to|with|my|our|help|from))* (?:ticket|case|help ?desk|service desk|human(?: being)?|person|agent|(?:it )?support|it (?:guy|person|people|department)|someone|somebody)(?: (?:from it|from support|from the helpdesk|for me|to call me|to help me))*$|^(?:can |could )?(?:someone|somebody|anyone|a human|an agent|the helpdesk)(?: from (?:it|support|the helpdesk))? (?:call|contact|phone|help) me$/,
  ],
  [
    'start',
    /^(?:step by step|guide me|walk me through(?: it| this)?|(?:start|begin)(?: with)? (?:it|this|the (?:fix|method|steps)))$/,
  ],
  ['steps', /^(?:(?:all )?(?:the )?steps|(?:show |see )(?:me )?all(?: (?:the )?steps)?|the whole method)$/],
  ['sources', /^(?:show )?(?:the )?(?:sources?|references?|links?|where (?:is|does) (?:this|that|it) (?:come )?from)$/],
  ['check', /^(?:how (?:to|do i) )?(?:check|verify)(?: (?:it|this|that|first))?$/],
  [
    'none',
    /^(?:none|none of (?:these|those|them)|neither|something else|other|no|nope|(?:(?:it|that|this)(?:'?s| is) )?(?:not (?:it|that)|(?:the )?wrong(?: (?:one|answer))?))$/,
  ],
  [
    'unsure',
    /^(?:i )?(?:don'?t|do not) know$|^(?:no idea|not sure|unsure|unknown|dunno|idk|\?+|skip|weiss nicht|keine ahnung|je ne sais pas|no s[eé])$|^not known\b.*$|^\D{0,60}\b(?:don'?t|doesn'?t) know$/,
  ],
  ['yes', /^(?:yes|yes please|yep|yeah|sure|ok|okay|correct|right|exactly|ja|oui|s[ií]|はい)$/],
];

/** That a method did not help, somewhere in a short text: "nope, still the same", "I did that, no success". */
const noUse =
  /^(?:(?:nope|no|sorry|well|ok|but|still)[, ]+)*(?:it |that |this )?(?:still )?(?:does ?n[o']?t|did ?n[o']?t|is ?n[o']?t|not) work(?:ing|ed)?(?: either| at all)?[\s.!]*$|(?:^|[,.;:!?] ?|\b(?:but|and|so|nope|no|sorry|well|aber|mais|pero|y|et|und) )(?:(?:(?:i|we)(?: have|'ve)? )?(?:already (?:did|done|tried)|tried)(?: (?:that|it|this|all(?: of)?(?: that| it)?|everything))?(?: already| twice| before)?|(?:(?:i|we) )?did (?:that|it|this|everything) (?:already|twice|before)|(?:it |that |this )?(?:is |'s )?(?:still |exactly )?(?:the )?same(?: (?:error|thing|problem|issue|message|result))?(?: again)?|(?:it |that |this )?(?:still )?(?:(?:did|has|does) ?n[o']?t|not) (?:help|fix|solve)(?:ed|ing)?(?: (?:it|that|either|at all))?|no (?:success|luck|joy|change|difference|effect)|immer noch (?:gleich|das gleiche|dasselbe|der gleiche fehler|nicht)|(?:das )?(?:hat|hilft|bringt) (?:nicht|nichts)(?: geholfen| gebracht)?|habe ich schon (?:gemacht|probiert|versucht)|toujours (?:pareil|la même (?:chose|erreur))|(?:ça|cela) n'a (?:pas|rien) (?:aidé|changé|marché)|déjà (?:fait|essayé)|sigue igual|(?:eso )?no (?:ayudó|ha ayudado|sirvió)|ya lo (?:hice|he hecho|probé)|まだ同じ(?:です)?|変わりません|もうやりました)(?=$|[,.;:!?。]| (?:here|again|now|as before|for (?:me|him|her|them|us)|and|but)\b)/;

/** Whether a text after a method says that it did not help; one with a number in it may say more. */
export const helpedNot = (text: string): boolean =>
  text.length <= longest && !/\d{4}/.test(text) && noUse.test(lowered(text));

const audiences: readonly (readonly [Audience, RegExp])[] = [
  ['user', /^(?:just |only )?(?:a |an |the )?(?:normal |ordinary |end )?user$|^(?:no|not an?) admin(?:istrator)?$/],
  ['helpdesk', /^(?:from |with |on )?(?:the |a )?(?:help ?desk|service ?desk|support)(?: agent| person)?$/],
  ['tenant-admin', /^(?:the |an? )?(?:tenant |global |it |system |office 365 |m365 )?(?:admin|administrator)$/],
  ['app-developer', /^(?:the |an? )?(?:app(?:lication)? )?(?:developer|owner)$/],
];

/** "I am the admin": whose view to show. */
const audienceIn = (said: string): Audience | undefined => {
  const [, european, japanese] = roleAbroad.exec(said) ?? [];
  const role = /^i(?:'m| am) (.{3,40})$/.exec(said)?.[1] ?? european ?? japanese;
  return role === undefined
    ? undefined
    : [...audiences, ...audiencesAbroad].find(([, pattern]) => pattern.test(role))?.[0];
};

/** What is typed while a method is walked through. */
export type StepWord = 'done' | 'failed' | 'skip' | 'back';

const stepWords: readonly (readonly [StepWord, RegExp])[] = [
  ['done', /^(?:done|ok(?:ay)?|yes|did (?:it|that)|next(?: step)?|go on|continue|ready|check|finished)$/],
  [
    'failed',
    /^(?:(?:it |this |that |step )?(?:failed|fails?|did ?n[o']t work|does ?n[o']t work)|no|an? error|got an error)$/,
  ],
  ['skip', /^(?:skip(?: it| this| that)?|not needed|already done)$/],
  ['back', /^(?:(?:go )?back|previous(?: step)?)$/],
];

/** What a text says about the step at hand, or null. */
export const stepWord = (text: string): StepWord | null => {
  const said = text.length > longest ? '' : tidy(text);
  return [...stepWords, ...stepWordsAbroad].find(([, pattern]) => pattern.test(said))?.[0] ?? null;
};

/** Longer texts are problems to look up, not commands. */
const longest = 120;

const polite =
  /^(?:(?:please|pls|ok|okay|so|well|hi|hello|sorry|i (?:want|would like|need) to|i'?d like to|can (?:i|you|we)|could (?:i|you)|let me|just|show me)\W+)+|\W+(?:please|pls|now|thanks|thank you|mate|then)$|^(?:(?:bitte|por favor|s'il vous plaît)\W+)|\W+(?:bitte|por favor|s'il vous plaît)$|(?:を?お願いします)$/g;

const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 9 };

const tidy = (text: string): string =>
  lowered(text)
    .replaceAll(',', '')
    .replace(/[\s!.。！]{1,40}$/u, '')
    .replace(/(?<=\w)\s?[?？]$/u, '');

const all = [...commands, ...commandsAbroad];

/** The command that the whole text is, or null when it is something to look up. */
export const command = (text: string): Command | null => {
  if (text.length > longest) return null;
  const said = tidy(text);
  const audience = audienceIn(said);
  if (audience) return { kind: 'as', audience };
  const short = said.replace(polite, '').replace(polite, '');
  const method = /^(?:show )?(?:me )?(?:the )?(?:method (\d)|(first|second|third|fourth|last) method)$/.exec(short);
  if (method) return { kind: 'method', n: Number(method[1] ?? ordinals[method[2]!]) };
  const abroad = methodAbroad.exec(short)?.[1];
  if (abroad) return { kind: 'method', n: Number(abroad) };
  const spellings = short === said ? [said] : [said, short];
  const kind = all.find(([, pattern]) => spellings.some((one) => pattern.test(one)))?.[0];
  return kind ? { kind } : null;
};
