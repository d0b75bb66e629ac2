/** How passages of an entry are drawn, and where they stand. */
import type { Entry, Passage, Place, Spoken } from '../src/model/catalog.ts';
import { type Block, plain } from '../src/model/reply.ts';
import { paragraph, spans } from './blocks.ts';
import { methodName, stepsOf, whenBlocks } from './methods.ts';
import { words } from './words/index.ts';

/** When to use a method, and what is said of it in the order of the part. */
export const passageBlocks = (
  { method: n, passages }: Pick<Spoken, 'method' | 'passages'>,
  entry: Entry,
): readonly Block[] => {
  const method = n === undefined ? undefined : entry.methods[n - 1];
  const said = passages.filter(({ kind }) => kind === 'text' || kind === 'danger');
  return [...(method ? whenBlocks(method) : []), ...said.flatMap((one) => passageWithCode(one, entry))];
};

/** A passage, and below it the commands of its step. */
const passageWithCode = (passage: Passage, entry: Entry): readonly Block[] => [
  paragraph(numbered(passage, entry)),
  ...(passage.code ?? []).map((code): Block => ({ kind: 'code', code })),
];

/** The one passage that says most, or of a method that is meant as a whole when to use it. */
export const quoteBlocks = ({ part, method: n, passages }: Spoken, entry: Entry): readonly Block[] => {
  const said = passages.find(({ kind }) => kind === 'text' || kind === 'danger');
  const method = n === undefined ? undefined : entry.methods[n - 1];
  if (said?.kind === 'danger' && part !== 'risk') return [paragraph([risk(), ...spans(said.text)])];
  if (said) return passageWithCode(shortly(said), entry);
  return method ? whenBlocks(method) : [];
};

/** The sentence that is meant, where what stands around it is long. */
const shortly = (passage: Passage): Passage =>
  plain(passage.text).length > mostQuoted ? { ...passage, text: passage.sentence ?? passage.text } : passage;

const mostQuoted = 160;

const risk = () => ({ text: `${words().risk}: `, style: 'bold' }) as const;

/** A step with its number. */
const numbered = ({ part, method, step, text }: Passage, entry: Entry): Passage['text'] => {
  if (step === undefined) return text;
  const body = method === undefined ? (part === 'check' ? entry.check : []) : entry.methods[method - 1]!.body;
  const lead = { text: `${words().walk.step(step, stepsOf({ body }).length)}: `, style: 'bold' } as const;
  return [lead, ...spans(text)];
};

/** Where a part stands. */
export const partLabel = ({ part, method: n, said }: Place, entry: Entry): string => {
  if (said !== undefined) return said;
  const name = n === undefined ? undefined : methodName(entry, n);
  if (name !== undefined) return name;
  switch (part) {
    case 'cause':
    case 'user':
    case 'more':
      return words()[part];
    case 'check':
      return words().button.check;
    case 'risk':
      return words().risk;
    default:
      return entry.title;
  }
};
