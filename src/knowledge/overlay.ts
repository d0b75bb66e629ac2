/** Lays an organisation's own entries and notes over the built-in ones. */
import type { Complaint } from '../model/errors.ts';
import type { Filed } from './check.ts';
import type { Note } from './read.ts';

/** An entry of the same name replaces the built-in one; a code of an own entry leaves the built-in entry that had it. */
export const overlay = (
  base: readonly Filed[],
  own: readonly Filed[],
  notes: readonly Note[],
): { filed: readonly Filed[]; complaints: readonly Complaint[] } => {
  const names = new Set(own.map(({ entry }) => entry.id));
  const codes = new Set(own.flatMap(({ entry }) => entry.codes));
  const kept = base.flatMap((one) => {
    const { entry } = one;
    const left = entry.codes.filter((code) => !codes.has(code));
    if (names.has(entry.id) || (left.length === 0 && entry.codes.length > 0)) return [];
    return left.length === entry.codes.length ? [one] : [{ ...one, entry: { ...entry, codes: left } }];
  });
  const above = own.map((one): Filed => ({ ...one, entry: { ...one.entry, own: true } }));
  const filed = new Map([...kept, ...above].map((one) => [one.entry.id, one]));
  const byCode = new Map([...filed.values()].flatMap((one) => one.entry.codes.map((code) => [code, one.entry.id])));
  const complaints: Complaint[] = [];
  for (const note of notes) {
    const id = filed.has(note.about) ? note.about : byCode.get(note.about);
    const target = id === undefined ? undefined : filed.get(id);
    if (!target)
      complaints.push({
        file: note.file,
        line: 1,
        field: 'file name',
        problem: `there is no entry "${note.about}".`,
        cure: 'Name the note after a code or an entry of the catalog.',
      });
    else
      filed.set(target.entry.id, {
        ...target,
        entry: { ...target.entry, notes: [...target.entry.notes, ...note.blocks] },
      });
  }
  return { filed: [...filed.values()], complaints };
};
