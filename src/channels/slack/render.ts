/** A reply -> a Slack message within Slack's limits. */
import type { types } from '@slack/bolt';
import { channelWords } from '../../model/channel-words.ts';
import { type Action, type Block, bodyOf, type Field, type Reply } from '../../model/reply.ts';
import { drawn, quote, runs, web } from './blocks.ts';
import { inputOf } from './fields.ts';
import { clean, cut, escaped, plainText } from './words.ts';

export type Message = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** Slack refuses a message whose blocks are too long in sum, containers included, from about 13,200 characters on. */
const longest = 12_000;
const most = 50;

/** So much of it is left to buttons at most, so that something is always said. */
const longestRows = 8_000;
const perRow = 25;

/**
 * What to post: the blocks, and as `text` the whole answer for notifications and screen readers.
 * A message takes fields as well: its submit buttons send what stands in them.
 */
export const blocksOf = (reply: Reply): Message => {
  const title = reply.title ? [header(reply.title)] : [];
  const rows = rowsOf(reply.actions, reply.turn);
  const room = longest - size([...title, ...rows]);
  return {
    text: cut(escaped(clean(reply.text)), 4000) || ' ',
    blocks: [...title, ...bodyIn(reply, room, most - title.length - rows.length), ...rows],
  };
};

const size = (blocks: readonly types.KnownBlock[]): number => JSON.stringify(blocks).length;

export const header = (title: string): types.HeaderBlock => ({ type: 'header', text: plainText(title, 150) });

/** Blocks in the order of the reply's, and how many characters all of them take as JSON. */
type Drawing = {
  readonly drawings: readonly types.KnownBlock[][];
  readonly all: types.KnownBlock[];
  readonly size: number;
};

/** `bare` leaves out of fields what stands in them. */
const drawing = (reply: Reply, bare = false): Drawing => {
  const drawings = bodyOf(reply).map((block) =>
    isField(block) ? inputOf(block, reply.turn, bare, reply.language) : [drawn(block, reply.language)],
  );
  const all = drawings.flat();
  return { drawings, all, size: size(all) };
};

/** The same, drawn once for the blocks of an answer that many ask for. */
const drawingOf = (reply: Reply): Drawing => {
  const { title, blocks, language } = reply;
  const known = blocks && bodies.get(blocks);
  if (known && known.language === language) return known.whole;
  const whole = drawing(reply);
  // Without a title it may be the text that is drawn, and a field has its turn in it.
  if (blocks && title && !blocks.some(isField)) bodies.set(blocks, { language, whole });
  return whole;
};

const bodies = new WeakMap<readonly Block[], { readonly language: string | undefined; readonly whole: Drawing }>();

/** All fields, and as many whole blocks as fit beside them; what is left out is said, with the sources to read it in. */
export const bodyIn = (reply: Reply, room: number, count: number): types.KnownBlock[] => {
  const whole = drawingOf(reply);
  if (whole.size <= room && whole.all.length <= count) return whole.all;

  const body = bodyOf(reply);
  const fits = (some: readonly types.KnownBlock[]) => size(some) <= room && some.length <= count;
  const end = rest(body, reply.language);
  const upTo = (last: number, drawings: readonly types.KnownBlock[][]) =>
    drawings.flatMap((some, n) => (n === last ? [end] : n < last || isField(body[n]!) ? some : []));
  const cuts = body.flatMap((block, n) => (isField(block) ? [] : [n]));
  const [first = body.length] = cuts;
  const { drawings } = fits(upTo(first, whole.drawings)) ? whole : drawing(reply, true);
  let kept = upTo(first, drawings);
  for (const last of cuts) {
    const longer = upTo(last, drawings);
    if (!fits(longer)) break;
    kept = longer;
  }
  return kept;
};

const isField = (block: Block): block is Field => block.kind === 'field';

const rest = (body: readonly Block[], language: string | undefined): types.RichTextBlock => {
  const sources = body.filter((block) => block.kind === 'link').slice(0, 3);
  const links = sources.flatMap(({ label, url }) => [...runs('\n'), ...runs([{ text: cut(label, 150), url }])]);
  return {
    type: 'rich_text',
    elements: [quote('… ', [...runs(channelWords(language).tooLong(sources.length > 0)), ...links])],
  };
};

/** The buttons that fit, in rows of as many as Slack takes. */
export const rowsOf = (actions: readonly Action[] = [], turn?: number): types.ActionsBlock[] => {
  let left = longestRows;
  const buttons = actions
    .map((action, n) => button(action, n, turn))
    .filter((one) => taken(one) && (left -= JSON.stringify(one).length) >= 0);
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * perRow, (row + 1) * perRow),
  }));
};

/** What a press sends back is in the value of its button, so that an old message still counts. */
const button = (action: Action, n: number, turn: number | undefined): types.Button => {
  const text = plainText(action.label, 75);
  if (action.kind === 'open') return { type: 'button', action_id: `signpost:open:${n}`, text, url: action.url };
  const { choice, about, primary } = action;
  const value = JSON.stringify({ choice, about, turn });
  return {
    type: 'button',
    action_id: `signpost:${sort(action)}:${n}`,
    text,
    value,
    ...(primary ? { style: 'primary' } : {}),
  };
};

/** The id of a button tells what its press brings: the fields beside it, a form to open, or only a choice. */
const sort = (action: Exclude<Action, { kind: 'open' }>): string =>
  action.kind === 'submit' ? 'submit' : action.dialog ? 'dialog' : 'choose';

/** Slack refuses the whole message for one button that it cannot take. */
const taken = ({ url, value = '' }: types.Button): boolean => (url === undefined || web(url)) && value.length <= 2000;

/** The blocks of a posted message after a press: the choices and fields are gone, and the choice taken is named. */
export const chosen = (blocks: readonly types.KnownBlock[], label: string, language?: string): types.KnownBlock[] => [
  ...blocks.flatMap(settled).slice(0, most - 1),
  { type: 'context', elements: [plainText(`${channelWords(language).chose}${label}`, 150)] },
];

const settled = (block: types.KnownBlock): types.KnownBlock[] => {
  if (block.type === 'input') return [];
  if (block.type !== 'actions') return [block];
  const elements = block.elements.filter(({ action_id: id }) => id?.startsWith('signpost:open:'));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
};
