/** The page and what it loads, each read once, when it is first asked for. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { type Language, languages } from '../../model/language.ts';
import type { Route } from '../../model/ports.ts';
import { pageWords } from './words.ts';

const { resolve } = createRequire(import.meta.url);
const page = (name: string): string => join(import.meta.dirname, 'page', name);

const files: Readonly<Record<string, string>> = {
  '/assets/theme.css': page('theme.css'),
  '/assets/page.css': page('page.css'),
  '/assets/chat.css': page('chat.css'),
  '/assets/answer.css': page('answer.css'),
  '/assets/icon.svg': page('icon.svg'),
  '/assets/main.js': page('main.js'),
  '/assets/chat.js': page('chat.js'),
  '/assets/news.js': page('news.js'),
  '/assets/send.js': page('send.js'),
  '/assets/memory.js': page('memory.js'),
  '/assets/log.js': page('log.js'),
  '/assets/words.js': page('words.js'),
  '/assets/element.js': page('element.js'),
  '/assets/code.js': page('code.js'),
  '/assets/card.js': page('card.js'),
  '/assets/fields.js': page('fields.js'),
  '/assets/host.js': page('host.js'),
  '/assets/blocks.js': page('blocks.js'),
  '/assets/mrkdwn.js': page('mrkdwn.js'),
  '/assets/adaptivecards.js': resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/assets/markdown-it.js': join(resolve('markdown-it'), '../browser/markdown-it.esm.min.mjs'),
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

type Content = { readonly content: string | Buffer; readonly etag: string };

const tagged = (content: string | Buffer): Content => ({
  content,
  etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
});

const respond = (
  request: IncomingMessage,
  response: ServerResponse,
  { content, etag }: Content,
  more: object,
): void => {
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', ...more };
  const known = request.headers['if-none-match']?.includes(etag) === true;
  response.writeHead(known ? 304 : 200, { ...headers });
  response.end(known ? undefined : content);
};

const asset = (path: string, file: string): Route => {
  let found: Content | undefined;
  const type = types[extname(file)] ?? 'application/octet-stream';
  return {
    method: 'GET',
    path,
    async handle(request, response) {
      found ??= tagged(readFileSync(file));
      respond(request, response, found, { 'Content-Type': type });
    },
  };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page with its words filled in; those for its scripts stand in it as JSON. */
const pageIn = (language: Language, template: string): string => {
  const words = pageWords(language);
  const filled: Readonly<Record<string, string>> = {
    lang: language,
    words: JSON.stringify(words).replaceAll('<', '\\u003c'),
    ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, escaped(text)])),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled[name] ?? '');
};

/** The page in the language of the browser. */
const front = (language: (request: IncomingMessage) => Language): Route => {
  const read = (): ReadonlyMap<Language, Content> => {
    const template = readFileSync(page('index.html'), 'utf8');
    return new Map(languages.map((one) => [one, tagged(pageIn(one, template))]));
  };
  let pages: ReturnType<typeof read> | undefined;
  return {
    method: 'GET',
    path: '/',
    async handle(request, response) {
      pages ??= read();
      respond(request, response, pages.get(language(request))!, {
        'Content-Type': 'text/html; charset=utf-8',
        Vary: 'Accept-Language',
      });
    },
  };
};

/** A route for the page, and one for each file that it loads. */
export const assets = (language: (request: IncomingMessage) => Language): readonly Route[] => [
  front(language),
  ...Object.entries(files).map(([path, file]) => asset(path, file)),
];
