/** Tickets, their numbers, and the helpdesk channels with the people who act in them. */
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('ticket')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull().unique())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('urgency', 'integer', (c) => c.notNull())
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('requester', 'text')
    .addColumn('owner', 'text')
    .addColumn('entry', 'text')
    .addColumn('resolved', 'integer', (c) => c.notNull())
    .addColumn('due', 'bigint')
    .addColumn('changed', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('ticket_desk').on('ticket').columns(['active', 'desk', 'urgency', 'number']).execute();
  await db.schema.createIndex('ticket_entry').on('ticket').columns(['active', 'entry']).execute();
  await db.schema.createIndex('ticket_requester').on('ticket').columns(['requester', 'number']).execute();
  await db.schema.createIndex('ticket_due').on('ticket').column('due').execute();
  await db.schema.createIndex('ticket_changed').on('ticket').columns(['active', 'changed']).execute();
  await db.schema.createIndex('ticket_unwritten').on('ticket').columns(['resolved', 'entry', 'number']).execute();
  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('desk')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('desk_person')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('desk_person_key', ['desk', 'person'])
    .execute();
};
