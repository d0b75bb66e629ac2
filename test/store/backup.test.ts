import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { StoreError } from '../../src/model/errors.ts';
import { backUp, restore } from '../../src/store/backup.ts';
import { sqlite } from '../../src/store/sqlite.ts';

// Much of this waits for whole processes or a whole catalog, also on a busy machine.
jest.setTimeout(40_000);

let home: string;
let file: string;
let copy: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  file = join(home, 's.sqlite');
  copy = join(home, 'copy.sqlite');
});
afterEach(() => rmSync(home, { recursive: true }));

const turn = (n: number) => ({
  message: `m${n}`,
  turn: { turn: 1, replies: [{ text: `${n}` }], effects: [], understood: null },
  saved: { dialog: 'd', step: 's', state: {} },
  jobs: [],
});

const filled = async (from: number, to: number) => {
  const store = await sqlite(file);
  for (let n = from; n < to; n++) await store.commit(await store.conversation(`c${n}`), turn(n));
  return store;
};

const rightsOf = (name: string): string => (statSync(name).mode & 0o777).toString(8);

const failure = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return (error as Error).message;
  }
  throw new Error('It did not fail.');
};

describe('a copy', () => {
  test('is whole while Signpost goes on writing, and puts everything back', async () => {
    const store = await filled(0, 20);
    expect(backUp(file, copy)).toBe(20);
    for (let n = 20; n < 30; n++) await store.commit(await store.conversation(`c${n}`), turn(n));
    await store.close();
    expect(restore(copy, file)).toEqual({ rows: 20, before: `${file}.before` });
    const again = await sqlite(file);
    expect((await again.arrival('c19', 'm19')).before?.replies[0]?.text).toBe('19');
    expect((await again.conversation('c25')).turn).toBe(0);
    await again.close();
    const before = await sqlite(`${file}.before`);
    expect((await before.conversation('c25')).turn).toBe(1);
    await before.close();
    expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that was the wrong one is put back over without losing the store before it', async () => {
    await (await filled(0, 1)).close();
    backUp(file, copy);
    await (await filled(1, 3)).close();
    restore(copy, file);
    const again = restore(copy, file);
    expect(again.before).toBe(`${file}.before-2`);
    const live = await sqlite(`${file}.before`);
    expect((await live.conversation('c2')).turn).toBe(1);
    await live.close();
  });

  test('has the rights of the store and gives it back its own, which only its user has at first', async () => {
    const store = await filled(0, 1);
    expect([file, `${file}-wal`].map(rightsOf)).toEqual(['600', '600']);
    await store.close();
    backUp(file, copy);
    expect(rightsOf(copy)).toBe('600');
    chmodSync(copy, 0o644);
    restore(copy, file);
    expect(rightsOf(file)).toBe('600');
    chmodSync(file, 0o640);
    backUp(file, join(home, 'second.sqlite'));
    expect(rightsOf(join(home, 'second.sqlite'))).toBe('640');
    restore(copy, join(home, 'new.sqlite'));
    expect(rightsOf(join(home, 'new.sqlite'))).toBe('600');
  });

  test('is not put back while Signpost runs', async () => {
    const store = await filled(0, 3);
    backUp(file, copy);
    expect(failure(() => restore(copy, file))).toContain('is in use');
    await store.commit(await store.conversation('c9'), turn(9));
    expect((await store.conversation('c9')).turn).toBe(1);
    await store.close();
  });

  test('is put back over a store that is damaged', async () => {
    await (await filled(0, 3)).close();
    backUp(file, copy);
    writeFileSync(file, 'nonsense '.repeat(2000));
    expect(restore(copy, file).rows).toBe(3);
    const again = await sqlite(file);
    expect((await again.conversation('c2')).turn).toBe(1);
    await again.close();
  });

  test('that is damaged, no store, or of a newer version is refused, and the store stays as it is', async () => {
    await (await filled(0, 200)).close();
    backUp(file, copy);
    const bytes = readFileSync(file);
    const bad = join(home, 'bad.sqlite');
    copyFileSync(copy, bad);
    truncateSync(bad, 8192);
    expect(failure(() => restore(bad, file))).toContain('is no store that this version can use');
    writeFileSync(bad, 'no database');
    expect(failure(() => restore(bad, file))).toContain('is no store');
    const { DatabaseSync } = await import('node:sqlite');
    const newer = new DatabaseSync(copy);
    newer.exec(`INSERT INTO kysely_migration VALUES ('999-future', '2030')`);
    newer.close();
    expect(failure(() => restore(copy, file))).toContain('newer Signpost, which added 999-future');
    const again = join(home, 'again.sqlite');
    expect(failure(() => backUp(copy, again))).toContain('newer Signpost, which added 999-future');
    expect([again, `${again}.part`].filter((name) => existsSync(name))).toEqual([]);
    expect(failure(() => restore(join(home, 'none'), file))).toContain('There is no copy');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('that a killed process left with its newest turns in the log beside it is put back with them', async () => {
    const store = await filled(0, 20);
    for (const rest of ['', '-wal']) copyFileSync(`${file}${rest}`, `${copy}${rest}`);
    await store.close();
    const there = join(home, 'restored.sqlite');
    // What a store that was there before has left, and must not get into this one.
    copyFileSync(`${copy}-wal`, `${there}-wal`);
    expect(restore(copy, there)).toEqual({ rows: 20 });
    const again = await sqlite(there);
    expect((await again.arrival('c19', 'm19')).before?.replies[0]?.text).toBe('19');
    await again.close();
  });

  test('is not put back over itself, nor where it cannot be written, and then nothing is left or lost', async () => {
    await (await filled(0, 3)).close();
    expect(failure(() => restore(file, file))).toBe(`"${file}" is the store itself. Give the path of a copy of it.`);
    backUp(file, copy);
    const none = join(home, 'no');
    expect(failure(() => restore(copy, join(none, 's.sqlite')))).toBe(
      `"${join(none, 's.sqlite')}" cannot be written: the folder "${none}" is not there. Make it, or give another path.`,
    );
    const left = readdirSync(home).filter((name) => !/-(?:wal|shm)$/.test(name));
    expect(left.toSorted()).toEqual(['copy.sqlite', 's.sqlite']);
  });

  test('never covers a file, and leaves no part of one where it cannot be written', async () => {
    await (await filled(0, 1)).close();
    writeFileSync(copy, 'mine');
    expect(failure(() => backUp(file, copy))).toContain('is there already');
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    expect(failure(() => backUp(file, join(home, 'no', 'copy')))).toContain('cannot be written');
    expect(failure(() => backUp(join(home, 'none'), join(home, 'x')))).toContain('There is no store');
    expect(existsSync(join(home, 'x'))).toBe(false);
  });
});

describe('npm run backup and restore', () => {
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [new URL('../../src/backup.ts', import.meta.url).pathname, ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, SIGNPOST_STORE: file, ...env },
      encoding: 'utf8',
    });

  test('do it with the store of the settings', async () => {
    await (await filled(0, 1)).close();
    const backup = run(['backup', '--to', copy]);
    expect([backup.status, backup.stdout]).toEqual([
      0,
      `"${copy}" is a whole copy of "${file}", with 1 conversation.\n`,
    ]);
    expect(run(['restore', '--from', copy]).stdout).toBe(
      `"${file}" is now "${copy}", with 1 conversation.\nWhat was there before is "${file}.before".\n`,
    );
  });

  test('tell of what is no store by its own name, and leave nothing', () => {
    writeFileSync(file, 'no database, but a text of some length');
    expect(run(['backup', '--to', copy]).stderr).toBe(
      `The store "${file}" failed: file is not a database. It is no file of SQLite: give the path of a store.\n`,
    );
    expect(run(['backup', '--to', copy, '--store', home]).stderr).toMatch(
      /^The store ".+" failed: .+\. Look whether it is a file/,
    );
    expect(readdirSync(home)).toEqual(['s.sqlite']);
  });

  test('tell a user who may not write in the folder of the store whose work it is', async () => {
    await (await filled(0, 2)).close();
    chmodSync(file, 0o644);
    const other = mkdtempSync(join(tmpdir(), 'signpost-'));
    chmodSync(other, 0o777);
    chmodSync(home, 0o555);
    const script = new URL('../../src/backup.ts', import.meta.url).pathname;
    // Root may write everywhere, so a user backs up whom every system has.
    const begin = `if (process.getuid() === 0) process.setuid('nobody'); await import(${JSON.stringify(script)});`;
    const node = ['--input-type=module', '--eval', begin, '--', 'backup', '--to', join(other, 'copy'), '--store', file];
    const { status, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
    const left = readdirSync(other);
    chmodSync(home, 0o755);
    rmSync(other, { recursive: true });
    expect([status, stderr, left]).toEqual([
      2,
      expect.stringMatching(
        /^The store ".+s\.sqlite" failed: [^.]+\. Run this as the user of the store, because this user may not write in the folder/,
      ),
      [],
    ]);
  });

  test('tell of wrong use, and of the way of PostgreSQL', () => {
    expect(run([]).status).toBe(2);
    expect(run(['backup', '--too', 'x']).stderr).toMatch(
      /^Usage:\n {2}npm run backup [^]*\n--too is not an option\.\n$/,
    );
    const postgres = run(['backup', '--to', copy], { DATABASE_URL: 'postgres://u:geheim@db/x' });
    expect([
      postgres.status,
      postgres.stderr.includes('npm run store -- copy --to FILE'),
      postgres.stderr.includes('geheim'),
    ]).toEqual([2, true, false]);
  });
});
