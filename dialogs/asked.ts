/** Recognises questions about an answer: who may do it, how long it takes, what it risks, where to look, and what else people ask of any answer. */
import { lowered } from './lowered.ts';
import { any, clausesOf, pattern } from './phrases.ts';

/**
 * `reach`: whom it hits; `tell`: what to pass on to the user; `self`: what the user can do; `meaning`: what the error means;
 * `place`: where to do it; `effect`: when it takes effect, which is not how long the work takes.
 */
export type Asked =
  | 'who'
  | 'time'
  | 'risk'
  | 'check'
  | 'reach'
  | 'why'
  | 'tell'
  | 'self'
  | 'meaning'
  | 'place'
  | 'undo'
  | 'effect'
  | 'command';

const patterns: Readonly<Record<'who' | 'time' | 'risk' | 'check', readonly string[]>> = {
  who: [
    String.raw`(?:^|[,.!?] |\b(?:so|ok|and|but) )who (?:can|could|may|should|has to|must|needs? to|does|do|fixes|will|is|repairs)\b(?! (?:affected|having))`,
    String.raw`\bcan i (?:do|fix|repair|solve) (?:it|this|that)(?: by)? ?(?:my ?self)?(?=$|[?!.,])`,
    String.raw`\b(?:do|would) i need (?:an? |the )?(?:admin\w*|rights?|permissions?|role)\b|\bwh(?:at|ich) (?:rights?|permissions?|role)\b`,
    String.raw`\bi(?:'m| am)(?: \w+)? (?:not|no) (?:an? )?(?:(?:global |it )?admin\w*|it)\b`,
    String.raw`\b(?:i|we) (?:don'?t|do not) have (?:any |the |enough |admin )?(?:access|rights?|permissions?)(?: (?:to|in|for) (?:entra|azure|the (?:portal|tenant|admin center|server|ad)|ad|it|that|this))?(?=$|[.!?,])`,
    String.raw`\bwer (?:kann|darf|muss|soll|macht|behebt|ist zuständig)(?=$|\W)|\bkann ich das selbst\b|\bich (?:bin kein|habe keine?n?) (?:admin\w*|rechte|zugriff|zugang)\b`,
    String.raw`\bqui (?:peut|doit|répare|s'en occupe)\b|\bje (?:ne )?suis pas (?:l')?admin\w*|\bje n'ai pas (?:accès|les droits)`,
    String.raw`(?:^|\W)quién (?:puede|debe|tiene que|lo arregla)\b|\bno soy (?:el )?admin\w*|\bno tengo (?:acceso|permisos?)`,
    String.raw`誰が|管理者ではありません|権限がありません`,
  ],
  time: [
    String.raw`\bhow long (?:does|will|do|would|is it going)\b.*\b(?:take|last|need|wait)\b|\bhow many minutes\b|\bwie lange (?:dauert|braucht|muss)\b`,
    String.raw`\bcombien de temps\b|(?:^|\W)cuánto (?:tiempo|tarda|dura)\b|どのくらいかかり|何分かか`,
  ],
  risk: [
    String.raw`\b(?:is|are) (?:it|this|that|there) (?:dangerous|risky|safe|any (?:risk|downtime|side effects?))\b|\b(?:can|could|will|would|does) (?:it|this|that|something|anything) (?:break|affect|hurt|interrupt|disconnect|log (?:\w+ )?out)\b|\bwhat can go wrong\b|\bis there (?:a|any) (?:risk|danger)|\bdangerous\b|\b(?:is it|is that|would it be|it is) (?:ok|okay|safe|fine) to do\b|\b(?:can|could|should|do|may) (?:i|we|you)\b.{0,30}\b(?:during|in) (?:the day|working hours|business hours|office hours)\b|\bany (?:risks?|side effects?|downtime)\b`,
    String.raw`\bist das (?:gefährlich|riskant|sicher)\b|\bwas kann (?:dabei )?schiefgehen\b|\bc'est (?:dangereux|risqué|sûr)(?=$|\W)|\best-ce (?:dangereux|risqué|sûr)(?=$|\W)|\bes (?:peligroso|arriesgado|seguro)\b|危険ですか|リスクは`,
  ],
  check: [
    String.raw`\bwhere (?:do|can|could|should|would) (?:i|we) (?:see|find|check|look|read)\b|\bhow (?:do|can|could|should) (?:i|we) (?:see|check|verify|know|tell|make sure|be sure)\b|\bwhere is (?:that|this|it|the log)\b`,
    String.raw`\bwo (?:sehe|finde|prüfe) ich\b|\bwie (?:sehe|prüfe|erkenne|weiß) ich\b|(?:^|\W)où (?:puis-je|est-ce que je peux|peut-on) (?:voir|trouver|vérifier)\b|\bcomment (?:puis-je )?(?:voir|vérifier|savoir)\b|(?:^|\W)dónde (?:veo|puedo ver|encuentro|miro)\b|(?:^|\W)cómo (?:veo|compruebo|sé)(?=$|\W)|どこで(?:確認|見)`,
  ],
};

const kinds = Object.entries(patterns).map(
  ([kind, parts]) => [kind as keyof typeof patterns, new RegExp(parts.join('|'))] as const,
);

/** Longer texts tell more than they ask. */
const longest = 100;

/** What takes its time by itself, of which the entry speaks rather than of working time. */
const byItself =
  /\b(?:replicat|sync|take effect|takes effect|apply|applies|propagat|become active|till it works|until it works|before (?:it|they|he|she)|valid|blocked|locked|expire|repliziert|synchron|wirkt|greift|gesperrt|gültig|effet|répliqu|synchronis|bloqu|valable|efecto|replic|sincroniz)|反映|同期|有効になる/;

/** What a text asks about the answer at hand, or null. */
export const askedIn = (text: string): Asked | null => {
  if (text.length > longest) return null;
  const said = lowered(text);
  const what = kinds.find(([, forms]) => forms.test(said))?.[0] ?? null;
  return what === 'time' && byItself.test(said) ? null : what;
};

// === What a text asks and nothing beside it ===

const person = any(
  '(?:the |my |our |an? |this |that )?(?:end ?)?(?:users?|persons?|people|callers?|customers?|colleagues?|employees?|boss|clients?|guy|lady|staff)',
  'him|her|them',
  '(?:de[rmn] |die |meine[rmn]? |unsere[rmn]? |eine[rmn]? )?(?:benutzer(?:in|n)?|user[ns]?|anwender(?:in|n)?|nutzer(?:in|n)?|mitarbeiter(?:in|n)?|kolleg(?:e|en|in)|kund(?:e|en|in)|anrufer(?:in|n)?|chef(?:in)?|leuten?|person)',
  'ihm|ihr|ihnen|denen',
  "(?:a |aux? |a la |a mon |a ma )?(?:l'|les |le |la |mon |ma )?(?:utilisat(?:eur|rice)s?|collegues?|clients?|cliente|gens|personne|employee?s?)",
  '(?:al? |a la |a los |a las |a mi )?(?:el |la |los |mi )?(?:usuari[oa]s?|compañer[oa]s?|clientes?|gente|persona|emplead[oa]s?)',
);
const users = any(
  '(?:the |other |our |any |all |of |them |these )*(?:users?|people|others?|colleagues|staff)',
  'every ?(?:one|body)(?: else)?|any ?(?:one|body)(?: else)?|all(?: of them)?|the (?:whole )?company|him|her|them|they|he|she|others',
);
const nutzer =
  '(?:die |der |den |alle[n]? |andere[nr]? |unsere |ein |einen )*(?:benutzer|user|anwender|nutzer|leute|anderen|kollegen|mitarbeiter)|alle[n]?|jede[rn]?|jemand|er|sie|ihn|man|die (?:ganze )?firma';
const gens =
  "(?:tout le monde|(?:tous )?les (?:utilisateurs|gens|autres|collegues)|l'utilisateur|tous|quelqu'un|des gens|ils|il|elle|on)";
const gente =
  '(?:a )?(?:todos?(?: los usuarios)?|todo el mundo|los (?:usuarios|demas|otros)|al usuario|el usuario|alguien|la gente|otros)';

/** What each text may be, without accents and from its beginning to its end. */
const alone: Readonly<Record<Exclude<Asked, 'time' | 'risk' | 'check'>, readonly string[]>> = {
  tell: [
    `(?:what|anything|something|how)(?: (?:else|exactly|do|can|could|should|shall|would|must|to|am|is there|there|i|we|you|have|need|supposed|best))* (?:tell|say to|answer|write to|write|reply to|pass on to|explain(?: (?:it|this|that))? to|inform) ${person}(?: about (?:it|this|that))?`,
    `(?:what|anything|something)(?: (?:can|should|could|must|does|do|has|have))* ${any('he|she|they', person)}(?: (?:can|should|could|to|must|need|have|has))* (?:do|try)(?: (?:about (?:it|this)|himself|herself|themselves|meanwhile|now))*`,
    `(?:was|wie)(?: (?:kann|soll|muss|sollte|darf|konnte))? (?:sag|sage|sagen|schreib|schreibe|erklar|erklare|antworte|erzahl|erzahle|ich|wir|man)(?: (?:ich|wir|man|jetzt|nun|denn|das|es|dazu|am besten))* ${person}(?: (?:jetzt|dazu|denn|nun|das|sagen|mitteilen|schreiben|antworten|erklaren|ausrichten|erzahlen))*`,
    `was (?:kann|soll|muss|darf) (?:er|sie|${person})(?: (?:selbst|selber|jetzt|da|dagegen))* (?:tun|machen)`,
    `(?:(?:qu'?est[- ]ce (?:que |qu')|que |quoi |on |je )(?:je |on |nous |dois-je |doit-on |faut-il |peut-on |puis-je |dois |doit |peux |peut |faut |lui |leur )*)(?:dis|dit|dire|disons|reponds?|repondre|ecris|ecrire|explique\\w*)(?: quoi)?(?: ${person})?(?: quoi)?`,
    `que (?:le |les |debo |puedo |tengo que |hay que |podemos )*(?:digo|decimos|decir(?:le|les)?|respondo|explico|cuento|contesto)(?: ${person})?`,
    '(?:ユーザー?|利用者|本人|お客様|社員|相手)(?:さん|様|の方)?(?:に|には|へ)は?(?:何|なん|どう|どのように)(?:と|を|て)?.{0,3}(?:言|伝え|説明|案内|答え|回答).{0,12}',
  ],
  self: [
    "i(?:'?m| am)(?: (?:just|only))*(?: (?:the|an?))*(?: normal| ordinary)? (?:end ?)?user(?: (?:can|could|should|what|is|anything|there|i|do|something|that|try|fix|myself|it|here|about|now|so)){0,10}",
    '(?:what|anything)(?: (?:can|should|could|must|do|does|to|i|he|she|the|user|we|exactly))* (?:tell|say to) (?:it|our it|the it|it support|the helpdesk|the help desk|support|the admins?|my admin|our admin)',
    'ich bin (?:nur |bloss |einfach |doch )*(?:der |die |ein |eine )?(?:normaler? )?(?:benutzer|user|anwender|nutzer|mitarbeiter)(?:in)?(?: (?:kann|was|soll|ich|da|selbst|selber|etwas|tun|machen|und|jetzt|denn)){0,8}',
    'was (?:sag\\w*|soll ich|muss ich)(?: ich)? (?:der it|dem helpdesk|der edv|meiner it|unserer it|dem admin)(?: sagen)?',
    "je suis (?:juste |seulement |simple |un |une |l')*utilisat(?:eur|rice)(?: (?:que|quoi|je|puis-je|peux|faire|moi-meme|quelque chose|dois|maintenant)){0,8}",
    "(?:que|qu'est[- ]ce que) (?:dire|dis-je|je dis|dois-je dire|je dois dire) (?:a l'informatique|au support|au helpdesk|a la dsi|a l'admin)",
    '(?:solo )?soy (?:solo |un |una |el |la |simple )*usuari[oa](?: (?:que|puedo|hacer|yo|mism[oa]|algo|debo|ahora)){0,8}',
    'que (?:le )?(?:digo|debo decir) (?:a informatica|a soporte|al helpdesk|al admin|a mi admin)',
    '(?:私は)?(?:ただの|一般の)(?:ユーザー?|利用者)(?:です|なの)?.{0,4}(?:自分で|何か|何を)?.{0,4}(?:でき|すれば|したら).{0,8}',
  ],
  meaning: [
    '(?:what(?:.?s| is| does| do)?|whats)(?: (?:that|this|it|the (?:error|code|message)|exactly|even|actually|all|does|is|supposed to))* mean(?: (?:exactly|for (?:me|us|him|her|them|the user)|in (?:plain|simple|normal) (?:english|words|terms|language)))*',
    "(?:can you |could you )?(?:explain|say|put) (?:it|that|this)(?: to me| again)*(?: (?:in (?:plain|simple|normal|other) (?:english|words|terms|language)|simply|more simply|simpler))+|in (?:plain|simple|normal) (?:english|words|terms|language)|i (?:do ?n'?t|do not) understand(?: (?:it|that|this|a word|the error|what (?:it|that|this) means))?",
    'was (?:heisst|bedeutet|soll|meint)(?: (?:das|es|die meldung|der fehler|denn|genau|eigentlich|jetzt|konkret|heissen|bedeuten|fur (?:mich|uns|ihn|sie)|in einfachen worten|einfach gesagt))*|(?:(?:kannst du|konnen sie) )?(?:das |es )?(?:mal |bitte )*(?:einfach|einfacher|verstandlich|in einfachen worten)(?: (?:erklar\\w*|gesagt|bitte))+|(?:das )?verstehe? ich(?: das)? nicht|ich verstehe? (?:das |es )?nicht',
    "(?:ca|cela)(?: veut dire| signifie)(?: (?:quoi|concretement|exactement|en clair))+|(?:qu'est[- ]ce que|que) (?:ca |cela |cette erreur |ce message )?(?:veut dire|signifie)(?: (?:ca|cela|cette erreur|ce message|concretement|exactement|en clair))*|en clair|je (?:ne )?comprends pas(?: (?:ca|cela|l'erreur|ce que (?:ca|cela) veut dire))?",
    'que (?:significa|quiere decir)(?: (?:eso|esto|el error|el mensaje|exactamente|en cristiano|para mi))*|no (?:lo )?entiendo(?: (?:eso|esto|el error|nada))?|en cristiano',
    '(?:これ|それ|このエラー)?(?:は)?(?:つまり)?どういう(?:意味|こと).{0,6}|意味(?:は.{0,6}|が(?:分|わ)かりません|を教えて.{0,6})|(?:もっと)?(?:簡単|(?:分|わ)かりやすく)に?説明.{0,8}',
  ],
  place: [
    'where(?: (?:exactly|precisely))?(?: (?:do|can|should|must|would) (?:i|we|you))(?: (?:do|click|set|change|go|configure|start|press|enter|type|put|open|run)(?: (?:that|this|it|in|to|them|exactly))*)?|where exactly|where (?:is|in the portal|in the menu|to click|to go)|which (?:page|menu|blade|portal)(?: (?:is (?:it|that|this)|exactly))*',
    '(?:wo|wohin)(?: (?:genau|denn|exakt))*(?: (?:mach\\w*|klick\\w*|stell\\w*|ander\\w*|geh\\w*|muss|soll|kann|trag\\w*|gebe?)(?: (?:ich|wir|man|das|es|ein|hin|da|denn|genau|klicken|machen|andern|einstellen|eintragen|eingeben|tun|um))*)?|in welchem (?:menu|portal)(?: (?:genau|ist das|mache ich das))*',
    "ou(?: (?:exactement|precisement|ca|donc))*(?: (?:je |on |dois-je |faut-il |puis-je |est-ce que je |est-ce qu'on )(?:dois |peux |peut |doit )?(?:fais|fait|faire|clique|cliquer|regle|regler|change|changer|vais|aller|configure|configurer)(?: (?:ca|cela))*)?|(?:je |on )(?:fais|fait|clique|regle|change|configure)(?: (?:ca|cela))? ou(?: exactement)?",
    'donde(?: exactamente)?(?: (?:lo |la )?(?:hago|hacemos|pongo|cambio|configuro|pulso|hago clic|voy|tengo que (?:hacerlo|ir|pulsar))(?: (?:eso|esto|exactamente))*)?',
    '(?:具体的に|正確に)?(?:それは|これは)?どこ(?:で(?:すれば|やれば|設定|変更|操作|行|し)|を(?:クリック|押|開)|です|でしょう).{0,10}',
  ],
  why: [
    `(?:why|how come)(?: (?:exactly|is|was|does|did|do|has|that|this|it|the error|this error|he|she|they|happen(?:s|ed|ing)?|so|be|come|comes|up|occur(?:s|red)?|like|the case|appear(?:s|ed)?|show(?:s|ing)?|get|gets|got|at all|suddenly|all of a sudden))*`,
    '(?:what(?:.?s| is| was)|whats) (?:the )?(?:root )?(?:cause|reason)(?: (?:of|for|behind|it|this|that|the error))*|what (?:causes|caused|could cause|can cause) (?:it|this|that|the error|this error)|where does (?:it|this|that|the error) come from|how (?:can|could|did|does) (?:it|this|that) happen|(?:the )?(?:reason|cause)',
    '(?:warum|wieso|weshalb|wodurch|woher)(?: (?:denn|eigentlich|kommt|passiert|ist|geschieht|tritt|kriegt|bekommt|erscheint|hat|das|es|er|sie|der fehler|die meldung|so|was|auf|uberhaupt|jetzt|plotzlich|dazu|dann))*|woran (?:liegt|lag) (?:das|es)(?: denn)?|was ist (?:der grund|die ursache|schuld)(?: dafur| daran)?|grund|ursache',
    "pourquoi(?: (?:ca|cela|c'est|cette erreur|l'erreur|est-ce que|il a|arrive|se produit|se passe|apparait|fait|comme|donc))*|(?:a quoi c'est du|c'est du a quoi|d'ou (?:ca |cela )?vient(?: ca| cela| l'erreur)?|ca vient d'ou|quelle (?:en )?est la (?:cause|raison)|a cause de quoi|la cause|la raison)",
    '(?:y )?por ?que(?: (?:pasa|ocurre|sucede|sale|aparece|es|eso|esto|asi|el error|le))*|a que se debe(?: eso| esto)?|cual es (?:la causa|el motivo|la razon)|de donde viene(?: eso| esto)?',
    '(?:それは)?(?:なぜ|なんで|どうして|何故)(?:ですか|でしょうか|なの|なのですか)?(?:(?:これ|それ|こう|そう|この|エラー)(?:が|は|に)?)*(?:起き|起こ|発生|なる|なり|出)?.{0,8}|(?:原因|理由)(?:は|は何|はなん|を教えて|が知りたい).{0,8}',
  ],
  undo: [
    '(?:how|and how|(?:how )?(?:can|could|do|would|should|may|is|are|will|to)|is there|possible to)(?: (?:can|could|do|would|should|to|i|we|you|one|a way to|it|this|that|these|be|the change|possible to|easily))* (?:undo|undone|revert(?:ed)?|revers(?:e|ed|ible)|roll(?:ed)? (?:it |that |this )?back|tak(?:e|en) (?:it |that |this )?back|set (?:it|that|this) back|change(?:d)? (?:it )?back|put (?:it )?back|go back)(?: (?:it|that|this|the change|them|afterwards|later|again|if it goes wrong|if needed|somehow|easily|if it fails))*',
    '(?:(?:wie )?(?:kann|konnen|lasst|krieg\\w*|bekomm\\w*|mach\\w*|nehm\\w*|ist|geht|dreh\\w*|setz\\w*|wird|und) ?)(?:man|ich|wir|sich|es|das|dies|die anderung|auch|wieder|notfalls|spater| )*(?:ruckgangig|zuruck(?:nehmen|setzen|drehen|rollen|andern)?|umkehrbar|reversibel|widerruf\\w*)(?: (?:machen|zu machen|gemacht werden|machbar|gemacht))?',
    "(?:et )?(?:est-ce qu'?(?:e |on )?|on |je |c'est |ca |cela |comment |peut-on |puis-je |possible |d'|de |peux |peut |faire |pour |se |l'|le )+ ?(?:annuler?|revenir en arriere|reversible|defaire|retour arriere|annulable)(?: (?:ca|cela|apres|ensuite|plus tard|ce changement|la modification))*",
    '(?:se |lo |la |puede |pueden |puedo |podemos |como |es |hay forma de |posible )+(?:deshacer(?:lo)?|deshago|revertir(?:lo)?|reversible|volver atras|dar marcha atras|deshace|reviert[eo])(?: (?:eso|esto|despues|luego|el cambio))*',
    '(?:これ|それ|この変更|変更|あと|後)?(?:は|を|から|で|も)?(?:元に|もとに)戻(?:せ|す|る|り).{0,12}|(?:これ|それ|変更)?(?:は|を)?取り?消(?:せ|す|し).{0,12}',
  ],
  reach: [
    `(?:does|will|would|can|could|is|do|if)(?: (?:it|this|that|the change|i do (?:it|that)|also|then))+ (?:going to )?(?:hit|affect|impact|touch|concern|disturb|hurt|disrupt|interrupt|kick(?: out)?|log(?: out)?|sign(?: out)?|lock(?: out)?|disconnect|break(?: it)?(?: for)?|bother)s? ${users}(?: (?:out|too|as well|off))*`,
    `(?:will|does|would|do|can|is|are) ${users}(?: (?:be|get))? (?:notice|feel|see|realise|realize|affected|kicked|interrupted|disconnected|logged|signed|locked)(?: (?:out|off|it|that|this|anything|something|by|of))*`,
    `(?:betrifft|trifft|stort|gilt|wirft|merk(?:t|en)|spur(?:t|en)|sieht|sehen|bekomm(?:t|en)|krieg(?:t|en)|flieg(?:t|en)|werden|wird)(?: (?:das|es|die anderung|da|davon|dabei|dann|auch|nur|jetzt|denn|fur))* (?:${nutzer})(?: (?:etwas|was|das|davon|dabei|mit|es|raus|rausgeworfen|abgemeldet|getrennt|unterbrochen|gekickt|betroffen|gestort|dann))*`,
    `(?:est-ce que )?(?:ca|cela|c'est)?(?: ?(?:va|risque de))? ?(?:touche|affecte|coupe|gene|deconnecte|impacte|concerne|bloque)r? ${gens}`,
    `(?:est-ce que |est-ce qu')?${gens} (?:va|vont|va s'en|vont s'en) (?:le )?(?:remarquer|voir|rendre compte|etre (?:coupee?s?|deconnectee?s?))(?: (?:quelque chose|ca))?`,
    `(?:eso |esto )?(?:va a )?(?:afecta|corta|desconecta|molesta|bloquea|impacta|interrumpe)(?:r|ra)? ${gente}|(?:lo |se )?(?:nota|notan|notara|notaran|dan? cuenta|dara cuenta|va a notar|van a notar)(?: de)? ${gente}(?: algo)?`,
    '(?:他の|ほかの)?(?:全員|みんな|ユーザー?|利用者|他の人|社員)(?:に|は|が|にも|も|たち|全員)*(?:影響|気(?:づ|付)|切断|サインアウト|ログアウト).{0,12}|影響範囲は.{0,10}|影響(?:は|が)あり.{0,5}',
  ],
  effect: [
    '(?:how (?:long|soon|quick(?:ly)?|fast|many (?:minutes|hours))|when)(?: (?:does|will|would|do|is|are|until|till|before|it|that|this|the|change|to|he|she|they|can|take|takes|need|needs|i|we|have|has|wait|for|me|user|users|be|able|after|people)){0,9} (?:works?|working|effective|active|takes? effect|kicks? in|goes live|go live|applied|applies|apply|propagated?|replicated?|visible|(?:log|sign|get) in|spread|shows? up|in effect)(?: (?:again|for (?:him|her|them|everyone|the user)))*',
    '(?:does|will|is)(?: (?:it|this|that|the change)) (?:work|take effect|kick in|apply|immediate|instant)(?: (?:at once|immediately|right away|instantly|straight away))?',
    '(?:wie lange?|ab wann|wann|bis wann|wie schnell)(?: (?:dauert|dauerts|braucht|es|das|bis|dann|ist|wird|muss|ich|man|er|sie|kann|der|die|benutzer|user|warten|anderung|denn|hat|sich|wieder|das ganze|alles)){0,9} (?:geht|gehts|lauft|funktioniert|greift|wirkt|wirksam|aktiv|klappt|anmelden|ubernommen|repliziert|sichtbar)(?: (?:ist|wird|hat|kann|wieder|das|es|denn))*',
    '(?:geht|gilt|wirkt|greift|funktioniert) (?:das|es) (?:sofort|gleich|direkt)(?: wieder)?',
    "(?:et )?(?:dans |d'ici |au bout de |en )?(?:combien de temps|quand|quel delai)(?: (?:avant|que|ca|cela|faut-il|il|faut|attendre|pour|est-ce|est|va|elle|sera|prend|et|le|la|changement|jusqu'a|ce|qu'il|qu'elle|l'utilisateur|peut|puisse|pourra|soit)){0,9} (?:marche|marchera|marcher|fonctionne\\w*|effectif|actif|pris en compte|prend effet|prenne effet|applique|se reconnecter|se connecter|s'applique)(?: a nouveau)?|(?:ca|c'est) (?:marche |pris en compte |prend effet |effectif )?(?:tout de suite|immediat\\w*)",
    '(?:y )?(?:cuanto(?: tiempo)?|cuando|en cuanto tiempo)(?: (?:tarda|tardara|hasta|que|en|para|hay|esperar|va|a|dura|se|esto|eso|antes|de|el|cambio|estara|pasa|y|vuelve|podra|usuario)){0,9} (?:funcion\\w+|efecto|surt\\w+ efecto|hacer efecto|aplic\\w+|activo|entrar)(?: de nuevo| otra vez)?|(?:funciona|surte efecto) (?:enseguida|de inmediato|al momento|al instante)',
    '(?:いつ|どのくらい|どれくらい|何分|何時間)(?:で|ぐらいで|くらいで|から|すれば|になったら|待てば)?(?:使え|有効|反映|効果|サインインでき|ログインでき).{0,14}|(?:反映|有効)(?:される|になる)?(?:の|まで)?(?:に|は)?(?:は|に)?(?:いつ|どのくらい|どれくらい|何分|時間).{0,14}|すぐに?(?:反映|有効|使え).{0,10}',
  ],
  who: [
    '(?:who|(?:which|what) (?:role|rights?|permissions?|admin))(?: (?:exactly|may|can|could|should|must|has to|have to|is|are|needs? to|do|does|allowed to|able to|i|we|need|needed|required|has the right to|is responsible|for)){1,6}(?: (?:do|change|fix|make|set|run|perform|execute))?(?: (?:this|that|the change|the step|this step))?(?: for (?:this|that|it))?',
    '(?:do|would|must|should) (?:i|we|you)(?: (?:need|have|to|be|an?|the|some|any))* (?:(?:global|tenant|local|domain) )?admin\\w*(?: (?:rights?|role|permissions?|access))?(?: (?:for|to do) (?:this|that|it))?',
    '(?:brauch\\w*|muss|benotig\\w*)(?: (?:ich|man|wir|es|dafur|dazu|da|hier|man|ein))* (?:(?:globale?r?|lokale?r?)[ -]?)?admin\\w*(?:[ -](?:rechte?|rolle))?(?: (?:sein|dafur|dazu|haben))*',
    "(?:faut-il|il faut|dois-je|est-ce qu'il faut) (?:etre (?:l')?|avoir les droits )(?:d')?admin\\w*(?: (?:general|global|local))?(?: pour (?:ca|cela))?|(?:hay que|tengo que|hace falta|necesito) ser admin\\w*(?: global)?(?: para (?:eso|esto))?",
    '(?:これは|それは|それには|これには)?管理者(?:権限)?(?:が|は|で)(?:必要|いり|要り|なければ|ないと).{0,10}か',
    '(?:wer|welche (?:rolle|rechte?|berechtigung\\w*))(?: (?:darf|kann|muss|soll|macht|brauche?|braucht|hat|ich|man|es|denn|das|rechte|dafur|dazu|das recht|zustandig|berechtigt|machen|tun|andern|beheben|erledigen)){2,7}',
    "(?:qui|quel role|quels droits|quelle autorisation)(?: (?:peut|doit|a le droit|de|d'|le|faire|ca|cela|est autorise|a|s'en occupe|faut-il|il|faut|pour)){2,8}",
    '(?:quien|que (?:rol|permisos?|derechos?))(?: (?:puede|debe|tiene|que|permiso|permisos|para|hacer|hacerlo|eso|esto|lo|hace|necesito|hacen? falta|derecho|a)){1,8}',
    '(?:誰|だれ|どなた)(?:が|に|なら)(?:これを|それを)?(?:でき|やれ|行え|実行でき|変更でき|権限).{0,10}|(?:どの|どんな|何の)(?:権限|ロール|役割)(?:が|は)(?:必要|いり|要り).{0,8}|必要な(?:権限|ロール)は.{0,8}',
  ],
  command: [
    '(?:(?:give|show|send|tell|get) (?:me |us )?(?:the |an? )?|(?:what(?:.?s| is| are)?|whats|which|is there|do you have|i need|where is|can i (?:have|get)|can you (?:give|show|send)(?: me)?) (?:the |an? |any )?)(?:exact |full |right )?(?:powershell |ps |graph )?(?:commands?|powershell|cmdlets?|scripts?|one ?liner)(?: (?:for|to (?:do|run|fix|use)|this|that|it|the step|is it|do i (?:run|need|use)))*|(?:the )?commands?|(?:how do i do|can i do|how to do) (?:this|that|it) (?:in|with|via|by|using) (?:powershell|a (?:command|script))',
    '(?:(?:gib|zeig|schick|nenn|sag)(?: mir)?(?: mal)? (?:den |die |das |einen? )?|wie (?:lautet|ist|heisst|geht) (?:der |das |die )|(?:gibt.?s|gibt es) (?:da(?:fur|zu) )?(?:einen? )?|(?:was|welcher) ist (?:der |das )|(?:hast du|ich brauche?|brauche?) (?:den |das |einen? )?|welche[rns]? )(?:powershell[- ]?)?(?:befehle?|kommandos?|skript|script|cmdlets?|powershell)(?: (?:dafur|dazu|brauche ich|ist (?:das|es)))*',
    "(?:(?:donne|donnez|montre|montrez|envoie|envoyez)(?:[- ]moi)? (?:la |les |le )?|quelles? (?:est |sont )?(?:la |les )?|c'est quoi (?:la |le )|(?:il y a|y a-t-il) une? |(?:j'ai besoin de |il me faut )(?:la |le ))(?:commandes?|script|cmdlet)(?: powershell)?(?: (?:pour (?:ca|cela|le faire)|exacte))*",
    '(?:(?:dame|muestrame|pasame|ensename|necesito|cual es|hay|tienes|enviame) (?:el |los |un |algun )?|que )(?:comandos?|script|cmdlet)(?: (?:de powershell|para (?:eso|esto|hacerlo)|exacto|es|uso))*',
    '(?:powershellの?)?(?:(?:コマンド|スクリプト)|(?:コマンド|スクリプト|powershell)(?:を(?:ください|教えて.{0,6}|見せて.{0,6}|お願い.{0,4})|は(?:何|なん|あり|どれ).{0,8}|が(?:ほしい|欲しい|必要).{0,6}))',
  ],
};

const before = any(
  'and|but|so|ok|okay|well|hm+|please|pls|und|aber|also|bitte|et|mais|alors|bon|y|pero|entonces|では|じゃあ',
);
const behind = any(
  'please|pls|now|then|again|though|exactly|anyway|bitte|denn|eigentlich|genau|jetzt|dann|mal|svp|alors|maintenant|por favor|entonces|ahora',
);
const onlyKinds = Object.entries(alone).map(
  ([kind, forms]) => [kind as Asked, pattern(`^(?:${before} ?)*${any(...forms)}(?: ${behind})*$`)] as const,
);

/** What a text asks of any answer, where it asks for that and says no more, or null. */
export const asksOnly = (text: string): Asked | null => {
  if (text.length > longest) return null;
  const said = clausesOf(text).join(' ');
  return onlyKinds.find(([, forms]) => forms.test(said))?.[0] ?? null;
};
