import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import type { ConfigError } from '../../src/model/errors.ts';
import { policyRoutes } from '../../src/policies.ts';
import { type Browser, chromiumPath, launch } from '../channels/web-browser.ts';

let stop = (): void => {};
afterEach(() => stop());

/** Serves the pages as these settings make them. */
const served = async (env: NodeJS.ProcessEnv = {}): Promise<string> => {
  const { operation, helpdesk } = readConfig(env);
  const routes = policyRoutes(operation.policies, { tickets: helpdesk.keepDays, audit: operation.auditDays });
  const server = createServer((request, response) => {
    void routes.find(({ path }) => path === request.url)?.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const get = (url: string): Promise<Response> => fetch(url, { redirect: 'manual' });

describe('the pages that the Teams app leads to', () => {
  test('say what is kept, for how long by the settings, and how it is deleted', async () => {
    const url = await served({ SIGNPOST_KEEP_DAYS: '90', SIGNPOST_AUDIT_DAYS: '1' });
    const response = await get(`${url}/privacy`);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('deleted 90 days after they are over');
    expect(text).toContain('for one day.');
    expect(text).toContain('"delete my data"');
    expect(await (await get(`${url}/terms`)).text()).toContain('<h1>Terms of Signpost</h1>');
  });

  test('lead to the pages of the organisation where it has its own', async () => {
    const url = await served({ SIGNPOST_PRIVACY_URL: 'https://www.fabrikam.com/privacy' });
    const response = await get(`${url}/privacy`);
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://www.fabrikam.com/privacy']);
    expect((await get(`${url}/terms`)).status).toBe(200);
  });

  test.each(['http://www.fabrikam.com', 'javascript:alert(1)', 'fabrikam'])('do not lead to %s', (address) => {
    const problems = (): readonly string[] => {
      try {
        readConfig({ SIGNPOST_TERMS_URL: address });
        return [];
      } catch (error) {
        return (error as ConfigError).problems;
      }
    };
    expect(problems()).toEqual([expect.stringMatching(/^SIGNPOST_TERMS_URL is .+ Give an https address/)]);
  });
});

(chromiumPath === undefined ? describe.skip : describe)('in a browser', () => {
  test('they show their style, run no script and complain of nothing', async () => {
    const browser: Browser = await launch();
    const { page, complaints } = await browser.open(`${await served()}/privacy`, {
      viewport: { width: 390, height: 844 },
    });
    expect(await page.locator('h2').count()).toBe(5);
    expect(await page.locator('script').count()).toBe(0);
    const fits = 'document.documentElement.scrollWidth <= innerWidth && getComputedStyle(document.body).lineHeight';
    expect(await page.evaluate(fits)).toBe('24px');
    expect(complaints.filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
    await browser.close();
  });
});
