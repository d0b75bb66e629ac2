/** Answers that stand where there is no conversation: in a search, in a dialog of their own, in a chat without the bot. Nothing on them has to be pressed. */
import type { Board } from '../src/model/board.ts';
import type { Catalog, Entry, Found } from '../src/model/catalog.ts';
import { type Block, type Hit, plain, type Reply } from '../src/model/reply.ts';
import { note, paragraph } from './blocks.ts';
import {
  answerBlocks,
  answerFacts,
  confirmCard,
  foreignCard,
  spelt,
  secretWarning,
  sentence,
  sourceLinks,
  unknownCard,
  unknownCodeCard,
} from './cards.ts';
import { cut } from './masked.ts';
import { replyOf, replyWith } from './reply.ts';
import { words } from './words/index.ts';

type Knowledge = { readonly catalog: Catalog; readonly board: Pick<Board, 'outcomes'> };

const most = 8;
const longestLine = 140;

/**
 * What a search shows while somebody types: what a code in the text means, then codes that begin with the text, then
 * what else the text may mean; examples for no text. A code that is not known is said to be so, beside longer ones too.
 */
export const search = (text: string, knowledge: Knowledge): readonly Hit[] => {
  const { catalog } = knowledge;
  if (text.trim() === '') return examples(knowledge);
  const found = catalog.find(text);
  const best = found.candidates.map(({ entry }) => entry);
  const begun = beginning(text, catalog);
  const inOrder =
    found.extracted.codes.length > 0
      ? [...best, ...found.also, ...begun.keys()]
      : [...begun.keys(), ...titled(text, catalog), ...best];
  const hits = [...new Set(inOrder)].map((entry) => hitOf(entry, codeIn(entry, found) ?? begun.get(entry), knowledge));
  const refused = found.verdict === 'foreign' ? [refusal(foreignCard())] : [];
  const unknown = found.unknownCodes.length > 0 ? [refusal(unknownCodeCard(found))] : refused;
  return begun.size > 0 || found.verdict === 'answer'
    ? [...hits.slice(0, most - unknown.length), ...unknown]
    : [...unknown, ...hits].slice(0, most);
};

const examples = (knowledge: Knowledge): readonly Hit[] => {
  const { catalog } = knowledge;
  const firsts = words().examples.flatMap((text) => {
    const found = catalog.find(text);
    const entry = found.candidates[0]?.entry;
    return entry ? [[entry, codeIn(entry, found)] as const] : [];
  });
  return [...new Map(firsts)].map(([entry, code]) => hitOf(entry, code, knowledge));
};

/** The code of the text that leads to the entry. */
const codeIn = (entry: Entry, { extracted, meant }: Found): string | undefined =>
  [...extracted.codes, meant].find((code) => code !== null && entry.codes.includes(code)) ?? undefined;

/** The entries whose codes begin with the text, each with the first such code; of a bare one three characters must be typed. */
const beginning = (text: string, { entries }: Catalog): ReadonlyMap<Entry, string> => {
  const [, label, typed = ''] = /^\s*(AADSTS)?\s*(\w+)\s*$/i.exec(text) ?? [];
  if (typed.length < (label === undefined ? 3 : 1)) return new Map();
  const begun = entries.flatMap((entry) => {
    const code = entry.codes.find((one) => one.toUpperCase().startsWith(typed.toUpperCase()));
    return code === undefined ? [] : [[entry, code] as const];
  });
  const { compare } = new Intl.Collator('en', { numeric: true });
  return new Map(begun.toSorted(([, a], [, b]) => compare(a, b)));
};

/** The entries whose titles begin with the words typed, of which there must be two. */
const titled = (text: string, { entries }: Catalog): readonly Entry[] => {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return typed.includes(' ') ? entries.filter(({ title }) => title.toLowerCase().startsWith(typed)) : [];
};

/** Titles of entries begin with their first code; another one that was asked for is put before it. */
const hitOf = (entry: Entry, code: string | undefined, knowledge: Knowledge): Hit => ({
  title: code === undefined || entry.title.includes(code) ? entry.title : `${spelt(code)}: ${entry.title}`,
  line: lineOf(entry.meaning),
  card: posted(entry, knowledge),
});

/** The first sentence or so of the blocks. */
const lineOf = (blocks: readonly Block[]): string => {
  const first = blocks.find((block) => block.kind === 'paragraph');
  const line = first ? plain(first.text).replace(/\s+/g, ' ').trim() : '';
  return cut(line, longestLine);
};

const refusal = (reply: Reply): Hit => {
  const card = unpressed(reply);
  return { title: card.title ?? '', line: lineOf(card.blocks ?? []), card };
};

/** The same without buttons. */
const unpressed = ({ text, actions: _actions, ...reply }: Reply): Reply =>
  reply.blocks || reply.title !== undefined ? replyOf(reply) : { ...reply, text };

/** The whole answer with its first method and its sources. */
const posted = (entry: Entry, { catalog, board }: Knowledge, found?: Found): Reply => {
  const n = catalog.order(entry, board.outcomes.get(entry.id) ?? [])[0];
  return replyOf({
    title: entry.title,
    blocks: [...answerBlocks(entry, n, {}, found), answerFacts(entry), ...sourceLinks(entry)],
  });
};

/** What somebody's message means, for whoever asks about it; it says how to go on, because here nothing can be asked. */
export const explain = (text: string, knowledge: Knowledge): Reply => {
  const found = knowledge.catalog.find(text);
  const reply = unpressed(explained(found, knowledge));
  const warned = found.secrets.length > 0 ? [secretWarning(found.secrets, words().explained.secret)] : [];
  return replyWith(reply, { blocks: [...warned, ...(reply.blocks ?? []), note(words().explained.goOn)] });
};

const explained = (found: Found, knowledge: Knowledge): Reply => {
  const best = found.candidates[0]?.entry;
  switch (found.verdict) {
    case 'answer':
      return posted(best!, knowledge, found);
    case 'confirm':
      return confirmCard(found.unknownCodes[0], found.meant ?? '', best!);
    case 'clarify':
      return found.candidates.length > 1
        ? listed(found, words().explained.several, words().explained.narrow)
        : listed(found, words().unknown.title, words().unknown.near);
    case 'foreign':
      return foreignCard();
    case 'nothing':
      return sentence(words().explained.nothing);
    case 'unknown':
      if (found.unknownCodes.length > 0) return unknownCodeCard(found);
      return found.candidates.length > 0
        ? listed(found, words().unknown.title, words().unknown.near)
        : unknownCard(found.candidates);
  }
};

const listed = ({ candidates }: Found, title: string, text: string): Reply =>
  replyOf({
    title,
    blocks: [paragraph(text), { kind: 'list', items: candidates.slice(0, 3).map(({ entry }) => entry.title) }],
  });
