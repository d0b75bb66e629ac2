/** Methods are ordered by chance over cost, and never so that it becomes dangerous. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { orderMethods } from '../../src/knowledge/order.ts';
import type { Tally } from '../../src/model/board.ts';
import { type Method, risks } from '../../src/model/catalog.ts';
import { plain } from '../../src/model/reply.ts';
import { realCatalog } from '../fakes.ts';

const method = (more: Partial<Method> = {}): Method => ({
  title: 'Do it',
  risk: 'low',
  minutes: 10,
  body: [{ kind: 'steps', items: [{ text: 'Do it.' }] }],
  ...more,
});
const entry = (...methods: readonly Method[]) => ({ methods });
const tally = (n: number, worked: number, failed: number): Tally => ({ method: n, worked, failed });

const methods = fc.array(
  fc.record({
    risk: fc.constantFrom(...risks),
    minutes: fc.option(fc.integer({ min: 1, max: 240 }), { nil: undefined }),
    after: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 6 },
);
const entries = methods.map((all) =>
  entry(
    ...all.map(({ risk, minutes, after }) => {
      const { minutes: _, ...rest } = method({ risk });
      return {
        ...rest,
        ...(minutes === undefined ? {} : { minutes }),
        ...(after === undefined ? {} : { when: `Use when method ${after} did not help.` }),
      };
    }),
  ),
);
const tallies = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(50), fc.nat(50))
    .map(([n, worked, failed]) => tally(n, worked, failed)),
  { maxLength: 6 },
);

test('the order is a permutation of the methods', () => {
  fc.assert(
    fc.property(entries, tallies, (one, all) => {
      expect(orderMethods(one, all).toSorted((a, b) => a - b)).toEqual(one.methods.map((_, n) => n + 1));
    }),
  );
});

test('with no outcomes the order is that of the catalog, also for every entry that there is', async () => {
  fc.assert(
    fc.property(entries, (one) => {
      expect(orderMethods(one, [])).toEqual(one.methods.map((_, n) => n + 1));
    }),
  );
  for (const one of (await realCatalog()).entries)
    expect([one.id, ...orderMethods(one, [])]).toEqual([one.id, ...one.methods.map((_, n) => n + 1)]);
});

test('more successes never move a method back, and more failures never forward', () => {
  fc.assert(
    fc.property(entries, tallies, fc.nat(5), fc.integer({ min: 1, max: 30 }), (one, all, at, more) => {
      const n = (at % one.methods.length) + 1;
      const others = all.filter((given) => given.method !== n);
      const own = all.find((given) => given.method === n) ?? tally(n, 0, 0);
      const place = (changed: Tally): number => orderMethods(one, [...others, changed]).indexOf(n);
      expect(place({ ...own, worked: own.worked + more })).toBeLessThanOrEqual(place(own));
      expect(place({ ...own, failed: own.failed + more })).toBeGreaterThanOrEqual(place(own));
    }),
  );
});

test('a method of high risk never moves before a safer one, whatever was reported', () => {
  fc.assert(
    fc.property(entries, tallies, (one, all) => {
      const order = orderMethods(one, all);
      for (const [n, { risk }] of one.methods.entries())
        for (let m = 0; m < n; m++)
          if (risk === 'high' && one.methods[m]!.risk !== 'high')
            expect(order.indexOf(m + 1)).toBeLessThan(order.indexOf(n + 1));
    }),
  );
});

test('prevention never comes before a cure, whatever was reported', () => {
  const prevention = method({ title: 'Prevention, so that new computers do not get it', minutes: 1 });
  const reported = [tally(1, 0, 50), tally(3, 50, 0)];
  expect(orderMethods(entry(method(), method({ minutes: 60 }), prevention), reported).at(-1)).toBe(3);
});

test('a method that names another keeps its place after or before it', () => {
  fc.assert(
    fc.property(entries, tallies, (one, all) => {
      const order = orderMethods(one, all);
      for (const [n, { when }] of one.methods.entries()) {
        const other = Number(/method (\d)/.exec(plain(when ?? ''))?.[1]) - 1;
        if (!(other >= 0 && other < one.methods.length) || other === n) continue;
        expect(order.indexOf(n + 1) < order.indexOf(other + 1)).toBe(n < other);
      }
    }),
  );
});

test('one report never changes the order', () => {
  fc.assert(
    fc.property(entries, fc.nat(5), fc.boolean(), (one, at, worked) => {
      const n = (at % one.methods.length) + 1;
      expect(orderMethods(one, [tally(n, worked ? 1 : 0, worked ? 0 : 1)])).toEqual(one.methods.map((_, m) => m + 1));
    }),
  );
});

describe('reports change the order', () => {
  test('what fails again and again goes behind what works', () => {
    expect(orderMethods(entry(method(), method(), method()), [tally(1, 0, 8), tally(2, 1, 1), tally(3, 9, 1)])).toEqual(
      [3, 2, 1],
    );
  });

  test('six successes bring a method forward, but not one that costs ten times as much', () => {
    const successes = [tally(2, 6, 0)];
    expect(orderMethods(entry(method(), method({ minutes: 10 })), successes)).toEqual([2, 1]);
    expect(orderMethods(entry(method(), method({ minutes: 120 })), successes)).toEqual([1, 2]);
  });

  test('a dangerous method goes first only once the safer ones before it were tried', () => {
    const risky = entry(method(), method({ risk: 'high', minutes: 5 }));
    const successes = [tally(1, 0, 400), tally(2, 400, 0)];
    expect(orderMethods(risky, successes)).toEqual([1, 2]);
    expect(orderMethods(risky, successes, [1])).toEqual([2, 1]);
  });
});
