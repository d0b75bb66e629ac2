import { expect, test } from '@jest/globals';
import * as cards from '../../dialogs/ticket-cards.ts';
import { change, opened } from '../../src/helpdesk/life.ts';
import type { Reply } from '../../src/model/reply.ts';
import { helpdeskDefaults, type Ticket, type TicketChange } from '../../src/model/ticket.ts';
import { drawProblems } from '../drawings.ts';
import { draft } from './set.ts';

const place = { channel: 'slack', conversation: 'room' } as const;
const who = { key: 'slack:bob', name: 'Bob' };
const huge = (size: number): string => `<b>*_~ "${'Größe 🔑 & '.repeat(size)}`.slice(0, size);

const opening = (more: Parameters<typeof draft>[0] = {}): Ticket =>
  opened(
    draft(more),
    {
      number: 999_999,
      origin: 'o',
      requester: { key: 'teams:ada', name: 'Ada', place },
      desk: { id: 'slack:room', place },
      at: 0,
    },
    helpdeskDefaults,
  );

const largest = opening({
  problem: huge(2000),
  title: huge(300),
  ids: Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`${huge(30)}${n}`, huge(200)])),
  tried: Array.from({ length: 12 }, () => ({ method: 1, title: huge(300), steps: huge(200) })),
});

const after = (ticket: Ticket, wanted: TicketChange, role: 'desk' | 'requester'): Ticket => {
  const by = { role, who: role === 'desk' ? who : { key: 'teams:ada', name: 'Ada' } };
  const changed = change(ticket, wanted, { key: JSON.stringify(wanted), by, at: 1 }, helpdeskDefaults);
  if ('refused' in changed) throw new Error(changed.refused.why);
  return changed.ticket;
};

const lives = (ticket: Ticket): readonly Ticket[] => {
  const claimed = after(ticket, { kind: 'claim' }, 'desk');
  const resolved = after(claimed, { kind: 'resolve', cause: huge(500), note: huge(2000) }, 'desk');
  return [ticket, claimed, resolved, after(resolved, { kind: 'confirm' }, 'requester')];
};

test('Teams and Slack take every card, however much people wrote', () => {
  for (const ticket of [opening(), largest].flatMap(lives)) {
    const replies: readonly (Reply | null)[] = [
      cards.desk(ticket, 1e12),
      cards.mine(ticket, 1e12),
      cards.opened(ticket),
      cards.fromDesk(ticket, huge(2000), who),
      cards.fromRequester(ticket, huge(2000), who),
      cards.told(ticket, { kind: 'resolve', cause: huge(500), note: huge(2000) }, who, false),
      cards.line(ticket, { kind: 'resolve', cause: huge(500), note: huge(2000) }, who),
      cards.told(ticket, { kind: 'ask', text: huge(2000) }, who, false),
      cards.list(
        'queue',
        Array.from({ length: 10 }, () => ticket),
        1e12,
      ),
      cards.unclaimed(ticket, 1),
      cards.stillNeeded(ticket),
      cards.solved(ticket),
    ];
    expect(replies.flatMap((reply) => (reply ? drawProblems(reply) : []))).toEqual([]);
  }
});

test('the buttons of the card change with the status', () => {
  const labels = lives(opening()).map((ticket) =>
    cards
      .desk(ticket, 0)
      .actions?.map(({ label }) => label)
      .join(', '),
  );
  expect(labels).toEqual([
    'Claim, Assign, Ask requester, Resolve, Priority',
    'Unclaim, Assign, Ask requester, Resolve, Priority',
    'Reopen',
    'Reopen',
  ]);
});

test('every button names its ticket, so that it means the same however old its card is', () => {
  for (const ticket of lives(opening()))
    for (const action of cards.desk(ticket, 0).actions ?? [])
      expect(action).toMatchObject({ choice: expect.stringMatching(/^ticket:/), about: 'HD-999999' });
});
