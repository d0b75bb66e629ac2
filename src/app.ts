/** Joins the parts: the one file that knows all of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { dialogs } from '../dialogs/index.ts';
import { drawnIn, inLanguage, speaking } from '../dialogs/language.ts';
import { noticeDrawings } from '../dialogs/notice-cards.ts';
import { masked } from '../dialogs/masked.ts';
import { pictureCard } from '../dialogs/pictures.ts';
import { ticketDrawings } from '../dialogs/ticket-cards.ts';
import { blocksOf } from './channels/slack/render.ts';
import type { Hooks as TeamsHooks } from './channels/teams/hooks.ts';
import { cardOf } from './channels/teams/render.ts';
import { textOf } from './channels/terminal/render.ts';
import { web } from './channels/web/index.ts';
import { keepCatalog } from './catalog-files.ts';
import type { Config } from './config.ts';
import { answerWith } from './engine/answer.ts';
import { auditTidy } from './engine/audit.ts';
import { type BoardKeeper, boardOf } from './engine/board.ts';
import { type Decision, decide } from './engine/decide.ts';
import { gather } from './engine/gather.ts';
import { scheduleOf } from './engine/schedule.ts';
import { type Work, workWith } from './engine/work.ts';
import { helpdesk } from './helpdesk/helpdesk.ts';
import { drained } from './drain.ts';
import { frontOf } from './front.ts';
import { homeWith } from './home.ts';
import type { Catalog } from './model/catalog.ts';
import { ChannelError, ConfigError } from './model/errors.ts';
import { type Language, knownLanguage } from './model/language.ts';
import { emptyBoard } from './model/board.ts';
import { type ChannelName, type Person, personKey, type Place } from './model/message.ts';
import type { Check, Checkable } from './model/notice.ts';
import type { Answer, Channel, Handlers, Log, Rateable, Route, Store, Task } from './model/ports.ts';
import type { Reply } from './model/reply.ts';
import { type HelpdeskSettings, helpdeskDefaults } from './model/ticket.ts';
import { noticeHandlers } from './notices/handlers.ts';
import { type Notices, noticesOf } from './notices/keep.ts';
import { noticeNow } from './notices/now.ts';
import { type Settings, standard } from './notices/settings.ts';
import { watchTasks } from './notices/watch.ts';
import { openStore } from './open-store.ts';
import { downloader } from './pictures/download.ts';
import { pictureHandler } from './pictures/handle.ts';
import { limits as pictureLimits, reader } from './pictures/read.ts';
import { policyRoutes } from './policies.ts';
import { watched } from './ready.ts';
import { serve, type State } from './server.ts';
import { soleSqlite } from './store/sole.ts';
import { teamsHooks } from './teams-hooks.ts';
import { sameAs } from './token.ts';
import { version } from './version.ts';

type Core = {
  readonly answer: Answer;
  readonly work: Work;
  readonly board: BoardKeeper;
  readonly tasks: readonly Task[];
  /** Writes what is still to be written before the store is closed. */
  readonly drain: () => Promise<void>;
  readonly notices: Notices;
  /** Waits for what goes on behind the jobs, such as checks on demand. */
  readonly idle: () => Promise<void>;
  /** What concerns a person, for channels that have a home for it. */
  readonly home: (channel: ChannelName, person: Person) => Promise<Reply>;
  /** What Teams offers besides the conversation. */
  readonly inTeams: TeamsHooks;
  /** Ways in over HTTP that belong to no channel; their files are loaded only where there are any. */
  readonly routes: () => Promise<readonly Route[]>;
  /** A text without its secrets. */
  readonly mask: (text: string) => string;
  /** Ends the process that reads pictures. */
  readonly close: () => void;
};

/** How many days it is kept who changed what, unless the settings say otherwise. */
const auditDays = 365;

/** The engine over a store and whatever channels there are; everything that is served or tested goes through it. */
export const engine = (parts: {
  readonly store: Store;
  readonly catalog: () => Catalog;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly admins: readonly string[];
  /** What can be checked on demand, and what is checked on schedule. */
  readonly checkable?: Checkable;
  readonly checks?: readonly Check[];
  readonly noticeSettings?: Partial<Settings>;
  readonly helpdesk?: HelpdeskSettings;
  /** The language of rooms, and of people whose own is not known or not spoken here. */
  readonly language?: Language;
  /** How long it is kept who changed what. */
  readonly auditDays?: number;
  readonly clock: () => number;
  readonly log: Log;
}): Core => {
  const { store, catalog, clock, log } = parts;
  const board = boardOf(store, log);
  const settings = parts.helpdesk ?? helpdeskDefaults;
  const { quiet, timeZone: zone } = settings;
  const { language } = parts;
  const readers = (locale?: string): Language => knownLanguage(locale) ?? language ?? 'en';
  const desk = { store, drawings: (locale?: string) => drawnIn(readers(locale), ticketDrawings), settings, clock, log };
  const tickets = helpdesk(desk);
  const noticeParts = {
    store,
    catalog,
    drawings: (locale?: string) => drawnIn(readers(locale), noticeDrawings),
    settings: { ...standard, quiet: quiet && { ...quiet, zone }, ...parts.noticeSettings },
    clock,
    log,
    promised: () => {
      void board.refresh();
      work.wake();
    },
  };
  const notices = noticesOf(noticeParts);
  const { handlers: forNotices, checks } = noticeHandlers({ ...noticeParts, notices, checkable: parts.checkable });
  const pictures = reader();
  const handlers: Handlers = {
    ...tickets.handlers,
    ...forNotices,
    readPicture: pictureHandler({
      ...parts,
      reader: pictures,
      download: downloader({ bytes: pictureLimits.bytes, time: pictureLimits.fetch }),
      most: pictureLimits.waiting + 1,
      show: (finding, catalogNow, which, locale) =>
        speaking(readers(locale), () => inLanguage(pictureCard(finding, catalogNow, which))),
      promised: () => work.wake(),
    }),
  };
  const tasks: readonly Task[] = [
    ...tickets.tasks,
    auditTidy({ store, keepDays: parts.auditDays ?? auditDays, clock, log }),
    ...watchTasks({ store, notices, checks: parts.checks ?? [], clock, log }),
  ];
  const mask = (text: string): string => masked(catalog(), text);
  const { apiToken: token } = settings;
  const routes = async (): Promise<readonly Route[]> => {
    if (!token) return [];
    const { inbox } = await import('./helpdesk/inbox.ts');
    const { inbox: noticeInbox } = await import('./notices/inbox.ts');
    const isToken = sameAs(token);
    return [inbox(isToken, { ...desk, mask }), ...noticeInbox({ isToken, take: notices.take, mask, log })];
  };
  const work: Work = workWith({ ...parts, handlers, slow: new Set(['readPicture']), changed: board.refresh });
  const isAdmin = (person: Person, { channel }: Place): boolean =>
    ['terminal', 'json'].includes(channel) || parts.admins.includes(personKey(channel, person));
  const delivered = gather(store.done, (error, jobs) =>
    log.warn({ err: error, jobs }, 'delivered replies could not be settled; they are tried again'),
  );
  const rateable = gather(
    (messages: readonly Rateable[]) => store.rateable(messages, clock()),
    (error, messages) => log.warn({ err: error, messages }, 'it could not be kept what messages are about'),
  );
  const answer = answerWith({
    store,
    dialogs,
    catalog,
    board: board.now,
    isAdmin,
    locale: language,
    clock,
    log,
    promised: work.wake,
    delivered: delivered.add,
  });
  const home: Core['home'] = homeWith({ store, board: board.now, checks: parts.checks ?? [], readers, clock });
  const notice = noticeNow(noticeParts);
  const inTeams = teamsHooks({
    store,
    catalog,
    board: board.now,
    readers,
    now: async (name) => (await tickets.now(name)) ?? notice(name),
    rateable: rateable.add,
    clock,
    log,
  });
  return {
    answer,
    work,
    board,
    tasks,
    routes,
    home,
    inTeams,
    notices,
    mask,
    idle: checks.idle,
    drain: async () => void (await Promise.all([delivered.stop(), rateable.stop()])),
    close: pictures.close,
  };
};

/** What a first message would lead to; nothing is kept. */
export const understandWith =
  (catalog: Catalog) =>
  (text: string): Decision =>
    decide(
      { key: '', turn: 0, saved: null },
      {
        id: '',
        place: { channel: 'json', conversation: '' },
        person: { id: '', name: '' },
        event: { kind: 'said', text },
      },
      { catalog, board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );

export type App = {
  readonly port: number;
  readonly channels: readonly ChannelName[];
  /** Channels that their platform refuses, and what to do about it. */
  readonly off: readonly Off[];
  stop(): Promise<void>;
};

/** When that begins for which no first message waits, in milliseconds after the start. */
const soon = 50;

/** How often promised jobs are looked for, in milliseconds. */
const interval = 1_000;

/** What the server waits for longer than everything together, so that what is left is known, in milliseconds. */
const grace = 1_000;

/** How old the picture of what all replicas share may get, in milliseconds. */
const boardAge = 5_000;

/** How often it is looked whether a scheduled task is due, in milliseconds. */
const tick = 5_000;

/** Starts everything that the settings ask for; throws `ConfigError` or `CatalogError` before anything listens. */
export const start = async (config: Config, log: Log): Promise<App> => {
  const began = performance.now();
  log.info(
    { version, node: process.versions.node, store: config.database ? 'PostgreSQL' : 'SQLite' },
    'Signpost starts',
  );
  const knowledge = await keepCatalog(config, log);
  const migrated = (migrations: readonly string[]): void => {
    if (migrations.length > 0) log.info({ migrations }, 'the tables of the store were brought up to date');
  };
  const opened = await openStore(config, soleSqlite, migrated);
  const front = frontOf(config.operation);
  const { store, fault: storeFault, unreadable } = watched(front.keeping(opened), Date.now);
  const channels = new Map<ChannelName, Channel>();
  const live = await liveChecks(config);
  const core = engine({
    store,
    catalog: knowledge.current,
    channels,
    admins: config.admins,
    helpdesk: config.helpdesk,
    language: config.language,
    auditDays: config.operation.auditDays,
    ...live,
    clock: Date.now,
    log,
  });
  const { work, board, tasks } = core;
  for (const channel of await channelsOf(config, { ...core, answer: front.answering(core.answer) }, store, log))
    channels.set(channel.name, front.posting(channel));
  const all = [...channels.values()];

  let draining = false;
  const ready = async (): Promise<State> => {
    const gone = await unreadable();
    const faults = {
      storeFault: gone ?? storeFault(),
      catalogFault: knowledge.fault(),
      channelFault: refusals().join(' ') || undefined,
    };
    const told = Object.entries(faults).filter(([, fault]) => fault !== undefined);
    return {
      ok: !draining && gone === undefined && off !== undefined && serves(all, off),
      entries: knowledge.current().entries.length,
      ...(draining ? { stopping: true } : {}),
      ...Object.fromEntries(told),
    };
  };
  /** Unknown until all channels were started. */
  let off: ReadonlyMap<ChannelName, string> | undefined;
  const refusalOf = ({ name, refused }: Channel): string | undefined => off?.get(name) ?? refused?.();
  const refusals = (): readonly string[] => all.flatMap((channel) => refusalOf(channel) ?? []);
  const isUp = (channel: Channel): boolean => refusalOf(channel) === undefined;
  const policies = policyRoutes(config.operation.policies, {
    tickets: config.helpdesk.keepDays,
    audit: config.operation.auditDays,
  });
  const routes = front.routes([...all.flatMap((channel) => channel.routes), ...(await core.routes()), ...policies], {
    store,
    tasks,
    checks: (live.checks ?? []).map(({ name }) => name),
    catalog: () => ({ entries: knowledge.current().entries.length, faulty: knowledge.fault() !== undefined }),
    keeps: () => storeFault() === undefined,
    channels: () => new Map(all.map((channel) => [channel.name, isUp(channel)])),
  });
  const server = serve(routes, ready, log, front.bounds);
  const port = await server.listen(config.host, config.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw error;
    throw new ConfigError([`HOST is "${config.host}", PORT ${config.port}: cannot listen there (${error.code}).`]);
  });
  await board.refresh();
  board.start(boardAge);
  const schedule = scheduleOf(tasks, { store, clock: Date.now, log });
  // Soon, but not before people can write, who do not need it.
  const behind = setTimeout(() => {
    work.start(interval);
    knowledge.watch();
  }, soon);
  const refused = await startAll(all, log);
  off = refused.off;
  const index = setTimeout(() => {
    // Now rather than while the first person waits.
    void knowledge.current().find('');
    // Behind it, because on a slow machine it takes longer than a connection to the database is waited for.
    schedule.start(tick);
  }, soon).unref();
  const up = all.filter((channel) => isUp(channel)).map(({ name }) => name);
  log.info({ port, channels: up, off: [...off.keys()], ms: since(began) }, 'Signpost is ready');
  return {
    port,
    channels: up,
    off: [...off].map(([name, why]) => ({ name, why })),
    async stop() {
      draining = true;
      server.leave();
      const asked = performance.now();
      const { leaveSeconds: leave, drainSeconds: drain } = config.operation;
      log.info({ leave, drain }, 'Signpost stops');
      await sleep(leave * 1000);
      const patience = drain * 1000;
      refused.stop();
      clearTimeout(behind);
      clearTimeout(index);
      knowledge.stop();
      const finished = await drained(patience, [
        server.close(patience + grace),
        schedule.stop().then(core.idle),
        work.stop(),
        ...all.map((channel) => channel.stop()),
      ]);
      if (!finished)
        log.warn(
          { seconds: drain },
          'not all that was under way could be finished; what was promised is carried out after the next start or by another replica',
        );
      await core.drain();
      core.close();
      server.cut();
      board.stop();
      await store.close();
      log.info({ finished, ms: since(asked) }, 'Signpost stopped');
    },
  };
};

/** Milliseconds since a moment of `performance`. */
const since = (moment: number): number => Math.round(performance.now() - moment);

type Off = { readonly name: ChannelName; readonly why: string };

/** Whether there is a platform that the bot can serve; the web page alone has none. */
const serves = (channels: readonly Channel[], off: ReadonlyMap<ChannelName, string>): boolean => {
  const platforms = channels.filter(({ name }) => name !== 'web');
  return platforms.length === 0 || platforms.some(({ name }) => !off.has(name));
};

/** How often a channel that its platform refused is started again, in milliseconds. */
const startAgain = 300_000;

type Started = {
  /** Why each channel is off whose platform refuses it; one that is taken later leaves it. */
  readonly off: ReadonlyMap<ChannelName, string>;
  readonly stop: () => void;
};

/** Starts the channels side by side; one that its platform refuses does not keep the others from serving, and is tried again. */
const startAll = async (channels: readonly Channel[], log: Log): Promise<Started> => {
  const off = new Map<ChannelName, string>();
  const timers = new Map<ChannelName, NodeJS.Timeout>();
  let stopped = false;
  const begin = async (channel: Channel): Promise<void> => {
    const { name } = channel;
    try {
      await channel.start();
      if (off.delete(name)) log.info({ channel: name }, 'a channel could be started after all');
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      log.error({ channel: name, why: error.message }, 'a channel could not be started');
      off.set(name, error.message);
      const again = (): void =>
        void begin(channel).catch((fault: unknown) => log.error({ err: fault, channel: name }, 'a channel failed'));
      if (!stopped) timers.set(name, setTimeout(again, startAgain).unref());
    }
  };
  await Promise.all(channels.map(begin));
  return {
    off,
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};

/** What the checks look at, where they are set up: on schedule, and one domain when somebody asks. */
export const liveChecks = async ({
  checks: settings,
}: Config): Promise<{ readonly checks?: readonly Check[]; readonly checkable?: Checkable }> => {
  if (!settings.credential && settings.domains.length === 0) return {};
  const { checksWith } = await import('./checks/index.ts');
  const { list, checkDomain, domains } = checksWith(settings);
  return {
    checks: list.map(({ name, interval: every, run }) => ({
      name,
      every,
      run: (state: object | null) => run(state ?? {}),
    })),
    checkable: {
      domains,
      async check(domain, progress) {
        const report = await checkDomain(domain, (step) => void progress(step).catch(() => undefined));
        const { kind, findings, notChecked, comparison } = report;
        return { domain, at: Date.now(), kind, findings, notChecked, rows: comparison?.rows ?? [] };
      },
    },
  };
};

/** Imports the channels of the platforms that are set up; each loads its SDK when it is made. */
export const channelFiles = async ({ teams, slack }: Pick<Config, 'teams' | 'slack'>) => ({
  ...(teams && (await import('./channels/teams/index.ts'))),
  ...(slack && (await import('./channels/slack/index.ts'))),
});

const channelsOf = async (
  config: Config,
  { answer, home, inTeams, mask }: Core,
  store: Store,
  log: Log,
): Promise<readonly Channel[]> => {
  const slackHome = (person: Person) => home('slack', person);
  const drawings = {
    teams: cardOf,
    slack: blocksOf,
    text: (reply: Parameters<typeof textOf>[0]) => textOf(reply, { width: Number.POSITIVE_INFINITY, colour: false }),
  };
  const { teams, slack } = await channelFiles(config);
  return [
    web({ open: config.webOpen, drawings, mask, language: config.language }, answer, log),
    ...(teams && config.teams ? [await teams(config.teams, answer, log, inTeams)] : []),
    ...(slack && config.slack ? [await slack(config.slack, answer, log, slackHome, store.installations)] : []),
  ];
};
