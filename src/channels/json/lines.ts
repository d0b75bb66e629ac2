/** JSON objects a line in, JSON objects a line out, in the same order. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ZodType } from 'zod';

/** A bad line gets an `error` object and the run goes on. */
export const eachLine = async <T>(
  pipes: { readonly input: Readable; readonly output: Writable },
  shape: ZodType<T>,
  handle: (value: T) => Promise<object>,
): Promise<void> => {
  for await (const line of createInterface({ input: pipes.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const out = JSON.stringify(await respond(line, shape, handle));
    if (!pipes.output.write(`${out}\n`)) await new Promise((resolve) => pipes.output.once('drain', resolve));
  }
};

const respond = async <T>(line: string, shape: ZodType<T>, handle: (value: T) => Promise<object>): Promise<object> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'The line is not valid JSON. Write one JSON object a line.' };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return handle(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'The object';
  const id = (value as { id?: unknown } | null)?.id;
  return { ...(typeof id === 'string' ? { id } : {}), error: `${where}: ${issue?.message ?? 'is not valid'}.` };
};
