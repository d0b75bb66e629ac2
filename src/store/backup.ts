/** Copies of the SQLite file: taken while Signpost runs, put back while it does not. */
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { messageOf, StoreError } from '../model/errors.ts';
import { migrations } from './migrations/index.ts';
import { makePrivate, modeOf, ownerOnly } from './private.ts';

/** Runs on an open file and closes it whatever happens. */
const within = <T>(file: string, readOnly: boolean, run: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  try {
    return run(db);
  } finally {
    db.close();
  }
};

/** Throws `StoreError` unless the file is whole and of this version or an older one; returns how many conversations it has. */
const checked = (file: string): number => {
  try {
    return within(file, true, (db) => {
      const [found] = db.prepare('PRAGMA integrity_check').all();
      if (found?.['integrity_check'] !== 'ok') throw new Error('it is damaged');
      const unknown = db
        .prepare('SELECT name FROM kysely_migration')
        .all()
        .filter(({ name }) => !(String(name) in migrations));
      if (unknown.length > 0)
        throw new Error(`it was made by a newer Signpost, which added ${String(unknown[0]?.['name'])}`);
      return Number(db.prepare('SELECT count(*) AS rows FROM conversation').get()?.['rows']);
    });
  } catch (error) {
    throw new StoreError(`"${file}" is no store that this version can use: ${messageOf(error)}. Take another copy.`);
  }
};

/** Waits until the file is on the disk. */
const flushed = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes a whole copy of the store as it is at this moment into a new file with the same rights; returns how many conversations it has. */
export const backUp = (store: string, to: string): number => {
  if (!existsSync(store)) throw new StoreError(`There is no store "${store}". Give its path in SIGNPOST_STORE.`);
  if (existsSync(to)) throw new StoreError(`"${to}" is there already. Give the name of a new file.`);
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    makePrivate(part);
    within(store, true, (db) => db.prepare('VACUUM INTO ?').run(part));
  } catch (error) {
    rmSync(part, { force: true });
    throw new StoreError(`"${to}" cannot be written: ${messageOf(error)}. Give a path on a disk with enough space.`);
  }
  const rows = checked(part);
  flushed(part);
  chmodSync(part, modeOf(store));
  renameSync(part, to);
  return rows;
};

/** What a restore did: how many conversations the copy has, and where the store that was there before stays. */
type Restored = { readonly rows: number; readonly before?: string };

/** Puts a copy in the place of the store, with its rights; it stays beside it under a name of its own. Throws `StoreError` while Signpost runs on it. */
export const restore = (from: string, store: string): Restored => {
  if (!existsSync(from)) throw new StoreError(`There is no copy "${from}". Give its path.`);
  const rows = checked(from);
  if (existsSync(store)) releaseOf(store);
  const part = `${store}.part`;
  copyFileSync(from, part);
  flushed(part);
  chmodSync(part, existsSync(store) ? modeOf(store) : ownerOnly);
  const before = existsSync(store) ? unused(`${store}.before`) : undefined;
  if (before) renameSync(store, before);
  for (const rest of ['-wal', '-shm']) rmSync(`${store}${rest}`, { force: true });
  renameSync(part, store);
  return { rows, ...(before ? { before } : {}) };
};

/** The name, or with a number at its end that nothing has yet. */
const unused = (name: string): string => {
  for (let n = 1; ; n++) {
    const numbered = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(numbered)) return numbered;
  }
};

/** Leaving the write-ahead log needs the file for oneself, so it fails while anybody else has it open; all of the log is in the file after it. */
const releaseOf = (store: string): void => {
  try {
    within(store, false, (db) => db.exec('PRAGMA busy_timeout=200; PRAGMA journal_mode=DELETE'));
  } catch (error) {
    if ((error as { errcode?: number }).errcode === notADatabase) return;
    throw new StoreError(`"${store}" is in use (${messageOf(error)}). Stop Signpost first.`);
  }
};

/** A store so damaged that it cannot be opened is what a copy is put back for. */
const notADatabase = 26;
