import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sighting } from '../notices/world.ts';
import { auditEntry } from '../fakes.ts';
import { type Sent, wordsOf } from './teams-driver.ts';
import { home } from './teams-home.ts';

let there: Awaited<ReturnType<typeof home>>;
beforeAll(async () => {
  there = await home();
});
beforeEach(() => {
  there.connector.calls.length = 0;
});
afterAll(() => there.close());

const group = {
  conversation: { id: '19:desk@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 'tenant' },
};
const channel = {
  conversation: { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: 'tenant' },
};

let forms = 0;

/** Makes a room the desk and opens a ticket there; the card as it was posted. */
const ticketIn = async (where: object): Promise<Sent> => {
  await there.ann.mention('use this channel for helpdesk', { ...where, id: `desk-${++forms}` });
  await there.bot.settle();
  await there.bot.answer({
    id: `form-${forms}`,
    place: { channel: 'teams', conversation: 'a:cid', ref: { v: 1, ...refOf('a:cid') } },
    person: { id: '29:cid', name: 'Cid' },
    event: {
      kind: 'filled',
      choice: `ticket:open:f${forms}`,
      about: '50105',
      values: { problem: 'Payroll is closed', affected: 'me', priority: 'normal', ids: '', tried: '' },
    },
  });
  await there.bot.settle();
  const card = there.connector.messages().findLast((message) => JSON.stringify(message).includes('(open)'));
  if (!card) throw new Error('No ticket was posted.');
  return card;
};
const refOf = (id: string) => ({
  channelId: 'msteams',
  serviceUrl: there.connector.url,
  conversation: { id, conversationType: 'personal' },
});

const refreshOf = (message: Sent) => message.attachments?.[0]?.content['refresh'] as { action: object } | undefined;

const refresh = (action: unknown, more: object = {}, trigger = 'automatic') =>
  there.ann.send({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger }, ...group, ...more });

describe('the card of a ticket in a group chat', () => {
  let card: Sent;
  beforeAll(async () => {
    card = await ticketIn(group);
  });

  test('asks for its present state, for everybody who sees it', () => {
    expect(refreshOf(card)).toEqual({
      action: { type: 'Action.Execute', verb: 'refresh', title: 'Refresh', data: { living: 'ticket/1' } },
    });
  });

  test('is shown as it is now, however old the one on the screen is', async () => {
    const before = await refresh(refreshOf(card)!.action, { replyToId: card.id });
    expect([before.status, before.body.statusCode, before.body.type]).toEqual([
      200,
      200,
      'application/vnd.microsoft.card.adaptive',
    ]);
    expect(wordsOf(before.body.value)).toContain('HD-1 (open)');
    await there.ann.press(card, 'Claim', group);
    await there.bot.settle();
    for (const trigger of ['automatic', 'manual']) {
      const { body } = await refresh(refreshOf(card)!.action, { replyToId: card.id }, trigger);
      expect(wordsOf(body.value)).toContain('HD-1 (claimed)');
      expect(body.value.refresh).toEqual(refreshOf(card));
    }
    const edited = there.connector.edits().findLast(({ id }) => id === card.id);
    expect(refreshOf(edited!)).toEqual(refreshOf(card));
  });

  test('is changed by no refresh, however often it comes, and nothing is posted', async () => {
    const was = await there.bot.store.ticket(1);
    for (let time = 0; time < 20; time++) await refresh(refreshOf(card)!.action, { id: 'the same' });
    await there.bot.settle();
    expect(await there.bot.store.ticket(1)).toEqual(was);
    expect(there.connector.calls).toEqual([]);
    expect(await there.bot.store.conversation(`teams:${group.conversation.id}:29:ann`)).toMatchObject({ turn: 2 });
  });

  test.each([
    ['from another chat', 'ticket/1', { conversation: { id: 'a:elsewhere', conversationType: 'personal' } }],
    ['that does not exist', 'ticket/999', {}],
    ['of no kind', '../../etc', {}],
  ])('is not shown to a request %s', async (_name, living, where) => {
    const { status, body } = await refresh({ verb: 'refresh', data: { living } }, where);
    expect([status, body.statusCode, body.type, body.value]).toEqual([
      200,
      200,
      'application/vnd.microsoft.activity.message',
      'This card is as it was.',
    ]);
  });
});

describe('the card of a notice in a group chat', () => {
  test('is shown as it is now', async () => {
    await there.ann.mention('notify here about federation', { ...group, id: 'notify' });
    await there.bot.settle();
    const seen = (title: string) =>
      there.bot.notices.take([sighting('sts.contoso.com/tls', { title, topic: 'federation' })]);
    // A check is believed at its second failure.
    await seen('The certificate expires');
    await seen('The certificate expires');
    await there.bot.settle();
    const card = there.connector
      .messages()
      .findLast((message) => JSON.stringify(message).includes('certificate expires'))!;
    expect(refreshOf(card)).toMatchObject({ action: { data: { living: expect.stringMatching(/^notice\//) } } });
    await seen('The certificate has expired');
    const ledger = await there.bot.store.notices.ledger();
    const { body } = await refresh(refreshOf(card)!.action, { replyToId: card.id });
    expect(wordsOf(body.value)).toContain('The certificate has expired');
    expect(await there.bot.store.notices.ledger()).toEqual(ledger);
  });
});

test('a card in a channel asks for nothing, because Teams does not refresh cards there', async () => {
  await there.bot.store.dropDesk(`teams:${group.conversation.id}`, auditEntry('drop'));
  await there.bot.board.refresh();
  const card = await ticketIn(channel);
  expect(there.connector.calls.some(({ begins }) => begins)).toBe(true);
  expect(refreshOf(card)).toBeUndefined();
});
