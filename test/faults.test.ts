/** What people in Teams and in Slack see while the store has troubles, what /readyz says, and that nothing promised is lost by them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { start } from '../src/app.ts';
import { teams } from '../src/channels/teams/index.ts';
import { readConfig } from '../src/config.ts';
import type { ChannelName } from '../src/model/message.ts';
import type { Answer, Channel, Store } from '../src/model/ports.ts';
import { watched } from '../src/ready.ts';
import { openDatabase } from '../src/store/open.ts';
import { postgres } from '../src/store/postgres.ts';
import { sqliteDatabase } from '../src/store/sqlite.ts';
import { store as storeOn } from '../src/store/store.ts';
import { until, workspace } from './channels/slack-driver.ts';
import { keepLog, person, serve, startConnector } from './channels/teams-driver.ts';
import { incoming, memoryLog, realEngine, recordingChannel } from './fakes.ts';
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
}, 60_000);

/** The real engine and the Teams channel over a store, and Ann, who writes to it. */
const inTeams = async (store: Store, clock: () => number = Date.now) => {
  const connector = await startConnector();
  const channels = new Map<ChannelName, Channel>();
  const bot = await realEngine(store, { channels, clock });
  const channel = await teams({}, bot.answer, keepLog().log);
  channels.set('teams', channel);
  const served = await serve(channel.routes);
  const ann = person(served, connector);
  const texts = (): readonly string[] => connector.messages().map(({ text, summary }) => text ?? summary ?? '');
  return {
    bot,
    connector,
    ann,
    /** Delivers a message under an id, and resolves with the status. */
    send: async (id: string, text: string): Promise<number> => (await ann.send({ id, type: 'message', text })).status,
    texts,
    async close(): Promise<void> {
      await served.close();
      await connector.close();
      await bot.stop();
      await store.close();
    },
  };
};

/** The same with Slack, which is told that a message was taken before it is answered. */
const inSlack = async (store: Store) => {
  const channels = new Map<ChannelName, Channel>();
  let answer: Answer | undefined;
  const slack = await workspace((arrived, deliver) => answer!(arrived, deliver));
  channels.set('slack', slack.channel);
  const bot = await realEngine(store, { channels });
  answer = bot.answer;
  const texts = (): readonly string[] =>
    slack.calls.flatMap(({ method, args }) => (method.startsWith('chat.post') ? [args.text ?? ''] : []));
  return {
    send: async (id: string, text: string): Promise<number> =>
      (await slack.say(text, { ts: `1700000000.${id}` }, id)).status,
    texts,
    async close(): Promise<void> {
      await slack.close();
      await bot.stop();
      await store.close();
    },
  };
};

const apology = /^Something went wrong on our side\. Try again in a minute; .+ reference \w{8}\.$/;
const answer = expect.stringContaining('Method 1');

/** A store, how it is broken and mended again, and what is said of it meanwhile. */
type Trouble = {
  readonly store: Store;
  readonly broken: () => Promise<unknown>;
  readonly mended: () => Promise<unknown>;
  readonly fault: RegExp;
};

let files = 0;
const onSqlite = (broken: string, mended: string, fault: RegExp) => async (): Promise<Trouble> => {
  const db = await sqliteDatabase(join(home, `${++files}.sqlite`));
  const pragma = (text: string) => () => sql.raw(`PRAGMA ${text}`).execute(db);
  return { store: storeOn(db, Date.now), broken: pragma(broken), mended: pragma(mended), fault };
};

const onPostgres =
  (broken: (name: string) => string, mended: (name: string) => string, fault: RegExp) => async (): Promise<Trouble> => {
    const url = await server.database();
    const name = new URL(url).pathname.slice(1);
    const store = await postgres(url);
    /** What is set for a database counts for new connections. */
    const change = async (statement: string): Promise<void> => {
      const client = new Client({ connectionString: url, options: '-c default_transaction_read_only=off' });
      await client.connect();
      await client.query(statement);
      await client.end();
      await server.run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    };
    return { store, broken: () => change(broken(name)), mended: () => change(mended(name)), fault };
  };

const troubles: Readonly<Record<string, () => Promise<Trouble>>> = {
  'the disk of the SQLite file is full': onSqlite('max_page_count=1', 'max_page_count=1000000', /disk is full/),
  'the SQLite file can only be read': onSqlite('query_only=ON', 'query_only=OFF', /readonly database/),
  'the disk of PostgreSQL is full': onPostgres(
    () => `
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON job FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    () => 'DROP FUNCTION full_disk CASCADE',
    /No space left on device/,
  ),
  'PostgreSQL can only be read': onPostgres(
    (name) => `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
    (name) => `ALTER DATABASE ${name} RESET default_transaction_read_only`,
    /is read-only\. Give the address of the primary/,
  ),
  'PostgreSQL is gone': async () => ({
    store: await postgres(await server.database(), Date.now, { connection: 1_000 }),
    broken: server.crash,
    mended: server.up,
    fault: /cannot be reached/,
  }),
};

describe.each(Object.entries(troubles))('while %s', (_, make) => {
  test.each([
    ['Teams', inTeams, 500],
    ['Slack', inSlack, 200],
  ] as const)(
    'a person in %s is told to try again with a reference, and the same delivery is answered once it is mended',
    async (_platform, setUp, failed) => {
      const { store, broken, mended, fault } = await make();
      const look = watched(store, Date.now);
      const { send, texts, close } = await setUp(look.store);
      await broken();
      expect(await send('000001', 'what is 80043431')).toBe(failed);
      await until(() => texts().length === 1, 'the apology');
      expect(texts()).toEqual([expect.stringMatching(apology)]);
      expect((await look.unreadable()) ?? look.fault()).toMatch(fault);
      await mended();
      expect(await send('000001', 'what is 80043431')).toBe(200);
      expect(await send('000001', 'what is 80043431')).toBe(200);
      await until(() => texts().length === 2, 'the answer');
      expect(texts()).toEqual([expect.stringMatching(apology), answer]);
      expect([await look.unreadable(), look.fault()]).toEqual([undefined, undefined]);
      await close();
    },
    60_000,
  );
});

describe('a database server', () => {
  test('that is gone keeps what was promised before; it is posted when the server is back', async () => {
    const store = await postgres(await server.database(), Date.now, { connection: 500 });
    const { ann, bot, connector, texts, close } = await inTeams(store);
    connector.refuse({ status: 503 });
    await ann.say('what is 80043431', { id: 'promised' });
    expect(texts()).toHaveLength(1);
    await server.crash();
    await server.up();
    // The refused answer comes by the outbox.
    for (let tries = 0; tries < 100 && texts().length < 2; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await bot.work.once().catch(() => 0);
    }
    expect(texts().slice(1)).toEqual([answer]);
    await close();
  }, 60_000);

  test('that is away for longer than the lease of a reply hears first what was delivered, so that nobody gets an answer twice', async () => {
    const url = await server.database();
    let ahead = 0;
    const clock = (): number => Date.now() + ahead;
    const log = memoryLog();
    const channel = recordingChannel('terminal');
    const channels = new Map<ChannelName, Channel>([['terminal', channel]]);
    const replica = async () => realEngine(await postgres(url, clock, { connection: 500 }), { channels, clock, log });
    const [one, two] = [await replica(), await replica()];
    const delivered: string[] = [];
    await one.answer(incoming('what is 80043431'), async ({ text }) => {
      delivered.push(text);
      await server.crash();
    });
    expect(delivered).toEqual([answer]);

    ahead = 31_000;
    for (const { work } of [one, two]) work.start(100);
    const failures = (): number =>
      log.lines.filter(({ message }) => message === 'the job store could not be read').length;
    await until(() => failures() >= 4, 'both look in vain');
    await server.up();
    const place = { channel: 'terminal', conversation: 'c2' } as const;
    const news = { key: 'news', kind: 'post', place, reply: { text: 'news' } } as const;
    await two.store.promise([{ job: news, dueAt: 0 }]);
    await until(() => channel.done.length > 0, 'what is promised is posted', 20_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await two.store.backlog(clock())).waiting).toBe(0);
    expect(channel.done.map(({ reply }) => reply.text)).toEqual(['news']);
    for (const bot of [one, two]) {
      await bot.stop();
      await bot.store.close();
    }
  }, 60_000);

  test('that is slow makes Signpost show that it is typing, and the answer comes', async () => {
    const url = await server.database();
    const store = await postgres(url);
    const { ann, connector, close } = await inTeams(store);
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

  /** Stands between Signpost and the server, and cuts the connection on which the next commit comes. */
  const cutter = async (to: URL) => {
    let armed: 'before' | 'after' | undefined;
    const sockets = new Set<Socket>();
    const proxy = createServer((near) => {
      const far = connect(Number(to.port), to.hostname);
      let cut = false;
      const end = (): void => void [near, far].map((socket) => socket.destroy());
      near.on('data', (data) => {
        const when = data.includes('commit') ? armed : undefined;
        if (when) armed = undefined;
        if (when === 'before') return end();
        cut = when === 'after';
        far.write(data);
      });
      far.on('data', (data) => (cut ? end() : near.write(data)));
      for (const socket of [near, far]) sockets.add(socket.on('error', end).on('close', end));
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const url = new URL(to);
    url.port = String((proxy.address() as AddressInfo).port);
    return {
      url: url.href,
      cut: (when: 'before' | 'after') => {
        armed = when;
      },
      close: () => {
        for (const socket of sockets) socket.destroy();
        proxy.close();
      },
    };
  };

  test.each(['before', 'after'] as const)(
    'to which the connection is cut just %s it hears of a commit has all or nothing of the turn, and the person gets the answer once',
    async (when) => {
      const proxy = await cutter(new URL(await server.database()));
      let ahead = 0;
      const clock = (): number => Date.now() + ahead;
      const { bot, send, texts, close } = await inTeams(await postgres(proxy.url, clock), clock);
      proxy.cut(when);
      expect(await send('one', 'what is 80043431')).toBe(500);
      expect(texts()).toEqual([expect.stringMatching(apology)]);
      expect(await send('one', 'what is 80043431')).toBe(200);
      // Whoever does not know that the turn was kept leaves its answer to the outbox, which waits for the lease.
      expect(texts().slice(1)).toEqual(when === 'before' ? [answer] : []);
      // A delivered answer is settled a moment later.
      await new Promise((resolve) => setTimeout(resolve, 200));
      ahead = 31_000;
      await bot.settle();
      expect(texts().slice(1)).toEqual([answer]);
      await close();
      proxy.close();
    },
    30_000,
  );
});

test('an SQLite file that another process holds for a second makes the answer late, and no more', async () => {
  const file = join(home, 'held.sqlite');
  const { send, texts, close } = await inTeams(storeOn(await sqliteDatabase(file), Date.now));
  const hold = `
    const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
    db.exec('BEGIN IMMEDIATE');
    console.log('held');
    setTimeout(() => { db.exec('COMMIT'); db.close(); }, 1_000);`;
  const holder = spawn(process.execPath, ['--no-warnings', '--eval', hold, file]);
  await once(holder.stdout, 'data');
  expect(await send('one', 'what is 80043431')).toBe(200);
  expect(texts()).toEqual([answer]);
  expect(holder.exitCode ?? (await once(holder, 'exit'))[0]).toBe(0);
  await close();
});

describe('/readyz', () => {
  test('says that the database is gone, to this computer only, until it is back', async () => {
    const app = await start(readConfig({ PORT: '0', DATABASE_URL: await server.database() }), memoryLog());
    const origin = `http://127.0.0.1:${app.port}`;
    const look = async (headers: Record<string, string> = {}) => {
      const response = await fetch(`${origin}/readyz`, { headers });
      return [response.status, await response.json()];
    };
    expect(await look()).toEqual([200, { ok: true, entries: expect.any(Number) }]);
    await server.crash();
    const storeFault = expect.stringMatching(/did not answer within 2 seconds|cannot be reached/);
    expect(await look()).toEqual([503, { ok: false, entries: expect.any(Number), storeFault }]);
    expect(await look({ 'x-forwarded-for': '198.51.100.1' })).toEqual([503, { ok: false }]);
    await server.up();
    expect(await look()).toEqual([200, { ok: true, entries: expect.any(Number) }]);
    await app.stop();
  }, 60_000);

  test('says that turns cannot be kept, while they can be read', async () => {
    const url = await server.database();
    const app = await start(readConfig({ PORT: '0', DATABASE_URL: url }), memoryLog());
    const origin = `http://127.0.0.1:${app.port}`;
    const { db } = await openDatabase(url);
    await sql`alter table turn rename to elsewhere`.execute(db);
    await sql`create view turn as select * from elsewhere where false with check option`.execute(db);
    const said = await fetch(`${origin}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        conversation: '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10',
        id: '11111111-1111-4111-8111-111111111111',
        said: 'what is 80043431',
      }),
    });
    expect([said.status, await said.text()]).toEqual([500, expect.not.stringMatching(/\n\s+at |elsewhere|turn/)]);
    const state = await (await fetch(`${origin}/readyz`)).json();
    expect(state).toMatchObject({ ok: true, storeFault: expect.stringContaining('refused a statement') });
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(metrics).toMatch(/^signpost_store_keeps 0$/m);
    await db.destroy();
    await app.stop();
  }, 60_000);
});
