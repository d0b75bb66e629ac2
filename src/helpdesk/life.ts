/** The life of a ticket: one pure function says what a change makes of it, or why it is refused. */
import {
  active,
  type HelpdeskSettings,
  type HistoryLine,
  isActive,
  type Named,
  type Refusal,
  type Status,
  type Ticket,
  type TicketChange,
  type TicketDraft,
} from '../model/ticket.ts';

/** As what somebody acts: in the desk's room, as the requester, as another ticket tool, as anybody, or the clock. */
export type Role = 'desk' | 'requester' | 'program' | 'anybody' | 'clock';

export type By = { readonly role: Role; readonly who: Named };

/** `key` is of the job that makes the change. */
export type Act = { readonly key: string; readonly by: By; readonly at: number };

type Changed = { readonly ticket: Ticket } | { readonly refused: Refusal };

type Timing = Pick<HelpdeskSettings, 'unclaimedMinutes' | 'staleDays' | 'closeDays'>;

const minute = 60_000;
const day = 24 * 60 * minute;

/** An unclaimed ticket is named after this many times the first wait. */
const unclaimedSteps = [1, 4, 16];

/** How many reminders there have been when one goes out now: those whose time went by unused are left out. */
const remindedAt = (ticket: Ticket, at: number, timing: Timing): number => {
  if (ticket.status !== 'open') return ticket.reminded + 1;
  const gone = unclaimedSteps.filter((step) => ticket.changedAt + step * timing.unclaimedMinutes * minute <= at);
  return Math.max(ticket.reminded + 1, gone.length);
};

/** The owner is asked after the first wait without a change, the requester after the second. */
const staleSteps = [1, 2];

/** When somebody is to be reminded of a ticket next; null where nobody is. */
export const dueOf = (ticket: Omit<Ticket, 'due'>, timing: Timing): number | null => {
  const after = (steps: readonly number[], wait: number): number | null => {
    const step = steps[ticket.reminded];
    return step === undefined ? null : ticket.changedAt + step * wait;
  };
  if (ticket.status === 'open') return after(unclaimedSteps, timing.unclaimedMinutes * minute);
  if (ticket.status === 'resolved') return ticket.changedAt + timing.closeDays * day;
  return isActive(ticket.status) ? after(staleSteps, timing.staleDays * day) : null;
};

export const opened = (
  draft: TicketDraft,
  more: Pick<Ticket, 'number' | 'origin' | 'requester' | 'desk'> & { readonly at: number },
  timing: Timing,
): Ticket => {
  const { at, ...rest } = more;
  const by = rest.requester && { key: rest.requester.key, name: rest.requester.name };
  const ticket: Omit<Ticket, 'due'> = {
    ...draft,
    ...rest,
    rev: 1,
    status: 'open',
    owner: null,
    resolution: null,
    rating: null,
    followers: [],
    openedAt: at,
    changedAt: at,
    reminded: 0,
    history: [{ key: rest.origin, at, by, what: 'opened' }],
  };
  return { ...ticket, due: dueOf(ticket, timing) };
};

/** Whether this job has changed the ticket already. */
export const isDone = (ticket: Ticket, key: string): boolean => ticket.history.some((line) => line.key === key);

/** Makes a change, or says why not. */
export const change = (ticket: Ticket, wanted: TicketChange, act: Act, timing: Timing): Changed => {
  const { by, at, key } = act;
  const refused = refusalOf(ticket, wanted, by);
  if (refused) return { refused };
  const reminder = wanted.kind === 'remind';
  const changes = becomes(ticket, wanted, act);
  const now: Omit<Ticket, 'due'> = {
    ...ticket,
    ...changes,
    rev: ticket.rev + 1,
    changedAt: reminder || wanted.kind === 'follow' ? ticket.changedAt : at,
    reminded: reminder ? remindedAt(ticket, at, timing) : wanted.kind === 'follow' ? ticket.reminded : 0,
    history: [...ticket.history, line(wanted, key, by, at)],
  };
  return { ticket: { ...now, due: dueOf(now, timing) } };
};

/** The words of a message are passed on and not kept. */
const line = (wanted: TicketChange, key: string, { role, who }: By, at: number): HistoryLine => {
  const detail = detailOf(wanted);
  return {
    key,
    at,
    by: role === 'clock' ? null : who,
    what: wanted.kind,
    ...(detail ? { detail } : {}),
    ...(wanted.kind === 'assign' ? { whom: wanted.to.key } : {}),
  };
};

const detailOf = (wanted: TicketChange): string | undefined => {
  if (wanted.kind === 'assign') return wanted.to.name;
  if (wanted.kind === 'priority') return wanted.priority;
  if (wanted.kind === 'rate') return String(wanted.rating);
  return wanted.kind === 'reopen' ? wanted.reason : undefined;
};

/** Nobody's, so that everybody may take it. */
const released = { status: 'open', owner: null } as const;

const becomes = (ticket: Ticket, wanted: TicketChange, { by, at }: Act): Partial<Ticket> => {
  const owned = (who: Named): Pick<Ticket, 'owner'> => ({ owner: { key: who.key, name: who.name, since: at } });
  switch (wanted.kind) {
    case 'claim':
      return { status: 'claimed', ...owned(by.who) };
    case 'unclaim':
      return released;
    case 'assign':
      return { status: 'claimed', ...owned(wanted.to) };
    case 'ask':
      return { status: 'waiting', ...(ticket.owner ? {} : owned(by.who)) };
    case 'write':
      return by.role === 'requester' && ticket.status === 'waiting' ? { status: 'claimed' } : {};
    case 'priority':
      return { priority: wanted.priority };
    case 'resolve': {
      const { cause, note } = wanted;
      return {
        status: 'resolved',
        resolution: { cause, note, by: by.who.name, at },
        ...(ticket.owner ? {} : owned(by.who)),
      };
    }
    case 'reopen':
      return { ...(ticket.owner?.key ? { status: 'claimed' } : released), rating: null };
    case 'withdraw':
      return { status: 'withdrawn' };
    case 'confirm':
    case 'close':
      return { status: 'closed' };
    case 'rate':
      return { rating: wanted.rating };
    case 'follow':
      return {
        followers: [
          ...ticket.followers,
          { ...by.who, place: wanted.place, ...(wanted.locale === undefined ? {} : { locale: wanted.locale }) },
        ],
      };
    case 'comment':
    case 'keep':
    case 'remind':
      return {};
  }
};

type Rule = { readonly roles: readonly Role[]; readonly from: readonly Status[] };

const solved: readonly Status[] = ['resolved'];
const over: readonly Status[] = ['resolved', 'closed'];

/** Who may do what to a ticket in which status. */
export const rules: Readonly<Record<TicketChange['kind'], Rule>> = {
  claim: { roles: ['desk', 'program'], from: active },
  unclaim: { roles: ['desk', 'program'], from: ['claimed', 'waiting'] },
  assign: { roles: ['desk'], from: active },
  ask: { roles: ['desk'], from: active },
  write: { roles: ['desk', 'requester'], from: [...active, 'resolved'] },
  comment: { roles: ['program'], from: [...active, 'resolved'] },
  priority: { roles: ['desk', 'program'], from: active },
  resolve: { roles: ['desk', 'program'], from: active },
  reopen: { roles: ['desk', 'requester', 'program'], from: [...over, 'withdrawn'] },
  withdraw: { roles: ['requester'], from: active },
  confirm: { roles: ['requester'], from: solved },
  rate: { roles: ['requester'], from: over },
  keep: { roles: ['requester'], from: active },
  follow: { roles: ['anybody', 'desk', 'requester'], from: active },
  remind: { roles: ['clock'], from: active },
  close: { roles: ['clock'], from: solved },
};

const refusalOf = (ticket: Ticket, wanted: TicketChange, by: By): Refusal | null => {
  const { roles, from } = rules[wanted.kind];
  const { owner } = ticket;
  if (!roles.includes(by.role)) return { why: roles.includes('requester') ? 'not-requester' : 'not-desk' };
  if (!from.includes(ticket.status)) return { why: 'status', status: ticket.status, at: ticket.changedAt };
  const mine = owner?.key === by.who.key;
  switch (wanted.kind) {
    case 'claim':
      if (!owner) return null;
      return mine ? { why: 'yours' } : { why: 'taken', owner, since: owner.since };
    case 'unclaim':
      return mine || by.role === 'program' ? null : { why: 'not-owner', owner };
    case 'assign':
      return owner?.key === wanted.to.key ? { why: 'same' } : null;
    case 'priority':
      return ticket.priority === wanted.priority ? { why: 'same' } : null;
    case 'rate':
      return ticket.rating === null ? null : { why: 'rated' };
    case 'ask':
    case 'write':
      return ticket.requester ? null : { why: 'nobody-there' };
    case 'follow':
      return [ticket.requester, ...ticket.followers].some((one) => one?.key === by.who.key) ? { why: 'same' } : null;
    default:
      return null;
  }
};

/** The same ticket at a new revision, so that its card is drawn again. */
export const redrawn = (ticket: Ticket): Ticket => ({ ...ticket, rev: ticket.rev + 1 });

/** What stays of a ticket when a person has their data deleted: nothing by which they could be told. One that they had is open again. */
export const withoutPerson = (ticket: Ticket, key: string, act: Pick<Act, 'key' | 'at'>, timing: Timing): Ticket => {
  const is = (one: { readonly key: string } | null): boolean => one?.key === key;
  const own = is(ticket.requester);
  const isSolver = is(ticket.history.findLast(({ what }) => what === 'resolve')?.by ?? null);
  const forgotten = ({ detail, whom, ...one }: HistoryLine): HistoryLine => {
    const named = whom === key || (own && one.what === 'reopen');
    return {
      ...one,
      by: is(one.by) ? null : one.by,
      ...(detail === undefined || named ? {} : { detail }),
      ...(whom === undefined || named ? {} : { whom }),
    };
  };
  const left: Ticket = {
    ...ticket,
    rev: ticket.rev + 1,
    requester: own ? null : ticket.requester,
    ...(own
      ? { problem: '', ids: ofNobody(ticket.ids), facts: {}, tried: ticket.tried.filter(({ method }) => method > 0) }
      : {}),
    owner: is(ticket.owner) ? { key: '', name: '', since: ticket.owner!.since } : ticket.owner,
    resolution: ticket.resolution && isSolver ? { ...ticket.resolution, by: '' } : ticket.resolution,
    followers: ticket.followers.filter((one) => !is(one)),
    history: [...ticket.history.map(forgotten), { key: act.key, at: act.at, by: null, what: 'forgotten' }],
  };
  if (!isActive(ticket.status) || !is(ticket.owner)) return left;
  const open = { ...left, ...released, changedAt: act.at, reminded: 0 };
  return { ...open, due: dueOf(open, timing) };
};

/** What stays of the values: what is of the fault, and of no person, sign-in or device. */
const ofFault: ReadonlySet<string> = new Set(['Code', 'Application', 'Tenant']);

const ofNobody = (ids: Ticket['ids']): Ticket['ids'] =>
  Object.fromEntries(Object.entries(ids).filter(([name, value]) => ofFault.has(name) && !value.includes('@')));
