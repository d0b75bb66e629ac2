/** Goes back to an answer that the conversation left: "back to the first one", "it broke again". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import { leftButton } from './buttons.ts';
import { answerCard, sentence, whichCard } from './cards.ts';
import { earlierIn, isUnnamed, meantOf, relapseIn } from './earlier.ts';
import { confirm, shown, viewOf } from './fix.ts';
import { methodCard } from './fix-cards.ts';
import { type Kept, keptOf, still } from './kept.ts';
import { nextOf } from './methods.ts';
import type { Left, Looked } from './past.ts';
import { toldText } from './told.ts';
import { words } from './words/index.ts';

/** An entry that was shown, and the problem that it was shown for; null for the one that the conversation is at. */
type Way = { readonly entry: Entry; readonly looked: Looked; readonly left: Left | null };

/** The ways back to what was shown, the last one last, but to the entry at hand. */
const waysBack = (kept: Kept, atHand: string | undefined, catalog: Pick<Catalog, 'entry'>): readonly Way[] => {
  const all = [...(kept.left ?? []).map((left) => [left, left] as const), [null, kept.past ?? {}] as const];
  const ways = all.flatMap(([left, { looked = [] }]) =>
    looked.flatMap((one): readonly Way[] => {
      const entry = one.entry === atHand ? undefined : catalog.entry(one.entry);
      return entry ? [{ entry, looked: one, left }] : [];
    }),
  );
  return ways.filter(({ entry }, n) => ways.findLastIndex((one) => one.entry === entry) === n);
};

/** What was shown last and not denied, where nothing is at hand. */
export const lastShown = (kept: Kept, catalog: Pick<Catalog, 'entry'>): Entry | undefined =>
  waysBack(kept, undefined, catalog).findLast(({ entry }) => !kept.denied?.includes(entry.id))?.entry;

/** What a text may go back to: an answer by its name, and where none is at hand also one that did not last. */
type Whence = { readonly atHand?: string | undefined; readonly relapsed: boolean };

/** Goes back where a text wants to, or asks which answer is meant; null where it does not want to, or there is none. */
export const wentBack = (text: string, kept: Kept, whence: Whence, context: Context): Outcome | null => {
  const ways = waysBack(kept, whence.atHand, context.catalog);
  const seen = ways.length > 0 || whence.atHand !== undefined;
  const wanted = earlierIn(text);
  const relapse = wanted === null && seen ? relapseIn(text) : null;
  const named = wanted ?? relapse;
  if (named === null || (relapse === '' && !whence.relapsed)) return null;
  const titled = ways.map((way) => ({ title: way.entry.title, topic: way.entry.topic, says: way.entry.says, way }));
  const atHand = whence.atHand === undefined ? undefined : context.catalog.entry(whence.atHand);
  const meant = meantOf(named, titled)?.way ?? (isUnnamed(named) ? undefined : foundOf(named, ways, context.catalog));
  if (atHand && !isUnnamed(named) && meantOf(named, [...titled, atHand]) === atHand)
    return { replies: [answerCard(atHand, viewOf(atHand, kept, context))], understood: shown(atHand) };
  if (atHand && ofAnswer.test(named))
    return { replies: [answerCard(atHand, viewOf(atHand, kept, context))], understood: shown(atHand) };
  if (meant) return returned(meant, kept, context);
  if (wanted === null || !(isUnnamed(wanted) || (seen && isNamed(text, wanted)))) return null;
  if (ways.length === 1) return returned(ways[0]!, kept, context);
  const reply = ways.length > 0 ? whichCard(ways.map(({ entry }) => leftButton(entry))) : sentence(words().backNowhere);
  return { replies: [reply], understood: noProblem };
};

/** The answer at hand itself, or its beginning: "back to the answer". */
const ofAnswer =
  /^(?:the |your |die |den |der |la |le |les |el |los |au |al )?(?:answer|methods?|list|overview|start|beginning|top|antwort|methoden|übersicht|anfang|réponse|reponse|méthodes|methodes|début|debut|respuesta|métodos|metodos|inicio|回答|答え|方法|最初)$/u;

/** The way to what the catalog finds for a name: titles are in English, whoever names them. */
const foundOf = (name: string, ways: readonly Way[], { find }: Pick<Catalog, 'find'>): Way | undefined => {
  const { candidates, weight } = find(name);
  const chances = new Map(candidates.map(({ entry, confidence }) => [entry.topic, confidence]));
  const [best] = ways
    .filter(({ entry }) => chances.has(entry.topic))
    .toSorted((one, two) => chances.get(two.entry.topic)! - chances.get(one.entry.topic)!);
  return weight > 0 ? best : undefined;
};

/** Whether a text insists on an answer that none bears the name of: "it returns to the sign-in page" tells a symptom. */
const isNamed = (text: string, wanted: string): boolean => insists.test(text) && wanted.split(' ').length <= mostNamed;

const insists = /^(?:\p{L}+[\s,]+){0,3}(?:(?:go|get|come|switch) back|back|zurück|revenons|volvamos)(?!\p{L})|戻/iu;

/** More words than these are no name of an answer. */
const mostNamed = 4;

/** The answer that was left last, shown again because it did not last. */
export const wentOn = (kept: Kept, context: Context): Outcome | null => {
  const last = waysBack(kept, undefined, context.catalog).at(-1);
  return last ? returned(last, kept, context) : null;
};

/** Whether the answer that was left last was left because a method solved the problem. */
export const wasSolved = (kept: Kept, catalog: Pick<Catalog, 'entry'>): boolean =>
  waysBack(kept, undefined, catalog).at(-1)?.looked.solved === true;

/** Answers a press on a way back. */
export const pressedBack = (entry: string, kept: Kept, context: Context): Outcome | null => {
  const way = waysBack(kept, undefined, context.catalog).find((one) => one.entry.id === entry);
  return way ? returned(way, kept, context) : null;
};

/** The answer as it was left, with what was told of it and what was tried; the method that comes next where some were. */
const returned = ({ entry, looked, left }: Way, kept: Kept, context: Context): Outcome => {
  const { tried = [], helped, results, told = {} } = looked;
  const now = left ? leaving(kept, left) : kept;
  const then = keptOf({ ...now, past: { ...now.past, told } });
  const view = viewOf(entry, then, context, tried);
  const next = nextOf(view);
  const method = next ?? view.order[0] ?? 1;
  const card = tried.length > 0 && next !== undefined ? methodCard(entry, next, view) : answerCard(entry, view);
  return {
    next: confirm({
      entry: entry.id,
      method,
      tried,
      ...(helped ? { helped } : {}),
      ...(results ? { results } : {}),
      ...then,
    }),
    replies: [sentence(words().backTo(entry.title, toldText(told))), card],
    understood: shown(entry),
  };
};

/** What is kept where the problem at hand is left for one before it. */
const leaving = (kept: Kept, to: Left): Kept => {
  const { ids, ...past } = to;
  const left = (kept.left ?? []).filter((one) => one !== to);
  return keptOf({ ...still({ ...kept, left }), past, ...(ids ? { ids } : {}) });
};
