/** Judges the methods of an answer by what a text says: what it tells to do was done, its use is not given, or the text speaks for it. */
import type { Catalog, Entry, Method } from '../src/model/catalog.ts';
import { methodText, whenText } from './methods.ts';
import { isPrintedOtherwise } from './printed.ts';
import { folded, longest, lowered, countOf } from './phrases.ts';
import { conditionOf } from './conditions.ts';
import { actsIn, type State } from './states.ts';
import { denies, passive, type Statement, statementsIn } from './statements.ts';

/** How the catalog knows the words of a thing. */
export type Words = Pick<Catalog, 'terms' | 'concepts'>;

/** Methods from 1: those that were done, those that do not fit, and those that it speaks for. */
type Judged = {
  readonly said: readonly string[];
  readonly done: readonly number[];
  readonly out: readonly number[];
  readonly for: readonly number[];
};

type Verdict = 'done' | 'out' | 'for';

/** The words for a thing, by the catalog's terms and by concepts that five languages share. */
type Thing = {
  readonly terms: ReadonlySet<string>;
  readonly heads: readonly string[];
  readonly concepts: ReadonlySet<string>;
};

/** Concepts of what is done with a thing say nothing of which it is. */
const doing = new Set(
  'allow enable disable remove add reset restart reinstall update renew wait sync copy assign exist correct wrong again differ verify choose open start stop connect valid expired blocked locked loss minutes days'.split(
    ' ',
  ),
);

const person =
  /\b(?:users?|accounts?|persons?|people|colleague|benutzer\w*|kont[oe]\w*|utilisateurs?|comptes?|usuari[oa]s?|cuentas?)\b|ユーザー|アカウント/u;

const thingOf = (text: string, { terms, concepts }: Words): Thing => {
  const phrases = text.split(/ \/ | (?:of|in|on|at|for|by|from|to|with|as|or) /).map((phrase) => {
    const named = terms(phrase).filter(
      (term) => !/[\u3040-\u9fff]/.test(term) && !persons.has(term) && !places.has(term),
    );
    const [found] = person.exec(phrase) ?? [];
    if (found === undefined) return named;
    return phrase.trim().endsWith(found) ? [...named, 'person'] : ['person', ...named];
  });
  return {
    terms: new Set(phrases.flat()),
    heads: phrases.flatMap((phrase) => phrase.at(-1) ?? []),
    concepts: new Set([...concepts(text)].filter((one) => !doing.has(one) && one !== 'user')),
  };
};

/** Where everything stands, and what shows it, tells one thing from no other. */
const places = new Set(['entra', 'azur', 'cloud', 'tenant', 'directory', 'portal', 'list', 'log', 'check', 'query']);

const persons = new Set([
  'account',
  'user',
  'person',
  'people',
  'colleagu',
  'benutzer',
  'konto',
  'utilisateur',
  'compt',
  'usuario',
  'cuenta',
]);

/** Whether one names the other or says it more closely: a "laptop clock" is a "clock", and a "proxy certificate" is no "signing certificate". */
const isNamed = (thing: Thing, of: Thing): boolean => {
  const { terms, concepts } = thing;
  const shared = [...terms].filter((term) => of.terms.has(term)).length;
  if (shared > 0 && (shared === of.terms.size || (shared === terms.size && of.heads.some((head) => terms.has(head)))))
    return true;
  const isCovered = concepts.size > 0 && [...concepts].every((one) => of.concepts.has(one));
  const isEqual = isCovered && concepts.size > 1 && concepts.size === of.concepts.size;
  return isEqual || (shared === 0 && isCovered && terms.size <= 2);
};

/** A thumbprint stands for its certificate. */
const ownerOf = (thing: Thing): Thing =>
  thing.terms.has('thumbprint')
    ? { ...thing, terms: new Set([...thing.terms].map((term) => (term === 'thumbprint' ? 'certificate' : term))) }
    : thing;

/** States that say of any thing the same; without a thing they say nothing. */
const general: ReadonlySet<State> = new Set<State>([
  'right',
  'there',
  'on',
  'same',
  'known',
  'changed',
  'set',
  'cleared',
  'corrected',
  'added',
  'created',
  'updated',
  'renewed',
]);

/** What holds as well where a state does: what was added is there. */
const leaves: Readonly<Partial<Record<State, State>>> = {
  added: 'there',
  created: 'there',
  on: 'there',
  corrected: 'right',
  renewed: 'right',
};

const anew = /\b(?:anew|again|afresh|fresh)\b/i;

export const isAbout = (one: Statement, words: Words, named: string): boolean => {
  const thing = thingOf(one.about, words);
  if (one.about === '') return !general.has(one.state);
  const of = thingOf(named, words);
  return (thing.terms.size > 0 || thing.concepts.size > 0) && (isNamed(thing, of) || isNamed(ownerOf(thing), of));
};

/** What a statement says of a part of a condition: that it holds or does not; null where it says nothing of it, as a deed does of what it was meant to change. */
const ofPart = (one: Statement, part: Statement | null, words: Words): boolean | null => {
  const state = one.state === part?.state ? one.state : one.holds ? leaves[one.state] : undefined;
  if (!part || state !== part.state || !isAbout(one, words, part.about)) return null;
  return one.holds === part.holds ? true : one.done && one.state !== part.state ? null : false;
};

/** What a title acts upon: "person" of "Add the person to an assigned group". */
const objectOf = (title: string): string =>
  title
    .replace(/^(?:Let .*?|[A-Z]\S+) (?=the |a |an )|^[A-Z]\S+ /, '')
    .split(/ (?:to|in|into|from|with|for|by|on|as|that|is) |(?<=\w \w+) the /)[0]!
    .replace(/ (?:compliant|anew|again|afresh|right)$/, '');

/** What a condition means by "it". */
const subjectOf = (title: string, entry: Entry): string => objectOf(/\bit\b/.test(title) ? `On ${entry.title}` : title);

/** A part or two of a condition that hold speak for it; one of many says little. */
const isGiven = (alternative: readonly (boolean | null)[]): boolean =>
  !alternative.includes(false) && 2 * alternative.filter((part) => part === true).length >= alternative.length;

/** Whether all that a title tells to do has come about: "Enable or create the trust" where the trust is enabled. */
const reaches = ({ state }: Statement, title: string): boolean => {
  if (/ and /.test(objectOf(title))) return false;
  const [first = '', second = ''] = title.split(/,? or /);
  const has = (acts: readonly State[]): boolean => acts.includes(state) || acts.includes(leaves[state] ?? state);
  return actsIn(second).length === 0 || (has(actsIn(first)) && has(actsIn(second)));
};

const verdictOf = (one: Statement, method: Method, entry: Entry, words: Words): Verdict | null => {
  const { title } = method;
  const acts = actsIn(title).includes(one.state);
  if (acts && one.holds && one.done && isAbout(one, words, title)) return 'done';
  const brings = acts && !(one.loose && one.holds) && isAbout(one, words, objectOf(title));
  const parts = conditionOf(whenText(method), subjectOf(title, entry)).map((alternative) =>
    alternative.map((part) => ofPart(one, part, words)),
  );
  if (parts.length > 0 && parts.every((alternative) => alternative.includes(false))) return 'out';
  if (parts.some((alternative) => isGiven(alternative))) return 'for';
  if (!brings) return null;
  if (!one.holds) return 'for';
  return (one.state !== 'on' && anew.test(title)) || !reaches(one, title) ? null : 'out';
};

/** Commands and their switches, which are the same in any language. */
const commands = /(?<!\S)\/[a-z]{4,}|\b[A-Z][a-z]+-[A-Z][A-Za-z]{3,}/g;

/** Whether a text names a command that a method does not tell to run. */
export const namesOtherCommand = (text: string, method: Method): boolean => {
  const told = methodText(method).toLowerCase();
  return (text.match(commands) ?? []).some((one) => !told.includes(one.toLowerCase()));
};

/** Whether a text says that something was done that is nowhere told in a method: "cookies cleared" behind a method that does not touch them. */
export const isElsewhere = (text: string, method: Method, words: Words): boolean => {
  if (namesOtherCommand(text, method)) return true;
  const deeds = heardIn(text).filter(({ done, about }) => done && !['', 'user', 'nothing'].includes(about));
  const held = thingOf(methodText(method), words);
  return deeds.length > 0 && !deeds.some(({ about }) => isNamed(thingOf(about, words), held));
};

/** More is a story. */
const mostWords = 20;

const heardIn = (text: string): readonly Statement[] =>
  text.length > longest || countOf(text) > mostWords
    ? []
    : statementsIn(text).flatMap(([, all]) => all.filter(({ said }) => !guessed.test(said)));

/** Whether a text says that a thing is what a title tells to make of it: "the request is signed" of "Sign the request". */
const isBrought = (text: string, title: string): boolean => {
  const verb = lowered(title.split(' ')[0]!).replace(/e$/, '');
  return (
    /^\w+$/.test(verb) &&
    new RegExp(`\\b(?:is|are|was|were|been) (?:already |now )?${verb}(?:n?ed)\\b`).test(lowered(text))
  );
};

const isPassive = (text: string): boolean => passive.test(folded(text));

/** What has the form of a denial and denies nothing of a method. */
const noDenial =
  /かもしれません|かもしれない|すみません|\bsin (?:mfa|problemas?)\b|\bpas de (?:problème|souci)s?\b|\bsans (?:mfa|problème)\b|\bohne (?:mfa|probleme?)\b|\b(?:without|no) (?:mfa|problems?)\b/gi;

/** What is only thought to be so. */
const guessed = /はず|かもしれ/;

/** Whether a text says of something, which may be what a method is about, that it is not as the method takes it to be, or was done. */
export const speaksAgainst = (text: string, method: Method): boolean => {
  const { title } = method;
  const acts = actsIn(title);
  const sure = text.replace(noDenial, ' ');
  const use = whenText(method);
  const parts = conditionOf(use, title).flat();
  if (text.length <= longest && (isBrought(text, title) || isPrintedOtherwise(text, use))) return true;
  if (text.length <= longest && [denies, isPassive].some((is) => is(sure) && !is(`${title} ${use}`))) return true;
  return heardIn(text).some(
    (one) =>
      (one.holds && acts.includes(one.state)) ||
      parts.some((part) => part?.state === one.state && part.holds !== one.holds),
  );
};

export const judgedIn = (text: string, entry: Entry, words: Words): Judged => {
  const heard = heardIn(text);
  const verdicts = heard.flatMap((one) =>
    entry.methods.flatMap((method, at) => {
      const verdict = verdictOf(one, method, entry, words);
      return verdict ? [{ n: at + 1, verdict, said: one.said }] : [];
    }),
  );
  const of = (verdict: Verdict): readonly number[] => [
    ...new Set(verdicts.filter((one) => one.verdict === verdict).map(({ n }) => n)),
  ];
  const [done, out] = [of('done'), of('out')];
  return {
    said: [...new Set(verdicts.map(({ said }) => said))],
    done,
    out: out.filter((n) => !done.includes(n)),
    for: of('for').filter((n) => !done.includes(n) && !out.includes(n)),
  };
};
