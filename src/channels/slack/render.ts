/** A reply -> a Slack message within Slack's limits. */
import type { types } from '@slack/bolt';
import type { Action, Block, Reply } from '../../model/reply.ts';
import { drawn, quote, runs, web } from './blocks.ts';
import { clean, cut, escaped } from './words.ts';

export type Message = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** Slack refuses a message whose blocks are too long in sum, containers included, from about 13,200 characters on. */
const longest = 12_000;
const most = 50;
const perRow = 25;

/** What to post: the blocks, and as `text` the whole answer for notifications and screen readers. */
export const blocksOf = (reply: Reply): Message => {
  const title = reply.title ? [header(reply.title)] : [];
  const rows = rowsOf(reply);
  const body = reply.blocks?.length ? reply.blocks : [{ kind: 'paragraph', text: reply.text } as const];
  const room = longest - size([...title, ...rows]);
  return {
    text: cut(escaped(clean(reply.text)), 4000) || ' ',
    blocks: [...title, ...fit(body, room, most - title.length - rows.length), ...rows],
  };
};

const size = (blocks: readonly types.KnownBlock[]): number => JSON.stringify(blocks).length;

const plain = (text: string, length: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(clean(text), length) || ' ',
  emoji: false,
});

const header = (title: string): types.HeaderBlock => ({ type: 'header', text: plain(title, 150) });

/** As many whole blocks as fit; what is left out is said, with the sources to read it in. */
const fit = (body: readonly Block[], room: number, count: number): types.KnownBlock[] => {
  const all = body.map(drawn);
  const fits = (blocks: readonly types.KnownBlock[]) => size(blocks) <= room && blocks.length <= count;
  if (fits(all)) return all;
  const end = rest(body);
  const kept: types.KnownBlock[] = [];
  for (const block of all) {
    if (!fits([...kept, block, end])) break;
    kept.push(block);
  }
  return [...kept, end];
};

const rest = (body: readonly Block[]): types.RichTextBlock => {
  const sources = body.filter((block) => block.kind === 'link').slice(0, 3);
  const links = sources.flatMap(({ label, url }) => [...runs('\n'), ...runs([{ text: cut(label, 150), url }])]);
  const where = sources.length > 0 ? 'The sources have all of it:' : 'Ask for one part of it to read on.';
  return {
    type: 'rich_text',
    elements: [quote('… ', [...runs(`The rest is too long for one message. ${where}`), ...links])],
  };
};

const rowsOf = ({ actions = [], turn }: Reply): types.ActionsBlock[] => {
  const buttons = actions.map((action, n) => button(action, n, turn)).filter(taken);
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * perRow, (row + 1) * perRow),
  }));
};

/** What a press sends back is in the value of its button, so that an old message still counts. */
const button = (action: Action, n: number, turn: number | undefined): types.Button => {
  const text = plain(action.label, 75);
  if (action.kind === 'open') return { type: 'button', action_id: `signpost:open:${n}`, text, url: action.url };
  const { choice, about, primary } = action;
  const value = JSON.stringify({ choice, about, turn });
  return { type: 'button', action_id: `signpost:choose:${n}`, text, value, ...(primary ? { style: 'primary' } : {}) };
};

/** Slack refuses the whole message for one button that it cannot take. */
const taken = ({ url, value = '' }: types.Button): boolean => (url === undefined || web(url)) && value.length <= 2000;

/** The blocks of a posted message after a press: the choices are gone, and the one taken is named. */
export const chosen = (blocks: readonly types.KnownBlock[], label: string): types.KnownBlock[] => [
  ...blocks.flatMap(settled).slice(0, most - 1),
  { type: 'context', elements: [plain(`You chose: ${label}`, 150)] },
];

const settled = (block: types.KnownBlock): types.KnownBlock[] => {
  if (block.type !== 'actions') return [block];
  const elements = block.elements.filter(({ action_id: id }) => id?.startsWith('signpost:open:'));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
};
