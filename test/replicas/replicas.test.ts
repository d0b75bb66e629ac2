/**
 * Three replicas of the whole program on one PostgreSQL database, behind a balancer: platforms deliver twice, people press
 * twice, and a replica dies. SIGNPOST_CONVERSATIONS says with how many conversations; 40 otherwise.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Measured, startMeasured } from '../../bench/children.ts';
import { openDatabase } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { balancer, buttonIn, type City, personIn, sideBySide, startCity, type Taken, until } from './city.ts';

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
  startMeasured(new URL('../../src/main.ts', import.meta.url), {
    cwd: home,
    env: {
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: '5',
      SIGNPOST_ADMINS: 'teams:29:boss',
      SIGNPOST_API_TOKEN: token,
      SIGNPOST_CHECK_DOMAINS: 'contoso.example',
      SIGNPOST_AUTHORITY: city.url,
    },
  });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  [server, city] = await Promise.all([startPostgres(), startCity()]);
  url = await server.database();
  replicas = await Promise.all([startReplica(), startReplica(), startReplica()]);
}, 120_000);

afterAll(async () => {
  for (const { child } of replicas ?? []) child.kill('SIGKILL');
  await city?.close();
  await server?.stop();
  rmSync(home, { recursive: true });
});

const personal = (n: number): object => ({ id: `D${n}`, conversationType: 'personal', tenantId: 'contoso' });
const channel = (id: string): object => ({ id, conversationType: 'channel', isGroup: true, tenantId: 'contoso' });

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
    const boss = { desk: personIn(city, 'boss', channel('19:desk')), ops: personIn(city, 'boss', channel('19:ops')) };
    await deliver(boss.desk.mentions('desk-1', 'use this channel for helpdesk'));
    await deliver(boss.ops.mentions('ops-1', 'notify here'));
    // Every replica has read that by then.
    await new Promise((resolve) => setTimeout(resolve, 6_000));

    const known = new Set<number>();
    const escalates = (n: number): boolean => n % 10 === 3;
    await sideBySide(conversations, side, async (n) => {
      const ann = personIn(city, `person-${n}`, personal(n));
      const question = ann.says(`m${n}-1`, 'what is 80043431');
      await repeat(question, 3);
      await until(() => city.in(`D${n}`).length > 0, `the answer in D${n}`);
      const next = buttonIn(city.in(`D${n}`)[0]!, 'next:');
      await repeat(ann.presses(`m${n}-2`, next), 2);
      await until(() => newest(`D${n}`, 'Method 2 of') !== undefined, `the second method in D${n}`);
      // The first message comes once more, long after, together with a press on a card that is old by now.
      const old = buttonIn(city.in(`D${n}`)[0]!, 'helpdesk');
      if (!escalates(n)) return void (await Promise.all([deliver(question), deliver(ann.presses(`m${n}-2`, next))]));
      await repeat(ann.sends(`m${n}-3`, old), 2);
      await until(() => newest(`D${n}`, 'ticket:') !== undefined, `the form or what is known already in D${n}`);
      if (!newest(`D${n}`, 'ticket:open')) {
        known.add(n);
        await repeat(ann.sends(`m${n}-new`, buttonIn(newest(`D${n}`, 'ticket:new')!, 'ticket:new')), 2);
      }
      await until(() => newest(`D${n}`, 'ticket:open') !== undefined, `the form in D${n}`);
      const form = buttonIn(newest(`D${n}`, 'ticket:open')!, 'ticket:open');
      const filled = { ...form, field_problem: `Payroll is closed for person ${n}`, field_affected: 'me' };
      await Promise.all([repeat(ann.sends(`m${n}-4`, filled), 3), deliver(question)]);
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
    await until(() => posted(/k\d is wrong/, '19:ops').size === 5, 'the notices', 30_000);
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
    expect(inChats('Method 2 of')).toEqual(once(all));
    expect(inChats('ticket:open')).toEqual(once(tickets.map((n) => `D${n}`)));
    // An answer, a method, the form, that it was sent, and the ticket; before the form, perhaps, what is known already.
    const expected = (n: number): number => (escalates(n) ? (known.has(n) ? 6 : 5) : 2);
    expect(counted(({ conversation }) => (conversation.startsWith('D') ? conversation : undefined))).toEqual(
      new Map(all.map((key, n) => [key, expected(n)])),
    );
    const bodies = city.in(`D${tickets[0]}`).map(({ body }) => JSON.stringify([body['text'], body['attachments']]));
    expect(new Set(bodies).size).toBe(bodies.length);
    expect(posted(/Payroll is closed for person \d+/, '19:desk')).toEqual(
      once(tickets.map((n) => `Payroll is closed for person ${n}`)),
    );
    expect(posted(/HD-\d+ \(open\)/, '19:desk').size).toBe(tickets.length);
    expect(posted(/k\d is wrong/, '19:ops')).toEqual(once(firing.map(({ title }) => title)));
    expect([...statuses.keys()]).toEqual([200]);
  },
  patience,
);

test('a scheduled check runs once, although three replicas could run it', async () => {
  await until(() => city.asked.length > 0, 'the check', 30_000);
  const counts = new Map<string, number>();
  for (const path of city.asked) counts.set(path, (counts.get(path) ?? 0) + 1);
  // One run asks about a domain twice.
  expect([...counts.values()]).toEqual([2]);
}, 40_000);

test('what a replica had accepted when it was killed is posted by another, and deliveries go on', async () => {
  const [one, two, three] = replicas as readonly [Measured, Measured, Measured];
  const names = Array.from({ length: big ? 50 : 5 }, (_, n) => `D${conversations + n}`);
  for (const name of names) city.hold(name);
  const hanging = names.map((_, n) => {
    const person = personIn(city, `late-${n}`, personal(conversations + n));
    return balancer([three.origin, one.origin, two.origin].slice(0, 1))
      .deliver(person.says(`late-${n}`, 'what is 80043431'))
      .catch(() => 0);
  });
  await until(() => city.holding() === names.length, 'the messages that hang');
  three.child.kill('SIGKILL');
  city.release();
  await Promise.race([Promise.all(hanging), new Promise((resolve) => setTimeout(resolve, 10))]);

  const { deliver } = balancer([three.origin, one.origin, two.origin]);
  await sideBySide(names.length, side, async (n) => {
    const person = personIn(city, `late-${n}`, personal(conversations + n));
    await deliver(person.says(`late-${n}`, 'what is 80043431'));
    await deliver(person.says(`after-${n}`, 'next method'));
  });
  if (!big) {
    // The small run does not wait for the 30 seconds that the lease of a reply lasts.
    const { db } = await openDatabase(url);
    await db.updateTable('job').set({ due: 0 }).where('state', '=', 'waiting').execute();
    await db.destroy();
  }
  const answers = (text: string) =>
    names.map((name) => city.in(name).filter((taken) => taken.text.includes(text)).length);
  await until(() => answers('Method 1').every((count) => count > 0), 'the answers of the killed replica', 60_000);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(answers('Method 1')).toEqual(names.map(() => 1));
  expect(answers('Method 2 of')).toEqual(names.map(() => 1));
}, 180_000);
