/** Ways to say that something was gone through, with no word of what became of it. */
import { any, whole } from './phrases.ts';

export const done = any(
  "(?:(?:i|we|he|she|they|(?:the )?user)(?:'?ve| have| has)? )?(?:just )?(?:did|done|finished)(?: (?:it|that|this|all(?: of)?(?: that)?|all steps))?(?: now)?",
  'erledigt|fertig|(?:(?:das )?hab(?:e)? ich |ich hab(?:e)? (?:das |es )?)?gemacht',
  "(?:c'est )?fait|j'ai fait(?: ça| tout)?|terminé",
  'hecho|lo hice|listo|ya está(?: hecho)?',
  '完了(?:しました)?|やりました|できた|できました',
);

/** The same, also where it may have been in vain; for texts without accents. */
export const goneThrough = whole(
  done,
  '(?:(?:das |alles )?hab(?:e)? ich |ich hab(?:e)? (?:das |es |alles )?)(?:probiert|versucht|getan)',
  'やってみ(?:ました|た)',
);
