/** A world for the plan: a ledger in memory, a clock that is set by hand, and rooms that remember what was posted. */
import type { Changes, Ledger, Notice, Room, Sighting, Subscription } from '../../src/model/notice.ts';
import type { Act } from '../../src/notices/act.ts';
import { type Input, plan, type Planned } from '../../src/notices/plan.ts';
import { type Settings, standard } from '../../src/notices/settings.ts';

export const minute = 60_000;
export const hour: number = 60 * minute;
export const day: number = 24 * hour;

/** A Monday at noon. */
export const noon: number = Date.parse('2026-03-02T12:00:00Z');

export const room = (name: string, more: Partial<Subscription> = {}): Subscription => ({
  id: `slack:T1:${name}`,
  place: { channel: 'slack', conversation: `T1:${name}` },
  topics: [],
  domains: [],
  least: 'info',
  ...more,
});

export const roomOf = ({ id, place }: Subscription): Room => ({ id, place });

/** A finding of a check of ours; everything is firing unless it says otherwise. */
export const sighting = (key: string, more: Partial<Sighting> = {}): Sighting => ({
  key,
  check: 'endpoint',
  state: 'firing',
  severity: 'warning',
  title: `${key} is wrong`,
  domains: [`${key.replace(/[^a-z0-9]/g, '')}.example`],
  codes: [],
  ...more,
});

const emptyLedger: Ledger = { rev: 0, next: 1, notices: [], cards: [], storms: [], followers: new Map() };

const merged = <T>(
  was: readonly T[],
  changed: readonly T[],
  gone: readonly string[],
  keyOf: (one: T) => string,
): readonly T[] => {
  const rows = new Map(was.map((one) => [keyOf(one), one]));
  for (const one of changed) rows.set(keyOf(one), one);
  for (const key of gone) rows.delete(key);
  return [...rows.values()];
};

/** What the store does with changes. Rows travel as JSON, as they do there. */
export const write = (ledger: Ledger, changes: Changes): Ledger => {
  const { notices, cards, storms, gone } = JSON.parse(JSON.stringify(changes)) as Changes;
  return {
    rev: ledger.rev + 1,
    next: changes.next,
    notices: merged(ledger.notices, notices, gone.notices, ({ key }) => key),
    cards: merged(ledger.cards, cards, gone.cards, ({ id }) => id),
    storms: merged(ledger.storms, storms, gone.storms, ({ id }) => id),
    followers: new Map([...ledger.followers].filter(([key]) => !changes.cleared.includes(key))),
  };
};

/** A post as a test wants to see it: what, where, and the words that matter. */
export const told = (post: Planned): string => {
  const where = post.room.id.replace(/^.*:/, '');
  switch (post.kind) {
    case 'card':
      return `${where}: card ${post.view.id}.${post.rev} ${post.view.state} ${post.view.lines.map((line) => line.told.title).join(' + ')}`;
    case 'line':
      return `${where}: line ${post.view.id} ${post.line}${post.by === null ? '' : ` by ${post.by}`}`;
    case 'still':
      return `${where}: still ${post.view.id}`;
    default:
      return `${where}: ${post.kind} ${post.view.id}.${post.rev} with ${post.view.notices.length}`;
  }
};

export const worldOf = (subscriptions: readonly Subscription[] = [room('ops')], settings: Partial<Settings> = {}) => {
  const all: Settings = { ...standard, ...settings };
  let now = noon;
  let ledger = emptyLedger;
  let rooms = subscriptions;
  const posts: Planned[] = [];

  const run = (input: Omit<Input, 'subscriptions'>): readonly string[] => {
    const result = plan(ledger, { ...input, subscriptions: rooms }, all, now);
    if (result.changes) ledger = write(ledger, result.changes);
    posts.push(...result.posts);
    return result.posts.map(told);
  };

  return {
    posts,
    now: () => now,
    ledger: () => ledger,
    notice: (key: string): Notice | undefined => ledger.notices.find((one) => one.key === key),
    wait: (span: number): void => void (now += span),
    at: (time: string): void => void (now = Date.parse(time)),
    subscribe: (...more: readonly Subscription[]): void => void (rooms = more),
    follow: (key: string, count: number): void =>
      void (ledger = { ...ledger, followers: new Map([...ledger.followers, [key, count]]) }),
    see: (...sightings: readonly Sighting[]): readonly string[] => run({ sightings }),
    ran: (check: string, ...sightings: readonly Sighting[]): readonly string[] =>
      run({ sightings: sightings.map((one) => ({ ...one, source: check })), ran: check }),
    act: (doing: Act): readonly string[] => run({ doing }),
    tick: (): readonly string[] => run({}),
  };
};
