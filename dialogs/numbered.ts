/** What a text says of the methods that it names by their numbers: "method 2 please, 1 did nothing", "did method 1, do I need to wait?". */
import { command } from './commands.ts';
import { helpedNot } from './helped.ts';
import { last, methodList as named, methodsIn, methodsName } from './numbers.ts';
import { any, folded, longest, pattern } from './phrases.ts';

/** The method that is wanted, those that were of no use, those that were done, and what is said beside all of them. */
type OfMethods = {
  readonly wanted: number | undefined;
  readonly vain: readonly number[];
  readonly done: readonly number[];
  /** Those that were done were only read. */
  readonly isRead: boolean;
  readonly rest: string;
};

const pauses = /[.,;:!?]+(?=\s)|[。、！？\n]|\s[-–—]\s|(?<!\d)\s(?:but|and|aber|und|mais|et|pero|y)\s(?=\D{0,12}\d)/g;

/** The beginning of a list that goes on behind a pause: "methods 1,". */
const begun = pattern(`${methodsName} ?\\d[\\d ,、]*[,、-]$`);

/** The clauses of a text, in which a list of methods is one whole. */
const numberedClausesOf = (text: string): readonly string[] =>
  text
    .replace(pauses, (pause) => `${pause}\n`)
    .split('\n')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .reduce<readonly string[]>((all, clause) => {
      const before = all.at(-1) ?? '';
      return /^\d/.test(clause) && begun.test(folded(before))
        ? [...all.slice(0, -1), `${before} ${clause}`]
        : [...all, clause];
    }, []);

/** That a method was only read. */
const read = pattern(
  '\\b(?:looked|read|angeschaut|angesehen|angeguckt|gelesen|regarde|lu|lue|mire|mirado|visto)\\b|見ました',
);

/** That a method was gone through or looked at, whatever became of it. */
const gone = pattern(
  any(
    `^(?:\\S+ ){0,5}?(?:did|done|tried|finished|completed|followed|carried out|went through|gone through|looked (?:at|into|through)|checked|read)(?: \\S+){0,3} ${named}`,
    `${named} (?:is |was |are |were )?(?:\\S+ ){0,2}?(?:what|the one|which|that) (?:i|we|he|she|they) (?:\\S+ )?(?:did|have done|tried|used|followed|took)`,
    `${named} (?:is |was |are |were |has been |have been )?(?:already )?(?:done|tried|finished|carried out|through|completed)(?: |$)`,
    `${named}(?: \\S+){0,4} (?:gemacht|probiert|ausprobiert|versucht|durch|durchgefuhrt|durchgegangen|erledigt|angeschaut|angesehen|angeguckt|gelesen|gepruft|befolgt|genommen)(?: |$)`,
    `(?:j'ai|on a|nous avons|il a|elle a) (?:\\S+ )?(?:fait|essaye|suivi|teste|regarde|lu|termine|applique|tente)(?: \\S+){0,2} ${named}|${named} (?:est |a ete )?(?:deja )?(?:faite|essayee|testee|terminee|appliquee|lue)(?: |$)`,
    `(?:^|\\s)(?:hice|hicimos|he hecho|hemos hecho|probe|probamos|he probado|segui|seguimos|termine|aplique|mire|he mirado|he visto)(?: \\S+){0,2} ${named}|${named} (?:ya )?(?:hecho|probado|terminado|aplicado)(?: |$)`,
    `${named}(?:を|は|も|まで)?.{0,12}(?:やりました|やった|試しました|試した|実施しました|実施済み|終わりました|終えました|見ました|確認しました)`,
  ),
);

/** What is not done, or only thought of. */
const open = pattern(
  "\\b(?:not|never|no|haven'?t|didn'?t|should|if|before|when|until|will|would|nicht|nie|wenn|bevor|soll\\w*|pas|jamais|si|avant|nunca|antes)\\b|ません|ない|たら|前に",
);

/** A number alone is a method where it is said of it that it did not help: "1 hat nichts gebracht". */
const bare = /^(\D{0,12}?)(\d)((?: ?(?:,|&|and|und|et|y|or|noch) ?\d){0,4}) (.+)$/;
const ofHelp = pattern(
  '\\b(?:helped|help|helps|fix(?:ed)?|solved?|change[ds]?|did|made|brachte|gebracht|geholfen|hilft|genutzt|bewirkt|geandert|aide|servi|change|donne|marche|ayudo|ayudado|sirvio|servido|cambio|cambiado|funciono)\\b|効',
);

const nothing = pattern('^(?:just |really |both )*(?:did|do|does|changed|brought) (?:exactly |absolutely )?nothing$');

/** That several were of no use, in the languages that say it otherwise than of one. */
const several = pattern(
  "^(?:(?:beide|ambos|tous|todos|alle) )*(?:(?:haben|brachten) (?:(?:beide|alle|leider|auch|gar) )*nichts? ?(?:gebracht|geholfen|geandert|genutzt|bewirkt)?|n'ont (?:rien|pas) (?:change|aide|donne|fait|servi|marche)(?: .{1,20})?|no (?:cambiaron|sirvieron|ayudaron|funcionaron|hicieron)(?: (?:de |para )?nada)?)$",
);

const isOfNoUse = (outcome: string): boolean => nothing.test(outcome) || several.test(outcome) || helpedNot(outcome);

const theNamed = pattern(`(?:(?:the|die|la|les|el|los) )?${named}(?:[はもが]|では)?`);

/** The methods of no use of which a clause tells. */
const vainIn = (clause: string): readonly number[] => {
  const said = folded(clause).trim();
  const all = methodsIn(clause);
  if (all.length > 0) {
    return isOfNoUse(said.replace(theNamed, '').trim()) ? all : [];
  }
  const [, lead = '', first, others = '', outcome = ''] = bare.exec(said) ?? [];
  const isOutcome = first !== undefined && leads.test(lead) && ofHelp.test(outcome) && isOfNoUse(outcome);
  return isOutcome ? [first, ...(others.match(/\d/g) ?? [])].map(Number) : [];
};
const leads = pattern(
  '^(?:(?:no|nope|because|since|as|and|but|the|number|nein|weil|denn|und|aber|die|nummer|non|car|et|mais|la|porque|y|pero|el) )*$',
);

/** The method that a clause says was gone through. */
const doneIn = (clause: string): readonly number[] => {
  const said = folded(clause).trim();
  return gone.test(said) && !open.test(said) ? methodsIn(clause) : [];
};

const wantedIn = (clause: string): number | undefined => {
  const typed = command(clause.trim());
  return typed?.kind === 'method' && typed.n !== last ? typed.n : undefined;
};

/** What a text says of methods by their numbers; null where it names none so, or says nothing of them beside their names. */
export const ofMethodsIn = (text: string): OfMethods | null => {
  if (text.length > 2 * longest || !/\d/.test(text)) return null;
  const heard = numberedClausesOf(text).map((clause) => {
    const bareClause = clause.replace(/(?:[.,;:!?。、！？–—-]|\s(?:but|and|aber|und|mais|et|pero|y))+$/i, '').trim();
    const vain = vainIn(bareClause);
    const done = vain.length > 0 ? [] : doneIn(bareClause);
    const wanted = vain.length + done.length > 0 || clause.endsWith('?') ? undefined : wantedIn(bareClause);
    return { clause, vain, done, wanted };
  });
  const rest = heard
    .filter(({ vain, done, wanted }) => vain.length + done.length === 0 && wanted === undefined)
    .map(({ clause }) => clause)
    .join(' ');
  const of = {
    wanted: heard.find(({ wanted }) => wanted !== undefined)?.wanted,
    vain: heard.flatMap(({ vain }) => vain),
    done: heard.flatMap(({ done }) => done),
    isRead: heard.some(({ clause, done }) => done.length > 0 && read.test(folded(clause))),
    rest,
  };
  return of.vain.length + of.done.length > 0 ? of : null;
};
