import { afterEach, expect, test } from '@jest/globals';
import { graphOf } from '../../src/checks/graph.ts';
import {
  interrupts,
  type SignInResult,
  type SignInState,
  signInRules,
  watchSignIns,
} from '../../src/checks/signins.ts';
import type { Finding } from '../../src/model/finding.ts';
import { clockAt, graphServer, type Handler, tokenOf } from './farm.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 25, 8);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

type Row = { readonly id: string; readonly at: number; readonly code: number; readonly user: string };

/** A Graph whose log can be written to; it answers as the real one does: by the filter, newest first, a page at a time. */
const log = async (
  pageSize = 1_000,
): Promise<{
  rows: Row[];
  asked: readonly string[];
  run(state: SignInState, now: number): Promise<SignInResult>;
  fail(handler: Handler | undefined): void;
}> => {
  const rows: Row[] = [];
  let failing: Handler | undefined;
  const answer: Handler = (request, response) => {
    if (failing) return failing(request, response);
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    const from = Date.parse(/^createdDateTime ge (\S+)$/.exec(query.get('$filter') ?? '')![1]!);
    const skip = Number(query.get('$skiptoken') ?? 0);
    const found = rows.filter(({ at }) => at >= from).toSorted((a, b) => b.at - a.at);
    const next = new URL(request.url ?? '', server.root);
    next.searchParams.set('$skiptoken', String(skip + pageSize));
    response.end(
      JSON.stringify({
        value: found.slice(skip, skip + pageSize).map(({ id, at, code, user }) => ({
          id,
          createdDateTime: new Date(at).toISOString(),
          userPrincipalName: user,
          userId: user,
          status: { errorCode: code, failureReason: 'words' },
        })),
        ...(found.length > skip + pageSize ? { '@odata.nextLink': next.href } : {}),
      }),
    );
  };
  const server = await graphServer({ '/v1.0/auditLogs/signIns': answer });
  open.push(server);
  return {
    rows,
    asked: server.asked,
    fail: (handler) => {
      failing = handler;
    },
    run: (state, now) =>
      watchSignIns(graphOf({ root: server.root, credential: tokenOf('t'), clock: clockAt(now) }), state, now),
  };
};

let count = 0;
const add = (rows: Row[], code: number, at: number, many: number, domain = 'contoso.com', people = many): void => {
  for (let i = 0; i < many; i++)
    rows.push({ id: `e${++count}`, at: at - i * 1_000, code, user: `p${i % people}@${domain}` });
};
const firing = ({ findings }: SignInResult): readonly Finding[] => findings.filter(({ state }) => state === 'firing');

/** Runs every five minutes; `each` writes what happened in between. */
const runs = async (
  source: Awaited<ReturnType<typeof log>>,
  times: number,
  state: SignInState,
  from: number,
  each: (at: number) => void,
): Promise<SignInResult> => {
  let last: SignInResult = { findings: [], state };
  for (let i = 0; i < times; i++) {
    const at = from + i * 5 * minute;
    each(at);
    last = await source.run(JSON.parse(JSON.stringify(last.state)) as SignInState, at);
  }
  return last;
};

test('a handful of broken federation tokens fires at once, with a count of people and no names', async () => {
  const source = await log();
  add(source.rows, 50008, start - minute, 6, 'contoso.com', 4);
  const result = await source.run({}, start);
  expect(firing(result)).toHaveLength(1);
  const [finding] = firing(result);
  expect(finding).toMatchObject({
    key: 'sign-ins/50008',
    severity: 'critical',
    domains: ['contoso.com'],
    codes: ['50008'],
  });
  expect(finding!.affected).toBe('4 people of contoso.com');
  expect(JSON.stringify(result)).not.toMatch(/p\d@|words/);
});

test('an outage that was there from the first run keeps firing until it ends', async () => {
  const source = await log();
  const during = await runs(source, 8, {}, start, (at) => add(source.rows, 5000811, at - minute, 5));
  expect(firing(during).map(({ key }) => key)).toEqual(['sign-ins/5000811']);
  const after = await runs(source, 8, during.state, start + 40 * minute, () => undefined);
  expect(firing(after)).toEqual([]);
});

test('wrong passwords at their usual rate do not fire; four times as many do, and clear', async () => {
  const source = await log();
  const usual = await runs(source, 30, {}, start, (at) => add(source.rows, 50126, at - minute, 5));
  expect(firing(usual)).toEqual([]);
  expect(usual.state.usual?.['50126']).toBeCloseTo(5, 0);
  const spike = await runs(source, 3, usual.state, start + 150 * minute, (at) =>
    add(source.rows, 50126, at - minute, 60),
  );
  expect(firing(spike)[0]).toMatchObject({ key: 'sign-ins/50126', severity: 'warning' });
  const calm = await runs(source, 9, spike.state, start + 165 * minute, (at) =>
    add(source.rows, 50126, at - minute, 5),
  );
  expect(firing(calm)).toEqual([]);
});

test('the clearing run says that it is well again', async () => {
  const source = await log();
  add(source.rows, 50008, start - minute, 10);
  const first = await source.run({}, start);
  const cleared = await source.run(first.state, start + 40 * minute);
  expect(cleared.findings.find(({ key }) => key === 'sign-ins/50008')).toMatchObject({ state: 'ok' });
});

test('overlapping windows count each event once', async () => {
  const source = await log();
  add(source.rows, 50126, start - minute, 12);
  const first = await source.run({}, start);
  const second = await source.run(first.state, start + 5 * minute);
  expect(first.state.usual?.['50126']).toBeCloseTo(2, 5);
  expect(second.state.usual!['50126']).toBeLessThan(2);
});

test('steps of a normal sign-in are not failures, and each has its reason', async () => {
  const source = await log();
  for (const code of Object.keys(interrupts)) add(source.rows, Number(code), start - minute, 30);
  const result = await runs(source, 13, {}, start, () => undefined);
  expect(firing(result)).toEqual([]);
  for (const code of [0, 50140, 50058, 16000, 81012, 50199, 50201, 50125, 50127, 50129])
    expect(interrupts[code]!.length).toBeGreaterThan(5);
});

test('all pages are read, by the documented filter alone', async () => {
  const source = await log(10);
  add(source.rows, 50107, start - minute, 25);
  const result = await source.run({}, start);
  expect(result.findings.find(({ key }) => key === 'sign-ins/50107')!.title).toContain('25 sign-ins');
  expect(source.asked).toHaveLength(3);
  expect(source.asked[0]).toBe('/v1.0/auditLogs/signIns?$filter=createdDateTime ge 2026-11-25T07:30:00Z&$top=1000');
});

test('a domain of one or two people is not named', async () => {
  const source = await log();
  add(source.rows, 50008, start - minute, 8, 'jane-doe.example', 1);
  expect(firing(await source.run({}, start))[0]).toMatchObject({ domains: [], affected: '1 person' });
});

test('without a licence it is said once a day and not asked again meanwhile', async () => {
  const source = await log();
  source.fail((_q, response) => {
    response.writeHead(403);
    response.end('{"error":{"code":"Authentication_RequestFromNonPremiumTenantOrB2CTenant"}}');
  });
  const first = await source.run({}, start);
  expect(first.findings).toEqual([
    expect.objectContaining({
      key: 'sign-ins/source',
      state: 'unknown',
      evidence: expect.stringContaining('P1 or P2'),
    }),
  ]);
  const second = await source.run(first.state, start + 5 * minute);
  expect(second.findings[0]!.evidence).toContain('P1 or P2');
  expect(source.asked).toHaveLength(1);
  source.fail(undefined);
  const later = await source.run(second.state, start + signInRules.closed + minute);
  expect(later.findings[0]).toMatchObject({ key: 'sign-ins/source', state: 'ok' });
  expect(later.state.closedUntil).toBeUndefined();
});

test.each([404, 501])('status %i means that this cloud has no such log', async (status) => {
  const source = await log();
  source.fail((_q, response) => {
    response.writeHead(status);
    response.end('{}');
  });
  expect((await source.run({}, start)).findings[0]!.evidence).toContain('cloud');
});

test('while the log cannot be read, what was firing is unknown, not well', async () => {
  const source = await log();
  add(source.rows, 50008, start - minute, 10);
  const first = await source.run({}, start);
  source.fail((_q, response) => {
    response.writeHead(400);
    response.end('{}');
  });
  const second = await source.run(first.state, start + 5 * minute);
  expect(second.findings.map(({ key, state }) => [key, state])).toEqual([
    ['sign-ins/source', 'unknown'],
    ['sign-ins/50008', 'unknown'],
  ]);
  expect(second.state.firing).toEqual(['50008']);
});

test('records that are none are left out', async () => {
  const source = await log();
  source.fail(
    (_q, response) =>
      void response.end(
        JSON.stringify({
          value: [
            null,
            1,
            {},
            { id: 'a', createdDateTime: 'x', status: { errorCode: 50008 } },
            { id: 'b', createdDateTime: new Date(start).toISOString(), status: { errorCode: '__proto__' } },
          ],
        }),
      ),
  );
  expect(firing(await source.run({}, start))).toEqual([]);
});
