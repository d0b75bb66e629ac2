/** The form of a ticket: its fields, what is wrong in them, and what is asked next. */
import type { Catalog } from '../src/model/catalog.ts';
import type { Field, Reply } from '../src/model/reply.ts';
import { affecteds, priorities } from '../src/model/ticket.ts';
import { titleOf } from './draft.ts';
import { type Missing, missingIn } from './form-answers.ts';
import { most, type Values } from './form-lines.ts';
import { formCard, priorityField } from './ticket-cards.ts';
import { affected, tickets } from './words/index.ts';

/** `form` names the form, so that it opens one ticket however often it is sent. */
export type Filling = {
  readonly form: string;
  readonly entry: string | null;
  readonly values: Values;
  /** What was told, which stands for the problem until it is said in own words. */
  readonly begun?: string;
};

/** What is wrong in a field, by its name. */
export type Faults = Partial<Values>;

const affectedNames = (): readonly string[] => affecteds.map((value) => affected()[value]);

const fieldsOf = (values: Values, errors: Faults): readonly Field[] => {
  const error = (id: keyof Values) => (errors[id] ? { error: errors[id] } : {});
  return [
    {
      kind: 'field',
      id: 'problem',
      label: tickets().form.problem,
      hint: tickets().form.problemHint,
      input: 'lines',
      required: true,
      value: values.problem,
      most: most.problem,
      ...error('problem'),
    },
    {
      kind: 'field',
      id: 'affected',
      label: tickets().form.affected,
      input: 'choice',
      required: true,
      options: affecteds.map((value) => ({ value, label: affected()[value] })),
      ...(values.affected ? { value: values.affected } : {}),
      ...error('affected'),
    },
    priorityField(values.priority, errors.priority),
    {
      kind: 'field',
      id: 'ids',
      label: tickets().form.ids,
      hint: tickets().form.idsHint,
      input: 'lines',
      value: values.ids,
      most: most.ids,
      ...error('ids'),
    },
    ...(values.facts || errors.facts
      ? [
          {
            kind: 'field',
            id: 'facts',
            label: tickets().form.facts,
            hint: tickets().form.idsHint,
            input: 'lines',
            value: values.facts ?? '',
            most: most.facts,
            ...error('facts'),
          } as const,
        ]
      : []),
    {
      kind: 'field',
      id: 'tried',
      label: tickets().form.tried,
      input: 'lines',
      value: values.tried,
      most: most.tried,
      ...error('tried'),
    },
  ];
};

/** The values as they are sent, with what was told where no own words were. */
export const wholeOf = ({ values, begun = '' }: Pick<Filling, 'values' | 'begun'>): Values =>
  values.problem.trim() === '' ? { ...values, problem: begun } : values;

export const formOf = (state: Filling, catalog: Catalog, errors: Faults = {}, after?: string): Reply => {
  const values = wholeOf(state);
  return formCard({
    title: tickets().form.title,
    before: [tickets().form.about(titleOf(state.entry, values, catalog)), tickets().form.intro],
    fields: fieldsOf(values, errors),
    ...(after === undefined ? {} : { after }),
    submit: {
      label: tickets().button.open,
      choice: `ticket:open:${state.form}`,
      ...(state.entry ? { about: state.entry } : {}),
    },
  });
};

// === What is asked next ===

/** The form for whoever answers by typing, with what is asked next. */
export const asking = (state: Filling, catalog: Catalog, errors: Faults = {}): Reply => {
  const missing = missingIn(state.values);
  const question = missing === null ? '' : `${tickets().form.here} ${questionOf(missing)}`;
  const ready = missingIn(wholeOf(state)) === null ? tickets().form.ready : '';
  return formOf(state, catalog, errors, [question, ready].filter(Boolean).join(' '));
};

/** Asks for what is missing. */
export const questionOf = (missing: Missing): string =>
  missing === 'problem'
    ? tickets().form.missing
    : `${tickets().form.next(tickets().form.affected)} ${tickets().form.options(affectedNames())}`;

// === What is wrong ===

export const faultsIn = (values: Values): Faults => ({
  ...(values.problem.trim().length < 3 ? { problem: tickets().form.missing } : {}),
  ...tooLong('problem', values),
  ...(affecteds.some((value) => value === values.affected) ? {} : { affected: tickets().form.choose(affectedNames()) }),
  ...(priorities.some((value) => value === values.priority) ? {} : { priority: tickets().form.choose(priorities) }),
  ...tooLong('ids', values),
  ...tooLong('facts', values),
  ...tooLong('tried', values),
});

const tooLong = (id: keyof typeof most, values: Values): Faults =>
  (values[id] ?? '').length > most[id] ? { [id]: tickets().form.tooLong(most[id]) } : {};

/** The fault of the field that was asked for. */
export const faultAsked = (values: Values): Faults => {
  const missing = missingIn(values);
  return missing === null ? {} : { [missing]: faultsIn(values)[missing] };
};
