/** What every store must do; run once for each database. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { change, opened as openedTicket } from '../../src/helpdesk/life.ts';
import type { Commit, Conversation, Job, Store } from '../../src/model/ports.ts';
import { helpdeskDefaults, type Ticket } from '../../src/model/ticket.ts';
import type { Tables } from '../../src/store/schema.ts';
import { auditEntry } from '../fakes.ts';

// Servers and processes start slowly on a busy machine.
jest.setTimeout(30_000);

export type Opened = {
  readonly store: Store;
  /** Opens the same data again. */
  readonly reopen: () => Promise<Store>;
  /** Stores on the same data as other replicas have them, closed by whoever opened them. */
  readonly replicas: readonly Store[];
  readonly count: (table: keyof Tables) => Promise<number>;
};

const post = (key: string, text = 'hello'): Job => ({
  key,
  kind: 'post',
  place: { channel: 'teams', conversation: 'c1', ref: { v: 1 } },
  reply: { text },
});

const commit = (message: string, turn: number, jobs: Commit['jobs'] = []): Commit => ({
  message,
  turn: { turn, replies: [{ text: `answer ${turn}` }], effects: [], understood: null },
  saved: { dialog: 'find-fix', step: 'listen', state: {} },
  jobs,
});

/** Texts that people paste and platforms send: NUL, lone surrogates, every plane, escapes, directions, quotes. */
const texts = [
  'a\0b',
  '\0',
  'a\\u0000b',
  'a\\\\u0000b',
  'back\\slash',
  '\ud800',
  '\udc00 tail',
  'pair 😀 and half \ud83d',
  'Anmeldung schlägt fehl: ungültig',
  '登录失败 サインイン 로그인',
  'תקלה بدخول \u202e reversed',
  'e\u0301 and é',
  "Robert'); DROP TABLE job;--",
  '$1 ? :name %s {}',
  '\u0001\u0007\u001b[31m\u007f\ufffe\uffff',
  '\r\n\t\v\f\u2028\u2029',
  'x'.repeat(5_000),
  `${'x'.repeat(5_000)}y`,
  '😀'.repeat(1_000),
] as const;

export const storeContract = (name: string, open: (clock: () => number) => Promise<Opened>): void => {
  describe(`the ${name} store`, () => {
    let opened: Opened;
    let store: Store;
    let now: number;
    beforeEach(async () => {
      now = Date.now();
      opened = await open(() => now);
      store = opened.store;
    });
    afterEach(() => store.close());

    const fresh: Conversation = { key: 'k1', turn: 0, saved: null };
    const replica = (n: number): Store => opened.replicas[n % opened.replicas.length]!;

    test('an installation is kept, replaced, sealed anew unless it changed, and dropped unless it is younger', async () => {
      expect(await store.installations.get('T1')).toBeUndefined();
      await store.installations.set('T2', 'other', 5);
      await store.installations.set('T1', 'first', 10);
      await store.installations.set('T1', 'second', 20);
      await store.installations.reseal('T1', 'first', 'lost');
      await store.installations.reseal('T1', 'second', 'third');
      expect(await store.installations.all()).toEqual([
        { key: 'T1', sealed: 'third' },
        { key: 'T2', sealed: 'other' },
      ]);
      expect(await store.installations.drop('T1', 19)).toBe(false);
      expect(await store.installations.drop('T1', 20)).toBe(true);
      expect(await store.installations.drop('T1', 20)).toBe(false);
      expect([await store.installations.get('T1'), await store.installations.get('T2')]).toEqual([undefined, 'other']);
    });

    test('a conversation that was never saved is new', async () => {
      expect(await store.conversation('k1')).toEqual(fresh);
    });

    test('a committed turn is there again, with its state, after the store was closed', async () => {
      expect(await store.commit(fresh, commit('m1', 1))).toBe(true);
      await store.close();
      store = await opened.reopen();
      expect(await store.conversation('k1')).toEqual({ key: 'k1', turn: 1, saved: commit('m1', 1).saved });
      expect((await store.arrival('k1', 'm1')).before).toEqual(commit('m1', 1).turn);
    });

    test('of two commits on the same turn the second is refused and leaves nothing behind', async () => {
      await store.commit(fresh, commit('m1', 1));
      expect(await store.commit(fresh, commit('m2', 1, [{ job: post('j'), dueAt: 0 }]))).toBe(false);
      const was = await store.conversation('k1');
      expect(await store.commit(was, commit('m3', 2))).toBe(true);
      expect(await store.commit(was, commit('m4', 2, [{ job: post('j'), dueAt: 0 }]))).toBe(false);
      expect((await store.arrival('k1', 'm4')).before).toBeUndefined();
      expect(await store.due(10, 1, 2)).toEqual([]);
    });

    test('a message that had its turn is refused on a later turn and leaves nothing behind', async () => {
      await store.commit(fresh, commit('m1', 1));
      const was = await store.conversation('k1');
      expect(await store.commit(was, commit('m1', 2, [{ job: post('j'), dueAt: 0 }]))).toBe(false);
      expect(await store.conversation('k1')).toEqual(was);
      expect((await store.arrival('k1', 'm1')).before).toEqual(commit('m1', 1).turn);
      expect(await store.due(10, 1, 2)).toEqual([]);
    });

    test('of 20 commits at once on every one of 10 turns exactly one succeeds', async () => {
      const winners: number[] = [];
      for (let turn = 1; turn <= 10; turn++) {
        const was = await replica(turn).conversation('k1');
        const done = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            replica(n).commit(was, commit(`m${turn}-${n}`, turn, [{ job: post(`j${turn}-${n}`), dueAt: 0 }])),
          ),
        );
        expect(done.filter(Boolean)).toHaveLength(1);
        winners.push(done.indexOf(true));
      }
      expect((await store.conversation('k1')).turn).toBe(10);
      expect([await opened.count('turn'), await opened.count('job')]).toEqual([10, 10]);
      for (const [n, winner] of winners.entries())
        expect((await store.arrival('k1', `m${n + 1}-${winner}`)).before?.turn).toBe(n + 1);
    });

    test('20 writers that read, decide and commit again until they succeed take 20 turns', async () => {
      const turns = await Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          for (;;) {
            const was = await replica(n).conversation('k1');
            if (await replica(n).commit(was, commit(`m${n}`, was.turn + 1))) return was.turn + 1;
          }
        }),
      );
      expect(turns.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    test('a job commits with its turn and is leased to one taker until its lease ends', async () => {
      await store.commit(fresh, commit('m1', 1, [{ job: post('j1'), dueAt: 100 }]));
      expect(await store.due(10, 99, 200)).toEqual([]);
      expect(await store.due(10, 100, 200)).toEqual([{ job: post('j1'), tries: 1 }]);
      expect(await store.due(10, 150, 250)).toEqual([]);
      expect(await store.due(10, 200, 300)).toEqual([{ job: post('j1'), tries: 2 }]);
    });

    test('takers that work side by side never get the same job and leave none', async () => {
      const promised = Array.from({ length: 300 }, (_, n) => `j${n}`);
      await store.promise(promised.map((key, n) => ({ job: post(key), dueAt: n % 7 })));
      const taken = await Promise.all(
        Array.from({ length: 8 }, async (_, n) => {
          const mine: string[] = [];
          for (;;) {
            const jobs = await replica(n).due(7, 100, 1_000);
            expect(jobs.length).toBeLessThanOrEqual(7);
            if (jobs.length === 0) return mine;
            mine.push(...jobs.map(({ job }) => job.key));
            for (const { job, tries } of jobs) await replica(n).settle(job.key, { kind: 'done' }, tries);
          }
        }),
      );
      // A taker whose rows another one holds for a moment may find nothing and leave early.
      const rest = (await store.due(300, 100, 1_000)).map(({ job }) => job.key);
      expect([...taken.flat(), ...rest].toSorted()).toEqual(promised.toSorted());
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

    test('a job that ended stays so, whatever a late holder says', async () => {
      await store.promise(['a', 'b'].map((key) => ({ job: post(key), dueAt: 0 })));
      await store.due(10, 0, 10);
      await store.settle('a', { kind: 'done' });
      await store.settle('b', { kind: 'failed', why: 'gone' });
      for (const key of ['a', 'b']) {
        await store.settle(key, { kind: 'retry', at: 20, why: 'late' });
        await store.settle(key, { kind: 'failed', why: 'late' }, 1);
        await store.settle(key, { kind: 'retry', at: 20, why: 'late' }, 1);
      }
      expect(await store.due(10, 1_000, 2_000)).toEqual([]);
    });

    test('once a lease ended and the job was taken by another, only that one may put it off or give it up', async () => {
      await store.promise([{ job: post('a'), dueAt: 0 }]);
      const [first] = await store.due(1, 0, 10);
      const [second] = await store.due(1, 10, 100);
      await store.settle('a', { kind: 'retry', at: 20, why: 'late' }, first!.tries);
      expect(await store.due(1, 50, 60)).toEqual([]);
      await store.settle('a', { kind: 'failed', why: 'late' }, first!.tries);
      await store.settle('a', { kind: 'retry', at: 70, why: 'busy' }, second!.tries);
      expect(await store.due(1, 70, 170)).toEqual([{ job: post('a'), tries: 3 }]);
      await store.settle('a', { kind: 'done' }, first!.tries);
      expect(await store.due(1, 1_000, 2_000)).toEqual([]);
    });

    test('every attempt is counted', async () => {
      await store.promise([{ job: post('a'), dueAt: 0 }]);
      for (let tries = 1; tries <= 5; tries++) {
        expect(await store.due(1, tries, 100)).toEqual([{ job: post('a'), tries }]);
        await store.settle('a', { kind: 'retry', at: tries + 1, why: 'busy' }, tries);
      }
    });

    test('one that is given back untried comes again when it is due with no try counted, unless another has taken it', async () => {
      await store.promise([{ job: post('a'), dueAt: 0 }]);
      const untried = (at: number, tries: number) => store.settle('a', { kind: 'untried', at, why: 'wait' }, tries);
      expect(await store.due(1, 0, 10)).toEqual([{ job: post('a'), tries: 1 }]);
      await untried(5, 1);
      expect(await store.due(1, 4, 10)).toEqual([]);
      expect(await store.due(1, 5, 10)).toEqual([{ job: post('a'), tries: 1 }]);
      expect(await store.due(1, 10, 100)).toEqual([{ job: post('a'), tries: 2 }]);
      await untried(20, 1);
      expect(await store.due(1, 50, 60)).toEqual([]);
    });

    test('promising the same key twice promises once, also after it was done', async () => {
      expect(await store.promise([{ job: post('a'), dueAt: 0 }])).toBe(1);
      await store.settle('a', { kind: 'done' });
      expect(await store.promise([{ job: post('a'), dueAt: 0 }])).toBe(0);
      expect(await store.due(10, 10, 20)).toEqual([]);
    });

    test('delivered replies are forgotten at once, and others stay', async () => {
      await store.promise(['a', 'b', 'c'].map((key) => ({ job: post(key), dueAt: 0 })));
      await store.settle('c', { kind: 'failed', why: 'gone' });
      await store.done(['a', 'c', 'never promised']);
      expect((await store.due(10, 10, 20)).map(({ job }) => job.key)).toEqual(['b']);
      expect((await store.dead(10)).map(({ key }) => key)).toEqual(['c']);
      expect(await store.promise([{ job: post('a'), dueAt: 0 }])).toBe(1);
    });

    test('of several promised jobs only the new ones are added, and the others stay as they are', async () => {
      await store.promise([{ job: post('a', 'first'), dueAt: 5 }]);
      const both = ['a', 'b'].map((key) => ({ job: post(key, 'second'), dueAt: 0 }));
      expect(await store.promise(both)).toBe(1);
      expect(await store.promise([])).toBe(0);
      expect(await store.due(10, 0, 100)).toEqual([{ job: post('b', 'second'), tries: 1 }]);
      expect(await store.due(10, 5, 100)).toEqual([{ job: post('a', 'first'), tries: 1 }]);
    });

    test('replicas that promise the same jobs at once, each in its own order, promise each once', async () => {
      const jobs = Array.from({ length: 60 }, (_, n) => ({ job: post(`j${n}`), dueAt: 0 }));
      const added = await Promise.all(
        Array.from({ length: 12 }, (_, n) => replica(n).promise(n % 2 === 0 ? jobs : jobs.toReversed())),
      );
      expect(added.reduce((sum, one) => sum + one, 0)).toBe(60);
      expect(await opened.count('job')).toBe(60);
    });

    test('the oldest due jobs come first and no more than asked for', async () => {
      await store.promise([30, 10, 20].map((dueAt) => ({ job: post(`at${dueAt}`), dueAt })));
      expect((await store.due(2, 100, 200)).map(({ job }) => job.key).toSorted()).toEqual(['at10', 'at20']);
    });

    test('the replies of a place come in the order in which they were promised', async () => {
      const promised = [9, 10].flatMap((turn) => Array.from({ length: 12 }, (_, n) => `c1#${turn}/${n}`));
      await store.promise(promised.toReversed().map((key) => ({ job: post(key), dueAt: 0 })));
      expect((await store.due(50, 0, 100)).map(({ job }) => job.key)).toEqual(promised);
    });

    test('a clock that goes back an hour loses and doubles no turn, and what was promised before is due at once', async () => {
      const hour = 3_600_000;
      await store.commit(fresh, commit('m1', 1, [{ job: post('a'), dueAt: now }]));
      now -= hour;
      const was = await store.conversation('k1');
      expect(await store.commit(was, commit('m2', 2, [{ job: post('b'), dueAt: now }]))).toBe(true);
      expect(await store.commit(was, commit('m3', 2))).toBe(false);
      const taken = await Promise.all([0, 1, 2].map((n) => replica(n).due(10, now, now + 60_000)));
      expect(
        taken
          .flat()
          .map(({ job }) => job.key)
          .toSorted(),
      ).toEqual(['a', 'b']);
      expect(await store.due(10, now, now + 60_000)).toEqual([]);
      await store.settle('a', { kind: 'done' });
      await store.settle('b', { kind: 'done' });
      now += 24 * hour;
      expect(await store.due(10, now, now + 60_000)).toEqual([]);
    });

    test('a lease and a wait hold while clocks differ by no more than five minutes', async () => {
      const minute = 60_000;
      await store.promise([
        { job: post('a'), dueAt: now },
        { job: post('b'), dueAt: now },
      ]);
      await store.due(10, now, now + minute);
      await store.settle('b', { kind: 'retry', at: now + 5 * minute, why: '' });
      expect(await replica(1).due(10, now - 5 * minute, now)).toEqual([]);
    });

    test('a task whose turn was taken before the clock went back is run again, and by one replica', async () => {
      const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
      const turns = async (): Promise<number> => {
        const taken = await Promise.all([0, 1, 2].map((n) => replica(n).takeTurn('tidy', hour, now)));
        return taken.filter(Boolean).length;
      };
      expect(await turns()).toBe(1);
      now += day;
      expect(await turns()).toBe(1);
      now -= 5 * minute;
      expect(await turns()).toBe(0);
      now -= day - 5 * minute;
      expect(await turns()).toBe(1);
      expect(await turns()).toBe(0);
    });

    test('times with fractions are taken', async () => {
      now += 0.25;
      await store.commit(fresh, commit('m1', 1, [{ job: post('a'), dueAt: 10.5 }]));
      expect(await store.due(10, 10.9, 20.5)).toEqual([]);
      expect(await store.due(10, 11.2, 20.5)).toHaveLength(1);
      await store.settle('a', { kind: 'retry', at: 30.1, why: '' });
      expect(await store.due(10, 31.7, 40)).toHaveLength(1);
      await store.recordGap({ kind: 'code', what: '1' }, 5.5);
      await store.recordOutcome('o', { entry: '1', method: 1, worked: false }, 5.5);
      await store.forget(now + 1000.5);
    });

    test.each(texts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
      'text is kept wherever it stands: %s',
      async (_, text) => {
        const was: Conversation = { key: text, turn: 0, saved: null };
        const job = post(text, text);
        const made: Commit = {
          message: text,
          turn: { turn: 1, replies: [{ text, title: text }], effects: [text], understood: null },
          saved: { dialog: 'find-fix', step: text, state: { [text]: text } },
          jobs: [{ job, dueAt: 0 }],
        };
        expect(await store.commit(was, made)).toBe(true);
        expect(await store.conversation(text)).toEqual({ key: text, turn: 1, saved: made.saved });
        expect((await store.arrival(text, text)).before).toEqual(made.turn);
        expect(await store.due(1, 0, 10)).toEqual([{ job, tries: 1 }]);
        await store.settle(text, { kind: 'retry', at: 5, why: text }, 1);
        expect(await store.due(1, 5, 10)).toEqual([{ job, tries: 2 }]);
        await store.settle(text, { kind: 'failed', why: text }, 2);
        expect(await store.due(1, 50, 60)).toEqual([]);
        await store.recordOutcome(text, { entry: text, method: 1, worked: true }, 1);
        await store.recordGap({ kind: 'words', what: text }, 1);
        await store.recordGap({ kind: 'words', what: text }, 2);
        const [gap] = await store.gaps(10);
        expect(gap).toMatchObject({ kind: 'words', count: 2, at: 2 });
        expect(gap!.what.slice(0, 100)).toBe(text.slice(0, 100));
      },
    );

    test('no two texts are taken for one', async () => {
      for (const text of texts)
        expect(
          await store.commit({ key: text, turn: 0, saved: null }, commit(text, 1, [{ job: post(text), dueAt: 0 }])),
        ).toBe(true);
      expect([await opened.count('conversation'), await opened.count('job')]).toEqual([texts.length, texts.length]);
    });

    test('a body of a megabyte is kept', async () => {
      const text = '0123456789abcdé\0'.repeat(65_536);
      const made = commit('m1', 1, [{ job: post('a', text), dueAt: 0 }]);
      const large: Commit = {
        ...made,
        turn: { ...made.turn, replies: [{ text }] },
        saved: { ...made.saved, state: { text } },
      };
      expect(await store.commit(fresh, large)).toBe(true);
      expect((await store.arrival('k1', 'm1')).before?.replies[0]?.text === text).toBe(true);
      expect((await store.due(1, 0, 1))[0]?.job).toEqual(post('a', text));
      expect((await store.conversation('k1')).saved?.state).toEqual({ text });
    });

    test('the same outcome is recorded once', async () => {
      const outcome = { entry: '50126', method: 1, worked: true };
      await Promise.all(Array.from({ length: 10 }, (_, n) => replica(n).recordOutcome('o1', outcome, n)));
      await store.recordOutcome('o2', outcome, 1);
      expect(await opened.count('outcome')).toBe(2);
    });

    test('forgetting removes old turns and finished jobs, and keeps conversations and waiting jobs', async () => {
      await store.commit(fresh, commit('m1', 1, [{ job: post('j1'), dueAt: 5 }]));
      await store.promise(['j2', 'j3'].map((key) => ({ job: post(key), dueAt: 5 })));
      await store.settle('j2', { kind: 'done' });
      await store.settle('j3', { kind: 'failed', why: 'gone' });
      await store.forget(now - 1000);
      expect([await opened.count('turn'), await opened.count('job')]).toEqual([1, 3]);
      await Promise.all([replica(0), replica(1), replica(2)].map((one) => one.forget(now + 1000)));
      expect((await store.arrival('k1', 'm1')).before).toBeUndefined();
      expect((await store.conversation('k1')).turn).toBe(1);
      expect((await store.due(10, 10, 20)).map(({ job }) => job.key)).toEqual(['j1']);
      expect(await store.promise([{ job: post('j2'), dueAt: 5 }])).toBe(1);
    });

    test('a conversation that has been quiet for more than a month is forgotten', async () => {
      await store.commit(fresh, commit('m1', 1));
      await store.forget(now + 29 * 24 * 3_600_000);
      expect((await store.conversation('k1')).turn).toBe(1);
      await store.forget(now + 31 * 24 * 3_600_000);
      expect((await store.conversation('k1')).turn).toBe(0);
    });

    test('ratings are counted for each entry, the most disliked first', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, n) => replica(n).rate('50105', n % 3 > 0)));
      await store.rate('50126', false);
      expect(await store.ratings()).toEqual([
        { entry: '50105', liked: 8, disliked: 4 },
        { entry: '50126', liked: 0, disliked: 1 },
      ]);
    });

    test('which entry a message is about is known to all replicas, as it was last told, and for a month', async () => {
      expect(await store.entryOf('teams:c/1')).toBeUndefined();
      await store.rateable([], now);
      await store.rateable(
        texts.map((text, n) => ({ message: text, entry: `${n}` })),
        now,
      );
      await store.rateable(
        [
          { message: 'teams:c/1', entry: '50126' },
          { message: 'teams:c/2', entry: '50053' },
          { message: 'teams:c/1', entry: '50105' },
        ],
        now,
      );
      await store.rateable([{ message: 'teams:c/2', entry: 'é\\u0000' }], now);
      expect(await Promise.all(texts.map((text, n) => replica(n).entryOf(text)))).toEqual(texts.map((_, n) => `${n}`));
      expect(await replica(1).entryOf('teams:c/1')).toBe('50105');
      expect(await replica(2).entryOf('teams:c/2')).toBe('é\\u0000');
      await store.forget(now + 29 * 24 * 3_600_000);
      expect(await store.entryOf('teams:c/1')).toBe('50105');
      await store.forget(now + 31 * 24 * 3_600_000);
      expect(await store.entryOf('teams:c/1')).toBeUndefined();
    });

    test('a place is known by its newest address until the bot is taken out, and for a month', async () => {
      expect(await store.places.find('p1')).toBeUndefined();
      await store.places.note('p1', { serviceUrl: 'one' }, 1);
      await store.places.note('p1', { serviceUrl: 'two' }, now);
      expect(await store.places.find('p1')).toEqual({ ref: { serviceUrl: 'two' } });
      await store.places.note('p1', { serviceUrl: 'two' }, now);
      expect(await store.places.find('p1')).toEqual({ ref: { serviceUrl: 'two' } });
      await store.places.leave('p1', now);
      expect(await store.places.find('p1')).toBe('left');
      await store.places.note('p1', { serviceUrl: 'three' }, now);
      expect(await store.places.find('p1')).toEqual({ ref: { serviceUrl: 'three' } });
      const day = 24 * 3_600_000;
      await store.places.note('p2', { serviceUrl: 'one' }, now);
      await store.places.note('p2', { serviceUrl: 'one' }, now + 20 * day);
      await store.forget(now + 31 * day);
      expect(await store.places.find('p1')).toBeUndefined();
      expect(await store.places.find('p2')).toEqual({ ref: { serviceUrl: 'one' } });
    });

    test('what is missing is counted, most often asked first', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, n) => replica(n).recordGap({ kind: 'code', what: '50199' }, 7)));
      await store.recordGap({ kind: 'code', what: '50198' }, 7);
      await store.recordGap({ kind: 'words', what: 'outlook prompt' }, 8);
      expect(await store.gaps(2)).toEqual([
        { kind: 'code', what: '50199', count: 12, at: 7 },
        { kind: 'words', what: 'outlook prompt', count: 1, at: 8 },
      ]);
    });

    test('jobs that wait, are late and were given up are counted, and when tasks are due is told', async () => {
      await store.promise([
        { job: post('j1'), dueAt: now },
        { job: post('j2'), dueAt: now - 60_001 },
        { job: post('j3'), dueAt: now - 60_001 },
      ]);
      await store.settle('j3', { kind: 'failed', why: 'gone' });
      expect(await store.backlog(now)).toEqual({ waiting: 2, late: 1, failed: 1 });
      await store.takeTurn('check/x', 1000, now);
      const times = async () => [...(await store.taskTimes())];
      expect(await times()).toEqual([['check/x', { due: now + 1000, succeeded: 0 }]]);
      await store.endTurn('check/x', true, now + 5);
      await store.endTurn('check/x', false, now + 9);
      expect(await times()).toEqual([['check/x', { due: now + 1000, succeeded: now + 5 }]]);
    });

    test('who changed what is written once, whatever it says, and forgotten with time and with the person', async () => {
      const desk = {
        id: 'slack:C1',
        place: { channel: 'slack', conversation: 'C1' },
        topics: [],
        domains: [],
      } as const;
      const line = auditEntry('a', { at: now, by: 'slack:T1:U1', detail: 'first' });
      await Promise.all([0, 1, 2].map((n) => replica(n).setDesk(desk, line)));
      for (const [n, text] of texts.entries())
        await store.setDesk(desk, {
          ...line,
          key: `t${n}`,
          at: now + 1 + n,
          by: 'teams:bob',
          target: text,
          detail: text,
        });
      const lines = await store.audits.since(now, 100);
      expect(lines[0]).toEqual({ ...line, key: expect.stringMatching(/^[0-9a-f]{32}$/) });
      expect(lines.slice(1).map(({ target, detail }) => [target, detail])).toEqual(texts.map((text) => [text, text]));
      const read: (readonly [number, string])[] = [];
      for (let [at, key] = [now, '']; ; [at, key] = read.at(-1)!) {
        const batch = await store.audits.since(at, 7, key);
        if (batch.length === 0) break;
        read.push(...batch.map((one) => [one.at, one.key] as const));
      }
      expect(read).toEqual(lines.map((one) => [one.at, one.key]));
      const forgetting = auditEntry('forget', { at: now + 50, by: '', what: 'forgetMe' });
      await store.forgetPerson('slack:T1:U1', forgetting);
      const after = await store.audits.since(now, 100);
      expect([after[0]!.by, after[0]!.detail, after.at(-1)!.what]).toEqual(['', 'first', 'forgetMe']);
      expect(await store.audits.forget(now + 1)).toBe(1);
      expect(await store.audits.since(0, 100)).toHaveLength(texts.length + 1);
    });

    test('a change and its line in the audit log are written together, or neither is', async () => {
      const desk = {
        id: 'slack:C1',
        place: { channel: 'slack', conversation: 'C1' },
        topics: [],
        domains: [],
      } as const;
      const unreadable = { at: Number.NaN };
      await expect(store.setDesk(desk, auditEntry('desk', unreadable))).rejects.toThrow();
      expect(await store.desks()).toEqual([]);
      expect(await store.dropDesk(desk.id, auditEntry('nothing there'))).toBe(false);
      await store.setDesk(desk, auditEntry('desk'));
      await store.dropDesk(desk.id, auditEntry('gone'));
      await store.setDesk(desk, auditEntry('desk'));
      expect(await store.desks()).toEqual([]);

      const made = openedTicket(
        {
          problem: '',
          entry: null,
          topic: null,
          title: 'Payroll',
          priority: 'high',
          affected: 'me',
          ids: {},
          tried: [],
        },
        { number: 1, origin: 'o', requester: null, desk: { id: desk.id, place: desk.place }, at: now },
        helpdeskDefaults,
      );
      const late = { job: post('j'), dueAt: Number.NaN };
      const jobs = [{ job: post('j'), dueAt: now }];
      const untold: Ticket = { ...made, history: [{ ...made.history[0]!, ...unreadable }] };
      await expect(store.openTicket('o', (number) => ({ ticket: { ...untold, number }, jobs }))).rejects.toThrow();
      await expect(
        store.openTicket('o', (number) => ({ ticket: { ...made, number }, jobs: [late] })),
      ).rejects.toThrow();
      expect(await store.tickets({ from: 1 }, 10)).toEqual([]);
      const opening = await store.openTicket('o', (number) => ({ ticket: { ...made, number }, jobs }));
      if (!('ticket' in opening)) throw new Error('Without a cap a ticket is opened.');
      const { ticket } = opening;

      const by = { role: 'program', who: { key: 'program:tool', name: 'Tool' } } as const;
      const claimed = change(ticket, { kind: 'claim' }, { key: 'c', by, at: now }, helpdeskDefaults);
      if (!('ticket' in claimed)) throw new Error('A new ticket can be claimed.');
      const last = claimed.ticket.history.at(-1)!;
      const unclear: Ticket = { ...claimed.ticket, history: [...ticket.history, { ...last, ...unreadable }] };
      await expect(store.changeTicket(ticket, unclear, [])).rejects.toThrow();
      await expect(store.changeTicket(ticket, claimed.ticket, [late])).rejects.toThrow();
      expect(await store.ticket(ticket.number)).toEqual(ticket);
      const claims = [0, 1, 2].map((n) => replica(n).changeTicket(ticket, claimed.ticket, []));
      expect((await Promise.all(claims)).filter(Boolean)).toEqual([true]);
      const redrawn = { ...claimed.ticket, rev: claimed.ticket.rev + 1 };
      expect(await store.changeTicket(claimed.ticket, redrawn, [])).toBe(true);

      const lines = (await store.audits.since(0, 100)).map(({ by: who, what, detail }) => `${who} ${what} ${detail}`);
      expect(lines.toSorted()).toEqual([
        'clock openTicket high',
        'program:tool changeTicket claim',
        'slack:T1:eva setDesk ',
        'slack:T1:eva setDesk ',
      ]);
    });
  });
};
