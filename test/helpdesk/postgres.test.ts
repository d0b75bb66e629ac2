/** The same with two replicas that have a PostgreSQL connection each. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Store } from '../../src/model/ports.ts';
import { postgres } from '../../src/store/postgres.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { concurrency } from './concurrency.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server.stop());

concurrency('PostgreSQL', async () => {
  const url = await server.database();
  const opened: Store[] = [];
  return {
    async open() {
      const store = await postgres(url);
      opened.push(store);
      return store;
    },
    async close() {
      for (const store of opened) await store.close();
    },
  };
});
