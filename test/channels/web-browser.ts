/** A real Chromium that sees nothing but this computer, which is also called signpost.example. */
import { existsSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is, if it is there. */
export const chromiumPath = [process.env['CHROMIUM_PATH'] ?? '', ...places].find((path) => existsSync(path));

if (chromiumPath === undefined)
  process.stderr.write('The tests of the web page in a browser are skipped: no Chromium found. Set CHROMIUM_PATH.\n');

/** Flags of a browser that calls nobody by itself. */
export const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const args = [...quietly, '--host-resolver-rules=MAP signpost.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

export type Browser = {
  /** A new tab at the address, with what its console complained about. */
  open(url: string, options?: BrowserContextOptions): Promise<{ page: Page; complaints: readonly string[] }>;
  close(): Promise<void>;
};

export const launch = async (): Promise<Browser> => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args });
  return {
    open: async (url, options) => {
      const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
      page.setDefaultTimeout(10_000);
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(url);
      return { page, complaints };
    },
    close: () => browser.close(),
  };
};
