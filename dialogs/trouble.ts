/** The words by which people tell of trouble, wherever it is heard; each place adds what is trouble only there. */
import { any, folded, pattern } from './phrases.ts';

export const trouble = any(
  "can'?t|cannot|could ?n[o']?t|does ?n[o']?t|do ?n[o']?t|won'?t|unable",
  'errors?|fail\\w*|asks|asking|prompts?|prompting|stuck|locked|blocked|denied|refused|lost',
  'kann nicht|können nicht|geht nicht|fehler|gesperrt|blockiert',
  'impossible|erreur|ne peut|bloquée?',
  'no puede\\w*|no funciona|bloquead[oa]',
);
export const troubleJapanese = 'できない|できません|エラー';

const troubled = pattern(`\\b${any(trouble, 'asked|prompted|keeps?|problem|issue')}\\b|${troubleJapanese}`);

/** Whether a text tells of trouble. */
export const isTrouble = (text: string): boolean => troubled.test(folded(text));
