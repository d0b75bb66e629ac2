/** Natural answers to the questions about a facet, and what is told of who is affected and what changed beside another matter. */
import type { Catalog, Facet, Known } from '../src/model/catalog.ts';
import { answersIn } from './form-phrases.ts';
import { scopeAmong, scopeNamed, scopeOf } from './scopes.ts';
import { clausesOf, folded, longest, lowered, pattern } from './phrases.ts';
import { isTrouble } from './trouble.ts';

type Told = Known['told'];
type Hears = Pick<Catalog, 'hear'>;

/** What was moved tells a migration. */
const moved = pattern(
  '\\b(?:moved|migrated|relocated|rehosted)\\b.{0,40}\\b(?:servers?|vms?|hosts?|farm|tenant|mailbox\\w*|domain|azure|cloud|datacenter|data center)\\b|\\b(?:server|farm|tenant|postf\\w+)\\b.{0,40}\\b(?:umgezogen|verschoben|migriert)|\\b(?:migré|déplacé|migrado|movido|trasladado)\\w*\\b.{0,30}\\b(?:serveur|servidor|tenant|machine|máquina|vm)|(?:サーバー|テナント).{0,12}(?:移行|移設|移動)',
);
/** Without one of these words nothing is told to have changed. */
const changed = pattern(
  '\\b(?:changed|renewed|replaced|updated|upgraded|switched|swapped|installed|reset|rolled|since (?:the|we|i|he|she|a|our|yesterday)|after (?:the|we|i|he|she|a|our)|geändert|gewechselt|erneuert|umgestellt|getauscht|ausgetauscht|seit (?:der|dem|wir|ich|einem?)|nach (?:der|dem|einem?)|changé|renouvelé|remplacé|mis à jour|depuis (?:que|le|la)|cambi(?:ó|é|ado|amos)|renovado|actualizado|desde (?:que|el|la))|変更し|更新し|交換し|替え',
);
const unchanged = pattern(
  "\\b(?:nothing|not|never|no|n'?t|nichts|nicht|kein\\w*|rien|pas|nada|ningun\\w*)\\b.{0,12}\\b(?:chang|geandert|verandert|modifi|cambi)|\\bn'?t (?:change|touch) (?:anything|a thing)|\\bchang\\w* (?:nothing|anything)|変え(?:て)?(?:い)?(?:ない|ません)|何も変",
);
/** What takes back that nothing changed. */
const butYes = /\b(?:but|except|doch|ausser|sauf|excepto|salvo|pero|mais|aber)\b[:,]?\s*(.{4,})$/;

/** What somebody did, by a word that comes first or, in German, last; what others did or what was done is told otherwise. */
const deed = pattern(
  `^(?:(?:ok|okay|done|well|so|then) )*(?:${[
    "(?:i(?:'ve| have)? )?(?:(?:just|now|also) )*(?:renewed|replaced|updated|upgraded|re-?established|re-?created|reset|changed|switched|swapped|installed|reinstalled) .*",
    '(?:ich )?(?:(?:habe?|hab) )?(?:ich )?(?!.*\\b(?:wurden?|ist|sind|war|hat|haben|er|sie|wir|man)\\b).{2,60} (?:erneuert|geändert|gewechselt|getauscht|ausgetauscht|umgestellt|aktualisiert|installiert)',
    "(?:(?:j'ai|je viens de) (?:juste )?)?(?:renouvelé|renouveler|remplacé|remplacer|changé|changer|mis à jour|mettre à jour|réinstallé|réinitialisé) .*",
    '(?:(?:he|acabo de) )?(?:renovado|renovar|renové|cambiado|cambiar|cambié|actualizado|actualizar|actualicé|reemplazado|reemplacé) .*',
    '(?:今)?.{1,30}(?:更新|変更|交換|再設定)しました',
  ].join('|')})$`,
);
/** When, or what came of it: what is told with that is an earlier change. */
const earlier = pattern(
  '\\b(?:yesterday|last|ago|before|earlier|recently|this|today|tonight|on \\w+day|weeks?|months?|days?|since|after|and|but|so|gestern|vorgestern|letzte\\w*|vor|vorher|neulich|heute|seit|nach|und|aber|hier|dernier\\w*|récemment|depuis|après|ce matin|semaine|et|mais|ayer|anoche|pasad[oa]|hace|reciente\\w*|desde|tras|esta mañana|y|pero)\\b|昨日|先週|先月|今朝|前|以来|から|最近|後',
);

/** Whether all that a text tells is what the person did just now: "renewed the proxy trust with the new account". */
export const isDoneNow = (text: string): boolean => {
  const clauses = clausesOf(text);
  return clauses.every((clause) => deed.test(clause) && !earlier.test(clause)) && !isTrouble(text);
};

const changeIn = (said: string, catalog: Hears): string | undefined => {
  if (moved.test(said)) return 'migration';
  if (unchanged.test(said)) return undefined;
  const value = changed.test(said) ? catalog.hear('recent_change', said) : null;
  return value === null || value === 'none' ? undefined : value;
};

/** Whether a text says that nothing changed. */
export const isUnchanged = (text: string): boolean => {
  const said = folded(text);
  return text.length <= longest && unchanged.test(said) && !butYes.test(said);
};

/** A longer text is a paste, in which little is told of this. */
const most = 400;

/** What a text tells, without having been asked, of who is affected and what changed. */
export const toldBeside = (text: string, catalog: Hears): Told => {
  if (text.length > most) return {};
  const clauses = clausesOf(text);
  const scope = scopeNamed(text);
  const change = isDoneNow(text)
    ? undefined
    : clauses.map((clause) => changeIn(clause, catalog)).find((one) => one !== undefined);
  const where = piecesOf(text).some((part) => isFine.test(lowered(part))) ? whereIn(text, catalog) : null;
  return { ...(scope ? { scope } : {}), ...(change ? { recent_change: change } : {}), ...(where ? { where } : {}) };
};

const onlyThat = pattern('^(?:no|nope|nein|non|いいえ)[ ,]*(?:just|only|nur|bloß|juste|seulement|solo|sólo)\\b');
const isFine =
  /\b(?:works?|fine|ok(?:ay)?|good|geht|funktioniert|klappt|gut|marche|fonctionne|va bien|funciona|bien)\b|大丈夫|問題(?:ない|ありません)|使え(?:る|ます)|でき(?:る|ます)/;

const piecesOf = (text: string): readonly string[] => text.split(/[,.;、。]/).filter((part) => part.trim() !== '');

/** Where it fails by the whole text, or else by a part of it that does not tell what works. */
const whereIn = (text: string, { hear }: Hears): string | null =>
  hear('where', text) ??
  piecesOf(text)
    .filter((part) => !isFine.test(lowered(part)))
    .map((part) => hear('where', part))
    .find((one) => one !== null) ??
  null;

/** The value of the asked facet that a text means, or null. */
export const answerIn = (facet: Facet, text: string, catalog: Hears): string | null => {
  const said = folded(text);
  const clauses = clausesOf(text);
  switch (facet) {
    case 'recent_change': {
      if (moved.test(said)) return 'migration';
      if (!unchanged.test(said)) return catalog.hear(facet, text);
      const rest = butYes.exec(said)?.[1];
      const value = rest === undefined ? null : catalog.hear(facet, rest);
      return value ?? 'none';
    }
    case 'message':
      return onlyThat.test(clauses.join(' ')) ? 'none' : catalog.hear(facet, text);
    case 'scope': {
      const { affected } = answersIn(text, true);
      return scopeAmong(clauses) ?? catalog.hear(facet, text) ?? (affected ? scopeOf[affected] : null);
    }
    case 'where':
      return whereIn(text, catalog);
    default:
      return catalog.hear(facet, text);
  }
};
