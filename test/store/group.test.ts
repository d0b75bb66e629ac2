/** Group commit on SQLite: what is written side by side reaches the disk together, each write is told of its own fate. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { gather } from '../../src/engine/gather.ts';
import type { Store } from '../../src/model/ports.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqlite, sqliteDatabase } from '../../src/store/sqlite.ts';
import { store as storeOn } from '../../src/store/store.ts';
import { memoryLog } from '../fakes.ts';

let home: string;
let file: string;
let db: Kysely<Tables>;
let store: Store;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  file = join(home, 'store.sqlite');
  db = await sqliteDatabase(file);
  store = storeOn(db, Date.now);
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const saved = { dialog: 'd', step: 's', state: {} };
const large = 'x'.repeat(2_000);

/** A first turn in a conversation, with a reply that is promised. */
const commit = (key: string, was = 0, on = store): Promise<boolean> =>
  on.commit(
    { key, turn: was, saved: null },
    {
      message: `m${was + 1}`,
      turn: { turn: was + 1, replies: [{ text: large }], effects: [], understood: null },
      saved,
      jobs: [
        {
          job: {
            key: `${key}#${was + 1}/0`,
            kind: 'post',
            place: { channel: 'terminal', conversation: key },
            reply: { text: large },
          },
          dueAt: 1,
        },
      ],
    },
  );

/** How many times something was committed to the write-ahead log: each commit ends with a frame that tells the new size. */
const commitsInLog = (): number => {
  const log = readFileSync(`${file}-wal`);
  const page = log.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + 24 <= log.length; at += 24 + page) if (log.readUInt32BE(at + 4) > 0) commits++;
  return commits;
};

const keys = (count: number, name = 'c'): readonly string[] => Array.from({ length: count }, (_, n) => `${name}${n}`);

const filling = async (): Promise<unknown> => {
  for (let n = 0; n < 500; n++)
    try {
      await commit(`fill${n}`);
    } catch (error) {
      return error;
    }
  throw new Error('The disk never got full.');
};

const pragma = (text: string): Promise<unknown> => sql.raw(`PRAGMA ${text}`).execute(db);

describe('writes side by side', () => {
  test('reach the disk in a few commits, and all are there', async () => {
    await commit('first');
    const before = commitsInLog();
    expect(await Promise.all(keys(50).map((key) => commit(key)))).toEqual(keys(50).map(() => true));
    expect(commitsInLog() - before).toBeLessThanOrEqual(3);
    const other = await sqlite(file);
    for (const key of keys(50)) expect((await other.conversation(key)).turn).toBe(1);
    await other.close();
  });

  test('of which one comes too late leave the others as they are', async () => {
    await commit('c1');
    expect(await Promise.all([commit('c0'), commit('c1'), commit('c2')])).toEqual([true, false, true]);
    expect((await store.conversation('c2')).turn).toBe(1);
    expect(await store.due(10, 10, 20)).toHaveLength(3);
  });

  test('of which the first comes too late leave nothing of it and keep the others', async () => {
    await commit('c1');
    expect(await Promise.all([commit('c1'), commit('c2')])).toEqual([false, true]);
    expect((await store.conversation('c2')).turn).toBe(1);
    expect((await store.due(10, 10, 20)).map(({ job }) => job.key)).toEqual(['c1#1/0', 'c2#1/0']);
  });

  test('resolve only when another process can read them', async () => {
    const other = await sqlite(file);
    const seen = await Promise.all(
      keys(10).map(async (key) => (await commit(key)) && (await other.conversation(key)).turn),
    );
    expect(seen).toEqual(keys(10).map(() => 1));
    await other.close();
  });
});

describe('a full disk', () => {
  test('fails every write of the group with what is wrong, keeps what was there, and takes writes again once there is room', async () => {
    await commit('before');
    await pragma('max_page_count=60');
    expect(await filling()).toMatchObject({ name: 'StoreError', message: expect.stringContaining('full') });
    const outcomes = await Promise.allSettled(keys(10).map((key) => commit(key)));
    expect(outcomes.map(({ status }) => status)).toEqual(keys(10).map(() => 'rejected'));
    for (const key of keys(10)) expect((await store.conversation(key)).turn).toBe(0);
    expect((await store.conversation('before')).turn).toBe(1);
    await pragma('max_page_count=100000');
    expect(await Promise.all(keys(10).map((key) => commit(key)))).toEqual(keys(10).map(() => true));
  });
});

describe('a store that can only be read', () => {
  test('fails each write, still tells what it holds, and takes writes again', async () => {
    await commit('c');
    await pragma('query_only=ON');
    await expect(commit('d')).rejects.toMatchObject({ name: 'StoreError' });
    expect((await store.arrival('c', 'm1')).before?.turn).toBe(1);
    await pragma('query_only=OFF');
    expect(await commit('d')).toBe(true);
  });
});

describe('delivered replies', () => {
  test('are settled together soon, and those that could not be are settled later', async () => {
    for (const key of keys(3)) await commit(key);
    const log = memoryLog();
    const delivered = gather(store.done, () => log.warn({}, 'later'));
    await pragma('query_only=ON');
    for (const key of keys(3)) delivered.add(`${key}#1/0`);
    for (let tries = 0; tries < 100 && log.lines.length === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
    await pragma('query_only=OFF');
    await delivered.stop();
    expect(await store.due(10, Date.now(), Date.now() + 1_000)).toEqual([]);
  });

  test('that come after the end leave no timer behind', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const log = memoryLog();
    const delivered = gather<string>(
      () => Promise.reject(new Error('closed')),
      () => log.warn({}, 'later'),
    );
    await delivered.stop();
    const before = timers();
    delivered.add('late#1/0');
    expect(timers()).toBe(before);
    expect(log.lines).toEqual([]);
  });
});
