/** What the tests put in the place of the outside world. */
import { engine } from '../src/app.ts';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import type { AuditEntry } from '../src/model/audit.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Language } from '../src/model/language.ts';
import type { ChannelName, Event, Incoming, Place } from '../src/model/message.ts';
import type { Channel, Log, Store } from '../src/model/ports.ts';
import type { Reply } from '../src/model/reply.ts';
import type { HelpdeskSettings } from '../src/model/ticket.ts';
import { sqlite } from '../src/store/sqlite.ts';

export type Line = { readonly level: keyof Log; readonly fields: object; readonly message: string };

/** A log that remembers its lines. */
export const memoryLog = (): Log & { readonly lines: readonly Line[] } => {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

let read: Promise<Catalog> | undefined;

/** The built-in catalog, read once per test file. */
export const realCatalog = (): Promise<Catalog> => {
  read ??= loadCatalog(builtIn);
  return read;
};

/** Everything that a test may put in the place of what the engine has in production. */
export type Surroundings = {
  readonly channels?: ReadonlyMap<ChannelName, Channel>;
  readonly admins?: readonly string[];
  readonly helpdesk?: HelpdeskSettings;
  readonly language?: Language;
  readonly clock?: () => number;
  readonly log?: Log;
};

export type RealEngine = ReturnType<typeof engine> & {
  readonly store: Store;
  /** Carries out all that is due, and what becomes due by it. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The real engine over an SQLite store in memory, or over the store given. */
export const realEngine = async (given?: Store, more: Surroundings = {}): Promise<RealEngine> => {
  const clock = more.clock ?? Date.now;
  const store = given ?? (await sqlite(':memory:', clock));
  const catalog = await realCatalog();
  const core = engine({
    store,
    catalog: () => catalog,
    channels: more.channels ?? new Map(),
    admins: more.admins ?? [],
    clock,
    log: more.log ?? memoryLog(),
    ...(more.helpdesk ? { helpdesk: more.helpdesk } : {}),
    ...(more.language ? { language: more.language } : {}),
  });
  return {
    ...core,
    store,
    async settle() {
      await core.work.settle();
      await core.board.refresh();
    },
    async stop() {
      core.close();
      await core.work.stop();
      await core.drain();
      if (!given) await store.close();
    },
  };
};

/** What was done to a channel. `message` is the id of the message that was posted or edited. */
export type Done = {
  readonly kind: 'post' | 'edit';
  readonly place: Place;
  readonly message: string;
  readonly reply: Reply;
};

export type RecordingChannel = Channel & {
  readonly done: readonly Done[];
  /** What is asked before anything is done; it may throw. */
  fault: (what: Omit<Done, 'message'>) => void;
};

/** A channel that writes down what is posted and edited. Replies under a message go to a thread named after it. */
export const recordingChannel = (name: ChannelName): RecordingChannel => {
  const done: Done[] = [];
  return {
    name,
    routes: [],
    done,
    fault: () => {},
    start: async () => {},
    stop: async () => {},
    async post(place, reply) {
      this.fault({ kind: 'post', place, reply });
      const message = `${name}-${done.length + 1}`;
      done.push({ kind: 'post', place, message, reply });
      return { message, thread: { ...place, conversation: `${place.conversation}/${message}` } };
    },
    async edit(place, message, reply) {
      this.fault({ kind: 'edit', place, reply });
      done.push({ kind: 'edit', place, message, reply });
    },
  };
};

/** A line of the audit log, of Eva unless it says otherwise. */
export const auditEntry = (key: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  key,
  at: 1_772_452_800_000,
  by: 'slack:T1:eva',
  what: 'setDesk',
  target: 'slack:T1:C1',
  detail: '',
  ...more,
});

let messages = 0;

/** An arrival in the conversation of Ada, with an id of its own unless one is given. */
export const incoming = (event: Event | string, more: Partial<Incoming> = {}): Incoming => ({
  id: `m${++messages}`,
  place: { channel: 'terminal', conversation: 'c1' },
  person: { id: 'ada', name: 'Ada' },
  event: typeof event === 'string' ? { kind: 'said', text: event } : event,
  ...more,
});
