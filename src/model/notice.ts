/** A notice: something that is wrong, told in the channels that asked for it. */
import type { Place } from './message.ts';

/** A notice that is firing, as the dialogs see it. */
export type Firing = {
  readonly key: string;
  readonly title: string;
  readonly codes: readonly string[];
  /** The entry whose fix it carries, if any. */
  readonly entry: string | null;
  readonly topic: string | null;
  readonly domains: readonly string[];
  /** Milliseconds since 1970. */
  readonly since: number;
  /** How many people have asked about it. */
  readonly followers: number;
};

/** A room that asked for notices; empty lists mean all. */
export type Subscription = {
  /** The key of its room. */
  readonly id: string;
  readonly place: Place;
  readonly topics: readonly string[];
  readonly domains: readonly string[];
  readonly least: Severity;
};

export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** What the dialogs want done about notices. */
export type NoticeEffect = { readonly kind: 'followNotice'; readonly notice: string };
