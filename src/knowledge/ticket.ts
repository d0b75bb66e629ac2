/** Picks the values out of a pasted text that belong on a ticket: ids, time, user, application, tenant. */
import type { Extracted } from '../model/catalog.ts';

export type Ticket = Omit<Extracted, 'codes'>;

const guid = /(?<![0-9a-z-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z-])/gi;

/** What the words before an id say that it is, in the languages of the sign-in pages; the nearest word counts. */
const kinds = {
  correlation: /client-request-id|corr?[eé]la|korrel|相関|関連付け/gi,
  activity:
    /activity|aktivität|activité|actividad|atividade|attività|アクティビティ|reference (?:number|id)|referenznummer|numéro de référence|número de referencia/gi,
  request:
    /(?<!client-)request|trace|anforderung|anfrage|ablaufverfolgung|demande|requête|suivi|solicitud|seguimiento|solicitação|rastreamento|pedido|richiesta|traccia|要求|リクエスト|トレース|追跡/gi,
  application:
    /\bapp(?:lication|likation|licazione)?s?[ _-]?id\b|application|anwendung|aplicaci[oó]n|aplicativo|aplicação|applicazione|client[ _-]?id\b|\bappid|アプリ|クライアント/gi,
  tenant:
    /tenant|mandant|verzeichnis|directory|annuaire|répertoire|directorio|diretório|inquilino|locataire|テナント|ディレクトリ/gi,
  other:
    /device|gerät|appareil|object|objekt|objeto|session|resource|ressource|recurso|principal|credential|key ?id|user[ _-]?id|thumb|subscription|token[ _-]?id|unique|role/gi,
} as const;
type Kind = keyof typeof kinds;

/** How many characters before an id are looked at for what it is. */
const reach = 60;

/** The first id of each kind. */
const idsIn = (text: string): Partial<Record<Kind, string>> => {
  const ids: Partial<Record<Kind, string>> = {};
  let from = 0;
  for (const match of text.matchAll(guid)) {
    const before = text.slice(Math.max(from, match.index - reach), match.index);
    const kind = nearest(before);
    if (kind && ids[kind] === undefined) ids[kind] = match[0];
    from = match.index + match[0].length;
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
  new RegExp(String.raw`(?<![\d.])\d{4}[/.]\d{1,2}[/.]\d{1,2},? ${clock}${zone}`, 'i'),
  new RegExp(String.raw`(?<![\d.])\d{1,2}[/.-]\d{1,2}[/.-]\d{4},? (?:um |à |a las |às |alle )?${clock}${zone}`, 'i'),
  /\d{4}年\d{1,2}月\d{1,2}日 ?(?:午[前後])?\d{1,2}(?::\d\d(?::\d\d)?|時\d{1,2}分(?:\d{1,2}秒)?)/,
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

const address = String.raw`[\w.+#'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`;
const anyAddress = new RegExp(String.raw`(?<![\w.+#'-])${address}`, 'g');
const robots =
  /^(?:no-?reply|donotreply|postmaster|mailer-daemon|support|helpdesk|servicedesk)@|@(?:[\w-]+\.)*microsoft(?:online)?\.com$/i;
const windowsName =
  /(?:user(?:name| name| account)?|upn|account|konto|benutzer(?:name)?|utilisateur|usuario|usuário|utente)["']?\s{0,3}[:=]?\s{0,3}["']?([A-Za-z][\w-]{0,14}\\[\w.-]{2,40})/i;

const userIn = (text: string): string | null => {
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

const applicationIn = (text: string, id: string | undefined): string | null => {
  const name = applicationNamed.exec(text)?.[1]?.trim() ?? applicationLine.exec(text)?.[1]?.trim();
  const isId = name !== undefined && /^[0-9a-f-]{36}$/i.test(name);
  if (name && id && !isId && name !== id) return `${name} (${id})`;
  return name ?? id ?? null;
};

const tenantWord = String.raw`(?:tenant|directory|mandant(?:en)?|verzeichnis|annuaire|répertoire|locataire|directorio|diretório|inquilino|テナント|ディレクトリ)`;
const tenantNamed = new RegExp(String.raw`${tenantWord} ?(?:named |name )?${quoted}`, 'i');
const tenantInAddress =
  /(?:login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)|sts\.windows\.net)\/([0-9a-f-]{36}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/i;

/** Every field that the text does not hold is null. */
export const ticketIn = (text: string): Ticket => {
  const ids = idsIn(text);
  return {
    correlationId: ids.correlation ?? ids.activity ?? null,
    requestId: ids.request ?? null,
    timestamp: timeIn(text),
    user: userIn(text),
    application: applicationIn(text, ids.application),
    tenant: ids.tenant ?? tenantNamed.exec(text)?.[1] ?? tenantInAddress.exec(text)?.[1] ?? null,
  };
};
