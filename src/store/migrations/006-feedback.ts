/** How often answers were found helpful or not. */
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('feedback')
    .addColumn('entry', 'text', (c) => c.primaryKey())
    .addColumn('liked', 'integer', (c) => c.notNull())
    .addColumn('disliked', 'integer', (c) => c.notNull())
    .execute();
};
