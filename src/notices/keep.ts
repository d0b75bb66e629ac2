/** Keeps notices: reads the ledger, plans, and writes changes and posts in one transaction. */
import type { AuditEntry } from '../model/audit.ts';
import type { Catalog } from '../model/catalog.ts';
import { type ChannelName, placeKey } from '../model/message.ts';
import {
  noticeCardName,
  type Changes,
  type Ledger,
  type DrawingsFor,
  type NoticeDrawings,
  type Sighting,
  stormName,
  type Told,
} from '../model/notice.ts';
import type { Log, Post, Store } from '../model/ports.ts';
import type { Act } from './act.ts';
import { type Input, plan, type Planned } from './plan.ts';
import type { Settings } from './settings.ts';

export type Notices = {
  /** Takes in what was seen; with `ran`, it is all that the check of this name looks at. */
  readonly take: (sightings: readonly Sighting[], ran?: string) => Promise<'taken' | 'full'>;
  /** Does it once, with its line in the audit log. */
  readonly act: (doing: Act, audit: AuditEntry) => Promise<'done' | 'over'>;
  /** Does what time alone brings: reminders, ends of snoozes and quiet hours, cards for new subscribers. */
  readonly tick: () => Promise<void>;
};

export type NoticeParts = {
  readonly store: Store;
  readonly catalog: () => Catalog;
  readonly drawings: DrawingsFor;
  readonly settings: Settings;
  readonly clock: () => number;
  readonly log: Log;
  /** Called after posts were promised and the shared picture changed. */
  readonly promised: () => void;
};

/** `audit` tells who is doing what is to be done. */
type Asked = Omit<Input, 'subscriptions'> & { readonly audit?: AuditEntry };

/** How often a write is planned again because another replica was first. */
const attempts = 20;

/** From this many open notices on, no new ones are taken in from outside. */
const mostOpen = 2000;

/** These channels can be written to without being asked. */
const reaches: ReadonlySet<ChannelName> = new Set(['teams', 'slack']);

export const noticesOf = (parts: NoticeParts): Notices => {
  const { store, clock, log } = parts;
  let tail: Promise<unknown> = Promise.resolve();

  const carryOut = async (input: Asked): Promise<'done' | 'over' | 'full'> => {
    const { audit } = input;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const now = clock();
      const ledger = await store.notices.ledger();
      if (audit && (await store.audits.has(audit.key))) return 'done';
      if (isFull(ledger, input.sightings ?? [])) return 'full';
      const subscriptions = await store.notices.subscriptions();
      const { changes, posts, outcome } = plan(ledger, { ...input, subscriptions }, parts.settings, now);
      const done = outcome === 'over' ? outcome : 'done';
      if (!changes) return done;
      const jobs = [...posts.map((post) => jobOf(post, parts.drawings())), ...(await goodNews(ledger, changes))];
      const written = await store.notices.write(
        ledger.rev,
        changes,
        jobs.map((job) => ({ job, dueAt: now })),
        outcome === 'done' ? audit : undefined,
      );
      if (!written) continue;
      if (posts.length > 0) log.info({ posts: posts.length }, 'notices changed');
      parts.promised();
      return done;
    }
    throw new Error(`The notices changed ${attempts} times while one change was being made. Try again.`);
  };

  /** One change after the other: each looks at what the one before left. */
  const inTurn = (input: Asked): ReturnType<typeof carryOut> => {
    const run = tail.then(
      () => carryOut(input),
      () => carryOut(input),
    );
    tail = run;
    return run;
  };

  /** Tells those who asked about it that it is over, once a place. */
  const goodNews = async (ledger: Ledger, { cleared, notices }: Changes): Promise<readonly Post[]> => {
    const asked = await store.notices.followers(cleared.filter((key) => ledger.followers.has(key)));
    const told = new Map<string, Told>(notices.map((notice) => [notice.key, notice.told]));
    const posts = new Map<string, Post>();
    for (const { key, place, locale } of asked) {
      const about = told.get(key);
      const name = `notice-over/${key}/${ledger.rev}/${placeKey(place)}`;
      if (about && reaches.has(place.channel))
        posts.set(name, { key: name, kind: 'post', place, reply: parts.drawings(locale).cleared(about) });
    }
    return [...posts.values()];
  };

  return {
    async take(sightings, ran) {
      const known = sightings.map((sighting) => enriched(sighting, parts.catalog()));
      const outcome = await inTurn({ sightings: known, ...(ran === undefined ? {} : { ran }) });
      return outcome === 'full' ? outcome : 'taken';
    },
    async act(doing, audit) {
      return (await inTurn({ doing, audit })) === 'over' ? 'over' : 'done';
    },
    async tick() {
      await inTurn({});
    },
  };
};

/** Whether sightings from outside would begin notices that there is no room for. */
const isFull = ({ notices }: Ledger, sightings: readonly Sighting[]): boolean => {
  if (!sightings.some(({ check }) => check === 'inbox')) return false;
  const known = new Set(notices.filter(({ state }) => state !== 'resolved').map(({ key }) => key));
  const begun = new Set(
    sightings.filter(({ key, state }) => state === 'firing' && !known.has(key)).map(({ key }) => key),
  );
  return begun.size > 0 && known.size + begun.size > mostOpen;
};

/** Adds what the catalog knows: the entry of its codes, and the topic of its entry. */
const enriched = (sighting: Sighting, catalog: Catalog): Sighting => {
  if (sighting.state !== 'firing') return sighting;
  const given = sighting.entry === undefined ? undefined : catalog.entry(sighting.entry);
  const found = sighting.codes.length > 0 ? catalog.find(sighting.codes.join(' ')) : undefined;
  const codes = found && found.extracted.codes.length > 0 ? found.extracted.codes : sighting.codes;
  const byCode = found?.verdict === 'answer' ? found.candidates[0]?.entry : undefined;
  const entry = given ?? (byCode?.codes.some((code) => codes.includes(code)) ? byCode : undefined);
  const { entry: _, ...rest } = sighting;
  const topic = sighting.topic ?? entry?.topic;
  return { ...rest, codes, ...(entry ? { entry: entry.id } : {}), ...(topic === undefined ? {} : { topic }) };
};

/** Keys name what is posted and where, so that it is promised once. */
const jobOf = (planned: Planned, drawings: NoticeDrawings): Post => {
  const { room, rev } = planned;
  const post = { kind: 'post', place: room.place } as const;
  switch (planned.kind) {
    case 'card': {
      const name = noticeCardName(planned.view.id, room.id);
      return { ...post, key: `${name}#${rev}`, reply: drawings.card(planned.view), card: { name, rev } };
    }
    case 'line': {
      const under = noticeCardName(planned.view.id, room.id);
      const reply = drawings.line(planned.line, planned.view, planned.by);
      return { ...post, key: `${under}#${rev}/${planned.line}`, reply, under };
    }
    case 'still':
      return {
        ...post,
        key: `${noticeCardName(planned.view.id, room.id)}#${rev}/still`,
        reply: drawings.still(planned.view),
      };
    case 'storm': {
      const name = stormName(planned.view.id, room.id);
      return { ...post, key: `${name}#${rev}`, reply: drawings.storm(planned.view), card: { name, rev } };
    }
    case 'storm over': {
      const under = stormName(planned.view.id, room.id);
      return { ...post, key: `${under}#${rev}/over`, reply: drawings.stormOver(planned.view), under };
    }
  }
};
