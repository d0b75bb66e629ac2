/** What an operator does with tickets from the command line; each returns the exit status. */
import { InputError } from '../model/errors.ts';
import type { Store } from '../model/ports.ts';
import { type Ticket, ticketNumber } from '../model/ticket.ts';
import { csvHead, ticketCsv, ticketJson, ticketLine, ticketText } from './export.ts';

type Print = (line: string) => void;

/** The ticket with this id; throws `InputError` when there is none. */
export const ticketIn = async (store: Store, id: string): Promise<Ticket> => {
  const ticket = await store.ticket(ticketNumber(id) ?? 0);
  if (ticket) return ticket;
  throw new InputError(`There is no ticket "${id}". Give one such as HD-12; "npm run tickets -- list" shows them.`);
};

/** How many tickets are read at a time. */
const batch = 500;

/** Calls with every ticket in the order of numbers; returns how many there were. */
const eachTicket = async (store: Store, active: boolean, tell: (ticket: Ticket) => void): Promise<number> => {
  let count = 0;
  for (let from = 1; ; ) {
    const some = await store.tickets({ from, ...(active ? { active } : {}) }, batch);
    some.forEach(tell);
    count += some.length;
    if (some.length < batch) return count;
    from = some.at(-1)!.number + 1;
  }
};

export const listTickets = async (store: Store, all: boolean, print: Print): Promise<number> => {
  const count = await eachTicket(store, !all, (ticket) => print(ticketLine(ticket)));
  if (count === 0) print(all ? 'There are no tickets.' : 'No ticket is active.');
  return 0;
};

export const showTicket = async (store: Store, id: string, print: Print): Promise<number> => {
  print(ticketText(await ticketIn(store, id)));
  return 0;
};

export const exportTickets = async (store: Store, csv: boolean, print: Print): Promise<number> => {
  if (csv) print(csvHead);
  await eachTicket(store, false, (ticket) => print(csv ? ticketCsv(ticket) : ticketJson(ticket)));
  return 0;
};

/** Lists what was given up; status 1 when there is any. */
export const listDead = async (store: Store, print: Print): Promise<number> => {
  const dead = await store.dead(200);
  for (const { key, kind, why, at } of dead) print(`${new Date(at).toISOString()}  ${kind}  ${key}  ${why}`);
  print(dead.length > 0 ? 'Replay one with: npm run tickets -- replay KEY' : 'Nothing was given up.');
  return dead.length > 0 ? 1 : 0;
};

/** Makes one job due again, or all with null. */
export const replayDead = async (store: Store, key: string | null, now: number, print: Print): Promise<number> => {
  const count = await store.replay(key, now);
  print(count > 0 ? `Due again: ${count}. The running bot sends them.` : 'There is nothing of that key to replay.');
  return count > 0 ? 0 : 1;
};

/** What the catalog could learn: tickets that were resolved and are about no entry. */
export const listUnwritten = async (store: Store, print: Print): Promise<void> => {
  const unwritten = await store.tickets({ unwritten: true }, 20);
  if (unwritten.length === 0) return;
  print('Resolved tickets about no entry; start one with: npm run catalog -- new --from-ticket HD-...');
  for (const ticket of unwritten) print(`  ${ticketLine(ticket)}`);
};
