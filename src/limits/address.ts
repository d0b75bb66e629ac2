/** How many requests one address may send to what no platform signs. */
import { isDirectlyLocal } from '../model/local.ts';
import type { Route } from '../model/ports.ts';
import { bucketOf } from './bucket.ts';
import { sourceOf } from './source.ts';

/** `perMinute` of 0 is no limit; `proxies` is how many reverse proxies of ours stand in front. */
type AddressLimit = {
  readonly perMinute: number;
  readonly proxies: number;
  readonly clock: () => number;
  readonly refused?: () => void;
};

/** Signed by their platform, which sends for all its people from few addresses. */
const signed = new Set(['/api/messages']);

const isLimited = ({ path }: Route): boolean => path.startsWith('/api/') && !signed.has(path);

/** Alertmanager gives a notice up at 429 and sends it again at 503. */
const statusFor = ({ path }: Route): number => (path.startsWith('/api/notices') ? 503 : 429);

/** The same routes, for addresses that keep to the limit; what comes directly from this computer is not counted. */
export const limitAddresses = (routes: readonly Route[], limit: AddressLimit): readonly Route[] => {
  const { perMinute, proxies, clock, refused } = limit;
  if (perMinute === 0) return routes;
  const bucket = bucketOf(perMinute, clock, 0.05);
  return routes.map((route) => {
    if (!isLimited(route)) return route;
    return {
      ...route,
      async handle(request, response) {
        const taken = isDirectlyLocal(request) || bucket.take(sourceOf(request, proxies));
        if (taken === true || taken.ok) return route.handle(request, response);
        refused?.();
        response.writeHead(statusFor(route), {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-store',
          'Retry-After': String(taken.after),
          // The body was not read, so the connection cannot be used again.
          Connection: 'close',
        });
        response.end(
          JSON.stringify({
            replies: [],
            error: `Too many requests from your address. Try again in ${taken.after} seconds.`,
          }),
        );
      },
    };
  });
};
