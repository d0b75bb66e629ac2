/** The request of the page -> `Incoming`. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { InputError } from '../../model/errors.ts';
import type { Event, Incoming } from '../../model/message.ts';

const limit = 256 * 1024;

const shape = z
  .strictObject({
    conversation: z.uuid(),
    id: z.uuid(),
    said: z.string().optional(),
    chose: z.string().min(1).optional(),
    turn: z.int().nonnegative().optional(),
    about: z.string().optional(),
    joined: z.literal(true).optional(),
  })
  .refine((sent) => [sent.said, sent.chose, sent.joined].filter((given) => given !== undefined).length === 1, {
    error: 'give exactly one of "said", "chose" and "joined"',
  });

type Sent = z.infer<typeof shape>;

const eventOf = ({ said, chose, turn, about }: Sent): Event => {
  if (said !== undefined) return { kind: 'said', text: said };
  if (chose === undefined) return { kind: 'joined' };
  return {
    kind: 'chose',
    choice: chose,
    ...(turn === undefined ? {} : { turn }),
    ...(about === undefined ? {} : { about }),
  };
};

/** Reads past the limit without keeping what comes, so that the sender gets to read the refusal. */
const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit)
    throw new InputError('The message is longer than 256 kB. Send the part that holds the error message.', 413);
  return Buffer.concat(chunks).toString();
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new InputError('The request is not valid JSON. Send one JSON object.');
  }
};

const fault = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');

/** Reads one message of the page; throws `InputError` on anything else. */
export const receive = async (request: IncomingMessage): Promise<Incoming> => {
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new InputError(
      'The request is not marked as JSON. Send it with the header Content-Type: application/json.',
      415,
    );
  const sent = shape.safeParse(parse(await read(request)));
  if (!sent.success) throw new InputError(`The request does not have the right shape. ${fault(sent.error)}.`);
  const { conversation, id } = sent.data;
  return {
    id,
    place: { channel: 'web', conversation },
    person: { id: conversation, name: 'You' },
    event: eventOf(sent.data),
  };
};
