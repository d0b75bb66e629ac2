/** Judges the methods of an answer by what a text says: what it tells to do was done, its use is not given, or the text speaks for it. */
import type { Catalog, Entry, Method } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';
import { longest } from './phrases.ts';
import { actsIn, conditionOf, type State, type Statement, statementsIn } from './statements.ts';

type Words = Pick<Catalog, 'terms' | 'concepts'>;

/** Methods from 1: those that were done, those that do not fit, and those that it speaks for. */
export type Judged = {
  readonly said: readonly string[];
  readonly done: readonly number[];
  readonly out: readonly number[];
  readonly for: readonly number[];
};

type Verdict = 'done' | 'out' | 'for';

/** The words for a thing, by the catalog's terms and by concepts that five languages share. */
type Thing = { readonly terms: ReadonlySet<string>; readonly concepts: ReadonlySet<string> };

/** Concepts of what is done with a thing say nothing of which it is. */
const doing = new Set(
  'allow enable disable remove add reset restart reinstall update renew wait sync copy assign exist correct wrong again differ verify choose open start stop connect valid expired blocked locked loss minutes days'.split(
    ' ',
  ),
);

const person = /\b(?:users?|accounts?|persons?|people|colleague|benutzer\w*|kont[oe]\w*|utilisateurs?|comptes?|usuari[oa]s?|cuentas?)\b|ユーザー|アカウント/u;

const thingOf = (text: string, { terms, concepts }: Words): Thing => {
  const known = terms(text).filter((term) => !/[\u3040-\u9fff]/.test(term));
  const isPerson = person.test(text);
  return {
    terms: new Set([...known.filter((term) => !persons.has(term)), ...(isPerson ? ['person'] : [])]),
    concepts: new Set([...concepts(text)].filter((one) => !doing.has(one) && one !== 'user')),
  };
};

const persons = new Set(['account', 'user', 'person', 'benutz', 'kont', 'konto', 'usuario', 'compt']);

/** Whether most of what a statement is about is named: "token-signing certificate" is a "certificate", and "the proxy's clock" is not a "proxy". */
const isNamed = (thing: Thing, of: Thing): boolean => {
  const { terms, concepts } = thing;
  const shared = [...terms].filter((term) => of.terms.has(term)).length;
  if (terms.size > 0 && shared > terms.size / 2) return true;
  return concepts.size > 0 && terms.size <= 2 && [...concepts].every((one) => of.concepts.has(one));
};

/** States that say of any thing the same; without a thing they say nothing. */
const general: ReadonlySet<State> = new Set<State>(['right', 'there', 'on', 'same', 'known', 'changed', 'set', 'cleared', 'corrected', 'added', 'created', 'updated', 'renewed']);

/** A deed leaves a state behind, which a condition may name. */
const leaves: Readonly<Partial<Record<State, State>>> = { added: 'there', created: 'there', corrected: 'right', renewed: 'right' };

const anew = /\b(?:anew|again|afresh|fresh)\b/i;

const isAbout = (one: Statement, words: Words, ...named: readonly string[]): boolean => {
  const thing = thingOf(one.about, words);
  if (one.about === '') return !general.has(one.state);
  return (thing.terms.size > 0 || thing.concepts.size > 0) && isNamed(thing, thingOf(named.join(' '), words));
};

/** What a statement says of a part of a condition: that it holds or does not; null where it says nothing of it. */
const ofPart = (one: Statement, part: Statement, words: Words): boolean | null => {
  const state = one.state === part.state ? one.state : leaves[one.state];
  if (part.about === '' || state !== part.state || !isAbout(one, words, part.about)) return null;
  return one.holds === part.holds;
};

const verdictOf = (one: Statement, { title, when }: Method, words: Words): Verdict | null => {
  const acts = actsIn(title);
  const brings = acts.includes(one.state) && isAbout(one, words, title);
  if (brings && one.holds && one.done) return 'done';
  const parts = conditionOf(when ? plain(when) : '', title).map((alternative) => alternative.map((part) => ofPart(one, part, words)));
  if (parts.length > 0 && parts.every((alternative) => alternative.includes(false))) return 'out';
  if (parts.some((alternative) => alternative.includes(true) && !alternative.includes(false))) return 'for';
  if (!brings) return null;
  if (!one.holds) return 'for';
  return anew.test(title) || / or /.test(title) ? null : 'out';
};

/** More is a story. */
const mostWords = 20;

export const judgedIn = (text: string, { methods }: Entry, words: Words): Judged => {
  if (text.length > longest || text.trim().split(/\s+/).length > mostWords) return none;
  const heard = statementsIn(text).flatMap(([, all]) => all);
  const verdicts = heard.flatMap((one) =>
    methods.flatMap((method, at) => {
      const verdict = verdictOf(one, method, words);
      return verdict ? [{ n: at + 1, verdict, said: one.said }] : [];
    }),
  );
  const of = (verdict: Verdict): readonly number[] => [...new Set(verdicts.filter((one) => one.verdict === verdict).map(({ n }) => n))];
  const [done, out] = [of('done'), of('out')];
  return {
    said: [...new Set(verdicts.map(({ said }) => said))],
    done,
    out: out.filter((n) => !done.includes(n)),
    for: of('for').filter((n) => !done.includes(n) && !out.includes(n)),
  };
};

const none: Judged = { said: [], done: [], out: [], for: [] };
