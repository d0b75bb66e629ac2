/** Puts imported entries into their files, without touching what a person wrote. */
import { readEntry } from '../entry.ts';
import type { Draft } from './draft.ts';
import type { Line, Report } from './report.ts';
import { noHash, safeName, save, sealed, type Shelf, type Standing, standingIn, topicWarning } from './shelf.ts';
import { sameDocument } from './source.ts';
import { write } from './write.ts';

/** Writes what is new or changed. */
export const shelve = async (
  drafts: readonly Draft[],
  to: string,
  topic: string,
): Promise<Pick<Report, 'taken' | 'unchanged' | 'kept' | 'warnings'>> => {
  const standing = await standingIn(to);
  const files = filesFor(drafts, standing);
  const owners = codeOwners(drafts, files, standing);
  const taken: Line[] = [];
  const kept: Line[] = [];
  const warnings: Line[] = [];
  let unchanged = 0;
  for (const [n, draft] of drafts.entries()) {
    const what = files[n]!;
    const codes = [...draft.claims.keys()].filter((code) => owners.get(code) === what);
    if (draft.from.includes('#') && codes.length === 0) {
      kept.push({ what, why: `its code belongs to ${owners.get(draft.name)}` });
      continue;
    }
    for (const why of [...draft.warnings, ...lostCodes(draft, codes, owners)]) warnings.push({ what, why });
    const text = textOf(draft, codes, topic);
    const old = standing.get(what);
    if (old && sameText(old.text, text)) unchanged++;
    else {
      const why = reasonToKeep(what, text, old) ?? (await save(to, what, text));
      if (why) kept.push({ what, why });
      else taken.push({ what, why: old ? 'changed' : 'new' });
    }
  }
  warnings.push(...staleRows(standing, drafts, files));
  const untold = taken.length > 0 ? await topicWarning(to, topic) : undefined;
  if (untold) warnings.push({ what: 'topics.yaml', why: untold });
  return { taken, kept, unchanged, warnings };
};

const textOf = (draft: Draft, codes: readonly string[], topic: string): string => {
  const { folder: _folder, name: _name, claims: _claims, warnings: _warnings, from, ...entry } = draft;
  return sealed(write({ ...entry, codes, topic, facets: {}, imported: { from, hash: noHash } }));
};

const sameText = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n') === other;

const reasonToKeep = (file: string, text: string, old: Standing | undefined): string | undefined => {
  const fault = readEntry(file, text).complaints[0];
  if (fault) return `it would not be read back: ${fault.field} ${fault.problem}`;
  if (old && !old.from) return 'a file of that name stands there and was not imported';
  return old?.edited ? 'a person has edited it since its import; take the file away to import it anew' : undefined;
};

/** Codes in the title that another entry has already. */
const lostCodes = (draft: Draft, codes: readonly string[], owners: ReadonlyMap<string, string>): readonly string[] =>
  [...draft.claims]
    .filter(([code, weight]) => weight > 1 && !codes.includes(code))
    .map(([code]) => `${code} belongs to ${owners.get(code)} and was left out here`);

/** The file of each draft: the one it was imported to before, else one named after it that no other has. */
const filesFor = (drafts: readonly Draft[], standing: Shelf): readonly string[] => {
  const used = new Set([...standing.keys()].map((path) => path.toLowerCase()));
  const imported = [...standing.values()].filter(({ from }) => from !== undefined);
  const exact = new Map(imported.map((one) => [one.from!, one.path]));
  const claimed = new Set(drafts.flatMap(({ from }) => exact.get(from) ?? []));
  const moved = (from: string): string | undefined => {
    const path = imported.find((one) => !claimed.has(one.path) && sameDocument(one.from!, from))?.path;
    if (path) claimed.add(path);
    return path;
  };
  return drafts.map((draft) => {
    const before = exact.get(draft.from) ?? moved(draft.from);
    if (before) return before;
    const folder = draft.folder ? `${safeName(draft.folder)}/` : '';
    const name = safeName(draft.name);
    const parent = safeName(draft.from.replace(/#.*$/, '').split('/').at(-2) ?? 'other');
    let free = `${folder}${name}.md`;
    for (let n = 1; used.has(free.toLowerCase()); n++) free = `${folder}${n === 1 ? parent : n}-${name}.md`;
    used.add(free.toLowerCase());
    return free;
  });
};

/** What stands already is stronger than any new claim. */
const incumbent = 10;

/** A code belongs to one entry: the one that has it, else the strongest claim, else the newest. */
const codeOwners = (
  drafts: readonly Draft[],
  files: readonly string[],
  standing: Shelf,
): ReadonlyMap<string, string> => {
  const own = new Set(files);
  const others = [...standing.values()].filter(({ path }) => !own.has(path));
  const claims = [
    ...others.flatMap(({ path, codes }) =>
      codes.map((code) => ({ code, file: path, weight: 2 * incumbent, reviewed: '' })),
    ),
    ...drafts.flatMap(({ claims: made, reviewed }, n) =>
      [...made].map(([code, weight]) => {
        const has = standing.get(files[n]!)?.codes.includes(code);
        return { code, file: files[n]!, weight: weight + (has ? incumbent : 0), reviewed };
      }),
    ),
  ];
  const best = Map.groupBy(claims, ({ code }) => code);
  return new Map(
    [...best].map(([code, all]) => [
      code,
      all.toSorted((a, b) => b.weight - a.weight || b.reviewed.localeCompare(a.reviewed))[0]!.file,
    ]),
  );
};

/** Entries of a table that the table no longer holds. */
const staleRows = (standing: Shelf, drafts: readonly Draft[], files: readonly string[]): readonly Line[] => {
  const read = new Set(drafts.map(({ from }) => from.replace(/#.*$/, '')));
  return [...standing.values()]
    .filter(({ path, from }) => from?.includes('#') && read.has(from.replace(/#.*$/, '')) && !files.includes(path))
    .map(({ path }) => ({ what: path, why: 'no longer stands in its table; delete the file if nobody needs it' }));
};
