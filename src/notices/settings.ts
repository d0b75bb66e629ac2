/** What the life of a notice goes by. Spans are in milliseconds. */
import type { QuietHours } from '../model/quiet.ts';

export type Settings = {
  /** Failed runs of a check before it is believed. */
  readonly holdDown: number;
  /** Notices about one domain that come within this span share a card, up to `mostTogether`. */
  readonly together: number;
  readonly mostTogether: number;
  /** How often a critical notice that nobody has taken is told again. */
  readonly repeatEvery: number;
  /** What comes back within this span is the same trouble. */
  readonly flapWindow: number;
  /** After so many returns it must have been well for the whole span before it is called over. */
  readonly mostFlaps: number;
  /** From this many new cards in a room within the span on, further ones share one summary. */
  readonly storm: { readonly most: number; readonly within: number };
  /** How long what was resolved by hand may still be reported before that counts. */
  readonly handGrace: number;
  /** How long a notice waits for the one that may explain it. */
  readonly parentGrace: number;
  /** What no scheduled check looks at and nobody reports again is called over after this span. */
  readonly expireAfter: number;
  /** How long what is over is kept. */
  readonly keepFor: number;
  /** How old "last checked" on a card may get. */
  readonly lookEvery: number;
  readonly quiet: QuietHours | null;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const standard: Settings = {
  holdDown: 2,
  together: 2 * minute,
  mostTogether: 10,
  repeatEvery: 4 * hour,
  flapWindow: 30 * minute,
  mostFlaps: 3,
  storm: { most: 10, within: 5 * minute },
  handGrace: 15 * minute,
  parentGrace: 10 * minute,
  expireAfter: 3 * day,
  keepFor: 7 * day,
  lookEvery: hour,
  quiet: null,
};
