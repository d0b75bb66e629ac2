/** What people tell of what works and what does not, in the five languages: the words that tell it, and the statements that they stand in. */
import { withoutAccents } from './accents.ts';
import { once } from './once.ts';

/**
 * What stands in a text: a place; what works or fails there, or is asked for there; what turns, limits or spreads it; and what divides statements.
 * `scarce` limits and turns at once, as しか does; `past` is what worked once.
 */
export type Kind =
  | 'outside'
  | 'inside'
  | 'all'
  | 'works'
  | 'fails'
  | 'asks'
  | 'not'
  | 'nor'
  | 'yes'
  | 'only'
  | 'scarce'
  | 'notOnly'
  | 'too'
  | 'except'
  | 'and'
  | 'but'
  | 'stop';

/** Words of the five languages without accents, divided by bars, and what stands in Japanese. Earlier kinds win, and take the longer phrases. */
const words: readonly (readonly [Kind, RegExp | null, RegExp | null])[] = [
  [
    'all',
    /everywhere|(?<!\b(?:see|saw|find|found|seen|listed|shown?|mentioned)(?: (?:it|them|that|this|him|her|one))? )anywhere|wherever|(?:no matter|does(?: not|n't) matter|regardless of|independent of) (?:where|whether|if|the (?:network|location|place))|all (?:locations|places|networks|sites)|any (?:location|place|network)|both (?:places|locations|networks|sides|sites)|^(?:yes,? )?both(?= *[.!]*$)|uberall|ueberall|egal (?:wo|ob|von wo)|(?:^ *|an )beide[ns]?(?: orten| standorten)?(?= *[.!]*$)|partout|n'importe ou|peu importe (?:ou|le lieu)|(?:^ *|dans )les deux(?: cas)?(?= *[.!]*$)|en todas partes|por todas partes|en todos (?:los )?(?:sitios|lugares|lados)|en cualquier (?:sitio|lugar|parte|lado)|cualquier (?:sitio|lugar)|da igual (?:donde|desde donde)|^ *(?:en )?ambos(?: sitios| lados| casos)?(?= *[.!]*$)/,
    /どこでも|どこからでも|どこにいても|すべての場所|社内外|^両方|場所(?:に|を|は)?(?:関係|問わ)/,
  ],
  [
    'notOnly',
    /not (?:only|just)|nicht (?:nur|bloss?)|pas (?:seulement|uniquement|que)|no (?:solo|solamente)/,
    /(?:だけ|のみ)(?:で|じゃ|では)(?:は)?な(?:く|い)/,
  ],
  [
    'works',
    /(?:no|without|sans|sin|kein|keine|ohne|pas de|aucun|ningun|ni un) (?:any |un )?(?:problems?|issues?|errors?|trouble|prompts?|probleme?n?|fehler|soucis?|erreurs?|errores|problemas?|error)|n'y a pas de (?:probleme|souci)s?|no hay (?:problemas?|error(?:es)?)|(?:isn't|is not|not) (?:a|an) (?:problem|issue)/,
    /問題(?:は|が|も)?(?:ない|なし|なく|ありません|無い)/,
  ],
  [
    'fails',
    /(?:not|nicht|pas|no) (?:accessible|reachable|available|possible|erreichbar|joignable|accesible|disponible|moglich)|(?:nobody|no ?one|none(?: of (?:us|them))?|no users?) can|(?:niemand|keiner) kann|personne (?:ne |n')(?:peut|arrive)|nadie puede|cannot|can ?'?t|can not|could ?n'?t|could not|unable|not able|used to work|worked (?:fine |well )?(?:yesterday|before|until|till|last|earlier|so far)|no longer|not any ?more|stopped working|doesn'?t let|(?:kann|kannst|konnen|komme?n?|kommt) (?:(?:mich|sich|ich|er|sie|man|uns|keiner|da) )*nicht|nicht mehr|n'arriven?t? (?:pas|plus)|arrive pas|ne (?:peux|peut|peuvent) (?:pas|plus)|impossible|ya no|no (?:puedo|puede|pueden|podemos|deja)/,
    /誰も|(?:でき|使え|入れ|つながら|繋がら|開け|ログインし|サインインし|動か|いけ)(?:ない|ません|なく|ず)|失敗|だめ|ダメ|駄目|不可|エラー|困って|起き(?:る|ます)|発生/,
  ],
  [
    'outside',
    /(?:out ?side|outsid|exterior)(?! trusted)(?! (?:(?:of|the|our|my|von|vom|der|des|de|du|d'|la|del|el|los) )*(?:(?:office |working |business |school |normal |usual |opening )?hours|(?:arbeits|geschafts|buro|dienst|offnungs)zeit(?:en)?|heures|horas|horario|eu|ue|europ[ae]|usa?|uk|germany|deutschlands?|france|frankreichs?|spain|spaniens?|espana|japan|schweiz|suisse|country|landes|pays|pais|tenants?|group|gruppe|groupe|grupo|scope|teams|sharepoint|outlook)(?![a-z]))(?: of)?(?: (?:the|our|my|of the))?(?: (?:office|company|building|network|lan|corporate network|company network|firm|school|campus|premises|corp|domain network))?|(?<!an )(?:external(?:ly)?|extern(?:e[nrms]?)?|extranet)(?!_)(?! (?:claims?|auth[a-z]*|providers?|security|methods?|tables?|source|consultants?|agency|sharing|contractors?|collaboration|partners?|idp|identit[a-z]*|mfa|accounts?|dns|url|name|certificate|address|hostname|id\b))|(?<!no )(?:the |public |open )?(?<!no )internet(?! (?:connection|access|facing|explorer|options|settings|zone))|(?:(?:i|we|they|who|people|users|employees|colleagues|staff|to|he|she|user|person|colleague|employee|is|are|am|when|while|if) )work(?:s|ing)? (?:from home|at home|remotely|from outside|outside)|(?<!windows )(?:(?:at|from|my|his|her|their|the) )?home(?! ?(?:assistant|one|lab|realm|page|tenant|directory|organi[sz]ation|screen|folder|drive|button|account|edition|premium|licen[cs]e|site|menu|tab|url|office and))(?: ?office)?|remote(?:ly)?(?! (?:auth|login|system|desktop|server|app|host|name|certificate|connectivity|procedure|session|computer|pc|machine|management))|off[- ]?site|hotels?|mobile network|mobile data|hotspot|on the road|travell?ing|(?:auss?en|auss?erhalb)(?! (?:(?:of|the|our|my|von|vom|der|des|de|du|d'|la|del|el|los) )*(?:(?:office |working |business |school |normal |usual |opening )?hours|(?:arbeits|geschafts|buro|dienst|offnungs)zeit(?:en)?|heures|horas|horario|eu|ue|europ[ae]|usa?|uk|germany|deutschlands?|france|frankreichs?|spain|spaniens?|espana|japan|schweiz|suisse|country|landes|pays|pais|tenants?|group|gruppe|groupe|grupo|scope|teams|sharepoint|outlook)(?![a-z]))(?: (?:des|der|vom|von|unseres|unserer|dem) ?[a-z]+)?|drauss?en|zu ?hause|zuhause|daheim|home-?office|unterwegs|(?:en )?(?:hors(?! (?:connexion|ligne|service))|dehors|(?:l')?exterieur)(?! (?:(?:of|the|our|my|von|vom|der|des|de|du|d'|la|del|el|los) )*(?:(?:office |working |business |school |normal |usual |opening )?hours|(?:arbeits|geschafts|buro|dienst|offnungs)zeit(?:en)?|heures|horas|horario|eu|ue|europ[ae]|usa?|uk|germany|deutschlands?|france|frankreichs?|spain|spaniens?|espana|japan|schweiz|suisse|country|landes|pays|pais|tenants?|group|gruppe|groupe|grupo|scope|teams|sharepoint|outlook)(?![a-z]))(?: (?:du|de la|de notre|des|de|de l'[a-z]+) ?(?:bureaux?|reseau|entreprise|societe|boite)?)?|(?:la )?maison|chez moi(?<!chez (?:lui|elle|eux)\b.{0,40}chez moi)(?!.{0,40}\bchez (?:lui|elle|eux|les|mes|mon|ma|l'autre)\b)|(?:depuis|de) chez (?:lui|elle|eux|nous)|teletravail|(?:fuera|afuera|exterior)(?! (?:(?:of|the|our|my|von|vom|der|des|de|du|d'|la|del|el|los) )*(?:(?:office |working |business |school |normal |usual |opening )?hours|(?:arbeits|geschafts|buro|dienst|offnungs)zeit(?:en)?|heures|horas|horario|eu|ue|europ[ae]|usa?|uk|germany|deutschlands?|france|frankreichs?|spain|spaniens?|espana|japan|schweiz|suisse|country|landes|pays|pais|tenants?|group|gruppe|groupe|grupo|scope|teams|sharepoint|outlook)(?![a-z]))(?: (?:de|del))?(?: (?:la|el|nuestra))?(?: (?:oficina|empresa|red|trabajo))?|casa|teletrabajo/,
    /社外|外出先?|外部|自宅|在宅|リモート|テレワーク|(?:オフィス|会社|社内)(?:の)?外|家(?=で|から|だ|は|も|と|、|。|$)|外(?=から|で|は|も|だ|$)/,
  ],
  [
    'inside',
    /inside(?! (?:(?:of|the|our|my|an?|this|that|his|her|von|vom|der|des|einer?|eines|dem|unserer|de|du|d'une?|la|le|notre|un[ea]?|del|el|los|nuestra) )*(?:l'|d'|de l')?(?:microsoft )?(?:sharepoint|teams|outlook|excel|word|powerpoint|onedrive|exchange|azure|entra|intune|citrix|chrome|edge|firefox|safari|office 365|apps?|applications?|application|anwendung|aplicacion|browsers?|navigateur|navegador|portale?|vms?|virtual|containers?|docker|pods?|scripts?|code|folders?|ordners?|dossier|carpeta|files?|datei|mails?|e-?mails?|messages?|chats?|channels?|groups?|gruppe|groupe|grupo|tenants?|i?frames?|tabs?|windows?|\d+|hours?|minutes?|days?|stunden?|minuten?|tag(?:en?|es)?|wochen?|heures?|jours?|horas?|minutos?|dias?)(?![a-z]))|inhouse|in-house|internal(?:ly)?(?! (?:server )?error)|(?<!an |the )intern(?:e[nrms]?)?(?! (?:ca\b|fehler))|(?<!local )intranet(?! (?:zone|hosts?|apps?|site|page))|(?<!(?:every ?(?:one|body)|all|people|users|nobody|no ?one|somebody|someone|any ?(?:one|body)|colleagues?|employees?|person|staff|user) )(?:(?:in|at|inside|within) (?:the |our |my |his |her |their )?(?:work|school|company|corp)|(?:in|at|from|inside|within) (?:the |our |my |his |her |their )?(?:office|building|campus|headquarters|hq|lan|premises))(?! ?(?:365|mail|e-?mail|site|page|apps?|account|suite|programs?|desktop|online|portal|20\d\d|laptop|phone|computer|pc))|(?<!microsoft )(?<!ms )(?:(?:the|our) )?(?<!\.)office(?!\.)(?! ?(?:365|apps?|suite|programs?|desktop|online|portal|20\d\d|licen[cs]e|update|activation|account|products?|client|version|com\b))|(?:on |in )(?:the |our )?lan|(?:on )?(?:the |our )?(?:(?:company|corporate|corporation|office|work|domain|internal) (?:network|lan|wi-?fi|net))|on[- ]?site|on[- ]prem(?:ises)?(?= (?:network|only))|buro[a-z]*|im (?:buro|firmennetz[a-z]*|netz(?:werk)?|haus|betrieb)|firmennetz[a-z]*|in der (?:firma|arbeit|schule)|vor ort|innerhalb(?! (?:(?:of|the|our|my|an?|this|that|his|her|von|vom|der|des|einer?|eines|dem|unserer|de|du|d'une?|la|le|notre|un[ea]?|del|el|los|nuestra) )*(?:l'|d'|de l')?(?:microsoft )?(?:sharepoint|teams|outlook|excel|word|powerpoint|onedrive|exchange|azure|entra|intune|citrix|chrome|edge|firefox|safari|office 365|apps?|applications?|application|anwendung|aplicacion|browsers?|navigateur|navegador|portale?|vms?|virtual|containers?|docker|pods?|scripts?|code|folders?|ordners?|dossier|carpeta|files?|datei|mails?|e-?mails?|messages?|chats?|channels?|groups?|gruppe|groupe|grupo|tenants?|i?frames?|tabs?|windows?|\d+|hours?|minutes?|days?|stunden?|minuten?|tag(?:en?|es)?|wochen?|heures?|jours?|horas?|minutos?|dias?)(?![a-z]))(?: (?:des|der|vom) ?[a-z]+)?|innen|drinnen|(?:au |du |le )?bureaux?|sur site|(?:dans |depuis )(?:l'entreprise|la boite|la societe)|(?:(?:a |de |depuis )?l')?interieur(?! (?:(?:of|the|our|my|an?|this|that|his|her|von|vom|der|des|einer?|eines|dem|unserer|de|du|d'une?|la|le|notre|un[ea]?|del|el|los|nuestra) )*(?:l'|d'|de l')?(?:microsoft )?(?:sharepoint|teams|outlook|excel|word|powerpoint|onedrive|exchange|azure|entra|intune|citrix|chrome|edge|firefox|safari|office 365|apps?|applications?|application|anwendung|aplicacion|browsers?|navigateur|navegador|portale?|vms?|virtual|containers?|docker|pods?|scripts?|code|folders?|ordners?|dossier|carpeta|files?|datei|mails?|e-?mails?|messages?|chats?|channels?|groups?|gruppe|groupe|grupo|tenants?|i?frames?|tabs?|windows?|\d+|hours?|minutes?|days?|stunden?|minuten?|tag(?:en?|es)?|wochen?|heures?|jours?|horas?|minutos?|dias?)(?![a-z]))|en interne|interne|dedans|reseau (?:de l'entreprise|interne)|(?:la )?oficina|(?:a)?dentro(?! (?:(?:of|the|our|my|an?|this|that|his|her|von|vom|der|des|einer?|eines|dem|unserer|de|du|d'une?|la|le|notre|un[ea]?|del|el|los|nuestra) )*(?:l'|d'|de l')?(?:microsoft )?(?:sharepoint|teams|outlook|excel|word|powerpoint|onedrive|exchange|azure|entra|intune|citrix|chrome|edge|firefox|safari|office 365|apps?|applications?|application|anwendung|aplicacion|browsers?|navigateur|navegador|portale?|vms?|virtual|containers?|docker|pods?|scripts?|code|folders?|ordners?|dossier|carpeta|files?|datei|mails?|e-?mails?|messages?|chats?|channels?|groups?|gruppe|groupe|grupo|tenants?|i?frames?|tabs?|windows?|\d+|hours?|minutes?|days?|stunden?|minuten?|tag(?:en?|es)?|wochen?|heures?|jours?|horas?|minutos?|dias?)(?![a-z]))(?: de)?(?: la (?:oficina|empresa|red))?|(?:en|desde) la empresa|(?:en|desde) el trabajo|red interna|interior/,
    /社内|オフィス|会社(?=で|から|だ|は|も|の中|の両方|、|$)|職場|事務所/,
  ],
  [
    'works',
    /works?(?! (?:laptop|pc|computer|phone|mobile|account|device|mac|macbook|network|lan|wi-?fi|e-?mail|mail|machine|profile|or school|place|station))|working|worked|opens|loads|connects|logs in|signs in|offnet|ladt|s'ouvre|abre|carga|fine|ok|okay|o\.?k\.?|good|alright|succeeds?|normal(?:ly)?|does(?= *(?:[,.;!?]|$))|(?:can|could) (?<!\b(?:how|so|that|what|which|must|where|whether)\b.{0,60})(?:sign|log|get|connect|open|access|reach|authenticate)|gehts?|funktionierts?|klappts?|lauft|lauft's|gut|problemlos|marche(?:nt)?|fonctionne(?:nt)?|ca va|(?:c'est )?bon|passe|va bien|funcionan?|bien|sin problema/,
    /使え(?:る|ます|た|ました|て)|でき(?:る|ます|た|ました|て)|入れ(?:る|ます|た|ました)|つなが(?:る|ります)|動(?:く|きます|いて)|大丈夫|正常|平気/,
  ],
  [
    'fails',
    /fails?|failed|failing|failure|broken|happens?|occurs?|affected|problems?|issues?|errors?|trouble|blocked|denied|refused|timeouts?|blank|unreachable|unavailable|scheitert|schlagt|fehler|problem|probleme|passiert|tritt|gesperrt|blockiert|echoue(?:nt)?|plante|bloque(?:e|s|es)?|erreur|se produit|fallan?|falla|falle|ocurre|pasa|bloquea(?:do)?|error|errores/,
    /起こ|ブロック|拒否/,
  ],
  ['asks', /prompt(?:s|ed)?|ask(?:s|ed)?|asking|prompting|fragt|gefragt|abfrage|demande|pide/, /求められ|聞かれ/],
  ['scarce', null, /しか/],
  [
    'except',
    /except(?: for)?|apart from|other than|besides|unless|auss?er(?! ?halb)|bis auf|sauf|excepte|hormis|excepto|salvo|menos/,
    /以外|を除(?:いて|き|く)/,
  ],
  ['nor', /neither|nor|weder|(?<=weder .{1,40})noch|ni|non plus|tampoco/, null],
  [
    'not',
    /not|no|nobody|no ?one|niemand|keiner|nadie|n't|nope|never|does ?n'?t|is ?n'?t|wo ?n'?t|did ?n'?t|are ?n'?t|nicht|nie|nein|kein[a-z]*|pas|plus|non|jamais|nunca/,
    /(?:で|じゃ)?(?:は)?ない(?!と)|ません|無理/,
  ],
  [
    'only',
    /(?<=\bne [a-z]{1,14} )qu(?:e|(?='))|only|exclusively|solely|nur|ausschliess?lich|bloss?|lediglich|seulement|uniquement|seul|solo|solamente|unicamente/,
    /だけ|のみ|限(?:り|って)/,
  ],
  ['yes', /yes|ja|schon|doch|oui|si(?= *(?:[,.;!]|$|funciona|va|pued|march|ca))/, null],
  [
    'and',
    /and|or|as well as|&|\+|\/|und|oder|sowie|wie|et|ou|comme|y|e|o|como|u/,
    /(?<=[内外宅室社家スト])と|(?<=[内外宅室社家スト]で?)も(?=.{0,2}(?:社|自宅|家|外|オフィス|職場))|や|・|または|および|及び/,
  ],
  [
    'too',
    /too|also|as well|either|likewise|same|auch|ebenso|ebenfalls|genauso|gleich|aussi|egalement|pareil|meme|tambien|igual|mismo/,
    /も(?!の|う)|同じ|同様/,
  ],
  [
    'but',
    /but|while|whereas|however|though|although|aber|jedoch|sondern|wahrend|dagegen|mais|alors que|tandis que|pero|sino|mientras/,
    /(?<=[すいだたる])が|けれど|けど|のに|一方|でも(?=、)/,
  ],
  ['stop', null, /[,.;:!?\n。、！？，；：]+|\s[-–—/|]+\s/],
];

/** Each kind as a group of its own, first those that begin where a word does, so that most positions are passed at once. */
const made = (): { readonly pattern: RegExp; readonly kinds: readonly Kind[] } => {
  const latin = words.filter(([, one]) => one);
  const others = words.filter(([, , one]) => one);
  const groups = (list: readonly (RegExp | null)[]): string => list.map((one) => `(${one!.source})`).join('|');
  return {
    pattern: new RegExp(
      `(?<![a-z0-9])(?:${groups(latin.map(([, one]) => one))})(?![a-z0-9])|(?![a-z0-9])(?:${groups(others.map(([, , one]) => one))})`,
      'g',
    ),
    kinds: [...latin, ...others].map(([kind]) => kind),
  };
};
let reader: ReturnType<typeof made> | undefined;

/** A word of a kind, and where it stands. */
export type Token = { readonly kind: Kind; readonly at: number; readonly end: number };

/** The words of a kind in a text, in order. */
const tokensOf = (text: string): readonly Token[] => {
  const { pattern, kinds } = (reader ??= made());
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    let group = 1;
    while (match[group] === undefined) group++;
    tokens.push({ kind: kinds[group - 1]!, at: match.index, end: match.index + match[0].length });
  }
  return tokens;
};

/**
 * What was said, in small letters; `bare` is the same without accents, as the words above are written, each letter one, so that positions stay,
 * and `tokens` are its words.
 */
export type Said = { readonly said: string; readonly bare: () => string; readonly tokens: () => readonly Token[] };

export const read = (said: string): Said => {
  const bare = once(() => withoutAccents(said.replaceAll('ß', 's').replaceAll(address, blank)));
  return { said, bare, tokens: once(() => tokensOf(bare())) };
};

/** An address names places that are none: "https://intranet.contoso.com". */
const address = /https?:\/\/\S+/g;
const blank = (found: string): string => ' '.repeat(found.length);

export type Status = 'works' | 'fails';
export const turned = (status: Status): Status => (status === 'works' ? 'fails' : 'works');

/** What ends a statement. */
export const divides = ({ kind }: Token): boolean => kind === 'stop' || kind === 'but';

/** So much may stand between "not" and the failure that it denies: "does not fail". */
const isBefore = (one: Token | undefined, at: number): boolean => one?.kind === 'not' && at - one.end <= 4;

/** What a statement tells by its own words, or undefined. */
export const toldBy = (statement: readonly Token[], kinds: ReadonlySet<Kind>): Status | undefined => {
  const base: Status | undefined = kinds.has('fails') ? 'fails' : kinds.has('works') ? 'works' : undefined;
  if (base === undefined) return kinds.has('asks') && !kinds.has('not') ? 'fails' : undefined;
  if (kinds.has('scarce')) return turned(base);
  if (kinds.has('nor')) return 'fails';
  if (base === 'works') return kinds.has('not') ? 'fails' : base;
  return statement.some(({ kind, at }, n) => kind === 'fails' && isBefore(statement[n - 1], at)) ? 'works' : base;
};

/** A statement that begins with what it tells, or with hardly more than "it", goes on about the place before. */
const goesOn =
  /^\s*(?:and |und |et |y )?\s*(?:it|that|this|there|all|everything|login|sign-?in|es|das|alles|dort|ca|c'est|tout|todo|ahi|si|yes)?\s*(?:just |also |then |it |simply )?$/;

/** What may follow it there. */
const ends = /^ ?[a-z]{0,10} ?(?:[,.;:!?\n。、]|$| and | but | und | aber | et | mais | y | pero )/;

/** Whether a statement without a thing of its own tells of what was named just before, which ended at `end`. */
export const isOfBefore = (text: string, statement: readonly Token[], end: number): boolean => {
  const [first] = statement;
  const last = statement.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    goesOn.test(text.slice(Math.max(end, lastStop(text, first.at)), first.at)) &&
    ends.test(text.slice(last.end))
  );
};

/** Where the statement that holds the position begins. */
export const lastStop = (text: string, at: number): number => {
  let from = at;
  while (from > 0 && !stops.has(text[from - 1]!)) from--;
  return from;
};
const stops: ReadonlySet<string> = new Set(',.;:!?\n。、');

/** The text without the statements that say what works: of "at home ok, on the phone not" the second is left. */
export const failing = ({ said, bare, tokens }: Said): string => {
  const text = bare();
  if (!somethingWorks.test(text)) return said;
  const kept: string[] = [];
  let before: Status | undefined;
  for (const part of partsOf(tokens(), text.length)) {
    const kinds = new Set(part.tokens.map(({ kind }) => kind));
    const told = toldBy(part.tokens, kinds);
    const elliptic = kinds.has('except') || (kinds.has('not') && !kinds.has('too'));
    const status = told ?? (elliptic && before ? turned(before) : kinds.has('too') ? before : undefined) ?? 'fails';
    if (told === 'works' && kept.length > 0 && isOfBefore(text, part.tokens, part.from)) kept.pop();
    if (status === 'fails') kept.push(said.slice(part.from, part.to));
    before = status;
  }
  return kept.join(' , ');
};

/** Whether a text tells of something that works at all; most do not. */
const somethingWorks =
  /work|fine|\bok|good|alright|succe|opens|loads|connects|normal|geht|funktion|klappt|lauft|\bgut|problem|marche|fonctionne|\bva\b|\bbon\b|passe|funciona|bien|使え|でき|入れ|動|大丈夫|正常|問題/;

type Part = { readonly from: number; readonly to: number; readonly tokens: readonly Token[] };

/** The parts of a text between what divides it; "and" divides where both of its sides tell something. */
const partsOf = (tokens: readonly Token[], length: number): readonly Part[] => {
  const parts: { from: number; to: number; tokens: Token[] }[] = [{ from: 0, to: length, tokens: [] }];
  for (const [n, token] of tokens.entries()) {
    const current = parts.at(-1)!;
    const cuts =
      divides(token) ||
      token.kind === 'except' ||
      (token.kind === 'and' && current.tokens.some(says) && tokens.slice(n + 1, n + 4).some(says));
    if (!cuts) {
      current.tokens.push(token);
      continue;
    }
    current.to = token.at;
    parts.push({ from: token.end, to: length, tokens: token.kind === 'except' ? [token] : [] });
  }
  return parts;
};

const says = ({ kind }: Token): boolean => kind === 'works' || kind === 'fails' || kind === 'not';
