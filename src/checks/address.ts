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
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
for (const [net, prefix] of v4) notPublic.addSubnet(net, prefix, 'ipv4');
const v6: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
for (const [net, prefix] of v6) notPublic.addSubnet(net, prefix, 'ipv6');

/** The IPv4 address that an IPv6 one stands for: mapped, compatible, NAT64, 6to4. */
const within = (address: string): string | undefined => {
  const groups = groupsOf(address);
  if (!groups) return undefined;
  const v4Of = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const zeros = (count: number): boolean => groups.slice(0, count).every((group) => group === 0);
  if (zeros(5) && groups[5] === 0xffff) return v4Of(groups[6]!, groups[7]!);
  if (zeros(6) && (groups[6] !== 0 || groups[7]! > 1)) return v4Of(groups[6]!, groups[7]!);
  if (groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0))
    return v4Of(groups[6]!, groups[7]!);
  if (groups[0] === 0x2002) return v4Of(groups[1]!, groups[2]!);
  return undefined;
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
  if (address.includes('%') || notPublic.check(address, 'ipv6')) return false;
  const inner = within(address);
  return inner === undefined || !notPublic.check(inner, 'ipv4');
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
