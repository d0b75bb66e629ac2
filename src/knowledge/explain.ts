/** Recognises questions for the meaning of a word of the field: "what is a UPN", "was ist ein Mandant", "テナントとは". */
import type { Entry, Term } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { withoutAccents } from './accents.ts';
import { slipsOf } from './slips.ts';
import { wordsOf } from './terms.ts';

/** A name as it is compared: its letters and digits, without case, accents, spaces and hyphens. */
export const keyOf = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]/gu, '');

const folded = (text: string): string =>
  withoutAccents(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘`´]/g, "'")
      .replaceAll('ß', 'ss'),
  );

/** Longer texts tell more than they ask. */
const longest = 120;

const quotes = `"'“”„«»‹›「」『』`;
const around = new RegExp(String.raw`^[\s¿¡${quotes}]+|[\s?!.。…${quotes}]+$`, 'g');

/** What may stand before and behind a question without changing it. */
const before =
  /^(?:[¿¡]?(?:(?:many )?thanks(?: a lot| so much)?|thank you(?: so much)?|thx|ty|cheers|great|perfect|nice|cool|super|alright|got it|i see|(?:vielen )?danke?(?: dir| schon)?|prima|verstehe|alles klar|merci(?: beaucoup)?|parfait|d'accord|(?:muchas )?gracias|perfecto|vale|entiendo|ありがとう(?:ございます)?|なるほど|ok(?:ay)?|so|and|but|well|wait|also|first|hi|hello|hey|sorry|please|pls|u+h?m+|hmm*|btw|by the way|(?:a )?(?:quick |short |silly |stupid )?question|can you|could you|would you|tell me|do you know|actually|anyway|now|then|(?:one|just one) (?:more )?(?:thing|question)|i (?:don'?t|do not) know|no idea|und|aber|also|ubrigens|ach|nebenbei(?: gefragt)?|apropos|eigentlich|noch (?:eine|ne) frage|hallo|sag mal|entschuldigung|bitte|(?:kurze )?frage|weisst du|wissen sie|ich weiss nicht|kannst du|konnen sie|et|mais|alors|au fait|a propos|dis(?:-moi)?|dites(?:-moi)?|euh|bonjour|salut|pardon|(?:une )?question|sais-tu|savez-vous|je ne sais pas|y|pero|oye|oiga|por cierto|a ver|bueno|entonces|disculpa|hola|perdon|por favor|(?:una )?pregunta|sabes|no se|すみません|あの|ところで|ちなみに|そもそも|えっと|では|じゃあ)[\s,.:;!?¿¡、。–—-]+)+/;
const behind =
  /(?:[\s,?？]+(?:(?:(?:for|fur|pour|para) (?:the |my |our |die |das |unsere |meine |la |le |les |notre |el |los )?|furs )(?:docs|documentation|ticket|notes?|report|wiki|faq|dokumentation|doku|protokoll|rapport|documentacion|informe)|again|exactly|actually|anyway|please|pls|thanks|then|bitte|denn|eigentlich|genau|noch ?mal|exactement|deja|s'il (?:vous|te) plait|svp|merci|exactamente|por favor|gracias))+$/;

/** Ways to ask, with the place where the name stands. */
const ways: readonly RegExp[] = [
  "what(?:'?s| is| are|'?re)(?: exactly| actually)? (.+)",
  "(?:what(?:'?s| is| are) )?(?:the )?(?:meaning|definition) of (.+)",
  'what (?:does|do|is) (.+?) (?:means?|stands? for)',
  'what (.+?) (?:is|are|means?|stands? for)',
  '(?:define|explain):?(?: to me| me)? (?:what )?(.+?)(?: to me| for me| is| are| means?)?',
  '(.+) (?:meaning|definition)',
  '(?:was|wofur) (?:ist|sind|bedeutet|bedeuten|heisst|heissen|meint|steht)(?: (?:denn|eigentlich|genau|nochmal|mit|das))* (.+)',
  'was (?:ist|versteht man) unter (.+?)(?: zu verstehen)?',
  'was (.+) (?:ist|sind|bedeutet|bedeuten|heisst|heissen)',
  '(?:erklare?|erklaren sie|definieren?(?: sie)?)(?: mir| uns| bitte)* (.+)',
  "qu'? ?est[ -]ce qu(?:e? ?'|e )(?:c'? ?est(?: que| qu')? ?)?(.+)",
  "c'? ?est quoi,? (.+)",
  "(.+?),? (?:c'? ?est quoi|ca veut dire quoi)",
  '(?:que (?:veut|veulent) dire|que signifi(?:e|ent)|ca veut dire quoi) (.+)',
  '(?:explique[zr]?|definis(?:sez)?)(?:[ -]moi)? (.+)',
  'que (?:es|son|significan?|quieren? decir)(?: exactamente)? (.+)',
  '(?:explica|expliqu?e|define|defina)(?:me)? (.+)',
  '(.+?)とは(?:、?(?:何|なに|なん|どういう意味|どんな意味|どういうもの|どんなもの)?(?:のこと)?(?:なの|なん)?(?:ですか|でしょうか|だっけ|か)?)?',
  '(.+?)(?:は|って)、?(?:何|なに|なん|どういう意味|どんな意味)(?:のこと)?(?:なの|なん)?(?:ですか|でしょうか|だっけ|か)?',
  '(.+?)の意味(?:は(?:何|なん)?(?:ですか|でしょうか)?|を(?:教えて|説明して)(?:ください|下さい)?)?',
  '(.+?)を(?:説明|定義)して(?:ください|下さい)?',
].map((way) => new RegExp(`^${way}$`));
/** No term has such a number; a text that holds one asks for a code. */
const numbered = /\d{4}/;

/** Most texts ask in none of these ways. */
const asks = new RegExp(ways.map(({ source }) => source).join('|'));

const article =
  /^(?:(?:an?|the|this|these|(?:the |an? )?(?:term|word|abbreviation|acronym)|eine?[mnrs]?|der|die|das|den|dem|(?:der |das )?(?:begriff|wort)|une?|les?|la|des|du|de la|el|los|las|unos|unas|una) |(?:l|d|un)')+/;

/** The terms and what asks for them; a name of at least so many letters may have a wrong one, but for the first. */
export const explainer = (terms: readonly Term[], entries: readonly Entry[]): ((text: string) => Term | null) => {
  const named = new Map(terms.flatMap((term) => term.names.map((name) => [keyOf(name), term] as const)));
  const long = [...named.keys()].filter((key) => /^[a-z]{6,}$/.test(key));
  let words: ReadonlySet<string> | undefined;
  /** What the entries speak of is no misspelling: an issue is no issuer. */
  const isWord = (key: string): boolean => (words ??= new Set(entries.flatMap(wordsIn))).has(key);
  const misspelt = (key: string): Term | undefined => {
    const near = new Set(
      long.filter((name) => name[0] === key[0] && slipsOf(key, name) <= 1).map((name) => named.get(name)),
    );
    const [term] = near;
    return near.size === 1 && !isWord(key) ? term : undefined;
  };
  const termOf = (name: string): Term | undefined => {
    const key = keyOf(name);
    return named.get(key) ?? named.get(key.replace(/s$/, '')) ?? named.get(key.replace(/e[ns]$/, '')) ?? misspelt(key);
  };
  return (text) => {
    if (text.length > longest || numbered.test(text)) return null;
    const said = folded(text).replace(/\s+/g, ' ').replace(around, '');
    const asked = said.replace(before, '').replace(behind, '');
    if (!asks.test(asked)) return null;
    for (const way of ways) {
      const name = way.exec(asked)?.[1]?.replace(around, '').replace(article, '').replace(around, '');
      const term = name ? termOf(name) : undefined;
      if (term) return term;
    }
    return null;
  };
};

const wordsIn = ({ title, meaning, cause }: Entry): readonly string[] =>
  [title, ...[...meaning, ...cause].map((block) => (block.kind === 'paragraph' ? plain(block.text) : ''))].flatMap(
    (text) => wordsOf(text),
  );
