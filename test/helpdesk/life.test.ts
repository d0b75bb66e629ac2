import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, type By, change, dueOf, opened, type Role, rules, withoutPerson } from '../../src/helpdesk/life.ts';
import { helpdeskDefaults, statuses, type Status, type Ticket, type TicketChange } from '../../src/model/ticket.ts';
import { draft } from './set.ts';

const place = { channel: 'slack', conversation: 'room' } as const;
const timing = helpdeskDefaults;
const day = 86_400_000;

const people = {
  ada: { key: 'teams:ada', name: 'Ada' },
  bob: { key: 'slack:bob', name: 'Bob' },
  eva: { key: 'slack:eva', name: 'Eva' },
};
const as = (role: Role, who: keyof typeof people = 'bob'): By => ({ role, who: people[who] });

const fresh: Ticket = opened(
  draft(),
  { number: 12, origin: 'o', requester: { ...people.ada, place }, desk: { id: 'slack:room', place }, at: 0 },
  timing,
);

let keys = 0;
const done = (ticket: Ticket, wanted: TicketChange, by: By, at = 1): Ticket => {
  const changed = change(ticket, wanted, { key: `k${++keys}`, by, at } satisfies Act, timing);
  if ('refused' in changed) throw new Error(JSON.stringify(changed.refused));
  return changed.ticket;
};
const refused = (ticket: Ticket, wanted: TicketChange, by: By) => {
  const changed = change(ticket, wanted, { key: 'k', by, at: 1 }, timing);
  return 'refused' in changed ? changed.refused : null;
};

const claimed = done(fresh, { kind: 'claim' }, as('desk'));
const waiting = done(claimed, { kind: 'ask', text: 'Where?' }, as('desk'));
const resolved = done(claimed, { kind: 'resolve', cause: 'c', note: 'n' }, as('desk'));
const closed = done(resolved, { kind: 'confirm' }, as('requester', 'ada'));
const withdrawn = done(fresh, { kind: 'withdraw' }, as('requester', 'ada'));
const inStatus: Readonly<Record<Status, Ticket>> = { open: fresh, claimed, waiting, resolved, closed, withdrawn };

const sample: { readonly [K in TicketChange['kind']]: TicketChange } = {
  claim: { kind: 'claim' },
  unclaim: { kind: 'unclaim' },
  assign: { kind: 'assign', to: people.eva },
  ask: { kind: 'ask', text: 'Where?' },
  write: { kind: 'write', text: 'Hello' },
  comment: { kind: 'comment', text: 'Hello' },
  priority: { kind: 'priority', priority: 'urgent' },
  resolve: { kind: 'resolve', cause: 'c', note: 'n' },
  reopen: { kind: 'reopen', reason: 'r' },
  withdraw: { kind: 'withdraw' },
  confirm: { kind: 'confirm' },
  rate: { kind: 'rate', rating: 4 },
  keep: { kind: 'keep' },
  follow: { kind: 'follow', place },
  remind: { kind: 'remind' },
  close: { kind: 'close' },
};

/** The status that each change leads to from each status; a dot where it is refused. */
const table: Readonly<Record<TicketChange['kind'], string>> = {
  //        open claimed waiting resolved closed withdrawn
  claim: 'claimed . . . . .',
  unclaim: '. open open . . .',
  assign: 'claimed claimed claimed . . .',
  ask: 'waiting waiting waiting . . .',
  write: 'open claimed claimed resolved . .',
  comment: 'open claimed waiting resolved . .',
  priority: 'open claimed waiting . . .',
  resolve: 'resolved resolved resolved . . .',
  reopen: '. . . claimed claimed open',
  withdraw: 'withdrawn withdrawn withdrawn . . .',
  confirm: '. . . closed . .',
  rate: '. . . resolved closed .',
  keep: 'open claimed waiting . . .',
  follow: 'open claimed waiting . . .',
  remind: 'open claimed waiting . . .',
  close: '. . . closed . .',
};

/** Who makes the change in the table: the requester where they may, so that an answer to a question is one. */
const actor = (kind: TicketChange['kind']): By => {
  const { roles } = rules[kind];
  if (kind === 'follow') return as('anybody', 'eva');
  return roles.includes('requester') ? as('requester', 'ada') : as(roles[0]!);
};

describe('the life of a ticket', () => {
  test.each(Object.entries(table))('%s leads where the table says', (kind, row) => {
    const wanted = sample[kind as TicketChange['kind']];
    const led = statuses.map((status) => {
      const changed = change(inStatus[status], wanted, { key: 'x', by: actor(wanted.kind), at: 5 }, timing);
      return 'ticket' in changed ? changed.ticket.status : '.';
    });
    expect(led.join(' ')).toBe(row);
  });

  test('every change is made only in its roles', () => {
    for (const kind of Object.keys(sample) as (keyof typeof sample)[])
      for (const role of ['desk', 'requester', 'program', 'anybody', 'clock'] as const)
        if (!rules[kind].roles.includes(role))
          for (const status of statuses)
            expect(refused(inStatus[status], sample[kind], as(role, 'eva'))).not.toBeNull();
  });

  test('a second claim is refused with who has it and since when, and told to its owner as theirs', () => {
    expect(refused(claimed, { kind: 'claim' }, as('desk', 'eva'))).toEqual({
      why: 'taken',
      owner: { ...people.bob, since: 1 },
      since: 1,
    });
    expect(refused(claimed, { kind: 'claim' }, as('desk', 'bob'))).toEqual({ why: 'yours' });
  });

  test('only its owner gives it back, and anybody of the desk may assign it', () => {
    expect(refused(claimed, { kind: 'unclaim' }, as('desk', 'eva'))?.why).toBe('not-owner');
    expect(done(claimed, { kind: 'assign', to: people.eva }, as('desk', 'eva')).owner?.name).toBe('Eva');
  });

  test('who asks or resolves an unclaimed ticket has it', () => {
    expect(done(fresh, sample.ask, as('desk')).owner?.name).toBe('Bob');
    expect(done(fresh, sample.resolve, as('desk')).owner?.name).toBe('Bob');
  });

  test('words of messages are not kept in it', () => {
    const secret = { kind: 'write', text: 'only between us' } as const;
    expect(JSON.stringify(done(waiting, secret, as('requester', 'ada')))).not.toContain('between us');
    expect(JSON.stringify(done(claimed, { kind: 'ask', text: 'between us' }, as('desk')))).not.toContain('between us');
  });

  test('a rating counts once', () => {
    const rated = done(closed, sample.rate, as('requester', 'ada'));
    expect(rated.rating).toBe(4);
    expect(refused(rated, sample.rate, as('requester', 'ada'))).toEqual({ why: 'rated' });
  });

  test('nobody follows their own ticket, nor one twice', () => {
    expect(refused(fresh, sample.follow, as('anybody', 'ada'))).toEqual({ why: 'same' });
    const followed = done(fresh, sample.follow, as('anybody', 'eva'));
    expect(refused(followed, sample.follow, as('anybody', 'eva'))).toEqual({ why: 'same' });
  });
});

describe('reminders', () => {
  test('an unclaimed ticket is due after 30 minutes, then 2 hours, then 8 hours, and no more', () => {
    const minutes = (ticket: Ticket) => ticket.due !== null && ticket.due / 60_000;
    const once = done(fresh, sample.remind, as('clock'));
    const twice = done(once, sample.remind, as('clock'));
    expect([fresh, once, twice, done(twice, sample.remind, as('clock'))].map(minutes)).toEqual([30, 120, 480, false]);
  });

  test('a claimed one is due after 3 days without a change, and after 6 for its requester', () => {
    const asked = done(claimed, sample.remind, as('clock'), 3 * day);
    expect([claimed.due, asked.due]).toEqual([1 + 3 * day, 1 + 6 * day]);
    expect(done(asked, sample.keep, as('requester', 'ada'), 4 * day).due).toBe(7 * day);
  });

  test('a resolved one closes after 5 days, and one that is over is never due', () => {
    expect(resolved.due).toBe(1 + 5 * day);
    expect([closed, withdrawn].map((ticket) => dueOf(ticket, timing))).toEqual([null, null]);
  });
});

test('a ticket without its requester says nothing of them', () => {
  const reopened = done(resolved, { kind: 'reopen', reason: 'Ada says it is back' }, as('requester', 'ada'));
  const left = withoutPerson(reopened, 'teams:ada', { key: 'f', at: 9 }, timing);
  expect(JSON.stringify(left)).not.toMatch(/ada|Payroll is closed/i);
  expect(refused(left, sample.ask, as('desk'))).toEqual({ why: 'nobody-there' });
  expect(left).toMatchObject({ requester: null, status: 'claimed', resolution: { cause: 'c' } });
});

test('nor do the values and the attempts in their own words', () => {
  const tried = { method: 1, title: 'Assign the person or a group', steps: '1 done' };
  const told: Ticket = {
    ...resolved,
    ids: { Code: 'AADSTS50105', Application: 'Payroll', 'Correlation ID': 'c-1', 'Value 2': 'the laptop of Ada' },
    tried: [tried, { method: 0, title: 'Ada asked a colleague', steps: '' }],
  };
  const left = withoutPerson(told, 'teams:ada', { key: 'f', at: 9 }, timing);
  expect(left.ids).toEqual({ Code: 'AADSTS50105', Application: 'Payroll' });
  expect(left.tried).toEqual([tried]);
});

test('a ticket without its owner is open again, and due as a new one, where it is not over', () => {
  const forget = { key: 'f', at: 9 * day };
  for (const held of [claimed, waiting]) {
    const left = withoutPerson(held, 'slack:bob', forget, timing);
    expect(left).toMatchObject({ status: 'open', owner: null, changedAt: 9 * day, due: 9 * day + 30 * 60_000 });
    expect(refused(left, sample.claim, as('desk', 'eva'))).toBeNull();
  }
  const over = withoutPerson(closed, 'slack:bob', forget, timing);
  expect(over).toMatchObject({ status: 'closed', owner: { key: '', name: '' }, due: null });
  expect(done(over, sample.reopen, as('desk', 'eva'))).toMatchObject({ status: 'open', owner: null });
});

test('whatever happens in whatever order, a ticket stays in order', () => {
  const kinds = Object.keys(sample) as (keyof typeof sample)[];
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    role: fc.constantFrom<Role>('desk', 'requester', 'program', 'anybody', 'clock'),
    who: fc.constantFrom<keyof typeof people>('ada', 'bob', 'eva'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let ticket = fresh;
      for (const [n, { kind, role, who }] of steps.entries()) {
        const changed = change(ticket, sample[kind], { key: `s${n}`, by: as(role, who), at: n }, timing);
        if ('refused' in changed) continue;
        const was = ticket;
        ticket = changed.ticket;
        expect(ticket.rev).toBe(was.rev + 1);
        expect(ticket.history).toHaveLength(was.history.length + 1);
        if (ticket.status === 'open') expect(ticket.owner).toBeNull();
        if (ticket.status === 'claimed' || ticket.status === 'waiting') expect(ticket.owner).not.toBeNull();
        if (ticket.status === 'resolved' || ticket.status === 'closed') expect(ticket.resolution).not.toBeNull();
        if (ticket.status === 'closed' || ticket.status === 'withdrawn') expect(ticket.due).toBeNull();
        if (ticket.rating !== null) expect(['resolved', 'closed']).toContain(ticket.status);
      }
    }),
  );
});
