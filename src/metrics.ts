/**
 * What an operator measures, in the text format of Prometheus. Every label takes its values from a fixed list, so
 * nothing that people write or a platform sends can become one; whatever else comes is counted as "other".
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { endsIn } from './checks/own-health.ts';
import { lostLines } from './log.ts';
import type { ChannelName } from './model/message.ts';
import { ChannelError } from './model/errors.ts';
import type { Answer, Answered, Channel, Deliver, Store } from './model/ports.ts';

type Values = readonly string[];
type Labels = Readonly<Record<string, Values>>;
type Metric = {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** Lines without the name; read when they are asked for. */
  readonly lines: () => readonly (readonly [suffix: string, value: number])[];
};

const channelNames: readonly ChannelName[] = ['teams', 'slack', 'web', 'terminal', 'json'];
const outcomes = ['answer', 'clarify', 'unknown', 'smalltalk', 'other', 'none', 'repeated', 'failed'] as const;
const results = ['ok', 'retry', 'refused', 'gone'] as const;
type Limited = 'person' | 'address' | 'connections';
const limited: readonly Limited[] = ['person', 'address', 'connections'];

/** The upper ends of the classes of a turn's time, in seconds. */
const classes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How old counts of the store may be, in milliseconds, so that scraping often costs nothing. */
const keptFor = 5_000;

const escaped = (value: string): string => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));

const labelled = (names: readonly string[], values: Values): string =>
  names.length === 0 ? '' : `{${names.map((name, n) => `${name}="${escaped(values[n]!)}"`).join(',')}}`;

/** A number that only grows, for each combination of its labels; all that are possible are shown from the start. */
const counter = (name: string, help: string, labels: Labels): Metric & { add: (...values: string[]) => void } => {
  const names = Object.keys(labels);
  const keyOf = (values: Values): string => values.join(' ');
  const counts = new Map<string, { readonly values: Values; count: number }>();
  const countOf = (values: Values) => {
    const known = counts.get(keyOf(values)) ?? { values, count: 0 };
    counts.set(keyOf(values), known);
    return known;
  };
  for (const values of product(Object.values(labels))) countOf(values);
  return {
    name,
    help,
    type: 'counter',
    add(...values) {
      const known =
        counts.get(keyOf(values)) ??
        countOf(names.map((label, n) => (labels[label]!.includes(values[n]!) ? values[n]! : 'other')));
      known.count++;
    },
    lines: () => [...counts.values()].map(({ values, count }) => [labelled(names, values), count]),
  };
};

const product = (lists: readonly Values[]): readonly Values[] =>
  lists.reduce<readonly Values[]>((all, list) => all.flatMap((one) => list.map((value) => [...one, value])), [[]]);

const histogram = (name: string, help: string): Metric & { observe: (seconds: number) => void } => {
  const counts = classes.map(() => 0);
  let all = 0;
  let sum = 0;
  return {
    name,
    help,
    type: 'histogram',
    observe(seconds) {
      all++;
      sum += seconds;
      for (const [n, end] of classes.entries()) if (seconds <= end) counts[n]!++;
    },
    lines: () => [
      ...classes.map((end, n) => [`_bucket{le="${end}"}`, counts[n]!] as const),
      ['_bucket{le="+Inf"}', all],
      ['_sum', sum],
      ['_count', all],
    ],
  };
};

const gauge = (
  name: string,
  help: string,
  lines: () => readonly (readonly [labels: string, value: number])[],
  type: 'gauge' | 'counter' = 'gauge',
): Metric => ({ name, help, type, lines });

/** What is looked up when somebody asks. `every` is in milliseconds, by the name of the task. */
export type Looks = {
  readonly store: Pick<Store, 'backlog' | 'taskTimes'> & { readonly notices: Pick<Store['notices'], 'checkRecord'> };
  readonly tasks: readonly { readonly name: string; readonly every: number }[];
  /** The names of the checks, each of which is also a task. */
  readonly checks: readonly string[];
  readonly catalog: () => { readonly entries: number; readonly faulty: boolean };
  /** Whether the last turn could be kept. */
  readonly keeps: () => boolean;
  /** Which channels are set up, and whether each could be started. */
  readonly channels: () => ReadonlyMap<ChannelName, boolean>;
  readonly version: string;
  readonly clock: () => number;
};

type Meter = {
  /** The same way in, with its turns counted and timed. */
  readonly answering: (answer: Answer) => Answer;
  /** The same channel, with what it posts counted, and refused where its platform did not take the bot for the last of it. */
  readonly posting: (channel: Channel) => Channel;
  /** The same store, with the jobs counted that are given up. */
  readonly keeping: (store: Store) => Store;
  readonly refused: (what: Limited) => void;
  /** Everything as text; a store that cannot be read leaves its numbers out. */
  readonly text: (looks: Looks) => Promise<string>;
};

export const meter = (): Meter => {
  const messages = counter('signpost_messages_total', 'Messages, presses and forms that arrived.', {
    channel: channelNames,
  });
  const answers = counter('signpost_answers_total', 'What they led to.', { channel: channelNames, outcome: outcomes });
  const turns = histogram(
    'signpost_turn_seconds',
    'From the arrival of a message to the commit of its answer, without the time that its platform takes to show it.',
  );
  const posts = counter('signpost_posts_total', 'What channels were given to show.', {
    channel: channelNames,
    kind: ['reply', 'post', 'edit'],
    result: results,
  });
  const lost = counter('signpost_given_up_total', 'Promised jobs that were given up: messages, webhooks, others.', {});
  const refusals = counter('signpost_limited_total', 'Messages, requests and connections over a limit.', {
    what: limited,
  });

  /** Channels whose platform refused the bot when it was last given something. */
  const unauthorized = new Map<ChannelName, string>();

  const counted = async <T>(channel: ChannelName, kind: string, act: () => Promise<T>): Promise<T> => {
    try {
      const done = await act();
      posts.add(channel, kind, 'ok');
      unauthorized.delete(channel);
      return done;
    } catch (error) {
      posts.add(channel, kind, resultOf(error));
      if (error instanceof ChannelError && error.unauthorized) unauthorized.set(channel, error.message);
      throw error;
    }
  };

  const answering =
    (answer: Answer): Answer =>
    async (incoming, deliver) => {
      const { channel } = incoming.place;
      const began = performance.now();
      let over = false;
      const decided = (): void => {
        if (!over) turns.observe((performance.now() - began) / 1000);
        over = true;
      };
      const delivering: Deliver | undefined =
        deliver &&
        ((reply) => {
          decided();
          return counted(channel, 'reply', () => deliver(reply));
        });
      messages.add(channel);
      try {
        const answered = await answer(incoming, delivering);
        answers.add(channel, outcomeOf(answered));
        return answered;
      } catch (error) {
        answers.add(channel, 'failed');
        throw error;
      } finally {
        decided();
      }
    };

  const posting = (channel: Channel): Channel => ({
    ...channel,
    refused: () => channel.refused?.() ?? unauthorized.get(channel.name),
    post: (...args) => counted(channel.name, 'post', () => channel.post(...args)),
    edit: (...args) => counted(channel.name, 'edit', () => channel.edit(...args)),
  });

  const keeping = (store: Store): Store => ({
    ...store,
    async settle(key, how, tries) {
      await store.settle(key, how, tries);
      if (how.kind === 'failed') lost.add();
    },
  });

  const delay = monitorEventLoopDelay({ resolution: lookEvery });
  delay.enable();
  let stored: { readonly at: number; readonly metrics: readonly Metric[] } | undefined;

  return {
    answering,
    posting,
    keeping,
    refused: (what) => refusals.add(what),
    async text(looks) {
      const now = looks.clock();
      if (!stored || Math.abs(now - stored.at) >= keptFor) stored = { at: now, metrics: await storedBy(looks, now) };
      const metrics = [
        messages,
        answers,
        turns,
        posts,
        lost,
        refusals,
        ...stored.metrics,
        ...ofNow(looks, unauthorized),
        ...ofProcess(delay),
      ];
      return metrics.map(textOf).join('');
    },
  };
};

const resultOf = (error: unknown): (typeof results)[number] => {
  if (!(error instanceof ChannelError)) return 'retry';
  if (error.gone) return 'gone';
  return error.retry ? 'retry' : 'refused';
};

const outcomeOf = ({ repeated, understood, replies, effects }: Answered): (typeof outcomes)[number] => {
  if (repeated) return 'repeated';
  if (understood) return understood.outcome;
  return replies.length + effects.length > 0 ? 'other' : 'none';
};

const textOf = ({ name, help, type, lines }: Metric): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...lines().map(([rest, value]) => `${name}${rest} ${value}`),
    '',
  ].join('\n');

/** The apps whose secrets are watched. */
const apps = ['graph', 'teams'];

const storedBy = async ({ store, tasks, checks }: Looks, now: number): Promise<readonly Metric[]> => {
  try {
    const { waiting, late, failed } = await store.backlog(now);
    const times = await store.taskTimes();
    const ages = tasks.flatMap(({ name, every }) => {
      const known = times.get(name);
      return known ? [[labelled(['task'], [name]), (now - known.due + every) / 1000] as const] : [];
    });
    const records = await Promise.all(
      checks.map(async (name) => ({ name, record: await store.notices.checkRecord(name) })),
    );
    // A check that tells nothing succeeds as a task.
    const told = new Map(records.map(({ name, record }) => [`check/${name}`, record?.lastSuccess ?? 0]));
    const others = tasks.map(({ name }) => [name, times.get(name)?.succeeded] as const);
    const successes = [
      ...told,
      ...others.flatMap(([name, at]) => (at === undefined || told.has(name) ? [] : [[name, at] as const])),
    ];
    const ends = endsIn(records.find(({ name }) => name === 'own-health')?.record?.state ?? null);
    return [
      gauge('signpost_store_up', 'Whether the store could be read.', () => [['', 1]]),
      gauge(
        'signpost_task_last_success_timestamp_seconds',
        'When a scheduled task last succeeded, or a check could last tell anything, in seconds since 1970; 0 when never.',
        () => successes.map(([name, at]) => [labelled(['task'], [name]), at / 1000]),
      ),
      gauge(
        'signpost_secret_expiry_timestamp_seconds',
        "When Signpost's own secrets or certificates end, in seconds since 1970, as far as Graph tells.",
        () => apps.flatMap((app) => (ends[app] === undefined ? [] : [[labelled(['app'], [app]), ends[app] / 1000]])),
      ),
      gauge(
        'signpost_jobs',
        'Promised jobs: waiting, of those late by a minute or more, given up in the last day.',
        () => [
          ['{state="waiting"}', waiting],
          ['{state="late"}', late],
          ['{state="failed"}', failed],
        ],
      ),
      gauge(
        'signpost_task_age_seconds',
        'How long ago a scheduled task or check was last begun by any replica.',
        () => ages,
      ),
    ];
  } catch {
    return [gauge('signpost_store_up', 'Whether the store could be read.', () => [['', 0]])];
  }
};

const ofNow = (
  { catalog, keeps, channels, version, tasks }: Looks,
  unauthorized: ReadonlyMap<ChannelName, string>,
): readonly Metric[] => [
  gauge('signpost_info', 'The version that runs.', () => [
    [labelled(['version', 'node'], [version, process.versions.node]), 1],
  ]),
  gauge('signpost_task_interval_seconds', 'How often a scheduled task or check is to be begun.', () =>
    tasks.map(({ name, every }) => [labelled(['task'], [name]), every / 1000]),
  ),
  gauge('signpost_store_keeps', 'Whether the last turn could be kept.', () => [['', keeps() ? 1 : 0]]),
  gauge('signpost_catalog_entries', 'Entries that are served.', () => [['', catalog().entries]]),
  gauge(
    'signpost_catalog_faulty',
    'Whether the files were changed and cannot be served, so that an older catalog is.',
    () => [['', catalog().faulty ? 1 : 0]],
  ),
  gauge(
    'signpost_channel_up',
    'Whether a channel that is set up could be started and its platform takes the bot.',
    () => [...channels()].map(([name, up]) => [labelled(['channel'], [name]), up && !unauthorized.has(name) ? 1 : 0]),
  ),
];

/** How often a timer is to fire to see how late it is, in milliseconds; each wakes the process. What is measured contains it. */
const lookEvery = 100;

const ofProcess = (delay: ReturnType<typeof monitorEventLoopDelay>): readonly Metric[] => {
  const memory = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const late = delay.percentile(99) / 1e6 - lookEvery;
  delay.reset();
  return [
    gauge(
      'process_cpu_seconds_total',
      'User and system time of the processor.',
      () => [['', (user + system) / 1e6]],
      'counter',
    ),
    gauge(
      'signpost_log_lines_lost_total',
      'Lines of the log that could not be written.',
      () => [['', lostLines()]],
      'counter',
    ),
    gauge('process_resident_memory_bytes', 'Memory that the process holds.', () => [['', memory.rss]]),
    gauge('nodejs_heap_size_used_bytes', 'Memory that JavaScript uses.', () => [['', memory.heapUsed]]),
    gauge('nodejs_eventloop_lag_p99_seconds', 'How late timers fire, since the last scrape.', () => [
      ['', Math.max(late || 0, 0) / 1000],
    ]),
    gauge('process_start_time_seconds', 'When the process began, in seconds since 1970.', () => [
      ['', Math.round(performance.timeOrigin) / 1000],
    ]),
  ];
};
