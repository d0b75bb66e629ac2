/** The replies of the find-and-fix conversation, made from catalog entries. */
import type { Candidate, Entry, Facet, Found, Question, SecretKind } from '../src/model/catalog.ts';
import type { ChannelName } from '../src/model/message.ts';
import { type Action, type Block, bodyOf, plain, type Reply } from '../src/model/reply.ts';
import { keptCard } from './answers.ts';
import { choose, ended, heading, note, paragraph, primary, spans, under, warning } from './blocks.ts';
import {
  answerButton,
  checkButton,
  checkedButton,
  entryButton,
  helpdeskButton,
  noneButton,
  otherButton,
  outcomeButtons,
  sourcesButton,
  startButton,
} from './buttons.ts';
import { namedMethod, type View } from './fix-cards.ts';
import { type Handing, triedText } from './handing.ts';
import { otherCodes, typedCode } from './kept.ts';
import { language } from './language.ts';
import { linked } from './links.ts';
import { clipped } from './masked.ts';
import { stepsOf } from './methods.ts';
import { replyOf, replyWith } from './reply.ts';
import type { Part } from './several.ts';
import { toldFacts, valueText } from './told.ts';
import { fill, type Values } from './values.ts';
import { follow, idNames, questions, tickets, who, words } from './words/index.ts';

/** The spelling that people know: AADSTS50126 rather than 50126. */
export const spelt = (code: string): string => (/^\d{5,7}$/.test(code) ? `AADSTS${code}` : code);

/** What an answer is made from besides its entry: the finding, whether it is only the likeliest, and whether it is all that was said so far. */
type Finding = { readonly found?: Found; readonly likely?: boolean; readonly first?: boolean };

/** Whoever reads another language is told once why the entry is in English. */
export const inEnglish = (first = false): readonly Block[] =>
  first && language() !== 'en' ? [note(words().inEnglish)] : [];

/** The answer: meaning, cause, who acts, and the method worth trying first with its steps. */
export const answerCard = (entry: Entry, view: View, finding: Finding = {}): Reply => {
  const draw = (): Reply =>
    view.as === 'user' && entry.who !== 'user' ? userCard(entry, finding) : fullCard(entry, view, finding);
  return isPlain(finding) ? keptCard(entry, view, draw) : draw();
};

/** Whether an answer shows its entry and no more. */
const isPlain = (finding: Finding): boolean => {
  const { found, likely = false, first = false } = finding;
  if (likely || (first && language() !== 'en')) return false;
  return !found || (found.also.length + found.unknownCodes.length === 0 && found.alternative === null);
};

const fullCard = (entry: Entry, view: View, finding: Finding): Reply => {
  const { found, likely = false, first } = finding;
  const others = otherwise(entry, finding);
  const n = view.order[0];
  const method = n === undefined ? undefined : entry.methods[n - 1];
  const acts = view.as === undefined || view.as === entry.who || ['user', 'nobody'].includes(entry.who);
  return replyOf({
    entry: entry.id,
    title: entry.title,
    blocks: [
      ...(likely ? [note(words().likely)] : []),
      ...(acts ? [] : [note(words().actsNote(who()[entry.who]))]),
      ...answerBlocks(entry, n, view.values, found),
      ...inEnglish(first),
      answerFacts(entry),
    ],
    actions: [
      ...(method && n ? [...outcomeButtons(entry, n, view), ...startButton(entry, n)] : []),
      ...checkButton(entry, method && n),
      helpdeskButton(entry.id),
      ...(others.length > 0 ? others : [sourcesButton(entry)]),
    ],
  });
};

/** The answer itself, with the method of a number. */
export const answerBlocks = (entry: Entry, n: number | undefined, values: Values, found?: Found): readonly Block[] => [
  ...linked(entry.meaning),
  ...under(words().notes, linked(entry.notes)),
  ...under(words().cause, linked(entry.cause)),
  ...(n === undefined ? [] : namedMethod(entry, n, values)),
  ...(entry.who === 'user' ? [] : under(words().user, linked(entry.user))),
  ...alsoBlocks(found),
];

export const answerFacts = (entry: Entry): Block => ({
  kind: 'facts',
  items: [
    [words().whoActs, who()[entry.who]],
    [words().reviewed, entry.reviewed],
  ],
});

export const sourceLinks = (entry: Entry): readonly Block[] =>
  entry.sources.map(({ title, url }) => ({ kind: 'link', label: title, url }));

/** The way on where the entry does not fit: "none of these" after questions, or the entry that is nearly as likely. */
const otherwise = (entry: Entry, { found, likely = false }: Finding): readonly Action[] => {
  if (likely) return [noneButton(entry.id)];
  const others = found?.also.slice(0, 2) ?? [];
  if (others.length > 0) return others.map((one) => otherButton(one));
  const other = found?.alternative;
  return other ? [entryButton(other, words().button.alternative(other.title))] : [];
};

/** What somebody who only signs in can do, and who does the rest; no commands. */
const userCard = (entry: Entry, finding: Finding): Reply => {
  const { found, likely = false, first } = finding;
  return replyOf({
    entry: entry.id,
    title: entry.title,
    blocks: [
      ...(likely ? [note(words().likely)] : []),
      ...linked(entry.meaning),
      ...under(words().notes, linked(entry.notes)),
      heading(words().user),
      ...userBlocks(entry),
      ...alsoBlocks(found),
      ...inEnglish(first),
      { kind: 'facts', items: [[words().whoActs, who()[entry.who]]] },
    ],
    actions: [
      helpdeskButton(entry.id, primary),
      choose(words().walk.button.full, 'full', entry.id),
      ...otherwise(entry, finding),
    ],
  });
};

/** What users can do, or that nobody but those who fix it can do anything. */
export const userBlocks = ({ user, who: fixes }: Entry): readonly Block[] =>
  user.length > 0 ? linked(user) : [paragraph(words().userOnly(who()[fixes]))];

/** The other codes of a message, known and unknown. */
const alsoBlocks = (found?: Found): readonly Block[] => [
  ...(found?.also ?? []).slice(0, 5).map((entry) => {
    const code = found?.extracted.codes.find((one) => entry.codes.includes(one)) ?? entry.id;
    return note(words().also(spelt(code), entry.title));
  }),
  ...(found && found.unknownCodes.length > 0
    ? [note(words().alsoUnknown(found.unknownCodes.slice(0, 5).join(', ')))]
    : []),
];

/** What every card about an entry offers: its method at hand, the way back to it, and the helpdesk. */
const aroundMethod = (entry: Entry, n: number, view: View): readonly Action[] => [
  ...(entry.methods[n - 1] ? outcomeButtons(entry, n, view) : []),
  choose(words().button.back, n === view.order[0] ? `entry:${entry.id}` : `method:${n}`, entry.id),
  helpdeskButton(entry.id),
];

/** How to make sure that this is the cause; `n` is the method at hand. */
export const checkCard = (entry: Entry, n: number, view: View): Reply =>
  replyOf({
    title: follow().labelled(words().button.check, entry.title),
    blocks: fill(entry.check, view.values),
    actions: [...(entry.methods[n - 1] ? checkedButton(entry, n) : []), ...aroundMethod(entry, n, view)],
  });

/** One step of the check. */
export const checkStepCard = (entry: Entry, step: number, n: number, view: View): Reply => {
  const steps = stepsOf({ body: entry.check });
  return replyOf({
    title: follow().labelled(words().button.check, words().walk.step(step, steps.length)),
    blocks: fill(steps[step - 1] ?? [], view.values),
    actions: [...checkButton(entry), ...aroundMethod(entry, n, view)],
  });
};

/** Where the facts come from, what is uncertain, and which old commands no longer work; `n` is the method at hand. */
export const sourcesCard = (entry: Entry, n: number, view: View): Reply =>
  replyOf({
    title: follow().labelled(words().sources, entry.title),
    blocks: [
      ...under(words().more, linked(entry.more)),
      ...(entry.retired.length > 0
        ? [
            heading(words().retired),
            {
              kind: 'list',
              items: entry.retired.map(({ old, now }) => [...spans(old), { text: words().retiredPair }, ...spans(now)]),
            } as const,
          ]
        : []),
      ...sourceLinks(entry),
      { kind: 'facts', items: [[words().reviewed, entry.reviewed]] },
    ],
    actions: aroundMethod(entry, n, view),
  });

/** A candidate with less of a chance than this is not named beside a question. */
const worthNaming = 0.3;

/** A question about one facet, with its likely answers. */
export const questionCard = (question: Question, candidates: readonly Candidate[], before?: string): Reply => {
  const { facet } = question;
  const likely = candidates.filter(({ confidence }) => confidence >= worthNaming).slice(0, 3);
  return replyOf({
    title: questions()[facet].text,
    blocks: [
      ...(before ? [paragraph(before)] : []),
      ...(likely.length > 0 ? [paragraph(ended(words().candidates(likely.map(({ entry }) => entry.title))))] : []),
    ],
    actions: [
      ...question.values.map((value) => choose(valueText(facet, value), `value:${value}`, facet)),
      choose(words().button.unsure, 'value:?', facet),
      noneButton(),
      helpdeskButton(),
    ],
    question: { facet },
  });
};

/** Candidates to choose from, where no question would tell them apart. */
export const pickCard = (candidates: readonly Candidate[]): Reply =>
  replyOf({
    title: candidates.length > 1 ? words().pick : words().pickOne,
    actions: [...candidates.slice(0, 4).map(({ entry }) => entryButton(entry)), noneButton()],
  });

/** Asks which of several answers is meant. */
export const whichCard = (actions: readonly Action[]): Reply => replyOf({ title: words().backToWhich, actions });

/** A code that is not known, close to one that is; without `typed`, one of the catalog that may be the number of another thing. */
export const confirmCard = (typed: string | undefined, code: string, entry: Entry): Reply =>
  replyOf({
    blocks: [
      paragraph(
        typed
          ? words().didYouMean(typed, spelt(code), entry.title)
          : words().whoseNumber(code, spelt(code), entry.title),
      ),
    ],
    actions: [entryButton(entry, words().button.yes, primary), choose(words().button.no, 'none')],
  });

/** Codes that are not in the catalog, with the way back to what was at hand. */
export const unknownCodeCard = (found: Found, back: readonly Action[] = []): Reply => {
  const codes = found.unknownCodes.slice(0, 5);
  return replyOf({
    title: words().unknownCode.title(codes.join(', ')),
    blocks: [
      paragraph(words().unknownCode.text),
      ...(found.lookUp
        ? [
            paragraph(words().unknownCode.lookUp),
            { kind: 'link', label: words().button.lookUp, url: found.lookUp } as const,
          ]
        : []),
      ...(found.candidates.length > 0 ? [paragraph(words().unknownCode.near)] : []),
    ],
    actions: [...back, ...offers(found.candidates), helpdeskButton()],
  });
};

/** Entries to look at, each by its title. */
const offers = (near: readonly Candidate[]): readonly Action[] =>
  near.slice(0, 3).map(({ entry }) => entryButton(entry));

/** Nothing fits; what is nearest is named as such, behind the way back to what was at hand. */
export const unknownCard = (near: readonly Candidate[], back: readonly Action[] = []): Reply =>
  replyOf({
    title: words().unknown.title,
    blocks: [
      paragraph(words().unknown.text),
      paragraph(words().unknown.hint),
      ...(near.length > 0 ? [paragraph(words().unknown.near)] : []),
    ],
    actions: [...back, ...offers(near), helpdeskButton()],
  });

/** The reply with a warning before everything else: a message held secrets. The web page masks what it shows by itself. */
export const withWarning = (reply: Reply, kinds: readonly SecretKind[], channel: ChannelName): Reply => {
  const { seen, kept, onPage } = words().secret;
  const said = (names: readonly string[]): string => `${seen(names)} ${channel === 'web' ? onPage : kept}`;
  return replyWith(reply, { blocks: [secretWarning(kinds, said), ...bodyOf(reply)] });
};

/** Says which kinds of secrets were seen, and what to do about each. */
export const secretWarning = (kinds: readonly SecretKind[], say: (names: readonly string[]) => string): Block => {
  const told = kinds.map((kind) => words().secret.kinds[kind]);
  return warning([say(told.map(([name]) => name)), ...new Set(told.map(([, todo]) => todo))].join(' '));
};

/** `other` has the number that the other system gives its error. */
export const foreignCard = (back: readonly Action[] = [], other?: Entry): Reply =>
  replyOf({
    title: words().foreign.title,
    blocks: [paragraph(words().foreign.text), ...(other ? [paragraph(words().foreign.number)] : [])],
    actions: [...back, ...(other ? [entryButton(other)] : []), helpdeskButton()],
  });

/** The problems of a message that named several, each in its own words: the one that is answered now, those to go on with, and those that nothing is known of. */
export const severalCard = (problems: readonly Part[], lead: Part): Reply => {
  const { title, now, next, unknown } = words().several;
  const isKnown = ({ found }: Part): boolean => found.candidates.length > 0;
  const what = (one: Part): string => (one === lead ? now : isKnown(one) ? next : unknown);
  return replyOf({
    blocks: [
      paragraph(title(problems.length)),
      { kind: 'list', items: problems.map((one) => follow().labelled(shortened(one.text), what(one))) },
    ],
    actions: problems
      .filter((one) => one !== lead && isKnown(one))
      .map(({ text, found: { verdict, candidates } }) => {
        const label = shortened(text);
        return verdict === 'answer' ? otherButton(candidates[0]!.entry, label) : choose(label, `part:${text}`);
      }),
  });
};

const longestPart = 60;

const shortened = (text: string): string => (text.length > longestPart ? `${clipped(text, longestPart)}…` : text);

/** Who has had enough gets a person. */
export const fedUpCard = (): Reply =>
  replyOf({
    blocks: [paragraph(words().fedUp)],
    actions: [helpdeskButton(undefined, primary)],
  });

/** What to send to the helpdesk: the problem, what was told of it, the ids, and what was looked at and tried. */
export const handOverCard = ({ entry, looked, told, tried, ids, likely = [] }: Handing, before?: string): Reply => {
  const { handOver } = words();
  const last = entry ? undefined : looked.at(-1);
  const open = likely.length > 0 ? handOver.perhaps(likely.map(({ title }) => title)) : handOver.unnamed;
  const earlier = looked.filter((one) => one !== last);
  const code = typedCode(entry, ids);
  const values: readonly (readonly [string, string | null | undefined])[] = [
    [handOver.problem, entry?.title ?? (last ? handOver.lookedLast(last.title) : open)],
    [tickets().form.looked, earlier.map(({ title }) => title).join('; ')],
    ...toldFacts(told),
    [handOver.code, code && spelt(code)],
    [idNames().before, otherCodes(entry, ids).map(spelt).join(', ')],
    [handOver.correlationId, ids.correlationId],
    [handOver.requestId, ids.requestId],
    [handOver.timestamp, ids.timestamp],
    [handOver.application, ids.application],
    [handOver.tenant, ids.tenant],
    [handOver.tried, triedText(tried) || handOver.nothing],
  ];
  const items = values.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  const { matter } = words().button;
  return replyOf({
    title: handOver.title,
    blocks: [
      ...(before ? [paragraph(before)] : []),
      paragraph(handOver.text),
      { kind: 'facts', items },
      note(handOver.add({ who: told.scope === undefined, when: !ids.timestamp })),
    ],
    actions: [...(entry ? [answerButton(entry)] : []), choose(matter, `say:${matter}`)],
    copy: items.map(([label, value]) => follow().labelled(label, value)).join('\n'),
  });
};

const examples = (): readonly Action[] => words().examples.map((text) => choose(text, `say:${text}`));

export const helloCard = (): Reply =>
  replyOf({
    title: words().hello.title,
    blocks: [paragraph(words().hello.text), paragraph(words().hello.how)],
    actions: examples(),
  });

export const helpCard = (): Reply =>
  replyOf({ title: words().help.title, blocks: [{ kind: 'list', items: words().help.points }], actions: examples() });

/** Asks whoever wants help what the problem is. */
export const callCard = (): Reply => replyOf({ blocks: [paragraph(words().nothing)], actions: examples() });

/** One sentence, nothing to press. */
export const sentence = (text: string): Reply => replyOf({ blocks: [paragraph(text)] });

/** The question as a program sees it. */
export const understoodQuestion = (
  reply: Reply,
  facet: Facet,
): { facet: Facet; text: string; choices: readonly string[] } => ({
  facet,
  text: reply.title ?? plain(reply.text),
  choices: (reply.actions ?? []).flatMap((action) =>
    action.kind === 'choose' && action.choice !== 'helpdesk' ? [action.label] : [],
  ),
});
