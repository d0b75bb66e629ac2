import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import { kindOf } from '../../src/pictures/kind.ts';
import { type ReadLimits, type Reader, reader } from '../../src/pictures/read.ts';
import { marks } from './child-of-marks.ts';
import { draw, type Look } from './draw.ts';

jest.setTimeout(30_000);

const page = [
  'SIGN IN',
  'AADSTS50105: THE SIGNED IN USER IS NOT',
  'ASSIGNED TO A ROLE FOR THE APPLICATION',
  'ERROR CODE: 80043431',
];

const real = reader();
const others: Reader[] = [];
const own = (limits: Partial<ReadLimits>, program?: string): Reader => {
  const made = reader(limits, program);
  others.push(made);
  return made;
};

afterEach(() => others.splice(0).forEach(({ close }) => close()));
afterAll(() => real.close());

describe('the text of a picture is read', () => {
  const looks: readonly (readonly [string, Look])[] = [
    ['light', {}],
    ['dark', { dark: true }],
    ['small', { height: 10 }],
    ['a JPEG of quality 40', { as: 'jpeg', quality: 40 }],
    ['grainy', { noise: 60 }],
    ['a WebP', { as: 'webp' }],
    ['a GIF', { as: 'gif' }],
  ];

  test.each(looks)('%s', async (_, look) => {
    const bytes = await draw(page, look);
    expect(kindOf(bytes)).toBe(look.as ?? 'png');
    expect(await real.read(bytes)).toEqual({ text: expect.stringMatching(/AADSTS50105[^]*80043431/) });
  });

  test('the first frame of a GIF that moves', async () => {
    const frames = await Promise.all([draw(['AADSTS50105']), draw(['AADSTS65001'])]);
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { pages } = await sharp(gif).metadata();
    expect(pages).toBe(2);
    const read = await real.read(gif);
    expect(read).toEqual({ text: expect.stringContaining('50105') });
    expect(read).not.toEqual({ text: expect.stringContaining('65001') });
  });

  test('turned as its camera says', async () => {
    const turned = await sharp(await draw(page))
      .rotate(90)
      .jpeg()
      .withMetadata({ orientation: 8 })
      .toBuffer();
    expect(await real.read(turned)).toEqual({ text: expect.stringContaining('AADSTS50105') });
  });

  test('an empty one holds no text', async () => {
    expect(await real.read(await draw(['']))).toEqual({ text: expect.stringMatching(/^\s*$/) });
  });
});

/** A PNG that says how large it is, and nothing more. */
const pngHeader = (width: number, height: number): Buffer => {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([header, size, Buffer.alloc(4), Buffer.alloc(64)]);
};

describe('a picture is refused, and the next one read,', () => {
  afterEach(async () => {
    expect(await real.read(await draw(['AADSTS50105']))).toEqual({ text: expect.stringContaining('50105') });
  });

  const truncated = async (as: NonNullable<Look['as']>): Promise<Buffer> => {
    const whole = await draw(page, { as });
    return whole.subarray(0, whole.length >> 1);
  };

  test('when it was cut off', async () => {
    for (const as of ['png', 'jpeg', 'webp', 'gif'] as const)
      expect([as, await real.read(await truncated(as))]).toEqual([as, expect.objectContaining({ unread: 'damaged' })]);
  });

  test('when only its first bytes are those of a picture', async () => {
    const starts = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\0\0\0\0WEBP', 'GIF89a'];
    for (const start of starts) {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(500, 0xa5)]);
      expect(await real.read(bytes)).toMatchObject({ unread: expect.stringMatching(/damaged|huge/) });
    }
  });

  test('when it unpacks to more pixels than it may have', async () => {
    const side = 6_400;
    const bomb = await sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(500_000);
    expect(await real.read(bomb)).toMatchObject({ unread: 'huge' });
  });

  test('when it says that it is as large as a picture can be', async () => {
    expect(await real.read(pngHeader(2_147_483_647, 2_147_483_647))).toMatchObject({
      unread: expect.stringMatching(/damaged|huge/),
    });
    const gif = Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0'.padEnd(100, '\0'), 'latin1');
    expect(await real.read(gif)).toMatchObject({ unread: expect.stringMatching(/damaged|huge/) });
  });
});

test.each([
  ['a document', Buffer.from('%PDF-1.7 AADSTS50105')],
  ['a drawing, which could name other files', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a bitmap of Windows', Buffer.from('BM\0\0\0\0')],
  ['a TIFF', Buffer.from('II*\0')],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture, and no process is started for it', async (_, bytes) => {
  const idle = own({});
  expect(await idle.read(bytes)).toMatchObject({ unread: 'kind' });
  expect(idle.pid()).toBeUndefined();
});

test('a picture of too many bytes is refused before anything looks at it', async () => {
  const idle = own({ bytes: 1_000 });
  expect(await idle.read(await draw(page))).toMatchObject({ unread: 'large' });
  expect(idle.pid()).toBeUndefined();
});

test('where the packages are not installed, that is what is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  try {
    const program = join(folder, 'child.ts');
    copyFileSync(new URL('../../src/pictures/child.ts', import.meta.url), program);
    expect(await own({}, program).read(await draw(page))).toMatchObject({ unread: 'absent' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the process that reads', () => {
  const program = fileURLToPath(new URL('child-of-marks.ts', import.meta.url));
  const marked = (mark: keyof typeof marks): Buffer =>
    Buffer.from([...Buffer.from('89504e470d0a1a0a', 'hex'), marks[mark]]);

  test('is ended when it takes too long, and made anew', async () => {
    const quick = own({ time: 1_500 }, program);
    expect(await quick.read(marked('answer'))).toEqual({ text: 'read' });
    const before = quick.pid();
    expect(await quick.read(marked('loop'))).toMatchObject({ unread: 'slow' });
    await wait(200);
    expect(() => process.kill(before!, 0)).toThrow('ESRCH');
    expect(await quick.read(marked('answer'))).toEqual({ text: 'read' });
    expect(quick.pid()).not.toBe(before);
  });

  test('may crash, which costs one picture', async () => {
    const crashing = own({}, program);
    expect(await crashing.read(marked('crash'))).toMatchObject({ unread: 'failed' });
    expect(await crashing.read(marked('answer'))).toEqual({ text: 'read' });
  });

  test('may be killed in the middle of a picture', async () => {
    const reading = real.read(await draw(page));
    await wait(20);
    process.kill(real.pid()!, 'SIGKILL');
    expect(await reading).toMatchObject({ unread: 'failed' });
    expect(await real.read(await draw(page))).toEqual({ text: expect.stringContaining('AADSTS50105') });
  });

  test('reads one picture at a time; a few wait, and more are asked to come again', async () => {
    const small = own({ waiting: 2 }, program);
    const all = await Promise.all(Array.from({ length: 5 }, () => small.read(marked('pause'))));
    expect(all.map((read) => ('text' in read ? read.text : read.unread))).toEqual([
      ...Array(3).fill('read'),
      ...Array(2).fill('busy'),
    ]);
    expect(await small.read(marked('answer'))).toEqual({ text: 'read' });
  });

  test('lets nobody wait for long', async () => {
    const impatient = own({ wait: 100 }, program);
    const all = await Promise.all([impatient.read(marked('pause')), impatient.read(marked('answer'))]);
    expect(all).toEqual([{ text: 'read' }, expect.objectContaining({ unread: 'busy' })]);
  });

  test('gets none of our settings, and cannot write files', async () => {
    const curious = own({}, program);
    process.env['SIGNPOST_TEST_SECRET'] = 'hunter2';
    const read = await curious.read(marked('settings'));
    delete process.env['SIGNPOST_TEST_SECRET'];
    expect(read).toEqual({ text: expect.not.stringMatching(/SECRET|PATH|HOME/) });
    expect(await curious.read(marked('write'))).toEqual({ text: 'ERR_ACCESS_DENIED' });
  });

  test('ends when nobody sends pictures', async () => {
    const idle = own({ idle: 100 }, program);
    await idle.read(marked('answer'));
    expect(idle.pid()).toBeDefined();
    await wait(300);
    expect(idle.pid()).toBeUndefined();
  });

  test('ends with the bot, and its pictures may be read again later', async () => {
    const stopped = own({}, program);
    const reading = Promise.allSettled([stopped.read(marked('pause')), stopped.read(marked('pause'))]);
    await wait(20);
    stopped.close();
    for (const outcome of await reading) expect(outcome).toMatchObject({ reason: { retry: true } });
    await expect(stopped.read(marked('answer'))).rejects.toMatchObject({ retry: true });
  });

  test('ends with the bot even when that is killed', async () => {
    const path = (name: string): string => new URL(name, import.meta.url).href;
    const code = `
      const { reader } = await import(${JSON.stringify(path('../../src/pictures/read.ts'))});
      const { read, pid } = reader({}, ${JSON.stringify(program)});
      await read(Buffer.from(${JSON.stringify(marked('answer').toString('latin1'))}, 'latin1'));
      process.stdout.write(String(pid()));
      setInterval(() => {}, 1000);`;
    const bot = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [told] = (await once(bot.stdout, 'data')) as [Buffer];
    const child = Number(told.toString());
    expect(process.kill(child, 0)).toBe(true);
    bot.kill('SIGKILL');
    for (let n = 0; n < 100 && isRunning(child); n++) await wait(20);
    expect(isRunning(child)).toBe(false);
  });
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
