/** The page and what it loads, read once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { Route } from '../../model/ports.ts';

const { resolve } = createRequire(import.meta.url);
const page = (name: string): string => join(import.meta.dirname, 'page', name);

const files: Readonly<Record<string, string>> = {
  '/': page('index.html'),
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
  '/assets/element.js': page('element.js'),
  '/assets/code.js': page('code.js'),
  '/assets/card.js': page('card.js'),
  '/assets/host.js': page('host.js'),
  '/assets/blocks.js': page('blocks.js'),
  '/assets/mrkdwn.js': page('mrkdwn.js'),
  '/assets/adaptivecards.js': resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/assets/markdown-it.js': join(resolve('markdown-it'), '../browser/markdown-it.esm.min.mjs'),
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const asset = (path: string, file: string): Route => {
  const content = readFileSync(file);
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  const type = types[extname(file)] ?? 'application/octet-stream';
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const known = request.headers['if-none-match']?.includes(etag) === true;
    response.writeHead(known ? 304 : 200, known ? headers : { ...headers, 'Content-Type': type });
    response.end(known ? undefined : content);
  };
  return { method: 'GET', path, handle };
};

/** A route for each file of the page. */
export const assets = (): readonly Route[] => Object.entries(files).map(([path, file]) => asset(path, file));
