/** Hears what Signpost says outside a turn, such as news of a ticket. */
import { send } from './send.js';

/** The server lets a request for news wait for 25 seconds. */
const patience = 40_000;
const shortestPause = 2_000;
const longestPause = 60_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Hands each piece of news to `tell`, in order, until the returned function is called. */
export const listen = (conversation, tell) => {
  const stop = new AbortController();

  const fetchNews = async (seen) => {
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]);
    const response = await send('api/chat/news', { conversation, seen }, signal);
    if (!response.ok) throw new Error(`Signpost answered ${response.status}.`);
    const { news } = await response.json();
    return news;
  };

  const run = async () => {
    let seen = [];
    let wait = shortestPause;
    while (!stop.signal.aborted) {
      try {
        const news = await fetchNews(seen);
        seen = news.map(({ id, rev }) => `${id}/${rev}`);
        if (!stop.signal.aborted) news.forEach(tell);
        wait = shortestPause;
      } catch {
        await pause(wait);
        wait = Math.min(wait * 2, longestPause);
      }
    }
  };
  void run();
  return () => stop.abort();
};
