/** What a conversation has looked at and was told, in ids and closed words, until its problem is over. */
import { facets, type Facet, type Known } from '../src/model/catalog.ts';
import type { Saved } from '../src/model/dialog.ts';

/** An entry that was shown: the methods tried, and by method what became of its steps. */
export type Looked = {
  readonly entry: string;
  readonly tried?: readonly number[];
  readonly results?: Readonly<Record<string, string>>;
};

/** `looked` holds the entry shown last at its end. */
export type Past = { readonly looked?: readonly Looked[]; readonly told?: Known['told'] };

const most = { looked: 5, methods: 20, steps: 60, id: 200 } as const;

/** The past with an entry at its end; what was tried of it before still counts. */
export const withLooked = (past: Past | undefined, { entry, tried = [], results = {} }: Looked): Past => {
  const { looked = [], ...rest } = past ?? {};
  const before = looked.find((one) => one.entry === entry);
  const now: Looked = {
    entry,
    tried: [...new Set([...(before?.tried ?? []), ...tried])],
    results: { ...before?.results, ...results },
  };
  return { ...rest, looked: [...looked.filter((one) => one !== before), now].slice(-most.looked) };
};

/** The past with what was told since; of two values of a facet the later one counts. */
export const withTold = (past: Past | undefined, told: Known['told'] = {}): Past => ({
  ...past,
  told: { ...past?.told, ...told },
});

/** The conversation after its past was handed over with an entry or without one, the one behind a form included; what is at hand of that entry is in no other ticket. */
export const handedOver = (saved: Saved, entry: string | null): Saved => {
  const {
    past: _,
    back,
    ...state
  } = saved.state as {
    readonly past?: unknown;
    readonly back?: Saved;
    readonly entry?: string;
  };
  if (back) return { ...saved, state: { ...state, back: handedOver(back, entry) } };
  return { ...saved, state: (state.entry ?? null) === entry ? { ...state, handed: true } : state };
};

// === Reading it back ===

/** The past as a state holds it, without what is empty or cannot be read; undefined where nothing is left. */
export const pastOf = (stored: unknown): Past | undefined => {
  const { looked, told } = recordOf(stored);
  const entries = (Array.isArray(looked) ? looked : []).flatMap(lookedOf).slice(-most.looked);
  const values = Object.entries(recordOf(told)).filter(isTold);
  if (entries.length === 0 && values.length === 0) return undefined;
  return {
    ...(entries.length > 0 ? { looked: entries } : {}),
    ...(values.length > 0 ? { told: Object.fromEntries(values) } : {}),
  };
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const isTold = ([facet, value]: readonly [string, unknown]): boolean =>
  Object.hasOwn(facets, facet) && facets[facet as Facet].some((one) => one === value);

const lookedOf = (stored: unknown): readonly Looked[] => {
  const { entry, tried, results } = recordOf(stored);
  if (typeof entry !== 'string' || entry.length > most.id) return [];
  const methods = (Array.isArray(tried) ? tried : []).filter(isMethod).slice(0, most.methods);
  const steps = Object.entries(recordOf(results))
    .filter(([method, result]) => isMethod(Number(method)) && typeof result === 'string')
    .map(([method, result]) => [method, (result as string).slice(0, most.steps)] as const)
    .slice(0, most.methods);
  return [
    {
      entry,
      ...(methods.length > 0 ? { tried: methods } : {}),
      ...(steps.length > 0 ? { results: Object.fromEntries(steps) } : {}),
    },
  ];
};

const isMethod = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
