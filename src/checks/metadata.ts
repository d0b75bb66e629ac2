/** AD FS federation metadata: bytes from the internet -> the facts that Entra must agree with. Hostile input is expected. */
import { X509Certificate } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CheckError } from '../model/errors.ts';

export type Metadata = {
  readonly entityId: string;
  /** Certificates that may sign tokens, in the order of the document, each once. */
  readonly signing: readonly X509Certificate[];
  /** The one of them that signed this document: very likely the primary. */
  readonly signer?: X509Certificate;
  /** Where browsers go. */
  readonly passive?: string;
  /** The first active endpoint that is named; AD FS names certificatemixed, never usernamemixed. */
  readonly active?: string;
  readonly mex?: string;
};

export const metadataPath = '/federationmetadata/2007-06/federationmetadata.xml';
export const maxMetadataBytes = 1_000_000;

/** Deeper than any real document; the deepest known one has 14 levels. */
const maxDepth = 60;

const md = 'urn:oasis:names:tc:SAML:2.0:metadata';
const ds = 'http://www.w3.org/2000/09/xmldsig#';
const fed = 'http://docs.oasis-open.org/wsfed/federation/200706';
const wsa = 'http://www.w3.org/2005/08/addressing';
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** Reads a document; throws `CheckError` of kind "malformed" or "too large" for anything that is not one. */
export const readMetadata = (bytes: Uint8Array): Metadata => {
  const root = rootOf(textOf(bytes));
  if (root.name !== 'EntityDescriptor' || root.namespace !== md)
    throw malformed(`is a ${root.name || 'document'}, not an EntityDescriptor`);
  const entityId = root.attributes.get('entityID')?.trim();
  if (!entityId) throw malformed('names no entityID');

  const services = root.children.filter(
    (child) => isA(child, md, 'RoleDescriptor') && typeOf(child) === `${fed} SecurityTokenServiceType`,
  );
  const providers = root.children.filter((child) => isA(child, md, 'IDPSSODescriptor'));
  const roles = [...services, ...providers];
  if (roles.length === 0)
    throw malformed('describes no token service: no SecurityTokenServiceType, no IDPSSODescriptor');

  const signing = new Map<string, X509Certificate>();
  for (const role of roles)
    for (const key of role.children)
      if (isA(key, md, 'KeyDescriptor') && key.attributes.get('use') === 'signing')
        for (const holder of under(key, ds, 'X509Certificate')) {
          const certificate = certificateOf(holder.text);
          if (!certificate) throw malformed('holds a signing certificate that cannot be read');
          signing.set(certificate.fingerprint256, certificate);
        }

  const signature = root.children.find((child) => isA(child, ds, 'Signature'));
  const shown =
    signature && under(signature, ds, 'X509Certificate').map(({ text }) => certificateOf(text)?.fingerprint256);
  const signer = shown?.map((fingerprint) => signing.get(fingerprint ?? '')).find((found) => found !== undefined);

  const addresses = services.flatMap((role) => under(role, wsa, 'Address').map(({ text }) => text.trim()));
  const ofEndpoint = (name: string): string | undefined =>
    services
      .flatMap((role) => role.children.filter((child) => isA(child, fed, name)))
      .flatMap((endpoint) => under(endpoint, wsa, 'Address', 2))
      .map(({ text }) => text.trim())[0];
  const passive =
    ofEndpoint('PassiveRequestorEndpoint') ??
    providers
      .flatMap((role) => role.children.filter((child) => isA(child, md, 'SingleSignOnService')))
      .map((service) => service.attributes.get('Location')?.trim())[0];
  const active = ofEndpoint('SecurityTokenServiceEndpoint');
  const mex = addresses.find((address) => /\/mex\/?$/i.test(address));
  return {
    entityId,
    signing: [...signing.values()],
    ...(signer ? { signer } : {}),
    ...(passive ? { passive } : {}),
    ...(active ? { active } : {}),
    ...(mex ? { mex } : {}),
  };
};

/** A certificate from the base64 that metadata and Graph hold; undefined for anything else. */
export const certificateOf = (base64: string): X509Certificate | undefined => {
  const bare = base64.replace(/\s+/g, '');
  if (bare.length < 100 || bare.length > 20_000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return undefined;
  try {
    return new X509Certificate(Buffer.from(bare, 'base64'));
  } catch {
    return undefined;
  }
};

// Bytes to text

const malformed = (why: string): CheckError =>
  new CheckError('malformed', `The federation metadata cannot be used: it ${why}.`);

const textOf = (bytes: Uint8Array): string => {
  if (bytes.byteLength > maxMetadataBytes)
    throw new CheckError(
      'too large',
      `The federation metadata is larger than ${maxMetadataBytes / 1_000} kB and was not read. AD FS sends 30 to 80 kB.`,
    );
  if (bytes.byteLength === 0) throw malformed('is empty');
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw malformed(`is not valid ${encoding.toUpperCase()}`);
  }
  const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(text)?.[1]?.toLowerCase();
  if (declared && !(encoding === 'utf-8' ? ['utf-8', 'us-ascii'] : ['utf-16', encoding]).includes(declared))
    throw malformed(`says that it is ${declared} and is not`);
  return text;
};

/** By the first bytes, as the XML standard tells in its appendix F. */
const encodingOf = ([a, b]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return 'utf-8';
};

// Text to elements

type Element = {
  readonly name: string;
  readonly namespace: string;
  /** Without namespace by their name, with one as "namespace name". */
  readonly attributes: ReadonlyMap<string, string>;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
};

/** What the parser returns with `preserveOrder`: one object for each node, its name as the key. */
type Node = Readonly<Record<string, unknown>>;

const rootOf = (text: string): Element => {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text))
    throw malformed(
      'holds a document type definition, which is refused because it can make the reader do work for others',
    );
  // eslint-disable-next-line no-control-regex -- these characters are what XML forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text))
    throw malformed('holds characters that XML forbids');
  if (/^\s*<(?:html|head|body)\b/i.test(text.replace(/^\uFEFF?(?:<\?[^>]*\?>)?/, '')))
    throw malformed('is a web page, not XML');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw malformed(`is not well-formed XML (line ${valid.err.line})`);
  let nodes: readonly Node[];
  try {
    nodes = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      maxNestedTags: maxDepth,
    }).parse(text) as readonly Node[];
  } catch (error) {
    throw malformed(
      /nested/i.test(String(error)) ? `nests its elements more than ${maxDepth} deep` : 'is not well-formed XML',
    );
  }
  const roots = nodes.filter((node) => nameOf(node) !== undefined);
  if (roots.length !== 1) throw malformed(`has ${roots.length} root elements`);
  return element(roots[0]!, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]));
};

const nameOf = (node: Node): string | undefined =>
  Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'));

const element = (node: Node, outer: ReadonlyMap<string, string>): Element => {
  const tag = nameOf(node)!;
  const given = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>);
  const declared = given.flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  const prefixes = declared.length > 0 ? new Map([...outer, ...declared]) : outer;
  const [prefix, name] = split(tag);
  const attributes = new Map(
    given.map(([key, value]): [string, string] => {
      const [space, local] = split(key);
      return [space === '' ? local : `${prefixes.get(space) ?? '?'} ${local}`, value];
    }),
  );
  const inner = node[tag] as readonly Node[];
  return {
    name,
    namespace: prefixes.get(prefix) ?? '',
    attributes,
    prefixes,
    children: inner.filter((child) => nameOf(child) !== undefined).map((child) => element(child, prefixes)),
    text: inner.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
  };
};

const split = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
};

const isA = (one: Element, namespace: string, name: string): boolean =>
  one.name === name && one.namespace === namespace;

/** All elements of that name below, at most `depth` levels down. */
const under = (one: Element, namespace: string, name: string, depth = maxDepth): readonly Element[] =>
  depth === 0
    ? []
    : one.children.flatMap((child) =>
        isA(child, namespace, name) ? [child] : under(child, namespace, name, depth - 1),
      );

/** `xsi:type` with its prefix resolved: "namespace name". */
const typeOf = (one: Element): string => {
  const [prefix, name] = split(one.attributes.get(`${xsi} type`)?.trim() ?? '');
  return `${one.prefixes.get(prefix) ?? ''} ${name}`;
};
