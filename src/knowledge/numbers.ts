/** Judges what a number without a mark of its own stands for: only what is around it can tell. */
import { field, isForeign, namesProduct } from './foreign.ts';
import { cellsOf, headsIn, lineAt, separatorOf } from './table.ts';

/**
 * `said`: the text around it speaks of it as a code. `alone`: the text says hardly more than it.
 * `doubtful`: nothing tells. `other`: it numbers or counts another thing.
 */
type Standing = 'said' | 'alone' | 'doubtful' | 'other';

/** How many characters around a number are looked at, and how many between it and a word about errors. */
const reach = { before: 100, after: 60, near: 40 } as const;

// === Length ===

/** Texts of so few words are about the number in them; where its own sentence is about signing in there may be some more. */
const few = { words: 8, aboutSignIn: 14 } as const;
/** In a text of so few words the only number is what it is about, where its sentence goes on behind it as behind a code. */
const onlyNumber = 14;
const counted = 400;
/** Three signs of a language without blanks are about a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3}/gu;

const isWithin = (text: string, most: number): boolean => {
  const trimmed = text.trim();
  if (trimmed.length > counted) return false;
  return trimmed.split(/\s+/, most + 1).length + (trimmed.match(unspaced)?.length ?? 0) <= most;
};

export const isShort = (text: string): boolean => isWithin(text, few.words);

// === Words about errors ===

const errorWord =
  /(?<![\p{L}-])(?!(?:bar|zip|post|qr|pass|dress|area)codes?)(?:errors?|err|erreurs?|errore|errori|erros?|errores|fail\w*|\p{L}{0,20}fehler\p{L}*|fallos?|fout\p{L}*|\p{L}{0,10}(?:codes?|k[oó]d\p{L}?)|c[oó]digos?|codice|aadsts|logs?|interrupts?|hresult|hata|virhe\p{L}*|mã lỗi)(?!\p{L})|エラー|コード|ログ|错误|錯誤|代码|报错|오류|ошибк|код|خطأ|שגיאה|σφάλμα/iu;

/** Keys of programs whose value is a code. */
const errorKey = /err|fehler|h?result|status|(?:^|[^a-z])code|(?:sub|[a-z])Code$|aadsts|reason|^hr$/;

// === Other things ===

/** Things that people number, as they stand in front of the number. */
const things = [
  'tickets?|vorgang|anfrage|ref(?:erence|erenz|erencia|\\.)?|référence|az\\.?|sr|job|task|story|work item|hotfix|note|hinweis|caso|incidencia|incidente|chamado|dossier|pratica|zaak',
  'durchwahl|rufnummer|nebenstelle|desk ?phone|(?:reach|call) (?:me|us) (?:at|on|under)|reachable (?:at|under|on)|erreichbar unter|t[eé]l(?:[eé]fono|éphone|efon)?\\.?|(?:my|his|her|our|callback|phone|mobile) number|meine nummer|mi número|mon numéro',
  'kostenstelle|cost cent(?:er|re)|hrb|bic|iban(?: \\w{2,4})*|store|filiale|branch|standort|niederlassung|site|gebäude|bâtiment|edificio|box|postfach|postbus|c\\.?p\\.?|zip|plz|post(?:al)?[- ]?code|postleitzahl|code postal|código postal|cap',
  'sendung|shipment|parcel|paket|colis|lieferschein|rechnung|facture|factura|fattura|vertrag|contrat|contrato|inventar|mitarbeiter|tracking|license|licence|lizenz|imei|price|preis|prix|precio|prezzo|costs?|kostet|budget|invoice over|total|summe|amount|betrag|population',
  'asn?|autonomous system|source ?port|[sd]port|udp|tcp|listening|duration|latency|avg \\w+|req/fail|row|column|slot|session|cursor|etag|checksum|hash|gps|event ?record ?id|event ?id|id d.événement|[pug]id|user ?id|host|passcode|meeting|webinar|conference|dial-?in',
].join('|');
const numberWord = String.raw`(?:[- ]?(?:no|nr|num|n[°º]|number|nummer|num[eé]ro|id|code)(?:\.|(?!\p{L})))?`;
const link = String.raw`(?:\s{0,2}(?:[:=#]|(?:is|was|ist|war|lautet|est|es|era|è|é|of)(?!\p{L}))){0,2}\s{0,8}["'#]?`;
const isThing = new RegExp(String.raw`(?<![\p{L}\d])(?:${things})${numberWord}${link}$`, 'iu');
const isThingAbroad = /(?:チケット|電話|伝票|郵便|〒|工单|订单|电话)(?:番号|号)?[:は=]?\s{0,2}$/u;
/** Any word that says itself to be a number, such as "Matrikelnummer" or "ref no.". */
const isNumbered =
  /(?<!\p{L})(?!(?:the|an?|this|that|what|which|with|by|code|only|die|der|eine?|le|un|el|la)[ _-])\p{L}{2,30}(?:nummer|[ _-](?:nr|no|n[°º]|number|id)|[_-]id)\.?(?:\s{1,2}(?:is|ist|est|es))?\s{0,2}[:=]?\s{0,2}["']?$/iu;

/** The key of a value: JSON, a parameter, an attribute. */
const key = /(?:["']([\w .:@-]{1,60})["']\s{0,2}:|(?<![\w.])([\w.-]{1,60})=)\s{0,2}["']?$/;
/** A field of a form or of a log line. */
const label =
  /(?:^|\n|["',;{([|.!?]\s?|\s\s)\s{0,40}([\p{L}_-]{1,40}(?:[ _-][\p{L}()]{1,20}){0,4})\s{0,3}:\s{0,4}["']?$/u;
/** A name of a program, not a word of people. */
const identifier = /^\w+[_-]\w+$|\p{Ll}\p{Lu}/u;
/** Places in files and paths, amounts, addresses of networks, telephones. */
const behind = /\.[A-Za-z]\w{0,5}(?::\d{1,7})?:$|[/\\]$|\d\s?:\s?$|[0-9a-f]:$|[\p{Sc}☎📞📱✆]\s?$|-$/u;
const before =
  /^(?:(?:,\d\d)?\s?\p{Sc}|\s?(?:z[łl]|元|円|원)(?!\p{L})|[/\\](?!\d{5,7}(?!\d))\S|\.[A-Za-z]\w{0,4}\b|::|@|-(?!error|fehler|code))/iu;
const counts =
  /^\s(?:(?:failed|successful|blocked|sign-?in|log-?in)\s){0,2}(?:sign-?ins|log-?ins|attempts|pieces)\b|^\s(?:of\s\d|per\s)/i;

const isOther = (ahead: string, after: string): boolean => {
  const [, quoted, assigned] = key.exec(ahead) ?? [];
  const name = quoted ?? assigned;
  if (name !== undefined) return !errorKey.test(name);
  if (behind.test(ahead)) return !/\d{5,7}\s?[/]$/.test(ahead);
  const numbered = isNumbered.exec(ahead);
  return (
    before.test(after) ||
    counts.test(after) ||
    isThing.test(ahead) ||
    isThingAbroad.test(ahead) ||
    (numbered !== null && !errorWord.test(numbered[0]))
  );
};

// === Places ===

const country = /(?<![\p{L}\d])(?:D|DE|F|FR|CH|NL|ES|PT|PL|DK|FI)[- ]$/u;
const state = /\p{L},? (?!(?:AD|IT|MS|HR|OK|ID|TO|IN|OR|ME|ON)\b)[A-Z]{2} $/u;
const street = /\p{L}\.? ?\d{1,4} ?[a-z]?\s?[,·|]\s?$/u;
const capital = /^[^\S\n]{1,3}(\p{Lu}[\p{L}'’.-]+)(?:[^\S\n](\S+))?/u;
const besideTown = /^(?:[\p{Lu}(]|office|büro|am|an|der|sur|le|la|de|del|und|and)/u;
/** Words with a capital that may follow a code. */
const noTown =
  /^(?:err\p{L}*|fehler\p{L}*|code|user\p{L}*|benutzer\p{L}*|fail\p{L}*|success|interrupt\p{L}*|invalid\p{L}*|anmeld\p{L}*|sign\p{L}*|log\p{L}*|please|help|hilfe|bitte|hello|what|why|how|was|warum|aadsts\w*|konto\p{L}*|kennwort\p{L}*|passwor[dt]\p{L}*|account\p{L}*|app\p{L}*|admin\p{L}*|and|or|und|oder|then|again|thanks|danke|since|seit|when|wenn|windows|android|chrome|firefox|safari|edge|browser|outlook|teams|onedrive|sharepoint|office|word|excel|intune|entra|azure|exchange|authenticator|microsoft)[.-]*$/iu;

const isPlace = (ahead: string, after: string): boolean => {
  if (country.test(ahead) || state.test(ahead) || street.test(ahead)) return true;
  const [, town = '', next] = capital.exec(after) ?? [];
  if (!town || noTown.test(town) || /\p{Ll}\p{Lu}|^\p{Lu}+$/u.test(town)) return false;
  return (next === undefined || /[.,;:]$/.test(town) || besideTown.test(next)) && !namesProduct(town);
};

// === Rows ===

const status = /^\W*(?:fail\w*|success\w*|interrupt\w*|error|fehler\w*|échec|error|erro|失敗|成功|中断)\W*$/iu;
const isRecord = /@|\d:\d\d|[0-9a-f]{8}-[0-9a-f]{4}/i;

/** What the column or the cells beside it say of a number that is a whole cell of a table. */
const inTable = (text: string, at: number, digits: string): Standing | undefined => {
  const isCell =
    /(?:^|[,;|\t\n])[ "']{0,3}$/.test(text.slice(Math.max(0, at - 4), at)) &&
    /^[ "']{0,3}(?:[,;|\t\n]|$)/.test(text.slice(at + digits.length, at + digits.length + 4));
  const line = isCell ? lineAt(text, at) : undefined;
  const separator = line && separatorOf(line.text);
  if (line === undefined || separator === undefined || !/\p{L}{2}/u.test(line.text)) return undefined;
  const column = cellsOf(line.text.slice(0, at - line.from), separator).length - 1;
  const heads = headsIn(text, line.from, separator, (cell) => errorWord.test(cell));
  if (heads) return errorWord.test(heads[column] ?? '') ? 'said' : 'other';
  const cells = cellsOf(line.text, separator);
  if (cells.some((cell) => status.test(cell)))
    return status.test(cells[column - 1] ?? '') || status.test(cells[column + 1] ?? '') ? 'said' : 'doubtful';
  return isRecord.test(line.text) ? 'said' : undefined;
};

// === Sentences ===

const introduces =
  /(?:^|[:=("'\n]|(?:^|[^\p{L}])(?:with|does|says?|shows?|showing|gets?|getting|got|gives?|given|is|are|of|about|throws?|sees?|seeing|saw|receives?|receiving|mit|zeigt|kommt|erscheint|seh(?:en|e)|sieht|hier|bekomm\w{0,3}|lautet|heute|steht|hei(?:ß|ss)t|bedeutet|signifie|significa|avec|affiche|con|com|mostra|muestra))\s*$/iu;
const goesOn =
  /^\s*(?:$|[.,;:!?)"'\n]|(?:means?|appears?|when|in|for|on|at|after|while|since|as|error|code|again|today|and|or|but|und|oder|et|comes?|shows?|what|how|bei|beim|wenn|quand|lors|cuando|quando|al)\b)/i;

/** What behind a number begins something new, so that it counts nothing and is no name. */
const leaves =
  /^\s*(?:$|[.,;:!?)"'\n]|(?:but|since|this|today|yesterday|now|all|every|again|still|only|with|when|while|for|in|on|at|and|or|aber|seit|heute|gestern|immer|wieder|nur|mit|bei|wenn|und|oder|mais|depuis|ce|aujourd'hui|toujours|encore|avec|quand|pour|dans|sur|et|ou|pero|desde|hoy|ayer|siempre|otra|con|cuando|para|en|y|o)\b)/i;

/** True where the sentence around a number says that it is a code, though nothing labels it; the text speaks of signing in. */
export const isMeant = (text: string, at: number, digits: string): boolean =>
  introduces.test(text.slice(Math.max(0, at - 16), at)) &&
  goesOn.test(text.slice(at + digits.length, at + digits.length + 12));

/** Verbs of showing and seeing, and words such as "still", in front of what is shown. */
const shown =
  /(?<!\p{L})(?:says?|shows?|showing|displays?|gets?|getting|got|gives?|throws?|sees?|seeing|saw|receives?|receiving|reports?|reported|returns?|does|zeigt|meldet|kommt|erscheint|sehen|sehe|sieht|bekomm\w{0,3}|erhalt\w{0,3}|erhält|lautet|steht|bedeutet|signifie|affiche\w*|voi[ts]|voient|reçoi\w+|obtien\w+|significa|muestra|aparece|sale|dice|recib\w+|mostra|appare|still|immer noch|noch immer|wieder|toujours|encore|todavía|aún|sigue|ancora)(?: (?:me|mir|uns|only|always|just|immer|nur|toujours|siempre|the|a|an|den|die|le|el|again|wieder|seit heute|heute)){0,3}[\s:"'(]{1,4}$/iu;
const shownAbroad = /^\s?(?:が|と|という|を|って|이|가)(?:出|表示|いう|は|뜨|나)/u;
const means =
  /^["')]?\s(?:means?|appears?|comes? up|shows? up|bedeutet|erscheint|signifie|apparaît|significa|aparece)\b/iu;

const betweenCodes =
  /^\s{0,3}(?:(?:[,;/&+|、]|(?:and|or|then|und|oder|dann|et|ou|puis|y|o|luego|e|と|や)(?!\p{L}))\s{0,3}){1,3}$/iu;

/** True where only a sign or a word such as "and" stands between two codes. */
export const isListed = (between: string): boolean => betweenCodes.test(between);

type Surroundings = {
  readonly ahead: string;
  readonly after: string;
  readonly sentence: string;
  readonly near: string;
};

const ends = /\n|[.!?;](?=\s|$)|[。！？]/;
const around = (text: string, at: number, digits: string): Surroundings => {
  const ahead = text.slice(Math.max(0, at - reach.before), at);
  const after = text.slice(at + digits.length, at + digits.length + reach.after);
  const start = ahead.split(ends).at(-1)!;
  const end = after.split(ends, 1)[0]!;
  return {
    ahead,
    after,
    sentence: start + digits + end,
    near: `${start.slice(-reach.near)}${digits}${end.slice(0, reach.near)}`,
  };
};

/** What names no product and still is never about signing in. */
const system = /\b(?:errno|winsock|socket|sqlstate|wsae\w+|modbus|exit (?:code|status)|syslog|snmp|smtp|http)\b/i;

/** True where the sentence around a number is about another system, and says nothing of signing in; a program's own key says whose it is by the text around. */
const isElsewhere = ({ sentence, ahead }: Surroundings): boolean =>
  !field.test(sentence) && (system.test(sentence) || (!key.test(ahead) && isForeign(sentence)));

/** True for a number that opens a text, or closes one of a single line: a title or a message with its code. */
const opensOrCloses = (text: string, at: number, digits: string): boolean => {
  if (/^[\s"'([#-]{0,4}$/.test(text.slice(0, at))) return true;
  const end = text.slice(at + digits.length);
  return /^[\s"'.,;:!?)\]-]{0,4}$/.test(end) && !text.trim().includes('\n') && text.length <= counted;
};

/** What a number on a line of its own stands for, by the line before it. */
const onItsLine = (text: string, at: number, { ahead, after }: Surroundings): Standing | undefined => {
  if (!/(?:^|\n)[\s>*•"'`(-]{0,8}$/.test(ahead) || !/^[\s*"'`.,;:!?)-]{0,8}(?:\n|$)/.test(after)) return undefined;
  const last = text
    .slice(Math.max(0, at - 200), at)
    .trimEnd()
    .split('\n')
    .at(-1)!
    .trim();
  const isLabel = /^\p{L}[\p{L}\s()/-]{1,40}$/u.test(last) && last.split(/\s+/).length <= 5;
  return isLabel && !errorWord.test(last) ? undefined : 'said';
};

export type Judge = {
  /** `listed` tells that it stands in a list with another code. */
  readonly standing: (at: number, digits: string, listed: boolean) => Standing;
  /** True for a number that a sentence about another system names, in a text about more than it. */
  readonly elsewhere: (at: number, digits: string) => boolean;
};

/** The judge of the numbers of a text. */
export const judgeOf = (text: string): Judge => {
  const isBrief = isShort(text);
  const isBriefAboutSignIn = !isBrief && isWithin(text, few.aboutSignIn);
  const isOnly = isWithin(text, onlyNumber) && (text.match(/\d{4,}/g) ?? []).length === 1;
  const standing = (at: number, digits: string, listed: boolean): Standing => {
    const here = around(text, at, digits);
    const { ahead, after, sentence, near } = here;
    const short = isBrief || (isBriefAboutSignIn && field.test(sentence));
    if (isOther(ahead, after)) return 'other';
    const cell = inTable(text, at, digits);
    if (cell) return cell;
    if (listed) return 'said';
    if (isPlace(ahead, after)) return short ? 'doubtful' : 'other';
    const [, named] = label.exec(ahead) ?? [];
    const isLabel = named !== undefined && ![errorWord, shown, field].some((words) => words.test(`${named}:`));
    if (isLabel && (!short || identifier.test(named))) return 'other';
    if ((!short || system.test(sentence)) && isElsewhere(here)) return 'doubtful';
    const line = onItsLine(text, at, here);
    if (line) return line;
    if (opensOrCloses(text, at, digits)) return 'said';
    if (shown.test(ahead) || means.test(after) || shownAbroad.test(after) || errorWord.test(near)) return 'said';
    if (field.test(sentence) && isMeant(text, at, digits)) return 'said';
    return short || (isOnly && leaves.test(after)) ? 'alone' : 'doubtful';
  };
  return {
    standing,
    elsewhere: (at, digits) => {
      const here = around(text, at, digits);
      return (!isBrief || system.test(here.sentence)) && isElsewhere(here);
    },
  };
};
