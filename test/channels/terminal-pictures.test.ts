import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { talk } from '../../src/channels/terminal/index.ts';
import { missingPicture, pictureIn, readPicture } from '../../src/channels/terminal/picture.ts';
import { draw } from '../pictures/draw.ts';

jest.setTimeout(60_000);

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  file = join(folder, 'the error.png');
  writeFileSync(file, await draw(['SIGN IN', 'AADSTS50105: THE SIGNED IN USER IS NOT ASSIGNED']));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a file that is named in the terminal is read, and its code confirmed by number', async () => {
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const chat = spawn(process.execPath, [cli, 'chat'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  chat.stdin.end(`picture "${file}"\n1\nexit\n`);
  const said = await text(chat.stdout);
  expect(said).toMatch(
    /I have your picture; what I read in it comes next.[^]*I read AADSTS50105 in your picture[^]*Method 1/,
  );
});

test('words after "picture" that name no file are words', () => {
  expect(pictureIn('picture of an error')).toBeNull();
  expect(missingPicture('picture of an error')).toBeNull();
  expect(pictureIn(`picture ${folder}`)).toBeNull();
  expect(pictureIn(`picture ${file}`)).toMatchObject({ pictures: [{ ref: { path: file }, name: 'the error.png' }] });
});

test('a path without a file is told of', async () => {
  expect(missingPicture(`picture "${join(folder, 'no such.png')}"`)).toBe(join(folder, 'no such.png'));
  expect(missingPicture('picture screenshot.jpeg')).toBe('screenshot.jpeg');
  expect(missingPicture(`picture ${file}`)).toBeNull();
  const lines = Readable.from(['picture /nope.png\n', 'exit\n']);
  const output = new PassThrough();
  const nobody = () => ({ answer: () => Promise.reject(new Error('It was asked.')), settle: async () => {} });
  await talk({ input: lines, output, locale: 'de_DE.UTF-8' }, nobody, 'here');
  expect(String(output.read())).toBe('Es gibt keine Datei „/nope.png“.\n');
});

test('a file that is gone or too large is told of', async () => {
  await expect(readPicture({ path: join(folder, 'gone.png') })).rejects.toMatchObject({ retry: false });
  const large = join(folder, 'large.png');
  writeFileSync(large, Buffer.alloc(8 * 1024 * 1024 + 1));
  await expect(readPicture({ path: large })).rejects.toMatchObject({ status: 413 });
});
