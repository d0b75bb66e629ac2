/** Carries out what the dialogs want done about tickets. */
import { auditOf, chosenBy, roomAuditOf } from '../model/audit.ts';
import { personKey, placeKey } from '../model/message.ts';
import type { EffectJob, Handlers, JobOf, Origin, Task } from '../model/ports.ts';
import type { Reply } from '../model/reply.ts';
import type { TicketDrawings } from '../model/ticket-drawings.ts';
import type { TicketCap } from '../model/ticket-store.ts';
import { type Desk, isActive, type Ticket, type TicketChange, ticketOfCard, type Which } from '../model/ticket.ts';
import { act, type Parts } from './act.ts';
import { isDone, opened, redrawn, withoutPerson } from './life.ts';
import { cardPost, lostPosts, openingPosts, ticketOfPost } from './promises.ts';
import { remind, tidy } from './remind.ts';
import { byFrom, namedOf, readerOf } from './role.ts';
import { route } from './route.ts';
import { traceOf } from './trace.ts';
import { sendWebhook } from './webhook.ts';

const minute = 60_000;

/** How many tickets a list shows. */
const longest = 10;

/** Whoever asks on the web page may take another name with each ticket, so all of its people have this many times what one has. */
const timesForPage = 10;

/** Withdrawing a ticket makes room for another one only after this time, so that nobody fills the room of a desk by it. */
const withdrawnFor = 24 * 60 * minute;

const capsOf = ({ place, person }: Origin, most: number, now: number): readonly TicketCap[] => {
  if (most === 0) return [];
  const withdrawnSince = now - withdrawnFor;
  const own: TicketCap = { of: { requester: personKey(place.channel, person), withdrawnSince }, most };
  return place.channel === 'web'
    ? [own, { of: { channel: place.channel, withdrawnSince }, most: most * timesForPage }]
    : [own];
};

export const helpdesk = (parts: Parts) => {
  const { store, settings, clock, log } = parts;

  /** The cards in the language of whoever wanted something. */
  const cardsOf = ({ from }: EffectJob): TicketDrawings => parts.drawings(from.person.locale);

  /** Answers whoever wanted something, where they wanted it. */
  const answer = async (job: EffectJob, reply: Reply): Promise<void> => {
    const post = { key: `${job.key}/told`, kind: 'post', place: job.from.place, reply, patient: true } as const;
    await store.promise([{ job: post, dueAt: clock() }]);
  };

  /** The desk in whose room something was done. */
  const deskOf = async ({ room }: Origin): Promise<Desk | undefined> =>
    room && (await store.desks()).find(({ id }) => id === placeKey(room));

  /** Remembers who works at a desk. */
  const meet = async (from: Origin): Promise<void> => {
    const desk = await deskOf(from);
    if (desk) await store.meet(desk.id, from.person);
  };

  /** A channel may take the buttons off a card that was pressed; where nothing changed they are put back. */
  const redraw = async (was: Ticket, { room }: Origin): Promise<void> => {
    if (!room || placeKey(room) !== was.desk.id) return;
    const now = redrawn(was);
    await store.changeTicket(was, now, [cardPost(now, clock(), parts)]);
  };

  /** The number that is meant; a job that runs again means the ticket that it changed. */
  const numberOf = async (job: EffectJob, which: Which): Promise<number | undefined> => {
    if (which !== 'newest') return which;
    const own = await store.tickets({ requester: namedOf(job.from).key }, longest);
    const key = traceOf(job.key);
    return (own.find((ticket) => isDone(ticket, key)) ?? own.find(({ status }) => isActive(status)))?.number;
  };

  const make = async (job: EffectJob, which: Which, change: TicketChange): Promise<void> => {
    const number = await numberOf(job, which);
    if (number === undefined) return listMine(job);
    const outcome = await act(number, change, { key: job.key, byFor: byFrom(job.from, change.kind) }, parts);
    if (outcome.kind === 'missing') await answer(job, cardsOf(job).missing(number));
    if (outcome.kind === 'refused') {
      await answer(job, cardsOf(job).refused(outcome.ticket, change, outcome.refused));
      await redraw(outcome.ticket, job.from);
    }
    await meet(job.from);
  };

  const open = async (job: JobOf<'openTicket'>): Promise<void> => {
    const desk = route(await store.desks(), job.draft);
    if (!desk) return answer(job, cardsOf(job).noDesk(job.draft));
    const requester = { ...namedOf(job.from), ...readerOf(job.from) };
    const origin = traceOf(job.key);
    const ticketWith = (number: number) => {
      const where = { id: desk.id, place: desk.place };
      const ticket = opened(job.draft, { number, origin, requester, desk: where, at: clock() }, settings);
      return { ticket, jobs: openingPosts(ticket, parts) };
    };
    const opening = await store.openTicket(origin, ticketWith, capsOf(job.from, settings.perPerson, clock()));
    if ('full' in opening) await refuseOne(job, opening.full);
  };

  const refuseOne = async (job: JobOf<'openTicket'>, { of, most }: TicketCap): Promise<void> => {
    log.warn({ most, channel: job.from.place.channel }, 'a ticket was not opened, because too many are unsolved');
    if (!('requester' in of)) return answer(job, cardsOf(job).pageFull(job.draft));
    const own = await store.tickets({ unsolved: of }, longest);
    await answer(job, cardsOf(job).tooMany(job.draft, own, most, clock()));
  };

  const listMine = async (job: EffectJob): Promise<void> => {
    const own = await store.tickets({ requester: namedOf(job.from).key }, longest);
    await answer(job, cardsOf(job).list('mine', own, clock()));
  };

  const list = async (job: JobOf<'listTickets'>): Promise<void> => {
    if (job.list === 'mine') return listMine(job);
    const { key } = namedOf(job.from);
    const desk = await deskOf(job.from);
    if (!desk) return answer(job, cardsOf(job).onlyInDesk());
    const which = { desk: desk.id, ...(job.list === 'claims' ? { owner: key } : {}) };
    await store.meet(desk.id, job.from.person);
    await answer(job, cardsOf(job).list(job.list, await store.tickets(which, longest), clock()));
  };

  const show = async (job: JobOf<'showTicket'>): Promise<void> => {
    const ticket = await store.ticket(job.ticket);
    if (!ticket) return answer(job, cardsOf(job).missing(job.ticket));
    const { role } = byFrom(job.from, 'write')(ticket);
    const cards = cardsOf(job);
    if (role === 'anybody' && (await worksAt(ticket, job.from))) return answer(job, cards.seen(ticket, clock()));
    if (role === 'anybody') return answer(job, cards.refused(ticket, { kind: 'withdraw' }, { why: 'not-requester' }));
    await answer(job, role === 'desk' ? cards.desk(ticket, clock()) : cards.mine(ticket, clock()));
  };

  /** Whether somebody who is alone with the bot has acted in the room of a ticket's desk. */
  const worksAt = async (ticket: Ticket, { place, room, person }: Origin): Promise<boolean> => {
    const desk = (await store.desks()).find(({ id }) => id === ticket.desk.id);
    return !room && desk?.place.channel === place.channel && desk.people.some(({ id }) => id === person.id);
  };

  const follow = async (job: JobOf<'followEntry'>): Promise<void> => {
    const [ticket] = await store.tickets({ entry: job.entry }, 1);
    if (!ticket) return answer(job, cardsOf(job).nothingToFollow());
    const change = { kind: 'follow', ...readerOf(job.from) } as const;
    const outcome = await act(ticket.number, change, { key: job.key, byFor: byFrom(job.from, 'follow') }, parts);
    if (outcome.kind === 'missing') return answer(job, cardsOf(job).nothingToFollow());
    await answer(job, cardsOf(job).following(outcome.ticket));
  };

  const forgetMe = async (job: JobOf<'forgetMe'>): Promise<void> => {
    const key = personKey(job.from.place.channel, job.from.person);
    const tickets = await store.tickets({ person: key }, Number.MAX_SAFE_INTEGER);
    for (const { number } of tickets) await forgetIn(number, key, traceOf(job.key));
    const removed = await store.forgetPerson(key, { ...auditOf(job, clock(), ''), by: '' });
    log.info({ tickets: tickets.length, ...removed }, 'the data of a person was deleted on their word');
    await answer(job, cardsOf(job).forgotten({ ...removed, tickets: tickets.length }));
  };

  const forgetIn = async (number: number, person: string, key: string): Promise<void> => {
    for (;;) {
      const was = await store.ticket(number);
      if (!was) return;
      const at = clock();
      const now: Ticket = withoutPerson(was, person, { key, at }, settings);
      if (await store.changeTicket(was, now, [cardPost(now, at, parts)])) return;
    }
  };

  const handlers: Handlers = {
    openTicket: open,
    changeTicket: (job) => make(job, job.ticket, job.change),
    relayTicket: (job) => make(job, job.ticket, { kind: 'write', text: job.text }),
    followEntry: follow,
    listTickets: list,
    showTicket: show,
    async setDesk(job) {
      const { from, topics, domains } = job;
      if (!from.room) return;
      const desk = { id: placeKey(from.room), place: from.room, topics, domains };
      await store.setDesk(desk, roomAuditOf(job, clock(), chosenBy(job)));
      await store.meet(placeKey(from.room), from.person);
    },
    async dropDesk(job) {
      const { room } = job.from;
      if (room) await store.dropDesk(placeKey(room), roomAuditOf(job, clock()));
    },
    async testDesk(job) {
      const desk = await deskOf(job.from);
      if (!desk) return answer(job, cardsOf(job).onlyInDesk());
      const post = {
        key: `${job.key}/test`,
        kind: 'post',
        place: desk.place,
        reply: parts.drawings().test(),
      } as const;
      await store.promise([{ job: post, dueAt: clock() }]);
    },
    async aboutMe(job) {
      const { key } = namedOf(job.from);
      const tickets = (await store.tickets({ person: key }, Number.MAX_SAFE_INTEGER)).length;
      await answer(job, cardsOf(job).aboutMe({ ...(await store.countPerson(key)), tickets }));
    },
    forgetMe,
    async lost(post) {
      const ticket = await store.ticket(ticketOfPost(post) ?? 0);
      if (ticket) await store.promise(lostPosts(ticket, post, clock(), parts));
    },
    webhook: (job) => sendWebhook(job, settings.webhooks, clock()),
  };

  /** The living card of this name as its desk sees it now; undefined where there is none. */
  const now = async (name: string): Promise<Reply | undefined> => {
    const ticket = await store.ticket(ticketOfCard(name) ?? 0);
    return ticket && parts.drawings().desk(ticket, clock());
  };

  const tasks: readonly Task[] = [
    { name: 'helpdesk/remind', every: minute, run: async () => void (await remind(parts)) },
    { name: 'helpdesk/tidy', every: 6 * 60 * minute, run: async () => void (await tidy(parts)) },
  ];

  return { handlers, now, tasks };
};
