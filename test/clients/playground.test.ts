/** Signpost in Microsoft's Agents Playground, from the first greeting on, as a person sees it in the window. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { alex, openPlayground, type Playground } from './playground.ts';
import { startProduct, type Product } from './product.ts';

jest.setTimeout(120_000);

const token = 'a-token-of-the-clients-tests';

let product: Product;
let teams: Playground;

beforeAll(async () => {
  product = await startProduct({
    SIGNPOST_ADMINS: `teams:${alex}`,
    SIGNPOST_API_TOKEN: token,
    // Alex is quicker here than any person.
    SIGNPOST_RATE_PER_PERSON: '0',
  });
  teams = await openPlayground(`${product.origin}/api/messages`);
});

afterAll(async () => {
  await teams?.close();
  await product?.stop();
});

afterEach(async () => {
  expect(teams.refused()).toEqual([]);
  expect(await teams.around()).not.toMatch(/unable|error|went wrong|failed/i);
  expect(product.printed()).not.toMatch(/"level":(?:40|50|60)/);
});

describe('in a personal chat', () => {
  test('the bot greets, and a button of the greeting is answered', async () => {
    await teams.press('AADSTS50105', 'Hello, I am Signpost');
    await teams.card('50105 because the user is not assigned to the app');
  });

  test('a code is answered, and its method is walked through to the end', async () => {
    await teams.say('what is 80043431');
    const answer = await teams.card('80041317 or 80043431 when a federated user signs in');
    await answer.getByText('Get-AdfsCertificate -CertificateType Token-Signing').first().waitFor();
    await teams.picture('playground-answer', answer);
    await teams.press('Step by step', 'Method 1: Update the federated domain');
    await teams.press('I have checked, go on', 'Before you start method 1');
    const steps = Number(/Step 1 of (\d+)/.exec(await (await teams.card('Step 1 of')).innerText())?.[1]);
    expect(steps).toBeGreaterThan(3);
    for (let step = 1; step <= steps; step++) await teams.press('Done', `Step ${step} of ${steps}`);
    const end = await teams.card('That was the last step of method 1');
    expect(await end.innerText()).toContain('1 done, 2 done, 3 done');
    await teams.press('It worked', 'That was the last step of method 1');
    await teams.card('I have noted that this method helped');
    await teams.page.getByText('You chose: It worked').waitFor();
  });

  test('a walk shows its step in the place of the one before', async () => {
    const step = teams.page.locator('.ac-adaptiveCard', { hasText: /Step \d of \d/ });
    expect(await step.count()).toBe(0);
    await teams.say('what is 80043431');
    await teams.press('Step by step', 'Method 1: Update the federated domain');
    await teams.press('I have checked, go on', 'Before you start method 1');
    await teams.press('Done', 'Step 1 of');
    await teams.press('It failed', 'Step 2 of');
    await teams.press('Try it again', 'Step 2 failed');
    await teams.press('Done', 'Step 2 of');
    await teams.card('Step 3 of');
    expect(await step.count()).toBe(1);
  });

  test('a form stands in the chat, and what is filled in stands in the commands', async () => {
    await teams.press('Use my domain', 'Step 3 of');
    await teams.fill('Your domain', 'not a domain', 'Your own names for the commands');
    await teams.press('Fill in', 'Your own names for the commands');
    await teams.card('This is no such name.');
    await teams.fill('Your domain', 'fabrikam.com', 'This is no such name.');
    await teams.press('Fill in', 'This is no such name.');
    await teams.picture('playground-step', await teams.card("-DomainId 'fabrikam.com'"));
  });

  test('a symptom is asked about until there is an answer', async () => {
    await teams.say('users outside the office are prompted again and again');
    await teams.card('Is there an error code or message?');
    let answer = await teams.choose('No message');
    for (let questions = 1; questions <= 3 && !(await answer.innerText()).includes('It worked'); questions++)
      answer = await teams.choose('All federated users', 'Only outside the office', "I don't know");
    expect(await answer.innerText()).toContain('Method 1');
  });
});

describe('where more people are', () => {
  test('a mention in the group chat is answered there, and words without one are left alone', async () => {
    await teams.open('Group Chat');
    await teams.say('has anybody seen AADSTS50126');
    await teams.say('what is AADSTS50105', { mention: true });
    await teams.card('50105 because the user is not assigned to the app');
    expect(await teams.page.locator('.ac-adaptiveCard', { hasText: '50126' }).count()).toBe(0);
  });

  test('a mention in a channel is answered in a thread below it, and so are its buttons', async () => {
    await teams.open('General');
    await teams.card('Hello, I am Signpost');
    await teams.post('what is AADSTS50126');
    await teams.card('50126: wrong user name or password');
    await teams.press('How to check', '50126: wrong user name or password');
    const thread = teams.thread('what is AADSTS50126');
    await thread.locator('.ac-adaptiveCard').nth(1).waitFor();
    expect(await thread.locator('.ac-adaptiveCard').count()).toBe(2);
  });
});

describe('a helpdesk in a channel', () => {
  test('the bot tells a person the id that makes an admin', async () => {
    await teams.open('Personal Chat');
    await teams.say('who am I');
    await teams.card(`Your id is teams:${alex}.`);
  });

  test('an admin makes the channel the helpdesk, and a test card comes', async () => {
    await teams.open('General');
    await teams.post('use this channel for helpdesk');
    await teams.press('Send a test card', 'This is a helpdesk channel now');
    await teams.card('This is a test card.');
  });

  test('a form with a gap comes back with it, and a full one opens a ticket', async () => {
    await teams.open('Personal Chat');
    await teams.say('what is AADSTS50105');
    await teams.press('Ask the helpdesk', '50105 because the user is not assigned to the app');
    await teams.fill('What happens', 'Payroll says that I am blocked', 'Ticket for the helpdesk');
    await teams.pressInVain('Open the ticket', 'Ticket for the helpdesk');
    await teams.pick('Who is affected', 'several people', 'Fill in "Who is affected".');
    await teams.press('Open the ticket', 'Ticket for the helpdesk');
    await teams.card('Ticket HD-1 is open');
  });

  test('the ticket stands in the channel, and claiming edits its card', async () => {
    await teams.open('General');
    const opened = await teams.card('HD-1 (open)');
    expect(await opened.innerText()).toContain('Payroll says that I am blocked');
    await teams.press('Claim', 'HD-1 (open)');
    await teams.card('HD-1 (claimed)');
    expect(await teams.page.locator('.ac-adaptiveCard', { hasText: 'HD-1 (open)' }).count()).toBe(0);
    await teams.open('Personal Chat');
    await teams.card('is looking into your ticket HD-1');
  });

  test('words go from the thread to the requester and back', async () => {
    await teams.open('General');
    await teams.reply('Which groups are you in?', 'HD-1 (claimed)', { mention: true });
    await teams.open('Personal Chat');
    await teams.press('Answer', 'writes about HD-1: Which groups are you in?');
    await teams.fill('Your answer', 'Only in Sales', 'Answer for HD-1');
    await teams.press('Send', 'Answer for HD-1');
    await teams.card('I have passed it on to the helpdesk');
    await teams.open('General');
    await teams.card('writes: Only in Sales');
    await teams.picture('playground-ticket', await teams.card('HD-1 (claimed)'));
  });

  test('a solution reaches the requester, who closes the ticket and rates the help', async () => {
    await teams.press('Resolve', 'HD-1 (claimed)');
    await teams.fill('Cause', 'Not in the group Payroll', 'Resolve HD-1');
    await teams.fill('What was done', 'Added to the group', 'Resolve HD-1');
    await (await teams.card('Resolve HD-1')).getByRole('button', { name: 'Resolve', exact: true }).click();
    await teams.card('HD-1 (resolved)');
    await teams.open('Personal Chat');
    const resolved = await teams.card('HD-1 is resolved');
    expect(await resolved.innerText()).toContain('Not in the group Payroll');
    await teams.press('Yes, solved', 'HD-1 is resolved');
    await teams.press('5', 'HD-1 is closed');
    await teams.open('General');
    await teams.card('HD-1 (closed)');
    await teams.card('Rating');
  });
});

describe('notices in a channel', () => {
  const certificate = {
    key: 'tls/sts.contoso.com',
    severity: 'critical',
    title: 'The TLS certificate of sts.contoso.com has ended',
    domains: ['contoso.com'],
    codes: ['80043431'],
    affected: 'All users of contoso.com outside the office',
  };

  const report = async (state: 'firing' | 'resolved'): Promise<void> => {
    const response = await fetch(`${product.origin}/api/notices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...certificate, state }),
    });
    expect(await response.json()).toEqual({ accepted: 1 });
  };

  test('an admin asks for them, and one appears without being asked for', async () => {
    await teams.open('Notices');
    await teams.post('notify here about everything');
    await teams.card('I post here: everything');
    await report('firing');
    const notice = await teams.card('Critical: The TLS certificate of sts.contoso.com has ended');
    expect(await notice.innerText()).toContain('All users of contoso.com outside the office');
  });

  test('whoever acknowledges it stands on its card, and whoever asks about it is told that it is known', async () => {
    await teams.press('Acknowledge', 'Critical: The TLS certificate');
    await teams.card('You have notice 1.');
    await teams.picture('playground-notice', await teams.card(/Taken by\s*Alex Moreno/));
    await teams.open('Personal Chat');
    await teams.say('what is 80043431');
    await teams.card(/Known issue since .* Alex Moreno works on it/);
  });

  test('when it is over its card says so, and whoever asked hears of it', async () => {
    await report('resolved');
    await teams.card('You asked about this: it is over.');
    await teams.open('Notices');
    await teams.card('Resolved: The TLS certificate of sts.contoso.com has ended');
    expect(await teams.page.locator('.ac-adaptiveCard', { hasText: 'Critical: The TLS' }).count()).toBe(0);
  });
});
