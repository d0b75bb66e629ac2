/** What a text and the use of a method, which is English, tell in the same closed words besides the state of a thing: whose it is, how often it happens, what runs it. */
import type { Method } from '../src/model/catalog.ts';
import { headText } from './methods.ts';
import { folded, longest } from './phrases.ts';
import { denies } from './statements.ts';
import { word } from './states.ts';

const table = {
  ours: '(?:we|i|you) (?:wrote|write|built|build|developed|develop|made|programmed|own|maintain)|(?:our|your|my) own|in-?house|home-?grown|self-?(?:made|written|built)|yours|ours|your (?:app|application|script|code|organi[sz]ation owns|company develops)|our (?:app|application|script|code|developers?|devs?|programmers?|api)|selbst (?:geschrieben|entwickelt|programmiert|gebaut)\\w*|selbstgeschrieben\\w*|eigenentwicklung|(?:unser|mein)e?[nrs]? eigene[nrs]?|hauseigene[nrs]?|unsere entwickler|notre propre|(?:fait|developpee?|ecrite?)s? (?:maison|par nous|en interne|chez nous)|nos developpeurs|(?:nuestr[oa]|mi) propi[oa]|desarrollad[oa] (?:por nosotros|internamente|en casa)|nuestros desarrolladores|(?:lo|la) (?:hicimos|desarrollamos|programamos)|自社(?:開発|製|の)|自作|内製',
  theirs:
    "(?:an?other|a different|a foreign|an external) (?:organi[sz]ation|company|firm|publisher|vendor|provider|supplier)|third[- ]part(?:y|ies)|not (?:yours|ours|our own|our app|made by us)|(?:n'est|no es|est) pas (?:la |le )?n[oô]tre|nicht (?:unsere?|von uns)|no es nuestr[oa]|publishers?|vendors?|suppliers?|partners?|bought|purchased|andere[nrs]? (?:firma|unternehmen|organisation|herstellers?|anbieters?)|fremd(?:e|er|firma|hersteller|anbieter)|herstellers?|anbieters?|dienstleisters?|lieferanten?|partnerfirma|zugekauft|gekaufte?|autre (?:societe|entreprise|organisation|editeur)|editeur|prestataire|fournisseur|(?:societe|entreprise) partenaire|achetee?|otra (?:empresa|organizacion|compania)|proveedor|fabricante|comprad[oa]|de terceros|empresa socia|partenaire|partnern?|他社|別の会社|ベンダー|取引先|業者|パートナー企業",
  repeated:
    'again and again|over and over|repeated|repeatedly|keeps (?:on )?\\w+ing|every (?:few |couple of |other |\\d+ |half )*(?:minutes?|hours?|days?|time|morning|week)|each time|constantly|comes back|(?:locks|happens|appears) again|immer wieder|standig|dauernd|andauernd|laufend|jede[nsr]? (?:tag|stunde|morgen|mal|woche)|alle (?:paar )?\\d* ?(?:minuten|stunden|tage)|sans cesse|sans arret|chaque (?:fois|jour|matin|heure)|tout le temps|toutes les (?:\\d+ )?(?:minutes|heures|semaines)|una y otra vez|a cada rato|cada (?:vez|hora|dia|rato|semana|\\d+ (?:minutos|horas|dias))|constantemente|todo el (?:rato|tiempo)|何度も|毎回|毎日|繰り返し|たびたび|(?:分|時間)(?:ごと|おき)',
  once: '(?:happened|happens|appears|appeared|came|was|just|only|sees it|got it) (?:just |only )?once(?: only)?(?! (?:he|she|they|you|we|the|it))|one single time|(?:nur|erst) ein(?:mal|\\w* einzige\\w* mal)|zum ersten mal|une (?:seule )?fois|premiere fois|una (?:sola |unica )?vez(?! mas)|primera vez|一度だけ|[一1]回だけ|初めて',
  unattended:
    '(?:power ?shell )?(?:scripts?|jobs?|daemons?|runbooks?|cron)|unattended|scheduled|nightly|batch|background (?:service|job|task)s?|automation|skripte?|geplante\\w*|hintergrund\\w*|nachtlauf|taches? planifiees?|script planifie|tareas? programadas?|automatizacion|en segundo plano|スクリプト|バッチ|自動処理|定期実行|タスクスケジューラ',
  resource:
    '(?:teams )?rooms?|(?:meeting|conference) rooms?|resource accounts?|(?:teams|besprechungs|konferenz)-?raum\\w*|raumkonto|salles?(?: de reunion)?|salas?(?: de reuniones)?|会議室',
  lost: 'lost|stolen|verloren|gestohlen|geklaut|verlegt|perdue?|volee?|perdid[oa]|perdio|robad[oa]|robaron|紛失|盗まれ|盗難|なくし|失くし',
  newPhone:
    'new (?:smart)?(?:phone|mobile|iphone|handset|android)|(?:phone|mobile) was (?:changed|reset|replaced)|(?:changed|switched|swapped|replaced) (?:his |her |their |the |my )?(?:phones?|mobiles?)|neue[sn]? (?:handy|telefon|smartphone|iphone|diensthandy)|handy gewechselt|nouveau (?:telephone|portable|mobile|smartphone|iphone)|(?:movil|telefono|celular|iphone) (?:es )?nuevo|nuevo (?:movil|telefono|celular|iphone)|新しい(?:携帯|スマホ|電話|端末)|機種変',
  unasked:
    "did(?: not|n'?t) (?:even |ever |try to |want to |actually )*(?:sign|start|ask|request|try|log|initiate|trigger|do anything)(?: in| on)?|was(?: not|n'?t) (?:even |actually )?(?:signing|logging|trying|at (?:his|her|the) (?:desk|computer|pc))|nobody (?:started|asked|requested)|(?:selbst |gar |uberhaupt )*(?:nichts?|nie) (?:\\w+ )?(?:selbst )?(?:ausgelost|angemeldet|gestartet|angefordert|getan)|n'(?:a|avait|etait) (?:pas|rien) (?:lance|demande|essaye|initie|declenche|fait|en train)|no (?:lo |la )?(?:ha )?(?:inicio|pidio|solicito|intento|iniciado|pedido|solicitado|estaba)|身に覚え|自分では(?:して|やって|何も)",
  abroad:
    'abroad|travels?|travell?ing|journey|(?:business )?trip|vacation|holidays?|(?:im|ins) ausland|auslandsreise|dienstreise|geschaftsreise|verreist|a l.etranger|en voyage|en deplacement|(?:en el|al) extranjero|de viaje|viaja(?:ndo)?|de vacaciones|海外|出張|旅行',
} as const satisfies Readonly<Record<string, string>>;

type Trait = keyof typeof table;

const traits = (Object.keys(table) as readonly Trait[]).map((trait) => ({ trait, is: word(table[trait]) }));

/** A clause that denies a trait tells another one at best. */
const clauses = /[,;.!?。、！？]+(?=\s|$)|[。、！？]|\s(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o)\s/;

const traitsIn = (text: string): ReadonlySet<Trait> =>
  new Set(
    folded(text)
      .split(clauses)
      .flatMap((clause) =>
        traits.flatMap(({ trait, is }) => {
          const found = is.exec(clause);
          return found && !denies(clause.replace(found[0], ' ')) ? [trait] : [];
        }),
      ),
  );

/** Codes, events and names of settings, which mean the same in any language. */
const literal = /(?<![\p{L}\d.])(?:\p{Lu}{2,}_\d+|\d+(?:\.\d+)+|\d{3,6}|\p{Lu}\p{Ll}+\p{Lu}\w+|\w+_\w+)(?![\p{L}\d])/gu;

const literalsIn = (text: string): readonly string[] => text.match(literal) ?? [];

/** The methods, from 1, whose title or use tells what a text tells. */
export const methodsByTraits = (text: string, methods: readonly Method[]): readonly number[] => {
  if (text.length > longest) return [];
  const [told, named] = [traitsIn(text), literalsIn(text)];
  if (told.size + named.length === 0) return [];
  return methods.flatMap((method, at) => {
    const use = headText(method);
    const own = traitsIn(use);
    const held = named.length > 0 ? literalsIn(use) : [];
    return [...told].some((trait) => own.has(trait)) || named.some((one) => held.includes(one)) ? [at + 1] : [];
  });
};
