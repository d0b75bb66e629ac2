/** What the doctor says about one thing, and how it asks others. */

export type State = 'pass' | 'warn' | 'fail';

/** `cure` says what to do next, and is absent only where all is well. */
export type Line = { readonly about: string; readonly state: State; readonly what: string; readonly cure?: string };

export const pass = (about: string, what: string): Line => ({ about, state: 'pass', what });
export const warn = (about: string, what: string, cure: string): Line => ({ about, state: 'warn', what, cure });
export const fail = (about: string, what: string, cure: string): Line => ({ about, state: 'fail', what, cure });

/** The same of a message that says what happened and then what to do; `otherwise` is the cure where it does not. */
export const failAs = (about: string, message: string, otherwise: string): Line => {
  const [, what = message, cure = otherwise] = /^(.*?[.?])\s+([A-Z].*)$/s.exec(message) ?? [];
  return fail(about, what, cure);
};

/** 0 when all is well, 1 with warnings, 2 with failures. */
export const statusOf = (lines: readonly Line[]): 0 | 1 | 2 => {
  if (lines.some(({ state }) => state === 'fail')) return 2;
  return lines.some(({ state }) => state === 'warn') ? 1 : 0;
};

export const textOf = (lines: readonly Line[]): string => {
  const width = Math.max(0, ...lines.map(({ about }) => about.length));
  const indent = ' '.repeat(width + 8);
  return lines
    .flatMap(({ state, about, what, cure }) => [
      `${state}  ${about.padEnd(width)}  ${what}`,
      ...(cure === undefined ? [] : [`${indent}${cure}`]),
    ])
    .join('\n');
};

/** An answer over HTTP, or why there was none. `body` is JSON where it is any; `at` is the other side's clock. */
export type Reached =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
      readonly at?: number;
    }
  | { readonly ok: false; readonly why: string };

export type Ask = (url: string, init?: RequestInit) => Promise<Reached>;

/** The most of an answer that is read, in bytes. */
const most = 256 * 1024;

/** Asks within `patience` milliseconds, follows no redirect, and never throws. */
export const askWithin =
  (patience: number): Ask =>
  async (url, init) => {
    const signal = AbortSignal.timeout(patience);
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal });
      const body = await bodyOf(response);
      const at = Date.parse(response.headers.get('date') ?? '');
      const { status, headers } = response;
      return { ok: true, status, headers, body, ...(Number.isNaN(at) ? {} : { at }) };
    } catch (error) {
      return { ok: false, why: signal.aborted ? `no answer within ${patience / 1000} seconds` : causeOf(error) };
    }
  };

const bodyOf = async (response: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  const text = Buffer.concat(chunks).toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The innermost reason, such as ECONNREFUSED or a certificate that does not match. */
export const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name;
};
