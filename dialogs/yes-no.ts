/** "Yes" and "no" in five languages. */
import { any, unpaused, whole } from './phrases.ts';

export const yes = any('yes', 'yep', 'yeah', 'sure', 'ja', 'oui', 'sí', 'はい');
export const no = any('no(?:pe)?', 'nein', 'non', 'いいえ');

const assents = whole(yes, 'ok(?:ay)?');
const denials = whole(no);

/** Whether a text says yes and no more. */
export const isYes = (text: string): boolean => assents.test(unpaused(text));

/** Whether a text says no and no more. */
export const isNo = (text: string): boolean => denials.test(unpaused(text));
