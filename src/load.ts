/** Loads the program with fewer looks at the disk than Node takes by itself. */
import { registerHooks } from 'node:module';
import type * as App from './app.ts';
import type { Config } from './config.ts';

/** The files here name each other in full, so that nothing has to be looked for, which would take half of the time. */
const folders = ['.', '../dialogs/', '../node_modules/kysely/', '../node_modules/zod/'].map(
  (path) => new URL(path, import.meta.url).href,
);

/** Reads the settings and imports what they ask for; throws `ConfigError`. */
export const load = async (env: NodeJS.ProcessEnv): Promise<typeof App & { readonly config: Config }> => {
  const hooks = registerHooks({
    resolve(name, context, next) {
      const { parentURL = '' } = context;
      const format = name.endsWith('.ts') ? 'module-typescript' : name.endsWith('.js') ? 'module' : undefined;
      return format && name.startsWith('.') && folders.some((folder) => parentURL.startsWith(folder))
        ? { url: new URL(name, parentURL).href, format, shortCircuit: true }
        : next(name, context);
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
