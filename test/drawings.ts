/** Draws a reply for every channel and says what the platforms would refuse, and what stands there twice. */
import { createRequire } from 'node:module';
import type * as Adaptive from 'adaptivecards';
import { blocksOf } from '../src/channels/slack/render.ts';
import { formView } from '../src/channels/slack/view.ts';
import { cardOf, dialogOf } from '../src/channels/teams/render.ts';
import { textOf } from '../src/channels/terminal/render.ts';
import type { Reply } from '../src/model/reply.ts';
import { faultsIn, faultsInView } from './channels/slack-limits.ts';

const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Adaptive;

/** Teams refuses larger cards; it counts two bytes a character. */
const mostBytes = 28 * 1024;

/** What is wrong with how this reply is drawn: what Teams or Slack would refuse, and a title that is said twice. */
export const drawProblems = (reply: Reply): readonly string[] => {
  const cards = [cardOf(reply), ...(reply.dialog ? [dialogOf(reply).card.content] : [])];
  const sizes = cards.map((card) => Buffer.byteLength(JSON.stringify(card), 'utf16le'));
  return [
    ...sizes.filter((size) => size > mostBytes).map((size) => `the card has ${size} bytes`),
    ...cards.flatMap(parserComplaints),
    ...faultsIn(blocksOf(reply)),
    ...faultsInView(formView(reply, { to: { team: 'T1', channel: 'C1', user: 'U1' } })),
    ...(reply.text.trim() === '' ? ['the plain text is empty'] : []),
    ...repeated(reply),
  ];
};

/** The channels that say the title again below it. */
const repeated = (reply: Reply): readonly string[] => {
  const { title } = reply;
  if (!title) return [];
  const drawn: Readonly<Record<string, readonly string[]>> = {
    Teams: textsIn(cardOf(reply).body),
    Slack: textsIn(blocksOf(reply).blocks),
    'the terminal': textOf(reply, { width: Number.POSITIVE_INFINITY, colour: false }).split('\n\n'),
  };
  return Object.entries(drawn).flatMap(([channel, texts]) =>
    texts.filter((text) => text === title || text.startsWith(`${title}\n`)).length > 1
      ? [`${channel} says the title twice`]
      : [],
  );
};

/** Every text of a drawing. */
const textsIn = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
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
