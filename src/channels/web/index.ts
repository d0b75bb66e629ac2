/** The web page: a chat in the browser that shows how Teams and Slack would show each answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { InputError } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Channel, Log, Route } from '../../model/ports.ts';
import { channelWords } from '../../model/channel-words.ts';
import { newReference } from '../../model/reference.ts';
import type { Reply } from '../../model/reply.ts';
import { assets } from './assets.ts';
import { guard } from './guard.ts';
import { mailbox } from './mailbox.ts';
import { receive, receiveAsk, receivePicture } from './receive.ts';
import { shelf } from './shelf.ts';
import { languageFor, type PageWords, pageWords } from './words.ts';

/** How the other channels show a reply. */
export type Drawings = { teams(reply: Reply): object; slack(reply: Reply): object; text(reply: Reply): string };

/** `open` serves the page to other computers too. `mask` gives a text without its secrets, the same where it holds none. */
export type WebSettings = {
  readonly open: boolean;
  readonly drawings: Drawings;
  readonly mask: (text: string) => string;
  /** The language of the page for browsers that name none of ours. */
  readonly language?: Language | undefined;
};

/** The renderer builds HTML through its own Trusted Types policies; nothing else on the page may. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
};

const refuse = (response: ServerResponse, method: Route['method'], status: number, error: string): void => {
  if (method === 'POST') return send(response, status, { replies: [], error });
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(error);
};

/** How long the page waits for news in one request, in milliseconds; proxies often cut at 30 seconds. */
const patience = 25_000;

/** How many pictures may arrive at once. */
const mostUploads = 4;

/** Serves the page and answers what it sends. */
export const web = ({ open, drawings, mask, language: standard }: WebSettings, answer: Answer, log: Log): Channel => {
  const language = (request: IncomingMessage): Language => languageFor(request, standard);
  const wordsFor = (request: IncomingMessage): PageWords => pageWords(language(request));

  const draw = (reply: Reply): object => ({
    text: drawings.text(reply),
    card: drawings.teams(reply),
    slack: drawings.slack(reply),
    turn: reply.turn,
    ...(reply.replaces ? { replaces: true } : {}),
    ...(reply.language === undefined ? {} : { language: reply.language, chose: channelWords(reply.language).chose }),
  });

  /** What the page shows and keeps of a message from then on, where that is not what was sent. */
  const maskedIn = ({ event }: Incoming): object => {
    if (event.kind === 'said') {
      const said = mask(event.text);
      return said === event.text ? {} : { said };
    }
    if (event.kind !== 'filled') return {};
    const filled = Object.fromEntries(Object.entries(event.values).map(([id, value]) => [id, mask(value)]));
    return Object.entries(filled).some(([id, value]) => value !== event.values[id]) ? { filled } : {};
  };

  const mail = mailbox();
  const pictures = shelf();
  let uploads = 0;
  const stopped = new AbortController();

  const chat: Route = {
    method: 'POST',
    path: '/api/chat',
    handle: async (request, response) => {
      const incoming = await receive(request, wordsFor(request));
      mail.open(incoming.place.conversation);
      const { replies } = await answer(incoming);
      send(response, 200, { replies: replies.map(draw), ...maskedIn(incoming) });
    },
  };

  /** A picture of an error page; what was read in it comes as news. */
  const show: Route = {
    method: 'POST',
    path: '/api/chat/picture',
    most: 16 * 1024 * 1024,
    handle: async (request, response) => {
      const words = wordsFor(request);
      if (uploads >= mostUploads) throw new InputError(words.tooMany, 503);
      uploads++;
      try {
        const incoming = await receivePicture(request, words, pictures.put);
        mail.open(incoming.place.conversation);
        const { replies } = await answer(incoming);
        send(response, 200, { replies: replies.map(draw) });
      } finally {
        uploads--;
      }
    },
  };

  /** What was posted outside a turn; the request waits for it. */
  const news: Route = {
    method: 'POST',
    path: '/api/chat/news',
    handle: async (request, response) => {
      const { conversation, seen } = await receiveAsk(request, wordsFor(request));
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const end = AbortSignal.any([gone.signal, stopped.signal]);
      const waiting = await mail.take(conversation, seen, patience, end);
      if (!response.destroyed)
        send(response, 200, { news: waiting.map(({ id, rev, reply }) => ({ id, rev, reply: draw(reply) })) });
    },
  };

  const guarded = (route: Route): Route => ({
    ...route,
    handle: async (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      try {
        guard(request, open);
        await route.handle(request, response);
      } catch (error) {
        if (request.errored) return;
        if (error instanceof InputError) return refuse(response, route.method, error.status, error.message);
        const reference = newReference();
        log.error({ reference, err: error }, 'a request of the web page failed');
        refuse(response, route.method, 500, wordsFor(request).failed.replace('#', reference));
      }
    },
  });

  return {
    name: 'web',
    routes: [...assets(language), chat, show, news].map(guarded),
    start: async () => {},
    stop: async () => stopped.abort(),
    async post({ conversation }, reply) {
      const message = crypto.randomUUID();
      mail.put(conversation, message, reply);
      return { message };
    },
    edit: async ({ conversation }, message, reply) => mail.put(conversation, message, reply),
    fetch: async (_place, ref) => pictures.take(ref),
  };
};
