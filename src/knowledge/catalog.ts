/** Joins entries, search and questions to the `Catalog` that the dialogs use. */
import type { Beside, Candidate, Catalog, Entry, Found, Known, Role, Term } from '../model/catalog.ts';
import { lookAlike } from './check.ts';
import { explainer } from './explain.ts';
import { asksOf } from './asks.ts';
import { intentOf } from './intents.ts';
import { isMarked, namesOther, namesProduct, whose } from './foreign.ts';
import { hearAnswer } from './hear.ts';
import { learnt } from './learnt.ts';
import { type Look, lookIn, type Read } from './look.ts';
import { nameReader } from './names.ts';
import { once } from './once.ts';
import { openingOf } from './openings.ts';
import { orderMethods } from './order.ts';
import { overClauses } from './readings.ts';
import { maskPaste, type Pasted, readPaste } from './paste.ts';
import { ask, rulesOut } from './question.ts';
import type { Hit } from './search.ts';
import { conceptsIn } from './concepts.ts';
import { stayingOf } from './staying.ts';
import { passagesOn } from './telling.ts';
import { terms as termsIn, wordsOf } from './terms.ts';

/**
 * From `firm` on a symptom is answered, and below it asked about; once somebody was asked, from `settled` on, for one more question is cheap. What is less likely than `ours` about signing in at all is unknown, but for a few words of the field that name no other product: for them `hint` is enough, and `unclear` where the odds that it is one to ask back about are above e to the power of `vague`.
 * An answer that names another product and is less likely than `elsewhere` about signing in changes the subject.
 * A first message of a single word is asked about in any case, and one in the very words of an entry is answered by it: alike by `same` where the classifier leads with its topic, else by `verbatim`, with no other as near. With an answer another entry of its topic is offered that is more than `alternative` times as likely.
 */
const cut = {
  firm: 0.72,
  settled: 0.8,
  ours: 0.6,
  hint: 0.15,
  vague: 3,
  unclear: 0.3,
  elsewhere: 0.2,
  meant: 0.7,
  alternative: 0.3,
  same: 0.7,
  verbatim: 0.9,
} as const;

/** A text of no more words than these only hints at what it is about. */
const few = 3;

/** An address alone tells nothing of what happens there. */
const onlyAddress = /^\s*https?:\/\/\S+\s*$/i;

/** So many words tell enough: in answer to a question beside a code that is not known, and to be the very words of an entry. */
const telling = 3;

const mostCandidates = 12;

/** In characters: what is said of an answer says it early. */
const longestFollowUp = 4000;

/** `authority` is where people sign in; each cloud explains its own codes there. `besideOf` reads what stands beside an entry. */
export const catalogOf = (
  entries: readonly Entry[],
  authority = 'https://login.microsoftonline.com',
  terms: readonly Term[] = [],
  besideOf?: (entry: Entry) => Beside,
): Catalog => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byCode = new Map(entries.flatMap((entry) => entry.codes.map((code) => [code, entry] as const)));
  const byArticle = new Map(
    entries.flatMap((entry) =>
      entry.sources.flatMap(({ title }) =>
        [...title.matchAll(/\bKB ?(\d{6,7})\b/g)].map((m) => [m[1]!, entry] as const),
      ),
    ),
  );
  const namedIn = nameReader(entries);
  let searcher: Look | undefined;
  /** Indexed when the first question comes, so that nobody waits for it at the start. */
  const search = (): Look => (searcher ??= lookIn(entries, learnt(), besideOf));
  let phrases: ReadonlyMap<string, Entry> | undefined;
  const byPhrase = (): ReadonlyMap<string, Entry> => (phrases ??= phrasesOf(entries));
  const knows = (code: string): boolean => byCode.has(code);
  const role = (code: string): Role => byCode.get(code)?.role ?? 'cause';

  /** True when an answer is about another matter altogether, whatever was said before. */
  const turns = (text: string): boolean =>
    namesOther(text) &&
    text.split(/\s+/).length >= 4 &&
    search().look(text, search().read(text, text)).ours < cut.elsewhere;

  /** A number that may be a code is asked about where nothing else in the text can be answered. */
  const find = (said: string, before?: Known): Found => {
    const pasted = readPaste(said, knows, role);
    const found = findIn(pasted, before);
    const [meant] = pasted.doubtful;
    if (!meant || found.unknownCodes.length > 0 || !['clarify', 'unknown', 'nothing'].includes(found.verdict))
      return found;
    return { ...found, verdict: 'confirm', candidates: [{ entry: byCode.get(meant)!, confidence: 0.5 }], meant };
  };

  const findIn = (pasted: Pasted, before?: Known): Found => {
    const { text, secrets } = pasted;
    const official = pasted.unknown.find((code) => /^\d{5,7}$/.test(code));
    /** A code decides alone, so what is said besides is read only when it is asked for. */
    const reading = once((): Read => search().read(text, pasted.words(), before));
    const found = (
      verdict: Found['verdict'],
      candidates: readonly Candidate[] = [],
      meant: string | null = null,
      also: readonly Entry[] = [],
      alternative: Entry | null = null,
    ): Found => ({
      verdict,
      candidates,
      alternative,
      get weight() {
        return search().weight(reading().known);
      },
      meant,
      also,
      unknownCodes: pasted.unknown,
      lookUp: official ? `${authority}/error?code=${official}` : null,
      secrets,
      get known() {
        return search().kept(reading().known);
      },
      extracted: pasted.extracted,
    });
    const sure = (entry: Entry): Found => found('answer', [{ entry, confidence: 1 }]);

    const [first, ...others] = new Set(pasted.known.map((code) => byCode.get(code)!));
    if (first) {
      const [code = ''] = pasted.known;
      const by = pasted.bare.has(code) ? whose(text) : 'ours';
      if (by === 'ours') return found('answer', [{ entry: first, confidence: 1 }], null, others);
      return found(by === 'asked' ? 'confirm' : 'foreign', [{ entry: first, confidence: 0.5 }], code, others);
    }
    const named = namedIn(pasted) ?? byArticle.get(/\bKB ?(\d{6,7})\b/i.exec(text)?.[1] ?? '');
    if (named) return sure(named);
    const confirm = (code: string): Found => found('confirm', [{ entry: byCode.get(code)!, confidence: 0.5 }], code);
    const [near] = pasted.near;
    if (near) return confirm(near);
    const read = reading();
    const { words, told } = read.known;
    const { hits, topics, seen, trusted, ours } = search().look(text, read);
    const led = topics
      .map(({ entries: [one], chance }) => ({ entry: one!.entry, confidence: chance }))
      .slice(0, mostCandidates);
    if (pasted.unknown.length > 0) {
      const [meant] = hits;
      const code = meant && meant.phrase >= cut.meant ? misspelt(meant.entry, pasted.unknown) : undefined;
      if (code) return confirm(code);
      const added = words.length - (before?.words.length ?? 0);
      if (!before || added < telling)
        return pasted.foreign() ? found('foreign') : found('unknown', trusted < cut.firm ? [] : led.slice(0, 1));
    }
    if (isMarked(text) || (before && turns(text))) return found('foreign');
    if (words.length === 0 && read.unknown === 0) return found('nothing');
    const plain = words.filter((word) => !/^\d+$/.test(word));
    if (plain.length === 0) return found('unknown');

    const verbatim = read.known.spoken.length >= telling ? byPhrase().get(read.known.spoken.join(' ')) : undefined;
    if (!before && verbatim) return sure(verbatim);
    const same = plain.length >= telling ? inItsWords(hits, topics[0]?.name, told) : undefined;
    if (!before && same) return found('answer', [{ entry: same.entry, confidence: same.alike }, ...led.slice(1, 4)]);
    const hints = plain.length <= few && seen.ours.field === 1 && seen.ours.others === 0;
    const unclear = seen.trust['vague']! > cut.vague;
    if (!before && (ours < (hints ? cut.hint : unclear ? cut.unclear : cut.ours) || onlyAddress.test(text)))
      return found(namesProduct(text) ? 'foreign' : 'unknown', trusted < cut.firm ? [] : led.slice(0, 3));
    const { where } = told;
    const against = where === 'everywhere' && led[0] !== undefined && rulesOut(led[0].entry, 'where', where);
    if ((!before && plain.length < 2) || against || trusted < (before ? cut.settled : cut.firm))
      return found('clarify', doubted(led, against ? Math.min(trusted, led[0]!.confidence) : trusted));
    const [one, other] = topics[0]!.entries;
    const alternative = other && other.confidence > cut.alternative * one!.confidence ? other.entry : null;
    return found('answer', [{ entry: one!.entry, confidence: trusted }, ...led.slice(1, 4)], null, [], alternative);
  };

  const ofFollowUp = (text: string): string => readPaste(text.slice(0, longestFollowUp), knows, role).text;

  return {
    entries,
    entry: (id) => byId.get(id),
    mask: maskPaste,
    find,
    explain: explainer(terms, entries),
    followUp: (entry, text, atHand) => overClauses(ofFollowUp(text), (part) => search().followUp(entry, part, atHand)),
    following: (entry, text, alone = find(text)) => ({
      entry,
      text: text.slice(0, longestFollowUp),
      found: alone,
      followUp: search().followUp(entry, ofFollowUp(text)),
    }),
    staying: (following) => stayingOf(following),
    intent: (text) => intentOf(text),
    asks: (text) => asksOf(text),
    opening: (text) => openingOf(text),
    passages: passagesOn,
    terms: termsIn,
    concepts: conceptsIn,
    ask,
    order: orderMethods,
    hear: hearAnswer,
  };
};

/** The entries by their phrases and titles, word for word; what two entries say is nobody's. */
const phrasesOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const said = entries.flatMap((entry) =>
    [...entry.says, entry.title].map((phrase) => [wordsOf(phrase).join(' '), entry] as const),
  );
  const owners = Map.groupBy(said, ([phrase]) => phrase);
  return new Map(said.filter(([phrase, entry]) => owners.get(phrase)!.every(([, owner]) => owner === entry)));
};

/** The entry in whose words a text is, the most alike; the same words can say the reverse, "inside" for "outside". */
const inItsWords = (hits: readonly Hit[], lead: string | undefined, { where }: Known['told']): Hit | undefined => {
  const alike = hits
    .filter(({ alike: by, entry }) => by >= cut.same && (!where || (entry.facets.where ?? [where]).includes(where)))
    .toSorted((one, two) => two.alike - one.alike);
  const agreed = alike.find(({ entry }) => entry.topic === lead);
  if (agreed) return agreed;
  const [first, ...others] = alike;
  return first && first.alike >= cut.verbatim && others.every(({ entry }) => entry.topic === first.entry.topic)
    ? first
    : undefined;
};

/** The first candidate stays so much likelier than the second, so that one answer that fits both does not turn them round. */
const ahead = 1.2;

/** Candidates of a finding that is not trusted: the first is as likely as it is trusted, and the others share what is left. */
const doubted = (led: readonly Candidate[], trusted: number): readonly Candidate[] => {
  const [first, ...others] = led;
  if (!first) return [];
  const softened = others.map(({ confidence }) => Math.sqrt(confidence));
  const whole = softened.reduce((sum, one) => sum + one, 0) || 1;
  const rest = others.map(({ entry }, n) => ({ entry, confidence: ((1 - trusted) * softened[n]!) / whole }));
  return [
    { entry: first.entry, confidence: Math.min(1, Math.max(trusted, ahead * (rest[0]?.confidence ?? 0))) },
    ...rest,
  ];
};

/** The code of the entry that differs from a typed one by a wrong digit or two swapped ones; a digit more or less is no slip. */
const misspelt = (entry: Entry, typed: readonly string[]): string | undefined =>
  entry.codes.find((code) => typed.some((one) => one.length === code.length && lookAlike(code, one)));
