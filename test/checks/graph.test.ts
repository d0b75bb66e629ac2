import { afterEach, expect, test } from '@jest/globals';
import { readTrust, readTrusts, rootFor } from '../../src/checks/entra.ts';
import { type Graph, type GraphSettings, graphOf } from '../../src/checks/graph.ts';
import { type CheckError, type CheckErrorKind } from '../../src/model/errors.ts';
import { issue } from './certificates.ts';
import { clockAt, configuration, graphServer, type Handler, tokenOf } from './farm.ts';

const needs = { permission: 'Domain.Read.All' };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const serve = async (
  answers: Readonly<Record<string, unknown>>,
  over: Partial<GraphSettings> = {},
): Promise<{ graph: Graph; server: Awaited<ReturnType<typeof graphServer>>; clock: ReturnType<typeof clockAt> }> => {
  const server = await graphServer(answers);
  open.push(server);
  const clock = clockAt(1_000_000);
  return { server, clock, graph: graphOf({ root: server.root, credential: tokenOf('t0ken'), clock, ...over }) };
};

const failure = async (work: Promise<unknown>): Promise<CheckError> => {
  try {
    await work;
  } catch (error) {
    return error as CheckError;
  }
  throw new Error('it succeeded');
};

const status =
  (code: number, body = '{}', headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(code, headers);
    response.end(body);
  };

test('every page is read, with the token, by following the link as it came', async () => {
  const page = (request: { url?: string }, response: { end(body: string): void }): void => {
    const more = !request.url?.includes('skiptoken');
    response.end(
      JSON.stringify({
        value: [{ id: more ? 1 : 2 }],
        ...(more ? { '@odata.nextLink': `${server.root}/v1.0/domains?$skiptoken=a%20b` } : {}),
      }),
    );
  };
  const { graph, server } = await serve({ '/v1.0/domains': page });
  expect(await graph.list('/v1.0/domains', needs)).toEqual({ items: [{ id: 1 }, { id: 2 }], truncated: false });
  expect(server.asked).toEqual(['/v1.0/domains', '/v1.0/domains?$skiptoken=a b']);
  expect([...server.tokens]).toEqual(['Bearer t0ken']);
});

test('a link to another server is not followed, so the token stays here', async () => {
  const other = await graphServer({});
  open.push(other);
  const { graph } = await serve({ '/v1.0/domains': { value: [], '@odata.nextLink': `${other.root}/v1.0/domains` } });
  expect((await failure(graph.list('/v1.0/domains', needs))).message).toContain('next page');
  expect(other.asked).toEqual([]);
});

test('a redirect is not followed', async () => {
  const other = await graphServer({ '/x': {} });
  open.push(other);
  const { graph } = await serve({ '/v1.0/a': status(302, '', { location: `${other.root}/x` }) }, { tries: 1 });
  expect((await failure(graph.get('/v1.0/a', needs))).kind).toBe('unreachable');
  expect(other.asked).toEqual([]);
});

test('reading stops after the pages that were allowed and says so', async () => {
  let count = 0;
  const { graph, server } = await serve({
    '/v1.0/a': (_q: unknown, response: { end(body: string): void }) =>
      response.end(JSON.stringify({ value: [1], '@odata.nextLink': `${server.root}/v1.0/a?p=${++count}` })),
  });
  expect(await graph.list('/v1.0/a', needs, 3)).toEqual({ items: [1, 1, 1], truncated: true });
});

test('a fractional Retry-After is obeyed', async () => {
  let count = 0;
  const { graph, clock } = await serve({
    '/v1.0/a': (q: never, response: never) =>
      (++count === 1 ? status(429, '{}', { 'retry-after': '2.128' }) : status(200, '{"a":1}'))(q, response),
  });
  expect(await graph.get('/v1.0/a', needs)).toEqual({ a: 1 });
  expect(clock.waited).toEqual([2_128]);
});

test('without Retry-After the waits double, and after four tries it gives up', async () => {
  const { graph, clock, server } = await serve({ '/v1.0/a': status(503) });
  const error = await failure(graph.get('/v1.0/a', needs));
  expect([error.kind, error.retry]).toEqual(['unavailable', true]);
  expect(clock.waited).toEqual([1_000, 2_000, 4_000]);
  expect(server.asked).toHaveLength(4);
});

test('a wait longer than allowed is left to the next run', async () => {
  const { graph, clock } = await serve({ '/v1.0/a': status(429, '{}', { 'retry-after': '3600' }) });
  expect((await failure(graph.get('/v1.0/a', needs))).kind).toBe('throttled');
  expect(clock.waited).toEqual([]);
});

test('requests keep the pace', async () => {
  const { graph, clock } = await serve({ '/v1.0/a': { a: 1 } }, { pace: 2_100 });
  for (let i = 0; i < 3; i++) await graph.get('/v1.0/a', needs);
  expect(clock.waited).toEqual([2_100, 2_100]);
});

test.each<[number, string, CheckErrorKind, RegExp]>([
  [401, '{}', 'not signed in', /SIGNPOST_CLOUD/],
  [403, '{"error":{"code":"Authorization_RequestDenied"}}', 'not permitted', /lacks Domain\.Read\.All.*admin consent/],
  [403, '{"error":{"code":"Authentication_RequestFromNonPremiumTenantOrB2CTenant"}}', 'not licensed', /P1/],
  [404, '{}', 'not found', /no \/v1\.0\/a/],
  [501, '{}', 'not in this cloud', /does not offer/],
  [400, '{"error":{"code":"BadRequest","message":"secret words"}}', 'refused', /400 \(BadRequest\)/],
])('status %i %s is "%s"', async (code, body, kind, says) => {
  const { graph, server } = await serve({ '/v1.0/a': status(code, body) });
  const error = await failure(graph.get('/v1.0/a', { ...needs, licence: 'a P1 licence' }));
  expect(error.kind).toBe(kind);
  expect(error.message).toMatch(says);
  expect(error.message).not.toMatch(/secret words|t0ken/);
  expect(server.asked).toHaveLength(1);
});

test('a server that says nothing is given up in time', async () => {
  const { graph } = await serve({ '/v1.0/a': () => undefined }, { timeout: 150, tries: 1 });
  expect((await failure(graph.get('/v1.0/a', needs))).kind).toBe('timed out');
});

test('a body that never ends is given up in time, one that is too long at the cap', async () => {
  const { graph } = await serve(
    {
      '/v1.0/slow': (_q: unknown, response: { write(text: string): void }) => response.write('{"value":['),
      '/v1.0/long': status(200, `{"value":"${'x'.repeat(200_000)}"}`),
    },
    { timeout: 150, tries: 1, maxBytes: 100_000 },
  );
  expect((await failure(graph.get('/v1.0/slow', needs))).kind).toBe('timed out');
  expect((await failure(graph.get('/v1.0/long', needs))).kind).toBe('too large');
});

test('an answer that is no JSON, or no list, is named', async () => {
  const { graph } = await serve({ '/v1.0/a': status(200, '<html>'), '/v1.0/b': { value: 'x' } });
  expect((await failure(graph.get('/v1.0/a', needs))).kind).toBe('malformed');
  expect((await failure(graph.list('/v1.0/b', needs))).kind).toBe('malformed');
});

test('a Graph that is not there is named with its address', async () => {
  const graph = graphOf({ root: 'http://127.0.0.1:1', credential: tokenOf('t'), tries: 1 });
  const error = await failure(graph.get('/v1.0/a', needs));
  expect([error.kind, error.message]).toEqual(['unreachable', expect.stringContaining('127.0.0.1:1')]);
});

test('federated domains are told by their root, managed ones are left out', async () => {
  const cert = issue({ name: 'ADFS Signing' });
  const { graph } = await serve({
    '/v1.0/domains': {
      value: [
        { id: 'contoso.com', authenticationType: 'Federated', isRoot: true, isVerified: true },
        { id: 'EU.contoso.com', authenticationType: 'Federated', isRoot: false, isVerified: true },
        { id: 'fabrikam.com', authenticationType: 'Federated', isRoot: true, isVerified: true },
        { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isRoot: true, isVerified: true },
        { id: 'not a domain', authenticationType: 'Federated', isRoot: true, isVerified: true },
        null,
      ],
    },
    '/v1.0/domains/contoso.com/federationConfiguration': {
      value: [
        configuration('sts.contoso.com', { signingCertificate: ` ${cert.base64}\n`, nextSigningCertificate: null }),
      ],
    },
  });
  const trusts = await readTrusts(graph);
  expect(trusts.map(({ domain, subdomains }) => [domain, subdomains])).toEqual([
    ['contoso.com', ['eu.contoso.com']],
    ['fabrikam.com', []],
  ]);
  expect(trusts[0]!.signing?.fingerprint256).toBe(cert.certificate.fingerprint256);
  expect(trusts[0]!.next).toBeUndefined();
  expect(trusts[1]!.issuerUri).toBeUndefined();
});

test('a certificate that cannot be read is told apart from none', async () => {
  const { graph } = await serve({
    '/v1.0/domains/a.com/federationConfiguration': {
      value: [configuration('sts.a.com', { signingCertificate: 'MIIE...' })],
    },
  });
  expect(await readTrust(graph, 'a.com')).toMatchObject({ unreadable: true });
  expect(await readTrust(graph, 'managed.com')).toBeUndefined();
});

test('the nearest root is the one that counts', () => {
  expect(rootFor('a.eu.contoso.com', ['contoso.com', 'eu.contoso.com'])).toBe('eu.contoso.com');
  expect(rootFor('notcontoso.com', ['contoso.com'])).toBeUndefined();
});
