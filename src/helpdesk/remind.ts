/** Reminders: what nobody has claimed, what has stood still, and what was resolved without an answer. */
import { isQuiet } from '../model/quiet.ts';
import type { Named } from '../model/ticket.ts';
import { act, type Parts } from './act.ts';

const nobody: Named = { key: '', name: '' };

/** How many tickets are looked at in one go; the rest follow at the next. */
const most = 200;

/** Reminds of every ticket that is due, each step once; returns how many there were. */
export const remind = async (parts: Parts): Promise<number> => {
  const { store, settings, clock } = parts;
  const { quiet, timeZone: zone } = settings;
  if (isQuiet(quiet && { ...quiet, zone }, clock())) return 0;
  const due = await store.tickets({ dueBy: clock() }, most);
  for (const ticket of due) {
    const kind = ticket.status === 'resolved' ? 'close' : 'remind';
    const key = `remind/${ticket.number}/${ticket.rev}`;
    await act(ticket.number, { kind }, { key, byFor: () => ({ role: 'clock', who: nobody }) }, parts);
  }
  return due.length;
};

const day = 24 * 3_600_000;

/** Deletes what is over for longer than it is kept; returns how many tickets that were. */
export const tidy = async ({ store, settings, clock }: Parts): Promise<number> => {
  const before = clock() - settings.keepDays * day;
  let all = 0;
  for (let some = -1; some !== 0; all += some) some = await store.forgetTickets(before);
  return all;
};
