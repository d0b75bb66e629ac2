import { sqlite } from '../../src/store/sqlite.ts';
import { concurrency } from './concurrency.ts';

/** SQLite serves one process, so its replicas share the store. */
concurrency('SQLite', async () => {
  const store = await sqlite(':memory:');
  return { open: async () => store, close: () => store.close() };
});
