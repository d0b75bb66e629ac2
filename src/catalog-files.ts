/** The catalog as the settings name its files: read and checked, and read again when they change. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtIn, type Config } from './config.ts';
import { besideIn } from './knowledge/beside.ts';
import { catalogOf } from './knowledge/catalog.ts';
import { type Contents, keptContents } from './knowledge/kept.ts';
import { watchFolders } from './knowledge/watch.ts';
import type { Catalog } from './model/catalog.ts';
import { CatalogError, messageOf } from './model/errors.ts';
import type { Log } from './model/ports.ts';

/** Where the built-in catalog is kept as it was read. */
const kept = fileURLToPath(new URL('../node_modules/.cache/signpost/catalog.json', import.meta.url));

type Catalogs = readonly [folder: string, own?: string | undefined, authority?: string];

/** Reads and checks the catalog; throws `CatalogError` with every complaint. What it returns puts it in order at its first call. */
const checkedCatalog = async (...[folder, own, authority]: Catalogs): Promise<() => Catalog> => {
  const read = async (): Promise<Contents> => {
    const { readCatalog } = await import('./knowledge/read.ts');
    const { filed, terms, complaints } = await readCatalog(folder, own);
    if (complaints.length > 0) throw new CatalogError(complaints);
    return { entries: filed.map(({ entry }) => entry), terms };
  };
  const isShipped = own === undefined && resolve(folder) === builtIn;
  const contents = isShipped ? await keptContents(builtIn, kept, read) : await read().then((all) => () => all);
  let catalog: Catalog | undefined;
  return () => {
    if (catalog) return catalog;
    const { entries, terms } = contents();
    return (catalog = catalogOf(entries, authority, terms, besideIn(folder, own)));
  };
};

/** The same, ready to be asked. */
export const loadCatalog = async (...folders: Catalogs): Promise<Catalog> => (await checkedCatalog(...folders))();

/** `fault` is what is wrong with the files as they are now, while an older catalog serves. */
type Knowledge = { current: () => Catalog; fault: () => string | undefined; watch: () => void; stop: () => void };

/** The catalog of this moment: read at the start, and again when its files change; a faulty edit leaves the old one serving. */
export const keepCatalog = async (config: Config, log: Log): Promise<Knowledge> => {
  const { catalog: folder, ownCatalog } = config;
  const folders: Catalogs = [folder, ownCatalog, config.checks.cloud.authority];
  let current = await checkedCatalog(...folders);
  let fault: string | undefined;
  const reload = async (): Promise<void> => {
    try {
      const read = await checkedCatalog(...folders);
      read().find('');
      current = read;
      fault = undefined;
      log.info({ entries: read().entries.length }, 'the catalog was read again');
    } catch (error) {
      fault = messageOf(error);
      log.error({ why: fault }, 'the catalog was changed and is faulty; the old one goes on serving');
    }
  };
  let stop = (): void => {};
  return {
    current: () => current(),
    fault: () => fault,
    watch() {
      ({ stop } = watchFolders(
        ownCatalog ? [folder, ownCatalog] : [folder],
        () => void reload(),
        (error, unwatched) => log.warn({ err: error, folder: unwatched }, 'changes to the catalog are not noticed'),
      ));
    },
    stop: () => stop(),
  };
};
