/** Sets Node up, before anything else is loaded. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The heap grows by so many percent before it is collected; V8 would let it grow to four times what is used, which is memory that a bot does not need. */
const growth = 50;

export const setUpNode = (): void => {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  // From the second start on, nothing is compiled again; where the folder cannot be written, all is as without it.
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/signpost', import.meta.url)));
};
