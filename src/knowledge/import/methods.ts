/** Turns the ways out that a document describes into methods with at most eight steps each. */
import type { Method } from '../../model/catalog.ts';
import type { Block } from '../../model/reply.ts';
import { mostSteps } from '../rules.ts';
import { isAdvice, isLeadIn } from './advice.ts';
import { blocksOf, type Piece, piecesOf, richOf } from './blocks.ts';
import { capital, inline } from './inline.ts';
import type { Parts } from './outline.ts';
import { renumberSteps } from './renumber.ts';
import type { Label } from './roles.ts';
import { type Follow, say, sentences, type Spans, words } from './spans.ts';
import { needsSteps } from './steps.ts';
import { codeTexts, proseOf } from './text.ts';
import { toldInWords } from './told.ts';

/** A way out as it stands in the document. */
export type Way = {
  readonly title: string;
  readonly label?: Label;
  /** The cause that this is the way out of, where the document pairs them. */
  readonly cause?: string;
  readonly parts: Parts;
};

/** A method with the label of the way it was made of. */
export type Made = { readonly method: Method; readonly label?: Label };

/** Where headings are called "Step 2", a text that says "step 2" may mean one of them. */
export const hasStepHeadings = (ways: readonly Way[]): boolean => ways.some(({ label }) => label?.word === 'step');

export const methodsOf = (ways: readonly Way[], follow: Follow): readonly Made[] => {
  const ambiguous = hasStepHeadings(ways);
  return ways.flatMap((way) => {
    const { condition, parts } = conditionOf(way.parts);
    const pieces = wayPieces(parts, follow);
    const cut = cutLong(pieces.some(({ kind }) => kind === 'numbered') ? pieces : withTitleStep(way.title, pieces));
    const bodies = renumberSteps(cut, ambiguous).map(blocksOf);
    return bodies.map((body, n): Made => {
      const part = bodies.length > 1 ? ` (part ${n + 1} of ${bodies.length})` : '';
      const when = condition ?? (way.cause ? say(`Use when this is the cause: ${way.cause}`) : undefined);
      const method = { title: way.title + part, body, ...riskOf(body), ...(when ? { when: richOf(when) } : {}) };
      return { method, ...(way.label && n === 0 ? { label: way.label } : {}) };
    });
  });
};

/** "Use this method only if …" tells when to use it rather than what to do. */
const conditionOf = (parts: Parts): { condition?: Spans; parts: Parts } => {
  const [first, second, ...rest] = parts;
  if (
    first?.kind !== 'text' ||
    !/^Use this (?:method|solution|option|workaround) (?:only )?(?:if|when)\b/.test(words(first.text))
  )
    return { parts };
  return words(first.text).endsWith(':') && second?.kind === 'list'
    ? { condition: inline([first, second]), parts: rest }
    : { condition: first.text, parts: parts.slice(1) };
};

/** A way that is only a title, with a note or a script below it, has its title as its step. */
const withTitleStep = (title: string, pieces: readonly Piece[]): readonly Piece[] => {
  const code = pieces.flatMap((piece) => (piece.kind === 'code' ? [piece.code] : []));
  const step = { text: say(title), code, origin: '' };
  return [...pieces.filter(({ kind }) => kind !== 'code'), { kind: 'numbered', steps: [step] }];
};

const wayPieces = (parts: Parts, follow: Follow): readonly Piece[] => {
  const told = parts.filter((part) => part.kind !== 'text' || !isLeadIn(words(part.text)));
  if (told.some((part) => part.kind === 'list' && needsSteps(part))) return piecesOf(told, follow);
  return toldInWords(told, follow);
};

/** Cuts a method where its steps pass eight: between two lists if it can, else within one. */
const cutLong = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [[]];
  let count = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'numbered') {
      parts.at(-1)!.push(piece);
      continue;
    }
    if (count > 0 && count + piece.steps.length > mostSteps) {
      const open = parts.at(-1)!;
      const lead = open.length - open.findLastIndex((one) => one.kind === 'numbered') - 1;
      parts.push(lead > 0 ? open.splice(-lead) : []);
      count = 0;
    }
    for (const [n, steps] of chunks(piece.steps).entries()) {
      if (n > 0) parts.push([]);
      parts.at(-1)!.push({ kind: 'numbered', steps });
      count = (n > 0 ? 0 : count) + steps.length;
    }
  }
  return parts.filter((part) => part.length > 0);
};

/** Even shares of at most eight. */
const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const share = Math.ceil(all.length / Math.ceil(all.length / mostSteps));
  return Array.from({ length: Math.ceil(all.length / share) }, (_, n) => all.slice(n * share, (n + 1) * share));
};

const changes =
  /\b(?:Set|Update|New|Remove|Convert|Enable|Disable|Add|Install|Restart|Revoke|Clear|Reset)-\w+|\b(?:regedit|registry|delete|remove|reset|re-?create|convert|uninstall|unjoin|disable)\b/i;

/** Nobody has weighed an imported method yet; one that changes something counts as medium. */
const riskOf = (body: readonly Block[]): Pick<Method, 'risk' | 'danger'> => ({
  risk: body.some((block) => [...proseOf(block), ...codeTexts(block)].some((text) => changes.test(text)))
    ? 'medium'
    : 'low',
  danger: 'imported and not yet weighed by a person',
});

/** A title for a way that has none of its own: what its first sentence says to do, or its heading. */
export const titleOf = (parts: Parts, heading: string): string => {
  const first = parts.find((part) => part.kind === 'text');
  const sentence = first?.kind === 'text' ? words(sentences(first.text)[0]!) : '';
  const fix =
    /^To (?:fix|resolve|prevent|work around|solve|correct) th(?:is|e|ese) \w+, ((?!use|follow|try|perform|do |one )\w.{8,90}?)[.:]?$/i.exec(
      sentence,
    )?.[1];
  const purpose = /\b(?:use|follow) (?:these|the following) steps to (.{8,90}?)[.:]?$/i.exec(sentence)?.[1];
  const order = /^(?=.{10,90}$)(?!.*\bfollowing\b)(.*?)[.:]?$/.exec(
    isAdvice(sentence) && !/^(?:to|if|for|see|use one|we)\b/i.test(sentence) ? sentence : '',
  )?.[1];
  const found = fix ?? purpose ?? order;
  return found && !isLeadIn(found) ? capital(found).replace(/, and then$/, '') : heading;
};
