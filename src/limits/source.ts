/** Where a request comes from. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that a request came from, with `proxies` reverse proxies of ours in front: each adds the address that it
 * was called from at the end of X-Forwarded-For, so what stands before those was written by the sender and counts for nothing.
 */
export const sourceOf = ({ socket, headers }: IncomingMessage, proxies: number): string => {
  const passedOn = proxies > 0 ? [headers['x-forwarded-for'] ?? []].flat().join(',').split(',') : [];
  const named = passedOn
    .map((one) => one.trim())
    .filter(Boolean)
    .at(-proxies);
  return networkOf(named ?? socket.remoteAddress ?? 'unknown');
};

/** An IPv6 customer has a whole /64, so its addresses count as one; a port that a proxy adds does not count. */
export const networkOf = (address: string): string => {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[(.*)\](?::\d+)?$/, '$1');
  if (!isIPv6(bare)) return bare.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').slice(0, 64);
  const [head = '', tail] = bare.split('%')[0]!.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};
