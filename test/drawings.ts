/** Draws a reply for every channel and says what the platforms would refuse. */
import { createRequire } from 'node:module';
import type * as Adaptive from 'adaptivecards';
import { blocksOf } from '../src/channels/slack/render.ts';
import { formView } from '../src/channels/slack/view.ts';
import { cardOf, dialogOf } from '../src/channels/teams/render.ts';
import type { Reply } from '../src/model/reply.ts';
import { faultsIn, faultsInView } from './channels/slack-limits.ts';

const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Adaptive;

/** Teams refuses larger cards; it counts two bytes a character. */
const mostBytes = 28 * 1024;

/** What Teams or Slack would refuse of this reply; nothing where both take it. */
export const drawProblems = (reply: Reply): readonly string[] => {
  const cards = [cardOf(reply), ...(reply.dialog ? [dialogOf(reply).card.content] : [])];
  const sizes = cards.map((card) => Buffer.byteLength(JSON.stringify(card), 'utf16le'));
  return [
    ...sizes.filter((size) => size > mostBytes).map((size) => `the card has ${size} bytes`),
    ...cards.flatMap(parserComplaints),
    ...faultsIn(blocksOf(reply)),
    ...faultsInView(formView(reply, { to: { team: 'T1', channel: 'C1', user: 'U1' } })),
    ...(reply.text.trim() === '' ? ['the plain text is empty'] : []),
  ];
};

/** Teams' own CodeBlock is unknown to the open parser and carries a fallback for it. */
const parserComplaints = (json: object): readonly string[] => {
  const context = new adaptive.SerializationContext(adaptive.Versions.v1_5);
  const card = new adaptive.AdaptiveCard();
  card.hostConfig = new adaptive.HostConfig({ actions: { maxActions: 6 } });
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  const faults = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...faults].filter((message) => !message.includes('CodeBlock'));
};
