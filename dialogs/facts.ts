/** What is told of an answer's problem in closed words, and whether it goes with what the answer is about. */
import type { Catalog, Entry, Facet, Found, Known, Method } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';
import { answersIn } from './form-phrases.ts';
import { lowered } from './lowered.ts';
import { pattern, unaccented } from './phrases.ts';
import { isDoneNow, toldBeside } from './natural.ts';
import { denies, isOwnAnswer, statementsIn } from './statements.ts';
import { isTrouble } from './trouble.ts';
import { follow, questions } from './words/index.ts';

type Told = Known['told'];

/** A facet with the value that was told. */
export type Fact = readonly [facet: Facet, value: string];

/** `fits`: the answer is about that; `against`: it is usually about something else; `beside`: it says nothing of it. */
export type Facts = {
  readonly told: Told;
  readonly fits: readonly Fact[];
  readonly against: readonly Fact[];
  readonly beside: readonly Fact[];
};

const nothing: Known = { words: [], spoken: [], told: {} };

/** In a longer text a facet is too easily misread. */
const mostHeard = 80;

/** What a text tells of facets that no question asked for. */
const toldIn = (text: string, by: Found, entry: Entry, catalog: Pick<Catalog, 'find'>): Told => {
  const { known } = text.length > mostHeard ? by : catalog.find(text, nothing);
  const {
    message: _,
    scope: heard,
    recent_change: change,
    where,
    prompt,
    account,
    client,
    device,
    certificate,
    ...told
  } = known.told;
  const said = unaccented(lowered(text));
  if (output.test(said) || isOwnAnswer(text)) return {};
  const place = where && !ofOthers.some((words) => words.test(said)) ? { where } : {};
  if (works.test(said) && !isTrouble(text) && !only.test(said)) return place;
  const ofThing = tellsOfThing(text);
  const countsNobody = ofThing ? !heardScope.test(said) : place.where !== undefined && !counted.test(said);
  const scope = countsNobody ? undefined : scopeIn(said, heard, entry);
  return {
    ...told,
    ...place,
    ...(prompt && isSeen(prompt, ofThing, said) ? { prompt } : {}),
    ...(isDenied(text, said)
      ? {}
      : {
          ...(account && isOfAccount(account, text, said) ? { account } : {}),
          ...(client && isFailing(client, text, said) ? { client } : {}),
          ...(device && !reports.test(said) ? { device } : {}),
        }),
    ...(certificate && namesCertificate.test(said) ? { certificate } : {}),
    ...(scope ? { scope } : {}),
    ...(change && changed.test(said) && !isUntouched(text) && !isDoneNow(text) ? { recent_change: change } : {}),
  };
};

/** Whether a program is where the sign-in fails, and not one that only reports something, is denied, or shares its word with a thing. */
const isFailing = (client: string, text: string, said: string): boolean => {
  const sharesWord = client === 'outlook-mail' ? ofAddress : client === 'mobile' ? formerPhone : undefined;
  if (sharesWord?.test(said)) return false;
  if (isTrouble(text)) return true;
  if (denies(text) || reports.test(said)) return false;
  return client !== 'mobile' || said.split(/\s+/).length <= mostAlone || onPhone.test(said);
};

/** A partner is a company, unless one of its people is named. */
const isOfAccount = (account: string, text: string, said: string): boolean =>
  account !== 'guest' || !/\bpartners?\b/.test(said) || people.test(said) || guests.test(said) || isTrouble(text);

/** Whether a text says that something was not changed. */
const isUntouched = (text: string): boolean =>
  statementsIn(text).some(([, all]) => all.some(({ state, holds }) => state === 'changed' && !holds));

/** What tells something is not therefore what fails. */
const reports = pattern(
  '\\b(?:says?|shows?|reports?|states|displays?|claims?|sagt|zeigt|meldet|behauptet|dit|affiche|indique|dice|muestra|indica)\\b|と(?:言|表示|出)',
);
const ofAddress = pattern(
  '(?:mail|correo)[ -]?(?:add?res\\w*)|\\b(?:adresse|direccion) (?:e-?)?mail|\\b(?:same|gleiche\\w*|\\w*selbe\\w*|meme|mism[oa]) (?:e-?mail|mail|correo)|メールアドレス|同じメール',
);
const formerPhone = pattern(
  '\\b(?:old|former|lost|alte[nsmr]?|ancien|vieux|perdu|viejo|antiguo|anterior|perdido)\\b|古い|前の',
);
const onPhone = pattern(
  '\\b(?:on|from|via|with|using|am|auf|mit|vom|im|sur|depuis|avec|en|desde|con|only|nur|seulement|solo)\\b|(?:携帯|スマホ|電話|iphone|android)(?:で|から|だけ|のみ)',
);
const guests = pattern('\\b(?:guests?|gast|gaste|invite[es]?|invitad[oa]s?|b2b)\\b|ゲスト');
const namesCertificate = pattern(
  'cert|zert|\\b(?:ssl|tls)\\b|signing|signatur|signier|firma|thumbprint|fingerabdruck|empreinte|huella|証明書|署名|拇印',
);

/** A thing that is blocked or comes again is not what the person sees. */
const isSeen = (prompt: string, ofThing: boolean, said: string): boolean =>
  prompt === 'repeated-prompts' ? asking.test(said) : prompt !== 'blocked-message' || !ofThing;

/** Whether a text tells in which state a thing is, which says nothing of people and what they see. */
const tellsOfThing = (text: string): boolean =>
  statementsIn(text).some(([, all]) => all.some(({ about, loose }) => !loose && about !== '' && !people.test(about)));

/** What it is not: "not a script", "account is not synced". */
const isDenied = (text: string, said: string): boolean =>
  /^(?:it'?s |it is |this is |es ist |c'est |es )?(?:not|kein\w*|pas|no)\b/.test(said) ||
  statementsIn(text).some(([, all]) => all.some(({ state, holds }) => deniable.has(state) && !holds));
const deniable: ReadonlySet<string> = new Set(['synced', 'enrolled', 'registered']);

const people = pattern(
  'user|account|person|people|benutzer|konto|utilisateur|compte|usuario|cuenta|ユーザー|アカウント|sign-?in|login|access|anmeldung',
);
/** Words that count people beside what is told of a place. */
const counted = pattern(
  'users?|people|everyone|everybody|person|benutzer|alle|leute|utilisateur|tous|usuari|todos|全員|人|\\bone\\b|\\beine?r?\\b|\\bun[eo]?\\b',
);
/** Words that count people beside what is told of a thing. */
const heardScope = pattern(
  'users?|people|everyone|everybody|person|benutzer|alle|leute|utilisateur|tous|usuari|todos|全員|人|only|just|nur|seul|solo',
);
const asking = pattern(
  'prompt|\\bask|password|pw\\b|credential|log ?in|sign.?in|pop|frag|abfrag|kennwort|passwort|anmeld|demand|mot de passe|invite|connexion|pide|pregunt|contrasena|solicit|求め|聞|表示|パスワード|サインイン|ログイン|入力',
);

/** What a command or a search gave is nothing that the person sees. */
const output = pattern(
  '\\b(?:comes? (?:back|up)|returns?|returned|gives?|gave|shows?|prints?|finds?|found|is|was) (?:back )?(?:empty|blank|nothing|no (?:rows?|results?|output|object))|\\b(?:liefert|gibt|bringt|zeigt|findet)\\b.{0,12}\\b(?:nichts|leer|keine)|\\b(?:ergebnis|ausgabe) ist leer|\\b(?:ne )?(?:renvoie|retourne|donne|trouve)\\b.{0,8}\\b(?:rien|vide)|\\b(?:no )?(?:devuelve|da|encuentra)\\b.{0,8}\\b(?:nada|vacio)|(?:結果|出力).{0,4}(?:空|なし|ありません)|何も返',
);

/** What works is told against what fails, and is none of its facts but for the place. */
const works = pattern(
  '\\b(?:works?|working|fine|ok(?:ay)?|geht|gehen|funktionier\\w*|klappt|läuft|marche|fonctionne\\w*|funciona\\w*)\\b|使え(?:る|ます)|大丈夫',
);

/** People who are external are not outside, unless it is told what is so inside. */
const outsiders = pattern(
  "\\b(?:he|she|they|user|users|account|accounts|guest|guests)(?: is|'s| are|'re)? (?:an? )?external|\\bextern(?:al|e[rn]?) (?:users?|people|partners?|accounts?|guests?|benutzer|gäste|partner)(?!.*\\b(?:intern(?:al(?:ly)?|e[nr]?)?|inside) (?:works?|is|are|ok|fine|no|users?|geht|gehts|klappt|benutzer|user)\\b)",
);

/** Those for whom it works are told of beside the person. */
const others = pattern(
  '\\b(?:others?|everyone else|everybody else|colleagues?|andere[nrsm]?|kolleg\\w*|autres?|collegues?|otr[oa]s|demas|companer[oa]s)\\b|他の(?:人|ユーザー|社員)|同僚',
);

/** An adjective of a thing is no place: "an external vendor", and neither is what lies in a group. */
const ofThings = pattern(
  '(?<!\\b(?:en|von|from|aus|de) )\\b(?:external|externe[nrsm]?|extern[oa]s?) (?!net\\w*|access|ip|address|location|only|netz\\w*|zugriff\\w*|acces|reseau|red\\b|seulement|nur|solo|users?\\b|benutzer\\b)[a-z]{3,}|\\b(?:vendor|publisher|provider|hersteller|anbieter|dienstleister|editeur|fournisseur|prestataire|proveedor|fabricante|app|application|anwendung|aplicacion|firma|company|societe|entreprise|empresa)\\w* (?:is |ist |est |es )?(?:an? |une? )?extern|外部の(?!ネット|場所|アクセス|回線)|\\b(?:groups?|gruppen?|groupes?|grupos?)\\b|グループ',
);

/** Without one of these a proxy is one that is there, and not one that was changed. */
const changed = pattern(
  '\\b(?:chang|renew|replac|new|updat|upgrad|migrat|moved?|switch|install|reset|rolled|since|after|yesterday|geändert|gewechselt|erneuer|umgestellt|neu|seit|nach|gestern|renouvel|nouve|depuis|après|hier|cambi|renov|nuev|desde|después|ayer)|変更|更新|新しい|交換|移行',
);

const meaning = { me: 'one-user', someone: 'one-user', several: 'some-users', everyone: 'everyone' } as const;

/** Who is affected. "He" and "his laptop" are told in passing, and alone say nothing of others. */
const scopeIn = (said: string, heard: string | undefined, entry: Entry): string | undefined => {
  if (domainWide.test(said)) return entry.facets.scope?.includes('federated-users') ? 'federated-users' : 'some-users';
  if (elseFine.test(said)) return only.test(said) || single.test(said) ? 'one-user' : undefined;
  if (notOnly.test(said)) {
    const { affected: all } = answersIn(said.replace(notOnlyClause, '').replace(concerned, '').replace(itIs, ''), true);
    if (all === 'everyone') return 'everyone';
    return heard === undefined || isSingle(heard) ? 'some-users' : heard;
  }
  const { affected } = answersIn(said.replace(concerned, ''), true);
  const scope = heard ?? toldBeside(said, noHearing).scope ?? (affected && meaning[affected]);
  const isAlone = only.test(said) || (single.test(said) && said.split(' ').length <= mostAlone);
  return isSingle(scope) && !isAlone ? undefined : scope;
};

const noHearing = { hear: () => null };

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

const host = '[a-z0-9-]+(?:\\.[a-z0-9-]+)+';
const domainWide = pattern(
  [
    `\\ball (?:the |our )?(?:users|people|accounts|staff|employees|colleagues|of them)? ?(?:of|in|from|at|on|with) (?:the |our |one |a )?(?:(?:whole |entire |same )?domain|${host})|\\b(?:whole|entire|complete) domain`,
    `\\balle (?:benutzer|leute|konten|mitarbeiter|kollegen|user)? ?(?:der|in der|von|aus|in|mit) (?:der )?(?:domäne|domain|${host})|\\b(?:ganze|gesamte|komplette) (?:domäne|domain)`,
    `\\btous les (?:utilisateurs|comptes|collègues) (?:du domaine|de(?: domaine)? ${host})|\\btout le domaine`,
    `\\btodos los (?:usuarios|cuentas|compañeros) (?:del dominio|de(?:l dominio)? ${host})|\\btodo el dominio`,
    'ドメイン(?:の)?(?:全体|全員|すべて|全ユーザー)',
  ].join('|'),
);
const only = pattern(
  '\\b(?:only|just|single|alone|nobody else|no one else|nur|bloß|einzig\\w*|allein\\w*|seule?|seulement|uniquement|juste|sol[oa]|sólo|solamente|únic[oa])(?![\\p{L}\\d])|だけ|のみ',
);
/** "One user" is one where little more is said: "one user told me" counts nobody. */
const single = pattern('\\b(?:one|1|eine?r?|une?|un[oa]?)(?![\\p{L}\\d])|[1１一] ?[人名台]');
const mostAlone = 4;
/** What holds as well is told beside what was told before. */
const added = pattern('\\b(?:too|also|as well|auch|ebenfalls|aussi|également|también|tampoco)(?![\\p{L}])|も');

/** Where a tunnel comes out is not where somebody sits. */
const ofTunnel = pattern(
  '\\bvpn\\b.{0,20}\\b(?:exits?|ends?|egress|comes out|goes out|ausgang|endet|austritt|sort|sortie|termine|sale|salida)\\b|\\b(?:exit|egress|ausgang|sortie|salida)\\b.{0,12}\\bvpn\\b|\\bvpn-?(?:ausgang|exit)|vpn.{0,4}出口',
);

/** What makes a place none of the failing sign-in's. */
const ofOthers = [added, outsiders, others, ofThings, ofTunnel];

/** Values that go together: whoever tells the one may mean the other. */
const near: Readonly<Partial<Record<Facet, readonly (readonly string[])[]>>> = {
  scope: [
    ['everyone', 'federated-users'],
    ['federated-users', 'some-users'],
    ['some-users', 'one-user'],
    ['one-user', 'one-device'],
  ],
  where: [['inside-only', 'one-place']],
  client: [
    ['browser', 'one-browser'],
    ['outlook-mail', 'desktop-app', 'mobile'],
  ],
  prompt: [['error-after-password', 'blocked-message']],
  account: [['guest', 'consumer']],
  device: [['unmanaged', 'new-phone']],
};

const goesWith = ([facet, value]: Fact, own: readonly string[]): boolean =>
  own.some((one) => one === value || near[facet]?.some((pair) => pair.includes(one) && pair.includes(value)));

/** Nothing needs to have changed where an entry says so; what else did is then no reason against it. */
const isOpen = (facet: Facet, own: readonly string[]): boolean => facet === 'recent_change' && own.includes('none');

/** The facts of a text after the answer `entry`; `by` is what it says by itself. Null where it tells none, or is about another system. */
export const factsIn = (text: string, by: Found, entry: Entry, catalog: Pick<Catalog, 'find'>): Facts | null => {
  if (by.verdict === 'foreign') return null;
  const told = toldIn(text, by, entry, catalog);
  const all = Object.entries(told) as unknown as readonly Fact[];
  if (all.length === 0) return null;
  const own = ([facet]: Fact): readonly string[] => entry.facets[facet] ?? [];
  const fits = all.filter((fact) => goesWith(fact, own(fact)));
  const beside = all.filter((fact) => !fits.includes(fact) && (own(fact).length === 0 || isOpen(fact[0], own(fact))));
  return { told, fits, beside, against: all.filter((fact) => !fits.includes(fact) && !beside.includes(fact)) };
};

/** Whether facts tell what the person sees, which may be another problem. */
export const tellsSymptom = ({ told }: Facts): boolean => told.prompt !== undefined;

/** A fact as people read it: "Who: One user". */
export const factText = ([facet, value]: Fact): string =>
  follow().labelled(questions()[facet].label, valueText(facet, value));

/** What an answer usually is about of a facet. */
export const usualText = (facet: Facet, entry: Entry): string =>
  (entry.facets[facet] ?? []).map((value) => valueText(facet, value)).join(' / ');

export const valueText = (facet: Facet, value: string): string => questions()[facet].values[value] ?? value;

/** What the use of a method says of those who are affected. */
const fails =
  '(?: of (?:this|the|one|a) \\w+)?(?: (?:(?:is|are) (?:affected|hit|concerned|stuck|refused|asked|locked)|fails?|sees?|gets?|loops?|lacks?|complain|prompt)\\b|(?: on \\w+ \\w+)?[.,]|$)';
const affecting = (who: string): RegExp =>
  new RegExp(
    `(?:^use (?:first, )?when |\\band )(?:it (?:is|happens to|hits|repeats or hits) )?(?:only )?(?:${who})${fails}|fails? for (?:${who})\\b`,
  );
const uses = {
  one: affecting(
    '(?:one|a single)(?: hybrid)? (?:person|user|account)(?: or (?:one )?(?:computer|device|tab|link))?|single people',
  ),
  oneDevice: affecting('(?:one|a single) (?:computer|device|browser)(?: or (?:person|browser|device))?'),
  oneOrFew: affecting('one or (?:a few|several) (?:people|users|accounts)'),
  few: affecting('(?:some|a few|several) (?:people|users|accounts|persons)'),
  many: affecting('many (?:people|accounts|users|computers|devices)(?: or \\w+)?'),
  all: affecting(
    'everybody|everyone|all(?: its| the| our)? (?:people|accounts|users|computers|devices)|all|the whole (?:domain|group|company)',
  ),
} as const;
type Use = keyof typeof uses;

const titled: Readonly<Partial<Record<Use, RegExp>>> = {
  one: /^(?:one|a single) (?:person|user)$|\b(?:of|for) one (?:person|user)$/,
  many: /^many (?:people|users)$/,
  all: /^all (?:people|users)$|^everybody$/,
};

/** For whom a method is, by its title or its use. */
const usesOf = ({ title, when }: Method): readonly Use[] =>
  (Object.keys(uses) as readonly Use[]).filter(
    (use) =>
      titled[use]?.test(title.toLowerCase()) || (when !== undefined && uses[use].test(plain(when).toLowerCase())),
  );

/** The uses that those who are told to be affected speak for, and against. */
const byScope: Readonly<Record<string, { readonly for: readonly Use[]; readonly out: readonly Use[] }>> = {
  'one-user': { for: ['one', 'oneOrFew'], out: ['many', 'all'] },
  'one-device': { for: ['oneDevice'], out: ['many', 'all'] },
  'some-users': { for: ['oneOrFew', 'few', 'many'], out: ['one'] },
  'federated-users': { for: ['many', 'all'], out: ['one', 'oneOrFew', 'few'] },
  everyone: { for: ['many', 'all'], out: ['one', 'oneOrFew', 'few'] },
};

/** The methods, from 1, that are for as many people as are told to be affected, and those that are not. */
export const methodsBy = (
  { told: { scope } }: Facts,
  { methods }: Entry,
): { readonly for: readonly number[]; readonly out: readonly number[] } => {
  const by = byScope[scope ?? ''];
  const holding = (some: readonly Use[], is: (method: Method) => boolean): readonly number[] =>
    methods.flatMap((method, at) => (usesOf(method).some((use) => some.includes(use)) && is(method) ? [at + 1] : []));
  return by ? { for: holding(by.for, () => true), out: holding(by.out, isWhole) } : { for: [], out: [] };
};

/** Whether the use names no alternative that may hold as well. */
const isWhole = ({ when }: Method): boolean =>
  when === undefined ||
  !/, or | or (?:method|the|it|goes|more|\w+ (?:is|are|fails?|was))\b/.test(plain(when).toLowerCase());
