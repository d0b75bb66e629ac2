/** The door `ask --jsonl`: one question a line, no conversation. */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Catalog } from '../../model/catalog.ts';
import type { Outcome } from '../../model/dialog.ts';
import { eachLine } from './lines.ts';
import { extractedOf, shapeOf } from './shape.ts';

/** Decides what a first message would lead to; keeps nothing. */
type Understand = (text: string) => Outcome;

const question = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

/** The object for one question; `ms` is the time to understand the text. */
export const askOnce = (text: string, understand: Understand, catalog: Catalog) => {
  const began = performance.now();
  const outcome = understand(text);
  const ms = Math.round((performance.now() - began) * 100) / 100;
  const understood = outcome.understood ?? null;
  return { ...shapeOf(understood, catalog), extracted: extractedOf(understood), ms };
};

export const askLines = (
  pipes: { readonly input: Readable; readonly output: Writable },
  understand: Understand,
  catalog: Catalog,
): Promise<void> =>
  eachLine(pipes, question, async ({ id, text }) => ({
    ...(id === undefined ? {} : { id }),
    ...askOnce(text, understand, catalog),
  }));
