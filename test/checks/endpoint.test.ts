import { createServer, Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addressesOf, isHostName, isPublic } from '../../src/checks/address.ts';
import { checkEndpoint, mexPath } from '../../src/checks/endpoint.ts';
import { fetchMetadata, type Net, netTo } from '../../src/checks/target.ts';
import { metadataPath } from '../../src/checks/metadata.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Issued, issue } from './certificates.ts';
import { farmPages, type Handler, httpServer, metadataXml, netOf, type Running, tlsServer } from './farm.ts';

const day = 86_400_000;
const host = 'sts.contoso.com';
const root = issue({ name: 'Test Root', ca: true });
const between = issue({ name: 'Test Intermediate', ca: true, by: root });
const signing = issue({ name: 'ADFS Signing' });
const document = metadataXml({ host, signing: [signing.base64] });
const leaf = (over: Partial<Parameters<typeof issue>[0]> = {}): Issued =>
  issue({ name: host, for: [host], by: between, to: Date.now() + 200 * day, ...over });

const open: Running[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const keep = async (server: Promise<Running>): Promise<Running> => {
  const running = await server;
  open.push(running);
  return running;
};

const public1 = '203.0.113.10';
const serve = async (
  shown: Parameters<typeof tlsServer>[0],
  handler: Handler = farmPages(document),
  options: Parameters<typeof tlsServer>[2] = {},
): Promise<Net> => {
  const { port } = await keep(tlsServer(shown, handler, options));
  return netOf({ [host]: [public1] }, { [`${public1}:443`]: port }, root);
};

const check = async (net: Net): Promise<ReadonlyMap<string, Finding>> => {
  const { findings } = await checkEndpoint(host, ['contoso.com'], Date.now(), net);
  return new Map(findings.map((finding) => [finding.key.replace(`endpoint/${host}/`, ''), finding]));
};
const firing = (findings: ReadonlyMap<string, Finding>): readonly string[] =>
  [...findings].filter(([, { state }]) => state === 'firing').map(([key]) => key);

test('a healthy service: every key is reported and well', async () => {
  const findings = await check(await serve({ leaf: leaf(), above: [between], sni: host }));
  expect(Object.fromEntries([...findings].map(([key, { state }]) => [key, state]))).toEqual({
    dns: 'ok',
    connect: 'ok',
    tls: 'ok',
    'tls-name': 'ok',
    'tls-chain': 'ok',
    farm: 'ok',
    metadata: 'ok',
    mex: 'ok',
  });
});

describe('the certificate', () => {
  test.each<[number, string | undefined, string]>([
    [45, undefined, 'info'],
    [29.5, '30 days', 'info'],
    [13.5, '14 days', 'warning'],
    [6.5, '7 days', 'warning'],
    [0.5, '1 day', 'critical'],
  ])('with %d days left is at the step %s, %s', async (days, step, severity) => {
    const findings = await check(await serve({ leaf: leaf({ to: Date.now() + days * day }), above: [between] }));
    expect(findings.get('tls')).toMatchObject({ state: step ? 'firing' : 'ok', severity, ...(step ? { step } : {}) });
    expect(findings.get('tls')!.key).toBe(`endpoint/${host}/tls`);
    expect(firing(findings)).toEqual(step ? ['tls'] : []);
  });

  test('that has expired is critical, and its chain is not judged', async () => {
    const findings = await check(
      await serve({ leaf: leaf({ to: Date.now() - 2 * day, from: Date.now() - 9 * day }), above: [between] }),
    );
    expect(findings.get('tls')).toMatchObject({
      severity: 'critical',
      step: 'expired',
      entry: 'adfs-proxy-ssl-expired',
    });
    expect(findings.get('tls-chain')!.state).toBe('unknown');
    expect(findings.get('metadata')!.state).toBe('ok');
  });

  test('that is not valid yet is critical', async () => {
    const findings = await check(await serve({ leaf: leaf({ from: Date.now() + 2 * day }), above: [between] }));
    expect(firing(findings)).toEqual(['tls']);
    expect(findings.get('tls')!.title).toContain('not valid before');
  });

  test('for another name is named with the names it has', async () => {
    const findings = await check(
      await serve({ leaf: leaf({ name: 'old.contoso.com', for: ['old.contoso.com'] }), above: [between] }),
    );
    expect(firing(findings)).toEqual(['tls-name']);
    expect(findings.get('tls-name')!.evidence).toContain('DNS:old.contoso.com');
  });

  test('with a wildcard fits one level', async () => {
    expect(firing(await check(await serve({ leaf: leaf({ for: ['*.contoso.com'] }), above: [between] })))).toEqual([]);
  });

  test('that is self-signed is told as that, with a wrong name beside it', async () => {
    const findings = await check(await serve({ leaf: issue({ name: 'other', for: ['other.example'] }) }));
    expect(firing(findings)).toEqual(['tls-name', 'tls-chain']);
    expect(findings.get('tls-chain')!.title).toContain('self-signed');
  });

  test('without its intermediate is not trusted, and what to install is said', async () => {
    const findings = await check(await serve({ leaf: leaf() }));
    expect(firing(findings)).toEqual(['tls-chain']);
    expect(findings.get('tls-chain')!.evidence).toMatch(/intermediate/);
  });

  test('under an expired intermediate is not trusted though it is valid itself', async () => {
    const old = issue({
      name: 'Old Intermediate',
      ca: true,
      by: root,
      from: Date.now() - 9 * day,
      to: Date.now() - day,
    });
    const findings = await check(await serve({ leaf: leaf({ by: old }), above: [old] }));
    expect(firing(findings)).toEqual(['tls-chain']);
    expect(findings.get('tls-chain')!.title).toContain('intermediate');
    expect(findings.get('tls')!.state).toBe('ok');
  });

  test('under an intermediate that ends soon is warned about before', async () => {
    const soon = issue({ name: 'Short Intermediate', ca: true, by: root, to: Date.now() + 10 * day });
    const findings = await check(await serve({ leaf: leaf({ by: soon }), above: [soon] }));
    expect(findings.get('tls-chain')).toMatchObject({ state: 'firing', severity: 'warning' });
  });
});

describe('several addresses', () => {
  const public2 = '203.0.113.11';
  test('one proxy with an old certificate is found and named', async () => {
    const a = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document)));
    const b = await keep(tlsServer({ leaf: leaf({ to: Date.now() - 1_000 }), above: [between] }, farmPages(document)));
    const findings = await check(netOf({ [host]: [public1, public2] }, { [public1]: a.port, [public2]: b.port }, root));
    expect(findings.get('tls')).toMatchObject({ state: 'firing', severity: 'critical' });
    expect(findings.get('tls')!.evidence).toContain(public2);
  });

  test('one proxy that is down is a warning, all of them are critical and hide what depends on them', async () => {
    const a = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document)));
    const some = await check(netOf({ [host]: [public1, public2] }, { [public1]: a.port }, root));
    expect(some.get('connect')).toMatchObject({ state: 'firing', severity: 'warning' });
    const none = await check(netOf({ [host]: [public1, public2] }, {}, root));
    expect(none.get('connect')).toMatchObject({ state: 'firing', severity: 'critical' });
    expect([...none].filter(([, { state }]) => state === 'unknown').map(([key]) => key)).toEqual([
      'tls',
      'tls-name',
      'tls-chain',
      'farm',
      'metadata',
      'mex',
    ]);
  });
});

describe('an IPv6 address where this machine has no IPv6', () => {
  const dialWithout: NonNullable<Net['dial']> = () => {
    const socket = new Socket();
    setImmediate(() => socket.destroy(Object.assign(new Error('no route'), { code: 'ENETUNREACH' })));
    return socket;
  };

  test('beside an IPv4 one is left out', async () => {
    const { port } = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document)));
    const net = netOf({ [host]: [public1, '2001:db8::1'] }, { [public1]: port }, root);
    const dial = net.dial!;
    const mixed: Net = {
      ...net,
      allowPrivate: true,
      dial: (a, p) => (a.includes(':') ? dialWithout(a, p) : dial(a, p)),
    };
    expect(firing(await check(mixed))).toEqual([]);
  });

  test('alone leaves the service unknown', async () => {
    const findings = await check({ resolve: async () => ['2001:4860::1'], dial: dialWithout });
    expect(findings.get('connect')!.state).toBe('unknown');
    expect(firing(findings)).toEqual([]);
  });
});

describe('the farm behind the proxy', () => {
  test('a proxy that answers for a dead farm is told apart, by its health page as well', async () => {
    const { port } = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document, 503)));
    const probe = await keep(
      httpServer((request, response) => {
        response.writeHead(request.url === '/adfs/probe' ? 200 : 404);
        response.end();
      }),
    );
    const net = netOf({ [host]: [public1] }, { [`${public1}:443`]: port, [`${public1}:80`]: probe.port }, root);
    const findings = await check(net);
    expect(findings.get('farm')).toMatchObject({
      state: 'firing',
      severity: 'critical',
      entry: 'adfs-proxy-trust-broken',
    });
    expect(findings.get('farm')!.evidence).toContain('even when AD FS is down');
    expect(findings.get('metadata')!.parent).toBe(`endpoint/${host}/farm`);
  });

  test('mex alone missing is a finding of its own', async () => {
    const findings = await check(
      await serve({ leaf: leaf(), above: [between] }, (request, response) => {
        if (request.url === mexPath) {
          response.writeHead(404);
          response.end();
        } else response.end(document);
      }),
    );
    expect(firing(findings)).toEqual(['mex']);
    expect(findings.get('mex')!.entry).toBe('adfs-endpoint-disabled');
  });

  test('a web page where XML should be does not count', async () => {
    const findings = await check(
      await serve(
        { leaf: leaf(), above: [between] },
        (_q, response) => void response.end('<html><body>Maintenance</body></html>'),
      ),
    );
    expect(firing(findings)).toEqual(['metadata', 'mex']);
  });

  test('a server that drips its answer is given up in time', async () => {
    const net = await serve({ leaf: leaf(), above: [between] }, (_q, response) => void response.write('<'));
    const began = Date.now();
    const findings = await check({ ...net, patience: 200 });
    expect(firing(findings)).toContain('farm');
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  test('a server that takes the connection and says nothing is given up in time', async () => {
    const taken: Socket[] = [];
    const silent = createServer((socket) => taken.push(socket.on('error', () => undefined)));
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const { port } = silent.address() as { port: number };
    const findings = await check({ ...netOf({ [host]: [public1] }, { [public1]: port }, root), timeout: 200 });
    expect(findings.get('connect')!.evidence).toContain('did not answer');
    for (const socket of taken) socket.destroy();
    silent.close();
  });

  test('a sign-in service that is not AD FS is asked for no pages of AD FS', async () => {
    let asked = 0;
    const net = await serve({ leaf: leaf(), above: [between] }, (_q, response) => {
      asked++;
      response.end();
    });
    const { findings } = await checkEndpoint(host, [], Date.now(), net, false);
    expect(asked).toBe(0);
    expect(findings.filter(({ state }) => state === 'firing')).toEqual([]);
  });
});

describe('reading the metadata', () => {
  test('over a certificate that is not trusted it is read and said to be so', async () => {
    expect((await fetchMetadata(host, await serve({ leaf: leaf(), above: [between] }))).trusted).toBe(true);
    expect((await fetchMetadata(host, await serve({ leaf: leaf() }))).trusted).toBe(false);
  });

  test('no redirect is followed, wherever it leads', async () => {
    const net = await serve({ leaf: leaf(), above: [between] }, (_q, response) => {
      response.writeHead(302, { location: 'https://169.254.169.254/latest' });
      response.end();
    });
    await expect(fetchMetadata(host, net)).rejects.toThrow(/302.*169\.254\.169\.254, which is not followed/);
  });

  test('more than 1 MB is not read to the end', async () => {
    let sent = 0;
    const net = await serve({ leaf: leaf(), above: [between] }, (_q, response) => {
      const more = (): void => {
        sent += 65_536;
        if (sent < 60_000_000 && !response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    await expect(fetchMetadata(host, net)).rejects.toThrow('more than 1000 kB');
    expect(sent).toBeLessThan(20_000_000);
  });

  test('a host may be pinned to an address and a port', async () => {
    const { port } = await keep(tlsServer({ leaf: leaf(), above: [between], sni: host }, farmPages(document)));
    const net = netTo(netOf({}, { [`203.0.113.77:${port}`]: port }, root), { host, port, address: '203.0.113.77' });
    expect((await fetchMetadata(host, net)).metadata.signing).toHaveLength(1);
  });
});

describe('addresses inside a network', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::169.254.169.254',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '::8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b:1::808:808',
    '2001:0:4136:e378:8000:63bf:f5ff:fffe',
    '2001:1ff::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
    '2a00::5efe:10.0.0.1',
    '2a00::200:5efe:a00:1',
    '168.63.129.16',
    '192.88.99.1',
    'not an address',
    '',
    '127.1',
    '0x7f000001',
    '2130706433',
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each([
    '203.0.113.10',
    '8.8.8.8',
    '172.32.0.1',
    '2001:4860:4860::8888',
    '2001:200::1',
    '2a00::5efe:8.8.8.8',
    '2002:808:808::1',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test('they are not connected to, unless the operator allows it', async () => {
    const dialled: string[] = [];
    const { port } = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document)));
    const inside = netOf({ [host]: ['10.0.0.5'] }, { '10.0.0.5': port }, root);
    const watched: Net = { ...inside, dial: (address, to) => (dialled.push(address), inside.dial!(address, to)) };
    const findings = await check(watched);
    expect(dialled).toEqual([]);
    expect(findings.get('dns')).toMatchObject({
      state: 'unknown',
      evidence: expect.stringContaining('SIGNPOST_CHECK_PRIVATE=allow'),
    });
    expect(firing(findings)).toEqual([]);
    expect(firing(await check({ ...watched, allowPrivate: true }))).toEqual([]);
    expect(new Set(dialled)).toEqual(new Set(['10.0.0.5']));
  });

  test('a name that answers differently the second time is not asked a second time', async () => {
    let asked = 0;
    const dialled: string[] = [];
    const { port } = await keep(tlsServer({ leaf: leaf(), above: [between] }, farmPages(document)));
    const net: Net = {
      ...netOf({}, { [public1]: port }, root),
      resolve: async () => (++asked === 1 ? [public1] : ['127.0.0.1']),
    };
    const dial = net.dial!;
    await check({ ...net, dial: (address, to) => (dialled.push(address), dial(address, to)) });
    expect(asked).toBe(1);
    expect(new Set(dialled)).toEqual(new Set([public1]));
  });

  test('of a public and a private address only the public one is visited', async () => {
    const found = await addressesOf(host, async () => [public1, '10.0.0.5'], false);
    expect(found).toEqual({ allowed: [public1], refused: ['10.0.0.5'] });
  });

  test('a name without an address is critical', async () => {
    const findings = await check(netOf({}, {}));
    expect(findings.get('dns')).toMatchObject({
      state: 'firing',
      severity: 'critical',
      entry: 'adfs-name-resolution-or-hrd',
    });
    expect(firing(findings)).toEqual(['dns']);
  });

  test('DNS that cannot be asked says nothing about the service', async () => {
    const findings = await check({
      resolve: async () => {
        throw Object.assign(new Error('x'), { code: 'EAI_AGAIN' });
      },
    });
    expect(findings.get('dns')!.state).toBe('unknown');
  });
});

test.each([
  ['sts.contoso.com', true],
  ['xn--bcher-kva.example', true],
  ['localhost', false],
  ['127.0.0.1', false],
  ['[::1]', false],
  ['a b.com', false],
  ["x';calc.com", false],
  ['sts.contoso.com:443', false],
  [`${'a'.repeat(64)}.com`, false],
])('%s as a host name: %s', (name, yes) => {
  expect(isHostName(name)).toBe(yes);
});

test('the pages that are asked for are those of AD FS', () => {
  expect([metadataPath, mexPath]).toEqual([
    '/federationmetadata/2007-06/federationmetadata.xml',
    '/adfs/services/trust/mex',
  ]);
});
