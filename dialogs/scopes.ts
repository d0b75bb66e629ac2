/** Hears who is affected. */
import type { Entry } from '../src/model/catalog.ts';
import { answersIn } from './form-phrases.ts';
import { any, clausesOf, pattern } from './phrases.ts';

const company =
  '(?:company|organi[sz]ation|firm|business|school|university|firma|organisation|schule|entreprise|société|école|empresa|organización|escuela|compañía)';
const team =
  '(?:team|department|dept|office|branch|floor|class|group|site|location|division|unit|abteilung|gruppe|klasse|standort|filiale|équipe|service|agence|bureau|site|equipo|departamento|oficina|grupo|sede)';
const people =
  '(?:users?|people|staff|colleagues|employees|members|students|teachers|benutzer|nutzer|user|mitarbeiter|kollegen|leute|utilisateurs|collègues|personnes|usuarios|compañeros|personas|empleados)';

/** Whom a text names as affected, beside whatever else it tells. */
const scopes: readonly (readonly [string, RegExp])[] = [
  [
    'everyone',
    pattern(
      `\\b(?:whole|entire|complete|ganze[ns]?|gesamte[ns]?|toute?(?: l[ae']| notre)?|tod[oa] (?:la|el)) ?${company}|\\b(?:nobody|no one|everybody|everyone) (?:here |in the company )?(?:can|gets?|is|has|at|in)\\b|\\bniemand kann|\\bplus personne|\\bnadie puede|全員|誰も`,
    ),
  ],
  [
    'some-users',
    pattern(
      `\\b(?:whole|entire|complete|ganze[ns]?|gesamte[ns]?|toute?(?: l[ae']| notre)?|tod[oa] (?:la|el)) ?(?:[a-z]+ )?(?:[a-z]*${team})\\b|\\ball (?:the |our )?(?!(?:users|people|staff)\\b)(?:[a-z0-9-]+ ){1,2}${people}|\\balle (?!benutzer)(?:[a-z0-9-]+-?) ?${people}|\\b(?:several|many|multiple|a few|some|mehrere|viele|einige|plusieurs|quelques|vari[oa]s|much[oa]s|algun[oa]s) (?:of (?:our|the|them|us) ?)?${people}|\\b(?!365 )(?:[2-9]|[1-9]\\d{1,4}) (?:(?!(?:minute|hour|day|week|month|year|tag|stunde|woche|monat|jour|heure|semaine|mois|dia|hora)s?e?n?\\b)[a-z0-9-]+ ){0,2}(?:users|people|employees|colleagues|students|teachers|benutzer|nutzer|mitarbeiter|kollegen|leute|utilisateurs|collegues|personnes|usuarios|companeros|personas|empleados)\\b|部署(?:の)?全員|数名|数人`,
    ),
  ],
  [
    'one-user',
    pattern(
      "^(?:no |nein |non |nope )?(?:its |it's |it is |that is |es ist |c'est |es )?(?:just|only|nur|bloß|seulement|juste|solo|sólo|solamente) (?:the |der |die |das |le |la |el |l')?(?:one|1|eine[rn]?|un[eoa]?|him|her|me|he|she|ihm?|ihn|ihr|sie|er|mich|mir|ich|lui|elle|moi|él|ella|yo)(?: (?:user|person|guy|colleague|benutzer|person|utilisateur|usuari[oa]|persona))?$|^(?:un seul|une seule|uno solo|una sola)(?: (?:personne|utilisateur|persona|usuario))?$|^(?:1|一) ?[人名](?:だけ)?(?:です)?$|^(?:彼|彼女|私)だけ(?:です)?$",
    ),
  ],
];

export const scopeAmong = (clauses: readonly string[]): string | undefined =>
  scopes.find(([, named]) => clauses.some((clause) => named.test(clause)))?.[0];

/** A longer text is a paste, in which little is told of this. */
const most = 400;

export const scopeNamed = (text: string): string | undefined =>
  text.length > most ? undefined : scopeAmong(clausesOf(text));

/** The scope that an answer to who is affected means. */
export const scopeOf = { me: 'one-user', someone: 'one-user', several: 'some-users', everyone: 'everyone' } as const;

/** Who is affected by what an answer deals with. "He" and "his laptop" are told in passing, and alone say nothing of others. */
export const scopeAfter = (said: string, heard: string | undefined, entry: Entry): string | undefined => {
  if (domainWide.test(said)) return entry.facets.scope?.includes('federated-users') ? 'federated-users' : 'some-users';
  if (elseFine.test(said)) return only.test(said) || single.test(said) ? 'one-user' : undefined;
  if (notOnly.test(said)) {
    const { affected: all } = answersIn(said.replace(notOnlyClause, '').replace(concerned, '').replace(itIs, ''), true);
    if (all === 'everyone') return 'everyone';
    return heard === undefined || isSingle(heard) ? 'some-users' : heard;
  }
  const { affected } = answersIn(said.replace(concerned, ''), true);
  const scope = heard ?? scopeNamed(said) ?? (affected && scopeOf[affected]);
  const isAlone = onlyThem.test(said) || (single.test(said) && said.split(' ').length <= mostAlone);
  return isSingle(scope) && !isAlone ? undefined : scope;
};

const isSingle = (scope: string | undefined): boolean => scope === 'one-user' || scope === 'one-device';

const concerned = pattern(
  ' (?:is|are|ist|sind|est|sont|está|están) (?:affected|concerned|betroffen|concernée?s?|touchée?s?|afectad[oa]s?)\\W*$',
);
const itIs = pattern("^(?:it'?s|it is|es sind|es ist|c'est|ce sont|son|es) ");
const notOnly = pattern(
  '\\bnot (?:only|just)\\b(?! (?:on|in|at|with|from)\\b)|\\bnicht nur\\b|\\bpas (?:seulement|que|juste)\\b|\\bno (?:solo|sólo|solamente)\\b|だけ(?:では|じゃ)',
);

/** Where all others get in, "all" counts those who do not fail. */
const elseFine = pattern(
  '\\b(?:everyone|everybody|anyone) else\\b|\\ball (?:the )?others?\\b|\\balle[nr]? anderen\\b|\\btou(?:s|te)s? les autres\\b|\\btod[oa]s l[oa]s demas\\b|(?:他の人|ほかの人|他のユーザー)(?:は|たち|全員)',
);

const notOnlyClause = new RegExp(
  `[\\s,;.–-]*(?:\\b(?:and|und|et|y) )?(?:${notOnly.source}).*$|^(?:${notOnly.source})[^,;.]*[,;.] *`,
  'u',
);

/** A name with a domain. */
export const host = '[a-z0-9-]+(?:\\.[a-z0-9-]+)+';
const domainWide = pattern(
  [
    `\\ball (?:the |our )?(?:users|people|accounts|staff|employees|colleagues|of them)? ?(?:of|in|from|at|on|with) (?:the |our |one |a )?(?:(?:whole |entire |same )?domain|${host})|\\b(?:whole|entire|complete) domain`,
    `\\balle (?:benutzer|leute|konten|mitarbeiter|kollegen|user)? ?(?:der|in der|von|aus|in|mit) (?:der )?(?:domäne|domain|${host})|\\b(?:ganze|gesamte|komplette) (?:domäne|domain)`,
    `\\btous les (?:utilisateurs|comptes|collègues) (?:du domaine|de(?: domaine)? ${host})|\\btout le domaine`,
    `\\btodos los (?:usuarios|cuentas|compañeros) (?:del dominio|de(?:l dominio)? ${host})|\\btodo el dominio`,
    'ドメイン(?:の)?(?:全体|全員|すべて|全ユーザー)',
  ].join('|'),
);
export const only = pattern(
  '\\b(?:only|just|single|alone|nobody else|no one else|nur|bloß|einzig\\w*|allein\\w*|seule?|seulement|uniquement|juste|sol[oa]|sólo|solamente|únic[oa])(?![\\p{L}\\d])|だけ|のみ',
);
/** "Only" with one person or one device beside it: "he did it just now" tells of no others. */
const oneOf = any(
  'me|him|her|he|she|i|one|1|this one|that one|(?:[a-z]+ )?(?:person|user|employee|colleague|guy|account|boss|manager|customer|guest|pc|machine|computer|laptop|macbook|device|workstation|phone)',
  'mir|mich|ich|ihn|ihm|ihr|er|sie|eine?[rnm]?|(?:[a-z]+ )?(?:person|benutzer(?:in)?|nutzer(?:in)?|kolleg(?:e|en|in)|mitarbeiter(?:in)?|chef(?:in)?|konto|rechner|gerät|notebook|handy)',
  'moi|lui|elle|il|une?|(?:[a-z]+ )?(?:personne|utilisat(?:eur|rice)|collègue|compte|appareil|ordinateur|poste|portable)',
  'yo|mí|él|ella|un[oa]?|(?:[a-z]+ )?(?:persona|usuari[oa]|compañer[oa]|cuenta|dispositivo|equipo|ordenador|portátil)',
);
const merely = any('only|just|nur|bloß|seulement|uniquement|juste|sol[oa]|sólo|solamente');
const leading = any(
  'happens|happening|affects|affecting|concerns|is|are|for|with|on|in|at|by|from|to|of|the|this|that|my|our|his|her|a|betrifft|bei|mit|auf|an|am|im|von|der|die|das|dem|den|meine?[mnr]?|unsere?[mnr]?|sein(?:em|en|er)?|diese[mnrs]?|sur|avec|chez|pour|à|le|la|mon|ma|son|sa|ce|cette|con|en|el|mi|su|este|esta|a',
);
const onlyThem = pattern(
  `^${merely} [\\p{L}-]+$|\\b${merely} (?:${leading} ){0,4}${oneOf}(?![\\p{L}\\d])|\\b${merely} (?:for|bei|fur|pour|chez|para) |(?<![\\p{L}\\d])${oneOf} ${merely}(?= ?(?:$|[,.;!?]))|\\b(?:single|alone|nobody else|no one else|einzig\\w*|allein\\w*|seule?|únic[oa])(?![\\p{L}\\d])|だけ|のみ`,
);
/** "One user" is one where little more is said: "one user told me" counts nobody. */
const single = pattern('\\b(?:one|1|eine?r?|une?|un[oa]?)(?![\\p{L}\\d])|[1１一] ?[人名台]');
export const mostAlone = 4;
