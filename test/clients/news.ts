/**
 * The Playground's window loses what comes for a thread that it does not know yet, and what comes while it opens its
 * connection anew, which it does at every new thread. Here nothing is lost: news wait for the window, one by one.
 */
import type { Page, Request, WebSocketRoute } from 'playwright-core';

/** How long the window needs to take something in, in milliseconds. */
const pause = 200;

/** Keeps the one connection to the Playground, and hands on what comes through it; resolves with the end of it. */
export const keepNews = async (page: Page): Promise<() => void> => {
  const waiting: (string | Buffer)[] = [];
  let window: WebSocketRoute | undefined;
  let server: WebSocketRoute | undefined;
  let sending = 0;
  let busyUntil = 0;

  const handOn = (): void => {
    if (sending > 0 || Date.now() < busyUntil) return;
    const news = waiting.shift();
    if (news === undefined) return;
    window?.send(news);
    busyUntil = Date.now() + pause;
  };
  const clock = setInterval(handOn, 20);

  await page.routeWebSocket(/_ws_conversation/, (socket) => {
    window = socket;
    busyUntil = Date.now() + pause;
    // Without a listener the connection to the Playground would end with the window's.
    socket.onClose(() => {});
    if (server) return;
    server = socket.connectToServer();
    server.onMessage((news) => waiting.push(news));
  });

  const isMessage = (request: Request): boolean => request.method() === 'POST' && request.url().endsWith('/messages');
  const sent = (request: Request): void => {
    if (!isMessage(request)) return;
    sending -= 1;
    busyUntil = Date.now() + pause;
  };
  page.on('request', (request) => {
    if (isMessage(request)) sending += 1;
  });
  page.on('requestfinished', sent);
  page.on('requestfailed', sent);
  return () => clearInterval(clock);
};
