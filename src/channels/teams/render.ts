/** `Reply` -> what Teams shows: an Adaptive Card, or plain text when there is nothing to lay out. */
import type { Activity } from 'botbuilder';
import { channelWords } from '../../model/channel-words.ts';
import { type Action, type Block, bodyOf, fieldsOf, type Reply } from '../../model/reply.ts';
import { type Element, elementsOf, filledIn, heading, text } from './blocks.ts';
import { dataOf, type Opened, type Pressable } from './press.ts';
import { clip, inline, literal, webUrl } from './text.ts';

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly [more: string]: unknown;
};

export type Dialog = {
  readonly title: string;
  readonly height: 'medium';
  readonly width: 'medium';
  readonly card: Attached;
};

/** The card; once a choice was made, it shows that choice in place of the buttons, and what was filled in in place of the fields. */
export const cardOf = (reply: Reply, chosen?: string, values: Readonly<Record<string, string>> = {}): AdaptiveCard => {
  const fields = fieldsOf(reply).length > 0;
  const actions = (reply.actions ?? []).filter(({ kind }) => kind === 'open' || chosen === undefined);
  const filled = (block: Block): readonly Element[] =>
    block.kind === 'field' ? [filledIn(block, values[block.id] ?? '')] : elementsOf(block, reply.language);
  return fitted(reply, {
    title: reply.title === undefined ? [] : [heading(reply.title, 'Large')],
    ...(chosen === undefined
      ? { ...drawingOf(reply), end: [] }
      : {
          draw: filled,
          words: drawn(bodyOf(reply).flatMap(filled)),
          end: [text(`${channelWords(reply.language).chose}**${inline(chosen, 200)}**`)],
        }),
    buttons: actions.flatMap((action) => buttonOf(action, reply.turn, fields) ?? []),
  });
};

/** What Teams opens as a dialog. `words` stand above it. */
export const dialogOf = (reply: Reply, words: readonly string[] = [], opened: Opened = {}): Dialog => ({
  title: clip(reply.title ?? 'Signpost', 100),
  height: 'medium',
  width: 'medium',
  card: attached(
    fitted(reply, {
      title: words.map((line) => text(literal(line, undefined, reply.language))),
      ...drawingOf(reply),
      end: [],
      buttons: (reply.actions ?? []).flatMap((action) => dialogButtonOf(action, reply.turn, opened) ?? []),
    }),
  ),
});

type Attached = { readonly contentType: string; readonly content: AdaptiveCard };

const attached = (content: AdaptiveCard): Attached => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content,
});

/** Elements, and how many characters they take as JSON. */
type Drawn = { readonly elements: readonly Element[]; readonly size: number };

const drawn = (elements: readonly Element[]): Drawn => ({ elements, size: size(elements) });

type Drawing = {
  readonly title: readonly Element[];
  readonly draw: (block: Block) => readonly Element[];
  readonly words: Drawn;
  readonly end: readonly Element[];
  readonly buttons: readonly Element[];
};

/** How what is to be read and filled in is drawn. */
const drawingOf = (reply: Reply): Pick<Drawing, 'draw' | 'words'> => {
  const { title, blocks, language } = reply;
  const draw = (block: Block): readonly Element[] => elementsOf(block, language);
  const known = blocks && bodies.get(blocks);
  if (known && known.language === language) return { draw, words: known.words };
  const words = drawn(bodyOf(reply).flatMap(draw));
  // Without a title it may be the text that is drawn.
  if (blocks && title) bodies.set(blocks, { language, words });
  return { draw, words };
};

/** The blocks of an answer that many ask for are the same at each. */
const bodies = new WeakMap<readonly Block[], { readonly language: string | undefined; readonly words: Drawn }>();

const fitted = (reply: Reply, drawing: Drawing): AdaptiveCard => {
  const { title, words, end, buttons } = drawing;
  const parts: Parts = { title, words: words.elements, links: [], end, ...buttonsOf(buttons) };
  const whole = assemble(reply, parts);
  const bare = assemble(reply, { ...parts, words: [] });
  return size(bare) + words.size <= limit ? whole : assemble(reply, shorten(reply, parts, drawing));
};

/** The message: short words for the notification, the rest in the card. */
export const activityOf = (reply: Reply): Partial<Activity> =>
  reply.blocks?.length || reply.actions?.length
    ? {
        type: 'message',
        summary: clip(reply.text, 1000),
        attachments: [attached(cardOf(reply))],
        ...(reply.entry !== undefined && { channelData: { feedbackLoop: { type: 'default' } } }),
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

/** Execute replaces the pressed card and Submit is for clients that cannot; only Submit opens dialogs. */
const buttonOf = (action: Action, turn: number | undefined, fields: boolean): Element | undefined => {
  if (action.kind === 'open') return opener(action);
  const data = dataOf(action, turn);
  const button = { ...faceOf(action), ...(fields && action.kind === 'choose' && { associatedInputs: 'none' }) };
  if (action.kind === 'choose' && action.dialog)
    return { type: 'Action.Submit', ...button, data: { ...data, msteams: { type: 'task/fetch' } } };
  const submit = { type: 'Action.Submit', ...button, data };
  return { type: 'Action.Execute', verb: action.kind, ...button, data, fallback: submit };
};

const dialogButtonOf = (action: Action, turn: number | undefined, opened: Opened): Element | undefined => {
  if (action.kind === 'open') return opener(action);
  const button = { ...faceOf(action), ...(action.kind === 'choose' && { associatedInputs: 'none' }) };
  return { type: 'Action.Submit', ...button, data: dataOf(action, turn, opened) };
};

const faceOf = ({ label, primary }: Pressable): object => ({
  title: clip(label, 100),
  ...(primary && { style: 'positive' }),
});

const opener = ({ label, url: address }: Extract<Action, { readonly kind: 'open' }>): Element | undefined => {
  const url = webUrl(address);
  return url === undefined ? undefined : { type: 'Action.OpenUrl', title: clip(label, 100), url };
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

/** Keeps whole elements from the start, every field, and the links at the end, where the person can read the rest. */
const shorten = (reply: Reply, parts: Parts, { draw }: Drawing): Parts => {
  const blocks = bodyOf(reply);
  const those = (wanted: (block: Block) => boolean): readonly Element[] => blocks.filter(wanted).flatMap(draw);
  const sources = those(({ kind }) => kind === 'link');
  const fields = those(({ kind }) => kind === 'field');
  const others = those(({ kind }) => kind !== 'link' && kind !== 'field');
  const cut = text(channelWords(reply.language).cut(sources.length > 0));
  const rows = take(parts.rows, limit / 2);
  const actions = take(parts.actions, limit / 2);
  const bare = { ...parts, words: [cut, ...fields], rows, actions };
  const room = limit - size(assemble(reply, bare));
  const links = take(sources, room / 3);
  return { ...bare, words: [...take(others, room - size(links)), cut, ...fields], links };
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
