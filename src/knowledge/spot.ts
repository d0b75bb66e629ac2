/** Spots error codes in clean text, in every spelling that pages, logs and people use. */
import { speaksOfHome } from './foreign.ts';
import { isListed, isMeant, isShort, type Judge, judgeOf } from './numbers.ts';

/** A code as found. */
export type Spotted = {
  readonly code: string;
  readonly at: number;
  readonly end: number;
  /** A catalog code that this one may have been meant to be. */
  readonly near?: string;
  /** True for a number with no shape of its own, at most labelled "error": it says nothing of whose error it is. */
  readonly bare?: boolean;
  /** True for a number without even a label. */
  readonly plain?: boolean;
  /** True for a code of the catalog that the text does not tell to be meant. */
  readonly doubtful?: boolean;
};
/** What is read: `rest` is `text` without noise, with the same positions; `signIn` tells that it speaks of signing in. */
export type Paper = {
  readonly text: string;
  readonly rest: string;
  readonly signIn: () => boolean;
  readonly foreign: () => boolean;
};
/** `more` characters behind what was matched belong to the code. */
type Found = Omit<Spotted, 'at' | 'end'> & { readonly more?: number };
type Knows = (code: string) => boolean;

const sure = (code: string): Found[] => [{ code }];

/** `matchAll` would copy the pattern for every text, of which most hold nothing that fits it. */
const spot = (text: string, pattern: RegExp, read: (match: RegExpExecArray) => Found[]): Spotted[] => {
  const spotted: Spotted[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    for (const { more = 0, ...one } of read(match))
      spotted.push({ ...one, at: match.index, end: match.index + match[0].length + more });
  return spotted;
};

// === AADSTS ===

/** Letters of other alphabets that look the same stand in some copies; a name of these letters alone is a slip of it, however they stand, but for one of people. */
const family = String.raw`(?:[AАΑ]{1,2}D{1,2}[\s-]?[STЅТΤ]{1,5}|(?<![A-Z])(?!ASSADS?(?![A-Z]))A[ADSTZ]{4,6}|(?<![A-Z])ACS)`;
const between = String.raw`[\s_]{0,3}(?:error(?: ?code)?|code|fehler(?:code)?)?[\s:#=_(["'+/.-]{0,4}`;
const digit = String.raw`[\dOILSB]`;
const labelledAadsts = new RegExp(String.raw`(${family})${between}(\d{1,12}|[OILSB](?=\d{3}))`, 'gi');
/** The name itself with letters and digits mistaken for each other. */
const misreadName = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?=\w{2,4}[O05])A{1,2}[DO0][S5]T[S5]${between}(\d{5,7})(?![\dA-Za-z])`,
  'gi',
);

/** Letters read as the digits that they look like. */
const digitsOf = (written: string): string => written.replace(/O/gi, '0').replace(/[IL]/gi, '1').replace(/S/gi, '5');

const unsure = (written: string, code: string): Found[] => [{ code: written, near: code }];

/** Letters and digits that follow the first digits without a blank. */
const glued = new RegExp(`^${digit}{1,10}(?![A-Za-z0-9])`, 'i');

/** Digits glued to letters that are easily taken for digits, as a picture or a slip leaves them: the code is near, not known. A longer run of letters is a word. */
const misread = (first: string, tail: string, knows: Knows): Found[] | undefined => {
  const [run = ''] = glued.exec(tail) ?? [];
  if (!/[a-z]/i.test(first + run)) return undefined;
  const isWord = run.length > 1 && !/\d/.test(run);
  const code = digitsOf((first + run).replace(/B/gi, '8'));
  if (knows(code) && !(isWord && knows(first))) return unsure(first + run, code);
  return knows(first) && !isWord ? unsure(first + run, first) : undefined;
};

/** More digits behind a blank or the end of a line, where nothing but the rest of a code or the end of it follows. */
const goesOn = /^(?:(?: |\s?-?\r?\n\s?|=\r?\n)\d{1,5}(?!\d)){1,6}/;
const endsCode = /^(?:\s*$|\s*[\n:.,;)"'\]<]|\s+\p{Lu})/u;

/** The whole of a code that was torn apart, and what was left of it as it stands. */
const torn = (first: string, tail: string, knows: Knows): Found[] | undefined => {
  const [rest = ''] = goesOn.exec(tail) ?? [];
  const parts = rest.match(/\d+/g) ?? [];
  for (let count = parts.length; count > 0; count--) {
    const code = first + parts.slice(0, count).join('');
    if (!knows(code)) continue;
    const whole = count === parts.length;
    if (!knows(first)) return [{ code, more: whole ? rest.length : 0 }];
    if (whole && endsCode.test(tail.slice(rest.length)))
      return [{ code: [first, ...parts].join(' '), near: code, more: rest.length }];
  }
  return undefined;
};

const outlook = 40;

const aadsts = (match: RegExpExecArray, knows: Knows): Found[] => {
  const [whole, name = '', first = ''] = match;
  const end = match.index + whole.length;
  const tail = match.input.slice(end, end + outlook);
  const found = misread(first, tail, knows) ?? torn(first, tail, knows);
  if (found) return found;
  if (!/^\d{3,12}$/.test(first) || /^\d/.test(tail)) return [];
  const meant =
    /[ST]T$/i.test(name) && first.startsWith('5') ? first.slice(1) : /TSS$/i.test(name) ? `5${first}` : first;
  return meant !== first && knows(meant) && !knows(first) ? unsure(name + first, meant) : sure(first);
};

// === Other families and lists ===

const listed = /"?error_?codes?"?\s*[:=]?\s*[[{(]\s*([\d,\s"']{4,400})[\]})]/gi;
/** What MSAL puts together of an answer of the server: its OAuth error, the code and the time. */
const ofMsal =
  /(?<![\w-])(?:invalid_\w{4,20}|interaction_required|(?:login|consent)_required|unauthorized_client|access_denied|server_error|temporarily_unavailable|unsupported_\w{4,20}): (\d{4,7}) - \[/g;
const msis = /\bMSIS\s?(?:(?=\d)|[:#_-]\s?(?=\d{3}))(\d{1,8})(?!\d)/gi;
const sspr = /\bSSPR(?:_|[\s-]?(?=0\d{2,3}(?!\d)))(\d{1,8})(?!\d)/gi;

// === HRESULTs ===

/** Copies of pages glue words to a code: the one before it, and one behind that cannot be more digits; an "h" tells that it is hexadecimal. */
const hexNumber =
  /(?:(?<!\d)(0x|&H)|(?<![0-9A-Za-z-])ox|(?<![0-9A-Za-z-]|\d\.)|(?<=error|fehler|code))(?:F{8})?([0-9A-F]{8})(?:(?![0-9A-Za-z]|\.\d)|(?=h(?![0-9A-Za-z])|[A-Za-z]{0,3}[G-Z][A-Za-z]{2}))/gi;
const splitHex = /(?<![0-9A-Za-z-])0x([0-9A-F]{4})[ -]([0-9A-F]{4})(?![0-9A-Za-z-])/gi;
/** Something in hexadecimal that is too short or too long for a code, as a slip leaves it. */
const brokenHex =
  /(?<![0-9A-Za-z-])(?:0x(?:[0-9A-F]{5,7}|[0-9A-F]{9,10})|CAA[0-9A-F]{2,8}|(?=[0-9]*[A-F])(?=(?:[A-F]*\d){5})[0-9A-F]{7,9})(?![0-9A-Za-z])/g;
/** The sign-in family with letters in the place of digits, as a picture leaves it. */
const misreadCaa = /(?<![0-9A-Za-z-])(?:0x)?(?=CAA[0-9A-F]{0,5}[OILS])CAA([0-9A-FOILS]{5})(?![0-9A-Za-z-])/gi;
const decimalNumber = /(?<![\d.-]|\d,)(-?)(\d{9,10})(?![\d]|[.,]\d)/g;

const isHex8004 = (digits: string): boolean => /^8004\d{4}$/.test(digits);

/** Eight hex digits: the sign-in family is written without 0x, all others with it; the same digits can be two codes. */
const hex = (prefix: string | undefined, digits: string, signIn: boolean, knows: Knows): Found[] => {
  const bare = digits.toUpperCase();
  const prefixed = `0x${bare}`;
  if (prefix) {
    if (knows(prefixed) || !knows(bare)) return sure(prefixed);
    return !bare.startsWith('80041') || signIn ? sure(bare) : [{ code: prefixed, near: bare }];
  }
  if (bare.startsWith('8004')) return sure(!knows(bare) && knows(prefixed) ? prefixed : bare);
  return knows(prefixed) || bare.startsWith('CAA') ? sure(prefixed) : [];
};

/** The hexadecimal digits of a failure that is written as a signed or unsigned decimal. */
const failureOf = (sign: string, digits: string): string | undefined => {
  const number = sign ? 2 ** 32 - Number(digits) : Number(digits);
  return number < 0x80000000 || number > 0xffffffff ? undefined : number.toString(16).toUpperCase();
};

const decimal = (sign: string, digits: string, knows: Knows): Found[] => {
  const bare = failureOf(sign, digits);
  if (bare === undefined) return [];
  if (knows(bare)) return sure(bare);
  return knows(`0x${bare}`) ? sure(`0x${bare}`) : [];
};

/** A decimal that the catalog lacks: of those above zero only what Windows gives its failures, for telephone numbers and sizes are as long. */
const failure = (sign: string, digits: string): Found[] => {
  const bare = failureOf(sign, digits);
  return bare && (sign ? /^(?:8|C0|CAA)/ : /^(?:80[0-3]|C0|CAA)(?!.*0000$)/).test(bare) ? sure(`0x${bare}`) : [];
};

/** Words about signing in to Windows and its programs, which show codes of the security chip and of the logon. */
const logon =
  /trusted platform module|\btpm\b|keyset|windows hello|\bpin\b|lock ?screen|something went wrong|\bteams\b|\boutlook\b|\bonedrive\b|\boffice\b/i;

/** The libraries that sign people in show whatever Windows told them. */
const library = /\bmsal|\badal\b|\bwam\b|(?:token|aad|web account) ?(?:broker|manager)|brokerplugin/i;

/** What sets a device up for signing in shows whatever Windows told it. */
const setUp =
  /\bautopilot\b|enrol?lment status page|\bdsregcmd|(?:hybrid|entra|azure ad|aad)[ -]join|device registration/i;

/** General Windows codes mean a sign-in problem only in a text about sign-in or setting a device up for it, those of the security chip and the logon also in one about Windows' own, or alone. Logons of Windows itself, to servers and shares, bear the status codes as well, so these need a name of Microsoft's sign-in. */
export const fits = (code: string, paper: Omit<Paper, 'rest'>): boolean => {
  if (!/^0x(?:8007|8009|8028|8029|C0)/.test(code)) return true;
  const { text, signIn, foreign } = paper;
  const alone = text.trim().split(/\s+/, 8).length <= 6;
  return (
    !foreign() &&
    (alone ||
      (code.startsWith('0xC0') ? /aadsts/i.test(text) || speaksOfHome(text) : signIn()) ||
      library.test(text) ||
      setUp.test(text) ||
      (/^0x(?:80(?:09|28|29)|C0)/.test(code) && logon.test(text)))
  );
};

// === Labels ===

const word = [
  String.raw`(?<![a-z])(?:errors?|err|failure|suberror|hr|hresult|acs|aadsts|kod|code?s?|result[ _]?type|status\.errorcode)`,
  String.raw`err(?:or)?[_ -]?codes?|error|fehler(?:[ -]?code|nummer)?|erreur|errore|erro|c[oó]digo|codice|fout(?:code)?|felkod|errorcode`,
  'エラー ?(?:コード|番号)?|コード|错误 ?(?:代码)?|錯誤 ?(?:代碼)?|代码|오류 ?(?:코드)?|ошибк[аи]|код',
].join('|');
const label = String.raw`(?:${word})\s?(?:code|number|no\.?|nr\.?|id|num|message|value|d'erreur|de erro|de error|errore|di errore)?["']?\s{0,2}(?:is|was|of|ist|lautet|est|es|é|è|は)?\s{0,24}[:=#[({_-]{0,2}\s{0,24}["'[]{0,2}(?<![\s=(]-)`;
const labelled = new RegExp(
  String.raw`${label}(-?\d{4,12})(?!\d|-\d|[.]\d|x|[OILSB]+(?![a-z])|[OILSB]+\d|[a-f]{1,4}(?![a-z]))`,
  'gi',
);
const labelledMisread = new RegExp(
  String.raw`${label}(?=\d{0,7}[OILSB])(?=(?:[OILSB]{0,4}\d){3})(${digit}{5,8})(?![\da-z])`,
  'gi',
);
const inAddress =
  /[?&#;](?:code|error|error_?codes?|err|ec|hr|hresult|sub_?error|lc|cxh-?err(?:or)?)=(-?)((?:0x)?[0-9a-f]{5,10})(?![0-9a-z._~-])/gi;

const fromAddress = (match: RegExpExecArray, signIn: boolean, knows: Knows): Found[] => {
  const [, sign = '', number = ''] = match;
  if (sign && !/^\d{9,10}$/.test(number)) return [];
  if (/^\d{5,7}$/.test(number)) return sure(number);
  if (/^\d{9,10}$/.test(number)) return decimal(sign, number, knows);
  const eight = /^(0x)?([0-9a-f]{8})$/i.exec(number);
  if (!eight) return [];
  return isHex8004(eight[2]!) || eight[1] || /[a-f]/i.test(eight[2]!)
    ? hex(eight[1], eight[2]!, signIn, knows)
    : sure(number);
};

// === Bare numbers ===

const bareNumber = /(?<![0-9A-Za-z.,+_$-])(\d{5,9})(?![0-9A-Za-z]|[.,:]\d|-(?!error|fehler|code)\w)/gi;
const inRow = /(?<=(?:^|[,;|\t])["']?)(\d{5,7})(?=["']?(?:[,;|\t]|$))/gm;
/** No code but an HRESULT is below zero: where a text is about another such number, a dash may have been meant. */
const negative = (number: string, knows: Knows): Found[] => {
  const digits = number.slice(1);
  if (digits.length < 9) return knows(digits) ? unsure(number, digits) : [];
  const known = decimal('-', digits, knows);
  if (known.length > 0) return known;
  const unknown = failure('-', digits);
  return unknown.length > 0 ? unknown : sure(number);
};

/** So many numbers without a mark are judged; a text with more is a log whose codes have one. */
const mostJudged = 300;

/** The codes in the order of the text. */
export const spotCodes = (paper: Paper, knows: Knows): readonly Spotted[] => {
  const { text, rest } = paper;
  const short = isShort(text);
  const judge = judgeOf(text);
  const slipped = spot(text, labelledMisread, (m) => {
    const [first] = /^(?:\d+|.)/.exec(m[1]!)!;
    return misread(first, m[1]!.slice(first.length), knows) ?? [];
  });
  const broken = spot(rest, brokenHex, (m) => (hexLike(m[0], knows) ? [] : sure(m[0])));
  const marked = [
    ...slipped,
    ...apart(broken, slipped),
    ...spot(text, labelledAadsts, (m) => aadsts(m, knows)),
    ...spot(text, misreadName, (m) => (knows(m[1]!) ? unsure(m[0].replace(/\s+/g, ''), m[1]!) : sure(m[1]!))),
    ...spot(text, listed, (m) => (m[1]!.match(/\d{4,12}/g) ?? []).flatMap(sure)),
    ...spot(text, ofMsal, (m) => sure(m[1]!)),
    ...spot(text, msis, (m) => sure(`MSIS${m[1]}`)),
    ...spot(text, sspr, (m) => sure(`SSPR_${m[1]}`)),
    ...spot(text, inAddress, (m) => fromAddress(m, paper.signIn(), knows)),
    ...spot(rest, hexNumber, (m) => hex(m[1], m[2]!, paper.signIn(), knows)),
    ...spot(rest, misreadCaa, (m) => {
      const code = `0xCAA${digitsOf(m[1]!).toUpperCase()}`;
      return knows(code) ? unsure(m[0], code) : sure(m[0]);
    }),
    ...spot(rest, splitHex, (m) => {
      const digits = `${m[1]}${m[2]}`.toUpperCase();
      return [`0x${digits}`, digits].some(knows) ? hex('0x', digits, paper.signIn(), knows) : [];
    }),
    ...spot(rest, decimalNumber, (m) => {
      const [whole, sign = '', digits = ''] = m;
      const known = decimal(sign, digits, knows);
      if (known.length > 0 || !short) return known;
      if (sign) return negative(whole, knows);
      return judge.standing(m.index, digits, false) === 'other' ? [] : failure(sign, digits);
    }),
  ];
  let judged = 0;
  const beside = spot(rest, labelled, (m) => {
    const number = m[1]!;
    const at = m.index + m[0].length - number.length;
    if (number.length > 8 && rest[at - 1] === '-') return failure('-', number);
    if (number.startsWith('-')) return short ? negative(number, knows) : failure('-', number.slice(1));
    if (isHex8004(number) || decimal('', number, knows).length > 0) return [];
    const unknown = failure('', number);
    if (unknown.length > 0) return unknown;
    const doubtful = knows(number) && judged++ < mostJudged && judge.elsewhere(at, number);
    return [{ code: number, bare: true, doubtful }];
  });
  const found = inOrder([...marked, ...apart(beside, marked)]);
  return inOrder([...found, ...spotPlain(paper, knows, found, judge)]);
};

/** Numbers without a mark. Beside codes that have one only those count that stand in a list with them, or that the catalog knows and the text calls codes. */
const spotPlain = (paper: Paper, knows: Knows, marked: readonly Spotted[], { standing }: Judge): readonly Spotted[] => {
  const { text, rest, signIn } = paper;
  const short = isShort(text);
  const alone = marked.every(({ doubtful }) => doubtful);
  const found: Spotted[] = [];
  let last: Spotted | undefined;
  let next = 0;
  let judged = 0;
  for (const one of inOrder([
    ...spot(rest, bareNumber, plain),
    ...spot(rest, inRow, (m) => (besideLetters(rest, m) ? plain(m) : [])),
  ])) {
    const { code, at, end } = one;
    for (; next < marked.length && marked[next]!.end <= at; next++)
      last = marked[next]!.end > (last?.end ?? 0) ? marked[next] : last;
    const following = marked[next];
    if ((last && at < last.end) || (following && following.at < end)) continue;
    const known = knows(code);
    if (!known && !short && !(signIn() && isMeant(rest, at, code))) continue;
    const inList =
      (last !== undefined && !last.doubtful && isListed(text.slice(last.end, at))) ||
      (following !== undefined && isListed(text.slice(end, following.at)));
    const stands = judged++ < mostJudged ? standing(at, code, inList) : 'other';
    if (stands === 'said' ? known || inList || alone : stands === 'alone' && alone) found.push((last = one));
    else if (stands === 'doubtful' && known && alone) found.push({ ...one, doubtful: true });
  }
  return found;
};

/** A number between separators is a cell only where the others are no numbers. */
const besideLetters = (text: string, { index }: RegExpExecArray): boolean =>
  /\p{L}/u.test(text.slice(Math.max(0, index - 60), index + 60));

const plain = (match: RegExpExecArray): Found[] => [{ code: match[1]!, bare: true, plain: true }];

/** Those that lie over none of the others. */
const apart = (spotted: readonly Spotted[], others: readonly Spotted[]): readonly Spotted[] => {
  const taken = inOrder(others);
  let next = 0;
  return inOrder(spotted).filter(({ at, end }) => {
    while (next < taken.length && taken[next]!.end <= at) next++;
    return (taken[next]?.at ?? Infinity) >= end;
  });
};

const inOrder = (spotted: readonly Spotted[]): readonly Spotted[] => spotted.toSorted((one, two) => one.at - two.at);

/** True for eight hex digits that `hexNumber` reads. */
const hexLike = (written: string, knows: Knows): boolean =>
  /^(?:0x)?[0-9A-F]{8}$/.test(written) &&
  (written.startsWith('CAA') || written.startsWith('8004') || knows(`0x${written}`));
