import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import { appId, keepLog, type Part, person, scripted, serve, wordsOf } from './teams-driver.ts';
import { home, pressable } from './teams-home.ts';

let there: Awaited<ReturnType<typeof home>>;
beforeAll(async () => {
  there = await home();
});
beforeEach(() => {
  there.connector.calls.length = 0;
});
afterAll(() => there.close());

type Attachment = {
  readonly contentType: string;
  readonly content: Part;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
};

const query = (value: unknown) => there.ann.send({ type: 'invoke', name: 'composeExtension/query', value });

const found = async (text: string, queryOptions: object = { skip: 0, count: 25 }): Promise<readonly Attachment[]> => {
  const { status, body } = await query({
    commandId: 'find',
    parameters: [{ name: 'text', value: text }],
    queryOptions,
  });
  expect([status, body.composeExtension.type, body.composeExtension.attachmentLayout]).toEqual([200, 'result', 'list']);
  return body.composeExtension.attachments;
};

const titles = (attachments: readonly Attachment[]) => attachments.map(({ preview }) => preview.content.title);

describe('the search in the compose box', () => {
  test('a code leads to the whole answer with its first method and sources, and nothing to press', async () => {
    const [first, ...others] = await found('AADSTS50126');
    expect(others).toEqual([]);
    expect(first!.preview).toEqual({
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: '50126: wrong user name or password', text: expect.stringMatching(/^Microsoft Entra ID did/) },
    });
    expect(first!.contentType).toBe('application/vnd.microsoft.card.adaptive');
    const words = wordsOf(first!.content);
    expect(words).toContain('Method 1');
    expect(words).toContain('https://learn.microsoft.com');
    expect(pressable(first!.content)).toEqual([]);
  });

  test('it begins with examples', async () => {
    const { body } = await query({ commandId: 'find', parameters: [{ name: 'initialRun', value: 'true' }] });
    expect(titles(body.composeExtension.attachments)).toEqual([
      '80041317 or 80043431 when a federated user signs in',
      expect.stringContaining('AD FS asks for user name and password'),
      '50105 because the user is not assigned to the app',
    ]);
  });

  test.each(['5012', 'AADSTS5012', 'aadsts 5012', 'msis31'])(
    'a part of a code leads to codes that begin so: %s',
    async (text) => {
      const cards = await found(text);
      expect(cards.length).toBeGreaterThan(1);
      expect(cards.length).toBeLessThanOrEqual(8);
      const typed = text.replace(/^aadsts\s?/i, '');
      for (const title of titles(cards).filter((one) => !one.startsWith("I don't know")))
        expect(title).toMatch(new RegExp(typed, 'i'));
    },
  );

  test('a symptom leads to what it may be', async () => {
    expect(titles(await found('outlook keeps asking for the password'))[0]).toMatch(/^Outlook keeps asking/);
    expect(titles(await found('webmail works but outlook wants the password again and again'))[0]).toMatch(
      /^Outlook keeps asking/,
    );
  });

  test('several codes are all found, the cause first', async () => {
    expect(titles(await found('AADSTS50126 and AADSTS53003'))).toEqual([
      expect.stringContaining('50126'),
      expect.stringContaining('53003'),
    ]);
  });

  test('a code that is not known is said to be so, with where to look it up', async () => {
    const [card, ...others] = await found('AADSTS59999');
    expect(others).toEqual([]);
    expect(card!.preview.content.title).toBe("I don't know 59999");
    expect(wordsOf(card!.content)).toContain('https://login.microsoftonline.com/error?code=59999');
    expect(pressable(card!.content)).toEqual([]);
  });

  test('what nothing fits is told so', async () => {
    const { body } = await query({ commandId: 'find', parameters: [{ name: 'text', value: 'hi' }] });
    expect(body.composeExtension).toEqual({
      type: 'message',
      text: 'Nothing in the catalog fits. Type a code, or say what happens in other words.',
    });
  });

  test('further results are given from where the client is', async () => {
    const all = titles(await found('certificate'));
    expect(titles(await found('certificate', { skip: 2, count: 3 }))).toEqual(all.slice(2, 5));
  });

  test('every answer comes within the five seconds that Teams waits, and all of it fits into a message', async () => {
    for (const text of ['80043431', '5', 'AADSTS5', 'certificate expired', 'x '.repeat(9000), '<b>'.repeat(5000)]) {
      const began = performance.now();
      const { status, text: body } = await query({ commandId: 'find', parameters: [{ name: 'text', value: text }] });
      expect([status, performance.now() - began < 5000, body.length < 51_200]).toEqual([200, true, true]);
    }
  });

  test('a secret that was typed is neither sent back nor kept, and nothing is posted', async () => {
    const secret = 'Hunter2!correct';
    const cards = await found(`AADSTS50126 password=${secret}`);
    expect(titles(cards)).toEqual(['50126: wrong user name or password']);
    expect(JSON.stringify(cards)).not.toContain(secret);
    expect(JSON.stringify(there.lines)).not.toContain(secret);
    expect(await there.bot.store.conversation('teams:a:personal:29:ann')).toMatchObject({ turn: 0 });
    expect(await there.bot.store.gaps(10)).toEqual([]);
    expect(there.connector.calls).toEqual([]);
  });

  test.each([undefined, null, 'x', {}, { parameters: 'x' }, { parameters: [{ name: 'text', value: 7 }] }])(
    'a query that makes no sense gets examples: %j',
    async (value) => {
      const { status, body } = await query(value);
      expect([status, body.composeExtension.attachments.length]).toEqual([200, 3]);
    },
  );
});

const explain = async (messagePayload: unknown, name = 'composeExtension/fetchTask') => {
  const value = { commandId: 'explain', commandContext: 'message', messagePayload, context: { theme: 'dark' } };
  const { status, body } = await there.ann.send({ type: 'invoke', name, value });
  expect([status, body.task.type]).toEqual([200, 'continue']);
  const { title, card } = body.task.value;
  expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(pressable(card.content)).toEqual([]);
  return { title: title as string, words: wordsOf(card.content as Part) };
};
const html = (content: string) => ({ id: '1', body: { contentType: 'html', content } });

describe('"Explain this error" on a message', () => {
  test.each(['composeExtension/fetchTask', 'composeExtension/submitAction'])(
    'is answered in a dialog that only the asker sees: %s',
    async (name) => {
      const text = '<div><p>Sign-in fails&nbsp;with <b>AADSTS</b>50105&#58; not assigned</p><p>since today</p></div>';
      const { title, words } = await explain(html(text), name);
      expect(title).toBe('50105 because the user is not assigned to the app');
      expect(words).toContain('Method 1');
      expect(words).toContain('write to Signpost in a chat');
      expect(there.connector.calls).toEqual([]);
      expect(await there.bot.store.conversation('teams:a:personal:29:ann')).toMatchObject({ turn: 0 });
    },
  );

  test('reads the cards of a message too', async () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Alert: "AADSTS50105"' }] };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) }];
    expect((await explain({ ...html('<attachment id="1"></attachment>'), attachments })).title).toMatch(/^50105/);
  });

  test('warns of a secret, without showing it', async () => {
    const { words } = await explain(html('<p>AADSTS50126, my password=Hunter2!correct</p>'));
    expect(words).toContain('whoever wrote it should delete it');
    expect(words).not.toContain('Hunter2');
  });

  test.each([
    ['an unknown code', 'AADSTS59999', "I don't know 59999"],
    ['what could be several things', 'users are prompted again and again', 'This could be one of several things'],
    ["another system's error", 'ORA-12541', 'This looks like an error of another system'],
  ])('says so of %s', async (_name, text, title) => {
    expect((await explain(html(text))).title).toBe(title);
  });

  test.each([html('<p>Thank you all</p>'), html(''), {}, null, 'x', undefined])(
    'says that there is no error in %j',
    async (payload) => {
      expect((await explain(payload)).words).toContain('I see no error in this message');
    },
  );
});

test('what goes wrong is told where it was asked, and the rest stays in the log', async () => {
  const { log, lines } = keepLog();
  const broken = (): never => {
    throw new Error('the secret of the catalog');
  };
  const channel = await teams({}, scripted(() => []).answer, log, { search: broken, explain: broken, now: broken });
  const served = await serve(channel.routes);
  const bob = person(served, there.connector);
  const text = 'Something went wrong on our side. Try again in a minute.';
  const searched = await bob.send({ type: 'invoke', name: 'composeExtension/query', value: {} });
  expect(searched.body).toEqual({ composeExtension: { type: 'message', text } });
  const explained = await bob.send({ type: 'invoke', name: 'composeExtension/fetchTask', value: {} });
  expect(explained.body).toEqual({ task: { type: 'message', value: text } });
  const value = { action: { verb: 'refresh', data: { living: 'ticket/1' } }, trigger: 'automatic' };
  const refreshed = await bob.send({ type: 'invoke', name: 'adaptiveCard/action', value });
  expect(refreshed.body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
  expect(lines.map(({ level }) => level)).toEqual(['error', 'error', 'error']);
  await served.close();
});

test('nobody but Teams may search', async () => {
  const channel = await teams({ appId, appPassword: 'x' }, scripted(() => []).answer, keepLog().log, there.bot.inTeams);
  const served = await serve(channel.routes);
  const stranger = person(served, there.connector);
  for (const name of ['composeExtension/query', 'composeExtension/fetchTask', 'message/submitAction'])
    expect((await stranger.send({ type: 'invoke', name, value: {} })).status).toBe(401);
  await served.close();
});

test.each([
  'composeExtension/selectItem',
  'composeExtension/queryLink',
  'composeExtension/querySettingUrl',
  'signin/verifyState',
  'signin/tokenExchange',
  'config/fetch',
  'config/submit',
  'fileConsent/invoke',
  'tab/fetch',
  'tab/submit',
  'actionableMessage/executeAction',
  'application/search',
])('an invoke that is not offered is told so at once, as JSON: %s', async (name) => {
  const { status, body } = await there.ann.send({ type: 'invoke', name, value: {} });
  expect([status, body]).toEqual([501, { error: 'Signpost does not handle this kind of invoke.' }]);
  expect(there.connector.calls).toEqual([]);
});
