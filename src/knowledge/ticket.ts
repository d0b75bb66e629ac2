/** Picks the values out of a pasted text that belong on a ticket: ids, time, user, application, tenant. */
import type { Extracted } from '../model/catalog.ts';
import { cellsOf, separatorOf } from './table.ts';

type Ticket = Omit<Extracted, 'codes'>;

const guid = /(?<![0-9a-z-])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-z-])/gi;

/** What the words before an id say that it is, in the languages of the sign-in pages; the nearest word counts. */
const kinds = {
  correlation:
    /client-request-id|corr?[eé](?:-\s)?la|korr?el|相関|関連付け|相关|關聯|상관 ?관계|коррел|bağıntı|ارتباط/gi,
  activity:
    /activity|aktivität|activité|actividad|atividade|attività|アクティビティ|reference (?:number|id)|referenznummer|numéro de référence|número de referencia/gi,
  request:
    /(?<!client-)request|trace|anforderung|anfrage|ablaufverfolgung|demande|requête|suivi|solicitud|seguimiento|solicitação|rastreamento|pedido|richiesta|traccia|aanvraag|żądani|запрос|i̇?stek|İstek|طلب|要求|请求|請求|요청|リクエスト|トレース|追跡|跟踪|추적|śledzeni|трассир/gi,
  application:
    /\bapp(?:lication|likation|licazione)?s?[ _-]?id\b|application|anwendung|aplicaci[oó]n|aplicativo|aplicação|applicazione|client[ _-]?id\b|\bclient:|\bappid|アプリ|クライアント/gi,
  tenant:
    /tenant|\btid\b|mandant|verzeichnis|directory|annuaire|répertoire|directorio|diretório|inquilino|locataire|テナント|ディレクトリ/gi,
  other:
    /device|gerät|appareil|object|objekt|objeto|session|resource|ressource|recurso|principal|credential|key ?id|user[ _-]?id|thumb|subscription|token[ _-]?id|unique|role/gi,
} as const;
type Kind = keyof typeof kinds;

/** How many characters before an id are looked at for what it is. */
const reach = 60;

/** An id without hyphens is as long as many a hash: its label must stand right before it. */
const labels = /(?:corr?[eé]la|korr?el|request|trace|activity)[\p{L} _-]{0,20}["']?\s?[:=]?\s?["'{]?$/iu;
/** What an id is can stand behind it in brackets, or behind a dash. */
const behind = /^["'}\]]?\s?[([–-]\s?[\p{L}][^\n)\]]{0,40}/u;

/** The first id of each kind. */
const idsIn = (text: string): Partial<Record<Kind, string>> => {
  const ids: Partial<Record<Kind, string>> = {};
  let from = 0;
  for (const match of text.matchAll(guid)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(from, match.index - reach), match.index);
    const kind = match[0].includes('-')
      ? (nearest(before) ?? nearest(behind.exec(text.slice(end, end + reach))?.[0] ?? ''))
      : nearest(labels.exec(before)?.[0] ?? '');
    if (kind && ids[kind] === undefined) ids[kind] = match[0];
    from = end;
  }
  return ids;
};

const nearest = (before: string): Kind | undefined => {
  let found: { kind: Kind; at: number } | undefined;
  for (const kind of Object.keys(kinds) as Kind[])
    for (const { index } of before.matchAll(kinds[kind])) if (index >= (found?.at ?? 0)) found = { kind, at: index };
  return found?.kind;
};

const month = String.raw`[\p{L}]{3,12}\.?`;
const clock = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,7})?)?`;
const zone = String.raw`(?: ?[AP]\.?M\.?)?(?:Z| ?(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?| ?[+-]\d\d:?\d\d)?`;

/** Date and time as the logs and the localized pages write them; the international form is preferred. */
const times: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\d)\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z| ?UTC|[+-]\d\d:?\d\d)?`),
  new RegExp(String.raw`(?<![\d.])\d{4}[/.]\d{1,2}[/.]\d{1,2},? (?:[上下]午 ?)?${clock}${zone}`, 'i'),
  new RegExp(String.raw`(?<![\d.])\d{4}\. ?\d{1,2}\. ?\d{1,2}\. (?:오[전후] )?${clock}`),
  new RegExp(String.raw`(?<![\d-])\d{1,2}-\p{L}{3,9}-\d{4},? ${clock}${zone}`, 'iu'),
  new RegExp(String.raw`(?<![\d.])\d{1,2}[/.-]\d{1,2}[/.-]\d{4},? (?:um |à |a las |às |alle )?${clock}${zone}`, 'i'),
  /\d{4}年\d{1,2}月\d{1,2}日 ?(?:午[前後]|[上下]午)? ?\d{1,2}(?::\d\d(?::\d\d)?|時\d{1,2}分(?:\d{1,2}秒)?)/,
  new RegExp(
    String.raw`(?<![\d.])\d{1,2}\.? (?:de )?${month} (?:de )?\d{4},? (?:um |à |a las |às |alle )?${clock}${zone}`,
    'iu',
  ),
  new RegExp(String.raw`(?<!\p{L})${month} \d{1,2}, \d{4},? (?:at )?${clock}${zone}`, 'iu'),
];

/** Each of them holds a time of day, which most texts do not. */
const anyClock = /\d(?::\d\d|時\d)/;

const timeIn = (text: string): string | null => {
  if (!anyClock.test(text)) return null;
  for (const pattern of times) {
    const found = pattern.exec(text);
    if (found) return found[0].trim();
  }
  return null;
};

const sign = String.raw`\p{Script=Latin}\d_`;
const address = String.raw`[${sign}.+#'-]{1,64}@[${sign}-]{1,63}(?:\.[${sign}-]{1,63}){1,8}`;
const anyAddress = new RegExp(String.raw`(?<![${sign}.+#'-])${address}`, 'gu');
const robots =
  /^(?:no-?reply|donotreply|postmaster|mailer-daemon|support|helpdesk|servicedesk)@|@(?:[\w-]+\.)*microsoft(?:online)?\.com$/i;
const windowsName =
  /(?:user(?:name| name| account)?|upn|account|konto|benutzer(?:name)?|utilisateur|usuario|usuário|utente)["']?\s{0,3}[:=]?\s{0,3}[ \t]{0,24}["']?([A-Za-z][\w-]{0,14}\\[\w.-]{2,40})/i;

const userIn = (text: string): string | null => {
  if (!/[@\\]/.test(text)) return null;
  for (const [found] of text.matchAll(anyAddress)) {
    const one = found.replace(/^['.]+/, '');
    if (!robots.test(one)) return one;
  }
  return windowsName.exec(text)?.[1] ?? null;
};

const quoted = String.raw`["']([^"'\n]{1,100})["']`;
const applicationWord = String.raw`(?:application|app|anwendung|l'application|aplicaci[oó]n|aplicativo|aplicação|applicazione|アプリケーション|アプリ)`;
const applicationNamed = new RegExp(
  String.raw`${applicationWord}\s?(?:with (?:id|identifier) |mit (?:der|dem) (?:id|bezeichner) |named |display ?name)?["']?\s{0,3}[:=]?\s{0,3}${quoted}`,
  'i',
);
const applicationLine =
  /\b(?:app(?:lication)?(?: ?display)? ?name|application|anwendung|app)\s{0,3}[:=]\s{0,3}([\p{L}\d][^\n"',;:]{1,60}?)(?=\s*(?:$|[\n",;]| {2}|\p{Lu}[\w ]{1,30}:))/imu;

/** The name of an application beside its id, as the messages of the sign-in pages put them. */
const id = String.raw`["']?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}["']?`;
const namedBeside: readonly RegExp[] = [
  new RegExp(String.raw`${applicationWord} ([\p{L}\d][^"'\n(]{0,80}?) ?\(${id}\)`, 'iu'),
  new RegExp(
    String.raw`${applicationWord}[^\n]{0,40}?${id} ?(?:named|namens|mit dem namen|nommée?|llamada|con nombre|chamado|denominata) ${quoted}`,
    'i',
  ),
  new RegExp(String.raw`${applicationWord}[^\n]{0,40}?${id} ?\(([^()\n]{1,100})\)`, 'i'),
  /(?:^|\n)(?:application|anwendung|aplicación|aplicativo|applicazione|アプリケーション)\n([\p{L}\d][^\n]{1,80})\n/iu,
  /(?:^|\n|\s\s)Relying [Pp]arty: {0,3}([\p{L}\d][^\n]{1,80}?)(?=\s{0,3}(?:\n|$)|\s{1,3}(?:Error time|Activity ID|Cookie|User agent|Proxy)\b)/u,
];

const isId = (name: string): boolean => /^[0-9a-f-]{36}$/i.test(name);

/** A word of each of these patterns, which most texts do not hold. */
const anyApplication = /app|anwendung|aplica|アプリ|relying party/i;

const applicationIn = (text: string, given: string | undefined): string | null => {
  if (!anyApplication.test(text)) return given ?? null;
  const names = [...namedBeside, applicationNamed, applicationLine].map((pattern) => pattern.exec(text)?.[1]?.trim());
  const name = names.find((one) => one && !isId(one));
  if (name) return given && name !== given ? `${name} (${given})` : name;
  return names.find((one) => one) ?? given ?? null;
};

const tenantWord = String.raw`(?:tenant|directory|mandant(?:en)?|verzeichnis|annuaire|répertoire|locataire|directorio|diretório|inquilino|テナント|ディレクトリ)`;
const tenantNamed = new RegExp(String.raw`${tenantWord} ?(?:named |name )?${quoted}`, 'i');
const domain = String.raw`[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}`;
const tenantBeside: readonly RegExp[] = [
  tenantNamed,
  new RegExp(String.raw`(?:tenant|directory) named ([\p{L}\d][^"'\n.,;()]{0,60})`, 'iu'),
  new RegExp(String.raw`\bin the (${domain}) (?:directory|tenant)\b`, 'i'),
  new RegExp(String.raw`${tenantWord}(?: ?(?:id|name|domain))?["']?\s?[:=]\s?["']?(${domain})`, 'i'),
];
/** A word of each of these patterns. */
const anyTenant =
  /tenant|director|mandant|verzeichnis|annuaire|répertoire|locataire|inquilino|diretório|テナント|ディレクトリ/i;
const tenantInAddress =
  /(?:login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)|sts\.windows\.net)\/([0-9a-f-]{36}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/i;

/** What the columns of an exported log are called, by kind. */
const columns: Readonly<Partial<Record<Kind, RegExp>>> = {
  correlation: /^correlation ?id$/i,
  request: /^request ?id$/i,
  application: /^application ?id$/i,
  tenant: /^(?:resource|home) ?tenant ?id$/i,
};

/** The ids in the first row of an exported log. */
const idsInTable = (text: string): Partial<Record<Kind, string>> => {
  if (!text.includes('\n')) return {};
  const head = text
    .slice(0, 4_000)
    .split('\n', 4)
    .findIndex((line) => /correlation ?id/i.test(line));
  const lines = text.slice(0, 20_000).split('\n', head + 2);
  const separator = head < 0 ? undefined : separatorOf(lines[head]!);
  if (separator === undefined || lines[head + 1] === undefined) return {};
  const heads = cellsOf(lines[head]!, separator);
  const row = cellsOf(lines[head + 1]!, separator);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([kind, name]) => {
      const value = row[heads.findIndex((one) => name.test(one))];
      return value && isId(value) ? [[kind, value]] : [];
    }),
  );
};

/** Every field that the text does not hold is null. */
export const ticketIn = (text: string): Ticket => {
  const ids = { ...idsIn(text), ...idsInTable(text) };
  const tenant = anyTenant.test(text)
    ? tenantBeside.map((pattern) => pattern.exec(text)?.[1]?.trim()).find((one) => one)
    : undefined;
  return {
    correlationId: ids.correlation ?? ids.activity ?? null,
    requestId: ids.request ?? null,
    timestamp: timeIn(text),
    user: userIn(text),
    application: applicationIn(text, ids.application),
    tenant: ids.tenant ?? tenant ?? tenantInAddress.exec(text)?.[1] ?? null,
  };
};
