/** `POST /api/tickets/:id/events`: what other ticket tools say of a ticket. */
import { z } from 'zod';
import { bearerOf } from '../model/bearer.ts';
import { bytesOf } from '../model/body.ts';
import { InputError } from '../model/errors.ts';
import type { Route } from '../model/ports.ts';
import { priorities, type TicketChange, ticketId, ticketNumber } from '../model/ticket.ts';
import { act, type Parts } from './act.ts';
import { viewOf } from './webhook.ts';

const mostBytes = 64 * 1024;
const words = z.string().trim().min(1).max(2000);

const by = z.object({ id: z.string().min(1).max(200).optional(), name: z.string().min(1).max(200) }).optional();

/** What is said, whatever it is wrapped in. */
const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), by }),
  z.object({ kind: z.literal('comment'), text: words, by }),
  z.object({ kind: z.literal('resolve'), cause: words, note: words, by }),
  z.object({ kind: z.literal('reopen'), reason: words, by }),
  z.object({ kind: z.literal('priority'), priority: z.enum(priorities), by }),
]);

const plainEvent = z.object({ id: z.string().min(1).max(200), source: z.string().min(1).max(500).optional() });

const cloudEvent = plainEvent.extend({
  specversion: z.literal('1.0'),
  source: z.string().min(1).max(500),
  type: z.string().min(1).max(200),
  data: z.record(z.string(), z.unknown()).default({}),
});

type Heard = { readonly id: string; readonly source: string; readonly event: z.infer<typeof said> };

/** Reads a CloudEvent or plain JSON; throws `InputError` with what is wrong. */
const heardIn = (body: unknown): Heard => {
  const wrapped = typeof body === 'object' && body !== null && 'specversion' in body;
  if (wrapped) {
    const { id, source, type, data } = parsed(cloudEvent, body);
    return { id, source, event: parsed(said, { ...data, kind: type.split('.').at(-1) }) };
  }
  const { id, source = '' } = parsed(plainEvent, body);
  return { id, source, event: parsed(said, body) };
};

const parsed = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`The event cannot be read: ${issue?.path.join('.') || 'the body'}: ${issue?.message}.`);
};

/** The route; `isToken` knows the token that is to be sent. */
export const inbox = (
  isToken: (given: string) => boolean,
  parts: Parts & { readonly mask: (text: string) => string },
): Route => ({
  method: 'POST',
  path: '/api/tickets/:id/events',
  async handle(request, response) {
    const token = bearerOf(request);
    if (token === undefined || !isToken(token)) {
      const why = request.headers.authorization ? 'its token is not that of SIGNPOST_API_TOKEN' : 'it has no token';
      parts.log.warn({ why }, 'a post to /api/tickets was not admitted');
      throw new InputError('The bearer token is missing or wrong. Send the one of SIGNPOST_API_TOKEN.', 401);
    }
    const id = /^\/api\/tickets\/([^/?]+)\/events/.exec(request.url ?? '')?.[1] ?? '';
    const number = ticketNumber(id);
    if (number === null) throw new InputError(`"${id.slice(0, 20)}" is no ticket. Give one such as HD-12.`, 404);
    const body = await bytesOf(request, mostBytes);
    if (!body) throw new InputError(`The event is larger than ${mostBytes / 1024} kB. Shorten it.`, 413);
    const { id: event, source, event: what } = heardIn(jsonIn(body.toString()));
    const who = { key: `program:${source}`, name: parts.mask(what.by?.name ?? (source || 'another ticket tool')) };
    const outcome = await act(
      number,
      changeOf(what, parts.mask),
      { key: `api/${source}/${event}`, byFor: () => ({ role: 'program', who }), sender: source },
      parts,
    );
    if (outcome.kind === 'missing') throw new InputError(`There is no ticket ${ticketId(number)}.`, 404);
    if (outcome.kind === 'refused') throw new InputError(conflict(outcome.ticket.status, what.kind, number), 409);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ticket: viewOf(outcome.ticket) }));
  },
});

const conflict = (status: string, kind: string, number: number): string =>
  `${ticketId(number)} is ${status}, so "${kind}" changes nothing. Read its state and decide again.`;

const changeOf = ({ by: _by, ...event }: z.infer<typeof said>, mask: (text: string) => string): TicketChange => {
  if (event.kind === 'comment') return { ...event, text: mask(event.text) };
  if (event.kind === 'resolve') return { ...event, cause: mask(event.cause), note: mask(event.note) };
  return event.kind === 'reopen' ? { ...event, reason: mask(event.reason) } : event;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('The event is no JSON. Send a JSON object.');
  }
};
