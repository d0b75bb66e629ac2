/** Reads tables as logs are exported and copied: lines of cells between commas, semicolons, bars or tabs. */

/** No more of a line is read. */
const longest = 4_000;

const separators = [',', ';', '|', '\t'] as const;

/** The separator of a line of at least three cells. */
export const separatorOf = (line: string): string | undefined => separators.find((one) => line.split(one).length > 2);

/** The cells of a line; separators between quotes are text. */
export const cellsOf = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (at === line.length || (line[at] === separator && !quoted)) {
      cells.push(
        line
          .slice(from, at)
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      );
      from = at + 1;
    }
  }
  return cells;
};

type Line = { readonly text: string; readonly from: number };

/** The line that holds a place of a text. */
export const lineAt = (text: string, at: number): Line => {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - longest);
  const end = text.indexOf('\n', at);
  return { text: text.slice(from, Math.min(end < 0 ? text.length : end, at + longest)), from };
};

/** The heads of the columns of a table, which stand in one of the first lines before `until`. */
export const headsIn = (
  text: string,
  until: number,
  separator: string,
  isHead: (cell: string) => boolean,
): readonly string[] | undefined =>
  text
    .slice(0, Math.min(until, longest))
    .split('\n', 4)
    .map((line) => cellsOf(line, separator))
    .find((cells) => cells.length > 2 && cells.some(isHead));
