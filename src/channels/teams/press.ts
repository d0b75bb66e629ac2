/** What a button of ours carries to the client, and what comes back when it is pressed. */
import { z } from 'zod';
import type { Event } from '../../model/message.ts';
import type { Action } from '../../model/reply.ts';
import type { Arrival } from './activity.ts';
import { clip } from './text.ts';

/** How the person acted, which decides how the answer travels: with a dialog, in the response; otherwise in the chat. */
export type Way = 'message' | 'button' | 'dialog opened' | 'dialog sent';

const ways: ReadonlyMap<string, Way> = new Map([
  ['adaptiveCard/action', 'button'],
  ['task/fetch', 'dialog opened'],
  ['task/submit', 'dialog sent'],
]);

/** The way an activity came; nothing for an invoke that is not ours. */
export const wayOf = ({
  type,
  name,
}: {
  readonly type: string;
  readonly name?: string | undefined;
}): Way | undefined => (type === 'invoke' ? ways.get(name ?? '') : 'message');

/** Clients merge what was typed into the data of the button, so the fields keep a name space of their own. */
const prefix = 'field_';

/** The name of a field in the data. */
export const inputId = (field: string): string => prefix + field;

export type Pressable = Exclude<Action, { readonly kind: 'open' }>;

/** Where a dialog was opened: the message whose button did it, and the post that its thread hangs below, if there is one. */
export type Opened = { readonly card?: string | undefined; readonly root?: string | undefined };

/** The data of a button; one in a dialog tells where that was opened, because what it sends need not. */
export const dataOf = ({ kind, choice, about }: Pressable, turn?: number, { card, root }: Opened = {}): object => ({
  choice,
  ...(about !== undefined && { about }),
  ...(turn !== undefined && { turn }),
  ...(kind === 'submit' && { fills: true }),
  ...(card !== undefined && { card }),
  ...(root !== undefined && { root }),
});

const pressed = z.looseObject({
  choice: z.string().min(1),
  about: z.string().optional().catch(undefined),
  turn: z.int().nonnegative().optional().catch(undefined),
  fills: z.literal(true).optional().catch(undefined),
  card: z.string().optional().catch(undefined),
});

/** What was pressed or sent, and the message that it stands on; nothing when the data is not ours. */
export type Press = {
  readonly event: Extract<Event, { readonly kind: 'chose' | 'filled' }>;
  readonly card?: string;
};

/** Reads the data with care, because it comes back from the client. */
export const pressIn = (arrival: Arrival): Press | undefined => {
  const { data } = pressed.safeParse(dataIn(arrival));
  if (!data) return undefined;
  const { choice, about, turn, fills, card = arrival.replyToId } = data;
  const what = { choice, ...(about !== undefined && { about }), ...(turn !== undefined && { turn }) };
  return {
    event: fills ? { kind: 'filled', ...what, values: valuesIn(data) } : { kind: 'chose', ...what },
    ...(card !== undefined && { card }),
  };
};

const invoked = z.looseObject({
  action: z.looseObject({ data: z.unknown().optional() }).optional().catch(undefined),
  data: z.unknown().optional(),
});

const dataIn = (arrival: Arrival): unknown => {
  const way = wayOf(arrival);
  if (way === 'message') return arrival.type === 'message' ? arrival.value : undefined;
  const value = invoked.safeParse(arrival.value).data;
  return way === 'button' ? value?.action?.data : way && value?.data;
};

const mostFields = 50;
const longestId = 64;
const longestValue = 4000;

const valuesIn = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => name.startsWith(prefix) && name.length <= prefix.length + longestId)
      .flatMap(([name, value]) =>
        typeof value === 'string' ? [[name.slice(prefix.length), clip(value, longestValue, '')] as const] : [],
      )
      .slice(0, mostFields),
  );
