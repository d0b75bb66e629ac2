/** What people type instead of pressing a button. */
import {
  assentsAbroad,
  audiencesAbroad,
  commandsAbroad,
  noRights,
  roleAbroad,
  stepWordsAbroad,
} from './commands-abroad.ts';
import { isOne, peeled, plainly } from './courtesy.ts';
import { done } from './done.ts';
import { helped, helpedOtherwise, onlyHelpedNot } from './helped.ts';
import type { Audience } from './kept.ts';
import { newMatter } from './new-matter.ts';
import { type Numbered, numberedIn } from './numbers.ts';
import { once } from './once.ts';
import {
  any,
  clausesOf,
  longest,
  lowered,
  pattern,
  phraseOf,
  unpaused,
  whole,
  type Phrases,
  holdsCode,
} from './phrases.ts';
import { questionWord } from './question.ts';
import { trouble, troubleJapanese } from './trouble.ts';
import { isNo, no, yes } from './yes-no.ts';

export type Command =
  | {
      readonly kind:
        | 'worked'
        | 'closed'
        | 'next'
        | 'helpdesk'
        | 'sources'
        | 'check'
        | 'none'
        | 'unsure'
        | 'yes'
        | 'start'
        | 'steps'
        | 'elsewhere';
    }
  | { readonly kind: 'as'; readonly audience: Audience }
  | Numbered;

/** The commands that take nothing with them, but "worked" and "closed", which are said in too many ways for one pattern. */
export type Kind = Exclude<Command['kind'], 'method' | 'step' | 'as' | 'worked' | 'closed'>;

const desk = any('help ?desk', 'service desk', '(?:it )?support', 'human(?: being)?', 'person', 'agent', 'technician');
const somebody = any('someone', 'somebody', 'anyone', 'anybody', 'it (?:guy|person|people|department)');
const ticket = any('ticket', 'case', 'incident');
const named = '(?:(?:my|the|our|a) )?[^ ]+(?: (?:from|in) [^ ]+)?';

const commands: readonly Phrases<Kind>[] = [
  [
    'next',
    whole(
      'next(?: (?:one|method|fix|way|option|solution))?|try (?:the )?next(?: one| method)?|another(?: (?:method|one|way|fix|option|idea))?',
      "(?:and |so |ok )*(?:and now|what(?:'?s| is) the next (?:method|one|step|thing)|what(?: else|'?s next| is next| next| now| then)|now what)|what else (?:can|could|should) (?:i|we) (?:do|try)",
      '(?:do you have |is there )?(?:another|any other|other) (?:ideas?|ways?|methods?|options?|solutions?)|any other|(?:is there )?anything else(?: (?:i|we) (?:can|could) try)?',
      'nothing (?:changed|happens|happened)',
      'skip (?:it|this|that)(?: (?:one|method))?',
    ),
  ],
  [
    'helpdesk',
    whole(
      `(?:ask |call |contact |get )?(?:the |a |an |my |our |real )*${desk}`,
      `(?:talk|speak|hand (?:me )?over|escalate)(?: (?:to|with))?(?: (?:the|a|an|my|real|live|it))*(?: ${any(desk, somebody)})?(?: (?:from|in) (?:it|support|the help ?desk))?`,
      `(?:open|create|raise|file|make|new|log|submit)(?: (?:me|us))?(?: (?:a|the|an|another))?(?: (?:new|helpdesk|support))? ?${ticket}(?: (?:for|about) (?:me|this|it|us|him|her|that|them|${named}))?`,
      'ticket',
      `(?:i|we)?(?:'d| would)? ?(?:need|want|like|get me|give me|get|connect me|put me through)(?: (?:to (?:talk|speak)|a|an|the|some|real|live|to|with|my|our|help|from))* ${any(ticket, desk, somebody)}(?: (?:from it|from support|from the helpdesk|for me|to call me|to help me))*`,
      `(?:can |could )?(?:${somebody}|a human|an agent|the help ?desk)(?: from (?:it|support|the help ?desk))? (?:call|contact|phone|help) me`,
      'whom? (?:do|can|should|could|must|shall) (?:i|we) (?:call|contact|ask|phone|ring|talk to|speak to|turn to|write to)(?: (?:now|about (?:this|that|it)|for help))*',
      '(?:give me )?(?:the |a )?text for (?:the |my |our )?(?:help ?desk|support)',
      'who can help(?: (?:me|us))?(?: with (?:this|that|it))?',
    ),
  ],
  [
    'start',
    whole(
      'step by step|guide me|walk me through(?: it| this)?|(?:start|begin)(?: with)? (?:it|this|the (?:fix|method|steps))',
      'how|how exactly|how (?:do|can|should|would) (?:i|we|you) (?:do|fix|solve|resolve|repair)(?: (?:that|this|it))?(?: exactly)?|how to (?:do|fix) (?:that|this|it)|how does that work|how is (?:that|it) done|(?:tell me )?how',
      "what (?:do|should|must|can|shall) (?:i|we) (?:do|start with|try)(?: (?:first|now|here|exactly))*|what (?:comes )?first|(?:what(?:'s| is) the )?first step",
      'where (?:do|should|can) (?:i|we) (?:start|begin)',
      '(?:and )?so what(?: (?:do (?:i|we) do|now|then))*',
    ),
  ],
  [
    'steps',
    whole(
      "(?:(?:give|show|tell|send) me )?(?:the |a |which |what(?: is|'s) the )command(?: for (?:that|this|it))?|command please",
      '(?:all )?(?:the )?steps|(?:show |see )?(?:me )?all(?: of)?(?: the)? steps|(?:show|see)(?: me)? all|the whole method',
    ),
  ],
  [
    'sources',
    whole('(?:show )?(?:the )?(?:sources?|references?|links?|where (?:is|does) (?:this|that|it) (?:come )?from)'),
  ],
  [
    'elsewhere',
    whole(
      '(?:look|search|check|try)(?: (?:somewhere else|elsewhere|for (?:something|anything|what) else(?: (?:that )?fits)?|again with that))|what else (?:fits|could it be|can it be|might it be)',
      '(?:such|suche|suchen sie)(?: bitte)? (?:woanders|(?:etwas |was )?anderes)(?: (?:das|was) passt)?|anderes suchen(?: das passt)?|was (?:passt|könnte es) sonst(?: noch)?(?: sein)?',
      "cherche[rz]? (?:ailleurs|autre chose)|qu'est-ce que ça peut être d'autre|busc(?:a|ar|ue) (?:en otro sitio|otra cosa|qué más encaja)|qué más (?:puede|podría) ser|ほかを?(?:探して(?:ください)?|探す)|他を?(?:探して(?:ください)?|探す)",
    ),
  ],
  ['check', whole('(?:how (?:to|do i) )?(?:check|verify)(?: (?:it|this|that|first))?')],
  [
    'none',
    whole(
      `none|none of (?:these|those|them)|neither|something else|other|${no}|not my (?:problem|issue|case|error)`,
      "(?:(?:it|that|this)(?:'?s| is| was|'?s just| is just)? )?(?:not|isn'?t|wasn'?t|is not|was not) (?:it|that|the (?:problem|issue|case|cause|reason|one)|my (?:problem|issue|case|error)|what i (?:mean|meant|asked|see|have))",
      "(?:(?:it|that|this)(?:'?s| is) )?(?:the )?wrong(?: (?:one|answer))?|(?:it|that|this)(?:'?s| is) something (?:else|different)",
    ),
  ],
  [
    'unsure',
    whole(
      "(?:i )?(?:don'?t|do not) know|no idea|not sure|unsure|unknown|dunno|idk|\\?+|skip",
      "not known(?: .*)?|(?:\\S+ ){0,3}(?:don'?t|doesn'?t|do not|does not) know",
    ),
  ],
  ['yes', whole(`${yes}|yes (?:please|thanks|thank you)|ok|okay|correct|right|exactly`)],
];

const audiences: readonly Phrases<Audience>[] = [
  [
    'user',
    whole(
      '(?:just |only )?(?:a |an |the )?(?:normal |ordinary |regular |simple |plain |standard |end[ -]?)*user|(?:no|not (?:an?|the)) (?:it )?admin(?:istrator)?',
      '(?:just |only )?(?:an? |the )?(?:manager|boss|teacher|assistant|secretary|team lead)(?:(?: and)? not (?:an? )?(?:it|it person|technical|technician|admin))?|not (?:it|technical|an it person|a technician)',
    ),
  ],
  ['helpdesk', whole('(?:from |with |on )?(?:the |a )?(?:help ?desk|service ?desk|support)(?: agent| person)?')],
  ['tenant-admin', whole('(?:the |an? )?(?:tenant |global |it |system |office 365 |m365 )?(?:admin|administrator)')],
  ['app-developer', whole('(?:the |an? )?(?:app(?:lication)? )?(?:developer|owner)')],
];

/** "I am a normal user, I have no admin rights": whose view to show. */
const audienceIn = (clauses: readonly string[], said: string): Audience | undefined => {
  const told = clauses.flatMap((clause) => clause.split(and)).filter((clause) => peeled(clause) !== '');
  const heard = told.map((clause) => (noRights.test(clause) ? 'user' : roleIn(clause)));
  const [first] = heard;
  return (first !== undefined && heard.every((one) => one === first) ? first : undefined) ?? roleIn(said);
};

const and = / (?:and|und|et|y) /;

const roleIn = (said: string): Audience | undefined => {
  const [, european, japanese] = roleAbroad.exec(said) ?? [];
  const role =
    /^(?:(?:ok|okay|and|so|but|well|yes|no|sorry) )*i(?:'m| am|m) (.{3,40})$/.exec(said)?.[1] ?? european ?? japanese;
  return role === undefined ? undefined : phraseOf([...audiences, ...audiencesAbroad], (phrases) => phrases.test(role));
};

/** What is typed while a method is walked through. */
export type StepWord = 'done' | 'failed' | 'skip' | 'back';

const stepWords: readonly Phrases<StepWord>[] = [
  [
    'failed',
    whole(
      "(?:it |this |that |(?:the |this )?step |it all )?(?:failed|fails?|did ?n[o']t work|does ?n[o']t work|did not work)|got an error",
    ),
  ],
  ['back', whole('(?:go )?back|(?:the )?previous(?: step)?|(?:go )?(?:one )?step back')],
  ['skip', whole('skip(?: it| this| that)?(?: step| one)?|not needed|already done')],
  [
    'done',
    whole(
      done,
      "(?:the )?next(?: step)?|go on|carry on|continue|(?:(?:i|we)(?:'ve| have)? )?(?:just )?checked(?: (?:it|that|this))?",
    ),
  ],
];

/** What says something of a step only where no more is said. */
const assents: readonly Phrases<StepWord>[] = [
  [
    'done',
    whole(`${yes}|ok(?:ay)?|ready|check|(?:and )?then|(?:and |so )?what(?:'?s| is)?(?: now| next| then)|now what`),
  ],
  ['failed', whole(`${no}|an? error`)],
];

/** More words than these tell a story of their own. */
const mostStepWords = 15;

/** What makes a remark beside a step word more than a remark: a question, a turn, or trouble behind what was done. */
const asks = pattern(`[?？]|^(?:and |so |but )?(?:${questionWord}|was)\\b`);
const troubled = pattern(
  `(?:^| )${any(trouble, 'but|still|can .+|aber|immer noch|mais|toujours|pero|sigue')}(?: |$)|${troubleJapanese}|けど|ですが|まだ`,
);

const heardOf = (all: readonly Phrases<StepWord>[], said: string): StepWord | undefined =>
  phraseOf(all, (phrases) => phrases.test(said)) ?? phraseOf(all, (phrases) => isOne(phrases, said));

/** "KeySignTest : FAILED" is what a program printed, and says nothing of the step. */
const isReading = (text: string): boolean => /[\p{L})][ \t]*:[ \t]*(?:failed|failure|error)[\s.!]*$/iu.test(text);

/** What a text says about the step at hand, first or last, or null: "ok, next step", "it failed, the button is grey". */
export const stepWord = (text: string): StepWord | null => {
  if (text.length > longest || isReading(text)) return null;
  const all = clausesOf(text);
  const clauses = all.filter((clause, n) => peeled(clause) !== '' || n === all.length - 1);
  const strong = (said: string) => heardOf([...stepWords, ...stepWordsAbroad], said);
  const weak = (said: string) => phraseOf([...assents, ...assentsAbroad], (phrases) => phrases.test(said));
  const joined = all.join(' ');
  const alone = strong(joined) ?? weak(joined);
  if (alone) return alone;
  const words = [clauses[0], clauses.at(-1)].map((clause) => strong(clause ?? ''));
  const word = order.find((one) => words.includes(one));
  const remarks = clauses.filter((clause) => !strong(clause) && !weak(clause) && peeled(clause) !== '');
  if (remarks.length === 0) return word ?? weak(clauses[0] ?? '') ?? null;
  const isMore =
    joined.split(' ').length > mostStepWords || holdsCode(text) || /[?？]/.test(text) || newMatter(text) !== null;
  if (!word || isMore || remarks.some((remark) => asks.test(remark) || isOther(remark, word))) return null;
  return word;
};

/** Of two words the one that tells more of the step. */
const order: readonly StepWord[] = stepWords.map(([word]) => word);

/** A remark that is a command or a success of its own, or trouble that a step was not said to have met. */
const isOther = (remark: string, word: StepWord): boolean =>
  command(remark) !== null || (word === 'done' && troubled.test(remark));

/** The command that the whole text is, or null when it is something to look up. */
export const command = once((text): Command | null => {
  if (text.length > longest) return null;
  const clauses = clausesOf(text);
  const said = clauses.join(' ') || lowered(text);
  const short = plainly(text);
  const ways = isNo(clauses[0] ?? '') ? [said, clauses.slice(1).join(' ')] : [said];
  const audience = holdsCode(text) ? undefined : audienceIn(clauses, said);
  if (audience) return { kind: 'as', audience };
  const one = numberedIn(short);
  if (one) return one;
  if (helped(text)) return { kind: helpedOtherwise(text) ? 'closed' : 'worked' };
  const kind = phraseOf(
    [...commands, ...commandsAbroad],
    (phrases) => phrases.test(short) || ways.some((way) => isOne(phrases, way)),
  );
  if (kind) return { kind };
  return !holdsCode(text) && (onlyHelpedNot(text) || asksOn(text)) ? { kind: 'next' } : null;
});

/** "Does not work. What else": it did not help, and what comes next is asked for. */
const asksOn = (text: string): boolean => {
  const clauses = text.split(/(?<=[.,;:!?])\s+|(?<=[。、！？])/u).filter((clause) => plainly(clause) !== '');
  if (clauses.length < 2 || clauses.length > mostAsking) return false;
  const words = clauses.map((clause) => {
    const said = unpaused(clause);
    if (heardOf([...stepWords, ...stepWordsAbroad], said) === 'failed' || onlyHelpedNot(clause)) return 'failed';
    return phraseOf([...commands, ...commandsAbroad], (phrases) => phrases.test(said) || isOne(phrases, said));
  });
  return words.includes('next') && words.every((word) => word === 'next' || word === 'failed');
};

const mostAsking = 3;
