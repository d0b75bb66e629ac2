/** "Yes" and "no" in five languages. */
import { any, clausesOf, whole } from './phrases.ts';

export const yes = any('yes', 'yep', 'yeah', 'sure', 'ja', 'oui', 'sí', 'はい');
export const no = any('no(?:pe)?', 'nein', 'non', 'いいえ');

const isWhole = (phrases: RegExp, text: string): boolean => phrases.test(clausesOf(text).join(' '));

const assents = whole(yes, 'ok(?:ay)?');
const denials = whole(no);

/** Whether a text says yes and no more. */
export const isYes = (text: string): boolean => isWhole(assents, text);

/** Whether a text says no and no more. */
export const isNo = (text: string): boolean => isWhole(denials, text);
