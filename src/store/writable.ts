/** A store that may only be read opens all the same, and would refuse every turn. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** The database, unless nothing can be written to it, which a change of no row tells as well; throws `StoreError`. */
export const writable = async (db: Kysely<Tables>): Promise<Kysely<Tables>> => {
  try {
    await db.updateTable('conversation').set({ turn: 0 }).where('key', 'is', null).execute();
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};
