/** Checks one domain because a person asked, and shows how it goes on a card that is edited. */
import { ChannelError } from '../model/errors.ts';
import type { Checkable, CheckResult, DrawingsFor, HandlerWord } from '../model/notice.ts';
import type { JobOf, Log, Store } from '../model/ports.ts';
import { newReference } from '../model/reference.ts';
import type { Reply } from '../model/reply.ts';
import { within } from './limit.ts';

/** How long a check may take, and how long its domain is taken, in milliseconds. */
const longest = 55_000;
const turn = 60_000;

/** How many run at a time here. */
const mostAtOnce = 4;

/** How many steps are shown. */
const mostSteps = 20;

export type CheckNow = {
  /** Starts the check; what comes of it is posted where it was asked for. */
  readonly start: (job: JobOf<'runCheck'>) => Promise<void>;
  /** Waits for the checks at hand. */
  readonly idle: () => Promise<void>;
};

export const checkNow = (parts: {
  readonly store: Store;
  readonly checkable: Checkable | undefined;
  readonly drawings: DrawingsFor;
  /** Takes in what a check found. */
  readonly found: (result: CheckResult) => Promise<void>;
  readonly say: (job: JobOf<'runCheck'>, word: HandlerWord) => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
  readonly promised: () => void;
}): CheckNow => {
  const { store, checkable, drawings, clock, log } = parts;
  const running = new Set<Promise<void>>();

  const run = async (job: JobOf<'runCheck'>, domain: string, { check }: Checkable): Promise<void> => {
    const name = `check/${job.key}`;
    const draw = drawings(job.from.person.locale);
    let rev = 0;
    let over = false;
    const show = async (reply: Reply): Promise<void> => {
      rev++;
      const key = `${name}#${rev}`;
      const post = { key, kind: 'post', place: job.from.place, reply, card: { name, rev } } as const;
      await store.promise([{ job: post, dueAt: clock() }]);
      parts.promised();
    };
    try {
      const progress = async (step: string): Promise<void> => {
        if (!over && rev < mostSteps) await show(draw.checking(domain, step));
      };
      await progress('');
      const result = await within(longest, check(domain, progress)).finally(() => {
        over = true;
      });
      await show(draw.checked(result));
      await parts.found(result);
    } catch (error) {
      const reference = newReference();
      log.error({ err: error, reference, domain }, 'a check on demand failed');
      await show(draw.word({ kind: 'check failed', domain, reference }));
    }
  };

  const begin = async (job: JobOf<'runCheck'>): Promise<void> => {
    const domains = (await checkable?.domains()) ?? [];
    if (!checkable || domains.length === 0) return parts.say(job, { kind: 'no checks' });
    const asked = job.domain?.toLowerCase() ?? null;
    if (asked === null && domains.length > 1) return parts.say(job, { kind: 'which domain', domains });
    const domain = asked ?? domains[0]!;
    if (!domains.includes(domain)) return parts.say(job, { kind: 'not ours', domain, domains });
    if (await store.takeTurn(`check-now/${domain}`, turn, clock())) return run(job, domain, checkable);
    return parts.say(job, { kind: 'check runs', domain });
  };

  return {
    async start(job) {
      if (running.size >= mostAtOnce)
        throw new ChannelError('Other checks are running. This one is tried again.', { retry: true, retryAfter: 5 });
      // The check goes on by itself, so that other jobs are carried out meanwhile.
      const task = begin(job)
        .catch((error: unknown) => log.error({ err: error, job: job.key }, 'a check on demand was not answered'))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      await Promise.all(running);
    },
  };
};
