/** Recognises questions about an answer, by what was learnt of them: who may do it, how long it takes, what it risks, where to look, and what else people ask of any answer. */
import type { Asks, Catalog } from '../src/model/catalog.ts';
import { type Command, command } from './commands.ts';
import { any, folded, pattern, type Phrases, phraseOf } from './phrases.ts';
import { isPuttingOff } from './putting-off.ts';
import { isQuestion } from './question.ts';

/** What an entry has no place of its own for. */
const untold = ['how', 'which', 'license', 'prevent', 'onward', 'other'] as const satisfies readonly Asks[];

/** `brief`: what to tell whoever decides or acts, who is not the user that `tell` is for. */
export type Asked = Exclude<Asks, (typeof untold)[number]> | 'brief';
const isTold = (asks: Asks): asks is Exclude<Asks, (typeof untold)[number]> => !untold.some((one) => one === asks);

/** Of these an entry tells in the same place whatever particular thing is asked about. */
const ofAnything: ReadonlySet<Asked> = new Set<Asked>([
  'who',
  'time',
  'risk',
  'check',
  'why',
  'tell',
  'brief',
  'command',
]);

/** Longer texts tell more than they ask. */
const longest = 100;

/** From these chances on a text asks for something, and for nothing beside it, which "whom it hits" has to do to be told from what others need; one without the form of a question, or about a particular thing, must do so the more surely. */
const from = { asked: 0.5, only: 0.65, formless: 0.8, answer: 0.97, bare: 0.8, named: 0.7 } as const;

type Hears = Pick<Catalog, 'asks' | 'find' | 'intent'>;

/** Whether a text wants something done or tells of an outcome, and that more clearly than it asks; a question can only want the next method, or the helpdesk. */
const isAct = (text: string, what: Asked, asks: number, catalog: Hears): boolean => {
  const { intent, chance } = catalog.intent(text);
  const mayBe = isQuestion(text)
    ? intent === 'next' || (intent === 'desk' && what !== 'who')
    : intent !== 'other' && intent !== 'how';
  return mayBe && chance > asks;
};

/** Whether a text without the form of a question asks all the same: it tells of nothing, wants nothing else, and is more than a word. */
const asksFormless = (text: string, what: Asked, chance: number, catalog: Hears): boolean =>
  /\s|[\u3040-\u9fff]/.test(text.trim()) &&
  !(mayAnswer.has(what) && chance < from.answer) &&
  [undefined, alike[what]].includes(command(text)?.kind) &&
  (what === 'command' || Object.keys(catalog.find(text).known.told).length === 0);

/** What is heard as a command where it asks: "give me the command" as to be led through the steps, "I'm no admin" as who reads. */
const alike: Readonly<Partial<Record<Asked, Command['kind']>>> = { command: 'steps', who: 'as' };

/** "Only for one user", "since yesterday": what sounds like an answer to these mostly is one. */
const mayAnswer: ReadonlySet<Asked> = new Set<Asked>(['reach', 'effect']);

/** "A meeting in 10 minutes": who tells a time does not ask for one. */
const tellsTime = /\d\s*(?:h\b|min|hour|day|std|stunde|tag|heure|jour|hora|dia|d[ií]a|分|時間|日)/i;

const heardIn = (text: string, catalog: Hears, least: number) => {
  if (text.length > longest) return null;
  const { asks: what, chance, bare } = catalog.asks(text);
  if (
    !isTold(what) ||
    chance < least ||
    (what === 'time' && tellsTime.test(text)) ||
    isAct(text, what, chance, catalog)
  )
    return null;
  if (!isQuestion(text) && !(chance >= from.formless && asksFormless(text, what, chance, catalog))) return null;
  const asked: Asked = what === 'tell' && namesDecider(text) ? 'brief' : what;
  return { what: asked, chance, isBare: bare >= from.bare && !/\d/.test(text) };
};

/** Whether a text names somebody who decides or acts, and no user. */
const namesDecider = (text: string): boolean => deciders.test(folded(text)) && !users.test(folded(text));

const deciders = pattern(
  `\\b${any(
    'boss(?:es)?|managers?|management|director|head of|chief|c[it]s?o|(?:script|app|application|system|policy|data|service|business|product)?[ -]?owners?|vendors?|suppliers?|providers?|partner|admins?|administrators?|developers?|devs?|(?:network|security|identity|cloud|server|infrastructure|firewall|dev(?:elopment)?) (?:team|guys|people|department|folks)',
    'chef(?:in)?|vorgesetzten?|leiter(?:in)?|leitung|geschaftsfuhr\\w+|eigentumer(?:in)?|besitzer(?:in)?|inhaber(?:in)?|hersteller|anbieter|lieferant(?:en)?|dienstleister|entwickler(?:n|in)?|netzwerk\\w*|sicherheitsteam',
    'cheffe|patronn?e?|responsable|directeur|directrice|direction|proprietaire|fournisseur|editeur|prestataire|administrateur|equipe (?:reseau|securite)|developpeurs?',
    'jef[ea]|gerente|directora?|direccion|duen[oa]|propietari[oa]|proveedor|fabricante|administrador(?:a)?|equipo de (?:red(?:es)?|seguridad)|desarrollador(?:es)?',
  )}\\b|上司|部長|課長|社長|責任者|所有者|オーナー|ベンダー|業者|管理者|開発者|(?:ネットワーク|セキュリティ)(?:チーム|担当|部門)`,
);
const telling = pattern(
  "\\b(?:what|how) (?:do|would|should|can|could|shall|will) (?:i|we) (?:best |now |then )?(?:tell|say|explain|word|put|write|report)\\b|\\bwas (?:sag|schreib|erklar)(?:e|en)? (?:ich|wir)\\b|\\bwas soll(?:en|te|ten)? (?:ich|wir) .{0,40}(?:sagen|schreiben)|\\b(?:que|qu'est-ce que) (?:je|on|dois-je|puis-je) (?:lui )?(?:dis|dit|dire)\\b|\\bque (?:le|les) (?:digo|decimos|explico|escribo)\\b|(?:何と|どう)(?:言|伝え|説明)",
);
const users = pattern(
  '\\b(?:end[ -]?)?users?\\b|\\b(?:be|an)nutzer\\w*|\\banwender\\w*|\\butilisat(?:eur|rice)s?\\b|\\busuari[oa]s?\\b|ユーザー|利用者',
);

/** Words that ask for such a thing, whatever particular thing stands beside them. */
const inWord: readonly Phrases<Asked>[] = [
  [
    'risk',
    pattern(
      '\\b(?:risk(?:s|y)?|danger(?:s|ous)?|harm(?:ful)?|hazardous|(?:can|could|may|might|will|would)(?: \\w+)? go wrong|riskant\\w*|risik\\w+|gefährlich\\w*|gefahr|(?:kann|konnte|konnen|wird) .{0,30}schief ?gehen|schief ?gehen kann|risque[sr]?|risquée?s?|dangereu(?:x|ses?)|mal tourner|arriesgad[oa]s?|riesgos?|peligros[oa]s?|peligro|salir mal)\\b|危険|リスク|危ない',
    ),
  ],
  [
    'why',
    pattern(
      '\\bwhy (?:did|does|would|has) (?:that|this|it) (?:help(?:ed)?|fix(?:ed)?|solved?)\\b|\\bwhy (?:did|does) (?:that|this) work\\b|\\b(?:warum|wieso|weshalb) (?:hat (?:das|es) (?:geholfen|funktioniert|geklappt)|hilft (?:das|es))|\\bpourquoi (?:est-ce que )?(?:ca|cela) (?:a (?:marche|fonctionne|aide|suffi)|aide|marche)\\b|\\bpor que (?:eso |esto )?(?:ha )?(?:ayudo|ayudado|sirvio|servido|funciono|funcionado)(?: eso| esto)?\\b|なぜ(?:それで|これで)?(?:直|解決|治|効)',
    ),
  ],
  ['why', pattern("\\b(?:whose fault|to blame|schuld|la faute (?:à|de)|c'est la faute|culpa)\\b|誰のせい")],
];

/** Which of the methods risks least, whatever they deal with. */
const safest = pattern(
  '\\b(?:safest|least risky|least dangerous|sicherste\\w*|ungefährlichste\\w*|(?:le|la) (?:plus sûre?|moins risquée?)|(?:el|la) (?:más segur[oa]|menos arriesgad[oa]))\\b|一番安全|最も安全',
);
export const asksSafest = (text: string): boolean => text.length <= longest && safest.test(folded(text));

/** What a question asks for in so many words; null where it names a policy on risk, or is none. */
export const askedInWord = (text: string): Asked | null => {
  if (text.length > longest || !isQuestion(text)) return null;
  if (asksSafest(text)) return 'risk';
  const said = folded(text);
  if (ofPolicy.test(said)) return null;
  return phraseOf(inWord, (words) => words.test(said)) ?? (telling.test(said) && namesDecider(text) ? 'brief' : null);
};

/** Risks that Entra ID itself tells of, which are a matter and no question about a method. */
const ofPolicy = pattern(
  '\\brisky (?:users?|sign-?ins?|apps?|workloads?)\\b|\\b(?:user|sign-?in|session|insider|high|medium|low|real-?time) risk\\b|\\brisk(?:-based)? (?:polic|detection|level|event|based|state|report|score)|at risk\\b|flagged as (?:a )?risk|(?:remediate|dismiss) (?:the |a )?risk|benutzerrisik|anmelderisik|risikorichtlini|risikobasiert|risikostufe|risque (?:utilisateur|de connexion)|riesgo de (?:usuario|inicio)|リスクベース|riskante\\w* (?:benutzer|anmeldung)|utilisateurs? a risque|connexions? a risque|usuarios? (?:de|en) riesgo|inicios? de sesion (?:de|en) riesgo|危険なユーザー|リスクのある|ユーザー ?リスク|サインイン ?リスク',
);

/** What a text asks about the answer at hand, or null. */
export const askedIn = (text: string, catalog: Hears): Asked | null => {
  const inWords = askedInWord(text);
  if (inWords) return inWords;
  const heard = heardIn(text, catalog, from.asked);
  if (heard?.what === 'reach' && heard.chance < from.only) return null;
  return heard && (heard.isBare || (ofAnything.has(heard.what) && heard.chance >= from.named)) ? heard.what : null;
};

/** What a text asks of any answer, where it asks for that and says no more, or null. */
export const asksOnly = (text: string, catalog: Hears): Asked | null => {
  const heard = isPuttingOff(text) ? null : heardIn(text, catalog, from.only);
  if (!heard?.isBare) return null;
  return askedInWord(text) === 'why' ? 'why' : heard.what;
};
