/** Joins entries, search and questions to the `Catalog` that the dialogs use. */
import type { Candidate, Catalog, Entry, Found, Known, Role } from '../model/catalog.ts';
import { lookAlike } from './check.ts';
import { candidatesOf, featuresOf, topicsOf, trust } from './confidence.ts';
import { field, isMarked, isOurs } from './foreign.ts';
import { hearAnswer } from './hear.ts';
import { orderMethods } from './order.ts';
import { maskPaste, readPaste } from './paste.ts';
import { ask } from './question.ts';
import { index } from './search.ts';
import { domain } from './synonyms.ts';
import { isFragment } from './terms.ts';
import { toldIn, weighed } from './told.ts';

/**
 * From `firm` on a symptom is answered; below `least` it is unknown, and between them asked about.
 * A first message that tells less than `vague`, or has fewer than two words that tell as much as `telling`, is asked about in any case.
 */
const cut = { firm: 0.76, least: 0.15, vague: 4.6, telling: 1, meant: 0.7 } as const;

const mostCandidates = 12;
const mostWords = 60;

/** `authority` is where people sign in; each cloud explains its own codes there. */
export const catalogOf = (entries: readonly Entry[], authority = 'https://login.microsoftonline.com'): Catalog => {
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
  const byNameIn = (text: string): Entry | undefined =>
    text.match(/[A-Za-z][A-Za-z0-9_]{7,60}/g)?.flatMap((word) => byName.get(word.toLowerCase()) ?? [])[0];
  const catalogWords = index(entries);
  const knows = (code: string): boolean => byCode.has(code);
  const role = (code: string): Role => byCode.get(code)?.role ?? 'cause';

  const find = (said: string, before?: Known): Found => {
    const pasted = readPaste(said, knows, role);
    const { text, secrets } = pasted;
    const official = pasted.unknown.find((code) => /^\d{5,7}$/.test(code));
    const asked = catalogWords.read(pasted.words);
    const words = [...new Set([...(before?.words ?? []), ...asked.known])].slice(0, mostWords);
    const known: Known = { words, told: { ...before?.told, ...toldIn(text, before !== undefined) } };
    const found = (
      verdict: Found['verdict'],
      candidates: readonly Candidate[] = [],
      meant: string | null = null,
    ): Found => ({
      verdict,
      candidates,
      meant,
      also: [],
      unknownCodes: pasted.unknown,
      lookUp: official ? `${authority}/error?code=${official}` : null,
      secrets,
      known,
      extracted: pasted.extracted,
    });
    const sure = (entry: Entry): Found => found('answer', [{ entry, confidence: 1 }]);

    const [first, ...others] = new Set(pasted.known.map((code) => byCode.get(code)!));
    if (first) {
      const [code = ''] = pasted.known;
      const elsewhere = pasted.foreign && pasted.bare.has(code) && !field.test(text);
      const verdict = elsewhere ? found('confirm', [{ entry: first, confidence: 0.5 }], code) : sure(first);
      return { ...verdict, also: others };
    }
    const named = byNameIn(text) ?? byArticle.get(/\bKB ?(\d{6,7})\b/i.exec(text)?.[1] ?? '');
    if (named) return sure(named);
    const confirm = (code: string): Found => found('confirm', [{ entry: byCode.get(code)!, confidence: 0.5 }], code);
    const [near] = pasted.near;
    if (near) return confirm(near);
    const hits = catalogWords.search({ known: words, unknown: asked.unknown });
    if (pasted.unknown.length > 0) {
      const [meant] = hits;
      const code = meant && meant.phrase >= cut.meant ? misspelt(meant.entry, pasted.unknown) : undefined;
      if (code) return confirm(code);
      return found(pasted.foreign ? 'foreign' : 'unknown');
    }
    if (pasted.foreign && (!before || isMarked(text))) return found('foreign');
    if (words.length === 0 && asked.unknown === 0) return found('nothing');

    const topics = topicsOf(weighed(candidatesOf(hits), known.told));
    const led = topics
      .map(({ entries: [one], chance }) => ({ entry: one!.entry, confidence: chance }))
      .slice(0, mostCandidates);
    const solid = words.filter((word) => !isFragment(word));
    const information = catalogWords.information(solid);
    const trusted = trust(featuresOf(topics, hits, words.length + asked.unknown, information));
    const telling = solid.filter((word) => catalogWords.information([word]) >= cut.telling).length;
    const vague = !before && (information < cut.vague || telling < 2);
    const ours = before !== undefined || words.some((word) => domain.has(word)) || isOurs(text);
    if (words.every((word) => /^\d+$/.test(word))) return found('unknown');
    if (!ours && (trusted < cut.firm || vague)) return found('unknown', trusted < cut.least ? [] : led.slice(0, 3));
    if (trusted < cut.firm || vague) return found('clarify', led);
    return found('answer', [{ entry: led[0]!.entry, confidence: trusted }, ...led.slice(1, 4)]);
  };

  return { entries, entry: (id) => byId.get(id), mask: maskPaste, find, ask, order: orderMethods, hear: hearAnswer };
};

/** The code of the entry that differs from a typed one by a wrong digit or two swapped ones; a digit more or less is no slip. */
const misspelt = (entry: Entry, typed: readonly string[]): string | undefined =>
  entry.codes.find((code) => typed.some((one) => one.length === code.length && lookAlike(code, one)));
