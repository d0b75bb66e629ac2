/** How conversations are reached now. */
import type { Kysely } from 'kysely';
import type { Places } from '../model/ports.ts';
import type { Tables } from './schema.ts';
import { toKey } from './text.ts';

export const placesIn = (db: Kysely<Tables>): Places => {
  const write = async (key: string, body: string, at: number): Promise<void> => {
    const row = { body, at: Math.floor(at) };
    await db
      .insertInto('place')
      .values({ key: toKey(key), ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
  };
  return {
    async find(key) {
      const row = await db.selectFrom('place').select('body').where('key', '=', toKey(key)).executeTakeFirst();
      if (!row) return undefined;
      return row.body === '' ? 'left' : { ref: JSON.parse(row.body) as unknown };
    },
    note: (key, ref, at) => write(key, JSON.stringify(ref), at),
    leave: (key, at) => write(key, '', at),
  };
};
