/** What every store must do; run once for each database. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Commit, Conversation, Job, Store } from '../../src/model/ports.ts';

export type Opened = { readonly store: Store; readonly reopen: () => Promise<Store> };

const post = (key: string): Job => ({
  key,
  kind: 'post',
  place: { channel: 'teams', conversation: 'c1', ref: { v: 1 } },
  reply: { text: 'hello' },
});

const commit = (message: string, turn: number, jobs: Commit['jobs'] = []): Commit => ({
  message,
  turn: { turn, replies: [{ text: `answer ${turn}` }], effects: [], understood: null },
  saved: { dialog: 'find-fix', step: 'listen', state: {} },
  jobs,
});

export const storeContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`the ${name} store`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => store.close());

    const fresh: Conversation = { key: 'k1', turn: 0, saved: null };

    test('a conversation that was never saved is new', async () => {
      expect(await store.conversation('k1')).toEqual(fresh);
    });

    test('a committed turn is there again, with its state, after the store was closed', async () => {
      expect(await store.commit(fresh, commit('m1', 1))).toBe(true);
      await store.close();
      store = await opened.reopen();
      expect(await store.conversation('k1')).toEqual({ key: 'k1', turn: 1, saved: commit('m1', 1).saved });
      expect(await store.turn('k1', 'm1')).toEqual(commit('m1', 1).turn);
    });

    test('of two commits on the same turn the second is refused and leaves nothing behind', async () => {
      await store.commit(fresh, commit('m1', 1));
      expect(await store.commit(fresh, commit('m2', 1, [{ job: post('j'), dueAt: 0 }]))).toBe(false);
      const was = await store.conversation('k1');
      expect(await store.commit(was, commit('m3', 2))).toBe(true);
      expect(await store.commit(was, commit('m4', 2, [{ job: post('j'), dueAt: 0 }]))).toBe(false);
      expect(await store.turn('k1', 'm4')).toBeUndefined();
      expect(await store.due(10, 1, 2)).toEqual([]);
    });

    test('of 20 commits at once exactly one succeeds', async () => {
      const done = await Promise.all(Array.from({ length: 20 }, (_, n) => store.commit(fresh, commit(`m${n}`, 1))));
      expect(done.filter(Boolean)).toHaveLength(1);
    });

    test('a job commits with its turn and is leased to one taker until its lease ends', async () => {
      await store.commit(fresh, commit('m1', 1, [{ job: post('j1'), dueAt: 100 }]));
      expect(await store.due(10, 99, 200)).toEqual([]);
      expect(await store.due(10, 100, 200)).toEqual([{ job: post('j1'), tries: 1 }]);
      expect(await store.due(10, 150, 250)).toEqual([]);
      expect(await store.due(10, 200, 300)).toEqual([{ job: post('j1'), tries: 2 }]);
    });

    test('a job that is done or failed is not taken again, and one to retry comes when it is due', async () => {
      await store.promise(['a', 'b', 'c'].map((key) => ({ job: post(key), dueAt: 0 })));
      await store.due(10, 0, 1000);
      await store.settle('a', { kind: 'done' });
      await store.settle('b', { kind: 'failed', why: 'gone' });
      await store.settle('c', { kind: 'retry', at: 50, why: 'busy' });
      expect((await store.due(10, 60, 100)).map(({ job }) => job.key)).toEqual(['c']);
      expect(await store.due(10, 10_000, 20_000)).toHaveLength(1);
    });

    test('promising the same key twice promises once, also after it was done', async () => {
      expect(await store.promise([{ job: post('a'), dueAt: 0 }])).toBe(1);
      await store.settle('a', { kind: 'done' });
      expect(await store.promise([{ job: post('a'), dueAt: 0 }])).toBe(0);
      expect(await store.due(10, 10, 20)).toEqual([]);
    });

    test('the oldest due jobs come first and no more than asked for', async () => {
      await store.promise([30, 10, 20].map((dueAt) => ({ job: post(`at${dueAt}`), dueAt })));
      expect((await store.due(2, 100, 200)).map(({ job }) => job.key).toSorted()).toEqual(['at10', 'at20']);
    });

    test('the same outcome is recorded once', async () => {
      const outcome = { entry: '50126', method: 1, worked: true };
      await store.recordOutcome('o1', outcome, 1);
      await expect(store.recordOutcome('o1', outcome, 2)).resolves.toBeUndefined();
    });

    test('outcomes are counted by entry and method', async () => {
      expect(await store.outcomes()).toEqual([]);
      const reports = [
        ['50126', 2, true],
        ['50126', 1, true],
        ['50126', 1, false],
        ['50126', 1, false],
        ['50053', 1, false],
      ] as const;
      for (const [n, [entry, method, worked]] of reports.entries())
        await store.recordOutcome(`o${n}`, { entry, method, worked }, n);
      expect(await store.outcomes()).toEqual([
        { entry: '50053', method: 1, worked: 0, failed: 1 },
        { entry: '50126', method: 1, worked: 1, failed: 2 },
        { entry: '50126', method: 2, worked: 1, failed: 0 },
      ]);
    });

    test('forgetting removes old turns and finished jobs, and keeps conversations and waiting jobs', async () => {
      await store.commit(fresh, commit('m1', 1, [{ job: post('j1'), dueAt: 5 }]));
      await store.promise([{ job: post('j2'), dueAt: 5 }]);
      await store.settle('j2', { kind: 'done' });
      await store.forget(Date.now() + 1000);
      expect(await store.turn('k1', 'm1')).toBeUndefined();
      expect((await store.conversation('k1')).turn).toBe(1);
      expect((await store.due(10, 10, 20)).map(({ job }) => job.key)).toEqual(['j1']);
      expect(await store.promise([{ job: post('j2'), dueAt: 5 }])).toBe(1);
    });

    test('a conversation that has been quiet for more than a month is forgotten', async () => {
      await store.commit(fresh, commit('m1', 1));
      await store.forget(Date.now() + 29 * 24 * 3_600_000);
      expect((await store.conversation('k1')).turn).toBe(1);
      await store.forget(Date.now() + 31 * 24 * 3_600_000);
      expect((await store.conversation('k1')).turn).toBe(0);
    });

    test('what is missing is counted, most often asked first', async () => {
      for (const what of ['50199', '50198', '50199']) await store.recordGap({ kind: 'code', what }, 7);
      await store.recordGap({ kind: 'words', what: 'outlook prompt' }, 8);
      expect((await store.gaps(2)).map(({ kind, what, count }) => [kind, what, count])).toEqual([
        ['code', '50199', 2],
        ['words', 'outlook prompt', 1],
      ]);
    });
  });
};
