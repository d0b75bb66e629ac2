/** A sign-in service on loopback: its documents, its TLS servers, and the Graph that keeps the other side of its trust. */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Net } from '../../src/checks/target.ts';
import { mexPath } from '../../src/checks/endpoint.ts';
import { metadataPath } from '../../src/checks/metadata.ts';
import type { Issued } from './certificates.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type Running = { readonly port: number; close(): Promise<void> };

const listen = async (server: Server): Promise<Running> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

export const httpServer = (handler: Handler): Promise<Running> => listen(createHttp(handler));

/** A TLS server; `sni` makes it drop who does not name it, as AD FS does. */
export const tlsServer = (
  shown: { readonly leaf: Issued; readonly above?: readonly Issued[]; readonly sni?: string },
  handler: Handler,
  options: ServerOptions = {},
): Promise<Running> => {
  const { leaf, above = [], sni } = shown;
  const own = { key: leaf.keyPem, cert: [leaf, ...above].map(({ pem }) => pem).join('') };
  return listen(
    createHttps(
      sni
        ? {
            ...options,
            SNICallback: (name, done) =>
              name === sni ? done(null, createSecureContext(own)) : done(new Error('no such name')),
          }
        : { ...options, ...own },
      handler,
    ),
  );
};

/** A net in which the given addresses are loopback ports; nothing else can be reached. */
export const netOf = (
  names: Readonly<Record<string, readonly string[]>>,
  ports: Readonly<Record<string, number>>,
  root?: Issued,
): Net => ({
  resolve: async (host) => {
    const found = names[host];
    if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  },
  dial: (address, port) => connect({ host: '127.0.0.1', port: ports[`${address}:${port}`] ?? ports[address] ?? 1 }),
  ...(root ? { ca: [root.pem] } : {}),
});

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A federation metadata document as AD FS writes it, shortened. The first certificate signs it unless another is named. */
export const metadataXml = (farm: {
  readonly host: string;
  readonly entityId?: string;
  readonly signing: readonly string[];
  readonly signer?: string | null;
  readonly passive?: string;
  readonly encryption?: string;
}): string => {
  const { host, entityId = `http://${host}/adfs/services/trust`, signing, encryption = '' } = farm;
  const signer = farm.signer === null ? undefined : (farm.signer ?? signing[0]);
  const passive = farm.passive ?? `https://${host}/adfs/ls/`;
  const key = (use: string, certificate: string): string =>
    `<KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  const keys = [
    ...(encryption ? [key('encryption', encryption)] : []),
    ...signing.map((one) => key('signing', one)),
  ].join('');
  const endpoint = (name: string, address: string, inner = ''): string =>
    `<fed:${name}><EndpointReference xmlns="http://www.w3.org/2005/08/addressing"><Address>${escaped(address)}</Address>${inner}</EndpointReference></fed:${name}>`;
  const mex = `<Metadata><Metadata xmlns="http://schemas.xmlsoap.org/ws/2004/09/mex"><MetadataSection><MetadataReference><Address xmlns="http://www.w3.org/2005/08/addressing">https://${host}${mexPath}</Address></MetadataReference></MetadataSection></Metadata></Metadata>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<EntityDescriptor ID="_a1" entityID="${escaped(entityId)}" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
${signer ? `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/><ds:SignatureValue>AAAA</ds:SignatureValue><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${signer}</X509Certificate></X509Data></KeyInfo></ds:Signature>` : ''}
<RoleDescriptor xsi:type="fed:ApplicationServiceType" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706" protocolSupportEnumeration="http://docs.oasis-open.org/ws-sx/ws-trust/200512">${encryption ? key('encryption', encryption) : ''}${endpoint('PassiveRequestorEndpoint', 'https://relying-party.example/')}</RoleDescriptor>
<RoleDescriptor xsi:type="fed:SecurityTokenServiceType" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706" protocolSupportEnumeration="http://docs.oasis-open.org/ws-sx/ws-trust/200512" ServiceDisplayName="Contoso">${keys}${endpoint('SecurityTokenServiceEndpoint', `https://${host}/adfs/services/trust/2005/certificatemixed`, mex)}${endpoint('PassiveRequestorEndpoint', passive)}</RoleDescriptor>
<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys}<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${escaped(passive)}"/></IDPSSODescriptor>
</EntityDescriptor>`;
};

const mexXml = '<?xml version="1.0"?><wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>';

/** Serves the two pages of a farm. */
export const farmPages =
  (document: string | Buffer, status = 200): Handler =>
  (request, response) => {
    const page = request.url === metadataPath ? document : request.url === mexPath ? mexXml : undefined;
    response.writeHead(page === undefined ? 404 : status, { 'content-type': 'application/xml' });
    response.end(status === 200 ? page : 'Service Unavailable');
  };

/** What Graph says about a federated domain. */
export const configuration = (
  host: string,
  over: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  '@odata.type': '#microsoft.graph.internalDomainFederation',
  id: '6601d14b-d113-8f64-fda2-9b5ddda18ecc',
  issuerUri: `http://${host}/adfs/services/trust`,
  passiveSignInUri: `https://${host}/adfs/ls/`,
  activeSignInUri: `https://${host}/adfs/services/trust/2005/usernamemixed`,
  metadataExchangeUri: `https://${host}${mexPath}`,
  signOutUri: `https://${host}/adfs/ls/`,
  signingCertificateUpdateStatus: { certificateUpdateResult: 'Success', lastRunDateTime: '2026-01-02T03:04:05Z' },
  ...over,
});

/** A Graph on loopback that answers by path; a handler may answer by itself. */
export const graphServer = async (
  answers: Readonly<Record<string, unknown>>,
): Promise<Running & { readonly root: string; readonly asked: string[]; readonly tokens: Set<string> }> => {
  const asked: string[] = [];
  const tokens = new Set<string>();
  const running = await httpServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    tokens.add(request.headers.authorization ?? '');
    const answer = answers[path] ?? answers[path.split('?')[0]!];
    if (typeof answer === 'function') return (answer as Handler)(request, response);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: { code: 'Request_ResourceNotFound', message: 'no' } }));
  });
  return { ...running, root: `http://127.0.0.1:${running.port}`, asked, tokens };
};

export const tokenOf = (token: string): { getToken(): Promise<string> } => ({ getToken: async () => token });

/** A clock that is moved by hand; waiting moves it. */
export const clockAt = (
  start: number,
): { now(): number; wait(ms: number): Promise<void>; at: number; waited: number[] } => {
  const clock = {
    at: start,
    waited: [] as number[],
    now: () => clock.at,
    wait: async (ms: number) => {
      if (ms > 0) {
        clock.at += ms;
        clock.waited.push(ms);
      }
    },
  };
  return clock;
};
