/** The keys of notices. */
import { createHash } from 'node:crypto';

/** The longest name that is kept in a key as it is. */
const longest = 120;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A key that is the same for the same parts, whatever is in them. */
export const keyOf = (system: string, name: string, identity?: string): string => {
  const plain = name.replace(/[^\p{L}\p{N}._/:-]+/gu, '-').toWellFormed();
  const short = plain.length <= longest && plain === name ? plain : `${plain.slice(0, longest)}~${hashOf(name)}`;
  return [system, short, ...(identity === undefined ? [] : [hashOf(identity)])].join('/');
};
