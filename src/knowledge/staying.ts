/** Hears whether a text goes with the answer before it or begins another matter. */
import type { Entry, Following, Found } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { sentencesOf } from './sentences.ts';
import { chancesIn, modelIn } from './text-model.ts';

export const stayingFile = new URL('./staying.bin', import.meta.url);

/** What is learnt of texts after an answer that go with it, and of those that do not. */
export const stayingModel = modelIn(stayingFile);

/** The labels of the model, in their order. */
export const staying = ['stays', 'leaves'] as const;

const inTenths = (chance: number): number => Math.min(9, Math.floor(10 * chance));
const inFifths = (chance: number): number => Math.min(4, Math.floor(5 * chance));

/** So many words make the next step of length. */
const lengths = [4, 8, 14, 24] as const;

/** What is known of such a text besides its words, alone and in twos, each as a mark that the model knows by its name. */
export const marksOf = ({ entry, text, found, followUp }: Following): readonly string[] => {
  const part = followUp.spoken[0]?.chance ?? 0;
  const told = followUp.spoken.reduce((sum, { chance }) => sum + chance, 0);
  const said = Math.max(followUp.faq[0]?.chance ?? 0, followUp.findings[0]?.chance ?? 0);
  const [first] = found.candidates;
  const rival = first?.confidence ?? 0;
  const own = found.candidates.find((one) => one.entry === entry);
  const verdict = first?.entry === entry ? 'own' : found.verdict;
  const asks = followUp.yesNo || followUp.formal ? 'asks' : 'tells';
  const code = codeIn(found, entry);
  const words = text.trim().split(/\s+/).length;
  const length = lengths.filter((least) => words >= least).length;
  const weight = Math.min(9, Math.floor(found.weight));
  const topic = first ? (first.entry.topic === entry.topic ? 'same' : 'other') : 'none';
  return [
    `part ${inTenths(part)}`,
    `part ${inFifths(part)} ${asks}`,
    `part ${inFifths(part)} ${verdict}`,
    `told ${inTenths(told)}`,
    `told ${inFifths(told)} length ${length}`,
    `told ${inFifths(told)} ${verdict} ${inFifths(rival)}`,
    `said ${inTenths(said)}`,
    `said ${inFifths(said)} ${verdict}`,
    `verdict ${verdict}`,
    `verdict ${verdict} ${asks}`,
    `verdict ${verdict} length ${length}`,
    `verdict ${verdict} ${rival >= sure ? 'sure' : inTenths(rival)}`,
    `code ${code}`,
    `code ${code} ${asks}`,
    `topic ${topic}`,
    `topic ${topic} ${rival >= sure ? 'sure' : inTenths(rival)}`,
    `own ${own ? inTenths(own.confidence) : 'none'}`,
    `weight ${weight}`,
    `weight ${weight} ${verdict}`,
  ].map((mark) => `#${mark}`);
};

/** A rival as likely as this is one by its code or its very words. */
const sure = 0.95;

/** Whose the codes of a text are: the answer's, some that it names, another entry's, or nobody's. */
const codeIn = ({ extracted: { codes }, unknownCodes }: Found, entry: Entry): string => {
  if (codes.length === 0) return unknownCodes.length > 0 ? 'unknown' : 'none';
  if (codes.every((code) => entry.codes.includes(code))) return 'own';
  const names = (code: string): boolean =>
    sentencesOf(entry).some((one) => plain(one.text).includes(code) || one.code.includes(code));
  return codes.some(names) ? 'named' : 'other';
};

/** The chance that a text goes with the answer before it. */
export const stayingOf = (one: Following, model = stayingModel()): number =>
  chancesIn(model, one.text, marksOf(one))[staying.indexOf('stays')]!;
