/** Whether the store can be used; nothing in it is changed. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import { counted } from '../model/counted.ts';
import { StoreError } from '../model/errors.ts';
import { codeOf, fileError } from '../store/file-error.ts';
import { nameOf } from '../store/open.ts';
import { migrations } from '../store/migrations/index.ts';
import { modeOf } from '../store/private.ts';
import { databaseError, placeOf } from '../store/postgres.ts';
import { missingRight } from '../store/rights.ts';
import { causeOf, fail, failAs, type Line, pass, warn } from './finding.ts';

type Row = Readonly<Record<string, unknown>>;

/** One open database, of either kind. */
type Database = {
  readonly name: string;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** Bytes on the disk. */
  readonly size: () => Promise<number>;
  /** Throws why nothing can be written. */
  readonly tryToWrite: () => Promise<void>;
  /** Of one in a file of this computer: bytes that are free on its disk, and who may do what with it, as for chmod. */
  readonly file?: { readonly free: () => number; readonly mode: () => number };
  /** Milliseconds since 1970 by the database's own clock, if it has one. */
  readonly clock?: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const cure = 'Look at the path or DATABASE_URL, the rights on it, and that the database runs.';

/** `patience` is in milliseconds and holds for each statement. */
export const storeLines = async (
  config: Pick<Config, 'store' | 'database'>,
  patience: number,
  now: () => number,
): Promise<readonly Line[]> => {
  if (!config.database && (config.store === ':memory:' || !existsSync(config.store))) return [newLine(config.store)];
  const failed = (error: unknown): Line => {
    const known = !config.database && codeOf(error) !== undefined ? fileError(error, config.store) : error;
    return known instanceof StoreError
      ? failAs('store', known.message, cure)
      : fail('store', `The store cannot be read: ${causeOf(known)}.`, cure);
  };
  let database: Database;
  try {
    database = config.database ? await postgres(config.database.url, patience) : sqlite(config.store, patience);
  } catch (error) {
    return [failed(error)];
  }
  try {
    return await linesOf(database, now);
  } catch (error) {
    return [failed(error)];
  } finally {
    await database.close();
  }
};

const newLine = (file: string): Line => {
  if (file === ':memory:')
    return warn('store', 'SIGNPOST_STORE is ":memory:": everything is lost at every stop.', 'Give the path of a file.');
  const right = missingRight(file);
  return right === undefined
    ? pass('store', `"${file}" is not there yet and will be made at the first start.`)
    : fail('store', `"${file}" cannot be made: ${right}.`, 'Change that, or give another path in SIGNPOST_STORE.');
};

const linesOf = async (database: Database, now: () => number): Promise<readonly Line[]> => {
  const tables = new Set((await database.rows(listTables)).map(({ name }) => String(name)));
  if (!tables.has('kysely_migration'))
    return [
      warn(
        'store',
        `${database.name} is empty.`,
        'Nothing needs to be done: the tables are made at the start, or with "npm run store -- migrate".',
      ),
      await writeLine(database),
    ];
  const ran = (await database.rows('SELECT name FROM kysely_migration')).map(({ name }) => String(name));
  const pending = Object.keys(migrations).filter((name) => !ran.includes(name));
  const unknown = ran.filter((name) => !(name in migrations));
  const line =
    unknown.length > 0
      ? fail(
          'store',
          `${database.name} was made by a newer Signpost, which added ${unknown.join(', ')}.`,
          'Start that version again, or put back the copy from before the upgrade: docs/runbook.md, "Going back".',
        )
      : pending.length > 0
        ? warn(
            'store',
            `${database.name} lacks ${pending.join(', ')}.`,
            'Nothing needs to be done: they run at the start, or with "npm run store -- migrate".',
          )
        : pass('store', `${database.name} has all ${ran.length} migrations, ${sizeText(await database.size())}.`);
  return [
    line,
    await writeLine(database),
    ...(database.file ? [spaceLine(database.file.free(), await database.size()), ...modeLines(database)] : []),
    ...(tables.has('job') ? [await jobLine(database, now())] : []),
    ...(ran.includes('010-task-success') ? [await taskLine(database)] : []),
    ...(await roomLines(database, tables)),
    ...(database.clock ? [await clockLine(database.clock, now)] : []),
  ];
};

const listTables = `SELECT name FROM (SELECT tbl_name AS name FROM sqlite_master WHERE type = 'table') AS t`;

const writeLine = async ({ tryToWrite }: Database): Promise<Line> => {
  try {
    await tryToWrite();
    return pass('store writing', 'It can be written.');
  } catch (error) {
    return fail(
      'store writing',
      `It cannot be written: ${causeOf(error)}.`,
      'Give the user the rights, free space on the disk, or take the primary.',
    );
  }
};

/** A disk with less than this is nearly full, in bytes. */
const leastFree = 100e6;

/** A backup is as large as the store. */
export const spaceLine = (free: number, size: number): Line =>
  free < Math.max(leastFree, size)
    ? warn(
        'disk',
        `${sizeText(free)} are free where the store is.`,
        'Free space: nothing can be kept on a full disk, and a backup takes as much as the store.',
      )
    : pass('disk', `${sizeText(free)} are free where the store is.`);

/** Windows tells rights in another way. */
const modeLines = ({ name, file }: Database): readonly Line[] => {
  const mode = file && process.platform !== 'win32' ? file.mode() : 0;
  return mode & othersMayRead
    ? [
        warn(
          'store rights',
          `Every user of this computer may read ${name}, which holds what people wrote (mode ${mode.toString(8)}).`,
          'Run "chmod 600" on it and on its backups.',
        ),
      ]
    : [];
};

const othersMayRead = 0o004;

const jobLine = async (database: Database, now: number): Promise<Line> => {
  const count = async (where: string): Promise<number> =>
    Number((await database.rows(`SELECT count(*) AS jobs FROM job WHERE ${where}`))[0]?.['jobs'] ?? 0);
  const waiting = await count(`state = 'waiting'`);
  const late = await count(`state = 'waiting' AND due < ${Math.floor(now) - 60_000}`);
  const failed = await count(`state = 'failed'`);
  const what = `${counted(waiting, 'job waits', 'jobs wait')}, ${late} of them late; ${counted(failed, 'was', 'were')} given up in the last day.`;
  if (late > 0)
    return warn(
      'jobs',
      what,
      'Late jobs mean that no replica runs, or that none has the channel. Start one and look at its log.',
    );
  return failed > 0
    ? warn('jobs', what, 'The log says why each was given up; look for "a job did not succeed".')
    : pass('jobs', what);
};

/** Tasks of which the last run failed. */
const taskLine = async (database: Database): Promise<Line> => {
  const failing = await database.rows('SELECT name, succeeded, failures FROM task WHERE failures > 0 ORDER BY name');
  if (failing.length === 0) return pass('tasks', 'No scheduled task failed when it last ran.');
  const told = failing.map(({ name, succeeded, failures }) => {
    const last = Number(succeeded);
    const when = last > 0 ? `it last succeeded at ${new Date(last).toISOString()}` : 'it never succeeded';
    return `${String(name)} failed ${String(failures)} times in a row, ${when}`;
  });
  return warn('tasks', `${told.join('; ')}.`, 'The log says why; look for "a scheduled task failed".');
};

/** Rooms that were set up from chat, by their table. */
const rooms = [
  {
    table: 'desk',
    about: 'helpdesk',
    missing: 'No channel is set as a helpdesk, so tickets have nowhere to go.',
    cure: 'In the channel, as one of SIGNPOST_ADMINS, tell the bot to use it for the helpdesk.',
  },
  {
    table: 'subscription',
    about: 'notices',
    missing: 'No channel asked for notices.',
    cure: 'In the channel, as one of SIGNPOST_ADMINS, tell the bot to post notices there.',
  },
] as const;

const roomLines = async (database: Database, tables: ReadonlySet<string>): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (const { table, about, missing, cure: set } of rooms) {
    if (!tables.has(table)) continue;
    const count = Number((await database.rows(`SELECT count(*) AS rooms FROM ${table}`))[0]?.['rooms'] ?? 0);
    lines.push(
      count > 0 ? pass(about, `${count} channel${count > 1 ? 's are' : ' is'} set.`) : warn(about, missing, set),
    );
  }
  return lines;
};

/** How far two clocks may be apart, in milliseconds: what a lease of 30 seconds leaves when a slow delivery takes 20 of them. */
const skewAllowed = 10_000;

const clockLine = async (clock: () => Promise<number>, now: () => number): Promise<Line> => {
  const before = now();
  const theirs = await clock();
  const skew = theirs - (before + now()) / 2;
  return Math.abs(skew) > skewAllowed
    ? fail(
        'clock',
        `This computer's clock is ${Math.round(Math.abs(skew) / 1000)} seconds ${skew > 0 ? 'behind' : 'ahead of'} the database's.`,
        'Switch NTP on: replicas share leases of 30 seconds.',
      )
    : pass('clock', 'It agrees with the clock of the database.');
};

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const sqlite = (file: string, patience: number): Database => {
  const db = new DatabaseSync(file, { timeout: patience });
  return {
    name: `"${file}"`,
    rows: async (sql) => db.prepare(sql).all(),
    size: async () => [file, `${file}-wal`].reduce((sum, one) => sum + (existsSync(one) ? statSync(one).size : 0), 0),
    tryToWrite: async () => {
      // More than it keeps in memory, so that it goes to the disk before it is undone.
      db.exec('PRAGMA cache_size=10; BEGIN IMMEDIATE');
      try {
        db.exec('CREATE TABLE written_by_the_doctor AS SELECT zeroblob(1000000) AS bytes');
      } finally {
        if (db.isTransaction) db.exec('ROLLBACK');
      }
      const right = missingRight(file);
      if (right !== undefined) throw new Error(right);
    },
    file: {
      free: () => {
        const { bavail, bsize } = statfsSync(dirname(resolve(file)));
        return bavail * bsize;
      },
      mode: () => modeOf(file),
    },
    close: async () => db.close(),
  };
};

const postgres = async (url: string, patience: number): Promise<Database> => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw databaseError(error, placeOf(url));
  });
  const rows = async (sql: string): Promise<readonly Row[]> => (await client.query<Row>(sql)).rows;
  return {
    name: nameOf(url),
    rows: (sql) =>
      rows(
        sql === listTables
          ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()'
          : sql,
      ),
    size: async () => Number((await rows('SELECT pg_database_size(current_database()) AS bytes'))[0]?.['bytes'] ?? 0),
    tryToWrite: async () => {
      const [row] = await rows(
        `SELECT current_setting('transaction_read_only') AS readonly, has_schema_privilege(current_schema(), 'CREATE') AS create, coalesce(bool_and(has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE')), true) AS write FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace`,
      );
      if (row?.['readonly'] === 'on') throw new Error('the database is read-only');
      if (row?.['write'] !== true) throw new Error('the user may not change its tables');
      if (row?.['create'] !== true) throw new Error('the user may not make tables in the schema');
    },
    clock: async () => Number((await rows('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms'))[0]?.['ms']),
    close: () => client.end(),
  };
};
