/** Orders the methods of an entry: what most likely helps for the least time and risk comes first. */
import type { Tally } from '../model/board.ts';
import type { Entry, Method, Risk } from '../model/catalog.ts';
import { type Block, plain } from '../model/reply.ts';

/** What a risk weighs against working time, in minutes: about what undoing the damage would take. */
const riskMinutes: Readonly<Record<Risk, number>> = { none: 0, low: 5, medium: 30, high: 120 };

/** The commonest working time in the catalog, for methods that name none, in minutes. */
const usualMinutes = 20;

/**
 * What is believed before anybody reported an outcome.
 * `first`: the author put first what helps about half of the people. `next`: each later one helps fewer.
 * `gap`: the author weighed cost as well, so that the worth of a method is at most this share of the one before it;
 * a cheap method behind a dear one can therefore not be very likely. `successes`: the weight of that belief, in imagined
 * successes; with it and the gap, one report never changes the order, and a handful can.
 */
const prior = { first: 0.5, next: 0.6, gap: 0.8, successes: 4 } as const;

const costOf = ({ minutes = usualMinutes, risk }: Method): number => minutes + riskMinutes[risk];

/** The chance of success of each method before any report. */
const beliefs = (costs: readonly number[]): readonly number[] => {
  const chances: number[] = [];
  for (const [n, cost] of costs.entries()) {
    const worth = n === 0 ? Number.POSITIVE_INFINITY : chances[n - 1]! / costs[n - 1]!;
    chances.push(Math.min(prior.first * prior.next ** n, prior.gap * worth * cost));
  }
  return chances;
};

/** The mean of a Beta distribution that began with the belief and has seen the outcomes. */
const chance = (belief: number, { worked, failed }: Pick<Tally, 'worked' | 'failed'>): number =>
  (prior.successes + worked) / (prior.successes / belief + worked + failed);

/** The numbers of the methods that a text names: "method 1", "methods 1 and 2". */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\bmethods? (\d+(?:(?:, | and | or | to )\d+)*)/gi)].flatMap(([, list]) =>
    list!.match(/\d+/g)!.map(Number),
  );

const wordsOf = ({ title, when, body }: Method): string =>
  [title, plain(when ?? ''), ...body.map(blockWords)].join('\n');

const blockWords = (block: Block): string => {
  if (block.kind === 'paragraph' || block.kind === 'note') return plain(block.text);
  if (block.kind === 'steps') return block.items.map(({ text }) => plain(text)).join('\n');
  return block.kind === 'list' ? block.items.map(plain).join('\n') : '';
};

/** A method never changes, and each answer asks for its order anew. */
const read = new WeakMap<Method, ReadonlySet<number>>();

const namedIn = (method: Method): ReadonlySet<number> => {
  const named = read.get(method) ?? new Set(numbersIn(wordsOf(method)));
  read.set(method, named);
  return named;
};

/** A method that repairs nothing: it keeps others from the problem, or this one from coming back. */
const prevents = ({ title }: Method): boolean => /^prevention\b/i.test(title);

/** Pairs of methods, by index, that keep their order: one builds on the other, a dangerous one would overtake a safer one, or prevention a cure. */
const fixed = (methods: readonly Method[], tried: ReadonlySet<number>): ((early: number, late: number) => boolean) => {
  const named = methods.map(namedIn);
  return (early, late) =>
    named[late]!.has(early + 1) ||
    named[early]!.has(late + 1) ||
    (prevents(methods[late]!) && !prevents(methods[early]!)) ||
    (methods[late]!.risk === 'high' && methods[early]!.risk !== 'high' && !tried.has(early + 1));
};

/** The order of an entry of which nothing is known yet is worked out once. */
const untold = new WeakMap<readonly Method[], readonly number[]>();

/**
 * The numbers of the entry's methods, from 1, best first. `tallies` are its own outcomes;
 * `tried` are the methods that this person has tried already.
 */
export const orderMethods = (
  { methods }: Pick<Entry, 'methods'>,
  tallies: readonly Tally[],
  tried: readonly number[] = [],
): readonly number[] => {
  if (tallies.length + tried.length > 0) return inOrder(methods, tallies, tried);
  const known = untold.get(methods) ?? inOrder(methods, [], []);
  untold.set(methods, known);
  return known;
};

const inOrder = (
  methods: readonly Method[],
  tallies: readonly Tally[],
  tried: readonly number[],
): readonly number[] => {
  const costs = methods.map(costOf);
  const worth = beliefs(costs).map((belief, n) => {
    const tally = tallies.find(({ method }) => method === n + 1);
    return chance(belief, tally ?? { worked: 0, failed: 0 }) / costs[n]!;
  });
  const keeps = fixed(methods, new Set(tried));
  const left = methods.map((_, n) => n);
  const order: number[] = [];
  while (left.length > 0) {
    const free = left.filter((late) => left.every((early) => early >= late || !keeps(early, late)));
    const best = free.reduce((one, other) => (worth[other]! > worth[one]! * (1 + 1e-9) ? other : one));
    left.splice(left.indexOf(best), 1);
    order.push(best + 1);
  }
  return order;
};
