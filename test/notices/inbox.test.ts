import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { maskPaste } from '../../src/knowledge/paste.ts';
import type { Sighting } from '../../src/model/notice.ts';
import { inbox } from '../../src/notices/inbox.ts';
import { readNotices } from '../../src/notices/read.ts';
import { sameAs } from '../../src/token.ts';
import { serve } from '../../src/server.ts';
import { memoryLog } from '../fakes.ts';
import { botOf } from './bot.ts';

const token = 'a-token-of-many-letters-42';

const label = (name: string, more: object = {}) => ({ alertname: name, severity: 'critical', ...more });

const alertmanager = (alerts: readonly object[], more: object = {}): object => ({
  version: '4',
  groupKey: '{}:{alertname="StsTls"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'signpost',
  groupLabels: { alertname: 'StsTls' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://am.example.test',
  alerts,
  ...more,
});

const stsTls = {
  status: 'firing',
  labels: label('StsTls', { instance: 'sts.contoso.com:443', domain: 'contoso.com', team: 'Identity' }),
  annotations: {
    summary: 'The TLS certificate of sts.contoso.com has ended',
    description: 'Seen by the probe; ask ada@contoso.com',
    runbook_url: 'https://wiki.contoso.com/rb7?token=abc#x',
  },
  startsAt: '2026-03-02T11:58:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prom.example.test/g?x=1',
  fingerprint: 'a1b2c3d4e5f60718',
};

const azure = (essentials: object = {}, condition: object | null = {}): object => ({
  schemaId: 'azureMonitorCommonAlertSchema',
  data: {
    essentials: {
      alertId: '/subscriptions/s1/providers/Microsoft.AlertsManagement/alerts/a1',
      alertRule: 'signin-errors',
      severity: 'Sev1',
      signalType: 'Log',
      monitorCondition: 'Fired',
      monitoringService: 'Log Alerts V2',
      alertTargetIDs: ['/subscriptions/s1/resourcegroups/r/providers/workspaces/w'],
      configurationItems: ['w'],
      originAlertId: 'o1',
      firedDateTime: '2026-03-02T11:58:00Z',
      description: '',
      essentialsVersion: '1.0',
      alertContextVersion: '1.0',
      ...essentials,
    },
    alertContext:
      condition === null
        ? null
        : {
            conditionType: 'LogQueryCriteria',
            condition: {
              windowSize: 'PT15M',
              allOf: [
                {
                  searchQuery: 'SigninLogs | where UserPrincipalName == "ada@contoso.com"',
                  metricMeasureColumn: null,
                  operator: 'GreaterThan',
                  threshold: '10',
                  timeAggregation: 'Count',
                  dimensions: [
                    { name: 'ResultType', value: '50126' },
                    { name: 'Domain', value: 'contoso.com' },
                  ],
                  metricValue: 42,
                  ...condition,
                },
              ],
            },
          },
    customProperties: { owner: 'Identity team' },
  },
});

/** A server that keeps what it was given. */
const listening = async (take: (sightings: readonly Sighting[]) => Promise<'taken' | 'full'>, most?: number) => {
  const log = memoryLog();
  const server = serve(
    inbox({ isToken: sameAs(token), take, mask: String, log, ...(most === undefined ? {} : { most }) }),
    async () => ({ ok: true }),
    log,
  );
  const port = await server.listen('127.0.0.1', 0);
  const send = (
    body: object | string,
    headers: Record<string, string> = { authorization: `Bearer ${token}` },
    path = '',
  ) =>
    fetch(`http://127.0.0.1:${port}/api/notices${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { send, port, log, close: () => server.close() };
};

describe('/api/notices', () => {
  const taken: Sighting[] = [];
  let http: Awaited<ReturnType<typeof listening>>;
  beforeAll(async () => {
    http = await listening(async (sightings) => {
      taken.push(...sightings);
      return 'taken';
    });
  });
  afterAll(() => http.close());

  const posted = async (body: object | string): Promise<readonly Sighting[]> => {
    taken.length = 0;
    const response = await http.send(body);
    expect([response.status, await response.json()]).toEqual([200, { accepted: taken.length }]);
    return [...taken];
  };

  const refused = async (body: object | string): Promise<string> => {
    const response = await http.send(body);
    expect(response.status).toBe(400);
    return ((await response.json()) as { error: string }).error;
  };

  test('our own form is taken, one notice or several', async () => {
    const [one] = await posted({
      key: 'tls/sts.contoso.com',
      severity: 'critical',
      title: 'The certificate has ended',
      domains: ['Contoso.com', 'not a domain'],
      host: 'https://sts.contoso.com/adfs/ls?x=1',
      codes: ['80043431'],
      deadline: '2026-03-04T00:00:00Z',
      parent: 'host/sts.contoso.com',
    });
    expect(one).toEqual({
      key: 'own/tls/sts.contoso.com',
      check: 'inbox',
      state: 'firing',
      severity: 'critical',
      title: 'The certificate has ended',
      domains: ['contoso.com'],
      host: 'sts.contoso.com',
      codes: ['80043431'],
      deadline: Date.parse('2026-03-04T00:00:00Z'),
      parent: 'own/host/sts.contoso.com',
    });
    expect(
      await posted({
        notices: [
          { key: 'a', title: 'A' },
          { key: 'b', title: 'B', state: 'resolved' },
        ],
      }),
    ).toMatchObject([
      { key: 'own/a', state: 'firing', severity: 'warning' },
      { key: 'own/b', state: 'ok' },
    ]);
  });

  test('a webhook of Alertmanager becomes one sighting an alert, known by its fingerprint', async () => {
    const [fired] = await posted(alertmanager([stsTls], { notification_reason: 'first notification' }));
    expect(fired).toMatchObject({
      check: 'inbox',
      state: 'firing',
      severity: 'critical',
      title: 'The TLS certificate of sts.contoso.com has ended',
      domains: ['contoso.com'],
      host: 'sts.contoso.com',
      owner: 'Identity',
      evidence: 'Seen by the probe; ask [address left out]',
      link: 'https://wiki.contoso.com/rb7',
      startedAt: Date.parse('2026-03-02T11:58:00Z'),
    });
    const [over] = await posted(
      alertmanager([{ ...stsTls, status: 'resolved', annotations: { summary: 'other words' } }]),
    );
    expect(over).toMatchObject({ key: fired!.key, state: 'ok' });
  });

  test('without a fingerprint an alert is known by its labels, in any order', async () => {
    const { fingerprint: _fingerprint, ...bare } = stsTls;
    const turned = { ...bare, labels: Object.fromEntries(Object.entries(bare.labels).toReversed()) };
    const other = { ...bare, labels: { ...bare.labels, instance: 'sts2.contoso.com:443' } };
    const [one, two, three] = await posted(alertmanager([bare, turned, other]));
    expect(two!.key).toBe(one!.key);
    expect(three!.key).not.toBe(one!.key);
  });

  test('the common alert schema of Azure Monitor is taken with its dimensions', async () => {
    const [fired] = await posted(azure());
    expect(fired).toMatchObject({
      state: 'firing',
      severity: 'critical',
      title: 'signin-errors: ResultType 50126, Domain contoso.com',
      domains: ['contoso.com'],
      codes: ['AADSTS50126'],
      owner: 'Identity team',
      evidence: 'Count 42 (told from more than 10), over 15 minutes',
      alias: '/subscriptions/s1/providers/Microsoft.AlertsManagement/alerts/a1',
    });
    expect(JSON.stringify(fired)).not.toContain('ada@');
    const [again] = await posted(azure({ alertId: 'another' }, { metricValue: 57 }));
    expect(again!.key).toBe(fired!.key);
    const [other] = await posted(azure({}, { dimensions: [{ name: 'ResultType', value: '50053' }] }));
    expect(other!.key).not.toBe(fired!.key);
    const [over] = await posted(azure({ monitorCondition: 'Resolved' }, null));
    expect(over).toMatchObject({ state: 'ok', alias: fired!.alias! });
  });

  test.each<[string, object]>([
    ['nothing but its schema', { schemaId: 'azureMonitorCommonAlertSchema', data: { essentials: {} } }],
    ['no context', azure({ monitoringService: 'Something new', alertId: undefined }, null)],
    ['odd values', azure({ alertTargetIDs: 'none', configurationItems: 7 }, { dimensions: 'none', metricValue: null })],
  ])('a test notification of Azure with %s is taken', async (_, body) => {
    expect(await posted(body)).toMatchObject([{ state: 'firing', check: 'inbox' }]);
  });

  test.each<[string, object | string, RegExp]>([
    ['what is not JSON', '{"key":', /not JSON/],
    ['a list', '[]', /must be a JSON object/],
    ['null', 'null', /must be a JSON object/],
    ['an unknown form', { hello: 1 }, /no form that is known/],
    ['a notice without a key', { title: 'x' }, /key:/],
    ['a misspelt field', { key: 'a', title: 'x', sevrity: 'critical' }, /sevrity/],
    ['an unknown severity', { key: 'a', title: 'x', severity: 'bad' }, /severity:/],
    ['an empty list', { notices: [] }, /notices:/],
    ['alerts that are no list', { version: '4', alerts: 7 }, /alerts:/],
    ['another version', { version: '5', alerts: [] }, /version:/],
    ['an alert without any mark', alertmanager([{ status: 'firing' }]), /neither labels nor a fingerprint/],
    ['an alert of an unknown status', alertmanager([{ ...stsTls, status: 'odd' }]), /alerts.0.status/],
    ['an Azure body without essentials', { schemaId: 'azureMonitorCommonAlertSchema', data: {} }, /essentials/],
  ])('%s is refused with the reason', async (_, body, reason) => {
    expect(await refused(body)).toMatch(reason);
  });

  test('secrets and people never get into a notice', async () => {
    const secrets = [
      'ada.lovelace@contoso.com',
      'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl',
      'Bearer abcdefghijklmnop',
      'password=Hunter2!',
      'client_secret: "s3cr3tValue"',
      'https://user:pw@x.example/p?code=0.AAAA#frag',
      'CONTOSO\\ada',
      'xoxb-123456789-abcdefghij',
      '-----BEGIN CERTIFICATE----- MIIC8DCCAdigAwIBAgIQc -----END CERTIFICATE-----',
      'MIIC8DCCAdigAwIBAgIQc7H2kYvX0aBcDeFgHiJkLmNo',
    ];
    const [one] = await posted({
      key: 'a',
      title: 'x',
      evidence: secrets.slice(0, 5).join(' and '),
      action: secrets.slice(5).join(' '),
    });
    const words = JSON.stringify(one);
    for (const leak of [
      'lovelace',
      'eyJ',
      'abcdefgh',
      'Hunter2',
      's3cr3t',
      'user:pw',
      'code=',
      '\\ada',
      'xoxb',
      'MIIC',
    ])
      expect(words).not.toContain(leak);
    const [two] = await posted({ key: 'a', title: `Thumbprint ${'0A1B2C3D4E'.repeat(4)}\u0000\u202e\n# now` });
    expect(two!.title).toBe(`Thumbprint ${'0A1B2C3D4E'.repeat(4)} # now`);
    const [long] = await posted({ key: 'a', title: '😀'.repeat(400) });
    expect(long!.title.length).toBeLessThanOrEqual(300);
    expect(long!.title.isWellFormed()).toBe(true);
  });

  test.each<[string, Record<string, string>, string, number]>([
    ['no token', {}, '', 401],
    ['a wrong token', { authorization: 'Bearer a-token-of-many-letters-43' }, '', 401],
    ['a scheme in small letters', { authorization: `bearer ${token}` }, '', 200],
    ['a token that is longer', { authorization: `Bearer ${token}x` }, '', 401],
    ['another scheme', { authorization: `Digest ${token}` }, '', 401],
    ['the token as the password of basic authentication', { authorization: `Basic ${btoa(`any:${token}`)}` }, '', 200],
    ['the token in the path', {}, `/${token}`, 200],
    ['a wrong token in the path', {}, '/other', 401],
  ])('with %s', async (_, headers, path, status) => {
    const response = await http.send({ key: 'a', title: 'x' }, headers, path);
    expect(response.status).toBe(status);
    if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('two keys that a mask would make one stay two, in every form, and hold no secret', () => {
    const mask = (text: string): string => maskPaste(text).text;
    const keys = ['password: sts01', 'password: sts02', 'plain'];
    const read = [
      readNotices(JSON.stringify({ notices: keys.map((key) => ({ key, title: 't', parent: key })) }), mask),
      readNotices(JSON.stringify({ alerts: keys.map((key) => ({ status: 'firing', fingerprint: key })) }), mask),
      keys.flatMap((alertId) =>
        readNotices(JSON.stringify({ data: { essentials: { alertId, alertRule: 'r' } } }), mask),
      ),
    ];
    const told = [read[0]!.map(({ key }) => key), read[0]!.map(({ parent }) => parent), read[1]!.map(({ key }) => key)];
    for (const all of [...told, read[2]!.map(({ alias }) => alias)]) expect(new Set(all).size).toBe(3);
    expect(told[0]![2]).toBe('own/plain');
    expect(JSON.stringify(read)).not.toContain('sts0');
  });

  test('a code without letters is none', () => {
    const [sighting] = readNotices(JSON.stringify({ key: 'k', title: 't', codes: ['', '80043431'] }));
    expect(sighting!.codes).toEqual(['80043431']);
  });

  test('a body over 256 KB is refused, with or without its length told before', async () => {
    const large = JSON.stringify({ key: 'a', title: 'x', evidence: 'y'.repeat(300_000) });
    expect((await http.send(large)).status).toBe(413);
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'transfer-encoding': 'chunked' };
      const request = httpRequest({ port: http.port, method: 'POST', path: '/api/notices', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      for (let sent = 0; sent < 40; sent++) request.write('x'.repeat(10_000));
      request.end();
    });
    expect(status).toBe(413);
  });

  test('its log holds neither the token nor what was sent', () => {
    expect(JSON.stringify(http.log.lines)).not.toContain(token);
  });
});

describe('an overloaded /api/notices', () => {
  test('answers 503 and when to come again, never 429, and takes in again afterwards', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const http = await listening(() => held.then(() => 'taken' as const), 2);
    const waiting = [http.send({ key: 'a', title: 'x' }), http.send({ key: 'b', title: 'x' })];
    const refused: number[] = [];
    for (let tries = 0; tries < 50 && refused.length < 3; tries++) {
      const response = await Promise.race([
        http.send({ key: 'c', title: 'x' }),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 500)),
      ]);
      if (!response) continue;
      refused.push(response.status);
      expect(response.headers.get('retry-after')).toBe('5');
    }
    expect(refused).toEqual([503, 503, 503]);
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await http.send({ key: 'd', title: 'x' })).status).toBe(200);
    await http.close();
  });

  test('answers 503 when the notices cannot be kept or are too many', async () => {
    let outcome: () => Promise<'taken' | 'full'> = async () => 'full';
    const http = await listening(() => outcome());
    expect((await http.send({ key: 'a', title: 'x' })).status).toBe(503);
    outcome = async () => {
      throw new Error('the disk is full');
    };
    const response = await http.send({ key: 'a', title: 'x' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).not.toContain('disk');
    await http.close();
  });

  test('keeps nothing beyond 2,000 open notices, and still hears that some are over', async () => {
    const bot = await botOf();
    const http = await listening(bot.notices.take);
    const many = (from: number, count: number, state = 'firing') => ({
      notices: Array.from({ length: count }, (_, n) => ({ key: `k${from + n}`, title: 'x', state })),
    });
    for (let from = 0; from < 2000; from += 500) expect((await http.send(many(from, 500))).status).toBe(200);
    expect((await http.send(many(5000, 1))).status).toBe(503);
    expect((await http.send(many(0, 1))).status).toBe(200);
    expect((await http.send(many(0, 5, 'resolved'))).status).toBe(200);
    expect((await http.send(many(5000, 1))).status).toBe(200);
    await http.close();
    await bot.close();
  });
});

describe('from another system to the room', () => {
  test('each format fires, repeats silently and ends on the same message', async () => {
    const bot = await botOf();
    const http = await listening(bot.notices.take);
    await bot.say('notify here about everything');
    const bodies: readonly (readonly [object, object])[] = [
      [
        { key: 'k', title: 'Own' },
        { key: 'k', title: 'Own', state: 'resolved' },
      ],
      [alertmanager([stsTls]), alertmanager([{ ...stsTls, status: 'resolved' }])],
      [azure(), azure({ monitorCondition: 'Resolved' }, null)],
    ];
    for (const [fired, over] of bodies) {
      const before = bot.platform.messages.length;
      for (let n = 0; n < 3; n++) expect((await http.send(fired)).status).toBe(200);
      await bot.settle();
      expect(bot.platform.messages.length).toBe(before + 1);
      bot.wait(10 * 60_000);
      await http.send(over);
      await bot.settle();
      const [card, line] = bot.platform.messages.slice(before);
      expect(card!.reply.title).toMatch(/^Resolved: /);
      expect(line!.reply.text).toMatch(/^Over since /);
      expect(line!.place).toBe(`T1:ops:${card!.id}`);
    }
    expect(bot.platform.problems).toEqual([]);
    await http.close();
    await bot.close();
  });
});
