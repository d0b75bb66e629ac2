/** What people press and send in Slack -> what happened, in terms of the model. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Event, Incoming } from '../../model/message.ts';
import { values, valuesIn } from './fields.ts';
import { type Address, arrival, direct } from './place.ts';
import type { Envelope } from './receive.ts';
import { type Memo, memoIn } from './memo.ts';

export const user = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() });

const press = z.object({
  user,
  container: z.object({
    channel_id: z.string().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  view: z
    .object({
      id: z.string(),
      type: z.string(),
      private_metadata: z.string().default(''),
      state: z.object({ values }).optional(),
    })
    .optional(),
  state: z.object({ values }).optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  actions: z.tuple(
    [z.object({ action_id: z.string(), action_ts: z.string().optional(), value: z.string().optional() })],
    z.unknown(),
  ),
});

/** What came with a trigger, which opens a form within three seconds; `dialog` tells that the answer is to be one. */
export type Triggered = {
  readonly incoming: Incoming;
  readonly to: Address;
  readonly trigger?: string | undefined;
  readonly dialog?: boolean;
  /** The form and the message that a pressed button is in. */
  readonly modal?: string | undefined;
  readonly message?: string | undefined;
};

export type Press = Triggered & {
  /** A turn of this conversation posted the message; other messages are edited by whoever posts them. */
  readonly ours: boolean;
};

/** A button; one that only opens a page is nothing, one that is not known is passed on to be answered. */
export const pressIn = (body: unknown, { team }: Envelope): Press | undefined => {
  const { data } = press.safeParse(body);
  if (!data || data.actions[0].action_id.startsWith('signpost:open:')) return undefined;
  const { view, trigger_id: trigger } = data;
  const [{ action_id: id, action_ts: at, value }] = data.actions;
  const to = placed(data, team);
  if (!to) return undefined;
  const event = eventIn(id, value, (data.state ?? view?.state)?.values ?? {});
  const name = data.user.name ?? data.user.username;
  return {
    incoming: arrival(trigger ?? `${at}:${value}`, { ...to, user: data.user.id }, event, name),
    to,
    trigger,
    modal: view?.type === 'modal' ? view.id : undefined,
    message: data.container.message_ts ?? data.message?.ts ?? memoIn(view?.private_metadata)?.message,
    dialog: id.startsWith('signpost:dialog:'),
    ours: event.turn !== undefined || event.choice === id,
  };
};

/** Where a press is answered: beside its message; in a view, where the view says. */
const placed = (data: z.infer<typeof press>, team: string): Address | undefined => {
  const { user: person, container, message, view } = data;
  if (container.channel_id === undefined) return memoIn(view?.private_metadata)?.to;
  const channel = container.channel_id;
  const hidden = container.is_ephemeral;
  const within = container.thread_ts ?? message?.thread_ts;
  const begins = direct(channel) || hidden || within !== undefined ? undefined : message?.ts;
  return {
    team,
    channel,
    user: person.id,
    ...(within === undefined ? {} : { thread: within }),
    ...(begins === undefined ? {} : { thread: begins, lone: true }),
    ...(hidden && data.response_url !== undefined ? { respond: data.response_url } : {}),
  };
};

const choice = z.object({ choice: z.string().optional(), turn: z.int().optional(), about: z.string().optional() });

const eventIn = (
  id: string,
  value: string | undefined,
  filled: z.infer<typeof values>,
): Extract<Event, { kind: 'chose' | 'filled' }> => {
  const { data } = id.startsWith('signpost:') ? choice.safeParse(json(value ?? '')) : {};
  if (data && id.startsWith('signpost:submit:'))
    return { kind: 'filled', values: valuesIn(filled).values, ...given(data) };
  if (data?.choice === undefined) return { kind: 'chose', choice: id };
  return { kind: 'chose', choice: data.choice, ...given({ turn: data.turn, about: data.about }) };
};

/** The properties that are there. */
const given = <T extends object>(some: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const submission = z.object({
  user,
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    private_metadata: z.string().default(''),
    state: z.object({ values }),
  }),
});

/** A form that was sent; `blocks` are the ids of its fields' blocks, by field id. */
export type Submission = {
  readonly incoming: Incoming;
  readonly view: string;
  readonly memo: Memo;
  readonly blocks: ReadonlyMap<string, string>;
};

/**
 * A form sent in. Slack keeps the hash of a view that is shown again with what was wrong, so turn and values are part of
 * the id: the same values sent again are a repeat, unless they were found wrong. `turnOf` knows the newer turn of a view
 * that was shown again. Undefined when the form is of another time.
 */
export const submissionIn = (body: unknown, turnOf: (view: string) => number | undefined): Submission | undefined => {
  const { data } = submission.safeParse(body);
  const memo = memoIn(data?.view.private_metadata);
  if (!data || !memo) return undefined;
  const { user: person, view } = data;
  const { values: filled, blocks } = valuesIn(view.state.values);
  const digest = createHash('sha256').update(JSON.stringify(filled)).digest('base64url').slice(0, 16);
  const { choice: submit, about, to } = memo;
  const turn = turnOf(view.id) ?? memo.turn;
  const event: Event = { kind: 'filled', values: filled, ...given({ choice: submit, about, turn }) };
  const name = person.name ?? person.username;
  const incoming = arrival(`${view.id}:${view.hash}:${turn}:${digest}`, { ...to, user: person.id }, event, name);
  return { incoming, view: view.id, memo, blocks };
};
