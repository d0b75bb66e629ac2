/** Notices, the cards that tell them, who asked about them, the rooms that want them, and how checks have gone. */
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('notice_ledger')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('next', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('notice')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('notice_state').on('notice').column('state').execute();
  for (const table of ['notice_card', 'notice_storm', 'subscription'])
    await db.schema
      .createTable(table)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
  await db.schema
    .createTable('notice_follower')
    .addColumn('notice', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('notice_follower_key', ['notice', 'person'])
    .execute();
  await db.schema
    .createTable('check_record')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
};
