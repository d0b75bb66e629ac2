/** `Reply` -> what Teams shows: an Adaptive Card, or plain text when there is nothing to lay out. */
import type { Activity } from 'botbuilder';
import type { Action, Block, Reply } from '../../model/reply.ts';
import { elementsOf, heading, text, type Element } from './blocks.ts';
import { clip, inline, webUrl } from './text.ts';

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly [more: string]: unknown;
};

/** The card; once a choice was made, it shows that choice in place of the buttons. */
export const cardOf = (reply: Reply, chosen?: string): AdaptiveCard => {
  const blocks: readonly Block[] = reply.blocks?.length ? reply.blocks : [{ kind: 'paragraph', text: reply.text }];
  const actions = (reply.actions ?? []).filter(({ kind }) => kind === 'open' || chosen === undefined);
  const parts: Parts = {
    title: reply.title === undefined ? [] : [heading(reply.title, 'Large')],
    words: blocks.flatMap(elementsOf),
    links: [],
    end: chosen === undefined ? [] : [text(`You chose: **${inline(chosen, 200)}**`)],
    ...buttonsOf(actions.flatMap((action) => buttonOf(action, reply.turn) ?? [])),
  };
  const whole = assemble(reply, parts);
  return size(whole) <= limit ? whole : assemble(reply, shorten(reply, parts, blocks));
};

/** The message: short words for the notification, the rest in the card. */
export const activityOf = (reply: Reply): Partial<Activity> =>
  reply.blocks?.length || reply.actions?.length
    ? {
        type: 'message',
        summary: clip(reply.text, 1000),
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(reply) }],
      }
    : { type: 'message', textFormat: 'plain', text: clip(reply.text, limit) };

type Parts = Readonly<Record<'title' | 'words' | 'links' | 'end' | 'rows' | 'actions', readonly Element[]>>;

const assemble = (reply: Reply, { title, words, links, end, rows, actions }: Parts): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: clip(reply.text, 1000),
  msteams: { width: 'Full' },
  body: [...title, ...words, ...links, ...end, ...rows],
  ...(actions.length > 0 && { actions }),
});

/** Execute replaces the pressed card; Submit is for clients that cannot. */
const buttonOf = (action: Action, turn: number | undefined): Element | undefined => {
  const title = clip(action.label, 100);
  if (action.kind === 'open') {
    const url = webUrl(action.url);
    return url === undefined ? undefined : { type: 'Action.OpenUrl', title, url };
  }
  const { choice, about, primary } = action;
  const data = { choice, ...(about !== undefined && { about }), ...(turn !== undefined && { turn }) };
  const button = { title, data, ...(primary && { style: 'positive' }) };
  return { type: 'Action.Execute', verb: 'choose', ...button, fallback: { type: 'Action.Submit', ...button } };
};

const perRow = 6;

/** Teams shows six buttons of a card and hides the rest, so more of them stand in rows. */
const buttonsOf = (buttons: readonly Element[]): Pick<Parts, 'rows' | 'actions'> => {
  if (buttons.length <= perRow) return { rows: [], actions: buttons };
  const rows = Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, n) => ({
    type: 'ActionSet',
    actions: buttons.slice(n * perRow, (n + 1) * perRow),
  }));
  return { rows, actions: [] };
};

/** Teams takes cards of 28 KB at two bytes a character. */
const limit = (28 * 1024) / 2;

/** Keeps whole elements from the start and the links at the end, where the person can read the rest. */
const shorten = (reply: Reply, parts: Parts, blocks: readonly Block[]): Parts => {
  const sources = blocks.filter(({ kind }) => kind === 'link').flatMap(elementsOf);
  const others = blocks.filter(({ kind }) => kind !== 'link').flatMap(elementsOf);
  const cut = text(`… (cut; ask for the rest${sources.length > 0 ? ' or read the sources below' : ''})`);
  const rows = take(parts.rows, limit / 2);
  const actions = take(parts.actions, limit / 2);
  const bare = { ...parts, words: [cut], rows, actions };
  const room = limit - size(assemble(reply, bare));
  const links = take(sources, room / 3);
  return { ...bare, words: [...take(others, room - size(links)), cut], links };
};

const size = (json: object): number => JSON.stringify(json).length;

/** The longest run from the start that takes no more than `room` characters. */
const take = (elements: readonly Element[], room: number): readonly Element[] => {
  let used = 0;
  const end = elements.findIndex((element) => {
    used += size(element) + 1;
    return used > room;
  });
  return end < 0 ? elements : elements.slice(0, end);
};
