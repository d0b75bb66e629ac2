/** Tells what an import took, what it left and why. */

export type Line = { readonly what: string; readonly why: string };

export type Report = {
  /** Documents looked at, and files that are none. */
  readonly documents: number;
  readonly others: number;
  readonly taken: readonly Line[];
  readonly unchanged: number;
  /** Entries that were not written, to keep what stands there. */
  readonly kept: readonly Line[];
  readonly left: readonly Line[];
  readonly warnings: readonly Line[];
};

/** The report as lines of text. */
export const reportLines = (report: Report): readonly string[] => {
  const fresh = report.taken.filter(({ why }) => why === 'new').length;
  return [
    `${report.documents} documents read${report.others > 0 ? `, ${report.others} other files passed over` : ''}.`,
    `Taken: ${report.taken.length} entries (${fresh} new, ${report.taken.length - fresh} changed).`,
    `Unchanged: ${report.unchanged}.`,
    ...under(`Not written: ${report.kept.length}.`, report.kept),
    ...under(`Left: ${report.left.length} documents.`, report.left),
    ...under(`Warnings: ${report.warnings.length}.`, grouped(report.warnings)),
  ];
};

const under = (head: string, lines: readonly Line[]): readonly string[] => [
  head,
  ...lines.map(({ what, why }) => `  ${what}: ${why}`),
];

const most = 3;

/** Warnings that many files share stand in one line. */
const grouped = (warnings: readonly Line[]): readonly Line[] =>
  [...Map.groupBy(warnings, ({ why }) => why)].flatMap(([why, same]) =>
    same.length <= most ? same : [{ what: `${same.length} files (${same[0]!.what}, …)`, why }],
  );
