/** The tables, and the migrations that make them. Times are milliseconds since 1970; bodies are JSON. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as tickets from './migrations/003-tickets.ts';

export type Tables = {
  conversation: { key: string; turn: number; saved: string; at: number };
  turn: { conversation: string; message: string; body: string; at: number };
  job: { key: string; body: string; state: 'waiting' | 'done' | 'failed'; due: number; tries: number; why: string };
  outcome: { key: string; entry: string; method: number; worked: number; at: number };
  gap: { kind: 'code' | 'words'; what: string; count: number; at: number };
  /** `thread` is the key of the place where replies under the card go. */
  shown: { name: string; rev: number; thread: string | null; body: string };
  task: { name: string; due: number };
  /** `active` and `resolved` are 1 for yes; `urgency` is the lower the more urgent; see `src/model/ticket.ts` for the body. */
  ticket: {
    number: number;
    rev: number;
    origin: string;
    active: number;
    urgency: number;
    desk: string;
    requester: string | null;
    owner: string | null;
    entry: string | null;
    resolved: number;
    due: number | null;
    changed: number;
    body: string;
  };
  counter: { name: string; value: number };
  desk: { id: string; body: string; at: number };
  /** `person` is the id of the person in the desk's channel. */
  desk_person: { desk: string; person: string; name: string };
};

const migrations: Record<string, Migration> = {
  '001-conversations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('conversation')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('turn', 'integer', (c) => c.notNull())
        .addColumn('saved', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('turn')
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('turn_key', ['conversation', 'message'])
        .execute();
      await db.schema
        .createTable('job')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('due', 'bigint', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('why', 'text', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('job_due').on('job').columns(['state', 'due']).execute();
      await db.schema.createIndex('turn_at').on('turn').column('at').execute();
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
    },
  },
  '002-living-cards': {
    async up(db: Kysely<unknown>) {
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
    },
  },
  '003-tickets': tickets,
};

/** Brings the tables up to date; throws what went wrong. */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(`The tables could not be made: ${JSON.stringify(error)}`);
};
