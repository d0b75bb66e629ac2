/** Microsoft's Agents Playground: people write in its window, in a real Chromium, and the product answers. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Locator, Page, WebSocket } from 'playwright-core';
import { chromiumPath } from '../channels/web-browser.ts';
import { keepNews } from './news.ts';
import { freePort, startProgram, whenReady } from './product.ts';

const installed = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
const cli = join(dirname(installed), 'cli.js');
const loopback = new URL('loopback.mjs', import.meta.url).href;

/** The chats of its one user, Alex, as they are named in the window. */
export type Chat = 'Personal Chat' | 'Group Chat' | 'General' | 'Announcements';

/** How long anything may take to show, in milliseconds; the machine may be busy. */
const patience = 30_000;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** One activity that went to the bot or came from it, and how the other side answered. */
export type Exchange = { readonly activity: string; readonly from: string; readonly status: number };

type Logged = {
  readonly log?: { activityName?: string; from?: string; response?: { statusCode?: number; body?: unknown } };
};

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

/** Starts the Playground against the bot's address and opens its window. */
export const openPlayground = async (endpoint: string) => {
  if (chromiumPath === undefined)
    throw new Error('There is no Chromium to drive the Agents Playground with. Install it, or set CHROMIUM_PATH.');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const program = startProgram(
    ['--import', loopback, cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', `${port}`]
      .concat(['--su', `${origin}/_connector`, '--dt', '--er']),
    { BROWSER: 'none' },
  );
  await whenReady(program, 'The Agents Playground', async () => {
    const { ok } = await fetch(origin).catch(() => ({ ok: false }));
    return ok || undefined;
  });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patience);
  const exchanges = exchangesOf(page);
  const forget = await keepNews(page);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Send Message' }).waitFor();

  const cards = page.locator('.ac-adaptiveCard');

  /** The newest card with this text, as soon as there is one. */
  const card = async (text: string | RegExp): Promise<Locator> => {
    const found = cards.filter({ hasText: text }).last();
    await found.waitFor();
    return found;
  };

  const write = async (box: Locator, text: string, mention: boolean): Promise<void> => {
    await box.click();
    if (mention) {
      await page.keyboard.type('@');
      await page.getByRole('menuitem').filter({ hasText: 'Test Bot' }).first().click();
      await page.keyboard.insertText(' ');
    }
    await page.keyboard.insertText(text);
  };

  return {
    page,
    program,
    origin,
    exchanges,
    card,
    /** Opens one of the chats. */
    async open(chat: Chat): Promise<void> {
      await page.getByRole('treeitem').filter({ hasText: chat }).first().click();
    },
    /** Writes in a chat; in a group, the bot hears only what mentions it. */
    async say(text: string, { mention = false } = {}): Promise<void> {
      await write(page.getByRole('textbox').last(), text, mention);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
    },
    /** Begins a thread in a channel. */
    async post(text: string): Promise<void> {
      await write(page.getByRole('textbox').first(), text, true);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    /** Presses a button of the newest card with this text. */
    async press(label: string, on: string | RegExp): Promise<void> {
      await (await card(on)).getByRole('button', { name: label, exact: true }).first().click();
    },
    /** Fills in a field of the newest card with this text. */
    async fill(label: string, value: string, on: string | RegExp): Promise<void> {
      await (await card(on)).getByLabel(label).first().fill(value);
    },
    /** What the page says outside of the bot's cards: a failure shows there. */
    around: (): Promise<string> =>
      page.locator('body').evaluate((body) => {
        const rest = body.cloneNode(true) as unknown as { querySelectorAll(s: string): Iterable<{ remove(): void }>; innerText: string; textContent: string };
        for (const one of rest.querySelectorAll('.ac-adaptiveCard, style, script')) one.remove();
        return rest.textContent;
      }),
    /** What either side refused. */
    refused: (): readonly Exchange[] => exchanges.filter(({ status }) => status < 200 || status > 299),
    async close(): Promise<void> {
      forget();
      await browser.close();
      await program.stop();
    },
  };
};

export type Playground = Awaited<ReturnType<typeof openPlayground>>;
