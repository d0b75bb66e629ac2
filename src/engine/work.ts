/** Carries out promised jobs; any replica may run it, and a job of a replica that died is taken up when its lease ends. */
import { ChannelError } from '../model/errors.ts';
import type { ChannelName } from '../model/message.ts';
import type { Channel, Job, Log, Store } from '../model/ports.ts';

export type Work = {
  /** Carries out what is due now, jobs for one place in order; returns how many it took up. */
  readonly once: () => Promise<number>;
  /** Looks for due jobs soon, and again every `interval` milliseconds, until stopped. */
  readonly start: (interval: number) => void;
  /** Looks for due jobs now. */
  readonly wake: () => void;
  /** Waits for the jobs at hand. */
  readonly stop: () => Promise<void>;
};

const lease = 60_000;
const batch = 50;
const mostTries = 12;
const longestWait = 300_000;
const keptFor = 24 * 3_600_000;
const tidyEvery = 3_600_000;

export const workWith = (parts: {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly clock: () => number;
  readonly log: Log;
}): Work => {
  const { store, channels, clock, log } = parts;

  const carryOut = async (job: Job): Promise<void> => {
    if (job.kind === 'recordOutcome') return store.recordOutcome(job.key, job, clock());
    if (job.kind === 'recordGap') {
      for (const gap of job.gaps) await store.recordGap(gap, clock());
      return;
    }
    const channel = channels.get(job.place.channel);
    if (!channel)
      throw new ChannelError(`The channel ${job.place.channel} is not set up here. Set it up, or let the reply go.`, {
        retry: true,
        retryAfter: longestWait / 1000,
      });
    await channel.post(job.place, job.reply);
  };

  const attempt = async (job: Job, tries: number): Promise<void> => {
    try {
      await carryOut(job);
      await store.settle(job.key, { kind: 'done' }, tries);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const known = error instanceof ChannelError;
      const final = (known && !error.retry) || tries >= mostTries;
      const wait = Math.min(known && error.retryAfter ? error.retryAfter * 1000 : 1000 * 2 ** tries, longestWait);
      log.warn({ job: job.key, tries, why, final }, 'a job did not succeed');
      await store.settle(job.key, final ? { kind: 'failed', why } : { kind: 'retry', at: clock() + wait, why }, tries);
    }
  };

  const once = async (): Promise<number> => {
    const now = clock();
    const jobs = await store.due(batch, now, now + lease);
    const lanes = Map.groupBy(jobs, ({ job }) => (job.kind === 'post' ? JSON.stringify(job.place) : job.key));
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const { job, tries } of lane) await attempt(job, tries);
      }),
    );
    return jobs.length;
  };

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let tidied = 0;
  const pass = async (): Promise<void> => {
    do {
      again = false;
      try {
        while ((await once()) === batch);
        if (clock() - tidied >= tidyEvery) {
          tidied = clock();
          await store.forget(tidied - keptFor);
        }
      } catch (error) {
        log.error({ err: error }, 'the job store could not be read');
      }
    } while (again);
  };
  const wake = (): void => {
    again = true;
    running ??= pass().finally(() => {
      running = undefined;
    });
  };

  return {
    once,
    wake,
    start(interval) {
      timer = setInterval(wake, interval);
      wake();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
};
