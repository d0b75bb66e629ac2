/** A tiny certificate authority: X.509 v3 with EC P-256 keys, written in DER by hand, for servers and documents in tests. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  for (let rest = body.length; rest > 0; rest >>= 8) length.unshift(rest & 255);
  const head = body.length < 128 ? [body.length] : [0x80 | length.length, ...length];
  return Buffer.concat([Buffer.from([tag, ...head]), body]);
};

const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const integer = (bytes: Uint8Array): Buffer => tlv(0x02, bytes[0]! & 0x80 ? Buffer.from([0, ...bytes]) : bytes);
const bits = (bytes: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), bytes);
const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes);
const yes = tlv(0x01, Buffer.from([0xff]));

const oid = (dotted: string): Buffer => {
  const [a = 0, b = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((arc) => {
    const digits = [arc & 127];
    for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift((left & 127) | 128);
    return digits;
  });
  return tlv(0x06, Buffer.from([a * 40 + b, ...bytes]));
};

const name = (commonName: string): Buffer =>
  sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(commonName)))));

/** UTCTime until 2049, GeneralizedTime after. */
const time = (at: number): Buffer => {
  const text = new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return Number(text.slice(0, 4)) < 2050
    ? tlv(0x17, Buffer.from(`${text.slice(2)}Z`))
    : tlv(0x18, Buffer.from(`${text}Z`));
};

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [yes] : []), octets(value));

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

export type Issued = {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
  readonly pem: string;
  readonly keyPem: string;
  /** The DER in base64, as metadata and Graph hold it. */
  readonly base64: string;
};

const day = 86_400_000;

/** Issues a certificate; without `by` it is signed by its own key. */
export const issue = (what: {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  readonly by?: Issued;
  readonly ca?: boolean;
  /** DNS names. */
  readonly for?: readonly string[];
  /** Re-issues with the key of another. */
  readonly keyOf?: Issued;
  /** An RSA key, which the sign-in of Entra asks for. */
  readonly rsa?: boolean;
}): Issued => {
  const { from = Date.now() - day, to = Date.now() + 365 * day, ca = false } = what;
  const made = what.keyOf
    ? { privateKey: what.keyOf.key, publicKey: what.keyOf.certificate.publicKey }
    : what.rsa
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuerName = what.by ? what.by.certificate.subject.replace(/^CN=/, '') : what.name;
  const serial = randomBytes(8);
  serial[0] = (serial[0]! & 0x7f) | 1;
  const alternatives = what.for?.map((dns) => tlv(0x82, Buffer.from(dns)));
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    name(issuerName),
    sequence(time(from), time(to)),
    name(what.name),
    made.publicKey.export({ format: 'der', type: 'spki' }),
    tlv(
      0xa3,
      sequence(
        extension('2.5.29.19', true, ca ? sequence(yes) : sequence()),
        ...(ca ? [extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1))] : []),
        ...(alternatives ? [extension('2.5.29.17', false, sequence(...alternatives))] : []),
      ),
    ),
  );
  const der = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, what.by?.key ?? made.privateKey)));
  const base64 = der.toString('base64');
  const certificate = new X509Certificate(der);
  return {
    certificate,
    key: made.privateKey,
    pem: certificate.toString(),
    keyPem: made.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    base64,
  };
};
