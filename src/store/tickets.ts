/** Tickets and helpdesk channels. A ticket is a JSON body beside the columns that it is found by. */
import { type Kysely, type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import { ticketAuditOf } from '../model/audit.ts';
import type { Person } from '../model/message.ts';
import { type Desk, isActive, priorities, type Ticket } from '../model/ticket.ts';
import type { Selection, TicketCap, TicketStore, Unsolved } from '../model/ticket-store.ts';
import { again } from './again.ts';
import { changeOnce, writeAudit } from './audit.ts';
import { promiseJobs } from './jobs.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey, toText } from './text.ts';

type Row = Selectable<Tables['ticket']>;

/** Ends the transaction of a ticket that was there already. */
class OpenedBefore extends Error {}

/** Ends the transaction of a ticket that would be one too many. */
class Full extends Error {
  readonly cap: TicketCap;
  constructor(cap: TicketCap) {
    super();
    this.cap = cap;
  }
}

export const ticketsIn = (
  db: Kysely<Tables>,
): Omit<TicketStore, 'countPerson' | 'forgetPerson' | 'dead' | 'replay'> => ({
  async openTicket(origin, make, caps = []) {
    try {
      const open = () =>
        db.transaction().execute(async (tx) => {
          const { ticket: opened, jobs } = make(await nextNumber(tx));
          const added = await tx
            .insertInto('ticket')
            .values({ number: opened.number, origin: toKey(origin), ...columnsOf(opened) })
            .onConflict((conflict) => conflict.column('origin').doNothing())
            .executeTakeFirst();
          if (added.numInsertedOrUpdatedRows !== 1n) throw new OpenedBefore();
          for (const cap of caps) if ((await countOf(tx, cap.of)) > cap.most) throw new Full(cap);
          await promiseJobs(tx, jobs);
          await auditLast(tx, opened);
          return opened;
        });
      return { ticket: await again(open), fresh: true };
    } catch (error) {
      if (error instanceof Full) return { full: error.cap };
      if (!(error instanceof OpenedBefore)) throw error;
      const row = await db
        .selectFrom('ticket')
        .select('body')
        .where('origin', '=', toKey(origin))
        .executeTakeFirstOrThrow();
      return { ticket: ticketOf(row), fresh: false };
    }
  },

  async changeTicket(was, now, jobs) {
    const write = () =>
      db.transaction().execute(async (tx) => {
        const moved = await tx
          .updateTable('ticket')
          .set(columnsOf(now))
          .where('number', '=', was.number)
          .where('rev', '=', was.rev)
          .executeTakeFirst();
        if (moved.numUpdatedRows !== 1n) return false;
        await promiseJobs(tx, jobs);
        if (now.history.length > was.history.length) await auditLast(tx, now);
        return true;
      });
    return again(write);
  },

  async ticket(number) {
    const row = await db.selectFrom('ticket').select('body').where('number', '=', number).executeTakeFirst();
    return row && ticketOf(row);
  },

  async tickets(which, limit) {
    const rows = await chosen(db.selectFrom('ticket').select('body'), which).limit(limit).execute();
    return rows.map(ticketOf);
  },

  desks: () => desksIn(db),

  async setDesk(desk, audit) {
    const row = { body: JSON.stringify(desk), at: Math.floor(audit.at) };
    await changeOnce(db, audit, async (tx) => {
      await tx
        .insertInto('desk')
        .values({ id: toKey(desk.id), ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      return true;
    });
  },

  dropDesk: (id, audit) =>
    changeOnce(db, audit, async (tx) => {
      const { numDeletedRows } = await tx.deleteFrom('desk').where('id', '=', toKey(id)).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

  async meet(desk, { id, name: given }) {
    const name = toText(given);
    await db
      .insertInto('desk_person')
      .values({ desk: toKey(desk), person: toText(id), name })
      .onConflict((conflict) => conflict.columns(['desk', 'person']).doUpdateSet({ name }))
      .execute();
  },

  async forgetTickets(before) {
    const old = await db
      .selectFrom('ticket')
      .select('number')
      .where('active', '=', 0)
      .where('changed', '<', Math.floor(before))
      .limit(1000)
      .execute();
    if (old.length === 0) return 0;
    const numbers = old.map(({ number }) => number);
    await db
      .deleteFrom('shown')
      .where(
        'name',
        'in',
        numbers.map((number) => `ticket/${number}`),
      )
      .execute();
    const { numDeletedRows } = await db.deleteFrom('ticket').where('number', 'in', numbers).executeTakeFirst();
    return Number(numDeletedRows);
  },
});

/** What stands in a ticket's history stands in the audit log. */
const auditLast = async (tx: Kysely<Tables>, ticket: Ticket): Promise<void> => {
  const audit = ticketAuditOf(ticket);
  if (audit) await writeAudit(tx, audit);
};

/** The first statement of a ticket's transaction, so that replicas open tickets one after the other. */
const nextNumber = async (tx: Kysely<Tables>): Promise<number> => {
  const { value } = await tx
    .insertInto('counter')
    .values({ name: 'ticket', value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
};

const columnsOf = (ticket: Ticket): Omit<Row, 'number' | 'origin'> => ({
  rev: ticket.rev,
  active: isActive(ticket.status) ? 1 : 0,
  urgency: -priorities.indexOf(ticket.priority),
  desk: toKey(ticket.desk.id),
  requester: ticket.requester && toKey(ticket.requester.key),
  owner: ticket.owner && toKey(ticket.owner.key),
  entry: ticket.entry,
  resolved: ticket.resolution ? 1 : 0,
  due: ticket.due === null ? null : Math.ceil(ticket.due),
  changed: Math.floor(ticket.changedAt),
  body: JSON.stringify(ticket),
});

const ticketOf = ({ body }: { readonly body: string }): Ticket => JSON.parse(body) as Ticket;

const countOf = async (tx: Kysely<Tables>, of: Unsolved): Promise<number> => {
  const query = tx.selectFrom('ticket').select(({ fn }) => fn.countAll<number>().as('count'));
  const { count } = await unsolved(query, of).executeTakeFirstOrThrow();
  return count;
};

type Query<Chosen = { body: string }> = SelectQueryBuilder<Tables, 'ticket', Chosen>;

const unsolved = <Chosen>(query: Query<Chosen>, of: Unsolved): Query<Chosen> => {
  const theirs =
    'requester' in of
      ? query.where('requester', '=', toKey(of.requester))
      : query.where('requester', 'like', `${of.channel}:%`);
  return theirs.where(({ and, or, eb }) =>
    or([eb('active', '=', 1), and([eb('resolved', '=', 0), eb('changed', '>=', Math.floor(of.withdrawnSince))])]),
  );
};

const chosen = (query: Query, which: Selection): Query => {
  if ('requester' in which) return query.where('requester', '=', toKey(which.requester)).orderBy('number', 'desc');
  if ('desk' in which) {
    const here = query.where('active', '=', 1).where('desk', '=', toKey(which.desk));
    const mine = which.owner === undefined ? here : here.where('owner', '=', toKey(which.owner));
    return mine.orderBy('urgency').orderBy('number');
  }
  if ('entry' in which) return query.where('active', '=', 1).where('entry', '=', which.entry).orderBy('number');
  if ('dueBy' in which) return query.where('due', '<=', Math.floor(which.dueBy)).orderBy('due');
  if ('unwritten' in which) return query.where('resolved', '=', 1).where('entry', 'is', null).orderBy('number', 'desc');
  if ('unsolved' in which) return unsolved(query, which.unsolved).orderBy('number', 'desc');
  if ('person' in which) return query.where('body', 'like', containing(JSON.stringify(which.person))).orderBy('number');
  const all = query.where('number', '>=', which.from).orderBy('number');
  return which.active ? all.where('active', '=', 1) : all;
};

/** The pattern of whatever contains this text. */
const containing = (text: string) => sql<string>`${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

export const desksIn = async (db: Kysely<Tables>): Promise<readonly Desk[]> => {
  const desks = await db.selectFrom('desk').selectAll().orderBy('at').orderBy('id').execute();
  if (desks.length === 0) return [];
  const people = Map.groupBy(
    await db.selectFrom('desk_person').selectAll().orderBy('name').execute(),
    ({ desk }) => desk,
  );
  return desks.map(({ id, body }) => ({
    ...(JSON.parse(body) as Omit<Desk, 'people'>),
    people: (people.get(id) ?? []).map(({ person, name }): Person => ({ id: fromText(person), name: fromText(name) })),
  }));
};

/** How many tickets the helpdesk still has to solve, by the entry they are about. */
export const openTicketsIn = async (db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('ticket')
    .select(({ fn }) => ['entry', fn.countAll<number>().as('count')])
    .where('active', '=', 1)
    .where('entry', 'is not', null)
    .groupBy('entry')
    .execute();
  return new Map(rows.map(({ entry, count }) => [entry!, count]));
};
