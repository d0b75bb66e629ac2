/** The words that ask for a ticket, and what they tell beside it: "raise a ticket, Sarah cannot log in since 8 am". */
import type { Context } from '../src/model/dialog.ts';
import { command, stepWord } from './commands.ts';
import { plainly } from './courtesy.ts';
import { addresseeIn, personIn } from './person.ts';
import { endsWell, helpedNot } from './helped.ts';
import { clausesOf, edgesOf, folded, pattern, unpaused } from './phrases.ts';

/** `addressee`: the team that it goes to. */
type Request = {
  readonly request: string;
  readonly told: string;
  readonly person?: string;
  readonly addressee?: string;
};

/** A longer text is looked up. */
const longestRequest = 600;

const reasoned =
  /^(.{5,60}?),? (?:because|as(?! soon\b| an? )|since|weil|da|denn|parce que|car|puisque|porque|ya que) (\S.+)$/isu;

/** "Ticket: users cannot sign in" is a title, and asks for nothing. */
const title = /^(?:(?:the|new|das|le|el) )?(?:support )?(?:ticket|case|incident|caso)$/;

const asksForTicket = (clause: string): boolean =>
  /ticket|\bcase\b|incident|\bcaso\b|チケット/i.test(clause) &&
  !title.test(plainly(clause)) &&
  command(clause)?.kind === 'helpdesk';

/** What is quoted, asked at the end or said of a condition is somebody else's advice. */
const isAdvice = (text: string): boolean =>
  /["“„]|ticket\W{0,2}\?\s*$|(?:^|[.,;:!?]\s+)(?:if|when|falls|wenn|si|quand|cuando)\s[^.,]*[.,]\s+[^.,]*$/i.test(text);

/** What asks for a ticket, with the person it is for. */
type Asked = { readonly request: string; readonly person?: string };

const askedIn = (clause: string, { catalog }: Context): Asked | null => {
  const { request = '', person, name = null } = personIn(clause) ?? {};
  const isPerson = name === null || catalog.find(name).known.words.length === 0;
  if (person !== undefined && isPerson && (bare.test(plainly(request)) || asksForTicket(request)))
    return { request: 'ticket', person };
  return asksForTicket(clause) ? { request: clause } : null;
};

/** "A ticket", which asks for one where it is for somebody. */
const bare =
  /^(?:(?:an?|one|new|support|ein|neues|une?|nouveau|nuevo) )*(?:tickets?|case|incident|caso|incidencia|チケット)$/;

const thing = '(?:tickets?|incidents?|incidencias?|support case)';
const article =
  '(?:(?:an?|the|one|another|new|ein|eine?n|das|neues|une?|le|nouveau|un|una|el|nuevo|urgent|urgente|dringendes|short|quick|brief|small|kurzes|kleines|kurzen|court|petit|rapide|corto|pequeño|breve|support|helpdesk|high prio(?:rity)?|damn|bloody|fucking|verdammtes|blödes|foutu|maldito) )*';
const whither =
  '(?:(?:the |our |my |den |die |das |unseren |le |la |el )?(?:help ?desk|service ?desk|support|it|it (?:team|department|dept|support)|(?:second|2nd|third|3rd|next) (?:level|line)|l2|l3|admins?|security|security team|it-abteilung|informatique|soporte|informática|equipo de soporte))';
const sent =
  '(?:it|this|that|him|her|them|everything|the (?:case|issue|problem)|es|das|ihn|sie|le|la|lo|ça|cela|eso|esto)';

/** Ways to wish for a ticket that may stand in a clause among other words. */
const wishes = [
  `(?:^| )(?:put|write|get|make)(?: all)?(?: of)? ${sent}(?: all)? (?:in|into|as|on) ${article}${thing}(?= |$)`,
  `(?:^| )(?:pack|packe|schreib|schreibe|mach|mache|tu)(?: ${sent})?(?: (?:mal|bitte|alles))* (?:in|als) ${article}${thing}(?= |$)|(?:^| )${sent} (?:bitte )?(?:in|als) ${article}${thing} (?:packen|schreiben|machen|tun|aufnehmen)`,
  `(?:^| )(?:mets|mettez|mettre)(?:[- ]${sent})? dans ${article}${thing}(?= |$)|(?:^| )(?:pon|ponga|poner|mete)(?:lo|la)?(?: ${sent})? en ${article}${thing}(?= |$)`,
  `(?:^| )(?:open|create|raise|make|file|log|submit|need|want|like|get|give|write|start|begin|do|have)(?: (?:me|us|him|her))? ${article}${thing}(?= |$)`,
  `(?:^| )(?:brauche|brauchen|brauch|möchte|möchten|will|wollen|hätte gern|öffne|öffnen|mach|mache|machen|erstelle|erstell|schreib|schreibe|schreiben sie|leg|lege|bitte)(?: (?:mir|uns|bitte|ich|wir|mal))* ${article}${thing}(?= |$)`,
  `(?:^| )${article}${thing}(?: (?:bitte|mal|dann|jetzt|doch|(?:für|von) [^ ]+))* (?:öffnen|eröffnen|aufmachen|anlegen|erstellen|aufgeben|ziehen)(?= |$)`,
  `(?:^| )(?:besoin d'|me faut |veux |voudrais |voudrions |ouvre[rz]? |ouvrir |crée[rz]? |créer |faites |fais |écri(?:s|vez) |(?:fais|ouvre|crée|écris)[- ]moi )${article}${thing}(?= |$)`,
  `(?:^| )(?:necesito|necesitamos|quiero|queremos|quisiera|abre|abrir|abra|crea|crear|haz|hacer|hazme|ábreme|créame|escríbeme|escribe)(?: (?:me|nos))? ${article}${thing}(?= |$)`,
  `^(?:ok |so |and |please |pls |bitte |no |just |then |now )*${article}${thing}(?: (?:please|pls|bitte|urgent|urgente|dringend|eilig|asap|now|svp|stp|s'il (?:vous|te) plaît|por favor|porfa))*(?: (?:for|für|pour|para|to) .{2,40})?$`,
  `(?:^| )(?:send|forward|pass|hand|give|escalate|assign|route|report|refer|transfer)(?: ${sent})?(?: (?:on|over|up))? to ${whither}(?= |$)`,
  `(?:^| )(?:an|zum|zur) ${whither} (?:weiterleiten|weitergeben|senden|schicken|geben|übergeben|melden|eskalieren)|(?:^| )(?:leite|leiten sie|gib|geben sie|schick|schicke|schicken sie|sende)(?: ${sent})?(?: bitte)? (?:an|zum|zur) ${whither}`,
  `(?:^| )(?:envo(?:ie|yez|yer)|transm(?:ets|ettez|ettre)|passe[rz]?|transfére[rz]?|escalade[rz]?)(?:[- ]${sent})?(?: ${sent})? (?:au|à l'|à la|à) ?${whither}`,
  `(?:^| )(?:env[ií]a(?:r|lo|la)?|env[ií]e(?:lo)?|p[aá]sa(?:r|lo|la)?|escala(?:r|lo)?|manda(?:r|lo)?)(?: ${sent})? (?:al?|a la) ${whither}`,
  'チケット(?:を|が)?(?:作|開|切|お願い|欲しい|ほしい|必要)|(?:ヘルプデスク|サポート)(?:に|へ)(?:送|回|転送|連絡して|エスカレ)',
].map(pattern);

/** A ticket that there is, or that nobody wants, is none that is wished for. */
const noWish = pattern(
  "(?:^| )(?:no (?:need|ticket)|not|don'?t|do not|never|without|kein\\w*|nicht|pas|no (?:quiero|necesito|hace)|sin|already|schon|bereits|déjà|ya|was|were|had|have (?:a|an|the|got)|has|is there|which|what|where|when|how|whose|if|wenn|si|why|status|number|cannot|can'?t|could(?:n'?t)?|unable|neither|nobody|niemand|konnte\\w*|to (?:open|create|raise))(?= |$)|\\?$|ません|ない",
);

/** The clause that wishes for a ticket among others, what stands beside it, and for whom it is. */
const wishAmong = (text: string, context: Context): Request | null => {
  const pieces = text.split(
    /(?<=[,.;:!])\s+|(?<=[。、！])|\s+(?=(?:but|because|since|weil|aber|mais|parce|porque|pero)\s)/,
  );
  const at = pieces.findIndex((piece) => {
    const said = unpaused(piece);
    return (
      said.split(' ').length <= mostWishing &&
      !title.test(said) &&
      !noWish.test(said) &&
      !/["“„?？]/.test(piece) &&
      wishes.some((wish) => wish.test(said))
    );
  });
  const wish = pieces[at];
  const [first = ''] = clausesOf(text);
  if (wish === undefined || (noWish.test(first) && !endsWell(first))) return null;
  const others = pieces.filter((_, n) => n !== at).map((piece) => piece.trim().replace(/[,;:]+$/, ''));
  const named = personIn(
    wish
      .trim()
      .replace(/[,.;:!。、！]+$/u, '')
      .replace(reach, ''),
  );
  const isPerson = named !== null && (named.name === null || context.catalog.find(named.name).known.words.length === 0);
  const hurry = hurries.exec(wish)?.[0];
  const tail = isPerson ? reach.exec(wish)?.[0] : behindTicket.exec(wish)?.[1];
  return {
    request: 'ticket',
    told: [...(tail ? [tail.trim()] : []), ...others, ...(hurry ? [hurry] : [])]
      .filter((one) => plainly(one) !== '')
      .join(', '),
    ...(named && isPerson ? { person: named.person } : {}),
  };
};

/** A longer clause tells more than a wish. */
const mostWishing = 14;

const hurries = /(?<!not )(?:\burgente?\b|\basap\b|\bdringend|\beilig|至急)/i;

/** What a wish tells behind the ticket, but for this or for what nobody needs to be told. */
const behindTicket = new RegExp(
  `${thing} ((?:for|about|with|on|regarding|für|wegen|zu|mit|pour|avec|para|por|con) (?!(?:this|that|it|me|us|them|him|her|dies\\w*|das|ça|cela|esto|eso)\\b).{3,60}?)[,.;:!]?$`,
  'i',
);

/** How somebody can be reached stands behind their name. */
const reach = / (?:and |with |und |mit )?(?:his |her |my )?(?:phone|number|ext(?:ension)?|tel(?:efon)?)\b.*$/i;

/** "Ticket please, for Tom", "make a ticket, urgent, for Tom". */
const beforePerson =
  /(?:,\s+(?<hurry>(?:very |sehr |très |muy )?(?:urgent|urgente|dringend|eilig|asap|critical)))?,\s+(?=(?:for|on behalf of|für|im namen von|pour|au nom de|para|en nombre de)\s)/iu;

/** How urgent a request is, at its end. */
const hurried =
  /(?:^|[,\s]+)(?:(?:and |und |et |y )?(?:very |really |sehr |très |muy |it'?s |es ist |c'est |es )?(?:urgent(?:ly|e)?|dringend|eilig|asap|high prio(?:rity)?|至急|急ぎ))$/iu;

/** "Can you put that in a ticket?" asks politely for what it names. */
const politely =
  /^((?:please,? )?(?:(?:can|could|would|will) you|(?:kannst|könntest|können|könnten) (?:du|sie)|(?:peux-tu|pouvez-vous|pourriez-vous|tu peux|vous pouvez)|(?:puedes|puede|podrías|podría)) .{2,80}?)\s?\?\s*$/iu;

/** Whether a text holds a word without which nobody asks for a ticket: what it is called, or who takes it; most texts do not. */
const mayAsk = (text: string): boolean =>
  /ticket|case|inciden|caso|チケット|\bone\b|\bit|\bl[23]|desk|support|level|line|admin|security|informati|soporte|ヘルプデスク|サポート/.test(
    folded(text),
  );

/** The words that ask, with what they stand beside, for whom and to whom; null where a text does not ask for a ticket or tells no more. */
export const requestIn = (text: string, context: Context): Request | null => {
  if (!mayAsk(text)) return null;
  const said = text.replace(politely, '$1');
  const to = addresseeIn(said);
  if (!to) return requestFor(said, context);
  const { addressee } = to;
  const alone = askedIn(to.request.trim(), context);
  if (alone) return { ...alone, request: 'ticket', told: '', addressee };
  const rest = requestFor(to.request, context);
  if (rest) return { ...rest, addressee };
  const told = begins.exec(to.request.trim())?.groups?.['told'];
  return told === undefined || isAdvice(text) ? null : { request: 'ticket', told, addressee };
};

/** A ticket for a team is wished for, and what stands behind it is what happens; but "the ticket for them was closed" tells of one. */
const begins =
  /^(?:(?:ok|so|and|please|pls|bitte|now|then|an?|one|another|new|eine?|neues|une?|nouveau|nuevo|urgent|support)[ ,]+)*(?:tickets?|incident|caso|incidencia|チケット)(?![\p{L}]|,? (?:is|was|were|has|had|got|ist|wurde|war|hat|est|a|fue|está|ha) )[\s,.:;-]*(?<told>.*)$/isu;

/** The words that ask, and what they stand beside. */
const requestFor = (text: string, context: Context): Request | null => {
  if (text.length > longestRequest || isAdvice(text)) return null;
  const whole = text.trim().replace(/[.!。]+$/u, '');
  const middle = beforePerson.exec(whole)?.groups?.['hurry'];
  const said = whole.replace(beforePerson, ' ');
  const hurry = hurried.exec(said)?.[0] ?? '';
  const alone = askedIn(said.slice(0, said.length - hurry.length), context);
  if (alone?.person !== undefined) return { ...alone, told: middle ?? hurry.replace(/^[,\s]+/, '') };
  const [, request = '', reason = ''] = reasoned.exec(text.trim()) ?? [];
  const because = askedIn(request, context);
  if (because) return { ...because, told: reason };
  const edges = edgesOf(text).flatMap(({ clause, rest }) => {
    const asked = rest === '' ? null : askedIn(clause, context);
    return asked ? [{ ...asked, told: rest }] : [];
  });
  const [edge] = edges;
  return edge && (edge.person !== undefined || plainly(edge.told) !== '') ? edge : wishAmong(text, context);
};

/** Whether what stands beside a request tells more than how urgent it is. */
export const tellsMore = ({ told }: Request): boolean => told.replace(hurried, '') !== '';

/** What is said of a method, and tells the helpdesk nothing. */
export const isReaction = (text: string): boolean =>
  stepWord(text) !== null || command(text) !== null || helpedNot(text);

/** What asks for a ticket, with anything beside it or nothing; null where a text asks for none. */
export const wishIn = (text: string, context: Context): Request | null =>
  requestIn(text, context) ?? (command(text)?.kind === 'helpdesk' ? { request: text, told: '' } : null);
