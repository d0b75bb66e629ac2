/** The answers to invokes, which Teams expects in the HTTP response itself. */
import type { TaskModuleResponse } from 'botbuilder';
import { channelWords } from '../../model/channel-words.ts';
import type { Event } from '../../model/message.ts';
import type { Reply } from '../../model/reply.ts';
import type { Result } from './http.ts';
import type { Opened, Way } from './press.ts';
import { cardOf, dialogOf } from './render.ts';
import { clip } from './text.ts';

/** Whether a reply takes the place of the pressed card; a form that comes back with its mistakes does too. */
export const takesPlace = (event: Event, { replaces, dialog }: Reply): boolean =>
  replaces === true || (dialog === true && event.kind === 'filled');

/**
 * Answers a press on a card with the reply that takes its place; otherwise shows it again with the choice in place of its buttons.
 * A card whose press gets no reply is edited, so it stays as it is.
 */
export const pressed = (event: Event, card: Reply | undefined, replies: readonly Reply[], locale?: string): Result => {
  const successor = replies.find((reply) => takesPlace(event, reply));
  if (successor) return invoked(200, 'application/vnd.microsoft.card.adaptive', cardOf(successor));
  if (card && replies.length === 0) return invoked(200, 'application/vnd.microsoft.card.adaptive', cardOf(card));
  const label = card && labelOf(event, card);
  return card && label !== undefined
    ? invoked(200, 'application/vnd.microsoft.card.adaptive', cardOf(card, label, valuesOf(event)))
    : invoked(200, 'application/vnd.microsoft.activity.message', channelWords(locale).follows);
};

const labelOf = (event: Event, { actions = [] }: Reply): string | undefined =>
  actions.find(
    (action) =>
      action.kind !== 'open' &&
      (event.kind === 'chose' || event.kind === 'filled') &&
      action.choice === event.choice &&
      action.about === event.about,
  )?.label;

const valuesOf = (event: Event): Readonly<Record<string, string>> => (event.kind === 'filled' ? event.values : {});

/** Whether a reply is told in the dialog at hand instead of the chat: forms, words for the asker alone, and words that answer its opening. */
export const isInDialog = (way: Way, reply: Reply, shared: boolean): boolean => {
  if (way !== 'dialog opened' && way !== 'dialog sent') return false;
  const words = !reply.blocks?.length && !reply.actions?.length;
  return reply.dialog === true || (words && (way === 'dialog opened' || (shared && reply.to === 'asker')));
};

/** Answers for a dialog: the form to go on with, words, or nothing, which closes it. */
export const dialogued = (way: Way, replies: readonly Reply[], shared: boolean, opened: Opened): Result => {
  const told = replies.filter((reply) => !reply.dialog && (way === 'dialog opened' || isInDialog(way, reply, shared)));
  const words = told.map(({ text }) => text);
  const form = replies.findLast(({ dialog }) => dialog);
  if (form) return tasked({ task: { type: 'continue', value: dialogOf(form, words, opened) } });
  return words.length > 0 ? toldInDialog(words.join('\n\n')) : { status: 200 };
};

const longestWords = 1000;

const toldInDialog = (words: string): Result => tasked({ task: { type: 'message', value: clip(words, longestWords) } });

const tasked = (body: TaskModuleResponse): Result => ({ status: 200, body });

/** Tells the client that the press came to nothing, in words that it shows to the person. */
export const failed = (way: Way, statusCode: number, message: string): Result =>
  way === 'button'
    ? invoked(statusCode, 'application/vnd.microsoft.error', { code: String(statusCode), message })
    : toldInDialog(message);

/** The HTTP status of a fault of the client is 200 all the same; `statusCode` tells the rest. */
export const invoked = (statusCode: number, type: string, value: string | object): Result => ({
  status: statusCode < 500 ? 200 : statusCode,
  body: { statusCode, type, value },
});
