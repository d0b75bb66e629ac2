/**
 * Three replicas of the whole program on one PostgreSQL database, behind a balancer, with people in Teams, in Slack and at
 * the page: platforms deliver twice and late, people press twice, and a replica dies. SIGNPOST_CONVERSATIONS says with how
 * many conversations; 40 otherwise.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type Measured, startMeasured } from '../../bench/children.ts';
import { openDatabase } from '../../src/store/open.ts';
import type { Tables } from '../../src/store/schema.ts';
import { signingSecret } from '../channels/slack-driver.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { balancer, type City, sideBySide, slackTeam, startCity, type Taken, until } from './city.ts';
import { type Person, personAtPage, personInSlack, personInTeams } from './people.ts';

const conversations = Number(process.env['SIGNPOST_CONVERSATIONS'] ?? 40);
const big = conversations > 1000;
const side = 16;
const token = 'a-token-of-many-letters-42';
const patience = 120_000 + conversations * 200;

let home: string;
let server: PostgresServer;
let url: string;
let city: City;
let replicas: readonly Measured[];

const startReplica = (): Promise<Measured> =>
  startMeasured(new URL('../../bench/signpost.ts', import.meta.url), {
    cwd: home,
    env: {
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: '5',
      BOTH: '1',
      SLACK_BOT_TOKEN: 'xoxb-of-the-tests',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: `${city.url}/api/`,
      SIGNPOST_ADMINS: `teams:29:boss,slack:${slackTeam}:UBOSS`,
      SIGNPOST_API_TOKEN: token,
      SIGNPOST_CHECK_DOMAINS: 'contoso.example',
      SIGNPOST_AUTHORITY: city.url,
    },
  });

/** A turn to run a scheduled task that a replica took: when the task had been due (null for the first), and when it is due again. */
type TakenTurn = { readonly task: string; readonly was: number | null; readonly due: number };

/** Lets the database note every turn that is taken; a test that makes a task due says so with 0. */
const noteTurns = async (): Promise<void> => {
  const { db } = await openDatabase(url);
  await sql`
    CREATE TABLE turn_taken (task text, was bigint, due bigint);
    CREATE FUNCTION note_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO turn_taken VALUES (NEW.name, CASE TG_OP WHEN 'UPDATE' THEN OLD.due END, NEW.due);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_turn AFTER INSERT OR UPDATE OF due ON task
      FOR EACH ROW WHEN (NEW.due > 0) EXECUTE FUNCTION note_turn()`.execute(db);
  await db.destroy();
};

/** The turns taken so far of some tasks. */
const turnsOf =
  (tasks: readonly string[]) =>
  async (db: Kysely<Tables>): Promise<readonly TakenTurn[]> =>
    (await sql<TakenTurn>`SELECT * FROM turn_taken WHERE task IN (${sql.join(tasks)})`.execute(db)).rows;

/** How often each scheduled task is to run, in milliseconds, as a replica tells its operator. */
const intervalsAt = async (origin: string): Promise<ReadonlyMap<string, number>> => {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const lines = metrics.matchAll(/^signpost_task_interval_seconds\{task="([^"]+)"\} (\d+)$/gm);
  return new Map([...lines].map(([, task, seconds]) => [task!, Number(seconds) * 1000]));
};

/** Each replica looks every five seconds which tasks are due. */
const allLookForTasks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 6_000));

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  [server, city] = await Promise.all([startPostgres(), startCity()]);
  url = await server.database();
  await noteTurns();
  replicas = await Promise.all([startReplica(), startReplica(), startReplica()]);
}, 120_000);

afterAll(async () => {
  for (const { child } of replicas ?? []) child.kill('SIGKILL');
  await city?.close();
  await server?.stop();
  rmSync(home, { recursive: true });
});

const channel = (id: string): object => ({ id, conversationType: 'channel', isGroup: true, tenantId: 'contoso' });

/** Two in Teams, two in Slack, and so on; each alone with the bot. */
const personOf = (n: number): Person =>
  n % 4 < 2
    ? personInTeams(city, `person-${n}`, { id: `D${n}`, conversationType: 'personal', tenantId: 'contoso' })
    : personInSlack(`U${n}`, `D${n}`);

/** The newest message of a conversation that holds a text. */
const newest = (conversation: string, text: string): Taken | undefined =>
  city.in(conversation).findLast((one) => one.text.includes(text));

/** How many messages of a kind each conversation got. */
const counted = (of: (one: Taken) => string | undefined): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of city.taken) {
    const key = of(one);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

test(
  'every message is answered once, every ticket is opened once, and every notice is posted once, whichever replica gets what',
  async () => {
    const { deliver, repeat, statuses } = balancer(replicas.map(({ origin }) => origin));
    const inTeams = (where: string) => personInTeams(city, 'boss', channel(where));
    await deliver(inTeams('19:desk').mentions('desk-1', 'use this channel for helpdesk'));
    await deliver(inTeams('19:ops').mentions('ops-1', 'notify here'));
    await deliver(personInSlack('UBOSS', 'COPS').mentions('ops-1', 'notify here'));
    // Every replica has read that by then.
    await new Promise((resolve) => setTimeout(resolve, 6_000));

    const known = new Set<number>();
    const escalates = (n: number): boolean => n % 10 === 3;
    const writesTwice = (n: number): boolean => n % 10 === 5;
    const clicksTwice = (n: number): boolean => n % 10 === 8;
    const isAtPage = (n: number): boolean => n % 10 === 9;
    const pages = new Map<number, readonly string[]>();
    await sideBySide(conversations, side, async (n) => {
      const ann = personOf(n);
      const early = ann.says(`m${n}-0`, 'AADSTS50126');
      const question = ann.says(`m${n}-1`, 'what is 80043431');
      await repeat(question, 3);
      await until(() => city.in(`D${n}`).length > 0, `the answer in D${n}`);
      const first = city.in(`D${n}`)[0]!;
      const press = ann.presses(`m${n}-2`, first, 'next:');
      await Promise.all([
        repeat(press, 2),
        // What was written first arrives last.
        ...(writesTwice(n) ? [deliver(early)] : []),
        // The platforms tell two clicks apart, and so each is answered.
        ...(clicksTwice(n) ? [repeat(ann.presses(`m${n}-click`, first, 'next:'), 2)] : []),
      ]);
      await until(() => newest(`D${n}`, 'Method 2 of') !== undefined, `the second method in D${n}`);
      if (isAtPage(n)) {
        const page = personAtPage(randomUUID());
        const answers = await repeat(page.says(randomUUID(), 'what is 80043431'), 3);
        pages.set(n, [...answers, ...(await repeat(page.says(randomUUID(), 'next method'), 2))]);
      }
      // The first message comes once more, long after, together with a press on a card that is old by now.
      if (!escalates(n)) return void (await Promise.all([deliver(question, 1), deliver(press)]));
      await repeat(ann.sends(`m${n}-3`, first, 'helpdesk'), 2);
      await until(() => newest(`D${n}`, 'ticket:') !== undefined, `the form or what is known already in D${n}`);
      if (!newest(`D${n}`, 'ticket:open')) {
        known.add(n);
        await repeat(ann.sends(`m${n}-new`, newest(`D${n}`, 'ticket:new')!, 'ticket:new'), 2);
      }
      await until(() => newest(`D${n}`, 'ticket:open') !== undefined, `the form in D${n}`);
      const filled = { problem: `Payroll is closed for person ${n}`, affected: 'me' };
      const form = ann.sends(`m${n}-4`, newest(`D${n}`, 'ticket:open')!, 'ticket:open', filled);
      await Promise.all([repeat(form, 3), deliver(question, 1)]);
    });

    const firing = Array.from({ length: 5 }, (_, n) => ({
      key: `k${n}`,
      title: `k${n} is wrong`,
      domains: [`d${n}.example`],
    }));
    await Promise.all(
      [...replicas, ...replicas].flatMap(({ origin }) =>
        firing.map(async (notice) => {
          const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
          const body = JSON.stringify(notice);
          const response = await fetch(`${origin}/api/notices`, { method: 'POST', headers, body });
          expect([response.status, await response.text()]).toEqual([200, '{"accepted":1}']);
        }),
      ),
    );

    const tickets = Array.from({ length: conversations }, (_, n) => n).filter(escalates);
    const posted = (text: RegExp, where: string) =>
      counted((one) => (one.conversation.startsWith(where) ? text.exec(one.text)?.[0] : undefined));
    for (const where of ['19:ops', 'COPS'])
      await until(() => posted(/k\d is wrong/, where).size === 5, `the notices in ${where}`, 30_000);
    await until(
      () => posted(/Payroll is closed for person \d+/, '19:desk').size === tickets.length,
      'the tickets',
      60_000,
    );
    await until(
      () => tickets.every((n) => newest(`D${n}`, 'is open') !== undefined),
      'the word that each ticket is open',
      60_000,
    );
    // Whatever comes twice has had the time to.
    await new Promise((resolve) => setTimeout(resolve, 1_500));

    const once = <T>(list: readonly T[]) => new Map(list.map((key) => [key, 1]));
    const all = Array.from({ length: conversations }, (_, n) => `D${n}`);
    const inChats = (text: string) =>
      counted((one) => (one.conversation.startsWith('D') && one.text.includes(text) ? one.conversation : undefined));
    expect(inChats('Method 2 of')).toEqual(new Map(all.map((key, n) => [key, clicksTwice(n) ? 2 : 1])));
    expect(inChats('ticket:open')).toEqual(once(tickets.map((n) => `D${n}`)));
    // An answer, a method, the form, that it was sent, and the ticket; before the form, perhaps, what is known already.
    const expected = (n: number): number =>
      escalates(n) ? (known.has(n) ? 6 : 5) : writesTwice(n) || clicksTwice(n) ? 3 : 2;
    expect(counted(({ conversation }) => (conversation.startsWith('D') ? conversation : undefined))).toEqual(
      new Map(all.map((key, n) => [key, expected(n)])),
    );
    for (const n of tickets.slice(0, 2)) {
      const bodies = city
        .in(`D${n}`)
        .map(({ body }) => JSON.stringify([body['text'], body['attachments'], body['blocks']]));
      expect(new Set(bodies).size).toBe(bodies.length);
    }
    expect([...pages.keys()].toSorted((a, b) => a - b)).toEqual(all.flatMap((_, n) => (isAtPage(n) ? [n] : [])));
    for (const [one, two, three, next, again] of pages.values()) {
      expect([two, three, again]).toEqual([one, one, next]);
      expect([one, next]).toEqual([expect.stringContaining('Method 1'), expect.stringContaining('Method 2 of')]);
    }
    expect(posted(/Payroll is closed for person \d+/, '19:desk')).toEqual(
      once(tickets.map((n) => `Payroll is closed for person ${n}`)),
    );
    expect(posted(/HD-\d+ \(open\)/, '19:desk').size).toBe(tickets.length);
    for (const where of ['19:ops', 'COPS'])
      expect(posted(/k\d is wrong/, where)).toEqual(once(firing.map(({ title }) => title)));
    expect([...statuses.keys()]).toEqual([200]);
  },
  patience,
);

test('every scheduled task runs once an interval, although three replicas could run it', async () => {
  const every = await intervalsAt(replicas[0]!.origin);
  const checks = [...every.keys()].filter((name) => name.startsWith('check/'));
  const { db } = await openDatabase(url);
  const turns = turnsOf(checks);
  const ran = async (): Promise<boolean> => city.asked.length === (await turns(db)).length;
  await until(ran, 'a run for each turn', 30_000);
  for (let interval = 0; interval < (big ? 3 : 1); interval++) {
    const before = await db.transaction().execute(async (tx) => {
      await tx.updateTable('task').set({ due: 0 }).where('name', 'in', checks).execute();
      return (await turns(tx)).map(({ task }) => task);
    });
    await until(async () => (await turns(db)).length >= before.length + checks.length, 'the next turns');
    await allLookForTasks();
    expect((await turns(db)).map(({ task }) => task).toSorted()).toEqual([...before, ...checks].toSorted());
    await until(ran, 'a run for each turn');
  }
  // A run asks once, so that what was asked more often than a turn was taken is a run too many.
  expect(new Set(city.asked).size).toBe(1);
  const all = await turnsOf([...every.keys()])(db);
  expect(new Set(all.map(({ task }) => task))).toEqual(new Set(every.keys()));
  expect(all.filter(({ task, was, due }) => was !== null && was > due - every.get(task)!)).toEqual([]);
  await db.destroy();
}, 120_000);

test('what a replica had accepted when it was killed is posted by another, and deliveries go on', async () => {
  const [one, two, three] = replicas as readonly [Measured, Measured, Measured];
  const late = Array.from({ length: big ? 50 : 6 }, (_, n) => conversations + n);
  const names = late.map((n) => `D${n}`);
  for (const name of names) city.hold(name);
  const questions = late.map((n) => personOf(n).says(`late-${n}`, 'what is 80043431'));
  const doomed = balancer([three.origin]);
  const hanging = questions.map((question) => doomed.deliver(question).catch(() => ''));
  await until(() => city.holding() === names.length, 'the messages that hang');
  three.child.kill('SIGKILL');
  city.release();
  await Promise.race([Promise.all(hanging), new Promise((resolve) => setTimeout(resolve, 10))]);
  const { db } = await openDatabase(url);
  const left = await db.selectFrom('job').select('key').where('state', '=', 'waiting').execute();

  const { deliver } = balancer([three.origin, one.origin, two.origin]);
  await sideBySide(late.length, side, async (n) => {
    await deliver(questions[n]!, 1);
    await deliver(personOf(late[n]!).says(`after-${n}`, 'next method'));
  });
  if (!big) {
    // The small run does not wait for the 30 seconds that the lease of a reply lasts; what the others hold stays theirs.
    const keys = left.map(({ key }) => key);
    await db.updateTable('job').set({ due: 0 }).where('state', '=', 'waiting').where('key', 'in', keys).execute();
  }
  await db.destroy();
  const answers = (text: string) =>
    names.map((name) => city.in(name).filter((taken) => taken.text.includes(text)).length);
  await until(() => answers('Method 1').every((count) => count > 0), 'the answers of the killed replica', 60_000);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(answers('Method 1')).toEqual(names.map(() => 1));
  expect(answers('Method 2 of')).toEqual(names.map(() => 1));
}, 180_000);
