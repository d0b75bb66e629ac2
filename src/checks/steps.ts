/** The steps at which something that ends becomes more urgent. */
import type { FindingSeverity } from '../model/finding.ts';
import { day } from './clock.ts';

export type Step = { readonly name: string; readonly severity: FindingSeverity };

const steps: readonly (readonly [left: number, step: Step])[] = [
  [0, { name: 'expired', severity: 'critical' }],
  [1 * day, { name: '1 day', severity: 'critical' }],
  [7 * day, { name: '7 days', severity: 'warning' }],
  [14 * day, { name: '14 days', severity: 'warning' }],
  [30 * day, { name: '30 days', severity: 'info' }],
];

/** The step of something that has so many milliseconds left; undefined while nothing is due. */
export const stepOf = (left: number): Step | undefined => steps.find(([at]) => left <= at)?.[1];
