/** Activity -> `Incoming`. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { InputError } from '../../model/errors.ts';
import type { Event, Incoming } from '../../model/message.ts';
import { arrivalOf, type Arrival } from './activity.ts';
import { placeOf } from './place.ts';

/** What the activity means, or nothing when it asks for no answer. */
export const receive = (activity: Activity): Incoming | undefined => {
  const arrival = arrivalOf(activity);
  const event = eventOf(arrival);
  if (!event) return undefined;
  const { from, locale } = arrival;
  const place = placeOf(arrival);
  if (!from || !place)
    throw new InputError(
      'The activity cannot be answered. Send "from.id", "conversation.id" and "serviceUrl" with it.',
    );
  return {
    id: idOf(arrival, event),
    place,
    person: { id: from.id, name: from.name ?? '', ...(locale !== undefined && { locale }) },
    event,
  };
};

const eventOf = (arrival: Arrival): Event | undefined => {
  const { type, from, recipient, membersAdded } = arrival;
  if (type === 'message' && from?.role !== 'bot')
    return choiceIn(arrival.value) ?? { kind: 'said', text: wordsOf(arrival) };
  if (type === 'invoke' && arrival.name === 'adaptiveCard/action') return choiceIn(pressOf(arrival.value));
  const added = type === 'conversationUpdate' && membersAdded.some((member) => member && member.id === recipient?.id);
  const installed = type === 'installationUpdate' && arrival.action === 'add';
  return added || installed ? { kind: 'joined' } : undefined;
};

const pressed = z.looseObject({
  choice: z.string().min(1),
  about: z.string().optional().catch(undefined),
  turn: z.int().nonnegative().optional().catch(undefined),
});

/** The data of a button of ours; it comes back from the client, so it is read with care. */
const choiceIn = (data: unknown): Event | undefined => {
  const found = pressed.safeParse(data);
  if (!found.success) return undefined;
  const { choice, about, turn } = found.data;
  return { kind: 'chose', choice, ...(about !== undefined && { about }), ...(turn !== undefined && { turn }) };
};

const pressOf = (value: unknown): unknown =>
  z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) }).safeParse(value).data?.action.data;

/** The text without the mentions of the bot; other people's mentions stay. */
const wordsOf = ({ text = '', entities, recipient }: Arrival): string =>
  entities
    .filter((entity) => entity !== undefined && entity.mentioned.id === recipient?.id)
    .map((entity) => entity?.text || `<at>${entity?.mentioned.name ?? ''}</at>`)
    .reduce((words, mention) => words.replaceAll(mention, ' '), text)
    .replace(/&nbsp;|[^\S\r\n]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Teams tells of one install twice, so both tellings get one id; a press repeats its activity's id. */
const idOf = ({ id = crypto.randomUUID(), type, conversation, replyToId }: Arrival, event: Event): string => {
  if (event.kind === 'joined') return `joined/${conversation?.id}`;
  if (type !== 'invoke' || event.kind !== 'chose') return id;
  return ['press', id, replyToId, event.choice, event.about, event.turn].join('/');
};
