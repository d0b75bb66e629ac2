/** Notices: one ledger that is read whole and written by compare-and-set, whatever the number of replicas. */
import { type Kysely, sql } from 'kysely';
import {
  type CheckRecord,
  type Firing,
  type Follower,
  type Ledger,
  type Notice,
  type NoticeCard,
  type NoticeStore,
  severities,
  type Storm,
  type Subscription,
} from '../model/notice.ts';
import type { Promised } from '../model/ports.ts';
import { again } from './again.ts';
import { changeOnce, writeAudit } from './audit.ts';
import { promiseJobs } from './jobs.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey } from './text.ts';

type Db = Kysely<Tables>;

/** Jobs per statement: few enough for the number of parameters that a database takes. */
const batch = 250;

const inTransaction = <T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T> =>
  again(() => db.transaction().execute(run));

export const noticesIn = (db: Db): NoticeStore<Promised> => ({
  async ledger(): Promise<Ledger> {
    // The revision is read first: rows that are newer than it make the write fail, never succeed wrongly.
    const head = await db.selectFrom('notice_ledger').selectAll().executeTakeFirst();
    const notices = await db.selectFrom('notice').select('body').orderBy('key').execute();
    const cards = await db.selectFrom('notice_card').select('body').orderBy('id').execute();
    const storms = await db.selectFrom('notice_storm').select('body').orderBy('id').execute();
    return {
      rev: head?.rev ?? 0,
      next: head?.next ?? 1,
      notices: notices.map(({ body }) => JSON.parse(body) as Notice),
      cards: cards.map(({ body }) => JSON.parse(body) as NoticeCard),
      storms: storms.map(({ body }) => JSON.parse(body) as Storm),
      followers: await followersIn(db),
    };
  },

  write: (rev, changes, jobs, audit) =>
    inTransaction(db, async (tx) => {
      const head = { rev: rev + 1, next: changes.next };
      const moved = await tx
        .insertInto('notice_ledger')
        .values({ id: 1, ...head })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(head).where('notice_ledger.rev', '=', rev))
        .executeTakeFirst();
      if ((moved.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
      for (const notice of changes.notices) {
        const row = { state: notice.state, body: JSON.stringify(notice) };
        await tx
          .insertInto('notice')
          .values({ key: toKey(notice.key), ...row })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
          .execute();
      }
      for (const card of changes.cards) await keep(tx, 'notice_card', card);
      for (const storm of changes.storms) await keep(tx, 'notice_storm', storm);
      const { gone, cleared } = changes;
      if (gone.notices.length > 0) await tx.deleteFrom('notice').where('key', 'in', gone.notices.map(toKey)).execute();
      await drop(tx, 'notice_card', 'notice', gone.cards);
      await drop(tx, 'notice_storm', 'storm', gone.storms);
      if (cleared.length > 0)
        await tx.deleteFrom('notice_follower').where('notice', 'in', cleared.map(toKey)).execute();
      for (let from = 0; from < jobs.length; from += batch) await promiseJobs(tx, jobs.slice(from, from + batch));
      if (audit) await writeAudit(tx, audit);
      return true;
    }),

  follow: (key, { person, ...reader }, at) =>
    inTransaction(db, async (tx) => {
      // Counting up keeps the one who ends the notice at the same time from missing this person.
      await tx.updateTable('notice_ledger').set({ rev: sql<number>`rev + 1` }).execute();
      const notice = await tx.selectFrom('notice').select('state').where('key', '=', toKey(key)).executeTakeFirst();
      if (notice?.state !== 'firing') return false;
      await tx
        .insertInto('notice_follower')
        .values({ notice: toKey(key), person: toKey(person), place: toReader(reader), at: Math.floor(at) })
        .onConflict((conflict) => conflict.columns(['notice', 'person']).doNothing())
        .execute();
      return true;
    }),

  async followers(keys) {
    if (keys.length === 0) return [];
    const rows = await db
      .selectFrom('notice_follower')
      .select(['notice', 'person', 'place'])
      .where('notice', 'in', keys.map(toKey))
      .orderBy('at')
      .execute();
    return rows.map(({ notice, person, place }) => ({
      key: fromText(notice),
      person: fromText(person),
      ...fromReader(place),
    }));
  },

  subscriptions: () => subscriptionsIn(db),

  async subscribe(subscription, audit) {
    await changeOnce(db, audit, async (tx) => {
      await keep(tx, 'subscription', subscription);
      return true;
    });
  },

  unsubscribe: (room, audit) =>
    changeOnce(db, audit, async (tx) => {
      const { numDeletedRows } = await tx.deleteFrom('subscription').where('id', '=', toKey(room)).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

  async checkRecord(name) {
    const row = await db.selectFrom('check_record').select('body').where('name', '=', toKey(name)).executeTakeFirst();
    return row ? (JSON.parse(row.body) as CheckRecord) : undefined;
  },

  async keepCheckRecord(record) {
    const body = JSON.stringify(record);
    await db
      .insertInto('check_record')
      .values({ name: toKey(record.name), body })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
      .execute();
  },
});

type Table = 'notice_card' | 'notice_storm' | 'subscription';

const keep = async (db: Db, table: Table, row: { readonly id: string }): Promise<void> => {
  const body = JSON.stringify(row);
  await db
    .insertInto(table)
    .values({ id: toKey(row.id), body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
};

/** Deletes cards together with where they were posted; their ids are numbers. */
const drop = async (db: Db, table: Table, name: string, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    await db.deleteFrom(table).where('id', '=', id).execute();
    await db.deleteFrom('shown').where('name', 'like', `${name}/${id}@%`).execute();
  }
};

/** The column of the place holds the locale of its reader too. */
const toReader = ({ place, locale }: Omit<Follower, 'person'>): string =>
  JSON.stringify(locale === undefined ? place : { ...place, locale });

const fromReader = (text: string): Omit<Follower, 'person'> => {
  const { locale, ...place } = JSON.parse(text) as Follower['place'] & { readonly locale?: string };
  return { place, ...(locale === undefined ? {} : { locale }) };
};

const followersIn = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('notice_follower')
    .select(({ fn }) => ['notice', fn.countAll<number | string>().as('count')])
    .groupBy('notice')
    .execute();
  return new Map(rows.map(({ notice, count }) => [fromText(notice), Number(count)]));
};

export const subscriptionsIn = async (db: Db): Promise<readonly Subscription[]> => {
  const rows = await db.selectFrom('subscription').select('body').orderBy('id').execute();
  return rows.map(({ body }) => JSON.parse(body) as Subscription);
};

/** How many firing notices every turn looks at. */
const mostFiring = 200;

/** What is firing, without tests: the gravest if there are very many, the oldest first. */
export const firingIn = async (db: Db): Promise<readonly Firing[]> => {
  const rows = await db.selectFrom('notice').select('body').where('state', '=', 'firing').execute();
  if (rows.length === 0) return [];
  const notices = rows
    .map(({ body }) => JSON.parse(body) as Notice)
    .filter(({ told }) => told.check !== 'test')
    .toSorted((a, b) => severities.indexOf(b.told.severity) - severities.indexOf(a.told.severity) || a.since - b.since)
    .slice(0, mostFiring)
    .toSorted((a, b) => a.since - b.since);
  const owners = await ownersOf(
    db,
    notices.flatMap(({ card }) => (card === null ? [] : [card])),
  );
  const followers = await followersIn(db);
  const keys = new Set(notices.map(({ key }) => key));
  return notices.map(({ key, card, told, since, checked, snooze }) => ({
    key,
    card,
    title: told.title,
    severity: told.severity,
    codes: told.codes,
    entry: told.entry ?? null,
    topic: told.topic ?? null,
    domains: told.domains,
    since,
    checked,
    deadline: told.deadline ?? null,
    snoozedUntil: snooze?.until ?? null,
    owner: (card === null ? null : owners.get(card)) ?? null,
    parent: told.parent !== undefined && keys.has(told.parent) ? told.parent : null,
    followers: followers.get(key) ?? 0,
  }));
};

const ownersOf = async (db: Db, cards: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> => {
  if (cards.length === 0) return new Map();
  const rows = await db
    .selectFrom('notice_card')
    .select('body')
    .where('id', 'in', [...new Set(cards)])
    .execute();
  return new Map(rows.map(({ body }) => JSON.parse(body) as NoticeCard).map(({ id, owner }) => [id, owner?.name]));
};
