/** Copies of the SQLite file: taken while Signpost runs, put back while it does not. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { messageOf, StoreError } from '../model/errors.ts';
import { busy, codeOf, corrupt, fileError, isRefused, notADatabase } from './file-error.ts';
import { makePrivate, modeOf, ownerOnly } from './private.ts';
import { laterThanHere, tooNew } from './schema.ts';
import { isServed } from './sole.ts';

/** Runs on an open file and closes it whatever happens. */
const within = <T>(file: string, readOnly: boolean, run: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  try {
    return run(db);
  } finally {
    db.close();
  }
};

/**
 * Throws `StoreError` unless the file is whole and of this version or an older one; returns how many conversations it has.
 * `called` is its name in a message.
 */
const checked = (file: string, called = file): number => {
  try {
    return within(file, true, (db) => {
      const [found] = db.prepare('PRAGMA integrity_check').all();
      if (found?.['integrity_check'] !== 'ok') throw new Error('it is damaged');
      const ran = db.prepare('SELECT name FROM kysely_migration').all();
      const later = laterThanHere(ran.map(({ name }) => String(name)));
      if (later !== undefined) throw tooNew(later);
      return Number(db.prepare('SELECT count(*) AS rows FROM conversation').get()?.['rows']);
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (isRefused(error)) throw fileError(error, called);
    throw new StoreError(`"${called}" is no store that this version can use: ${messageOf(error)}. Take another copy.`);
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

/**
 * Writes all of a file, what stands in its write-ahead log as well, beside where it is to stand, and on the disk; returns
 * its name. Nothing is left of one that failed.
 */
const partOf = (from: string, to: string): string => {
  try {
    within(from, true, (db) => db.prepare('SELECT count(*) FROM sqlite_master').get());
  } catch (error) {
    throw fileError(error, from);
  }
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    makePrivate(part);
    within(from, true, (db) => db.prepare('VACUUM INTO ?').run(part));
    flushed(part);
    return part;
  } catch (error) {
    rmSync(part, { force: true });
    throw codeOf(error) === corrupt ? fileError(error, from) : unwritten(error, to);
  }
};

const unwritten = (error: unknown, to: string): StoreError => {
  const folder = dirname(resolve(to));
  return new StoreError(
    existsSync(folder)
      ? `"${to}" cannot be written: ${messageOf(error)}. Give a path on a disk with enough space, in a folder that this user may write in.`
      : `"${to}" cannot be written: the folder "${folder}" is not there. Make it, or give another path.`,
  );
};

/** Writes a whole copy of the store as it is at this moment into a new file with the same rights; returns how many conversations it has. */
export const backUp = (store: string, to: string): number => {
  if (!existsSync(store))
    throw new StoreError(`There is no store "${store}". Give its path in SIGNPOST_STORE or with --store.`);
  if (existsSync(to)) throw new StoreError(`"${to}" is there already. Give the name of a new file.`);
  const part = partOf(store, to);
  try {
    const rows = checked(part, store);
    chmodSync(part, modeOf(store));
    renameSync(part, to);
    return rows;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};

/** What a restore did: how many conversations the copy has, and where the store that was there before stays. */
type Restored = { readonly rows: number; readonly before?: string };

/** Puts a copy in the place of the store, with its rights; it stays beside it under a name of its own. Throws `StoreError` while Signpost runs on it. */
export const restore = (from: string, store: string): Restored => {
  if (!existsSync(from)) throw new StoreError(`There is no copy "${from}". Give its path.`);
  const there = existsSync(store);
  if (there && realpathSync(from) === realpathSync(store))
    throw new StoreError(`"${from}" is the store itself. Give the path of a copy of it.`);
  const rows = checked(from);
  if (there) releaseOf(store);
  const part = partOf(from, store);
  chmodSync(part, there ? modeOf(store) : ownerOnly);
  const before = there ? unused(`${store}.before`) : undefined;
  if (before) renameSync(store, before);
  // Only a store that is damaged, or that is no longer there, has left these.
  for (const rest of ['-wal', '-shm']) {
    if (before && existsSync(`${store}${rest}`)) renameSync(`${store}${rest}`, `${before}${rest}`);
    rmSync(`${store}${rest}`, { force: true });
  }
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
  const inUse = new StoreError(`"${store}" is in use. Stop Signpost, and whatever else has it open, first.`);
  if (isServed(store)) throw inUse;
  try {
    within(store, false, (db) => db.exec('PRAGMA busy_timeout=200; PRAGMA journal_mode=DELETE'));
  } catch (error) {
    const code = codeOf(error);
    if (code === busy) throw inUse;
    // A store so damaged that it cannot be opened is what a copy is put back for.
    if (code !== notADatabase && code !== corrupt) throw fileError(error, store);
  }
};
