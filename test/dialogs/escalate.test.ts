import { describe, expect, test } from '@jest/globals';
import { dialogs } from '../../dialogs/index.ts';
import { decide } from '../../src/engine/decide.ts';
import { type Board, emptyBoard } from '../../src/model/board.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Saved } from '../../src/model/dialog.ts';
import type { Event } from '../../src/model/message.ts';
import type { Firing } from '../../src/model/notice.ts';
import type { Desk } from '../../src/model/ticket.ts';
import { incoming, realCatalog } from '../fakes.ts';

const desk: Desk = {
  id: 'slack:desk',
  place: { channel: 'slack', conversation: 'desk' },
  topics: [],
  domains: [],
  people: [],
};
const withDesk: Board = { ...emptyBoard, desks: [desk] };

const talk = async (
  board: Board,
  saved: Saved = dialogs.start,
  change: (catalog: Catalog) => Catalog = (one) => one,
) => {
  const catalog = change(await realCatalog());
  let at = saved;
  let turn = 1;
  return (event: Event | string, where: Partial<ReturnType<typeof incoming>> = {}) => {
    const decision = decide(
      { key: 'k', turn: turn++, saved: at },
      incoming(event, where),
      { catalog, board, admin: false, now: 1_000_000 },
      dialogs,
    );
    at = decision.next;
    return { ...decision, text: decision.replies.map(({ text }) => text).join('\n') };
  };
};

const helpdesk: Event = { kind: 'chose', choice: 'helpdesk', about: '50105', turn: 1 };

const firing = (more: Partial<Firing>): Firing => ({
  key: 'n1',
  card: '1',
  title: 'Sign-in is disturbed',
  severity: 'warning',
  codes: [],
  entry: null,
  topic: null,
  domains: [],
  since: 0,
  checked: 0,
  deadline: null,
  snoozedUntil: null,
  owner: null,
  parent: null,
  followers: 12,
  ...more,
});

describe('asking the helpdesk', () => {
  test('without a helpdesk channel gives the text to send, and says how to set one up', async () => {
    const say = await talk(emptyBoard);
    expect(say(helpdesk).text).toMatch(/Send this to your helpdesk[\s\S]*use this channel for helpdesk/);
  });

  test.each([
    'talk to a person',
    'open a ticket',
    'escalate',
    'ask the helpdesk',
    'please create a ticket',
    'raise an incident',
  ])('"%s" begins the form', async (words) => {
    const say = await talk(withDesk);
    expect(say(words).replies[0]).toMatchObject({ dialog: true, title: 'Ticket for the helpdesk' });
  });

  test.each([
    ['by its code', firing({ codes: ['50105'] })],
    ['by its entry', firing({ entry: '50105' })],
    ['by its topic', firing({ topic: 'app-assignment-missing' })],
  ])('a notice that is firing is offered first, found %s', async (_, notice) => {
    const catalog = await realCatalog();
    const topic = catalog.entry('50105')!.topic;
    const say = await talk({ ...withDesk, firing: [notice.topic ? { ...notice, topic } : notice] });
    expect(say(helpdesk).text).toContain('Sign-in is disturbed. 12 others follow it.');
    const followed = say({ kind: 'chose', choice: 'known:notice:n1' });
    expect(followed.effects).toEqual([{ kind: 'followNotice', notice: 'n1' }]);
    expect(followed.next).toEqual(dialogs.start);
  });

  test('"yes" follows it, and anything else is about something else', async () => {
    const say = await talk({ ...withDesk, openTickets: new Map([['50105', 3]]) });
    expect(say(helpdesk).text).toContain('3 tickets about this problem are open already.');
    expect(say('yes').effects).toEqual([{ kind: 'followEntry', entry: '50105' }]);
    say(helpdesk);
    expect(say('AADSTS50126').understood?.outcome).toBe('answer');
  });

  test('a notice about something else is not', async () => {
    const say = await talk({ ...withDesk, firing: [firing({ codes: ['50126'], entry: '50126' })] });
    expect(say(helpdesk).text).toContain('Ticket for the helpdesk');
  });

  test('in Teams and Slack what is typed while the dialog is open is about something else', async () => {
    const say = await talk(withDesk);
    const place = { channel: 'slack', conversation: 'D1' } as const;
    say(helpdesk, { place });
    expect(say('AADSTS50126', { place }).understood?.outcome).toBe('answer');
  });

  test('a press on another card while the form waits is answered, and the form is left', async () => {
    const say = await talk(withDesk);
    say('open a ticket');
    expect(say({ kind: 'chose', choice: 'next:1', about: '50105' }).replies[0]?.title).toContain('Method 2');
  });

  test('a form is answered wherever the conversation has gone since', async () => {
    const say = await talk(withDesk);
    const values = {
      problem: 'Payroll is closed',
      affected: 'me',
      priority: 'high',
      ids: 'Code: AADSTS50105\nodd line',
      tried: 'Method 2: Add the person to a group (1 done, 2 failed)\nprayed',
    };
    const { effects } = say({ kind: 'filled', choice: 'ticket:open:f9', about: '50105', values });
    expect(effects).toEqual([
      {
        kind: 'openTicket',
        once: 'form/f9',
        draft: expect.objectContaining({
          entry: '50105',
          priority: 'high',
          affected: 'me',
          ids: { Code: 'AADSTS50105', 'Value 2': 'odd line' },
          tried: [
            { method: 2, title: 'Add the person to a group', steps: '1 done, 2 failed' },
            { method: 0, title: 'prayed', steps: '' },
          ],
        }),
      },
    ]);
  });

  test('what is wrong is said at its field, and what was filled in stays', async () => {
    const say = await talk(withDesk);
    const values = {
      problem: '',
      affected: 'nobody',
      priority: 'later',
      ids: 'x'.repeat(2000),
      tried: 'this and that',
    };
    const { replies, effects } = say({ kind: 'filled', choice: 'ticket:open:f9', values });
    expect(effects).toBeUndefined();
    const fields = Object.fromEntries(
      (replies[0]?.blocks ?? []).flatMap((block) => (block.kind === 'field' ? [[block.id, block]] : [])),
    );
    expect(Object.values(fields).filter(({ error }) => error)).toHaveLength(4);
    expect(fields['tried']).toMatchObject({ value: 'this and that' });
  });

  test('secrets are masked before anything is kept', async () => {
    const mask = (text: string) => ({ text: text.replaceAll('hunter2', '[password]'), kinds: ['password'] });
    const say = await talk(withDesk, dialogs.start, (catalog) => ({ ...catalog, mask }) as Catalog);
    say('open a ticket');
    const typed = say('I typed hunter2 and it was refused');
    expect(JSON.stringify(typed)).not.toContain('hunter2');
    const values = {
      problem: 'hunter2 is refused',
      affected: 'me',
      priority: 'low',
      ids: 'Note: hunter2',
      tried: 'hunter2',
    };
    const filled = say({ kind: 'filled', choice: 'ticket:open:f9', values });
    expect(JSON.stringify(filled)).not.toContain('hunter2');
    expect(JSON.stringify(say('HD-1: it is hunter2'))).not.toContain('hunter2');
  });
});

describe('what is typed about tickets', () => {
  test.each([
    ['HD-12', 'showTicket'],
    ['hd-12?', 'showTicket'],
    ['any news on HD-12', 'showTicket'],
    ['status of hd-12', 'showTicket'],
    ['HD-12: it works again', 'relayTicket'],
    ['claim HD-12', 'changeTicket'],
    ['HD-12: claim', 'changeTicket'],
    ['withdraw HD-12.', 'changeTicket'],
    ['my tickets', 'listTickets'],
    ['show my open tickets', 'listTickets'],
    ['any news on my ticket?', 'listTickets'],
    ['Wie ist der Stand?', 'listTickets'],
    ['please withdraw my ticket', 'listTickets'],
    ['queue', 'listTickets'],
    ['my claims', 'listTickets'],
    ['what do you know about me?', 'aboutMe'],
    ['Yes, delete my data', 'forgetMe'],
  ])('"%s" is a %s', async (text, kind) => {
    const say = await talk(withDesk);
    const { effects, next } = say(text);
    expect(effects?.map((effect) => effect.kind)).toEqual([kind]);
    expect(next).toEqual(dialogs.start);
  });

  test.each([
    'the ticket queue at the counter shows AADSTS50126',
    'AADSTS50126 and HD-12 are the same',
    'claim rules fail in AD FS',
  ])('"%s" is a problem', async (text) => {
    const say = await talk(withDesk);
    expect(say(text).effects?.some((effect) => effect.kind.includes('icket')) ?? false).toBe(false);
  });
});

describe('a form that waits', () => {
  test('asks by its fields alone, and asks on where it is answered by typing', async () => {
    const say = await talk(withDesk);
    const place = { channel: 'web', conversation: 'w1' } as const;
    const lastBlock = ({ replies }: ReturnType<typeof say>) => replies[0]?.blocks?.at(-1);
    const first = say('open a ticket', { place });
    expect(first.text.match(/What happens, in your own words/g)).toHaveLength(1);
    expect(lastBlock(first)).toMatchObject({ kind: 'field', id: 'tried' });
    expect(lastBlock(say('Nobody can sign in', { place }))).toMatchObject({
      text: 'You can also answer here. Who is affected? (only me, one other person, several people, everyone)',
    });
    expect(lastBlock(say('everyone', { place }))).toMatchObject({ text: expect.stringMatching(/^Type "send"/) });
  });

  test('takes 100 kB of anything at once', async () => {
    const say = await talk(withDesk);
    say('open a ticket');
    for (const piece of ['a', 'send ', 'priority ', 'HD-1: ', 'user ', '(', 'Method 1: (', ': ']) {
      const began = performance.now();
      say(piece.repeat(100_000 / piece.length));
      say({
        kind: 'filled',
        choice: 'ticket:open:f9',
        values: {
          problem: piece.repeat(2000 / piece.length),
          affected: 'me',
          ids: piece.repeat(1500 / piece.length),
          tried: piece.repeat(1500 / piece.length),
        },
      });
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
