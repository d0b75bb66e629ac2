/** Watches catalog folders and says when something in them has changed. */
import { watch } from 'node:fs/promises';

/** How long a folder must be quiet before a change counts, in milliseconds: editors write in several steps. */
const quiet = 300;

/** Calls `changed` after each burst of changes until stopped; `failed` hears why a folder cannot be watched. */
export const watchFolders = (
  folders: readonly string[],
  changed: () => void,
  failed: (error: unknown, folder: string) => void,
): { readonly stop: () => void } => {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const follow = async (folder: string): Promise<void> => {
    for await (const _ of watch(folder, { recursive: true, signal: stopping.signal })) {
      clearTimeout(timer);
      timer = setTimeout(changed, quiet);
    }
  };
  for (const folder of folders)
    follow(folder).catch((error: unknown) => {
      if (!stopping.signal.aborted) failed(error, folder);
    });
  return {
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
};
