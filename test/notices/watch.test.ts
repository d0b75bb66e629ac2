import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import type { Check, Checkable, CheckResult } from '../../src/model/notice.ts';
import type { Incoming } from '../../src/model/message.ts';
import { botOf } from './bot.ts';
import { hour, minute } from './world.ts';

const finding = (key: string, more: Partial<Finding> = {}): Finding => ({
  key,
  check: 'endpoint',
  state: 'firing',
  severity: 'warning',
  title: `${key} is wrong`,
  domains: ['contoso.com'],
  codes: [],
  ...more,
});

describe('a check on schedule', () => {
  test('that does not succeed for three intervals is itself a notice, and is over when it succeeds', async () => {
    let run: Check['run'] = async () => ({ findings: [finding('a', { state: 'ok' })], state: null });
    const check: Check = { name: 'endpoints', every: 5 * minute, run: (state) => run(state) };
    const bot = await botOf({ checks: [check] });
    await bot.say('notify here');
    await bot.pass(10 * minute);
    run = async () => {
      throw new Error('no network');
    };
    await bot.pass(11 * minute);
    expect(bot.platform.messages).toEqual([]);
    await bot.pass(3 * minute);
    expect(bot.titles()).toEqual([
      'Warning: The check "endpoints" has not succeeded for 3 intervals: what it looks at is unknown',
    ]);
    run = async () => ({ findings: [finding('a', { state: 'unknown' })], state: null });
    await bot.pass(hour);
    expect(bot.titles()).toHaveLength(1);
    run = async () => ({ findings: [finding('a', { state: 'ok' })], state: null });
    await bot.pass(6 * minute);
    expect(bot.titles()[0]).toMatch(/^Resolved/);
    expect(bot.platform.problems).toEqual([]);
    await bot.close();
  });

  test('that has been standing still is not called well by a restart', async () => {
    const failing: Check = { name: 'endpoints', every: 5 * minute, run: () => Promise.reject(new Error('no network')) };
    const bot = await botOf({ checks: [failing] });
    await bot.say('notify here');
    await bot.pass(20 * minute);
    const again = await botOf({ checks: [failing], store: bot.store, platform: bot.platform, clock: bot.time });
    await again.pass(5 * minute);
    expect(bot.titles()).toEqual([expect.stringMatching(/^Warning: The check "endpoints"/)]);
    await bot.close();
  });

  test('keeps its state between runs and tells its findings', async () => {
    const states: unknown[] = [];
    const check: Check = {
      name: 'spikes',
      every: 5 * minute,
      run: async (state) => {
        states.push(state);
        return {
          findings: [finding('spike', { codes: ['50126'], check: 'sign-ins' })],
          state: { seen: states.length },
        };
      },
    };
    const bot = await botOf({ checks: [check] });
    await bot.say('notify here');
    await bot.pass(11 * minute);
    expect(states).toEqual([null, { seen: 1 }, { seen: 2 }, { seen: 3 }]);
    const [card] = bot.platform.messages;
    expect(card!.reply.text).toContain('Codes that people see: AADSTS50126');
    expect(card!.reply.actions?.[0]).toMatchObject({ label: 'Show the fix', choice: 'entry:50126' });
    await bot.close();
  });
});

const result = (domain: string, more: Partial<CheckResult> = {}): CheckResult => ({
  domain,
  at: Date.parse('2026-03-02T12:00:00Z'),
  kind: 'federated',
  notChecked: [],
  rows: [
    { attribute: 'IssuerUri', adfs: 'http://sts.contoso.com/a', entra: 'http://sts.contoso.com/b', verdict: 'differs' },
    { attribute: 'Token-signing certificate', adfs: '0A1B', entra: '0A1B', verdict: 'match' },
  ],
  findings: [
    finding('federation/contoso.com/issuer', {
      title: 'The issuer differs',
      check: 'federation',
      entry: '80043431',
      action: 'Set the issuer',
      command: { language: 'powershell', text: 'Update-MgDomainFederationConfiguration -DomainId contoso.com' },
    }),
    finding('endpoint/sts.contoso.com/mex', { state: 'unknown', title: 'MEX could not be asked' }),
  ],
  ...more,
});

test('what failed once is looked at again two minutes later, and told then', async () => {
  const runs: number[] = [];
  const check: Check = {
    name: 'federation',
    every: 30 * minute,
    run: async () => {
      runs.push((bot.time.now - start) / minute);
      return { findings: [finding('issuer', { state: runs.length < 5 ? 'firing' : 'ok' })], state: null };
    },
  };
  const bot = await botOf({ checks: [check] });
  const start = bot.time.now;
  await bot.say('notify here');
  await bot.pass(5 * minute);
  expect(runs).toEqual([1, 3]);
  expect(bot.titles()).toEqual(['Warning: issuer is wrong']);
  await bot.pass(60 * minute);
  expect(runs).toEqual([1, 3, 31, 61]);
  await bot.close();
});

describe('"check contoso.com"', () => {
  const checkable = (check: Checkable['check'], domains: readonly string[] = ['contoso.com']): Checkable => ({
    domains: async () => domains,
    check,
  });

  test('shows the steps on one message, then the table, the cause and the fix', async () => {
    const looks: string[] = [];
    const bot = await botOf({
      checkable: checkable(async (domain, progress) => {
        await progress('checking TLS');
        await progress('comparing with Entra');
        return result(domain);
      }),
    });
    const edit = bot.platform.channel.edit;
    Object.assign(bot.platform.channel, {
      edit: (...args: Parameters<typeof edit>) => {
        looks.push(args[2].text);
        return edit(...args);
      },
    });
    const [reply] = await bot.say('check contoso.com', { who: 'ada' });
    expect(reply!.text).toContain('I look at contoso.com');
    expect(bot.platform.messages).toHaveLength(1);
    const [message] = bot.platform.messages;
    expect(message!.reply.title).toBe('contoso.com: checked');
    for (const words of [
      'IssuerUri: differs: AD FS has http://sts.contoso.com/a, Entra has http://sts.contoso.com/b',
      'Token-signing certificate: match',
      'Warning: The issuer differs',
      'MEX could not be asked',
      'Update-MgDomainFederationConfiguration',
      'Checked: 2026-03-02 12:00 UTC',
    ])
      expect(message!.reply.text).toContain(words);
    const [fix] = await bot.press(message!.reply, 'Show the fix', { who: 'ada' });
    expect(fix!.title).toBeTruthy();
    expect(bot.platform.problems).toEqual([]);
    await bot.close();
  });

  test('of a domain without federation says so, and what could not be looked at', async () => {
    const notChecked = ['The sign-in log: Microsoft Graph refuses it. Grant AuditLog.Read.All.'];
    const bot = await botOf({
      checkable: checkable(async (domain) => result(domain, { kind: 'managed', rows: [], findings: [], notChecked })),
    });
    await bot.say('check contoso.com');
    const { text } = bot.platform.messages[0]!.reply;
    expect(text).toContain('signs in at Microsoft Entra itself');
    expect(text).toContain(notChecked[0]);
    await bot.close();
  });

  test('counts as a run of the check', async () => {
    const bot = await botOf({ checkable: checkable(async (domain) => result(domain)) });
    await bot.say('notify here');
    await bot.say('check contoso.com');
    bot.wait(2 * minute);
    await bot.say('check contoso.com');
    expect(bot.titles().filter((title) => title.startsWith('Warning: The issuer differs'))).toHaveLength(1);
    await bot.close();
  });

  test.each<[string, readonly string[], string]>([
    [
      'check fabrikam.com',
      ['contoso.com'],
      'fabrikam.com is not among the domains that I may check. Those are: contoso.com.',
    ],
    ['check adfs', ['contoso.com', 'fabrikam.com'], 'Which domain shall I check?'],
    ['check contoso.com', [], 'No domain is set up for checks here'],
  ])('"%s" with %j is answered with "%s"', async (words, domains, expected) => {
    let checks = 0;
    const bot = await botOf({
      checkable: checkable(async (domain) => {
        checks++;
        return result(domain);
      }, domains),
    });
    await bot.say(words, { who: 'ada' });
    expect(bot.platform.messages.map(({ reply }) => reply.text).join()).toContain(expected);
    expect(checks).toBe(0);
    await bot.close();
  });

  test('without any checks says so', async () => {
    const bot = await botOf();
    await bot.say('check contoso.com');
    expect(bot.titles()).toEqual([expect.stringContaining('No domain is set up for checks here')]);
    await bot.close();
  });

  test('of one domain runs once at a time, and other messages are posted meanwhile', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let checks = 0;
    const bot = await botOf({
      checkable: checkable(async (domain) => {
        checks++;
        await held;
        return result(domain);
      }),
    });
    const ask = async (id: string): Promise<void> => {
      const incoming: Incoming = {
        id,
        place: { channel: 'slack', conversation: `T1:D-${id}` },
        person: { id: `T1:${id}`, name: id },
        event: { kind: 'said', text: 'check contoso.com' },
      };
      await bot.answer(incoming);
      await bot.work.settle();
    };
    await ask('ada');
    await ask('ben');
    expect(bot.titles()).toEqual([
      'Checking contoso.com',
      'A check of contoso.com is running or has just run. Try again in a minute.',
    ]);
    expect(checks).toBe(1);
    release();
    await bot.settle();
    expect(bot.titles()[0]).toBe('contoso.com: checked');
    await bot.close();
  });

  test('that fails says so with a reference that is in the log', async () => {
    const bot = await botOf({ checkable: checkable(() => Promise.reject(new Error('no network'))) });
    await bot.say('check contoso.com');
    const [title] = bot.titles();
    const reference = /under (\w+)\.$/.exec(title!)?.[1];
    expect(title).toContain('did not get to an end');
    expect(bot.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ reference }) }),
    );
    await bot.close();
  });

  test('that was given up says so for good, whatever step it still reaches', async () => {
    let goOn: (step: string) => Promise<void> = async () => {};
    const bot = await botOf({
      checkable: checkable((_domain, progress) => {
        goOn = progress;
        return Promise.reject(new Error('It took longer than 55 seconds and was given up.'));
      }),
    });
    await bot.say('check contoso.com');
    await goOn('comparing with Entra');
    await bot.settle();
    expect(bot.titles()).toEqual([expect.stringContaining('did not get to an end')]);
    await bot.close();
  });

  test('with a large result still fits every channel', async () => {
    const long = 'x'.repeat(2000);
    const bot = await botOf({
      checkable: checkable(async (domain) =>
        result(domain, {
          rows: Array.from({ length: 60 }, (_, n) => ({
            attribute: `Setting ${n}`,
            adfs: long,
            entra: long,
            verdict: 'differs',
          })),
          findings: Array.from({ length: 40 }, (_, n) =>
            finding(`k${n}`, { title: `Number ${n}: ${'y'.repeat(250)}`, entry: `${80043431 + n}` }),
          ),
        }),
      ),
    });
    await bot.say('check contoso.com');
    expect(bot.platform.problems).toEqual([]);
    await bot.close();
  });
});
