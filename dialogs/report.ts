/** Hears that something was done and what is seen since: "ran the grant command, says it already exists". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { command } from './commands.ts';
import { done } from './done.ts';
import { stepsOf } from './fix-cards.ts';
import { judgedIn } from './judged.ts';
import { lowered } from './lowered.ts';
import { longest, pattern, unaccented, whole } from './phrases.ts';
import { deedsIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { statementsIn } from './statements.ts';

/** What was done, and where the answer tells to do it: a method, and the step of it that is known. */
export type Report = { readonly method: number; readonly step?: number };

const joints =
  /[,;.!。、！]+\s*|\s+(?:and|but|und|aber|et|mais|y|pero)\s+|\s+(?=(?:still|immer noch|noch immer|toujours|sigue|ahora|jetzt|maintenant)(?:\s|$))|(?<=た)(?:が|けど|のに)、?/i;

/** That it goes on, or that something else is seen now. */
const seen = pattern(
  '(?:^|\\b)(?:still|same|keeps?|but no|not yet|it fails|(?:it |which |that |now )?(?:says?|shows?|gives)|now (?:it|there|i|he|she|we|the)|immer noch|noch immer|weiterhin|trotzdem|jetzt (?:kommt|sagt|steht|zeigt|ist)|kommt (?:immer|wieder|trotzdem)|(?:es |er )?(?:sagt|meldet)|toujours|encore|maintenant (?:ca|la|le|il|elle|une?)|(?:ca |il )?(?:dit|affiche)|sigue|todavia|ahora (?:dice|sale|pone|la|el|aparece)|(?:me )?(?:dice|sale))\\b|まだ|同じ|今度は|エラー|来ない|変わ(?:らない|りません)|出(?:る|ます)$',
);

const goneThrough = whole(done, 'やってみ(?:ました|た)', 'hab(?:e)? ich (?:probiert|versucht|getan)', "c'est fait");
const tried = pattern(
  '^(?:i |we |he |she )?(?:just |already )*(?:tried|ran|followed|entered|used)\\b|^(?:j.ai|on a) (?:essaye|lance)\\b|\\b(?:probiert|versucht|ausgefuhrt|eingegeben)$|^(?:probe|ejecute|he probado)\\b',
);

const isDeed = (part: string): boolean =>
  deedsIn(part).length > 0 ||
  tried.test(unaccented(lowered(part))) ||
  statementsIn(part).some(([, all]) => all.some((one) => one.done));

/** What worked for a while is no deed in vain. */
const workedOnce = pattern(
  '\\b(?:worked|works|ging|geht|lief|klappte|a marche|marche|marchait|funciono|funciona|funcionaba)\\b|動いた|使えた',
);

/** From this chance on a step is the one that was done. */
const sure = 0.3;

/** What a text after an answer reports; null where it tells of no deed, of a whole method, of success, or of another code. */
export const reportIn = (
  text: string,
  entry: Entry,
  atHand: number,
  catalog: Pick<Catalog, 'find' | 'followUp' | 'terms' | 'concepts'>,
): Report | null => {
  if (text.length > longest || isQuestion(text) || command(text)?.kind === 'worked') return null;
  if (workedOnce.test(unaccented(lowered(text))) || judgedIn(text, entry, catalog).done.length > 0) return null;
  if (catalog.find(text).extracted.codes.some((code) => !entry.codes.includes(code))) return null;
  const parts = text.split(joints).filter((part) => part.trim() !== '');
  const at = parts.findIndex((part) => seen.test(unaccented(lowered(part))) && !isDeed(part));
  const before = parts.slice(0, at).map((part) => part.trim());
  if (at < 1) return null;
  if (before.every((part) => goneThrough.test(lowered(part)))) return { method: atHand };
  const deeds = before.filter(isDeed);
  if (deeds.length === 0) return null;
  const [first] = catalog.followUp(entry, deeds.join(', ')).spoken;
  const step = first?.passages.find((one) => one.step !== undefined)?.step;
  if (!first?.method || first.chance < sure || step === undefined) return null;
  return step < stepsOf(entry.methods[first.method - 1]!).length
    ? { method: first.method, step }
    : { method: first.method };
};
