/** What stands beside an answer, suggested where a text may ask or tell one of it, and told when it is picked. */
import type { Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import { after } from './after.ts';
import * as cards from './cards.ts';
import { meaningOf } from './finding.ts';
import { behindIn, type Confirm, confirm, viewOf } from './fix.ts';
import { type Kept, keptOf } from './kept.ts';
import type { Now } from './now.ts';
import { numberAlone } from './numbers.ts';
import { isWhole, unpaused, whole } from './phrases.ts';
import { noneOfThemCard } from './spoken-cards.ts';
import { follow } from './words/index.ts';
import { isNo, isYes } from './yes-no.ts';

/** Tells the question (`faq`) or the finding that was picked; null where it no longer stands beside the entry. */
export const picked = (choice: string, said: string, entry: Entry, context: Context, now: Now): Outcome | null => {
  const { faq, findings } = context.catalog.followUp(entry, said);
  const spoken = (choice === 'faq' ? faq : findings).find((one) => one.said === said);
  if (!spoken) return null;
  const state = now.confirm?.entry === entry.id ? now.confirm : begunAt(entry, now.kept, context);
  if (choice === 'finding') return meaningOf(spoken, { replies: [] }, entry, { before: state, after: state }, context);
  return after(
    { kind: 'speaks', sure: { spoken, other: null, question: true, yesNo: false }, suggested: [] },
    state,
    context,
    now,
  );
};

/** The entry of an old card, at hand again with its first method. */
const begunAt = (entry: Entry, kept: Kept, context: Context): Confirm => ({
  entry: entry.id,
  method: viewOf(entry, kept, context).order[0] ?? 1,
  ...keptOf(kept),
});

/** What a person types where something was suggested: which of it, or that it is none; null where the text is neither. */
export const pickedIn = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const { suggested = [], method, step } = state;
  const entry = context.catalog.entry(state.entry);
  const assents = isYes(text) && !isOk(text);
  if (!entry || suggested.length === 0 || (state.doubted && assents)) return null;
  const only = suggested.length === 1 && assents ? suggested[0] : undefined;
  const choice = only ?? suggested[placeIn(text)] ?? suggested.find((one) => isTitle(text, one));
  if (choice) {
    const [kind = '', ...said] = choice.split(':');
    return picked(kind, said.join(':'), entry, context, now);
  }
  if (assents) return { next: now.saved, replies: [cards.sentence(follow().whichOne)], understood: noProblem };
  if (!isNo(text) && !isWhole(noneOf, text)) return null;
  const answer = { entry, method, view: viewOf(entry, keptOf(state), context, behindIn(state)), step };
  const next = confirm({ ...state, suggested: undefined });
  return { next, replies: [noneOfThemCard(answer)], understood: noProblem };
};

/** "Ok" only says that it was read. */
const isOk = (text: string): boolean => /^\W*ok(?:ay)?\b/i.test(text);

const noneOf = whole(
  '(?:no )?(?:none|neither)(?: of (?:these|those|them|it))?(?: fits?| apply| applies)?',
  '(?:nein )?(?:keins|keines|keine|keiner|nichts)(?: davon| von (?:beiden|denen|diesen))?(?: passt| trifft zu)?',
  '(?:non )?aucun(?:e)?(?: des (?:deux|trois))?|rien de tout ça',
  '(?:no )?ningun[oa](?: de (?:ellos|ellas|estos|estas|esos))?|nada de eso',
  'どれも(?:違います|ちがいます|当てはまりません)|いずれも違います',
);

const isTitle = (text: string, choice: string): boolean =>
  unpaused(text) === unpaused(choice.slice(choice.indexOf(':') + 1));

/** The place, from 0, that a text names and nothing else; -1 where it names none. */
const placeIn = (text: string): number => {
  const number = numberAlone(text);
  return number === undefined ? places.findIndex((place) => isWhole(place, text)) : Number(number) - 1;
};

const places = [
  whole(
    '(?:the )?(?:first|1st)(?: one)?|(?:die|das|der) erste|(?:la première|le premier)|(?:la primera|el primero)|最初(?:です|のもの)?',
  ),
  whole(
    '(?:the )?(?:second|2nd)(?: one)?|(?:die|das|der) zweite|(?:la|le) (?:deuxième|seconde?)|(?:la segunda|el segundo)|(?:2|二)(?:番目|つ目)(?:です)?',
  ),
  whole(
    '(?:the )?(?:third|3rd)(?: one)?|(?:die|das|der) dritte|(?:la|le) troisième|(?:la tercera|el tercero)|(?:3|三)(?:番目|つ目)(?:です)?',
  ),
];
