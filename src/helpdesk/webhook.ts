/** Ticket events for other programs: signed CloudEvents over HTTPS, sent by promised jobs. */
import { createHash, createHmac } from 'node:crypto';
import { ChannelError } from '../model/errors.ts';
import type { Promised, WebhookJob } from '../model/ports.ts';
import { type HelpdeskSettings, type HistoryLine, type Ticket, ticketId } from '../model/ticket.ts';

/** A ticket as other programs see it; times are ISO 8601. */
export const viewOf = (ticket: Ticket): object => {
  const { rev, status, title, entry, topic, priority, affected, problem, ids, facts = {}, tried, rating } = ticket;
  const time = (at: number): string => new Date(at).toISOString();
  return {
    id: ticketId(ticket.number),
    rev,
    status,
    title,
    entry,
    topic,
    priority,
    affected,
    problem,
    ids,
    facts,
    tried,
    requester: ticket.requester && { key: ticket.requester.key, name: ticket.requester.name },
    owner: ticket.owner && { key: ticket.owner.key, name: ticket.owner.name, since: time(ticket.owner.since) },
    resolution: ticket.resolution && { ...ticket.resolution, at: time(ticket.resolution.at) },
    rating,
    opened: time(ticket.openedAt),
    changed: time(ticket.changedAt),
  };
};

const names: Readonly<Record<HistoryLine['what'], string>> = {
  opened: 'opened',
  claim: 'claimed',
  unclaim: 'unclaimed',
  assign: 'assigned',
  ask: 'asked',
  write: 'written',
  comment: 'commented',
  priority: 'priority-changed',
  resolve: 'resolved',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  confirm: 'confirmed',
  rate: 'rated',
  keep: 'kept',
  follow: 'followed',
  remind: 'reminded',
  close: 'closed',
  forgotten: 'forgotten',
};

/** The jobs that tell of the last change of a ticket; `sender` is the source of the program that made it, which is not told. */
export const webhookJobs = (
  ticket: Ticket,
  webhooks: HelpdeskSettings['webhooks'],
  dueAt: number,
  sender?: string,
): readonly Promised[] => {
  const line = ticket.history.at(-1);
  if (!webhooks || !line) return [];
  const name = ticketId(ticket.number);
  return receivers(webhooks.urls, sender).map((url) => {
    const key = `${name}/${ticket.rev}/${createHash('sha256').update(url).digest('hex').slice(0, 12)}`;
    const body = JSON.stringify({
      specversion: '1.0',
      id: key,
      source: 'signpost',
      type: `signpost.ticket.${names[line.what]}`,
      subject: name,
      time: new Date(line.at).toISOString(),
      datacontenttype: 'application/json',
      data: { by: line.by, ...(line.detail ? { detail: line.detail } : {}), ticket: viewOf(ticket) },
    });
    return { job: { key, kind: 'webhook', url, body }, dueAt };
  });
};

/** A sender that names none of the URLs could be any of them, so none is told. */
const receivers = (urls: readonly string[], sender: string | undefined): readonly string[] => {
  if (sender === undefined) return urls;
  const others = urls.filter((url) => !isFrom(url, sender));
  return others.length < urls.length ? others : [];
};

const isFrom = (url: string, sender: string): boolean => {
  const { host, hostname } = new URL(url);
  const named = /^https?:\/\//.test(sender) && URL.canParse(sender) ? new URL(sender).host : sender;
  return named === host || named === hostname;
};

/** The value of the header `webhook-signature`: HMAC-SHA256 over id, time in seconds and body. */
export const signature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`;

/** How long a receiver may take to answer, in milliseconds. */
const patience = 5_000;

/** Sends one event; throws `ChannelError`. It goes to configured URLs only and follows no redirect. */
export const sendWebhook = async (
  { key, url, body }: WebhookJob,
  webhooks: HelpdeskSettings['webhooks'],
  now: number,
): Promise<void> => {
  const host = new URL(url).host;
  if (!webhooks?.urls.includes(url))
    throw new ChannelError(
      `SIGNPOST_WEBHOOK_URL no longer names the receiver at ${host}. Set it again and replay the event, or let it go.`,
      { retry: false },
    );
  const seconds = Math.floor(now / 1000);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'webhook-id': key,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature(webhooks.secret, key, seconds, body),
      },
    });
    await response.body?.cancel();
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    throw new ChannelError(
      `The webhook at ${host} ${slow ? 'took too long' : 'could not be reached'}. It is tried again.`,
      {
        retry: true,
      },
    );
  }
  if (response.ok) return;
  const gone = response.status === 410;
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  throw new ChannelError(
    `The webhook at ${host} answered ${response.status}. ${gone ? 'The event is given up.' : 'It is tried again.'}`,
    { retry: !gone, retryAfter },
  );
};
