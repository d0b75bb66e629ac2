/** What a person in Teams sees while the store has troubles, and that nothing promised is lost by them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { teams } from '../src/channels/teams/index.ts';
import type { ChannelName } from '../src/model/message.ts';
import type { Channel, Store } from '../src/model/ports.ts';
import { postgres } from '../src/store/postgres.ts';
import { sqliteDatabase } from '../src/store/sqlite.ts';
import { store as storeOn } from '../src/store/store.ts';
import { keepLog, person, serve, startConnector } from './channels/teams-driver.ts';
import { realEngine } from './fakes.ts';
import { type PostgresServer, startPostgres } from './store/postgres-server.ts';

let home: string;
let server: PostgresServer;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  rmSync(home, { recursive: true });
  await server.stop();
});

/** The real engine and the Teams channel over a store, and Ann, who writes to it. */
const setUp = async (store: Store) => {
  const connector = await startConnector();
  const channels = new Map<ChannelName, Channel>();
  const bot = await realEngine(store, { channels });
  const channel = await teams({}, bot.answer, keepLog().log);
  channels.set('teams', channel);
  const served = await serve(channel.routes);
  const ann = person(served, connector);
  return {
    bot,
    connector,
    ann,
    texts: (): readonly string[] => connector.messages().map(({ text, summary }) => text ?? summary ?? ''),
    async close(): Promise<void> {
      await served.close();
      await connector.close();
      await bot.stop();
      await store.close();
    },
  };
};

const apology = /^Something went wrong on our side\. Try again in a minute; .+ reference \w{8}\.$/;
const answer = expect.stringContaining('Method 1');

describe.each([
  ['the disk is full', 'max_page_count=1', 'max_page_count=1000000'],
  ['the store can only be read', 'query_only=ON', 'query_only=OFF'],
])('while %s', (name, broken, mended) => {
  test('a person is told to try again with a reference, and the same delivery is answered once it is mended', async () => {
    const db = await sqliteDatabase(join(home, `${name}.sqlite`));
    const { ann, texts, close } = await setUp(storeOn(db, Date.now));
    await sql.raw(`PRAGMA ${broken}`).execute(db);
    const message = { id: 'one', type: 'message', text: 'what is 80043431' };
    expect((await ann.send(message)).status).toBe(500);
    expect(texts()).toEqual([expect.stringMatching(apology)]);
    await sql.raw(`PRAGMA ${mended}`).execute(db);
    expect((await ann.send(message)).status).toBe(200);
    expect((await ann.send(message)).status).toBe(200);
    expect(texts()).toEqual([expect.stringMatching(apology), answer]);
    await close();
  });
});

describe('a database server', () => {
  test('that is gone makes Signpost apologise; when it is back, the delivery is answered, and what was promised before is posted', async () => {
    const store = await postgres(await server.database(), Date.now, { connection: 500 });
    const { ann, bot, connector, texts, close } = await setUp(store);
    connector.refuse({ status: 503 });
    await ann.say('what is 80043431', { id: 'promised' });
    expect(texts()).toHaveLength(1);
    await server.crash();
    const message = { id: 'two', type: 'message', text: 'next method' };
    expect((await ann.send(message)).status).toBe(500);
    expect(texts().at(-1)).toMatch(apology);
    await server.up();
    expect((await ann.send(message)).status).toBe(200);
    expect(texts().at(-1)).toContain('Method 2 of');
    // The refused answer comes by the outbox.
    for (let tries = 0; tries < 100 && texts().length < 4; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await bot.work.once();
    }
    expect(texts().slice(3)).toEqual([answer]);
    await close();
  }, 60_000);

  test('that is slow makes Signpost show that it is typing, and the answer comes', async () => {
    const url = await server.database();
    const store = await postgres(url);
    const { ann, connector, close } = await setUp(store);
    const { Client } = await import('pg');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('BEGIN; LOCK TABLE conversation IN ACCESS EXCLUSIVE MODE');
    const answered = ann.say('what is 80043431');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await client.query('COMMIT');
    expect((await answered).status).toBe(200);
    expect(connector.calls.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
    await client.end();
    await close();
  }, 30_000);
});
