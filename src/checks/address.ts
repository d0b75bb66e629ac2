/** Which hosts and addresses a check may connect to: public ones, unless the operator allows others. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { CheckError } from '../model/errors.ts';

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveByDns: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return [...new Set(found.map(({ address }) => address))];
};

const notPublic = new BlockList();
const v4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
for (const [net, prefix] of v4) notPublic.addSubnet(net, prefix, 'ipv4');
/** All that is given out for the internet, and what of it is kept for something else. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const v6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
];
for (const [net, prefix] of v6) notPublic.addSubnet(net, prefix, 'ipv6');

/** What an IPv6 address stands for: the IPv4 one behind a translation, or one to which a tunnel leads. */
type Within = { readonly translated?: string; readonly tunnelled?: string };

const within = (address: string): Within => {
  const groups = groupsOf(address);
  if (!groups) return {};
  const v4Of = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const begins = (...wanted: readonly number[]): boolean => wanted.every((group, n) => groups[n] === group);
  const last = v4Of(groups[6]!, groups[7]!);
  if (begins(0, 0, 0, 0, 0, 0xffff) || begins(0x64, 0xff9b, 0, 0, 0, 0)) return { translated: last };
  if (begins(0x2002)) return { tunnelled: v4Of(groups[1]!, groups[2]!) };
  if (groups[5] === 0x5efe && [0, 0x200].includes(groups[4]!)) return { tunnelled: last };
  return {};
};

const groupsOf = (address: string): readonly number[] | undefined => {
  const url = `http://[${address.split('%')[0]}]/`;
  if (!URL.canParse(url)) return undefined;
  const [left = '', right] = new URL(url).hostname.slice(1, -1).split('::');
  const parse = (side: string): readonly number[] => (side === '' ? [] : side.split(':').map((g) => parseInt(g, 16)));
  const head = parse(left);
  const tail = parse(right ?? '');
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
};

/** Whether an address is on the public internet. */
export const isPublic = (address: string): boolean => {
  if (isIP(address) === 0) return false;
  if (!isIPv6(address)) return !notPublic.check(address, 'ipv4');
  if (address.includes('%')) return false;
  const { translated, tunnelled } = within(address);
  if (translated !== undefined) return !notPublic.check(translated, 'ipv4');
  if (!global6.check(address, 'ipv6') || notPublic.check(address, 'ipv6')) return false;
  return tunnelled === undefined || !notPublic.check(tunnelled, 'ipv4');
};

/** A name that may stand in a certificate and in DNS: no port, no user, no address, at least one dot. */
export const isHostName = (host: string): boolean =>
  host.length <= 253 && /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(host);

/** The addresses of a host that may be connected to; throws `CheckError` when there are none. */
export const addressesOf = async (
  host: string,
  resolve: Resolve,
  allowPrivate: boolean,
): Promise<{ readonly allowed: readonly string[]; readonly refused: readonly string[] }> => {
  let all: readonly string[];
  try {
    all = await resolve(host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTFOUND' || code === 'ENODATA')
      throw new CheckError('not found', `The name ${host} has no address in DNS here.`, { code });
    throw new CheckError('unavailable', `DNS could not be asked for ${host}${code ? ` (${code})` : ''}.`, { code });
  }
  if (all.length === 0) throw new CheckError('not found', `The name ${host} has no address in DNS here.`);
  const allowed = allowPrivate ? all : all.filter(isPublic);
  if (allowed.length === 0)
    throw new CheckError(
      'blocked',
      `${host} leads to an address inside a private network (${all[0]}), which is not visited. Set SIGNPOST_CHECK_PRIVATE=allow if Signpost runs inside and may look there.`,
    );
  return { allowed, refused: all.filter((address) => !allowed.includes(address)) };
};
