/** Whoever makes what people read takes its words from the wording; a sentence in the source would stay English. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);

const filesIn = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true })
    .map((path) => `${folder}/${String(path)}`)
    .filter((path) => name.test(path));

/** What stands in the wording, what the commands are, and what only those who run Signpost read. */
const others =
  /^dialogs\/words\/|^dialogs\/commands|^src\/channels\/(?:json\/|web\/words|slack\/(?:phrases|refusal|oauth)|teams\/post\.ts)/;

/** The argument list that begins at a bracket, to its end. */
const argumentsAt = (source: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '(') depth++;
    if (source[at] === ')' && --depth === 0) return at;
  }
  return source.length;
};

/** Without comments, and without what is thrown, logged or told to a program. */
const readByPeople = (source: string): string => {
  let left = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<=^|\s)\/\/[^\n]*/g, '')
    .replace(/\berror: '[^'\n]*'/g, '');
  for (const call of [/\bnew \w*Error\(/, /\blog(?:\.\w+|\[[^\]]*\])\(/])
    for (let found = call.exec(left); found; found = call.exec(left))
      left = left.slice(0, found.index) + left.slice(argumentsAt(left, found.index + found[0].length - 1));
  return left;
};

/** A capital letter, and a word in small letters after a space. */
const sentence = /^\W*[A-Z][\p{L}']*(?: [\p{L}'-]+)* [a-z]{2,}/u;

const sentencesIn = (source: string): readonly string[] =>
  [...readByPeople(source).matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, 'X'))
    .filter((text) => sentence.test(text));

test('a sentence is seen where it would be shown, and not where it is thrown or logged', () => {
  const source = `
    /** "Not a sentence of ours" */
    const shown = { text: 'Press the button once more.' };
    if (late) throw new InputError('The request came too late.', 408);
    log.warn({ why: String(error) }, 'A message was not posted');
    const made = \`Ticket \${id} is open\`;`;
  expect(sentencesIn(source)).toEqual(['Press the button once more.', 'Ticket X is open']);
});

const sources = [...filesIn('dialogs', /\.ts$/), ...filesIn('src/channels', /\.(?:ts|js)$/)];

test.each(sources.filter((path) => !others.test(path)))('%s has no English of its own', (path) => {
  expect(sentencesIn(readFileSync(new URL(path, root), 'utf8'))).toEqual([]);
});

test('the page has no words but names and places for words', () => {
  const html = readFileSync(new URL('src/channels/web/page/index.html', root), 'utf8');
  const texts = [
    ...html.matchAll(/>([^<>]*[^<>\s][^<>]*)(?=<)/g),
    ...html.matchAll(/(?:title|placeholder|aria-label)="([^"]*)"/g),
  ];
  const own = texts.map(([, text = '']) => text.trim()).filter((text) => !/^\{\{\w+\}\}$/.test(text));
  expect([...new Set(own)]).toEqual(['Signpost', 'Slack']);
});
