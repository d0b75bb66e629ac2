/** The keys of notices. */
import { createHash } from 'node:crypto';

/** The longest name that is kept in a key as it is. */
const longest = 120;

/** A key that is the same for the same parts, whatever is in them. */
export const keyOf = (system: string, name: string, identity?: string): string => {
  const plain = name.replace(/[^\p{L}\p{N}._/:-]+/gu, '-').toWellFormed();
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const short = plain.length <= longest && plain === name ? plain : `${plain.slice(0, longest)}~${hash(name)}`;
  return [system, short, ...(identity === undefined ? [] : [hash(identity)])].join('/');
};
