/** What stands between the outside and the engine: limits and measures. */
import { tooFast } from '../dialogs/too-fast.ts';
import { limitAddresses } from './limits/address.ts';
import { limitPeople } from './limits/person.ts';
import { metricsRoute } from './metrics-route.ts';
import { type Looks, meter } from './metrics.ts';
import type { Answer, Channel, Route, Store } from './model/ports.ts';
import type { Operation } from './operation.ts';
import type { Bounds } from './server.ts';
import { version } from './version.ts';

/** What one address may take of all connections. With proxies in front all people have theirs, and the proxy has to keep them apart. */
const shareOfOne = 1 / 4;

type Front = {
  /** The way in for people, limited and measured. */
  readonly answering: (answer: Answer) => Answer;
  /** The way out to people, measured. */
  readonly posting: (channel: Channel) => Channel;
  /** The store, measured. */
  readonly keeping: (store: Store) => Store;
  /** All routes, limited, and `/metrics` beside them. */
  readonly routes: (routes: readonly Route[], looks: Omit<Looks, 'version' | 'clock'>) => readonly Route[];
  readonly bounds: Bounds;
};

export const frontOf = (
  { metrics, perPerson, perAddress, proxies, connections }: Operation,
  clock: () => number = Date.now,
): Front => {
  const measure = meter();
  const person = { perMinute: perPerson, clock, sorry: tooFast, refused: () => measure.refused('person') };
  const address = { perMinute: perAddress, proxies, clock, refused: () => measure.refused('address') };
  return {
    answering: (answer) => measure.answering(limitPeople(answer, person)),
    posting: measure.posting,
    keeping: measure.keeping,
    routes: (routes, looks) => [
      ...limitAddresses(routes, address),
      metricsRoute(metrics, () => measure.text({ ...looks, version, clock })),
    ],
    bounds: {
      connections,
      proxies,
      ...(proxies === 0 ? { fromOne: Math.ceil(connections * shareOfOne) } : {}),
      dropped: () => measure.refused('connections'),
    },
  };
};
