/** What stands around several replicas: the platforms, which take their messages; and a balancer that sends each delivery to the next replica. */
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Part = { readonly [name: string]: unknown };

/** A message that a platform took, or a window of Slack with a form in it. */
export type Taken = {
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  readonly body: Part;
};

/** A call of Teams that makes a conversation. */
type Beginning = { readonly channelData: { readonly channel: { readonly id: string } }; readonly activity: Part };

/** What a window of Slack remembers. */
type Memo = { readonly to: { readonly channel: string } };

type SaidToSlack = Part & {
  readonly channel: string;
  readonly user: string;
  readonly trigger_id: string;
  readonly view_id: string;
  readonly view: Part;
};

export type City = Awaited<ReturnType<typeof startCity>>;

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Teams and Slack on loopback, and Entra, which answers nothing but remembers what it was asked. */
export const startCity = async () => {
  const taken: Taken[] = [];
  const places = new Map<string, Taken[]>();
  const asked: string[] = [];
  const held = new Set<string>();
  const triggers = new Set<string>();
  let holding = 0;
  let count = 0;

  const take = (conversation: string, id: string, body: Part): void => {
    const one = { conversation, id, text: JSON.stringify(body), body };
    taken.push(one);
    places.set(conversation, [...(places.get(conversation) ?? []), one]);
  };

  /** What Teams says to a call; undefined where it hangs. */
  const inTeams = (method: string | undefined, url: string, body: Part): object | undefined => {
    const begins = /\/conversations\/?$/.test(url);
    const conversation = begins
      ? (body as unknown as Beginning).channelData.channel.id
      : decodeURIComponent(/conversations\/([^/]+)/.exec(url)?.[1] ?? '');
    if (held.has(conversation)) return undefined;
    const activity = begins ? (body as unknown as Beginning).activity : body;
    const id = `sent-${++count}`;
    if (method === 'POST' && activity['type'] === 'message') take(conversation, id, activity);
    return begins ? { id: `${conversation};messageid=${id}`, activityId: id } : { id };
  };

  /** A form remembers where it was asked for; a window without one only says that something goes on. */
  const window = (id: string, view: Part): object => {
    const { private_metadata: memo } = view;
    if (typeof memo === 'string') take((JSON.parse(memo) as Memo).to.channel, id, view);
    return { ok: true, view: { ...view, id } };
  };

  /** What Slack says to a call; undefined where it hangs. A trigger opens one window. */
  const inSlack = (method: string, said: SaidToSlack): object | undefined => {
    if (held.has(said.channel)) return undefined;
    const id = `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: slackBot, team_id: slackTeam };
      case 'users.info':
        return { ok: true, user: { id: said.user, locale: 'en-US', profile: { display_name: said.user } } };
      case 'chat.postMessage':
        take(said.channel, id, said);
        return { ok: true, channel: said.channel, ts: id };
      case 'views.open':
        if (triggers.has(said.trigger_id)) return { ok: false, error: 'exchanged_trigger_id' };
        triggers.add(said.trigger_id);
        return window(`V${count}`, said.view);
      case 'views.update':
        return window(said.view_id, said.view);
      default:
        return { ok: true };
    }
  };

  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const url = request.url ?? '';
      const slack = /^\/api\/(.+)/.exec(url)?.[1];
      if (slack === undefined && !url.startsWith('/v3/')) {
        asked.push(url);
        response.writeHead(404);
        response.end('{}');
        return;
      }
      const body: Part = text.startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
      const said = slack === undefined ? inTeams(request.method, url, body) : inSlack(slack, body as SaidToSlack);
      if (!said) {
        holding++;
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url,
    taken,
    asked,
    /** Takes nothing more for a conversation, and does not say so: as if the connection hung. */
    hold: (conversation: string): void => void held.add(conversation),
    release: (): void => held.clear(),
    /** How many messages hang. */
    holding: (): number => holding,
    in: (conversation: string): readonly Taken[] => places.get(conversation) ?? [],
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const slackTeam = 'T1';
export const slackBot = 'UBOT';

/** Looks again until it is so. */
export const until = async (so: () => boolean | Promise<boolean>, what: string, patience = 20_000): Promise<void> => {
  for (const end = Date.now() + patience; !(await so()); ) {
    if (Date.now() > end) throw new Error(`${what} did not come about in ${patience} ms.`);
    await sleep(25);
  }
};

/** What a platform sends; `again` is how often it has sent the same before. */
export type Delivery = (again: number) => {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** Sends each delivery to the next replica, and again to the one after it where a replica does not answer, as platforms do. */
export const balancer = (origins: readonly string[]) => {
  let turn = 0;
  const statuses = new Map<number, number>();
  /** Resolves with what the replica said. */
  const deliver = async (delivery: Delivery, again = 0): Promise<string> => {
    for (let tries = 0; tries < 30; tries++) {
      const origin = origins[turn++ % origins.length]!;
      try {
        const { path, headers, body } = delivery(again + tries);
        const response = await fetch(`${origin}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        });
        const said = await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status < 500) return said;
      } catch {
        // The replica is gone: the platform delivers again.
      }
      await sleep(100);
    }
    throw new Error('No replica took a delivery.');
  };
  return {
    deliver,
    statuses,
    /** The same delivery several times at once, at different replicas. */
    repeat: (delivery: Delivery, times: number): Promise<readonly string[]> =>
      Promise.all(Array.from({ length: times }, (_, again) => deliver(delivery, again))),
  };
};

/** Runs a task for each number from 0, so many side by side. */
export const sideBySide = async (count: number, side: number, task: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(side, count) }, async () => {
      while (next < count) await task(next++);
    }),
  );
};
