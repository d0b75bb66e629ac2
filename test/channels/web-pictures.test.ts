import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { blocksOf } from '../../src/channels/slack/render.ts';
import { cardOf } from '../../src/channels/teams/render.ts';
import { web } from '../../src/channels/web/index.ts';
import { shelf } from '../../src/channels/web/shelf.ts';
import type { Channel } from '../../src/model/ports.ts';
import type { ChannelName } from '../../src/model/message.ts';
import { serve, type Server } from '../../src/server.ts';
import { memoryLog, realEngine } from '../fakes.ts';
import { draw } from '../pictures/draw.ts';
import { type Browser, chromiumPath, launch } from './web-browser.ts';

jest.setTimeout(30_000);

const settings = {
  open: false,
  drawings: { teams: cardOf, slack: blocksOf, text: ({ text }: { text: string }) => text },
  mask: (text: string) => text,
};

let engine: Awaited<ReturnType<typeof realEngine>>;
let channel: Channel;
let server: Server;
let url: string;
let page: Buffer;

beforeAll(async () => {
  page = await draw(['SIGN IN', 'AADSTS50105: THE SIGNED IN USER IS NOT ASSIGNED']);
  const channels = new Map<ChannelName, Channel>();
  engine = await realEngine(undefined, { channels });
  channel = web(settings, engine.answer, memoryLog());
  channels.set('web', channel);
  server = serve(channel.routes, async () => ({ ok: true }), memoryLog());
  url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
});

afterAll(async () => {
  await channel.stop();
  await server.close();
  await engine.stop();
});

type Body = {
  readonly replies: readonly { readonly text: string }[];
  readonly news: readonly { readonly reply: { readonly text: string } }[];
  readonly error: string;
};

const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Body };
};

const picture = (bytes: Uint8Array, more: object = {}) => ({
  conversation: crypto.randomUUID(),
  id: crypto.randomUUID(),
  picture: Buffer.from(bytes).toString('base64'),
  ...more,
});

describe('a picture that is sent', () => {
  test('is read, and what was read comes as news', async () => {
    const sent = picture(page, { name: 'error.png' });
    const { status, body } = await post('/api/chat/picture', sent);
    expect([status, body.replies[0]?.text]).toEqual([200, 'I have your picture; what I read in it comes next.']);
    await engine.settle();
    const { conversation } = sent;
    const news = await post('/api/chat/news', { conversation, seen: [] });
    expect(news.body.news[0]?.reply.text).toMatch(/^I read AADSTS50105 in your picture/);
  });

  test('is answered in the language of the browser', async () => {
    const sent = picture(page, { locale: 'de-DE' });
    const { status, body } = await post('/api/chat/picture', sent);
    expect([status, body.replies[0]?.text]).toEqual([200, 'Ich habe Ihr Bild; was ich darin lese, kommt gleich.']);
    await engine.settle();
    const news = await post('/api/chat/news', { conversation: sent.conversation, seen: [] });
    expect(news.body.news[0]?.reply.text).toMatch(/^Ihr Bild: Ich lese AADSTS50105/);
  });

  test('twice under one id is read once', async () => {
    const sent = picture(page);
    await Promise.all([post('/api/chat/picture', sent), post('/api/chat/picture', sent)]);
    await engine.settle();
    const { conversation } = sent;
    expect((await post('/api/chat/news', { conversation, seen: [] })).body.news).toHaveLength(1);
  });

  test('may have 8 MB and not more, and whoever sends more reads why not', async () => {
    const most = 8 * 1024 * 1024;
    expect((await post('/api/chat/picture', picture(Buffer.alloc(most)))).status).toBe(200);
    for (const size of [most + 1, most + 3_000_000]) {
      const { status, body } = await post('/api/chat/picture', picture(Buffer.alloc(size)));
      expect([status, body.error]).toEqual([413, expect.stringContaining('8 MB')]);
    }
    await engine.settle();
  });

  test('by the page of another site is refused', async () => {
    const { status } = await post('/api/chat/picture', picture(page), { origin: 'https://evil.example' });
    expect(status).toBe(403);
  });

  test('without a picture is refused', async () => {
    expect((await post('/api/chat/picture', picture(new Uint8Array()))).status).toBe(400);
    expect((await post('/api/chat/picture', { ...picture(page), picture: 7 })).status).toBe(400);
  });
});

describe('the shelf', () => {
  test('gives a picture out once', () => {
    const kept = shelf();
    const ref = kept.put(page);
    expect(kept.take(JSON.parse(JSON.stringify(ref)))).toBe(page);
    expect(() => kept.take(ref)).toThrow('not kept here');
  });

  test('keeps the newest pictures only', () => {
    const kept = shelf();
    const refs = Array.from({ length: 10 }, () => kept.put(page));
    expect(() => kept.take(refs[3])).toThrow('not kept here');
    expect(kept.take(refs[4])).toBe(page);
  });

  test('has nothing for a reference of another kind', () => {
    expect(() => shelf().take({ v: 1, url: 'https://contoso.example' })).toThrow('not kept here');
  });
});

(chromiumPath === undefined ? describe.skip : describe)('in the browser a picture', () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), 'signpost-'));
    file = join(folder, 'error.png');
    writeFileSync(file, page);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const read = /I read AADSTS50105 in your picture/;

  test('is chosen by a button, shown by its name, and its answer confirmed', async () => {
    const { page: tab, complaints } = await browser.open(url);
    const chooser = tab.waitForEvent('filechooser');
    await tab.getByRole('button', { name: 'Picture' }).click();
    await (await chooser).setFiles(file);
    const log = tab.getByRole('log');
    await log.getByText('Picture: error.png').waitFor();
    await log.getByText('I have your picture; what I read in it comes next.').waitFor();
    await engine.settle();
    await log.getByText(read).waitFor();
    await log.getByRole('button', { name: 'Yes, show it' }).click();
    await log.getByText('Method 1').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('is pasted', async () => {
    const { page: tab, complaints } = await browser.open(url);
    await tab.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const blob = new Blob([bytes], { type: 'image/png' });
      const { navigator, ClipboardItem } = globalThis as unknown as {
        navigator: { clipboard: { write(items: readonly object[]): Promise<void> } };
        ClipboardItem: new (items: object) => object;
      };
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    }, page.toString('base64'));
    await tab.getByLabel('Your message').focus();
    await tab.keyboard.press('Control+V');
    const log = tab.getByRole('log');
    await log.getByText('I have your picture; what I read in it comes next.').waitFor();
    await engine.settle();
    await log.getByText(read).waitFor();
    expect(complaints).toEqual([]);
  });

  test('that is too large is not sent', async () => {
    writeFileSync(join(folder, 'large.png'), Buffer.alloc(8 * 1024 * 1024 + 1));
    const { page: tab } = await browser.open(url);
    await tab.locator('input[type=file]').setInputFiles(join(folder, 'large.png'));
    await tab.getByText('The picture is larger than 8 MB').waitFor();
    expect(await tab.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});
