/** Which methods of an answer are behind somebody: those of what they rule out, and those that they did before. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { helpedNot } from './helped.ts';
import { methodsByTitle, stepByWords } from './deeds.ts';
import { deniedIn } from './premise.ts';
import { clausesOf, folded, longest, lowered, pattern, holdsCode, withoutHosts } from './phrases.ts';
import type { StepAt } from './methods.ts';
import { isQuestion } from './question.ts';
import { isElsewhere, judgedIn, type Words } from './judged.ts';
import { restOf, rulingIn } from './ruled-out.ts';
import { statementsIn } from './statements.ts';
import { isTrouble } from './trouble.ts';

/** What a text says of the answer: what it says, the methods that do not fit therefore and those that it speaks for, whether it rules out the answer itself, and the rest. */
export type Excluded = {
  readonly said: readonly string[];
  readonly methods: readonly number[];
  readonly for: readonly number[];
  readonly ofTitle: boolean;
  readonly rest: string;
};

/** What a text after an answer rules out or speaks for; null where that is nothing, or what works in a place or program, which is a fact. */
export const excludedIn = (
  text: string,
  entry: Entry,
  catalog: Pick<Catalog, 'terms' | 'concepts' | 'find'>,
): Excluded | null => {
  const judged = judgedIn(text, entry, catalog);
  const { out, rest } = rulingIn(text);
  if (judged.done.length > 0) return null;
  const denied = deniedIn(text, entry, catalog, judged.for.length > 0 ? judged.said : []);
  if (denied) return { ...denied, methods: judged.out, for: [], ofTitle: true };
  if (judged.said.length > 0)
    return { said: judged.said, methods: judged.out, for: judged.for, ofTitle: false, rest: restOf(text, judged.said) };
  const { told } = catalog.find(out.map(({ about }) => about).join(', ')).known;
  if (out.length === 0 || told.client || told.where) return null;
  return {
    said: out.map((one) => one.said),
    methods: [],
    for: [],
    ofTitle: out.some(({ about }) => isOf(entry.title, about, catalog)),
    rest,
  };
};

/** Whether what is left of a text says nothing by itself beside what takes the answer away or speaks for one method. */
export const saysAll = ({ rest, ofTitle, for: spokenFor }: Excluded, { find }: Pick<Catalog, 'find'>): boolean => {
  if (rest === '') return true;
  if (!ofTitle && spokenFor.length !== 1) return false;
  const { verdict, extracted } = find(rest);
  return extracted.codes.length === 0 && verdict !== 'answer' && verdict !== 'foreign';
};

/** Whether a title is about what is named: it holds all of it, and little else. */
const isOf = (title: string, named: string, { terms }: Words): boolean => {
  const held = new Set(terms(title));
  const asked = terms(named);
  return asked.length > 0 && asked.every((term) => held.has(term)) && 2 * new Set(asked).size >= held.size;
};

const subject =
  "(?:(?:i|we|he|she|they|you|(?:the |my |our )?(?:user|admin|colleague|helpdesk|guys?|team))(?:'ve|'d| have| has| had)? )?";
const adverb = '(?:(?:just|also|even|all|twice|now|today|yesterday|already|once) )*';
const verbs =
  '(?:did|done|reset|changed|cleared|deleted|removed|restarted|rebooted|reinstalled|installed|re-?registered|registered|re-?enrolled|enrolled|signed (?:(?:him|her|them|me|everyone) )?(?:out|in|off)|logged (?:(?:him|her|them|me|everyone) )?(?:out|in|off)|updated|renewed|re-?newed|enabled|disabled|unlocked|unblocked|assigned|synced|ran|set|added|replaced|re-?joined|joined|invited|re-?invited|revoked|corrected|repaired|turned|switched|emptied|re-?entered|granted|created|recreated)';

/** What Spanish speakers do to settings and devices, whose past tense is one word. */
const spanishStems =
  '(?:apag|reinici|anad|agreg|cambi|borr|quit|elimin|(?:re|des)?instal|actualiz|renov|restablec|(?:des)?bloque|(?:des|re)?habilit|(?:des|re)?activ|(?:re)?asign|correg|corrig|revoc|ejecut|cre|configur|sincroniz|reemplaz|desconect|registr|invit)';
const germanPerson = '(?:ich|wir|er|sie|jemand|(?:der|die|ein|eine|mein|meine|unser|unsere) [a-z]+)';
const deed = pattern(
  [
    `^(?:and |but |no |yes |ok |so )*${subject}${adverb}${verbs}(?: |$)`,
    `(?:^| )already(?: |$).*|.* already$`,
    `^.{0,60}(?:schon|bereits)(?: |$).*|^.{3,60}(?:haben|hab|habe|hat|wurde|wurden)(?: (?:wir|ich|er|sie|schon))*(?: [a-z]+(?:t|en))?$|^(?:(?:ok|und|dann|ja) )*(?:${germanPerson} )?(?:haben|hab|habe|hat) .{3,60}(?:t|en)$`,
    `(?:^| )deja(?: |$)|^(?:(?:ok|et|mais|donc|alors|oui) )*(?:j'ai|je l'ai|je les ai|on a|on l'a|on les a|il a|il l'a|elle a|elle l'a|nous (?:l'|les )?avons|(?:ils|elles) (?:l'|les )?ont|quelqu'un a)(?: (?:tout|bien|aussi|juste|aussitot))* (?!(?:une?|le|la|les|pas|eu|vu|pu|reussi|marche|fonctionne|aide)(?: |$))[a-z]+(?:e|i|u|is|it)(?: |$)`,
    `^(?:ya |lo |la |los |las |le |les )*(?:he|hemos|ha|han) [a-z]+(?:ado|ido|to|cho)(?: |$)|^ya (?:[a-z]+e|lo|la|se)(?: |$)|^(?:(?:y|ya|vale|ok|pues|lo|la|los|las|le|les) )*${spanishStems}(?:amos|imos|aron|ieron)(?: |$)`,
    '(?:もう|すでに|既に).+(?:た|ました|済み)(?:です)?$|(?:しました|済みです|済み)$|(?:変更|追加|削除|再起動|リセット|更新|有効に|無効に|設定|登録|修正|招待|同期|インストール|承認|解除|実行|作成|交換|適用|配布)(?:を)?した$|(?:消|入れ直|外|直)し(?:た|ました)$|(?:割り当て|切り替え|付け替え)(?:た|ました)$',
  ].join('|'),
);
const undone = pattern(
  "(?:^| )(?:not|never|no|cannot|[a-z]{2,}n'?t|nicht|nie|kein[a-z]*|pas|jamais|nunca|should|must|have to|need|need to|will|would|if|before|when|only|after|since|seit|nach|depuis|après|desde|después)(?: |$)|ません|ない|たら|てから|はず",
);

/** What went well is an outcome and no deed. */
const wentWell = pattern(
  '(?:geholfen|geklappt|funktioniert|gebracht|genutzt|gelost|behoben)$|(?:^| )(?:funcionado|podido|entrado|logrado|conseguido|servido|ayudado|resuelto|solucionado|arreglado)(?: |$)|(?:解決|成功|復旧|改善)しました',
);

/** What a text says was done, a clause each. */
export const deedsIn = (text: string): readonly string[] =>
  text.length > longest || isQuestion(text) || holdsCode(text)
    ? []
    : clausesOf(lowered(text)).filter(
        (clause) =>
          deed.test(clause) &&
          !undone.test(clause) &&
          !wentWell.test(clause) &&
          !isTrouble(clause) &&
          !isQuestion(clause),
      );

/** What a text says was done already: whole methods, a step of one, or what none of them tells to do; `early` where it says that it was done before. */
export type DoneBefore = {
  readonly said: string;
  readonly early: boolean;
  readonly methods: readonly number[];
  readonly step?: StepAt;
};

export const doneBeforeIn = (whole: string, entry: Entry, catalog: Words): DoneBefore | null => {
  if (whole.length > longest) return null;
  const text = isQuestion(whole) ? withoutQuestions(whole) : whole;
  if (text === '') return null;
  const [, vain] = inVain.exec(folded(text)) ?? [];
  const deeds = vain === undefined ? deedsIn(text) : [vain];
  const heard = statementsIn(text).flatMap(([clause, all]) => (all.some(({ done }) => done) ? [clause] : []));
  const judged = judgedIn(text, entry, catalog).done;
  const methods =
    judged.length > 0 ? judged : [...new Set(deeds.flatMap((one) => methodsByTitle(one, entry, catalog)))];
  const fruitless = restOf(text, heard);
  const told = { said: text.trim(), early: deeds.some((one) => before.test(one)) };
  if (methods.length > 0) return { ...told, methods };
  const acts = told.early ? deeds.filter((one) => !circumstance.test(one)) : [];
  const [step] = acts.flatMap((one) => stepByWords(one, entry, catalog) ?? []);
  if (step) return { ...told, methods, step };
  if (heard.length > 0 && fruitless !== '' && helpedNot(fruitless)) return { ...told, methods };
  return told.early && acts.length === clausesOf(text).length ? { ...told, methods } : null;
};

/** What is asked about was not done: "can I just delete her and invite her again?". */
const withoutQuestions = (text: string): string =>
  text
    .split(/(?<=[.,;:!?？。、！])\s*/u)
    .filter((piece) => !isQuestion(piece))
    .join(' ')
    .trim();

/** What was of no use, by its name: "password reset did not help". */
const inVain = pattern(
  "^(.{4,60}) (?:did ?n.?t|did not|has ?n.?t|does ?n.?t|hat(?: leider)? (?:nicht|nichts)|n'a (?:pas|rien)|no (?:ha )?)[ ]?(?:helped|help|fix it|change anything|geholfen|gebracht|aide|change|servi|ayudo|ayudado|sirvio|servido)[.! ]*$",
);

/** What was done without success where that is not in the method at hand: the other methods that tell to do it; null where it may be this one. */
export const doneElsewhere = (text: string, entry: Entry, atHand: number, catalog: Words): DoneBefore | null => {
  const method = entry.methods[atHand - 1];
  return method && isElsewhere(withoutHosts(text), method, catalog)
    ? { said: text.trim(), early: false, methods: judgedIn(text, entry, catalog).done.filter((n) => n !== atHand) }
    : null;
};

const before = pattern('(?:^| )(?:already|schon|bereits|deja|ya)(?: |$)|もう|すでに|既に');

/** What is so already, which nobody is said to have done as a step. */
const circumstance = pattern(
  '(?:^| )(?:is|are|was|were|has been|have been|ist|sind|war|waren|est|sont|etait|a ete|esta|estan|fue) (?:already|schon|bereits|deja|ya)(?: |$)|(?:^| )(?:ya|deja) (?:esta|estan|fue|ete)(?: |$)|(?:もう|すでに|既に).*(?:ています|ている|てます|ありません)',
);
