/**
 * What Entra tells anybody about a domain: managed or federated, and where its sign-in is. Needs no rights; used where there
 * is no credential for Graph. The name that is asked for is made up.
 */
import { CheckError } from '../model/errors.ts';
import { readText } from './body.ts';
import type { Trust } from './entra.ts';

type Realm = {
  readonly kind: 'federated' | 'managed' | 'unknown';
  /** The addresses only: neither issuer nor certificates are public. */
  readonly trust: Trust;
};

export type AskRealm = (domain: string) => Promise<Realm>;

/** Asks the sign-in of the cloud at `authority`; throws `CheckError`. */
export const realmAt =
  (authority: string, timeout = 15_000): AskRealm =>
  async (domain) => {
    const name = encodeURIComponent(`signpost-check@${domain}`);
    const record = await read(`${authority}/getuserrealm.srf?login=${name}&json=1`, timeout);
    const kind = text(record, 'NameSpaceType')?.toLowerCase();
    if (kind !== 'federated') return { kind: kind === 'managed' ? 'managed' : 'unknown', trust: bare(domain) };
    const passive = text(record, 'AuthURL');
    /** The second page has what programs need; without it the first is enough. */
    const more = await read(`${authority}/common/userrealm/${name}?api-version=1.0`, timeout).catch(() => ({}));
    const active = text(more, 'federation_active_auth_url');
    const mex = text(more, 'federation_metadata_url');
    return {
      kind: 'federated',
      trust: {
        ...bare(domain),
        ...(passive ? { passiveSignInUri: passive.split('?')[0]! } : {}),
        ...(active ? { activeSignInUri: active } : {}),
        ...(mex ? { metadataExchangeUri: mex } : {}),
      },
    };
  };

const bare = (domain: string): Trust => ({ domain, subdomains: [], unreadable: false, partial: true });

const text = (record: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 1_000) : undefined;
};

const read = async (url: string, timeout: number): Promise<Readonly<Record<string, unknown>>> => {
  const { origin } = new URL(url);
  let body: string;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
    if (response.status !== 200)
      throw new CheckError('unavailable', `${origin} answered ${response.status} for the domain's sign-in address.`);
    body = await readText(response, 100_000, origin);
  } catch (error) {
    if (error instanceof CheckError) throw error;
    throw new CheckError('unreachable', `${origin} cannot be reached. Let this machine through to it.`, {
      cause: error,
    });
  }
  try {
    return (JSON.parse(body) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    throw new CheckError('malformed', `${origin} sent something that is not JSON.`);
  }
};
