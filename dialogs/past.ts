/** What a conversation has looked at and was told, in ids and closed words, until its problem is over. */
import { facets, type Facet, type Known } from '../src/model/catalog.ts';
import type { Saved } from '../src/model/dialog.ts';
import { united } from './united.ts';

/** An entry that was shown: the methods tried, those of them that helped some, whether the last one solved it, by method what became of its steps, and what was told when it was left. */
export type Looked = {
  readonly entry: string;
  readonly tried?: readonly number[];
  readonly helped?: readonly number[];
  readonly solved?: boolean;
  readonly results?: Readonly<Record<string, string>>;
  readonly told?: Known['told'];
};

/** `looked` holds the entry shown last at its end. */
export type Past = { readonly looked?: readonly Looked[]; readonly told?: Known['told'] };

/** A problem that was solved, put aside or handed over, with the ids of its messages: it can be gone back to. */
export type Left = Past & { readonly ids?: Readonly<Record<string, string>> };

const most = { looked: 5, left: 3, methods: 20, steps: 60, id: 200 } as const;

/** The past with an entry at its end; what was tried of it before still counts. */
export const withLooked = (
  past: Past | undefined,
  { entry, tried = [], helped = [], solved = false, results = {}, told }: Looked,
): Past => {
  const { looked = [], ...rest } = past ?? {};
  const before = looked.find((one) => one.entry === entry);
  const some = united(before?.helped, helped);
  const now: Looked = {
    entry,
    tried: united(before?.tried, tried),
    ...(some.length > 0 ? { helped: some } : {}),
    ...(solved ? { solved } : {}),
    results: { ...before?.results, ...results },
    ...toldOf(told ?? before?.told),
  };
  return { ...rest, looked: [...looked.filter((one) => one !== before), now].slice(-most.looked) };
};

/** The past with what was told since; of two values of a facet the later one counts. */
export const withTold = (past: Past | undefined, told: Known['told'] = {}): Past => ({
  ...past,
  told: { ...past?.told, ...told },
});

/** An answer at hand, as a state holds it. */
type AtHand = Omit<Looked, 'told' | 'solved'> & { readonly known?: Pick<Known, 'told'>; readonly past?: unknown };

/** The past with the entry at hand: what was tried of it, and what was told before it and since. */
export const pastAt = ({ entry, tried = [], helped = [], results = {}, known, past: stored }: AtHand): Past => {
  const past = pastOf(stored);
  const told = { ...known?.told, ...past?.told };
  return withLooked({ ...past, told }, { entry, tried, helped, results, told });
};

/** The problems that were left, with one more that an answer was found for; one left twice is the same. */
export const withLeft = (
  left: readonly Left[] = [],
  past: Past | undefined,
  ids: Left['ids'] = {},
): readonly Left[] => {
  const { looked = [], told } = past ?? {};
  const last = looked.at(-1);
  if (!last) return left;
  const before = left.find((one) => one.looked?.at(-1)?.entry === last.entry);
  const all = withTold(looked.reduce(withLooked, { ...before }), told);
  const one: Left = { ...all, ...(Object.keys(ids).length > 0 ? { ids } : {}) };
  return [...left.filter((other) => other !== before), one].slice(-most.left);
};

/** The conversation after its past was handed over with an entry or without one, the one behind a form included; what is at hand of that entry is in no other ticket. */
export const handedOver = (saved: Saved, entry: string | null): Saved => {
  const { past, back, ...state } = saved.state as {
    readonly past?: unknown;
    readonly back?: Saved;
    readonly entry?: string;
    readonly left?: unknown;
    readonly ids?: Left['ids'];
    readonly handed?: boolean;
  };
  if (back) return { ...saved, state: { ...state, back: handedOver(back, entry) } };
  const { entry: atHand, handed = false } = state;
  const gone = atHand === undefined || handed ? pastOf(past) : pastAt({ ...state, entry: atHand, past });
  const left = withLeft(leftOf(state.left), gone, state.ids);
  const now = left.length > 0 ? { ...state, left } : state;
  return { ...saved, state: (state.entry ?? null) === entry ? { ...now, handed: true } : now };
};

// === Reading it back ===

/** The past as a state holds it, without what is empty or cannot be read; undefined where nothing is left. */
export const pastOf = (stored: unknown): Past | undefined => {
  const { looked, told } = recordOf(stored);
  const entries = listOf(looked).flatMap(lookedOf).slice(-most.looked);
  const past: Past = { ...(entries.length > 0 ? { looked: entries } : {}), ...toldOf(told) };
  return Object.keys(past).length > 0 ? past : undefined;
};

/** The problems that were left, as a state holds them. */
export const leftOf = (stored: unknown): readonly Left[] =>
  listOf(stored)
    .flatMap((one): readonly Left[] => {
      const past = pastOf(one);
      const ids = Object.entries(recordOf(recordOf(one)['ids'])).filter(
        (id): id is [string, string] => typeof id[1] === 'string' && id[1].length <= most.id,
      );
      return past?.looked ? [{ ...past, ...(ids.length > 0 ? { ids: Object.fromEntries(ids) } : {}) }] : [];
    })
    .slice(-most.left);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const toldOf = (told: unknown): Pick<Past, 'told'> => {
  const values = Object.entries(recordOf(told)).filter(isTold);
  return values.length > 0 ? { told: Object.fromEntries(values) } : {};
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const isTold = ([facet, value]: readonly [string, unknown]): boolean =>
  Object.hasOwn(facets, facet) && facets[facet as Facet].some((one) => one === value);

const lookedOf = (stored: unknown): readonly Looked[] => {
  const { entry, tried, helped, solved, results, told } = recordOf(stored);
  if (typeof entry !== 'string' || entry.length > most.id) return [];
  const methods = listOf(tried).filter(isMethod).slice(0, most.methods);
  const some = listOf(helped).filter(isMethod).slice(0, most.methods);
  const steps = Object.entries(recordOf(results))
    .filter(([method, result]) => isMethod(Number(method)) && typeof result === 'string')
    .map(([method, result]) => [method, (result as string).slice(0, most.steps)] as const)
    .slice(0, most.methods);
  return [
    {
      entry,
      ...(methods.length > 0 ? { tried: methods } : {}),
      ...(some.length > 0 ? { helped: some } : {}),
      ...(solved === true ? { solved } : {}),
      ...(steps.length > 0 ? { results: Object.fromEntries(steps) } : {}),
      ...toldOf(told),
    },
  ];
};

const isMethod = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
