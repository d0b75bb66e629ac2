/** Notices in chat, from the words of people to the messages in the room. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import { readNotices } from '../../src/notices/read.ts';
import { botOf, own } from './bot.ts';
import { hour, minute } from './world.ts';

type Bot = Awaited<ReturnType<typeof botOf>>;
let open: Bot[] = [];

const started = async (more: Parameters<typeof botOf>[0] = {}): Promise<Bot> => {
  const bot = await botOf(more);
  open.push(bot);
  return bot;
};

afterEach(async () => {
  for (const bot of open) expect(bot.platform.problems).toEqual([]);
  await Promise.all(open.map((bot) => bot.close()));
  open = [];
});

const report = async (bot: Bot, key: string, more: object = {}): Promise<void> => {
  await bot.notices.take(readNotices(own(key, more)));
  await bot.settle();
};

const mismatch = {
  title: 'AD FS and Entra differ for contoso.com',
  codes: ['80043431'],
  domains: ['contoso.com'],
  severity: 'critical',
};

const text = (replies: readonly Reply[]): string => replies.map((reply) => reply.text).join('\n');

const dm = (who: string): { place: Place; who: string } => ({
  who,
  place: { channel: 'slack', conversation: `T1:D-${who}` },
});

/** A conversation of one person alone: it is part of no room. */
const alone = (who: string) => ({ ...dm(who), room: dm(who).place });

const labels = (reply: Reply): readonly string[] => (reply.actions ?? []).map((action) => action.label);

describe('a room', () => {
  test('is set up by an admin, told what it will get, and told it', async () => {
    const bot = await started();
    const [reply] = await bot.say('notify here about federation, critical only');
    expect(reply!.text).toMatch(/the topics federation, .*federation-trust-mismatch/);
    expect(reply!.text).toContain('critical only');
    await report(bot, 'a', { ...mismatch, severity: 'warning' });
    expect(bot.platform.messages).toEqual([]);
    await report(bot, 'b', mismatch);
    expect(bot.titles()).toEqual(['Critical: AD FS and Entra differ for contoso.com']);
    expect(bot.platform.messages[0]!.place).toBe('T1:ops');
  });

  test.each([
    ['notify here', 'I post here: everything.'],
    ['use this channel for notices', 'I post here: everything.'],
    ['use this channel for alerts about federation, critical only', 'federation-trust-mismatch, critical only.'],
    ['use this channel for outages and incidents', 'I post here: everything.'],
    ['nutze diesen Kanal für Meldungen', 'I post here: everything.'],
    ['Please notify us here about everything', 'I post here: everything.'],
    ['notify here about adfs-ssl-expired topic', 'I post here: the topics adfs-ssl-expired.'],
    ['alert me here for domain contoso.com and fabrikam.com', 'I post here: the domains contoso.com, fabrikam.com.'],
    ['notify here critical only', 'I post here: everything, critical only.'],
    ['notify here about warnings and above', 'I post here: everything, from warning up.'],
    ['notify here about proxy trust for contoso.com', 'adfs-proxy-trust-broken for the domains contoso.com.'],
    ['notify here about mfa required or own health', 'I post here: the topics mfa-required, own-health.'],
  ])('understands "%s"', async (words, expected) => {
    const bot = await started();
    expect(text(await bot.say(words))).toContain(expected);
    expect((await bot.store.notices.subscriptions()).map(({ id }) => id)).toEqual(['slack:T1:ops']);
  });

  test('is not set up by anybody else, who learns who may', async () => {
    const bot = await started();
    for (const words of ['notify here', 'use this channel for notices', 'stop notifying here', 'send a test notice']) {
      const said = text(await bot.say(words, { who: 'ada' }));
      expect(said).toContain('SIGNPOST_ADMINS');
      expect(said).toContain('slack:T1:ada');
    }
    expect(await bot.store.notices.subscriptions()).toEqual([]);
  });

  test('hears of a topic that is not known', async () => {
    const bot = await started();
    expect(text(await bot.say('notify here about bananas'))).toContain('I know no topic like "bananas"');
    expect(await bot.store.notices.subscriptions()).toEqual([]);
  });

  test('tells what it gets, and stops on request', async () => {
    const bot = await started();
    expect(text(await bot.say('what do you notify here?', { who: 'ada' }))).toContain('I do not post notices here');
    await bot.say('notify here for domain contoso.com');
    expect(text(await bot.say('what do you notify here?', { who: 'ada' }))).toContain('the domains contoso.com');
    await bot.say('stop notifying here');
    await report(bot, 'a', mismatch);
    expect(bot.platform.messages).toEqual([]);
  });

  test('that asks while something is wrong is told of it', async () => {
    const bot = await started();
    await report(bot, 'a', mismatch);
    expect(text(await bot.say('notify here'))).toContain('one of these is open');
    expect(bot.titles()).toEqual(['Critical: AD FS and Entra differ for contoso.com']);
  });

  test('gets a test notice by button, marked as one, and can resolve it', async () => {
    const bot = await started();
    const [reply] = await bot.say('notify here about federation');
    await bot.press(reply!, 'Send a test notice');
    const [card] = bot.platform.messages;
    expect(card!.reply.title).toBe('Test: This is a test: nothing is wrong');
    expect(text(await bot.say('what is wrong now'))).toContain('nothing that is wrong');
    await bot.press(card!.reply, 'Resolve', { who: 'ada' });
    expect(card!.reply.title).toMatch(/^Resolved: This is a test/);
    expect(bot.platform.messages.at(-1)).toMatchObject({
      place: `T1:ops:${card!.id}`,
      reply: { text: expect.stringMatching(/^ada resolved it at 2026-03-02 12:00 UTC/) },
    });
  });

  test('that cannot be written to is told where to ask', async () => {
    const bot = await started();
    const replies = await bot.say('notify here', {
      place: { channel: 'terminal', conversation: 'c' },
      room: { channel: 'terminal', conversation: 'c' },
    });
    expect(text(replies)).toContain('Teams or Slack');
  });
});

describe('a card', () => {
  test('says what happened, since when, who is affected and what to do, in every channel', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', {
      ...mismatch,
      host: 'sts.contoso.com',
      evidence: 'IssuerUri differs',
      affected: 'All federated users of contoso.com',
      action: 'Set the issuer in Entra',
      owner: 'Identity team',
      link: 'https://wiki.contoso.com/rb?x=1',
      deadline: '2026-03-04T06:00:00Z',
    });
    const { reply } = bot.platform.messages[0]!;
    for (const words of [
      'Since: 2026-03-02 12:00 UTC',
      'Last checked: 2026-03-02 12:00 UTC',
      'Domains: contoso.com',
      'Host: sts.contoso.com',
      'Measured: IssuerUri differs',
      'Who is affected: All federated users of contoso.com',
      'Hurts from: 2026-03-04 06:00 UTC',
      'Codes that people see: 80043431',
      'Looked after by: Identity team',
      'Taken by: nobody yet',
      'First: Set the issuer in Entra',
      'https://wiki.contoso.com/rb',
    ])
      expect(reply.text).toContain(words);
    expect(reply.text).not.toContain('x=1');
    expect(labels(reply)).toEqual(['Show the fix', 'Acknowledge', 'Snooze 4 h', 'Snooze 1 day', 'Resolve']);
  });

  test('with much on it still fits every channel', async () => {
    const bot = await started();
    await bot.say('notify here');
    const long = (words: string): string => `${words} `.repeat(200);
    const body = {
      notices: Array.from({ length: 30 }, (_, n) => ({
        key: `k${n}`,
        title: long(`Number ${n}`),
        domains: ['contoso.com', ...Array.from({ length: 80 }, (__, m) => `d${m}.example`)],
        host: 'sts.contoso.com',
        codes: Array.from({ length: 20 }, (__, m) => `AADSTS5000${m}`),
        evidence: long('evidence'),
        affected: long('affected'),
        action: long('action'),
        owner: long('owner'),
        ...(n > 15 ? { parent: 'k0' } : {}),
      })),
    };
    await bot.notices.take(readNotices(JSON.stringify(body)));
    await bot.settle();
    expect(bot.platform.messages.length).toBeGreaterThan(0);
  });

  test('leads to the fix without taking whoever presses it for somebody with the problem', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    const [answer] = await bot.press(bot.platform.messages[0]!.reply, 'Show the fix', { who: 'eva' });
    expect(answer!.title).toBe((await bot.say('80043431', { who: 'eva' }))[0]!.title);
    expect(answer!.text).not.toContain('Known issue');
    expect(answer!.to).toBe('asker');
  });

  test('is taken, put off and resolved by its buttons, which answer whoever presses, whenever', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    const [card] = bot.platform.messages;
    const first = card!.reply;
    expect(text(await bot.press(first, 'Acknowledge', { who: 'eva' }))).toContain('You have notice 1');
    expect(card!.reply.text).toContain('Taken by: eva, 2026-03-02 12:00 UTC');
    expect(labels(card!.reply)).not.toContain('Acknowledge');
    expect(text(await bot.press(first, 'Snooze 1 day', { who: 'eva' }))).toContain('until 2026-03-03 12:00 UTC');
    expect(card!.reply.text).toContain('Snoozed by eva until 2026-03-03 12:00 UTC');
    expect(text(await bot.press(first, 'Resolve', { who: 'ben' }))).toContain('Notice 1 is resolved');
    expect(card!.reply.text).toContain('Over since: 2026-03-02 12:00 UTC, by ben');
    expect(bot.platform.messages.slice(1).map(({ reply }) => reply.text)).toEqual([
      'eva has it.',
      'eva put it off until 2026-03-03 12:00 UTC.',
      'ben resolved it at 2026-03-02 12:00 UTC.',
    ]);
    await bot.press(first, 'Resolve', { who: 'eva', place: { channel: 'slack', conversation: 'T1:ops:old' } });
    const late = bot.platform.messages.at(-1)!;
    expect([late.place, late.reply.text, late.reply.to]).toEqual([
      'T1:ops:old',
      'That notice (1) is already over.',
      'asker',
    ]);
  });

  test('is handled by words below it, and what people say there among themselves is left alone', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    const below = { place: { channel: 'slack', conversation: 'T1:ops:m1' } as const, who: 'eva' };
    const overheard = (words: string) =>
      bot.answer({
        id: words,
        ...below,
        room: { channel: 'slack', conversation: 'T1:ops' },
        person: { id: 'T1:eva', name: 'eva' },
        event: { kind: 'said', text: words, overheard: true },
      });
    expect((await overheard('I think it is AADSTS50126 again')).replies).toEqual([]);
    expect((await overheard('thanks all')).replies).toEqual([]);
    expect(text((await overheard('snooze 2 days')).replies)).toContain('until 2026-03-04 12:00 UTC');
    expect(text(await bot.say("I'll take it", below))).toContain('You have notice 1');
    expect(text(await bot.say('resolved', below))).toContain('Notice 1 is resolved');
    await bot.settle();
    expect(bot.platform.messages[0]!.reply.title).toMatch(/^Resolved/);
  });

  test('is handled by number from anywhere by whoever may set up, and a number that is not open is told', async () => {
    const bot = await started();
    await report(bot, 'a', mismatch);
    await bot.say('notify here');
    expect(text(await bot.say('acknowledge notice 1', alone('boss')))).toContain('You have notice 1');
    expect(text(await bot.say('notice 77', alone('eva')))).toContain('No notice 77 is open');
    expect(text(await bot.say('snooze notice 1 for 3 hours', alone('boss')))).toContain('until 2026-03-02 15:00 UTC');
    await bot.say('resolve notice 77', alone('boss'));
    expect(bot.platform.messages.at(-1)!.reply.text).toBe('That notice (77) is already over.');
  });

  test('is handled by nobody else from where no notices are posted, by words or by a made-up press', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    for (const words of ['acknowledge notice 1', 'snooze notice 1 for 9 days', 'resolve notice 1'])
      expect(text(await bot.say(words, alone('eva')))).toContain('Only where notices are posted');
    const [seen] = await bot.say('notice 1', alone('eva'));
    expect(seen!.title).toBe('Critical: AD FS and Entra differ for contoso.com');
    expect(labels(seen!)).toEqual(['Show the fix']);
    expect(text(await bot.press(bot.platform.messages[0]!.reply, 'Resolve', alone('eva')))).toContain('Only where');
    expect(bot.titles()).toEqual(['Critical: AD FS and Entra differ for contoso.com']);
    expect(text(await bot.say('snooze notice 1 for 3 hours', { who: 'eva' }))).toContain('until 2026-03-02 15:00 UTC');
  });

  test.each(['1e20', '-5', '', '9999'])('is put off for four hours where a made-up press says %j', async (hours) => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    await bot.turn({ kind: 'chose', choice: `notice:snooze:${hours}`, about: '1' }, { who: 'eva' });
    expect(bot.platform.messages[0]!.reply.text).toContain('Snoozed by eva until 2026-03-02 16:00 UTC');
  });
});

describe('"what is wrong now"', () => {
  test.each(['notices', 'what is wrong now?', "What's broken", 'show me the open notices', 'known issues'])(
    '"%s" lists what fires, with a way to each',
    async (words) => {
      const bot = await started();
      await report(bot, 'host', { title: 'sts.contoso.com cannot be reached', severity: 'critical' });
      await report(bot, 'tls', { title: 'TLS is unknown', parent: 'host' });
      const [reply] = await bot.say(words, alone('ada'));
      expect(reply!.title).toBe('One thing is wrong now');
      expect(reply!.text).toContain(
        'Notice 1. Critical: sts.contoso.com cannot be reached, since 2026-03-02 12:00 UTC (and 1 that follow from it)',
      );
      expect(labels(reply!)).toEqual(['Notice 1']);
      expect(text(await bot.press(reply!, 'Notice 1', alone('ada')))).toContain('cannot be reached');
    },
  );

  test('says so when nothing fires, and does not take problems for the question', async () => {
    const bot = await started();
    expect(text(await bot.say('what is wrong now'))).toContain('nothing that is wrong');
    expect(text(await bot.say('what is wrong with my sign-in, I get 80043431'))).not.toContain('nothing that is wrong');
  });
});

describe('somebody who asks about what is known to be wrong', () => {
  test('is told so first, counted, and told once when it is over', async () => {
    const bot = await started();
    await bot.say('notify here');
    await report(bot, 'a', mismatch);
    bot.wait(hour);
    for (const who of ['ada', 'ben', 'ada']) {
      const [answer] = await bot.say('what is 80043431', alone(who));
      expect(answer!.blocks![0]).toMatchObject({ kind: 'note', tone: 'warning' });
      expect(answer!.text).toContain(
        'Known issue since 12:00 UTC: AD FS and Entra differ for contoso.com. There is no need to reset your password. I tell you when it clears.',
      );
    }
    expect(text(await bot.say('next method', alone('ada')))).not.toContain('Known issue');
    await bot.pass(minute);
    expect(bot.platform.messages[0]!.reply.text).toContain('People who asked: 2');
    await report(bot, 'a', { ...mismatch, state: 'resolved' });
    const good = bot.platform.messages.filter(({ reply }) => reply.text.startsWith('You asked about this'));
    expect(good.map(({ place }) => place).toSorted()).toEqual(['T1:D-ada', 'T1:D-ben']);
    await bot.pass(10 * minute);
    await report(bot, 'a', mismatch);
    await report(bot, 'a', { ...mismatch, state: 'resolved' });
    expect(bot.platform.messages.filter(({ reply }) => reply.text.startsWith('You asked about this'))).toHaveLength(2);
  });

  test('hears of the person who works on it, and of a related one by topic', async () => {
    const bot = await started();
    const entry = (await bot.say('80043431'))[0]!;
    expect(entry.text).not.toContain('nown issue');
    await report(bot, 'a', { title: 'Domains are being changed', topic: 'federation-trust-mismatch' });
    expect(text(await bot.say('80043431'))).toContain('This may belong to a known issue since 12:00 UTC');
    await report(bot, 'b', mismatch);
    await bot.say('notify here');
    await bot.say('acknowledge notice 2', { who: 'eva' });
    expect(text(await bot.say('80043431'))).toContain('eva works on it.');
  });

  test('is not told of what will hurt only later, or hardly', async () => {
    const bot = await started();
    await report(bot, 'a', { ...mismatch, deadline: '2026-03-09T00:00:00Z' });
    await report(bot, 'b', { ...mismatch, severity: 'info' });
    expect(text(await bot.say('80043431'))).not.toContain('nown issue');
    bot.wait(8 * 24 * hour);
    expect(text(await bot.say('80043431'))).toContain('nown issue');
  });

  test('about something else hears nothing of it', async () => {
    const bot = await started();
    await report(bot, 'a', mismatch);
    expect(text(await bot.say('AADSTS50126'))).not.toContain('nown issue');
  });

  test('just when it ends is told that it has', async () => {
    const bot = await started();
    await report(bot, 'a', mismatch);
    await bot.board.refresh();
    await bot.notices.take(readNotices(own('a', { ...mismatch, state: 'resolved' })));
    const place: Place = { channel: 'slack', conversation: 'T1:D-ada' };
    await bot.answer({
      id: 'x',
      place,
      person: { id: 'T1:ada', name: 'Ada' },
      event: { kind: 'said', text: '80043431' },
    });
    await bot.settle();
    expect(bot.platform.messages.map(({ reply }) => reply.text)).toEqual(['That notice is already over.']);
  });
});
