/** What stands around several replicas: Teams, which takes their messages; people; and a balancer that sends each delivery to the next replica. */
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

type Part = { readonly [name: string]: unknown };

/** A message that the platform took. */
export type Taken = {
  readonly conversation: string;
  readonly begins: boolean;
  readonly text: string;
  readonly body: Part;
};

export type City = Awaited<ReturnType<typeof startCity>>;

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Teams on loopback, and Entra, which answers nothing but remembers what it was asked. */
export const startCity = async () => {
  const taken: Taken[] = [];
  const places = new Map<string, Taken[]>();
  const asked: string[] = [];
  const held = new Set<string>();
  let holding = 0;
  let count = 0;
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const url = request.url ?? '';
      if (!url.startsWith('/v3/')) {
        asked.push(url);
        response.writeHead(404);
        response.end('{}');
        return;
      }
      const body = JSON.parse(text || '{}');
      const begins = /\/conversations\/?$/.test(url);
      const conversation: string = begins
        ? body.channelData.channel.id
        : decodeURIComponent(/conversations\/([^/]+)/.exec(url)?.[1] ?? '');
      if (held.has(conversation)) {
        holding++;
        return;
      }
      const activity = begins ? body.activity : body;
      const id = `sent-${++count}`;
      if (request.method === 'POST' && activity.type === 'message') {
        const one = { conversation, begins, text: JSON.stringify(activity), body: activity };
        taken.push(one);
        places.set(conversation, [...(places.get(conversation) ?? []), one]);
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(begins ? { id: `${conversation};messageid=${id}`, activityId: id } : { id }));
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

/** Looks again until it is so. */
export const until = async (so: () => boolean | Promise<boolean>, what: string, patience = 20_000): Promise<void> => {
  for (const end = Date.now() + patience; !(await so()); ) {
    if (Date.now() > end) throw new Error(`${what} did not come about in ${patience} ms.`);
    await sleep(25);
  }
};

/** Sends each delivery to the next replica, and again to the one after it where a replica does not answer, as platforms do. */
export const balancer = (origins: readonly string[]) => {
  let turn = 0;
  const statuses = new Map<number, number>();
  const deliver = async (activity: object): Promise<number> => {
    for (let tries = 0; tries < 30; tries++) {
      const origin = origins[turn++ % origins.length]!;
      try {
        const response = await fetch(`${origin}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
        });
        await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status < 500) return response.status;
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
    repeat: async (activity: object, times: number): Promise<void> => {
      await Promise.all(Array.from({ length: times }, () => deliver(activity)));
    },
  };
};

/** What a person sends; the id is theirs to choose, because platforms repeat deliveries under one id. */
export const personIn = (city: City, name: string, conversation: object) => {
  const base = (id: string): object => ({
    id,
    channelId: 'msteams',
    serviceUrl: city.url,
    timestamp: new Date().toISOString(),
    from: { id: `29:${name}`, name },
    recipient: { id: '28:bot', name: 'Signpost' },
    conversation,
    channelData: { tenant: { id: 'contoso' } },
  });
  return {
    says: (id: string, text: string): object => ({ ...base(id), type: 'message', textFormat: 'plain', text }),
    mentions: (id: string, text: string): object => ({
      ...base(id),
      type: 'message',
      text: `<at>Signpost</at> ${text}`,
      entities: [{ type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot', name: 'Signpost' } }],
    }),
    presses: (id: string, data: object): object => ({
      ...base(id),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'card',
      value: { action: { type: 'Action.Execute', verb: 'choose', data }, trigger: 'manual' },
    }),
    sends: (id: string, value: object): object => ({ ...base(id), type: 'message', replyToId: 'card', value }),
  };
};

/** The data of the button of a message whose choice begins so. */
export const buttonIn = ({ body }: Taken, choice: string): Part => {
  const found: Part[] = [];
  const look = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(look);
    if (typeof part !== 'object' || part === null) return;
    const { data } = part as { data?: Part };
    if (typeof data?.['choice'] === 'string' && data['choice'].startsWith(choice)) found.push(data);
    Object.values(part).forEach(look);
  };
  look(body);
  if (!found[0])
    throw new Error(`No button of the message begins with "${choice}": ${JSON.stringify(body).slice(0, 2000)}`);
  return found[0];
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
