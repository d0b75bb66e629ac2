/** The tables as they are after all migrations. Times are milliseconds since 1970; bodies are JSON; truth is 1. */
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreError } from '../model/errors.ts';
import { migrations } from './migrations/index.ts';

export type Tables = {
  conversation: { key: string; turn: number; saved: string; at: number };
  turn: { conversation: string; message: string; body: string; at: number };
  job: { key: string; body: string; state: 'waiting' | 'done' | 'failed'; due: number; tries: number; why: string };
  outcome: { key: string; entry: string; method: number; worked: number; at: number };
  gap: { kind: 'code' | 'words'; what: string; count: number; at: number };
  /** `thread` is the key of the place where replies under the card go. */
  shown: { name: string; rev: number; thread: string | null; body: string };
  /** `failures` is how often it failed since it last succeeded. */
  task: { name: string; due: number; succeeded: number; failures: number };
  /** One row, which counts the writes of all notices. */
  notice_ledger: { id: number; rev: number; next: number };
  notice: { key: string; state: 'pending' | 'firing' | 'resolved'; body: string };
  notice_card: { id: string; body: string };
  notice_storm: { id: string; body: string };
  notice_follower: { notice: string; person: string; place: string; at: number };
  subscription: { id: string; body: string };
  check_record: { name: string; body: string };
  feedback: { entry: string; liked: number; disliked: number };
  /** `message` is a trace of where the message is, so that it names nobody. */
  rateable: { message: string; entry: string; at: number };
  /** `body` is the channel's own JSON, or empty where the bot was taken out. */
  place: { key: string; body: string; at: number };
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
  /** `by` is the key of a person, and empty once their data was deleted. */
  audit: { key: string; at: number; by: string; what: string; target: string; detail: string };
  /** `key` is that of the organisation or workspace; `at` is when it was installed or its token was renewed. */
  slack_installation: { key: string; sealed: string; at: number };
};

/** The primary key of every table. */
export const keys: { readonly [T in keyof Tables]: readonly (keyof Tables[T] & string)[] } = {
  conversation: ['key'],
  turn: ['conversation', 'message'],
  job: ['key'],
  outcome: ['key'],
  gap: ['kind', 'what'],
  shown: ['name'],
  task: ['name'],
  notice_ledger: ['id'],
  notice: ['key'],
  notice_card: ['id'],
  notice_storm: ['id'],
  notice_follower: ['notice', 'person'],
  subscription: ['id'],
  check_record: ['name'],
  feedback: ['entry'],
  rateable: ['message'],
  place: ['key'],
  ticket: ['number'],
  counter: ['name'],
  desk: ['id'],
  desk_person: ['desk', 'person'],
  audit: ['key'],
  slack_installation: ['key'],
};

export const tableNames = Object.keys(keys) as readonly (keyof Tables)[];

/** Brings the tables up to date and returns the names of the migrations that ran; throws what went wrong. */
export const migrate = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return (results ?? []).map(({ migrationName }) => migrationName);
  if (!(error instanceof Error)) throw new StoreError(`The tables could not be made: ${JSON.stringify(error)}`);
  const newer = /previously executed migration (\S+) is missing/.exec(error.message)?.[1];
  throw newer ? tooNew(newer) : error;
};

/** The first of the migrations that ran which this version does not know. */
export const laterThanHere = (ran: readonly string[]): string | undefined => ran.find((name) => !(name in migrations));

export const tooNew = (added: string): StoreError =>
  new StoreError(
    `The store was made by a newer Signpost, which added ${added}. Start that version again, or put back the copy from before the upgrade: docs/runbook.md, "Going back".`,
  );

/** What PostgreSQL and SQLite say where a table is missing. */
const noTable = new Set(['42P01', '1']);

/** The migrations that a store lacks; throws `StoreError` where it is none, or of a newer version. */
export const lacking = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const found = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(db)
    .catch((error: unknown) => {
      if (!(error instanceof StoreError) || !noTable.has(error.code ?? '')) throw error;
      throw new StoreError(`There is no store of Signpost to read. ${error.message}`);
    });
  const ran = found.rows.map(({ name }) => name);
  const newer = laterThanHere(ran);
  if (newer !== undefined) throw tooNew(newer);
  return Object.keys(migrations).filter((name) => !ran.includes(name));
};
