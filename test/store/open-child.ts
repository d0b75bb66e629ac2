/** A replica that starts, for tests of many at once: opens the store when told to on standard input, and commits one turn. */
import { once } from 'node:events';
import { postgres } from '../../src/store/postgres.ts';
import { sqlite } from '../../src/store/sqlite.ts';

const [, , where = '', key = ''] = process.argv;
await import('pg');
process.stdout.write('loaded\n');
await once(process.stdin, 'data');
const store = where.startsWith('postgres:') ? await postgres(where) : await sqlite(where);
const made = await store.commit(
  { key, turn: 0, saved: null },
  {
    message: 'm1',
    turn: { turn: 1, replies: [], effects: [], understood: null },
    saved: { dialog: 'd', step: 's', state: {} },
    jobs: [],
  },
);
await store.close();
process.stdout.write(`${made}\n`);
process.exit(0);
