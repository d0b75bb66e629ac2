/** What is said after an answer and is no command: a reaction to it, a question or a fact that goes with it, a fact that turns it, or another problem. */
import type { Catalog, Entry, Facet, FollowUp, Found, Known, Spoken } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';
import { type Asked, askedIn, askedInWord, asksOnly, asksSafest } from './asked.ts';
import { behindDeed, isOfPast, isOwn, isShownNow } from './belongs.ts';
import type { Beside } from './beside.ts';
import { relapseIn } from './earlier.ts';
import { type Facts, factsIn, isInPassing } from './facts.ts';
import { behindIn, type Confirm } from './fix.ts';
import { clausesOf, countOf, folded, longest, pattern } from './phrases.ts';
import { speaksAgainst } from './judged.ts';
import { type Meant, meantBy } from './meant.ts';
import { isUnchanged } from './natural.ts';
import { methodsIn } from './numbers.ts';
import { isPrintedOfOther, isPrintedOtherwise } from './printed.ts';
import { asksToCure } from './other-code.ts';
import { type DoneBefore, doneBeforeIn, type Excluded, excludedIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { reactionOf } from './small-talk.ts';
import {
  askedAbout,
  asksBeside,
  closestIn,
  findingIn,
  isSure,
  mayFindIn,
  namesVersion,
  nearIn,
  type Sure,
  stepIn,
  suggestedIn,
  sureIn,
} from './spoken.ts';
import { isTrouble } from './trouble.ts';
import { valuesIn } from './values.ts';
import { asksWhatIsLeft } from './what-now.ts';

/**
 * `done`: a method was gone through; `names`: the person's own names for its commands; `stuck`: it met trouble; `still`: nothing that says more of the problem; `asks`: a question about the answer; `method`: one of its methods by its number;
 * `facts`: it tells facts that go with the answer or do not, and of which it may speak; `speaks`: the answer says something of it; `turns`: together with what was told before, it speaks for another one;
 * `excludes`: it rules out what the answer deals with, or may; `doneBefore`: what the answer tells to do was done;
 * `suggested`: what stands beside the answer that it may ask or tell;
 * `aside`: it may belong to the problem or be another one, which the person has to say, or is a question that the answer leaves open.
 */
export type Afterthought =
  | { readonly kind: 'done' | 'names' | 'stuck' | 'still' }
  /** `of`: the method that it asks about. */
  | {
      readonly kind: 'asks';
      readonly what: Asked;
      readonly of?: number | undefined;
      readonly suggested: readonly Spoken[];
    }
  | { readonly kind: 'method'; readonly n: number }
  | { readonly kind: 'speaks'; readonly sure: Sure; readonly suggested: readonly Spoken[] }
  | {
      readonly kind: 'facts';
      readonly facts: Facts;
      readonly spoken: Spoken | null;
      readonly near: readonly Spoken[];
      readonly suggested: readonly Spoken[];
      readonly meant?: Meant | undefined;
      /** What it may find. */
      readonly finding?: Spoken | undefined;
      readonly alone: Known;
    }
  | { readonly kind: 'turns'; readonly found: Found }
  | { readonly kind: 'excludes'; readonly excluded: Excluded }
  | { readonly kind: 'doneBefore'; readonly done: DoneBefore }
  | {
      readonly kind: 'aside';
      readonly found: Found;
      readonly question: boolean;
      readonly near: readonly Spoken[];
      readonly meant?: Meant | undefined;
      readonly closest: readonly Spoken[];
      readonly suggested: readonly Spoken[];
      /** What stands beside another answer, where this one has nothing close. */
      readonly beside?: Beside | undefined;
    };

/** So many words at most tell a name and no more. */
const mostOfName = 10;

/** From such a chance on a text goes with the answer; it has to be surer where another system may be spoken of, and surest where it has a code, or where with what was told before it would turn to another answer. */
const from = { stays: 0.25, unknown: 0.2, elsewhere: 0.4, surely: 0.85 } as const;

/** Whether a text begins another matter, which has to be clear, because to leave an answer wrongly costs more than to stay; a few words say too little for that, and what finds nothing by itself gains little by leaving. A code that nobody knows is named, unless what is said with it is told by the answer. */
const leaves = (text: string, { verdict, unknownCodes }: Found, stays: number, isTold: boolean): boolean => {
  if (verdict === 'unknown' && unknownCodes.length > 0 && !isTold) return true;
  if (verdict === 'confirm' || unknownCodes.length > 0) return stays < from.surely;
  if (verdict === 'foreign') return stays < from.elsewhere;
  const isBrief = countOf(text) < few;
  const least = verdict === 'unknown' ? from.unknown : from.stays;
  return stays < least && (!isBrief || verdict === 'answer');
};

/** What names no other problem does not begin one where it asks what stands beside the answer. */
const vague: ReadonlySet<Found['verdict']> = new Set<Found['verdict']>(['clarify', 'unknown']);

/** Whether so few words beside the answer's own code ask for what it says. */
const asksAgain = (text: string, codes: readonly string[], entry: Entry): boolean =>
  countOf(text) < sentence && codes.every((code) => entry.codes.includes(code));

/** Whether a text asks how another code, which has an answer of its own, is cured, and says nothing else. */
const asksOther = (text: string, { verdict, extracted }: Found, { codes }: Entry): boolean =>
  verdict === 'answer' && extracted.codes.every((code) => !codes.includes(code)) && asksToCure(text);

/** So many words make a sentence. */
const sentence = 5;

/** "Already did methods 1 and 2, same": what a text names was tried, and met no error that could be told of. */
export const triedIn = (text: string): readonly number[] =>
  tried.test(folded(text)) && !isQuestion(text) && !/error|fail|denied|fehler|erreur/i.test(text)
    ? methodsIn(text)
    : [];

const tried = pattern(
  "\\b(?:tried|already (?:did|done|tried)|no (?:luck|success|change)|schon (?:gemacht|probiert|versucht)|probiert|(?<!\\b(?:me|nos|se) )deja(?! (?:el|los|de|que)\\b)|(?<!\\b(?:[jt]'|je |tu |il |elle |on |nous ))essaye|probe|ya (?:lo )?hice)(?![\\p{L}])|\\b(?:same|mismo|gleich|pareil)(?: (?:thing|problem|result))?[\\s.!]*$",
);

const still = { kind: 'still' } as const;

/** What a text is after the answer `entry`; `alone` is what it says by itself. Null where it is a problem of its own. */
export const afterthought = (
  text: string,
  alone: Found,
  entry: Entry,
  state: Confirm,
  catalog: Catalog,
): Afterthought | null => {
  const { known } = state;
  const reaction = reactionOf(text);
  if (relapseIn(text) === '') return still;
  if (asksWhatIsLeft(text)) return { kind: 'doneBefore', done: { said: '', early: false, methods: [] } };
  if (reaction) return reaction === 'done' ? { kind: 'done' } : still;
  if (state.rather && alone.verdict === 'answer' && alone.candidates[0]?.entry.id === state.rather) return null;
  const { codes } = alone.extracted;
  const isReport = codes.every((code) => entry.codes.includes(code)) && doneBeforeIn(text, entry, catalog) !== null;
  const isPast = codes.length > 0 && isOfPast(text);
  const isCoded = codes.length > 0 && !isReport && !isPast && !isFinding(text, alone, entry);
  if (isCoded && (isShownNow(text) || asksAgain(text, codes, entry) || asksOther(text, alone, entry))) return null;
  const spokenOf = catalog.followUp(entry, withoutNames(text), state.method);
  const stated = isQuestion(text) ? null : factsIn(text, alone, entry, catalog);
  // Whom it hits asks for no list of them: "all users of contoso.com".
  const followUp = stated?.told.scope === undefined ? spokenOf : { ...spokenOf, faq: [] };
  const question =
    asksBeside(followUp) || isQuestion(text) || (text.length <= longest && clausesOf(text).some(isQuestion));
  const asked = behindDeed(text);
  const stays = Math.max(
    catalog.staying(catalog.following(entry, text, alone)),
    asked === null ? 0 : catalog.staying(catalog.following(entry, asked)),
  );
  if (isCoded && stays < from.surely) return null;
  const excluded = excludedIn(text, entry, catalog);
  if (excluded?.rest === '') return { kind: 'excludes', excluded };
  const doneEarlier = doneBeforeIn(text, entry, catalog);
  const isFound = doneEarlier?.step !== undefined && mayFindIn(followUp, sureIn(followUp, false)) !== undefined;
  if (doneEarlier && !isFound && (doneEarlier.early || !(known && turns(alone, entry, catalog.find(text, known)))))
    return { kind: 'doneBefore', done: doneEarlier };
  const saysLittle =
    (!isQuestion(text) && ((isTrouble(text) && alone.weight < telling) || isUnchanged(text))) || namesVersion(text);
  const isTold = sureIn(followUp, question) !== null || findingIn(followUp) !== undefined;
  const isKept = isPast || isOwn(text, alone, followUp, question, catalog);
  if (!isKept && leaves(text, alone, stays, isTold) && !(asksBeside(followUp) && vague.has(alone.verdict))) return null;
  const others = codes.filter((code) => !entry.codes.includes(code));
  const sure = saysLittle ? null : agreed(sureIn(followUp, question), text, entry, others);
  const step = sure && !question && isLookedAt(text) ? stepIn(sure) : undefined;
  if (step) return { kind: 'doneBefore', done: { said: '', early: false, methods: [], step } };
  if (sure?.spoken.part === 'check' && !question && isMended(text)) return { kind: 'done' };
  const near = saysLittle ? [] : question ? nearIn(followUp) : notAgainst(text, entry, nearIn(followUp));
  const what =
    askedOf(isOfNone(text, followUp, catalog) ? null : askedIn(text, catalog), sure, askedInWord(text)) ??
    (question && followUp.rights.length > 0 && !sure ? 'who' : null);
  if (what)
    return {
      kind: 'asks',
      what,
      suggested: suggestedIn(followUp, []),
      of: what === 'who' || what === 'brief' ? (askedAbout(followUp) ?? state.pointed) : undefined,
    };
  const behind = behindIn(state);
  const isPrinted = ({ said = '' }: Spoken): boolean => isPrintedOtherwise(text, said) || isPrintedOfOther(text, said);
  const closest = saysLittle ? [] : closestIn(followUp, question, behind).filter((one) => !isPrinted(one));
  const heard = question ? null : stated;
  const facts = heard && isInPassing(heard, text) ? null : heard;
  const pointed = question ? undefined : meantBy(text, facts, near, entry, behind, catalog);
  const mayFind = question || saysLittle ? undefined : mayFindIn(followUp, sure);
  const mayBe = mayFind && isPrinted(mayFind) ? undefined : mayFind;
  const finding = pointed?.surely ? undefined : mayBe;
  const meant = finding ? undefined : pointed;
  const isElsewhere = alone.verdict === 'foreign' && !question;
  const speaks = sure && (finding || isElsewhere || (meant?.surely && sure.spoken.method !== meant.n)) ? null : sure;
  const offered =
    saysLittle || isElsewhere || meant?.surely ? [] : suggestedIn(followUp, closest).filter((one) => !isPrinted(one));
  const suggested = question && offered.length === 0 ? suggestedIn(followUp, closest, 'open') : offered;
  const besides = speaks?.spoken.part === 'faq' ? [] : offered;
  const besideFacts = facts && isExpected(facts) ? [] : offered;
  const aside = { kind: 'aside', found: alone, question, near, closest, suggested, meant } as const;
  const spoken = speaks?.spoken ?? null;
  const told =
    facts &&
    ({ kind: 'facts', facts, spoken, near, suggested: besideFacts, meant, finding, alone: alone.known } as const);
  if (namesOnly(text)) return told ?? { kind: 'names' };
  if (told && alone.verdict === 'nothing') return told;
  if (alone.verdict === 'nothing')
    return countOf(text) < few && !meant
      ? still
      : speaks
        ? { kind: 'speaks', sure: speaks, suggested: besides }
        : aside;
  if (told && isExpected(told.facts) && !isTrouble(text)) return told;
  const [n] = methodsIn(text);
  if (n !== undefined && isTrouble(text)) return { kind: 'stuck' };
  const named = n === undefined ? null : ({ kind: 'method', n } as const);
  if (named && (question || countOf(text) <= mostBesideNumber)) return named;
  const turned = known && !question && stays < from.surely ? turns(alone, entry, catalog.find(text, known)) : null;
  if (turned) return turned;
  if (told) return told;
  return speaks ? { kind: 'speaks', sure: speaks, suggested: besides } : (named ?? aside);
};

/** So many words ask for the method that they name by its number, and say little else. */
const mostBesideNumber = 6;

/** "The clocks are right, I compared them": what a step tells to look at was looked at. */
const isLookedAt = (text: string): boolean => lookedAt.test(folded(text));
const lookedAt = pattern(
  "\\bi(?: have|'ve)? (?:\\w+ )?(?:checked|compared|verified|looked)\\b|\\b(?:checked|compared|verified) (?:it|that|them|both|twice|already)\\b|\\b(?:verglichen|gepruft|uberpruft|kontrolliert|nachgesehen|nachgeschaut|verifie|compare|controle|comprobado|verificado|comparado|revisado|lo revise|los compare|las compare)\\b|(?:確認|比較|チェック)(?:しました|した|済)",
);

/** "Time was 12 minutes off, corrected": what the check finds was mended. */
const isMended = (text: string): boolean => mended.test(clausesOf(text).at(-1) ?? '');
const mended = pattern(
  '(?<!\\b(?:not|yet|never|be|noch|\\w+n.t|nicht|pas|no|nie) )(?:(?:^|\\b)(?:i |we )?(?:have |just |now )*(?:corrected|fixed|repaired|synced|adjusted|set right)(?: (?:it|that|them|now|already))*$|(?:korrigiert|behoben|repariert|angepasst|richtig gestellt)$|(?:corrige|repare|regle|remis a l.heure)$|(?:corregido|arreglado|ajustado|lo corregi|lo arregle)$|(?:直しました|修正しました|合わせました)$)',
);

/** The parts of an answer that are nearest to a fact, and what it may find. */
export const nearTo = (
  text: string,
  entry: Entry,
  catalog: Pick<Catalog, 'followUp'>,
): { readonly near: readonly Spoken[]; readonly finding?: Spoken | undefined } => {
  if (isUnchanged(text)) return { near: [] };
  const followUp = catalog.followUp(entry, withoutNames(text));
  return { near: notAgainst(text, entry, nearIn(followUp)), finding: mayFindIn(followUp, sureIn(followUp, false)) };
};

const notAgainst = (text: string, { methods }: Entry, near: readonly Spoken[]): readonly Spoken[] =>
  near.filter((one) => !one.method || isSure(one) || !speaksAgainst(text, methods[one.method - 1]!));

/** What surely is spoken of, unless it is a method that the text speaks against as far as its words go, or a remark while the text names another code (`others`) that the remark does not. */
const agreed = (sure: Sure | null, text: string, { methods }: Entry, others: readonly string[]): Sure | null => {
  const says = sure?.spoken.passages.map((one) => plain(one.text)).join(' ') ?? '';
  if (
    others.length > 0 &&
    sure?.spoken.part === 'more' &&
    !others.some((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(says))
  )
    return null;
  const method = sure?.question === false ? methods[(sure.spoken.method ?? 0) - 1] : undefined;
  return method && speaksAgainst(text, method) ? null : sure;
};

/** Whether a question for a risk names a thing that no method deals with, so that their risks are no reply. */
const isOfNone = (text: string, followUp: FollowUp, catalog: Catalog): boolean =>
  askedInWord(text) === 'risk' &&
  !asksSafest(text) &&
  asksOnly(text, catalog) === null &&
  askedAbout(followUp) === undefined;

/** Whether it is told in figures: what is asked for, unless a sentence surely answers it, and what surely is spoken of. */
const askedOf = (asked: Asked | null, sure: Sure | null, inWord: Asked | null): Asked | null => {
  if (sure?.other) return asked;
  switch (sure?.spoken.part) {
    case undefined:
      return asked;
    case 'faq':
      return null;
    case 'who':
    case 'time':
    case 'risk':
      return sure.spoken.part;
    default:
      return asked === 'check' ||
        asked === 'who' ||
        asked === 'brief' ||
        (asked === inWord && sure?.spoken.part !== 'cause')
        ? asked
        : null;
  }
};

/** What an answer is about all the more is no other problem, however well it would do for one. */
const isExpected = ({ fits, against }: Facts): boolean => fits.length > 0 && against.length === 0;

/** Names of hosts stand in commands and examples, which do not speak of theirs; those of Microsoft say what is meant. */
const withoutNames = (text: string): string =>
  text.replace(/\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g, (name) => (ofMicrosoft.test(name) ? name : ' '));
const ofMicrosoft =
  /\b(?:microsoft(?:online(?:-p)?)?|windows|office(?:365)?|live|msauth|msftauth|sharepoint|outlook)\.(?:com|net|us|cn)$/i;

/** "My domain is fabrikam.com" and its likes tell a name and no more. */
const namesOnly = (text: string): boolean =>
  Object.keys(valuesIn(text)).length > 0 && countOf(text) <= mostOfName && !isTrouble(text);

/** Fewer words without meaning are a remark. */
const few = 3;

/** A fact that the entry does not expect, where it makes another one firm together with what was told before. */
const turns = (alone: Found, entry: Entry, found: Found): Afterthought | null => {
  const told = Object.entries(alone.known.told) as readonly (readonly [Facet, string])[];
  const against = told.some(([facet, value]) => entry.facets[facet]?.includes(value) === false);
  const [lead] = found.candidates;
  return against && found.verdict === 'answer' && lead!.entry !== entry ? { kind: 'turns', found } : null;
};

/** Whether a text tells of a code by which the answer tells its methods apart, and not of what is shown now or of the answer's own code, which is asked for again. */
const isFinding = (text: string, { extracted }: Found, { codes, methods }: Entry): boolean =>
  !isShownNow(text) &&
  extracted.codes.every(
    (code) => !codes.includes(code) && methods.some(({ when }) => when !== undefined && plain(when).includes(code)),
  );

/** Words that weigh less, such as "cannot sign in", tell of trouble and not of which. */
const telling = 2;
