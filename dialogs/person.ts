/** Finds the person whom a ticket is asked for, and the team that it goes to: "open a ticket for tom", "raise one on behalf of my colleague Anna Berg". */
import { longest } from './phrases.ts';

/** A request for a ticket without the person, the person as they were named, and the name where nothing but it tells that it is a person's. */
type ForPerson = { readonly request: string; readonly person: string; readonly name: string | null };

const kin = [
  '(?:my|our|the|a|one|his|her) (?:new )?(?:colleague|co-?worker|boss|manager|user|customer|client|employee|student|teacher|guest|assistant|director|developer|ceo|cfo)|user|colleague',
  '(?:meine?[nrms]?|unsere?[nrms]?|de[rnm]|die|eine?[nrm]?) (?:neue[nr]? )?(?:kolleg(?:e|en|in)|chef(?:in)?|benutzer(?:in)?|nutzer(?:in)?|kund(?:e|en|in)|mitarbeiter(?:in)?|schüler(?:in)?|entwickler(?:in)?|user)|benutzer(?:in)?|kolleg(?:e|en|in)|herrn?|frau',
  "(?:mon|ma|notre|le|la|un|une|l') ?(?:nouvel(?:le)? )?(?:collègue|chef|cheffe|utilisat(?:eur|rice)|client|cliente|patron|patronne|employée?|élève|développeu(?:r|se))|m\\.|mme|monsieur|madame",
  '(?:mi|nuestr[oa]|el|la|un|una) (?:nuev[oa] )?(?:compañer[oa]|colega|jef[ea]|usuari[oa]|cliente|clienta|emplead[oa]|alumn[oa]|desarrolladora?)|(?:el |la )?(?:señora?|sr\\.|sra\\.)',
].join('|');

/** No names, although they stand where one would. */
const none =
  '(?:me|myself|us|this|that|it|them|the|my|our|all|him|her|everyone|everybody|an?|some|any|now|today|mich|uns|das|dies|den|die|der|alle|ihn|ihr|moi|nous|ça|cela|le|la|les|lui|tous|mí|nosotros|eso|esto|el|los|todos|which|what|when|who|how)';
const word = `(?!${none}(?![\\p{L}]))\\p{L}[\\p{L}'’.-]{0,29}`;
const mail = '[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+';
const name = `(?:${mail}|${word}(?: ${word}){0,2}?)`;
const from = '(?: (?:from|in|at|aus|von|im|de|du|del) (?:the |der |dem |la |el )?[\\p{L}\\d-]{2,30})?';
const group =
  "(?:everyone|everybody|all (?:our |the )?(?:users|people|staff)|us|(?:the |our |my )?(?:whole|entire) \\p{L}{2,20}|(?:the |our |my )(?:team|department)|(?:our|my) \\p{L}{2,20} (?:team|department)|alle(?: \\p{L}{2,20})?|uns|(?:das |unser )?ganzes? (?:team|büro)|die ganze \\p{L}{2,20}|tous(?: les \\p{L}{2,20})?|tout le monde|toute l'équipe|nous|todos(?: los \\p{L}{2,20})?|todo el equipo|nosotros)";
const pronoun = '(?:him|her|them|me|myself|this person|ihn|ihm|sie|ihr|mich|lui|elle|eux|moi|él|ella|ellos|ellas|mí)';
const one = `(?:${group}|${pronoun}|(?:${kin})(?: ${name})?|${name})${from}`;
const person = `(?<person>${one}(?: (?:and|und|et|y|&) ${one})?)`;

const behalf = [
  'for|on behalf of|in the name of',
  'für|im (?:namen|auftrag) von|stellvertretend für',
  'pour|au nom de|de la part de',
  'para|en nombre de|de parte de',
].join('|');
/** What can be nobody's but a person's, or a group's. */
const surely = new RegExp(`^(?:(?:${group}|${pronoun}|${kin})(?![\\p{L}])|${mail}|全員$)|(?:さん|様|氏|くん)$`, 'iu');

/** What German and polite people put at the end. */
const end =
  '(?<end>(?: (?:öffnen|eröffnen|aufmachen|anlegen|erstellen|aufgeben|machen|auf|an|please|pls|bitte|svp|por favor|now|jetzt))*)';

const european = new RegExp(`^(?<request>.{2,60}?) (?:${behalf}) ${person}${end}$`, 'iu');
const japanese =
  /^(?<person>全員|[^\s、。の]{1,20}?(?:さん|様|氏|くん)?)(?:の(?:ため|代わり)に|の代理で|用に|の)(?<request>チケット.{1,20})$/u;

/** What every request for a ticket holds. */
const asking = /ticket|case|incident|caso|incidencia|チケット|\b(?:one|it)\b/i;

/** "Raise one", which means a ticket only where it is for somebody. */
const raisesOne = /^(?:.{0,20}\b(?:open|raise|create|file|log|make|submit|need)(?: me)?) (?:one|it)$/i;

const correction =
  '(?:(?:no|oh|sorry|wait|actually|nein|doch|eigentlich|moment|non|pardon|en fait|perd[oó]n|en realidad)[, ]+)*';

const whomAlone = new RegExp(
  `^${correction}(?:(?:(?:it|the ticket|this)(?:'?s| is) (?:actually|really)|it'?s|it is|this is|that'?s|das ist|es ist|das ticket ist|c'est|es) )?(?:${behalf}) ${person}$`,
  'iu',
);

/** The person that a text names and nothing more: "it's for Lisa"; a small letter may begin anything, such as "for two days". */
export const whomIn = (text: string): string | null => {
  if (text.length > longest) return null;
  const named = whomAlone.exec(text.trim().replace(/[.!。]+$/u, ''))?.groups?.['person'];
  return named !== undefined && (surely.test(named) || /^\p{Lu}/u.test(named)) ? named : null;
};

const introduced =
  /^(?:(?:hi|hello|hallo|bonjour|hola)[, ]+)?(?:my name(?:'s| is)|i'?m called|(?:the )?(?:user|person|name)(?: is|'s|:)|(?:it'?s|he is|she is) called|mein name ist|ich heiße|(?:er|sie) heißt|je m'appelle|(?:il|elle) s'appelle|mon nom est|me llamo|(?:se )?llama|mi nombre es) (?<name>\p{L}.{1,60})$/iu;
const address = new RegExp(
  `^(?:(?:his|her|the|my)? ?(?:e-?mail|upn|account|user(?:name)?|login)(?: is|:)? )?(?<name>${mail})$`,
  'iu',
);

const number =
  /^(?:(?:you can )?(?:call|reach|ring|phone) (?:me|him|her|them|us) (?:at|on|under) |(?:my|his|her|the|seine?|ihre?|meine?|mon|son|ma|sa|mi|su) )?(?<name>(?:(?:phone|mobile|tel\w*|number|ext(?:ension)?|durchwahl|nummer|handy|poste|numéro|portable|móvil|extensión|número|内線|電話)\.?(?: (?:number|nummer))?(?: (?:is|ist|est|es))?:? ?)?\+?\d[\d /()-]{2,24})$/iu;

/** The person whom a text introduces and says no more: "my name is Petra Lang, ext 4412", an address, or a number to call. */
export const introducedIn = (text: string): string | null => {
  if (text.length > longest) return null;
  const said = text.trim().replace(/[.!。]+$/u, '');
  return (
    (introduced.exec(said) ?? address.exec(said) ?? number.exec(said))?.groups?.['name'] ??
    /^(.{1,20})と申します/u.exec(said)?.[1] ??
    null
  );
};

const worker = '(?!whole\\b|entire\\b|my\\b|our\\b|ganze|gesamte|toute|todo)[\\p{L}\\d&/-]{2,20}';

/** Those who work on a ticket, and are not affected: a team, a department, a level of support, or another firm. */
const addressee = [
  `(?:the )?(?:${worker} ){1,2}(?:team|department|dept|group|admins?|people|guys|desk|support)`,
  '(?:the |our )?(?:vendor|provider|supplier|manufacturer|publisher|hoster|isp|developers|admins|(?:network|cloud|security|exchange|server|identity|app)s? admins?)',
  '(?:the )?(?:(?:second|2nd|third|3rd|next) (?:level|line)|l[23]|it[- ]?security|security|networking|infrastructure|operations)',
  `(?:das |die |den |unsere[nm]? )?(?:(?:${worker} )?[\\p{L}-]{0,20}(?:team|abteilung|gruppe|support|hotline)|hersteller|anbieter|dienstleister|lieferanten|entwickler|admins|netzwerker)`,
  `(?:l'|le |la |les |notre |nos )?(?:équipe|service|département|groupe|support|fournisseur|éditeur|prestataire|développeurs|admins)(?: (?:de |du |des |d'|de la )?${worker}){0,2}`,
  `(?:el |la |los |nuestro )?(?:equipo|departamento|grupo|soporte|proveedor|fabricante|desarrolladores|administradores)(?: (?:de |del |de la )?${worker}){0,2}`,
].join('|');

const beforeTail =
  '(?=$|[.,;:!?]| (?:about|because|regarding|re|on|with|since|please|pls|now|asap|urgent|wegen|zu|weil|über|bitte|öffnen|erstellen|anlegen|aufmachen|auf|packen|schreiben|machen|aufnehmen|stellen|au sujet|concernant|à propos|pour|svp|sobre|por|porque)(?![\\p{L}]))';
const toWorkers = new RegExp(
  `(?<ticket>tickets?|case|incident|caso|incidencia) (?:for|to|für|an|pour|à|aux?|para|al?) (?<to>${addressee})${beforeTail}`,
  'iu',
);
const besideWorkers = new RegExp(
  `(?<ticket>(?:tickets?|case|incident|caso|incidencia) (?:for|für|pour|para) [^,.;:!?]{2,40}?) (?:and|und|et|y) (?<to>${addressee})${beforeTail}`,
  'iu',
);
const toWorkersJapanese =
  /^(?<to>[^\s、。の]{1,20}(?:チーム|部門?|課|ベンダー|サポート))(?:に|へ|宛て?に|宛ての|向けに|向けの)(?<ticket>チケット)/u;

/** A request for a ticket without those whom it goes to: "open a ticket for the cloud team"; null where it names none. */
export const addresseeIn = (text: string): { readonly request: string; readonly addressee: string } | null => {
  const found = toWorkers.exec(text) ?? besideWorkers.exec(text) ?? toWorkersJapanese.exec(text);
  const { to, ticket } = found?.groups ?? {};
  return found && to && ticket ? { request: text.replace(found[0], ticket), addressee: to.trim() } : null;
};

const cases: Readonly<Record<string, string>> = {
  herrn: 'Herr',
  frau: 'Frau',
  meinen: 'mein',
  meinem: 'mein',
  meiner: 'meine',
  unseren: 'unser',
  unserem: 'unser',
  unserer: 'unsere',
  kollegen: 'Kollege',
  kunden: 'Kunde',
};
const germanKin =
  /^(?:(?:meine[nmr]?|unsere[nmr]?) )?(?:neue[nr] )?(?:herrn?|frau|kolleg(?:e|en|in)|chef(?:in)?|kund(?:e|en|in)|mitarbeiter(?:in)?|benutzer(?:in)?|nutzer(?:in)?)(?![\p{L}])/iu;

/** A person as a form names one: "herrn huber" is Herr Huber. Only German bends its words behind "für". */
export const nominative = (named: string): string => {
  const title = germanKin.exec(named)?.[0];
  if (title === undefined) return named;
  const bent = title
    .split(' ')
    .map((part) => cases[part.toLowerCase()] ?? part)
    .join(' ');
  const rest = named.slice(title.length);
  return (
    bent +
    (/^(?:Herr|Frau)$/.test(bent) ? rest.replace(/(?<= )\p{Ll}(?=\p{L})/gu, (letter) => letter.toUpperCase()) : rest)
  );
};

/** Whether a person is named by a word that names nobody: "him". */
export const isPronoun = (named: string): boolean => onlyPronoun.test(named);

const onlyPronoun = new RegExp(`^${pronoun}$`, 'iu');

/** The request and the person of a text that asks for something for somebody; null where it names nobody. */
export const personIn = (text: string): ForPerson | null => {
  const said = text.trim();
  if (said.length > longest || !asking.test(said)) return null;
  const groups = (european.exec(said) ?? japanese.exec(said))?.groups;
  if (!groups) return null;
  const asked = `${groups['request']}${groups['end'] ?? ''}`;
  const named = groups['person']!.trim();
  return {
    request: raisesOne.test(asked) ? 'ticket' : asked,
    person: named,
    name: surely.test(named) ? null : named.split(' ')[0]!,
  };
};
