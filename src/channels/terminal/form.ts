/** Filling in a form in the terminal: one field after the other, what stands there already kept by an empty line. */
import { channelWords } from '../../model/channel-words.ts';
import type { Event } from '../../model/message.ts';
import { type Action, type Field, fieldsOf, type Reply } from '../../model/reply.ts';

type Submit = Extract<Action, { kind: 'submit' }>;

/** A form being filled in: the field at hand, and what was given so far. */
export type Asking = {
  readonly reply: Reply;
  readonly submit: Submit;
  readonly fields: readonly Field[];
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong with the line given last. */
  readonly wrong?: string;
};

/** The submit button of a reply with fields, or null when it is no form. */
export const formOf = (reply: Reply): Submit | null =>
  fieldsOf(reply).length > 0 ? (reply.actions?.find((action) => action.kind === 'submit') ?? null) : null;

/** Begins with the first field, or with the first that has an error. */
export const asking = (reply: Reply | undefined): Asking | null => {
  const submit = reply && formOf(reply);
  if (!reply || !submit) return null;
  const all = fieldsOf(reply);
  const faulty = all.filter(({ error }) => error !== undefined);
  const values = Object.fromEntries(all.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])));
  return { reply, submit, fields: faulty.length > 0 ? faulty : all, at: 0, values };
};

/** The question for the field at hand. */
export const prompt = ({ reply, fields, at, values, wrong }: Asking): string => {
  const words = channelWords(reply.language);
  const { id, label, required, hint, options = [], error } = fields[at]!;
  const now = options.find(({ value }) => value === values[id])?.label ?? values[id];
  const rest = [hint, required ? undefined : words.mayBeEmpty].filter(Boolean).join('; ');
  return [
    ...([wrong, error].filter(Boolean).slice(0, 1) as string[]).map((text) => `! ${text}`),
    `${label}${rest ? ` (${rest})` : ''}${now ? ` [${now}]` : ''}`,
    ...options.map((option, n) => `  ${n + 1} = ${option.label}`),
    ...(at === 0 && !wrong ? [words.keepsLine] : []),
  ].join('\n');
};

/** Takes a line as the value of the field at hand; after the last field the form is sent. */
export const answerField = (
  form: Asking,
  line: string,
): { readonly kind: 'form'; readonly form: Asking } | { readonly kind: 'event'; readonly event: Event } => {
  const text = line.trim();
  if (/^(?:cancel|abort|abbrechen|annuler|cancelar|キャンセル)$/i.test(text))
    return { kind: 'event', event: { kind: 'said', text } };
  const words = channelWords(form.reply.language);
  const field = form.fields[form.at]!;
  const given = text === '' ? form.values[field.id] : chosen(field, text);
  if (given === undefined && (field.required || text !== ''))
    return { kind: 'form', form: { ...form, wrong: text === '' ? words.needed : words.numberOnly } };
  const values = given === undefined ? form.values : { ...form.values, [field.id]: given };
  const { wrong: _, ...rest } = form;
  if (form.at + 1 < form.fields.length) return { kind: 'form', form: { ...rest, values, at: form.at + 1 } };
  const { choice, about } = form.submit;
  const { turn } = form.reply;
  return {
    kind: 'event',
    event: {
      kind: 'filled',
      choice,
      values,
      ...(about === undefined ? {} : { about }),
      ...(turn === undefined ? {} : { turn }),
    },
  };
};

/** An option by its number or its label; any text where there are no options. */
const chosen = ({ options }: Field, text: string): string | undefined => {
  if (!options) return text;
  const named = options.find(({ label, value }) =>
    [label, value].some((one) => one.toLowerCase() === text.toLowerCase()),
  );
  return (named ?? options[Number(text) - 1])?.value;
};
