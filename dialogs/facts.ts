/** What is told of an answer's problem in closed words, and whether it goes with what the answer is about. */
import type { Catalog, Entry, Facet, Found, Known } from '../src/model/catalog.ts';
import { nothingKnown } from './known.ts';
import { isDoneNow } from './natural.ts';
import { clausesOf, countOf, folded, longest, pattern } from './phrases.ts';
import { isThanks } from './courtesy.ts';
import { mostAlone, only, scopeAfter } from './scopes.ts';
import { denies, isOwnAnswer, statementsIn } from './statements.ts';
import { type Fact, factsOf } from './told.ts';
import { isTrouble } from './trouble.ts';

type Told = Known['told'];

/** `fits`: the answer is about that; `against`: it is usually about something else; `beside`: it says nothing of it. */
export type Facts = {
  readonly told: Told;
  readonly fits: readonly Fact[];
  readonly against: readonly Fact[];
  readonly beside: readonly Fact[];
};

/** In a longer text a facet is too easily misread. */
const mostHeard = 80;

/** What a text tells of facets that no question asked for. */
const toldIn = (text: string, by: Found, entry: Entry, catalog: Pick<Catalog, 'find'>): Told => {
  const { known } = text.length > mostHeard ? by : catalog.find(text, nothingKnown);
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
    federated,
    ...told
  } = known.told;
  const said = folded(text);
  if (output.test(said) || isOwnAnswer(text)) return {};
  const isListed = ofAddresses.test(said) && !isTrouble(text);
  const place = where && !isListed && !ofOthers.some((words) => words.test(said)) ? { where } : {};
  if (works.test(said) && !isTrouble(text) && !only.test(said)) return place;
  const ofThing = tellsOfThing(text);
  const countsNobody = ofThing ? !heardScope.test(said) : place.where !== undefined && !counted.test(said);
  const scope = countsNobody ? undefined : scopeAfter(said, heard, entry);
  return {
    ...told,
    ...(federated && (federated === 'yes' || ofDomain.test(said)) ? { federated } : {}),
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

/** Addresses and what they are listed in, with which a place is named and not where it fails. */
const ofAddresses = pattern(
  '\\b(?:named locations?|trusted (?:ips?|locations?|networks?)|ip ?v[46]|ips?|ip(?:-|v)?(?:adresse\\w*|bereich\\w*)|(?:ip )?(?:address|range)(?:es|s)?|subnets?|benannte[rn]? (?:ort|standort)e?|emplacements? nommes?|plages?|ubicacion(?:es)? con nombre|rangos?)\\b|IPアドレス|ネームド',
);

/** Whether a program is where the sign-in fails, and not one that only reports something, is denied, or shares its word with a thing. */
const isFailing = (client: string, text: string, said: string): boolean => {
  const sharesWord = client === 'outlook-mail' ? ofAddress : client === 'mobile' ? formerPhone : undefined;
  if (sharesWord?.test(said)) return false;
  if (client === 'browser' && !ofBrowser.test(said)) return false;
  if (isTrouble(text)) return true;
  if (denies(text) || reports.test(said)) return false;
  return client !== 'mobile' || countOf(said) <= mostAlone || onPhone.test(said);
};

/** A portal is where something is set, and what is synchronised says nothing of how a domain signs in. */
const ofBrowser = pattern('brows|\\bweb|chrome|\\bedge\\b|firefox|safari|naviga|ブラウザ|ウェブ');
const ofDomain = pattern('feder|\\bad ?fs|managed|cloud|foder|verbund|フェデレ');

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

/** Whom a problem hits as one of few, and as one of many. */
const alone: ReadonlySet<string> = new Set(['one-user', 'one-device']);
const sides: ReadonlySet<string> = new Set(['inside-only', 'outside-only']);

/** Whether an answer for which `own` is told cannot be it where a fact holds: what fails everywhere fails outside as well, whoever has a new phone may have a managed one, and what else changed says little. */
const rulesOut = ([facet, value]: Fact, own: readonly string[]): boolean => {
  switch (facet) {
    case 'where':
      return own.every((one) => sides.has(one));
    case 'scope':
      return own.every((one) => alone.has(one) !== alone.has(value));
    case 'recent_change':
      return false;
    case 'device':
      return !own.includes('new-phone') && value !== 'new-phone';
    default:
      return true;
  }
};

/** More words tell a fact beside something else, and too unsurely to speak against an answer. */
const mostOfSure = 8;

/** The facts of a text after the answer `entry`; `by` is what it says by itself. Null where it tells none, or is about another system. */
export const factsIn = (text: string, by: Found, entry: Entry, catalog: Pick<Catalog, 'find'>): Facts | null => {
  if (by.verdict === 'foreign') return null;
  const told = toldIn(text, by, entry, catalog);
  const all = factsOf(told);
  if (all.length === 0) return null;
  const own = ([facet]: Fact): readonly string[] => entry.facets[facet] ?? [];
  const isSure = countOf(text) <= mostOfSure;
  const fits = all.filter((fact) => goesWith(fact, own(fact)));
  const against = all.filter(
    (fact) => isSure && !fits.includes(fact) && own(fact).length > 0 && rulesOut(fact, own(fact)),
  );
  return { told, fits, against, beside: all.filter((fact) => !fits.includes(fact) && !against.includes(fact)) };
};

/** Whether what fits is no more than how the text names the things of the answer: "MonitoringEnabled is false for the AD FS trust" tells nothing new of the domain. */
export const isInPassing = ({ fits, against, beside }: Facts, text: string): boolean =>
  against.length + beside.length === 0 && fits.every(([facet]) => named.has(facet)) && countOf(text) > mostOfFact;
const named: ReadonlySet<Facet> = new Set<Facet>(['federated', 'client']);
const mostOfFact = 5;

/** Whether a text that an answer says nothing of only tells how things are: "it's ServiceNow". */
export const isBare = (text: string): boolean =>
  text.length <= longest && !isTrouble(text) && !wants.test(folded(text)) && !clausesOf(text).some(isThanks);

/** What is wanted, asked for somebody, or gone back to is more than a fact. */
const wants = pattern(
  '\\b(?:wants? to|want (?:me|us) to|would like|asks?|asked|asking|wonder\\w*|need to|please|tell me|show me|help|back to|what|how|why|(?:will|wollen|mochte|mochten) .*wissen|fragt|fragen|bitte|zuruck|wie|warum|veut|veulent|voudrais?|demande\\w*|retour|comment|pourquoi|quiere\\w*|pregunta\\w*|volver|como|por que)\\b|知りたい|聞かれ|教えて|ください|戻',
);

/** Whether facts tell what the person sees, which may be another problem. */
export const tellsSymptom = ({ told }: Facts): boolean => told.prompt !== undefined;
