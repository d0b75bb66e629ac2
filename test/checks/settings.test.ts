import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { cloudOf } from '../../src/checks/clouds.ts';
import { graphOf } from '../../src/checks/graph.ts';
import { type OwnApp, ownHealth } from '../../src/checks/own-health.ts';
import { realmAt } from '../../src/checks/realm.ts';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/model/errors.ts';
import { graphServer, type Handler, tokenOf } from './farm.ts';

const problems = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

const guid = '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11';
const way = { GRAPH_TENANT_ID: guid, GRAPH_CLIENT_ID: guid };

describe('clouds', () => {
  test.each([
    ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['GCC', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['usgov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['Fairfax', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['usgovdod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
    ['MoonCake', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ])('%s', (name, authority, graph) => {
    expect(cloudOf(name)).toMatchObject({ authority, graph });
  });

  test('an address of an operator goes first', () => {
    expect(cloudOf('china', { authority: 'https://login.chinacloudapi.cn/' }).authority).toBe(
      'https://login.chinacloudapi.cn',
    );
  });

  test('Germany is closed, the air-gapped ones need their addresses, others are unknown', () => {
    expect(problems({ SIGNPOST_CLOUD: 'BlackForest' })[0]).toContain('closed on 29 October 2021');
    expect(problems({ SIGNPOST_CLOUD: 'usnat' })[0]).toContain('SIGNPOST_GRAPH_ROOT');
    expect(
      problems({
        SIGNPOST_CLOUD: 'usnat',
        SIGNPOST_GRAPH_ROOT: 'https://g.example',
        SIGNPOST_AUTHORITY: 'https://l.example',
      }),
    ).toEqual([]);
    expect(problems({ SIGNPOST_CLOUD: 'mars' })[0]).toContain('Give one of global, usgov, usgovdod, china.');
  });
});

describe('settings', () => {
  test('without any there is no way into Graph and nothing is visited', () => {
    expect(readConfig({}).checks).toEqual({
      cloud: cloudOf('global'),
      environment: '',
      domains: [],
      hosts: {},
      allowPrivate: false,
      own: [],
    });
  });

  test('each kind of credential', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
    const pem = join(folder, 'graph.pem');
    writeFileSync(pem, 'x');
    expect(readConfig({ ...way, GRAPH_CLIENT_SECRET: 'abcdef' }).checks.credential).toEqual({
      kind: 'secret',
      tenantId: guid,
      clientId: guid,
      secret: 'abcdef',
    });
    expect(readConfig({ ...way, GRAPH_CLIENT_SECRET_FILE: pem }).checks.credential).toMatchObject({
      kind: 'secret',
      secret: 'x',
    });
    expect(readConfig({ ...way, GRAPH_CERTIFICATE_PATH: pem }).checks.credential).toMatchObject({
      kind: 'certificate',
      path: pem,
    });
    expect(readConfig({ GRAPH_CREDENTIAL: 'managed' }).checks.credential).toEqual({ kind: 'managed' });
    expect(readConfig({ ...way, GRAPH_CREDENTIAL: 'workload' }).checks.credential).toMatchObject({ kind: 'workload' });
    rmSync(folder, { recursive: true });
  });

  test('the end of the Teams secret is watched as well, where there is a way to see it', () => {
    const teams = { MicrosoftAppId: guid, MicrosoftAppPassword: 'xyz-secret', MicrosoftAppTenantId: guid };
    expect(readConfig(teams).checks.own).toEqual([]);
    expect(readConfig({ ...teams, ...way, GRAPH_CLIENT_SECRET: 'abcdef' }).checks.own).toEqual([
      { name: 'Graph', appId: guid, kind: 'secret', hint: 'abc', setting: 'GRAPH_CLIENT_SECRET' },
      { name: 'Teams', appId: guid, kind: 'secret', hint: 'xyz', setting: 'MicrosoftAppPassword' },
    ]);
  });

  test('the Teams secret is told from others also where it comes from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
    const file = join(folder, 'secret');
    writeFileSync(file, 'xyz-secret\n');
    const teams = { MicrosoftAppId: guid, MicrosoftAppPassword_FILE: file, MicrosoftAppTenantId: guid };
    const { own } = readConfig({ ...teams, ...way, GRAPH_CLIENT_SECRET: 'abcdef' }).checks;
    expect(own.map(({ hint }) => hint)).toEqual(['abc', 'xyz']);
    rmSync(folder, { recursive: true });
  });

  test('hosts by domain, with port and address', () => {
    expect(
      readConfig({
        SIGNPOST_ADFS_HOST: 'sts.contoso.com, fabrikam.com=fs.fabrikam.com:8443@203.0.113.7; a.com=s.a.com@2001:db8::1',
      }).checks.hosts,
    ).toEqual({
      '*': { host: 'sts.contoso.com' },
      'fabrikam.com': { host: 'fs.fabrikam.com', port: 8443, address: '203.0.113.7' },
      'a.com': { host: 's.a.com', address: '2001:db8::1' },
    });
  });

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a private setting', { SIGNPOST_CHECK_PRIVATE: 'yes' }, /Give one of refuse, allow/],
    ['a domain', { SIGNPOST_CHECK_DOMAINS: 'contoso.com,https://x' }, /names "https:\/\/x"/],
    ['a host', { SIGNPOST_ADFS_HOST: 'https://sts.contoso.com/' }, /SIGNPOST_ADFS_HOST names/],
    ['an address of a host', { SIGNPOST_ADFS_HOST: 'sts.contoso.com@300.1.1.1' }, /SIGNPOST_ADFS_HOST names/],
    ['a Graph root over http', { SIGNPOST_GRAPH_ROOT: 'http://graph.example' }, /https address/],
    ['a Graph root with a path', { SIGNPOST_GRAPH_ROOT: 'https://graph.microsoft.com/v1.0' }, /without a path/],
    ['a tenant', { ...way, GRAPH_TENANT_ID: 'x', GRAPH_CLIENT_SECRET: 's' }, /GRAPH_TENANT_ID is "x"/],
    ['a client', { ...way, GRAPH_CLIENT_ID: 'x', GRAPH_CLIENT_SECRET: 's' }, /GRAPH_CLIENT_ID is "x"/],
    ['a missing secret', way, /GRAPH_CLIENT_SECRET is missing/],
    ['a missing tenant', { GRAPH_CLIENT_SECRET: 's', GRAPH_CLIENT_ID: guid }, /GRAPH_TENANT_ID is missing/],
    ['two credentials', { ...way, GRAPH_CLIENT_SECRET: 's', GRAPH_CERTIFICATE_PATH: '/none' }, /both set/],
    ['a certificate that is not there', { ...way, GRAPH_CERTIFICATE_PATH: '/none' }, /does not exist/],
    ['a kind', { ...way, GRAPH_CREDENTIAL: 'password' }, /Give one of secret, certificate, managed, workload/],
  ])('%s that cannot work is named with its cure', (_name, env, says) => {
    expect(problems(env).join('\n')).toMatch(says);
  });

  test('no secret stands in a complaint', () => {
    expect(
      problems({ GRAPH_CLIENT_SECRET: 'hunter2', GRAPH_CERTIFICATE_PASSWORD: 'hunter2', GRAPH_CREDENTIAL: 'x' }).join(),
    ).not.toContain('hunter2');
  });
});

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

describe("the bot's own credentials", () => {
  const now = Date.UTC(2026, 10, 25);
  const at = (days: number): string => new Date(now + days * 86_400_000).toISOString();
  const app: OwnApp = { name: 'Graph', appId: guid, kind: 'secret', hint: 'abc', setting: 'GRAPH_CLIENT_SECRET' };
  const look = async (answer: unknown, over: Partial<OwnApp> = {}) => {
    const server = await graphServer({ [`/v1.0/applications(appId='${guid}')`]: answer });
    open.push(server);
    const [finding] = await ownHealth(
      graphOf({ root: server.root, credential: tokenOf('t') }),
      [{ ...app, ...over }],
      now,
    );
    return finding!;
  };

  test.each([
    [40, 'ok', undefined],
    [29, 'firing', '30 days'],
    [6, 'firing', '7 days'],
    [0.5, 'firing', '1 day'],
    [-1, 'firing', 'expired'],
  ])('with %d days left is %s', async (days, state, step) => {
    expect(
      await look({ passwordCredentials: [{ hint: 'abc', endDateTime: at(days) }], keyCredentials: [] }),
    ).toMatchObject({
      key: 'own-health/graph',
      state,
      ...(step ? { step, entry: '7000222' } : {}),
    });
  });

  test('our own secret counts, not the newest one that somebody made', async () => {
    const both = {
      passwordCredentials: [
        { hint: 'abc', endDateTime: at(3) },
        { hint: 'zzz', endDateTime: at(700) },
      ],
    };
    expect(await look(both)).toMatchObject({ state: 'firing', step: '7 days' });
    expect(await look(both, { hint: 'nop' })).toMatchObject({ state: 'ok' });
    expect(JSON.stringify(await look(both))).not.toContain('abc');
  });

  test('a certificate is looked up among the keys', async () => {
    expect(await look({ keyCredentials: [{ endDateTime: at(13) }] }, { kind: 'certificate' })).toMatchObject({
      step: '14 days',
      entry: '700027',
    });
  });

  test('without the right it is said which one to grant', async () => {
    const denied: Handler = (_q, response) => {
      response.writeHead(403);
      response.end('{}');
    };
    expect(await look(denied)).toMatchObject({
      state: 'unknown',
      evidence: expect.stringContaining('Application.Read.All'),
    });
  });

  test('a registration elsewhere, or without an end date, is unknown', async () => {
    expect(await look(undefined)).toMatchObject({ state: 'unknown', evidence: expect.stringContaining('another one') });
    expect(await look({ passwordCredentials: [] })).toMatchObject({ state: 'unknown' });
  });
});

describe('what Entra tells anybody', () => {
  const ask = async (answers: Readonly<Record<string, unknown>>) => {
    const server = await graphServer(answers);
    open.push(server);
    return { realm: realmAt(server.root, 300), asked: server.asked };
  };

  test('a federated domain comes with its addresses, and nobody is asked for by name', async () => {
    const { realm, asked } = await ask({
      '/getuserrealm.srf': {
        NameSpaceType: 'Federated',
        AuthURL: 'https://sts.contoso.com/adfs/ls/?username=x&wa=wsignin1.0',
      },
      '/common/userrealm/signpost-check@contoso.com': {
        account_type: 'federated',
        federation_active_auth_url: 'https://sts.contoso.com/adfs/services/trust/2005/usernamemixed',
        federation_metadata_url: 'https://sts.contoso.com/adfs/services/trust/mex',
      },
    });
    expect(await realm('contoso.com')).toEqual({
      kind: 'federated',
      trust: {
        domain: 'contoso.com',
        subdomains: [],
        unreadable: false,
        partial: true,
        passiveSignInUri: 'https://sts.contoso.com/adfs/ls/',
        activeSignInUri: 'https://sts.contoso.com/adfs/services/trust/2005/usernamemixed',
        metadataExchangeUri: 'https://sts.contoso.com/adfs/services/trust/mex',
      },
    });
    expect(asked[0]).toBe('/getuserrealm.srf?login=signpost-check@contoso.com&json=1');
  });

  test('the second page may be missing', async () => {
    const { realm } = await ask({
      '/getuserrealm.srf': { NameSpaceType: 'Federated', AuthURL: 'https://sts.contoso.com/adfs/ls/' },
    });
    expect((await realm('contoso.com')).trust.passiveSignInUri).toBe('https://sts.contoso.com/adfs/ls/');
  });

  test.each([
    ['Managed', 'managed'],
    ['Unknown', 'unknown'],
  ])('%s', async (NameSpaceType, kind) => {
    expect((await (await ask({ '/getuserrealm.srf': { NameSpaceType } })).realm('a.com')).kind).toBe(kind);
  });

  test('a page that is slow, no JSON or not there is an error with its address', async () => {
    const slow = await ask({ '/getuserrealm.srf': () => undefined });
    await expect(slow.realm('a.com')).rejects.toThrow('cannot be reached');
    const html = await ask({ '/getuserrealm.srf': (_q: unknown, r: { end(text: string): void }) => r.end('<html>') });
    await expect(html.realm('a.com')).rejects.toThrow('not JSON');
  });
});
