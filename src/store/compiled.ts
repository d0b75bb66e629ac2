/** Statements that are built once and run often: Kysely takes longer to build a statement than a database to run it. */
import type { Compilable, Kysely, QueryResult } from 'kysely';
import type { Tables } from './schema.ts';

type Values = Readonly<Record<string, string | number>>;

/**
 * `build` is called once for each database, with stand-ins for the values; the statement must not depend on them, and each may stand in it
 * any number of times.
 */
export const compiled = <V extends Values, R = unknown>(
  names: readonly (keyof V & string)[],
  build: (values: V, on: Kysely<Tables>) => Compilable<R>,
): ((on: Kysely<Tables>, values: V) => Promise<QueryResult<R>>) => {
  const made = new WeakMap<object, ReturnType<typeof make>>();
  const make = (on: Kysely<Tables>) => {
    const standIns = new Map<unknown, keyof V & string>();
    const values: Record<string, unknown> = {};
    for (const name of names) {
      const standIn = Object.freeze(new String(name));
      standIns.set(standIn, name);
      values[name] = standIn;
    }
    const query = build(values as V, on).compile();
    return { query, slots: query.parameters.map((one) => standIns.get(one)) };
  };
  return (on, values) => {
    const { adapter } = on.getExecutor();
    const known = made.get(adapter) ?? make(on);
    made.set(adapter, known);
    const { query, slots } = known;
    const parameters = slots.map((name, n) => (name === undefined ? query.parameters[n] : values[name]));
    return on.executeQuery({ ...query, parameters });
  };
};
