/** How conversations are reached now. */
import { type Kysely, sql } from 'kysely';
import type { Places } from '../model/ports.ts';
import { compiled } from './compiled.ts';
import type { Tables } from './schema.ts';
import { toKey } from './text.ts';

export const placesIn = (db: Kysely<Tables>): Places => {
  const write = async (key: string, body: string, at: number): Promise<void> => {
    await keep(db, { key: toKey(key), body, at: Math.floor(at) });
  };
  return {
    async find(key) {
      const { rows } = await look(db, { key: toKey(key) });
      const [row] = rows;
      if (!row) return undefined;
      return row.body === '' ? 'left' : { ref: JSON.parse(row.body) as unknown };
    },
    note: (key, ref, at) => write(key, JSON.stringify(ref), at),
    leave: (key, at) => write(key, '', at),
  };
};

/** What is known already is written again after a day, so that a conversation that goes on is not forgotten; in milliseconds. */
const day = 86_400_000;

const look = compiled(['key'], ({ key }: { key: string }, db) =>
  db.selectFrom('place').select('body').where('key', '=', key),
);

const keep = compiled(['key', 'body', 'at'], ({ key, ...now }: { key: string; body: string; at: number }, db) =>
  db
    .insertInto('place')
    .values({ key, ...now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet(now)
        .where(({ or, eb }) =>
          or([eb('place.body', '!=', now.body), eb('place.at', '<', sql<number>`excluded.at - ${sql.lit(day)}`)]),
        ),
    ),
);
