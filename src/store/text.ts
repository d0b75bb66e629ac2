/** Text as every database takes it. */
import { createHash } from 'node:crypto';

/** Keys longer than this, in bytes, are cut and hashed: PostgreSQL indexes at most 2,704 bytes of all columns together. */
const longest = 1_000;

/** PostgreSQL refuses U+0000, and a lone surrogate has no UTF-8; both are written as \uXXXX, and \ as \\ so that no two texts meet. */
export const toText = (text: string): string =>
  text.replace(/[\0\\]|\p{Surrogate}/gu, (char) =>
    char === '\\' ? '\\\\' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const fromText = (text: string): string =>
  text.replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : '\\',
  );

/** A key of any length and content as one that can be indexed. */
export const toKey = (text: string): string => {
  const safe = toText(text);
  if (Buffer.byteLength(safe) <= longest) return safe;
  return `${safe.slice(0, 200).toWellFormed()}#${createHash('sha256').update(safe).digest('hex')}`;
};

/** What is kept of a key that names a person: enough to know it again. */
export const traceOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
