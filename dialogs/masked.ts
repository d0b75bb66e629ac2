/** People's words without secrets, before they are kept or passed on. */
import type { Catalog } from '../src/model/catalog.ts';

/** At most so many characters, none of them halved. */
export const clipped = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text;

/** A text that is shown, for which there is room for so much. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${clipped(text, most - 1).trimEnd()}…` : text;

/** The words without secrets, clipped to a length after that, so that no part of a secret is left over. */
export const masked = (catalog: Catalog, text: string, most = Number.POSITIVE_INFINITY): string =>
  clipped(catalog.mask(text).text, most);
