/** Runs the checks on schedule, and watches that they run. */
import type { Check, CheckRecord, Sighting } from '../model/notice.ts';
import type { Log, Store, Task } from '../model/ports.ts';
import { utc } from '../model/time.ts';
import type { Notices } from './keep.ts';
import { within } from './limit.ts';

/** How long one run may take, in milliseconds. */
const longest = 120_000;

/** How often time is let do its work, in milliseconds. */
const tickEvery = 60_000;

/** How long after a failed run it is looked again, in milliseconds. */
const confirmAfter = 120_000;

/** After so many intervals without success the check itself is a notice. */
const mostMissed = 3;

export const watchTasks = (parts: {
  readonly store: Store;
  readonly notices: Notices;
  readonly checks: readonly Check[];
  readonly clock: () => number;
  readonly log: Log;
}): readonly Task[] => {
  const { store, notices, checks, clock, log } = parts;
  const startedAt = clock();

  const recordOf = async (name: string): Promise<CheckRecord> =>
    (await store.notices.checkRecord(name)) ?? { name, state: null, lastRun: 0, lastSuccess: 0, doubtful: false };

  const run = async (check: Check): Promise<void> => {
    const record = await recordOf(check.name);
    const lastRun = clock();
    try {
      const { findings, state } = await within(longest, check.run(record.state));
      await notices.take(
        findings.map((finding): Sighting => ({ ...finding, source: check.name })),
        check.name,
      );
      const told = findings.length === 0 || findings.some((finding) => finding.state !== 'unknown');
      await store.notices.keepCheckRecord({
        name: check.name,
        state,
        lastRun,
        lastSuccess: told ? lastRun : record.lastSuccess,
        doubtful: await isDoubtful(check.name),
      });
    } catch (error) {
      log.error({ err: error, check: check.name }, 'a check failed');
      await store.notices.keepCheckRecord({ ...record, lastRun, doubtful: false });
    }
  };

  const isDoubtful = async (name: string): Promise<boolean> =>
    (await store.notices.ledger()).notices.some(({ state, told }) => state === 'pending' && told.source === name);

  /** What failed once is looked at again soon, not only after a whole interval. */
  const confirm = async (): Promise<void> => {
    for (const check of checks) {
      const { doubtful, lastRun } = await recordOf(check.name);
      const age = clock() - lastRun;
      if (doubtful && age >= confirmAfter && age < check.every) await run(check);
    }
  };

  const health = async (): Promise<void> => {
    const sightings = await Promise.all(
      checks.map(async (check) => ownHealth(check, await recordOf(check.name), startedAt, clock())),
    );
    if (sightings.length > 0) await notices.take(sightings);
  };

  return [
    ...checks.map((check) => ({ name: `check/${check.name}`, every: check.every, run: () => run(check) })),
    { name: 'notices/confirm', every: tickEvery, run: confirm },
    { name: 'notices/own-health', every: tickEvery, run: health },
    { name: 'notices/tick', every: tickEvery, run: notices.tick },
  ];
};

/** Shortly after the start, and when the clock went on at once, it is unknown: the time before says nothing about the check. */
const ownHealth = (
  { name, every }: Check,
  { lastRun, lastSuccess }: CheckRecord,
  startedAt: number,
  now: number,
): Sighting => {
  const missed = (since: number): boolean => now - since > mostMissed * every;
  const silent = missed(startedAt) && (lastRun === 0 || !missed(lastRun));
  return {
    key: `own-health/runs/${name}`,
    check: 'own-health',
    state: missed(lastSuccess) ? (silent ? 'firing' : 'unknown') : 'ok',
    severity: 'warning',
    title: `The check "${name}" has not succeeded for ${mostMissed} intervals: what it looks at is unknown`,
    domains: [],
    codes: [],
    evidence: `Last success: ${lastSuccess === 0 ? 'never' : utc(lastSuccess)}`,
    affected: 'Nobody by itself, but faults are no longer noticed',
    action: 'Look for "a check failed" in the log of Signpost',
  };
};
