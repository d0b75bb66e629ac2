/** Counts what a catalog holds. */
import type { Entry } from '../model/catalog.ts';
import { counted } from '../model/counted.ts';

/** The family a code belongs to, by its shape. */
const familyOf = (code: string): string => {
  if (/^\d{5,7}$/.test(code)) return 'AADSTS';
  if (code.startsWith('8004')) return 'Office 365 sign-in (8004…)';
  if (code.startsWith('0x801C')) return 'device registration (0x801C…)';
  if (code.startsWith('0xCAA')) return 'Office client (0xCAA…)';
  if (code.startsWith('0x')) return 'Windows (0x…)';
  return code.replace(/_?\d+$/, '');
};

/** Lines for a person: entries, codes by family, topics, methods, steps, and the oldest review. */
export const statsOf = (entries: readonly Entry[], topics: ReadonlyMap<string, string>): readonly string[] => {
  const codes = entries.flatMap((entry) => entry.codes);
  const methods = entries.flatMap((entry) => entry.methods);
  const steps = methods.flatMap(({ body }) => body.flatMap((block) => (block.kind === 'steps' ? block.items : [])));
  const covered = new Set(entries.map((entry) => entry.topic));
  const missing = [...topics.keys()].filter((topic) => !covered.has(topic));
  const oldest = entries.map((entry) => entry.reviewed).toSorted()[0];
  const families = [...Map.groupBy(codes, familyOf)].toSorted(([, one], [, two]) => two.length - one.length);
  return [
    `${counted(entries.length, 'entry', 'entries')}, ${entries.filter((entry) => entry.codes.length === 0).length} of them for symptoms without a code`,
    `${counted(codes.length, 'code')}:`,
    ...families.map(([family, list]) => `  ${family}: ${list.length}`),
    `${covered.size} of ${topics.size} topics${missing.length > 0 ? `; without an entry: ${missing.join(', ')}` : ''}`,
    `${methods.length} methods with ${steps.length} steps`,
    `${entries.reduce((sum, entry) => sum + entry.says.length, 0)} phrases`,
    `oldest review: ${oldest ?? 'none'}`,
  ];
};
