/** Joins entries, search and questions to the `Catalog` that the dialogs use. */
import type { Candidate, Catalog, Entry, Facet, Found } from '../model/catalog.ts';
import { candidatesOf, topicsOf, trust } from './confidence.ts';
import { hear, hearAnswer } from './hear.ts';
import { readPaste } from './paste.ts';
import { ask, weigh } from './question.ts';
import { index } from './search.ts';
import { terms } from './terms.ts';

/** What a person tells unasked is believed for these facets; the rest is too easily misread. */
const toldFacets: readonly Facet[] = ['federated', 'where', 'prompt', 'certificate', 'account', 'client'];

/** From `firm` on a symptom is answered, below `least` it is unknown, and between them asked about. */
const cut = { firm: 0.68, least: 0.15, meant: 0.7 } as const;

const mostCandidates = 6;

export const catalogOf = (entries: readonly Entry[]): Catalog => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byCode = new Map(entries.flatMap((entry) => entry.codes.map((code) => [code, entry] as const)));
  const byArticle = new Map(
    entries.flatMap((entry) =>
      entry.sources.flatMap(({ title }) =>
        [...title.matchAll(/\bKB ?(\d{6,7})\b/g)].map((m) => [m[1]!, entry] as const),
      ),
    ),
  );
  const byName = new Map(entries.flatMap((entry) => entry.names.map((name) => [name.toLowerCase(), entry] as const)));
  const named = (text: string): Entry | undefined =>
    text.match(/[A-Za-z][A-Za-z0-9_]{7,60}/g)?.flatMap((word) => byName.get(word.toLowerCase()) ?? [])[0];
  const search = index(entries);
  const knows = (code: string): boolean => byCode.has(code);

  const find = (text: string): Found => {
    const pasted = readPaste(text, knows);
    const base = { also: [], unknownCodes: pasted.unknown, told: toldIn(text), extracted: pasted.extracted };
    const found = (verdict: Found['verdict'], candidates: readonly Candidate[] = []): Found => ({
      ...base,
      verdict,
      candidates,
    });
    if (pasted.known.length > 0) {
      const [first, ...others] = [...new Set(pasted.known.map((code) => byCode.get(code)!))];
      return { ...found('answer', [{ entry: first!, confidence: 1 }]), also: others };
    }
    const called = named(text);
    if (called) return found('answer', [{ entry: called, confidence: 1 }]);
    const article = byArticle.get(/\bKB ?(\d{6,7})\b/i.exec(text)?.[1] ?? '');
    if (article) return found('answer', [{ entry: article, confidence: 1 }]);
    const near = pasted.near.map((code) => byCode.get(code)!);
    if (near.length > 0)
      return found(
        'confirm',
        near.map((entry) => ({ entry, confidence: 0.5 })),
      );
    const hits = search(pasted.words);
    if (pasted.unknown.length > 0) {
      const [meant] = hits;
      if (meant && meant.phrase >= cut.meant && misspelt(meant.entry, pasted.unknown))
        return found('confirm', [{ entry: meant.entry, confidence: 0.5 }]);
      return found(pasted.foreign ? 'foreign' : 'unknown');
    }
    if (pasted.foreign) return found('foreign');
    const said = new Set(terms(pasted.words));
    if (said.size === 0) return found('nothing');
    const topics = topicsOf(weighed(candidatesOf(hits), base.told));
    const trusted = trust(topics, hits, said.size);
    const led = topics.map(({ entries: [first], chance }) => ({ entry: first!.entry, confidence: chance }));
    if (trusted < cut.least) return found('unknown', led.slice(0, 3));
    if (trusted >= cut.firm)
      return found('answer', [{ entry: led[0]!.entry, confidence: trusted }, ...led.slice(1, 4)]);
    return found('clarify', led.slice(0, mostCandidates));
  };

  return { entries, entry: (id) => byId.get(id), find, ask, hear: hearAnswer, weigh };
};

const toldIn = (text: string): Found['told'] =>
  Object.fromEntries(
    toldFacets.flatMap((facet) => {
      const value = hear(facet, text);
      return value && value !== 'none' ? [[facet, value]] : [];
    }),
  );

/** The candidates after what the text tells. */
const weighed = (candidates: readonly Candidate[], told: Found['told']): readonly Candidate[] => {
  let left = candidates;
  for (const [facet, value] of Object.entries(told) as [Facet, string][]) left = weigh(left, facet, value);
  return left;
};

/** True when one of the entry's codes differs from one that was typed by a wrong digit or two swapped ones. */
const misspelt = (entry: Entry, typed: readonly string[]): boolean =>
  entry.codes.some((code) => typed.some((one) => slipped(code, one)));

/** A digit more or less is no slip: such codes are mostly other codes. */
const slipped = (code: string, typed: string): boolean => {
  if (code.length !== typed.length) return false;
  const wrong = [...code].flatMap((sign, n) => (sign === typed[n] ? [] : [n]));
  const [first, second] = wrong;
  if (wrong.length === 1) return true;
  return (
    wrong.length === 2 && second === first! + 1 && code[first!] === typed[second] && code[second] === typed[first!]
  );
};
