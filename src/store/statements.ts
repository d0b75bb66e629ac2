/** Prepared statements, kept by their text: preparing one costs more than running it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** `reads`: it returns rows. `writes`: it may change something. */
type Statement = { readonly prepared: StatementSync; readonly reads: boolean; readonly writes: boolean };

/** Keeps the last `most` statements used. */
export const statementsOf = (database: DatabaseSync, most = 200): ((text: string) => Statement) => {
  const kept = new Map<string, Statement>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const prepared = database.prepare(text);
    const statement = {
      prepared,
      reads: prepared.columns().length > 0,
      writes: !/^\s*(?:select|pragma)\b/i.test(text),
    };
    kept.set(text, statement);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return statement;
  };
};
