/** Plans what becomes of notices and what is posted: a pure function of what was seen, what was done, and the time. */
import {
  atLeast,
  type Changes,
  type Ledger,
  type LineKind,
  type Notice,
  type NoticeCard,
  type NoticeView,
  type Room,
  type Showing,
  type Sighting,
  type Storm,
  type StormView,
  type Subscription,
} from '../model/notice.ts';
import { isQuiet } from '../model/quiet.ts';
import { type Act, act } from './act.ts';
import { changesOf, type Draft, draftOf, membersOf, put, putCard } from './draft.ts';
import { explanationsOf } from './inhibit.ts';
import { age, dropUnwatched, isSnoozed, see } from './life.ts';
import { roomsFor } from './route.ts';
import type { Settings } from './settings.ts';
import { type Explained, explainedOf, lookOf, stormViewOf, viewOf } from './view.ts';

export type Input = {
  readonly sightings?: readonly Sighting[];
  readonly doing?: Act;
  readonly subscriptions: readonly Subscription[];
  /** The scheduled check whose whole result the sightings are. */
  readonly ran?: string;
};

/** A message to promise; `rev` makes it one of its kind. */
export type Planned =
  | { readonly kind: 'card' | 'still'; readonly room: Room; readonly rev: number; readonly view: NoticeView }
  | {
      readonly kind: 'line';
      readonly line: LineKind;
      readonly by: string | null;
      readonly room: Room;
      readonly rev: number;
      readonly view: NoticeView;
    }
  | { readonly kind: 'storm' | 'storm over'; readonly room: Room; readonly rev: number; readonly view: StormView };

type Plan = {
  /** Null when nothing is to be written; then there are no posts either. */
  readonly changes: Changes | null;
  readonly posts: readonly Planned[];
  /** What came of what was to be done. */
  readonly outcome?: ReturnType<typeof act>;
};

export const plan = (ledger: Ledger, input: Input, settings: Settings, now: number): Plan => {
  const draft = draftOf(ledger);
  age(draft, settings, now);
  if (input.sightings) see(draft, input.sightings, settings, now);
  if (input.ran !== undefined) dropUnwatched(draft, input.ran, input.sightings ?? [], now);
  const outcome = input.doing && act(draft, input.doing, now);
  const round: Round = {
    draft,
    explained: explainedOf(draft, explanationsOf(draft.notices, settings, now)),
    subscriptions: input.subscriptions,
    recent: recentCards(draft, settings, now),
    settings,
    now,
  };
  gather(round);
  const posts = [...[...draft.cards.values()].flatMap((card) => tellCard(round, card)), ...tellStorms(draft)];
  forget(draft, settings, now);
  return { changes: changesOf(draft, ledger), posts, ...(outcome ? { outcome } : {}) };
};

/** What one planning looks at. `recent` counts the cards that each room got within the span of a storm. */
type Round = {
  readonly draft: Draft;
  readonly explained: Explained;
  readonly subscriptions: readonly Subscription[];
  readonly recent: Map<string, number>;
  readonly settings: Settings;
  readonly now: number;
};

// === Which notices share a card ===

/** Gives every firing notice that is not explained by another one a card. */
const gather = ({ draft, explained, settings, now }: Round): void => {
  const young = [...draft.cards.values()].filter(
    (card) =>
      card.about !== null &&
      card.state === 'firing' &&
      now - card.since <= settings.together &&
      membersOf(draft, card).some(({ state }) => state === 'firing'),
  );
  const byAbout = new Map(young.map((card) => [card.about, card.id]));
  for (const notice of draft.notices.values()) {
    if (notice.state !== 'firing' || notice.card !== null || explained.by.has(notice.key)) continue;
    const about = aboutOf(notice);
    const shared = about === null ? undefined : draft.cards.get(byAbout.get(about) ?? '');
    const card =
      shared && shared.keys.length < settings.mostTogether
        ? putCard(draft, shared, { keys: [...new Set([...shared.keys, notice.key])] })
        : putCard(draft, newCard(String(draft.next++), notice, about, now));
    if (about !== null) byAbout.set(about, card.id);
    put(draft, notice, { card: card.id });
  }
};

/** A test stands alone. */
const aboutOf = ({ told }: Notice): string | null =>
  told.check === 'test' ? null : (told.domains[0] ?? told.host ?? null);

const newCard = (id: string, notice: Notice, about: string | null, now: number): NoticeCard => ({
  id,
  rev: 0,
  keys: [notice.key],
  about,
  since: now,
  rooms: [],
  owner: null,
  look: '',
  lookAt: 0,
  state: 'firing',
  severity: notice.told.severity,
  title: notice.told.title,
  repeatedAt: now,
});

// === What is told where ===

const tellCard = (round: Round, card: NoticeCard): readonly Planned[] => {
  const { draft, explained, settings, now } = round;
  const members = membersOf(draft, card);
  if (members.length === 0) return [];
  const speaking = members.filter((notice) => speaks(round, notice));
  const already = new Set(card.rooms.map(({ id }) => id));
  const fresh = new Map<string, Showing>();
  for (const { told } of speaking)
    for (const room of roomsFor(told, round.subscriptions))
      if (!already.has(room.id) && !fresh.has(room.id))
        fresh.set(room.id, { ...room, at: now, storm: told.only ? null : stormFor(round, room, card) });
  const rooms = [...card.rooms, ...fresh.values()];
  const view = viewOf(draft, card, explained, settings, now);
  if (card.state === 'resolved' && view.state === 'resolved') return [];
  if (rooms.length === 0) {
    if (view.state === 'resolved') drop(draft, card, members);
    return [];
  }

  const told = card.rooms.length > 0;
  const look = lookOf(view);
  const edited = look !== card.look || (view.state === 'firing' && now - card.lookAt >= settings.lookEvery);
  const repeats = told && isToRepeat(card, view, speaking, settings, now);
  const lines = told ? linesOf(draft, card, view) : [];
  if (!edited && fresh.size === 0 && !repeats && lines.length === 0) return [];
  const rev = edited || repeats || lines.length > 0 ? card.rev + 1 : card.rev;
  putCard(draft, card, {
    rev,
    rooms,
    state: view.state,
    severity: view.severity,
    title: view.lines[0]!.told.title,
    ...(edited ? { look, lookAt: now } : {}),
    ...(repeats || !told || lines.some(({ kind }) => kind === 'again') ? { repeatedAt: now } : {}),
  });
  const own = rooms.filter(({ storm }) => storm === null);
  const toShow = edited ? own : own.filter(({ id }) => fresh.has(id));
  const older = own.filter(({ id }) => already.has(id));
  return [
    ...toShow.map((room): Planned => ({ kind: 'card', room: addressOf(room), rev, view })),
    ...lines.flatMap(({ kind, by }) =>
      older.map((room): Planned => ({ kind: 'line', line: kind, by, room: addressOf(room), rev, view })),
    ),
    ...(repeats ? older.map((room): Planned => ({ kind: 'still', room: addressOf(room), rev, view })) : []),
  ];
};

const addressOf = ({ id, place }: Room): Room => ({ id, place });

/** Whether a notice may begin a message now. */
const speaks = ({ explained, settings, now }: Round, notice: Notice): boolean =>
  notice.state === 'firing' &&
  !isSnoozed(notice, now) &&
  !explained.by.has(notice.key) &&
  (notice.told.check === 'test' || notice.told.severity === 'critical' || !isQuiet(settings.quiet, now));

const isToRepeat = (
  card: NoticeCard,
  view: NoticeView,
  speaking: readonly Notice[],
  settings: Settings,
  now: number,
): boolean =>
  card.owner === null &&
  !view.test &&
  speaking.some(({ told }) => told.severity === 'critical') &&
  now - card.repeatedAt >= settings.repeatEvery;

/** One line of a kind; the end is told once, whoever and whatever brought it. */
const linesOf = (draft: Draft, card: NoticeCard, view: NoticeView): Draft['lines'] => {
  const said = draft.lines.filter((line) => line.card === card.id);
  const quiet = view.snooze !== null || view.explainedBy !== null;
  const kept = said.filter(({ kind }, n) => {
    if (said.findIndex((line) => line.kind === kind) !== n) return false;
    if (kind === 'again') return card.state === 'resolved' && view.state === 'firing' && !quiet;
    if (kind === 'raised') return !atLeast(card.severity, view.severity) && view.state === 'firing' && !quiet;
    if (kind === 'step' || kind === 'snooze over') return view.state === 'firing' && !quiet;
    return true;
  });
  return view.state === 'resolved' ? [...kept, { kind: 'resolved', card: card.id, by: view.end?.by ?? null }] : kept;
};

/** Ended before anybody was told: nothing is said of it, and what comes back begins anew. */
const drop = (draft: Draft, card: NoticeCard, members: readonly Notice[]): void => {
  for (const notice of members) put(draft, notice, { card: null });
  draft.cards.delete(card.id);
};

// === Storms ===

const recentCards = (draft: Draft, { storm }: Settings, now: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { rooms } of draft.cards.values())
    for (const { id, at } of rooms) if (at > now - storm.within) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** The storm that a new card in a room is added to, or null while few come at once. */
const stormFor = ({ draft, recent, settings, now }: Round, room: Room, card: NoticeCard): string | null => {
  const { most, within } = settings.storm;
  const since = now - within;
  const count = recent.get(room.id) ?? 0;
  recent.set(room.id, count + 1);
  if (count < most) return null;
  const going = [...draft.storms.values()].find((storm) => storm.room.id === room.id && storm.last > since);
  const storm: Storm = going ?? {
    id: String(draft.next++),
    rev: 0,
    room: addressOf(room),
    cards: [],
    since: now,
    last: now,
    look: '',
    over: false,
  };
  draft.storms.set(storm.id, { ...storm, cards: [...storm.cards, card.id], last: now, over: false });
  return storm.id;
};

const tellStorms = (draft: Draft): readonly Planned[] => {
  const posts: Planned[] = [];
  for (const storm of draft.storms.values()) {
    const view = stormViewOf(draft, storm);
    const look = JSON.stringify(view);
    const over = view.notices.every(({ state }) => state === 'resolved');
    if (look === storm.look || (over && storm.over)) continue;
    const rev = storm.rev + 1;
    draft.storms.set(storm.id, { ...storm, rev, look, over });
    posts.push({ kind: 'storm', room: storm.room, rev, view });
    if (over && !storm.over) posts.push({ kind: 'storm over', room: storm.room, rev, view });
  }
  return posts;
};

// === What is forgotten ===

const forget = (draft: Draft, settings: Settings, now: number): void => {
  const old = now - settings.keepFor;
  for (const { key, state, end, seen, snooze } of draft.notices.values())
    if (state !== 'firing' && Math.max(end?.at ?? 0, seen) < old && snooze === null) draft.notices.delete(key);
  for (const card of draft.cards.values())
    if (card.state === 'resolved' && membersOf(draft, card).length === 0 && card.lookAt < old)
      draft.cards.delete(card.id);
  for (const storm of draft.storms.values()) if (storm.over && storm.last < old) draft.storms.delete(storm.id);
};
