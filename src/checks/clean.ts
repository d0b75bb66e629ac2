/** Values from outside are shown as they are, but for characters that would act on a terminal or a chat instead of showing. */
import type { Comparison, Finding } from '../model/finding.ts';

/** Replaces control and formatting characters, and bounds the length. Comparing is done before, on the untouched values. */
export const clean = (text: string): string => {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return shown.length > 1_500 ? `${shown.slice(0, 1_500)}…` : shown;
};

const cleanFields = <T extends object>(of: T): T =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  ) as T;

export const cleanFindings = (findings: readonly Finding[]): readonly Finding[] => findings.map(cleanFields);

export const cleanComparison = (comparison: Comparison): Comparison => ({
  ...comparison,
  rows: comparison.rows.map(cleanFields),
  certificates: comparison.certificates.map(cleanFields),
});
