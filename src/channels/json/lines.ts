/** JSON objects a line in, JSON objects a line out, in the same order. */
import type { Readable, Writable } from 'node:stream';
import type { ZodType } from 'zod';

/** A bad line gets an `error` object and the run goes on. */
export const eachLine = async <T>(
  pipes: { readonly input: Readable; readonly output: Writable },
  shape: ZodType<T>,
  handle: (value: T) => Promise<object>,
): Promise<void> => {
  for await (const line of linesOf(pipes.input)) {
    const out = JSON.stringify(await respond(line, shape, handle));
    if (!pipes.output.write(`${out}\n`)) await new Promise((resolve) => pipes.output.once('drain', resolve));
  }
};

/** Splits at line feeds only: other line separators are legal inside a JSON string. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

const respond = async <T>(line: string, shape: ZodType<T>, handle: (value: T) => Promise<object>): Promise<object> => {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { error: 'The line is not valid JSON. Write one JSON object a line.' };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return handle(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'The object';
  return {
    ...nameOf(value),
    error: `${where} is not as it should be: ${issue?.message ?? 'not valid'}. See the usage.`,
  };
};

/** What tells the sender which line is meant. */
const nameOf = (value: unknown): object => {
  const { id, conversation } = (value ?? {}) as { id?: unknown; conversation?: unknown };
  const plain = (one: unknown): boolean => typeof one === 'string' || typeof one === 'number';
  return { ...(plain(id) ? { id } : {}), ...(plain(conversation) ? { conversation } : {}) };
};
