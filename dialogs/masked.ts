/** People's words without secrets, before they are kept or passed on. */
import type { Catalog } from '../src/model/catalog.ts';

type Masking = { readonly mask?: (text: string) => { readonly text: string } };

export const masked = (catalog: Catalog, text: string): string =>
  (catalog as Catalog & Masking).mask?.(text).text ?? text;
