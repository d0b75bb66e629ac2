import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { source as axe } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { blocksOf } from '../../src/channels/slack/render.ts';
import { cardOf } from '../../src/channels/teams/render.ts';
import type { Drawings } from '../../src/channels/web/index.ts';
import type { Event } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import { chromiumPath, launch, type Browser } from './web-browser.ts';
import { serve, type Served } from './web-driver.ts';
import { fix, form, greeting, hostile, question, step } from './web-samples.ts';

jest.setTimeout(30_000);

const drawings: Drawings = { teams: cardOf, slack: blocksOf, text: (reply) => reply.text };

const reply = (event: Event): readonly Reply[] => {
  if (event.kind === 'joined') return [greeting];
  if (event.kind === 'chose' && event.choice === 'step:1.2') return [{ ...step, title: 'Step 2', replaces: true }];
  if (event.kind === 'chose' && event.choice === 'walk') return [step];
  if (event.kind === 'chose') return [{ text: `You are at ${event.choice}.` }];
  if (event.kind === 'filled') return [{ text: `Filled in for ${event.choice}.` }];
  if (event.kind === 'said' && event.text === 'steps') return [step];
  if (event.kind === 'said' && event.text === 'form') return [form];
  if (event.kind === 'said' && event.text === 'question') return [question];
  return event.kind === 'said' && event.text.includes('<') ? [hostile(event.text)] : [fix];
};

const mask = (text: string): string => text.replaceAll('Hunter2', '[password]');

const settings = { open: false, drawings, mask };
const options = { settings, reply };

const views = ['Teams card', 'Slack', 'Text'] as const;

const said = (page: Page) => page.getByLabel('Your message');
const log = (page: Page) => page.getByRole('log');
const button = (page: Page, name: string) => log(page).getByRole('button', { name, exact: true });
const show = (page: Page, view: (typeof views)[number]) => page.getByRole('radio', { name: view }).check();

const ask = async (page: Page, text: string): Promise<void> => {
  await said(page).fill(text);
  await page.keyboard.press('Enter');
};

const from = (page: Page, name: 'You' | 'Signpost') => log(page).getByRole('article', { name });

(chromiumPath === undefined ? describe.skip : describe)('the page in a browser', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let complaints: readonly string[];

  const open = async (how: BrowserContextOptions = {}): Promise<void> => {
    ({ page, complaints } = await browser.open(served.url, how));
    await log(page).getByText('Hello!').waitFor();
  };

  const restart = async (): Promise<void> => {
    served = await serve({ ...options, port: served.port });
  };

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    served = await serve(options);
  });

  afterEach(async () => {
    await page.context().close();
    await served.stop();
    expect(complaints.filter((complaint) => !complaint.startsWith('Failed to load resource'))).toEqual([]);
  });

  test('a question is answered with its card, and the person can write on', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await log(page).getByRole('heading', { name: '80041317 or 80043431' }).waitFor();
    expect(await from(page, 'You').innerText()).toBe('what is 80043431');
    expect(await said(page).inputValue()).toBe('');
    expect(await said(page).evaluate('document.activeElement.id')).toBe('said');
  });

  test('a browser in German sees German labels, and its language goes along', async () => {
    await open({ locale: 'de-DE' });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.getByLabel('Ihre Nachricht').fill('what is 80043431');
    await page.getByRole('button', { name: 'Senden' }).click();
    await log(page).getByRole('article', { name: 'Sie' }).waitFor();
    await log(page).getByRole('button', { name: 'Kopieren' }).first().click();
    await log(page).getByRole('button', { name: 'Kopiert' }).waitFor();
    await button(page, 'It worked').click();
    await log(page).getByText('Ihre Wahl: It worked').first().waitFor();
    expect(served.arrived.map(({ person }) => person.locale)).toEqual(['de-DE', 'de-DE', 'de-DE']);
  });

  test('Shift+Enter starts a new line, and nothing empty is sent', async () => {
    await open();
    await ask(page, '  \n ');
    await said(page).fill('first');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second');
    await page.keyboard.press('Enter');
    await button(page, 'It worked').waitFor();
    expect(served.arrived.map(({ event }) => event)).toEqual([
      { kind: 'joined' },
      { kind: 'said', text: 'first\nsecond' },
    ]);
  });

  test.each(['Teams card', 'Slack'] as const)('a button of the %s is pressed with the keyboard, once', async (view) => {
    await open();
    await show(page, view);
    await ask(page, 'what is 80043431');
    await button(page, 'Next method').waitFor();
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await log(page).getByText('You are at next.').waitFor();
    expect(served.arrived.at(-1)?.event).toEqual({ kind: 'chose', choice: 'next', turn: 2, about: '80043431' });
    expect(await from(page, 'You').last().innerText()).toBe('You chose: Next method');
    for (const name of ['It worked', 'Next method', 'Ask the helpdesk'])
      expect(await button(page, name).isDisabled()).toBe(true);
    expect(await said(page).evaluate('document.activeElement.id')).toBe('said');
  });

  test.each(['Teams card', 'Slack'] as const)(
    'a command of the %s is copied with the keyboard, exactly',
    async (view) => {
      await open();
      await show(page, view);
      await ask(page, 'what is 80043431');
      await button(page, 'Copy').last().focus();
      await page.keyboard.press('Enter');
      await button(page, 'Copied').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        "Update-MgDomainFederationConfiguration -DomainId 'contoso.com' -InternalDomainFederationId $f.Id -SigningCertificate $primary -WhatIf",
      );
    },
  );

  test('what is to be sent elsewhere is copied as a whole', async () => {
    await served.stop();
    const copy = 'Problem: one\nCode: 2';
    served = await serve({ ...options, reply: (one) => reply(one).map((told) => ({ ...told, copy })) });
    await open();
    await ask(page, 'helpdesk');
    await button(page, 'Copy the text').last().click();
    await button(page, 'Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(copy);
  });

  test('an open page on plain http, where the browser lets nothing be copied, selects the command', async () => {
    await served.stop();
    served = await serve({ ...options, settings: { ...settings, open: true } });
    ({ page, complaints } = await browser.open(`http://signpost.example:${served.port}`));
    await ask(page, 'what is 80043431');
    await button(page, 'Copy').first().click();
    await button(page, 'Press Ctrl+C').waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(
      '$ts = Get-AdfsCertificate -CertificateType Token-Signing | Where-Object IsPrimary\n$primary = [Convert]::ToBase64String($ts.Certificate.RawData)',
    );
  });

  test('the same answer is shown as Teams, Slack and text show it', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await log(page).locator('.ac-adaptiveCard').last().waitFor();
    await show(page, 'Slack');
    expect(await log(page).locator('.blocks').last().innerText()).toContain('Method 1: Update the federated domain');
    await show(page, 'Text');
    expect(await log(page).locator('pre').last().innerText()).toBe(fix.text);
    expect(await log(page).getByRole('article').count()).toBe(3);
  });

  test.each(views)('what people write stays text in the view %s', async (view) => {
    const nasty =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> *b* _i_ `c` [x](javascript:alert(1)) <https://evil.example|x> <!channel> &amp;';
    await open();
    await show(page, view);
    await ask(page, nasty);
    await from(page, 'Signpost').nth(1).waitFor();
    const answer = from(page, 'Signpost').nth(1);
    expect(await answer.innerText()).toContain(nasty);
    expect(await answer.locator('.answer :is(img, script, a, strong, em, pre:not(.plain))').count()).toBe(0);
    expect(await page.title()).toBe('Signpost');
  });

  test('markup in the JSON of a drawing is no markup of the page', async () => {
    const raw =
      '<img src=x onerror=alert(1)> [bad](javascript:alert(1)) [data](data:text/html,x) [file](ftp://evil.example/x)';
    await served.stop();
    const teams = () => ({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: raw, wrap: true }],
    });
    const slack = () => ({
      text: raw,
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `${raw} <javascript:alert(1)|bad>` } }],
    });
    served = await serve({
      settings: { ...settings, drawings: { teams, slack, text: () => raw } },
      reply: () => [greeting],
    });
    ({ page, complaints } = await browser.open(served.url));
    for (const view of views) {
      await show(page, view);
      await log(page).getByText('<img src=x onerror=alert(1)>').waitFor();
      expect(await log(page).locator('.answer :is(a, img)').count()).toBe(0);
    }
  });

  test('a reload and a restart of the server go on with the conversation', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').click();
    await log(page).getByText('You are at worked.').waitFor();
    const { place } = served.arrived[0] ?? {};
    await served.stop();
    await restart();
    await page.reload();
    await log(page).getByText('You are at worked.').waitFor();
    expect(await button(page, 'It worked').isDisabled()).toBe(true);
    await ask(page, 'and now?');
    await button(page, 'It worked').nth(1).waitFor();
    expect(served.arrived.map((incoming) => [incoming.place, incoming.event.kind])).toEqual([[place, 'said']]);
  });

  test('a reply that replaces its card takes its place', async () => {
    await open();
    await ask(page, 'steps');
    await button(page, 'Done').click();
    await log(page).getByRole('heading', { name: 'Step 2' }).waitFor();
    expect(await log(page).getByRole('heading', { name: 'Step 1' }).count()).toBe(0);
    expect(await button(page, 'Done').isEnabled()).toBe(true);
    expect(await from(page, 'You').allInnerTexts()).toEqual(['steps']);
  });

  test.each(['Teams card', 'Slack'] as const)('a form of the %s is filled in and sent', async (view) => {
    await open();
    await show(page, view);
    await ask(page, 'form');
    await log(page).getByLabel('Your domain').fill('fabrikam.com');
    await log(page).getByLabel('What happens').fill('Nobody can sign in.');
    await log(page).getByLabel('Priority').selectOption('high');
    await button(page, 'Fill in').click();
    await log(page).getByText('Filled in for values:1.').waitFor();
    expect(served.arrived.at(-1)?.event).toEqual({
      kind: 'filled',
      values: { domain: 'fabrikam.com', problem: 'Nobody can sign in.', priority: 'high' },
      choice: 'values:1',
      about: '80043431',
      turn: 2,
    });
    expect(await log(page).getByLabel('Your domain').isDisabled()).toBe(true);
    expect(await log(page).getByLabel('Your domain').inputValue()).toBe('fabrikam.com');
    expect(await log(page).getByLabel('Priority').inputValue()).toBe('high');
  });

  test('in the view Slack a few choices stand open, and a form is sent once all that must be is filled in', async () => {
    await open();
    await show(page, 'Slack');
    await ask(page, 'form');
    await button(page, 'Fill in').click();
    expect(served.arrived).toHaveLength(2);
    await log(page).getByLabel('What happens').fill('Nobody can sign in.');
    await button(page, 'Fill in').click();
    await log(page).getByText('Filled in for values:1.').waitFor();
    await ask(page, 'question');
    await log(page).getByRole('radio', { name: 'everyone' }).check();
    await button(page, 'Answer').click();
    await log(page).getByText('Filled in for affected.').waitFor();
    expect(served.arrived.at(-1)?.event).toMatchObject({ kind: 'filled', values: { affected: 'all' } });
  });

  test.each(['light', 'dark'] as const)(
    'every field has a border, a background and a size to hit in %s',
    async (colorScheme) => {
      await open({ colorScheme, viewport: { width: 390, height: 844 } });
      await ask(page, 'form');
      for (const view of ['Teams card', 'Slack'] as const) {
        await show(page, view);
        const fields = await page.evaluate<
          readonly { border: string; alike: boolean; height: number; right: number }[]
        >(`
        [...document.querySelectorAll('.answer :is(input, textarea, select)')].map((field) => {
          const look = getComputedStyle(field);
          const around = getComputedStyle(field.closest('.ac-adaptiveCard, .blocks'));
          const { height, right } = field.getBoundingClientRect();
          const alike = [look.backgroundColor, 'rgba(0, 0, 0, 0)'].includes(around.backgroundColor);
          return { border: look.borderTopStyle + look.borderTopWidth, alike, height, right };
        })`);
        expect(fields).toHaveLength(3);
        for (const { border, alike, height, right } of fields) {
          expect([border, alike]).toEqual(['solid1px', false]);
          expect(height).toBeGreaterThanOrEqual(36);
          expect(right).toBeLessThan(390);
        }
      }
    },
  );

  test('a secret is shown and kept no longer once it was found', async () => {
    await open();
    await ask(page, 'my password is Hunter2');
    await button(page, 'It worked').waitFor();
    expect(await from(page, 'You').innerText()).toBe('my password is [password]');
    await ask(page, 'form');
    await log(page).getByLabel('What happens').fill('Hunter2 is refused');
    await button(page, 'Fill in').click();
    await log(page).getByText('Filled in for values:1.').waitFor();
    expect(await log(page).getByLabel('What happens').inputValue()).toBe('[password] is refused');
    expect(JSON.stringify(served.arrived)).toContain('Hunter2');
    const held = () => page.evaluate<string>('JSON.stringify(sessionStorage) + document.documentElement.outerHTML');
    expect(await held()).not.toContain('Hunter2');
    await page.reload();
    await log(page).getByText('Filled in for values:1.').waitFor();
    expect(await held()).not.toContain('Hunter2');
    expect(await from(page, 'You').first().innerText()).toBe('my password is [password]');
    expect(await log(page).getByLabel('What happens').inputValue()).toBe('[password] is refused');
  });

  test('what was pressed last stands above a card that changes in place', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await button(page, 'Next method').waitFor();
    await ask(page, 'steps');
    await button(page, 'Start').click();
    await button(page, 'Done').nth(1).click();
    await log(page).getByRole('heading', { name: 'Step 2' }).waitFor();
    expect(await from(page, 'You').allInnerTexts()).toEqual(['what is 80043431', 'steps', 'You chose: Done']);
  });

  test('the view stays over a reload', async () => {
    await open();
    await show(page, 'Slack');
    await page.reload();
    await log(page).locator('.blocks').first().waitFor();
    expect(await page.getByRole('radio', { name: 'Slack' }).isChecked()).toBe(true);
  });

  test('an address opens beside the page, which it learns nothing of', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').waitFor();
    for (const view of ['Teams card', 'Slack'] as const) {
      await show(page, view);
      const link = log(page).getByRole('link', { name: 'https://myapps.microsoft.com' });
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_blank',
        'noopener noreferrer',
      ]);
    }
  });

  test('a long command is wrapped within its card, and its parameters are not broken', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').waitFor();
    const [over, height, rows] = await page.evaluate<readonly [number, number, readonly number[]]>(`(() => {
      const pre = [...document.querySelectorAll('.code pre')].at(-1);
      const rows = [...pre.querySelectorAll('.word')].map((word) => word.getClientRects().length);
      return [pre.scrollWidth - pre.clientWidth, pre.clientHeight, rows];
    })()`);
    expect(over).toBe(0);
    expect(height).toBeGreaterThan(80);
    expect([rows.length > 3, ...new Set(rows)]).toEqual([true, 1]);
  });

  test('what is posted later comes by itself, and a newer look takes its place', async () => {
    await open();
    const place = served.arrived[0]!.place;
    const posted = await served.channel.post(place, { text: 'HD-1 is open.' });
    await log(page).getByText('HD-1 is open.').waitFor();
    await served.channel.edit(place, posted!.message, { text: 'HD-1 is solved.' });
    await log(page).getByText('HD-1 is solved.').waitFor();
    expect(await log(page).getByText('HD-1 is open.').count()).toBe(0);
  });

  test('starting over is a new conversation', async () => {
    await open();
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await button(page, 'It worked').waitFor({ state: 'detached' });
    await log(page).getByText('Hello!').waitFor();
    expect(new Set(served.arrived.map(({ person }) => person.id)).size).toBe(2);
  });

  test('a server that is down is named, and trying again sends the same message', async () => {
    await open();
    await served.stop();
    await ask(page, 'what is 80043431');
    await log(page).getByText('Signpost cannot be reached.').waitFor();
    await button(page, 'Try again').click();
    await button(page, 'Try again').waitFor();
    await restart();
    await button(page, 'Try again').click();
    await button(page, 'It worked').waitFor();
    expect(await log(page).getByText('cannot be reached').count()).toBe(0);
    expect(served.arrived).toHaveLength(1);
  });

  test('a message that could not be answered is sent again under its own id', async () => {
    await served.stop();
    let faults = 1;
    const failing = (event: Event): readonly Reply[] => {
      if (event.kind === 'said' && faults-- > 0) throw new Error('not now');
      return reply(event);
    };
    served = await serve({ settings, reply: failing });
    await open();
    await ask(page, 'what is 80043431');
    await log(page).getByText('Signpost could not answer.').waitFor();
    await button(page, 'Try again').click();
    await button(page, 'It worked').waitFor();
    const [, first, second] = served.arrived;
    expect(second).toEqual(first);
  });

  test('a pasted page of 100 kB arrives whole and is shown short', async () => {
    const pasted = 'at Microsoft.Identity.Web.Line\r\n'.repeat(3200).trim();
    await open();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(pasted)})`);
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Enter');
    await button(page, 'It worked').waitFor();
    expect(served.arrived.at(-1)?.event).toEqual({ kind: 'said', text: pasted.replaceAll('\r\n', '\n') });
    expect((await from(page, 'You').innerText()).length).toBeLessThan(2000);
    await log(page)
      .getByRole('button', { name: /^Show all/ })
      .click();
    expect((await from(page, 'You').innerText()).length).toBeGreaterThan(90_000);
  });

  test('who writes too much is told so in the language of the browser, and can try again', async () => {
    await open({ locale: 'fr-FR' });
    await page.route('**/api/chat', (route) => route.fulfill({ status: 429, body: '{}' }));
    await page.getByLabel('Votre message').fill('50126');
    await page.keyboard.press('Enter');
    await log(page).getByText('Trop de messages').waitFor();
    await page.unroute('**/api/chat');
    await button(page, 'Réessayer').click();
    await button(page, 'It worked').waitFor();
  });

  test('a text that is too long is given back with the reason', async () => {
    const text = 'x'.repeat(300_000);
    await open();
    await ask(page, text);
    await log(page).getByText('longer than 256 kB').waitFor();
    expect(await said(page).inputValue()).toBe(text);
  });

  test.each([
    ['360 px wide', { width: 360, height: 740 }],
    ['enlarged to 200 %', { width: 640, height: 360 }],
    ['enlarged to 400 %', { width: 320, height: 256 }],
  ])('a screen that is %s never scrolls sideways', async (_, viewport) => {
    await open({ viewport });
    await ask(page, `what is 80043431 ${'x'.repeat(300)}`);
    await button(page, 'It worked').waitFor();
    for (const view of views) {
      await show(page, view);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
    }
  });

  test('in high contrast what was said and the buttons have borders, and the chosen view stands out', async () => {
    await open({ forcedColors: 'active' });
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').waitFor();
    const bare = await page.evaluate<readonly string[]>(`[...document.querySelectorAll('button, .bubble')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth === '0px')
      .map((one) => one.outerHTML)`);
    expect(bare).toEqual([]);
    const backs = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('fieldset span')].map((one) => getComputedStyle(one).backgroundColor)",
    );
    expect(backs.map((back) => back === backs[0])).toEqual([true, false, false]);
  });

  test.each(['light', 'dark'] as const)('the page has no accessibility violations in %s', async (colorScheme) => {
    await open({ colorScheme });
    await ask(page, 'what is 80043431');
    await button(page, 'It worked').waitFor();
    await page.evaluate(axe);
    await ask(page, 'form');
    await button(page, 'Fill in').waitFor();
    await ask(page, 'question');
    await button(page, 'Answer').waitFor();
    for (const view of views) {
      await show(page, view);
      const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      expect(found.map(({ id, nodes }) => [view, id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});
