import { describe, expect, test } from '@jest/globals';
import { dialogs } from '../../dialogs/index.ts';
import { decide } from '../../src/engine/decide.ts';
import { type Board, emptyBoard } from '../../src/model/board.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Saved } from '../../src/model/dialog.ts';
import type { Event } from '../../src/model/message.ts';
import type { Firing } from '../../src/model/notice.ts';
import type { Desk } from '../../src/model/ticket.ts';
import { fieldsOf } from '../../src/model/reply.ts';
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
  admin = false,
) => {
  const catalog = change(await realCatalog());
  let at = saved;
  let turn = 1;
  return (event: Event | string, where: Partial<ReturnType<typeof incoming>> = {}) => {
    const decision = decide(
      { key: 'k', turn: turn++, saved: at },
      incoming(event, where),
      { catalog, board, admin, now: 1_000_000 },
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
  test('without a helpdesk channel gives the text to send, and tells administrators how to set one up', async () => {
    const say = await talk(emptyBoard);
    const { text, replies } = say(helpdesk);
    expect(text).toMatch(/Send this to your helpdesk[\s\S]*No helpdesk channel is set up here/);
    expect(text).not.toContain('use this channel for helpdesk');
    expect(replies[0]!.copy).toBe(
      'Problem: 50105 because the user is not assigned to the app\nTried without success: nothing yet',
    );
    const told = await talk(emptyBoard, dialogs.start, (one) => one, true);
    expect(told(helpdesk).text).toContain('use this channel for helpdesk');
  });

  test('the button says what it does where there is no helpdesk', async () => {
    expect((await talk(emptyBoard))('AADSTS50105').text).toContain('[Text for the helpdesk]');
    expect((await talk(withDesk))('AADSTS50105').text).toContain('[Ask the helpdesk]');
    const say = await talk(emptyBoard);
    say('AADSTS50105');
    expect(say('text for the helpdesk').text).toContain('Send this to your helpdesk');
  });

  const outage = 'nobody can log in since 8 this morning, 300 people, error page is blank';

  test('a problem that is not identified goes with what was told and what it may be', async () => {
    const say = await talk(withDesk);
    say(outage);
    const { text, replies } = say('helpdesk');
    expect(text).toContain("not identified yet; perhaps: Is Microsoft's sign-in service down?");
    expect(fieldsOf(replies[0]!).map(({ id, value }) => [id, value])).toMatchObject([
      ['problem', 'Who: Everyone; On screen: An error after the password'],
      ['affected', 'everyone'],
      ['priority', 'high'],
      ['ids', ''],
      ['facts', expect.stringContaining("Perhaps: Is Microsoft's sign-in service down?")],
      ['tried', ''],
    ]);
    expect(say('send').effects).toMatchObject([
      { kind: 'openTicket', draft: { problem: 'Who: Everyone; On screen: An error after the password' } },
    ]);
  });

  test('own words take the place of what was told', async () => {
    const say = await talk(withDesk);
    say(outage);
    say('helpdesk');
    say('the page stays blank since 8');
    expect(say('send').effects).toMatchObject([{ draft: { problem: 'the page stays blank since 8' } }]);
  });

  test('what is known is not asked for, and another problem can be begun', async () => {
    const say = await talk(emptyBoard);
    say(outage);
    const { text, replies } = say('helpdesk');
    expect(text).toContain('Add since when.');
    expect(text).not.toContain('who is affected');
    const [another] = replies[0]!.actions!;
    expect(another).toMatchObject({ label: 'Another problem' });
    expect(say({ kind: 'chose', choice: 'say:Another problem' }).text).toMatch(/^All right, I have put that aside/);
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

  describe('while it is offered to follow an open ticket', () => {
    const offered = async () => {
      const say = await talk({ ...withDesk, openTickets: new Map([['50105', 1]]) });
      say('AADSTS50105');
      say('helpdesk');
      return say;
    };

    test.each([
      "I don't want a ticket",
      'we no longer need one',
      'no thanks',
      'I changed my mind',
      'ich will kein Ticket',
      'nein danke',
      'je ne veux pas de ticket',
      'non merci',
      'no quiero un ticket',
      'チケットは不要です',
    ])('"%s" opens none', async (text) => {
      const { text: shown, next } = (await offered())(text);
      expect(shown).toBe('All right, no ticket was opened.');
      expect(next).toMatchObject({ dialog: 'find-fix', step: 'confirm' });
    });

    test.each([
      'is there already a ticket for this?',
      'has anyone else reported this?',
      'who opened it?',
      'is somebody already working on it?',
      'how many tickets are there?',
      'gibt es dazu schon ein Ticket?',
      'hat das schon jemand gemeldet?',
      'il y a déjà un ticket ?',
      '¿ya hay un ticket?',
      'もうチケットはありますか',
    ])('"%s" is told again, and opens none', async (text) => {
      const say = await offered();
      const { text: shown, next } = say(text);
      expect(shown).toContain('One ticket about this problem is open already.');
      expect(next.step).toBe('known');
      expect(say('yes').effects).toEqual([{ kind: 'followEntry', entry: '50105' }]);
    });

    test.each([
      'no, I want my own',
      'open one',
      'anyway',
      'it is a different problem',
      'ich möchte trotzdem ein eigenes',
      "j'en veux un à moi",
      'open a ticket for Lisa',
    ])('"%s" opens the form', async (text) => {
      expect((await offered())(text).next).toMatchObject({ dialog: 'escalate', step: 'form' });
    });
  });

  describe('with an answer at hand', () => {
    const at = async (board: Board = withDesk) => {
      const say = await talk(board);
      say('AADSTS50105');
      return say;
    };

    test('whether there is a ticket already is said, with the way to open one', async () => {
      const none = (await at())('is there already a ticket for this?');
      expect(none.text).toMatch(/^I know of no open ticket about this problem\.\s+\[Open a ticket\]/);
      expect(none.next).toMatchObject({ dialog: 'find-fix', step: 'confirm' });
      const some = (await at({ ...withDesk, openTickets: new Map([['50105', 2]]) }))('gibt es schon ein Ticket?');
      expect(some.text).toContain('2 tickets about this problem are open already.');
    });

    test('behind a ticket of their own they are shown theirs', async () => {
      const say = await at();
      ['ticket please', 'Lisa cannot open the CRM, only her', 'send'].forEach((text) => say(text));
      expect(say('is there already a ticket for this?').effects).toEqual([{ kind: 'listTickets', list: 'mine' }]);
    });

    test('with nothing at hand they are shown theirs', async () => {
      const say = await talk(withDesk);
      expect(say('do we have an open ticket?').effects).toEqual([{ kind: 'listTickets', list: 'mine' }]);
    });

    test.each(["I don't want a ticket", 'ich möchte doch kein Ticket', 'no quiero un ticket'])(
      '"%s" opens none, and the answer stays',
      async (text) => {
        const { text: shown, next } = (await at())(text);
        expect(shown).toBe('All right, no ticket was opened.');
        expect(next).toMatchObject({ dialog: 'find-fix', step: 'confirm' });
      },
    );

    test('what is said beside that is answered', async () => {
      const { text, next } = (await at())('I do not need a ticket, show me the next method');
      expect(text).toMatch(/^All right, no ticket was opened\.[\s\S]*Method 2/);
      expect(next.dialog).toBe('find-fix');
    });
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
    ['please withdraw my ticket', 'changeTicket'],
    ['please cancel my ticket', 'changeTicket'],
    ['close the ticket, she can log in again', 'changeTicket'],
    ['mein Ticket schließen bitte', 'changeTicket'],
    ['add to the ticket: it is only his phone', 'relayTicket'],
    ['Ergänze im Ticket: seit 8 Uhr', 'relayTicket'],
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

describe('a form that is answered by typing', () => {
  const place = { channel: 'web', conversation: 'w1' } as const;
  const begin = async (...texts: readonly string[]) => {
    const say = await talk(withDesk);
    say('open a ticket', { place });
    texts.forEach((text) => say(text, { place }));
    return (text: string) => {
      const { next, effects, text: shown } = say(text, { place });
      const { values } = next.state as { values?: Record<string, string> };
      return { ...values, effects: effects ?? [], shown, next };
    };
  };
  const problem = 'Lisa cannot sign in';

  test.each([
    ['urgent', { priority: 'urgent', problem }],
    ['Priority: high', { priority: 'high', problem }],
    ['dringend', { priority: 'urgent' }],
    ["c'est urgent", { priority: 'urgent' }],
    ['至急', { priority: 'urgent' }],
    ['not urgent', { priority: 'low' }],
    [
      'priority high, she has to pay salaries today',
      { priority: 'high', affected: '', problem: `${problem}\nshe has to pay salaries today` },
    ],
    ['only lisa', { affected: 'someone', problem: `${problem}\nonly lisa` }],
    ['just one person', { affected: 'someone', problem }],
    ['all of accounting', { affected: 'several' }],
    ['wir alle hier in der Buchhaltung', { affected: 'several' }],
    ['just us two', { affected: 'several' }],
    ['20 users', { affected: 'several', problem }],
    ['the whole company', { affected: 'everyone', problem }],
    ['nur ich', { affected: 'me', problem }],
    ['everyone, urgent', { affected: 'everyone', priority: 'urgent', problem }],
    ['she pays salaries', { affected: '', problem }],
    ['only outlook', { affected: '', problem }],
    ['restarted twice', { affected: '', problem, tried: 'restarted twice' }],
    ['make it urgent', { priority: 'urgent', problem }],
    ['can you make it high priority', { priority: 'high', problem }],
    ['petra.lang@contoso.com', { problem, facts: 'Person: petra.lang@contoso.com' }],
    ['my name is Petra Lang, ext 4412', { problem, facts: 'Person: Petra Lang, ext 4412' }],
    ['call me at 0171 5553', { problem, facts: 'Person: 0171 5553' }],
    ['add: since 8 am', { affected: '', problem: `${problem}\nsince 8 am` }],
  ])('"%s", where it was asked who is affected', async (text, values) => {
    const say = await begin(problem);
    expect(say(text)).toMatchObject(values);
  });

  test.each([
    ['Lisa cannot sign in, urgent', { problem: 'Lisa cannot sign in', priority: 'urgent', affected: '' }],
    ['everyone', { problem: '', affected: 'everyone' }],
    [
      'an urgent meeting of ours has no sound',
      { problem: 'an urgent meeting of ours has no sound', priority: 'normal' },
    ],
    ['one user sees error 500', { problem: 'one user sees error 500', affected: '' }],
  ])('"%s", where it was asked what happens', async (text, values) => {
    const say = await begin();
    expect(say(text)).toMatchObject(values);
  });

  test.each([
    ['no, everyone', { affected: 'everyone', problem }],
    ['no wait, several people', { affected: 'several', problem }],
    ['sorry, only me', { affected: 'me', problem }],
    ['actually low priority', { priority: 'low', problem }],
    ['sorry, change the priority to high', { priority: 'high', problem }],
    ['nein, alle', { affected: 'everyone', problem }],
    ['Entschuldigung, ich meinte zwei Kollegen', { affected: 'several', problem }],
    ['non, tout le monde', { affected: 'everyone', problem }],
    ["en fait c'est urgent", { priority: 'urgent', problem }],
    ['perdón, todos', { affected: 'everyone', problem }],
    ['I meant Teams, not Outlook', { affected: 'me', problem: `${problem}\nI meant Teams, not Outlook` }],
    ['doch lieber Priorität hoch', { priority: 'high', problem }],
    ['one more thing: it is a new laptop', { problem: `${problem}\none more thing: it is a new laptop` }],
    ['übrigens, dringend', { priority: 'urgent', problem }],
    ['nein, es ist Teams', { affected: 'me', problem: `${problem}\nnein, es ist Teams` }],
  ])('"%s" corrects what was said, or adds to it', async (text, values) => {
    const say = await begin(problem, 'only me');
    expect(say(text)).toMatchObject(values);
  });

  test.each(['ok', 'yes', 'yes please', 'done', 'passt so', 'oui'])(
    '"%s" sends it once all is there, and asks for what is missing before',
    async (text) => {
      const say = await begin(problem);
      expect(say(text).shown).toMatch(/^Who is affected\?/);
      say('only me');
      expect(say(text).effects).toMatchObject([{ kind: 'openTicket', draft: { problem, affected: 'me' } }]);
    },
  );

  test.each(['how do i add the pc name', 'the weather is fine'])(
    '"%s" is added to nothing once all is there',
    async (text) => {
      const say = await begin(problem, 'only me');
      expect(say(text)).toMatchObject({ problem, affected: 'me' });
    },
  );

  test.each([
    'actually cancel the ticket, it was her provider',
    'forget the ticket',
    'no, mejor no. déjalo',
    'doch nicht',
    'oh it works now, you can close it',
    "I don't want a ticket",
    'no ticket needed after all',
    'I changed my mind',
    'no thanks',
    'ich möchte doch kein Ticket',
    "ich hab's mir anders überlegt",
    'ich brauche das Ticket nicht mehr',
    "je n'ai plus besoin de ticket",
    'no quiero un ticket',
  ])('"%s" leaves it', async (text) => {
    const say = await begin(problem);
    expect(say(text)).toMatchObject({ shown: 'All right, no ticket was opened.', next: dialogs.start, effects: [] });
  });

  test('"send" asks for what is missing', async () => {
    const say = await begin();
    expect(say('send').shown).toBe('Say what happens, in a few words.');
    say(problem);
    expect(say('please send it').shown).toMatch(/^Who is affected\?/);
    expect(say('only me, send it').effects).toMatchObject([{ kind: 'openTicket', draft: { problem, affected: 'me' } }]);
  });

  test.each([
    'open a ticket',
    'I need a ticket',
    'can you open a ticket?',
    'can you just open a damn ticket',
    'bitte ein Ticket öffnen',
    'ein Ticket bitte öffnen',
    'ouvrez un ticket',
    "un ticket s'il vous plaît",
    'un ticket por favor',
    'abrir un ticket',
    'チケットを作成してください',
  ])('"%s" shows the form again, and tells nothing', async (text) => {
    const say = await begin();
    expect(say(text)).toMatchObject({ problem: '', next: { dialog: 'escalate', step: 'form' }, effects: [] });
    say(problem);
    expect(say(text)).toMatchObject({ problem, effects: [] });
  });

  test.each([
    'Users cannot open tickets in ServiceNow',
    'nobody can open tickets in Jira since 8 am',
    'Non-admin users cannot sign in',
    'No-reply mailbox cannot sign in',
    'PS-Skript meldet 401',
  ])('what happens is taken as it was told, whatever it begins with: "%s"', async (text) => {
    const say = await begin();
    expect(say(text)).toMatchObject({ problem: text });
  });

  test('what is told beside such a request goes into the form', async () => {
    const say = await begin(problem);
    expect(say('open a ticket, urgent')).toMatchObject({ problem, priority: 'urgent' });
    expect(say('open a ticket for Tom')).toMatchObject({ problem, affected: 'someone', facts: 'Person: Tom' });
  });

  test.each([
    ['who sees the ticket?', /What stands in a ticket is kept and goes to the helpdesk/],
    ['does my boss see it?', /goes to the helpdesk/],
    ['wer liest das Ticket?', /goes to the helpdesk/],
    ['qui lit le ticket ?', /goes to the helpdesk/],
    ['what should I write?', /The form needs what happens and who is affected/],
    ['do I have to fill in everything?', /the rest may stay as it is/],
    ['muss ich alles ausfüllen?', /the rest may stay as it is/],
    ['je dois tout remplir ?', /the rest may stay as it is/],
    ['how long will it take?', /when, I cannot say/],
    ['wie lange dauert das?', /when, I cannot say/],
    ['was bedeutet betroffen?', /needs what happens and who is affected/],
    ['can I add something later?', /you can add to it later/],
    ['is there already a ticket for this?', /^I know of no open ticket/],
    ['gibt es dazu schon ein Ticket?', /^I know of no open ticket/],
    ['is it sent already?', /^The ticket is not sent yet/],
    ['ist das Ticket schon raus?', /^The ticket is not sent yet/],
  ])('"%s" is answered and tells nothing, and the form waits', async (text, answer) => {
    const say = await begin();
    const asked = say(text);
    expect(asked).toMatchObject({ problem: '', effects: [], next: { dialog: 'escalate', step: 'form' } });
    expect(asked.shown).toMatch(answer);
    expect(asked.shown).toMatch(/The ticket is not sent yet\. Say what happens, in a few words\.$/);
    say(problem);
    expect(say(text)).toMatchObject({ problem, affected: '' });
  });

  test('a word of the field is explained, and the form waits', async () => {
    const say = await begin();
    const asked = say('what is MFA?');
    expect(asked.shown).toMatch(/Multifactor authentication[\s\S]*The ticket is not sent yet\./);
    expect(asked.next).toMatchObject({ step: 'form', state: { values: { problem: '' } } });
  });

  test('how long it takes is asked of the answer at hand, where there is one', async () => {
    const say = await talk(withDesk);
    say('AADSTS50105');
    say('helpdesk');
    expect(say('how long does it take?').text).toMatch(/about 5 minutes[\s\S]*The ticket is not sent yet\./);
    expect(say('who sees the ticket?').text).toContain('goes to the helpdesk');
  });

  test('an open ticket is told of in the form too, and the form is kept', async () => {
    const say = await talk({ ...withDesk, openTickets: new Map([['50105', 1]]) });
    ['AADSTS50105', 'helpdesk', 'open one', problem].forEach((text) => say(text));
    expect(say('is there already a ticket for this?').text).toContain('One ticket about this problem is open already.');
    expect(say('no, open one').next).toMatchObject({ step: 'form', state: { values: { problem } } });
  });

  test('a question about the answer is answered, and the form waits', async () => {
    const say = await talk(withDesk);
    say('AADSTS50105');
    say('helpdesk');
    say('Maria cannot open the CRM');
    const asked = say('who can assign her to the app?');
    expect(asked.text).toMatch(/Who fixes it[\s\S]*The ticket is not sent yet\. Who is affected\?/);
    expect(asked.next).toMatchObject({ step: 'form', state: { entry: '50105', back: { step: 'confirm' } } });
    say('one other person');
    expect(say('send').effects).toMatchObject([
      { kind: 'openTicket', draft: { entry: '50105', problem: 'Maria cannot open the CRM', affected: 'someone' } },
    ]);
  });

  test('a ticket is wished for behind a success as well', async () => {
    const say = await talk(withDesk);
    say('AADSTS50105');
    expect(say('ya entró. Hazme un ticket').text).toContain('Ticket for the helpdesk');
  });

  test('a success while the form waits ends it, and is noted for the answer', async () => {
    const say = await talk(withDesk);
    say('AADSTS50105');
    say('helpdesk');
    const solved = say('oh, works now');
    expect(solved.text).toMatch(/^All right, no ticket was opened\.\s*Good to hear/);
    expect(solved.effects).toMatchObject([{ kind: 'recordOutcome', worked: true }]);
  });

  test('"any news" says that it is not sent yet', async () => {
    const say = await begin(problem);
    expect(say('any news?').shown).toMatch(/^The ticket is not sent yet\. Who is affected\?/);
    expect(say('any news on my ticket?').effects).toEqual([]);
    expect(say('my tickets')).toMatchObject({ problem, effects: [{ kind: 'listTickets' }] });
  });

  test.each(['close it please, she can log in again', 'oh it works now, you can close it'])(
    'after it was sent, "%s" means the ticket',
    async (text) => {
      const say = await begin(problem, 'only me', 'send');
      expect(say(text).effects).toEqual([{ kind: 'changeTicket', ticket: 'newest', change: { kind: 'withdraw' } }]);
      expect((await begin())('close it please').effects).toEqual([]);
    },
  );
});

describe('what is told beside the request for a ticket', () => {
  test.each([
    ['raise a ticket, Sarah from accounting cannot log in since 8am', 'Sarah from accounting cannot log in since 8am'],
    ['Open a ticket because Tom cannot sign in', 'Tom cannot sign in'],
    ['Tom cannot sign in. Please open a ticket', 'Tom cannot sign in'],
    ['Mach bitte ein Ticket auf, Lisa kommt nicht rein', 'Lisa kommt nicht rein'],
    ['it failed, open a ticket', ''],
    ['open a ticket please, thanks', ''],
  ])('"%s" puts "%s" into the form', async (text, problem) => {
    for (const before of [[], ['AADSTS50053'], ['outlook keeps asking']]) {
      const say = await talk(withDesk);
      before.forEach((one) => say(one));
      const { next, replies } = say(text);
      expect(next).toMatchObject({ dialog: 'escalate', step: 'form', state: { values: { problem } } });
      const told =
        before[0] === 'outlook keeps asking'
          ? 'App: Outlook or another mail program; On screen: Asked for the password again and again'
          : '';
      expect(fieldsOf(replies[0]!)[0]).toMatchObject({ id: 'problem', value: problem || told });
    }
  });

  test.each([
    ['ticket for security: possible compromise of k.weber, urgent', 'possible compromise of k.weber', 'urgent'],
    ['please send it to the helpdesk, asap, his number is 0171 5553', 'his number is 0171 5553', 'urgent'],
    ['no just open the ticket please', '', 'normal'],
    ['can you escalate this to second level pls', '', 'normal'],
    ['bitte an den Helpdesk weiterleiten', '', 'normal'],
    ['necesito un ticket urgente', '', 'urgent'],
    ['transférez ça au helpdesk svp', '', 'normal'],
    ['ヘルプデスクに送ってください', '', 'normal'],
  ])('"%s" asks for one, with "%s" and priority %s', async (text, problem, priority) => {
    for (const before of [[], ['AADSTS50053'], ['cant login']]) {
      const say = await talk(withDesk);
      before.forEach((one) => say(one));
      expect(say(text).next).toMatchObject({ dialog: 'escalate', state: { values: { problem, priority } } });
    }
  });

  test.each([
    'we already opened a ticket',
    'is there a ticket open for that',
    'no need for a ticket',
    'the ticket says 50053',
  ])('"%s" asks for none', async (text) => {
    const say = await talk(withDesk);
    say('AADSTS50053');
    expect(say(text).next.dialog).toBe('find-fix');
  });

  test.each([
    ['open a ticket for the cloud team', 'the cloud team', ''],
    ['can you put that in a ticket for the app team please', 'the app team', ''],
    ['can you put that in a ticket for the app team?', 'the app team', ''],
    ['Ticket für das Netzwerkteam', 'das Netzwerkteam', ''],
    ['kannst du das in ein Ticket für die Netzwerkabteilung packen?', 'die Netzwerkabteilung', ''],
    ["ouvre un ticket pour l'équipe réseau", "l'équipe réseau", ''],
    ['abre un ticket para el proveedor', 'el proveedor', ''],
    ['ネットワークチームにチケットを作成', 'ネットワークチーム', ''],
    ['ticket for security about the Turkey guy', 'security', 'about the Turkey guy'],
  ])('"%s" goes to %s, who is not affected', async (text, addressee, problem) => {
    const say = await talk(withDesk);
    say('AADSTS53003');
    const { values } = say(text).next.state as { readonly values: Record<string, string> };
    expect(values).toMatchObject({ affected: '', problem });
    expect(values['facts']?.split('\n')[0]).toMatch(new RegExp(`: ${addressee}$`));
  });

  test.each(['the ticket for the network team was closed', 'we already opened a ticket for the vendor'])(
    '"%s" asks for none',
    async (text) => {
      const say = await talk(withDesk);
      say('AADSTS53003');
      expect(say(text).next.dialog).toBe('find-fix');
    },
  );

  test('a person and a team are told apart, and the person is named as a form names one', async () => {
    const say = await talk(withDesk);
    say('AADSTS53003');
    expect(say('ticket for frau meier and the cloud team').next.state).toMatchObject({
      values: { affected: 'someone', facts: 'Person: Frau Meier\nMeant for: the cloud team' },
    });
  });

  test('whoever is named later takes the place of whom was named before', async () => {
    const say = await talk(withDesk);
    say('AADSTS50105');
    say('ticket for me');
    expect(say("actually it's for my colleague Paul").next.state).toMatchObject({
      values: { affected: 'someone', problem: '', facts: 'Person: my colleague Paul' },
    });
    expect(say('no, it is for Tom').next.state).toMatchObject({
      values: { affected: 'someone', problem: '', facts: 'Person: Tom' },
    });
  });

  test('a number of users is several', async () => {
    const say = await talk(withDesk);
    say('AADSTS50126');
    say('300 iphone users are affected');
    expect(say('open a ticket').next.state).toMatchObject({ values: { affected: 'several' } });
  });

  test('is about the problem that was gone back to, with its code', async () => {
    const say = await talk(withDesk);
    say('AADSTS53003');
    say('AADSTS50105');
    say('back to the first one');
    expect(say('ticket for security about the Turkey guy').next.state).toMatchObject({
      entry: '53003',
      values: { ids: expect.stringMatching(/^Code: AADSTS53003/) },
    });
  });

  test('is kept while what is known already is offered, and masked', async () => {
    const mask = (text: string) => ({ text: text.replaceAll('hunter2', '[password]'), kinds: ['password'] });
    const board = { ...withDesk, openTickets: new Map([['50105', 3]]) };
    const say = await talk(board, dialogs.start, (catalog) => ({ ...catalog, mask }) as Catalog);
    say('AADSTS50105');
    expect(say('open a ticket, hunter2 is refused').next.step).toBe('known');
    expect(say('open it').next).toMatchObject({
      step: 'form',
      state: { values: { problem: '[password] is refused' } },
    });
  });

  test.each(['Ticket: users cannot sign in to Outlook', 'It says "try again, or open a ticket"'])(
    '"%s" asks for none',
    async (text) => {
      const say = await talk(withDesk);
      expect(say(text).next.dialog).toBe('find-fix');
    },
  );
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

describe('the ticket of a problem', () => {
  const draft = async (...texts: readonly string[]): Promise<Readonly<Record<string, string>>> => {
    const say = await talk(withDesk);
    const last = texts.map((text) => say(text)).at(-1)!;
    return Object.fromEntries(last.replies.flatMap(fieldsOf).map(({ id, value = '' }) => [id, value]));
  };

  test.each([
    ['whole sales floor cannot log in', 'open a ticket'],
    ['the entire Lyon branch', 'open a ticket'],
    ['die ganze Buchhaltung ist betroffen', 'ticket bitte'],
    ['die gesamte Lohnabteilung kann sich nicht anmelden', 'ticket bitte'],
    ["c'est tout l'étage", 'ouvre un ticket'],
    ['die halbe Vertriebsabteilung', 'ticket bitte'],
    ['la moitié du service achats', 'ouvre un ticket'],
    ['toda la contabilidad no puede entrar', 'abre un ticket'],
    ['経理部の全員がサインインできません', 'チケットを作成'],
  ])('knows by "%s" that several are affected', async (told, asked) => {
    expect(await draft('AADSTS50105', told, asked)).toMatchObject({ affected: 'several' });
  });

  test.each(['the whole morning', 'den ganzen Tag schon', 'toute la journée', 'todo el día'])(
    'takes "%s" for no people',
    async (told) => {
      expect(await draft('AADSTS50105', told, 'open a ticket')).toMatchObject({ affected: '' });
    },
  );

  test('bears the codes that were named before, too', async () => {
    const { ids } = await draft('AADSTS50105', 'now she gets AADSTS50126', 'open a ticket');
    expect(ids).toBe('Code: AADSTS50126\nCodes before: AADSTS50105');
  });

  test('bears the code of the first message where the answer at hand is about none', async () => {
    const { ids } = await draft(
      'AADSTS50126 for one user',
      'Outlook keeps asking for the password although it is right, only in Outlook and only since yesterday',
      'open a ticket',
    );
    expect(ids).toContain('AADSTS50126');
  });

  test('keeps the code where only the correlation ID is told later', async () => {
    const { ids } = await draft('AADSTS50105', 'Correlation ID: 45ef91dc-fd18-4feb-b8a6-3e7a5a1fe5af', 'open a ticket');
    expect(ids).toBe('Code: AADSTS50105\nCorrelation ID: 45ef91dc-fd18-4feb-b8a6-3e7a5a1fe5af');
  });

  test('bears no code of a problem that was put aside', async () => {
    const { ids } = await draft('AADSTS50105', 'another problem: AADSTS50126', 'open a ticket');
    expect(ids).toBe('Code: AADSTS50126');
  });

  test('is not told what only asks for a moment', async () => {
    const say = await talk(withDesk);
    ['AADSTS50126', 'open a ticket'].forEach((text) => say(text));
    expect(say('wait').text).toContain('not sent');
    expect(say("it's the whole third floor").replies.flatMap(fieldsOf)[0]).toMatchObject({
      value: "it's the whole third floor",
    });
  });
});
