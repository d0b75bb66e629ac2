/** Which rooms are told of a notice. */
import { atLeast, type Room, type Subscription, type Told } from '../model/notice.ts';

export const roomsFor = (told: Told, subscriptions: readonly Subscription[]): readonly Room[] =>
  told.only ? [told.only] : subscriptions.filter((one) => wants(one, told)).map(({ id, place }) => ({ id, place }));

/** Empty lists mean all; a topic may also be the name of a check, and a domain also means what lies below it. */
export const wants = ({ topics, domains, least }: Subscription, told: Told): boolean =>
  atLeast(told.severity, least) &&
  (topics.length === 0 || topics.includes(told.check) || (told.topic !== undefined && topics.includes(told.topic))) &&
  (domains.length === 0 || domains.some((domain) => concerns(told, domain)));

const concerns = ({ domains, host }: Told, domain: string): boolean =>
  [...domains, ...(host === undefined ? [] : [host])].some((name) => name === domain || name.endsWith(`.${domain}`));
