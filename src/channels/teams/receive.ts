/** Activity -> `Incoming`. */
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { InputError } from '../../model/errors.ts';
import type { Event, Incoming } from '../../model/message.ts';
import { arrivalOf, type Arrival, localeOf } from './activity.ts';
import { picturesIn } from './pictures.ts';
import { placeOf, roomOf } from './place.ts';
import { pressIn } from './press.ts';

/** What the activity means, or nothing when it asks for no answer. */
export const receive = (activity: Activity): Incoming | undefined => {
  const arrival = arrivalOf(activity);
  const event = eventOf(arrival);
  if (!event) return undefined;
  const { from } = arrival;
  const locale = localeOf(arrival);
  const place = placeOf(arrival);
  const room = place && roomOf(place);
  const overheard = event.kind === 'said' && room !== undefined && !isAddressed(arrival);
  if (overheard && !from) return undefined;
  if (!from || !place)
    throw new InputError(
      'The activity cannot be answered. Send "from.id", "conversation.id" and "serviceUrl" with it.',
    );
  return {
    id: idOf(arrival, event),
    place,
    ...(room && { room }),
    person: { id: from.id, name: from.name ?? '', ...(locale !== undefined && { locale }) },
    event: overheard ? { ...event, overheard } : event,
  };
};

const eventOf = (arrival: Arrival): Event | undefined => {
  const { type, from, recipient, membersAdded } = arrival;
  if (type === 'message' && !isBot(arrival)) return pressIn(arrival)?.event ?? saidIn(arrival);
  if (type === 'invoke') return pressIn(arrival)?.event;
  const added = type === 'conversationUpdate' && membersAdded.some((member) => member && member.id === recipient?.id);
  const installed = type === 'installationUpdate' && ['add', 'add-upgrade'].includes(arrival.action ?? '');
  return from && (added || installed) ? { kind: 'joined' } : undefined;
};

const saidIn = (arrival: Arrival): Event => {
  const pictures = picturesIn(arrival);
  return { kind: 'said', text: wordsOf(arrival), ...(pictures.length > 0 && { pictures }) };
};

/** Other bots are not answered, and neither is this one. */
const isBot = ({ from, recipient }: Arrival): boolean =>
  from !== undefined && (from.role === 'bot' || from.id.startsWith('28:') || from.id === recipient?.id);

/** Whether the app was taken out of the conversation. */
export const isRemoval = (activity: Activity): boolean => {
  const { type, action, membersRemoved, recipient } = arrivalOf(activity);
  return type === 'installationUpdate'
    ? action !== undefined && action.startsWith('remove')
    : type === 'conversationUpdate' && membersRemoved.some((member) => member && member.id === recipient?.id);
};

/** Whether that is for good, and not on the way to another version of the app. */
export const isUninstall = (activity: Activity): boolean =>
  isRemoval(activity) && arrivalOf(activity).action !== 'remove-upgrade';

const mentionsOf = ({ entities, recipient }: Arrival) =>
  entities.flatMap((entity) =>
    entity?.mentioned && entity.mentioned.id === recipient?.id ? [{ ...entity, mentioned: entity.mentioned }] : [],
  );

const isAddressed = (arrival: Arrival): boolean => mentionsOf(arrival).length > 0;

/** The text without the mentions of the bot; other people's mentions stay. */
const wordsOf = (arrival: Arrival): string =>
  mentionsOf(arrival)
    .map(({ text, mentioned }) => text || `<at>${mentioned.name ?? ''}</at>`)
    .reduce((words, mention) => words.replaceAll(mention, ' '), arrival.text ?? '')
    .replace(/&nbsp;|[^\S\r\n]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Teams tells of one install twice, so both tellings get one id; a press repeats its activity's id. */
const idOf = ({ id = crypto.randomUUID(), type, name, conversation, replyToId }: Arrival, event: Event): string => {
  if (event.kind === 'joined') return `joined/${conversation?.id}`;
  if (type !== 'invoke' || event.kind === 'said') return id;
  const { choice, about, turn } = event;
  const what = event.kind === 'filled' ? [name, digest(event.values)] : [name];
  return ['press', id, replyToId, choice, about, turn, ...what].join('/');
};

const digest = (values: Readonly<Record<string, string>>): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
