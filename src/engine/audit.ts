/** Writes down who changed what, when an effect of theirs was carried out. */
import { personKey, placeKey } from '../model/message.ts';
import type { EffectJob, Handlers, Log, Store } from '../model/ports.ts';
import { ticketId } from '../model/ticket.ts';
import type { Task } from './schedule.ts';

type Parts = {
  readonly store: Pick<Store, 'audits' | 'ticket' | 'tickets'>;
  /** How long entries are kept. */
  readonly keepDays: number;
  /** What a job leaves behind of its key, which names its person, who may have their data deleted later. */
  readonly traceOf: (key: string) => string;
  readonly clock: () => number;
  readonly log: Log;
};

type Done = { readonly target: string; readonly detail?: string };

const day = 24 * 3_600_000;

/**
 * The same handlers; what changes something is written down after it was done. The entry has the key of its job, so a job
 * that is carried out again after a crash writes it once. A change that was refused is not written down.
 */
export const audited = (
  handlers: Handlers,
  parts: Parts,
): { readonly handlers: Handlers; readonly tasks: readonly Task[] } => {
  const { store, clock, keepDays, log, traceOf } = parts;

  const wrapped = Object.entries(handlers).map(([kind, handle]) => {
    if (!changing.has(kind)) return [kind, handle];
    const after = async (job: EffectJob): Promise<void> => {
      await (handle as (job: EffectJob) => Promise<void>)(job);
      const done = await doneBy(job, traceOf(job.key), store);
      if (!done) return;
      const { target, detail = '' } = done;
      const by = job.kind === 'forgetMe' ? '' : byOf(job);
      await store.audits.write({ key: traceOf(job.key), at: clock(), by, what: job.kind, target, detail });
    };
    return [kind, after];
  });

  const tidy = async (): Promise<void> => {
    const forgotten = await store.audits.forget(clock() - keepDays * day);
    if (forgotten > 0) log.info({ forgotten }, 'old lines of the audit log were deleted');
  };
  return { handlers: Object.fromEntries(wrapped) as Handlers, tasks: [{ name: 'audit/tidy', every: day, run: tidy }] };
};

const byOf = ({ from }: EffectJob): string => personKey(from.place.channel, from.person);

/** The effects that change something that others see. */
const changing: ReadonlySet<string> = new Set<EffectJob['kind']>([
  'openTicket',
  'changeTicket',
  'setDesk',
  'dropDesk',
  'forgetMe',
  'acknowledgeNotice',
  'snoozeNotice',
  'resolveNotice',
  'subscribeRoom',
  'unsubscribeRoom',
]);

/** What a job did and to what; undefined where it did nothing. */
const doneBy = async (job: EffectJob, trace: string, store: Parts['store']): Promise<Done | undefined> => {
  switch (job.kind) {
    case 'openTicket': {
      const [newest] = await store.tickets({ requester: byOf(job) }, 1);
      return newest?.origin === trace ? { target: ticketId(newest.number), detail: newest.priority } : undefined;
    }
    case 'changeTicket': {
      const ticket = await store.ticket(job.ticket);
      const isDone = ticket?.history.some(({ key }) => key === trace);
      const { change } = job;
      const more = change.kind === 'priority' ? ` ${change.priority}` : '';
      return isDone ? { target: ticketId(job.ticket), detail: change.kind + more } : undefined;
    }
    case 'setDesk':
      return { target: roomOf(job), detail: listed(job) };
    case 'dropDesk':
      return { target: roomOf(job) };
    case 'forgetMe':
      return { target: '' };
    case 'acknowledgeNotice':
    case 'resolveNotice':
      return { target: job.card };
    case 'snoozeNotice':
      return { target: job.card, detail: `until ${new Date(job.until).toISOString()}` };
    case 'subscribeRoom':
      return { target: job.subscription.id, detail: `${job.subscription.least} ${listed(job.subscription)}`.trim() };
    case 'unsubscribeRoom':
      return { target: job.room };
    default:
      return undefined;
  }
};

const roomOf = ({ from }: EffectJob): string => placeKey(from.room ?? from.place);

const listed = ({
  topics,
  domains,
}: {
  readonly topics: readonly string[];
  readonly domains: readonly string[];
}): string => [...topics, ...domains].join(' ');
