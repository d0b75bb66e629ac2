import { beforeAll, describe, expect, test } from '@jest/globals';
import { handOverCard } from '../../dialogs/cards.ts';
import { handing } from '../../dialogs/handing.ts';
import { dialogs } from '../../dialogs/index.ts';
import { speaking } from '../../dialogs/language.ts';
import { handedOver, type Past, pastOf, withLooked, withTold } from '../../dialogs/past.ts';
import { factRead, titleRead } from '../../dialogs/stored.ts';
import { desk } from '../../dialogs/ticket-cards.ts';
import { findFixIn, ticketsIn } from '../../dialogs/words/index.ts';
import { decide } from '../../src/engine/decide.ts';
import { ticketText } from '../../src/helpdesk/export.ts';
import { opened, withoutPerson } from '../../src/helpdesk/life.ts';
import { viewOf } from '../../src/helpdesk/webhook.ts';
import { type Board, emptyBoard } from '../../src/model/board.ts';
import { type Catalog, type Facet, facets } from '../../src/model/catalog.ts';
import type { Saved } from '../../src/model/dialog.ts';
import { languages } from '../../src/model/language.ts';
import type { Event } from '../../src/model/message.ts';
import { fieldsOf } from '../../src/model/reply.ts';
import { helpdeskDefaults, type Ticket, type TicketDraft } from '../../src/model/ticket.ts';
import { drawProblems } from '../drawings.ts';
import { incoming, realCatalog } from '../fakes.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const room = { channel: 'slack', conversation: 'desk' } as const;
const withDesk: Board = {
  ...emptyBoard,
  desks: [{ id: 'slack:desk', place: room, topics: [], domains: [], people: [] }],
};

/** A conversation whose state goes through JSON after each turn, as in the store. */
const talk = (saved: Saved = dialogs.start, board: Board = emptyBoard) => {
  let at = saved;
  let turn = 1;
  return (event: Event | string) => {
    const decision = decide(
      { key: 'k', turn: turn++, saved: at },
      incoming(event),
      { catalog, board, admin: false, now: 1_000_000 },
      dialogs,
    );
    at = JSON.parse(JSON.stringify(decision.next)) as Saved;
    return { ...decision, next: at, text: decision.replies.map(({ text }) => text).join('\n') };
  };
};

describe('the past of a conversation', () => {
  test('is the five entries shown last, in order', () => {
    const past = ['a', 'b', 'c', 'd', 'e', 'b', 'f'].reduce<Past>((before, entry) => withLooked(before, { entry }), {});
    expect(past.looked?.map(({ entry }) => entry)).toEqual(['c', 'd', 'e', 'b', 'f']);
  });

  test('adds what is tried of an entry later to what was tried before', () => {
    const first = withLooked({}, { entry: 'a', tried: [2], results: { 1: 'df' } });
    expect(withLooked(first, { entry: 'a', tried: [1, 2], results: { 3: 'd' } }).looked).toEqual([
      { entry: 'a', tried: [2, 1], results: { 1: 'df', 3: 'd' } },
    ]);
  });

  test('holds one value of a facet, the one told last', () => {
    const past = withTold(withTold({}, { where: 'everywhere', scope: 'everyone' }), { where: 'outside-only' });
    expect(past.told).toEqual({ where: 'outside-only', scope: 'everyone' });
  });

  test('is read back from JSON as it was', () => {
    const past = withTold(withLooked({}, { entry: '50126', tried: [1], results: { 2: 'dfs' } }), { client: 'browser' });
    expect(pastOf(JSON.parse(JSON.stringify(past)))).toEqual(past);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'past'],
    ['a list', [1, 2]],
    ['empty parts', { looked: [], told: {} }],
    ['parts of other kinds', { looked: 'all', told: ['where'] }],
    ['entries without an id', { looked: [null, 7, {}, { entry: 5 }, { entry: 'x'.repeat(201) }] }],
    ['words of a person', { told: { where: 'at Bob’s', who: 'Bob', constructor: 'x', where2: 'everywhere' } }],
  ])('is none where the state holds %s', (_what, stored) => {
    expect(pastOf(stored)).toBeUndefined();
  });

  test('loses only what cannot be read, and what is too much', () => {
    const numbers = Array.from({ length: 50 }, (_, n) => n + 1);
    const stored = {
      looked: numbers.map((n) => ({
        entry: `e${n}`,
        tried: ['1', -1, 1.5, null, ...numbers],
        results: { 1: 'd'.repeat(500), 2: 7, x: 'd' },
      })),
      told: { where: 'outside-only', scope: 'Bob' },
      more: 'x'.repeat(10_000),
    };
    const past = pastOf(stored)!;
    expect(past.told).toEqual({ where: 'outside-only' });
    expect(past.looked?.map(({ entry }) => entry)).toEqual(['e46', 'e47', 'e48', 'e49', 'e50']);
    expect(past.looked?.[0]).toEqual({ entry: 'e46', tried: numbers.slice(0, 20), results: { 1: 'd'.repeat(60) } });
    expect(JSON.stringify(past).length).toBeLessThan(1000);
  });
});

describe('a conversation', () => {
  test('goes on from a state of before there was a past', () => {
    const say = talk({ dialog: 'find-fix', step: 'confirm', state: { entry: '50126', method: 2, tried: [1] } });
    expect(say('my printer is out of paper').understood?.outcome).toBe('unknown');
    expect(say('helpdesk').text).toMatch(
      /looked at last: 50126[\s\S]*50126: wrong user name or password: Method 1: Enter/,
    );
  });

  test.each(['listen', 'narrow', 'confirm'])('answers from the step %s where its past cannot be read', (step) => {
    const known = { words: [], spoken: [], told: {} };
    const state = { entry: '50126', method: 1, known, asked: [], facet: null, past: { looked: 4, told: 'x' } };
    expect(talk({ dialog: 'find-fix', step, state })('helpdesk').text).toContain('For your helpdesk');
  });

  test('keeps no name of a person, and of what was told only what the catalog and products are called', () => {
    const say = talk();
    say('Zebediah cannot open the mail of Quillfeather, outlook keeps asking for the password outside the office');
    say('and Zebediah has a gmail account on that laptop too');
    const { next } = say('my printer is out of paper');
    expect(JSON.stringify(next)).not.toMatch(/zebediah|quillfeather/i);
    const kept = JSON.stringify(next.state);
    expect(kept).toContain('"client":"outlook-mail"');
    expect(kept).toContain('"where":"outside-only"');
  });

  test('keeps a fact that is told after an answer', () => {
    const say = talk();
    say('AADSTS53003');
    say('only on his phone');
    expect(say('helpdesk').text).toContain('App: Phone or tablet');
  });

  test('takes the later one of two facts, also where the answer stays', () => {
    const say = talk();
    say('outlook keeps asking for the password');
    expect(say('helpdesk').text).toContain('App: Outlook');
    say('only on his phone');
    expect(say('helpdesk').text).toContain('App: Phone or tablet');
  });

  test('remembers no more than five answers, and stays small', () => {
    const say = talk();
    const codes = ['50126', '50105', '53003', '50053', '50057', '65001', '50011', '7000215'];
    for (const code of codes) {
      say(`AADSTS${code}`);
      say('did that, same');
    }
    const { next, text } = say('helpdesk');
    expect(text).toContain('Problem: 7000215');
    const { past } = next.state as { past: Past };
    expect(past.looked?.map(({ entry }) => entry)).toEqual(codes.slice(2, -1));
    expect(JSON.stringify(next).length).toBeLessThan(1000);
  });

  test.each<[string, Event | string]>([
    ['it is solved', 'it worked'],
    ['it is put aside', 'never mind'],
    ['another matter is opened', 'something else: AADSTS50105'],
    ['a method helped', { kind: 'chose', choice: 'worked:1', about: '53003' }],
  ])('forgets it when %s', (_when, event) => {
    const say = talk();
    say('AADSTS50126');
    say('outlook on the phone asks for the password again and again, AADSTS53003');
    expect(say(event).next.state).not.toHaveProperty('past');
  });

  test('forgets it when a ticket was opened, wherever the form was sent', () => {
    const say = talk(dialogs.start, withDesk);
    say('AADSTS50126');
    say('did that, same');
    say('AADSTS53003');
    const [form] = say('helpdesk').replies;
    const values = Object.fromEntries(fieldsOf(form!).map(({ id, value = '' }) => [id, value]));
    expect(values).toMatchObject({
      facts: 'Looked at: 50126: wrong user name or password',
      tried: expect.stringContaining('50126: wrong user name or password: Method 1: '),
    });
    say({ kind: 'chose', choice: 'entry:50105' });
    const filled = { ...values, problem: 'Bob cannot sign in', affected: 'someone' };
    const sent = say({ kind: 'filled', choice: 'ticket:open:later', about: '53003', values: filled });
    expect(sent.effects).toMatchObject([
      {
        draft: {
          entry: '53003',
          facts: { 'Looked at': '50126: wrong user name or password' },
          tried: [{ method: 1, about: '50126: wrong user name or password', steps: '' }],
        },
      },
    ]);
    expect(sent.next.state).not.toHaveProperty('past');
    say('AADSTS65001');
    const again = fieldsOf(say('helpdesk').replies[0]!);
    expect(again.find(({ id }) => id === 'facts')?.value).toBe(`Looked at: ${catalog.entry('50105')!.title}`);
  });

  test.each<[string, Event | string]>([
    ['it is solved', 'it worked'],
    ['it is put aside', 'never mind'],
    ['another matter is opened', 'another problem: my users cannot sign in to Teams'],
  ])('can go back to it when %s', (_when, event) => {
    const say = talk();
    say('AADSTS53003');
    say('only on his phone');
    say(event);
    const { next } = say('back to the first one');
    expect(next).toMatchObject({ step: 'confirm', state: { entry: '53003', past: { told: { client: 'mobile' } } } });
    expect(JSON.stringify((next.state as { left?: unknown }).left ?? [])).not.toContain('53003');
  });

  test.each(['vuelve a pedir la contraseña', 'return to login page', 'back to login page', 'it broke again'])(
    'goes nowhere back with "%s" where nothing was shown',
    (text) => {
      expect(talk()(text).next.step).not.toBe('confirm');
      expect(talk()(text).understood?.outcome).toBe('clarify');
    },
  );

  test('hands over nothing of a problem that was left, and all of it once it is back', () => {
    const say = talk();
    say('AADSTS53003');
    say('only on his phone');
    say('another problem');
    say('AADSTS50126');
    expect(say('helpdesk').text).not.toContain('Phone or tablet');
    say('back to the conditional access one');
    const { text } = say('helpdesk');
    expect(text).toContain('App: Phone or tablet');
    expect(text).not.toContain('50126');
  });

  test('does not mix the facts of an answer with those of another that follows it', () => {
    const say = talk();
    say('80043431');
    say('all users of contoso.com');
    say('AADSTS53003');
    expect(say('only on his phone').next.state).toMatchObject({ past: { told: { client: 'mobile' } } });
    const { state } = say('back to the first one').next as { state: { past: Past } };
    expect(state.past.told).toEqual({ scope: 'federated-users' });
  });

  test('remembers no more than three problems that were left, and of them no words', () => {
    const say = talk();
    for (const code of ['50126', '50105', '53003', '50053', '50057']) {
      say(`Zebediah gets AADSTS${code}`);
      say('only on the phone of Zebediah');
      say('it worked');
    }
    const { next } = say('thanks');
    const { left } = next.state as { left: readonly Past[] };
    expect(left.map(({ looked }) => looked?.[0]?.entry)).toEqual(['53003', '50053', '50057']);
    expect(JSON.stringify(next)).not.toMatch(/zebediah/i);
    expect(JSON.stringify(next).length).toBeLessThan(1000);
  });

  test('stays at the answer at hand where that is named', () => {
    const say = talk();
    say('AADSTS53003');
    say('AADSTS50053');
    expect(say('back to the locked account').next.state).toMatchObject({ entry: '50053' });
    expect(say('back to the conditional access one').next.state).toMatchObject({ entry: '53003' });
  });

  test('tries the next method where the one that helped did not last', () => {
    const say = talk();
    say('AADSTS50053');
    say('it worked');
    expect(say('it broke again').next.state).toMatchObject({ entry: '50053', method: 2, tried: [1] });
  });

  test('forgets that behind a form as well', () => {
    const back = { dialog: 'find-fix', step: 'listen', state: { past: { told: { where: 'everywhere' } }, as: 'user' } };
    expect(handedOver({ dialog: 'ticket', step: 'ask', state: { ticket: 3, back } }, null)).toEqual({
      dialog: 'ticket',
      step: 'ask',
      state: { ticket: 3, back: { ...back, state: { as: 'user', handed: true } } },
    });
  });

  test.each([
    ['some-users', 'Who: Some users', 'several'],
    ['everyone', 'Who: Everyone', 'everyone'],
    ['one-user', 'Who: One user', ''],
  ])('that told of %s fills in "%s" and whom it surely means: "%s"', (scope, fact, affected) => {
    const say = talk({ dialog: 'find-fix', step: 'listen', state: { past: { told: { scope } } } }, withDesk);
    const fields = fieldsOf(say('helpdesk').replies[0]!);
    expect(fields.find(({ id }) => id === 'affected')?.value ?? '').toBe(affected);
    expect(fields.find(({ id }) => id === 'facts')?.value).toBe(fact);
  });
});

describe('what is handed over', () => {
  test('leaves out an entry and a method that the catalog no longer has', () => {
    const past = {
      looked: [
        { entry: 'gone', tried: [1] },
        { entry: '50126', tried: [1, 19] },
      ],
    };
    const { looked, tried } = handing(undefined, { past }, catalog);
    expect(looked.map(({ id }) => id)).toEqual(['50126']);
    expect(tried.map(({ method }) => method)).toEqual([1]);
  });

  test('fits into the form and on the cards, however long the titles are', () => {
    const long = catalog.entries.toSorted((one, two) => two.title.length - one.title.length).slice(0, 6);
    const told = Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, values.at(-2)!]));
    const past = { looked: long.map(({ id, methods }) => ({ entry: id, tried: methods.map((_, n) => n + 1) })), told };
    expect(drawProblems(handOverCard(handing(undefined, { past }, catalog)))).toEqual([]);
    const say = talk({ dialog: 'find-fix', step: 'listen', state: { past } }, withDesk);
    const [form] = say('helpdesk').replies;
    expect(drawProblems(form!)).toEqual([]);
    const values = Object.fromEntries(fieldsOf(form!).map(({ id, value = '' }) => [id, value]));
    const filled = { ...values, problem: 'No sign-in', affected: 'me' };
    const { effects } = say({ kind: 'filled', choice: 'ticket:open:f1', values: filled });
    const { draft } = effects![0] as unknown as { draft: TicketDraft };
    expect(draft.title).toBe(`Sign-in problem, looked at last: ${long.at(-1)!.title}`);
    expect(draft.tried.at(-1)).toMatchObject({ about: long.at(-1)!.title, method: long.at(-1)!.methods.length });
    expect(drawProblems(desk(ticketOf(draft), 0))).toEqual([]);
  });
});

const ticketOf = (draft: TicketDraft): Ticket =>
  opened(
    draft,
    {
      number: 7,
      origin: 'o',
      requester: { key: 'teams:ada', name: 'Ada', place: room },
      desk: { id: 'slack:desk', place: room },
      at: 0,
    },
    helpdeskDefaults,
  );

describe('a ticket', () => {
  const draft: TicketDraft = {
    problem: 'No mail at home',
    entry: null,
    topic: null,
    title: 'Sign-in problem, looked at last: Outlook asks again',
    priority: 'normal',
    affected: 'me',
    ids: {},
    facts: { 'Looked at': 'Outlook asks again', Where: 'Only outside the office', Floor: 'the third' },
    tried: [
      { method: 1, title: 'Sign in afresh', steps: '1 done, 2 failed', about: 'Outlook asks again' },
      { method: 2, title: 'Make a new profile', steps: '', about: 'Outlook asks again' },
      { method: 0, title: 'prayed', steps: '' },
    ],
  };

  test('shows them to its desk in the language of the reader', () => {
    expect(desk(ticketOf(draft), 0).text).toContain(
      [
        'Looked at: Outlook asks again',
        'Where: Only outside the office',
        'Floor: the third',
        'Tried without success: Outlook asks again: Method 1: Sign in afresh (step 1 done, 2 failed); Method 2: Make a new profile',
        'prayed',
      ].join('\n'),
    );
    const german = speaking('de', () => desk(ticketOf(draft), 0).text);
    expect(german).toContain('Anmeldeproblem, zuletzt angesehen: Outlook asks again');
    expect(german).toContain('Angesehen: Outlook asks again\nWo: Nur außerhalb des Büros\nFloor: the third');
    expect(german).toContain('Methode 1: Sign in afresh (Schritt 1 erledigt, 2 fehlgeschlagen); Methode 2: Make');
  });

  test('tells them to the operator and to other programs', () => {
    const text = ticketText(ticketOf(draft));
    expect(text).toContain('  Where: Only outside the office\n');
    expect(text).toContain('  tried      Outlook asks again: 1 Sign in afresh 1 done, 2 failed\n');
    expect(text).toContain('  tried      prayed\n');
    expect(viewOf(ticketOf(draft))).toMatchObject({ facts: draft.facts, tried: draft.tried });
  });

  test('of before there were any is shown as it was', () => {
    const { facts: _, ...old } = ticketOf({ ...draft, tried: [] });
    expect(desk(old, 0).text).toContain('Problem: No mail at home\nTried without success: nothing yet');
    expect(ticketText(old)).toContain('  problem    No mail at home\n  1970');
    expect(viewOf(old)).toMatchObject({ facts: {} });
  });

  test('takes any name that a person gives a fact', () => {
    const say = talk(dialogs.start, withDesk);
    const facts = 'constructor: old\n__proto__: none\nWhere: Everywhere\nWhere: at home\nsince Monday';
    const values = { problem: 'No mail', affected: 'me', priority: 'normal', ids: '', tried: '', facts };
    const [effect] = say({ kind: 'filled', choice: 'ticket:open:f1', values }).effects!;
    const { draft: sent } = effect as unknown as { draft: TicketDraft };
    expect(Object.entries(sent.facts!)).toEqual([
      ['constructor', 'old'],
      ['__proto__', 'none'],
      ['Where', 'Everywhere; at home'],
      ['Value 5', 'since Monday'],
    ]);
  });

  test('loses them with the data of its requester', () => {
    expect(withoutPerson(ticketOf(draft), 'teams:ada', { key: 'k', at: 1 }, helpdeskDefaults).facts).toEqual({});
    expect(withoutPerson(ticketOf(draft), 'teams:bob', { key: 'k', at: 1 }, helpdeskDefaults).facts).toEqual(
      draft.facts,
    );
  });
});

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(facets) as Facet[])('what is told of %s is read in every other language', (facet) => {
    const { label, values } = findFixIn[language].questions[facet];
    for (const other of languages) {
      const theirs = findFixIn[other].questions[facet];
      for (const [value, name] of Object.entries(values))
        expect(speaking(other, () => factRead(label, name))).toEqual([theirs.label, theirs.values[value]]);
    }
  });

  test('the title of a ticket that only tells what was looked at is read as well', () => {
    const english = ticketsIn.en.tickets.form.lookedLast('Outlook (new): a loop');
    const { lookedLast } = ticketsIn[language].tickets.form;
    expect(speaking(language, () => titleRead(english))).toBe(lookedLast('Outlook (new): a loop'));
  });
});
