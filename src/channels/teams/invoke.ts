/** The answers to invokes, which Teams expects in the HTTP response itself. */
import type { Event } from '../../model/message.ts';
import type { Reply } from '../../model/reply.ts';
import type { Result } from './http.ts';
import { cardOf } from './render.ts';

/** Shows the pressed card again with the choice in place of its buttons; a short word when the card is forgotten. */
export const pressed = (event: Event, card: Reply | undefined): Result => {
  const label = card?.actions?.find(
    (action) =>
      action.kind === 'choose' &&
      event.kind === 'chose' &&
      action.choice === event.choice &&
      action.about === event.about,
  )?.label;
  return card && label !== undefined
    ? invoked(200, 'application/vnd.microsoft.card.adaptive', cardOf(card, label))
    : invoked(200, 'application/vnd.microsoft.activity.message', 'Thank you. The answer follows.');
};

/** Tells the client that the press came to nothing, in words that it shows to the person. */
export const failed = (statusCode: number, message: string): Result =>
  invoked(statusCode, 'application/vnd.microsoft.error', { code: String(statusCode), message });

/** The HTTP status of a fault of the client is 200 all the same; `statusCode` tells the rest. */
const invoked = (statusCode: number, type: string, value: string | object): Result => ({
  status: statusCode < 500 ? 200 : statusCode,
  body: { statusCode, type, value },
});
