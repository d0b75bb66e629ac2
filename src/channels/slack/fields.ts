/** Fields to fill in: a field of a reply -> an input block, and what Slack sends back -> values. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { channelWords } from '../../model/channel-words.ts';
import type { Field } from '../../model/reply.ts';
import { quote, runs } from './blocks.ts';
import { clean, cut, plainText } from './words.ts';

/** What Slack sends of the fields, by block and action. */
export const values = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ),
);

/** How much a text field takes. */
const longest = 3000;
/** So many choices stand open; more of them, and those that may be taken back, are in a list to unfold. */
const open = 5;
const most = 100;

/**
 * The input of a field, and below it what was wrong with it. The turn in its block id makes a later form a new one:
 * Slack would keep what was typed in a block of the same id. A form that is `bare` leaves out what stands there already.
 */
export const inputOf = (
  field: Field,
  turn: number | undefined,
  bare: boolean,
  language?: string,
): types.KnownBlock[] => [
  {
    type: 'input',
    block_id: `signpost:field:${turn ?? ''}:${field.id}`,
    label: plainText(field.label, 2000),
    optional: !field.required,
    ...(field.hint ? { hint: plainText(field.hint, 2000) } : {}),
    element: elementOf(bare ? without(field) : field, language),
  },
  ...(field.error === undefined
    ? []
    : [{ type: 'rich_text' as const, elements: [quote(`⚠️ ${channelWords(language).correct} `, runs(field.error))] }]),
];

const without = ({ value: _value, ...field }: Field): Field => field;

const elementOf = (field: Field, language: string | undefined): types.InputBlockElement => {
  const options = field.input === 'choice' ? optionsOf(field) : [];
  return options.length > 0 ? choiceOf(field, options, language) : textOf(field);
};

const textOf = ({ input, value, most: limit }: Field): types.PlainTextInput => {
  const length = Math.max(1, Math.min(limit ?? longest, longest));
  const standing = cut(clean(value ?? ''), length);
  return {
    type: 'plain_text_input',
    action_id: 'signpost:value',
    multiline: input === 'lines',
    max_length: length,
    ...(standing === '' ? {} : { initial_value: standing }),
  };
};

const choiceOf = (
  { value, required }: Field,
  options: types.PlainTextOption[],
  language: string | undefined,
): types.InputBlockElement => {
  const standing = options.find((option) => option.value === value);
  const shared = { action_id: 'signpost:value', options, ...(standing ? { initial_option: standing } : {}) };
  return required && options.length <= open
    ? { type: 'radio_buttons', ...shared }
    : { type: 'static_select', placeholder: plainText(channelWords(language).pick, 150), ...shared };
};

/** Slack refuses the whole form for one option without a value, with a long one, or with one that occurs twice. */
const optionsOf = ({ options = [] }: Field): types.PlainTextOption[] =>
  [...new Map(options.map((option) => [option.value, option])).values()]
    .filter(({ value }) => value !== '' && value.length <= 75 && value.isWellFormed())
    .slice(0, most)
    .map(({ value, label }) => ({ text: plainText(label, 75), value }));

const block = /^signpost:field:\d*:(.+)$/s;

/** What was filled in, by field id, and the blocks that it was filled in in. */
export const valuesIn = (
  state: z.infer<typeof values>,
): { readonly values: Record<string, string>; readonly blocks: ReadonlyMap<string, string> } => {
  const filled: Record<string, string> = {};
  const blocks = new Map<string, string>();
  for (const [id, actions] of Object.entries(state)) {
    const field = block.exec(id)?.[1];
    const [typed] = Object.values(actions);
    if (field === undefined || !typed) continue;
    blocks.set(field, id);
    filled[field] = typed.value ?? typed.selected_option?.value ?? '';
  }
  return { values: filled, blocks };
};
