/** Cards that are edited in place, and whose turn it is to run a task. */
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('shown')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('thread', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('shown_thread').on('shown').column('thread').execute();
  await db.schema
    .createTable('task')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .execute();
};
