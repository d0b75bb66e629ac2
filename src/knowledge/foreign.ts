/** Recognises texts about other systems, whose errors are none of ours: by their error families and by their products' names. */
import { readFileSync } from 'node:fs';
import { wordsOf } from './terms.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

/** The shapes that other systems give their errors; none of them ever stands in a Microsoft sign-in error. */
let families: RegExp | undefined;

/** In `families.txt` each line has one shape and the system, with a tab between them. Those of a first letter are tried together, because all at each place take time. */
const readFamilies = (): RegExp => {
  const shapes = linesOf('./families.txt').map((line) => line.split('\t')[0]!);
  const alike = [...Map.groupBy(shapes, (shape) => first.exec(shape)?.[0] ?? '')].map(
    ([letter, tails]) => `${letter}(?:${tails.map((shape) => shape.slice(letter.length)).join('|')})`,
  );
  return new RegExp(`(?<![\\w])(?:${alike.join('|')})(?![\\w])`, 'i');
};
const first = /^[a-z0-9](?![?*+{])/;

/** Words of the field: about signing in, or about the products people sign in to with it. */
export const field =
  /sign(?:ed|ing)?[ -]?(?:in|on)\b|log(?:ged|ging)?[ -]?(?:in|on)\b|\bsso\b|office ?365|microsoft ?365|\b[om]365\b|entra|azure ?ad|\baad(?:sts)?\b|ad ?fs|federat|\bsts\b|authenticat|hybrid|domain[ -]join|device regist|dsregcmd|\bprt\b|intune|enrol|\bhr=|anmeld|connexion|iniciar ses|サインイン|conditional access|\bmfa\b/i;

/** Names of Microsoft's sign-in, so that another product beside them is only the app or the network. */
const home =
  /office ?365|microsoft ?365|\b[om]365\b|entra|azure|\baad(?:sts)?\b|ad ?fs|federat\w+ (?:user|domain|service)|microsoft account|work account|authenticator|conditional access|onmicrosoft|login\.microsoft|\bmy ?app(?:s|lications)\b|\bmsal\b|\badal\b|intune|\baz login|\bconnect-\w+|pass-?through auth|get there from here/i;

/** Whether a text names Microsoft's sign-in. */
export const speaksOfHome = (text: string): boolean => home.test(text.slice(0, looked));

/** Words of signing in that other identity products have as well. */
const shared =
  /tenant|\bguests?\b|passcode|device code|seamless|unauthorized_client|invalid_client|invalid_grant|interaction_required/i;

/** Microsoft's programs, which people sign in to; beside a word about signing in they tie the text to it as well. */
const program = /\boutlook|\bonedrive|\bsharepoint|\bteams\b|\boffice\b|\bword\b|windows hello/i;

/** What a text is about stands in so many of its first characters. */
const looked = 10_000;

/** True when the text speaks of Microsoft's sign-in; beside other identity products only Microsoft's own names count. */
export const isOurs = (text: string, others: Areas): boolean => {
  const start = text.slice(0, looked);
  return (
    home.test(start) || (!others.has('identity') && (shared.test(start) || (program.test(start) && field.test(start))))
  );
};

/** True when the text bears a mark of another system, whatever else it speaks of. */
export const isMarked = (text: string): boolean => (families ??= readFamilies()).test(text.slice(0, looked));

/** What other products and matters are about. */
const areas = [
  'identity',
  'library',
  'security',
  'network',
  'consumer',
  'business',
  'developer',
  'server',
  'device',
  'matter',
] as const;
type Area = (typeof areas)[number];
export type Areas = ReadonlySet<Area>;

/** Calls `found` for each name of another product or matter, with the area, the place of its first word and how many it has. */
const findNames = (words: readonly string[], found: (area: Area, at: number, length: number) => void): void => {
  const { names, longest } = (named ??= readNames());
  for (let at = 0; at < words.length; at++) {
    const most = longest.get(words[at]!) ?? 0;
    for (let length = 1; length <= most; length++) {
      const area = names.get(length === 1 ? words[at]! : words.slice(at, at + length).join(' '));
      if (area) found(area, at, length);
    }
  }
};

/** The areas of the other products and matters that words name. */
export const namedBy = (words: readonly string[]): Areas => {
  const found = new Set<Area>();
  findNames(words, (area) => found.add(area));
  return found;
};

/** Those of the words that stand in such a name. */
export const inNames = (words: readonly string[]): ReadonlySet<string> => {
  const held = new Set<string>();
  findNames(words, (_, at, length) => {
    for (const word of words.slice(at, at + length)) held.add(word);
  });
  return held;
};

/** Made with the first text, because the start of the program does not need it. */
let named: ReturnType<typeof readNames> | undefined;

/** In `products.txt` the names, folded, stand under their areas. The area of each name, and how many words the longest name has that begins with a word. */
const readNames = () => {
  const names = new Map<string, Area>();
  const longest = new Map<string, number>();
  let area: Area = 'matter';
  for (const line of linesOf('./products.txt')) {
    const head = areas.find((one) => line === `[${one}]`);
    if (head) {
      area = head;
      continue;
    }
    const words = line.split(' ');
    names.set(line, area);
    longest.set(words[0]!, Math.max(words.length, longest.get(words[0]!) ?? 0));
  }
  return { names, longest };
};

/** What programs add to the name of a product, or hang behind it: "DiscordAPIError", "discordapp.com". */
const added = /(?:(?:api|rest|http|js|py|app|bot|sdk|client)*(?:error|exception)|(?:api|js|py|app|bot|sdk|client))$/;

/** The areas of the products and matters that a text names, also within the names of programs. */
const othersIn = (text: string): Areas => {
  const words = wordsOf(text.slice(0, looked));
  const plain = words.map((word) => (word.length > longestName ? word : word.replace(added, '')));
  return namedBy([...words, ...plain.filter((word, n) => word.length >= shortestName && word !== words[n])]);
};
const shortestName = 5;
const longestName = 40;

/** A number that a program gives its own error: in brackets behind the name of the error, or under a key close to its message. */
const ownError =
  /(?<!\w)(?!aad|adal|msal|auth|oauth|o?idc|token|sts|saml|wam|interaction|uirequired|client|browser|credential|broker)\w{1,60}(?:error|exception) ?[[(]\d{4,7}[\])]/i;
const key = String.raw`["']?(?:code|err_?code|err_?no|err_?id|ret(?:_?code)?|sub_?code)["']?\s{0,2}[:=]\s{0,2}["']?\d{4,7}(?!\d)`;
const message = String.raw`["']?(?:err_?|sub_?)?(?:msg|message|desc(?:ription)?)["']?\s{0,2}[:=]`;
const ownFields = new RegExp(
  String.raw`(?:^|[{,;"'\n])\s{0,3}(?:${key}[^\n]{0,80}[{,;"'\s]${message}|${message}[^\n]{0,160}[{,;"']\s{0,3}${key})`,
  'i',
);

/**
 * Whose a number is that bears no mark of Microsoft's: `theirs` where the text bears another system's, where a program gives it to an error of its own,
 * or where it stands beside a product of people at home; `asked` where such a text speaks of signing in, or another product is named and nothing about signing in; else `ours`.
 */
export const whose = (text: string): 'ours' | 'asked' | 'theirs' => {
  if (isMarked(text)) return 'theirs';
  const start = text.slice(0, looked);
  const others = othersIn(text);
  if (home.test(start) || work.test(start) || program.test(start)) return 'ours';
  const isOwn = ownError.test(start) || ownFields.test(start) || others.has('consumer');
  if (isOwn) return field.test(start) ? 'asked' : 'theirs';
  return others.size > 0 && !field.test(start) && !isOurs(start, others) ? 'asked' : 'ours';
};

/** How people speak of signing in with the account of their organisation. */
const work =
  /\bsso\b|single sign|\bsaml|\b(?:work|school|company|corporate|organi[sz]ation) (?:account|login|sign|id)/i;

/** True when the text names another product or matter. */
export const namesOther = (text: string): boolean => othersIn(text).size > 0;

/** True when the text names another product, which another matter such as the weather is not. */
export const namesProduct = (text: string): boolean => [...othersIn(text)].some((area) => area !== 'matter');

/** True when the text is about another system's error. */
export const isForeign = (text: string): boolean => {
  if (isMarked(text)) return true;
  const others = othersIn(text);
  return others.size > 0 && !isOurs(text, others);
};
