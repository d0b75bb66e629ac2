/** From an answer to the helpdesk: what is known already first, then the form of a ticket, filled with what is known. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Context, type Dialog, type Effect, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import type { Firing } from '../src/model/notice.ts';
import type { Action, Field, Reply } from '../src/model/reply.ts';
import { utc } from '../src/model/time.ts';
import {
  type Affected,
  affecteds,
  type Priority,
  priorities,
  type TicketDraft,
  type Tried,
} from '../src/model/ticket.ts';
import { choose, dialog, note, paragraph, primary } from './blocks.ts';
import { spelt } from './cards.ts';
import { answersIn, isLeaving, isPausing, isSending } from './form-phrases.ts';
import { type Handing, triedLine } from './handing.ts';
import { otherCodes, typedCode } from './kept.ts';
import { clipped, masked } from './masked.ts';
import { opensDialogs, passed } from './passed.ts';
import { handedOver } from './past.ts';
import { introducedIn, isPronoun, nominative, whomIn } from './person.ts';
import { deedsIn } from './put-behind.ts';
import { replyOf } from './reply.ts';
import { smallTalk } from './small-talk.ts';
import { codeNames, factRead, likelyNames, lookedNames, nameRead, stepsRead, stored } from './stored.ts';
import * as cards from './ticket-cards.ts';
import { additionIn } from './ticket-phrases.ts';
import { toldFacts } from './told.ts';
import { affected, idNames, tickets, words } from './words/index.ts';
import { isYes } from './yes-no.ts';
import { clausesOf } from './phrases.ts';

type IdName = keyof ReturnType<typeof idNames>;

/** Values of a pasted text by what they are. */
type Ids = Readonly<Partial<Record<IdName, string | null | undefined>>>;

/** The fields of the form by their names; people's words in it are masked. */
type Values = Readonly<Record<'problem' | 'affected' | 'priority' | 'ids' | 'tried', string>> & {
  /** Left out where nothing was told or looked at. */
  readonly facts?: string;
};

/** `form` names the form, so that it opens one ticket however often it is sent; `back` is the conversation that it interrupted. */
type Form = {
  readonly form: string;
  readonly entry: string | null;
  readonly values: Values;
  readonly back: Saved;
  /** What was told, which stands for the problem until it is said in own words. */
  readonly begun?: string;
  /** What "yes" would follow. */
  readonly follow?: string;
};

type Steps = { known: Form; form: Form };

const at = {
  known: (state: Form): Saved => ({ dialog: 'escalate', step: 'known', state }),
  form: (state: Form): Saved => ({ dialog: 'escalate', step: 'form', state }),
};

/** Hands over to the helpdesk; `fallback` is what is shown where no helpdesk channel is set up. */
export const begin = (handing: Handing, event: Event, context: Context, back: Saved, fallback: Reply): Outcome => {
  if (context.board.desks.length === 0)
    return { next: back, replies: [withNote(fallback, cards.noDeskText(context))], understood: noProblem };
  const { entry, ids, told } = handing;
  const facts = factLines(handing);
  const scope = handing.looked.length === 0 ? told.scope : undefined;
  const begun = entry ? '' : toldLine(told);
  const blankForm = newForm(context, back, entry?.id, {
    affected: (scope && affectedBy[scope]) || '',
    priority: scope === 'everyone' ? 'high' : 'normal',
    ids: linesOf(byName({ ...ids, code: typedCode(entry, ids), before: otherCodes(entry, ids).map(spelt).join(', ') })),
    ...(facts ? { facts } : {}),
    tried: lastLines(handing.tried.map(triedLine), most.tried),
  });
  const state: Form = begun === '' ? blankForm : { ...blankForm, begun };
  const known = knownAlready(entry, ids.code ?? entry?.codes[0] ?? null, ids.tenant ?? null, context);
  if (known)
    return { next: at.known({ ...state, follow: known.follow }), replies: [known.card], understood: noProblem };
  return shown(state, event, context);
};

const blankValues: Values = { problem: '', affected: '', priority: 'normal', ids: '', tried: '' };

const newForm = ({ now }: Context, back: Saved, entry: string | null = null, values: Partial<Values> = {}): Form => ({
  form: now.toString(36),
  entry,
  values: { ...blankValues, ...values },
  back,
});

/** Offers the helpdesk on a card that ends an attempt, where there is one. */
export const offer = (card: Reply, about: string | undefined, context: Context): Reply => {
  if (context.board.desks.length === 0) return card;
  const { text: _text, ...parts } = card;
  const button = choose(tickets().button.openTicket, 'helpdesk', about, { ...primary, ...dialog });
  return replyOf({ ...parts, actions: [button, ...(parts.actions ?? [])] });
};

/** The reply where no helpdesk is set up: what would go there says that it gives a text to send. */
export const withoutDesk = (reply: Reply): Reply => {
  const { text: _, actions = [], ...parts } = reply;
  const isDesk = (action: Action): boolean => action.kind === 'choose' && action.choice === 'helpdesk';
  if (!actions.some(isDesk)) return reply;
  const label = words().button.deskText;
  return replyOf({ ...parts, actions: actions.map((action) => (isDesk(action) ? { ...action, label } : action)) });
};

const withNote = ({ text: _text, ...parts }: Reply, text: string): Reply =>
  replyOf({ ...parts, blocks: [...(parts.blocks ?? []), note(text)] });

/** Whom a scope surely means; one person may be oneself or another. */
const affectedBy: Readonly<Record<string, Affected>> = {
  everyone: 'everyone',
  'federated-users': 'several',
  'some-users': 'several',
};

/** The lines "name: value" of what was looked at and told, and of what it may be. */
const factLines = ({ looked, told, likely = [] }: Handing): string =>
  [
    ...looked.map(({ title }) => [tickets().form.looked, title] as const),
    ...likely.map(({ title }) => [tickets().form.likely, title] as const),
    ...toldFacts(told),
  ]
    .map(lineOf)
    .join('\n');

const lineOf = ([name, value]: readonly [name: string, value: string]): string => `${name}: ${value}`;

/** What was told, as the beginning of what happens; the person's own words were not kept. */
const toldLine = (told: Handing['told']): string => toldFacts(told).map(lineOf).join('; ');

/** The lines without the first of them where not all fit into a field. */
const lastLines = (lines: readonly string[], most: number): string => {
  const text = lines.join('\n');
  return text.length > most || lines.length > mostTried ? lastLines(lines.slice(1), most) : text;
};

const followWords = /^(?:follow(?: it| this)?|folgen|(?:le )?suivre|seguir(?:lo)?|フォロー(?:する)?)\W*$/i;
const openWords =
  /\bticket\b|^(?:no|nope|anyway|open (?:one|it))\b|^(?:nein|trotzdem|non|quand même|de todos modos|いいえ|それでも)|チケット/i;

export const escalate: Dialog<Steps> = {
  known: (state, event, context) => {
    if (event.kind === 'chose' && event.choice === 'ticket:new') return shown(state, event, context);
    if (event.kind === 'said') {
      if (state.follow && (isYes(event.text) || followWords.test(event.text.trim())))
        return followed(state.follow, state.back);
      if (smallTalk(event.text) === 'neverMind' || isLeaving(event.text)) return left(state);
      if (openWords.test(event.text)) return shown(state, event, context);
    }
    return passed;
  },

  form: (state, event, context) => (event.kind === 'said' ? typed(state, event.text, context) : passed),
};

/** A form without anything known, such as the button of an old card asks for. */
export const blank = (event: Event, context: Context, back: Saved): Outcome =>
  context.board.desks.length === 0
    ? { replies: [cards.say(cards.noDeskText(context))], understood: noProblem }
    : shown(newForm(context, back), event, context);

const left = ({ back }: Form): Outcome => ({
  next: back,
  replies: [cards.say(tickets().form.left)],
  understood: noProblem,
});

/** The form as a dialog leaves the conversation where it was; elsewhere what is typed next answers it. */
const shown = (state: Form, event: Event, context: Context): Outcome => {
  const apart = event.kind === 'chose' && event.turn !== undefined && opensDialogs(context.place.channel);
  return {
    next: apart ? state.back : at.form(state),
    replies: [formOf(state, context.catalog)],
    understood: noProblem,
  };
};

/** What was told beside the request for a ticket, whom it is for, and to whom it goes. */
type Beside = { readonly told: string; readonly person?: string | undefined; readonly addressee?: string | undefined };

/** The outcome that began a form, with what was told beside the request for it. */
export const telling = (outcome: Outcome, { told, person, addressee }: Beside, { catalog }: Context): Outcome => {
  const { next } = outcome;
  if (next?.dialog !== 'escalate') return outcome;
  const before = next.state as Form;
  const sent = addressee === undefined ? before.values : withAddressee(before.values, masked(catalog, addressee));
  const forWhom = person === undefined ? sent : withPerson(sent, masked(catalog, person));
  const state: Form = { ...before, values: told === '' ? forWhom : withAnswers(forWhom, told, catalog).values };
  const replies = next.step === 'form' ? [formOf(state, catalog)] : outcome.replies;
  return { ...outcome, next: { ...next, state }, replies };
};

// === What is known already ===

/** What to follow instead of opening a ticket, and the card that says so. */
const knownAlready = (
  entry: Entry | undefined,
  code: string | null,
  domain: string | null,
  { board, now }: Context,
): { readonly follow: string; readonly card: Reply } | null => {
  const notices = board.firing.filter((one) => concerns(one, entry, code, domain)).slice(0, 2);
  const open = entry ? (board.openTickets.get(entry.id) ?? 0) : 0;
  if (notices.length === 0 && open === 0) return null;
  const follow = notices[0] ? `known:notice:${notices[0].key}` : `known:entry:${entry!.id}`;
  const card = replyOf({
    title: tickets().known.title,
    blocks: [
      ...notices.map((one) =>
        paragraph(tickets().known.notice(one.title, utc(Math.min(one.since, now)), one.followers)),
      ),
      ...(open > 0 ? [paragraph(tickets().known.open(open))] : []),
      paragraph(tickets().known.text),
    ],
    actions: [
      choose(tickets().button.follow, follow, undefined, primary),
      choose(tickets().button.anyway, 'ticket:new', undefined, dialog),
      choose(tickets().button.cancel, 'form:cancel'),
    ],
  });
  return { follow, card };
};

/** Follows what a press on "Follow it" names. */
export const followed = (choice: string, next: Saved): Outcome => {
  const [, kind, ...rest] = choice.split(':');
  const key = rest.join(':');
  return kind === 'notice'
    ? {
        next,
        replies: [cards.say(tickets().known.following)],
        effects: [{ kind: 'followNotice', notice: key }],
        understood: noProblem,
      }
    : { next, replies: [], effects: [{ kind: 'followEntry', entry: key }], understood: noProblem };
};

const concerns = (one: Firing, entry: Entry | undefined, code: string | null, domain: string | null): boolean =>
  (code !== null && one.codes.includes(code)) ||
  (entry !== undefined && (one.entry === entry.id || (one.topic === entry.topic && one.codes.length === 0))) ||
  (domain !== null && one.domains.includes(domain));

// === The form ===

const most = { problem: 2000, ids: 1500, facts: 1500, tried: 3000 };

/** So many lines of what was tried go along. */
const mostTried = 20;

const affectedNames = (): readonly string[] => affecteds.map((value) => affected()[value]);

const fieldsOf = (values: Values, errors: Partial<Values>): readonly Field[] => {
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
    cards.priorityField(values.priority, errors.priority),
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
const wholeOf = ({ values, begun = '' }: Pick<Form, 'values' | 'begun'>): Values =>
  values.problem.trim() === '' ? { ...values, problem: begun } : values;

const formOf = (
  state: Pick<Form, 'form' | 'entry' | 'values' | 'begun'>,
  catalog: Catalog,
  errors: Partial<Values> = {},
  after?: string,
): Reply => {
  const values = wholeOf(state);
  return cards.formCard({
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

/** What whoever answers by typing is asked next. */
const nextQuestion = (state: Form): string => {
  const missing = missingIn(state.values);
  const ready = missingIn(wholeOf(state)) === null ? tickets().form.ready : '';
  if (missing === null) return ready;
  return missing === 'problem'
    ? [tickets().form.next(tickets().form.problem), ready].filter(Boolean).join(' ')
    : `${tickets().form.next(tickets().form.affected)} ${tickets().form.options(affectedNames())}`;
};

type Missing = 'problem' | 'affected';

const missingIn = (values: Values): Missing | null => {
  if (values.problem.trim().length < 3) return 'problem';
  return values.affected ? null : 'affected';
};

const titleOf = (entry: string | null, values: Values, catalog: Catalog): string => {
  const known = entry === null ? undefined : catalog.entry(entry);
  if (known) return known.title;
  const code = new RegExp(`^(?:${codeNames.join('|')}): (\\S{1,40})$`, 'm').exec(values.ids)?.[1];
  if (code) return tickets().form.coded(code);
  const facts = linesIn(values.facts);
  const looked = facts.findLast(([name]) => lookedNames.includes(name))?.[1];
  if (looked) return tickets().form.lookedLast(looked);
  const likely = facts.find(([name]) => likelyNames.includes(name))?.[1];
  return likely ? tickets().form.perhaps(likely) : tickets().form.unnamed;
};

/** The words that answer the form one after the other, where it is not a dialog. */
const typed = (state: Form, text: string, context: Context): Outcome => {
  if (smallTalk(text) === 'neverMind' || isLeaving(text)) return left(state);
  if (isPausing(text)) return { next: at.form(state), replies: [unsent(at.form(state))!], understood: noProblem };
  const { values, answered } = withAnswers(state.values, text, context.catalog);
  const now = { ...state, values };
  const missing = missingIn(answered === 'send' ? wholeOf(now) : values);
  if (answered === 'send' && missing === null) return sent(state.form, state.entry, wholeOf(now), context, state.back);
  if (answered === 'send')
    return { next: at.form(now), replies: [cards.say(missingQuestion(missing!))], understood: noProblem };
  const reply = formOf(now, context.catalog, answered ? {} : faultOf(missing), nextQuestion(now));
  return { next: at.form(now), replies: [reply], understood: noProblem };
};

const faultOf = (missing: Missing | null): Partial<Values> => {
  if (missing === null) return {};
  return missing === 'problem'
    ? { problem: tickets().form.missing }
    : { affected: tickets().form.choose(affectedNames()) };
};

/** Says of a form that waits that it is not sent, and what it waits for; null where none does. */
export const unsent = ({ dialog: name, step, state }: Saved): Reply | null => {
  if (name !== 'escalate' || step !== 'form') return null;
  const missing = missingIn(wholeOf(state as Form));
  return cards.say(`${tickets().form.unsent} ${missing === null ? tickets().form.ready : missingQuestion(missing)}`);
};

/** What is asked of whoever sends a form in which something is missing. */
const missingQuestion = (missing: Missing): string =>
  missing === 'problem'
    ? tickets().form.missing
    : `${tickets().form.affected}? ${tickets().form.options(affectedNames())}`;

/** The values with what a text answers of them. Words beyond that tell what happens where that was asked, beside an answer, or behind "add:". */
const withAnswers = (
  values: Values,
  text: string,
  catalog: Catalog,
): { readonly values: Values; readonly answered: boolean | 'send' } => {
  const missing = missingIn(values);
  const adding = additionIn(text, 'open');
  if (adding !== null) return { values: withProblem(values, adding, catalog), answered: true };
  const whom = whomIn(text);
  if (whom !== null && catalog.find(whom).known.words.length === 0)
    return { values: withPerson({ ...values, affected: '' }, masked(catalog, whom)), answered: true };
  const introduced = introducedIn(text);
  if (introduced !== null) return { values: introducing(values, masked(catalog, introduced)), answered: true };
  const deeds = deedsIn(text);
  if (missing !== 'problem' && deeds.length > 0 && deeds.length === clausesOf(text).length)
    return { values: withTried(values, masked(catalog, text.trim())), answered: true };
  const { rest, ...answers } = answersIn(text, missing !== 'problem');
  const after = { ...values, ...answers };
  const heard = Object.keys(answers).length > 0;
  if (isSending(rest)) return { values: after, answered: 'send' };
  const tells = rest !== '' && (missing === 'problem' || heard);
  const told = tells ? withProblem(after, rest, catalog) : after;
  return { values: told, answered: heard || (tells && missingIn(told) !== 'problem') };
};

/** The values with the person whom the problem concerns: by name, or all of a group. */
const withPerson = (values: Values, person: string): Values => {
  const { affected: whom = 'someone', rest } = answersIn(person, true);
  if (isPronoun(person) || (rest === '' && whom !== 'someone')) return { ...values, affected: whom };
  const facts = factsWith(tickets().form.person, nominative(person), values.facts);
  return { ...values, affected: values.affected || (joins.test(person) ? 'several' : whom), facts };
};

/** The values with the team that the ticket goes to, which is not whom it concerns. */
const withAddressee = (values: Values, addressee: string): Values => ({
  ...values,
  facts: factsWith(tickets().form.addressee, addressee, values.facts),
});

/** The facts with this one in the place of another under the same name. */
const factsWith = (name: string, value: string, facts = ''): string =>
  [`${name}: ${value}`, ...facts.split('\n').filter((line) => line !== '' && !line.startsWith(`${name}: `))].join('\n');

const joins = / (?:and|und|et|y|&) /i;

/** The values with the person who was introduced; what is said of them later is added. */
const introducing = (values: Values, person: string): Values => {
  const lines = (values.facts ?? '').split('\n').filter(Boolean);
  const of = lines.findIndex((line) => line.startsWith(`${tickets().form.person}: `));
  const facts = of < 0 ? [`${tickets().form.person}: ${person}`, ...lines] : lines.with(of, `${lines[of]!}, ${person}`);
  return { ...values, facts: clipped(facts.join('\n'), most.facts) };
};

/** The values with one more line of what was tried. */
const withTried = (values: Values, deed: string): Values => ({
  ...values,
  tried: lastLines([...values.tried.split('\n').filter(Boolean), deed], most.tried),
});

/** The values with more words about what happens. */
const withProblem = (values: Values, text: string, catalog: Catalog): Values => {
  const problem = [values.problem, masked(catalog, text.trim())].filter(Boolean).join('\n');
  return { ...values, problem: clipped(problem, most.problem) };
};

/** Answers the filled form, whatever the conversation is at; an old form still counts. */
export const filled = (event: Extract<Event, { kind: 'filled' }>, context: Context, saved: Saved): Outcome => {
  const form = event.choice?.split(':')[2] ?? context.now.toString(36);
  const open = saved.dialog === 'escalate' ? (saved.state as Form) : undefined;
  const state = open?.form === form ? open : undefined;
  const entry = event.about && context.catalog.entry(event.about) ? event.about : (state?.entry ?? null);
  const given = (id: keyof Values): string => (event.values[id] ?? '').trim();
  const values: Values = {
    problem: masked(context.catalog, given('problem')),
    affected: given('affected'),
    priority: given('priority') || 'normal',
    ids: masked(context.catalog, given('ids')),
    ...(given('facts') ? { facts: masked(context.catalog, given('facts')) } : {}),
    tried: masked(context.catalog, given('tried')),
  };
  const errors = faultsIn(values);
  if (Object.keys(errors).length === 0) return sent(form, entry, values, context, state?.back ?? saved);
  return {
    ...(state ? { next: at.form({ ...state, values }) } : {}),
    replies: [formOf({ form, entry, values }, context.catalog, errors)],
    understood: noProblem,
  };
};

const faultsIn = (values: Values): Partial<Values> => ({
  ...(values.problem.length < 3 ? { problem: tickets().form.missing } : {}),
  ...tooLong('problem', values),
  ...(affecteds.some((value) => value === values.affected) ? {} : { affected: tickets().form.choose(affectedNames()) }),
  ...(priorities.some((value) => value === values.priority) ? {} : { priority: tickets().form.choose(priorities) }),
  ...tooLong('ids', values),
  ...tooLong('facts', values),
  ...tooLong('tried', values),
});

const tooLong = (id: keyof typeof most, values: Values): Partial<Values> =>
  (values[id] ?? '').length > most[id] ? { [id]: tickets().form.tooLong(most[id]) } : {};

const sent = (form: string, entry: string | null, values: Values, { catalog }: Context, back: Saved): Outcome => {
  const effect: Effect = { kind: 'openTicket', draft: draftOf(entry, values, catalog), once: `form/${form}` };
  return {
    next: handedOver(back, entry),
    replies: [cards.say(tickets().form.sent)],
    effects: [effect],
    understood: noProblem,
  };
};

/** The ticket as it is handed over; what the problem's words hold of ids goes to the others, but no user. */
const draftOf = (id: string | null, values: Values, catalog: Catalog): TicketDraft => {
  const found = catalog.find(values.problem);
  const best = found.verdict === 'answer' ? found.candidates[0]?.entry : undefined;
  const entry = (id === null ? undefined : catalog.entry(id)) ?? best;
  const ids = stored(() => ({
    ...byName({ ...found.extracted, code: found.extracted.codes[0], user: null }),
    ...idsIn(values.ids),
  }));
  return {
    problem: values.problem,
    entry: entry?.id ?? null,
    topic: entry?.topic ?? null,
    title: stored(() => titleOf(entry?.id ?? null, { ...values, ids: linesOf(ids) }, catalog)),
    priority: values.priority as Priority,
    affected: values.affected as Affected,
    ids,
    ...(values.facts ? { facts: stored(() => factsIn(values.facts)) } : {}),
    tried: values.tried
      .split('\n')
      .filter(Boolean)
      .slice(0, mostTried)
      .map((line) => stored(() => triedIn(line))),
  };
};

/** The ids under the names that people read. */
const byName = (ids: Ids): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(idNames()) as [IdName, string][]).flatMap(([id, name]) => {
      const value = ids[id];
      return value ? [[name, id === 'code' ? spelt(value) : value]] : [];
    }),
  );

const linesOf = (ids: Readonly<Record<string, string>>): string => Object.entries(ids).map(lineOf).join('\n');

/** The lines "name: value" of a field; a line without a name is kept as a remark. */
const linesIn = (text = ''): readonly (readonly [name: string, value: string])[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, 20)
    .map((line, n) => {
      const [, name, value] = /^\s{0,9}([^:]{1,40}):\s{1,9}(\S.{0,199})/u.exec(line) ?? [];
      return name && value ? [name.trim(), value.trim()] : [`Value ${n + 1}`, clipped(line.trim(), 200)];
    });

const idsIn = (text: string): Record<string, string> =>
  Object.fromEntries(linesIn(text).map(([name, value]) => [nameRead(name), value]));

/** What stands there under the same name is one fact. */
const factsIn = (text: string | undefined): Record<string, string> => {
  const lines = Map.groupBy(
    linesIn(text).map((line) => factRead(...line)),
    ([name]) => name,
  );
  return Object.fromEntries([...lines].map(([name, facts]) => [name, facts.map(([, value]) => value).join('; ')]));
};

const triedIn = (line: string): Tried => {
  const [, about, n, title, steps] =
    /^(?:(.{1,200}?): )?(?:Method|Methode|Méthode|Método|方法) (\d{1,2}) ?: ([^(]{1,200}?)(?: \((.{0,200})\))?$/u.exec(
      line,
    ) ?? [];
  return n && title
    ? { method: Number(n), title, steps: stepsRead(steps ?? ''), ...(about ? { about } : {}) }
    : { method: 0, title: clipped(line, 300), steps: '' };
};
