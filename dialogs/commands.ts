/** What people type instead of pressing a button. */

export type Command =
  | { readonly kind: 'worked' | 'next' | 'helpdesk' | 'sources' | 'check' | 'none' | 'unsure' | 'yes' }
  | { readonly kind: 'method'; readonly n: number };

const commands: readonly (readonly [Exclude<Command['kind'], 'method'>, RegExp])[] = [
  [
    'worked',
    /^(?:(?:yes|great|thanks|thank you|perfect)\W+)*(?:it|that|this)? ?(?:worked|works(?: now)?|fixed(?: it)?|solved(?: it)?|helped|did it|is fixed|is solved)(?: (?:now|thanks|thank you))*$/,
  ],
  [
    'next',
    /^(?:next|next method|next one|another(?: method| one| way)?|(?:it|that|this)? ?(?:did ?n[o']t|does ?n[o']t|has ?n[o']t) (?:work|help|fix it|solve it)(?:ed)?|no luck|still (?:the same|broken|failing|not working)|what else|try (?:the )?next(?: one| method)?)$/,
  ],
  [
    'helpdesk',
    /^(?:ask |call |contact |get )?(?:the |a |my )?(?:helpdesk|help desk|service desk|support|human|person|agent)$|^(?:talk|speak|hand (?:me )?over|escalate)(?: (?:to|with))?(?: (?:the|a|my))?(?: (?:human|person|agent|helpdesk|help desk|support|someone|somebody))?$/,
  ],
  ['sources', /^(?:show )?(?:the )?(?:sources?|references?|links?|where (?:is|does) (?:this|that|it) (?:come )?from)$/],
  ['check', /^(?:how (?:to|do i) )?(?:check|verify)(?: (?:it|this|that|first))?$/],
  ['none', /^(?:none|none of (?:these|those|them)|neither|something else|other|no|nope)$/],
  [
    'unsure',
    /^(?:i )?(?:don'?t|do not) know$|^(?:no idea|not sure|unsure|unknown|dunno|idk|\?+|skip|weiss nicht|keine ahnung|je ne sais pas|no s[eé])$|^not known\b.*$|.*\b(?:don'?t|doesn'?t) know$/,
  ],
  ['yes', /^(?:yes|yes please|yep|yeah|sure|ok|okay|correct|right|exactly|ja|oui|s[ií]|はい)$/],
];

/** The command that the whole text is, or null when it is something to look up. */
export const command = (text: string): Command | null => {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replaceAll(',', '')
    .replace(/[\s!.]+$/, '');
  const method = /^(?:show )?(?:me )?method (\d)$/.exec(said);
  if (method) return { kind: 'method', n: Number(method[1]) };
  const kind = commands.find(([, pattern]) => pattern.test(said))?.[0];
  return kind ? { kind } : null;
};
