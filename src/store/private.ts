/** Files that only their user may read, because people's words are in them. */
import { closeSync, existsSync, openSync, statSync } from 'node:fs';

export const ownerOnly = 0o600;

/** Makes an empty file, unless there is one. */
export const makePrivate = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, 'a', ownerOnly));
};

/** Who may do what with a file, as for chmod. */
export const modeOf = (file: string): number => statSync(file).mode & 0o777;
