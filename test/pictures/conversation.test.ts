import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { engine } from '../../src/app.ts';
import { ChannelError, InputError } from '../../src/model/errors.ts';
import type { ChannelName, Event, Place } from '../../src/model/message.ts';
import type { Answer, Channel, Store } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { incoming, memoryLog, realCatalog } from '../fakes.ts';
import { draw } from './draw.ts';

jest.setTimeout(30_000);

let folder: string;
let store: Store;
let answer: Answer;
let log: ReturnType<typeof memoryLog>;
let posted: Reply[];
let pictures: Record<string, () => Promise<Uint8Array>>;
let place: Place;
let now: number;
let settle: () => Promise<void>;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  now = Date.now();
  store = await sqlite(join(folder, 'signpost.sqlite'), () => now);
  const catalog = await realCatalog();
  log = memoryLog();
  const channel: Channel = {
    name: 'terminal',
    routes: [],
    start: async () => {},
    stop: async () => {},
    post: async (_, reply) => {
      posted.push(reply);
      return undefined;
    },
    edit: async () => {},
    fetch: async (_, ref) => pictures[(ref as { name: string }).name]!(),
  };
  const channels = new Map<ChannelName, Channel>([['terminal', channel]]);
  const core = engine({ store, catalog: () => catalog, channels, admins: [], clock: () => now, log });
  ({ answer } = core);
  ({ settle } = core.work);
  stop = async () => {
    core.close();
    await core.work.stop();
    await store.close();
  };
});

beforeEach(() => {
  posted = [];
  pictures = {};
  place = { channel: 'terminal', conversation: crypto.randomUUID() };
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const sent = (names: readonly string[], text = ''): Event => ({
  kind: 'said',
  text,
  pictures: names.map((name) => ({ ref: { name }, name, type: 'image/png', size: 0 })),
});

const send = async (event: Event): Promise<readonly string[]> => {
  const { replies } = await answer(incoming(event, { place }));
  return replies.map(({ text }) => text);
};

const draws = (name: string, ...lines: readonly string[]): void => {
  pictures[name] = () => draw(lines);
};

const press = async (label: string, reply = posted.at(-1)): Promise<readonly string[]> => {
  const action = reply?.actions?.find((one) => one.label === label);
  if (action?.kind !== 'choose') throw new Error(`There is no button "${label}".`);
  const { choice, about } = action;
  return send({ kind: 'chose', choice, ...(about === undefined ? {} : { about }) });
};

/** Everything that the store has on the disk. */
const onDisk = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');

describe('a picture of an error page', () => {
  test('is asked about before its code is used', async () => {
    draws('page', 'SIGN IN', 'AADSTS50105: THE SIGNED IN USER IS NOT ASSIGNED');
    expect(await send(sent(['page']))).toEqual(['I have your picture; what I read in it comes next.']);
    await settle();
    expect(posted).toHaveLength(1);
    expect(posted[0]!.text).toMatch(/^I read AADSTS50105 in your picture: .*\. Is that it\?/);
    const [card] = await press('Yes, show it');
    expect(card).toMatch(/Method 1/);
  });

  test('that was misread leads to typing', async () => {
    draws('page', 'AADSTS50105');
    await send(sent(['page']));
    await settle();
    expect(await press('No')).toEqual([expect.stringContaining('type the code')]);
    expect((await send({ kind: 'said', text: 'AADSTS50126' }))[0]).toMatch(/password/i);
  });

  test('with several codes lets the person choose', async () => {
    draws('page', 'AADSTS50105: NOT ASSIGNED', 'ERROR CODE: 80043431');
    await send(sent(['page']));
    await settle();
    expect(posted[0]!.text).toContain('Which one is it about?');
    const label = posted[0]!.actions!.find((action) => action.label.startsWith('80043431:'))!.label;
    expect((await press(label))[0]).toMatch(/Method 1/);
  });

  test('with a code that is not in the catalog is said to be so', async () => {
    draws('page', 'AADSTS30105: NOT ASSIGNED');
    await send(sent(['page']));
    await settle();
    expect(posted[0]!.text).toMatch(/AADSTS30105 .*not in my catalog.*type the code/s);
    expect(posted[0]!.actions).toBeUndefined();
  });

  test('leaves neither its text nor its name in store or log', async () => {
    draws('my-secret-name', 'AADSTS50105: NOT ASSIGNED', 'PASSPHRASE 31415926');
    await send({
      kind: 'said',
      text: '',
      pictures: [{ ref: { name: 'my-secret-name' }, name: 'holiday-of-ada.png', type: 'image/png', size: 0 }],
    });
    await settle();
    expect(posted[0]!.text).toContain('AADSTS50105');
    expect(onDisk()).not.toMatch(/31415926|PASSPHRASE|holiday|NOT ASSIGNED/);
    expect(JSON.stringify([log.lines, posted])).not.toMatch(/31415926|PASSPHRASE|holiday|NOT ASSIGNED/);
  });
});

test('a picture that shows a password is warned of', async () => {
  draws('page', 'AADSTS50126: INVALID', 'MY PASSWORD IS 31415926');
  await send(sent(['page']));
  await settle();
  expect(posted[0]!.text).toMatch(/held a password.*AADSTS50126/s);
  expect(onDisk()).not.toContain('31415926');
});

describe('text that comes along', () => {
  test('is answered first', async () => {
    draws('page', 'AADSTS50105');
    const [first, second] = await send(sent(['page'], 'what is 80043431'));
    expect(first).toMatch(/Method 1/);
    expect(second).toBe('I have your picture; what I read in it comes next.');
  });

  test.each(['what does this mean?', 'hello', 'any idea what this is', 'see picture'])(
    '"%s" is no problem of its own',
    async (text) => {
      draws('page', 'AADSTS50105');
      const before = await store.gaps(10);
      expect(await send(sent(['page'], text))).toEqual(['I have your picture; what I read in it comes next.']);
      await settle();
      expect(await store.gaps(10)).toEqual(before);
    },
  );
});

test('of many pictures the first are read, each with its number', async () => {
  for (const name of ['1', '2', '3', '4']) draws(name, 'AADSTS50105');
  expect(await send(sent(['1', '2', '3', '4']))).toEqual([
    'I have your 4 pictures; what I read in the first 3 comes next.',
  ]);
  await settle();
  const texts = posted.map(({ text }) => text.split(':')[0] ?? '').toSorted((a, b) => a.localeCompare(b));
  expect(texts).toEqual([1, 2, 3].map((n) => `I read AADSTS50105 in picture ${n} of 3`));
});

test('a message that comes twice is read once', async () => {
  draws('page', 'AADSTS50105');
  const message = incoming(sent(['page']), { place });
  await answer(message);
  await answer(message);
  await settle();
  expect(posted).toHaveLength(1);
});

test('a picture that is only overheard is left alone', async () => {
  draws('page', 'AADSTS50105');
  const event: Event = { kind: 'said', text: '', overheard: true, pictures: [] };
  expect(await send({ ...event, pictures: [{ ref: { name: 'page' }, name: '', type: '', size: 0 }] })).toEqual([]);
  await settle();
  expect(posted).toEqual([]);
});

test('other work goes on while a picture is read', async () => {
  let give: (bytes: Uint8Array) => void = () => {};
  pictures['slow'] = () =>
    new Promise((resolve) => {
      give = resolve;
    });
  await send(sent(['slow']));
  await send({ kind: 'said', text: 'AADSTS99999999' });
  const settled = settle();
  for (let n = 0; n < 50 && (await store.gaps(10)).length === 0; n++) await new Promise((r) => setTimeout(r, 20));
  expect(await store.gaps(10)).toHaveLength(1);
  give(await draw(['AADSTS50105']));
  await settled;
  expect(posted[0]!.text).toContain('AADSTS50105');
});

describe('a picture that cannot be read is told of in words', () => {
  const refused = (error: Error) => async (): Promise<never> => {
    throw error;
  };
  test.each([
    ['empty', () => draw(['']), /could not read a sign-in error/],
    ['a document', async () => Buffer.from('%PDF-1.7'), /PNG, JPEG, WebP and GIF/],
    ['damaged', async () => (await draw(['AADSTS50105'])).subarray(0, 300), /damaged/],
    ['too large', refused(new InputError('too large', 413)), /8 MB/],
    ['of a channel that fails', refused(new TypeError('a fault of ours')), /Something went wrong with your picture/],
    ['kept back', refused(new ChannelError('A page came.', { retry: false })), /may not fetch it/],
  ])('%s', async (name, give: () => Promise<Uint8Array>, expected) => {
    pictures[name] = give;
    await send(sent([name]));
    await settle();
    expect(posted.map(({ text }) => text)).toEqual([expect.stringMatching(expected)]);
    expect(posted[0]!.text).toMatch(/type (?:the|its) code/);
  });

  test('not given for a while is asked for again, and given up after a minute', async () => {
    let tries = 0;
    pictures['late'] = async () => {
      tries++;
      throw new ChannelError('The host is busy.', { retry: true, retryAfter: 10 });
    };
    await send(sent(['late']));
    for (let n = 0; n < 10; n++) {
      await settle();
      now += 10_000;
    }
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(9);
    expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining('could not get your picture in time')]);
  });
});

test('a fifth picture at once is not even fetched', async () => {
  const waiting: ((bytes: Uint8Array) => void)[] = [];
  pictures['slow'] = () => new Promise((resolve) => void waiting.push(resolve));
  for (let n = 0; n < 5; n++) await send(sent(['slow']));
  const settled = settle();
  for (let n = 0; n < 50 && waiting.length < 4; n++) await new Promise((resolve) => setTimeout(resolve, 20));
  const bytes = await draw(['AADSTS50105']);
  expect(waiting).toHaveLength(4);
  for (const give of waiting) give(bytes);
  await settled;
  const texts = posted.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('busy'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('AADSTS50105'))).toHaveLength(4);
});
