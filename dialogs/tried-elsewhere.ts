/** Recognises that it was only tried in another place, where that it works is a fact and no success: "tried edge, that works". */
import { isOne } from './courtesy.ts';
import { any, pattern, whole } from './phrases.ts';

const browser =
  '(?:google )?(?:chrome|firefox|safari|opera|brave|(?:microsoft |ms )?edge|internet explorer|ie)(?: browser)?';
const hidden =
  '(?:incognito|in-?private|private browsing|inkognito|navigation privée|privado|incógnito)(?:[ -]?(?:mode|window|tab|modus|fenster|tab))?';

const device = '(?:device|laptop|notebook|pc|computer|machine|workstation|mac|macbook|terminal|surface)';
const phone = '(?:(?:mobile |cell |smart)?phone|mobile|iphone|ipad|android|tablet)';
const otherEn =
  "(?:(?:an|the|his|her|my|their|our) )?other|another|(?:a |the |some )?(?:different|second)|(?:a |the |my )?(?:colleague's|colleagues|coworker's|someone else's|somebody else's)|my(?: own)?|(?:a |the |his |her |my |their )?(?:home|private|personal|old|spare|test)|a new";
const placeEn = any(
  `(?:the )?${browser}`,
  `(?:an? |the )?(?:${hidden}|private (?:window|mode|tab|session))`,
  `(?:${otherEn}) (?:web )?(?:browser|app|program|client|profile|${device}|${phone}|network|wi-?fi|wlan|connection|location|place|windows)(?: of [^ ]+)?`,
  `(?:an? |the |his |her |their )?${phone}`,
  `(?:(?:an|the) other|another|(?:a |the )?(?:different|second|test|admin|colleague's|colleagues|coworker's)|my(?: own)?) (?:[^ ]+ )?(?:account|user|login|profile|credentials)`,
  '(?:the |a |his |her |my )?(?:(?:mobile|phone|personal|guest|home) )?(?:hotspot|vpn|mobile (?:data|network)|guest (?:wi-?fi|network))|home|(?:the )?(?:web ?mail|owa|web (?:version|app)|desktop app)',
);

const otherDe =
  '(?:ein(?:e[mnrs]?)? |de[mnr] |das |die )?(?:ander(?:e[mnrs]?|s)|zweite[mnrs]?|neue[mnrs]?|fremde[mnrs]?)|mein(?:e[mnrs]?)?(?: eigene[mnrs]?)?|(?:seine[mnrs]? |ihre[mnrs]? |meine[mnrs]? |ein(?:e[mnrs]?)? |de[mnr] )?(?:privat(?:e[mnrs]?)?|alte[mnrs]?)';
const placeDe = any(
  `(?:de[mnr] )?${browser}`,
  `(?:(?:ein(?:e[mnr]?)?|de[mnr]|das) )?(?:${hidden}|privat(?:en|es|em) (?:fenster|modus|tab)|privatmodus)`,
  `(?:${otherDe}) (?:browser|app|programm|client|profil|rechner|gerät|laptop|notebook|pc|computer|mac|handy|telefon|smartphone|tablet|netz|netzwerk|wlan|ort|konto|account|benutzer|user|kollegen|zugang)`,
  '(?:(?:ein(?:e[mn])?|de[mn]|das|sein(?:e[mn])?|ihr(?:e[mn])?) )?(?:handy|smartphone|telefon|iphone|ipad|tablet|hotspot|vpn|gäste-?wlan|webmail|owa)|testkonto|test-?(?:user|account)|zuhause|zu hause',
);

const otherFr =
  "(?:un |une |l'|d')?autre|(?:un |une )?(?:deuxième|second|seconde|nouveau|nouvel|nouvelle)|mon|ma|(?:son |sa |le |un )?(?:vieux|ancien)";
const nounFr =
  '(?:navigateur|appli|application|programme|client|profil|poste|appareil|portable|pc|ordinateur|ordi|mac|téléphone|smartphone|mobile|tablette|réseau|wifi|connexion|endroit|compte|utilisateur|session)';
const placeFr = any(
  browser,
  `(?:une |la |le |un )?(?:(?:fenêtre|mode|onglet) (?:de )?)?(?:navigation privée|privée?|${hidden})`,
  `(?:${otherFr}) ?${nounFr}(?: perso(?:nnel)?| à moi)?`,
  '(?:(?:un|le|son|sa|la) )?(?:téléphone|smartphone|iphone|ipad|tablette|mobile|vpn)|partage de connexion|(?:le )?webmail|owa|(?:la |chez )?(?:maison|moi)',
  "(?:le |l')?(?:pc|poste|compte|ordinateur|ordi|portable|téléphone) d'(?:un|une) (?:autre|collègue)(?: [^ ]+)?",
);

const otherEs = '(?:el |la )?otr[oa]|(?:un |una |el )?(?:segund[oa]|nuev[oa])|mi(?: propi[oa])?|un[oa]? distint[oa]';
const nounEs =
  '(?:navegador|app|aplicación|programa|cliente|perfil|equipo|dispositivo|portátil|pc|ordenador|computadora|mac|móvil|celular|teléfono|tableta|tablet|red|wifi|conexión|sitio|lugar|cuenta|usuario|sesión)';
const placeEs = any(
  browser,
  `(?:(?:una |la |el )?(?:ventana|modo|pestaña) (?:de )?)?(?:${hidden}|privad[oa])`,
  `(?:${otherEs}) ${nounEs}|un navegador (?:distinto|diferente)`,
  '(?:(?:un|el|su|la) )?(?:móvil|celular|teléfono|iphone|ipad|tableta|tablet|vpn)|(?:mis )?datos móviles|(?:el )?webmail|owa|casa',
);

const placeJa =
  '(?:(?:別|他|ほか|違う|自分|私|同僚|個人|自宅|予備)の?(?:の)?(?:ブラウザー?|端末|デバイス|pc|パソコン|ノートpc|スマホ|スマートフォン|携帯|アカウント|ユーザー|ネットワーク|回線|wi-?fi|アプリ|場所)|(?:google )?(?:chrome|edge|firefox|safari|クローム|エッジ)|スマホ|スマートフォン|携帯|iphone|ipad|タブレット|テザリング|vpn|シークレット(?:ウィンドウ|モード)?|プライベート(?:ウィンドウ|ブラウズ|モード)?|inprivate ?(?:ウィンドウ|モード)?)';

/** That it works there, without a word of a change. */
const there = any(
  '(?:there|here|that way|with (?:that|it))? ?(?:(?:it|that|this|everything|login|sign-?in) )?(?:(?:just|also) )?(?:works?|worked|is (?:ok|fine))(?: (?:there|fine|ok|well|perfectly|too))*',
  '(?:(?:da|dort|damit|hier) )?(?:(?:es|das|alles) )?(?:geht|gehts|ging|gings|funktioniert|funktionierts|klappt|klappts|läuft|läufts)(?: (?:es|das|dort|da|damit|gut))*',
  '(?:(?:là|ici) )?(?:(?:ça|ca|cela|tout) )?(?:marche|fonctionne|passe|a marché|a fonctionné)(?: (?:là|bien|très bien))*',
  '(?:(?:allí|ahí|así) )?(?:(?:eso|todo) )?(?:sí )?(?:funciona|funcionó|va)(?: (?:allí|ahí|bien))*',
);
const behind = `(?:(?: (?:and|und|et|y|where|wo|où|donde))? ${there})?`;

const who =
  "(?:(?:i|we|he|she|they|(?:the |my )?(?:user|colleague)|(?:i|we|they)'?ve|(?:he|she)'s) )?(?:(?:have|has|just|now|also|already|then|even) )*";
const what =
  '(?: (?:it|that|this|the same(?: thing)?|again|to (?:log|sign) ?in|(?:logging|signing) in|the (?:login|sign-?in)|also|too|out|just))*';
const whoDe =
  '(?:(?:ich|wir|er|sie|(?:der |die )?(?:user|benutzer|kollege|kollegin)) )?(?:(?:hab|habe|hat|haben|habs|hats|hab es|ich|wir|er|sie|es|das|mal|gerade|eben|auch|noch|schon) )*';

const tried = whole(
  `${who}(?:tried|used|tested|checked|took)${what}(?: (?:on|in|with|from|via|over|through|using|at))?(?: (?:a|the))? ${placeEn}${behind}`,
  `${whoDe}(?:(?:mit|in|im|auf|am|an|vom|von|über|per|bei) )?${placeDe}(?: (?:mal|es|das|auch|zum test))* (?:probiert|ausprobiert|versucht|getestet|benutzt|verwendet|genutzt|genommen|geprüft)${behind}`,
  `${whoDe}(?:probiert|ausprobiert|versucht|getestet) (?:(?:mit|in|im|auf|am|an|vom|von|über|per|bei) )?${placeDe}${behind}`,
  `(?:(?:j'ai|il a|elle a|on a|nous avons|l'utilisateur a) )?(?:(?:aussi|même|juste) )*(?:ré)?(?:essayé|testé|utilisé|tenté|pris)(?: (?:aussi|de se connecter|de me connecter|la connexion))*(?: (?:avec|sur|dans|depuis|en|via|par|à|de))? ?${placeFr}${behind}`,
  `(?:(?:yo|él|ella|el usuario|la usuaria) )?(?:(?:he|ha|hemos|han) )?(?:lo )?(?:probé|probó|probado|probamos|usé|usó|usado|utilicé|utilizó|utilizado|intenté|intentó|intentado)(?:lo)?(?: (?:también|a entrar|entrar))*(?: (?:con|en|desde|por|de|a través de))? ${placeEs}${behind}`,
  `(?:(?:彼|彼女|私|ユーザー)(?:は|が))?${placeJa}(?:で|を|から|に|も|では|でも)(?:も|は)?(?:ログイン|サインイン)?(?:を)?(?:試し|試して|使っ|使って|使用し|やって|やってみ|テストし|し|入っ)(?:み)?(?:(?:まし)?た(?:ら|ところ|が)?|たら|と|て)?(?:(?:使え|入れ|でき|動き|つながり|繋がり|問題なく使え)(?:ます|ました|た|る))?`,
);

/** That it is settled, which is a success wherever it was tried. */
const settled = pattern(
  '\\b(?:now|again|finally|at last|since|fixed|solved|resolved|sorted|gone|helped|did (?:it|the trick)|jetzt|nun|wieder|endlich|seitdem|geholfen|gelost|behoben|erledigt|maintenant|enfin|de nouveau|a nouveau|desormais|aide|resolu|regle|ahora|ya|por fin|de nuevo|otra vez|ayudo|resuelto|solucionado|arreglado)\\b|よう(?:に)?な(?:り|っ)|直|解決',
);

const works = whole(there);

/** What somebody else did, to whom it may be owed: "the admin added him". */
const byAnother = pattern(
  '^(?:[^ ]+ ){1,3}(?:added|assigned|reset|removed|deleted|changed|enabled|disabled|turned|switched|updated|renewed|unlocked|unblocked|granted|gave|put|set|installed|replaced|cleared|moved|corrected) |\\b(?:a|ont|ha|han) [^ ]{2,}(?:e|is|it|ado|ido|esto)\\b',
);

/** Whether all that a text tells was done is that it was tried elsewhere, and nothing is settled by it; `isDeed` says what was done. */
export const onlyTriedElsewhere = (parts: readonly string[], isDeed: (part: string) => boolean): boolean => {
  const others = parts.filter((part) => !isOne(tried, part));
  const owes = (part: string): boolean => !isOne(works, part) && (isDeed(part) || byAnother.test(part));
  return others.length < parts.length && !others.some((part) => settled.test(part) || owes(part));
};
