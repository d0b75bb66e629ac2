import { describe, expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';

const find = async (text: string) => (await realCatalog()).find(text);

describe('symptoms find their articles', () => {
  test.each([
    ['proxy SSL expired', 'adfs-proxy-ssl-expired'],
    ['the SSL certificate of our AD FS proxy has expired', 'adfs-proxy-ssl-expired'],
    ['federated user is repeatedly prompted for credentials by ADFS', 'adfs-repeated-prompts'],
    ['browser shows a certificate warning on the AD FS sign-in page', 'adfs-cert-warning'],
    ['the trust between the web application proxy and AD FS is broken', 'adfs-proxy-trust-broken'],
    ['users outside the office cannot sign in with AD FS, inside it works', 'adfs-external-only-failure'],
  ])('%j', async (text, topic) => {
    const { verdict, candidates } = await find(text);
    expect([verdict, candidates[0]?.entry.topic]).toEqual(['answer', topic]);
  });

  test('a vague one finds them too, and is asked about', async () => {
    const { verdict, candidates } = await find('repeatedly prompted');
    expect(verdict).toBe('clarify');
    expect(candidates.slice(0, 4).map(({ entry }) => entry.topic)).toContain('adfs-repeated-prompts');
  });

  test('with words misspelt', async () => {
    const { candidates } = await find('certifcate warnning on the adfs sigin page in the broswer');
    expect(candidates[0]?.entry.topic).toBe('adfs-cert-warning');
  });
});

describe('what is not known is said to be unknown', () => {
  test.each([
    ['what is the weather like tomorrow', 'foreign'],
    ['my chair is broken', 'unknown'],
    ['the coffee machine makes strange noises', 'unknown'],
    ['the printer on floor 3 is out of toner', 'foreign'],
    ['SQL Server error 18456 login failed', 'foreign'],
    ['', 'nothing'],
    ['?!', 'nothing'],
    ['🙂', 'nothing'],
  ])('%j', async (text, verdict) => {
    expect((await find(text)).verdict).toBe(verdict);
  });
});

test('an article is found by its number', async () => {
  const { verdict, candidates } = await find('KB 2461628');
  expect([verdict, candidates[0]?.entry.topic]).toEqual(['answer', 'adfs-repeated-prompts']);
});

test('a code is found by the name that logs show', async () => {
  const { candidates } = await find('sign-in log says KmsiInterrupt');
  expect(candidates[0]?.entry.codes).toContain('50140');
});

test('what is known of a problem are words of the catalog, never names', async () => {
  const { known } = await find(
    'Zbigniew Przykładowski (zp@contoso.com, +48 600 100 200) keeps being asked for his password',
  );
  expect(JSON.stringify(known)).not.toMatch(/zbigniew|przyk|zp@|600/i);
  expect(known.words).toContain('prompt');
});
