/** Opens a store by its address or path, for whoever works on its tables. */
import type { Kysely } from 'kysely';
import { placeOf, postgresDatabase } from './postgres.ts';
import type { Tables } from './schema.ts';
import { sqliteDatabase } from './sqlite.ts';

export const isAddress = (where: string): boolean => /^postgres(?:ql)?:/i.test(where);

/** What to call it in a message: without the password. */
export const nameOf = (where: string): string => (isAddress(where) ? placeOf(where) : where);

/** Brings the tables up to date and tells which migrations ran; throws `StoreError`. */
export const openDatabase = async (
  where: string,
): Promise<{ readonly db: Kysely<Tables>; readonly ran: readonly string[] }> => {
  let ran: readonly string[] = [];
  const migrated = (names: readonly string[]): void => {
    ran = names;
  };
  const db = isAddress(where) ? await postgresDatabase(where, {}, migrated) : await sqliteDatabase(where, migrated);
  return { db, ran };
};
