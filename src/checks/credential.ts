/** Who asks Graph: a credential of @azure/identity, loaded when the first token is needed. */
import { CheckError } from '../model/errors.ts';
import type { Cloud } from './clouds.ts';

export type CredentialSettings =
  | { readonly kind: 'secret'; readonly tenantId: string; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: 'certificate';
      readonly tenantId: string;
      readonly clientId: string;
      /** Path of a PEM file with certificate and private key. */
      readonly path: string;
      readonly password?: string;
    }
  /** Without `clientId` the identity that the machine itself has. */
  | { readonly kind: 'managed'; readonly clientId?: string }
  | { readonly kind: 'workload'; readonly tenantId: string; readonly clientId: string };

export type TokenSource = {
  getToken(scope: string): Promise<string>;
};

/** What of @azure/identity is used here. */
type Credential = { getToken(scope: string): Promise<{ token: string; expiresOnTimestamp: number } | null> };

/** A token is renewed when it has less than this to live, in milliseconds. */
const spare = 300_000;

/** Makes the credential once, at the first token, and keeps each token until shortly before its end; throws `CheckError`. */
export const credentialFor = (settings: CredentialSettings, cloud: Cloud): TokenSource => {
  let made: Promise<Credential> | undefined;
  const kept = new Map<string, { token: string; expiresOnTimestamp: number }>();
  return {
    getToken: async (scope) => {
      const known = kept.get(scope);
      if (known && known.expiresOnTimestamp - spare > Date.now()) return known.token;
      try {
        made ??= make(settings, cloud);
        const token = await (await made).getToken(scope);
        if (token) {
          kept.set(scope, token);
          return token.token;
        }
      } catch (error) {
        made = undefined;
        throw new CheckError('not signed in', sentence(error, settings), { cause: error, code: codeOf(error) });
      }
      throw new CheckError('not signed in', 'No token for Microsoft Graph came back. Check the GRAPH_ settings.');
    },
  };
};

const make = async (settings: CredentialSettings, cloud: Cloud): Promise<Credential> => {
  const identity = await import('@azure/identity');
  const where = {
    authorityHost: cloud.authority,
    /** Discovery asks the global cloud about the authority, which an air-gapped one cannot reach. */
    disableInstanceDiscovery: cloud.authority !== 'https://login.microsoftonline.com',
  };
  switch (settings.kind) {
    case 'secret':
      return new identity.ClientSecretCredential(settings.tenantId, settings.clientId, settings.secret, where);
    case 'certificate':
      return new identity.ClientCertificateCredential(
        settings.tenantId,
        settings.clientId,
        {
          certificatePath: settings.path,
          ...(settings.password ? { certificatePassword: settings.password } : {}),
        },
        where,
      );
    case 'managed':
      return settings.clientId
        ? new identity.ManagedIdentityCredential({ clientId: settings.clientId })
        : new identity.ManagedIdentityCredential();
    case 'workload':
      return new identity.WorkloadIdentityCredential({
        tenantId: settings.tenantId,
        clientId: settings.clientId,
        ...where,
      });
  }
};

const codeOf = (error: unknown): string | undefined => /AADSTS\d{4,}/.exec((error as Error).message)?.[0];

/** The cures for what goes wrong most often; the text of the service itself may hold ids and is not passed on. */
const sentence = (error: unknown, settings: CredentialSettings): string => {
  const code = codeOf(error);
  if (code === 'AADSTS7000222')
    return 'Entra refused the sign-in for Graph: the client secret has expired (AADSTS7000222). Make a new one and set GRAPH_CLIENT_SECRET.';
  if (code === 'AADSTS7000215')
    return "Entra refused the sign-in for Graph: the client secret is wrong (AADSTS7000215). Set GRAPH_CLIENT_SECRET to the secret's value, not its id.";
  if (code === 'AADSTS700027')
    return 'Entra refused the sign-in for Graph: it does not know the certificate (AADSTS700027). Upload it to the app registration.';
  if (code === 'AADSTS700016')
    return 'Entra refused the sign-in for Graph: the tenant has no such application (AADSTS700016). Check GRAPH_CLIENT_ID and GRAPH_TENANT_ID.';
  if (code === 'AADSTS90002')
    return 'Entra refused the sign-in for Graph: there is no such tenant (AADSTS90002). Check GRAPH_TENANT_ID and SIGNPOST_CLOUD.';
  if (code) return `Entra refused the sign-in for Graph with ${code}. Ask Signpost about ${code}.`;
  if (settings.kind === 'managed')
    return 'The managed identity gave no token for Graph. Check that this machine has one and that GRAPH_CLIENT_ID, if set, is its client id.';
  if (settings.kind === 'certificate')
    return 'No token for Graph with the certificate. Check that GRAPH_CERTIFICATE_PATH is a PEM file with certificate and private key, and that the sign-in address can be reached.';
  return 'No token for Graph: the sign-in address could not be reached or the credential could not be used. Check the network and the GRAPH_ settings.';
};
