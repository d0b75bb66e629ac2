/** The replies of the find-and-fix conversation, made from catalog entries. */
import type { Candidate, Entry, Extracted, Facet, Found, Method, Question, SecretKind } from '../src/model/catalog.ts';
import { type Action, type Block, plain, type Reply } from '../src/model/reply.ts';
import { replyOf } from './reply.ts';
import { questions, risk, who, words } from './wording.ts';

const choose = (label: string, choice: string, about?: string, primary?: boolean): Action => ({
  kind: 'choose',
  label,
  choice,
  ...(about === undefined ? {} : { about }),
  ...(primary ? { primary } : {}),
});

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const note = (text: string): Block => ({ kind: 'note', tone: 'info', text });
const under = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(title), ...blocks] : [];

/** The spelling that people know: AADSTS50126 rather than 50126. */
export const named = (code: string): string => (/^\d{5,7}$/.test(code) ? `AADSTS${code}` : code);

/** The answer: meaning, cause, who acts, and the first method with its steps. */
export const answerCard = (entry: Entry, found?: Found, likely = false): Reply => {
  const method = entry.methods[0];
  return replyOf({
    title: entry.title,
    blocks: [
      ...(likely ? [note(words.likely)] : []),
      ...entry.meaning,
      ...under(words.notes, entry.notes),
      ...under(words.cause, entry.cause),
      ...(method ? [heading(words.method(1, method.title)), ...methodBlocks(method)] : []),
      ...(entry.who === 'user' ? [] : under(words.user, entry.user)),
      ...alsoBlocks(found),
      {
        kind: 'facts',
        items: [
          [words.whoActs, who[entry.who]],
          [words.reviewed, entry.reviewed],
        ],
      },
    ],
    actions: [
      ...(method ? methodActions(entry, 1) : []),
      ...(entry.check.length > 0 ? [choose(words.button.check, 'check', entry.id)] : []),
      choose(words.button.helpdesk, 'helpdesk', entry.id),
      choose(words.button.sources, 'sources', entry.id),
      ...(likely ? [choose(words.button.none, 'none', entry.id)] : []),
    ],
  });
};

const alsoBlocks = (found?: Found): readonly Block[] => [
  ...(found?.also ?? []).slice(0, 5).map((entry) => {
    const code = found?.extracted.codes.find((one) => entry.codes.includes(one)) ?? entry.id;
    return note(words.also(named(code), entry.title));
  }),
  ...(found && found.unknownCodes.length > 0
    ? [note(words.alsoUnknown(found.unknownCodes.slice(0, 5).join(', ')))]
    : []),
];

/** When to use a method, what can go wrong, how long it takes, and its steps. */
const methodBlocks = (method: Method): readonly Block[] => [
  ...(method.when ? [{ kind: 'paragraph', text: method.when } as const] : []),
  ...(method.risk === 'none'
    ? []
    : [
        {
          kind: 'note',
          tone: method.risk === 'low' ? 'info' : 'warning',
          text: `${words.risk}: ${risk[method.risk]}${method.danger ? `, ${method.danger}` : ''}`,
        } as const,
      ]),
  ...method.body,
  ...(method.minutes ? [{ kind: 'facts', items: [[words.takes, words.minutes(method.minutes)]] } as const] : []),
];

const methodActions = (entry: Entry, n: number): readonly Action[] => [
  choose(words.button.worked, `worked:${n}`, entry.id, true),
  choose(n < entry.methods.length ? words.button.next : words.button.last, `next:${n}`, entry.id),
];

/** One method of an entry; `n` counts from 1. */
export const methodCard = (entry: Entry, n: number): Reply => {
  const method = entry.methods[n - 1]!;
  return replyOf({
    title: words.methodOf(n, entry.methods.length, method.title),
    blocks: methodBlocks(method),
    actions: [
      ...methodActions(entry, n),
      choose(words.button.back, `entry:${entry.id}`, entry.id),
      choose(words.button.helpdesk, 'helpdesk', entry.id),
      choose(words.button.sources, 'sources', entry.id),
    ],
  });
};

/** What every card about an entry offers: its method at hand, the way back to it, and the helpdesk. */
const aroundMethod = (entry: Entry, n: number): readonly Action[] => [
  ...(entry.methods[n - 1] ? methodActions(entry, n) : []),
  choose(words.button.back, n > 1 ? `method:${n}` : `entry:${entry.id}`, entry.id),
  choose(words.button.helpdesk, 'helpdesk', entry.id),
];

/** How to make sure that this is the cause; `n` is the method at hand. */
export const checkCard = (entry: Entry, n: number): Reply =>
  replyOf({ title: `${words.button.check}: ${entry.title}`, blocks: entry.check, actions: aroundMethod(entry, n) });

/** Where the facts come from, what is uncertain, and which old commands no longer work; `n` is the method at hand. */
export const sourcesCard = (entry: Entry, n: number): Reply =>
  replyOf({
    title: `${words.sources}: ${entry.title}`,
    blocks: [
      ...under(words.more, entry.more),
      ...(entry.retired.length > 0
        ? [
            heading(words.retired),
            {
              kind: 'list',
              items: entry.retired.map(({ old, now }) => [...spans(old), { text: words.retiredPair }, ...spans(now)]),
            } as const,
          ]
        : []),
      ...entry.sources.map(({ title, url }) => ({ kind: 'link', label: title, url }) as const),
      { kind: 'facts', items: [[words.reviewed, entry.reviewed]] },
    ],
    actions: aroundMethod(entry, n),
  });

const spans = (text: Entry['retired'][number]['old']) => (typeof text === 'string' ? [{ text }] : text);

/** A candidate with less of a chance than this is not named beside a question. */
const worthNaming = 0.15;

/** A question about one facet, with its likely answers. */
export const questionCard = (question: Question, candidates: readonly Candidate[], before?: string): Reply => {
  const { text, values } = questions[question.facet];
  const likely = candidates.filter(({ confidence }) => confidence >= worthNaming).slice(0, 3);
  return replyOf({
    title: text,
    blocks: [
      ...(before ? [paragraph(before)] : []),
      ...(likely.length > 0 ? [paragraph(words.candidates(likely.map(({ entry }) => entry.title)))] : []),
    ],
    actions: [
      ...question.values.map((value) => choose(values[value] ?? value, `value:${value}`, question.facet)),
      choose(words.button.unsure, 'value:?', question.facet),
      choose(words.button.none, 'none'),
    ],
    question: { facet: question.facet },
  });
};

/** Candidates to choose from, where no question would tell them apart. */
export const pickCard = (candidates: readonly Candidate[]): Reply =>
  replyOf({
    title: words.pick,
    actions: [
      ...candidates.slice(0, 4).map(({ entry }) => choose(entry.title, `entry:${entry.id}`, entry.id)),
      choose(words.button.none, 'none'),
    ],
  });

/** A code that is not known, close to one that is; without `typed`, a known one that may be another system's number. */
export const confirmCard = (typed: string | undefined, code: string, entry: Entry): Reply =>
  replyOf({
    blocks: [
      paragraph(
        typed ? words.didYouMean(typed, named(code), entry.title) : words.elsewhere(code, named(code), entry.title),
      ),
    ],
    actions: [choose(words.button.yes, `entry:${entry.id}`, entry.id, true), choose(words.button.no, 'none')],
  });

/** Codes that are not in the catalog. */
export const unknownCodeCard = (found: Found): Reply => {
  const codes = found.unknownCodes.slice(0, 5);
  return replyOf({
    title: words.unknownCode.title(codes.join(', ')),
    blocks: [
      paragraph(words.unknownCode.text),
      ...(found.lookUp
        ? [
            paragraph(words.unknownCode.lookUp),
            { kind: 'link', label: words.button.lookUp, url: found.lookUp } as const,
          ]
        : []),
    ],
    actions: [choose(words.button.helpdesk, 'helpdesk')],
  });
};

/** Nothing fits; what is nearest is named as such. */
export const unknownCard = (near: readonly Candidate[]): Reply =>
  replyOf({
    title: words.unknown.title,
    blocks: [
      paragraph(words.unknown.text),
      paragraph(words.unknown.hint),
      ...(near.length > 0 ? [paragraph(words.unknown.near)] : []),
    ],
    actions: [
      ...near.slice(0, 3).map(({ entry }) => choose(entry.title, `entry:${entry.id}`, entry.id)),
      choose(words.button.helpdesk, 'helpdesk'),
    ],
  });

/** The reply with a warning before everything else: a message held secrets. */
export const withWarning = ({ text, ...reply }: Reply, kinds: readonly SecretKind[]): Reply => {
  const told = kinds.map((kind) => words.secret.kinds[kind]);
  const warning: Block = {
    kind: 'note',
    tone: 'warning',
    text: [
      words.secret.seen(told.map(([name]) => name)),
      words.secret.kept,
      ...new Set(told.map(([, todo]) => todo)),
    ].join(' '),
  };
  const { blocks = [paragraph(text)] } = reply;
  return replyOf({ ...reply, blocks: [warning, ...blocks] });
};

export const foreignCard = (): Reply =>
  replyOf({
    title: words.foreign.title,
    blocks: [paragraph(words.foreign.text)],
    actions: [choose(words.button.helpdesk, 'helpdesk')],
  });

/** The values of a pasted text that a helpdesk needs; people's names are left out. */
export type Ids = Partial<Pick<Extracted, 'correlationId' | 'requestId' | 'timestamp' | 'application' | 'tenant'>> & {
  readonly code?: string;
};

/** What to send to the helpdesk: the problem, the ids, and what was tried. */
export const handOverCard = (entry: Entry | undefined, tried: readonly number[], ids: Ids, before?: string): Reply => {
  const { handOver } = words;
  const code = ids.code && (entry === undefined || entry.codes.includes(ids.code)) ? ids.code : entry?.codes[0];
  const methods = tried.map((n) => words.method(n, entry?.methods[n - 1]?.title ?? ''));
  const values: readonly (readonly [string, string | null | undefined])[] = [
    [handOver.problem, entry?.title ?? handOver.unnamed],
    [handOver.code, code && named(code)],
    [handOver.correlationId, ids.correlationId],
    [handOver.requestId, ids.requestId],
    [handOver.timestamp, ids.timestamp],
    [handOver.application, ids.application],
    [handOver.tenant, ids.tenant],
    [handOver.tried, methods.length > 0 ? methods.join('; ') : handOver.nothing],
  ];
  return replyOf({
    title: handOver.title,
    blocks: [
      ...(before ? [paragraph(before)] : []),
      paragraph(handOver.text),
      { kind: 'facts', items: values.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) },
      note(handOver.add),
    ],
    actions: entry ? [choose(words.button.back, `entry:${entry.id}`, entry.id)] : [],
  });
};

const examples = (): readonly Action[] => words.examples.map((text) => choose(text, `say:${text}`));

export const helloCard = (): Reply =>
  replyOf({
    title: words.hello.title,
    blocks: [paragraph(words.hello.text), paragraph(words.hello.how)],
    actions: examples(),
  });

export const helpCard = (): Reply =>
  replyOf({ title: words.help.title, blocks: [{ kind: 'list', items: words.help.points }], actions: examples() });

/** One sentence, nothing to press. */
export const sentence = (text: string): Reply => replyOf({ blocks: [paragraph(text)] });

/** The question as a program sees it. */
export const understoodQuestion = (
  reply: Reply,
  facet: Facet,
): { facet: Facet; text: string; choices: readonly string[] } => ({
  facet,
  text: reply.title ?? plain(reply.text),
  choices: (reply.actions ?? []).flatMap((action) => (action.kind === 'choose' ? [action.label] : [])),
});
