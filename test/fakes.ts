/** What the tests put in the place of the outside world. */
import { engine, loadCatalog } from '../src/app.ts';
import { builtIn } from '../src/config.ts';
import type { BoardKeeper } from '../src/engine/board.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { ChannelName, Event, Incoming } from '../src/model/message.ts';
import type { Answer, Channel, Log, Store } from '../src/model/ports.ts';
import { sqlite } from '../src/store/sqlite.ts';

export type Line = { readonly level: 'info' | 'warn' | 'error'; readonly fields: object; readonly message: string };

/** A log that remembers its lines. */
export const memoryLog = (): Log & { readonly lines: readonly Line[] } => {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
};

let read: Promise<Catalog> | undefined;

/** The built-in catalog, read once per test file. */
export const realCatalog = (): Promise<Catalog> => {
  read ??= loadCatalog(builtIn);
  return read;
};

/** The real engine over an SQLite store in memory, or over the store given. */
export const realEngine = async (
  given?: Store,
  channels: Map<ChannelName, Channel> = new Map(),
): Promise<{
  answer: Answer;
  store: Store;
  board: BoardKeeper;
  settle: () => Promise<void>;
  stop: () => Promise<void>;
}> => {
  const store = given ?? (await sqlite(':memory:'));
  const catalog = await realCatalog();
  const { answer, work, board, drain } = engine({
    store,
    catalog: () => catalog,
    channels,
    admins: [],
    clock: Date.now,
    log: memoryLog(),
  });
  return {
    answer,
    store,
    board,
    settle: work.settle,
    async stop() {
      await work.stop();
      await drain();
      if (!given) await store.close();
    },
  };
};

let messages = 0;

/** An arrival in the conversation of Ada, with an id of its own unless one is given. */
export const incoming = (event: Event | string, more: Partial<Incoming> = {}): Incoming => ({
  id: `m${++messages}`,
  place: { channel: 'terminal', conversation: 'c1' },
  person: { id: 'ada', name: 'Ada' },
  event: typeof event === 'string' ? { kind: 'said', text: event } : event,
  ...more,
});
