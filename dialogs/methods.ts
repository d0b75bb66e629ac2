/** The methods of an entry: their names, what they say, their steps, and which one comes next. `n` counts them from 1, as the catalog does. */
import type { Entry, Method } from '../src/model/catalog.ts';
import { type Block, plain, type Rich } from '../src/model/reply.ts';
import { paragraph } from './blocks.ts';
import { plainText } from './reply.ts';
import { words } from './words/index.ts';

/** The number and the title of a method; undefined where there is none of that number. */
export const methodName = ({ methods }: Pick<Entry, 'methods'>, n: number): string | undefined => {
  const method = methods[n - 1];
  return method && words().method(n, method.title);
};

export const methodNames = (entry: Entry, some: readonly number[]): readonly string[] =>
  some.flatMap((n) => methodName(entry, n) ?? []);

export const isRisky = ({ risk: level }: Method): boolean => level === 'medium' || level === 'high';

/** The steps of a method, each with the blocks that belong to it. */
export const stepsOf = ({ body }: Pick<Method, 'body'>): readonly (readonly Block[])[] => {
  const steps: Block[][] = [];
  const opening: Block[] = [];
  for (const block of body)
    if (block.kind === 'steps')
      for (const { text, code = [] } of block.items)
        steps.push([
          ...(steps.length === 0 ? opening : []),
          paragraph(text),
          ...code.map((one) => ({ kind: 'code', code: one }) as const),
        ]);
    else (steps.at(-1) ?? opening).push(block);
  return steps.length > 0 ? steps : [opening];
};

/** A step of a method, both by their numbers. */
export type StepAt = { readonly method: number; readonly step: number };

type Use = { readonly when?: Rich | undefined };

/** When to use a method. */
export const whenBlocks = ({ when }: Use): readonly Block[] => (when ? [paragraph(when)] : []);
export const whenText = ({ when }: Use): string => (when ? plain(when) : '');

/** The title of a method and when to use it. */
export const headText = (method: Pick<Method, 'title' | 'when'>): string => `${method.title}. ${whenText(method)}`;

/** All that a method says. */
export const methodText = ({ title, when, body }: Pick<Method, 'title' | 'body'> & Use): string =>
  plainText([paragraph(title), ...whenBlocks({ when }), ...body]);

/** The order in which methods are worth trying, and those that are behind. */
export type Order = { readonly order: readonly number[]; readonly tried: readonly number[] };

/** The method that is worth trying next; undefined where all are behind. */
export const nextOf = ({ order, tried }: Order): number | undefined => order.find((n) => !tried.includes(n));

/** The method at hand, or the next one where it is behind and one is left. */
export const onBehind = (atHand: number, view: Order): number =>
  view.tried.includes(atHand) ? (nextOf(view) ?? atHand) : atHand;
