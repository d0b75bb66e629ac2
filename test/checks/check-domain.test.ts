/** The command as it is typed, against a sign-in of Entra, a Graph and an AD FS on loopback, through the real credential. */
import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checksWith } from '../../src/checks/index.ts';
import { graphOf } from '../../src/checks/graph.ts';
import { reportLines, statusOf } from '../../src/checks/report.ts';
import { readCheckSettings } from '../../src/checks/settings.ts';
import { readConfig } from '../../src/config.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readerOf } from '../../src/reading.ts';
import { type Issued, issue } from './certificates.ts';
import { configuration, farmPages, graphServer, metadataXml, netOf, type Running, tlsServer, tokenOf } from './farm.ts';

const day = 86_400_000;
const guid = '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11';
const host = 'sts.contoso.com';
const ca = issue({ name: 'Test Root', ca: true });
const old = issue({ name: `ADFS Signing - ${host}`, from: Date.now() - 350 * day, to: Date.now() + 15 * day });
const next = issue({ name: `ADFS Signing - ${host}`, from: Date.now() - 5 * day, to: Date.now() + 360 * day });
const leaf = issue({ name: host, for: [host], by: ca, to: Date.now() + 200 * day });

const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
const running: { close(): Promise<void> }[] = [];
const keep = async <T extends { close(): Promise<void> }>(server: Promise<T>): Promise<T> => {
  const one = await server;
  running.push(one);
  return one;
};

const domainsAnswer = {
  value: [
    { id: 'contoso.com', authenticationType: 'Federated', isRoot: true, isVerified: true },
    { id: 'eu.contoso.com', authenticationType: 'Federated', isRoot: false, isVerified: true },
    { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isRoot: true, isVerified: true },
  ],
};
const graphWith = (
  signing: Issued,
  over: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  '/v1.0/domains': domainsAnswer,
  '/v1.0/domains/contoso.com/federationConfiguration': {
    value: [configuration(host, { signingCertificate: signing.base64, ...over })],
  },
  '/v1.0/auditLogs/signIns': { value: [] },
});

/** What was sent for tokens. */
const posted: string[] = [];

/** The sign-in of Entra: discovery, tokens, and the public page about domains. */
const authorityPages = (
  request: IncomingMessage,
  response: { end(text: string): void; writeHead(s: number): void },
  port: number,
  refuse: boolean,
): void => {
  const origin = `https://localhost:${port}/${guid}`;
  const path = (request.url ?? '').split('?')[0]!;
  if (path.endsWith('/openid-configuration'))
    return response.end(
      JSON.stringify({
        issuer: `${origin}/v2.0`,
        token_endpoint: `${origin}/oauth2/v2.0/token`,
        authorization_endpoint: `${origin}/oauth2/v2.0/authorize`,
        jwks_uri: `${origin}/keys`,
      }),
    );
  if (path.endsWith('/token')) {
    request.on('data', (text) => posted.push(String(text)));
    if (refuse) {
      response.writeHead(401);
      return response.end(
        JSON.stringify({
          error: 'invalid_client',
          error_description: 'AADSTS7000222: The provided client secret keys are expired.',
          error_codes: [7000222],
        }),
      );
    }
    return response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: 'loopback-token' }));
  }
  if (path === '/getuserrealm.srf')
    return response.end(
      JSON.stringify({
        NameSpaceType: request.url?.includes('contoso.com') ? 'Federated' : 'Managed',
        AuthURL: `https://${host}/adfs/ls/?x=1`,
      }),
    );
  response.writeHead(404);
  response.end('{}');
};

const before = getCACertificates('default');
let farm: Running;
let authority: Running;
let refusing: Running;
beforeAll(async () => {
  const localhost = issue({ name: 'localhost', for: ['localhost'], by: ca });
  writeFileSync(join(folder, 'root.pem'), ca.pem);
  setDefaultCACertificates([...before, ca.pem]);
  farm = await keep(
    tlsServer({ leaf, above: [ca], sni: host }, farmPages(metadataXml({ host, signing: [next.base64, old.base64] }))),
  );
  authority = await keep(tlsServer({ leaf: localhost }, (q, r) => authorityPages(q, r, authority.port, false)));
  refusing = await keep(tlsServer({ leaf: localhost }, (q, r) => authorityPages(q, r, refusing.port, true)));
});
afterAll(async () => {
  setDefaultCACertificates(before);
  for (const one of running) await one.close();
  rmSync(folder, { recursive: true });
});

const type = (
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [new URL('../../src/cli.ts', import.meta.url).pathname, ...words], {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_EXTRA_CA_CERTS: join(folder, 'root.pem'),
        NODE_NO_WARNINGS: '1',
        ...env,
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += String(text)));
    child.stderr.on('data', (text) => (err += String(text)));
    child.once('exit', (code) => done({ code: code ?? -1, out, err }));
  });

/** The same within this process, which trusts the test root as well: no start of Node for each. */
const here = async (domain: string, env: Readonly<Record<string, string>>): Promise<{ code: number; out: string }> => {
  const report = await checksWith(readConfig(env).checks).checkDomain(domain);
  return { code: statusOf(report), out: reportLines(report, Date.now()).join('\n') };
};

const atFarm = (): Record<string, string> => ({
  SIGNPOST_ADFS_HOST: `contoso.com=${host}:${farm.port}@127.0.0.1`,
  SIGNPOST_CHECK_PRIVATE: 'allow',
});
const way = (root: string, from: Running): Record<string, string> => ({
  GRAPH_TENANT_ID: guid,
  GRAPH_CLIENT_ID: guid,
  GRAPH_CLIENT_SECRET: 'a-secret',
  SIGNPOST_GRAPH_ROOT: root,
  SIGNPOST_AUTHORITY: `https://localhost:${from.port}`,
  ...atFarm(),
});

test('an outage is told with the proof, the codes and the command, and the status is 1', async () => {
  const graph = await keep(graphServer(graphWith(old)));
  const { code, out, err } = await type(['check-domain', 'eu.contoso.com'], way(graph.root, authority));
  expect(err).toContain('Reading the federated domains from Microsoft Graph');
  expect(out).toContain('eu.contoso.com is federated (by the trust of contoso.com)');
  expect(out).toMatch(/CRITICAL {2}AD FS signs for contoso\.com with a certificate that Entra does not know/);
  expect(out).toContain(next.certificate.fingerprint.replaceAll(':', ''));
  expect(out).toContain("Update-MgDomainFederationConfiguration -DomainId 'contoso.com'");
  expect(out).toMatch(/Signing certificate\s+DIFFERS/);
  expect(out).not.toMatch(/a-secret|loopback-token/);
  expect([...graph.tokens]).toEqual(['Bearer loopback-token']);
  expect(code).toBe(1);
}, 20_000);

test('once Entra knows the certificate all is well, and the status is 0', async () => {
  const graph = await keep(graphServer(graphWith(next)));
  const { code, out } = await type(['check-domain', 'contoso.com', '--json'], way(graph.root, authority));
  const report = JSON.parse(out) as { findings: Finding[]; comparison: { rows: { verdict: string }[] } };
  expect(report.findings.filter(({ state }) => state === 'firing')).toEqual([]);
  expect(report.comparison.rows.every(({ verdict }) => verdict === 'match')).toBe(true);
  expect(code).toBe(0);
}, 20_000);

test('without Graph it checks what needs none, and says how to allow the rest', async () => {
  const env = { SIGNPOST_AUTHORITY: `https://localhost:${authority.port}`, ...atFarm() };
  const { code, out } = await type(['check-domain', 'contoso.com'], env);
  expect(out).toContain('Nothing is wrong with what could be checked.');
  expect(out).toMatch(/name fits, chain trusted/);
  expect(out).toContain('Not checked');
  expect(out).toContain('GRAPH_TENANT_ID');
  expect(code).toBe(0);
}, 20_000);

test('where nothing could be visited it says so, and the status is 2', async () => {
  const env = {
    SIGNPOST_AUTHORITY: `https://localhost:${authority.port}`,
    SIGNPOST_ADFS_HOST: `contoso.com=${host}:9@127.0.0.1`,
    SIGNPOST_CHECK_PRIVATE: 'allow',
  };
  const report = await checksWith(readConfig(env).checks).checkDomain('contoso.com');
  const seen = { ...report, findings: report.findings.filter(({ state }) => state !== 'firing') };
  expect(seen.findings.map(({ key }) => key)).toContain(`endpoint/${host}/dns`);
  expect(statusOf(seen)).toBe(2);
  expect(reportLines(seen, Date.now()).join('\n')).toContain('Nothing could be checked.');
}, 20_000);

test('a secret that has expired is said to have expired', async () => {
  const graph = await keep(graphServer(graphWith(next)));
  const { out } = await here('contoso.com', way(graph.root, refusing));
  expect(out.replaceAll(/\s+/g, ' ')).toContain('the client secret has expired (AADSTS7000222)');
  expect(out).not.toContain('a-secret');
}, 20_000);

describe('each kind of credential brings a token', () => {
  const asked = (): string => posted.splice(0).join('&');
  const run = async (env: Readonly<Record<string, string>>) => {
    const graph = await keep(graphServer(graphWith(next)));
    const { GRAPH_CLIENT_SECRET: _, ...rest } = way(graph.root, authority);
    const { code, out } = await here('contoso.com', { ...rest, ...env });
    return { code, tokens: [...graph.tokens], said: out };
  };
  const good = { code: 0, tokens: ['Bearer loopback-token'] };

  test('a certificate signs an assertion, and its key goes nowhere', async () => {
    asked();
    const own = issue({ name: 'signpost', by: ca, rsa: true });
    writeFileSync(join(folder, 'graph.pem'), own.keyPem + own.pem);
    expect(await run({ GRAPH_CERTIFICATE_PATH: join(folder, 'graph.pem') })).toMatchObject(good);
    expect(asked()).toMatch(/client_assertion=ey/);
  }, 20_000);

  test('a workload identity hands in the token of its platform', async () => {
    asked();
    writeFileSync(join(folder, 'federated'), 'platform-token');
    process.env.AZURE_FEDERATED_TOKEN_FILE = join(folder, 'federated');
    const seen = await run({ GRAPH_CREDENTIAL: 'workload' });
    delete process.env.AZURE_FEDERATED_TOKEN_FILE;
    expect(seen).toMatchObject(good);
    expect(asked()).toContain('client_assertion=platform-token');
  }, 20_000);

  test('a managed identity asks the machine', async () => {
    const machine = await keep(
      graphServer({
        '/identity': {
          access_token: 'loopback-token',
          expires_on: String(Math.floor(Date.now() / 1_000) + 3_600),
          token_type: 'Bearer',
          resource: 'x',
        },
      }),
    );
    process.env.IDENTITY_ENDPOINT = `${machine.root}/identity`;
    process.env.IDENTITY_HEADER = 'h';
    const seen = await run({ GRAPH_CREDENTIAL: 'managed' });
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
    expect(seen).toMatchObject(good);
    expect(machine.asked).toHaveLength(1);
  }, 20_000);

  test('a certificate that cannot be used is named with its setting', async () => {
    writeFileSync(join(folder, 'broken.pem'), 'no certificate');
    const { code, said } = await run({ GRAPH_CERTIFICATE_PATH: join(folder, 'broken.pem') });
    expect(said).toContain('GRAPH_CERTIFICATE_PATH');
    expect(code).toBe(0);
  }, 20_000);
});

test('a managed domain has nothing to compare', async () => {
  const { code, out } = await here('managed.example', {
    SIGNPOST_AUTHORITY: `https://localhost:${authority.port}`,
  });
  expect([code, out]).toEqual([0, expect.stringContaining('is managed')]);
}, 20_000);

test('a sign-in of Entra that cannot be reached, and nothing else to go by, is status 2', async () => {
  const { code, out } = await here('contoso.com', { SIGNPOST_AUTHORITY: 'https://localhost:1' });
  expect([code, out]).toEqual([2, expect.stringContaining('SIGNPOST_ADFS_HOST')]);
}, 20_000);

test.each([
  [['check-domain'], 'Give a domain'],
  [['check-domain', 'https://contoso.com'], 'is not a domain'],
])('%j is wrong use', async (words, says) => {
  const { code, err } = await type(words, {});
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
});

describe('the checks on schedule', () => {
  const settings = (env: Readonly<Record<string, string>>): ReturnType<typeof readCheckSettings> =>
    readCheckSettings(readerOf(env));

  test('without a way into Graph and without domains there is nothing to run', () => {
    expect(checksWith(settings({})).list).toEqual([]);
  });

  test('each runs by itself, keeps its state as JSON, and clears what is gone', async () => {
    const answers: Record<string, unknown> = { ...graphWith(old) };
    const server = await keep(graphServer(answers));
    const graph = graphOf({ root: server.root, credential: tokenOf('t'), tries: 1 });
    const net = netOf({ [host]: ['203.0.113.10'] }, { '203.0.113.10': farm.port }, ca);
    const { list } = checksWith(settings({}), { graph, net });
    expect(list.map(({ name }) => name)).toEqual(['federation', 'endpoint', 'sign-ins']);
    const run = async (name: string, state: object) => {
      const result = await list.find((check) => check.name === name)!.run(state);
      return { ...result, state: JSON.parse(JSON.stringify(result.state)) as object };
    };
    const firing = (findings: readonly Finding[]): readonly string[] =>
      findings.filter(({ state }) => state === 'firing').map(({ key }) => key);

    const first = await run('federation', {});
    expect(firing(first.findings)).toEqual(['federation/contoso.com/token-signing']);
    expect(first.comparisons).toHaveLength(1);
    const endpoint = await run('endpoint', {});
    expect(firing(endpoint.findings)).toEqual([]);
    expect(JSON.stringify(endpoint.state)).not.toContain(old.base64.slice(50, 100));
    expect(firing((await run('sign-ins', {})).findings)).toEqual([]);

    // AD FS goes away: what was firing is unknown, and still remembered as firing.
    const away = checksWith(settings({}), { graph, net: { ...net, dial: netOf({}, {}).dial! } });
    const dark = await away.list[0]!.run(first.state);
    expect(firing(dark.findings)).toEqual([]);
    expect(dark.state).toMatchObject({ firing: ['federation/contoso.com/token-signing'] });

    // Graph goes away: nothing clears, nothing is made up; the endpoint is still watched.
    const saved = answers['/v1.0/domains'];
    answers['/v1.0/domains'] = (_q: unknown, r: { writeHead(s: number): unknown; end(): void }) => {
      r.writeHead(403);
      r.end();
    };
    const blind = await run('federation', first.state);
    expect(blind.findings).toEqual([
      expect.objectContaining({
        key: 'federation/source',
        state: 'unknown',
        evidence: expect.stringContaining('Domain.Read.All'),
      }),
    ]);
    expect(blind.state).toEqual(first.state);
    expect((await run('endpoint', endpoint.state)).findings.length).toBe(endpoint.findings.length);

    // The domain is made a managed one: what fired for it clears.
    answers['/v1.0/domains'] = { value: [] };
    const gone = await run('federation', blind.state);
    expect(gone.findings.find(({ key }) => key === 'federation/contoso.com/token-signing')).toMatchObject({
      state: 'ok',
    });
    answers['/v1.0/domains'] = saved;
  });

  test('only the domains that were asked for are checked, by their root', async () => {
    const server = await keep(graphServer(graphWith(next)));
    const graph = graphOf({ root: server.root, credential: tokenOf('t') });
    const net = netOf({ [host]: ['203.0.113.10'] }, { '203.0.113.10': farm.port }, ca);
    const of = async (domains: string) => {
      const run = await checksWith(settings({ SIGNPOST_CHECK_DOMAINS: domains }), { graph, net }).list[0]!.run({});
      const named = run.findings.find(({ key }) => key === `federation/${domains}/configuration`);
      return [run.comparisons?.length, named?.state];
    };
    expect(await of('eu.contoso.com')).toEqual([1, 'ok']);
    expect(await of('fabrikam.com')).toEqual([0, 'unknown']);
  });

  test('without Graph the configured domains are checked as far as they are public', async () => {
    const net = netOf({ [host]: ['203.0.113.10'] }, { '203.0.113.10': farm.port }, ca);
    const { list } = checksWith(settings({ SIGNPOST_CHECK_DOMAINS: 'contoso.com' }), {
      net,
      realm: async (domain) => ({
        kind: 'federated',
        trust: {
          domain,
          subdomains: [],
          unreadable: false,
          partial: true,
          passiveSignInUri: `https://${host}/adfs/ls/`,
        },
      }),
    });
    expect(list.map(({ name }) => name)).toEqual(['federation', 'endpoint']);
    for (const check of list)
      expect((await check.run({})).findings.filter(({ state }) => state === 'firing')).toEqual([]);
  });
});
