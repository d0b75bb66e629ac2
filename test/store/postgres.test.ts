import { afterAll, beforeAll } from '@jest/globals';
import { countRows } from '../../src/store/copy.ts';
import { postgres, postgresDatabase } from '../../src/store/postgres.ts';
import { storeContract } from './contract.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

storeContract('PostgreSQL', async (clock) => {
  const url = await server.database();
  const reopen = () => postgres(url, clock, { size: 4 });
  return {
    store: await reopen(),
    reopen,
    replicas: await Promise.all([reopen(), reopen(), reopen(), reopen()]),
    async count(table) {
      const db = await postgresDatabase(url);
      try {
        return await countRows(db, table);
      } finally {
        await db.destroy();
      }
    },
  };
});
