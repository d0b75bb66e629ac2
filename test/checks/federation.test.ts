import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { setSigning, setUri } from '../../src/checks/command.ts';
import type { Trust } from '../../src/checks/entra.ts';
import { compareDomain, type FederationInput, type FederationState } from '../../src/checks/federation.ts';
import { signInOf } from '../../src/checks/target.ts';
import { type Metadata, readMetadata } from '../../src/checks/metadata.ts';
import { CheckError } from '../../src/model/errors.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Issued, issue } from './certificates.ts';
import { configuration, metadataXml } from './farm.ts';

const day = 86_400_000;
const host = 'sts.contoso.com';
const now = Date.UTC(2026, 10, 25);
const cert = (from: number, to: number, keyOf?: Issued): Issued =>
  issue({ name: `ADFS Signing - ${host}`, from: now + from * day, to: now + to * day, ...(keyOf ? { keyOf } : {}) });
const old = cert(-300, 65);
const fresh = cert(-1, 364);

const trustOf = (over: Readonly<Record<string, unknown>> = {}, signing: Issued | null = old, next?: Issued): Trust => {
  const { issuerUri, passiveSignInUri, activeSignInUri, metadataExchangeUri, signOutUri } = configuration(
    host,
  ) as Record<string, string>;
  return {
    domain: 'contoso.com',
    subdomains: [],
    unreadable: false,
    issuerUri: issuerUri!,
    passiveSignInUri: passiveSignInUri!,
    activeSignInUri: activeSignInUri!,
    metadataExchangeUri: metadataExchangeUri!,
    signOutUri: signOutUri!,
    ...(signing ? { signing: signing.certificate } : {}),
    ...(next ? { next: next.certificate } : {}),
    ...over,
  };
};

const compare = (
  over: Partial<FederationInput> & {
    signing?: readonly Issued[];
    signer?: Issued;
    farm?: Partial<Parameters<typeof metadataXml>[0]>;
  } = {},
): { firing: readonly string[]; of: (name: string) => Finding; result: ReturnType<typeof compareDomain> } => {
  const { signing = [old], signer, farm, ...rest } = over;
  const document = metadataXml({
    host,
    signing: signing.map(({ base64 }) => base64),
    ...(signer ? { signer: signer.base64 } : {}),
    ...farm,
  });
  const result = compareDomain({
    trust: trustOf(),
    others: [],
    host,
    fetched: { metadata: readMetadata(Buffer.from(document)), trusted: true },
    now,
    state: {},
    environment: '',
    ...rest,
  });
  const short = (key: string): string => key.replace('federation/contoso.com/', '');
  return {
    result,
    firing: result.findings.filter(({ state }) => state === 'firing').map(({ key }) => short(key)),
    of: (name) => result.findings.find(({ key }) => short(key) === name)!,
  };
};

test('a trust that agrees: every key is reported once and nothing fires', () => {
  const { firing, result } = compare();
  expect(firing).toEqual([]);
  const keys = result.findings.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(result.comparison.rows.every(({ verdict }) => verdict === 'match')).toBe(true);
  expect(keys.every((key) => !/\d/.test(key))).toBe(true);
});

describe('signing certificates', () => {
  test('a primary that Entra does not know is an outage, with both values, the codes and the command', () => {
    const { of, firing } = compare({ signing: [fresh, old], signer: fresh });
    expect(firing).toEqual(['token-signing']);
    const finding = of('token-signing');
    expect(finding).toMatchObject({
      severity: 'critical',
      entry: '5000811',
      affected: 'all federated users of contoso.com',
    });
    expect(finding.codes).toEqual(expect.arrayContaining(['5000811', '50008', '80041317', '80043431']));
    expect(finding.adfs).toContain(fresh.certificate.fingerprint.replaceAll(':', ''));
    expect(finding.entra).toContain(old.certificate.fingerprint.replaceAll(':', ''));
    expect(finding.command?.text).toContain("-DomainId 'contoso.com'");
    expect(finding.command?.text).toContain('-WhatIf');
  });

  test("a primary that is Entra's next one is well: Entra accepts both", () => {
    const { firing, result } = compare({ signing: [fresh, old], signer: fresh, trust: trustOf({}, old, fresh) });
    expect(firing).toEqual([]);
    expect(result.comparison.rows.find(({ attribute }) => attribute === 'Signing certificate')!.note).toContain(
      'NextSigningCertificate',
    );
  });

  test('an old certificate that AD FS still lists is no next one', () => {
    expect(compare({ signing: [fresh, old], signer: fresh, trust: trustOf({}, fresh) }).firing).toEqual([]);
  });

  test('certificates are compared whole: a new one with the same key is another one, and that is said', () => {
    const again = cert(-1, 364, old);
    const { of } = compare({ signing: [again] });
    expect(of('token-signing')).toMatchObject({
      state: 'firing',
      evidence: expect.stringContaining('The key is the same'),
    });
  });

  test('without a signature, an unknown certificate among known ones is not taken for an outage', () => {
    const both = compare({ signing: [old, fresh], farm: { signer: null } });
    expect(both.of('token-signing').state).toBe('ok');
    expect(both.of('token-signing-expiry').state).toBe('unknown');
    const strange = cert(-5, 300);
    expect(compare({ signing: [strange, fresh], farm: { signer: null } }).of('token-signing').state).toBe('firing');
  });

  test('a federated domain without any signing certificate in Entra is an outage, even while AD FS cannot be read', () => {
    expect(compare({ trust: trustOf({}, null) }).of('token-signing').title).toContain('no token-signing certificate');
    const blind = compare({ trust: trustOf({}, null), fetched: new CheckError('timed out', 'x') });
    expect(blind.firing).toEqual(['token-signing']);
  });

  test('one in Entra that cannot be read is not taken for none', () => {
    const trust = trustOf({ unreadable: true }, null);
    expect(compare({ trust }).of('token-signing').state).toBe('unknown');
  });

  test('a federated domain without any configuration is an outage', () => {
    const { firing } = compare({
      trust: { domain: 'contoso.com', subdomains: [], unreadable: false },
      host: undefined,
      fetched: undefined,
    });
    expect(firing).toEqual(['token-signing']);
  });

  test('no certificate body and no key is in what is found', () => {
    const text = JSON.stringify(compare({ signing: [fresh, old], signer: fresh }).result);
    for (const { base64 } of [old, fresh]) expect(text).not.toContain(base64.slice(60, 120));
    expect(text).not.toContain('BEGIN');
  });
});

describe('the issuer', () => {
  const http = 'http://sts.contoso.com/adfs/services/trust';
  test.each<[string, string | undefined, string[]]>([
    ['that of the farm', http, []],
    ["the domain's own, with the slash", 'http://contoso.com/adfs/services/trust/', []],
    ["the domain's own, without the slash", 'http://contoso.com/adfs/services/trust', []],
    ['with a slash too many', `${http}/`, ['issuer-spelling']],
    ['with https', http.replace('http:', 'https:'), ['issuer-spelling']],
    ['in capitals', http.replace('sts', 'STS'), ['issuer-spelling']],
    ["another domain's", 'http://fabrikam.com/adfs/services/trust/', ['issuer']],
    ['an old host', 'http://fs.contoso.com/adfs/services/trust', ['issuer']],
    ['none', undefined, ['issuer']],
  ])('%s: %s', (_name, issuerUri, expected) => {
    expect(compare({ trust: trustOf({ issuerUri }) }).firing).toEqual(expected);
  });

  test('the finding says what differs and names 80043431 with the value of AD FS in the command', () => {
    const finding = compare({ trust: trustOf({ issuerUri: `${http}/` }) }).of('issuer-spelling');
    expect(finding.title).toContain('the final slash');
    expect(finding).toMatchObject({ severity: 'critical', entry: '80043431', adfs: http, entra: `${http}/` });
    expect(finding.codes).toContain('80043431');
    expect(finding.command?.text).toContain(`-IssuerUri '${http}'`);
  });

  test('where several domains share a farm, a claim rule may make another value right: a warning', () => {
    const other = { ...trustOf(), domain: 'fabrikam.com', issuerUri: 'http://fabrikam.com/adfs/services/trust/' };
    const finding = compare({ trust: trustOf({ issuerUri: 'urn:contoso' }), others: [other] }).of('issuer');
    expect(finding).toMatchObject({
      state: 'firing',
      severity: 'warning',
      evidence: expect.stringContaining('claim rule'),
    });
    expect(finding.command?.text).toContain("'http://contoso.com/adfs/services/trust/'");
  });

  test('a domain that signs in somewhere else does not share the farm', () => {
    const other = {
      ...trustOf({ passiveSignInUri: 'https://login.example.com/sso' }),
      domain: 'fabrikam.com',
      issuerUri: 'urn:x',
    };
    expect(compare({ trust: trustOf({ issuerUri: 'urn:contoso' }), others: [other] }).of('issuer').severity).toBe(
      'critical',
    );
  });

  test('two domains with one issuer are found on both', () => {
    const other = { ...trustOf(), domain: 'fabrikam.com' };
    expect(compare({ others: [other] }).of('issuer-shared')).toMatchObject({
      state: 'firing',
      entry: 'federated-domains-issuer-rule',
    });
  });

  test('from metadata over an untrusted connection no value enters the command', () => {
    const { result } = compare({ trust: trustOf({ issuerUri: 'urn:old' }) });
    const document = metadataXml({ host, signing: [old.base64] });
    const untrusted = compare({
      trust: trustOf({ issuerUri: 'urn:old' }),
      fetched: { metadata: readMetadata(Buffer.from(document)), trusted: false },
    });
    expect(untrusted.of('issuer').command?.text).toContain("'<Identifier from Get-AdfsProperties>'");
    expect(result.findings.find(({ key }) => key.endsWith('/issuer'))?.command?.text).toContain(`'${http}'`);
  });
});

describe('the addresses', () => {
  const moved = (uri: string): string => uri.replace(host, 'fs.old.example');
  const fields = configuration(host) as Record<string, string>;
  test.each([
    ['passiveSignInUri', 'passive-sign-in', 'critical'],
    ['activeSignInUri', 'active-sign-in', 'warning'],
    ['metadataExchangeUri', 'metadata-exchange', 'warning'],
    ['signOutUri', 'sign-out', 'info'],
  ])('%s on another host', (field, key, severity) => {
    const { firing, of } = compare({ trust: trustOf({ [field]: moved(fields[field]!) }) });
    expect(firing).toEqual([key]);
    expect(of(key)).toMatchObject({ severity, adfs: fields[field], entra: moved(fields[field]!) });
    expect(of(key).command?.text).toContain(`'${fields[field]}'`);
  });

  test.each([
    ['passiveSignInUri', 'https://STS.contoso.com/adfs/ls'],
    ['passiveSignInUri', 'https://sts.contoso.com/ADFS/LS/'],
    ['passiveSignInUri', 'https://sts.contoso.com:443/adfs/ls/'],
    ['signOutUri', 'https://sts.contoso.com/adfs/ls/?wa=wsignout1.0'],
    ['signOutUri', undefined],
  ])('%s as %s does no harm', (field, value) => {
    expect(compare({ trust: trustOf({ [field]: value }) }).firing).toEqual([]);
  });

  test('http is not https', () => {
    expect(compare({ trust: trustOf({ passiveSignInUri: 'http://sts.contoso.com/adfs/ls/' }) }).firing).toEqual([
      'passive-sign-in',
    ]);
  });

  test('certificatemixed in the metadata is not taken for the active address', () => {
    expect(compare().of('active-sign-in').adfs).toBe('https://sts.contoso.com/adfs/services/trust/2005/usernamemixed');
  });
});

describe("Entra's own look at the metadata", () => {
  const update = (result: string, at = now - 3_600_000): Trust => trustOf({ update: { result, at } });
  test.each([
    ['success', 'ok'],
    ['Success', 'ok'],
    ['noNewCertificateFound', 'ok'],
    ['unknownFutureValue', 'unknown'],
    ['couldNotAccessRemoteHost', 'firing'],
    ['COULDNOTACCESSREMOTEHOST', 'firing'],
    ['connectionError', 'firing'],
    ['forbidden', 'firing'],
    ['notFound', 'firing'],
    ['xmlParsingError', 'firing'],
    ['noStsAuthUrlFound', 'firing'],
  ])('%s is %s', (result, state) => {
    expect(compare({ trust: update(result) }).of('certificate-update').state).toBe(state);
  });

  test('one bad run is told quietly, a second one a day later as a warning, and a good one clears it', () => {
    const first = compare({ trust: update('connectionError', now - 26 * 3_600_000) });
    expect(first.of('certificate-update').severity).toBe('info');
    const second = compare({ trust: update('connectionError'), state: first.result.state });
    expect(second.of('certificate-update')).toMatchObject({ state: 'firing', severity: 'warning' });
    const third = compare({ trust: update('success'), state: second.result.state });
    expect(third.of('certificate-update').state).toBe('ok');
    expect(third.result.state.failing).toEqual({});
  });

  test('while a certificate is about to end, one bad run is enough', () => {
    const ending = cert(-340, 25);
    const { of } = compare({ signing: [ending], trust: trustOf({ update: { result: 'forbidden', at: now } }, ending) });
    expect(of('certificate-update').severity).toBe('warning');
  });

  test('an answer of last year is not held against today', () => {
    expect(compare({ trust: update('notFound', now - 300 * day) }).of('certificate-update').severity).toBe('info');
  });
});

describe('what cannot be compared', () => {
  test('metadata that cannot be reached leaves every key unknown, with its reason and its parent', () => {
    const { firing, of, result } = compare({ fetched: new CheckError('timed out', 'no answer') });
    expect(firing).toEqual([]);
    expect(of('metadata')).toMatchObject({
      state: 'unknown',
      evidence: 'no answer',
      parent: `endpoint/${host}/metadata`,
    });
    expect(of('issuer')).toMatchObject({ state: 'unknown', parent: 'federation/contoso.com/metadata' });
    expect(result.findings).toHaveLength(compare().result.findings.length);
  });

  test('metadata that is hostile or broken fires', () => {
    expect(compare({ fetched: new CheckError('malformed', 'a web page') }).firing).toEqual(['metadata']);
  });

  test('a domain that signs in elsewhere than AD FS is said to be so', () => {
    const trust = trustOf({ passiveSignInUri: 'https://login.example.com/app/sso' });
    expect(signInOf(trust, {})).toEqual({ target: { host: 'login.example.com' }, adfs: false });
    expect(compare({ trust, host: undefined, fetched: undefined }).of('metadata').evidence).toContain(
      'SIGNPOST_ADFS_HOST=contoso.com=',
    );
    expect(signInOf(trust, { 'contoso.com': { host } })).toEqual({ target: { host }, adfs: true });
    expect(signInOf(trustOf({ passiveSignInUri: 'https://10.0.0.1/adfs/ls/' }), {})).toBeUndefined();
    const elsewhere = trustOf({ passiveSignInUri: `https://${host}:22/adfs/ls/` });
    expect(signInOf(elsewhere, {})).toBeUndefined();
    expect(signInOf(elsewhere, { 'contoso.com': { host, port: 22 } })?.target).toEqual({ host, port: 22 });
  });

  test('with only what Entra tells anybody, no outage is made up', () => {
    const trust = { ...trustOf({ issuerUri: undefined, signOutUri: undefined }, null), partial: true };
    const { firing, of, result } = compare({ trust });
    expect(firing).toEqual([]);
    expect(of('issuer').state).toBe('unknown');
    expect(of('passive-sign-in').state).toBe('ok');
    expect(result.comparison.rows.find(({ attribute }) => attribute === 'Issuer')).toMatchObject({
      verdict: 'cannot tell',
      note: 'needs Microsoft Graph',
    });
  });

  test('subdomains are told with their root', () => {
    const { of } = compare({ trust: trustOf({ subdomains: ['eu.contoso.com'] }), signing: [fresh] });
    expect(of('token-signing')).toMatchObject({
      domains: ['contoso.com', 'eu.contoso.com'],
      affected: 'all federated users of contoso.com and of eu.contoso.com',
    });
  });
});

describe('a year of rollovers', () => {
  const documents = new Map<string, Metadata>();
  const read = (document: string): Metadata => {
    const known = documents.get(document) ?? readMetadata(Buffer.from(document));
    documents.set(document, known);
    return known;
  };

  /** Runs a day at a time; `entra` learns of new certificates so many days after they appear, or never. */
  const year = (
    learns: number | undefined,
    autoRollover = true,
  ): readonly (readonly [left: number, keys: string])[] => {
    const began = Date.UTC(2027, 0, 1);
    const starts = (one: Issued): number => Date.parse(one.certificate.validFrom);
    const make = (from: number): Issued => issue({ name: 'ADFS Signing', from, to: from + 365 * day });
    let primary = make(began);
    let next: Issued | undefined;
    let trust: Trust = trustOf({}, primary);
    let state: FederationState = {};
    const seen: (readonly [number, string])[] = [];
    const firstEnd = began + 365 * day;
    for (let t = began; t < began + 400 * day; t += day) {
      const left = Date.parse(primary.certificate.validTo) - t;
      if (autoRollover && !next && left <= 20 * day) next = make(t);
      if (next && starts(next) > starts(primary) && t - starts(next) >= 5 * day) [primary, next] = [next, primary];
      if (next && Date.parse(next.certificate.validTo) <= t) next = undefined;
      if (learns !== undefined)
        for (const one of [primary, next])
          if (one && t - Date.parse(one.certificate.validFrom) >= learns * day && one.certificate !== trust.signing)
            if (Date.parse(one.certificate.validFrom) > Date.parse(trust.next?.validFrom ?? trust.signing!.validFrom))
              trust = { ...trust, next: one.certificate };
      const document = metadataXml({ host, signing: [primary, ...(next ? [next] : [])].map(({ base64 }) => base64) });
      const result = compareDomain({
        trust,
        others: [],
        host,
        fetched: { metadata: read(document), trusted: true },
        now: t,
        state,
        environment: '',
      });
      state = result.state;
      const keys = result.findings
        .filter((finding) => finding.state === 'firing')
        .map(({ key, severity }) => `${key.split('/').at(-1)}:${severity}`)
        .join(' ');
      if (keys !== (seen.at(-1)?.[1] ?? '')) seen.push([Math.round((firstEnd - t) / day), keys]);
    }
    return seen;
  };

  test('Entra learns within two days: a warning between, no outage', () => {
    expect(year(2)).toEqual([
      [34, 'token-signing-expiry:info'],
      [20, 'token-signing-next:warning'],
      [18, ''],
    ]);
  });

  test('Entra never learns: warned 20 days before the end, critical two days before the promotion, outage at it', () => {
    expect(year(undefined)).toEqual([
      [34, 'token-signing-expiry:info'],
      [20, 'token-signing-next:warning'],
      [17, 'token-signing-next:critical'],
      [15, 'token-signing:critical'],
    ]);
  });

  test('Entra learns late: the outage is told and clears', () => {
    expect(year(8).slice(-2)).toEqual([
      [15, 'token-signing:critical'],
      [12, ''],
    ]);
  });

  test('no new certificate appears: rollover is off, a warning, then critical', () => {
    expect(year(0, false)).toEqual([
      [34, 'token-signing-expiry:info'],
      [19, 'token-signing-expiry:warning'],
      [14, 'token-signing-expiry:critical'],
    ]);
  });
});

describe('commands', () => {
  test.each([
    "http://x/'; Remove-Item C:\\ -Recurse; '",
    'http://x/$(calc)',
    'http://x/`n',
    'http://x/\u2019; calc; \u2018',
    'http://x/\r\ncalc',
    'http://x/"',
    'javascript:alert(1)',
    'http://x/ y',
    `http://x/${'a'.repeat(500)}`,
    '',
  ])('%j does not enter a command', (value) => {
    const { text } = setUri('contoso.com', 'IssuerUri', value, '');
    expect(text).toContain("-IssuerUri '<Identifier from Get-AdfsProperties>'");
    expect(value === '' || !text.includes(value)).toBe(true);
  });

  test.each(["contoso.com'; calc; '", 'contoso.com\u2019', '$(calc).com', 'a b.com'])(
    '%j is no domain for a command',
    (domain) => {
      expect(setSigning(domain, '').text).toContain("-DomainId '<domain>'");
      expect(setUri(domain, 'SignOutUri', 'https://a.b/', '').text).not.toContain('calc');
    },
  );

  test('no value whatever ends its quotes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (value) => {
          const { text } = setUri(value, 'IssuerUri', value, '');
          const inside =
            /^Update-Mg\S+ -DomainId '([^']*)' -InternalDomainFederationId \$f\.Id -IssuerUri '([^']*)' -WhatIf$/m.exec(
              text,
            );
          expect(inside?.[1]).toMatch(/^(?:<domain>|[A-Za-z0-9.-]+)$/);
          expect(inside?.[2]).toMatch(/^(?:<Identifier from Get-AdfsProperties>|[A-Za-z0-9.:/~_-]+)$/);
        },
      ),
    );
  });

  test('a national cloud is connected to by its name', () => {
    expect(setSigning('contoso.us', 'USGov').text).toContain('-Environment USGov');
    expect(setUri('a.cn', 'IssuerUri', 'urn:a:b', 'China').text).toContain("-IssuerUri 'urn:a:b'");
  });

  test('a hostile issuer in the metadata shows no control characters and stays out of the command', () => {
    const entityId = "http://x/\u202E';calc;'\u0085";
    const { of } = compare({ farm: { entityId }, trust: trustOf({ issuerUri: 'urn:old' }) });
    const shown = JSON.stringify(of('issuer'));
    expect(shown).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(of('issuer').command?.text).not.toContain('calc');
  });
});

test('every entry that a finding names is in the catalog', () => {
  const names = new Set(
    readdirSync(new URL('../../catalog', import.meta.url), { recursive: true, encoding: 'utf8' }).map((path) =>
      path.split(/[/\\]/).at(-1),
    ),
  );
  const folder = new URL('../../src/checks/', import.meta.url);
  const entries = readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(?:\? \{ )?entry: /.test(line))
      .flatMap((line) => [...line.slice(line.indexOf('entry:')).matchAll(/'([\w-]{5,})'/g)].map(([, entry]) => entry!)),
  );
  expect(new Set(entries).size).toBeGreaterThan(10);
  expect(entries.filter((entry) => !['secret', 'metadata'].includes(entry) && !names.has(`${entry}.md`))).toEqual([]);
});
