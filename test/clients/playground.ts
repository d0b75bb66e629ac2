/** Microsoft's Agents Playground: people write in its window, in a real Chromium, and the product answers. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Locator, Page, WebSocket } from 'playwright-core';
import { chromiumPath, quietly } from '../channels/web-browser.ts';
import { freePort, startProgram, whenReady } from './product.ts';

const installed = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
const cli = join(dirname(installed), 'cli.js');
const windowScript = new URL('window.js', import.meta.url).pathname;
const loopback = new URL('loopback.mjs', import.meta.url).href;

/** The one person who sits at the window. */
export const alex = 'user-alex';

/** The chats there; the first word of each is in the window. */
export type Chat = 'Personal Chat' | 'Group Chat' | 'General' | 'Notices';

const person = (id: string, name: string, n: number) => ({
  id,
  name,
  userPrincipleName: `${id}@contoso.com`,
  aadObjectId: `00000000-0000-0000-0000-00000000010${n}`,
  givenName: name.split(' ')[0],
  surname: name.split(' ')[1],
  email: `${id}@contoso.com`,
});

/** Whom and what the Playground makes believe. JSON is YAML. */
const company = JSON.stringify({
  version: '0.1.1',
  tenantId: '00000000-0000-0000-0000-000000000001',
  bot: { id: '00000000-0000-0000-0000-000000000011', name: 'Signpost' },
  currentUser: person(alex, 'Alex Moreno', 1),
  users: ['Mia Okafor', 'Jun Sato', 'Eva Lind', 'Omar Haddad', 'Lea Weber'].map((name, n) =>
    person(`user-${n}`, name, n + 2),
  ),
  personalChat: { id: 'chat-alex' },
  groupChat: { id: 'chat-group', name: 'Group Chat' },
  team: {
    id: 'team-it',
    name: 'IT',
    aadGroupId: '00000000-0000-0000-0000-000000000031',
    channels: [{ id: 'channel-notices', name: 'Notices' }],
  },
});

/** The part of the window that a picture shows. */
const clip = { x: 0, y: 0, width: 1000, height: 900 };

/** How long anything may take to show, in milliseconds; the machine may be busy. */
const patience = 20_000;

const flags = [...quietly, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** One activity that went to the bot or came from it, and how the other side answered. */
export type Exchange = { readonly activity: string; readonly from: string; readonly status: number };

type Logged = { readonly log?: { activityName?: string; from?: string; response?: { statusCode?: number } } };

const exchangesOf = (page: Page): readonly Exchange[] => {
  const exchanges: Exchange[] = [];
  const hear = ({ payload }: { readonly payload: string | Buffer }): void => {
    const { log } = JSON.parse(payload.toString()) as Logged;
    if (log?.activityName)
      exchanges.push({ activity: log.activityName, from: log.from ?? '', status: log.response?.statusCode ?? 0 });
  };
  page.on('websocket', (socket: WebSocket) => {
    if (socket.url().includes('/log/')) socket.on('framereceived', hear);
  });
  return exchanges;
};

/** Starts the Playground, with its records of what people do off, and waits until it serves. */
const startPlayground = async (endpoint: string) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const options = ['-e', endpoint, '-c', 'msteams', '-p', `${port}`, '--su', `${origin}/_connector`, '--dt'];
  const program = startProgram(
    ['--import', loopback, cli, 'start', ...options],
    { BROWSER: 'none' },
    {
      files: { '.m365agentsplayground.yml': company },
      log: 'devTools/m365agentsplayground.log',
    },
  );
  await whenReady(program, 'The Agents Playground', async () => {
    const answered = await fetch(origin).catch(() => undefined);
    return answered?.ok || undefined;
  });
  return { origin, program };
};

/** Starts the Playground against the bot's address and opens its window. */
export const openPlayground = async (endpoint: string) => {
  if (chromiumPath === undefined)
    throw new Error('There is no Chromium to drive the Agents Playground with. Install it, or set CHROMIUM_PATH.');
  const { origin, program } = await startPlayground(endpoint);
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patience);
  const exchanges = exchangesOf(page);
  await page.addInitScript({ path: windowScript });
  await page.goto(origin);
  await page.getByRole('button', { name: 'Send Message' }).waitFor();

  const cards = page.locator('.ac-adaptiveCard');

  /** The lowest card with this text, as soon as there is one. */
  const card = async (text: string | RegExp): Promise<Locator> => {
    const found = cards.filter({ hasText: text }).last();
    await found.waitFor().catch(async () => {
      const shown = (await cards.allInnerTexts()).slice(-3).join('\n---\n');
      throw new Error(`No card says "${text}". The lowest ones say:\n${shown}`);
    });
    return found;
  };

  const write = async (box: Locator, text: string, mention: boolean): Promise<void> => {
    await box.click();
    if (mention) {
      await page.keyboard.type('@');
      await page.getByRole('menuitem').filter({ hasText: 'Signpost' }).first().click();
      await page.keyboard.insertText(' ');
    }
    await page.keyboard.insertText(text);
  };

  /** Cards are drawn anew when a press was answered, and what was filled in before is lost then. */
  const answered = async (press: () => Promise<void>): Promise<void> => {
    const count = (): number => exchanges.filter(({ activity }) => activity === 'invoke').length;
    const before = count();
    await press();
    for (let waited = 0; count() === before; waited += 50) {
      if (waited > patience) throw new Error('A press was not answered.');
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(200);
  };

  /** The post in a channel that holds this text, with all that was answered below it. */
  const thread = (text: string): Locator =>
    page
      .locator('div')
      .filter({ hasText: text })
      .filter({ has: page.getByRole('button', { name: 'Send Message' }) })
      .last();

  return {
    page,
    exchanges,
    card,
    thread,
    /** Opens one of the chats. */
    async open(chat: Chat): Promise<void> {
      await page.getByRole('treeitem').filter({ hasText: chat }).first().click();
      await page
        .getByRole('button', { name: 'Post', exact: true })
        .waitFor({ state: chat.endsWith('Chat') ? 'detached' : 'visible' });
    },
    /** Writes in the personal chat or, where the bot hears only what mentions it, in the group chat. */
    async say(text: string, { mention = false } = {}): Promise<void> {
      await write(page.getByRole('textbox').last(), text, mention);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
    },
    /** Begins a thread in a channel. */
    async post(text: string): Promise<void> {
      await write(page.getByRole('textbox').first(), text, true);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    /** Answers below the post with this text. */
    async reply(text: string, below: string, { mention = false } = {}): Promise<void> {
      const there = thread(below);
      await write(there.getByRole('textbox').last(), text, mention);
      await there.getByRole('button', { name: 'Send Message' }).click();
    },
    /** Presses a button of the lowest card with this text, and waits until the bot has answered the press. */
    async press(label: string, on: string | RegExp): Promise<void> {
      await answered(async () => (await card(on)).getByRole('button', { name: label, exact: true }).first().click());
    },
    /** Sends a form in which something is missing: the window says so by itself. */
    async pressInVain(label: string, on: string | RegExp): Promise<void> {
      await (await card(on)).getByRole('button', { name: label, exact: true }).click();
    },
    /** Presses the first of these buttons that the lowest card has, and waits for the card that comes below it. */
    async choose(...labels: readonly string[]): Promise<Locator> {
      const count = await cards.count();
      const offered = await cards.last().getByRole('button').allInnerTexts();
      const label = labels.find((one) => offered.includes(one));
      if (label === undefined)
        throw new Error(`The lowest card offers none of ${labels.join(', ')}: ${offered.join(', ')}`);
      await answered(() => cards.last().getByRole('button', { name: label, exact: true }).click());
      await cards.nth(count).waitFor();
      return cards.nth(count);
    },
    /** Fills in a field of the lowest card with this text. */
    async fill(label: string, value: string, on: string | RegExp): Promise<void> {
      await (await card(on)).getByLabel(label).first().fill(value);
    },
    /** Picks a choice in a field of the lowest card with this text. */
    async pick(label: string, choice: string, on: string | RegExp): Promise<void> {
      await (await card(on)).getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    },
    /** What the window says outside of the bot's cards: a failure shows there. */
    around: (): Promise<string> =>
      page.evaluate(`(() => {
        const copy = document.body.cloneNode(true);
        for (const one of copy.querySelectorAll('.ac-adaptiveCard, noscript, style, script')) one.remove();
        return copy.textContent;
      })()`),
    /** What either side refused. */
    refused: (): readonly Exchange[] => exchanges.filter(({ status }) => status < 200 || status > 299),
    /** Keeps a picture of the window without its log in the folder SCREENSHOTS, if that is set. */
    async picture(name: string, top?: Locator): Promise<void> {
      const folder = process.env['SCREENSHOTS'];
      if (!folder) return;
      const hide = page.getByRole('button', { name: 'Hide log panel' });
      if (await hide.isVisible()) await hide.click();
      await page.waitForTimeout(5000);
      await top?.evaluate((shown) => (shown as unknown as { scrollIntoView(): void }).scrollIntoView());
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', clip });
    },
    async close(): Promise<void> {
      await browser.close();
      await program.stop();
    },
  };
};

export type Playground = Awaited<ReturnType<typeof openPlayground>>;
