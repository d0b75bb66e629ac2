/** The request of the page -> `Incoming`. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { bytesOf } from '../../model/body.ts';
import { InputError } from '../../model/errors.ts';
import type { Event, Incoming, Person } from '../../model/message.ts';
import type { PageWords } from './words.ts';

const limit = 256 * 1024;

/** The most bytes of a picture. */
const largest = 8 * 1024 * 1024;

/** A body may hold so many bytes; whoever sends more reads why not. */
type Room = { readonly bytes: number; readonly more: 'tooLong' | 'tooLarge' };

const forWords: Room = { bytes: limit, more: 'tooLong' };
const forPicture: Room = { bytes: Math.ceil(largest / 3) * 4 + 1024, more: 'tooLarge' };

/** The language of the browser (BCP 47). */
const localeShape = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i)
  .optional()
  .catch(undefined);

/** Whoever knows the id of a conversation is in it, so it is kept and told under a name that does not give it away. */
const conversationShape = z
  .uuid()
  .transform((secret) => createHash('sha256').update(secret).digest('hex').slice(0, 32));

const shape = z
  .strictObject({
    conversation: conversationShape,
    id: z.uuid(),
    locale: localeShape,
    said: z.string().optional(),
    chose: z.string().min(1).optional(),
    turn: z.int().nonnegative().optional(),
    about: z.string().optional(),
    joined: z.literal(true).optional(),
    filled: z.record(z.string().max(64), z.string().max(4000)).optional(),
    choice: z.string().min(1).optional(),
  })
  .refine(
    (sent) => [sent.said, sent.chose, sent.joined, sent.filled].filter((given) => given !== undefined).length === 1,
    {
      error: 'give exactly one of "said", "chose", "filled" and "joined"',
    },
  );

const ask = z.strictObject({
  conversation: conversationShape,
  /** The news that the page has shown, as "id/rev". */
  seen: z.array(z.string().max(64)).max(100).default([]),
});

const picture = z.strictObject({
  conversation: conversationShape,
  id: z.uuid(),
  locale: localeShape,
  name: z.string().max(255).default(''),
  /** In Base64. */
  picture: z.string().min(1),
});

type Sent = z.infer<typeof shape>;

const eventOf = ({ said, chose, filled, choice, turn, about }: Sent): Event => {
  if (said !== undefined) return { kind: 'said', text: said };
  const card = { ...(turn === undefined ? {} : { turn }), ...(about === undefined ? {} : { about }) };
  if (filled !== undefined)
    return { kind: 'filled', values: filled, ...(choice === undefined ? {} : { choice }), ...card };
  return chose === undefined ? { kind: 'joined' } : { kind: 'chose', choice: chose, ...card };
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

/** The object of a shape that a request carries; throws `InputError` on anything else. */
const objectIn = async <T>(
  request: IncomingMessage,
  of: z.ZodType<T>,
  words: PageWords,
  room = forWords,
): Promise<T> => {
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new InputError(
      'The request is not marked as JSON. Send it with the header Content-Type: application/json.',
      415,
    );
  const body = await bytesOf(request, room.bytes);
  if (!body) throw new InputError(words[room.more], 413);
  const { data, error } = of.safeParse(parse(body.toString()));
  if (error) throw new InputError(`The request does not have the right shape. ${fault(error)}.`);
  return data;
};

const personOf = (id: string, locale: string | undefined): Person => ({
  id,
  name: 'You',
  ...(locale === undefined ? {} : { locale }),
});

/** Reads one message of the page. `words` are for whoever reads why it was refused. */
export const receive = async (request: IncomingMessage, words: PageWords): Promise<Incoming> => {
  const sent = await objectIn(request, shape, words);
  const { conversation, id, locale } = sent;
  return {
    id,
    place: { channel: 'web', conversation },
    person: personOf(conversation, locale),
    event: eventOf(sent),
  };
};

/** Reads one picture of the page; `keep` gives the reference that it is fetched by later. */
export const receivePicture = async (
  request: IncomingMessage,
  words: PageWords,
  keep: (bytes: Uint8Array) => object,
): Promise<Incoming> => {
  const { conversation, id, locale, name, picture: encoded } = await objectIn(request, picture, words, forPicture);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length > largest) throw new InputError(words.tooLarge, 413);
  return {
    id,
    place: { channel: 'web', conversation },
    person: personOf(conversation, locale),
    event: { kind: 'said', text: '', pictures: [{ ref: keep(bytes), name, type: '', size: bytes.length }] },
  };
};

/** Reads what the page asks for news. */
export const receiveAsk = (request: IncomingMessage, words: PageWords): Promise<z.infer<typeof ask>> =>
  objectIn(request, ask, words);
