/** What every store does for notices, on SQLite and on PostgreSQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Changes, Notice, NoticeCard } from '../../src/model/notice.ts';
import type { Promised, Store } from '../../src/model/ports.ts';
import { readNotices } from '../../src/notices/read.ts';
import { postgres, postgresDatabase } from '../../src/store/postgres.ts';
import { type Tables, tableNames } from '../../src/store/schema.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { auditEntry } from '../fakes.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { botOf, own, platformOf } from './bot.ts';
import { noon, room, roomOf } from './world.ts';

const nothing: Changes = {
  next: 1,
  notices: [],
  cards: [],
  storms: [],
  gone: { notices: [], cards: [], storms: [] },
  cleared: [],
};

const notice = (key: string, more: Partial<Notice> = {}): Notice => ({
  key,
  state: 'firing',
  told: { check: 'inbox', severity: 'warning', title: `${key} 🙂 \u0000`, domains: ['contoso.com'], codes: ['50126'] },
  since: noon,
  seen: noon,
  checked: noon,
  runs: 1,
  card: '1',
  end: null,
  flaps: 0,
  calm: null,
  snooze: null,
  aliases: [],
  startedAt: null,
  ...more,
});

const card = (id: string): NoticeCard => ({
  id,
  rev: 1,
  keys: ['a'],
  about: null,
  since: noon,
  rooms: [],
  owner: { name: 'Eva', at: noon },
  look: '',
  lookAt: noon,
  state: 'firing',
  severity: 'warning',
  title: 'a',
  repeatedAt: noon,
});

const post = (key: string): Promised => ({
  job: { key, kind: 'post', place: room('ops').place, reply: { text: 'x' } },
  dueAt: 0,
});

const contract = (name: string, open: () => Promise<readonly Store[]>): void => {
  describe(`notices in ${name}`, () => {
    let stores: readonly Store[];
    let store: Store;
    beforeEach(async () => {
      stores = await open();
      store = stores[0]!;
    });

    test('changes and posts are written together, and read as they were written', async () => {
      const a = notice('a');
      const long = notice('k\\%_'.repeat(60), { state: 'resolved' });
      expect(
        await store.notices.write(0, { ...nothing, next: 7, notices: [a, long], cards: [card('1')] }, [post('p')]),
      ).toBe(true);
      const ledger = await store.notices.ledger();
      expect(ledger).toMatchObject({ rev: 1, next: 7, cards: [card('1')], storms: [] });
      expect(ledger.notices.toSorted((one, other) => one.key.length - other.key.length)).toEqual([a, long]);
      expect((await store.due(10, 10, 20)).map(({ job }) => job.key)).toEqual(['p']);
      const [firing] = (await store.board()).firing;
      expect(firing).toMatchObject({ key: 'a', card: '1', owner: 'Eva', codes: ['50126'], followers: 0 });
      expect((await store.board()).firing).toHaveLength(1);
    });

    test('a write on what has changed is refused and leaves nothing behind', async () => {
      await store.notices.write(0, { ...nothing, notices: [notice('a')] }, []);
      expect(await store.notices.write(0, { ...nothing, notices: [notice('b')] }, [post('p')])).toBe(false);
      expect((await store.notices.ledger()).notices.map(({ key }) => key)).toEqual(['a']);
      expect(await store.due(10, 10, 20)).toEqual([]);
    });

    test('of many writes at once exactly one succeeds', async () => {
      const done = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          stores[n % stores.length]!.notices.write(0, { ...nothing, notices: [notice(`k${n}`)] }, [post(`p${n}`)]),
        ),
      );
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await store.notices.ledger()).notices).toHaveLength(1);
    });

    test('more posts than a statement takes are promised', async () => {
      const many = Array.from({ length: 6000 }, (_, n) => post(`p${n}`));
      expect(await store.notices.write(0, nothing, many)).toBe(true);
      expect(await store.due(7000, 10, 20)).toHaveLength(6000);
    });

    test('what is gone is gone, with the cards that showed it', async () => {
      await store.notices.write(0, { ...nothing, notices: [notice('a')], cards: [card('1'), card('11')] }, []);
      const { place } = room('ops');
      for (const id of ['1', '11'])
        await store.show({ name: `notice/${id}@slack:T1:ops`, rev: 1, place, message: 'm' });
      const gone = { notices: ['a'], cards: ['1'], storms: [] };
      await store.notices.write(1, { ...nothing, gone }, []);
      const ledger = await store.notices.ledger();
      expect([ledger.notices, ledger.cards.map(({ id }) => id)]).toEqual([[], ['11']]);
      expect(await store.shown('notice/1@slack:T1:ops')).toBeUndefined();
      expect(await store.shown('notice/11@slack:T1:ops')).toBeDefined();
    });

    test('people are counted once while it fires, and nobody is missed by who ends it', async () => {
      const ada = { person: 'slack:T1:ada', place: room('D1').place };
      expect(await store.notices.follow('a', ada, 1)).toBe(false);
      await store.notices.write(0, { ...nothing, notices: [notice('a')] }, []);
      const before = await store.notices.ledger();
      expect(await store.notices.follow('a', ada, 1)).toBe(true);
      expect(await store.notices.follow('a', ada, 2)).toBe(true);
      expect(await store.notices.write(before.rev, { ...nothing, cleared: ['a'] }, [])).toBe(false);
      const now = await store.notices.ledger();
      expect(now.followers).toEqual(new Map([['a', 1]]));
      expect(await store.notices.followers(['a', 'b'])).toEqual([{ key: 'a', ...ada }]);
      await store.notices.write(now.rev, { ...nothing, cleared: ['a'] }, []);
      expect(await store.notices.followers(['a'])).toEqual([]);
    });

    test('whoever has their data deleted is told of no end', async () => {
      await store.notices.write(0, { ...nothing, notices: [notice('a')] }, []);
      for (const who of ['ada', 'bob'])
        await store.notices.follow('a', { person: `slack:T1:${who}`, place: room('D1').place }, 1);
      await store.forgetPerson('slack:T1:ada', auditEntry('forget'));
      expect((await store.notices.followers(['a'])).map(({ person }) => person)).toEqual(['slack:T1:bob']);
    });

    test('what a person did and its line in the audit log are written together, or neither is', async () => {
      const changes = { ...nothing, notices: [notice('a')] };
      const broken = auditEntry('act', { at: Number.NaN });
      await expect(store.notices.write(0, changes, [], broken)).rejects.toThrow();
      expect((await store.notices.ledger()).notices).toEqual([]);
      const late = { ...post('p'), dueAt: Number.NaN };
      await expect(store.notices.write(0, changes, [late], auditEntry('act'))).rejects.toThrow();
      expect(await store.audits.has('act')).toBe(false);
      expect(await store.notices.write(0, changes, [], auditEntry('act'))).toBe(true);
      expect(await store.audits.has('act')).toBe(true);
      expect(await store.notices.write(0, changes, [], auditEntry('outrun'))).toBe(false);
      expect(await store.audits.has('outrun')).toBe(false);
    });

    test('subscriptions are replaced by room, listed and ended', async () => {
      await store.notices.subscribe(room('ops'), auditEntry('1'));
      await store.notices.subscribe(room('ops', { least: 'critical' }), auditEntry('2'));
      await store.notices.subscribe(room('mail'), auditEntry('3'));
      expect(await store.notices.subscriptions()).toEqual([room('mail'), room('ops', { least: 'critical' })]);
      expect(await store.notices.unsubscribe(roomOf(room('ops')).id, auditEntry('4'))).toBe(true);
      expect(await store.notices.unsubscribe(roomOf(room('ops')).id, auditEntry('5'))).toBe(false);
      expect(await Promise.all(['1', '2', '3', '4', '5'].map(store.audits.has))).toEqual([
        true,
        true,
        true,
        true,
        false,
      ]);
      expect((await store.board()).subscriptions).toEqual([room('mail')]);
    });

    test('how a check has gone is kept', async () => {
      const record = { name: 'c', state: { seen: [1] }, lastRun: 5, lastSuccess: 0, doubtful: true };
      expect(await store.notices.checkRecord('c')).toBeUndefined();
      await store.notices.keepCheckRecord(record);
      await store.notices.keepCheckRecord({ ...record, lastSuccess: 5 });
      expect(await store.notices.checkRecord('c')).toEqual({ ...record, lastSuccess: 5 });
    });

    test('replicas that hear the same alerts at once tell each of them once', async () => {
      const platform = platformOf();
      const bots = await Promise.all(stores.map((one) => botOf({ store: one, platform })));
      await bots[0]!.say('notify here');
      await Promise.all(
        bots.flatMap(({ notices }) =>
          Array.from({ length: 4 }, (_, n) => notices.take(readNotices(own(`k${n}`, { domains: [`d${n}.example`] })))),
        ),
      );
      await Promise.all(bots.map((bot) => bot.settle()));
      expect(platform.messages.map(({ reply }) => reply.title ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
        Array.from({ length: 4 }, (_, n) => `Warning: k${n} is wrong`),
      );
    });
  });
};

const opened: Store[] = [];
afterAll(() => Promise.all(opened.map((store) => store.close())));

contract('SQLite', async () => {
  const store = await sqlite(':memory:', () => noon);
  opened.push(store);
  return [store, store];
});

describe('on a server', () => {
  let server: PostgresServer;
  let db: Kysely<Tables>;
  let replicas: readonly Store[];
  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.database();
    db = await postgresDatabase(url);
    replicas = await Promise.all(Array.from({ length: 3 }, () => postgres(url, () => noon, { size: 4 })));
  }, 60_000);
  afterAll(async () => {
    for (const replica of replicas ?? []) await replica.close();
    await db?.destroy();
    await server?.stop();
  });

  contract('PostgreSQL', async () => {
    await sql`truncate ${sql.join(tableNames.map((name) => sql.table(name)))}`.execute(db);
    return replicas;
  });
});
