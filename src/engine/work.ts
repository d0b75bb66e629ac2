/** Carries out promised jobs; any replica may run it, and a job of a replica that died is taken up when its lease ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelError, messageOf } from '../model/errors.ts';
import { type ChannelName, placeKey } from '../model/message.ts';
import type { Channel, EffectJob, Handlers, Job, Log, Post, Store, WebhookJob } from '../model/ports.ts';
import { poster } from './post.ts';
import { referenceOf } from './reference.ts';

export type Work = {
  /** Carries out what is due now, jobs for one place in order; returns how many it took up. */
  readonly once: () => Promise<number>;
  /** Carries out what is due now and what that promises in turn. */
  readonly settle: () => Promise<void>;
  /** Looks for due jobs soon, and again every `interval` milliseconds, until stopped. */
  readonly start: (interval: number) => void;
  /** Looks for due jobs now. */
  readonly wake: () => void;
  /** Waits for the jobs at hand and gives back those that were taken but not begun. */
  readonly stop: () => Promise<void>;
};

type Taken = { readonly job: Job; readonly tries: number };

const lease = 60_000;
/** How long after it was taken a job may be begun; the rest of its lease is left to end it. */
const begunWithin = lease / 2;
const batch = 50;
const mostTries = 12;
/** About a day, for what still matters then. */
const mostTriesOfPatient = 300;
const mostRounds = 100;
/** No job is put off for longer, in milliseconds. */
export const longestWait = 300_000;
/**
 * How long jobs are left alone when a store that was away is back, in milliseconds: meanwhile every replica finds it again
 * and settles the replies that it delivered last, whose leases may be over.
 */
const untilSettled = 7_000;
const keptFor = 24 * 3_600_000;
const tidyEvery = 3_600_000;

/**
 * `handlers` carry out the effects that the engine does not; `changed` is awaited after each effect that was carried out.
 * Effects of a `slow` kind run beside all others, which do not wait for them; each ends within its lease.
 */
export const workWith = (parts: {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly handlers: Handlers;
  readonly slow?: ReadonlySet<Job['kind']>;
  readonly changed: () => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
}): Work => {
  const { store, clock, log } = parts;
  const post = poster(parts);

  const carryOut = async (job: Job): Promise<void> => {
    if (job.kind === 'post') return post(job);
    if (job.kind === 'webhook') return webhook(job);
    await effect(job);
    await parts.changed();
  };

  const effect = async (job: EffectJob): Promise<void> => {
    if (job.kind === 'recordOutcome') return store.recordOutcome(job.key, job, clock());
    if (job.kind === 'recordGap') {
      for (const gap of job.gaps) await store.recordGap(gap, clock());
      return;
    }
    const handle = parts.handlers[job.kind] as ((job: EffectJob) => Promise<void>) | undefined;
    if (!handle) throw new Error(`Nothing here carries out "${job.kind}". Start a version of Signpost that does.`);
    await handle(job);
  };

  /** Any replica may take them from then on, and being taken here counts as no try. */
  const giveBack = async (jobs: readonly Taken[], at: number, why: string): Promise<void> => {
    for (const { job, tries } of jobs) await store.settle(job.key, { kind: 'untried', at, why }, tries);
  };

  const webhook = async (job: WebhookJob): Promise<void> => {
    if (!parts.handlers.webhook) throw new Error('Nothing here sends webhooks. Start a version of Signpost that does.');
    await parts.handlers.webhook(job);
  };

  /** Returns when it is tried again, where its channel could not take it now. */
  const attempt = async ({ job, tries }: Taken): Promise<number | undefined> => {
    try {
      await carryOut(job);
      await store.settle(job.key, { kind: 'done' }, tries);
      return undefined;
    } catch (error) {
      const why = messageOf(error);
      const known = error instanceof ChannelError;
      const patient = known && (error.unauthorized || isPatient(job));
      const final = (known && !error.retry) || tries >= (patient ? mostTriesOfPatient : mostTries);
      const wait = Math.min(known && error.retryAfter ? error.retryAfter * 1000 : 1000 * 2 ** tries, longestWait);
      const at = clock() + wait;
      log.warn({ job: job.key, reference: referenceOf(job.key), tries, why, final }, 'a job did not succeed');
      if (final && job.kind === 'post' && job.patient) await parts.handlers.lost?.(job);
      await store.settle(job.key, final ? { kind: 'failed', why } : { kind: 'retry', at, why }, tries);
      return known && !final ? at : undefined;
    }
  };

  /** One whose channel could not take it now holds back those after it; a fault of ours in one says nothing of the others. */
  const inTurn = async (lane: readonly Taken[], until: number): Promise<void> => {
    for (const [n, taken] of lane.entries()) {
      if (stopping.signal.aborted) return giveBack(lane.slice(n), clock(), 'Signpost was stopped.');
      if (clock() >= until) return giveBack(lane.slice(n), clock(), 'Those before it took long.');
      const at = await attempt(taken);
      if (at !== undefined) return giveBack(lane.slice(n + 1), at, 'The one before it is tried again.');
    }
  };

  const beside = new Set<Promise<void>>();
  const startBeside = (taken: Taken, until: number): void => {
    const run: Promise<void> = inTurn([taken], until)
      .catch((error: unknown) => log.error({ err: error, job: taken.job.key }, 'a slow job could not be settled'))
      .finally(() => beside.delete(run));
    beside.add(run);
  };

  const once = async (): Promise<number> => {
    const now = clock();
    const jobs = await store.due(batch, now, now + lease);
    const { true: slow = [], false: quick = [] } = Object.groupBy(jobs, ({ job }) =>
      parts.slow?.has(job.kind) ? 'true' : 'false',
    );
    for (const taken of slow) startBeside(taken, now + begunWithin);
    const lanes = Map.groupBy(quick, ({ job }) => laneOf(job));
    await Promise.all([...lanes.values()].map((lane) => inTurn(cardsFirst(lane), now + begunWithin)));
    return jobs.length;
  };

  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let tidied = 0;
  let away = false;
  /** Throws while the store is away. */
  const back = async (): Promise<void> => {
    await store.taskTimes();
    await sleep(untilSettled, undefined, { signal: stopping.signal }).catch(() => undefined);
    away = false;
  };
  const pass = async (): Promise<void> => {
    do {
      again = false;
      try {
        if (away) await back();
        while (!stopping.signal.aborted && (await once()) >= batch);
        if (Math.abs(clock() - tidied) >= tidyEvery) {
          tidied = clock();
          await store.forget(tidied - keptFor);
        }
      } catch (error) {
        away = true;
        log.error({ err: error }, 'the job store could not be read');
      }
    } while (again && !stopping.signal.aborted);
  };
  const wake = (): void => {
    again = true;
    running ??= pass().finally(() => {
      running = undefined;
    });
  };

  const settle = async (): Promise<void> => {
    for (let round = 0; round < mostRounds; round++) {
      await running;
      if ((await once()) === 0 && !running && beside.size === 0) return;
      await Promise.all(beside);
    }
  };

  return {
    once,
    settle,
    wake,
    start(interval) {
      timer = setInterval(wake, interval);
      wake();
    },
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await running;
      await Promise.all(beside);
    },
  };
};

/** Posts to one place and effects of one conversation are carried out in their order, all others side by side. */
const laneOf = (job: Job): string => {
  if (job.kind === 'post') return postLane(job);
  return job.kind === 'webhook' ? job.key : job.from.conversation;
};

const postLane = ({ place, under, card }: Post): string => under ?? card?.name ?? placeKey(place);

/** The lines below a card cannot be posted before it. */
const cardsFirst = (lane: readonly Taken[]): readonly Taken[] => {
  const isCard = ({ job }: Taken): boolean => job.kind === 'post' && job.card !== undefined;
  return [...lane.filter(isCard), ...lane.filter((taken) => !isCard(taken))];
};

const isPatient = (job: Job): boolean => job.kind === 'webhook' || (job.kind === 'post' && job.patient === true);
