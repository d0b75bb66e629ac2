/** Conversations, their turns of the last day, promised jobs, and what people reported and missed. */
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('conversation')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('saved', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('conversation_at').on('conversation').column('at').execute();
  await db.schema
    .createTable('turn')
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('turn_key', ['conversation', 'message'])
    .execute();
  await db.schema.createIndex('turn_at').on('turn').column('at').execute();
  await db.schema
    .createTable('job')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('job_due').on('job').columns(['state', 'due', 'key']).execute();
  await db.schema
    .createTable('outcome')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('method', 'integer', (c) => c.notNull())
    .addColumn('worked', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('gap')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('gap_key', ['kind', 'what'])
    .execute();
};
