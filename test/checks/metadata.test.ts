import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { maxMetadataBytes, readMetadata } from '../../src/checks/metadata.ts';
import { CheckError } from '../../src/model/errors.ts';
import { issue } from './certificates.ts';
import { metadataXml } from './farm.ts';

const host = 'sts.contoso.com';
const one = issue({ name: `ADFS Signing - ${host}` });
const two = issue({ name: `ADFS Signing - ${host}` });
const decrypting = issue({ name: `ADFS Encryption - ${host}` });
const bytes = (text: string): Buffer => Buffer.from(text);
const document = metadataXml({
  host,
  signing: [one.base64, two.base64],
  signer: two.base64,
  encryption: decrypting.base64,
});

/** The kind and the words of the refusal, and how long it took in milliseconds. */
const refusal = (input: Uint8Array): { kind: string; message: string; took: number } => {
  const began = performance.now();
  try {
    readMetadata(input);
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { kind: error.kind, message: error.message, took: performance.now() - began };
  }
  throw new Error('it was read');
};

test('the issuer, the signing certificates, the signer and the addresses are read', () => {
  const read = readMetadata(bytes(document));
  expect(read.entityId).toBe('http://sts.contoso.com/adfs/services/trust');
  expect(read.signing.map(({ fingerprint256 }) => fingerprint256)).toEqual([
    one.certificate.fingerprint256,
    two.certificate.fingerprint256,
  ]);
  expect(read.signer?.fingerprint256).toBe(two.certificate.fingerprint256);
  expect(read.passive).toBe('https://sts.contoso.com/adfs/ls/');
  expect(read.active).toBe('https://sts.contoso.com/adfs/services/trust/2005/certificatemixed');
  expect(read.mex).toBe('https://sts.contoso.com/adfs/services/trust/mex');
});

test('the decryption certificate and the role of a relying party are left alone', () => {
  const read = readMetadata(bytes(document));
  expect(read.signing.some((c) => c.fingerprint256 === decrypting.certificate.fingerprint256)).toBe(false);
  expect(read.passive).not.toContain('relying-party');
});

test('prefixes are names of namespaces, not part of the format', () => {
  const renamed = document
    .replace('<EntityDescriptor ', '<m:EntityDescriptor xmlns:m="urn:oasis:names:tc:SAML:2.0:metadata" ')
    .replace('</EntityDescriptor>', '</m:EntityDescriptor>')
    .replaceAll('fed:', 'w:')
    .replaceAll('xmlns:fed', 'xmlns:w');
  expect(readMetadata(bytes(renamed)).signing).toHaveLength(2);
  const foreign = document.replaceAll('http://docs.oasis-open.org/wsfed/federation/200706', 'urn:somebody-else');
  expect(readMetadata(bytes(foreign)).active).toBeUndefined();
});

test('a document signed with a certificate that is not among the signing ones names no primary', () => {
  const odd = metadataXml({ host, signing: [one.base64], signer: decrypting.base64 });
  expect(readMetadata(bytes(odd)).signer).toBeUndefined();
  expect(readMetadata(bytes(metadataXml({ host, signing: [one.base64], signer: null }))).signer).toBeUndefined();
});

test('line breaks inside the certificate do not matter', () => {
  const broken = document.replaceAll(one.base64, one.base64.replace(/.{64}/g, '$&\r\n  '));
  expect(readMetadata(bytes(broken)).signing).toHaveLength(2);
});

test('UTF-16 is read with and without a byte order mark, and UTF-8 with one', () => {
  const utf16 = document.replace('encoding="utf-8"', 'encoding="utf-16"');
  const little = Buffer.from(utf16, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const input of [
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    little,
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(document)]),
  ])
    expect(readMetadata(input).signing).toHaveLength(2);
});

describe('hostile and broken documents are refused with the reason', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join('')}]>`;
  const cases: readonly (readonly [name: string, input: Uint8Array, kind: string, says: RegExp])[] = [
    ['a billion laughs', bytes(`<?xml version="1.0"?>${laughs}<a>&lol9;</a>`), 'malformed', /document type/],
    [
      'a file of this computer',
      bytes(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`),
      'malformed',
      /document type/,
    ],
    [
      'a parameter entity',
      bytes(document.replace('<EntityDescriptor', '<!ENTITY % x "y"><EntityDescriptor')),
      'malformed',
      /document type/,
    ],
    ['50 MB', Buffer.alloc(50_000_000, 0x20), 'too large', /larger than 1000 kB/],
    ['one byte too many', Buffer.alloc(maxMetadataBytes + 1, 0x20), 'too large', /not read/],
    ['nothing', new Uint8Array(), 'malformed', /is empty/],
    ['blanks only', Buffer.alloc(1_000, 0x20), 'malformed', /./],
    [
      'a web page',
      bytes('<!-- x --><html><head><title>Sign in</title></head><body><br></body></html>'),
      'malformed',
      /./,
    ],
    ['an HTML5 page', bytes('<!DOCTYPE html><html><p>no</html>'), 'malformed', /document type/],
    ['plain text', bytes('Service Unavailable'), 'malformed', /./],
    ['JSON', bytes('{"error":"no"}'), 'malformed', /./],
    ['half a document', bytes(document.slice(0, document.length / 2)), 'malformed', /well-formed/],
    ['a lie about the encoding', bytes(document.replace('utf-8', 'utf-16')), 'malformed', /says that it is utf-16/],
    ['an encoding that nobody reads', bytes(document.replace('utf-8', 'utf-7')), 'malformed', /says that it is utf-7/],
    [
      'bytes that are no UTF-8',
      Buffer.concat([bytes(document.slice(0, 60)), Buffer.from([0xc3, 0x28, 0xff]), bytes(document.slice(60))]),
      'malformed',
      /not valid UTF-8/,
    ],
    [
      'UTF-16 cut in the middle of a character',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(document, 'utf16le').subarray(0, -1)]),
      'malformed',
      /./,
    ],
    ['a NUL inside', bytes(document.replace('_a1', '_\u0000a')), 'malformed', /forbids/],
    ['100,000 levels', bytes('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), 'malformed', /deep/],
    ['300,000 tags that never close', bytes('<a '.repeat(300_000)), 'malformed', /./],
    [
      '60,000 attributes',
      bytes(`<a ${Array.from({ length: 60_000 }, (_, i) => `a${i}="b"`).join(' ')}/>`),
      'malformed',
      /./,
    ],
    ['140,000 empty elements', bytes(`<r>${'<a></a>'.repeat(140_000)}</r>`), 'malformed', /is a r/],
    ['names that reach for the prototype', bytes('<__proto__ constructor="x"/>'), 'malformed', /./],
    ['two root elements', bytes('<a/><b/>'), 'malformed', /root/],
    ['another document', bytes('<a xmlns="urn:x"/>'), 'malformed', /is a a/],
    [
      'no token service',
      bytes('<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>'),
      'malformed',
      /no token service/,
    ],
    ['no issuer', bytes(document.replace(/entityID="[^"]*"/, '')), 'malformed', /no entityID/],
    ['a certificate that is none', bytes(document.replaceAll(one.base64, 'AAAA')), 'malformed', /cannot be read/],
    [
      'a certificate cut short',
      bytes(document.replaceAll(one.base64, one.base64.slice(0, 200))),
      'malformed',
      /cannot be read/,
    ],
  ];
  test.each(cases)('%s', (_name, input, kind, says) => {
    const seen = refusal(input);
    expect(seen.kind).toBe(kind);
    expect(seen.message).toMatch(says);
    expect(seen.message.length).toBeLessThan(300);
    expect(seen.took).toBeLessThan(3_000);
  });
});

test('whatever bytes come, they are read or refused, and nothing else happens', () => {
  const around = fc
    .tuple(fc.nat(document.length), fc.nat(40), fc.uint8Array({ maxLength: 12 }))
    .map(([at, cut, put]) => Buffer.concat([bytes(document.slice(0, at)), put, bytes(document.slice(at + cut))]));
  const marks = fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        "'",
        '&',
        ';',
        '<a',
        '</a>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?',
        '?>',
        ' ',
        '=',
        'x',
      ),
    )
    .map((parts) => bytes(parts.join('')));
  fc.assert(
    fc.property(fc.oneof(around, marks, fc.uint8Array()), (input) => {
      try {
        readMetadata(input);
      } catch (error) {
        if (!(error instanceof CheckError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});

test('an entity that was never declared stays as it is written', () => {
  const odd = document.replace(/entityID="[^"]*"/, 'entityID="http://a/&unknown;"');
  expect(readMetadata(bytes(odd)).entityId).toBe('http://a/&unknown;');
});
