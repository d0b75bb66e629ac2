/** The store for many replicas: PostgreSQL. */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { PoolClient, PoolConfig } from 'pg';
import { StoreError } from '../model/errors.ts';
import type { Store } from '../model/ports.ts';
import { migrate, type Tables } from './schema.ts';
import { store } from './store.ts';
import { writable } from './writable.ts';

export type Limits = {
  /** Connections at most; 10 unless told otherwise. */
  readonly size?: number;
  /** A statement that takes longer is ended, in milliseconds. */
  readonly statement?: number;
  /** How long to wait for a connection, and for a server that is starting or full, in milliseconds. */
  readonly connection?: number;
};

const standard = { size: 10, statement: 30_000, connection: 5_000 };

/** Opens the database and brings its tables up to date; throws `StoreError`, which never holds the password. */
export const postgres = async (
  url: string,
  clock: () => number = Date.now,
  limits: Limits = {},
  migrated?: (names: readonly string[]) => void,
): Promise<Store> =>
  store(await writable(await postgresDatabase(url, limits, migrated)), clock, {
    lock: (due) => due.forUpdate().skipLocked(),
  });

/** The database with its tables up to date. `migrated` is told the migrations that ran. */
export const postgresDatabase = async (
  url: string,
  limits: Limits = {},
  migrated: (names: readonly string[]) => void = () => undefined,
): Promise<Kysely<Tables>> => {
  const { size, statement, connection } = { ...standard, ...limits };
  // Making an index may take longer than any other statement may.
  const maker = await connect(url, { size: 1, statement: 0, connection });
  try {
    migrated(await migrate(maker));
  } finally {
    await maker.destroy();
  }
  return connect(url, { size, statement, connection });
};

/** The database as it is, for reading. */
export const postgresReader = (url: string): Promise<Kysely<Tables>> => connect(url, standard);

/** Where a database is, without user and password. */
export const placeOf = (url: string): string => {
  if (!URL.canParse(url)) return 'at an address that cannot be read';
  const { host, pathname, searchParams } = new URL(url);
  return `${pathname.slice(1) || 'postgres'} at ${host || searchParams.get('host') || 'this computer'}`;
};

const connect = async (url: string, { size, statement, connection }: Required<Limits>): Promise<Kysely<Tables>> => {
  const { Pool, types } = await import('pg');
  const int8 = 20;
  const settings: PoolConfig = {
    connectionString: url,
    application_name: 'signpost',
    max: size,
    connectionTimeoutMillis: connection,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    // The server ends a slow statement; the second limit is for a server that no longer answers.
    ...(statement > 0 ? { statement_timeout: statement, query_timeout: statement + 5_000 } : {}),
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === int8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  };
  let pool: InstanceType<typeof Pool>;
  try {
    pool = new Pool(settings);
  } catch {
    throw new StoreError('The address of the database cannot be read. Write postgres://user:password@host:5432/name.');
  }
  // A lost connection is told to whoever uses it next; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const place = placeOf(url);
  const guarded: PostgresPool = {
    options: pool.options,
    connect: async () => {
      const client = await patiently(() => pool.connect(), connection, place);
      let lost = false;
      return {
        query: (async (text: string, parameters: readonly unknown[]) => {
          try {
            return await client.query(text, [...parameters]);
          } catch (error) {
            lost ||= !('severity' in (error as object)) || leaving.has(codeOf(error) ?? '');
            throw databaseError(error, place);
          }
        }) as unknown as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy === true || lost),
      };
    },
    end: () => pool.end(),
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guarded }) });
};

/** A server that restarts or is full for a moment is asked again; nothing has been sent to it yet. */
const patiently = async (ask: () => Promise<PoolClient>, patience: number, place: string): Promise<PoolClient> => {
  for (const end = Date.now() + patience; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (!passing.has(codeOf(error) ?? '') || Date.now() > end) throw databaseError(error, place);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** Refused, reset, shutting down, starting, too many clients: worth another try. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300']);

/** The server ended the session: by an administrator, in a crash, on shutdown, idle in a transaction. */
const leaving = new Set(['57P01', '57P02', '57P03', '25P03']);

const codeOf = (error: unknown): string | undefined => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
};

const cures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be reached: there is no such host. Correct the host in the address',
  '28P01': 'refuses the user or the password. Correct them in the address',
  '28000': 'refuses the user. Correct the address, or allow the user in pg_hba.conf',
  '3D000': 'does not exist. Make it with CREATE DATABASE, or correct the name',
  '42501': 'does not give this user the right. Grant it CREATE and USAGE on the schema',
  '53300': 'has no connection left. Lower DATABASE_POOL_SIZE, or raise max_connections',
  '57014': 'ended a statement that took too long. Look for locks and for a server that is overloaded',
  '25006': 'is read-only. Give the address of the primary',
  '57P01': 'ended the connection. Look whether it was stopped, and at its log',
  '57P03': 'is starting or stopping. Wait for it, or look at its log',
};

/** What is found out before the database says anything, by the words or the code of it. */
const findings: readonly (readonly [finding: RegExp, cure: string])[] = [
  [/no encryption/, 'takes no connection without TLS. Add ?sslmode=verify-full to the address'],
  [/password must be a (?:non-empty )?string/, 'asks for a password. Write it into the address'],
  [/does not support SSL/, 'offers no TLS. Switch it on there, or take sslmode out of the address'],
  [
    /^(?:CERT_|DEPTH_ZERO_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/,
    'shows a certificate that is not to be trusted. See "TLS to the database" in docs/runbook.md',
  ],
  [
    /\bopen '/,
    'cannot be reached: a file that the address names cannot be read. Correct sslrootcert, sslcert or sslkey',
  ],
];

/** The database's own detail and hint may hold what people wrote and are left out. */
export const databaseError = (error: unknown, place: string): StoreError => {
  const code = codeOf(error);
  const { message } = error as { message?: unknown };
  const why = typeof message === 'string' && message !== '' ? message : (code ?? 'no answer');
  const found = findings.find(([finding]) => finding.test(why) || finding.test(code ?? ''));
  const cure = found?.[1] ?? cures[code ?? ''];
  if (cure) return new StoreError(`The database ${place} ${cure}. (${why})`, code);
  if (error instanceof Error && 'severity' in error)
    return new StoreError(`The database ${place} refused a statement: ${why}. (${code})`, code);
  return new StoreError(
    `The database ${place} cannot be reached: ${why}. Check that it runs and is allowed for.`,
    code,
  );
};
