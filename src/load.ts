/** Loads the program with fewer looks at the disk than Node takes by itself. */
import { registerHooks } from 'node:module';
import type * as App from './app.ts';
import type { Config } from './config.ts';

/** The files here name each other in full, so that nothing has to be looked for, which would take half of the time. */
const folders = ['.', '../dialogs/', '../node_modules/kysely/', '../node_modules/zod/'].map(
  (path) => new URL(path, import.meta.url).href,
);

/** What of them is never used is left empty: other languages of zod, other databases of Kysely. */
const unused = /(?:locales\/index|(?:mssql|mysql|pglite)-[a-z-]+)\.js$/;
const empty = { url: 'data:text/javascript,', format: 'module', shortCircuit: true } as const;

/** Reads the settings and imports what they ask for; throws `ConfigError`. */
export const load = async (env: NodeJS.ProcessEnv): Promise<typeof App & { readonly config: Config }> => {
  const hooks = registerHooks({
    resolve(name, context, next) {
      const { parentURL = '' } = context;
      const format = name.endsWith('.ts') ? 'module-typescript' : name.endsWith('.js') ? 'module' : undefined;
      if (!format || !name.startsWith('.') || !folders.some((folder) => parentURL.startsWith(folder)))
        return next(name, context);
      return unused.test(name) ? empty : { url: new URL(name, parentURL).href, format, shortCircuit: true };
    },
  });
  try {
    const [{ readConfig }, app] = await Promise.all([import('./config.ts'), import('./app.ts')]);
    const config = readConfig(env);
    await app.channelFiles(config);
    return { ...app, config };
  } finally {
    // What is required, as the SDKs are, takes longer with them.
    hooks.deregister();
  }
};
