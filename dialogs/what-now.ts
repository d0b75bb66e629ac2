/** Recognises the question what comes now, which says nothing of what became of a method, which methods are left, and that the person is through with one or with all. */
import { isOne, peeled, plainly } from './courtesy.ts';
import { any, clausesOf, isWhole, longest, whole } from './phrases.ts';

const now = whole(
  `(?:(?:ok(?:ay)?|and|so|well|ja|gut|und|also|bon|et|bueno|vale|y) )*${any(
    'now|what|(?:and )?now what|what(?: now| then| next)|and then',
    '(?:was )?(?:jetzt|nun)|was (?:denn )?(?:jetzt|nun|dann)|wie weiter|wie geht(?:.?s| es) (?:jetzt )?weiter',
    'maintenant|ensuite|après|quoi maintenant|on fait quoi(?: maintenant)?',
    'ahora|ahora qué|qué (?:hago )?ahora|luego',
    '次は?|で、?次は|次はどうすれば.{0,6}',
  )}`,
);

const through = whole(
  `(?:(?:ok(?:ay)?|so|well|right|alright|and) )*(?:(?:i|we)(?:'m| am|'re| are) )?(?:all )?(?:done|finished)(?: (?:with )?(?:it|that|this|everything|all(?: of it)?|(?:the |all )?(?:the )?(?:steps|method)))?(?: (?:and |so )?(?:now what|what(?: now| next| else)?|what(?:'s| is) next))?`,
  '(?:(?:ok(?:ay)?|so|gut|also) )*(?:(?:ich |wir )?(?:bin|sind) )?(?:fertig|durch)(?: damit)?(?: (?:und |was )?(?:jetzt|nun|was jetzt|was nun))?|(?:ok(?:ay)? )?(?:hab(?:e)? ich )?(?:alles )?(?:gemacht|erledigt) (?:und |was )?(?:jetzt|nun|was jetzt)',
  "(?:(?:ok|bon|voilà) )*(?:j'ai (?:terminé|fini)|c'est fait|terminé|fini)(?: (?:et )?(?:maintenant|après|ensuite))?",
  '(?:(?:ok|vale|bueno) )*(?:ya )?(?:he terminado|terminé|ya está|listo|hecho)(?: (?:y )?(?:ahora(?: qué)?|qué sigue))?',
  '(?:できました|終わりました|完了しました|やりました)(?:が)?(?:次は(?:何ですか|どうすれば.{0,6})?)',
);

/** Whether a text says that the method at hand is gone through, and no more: "ok done, now what?". */
export const saysThrough = (text: string): boolean => isWhole(through, text);

const allInVain = whole(
  '(?:(?:no|nope|sorry|ok|well|still|but|and|unfortunately) )*(?:none|nothing)(?: of (?:these|those|them|it|this|that|the (?:methods?|fixes|solutions|steps|suggestions|options)|your (?:methods|suggestions|fixes)))?(?: (?:has|have))? (?:helped|worked|works|helps|fixed it|solved it|did (?:it|anything))(?: (?:so far|at all|for (?:me|us|him|her)))*',
  "(?:(?:no|nope|sorry|ok|well|but|and) )*(?:(?:i|we)(?:'ve| have)? )?(?:already )?(?:tried|did|done) (?:everything|(?:all|each)(?: (?:of (?:it|them|these|those|that|this)|(?:the )?(?:methods|fixes|solutions|steps|suggestions)|that))*|(?:all|every) (?:the )?methods?)(?: (?:already|now|here|above))*(?: (?:(?:but )?(?:nothing (?:helped|worked|works)|no luck|in vain|without (?:success|luck))))?",
  '(?:(?:nein|leider|aber|ok) )*(?:hat )?(?:alles nichts|nichts davon|keine?[rs]?(?: (?:davon|methode|lösung|der methoden|von (?:denen|diesen)))?)(?: hat| haben)?(?: (?:bisher|leider))? (?:geholfen|funktioniert|geklappt|gebracht|genützt)',
  '(?:(?:nein|leider|aber|ok) )*(?:(?:ich |wir )?(?:hab(?:e|en)? )?(?:ich |wir )?(?:schon |bereits )?)?(?:alles|alle methoden)(?: (?:schon|bereits|davon|durch))* (?:probiert|ausprobiert|versucht|durchprobiert|gemacht)(?: (?:nichts (?:hat )?(?:geholfen|hilft|ging|geht)|ohne erfolg|hilft nicht|hilft nichts))?',
  "(?:(?:non|mais|désolé|malheureusement) )*(?:rien(?: de tout (?:ça|cela))?|aucune?(?: (?:méthode|solution|des méthodes|d'elles|d'entre elles))?) (?:n'a|ne) ?(?:marché|fonctionné|aidé|marche|fonctionne|servi)|(?:(?:non|mais) )*(?:(?:j'ai|on a|nous avons) )?(?:déjà )?tout (?:essayé|tenté|fait)(?: (?:sans succès|rien (?:n'a marché|ne marche)))?|(?:j'ai )?(?:déjà )?essayé (?:tout|toutes les (?:méthodes|solutions))",
  '(?:(?:no|pero|lo siento) )*(?:nada|ningun[oa]?(?: (?:de (?:ellos|ellas|estos|estas|los métodos)|método|solución))?)(?: (?:me|nos|ha|de esto))* (?:funcionó|funcionado|ayudó|ayudado|sirvió|servido|funciona)|(?:ya )?(?:(?:lo )?he |hemos )?(?:probé|probado|intenté|intentado|hice|hecho)(?: ya)? (?:de )?(?:todo|todos los métodos|todas las soluciones)(?: (?:sin éxito|y nada(?: funciona)?|nada (?:funcionó|funciona)))?|(?:ya )?lo (?:probé|he probado) todo',
  '(?:もう)?(?:全部|すべて|全て|どれも|どの方法も|何を(?:やっ|し)ても)(?:の方法)?(?:を|も)?(?:試しました|試した|やりました|やった|だめでした|ダメでした|駄目でした|効果(?:が)?(?:ありませんでした|なかった)|効きませんでした|うまくいきませんでした|解決しませんでした)(?:が)?(?:だめでした|ダメでした|駄目でした|解決しません(?:でした)?|直りません(?:でした)?)?',
);

/** Whether a text says that all the methods were tried in vain: "none of these helped", "I tried everything". */
export const saysAllInVain = (text: string): boolean => isWhole(allInVain, text);

const somehow = '(?: (?:now|then|somehow|here|already))*';
const closes = whole(
  `(?:(?:so|ok(?:ay)?|and|then|well) )*(?:can|may|shall|should|could|do) (?:i|we|you) (?:now |just )?close (?:this|it|that|(?:the|this|my) (?:case|issue|chat|ticket|matter|problem))${somehow}`,
  '(?:(?:ok|und|also|dann) )*(?:kann|soll|darf|können) (?:ich|man|wir) (?:das|es|den fall|das ticket|die sache)(?: (?:jetzt|nun|dann|damit|irgendwie|hier))* (?:schließen|zumachen|abschließen)',
  '(?:et )?(?:est-ce que )?(?:je|on) (?:peux|peut) (?:fermer|clore|clôturer)(?: (?:ça|cela|le cas|le dossier|le ticket))?|puis-je (?:fermer|clore|clôturer)(?: (?:ça|cela|le cas|le dossier|le ticket))?|je peux (?:le )?(?:fermer|clore)',
  '(?:y )?(?:puedo|podemos|se puede) (?:ya )?(?:cerrar(?:lo)?)(?: (?:esto|el caso|el ticket|ya))*',
  '(?:これを?|この件(?:は|を)?)?(?:クローズ|閉じ)(?:しても|ても)(?:いい|よい|良い)(?:です)?か?',
);

const ticket = any(
  '(?:in|into|on|to|for|as) (?:the|my|our|a|this|that) (?:helpdesk |support )?(?:ticket|notes?|case|documentation|docs?|log|record|resolution)(?: notes?)?',
  '(?:ins|in das|auf das|für das|zum|in die|für die|ins) (?:ticket|protokoll|doku\\w*)',
  'dans (?:le|mon|notre) (?:ticket|dossier)|en (?:el|mi|nuestro) (?:ticket|caso)',
);
const notes = whole(
  `(?:(?:so|ok(?:ay)?|and|then|well) )*what (?:do|should|shall|can|would|must) (?:i|we) (?:now |then |best )?(?:(?:note|write|put|enter|log|record|type)(?: down)? ${ticket}|note(?: down)?|document)${somehow}|(?:and )?what (?:goes|belongs|comes) (?:in|into) the (?:ticket|notes)|(?:and )?how (?:do|should) (?:i|we) document (?:this|it|that)`,
  `(?:(?:ok|und|also|dann) )*was (?:(?:schreibe?|notiere?|trage?|schreiben|notieren|tragen|soll|sollen|kann|muss) (?:ich|wir)(?: (?:jetzt|da|dann|denn|am besten))* ${ticket}(?: (?:ein|rein|eintragen|schreiben|notieren))?|(?:kommt|gehört) (?:da )?(?:ins|in das) ticket)`,
  `(?:et )?(?:qu'est-ce que je (?:note|mets|marque|dois (?:noter|mettre|écrire))|qu'est-ce que j'écris|que (?:dois-je |puis-je )?(?:noter|mettre|écrire)|je (?:note|mets|marque) quoi|j'écris quoi) ${ticket}`,
  `(?:y )?qué (?:escribo|anoto|pongo|apunto|debo (?:escribir|anotar|poner)) ${ticket}`,
  'チケットに(?:は)?(?:何|なに|なん)(?:を|と|て)?(?:書け|書い|書く|記入|残せ|メモ).{0,12}',
);

/** Whether a text asks to close the case, which is done, and what to note of it in a ticket; null where it asks neither, or more. */
export const closingIn = (text: string): { readonly closes: boolean; readonly notes: boolean } | null => {
  if (text.length > longest) return null;
  const parts = clausesOf(text)
    .flatMap((clause) => clause.split(/ (?:and|und|et|y) (?=(?:what|how|was|qu|je |que )\b)/))
    .filter((part) => peeled(part) !== '');
  const closed = parts.filter((part) => isOne(closes, part));
  const note = parts.filter((part) => isOne(notes, part));
  if (parts.length === 0 || closed.length + note.length < parts.length) return null;
  return { closes: closed.length > 0, notes: note.length > 0 };
};

/** Whether a text asks how to go on, and no more: "ok and now". */
export const asksWhatNow = (text: string): boolean => isWhole(now, text);

/** Asked behind "done": what follows is what the bot asks next anyway. */
const onward = whole(
  '(?:and )?(?:then|now|next)|(?:and )?what(?: now| next| then)?|und (?:dann|jetzt|nun)|et (?:après|maintenant|ensuite)|y (?:ahora|luego)',
);

export const asksOnward = (clause: string): boolean => onward.test(clause);

const other = whole(
  `(?:(?:ok(?:ay)?|and|so|well|then|ja|gut|und|also|dann|bon|et|alors|bueno|vale|y|entonces) )*${any(
    '(?:what|anything|something) else(?: is there)?(?: (?:can|could|should) (?:i|we) (?:do|try))?(?: (?:then|instead))?|(?:do you have |is there |are there )?(?:any |an|some )?other (?:ideas?|ways?|methods?|options?|solutions?)(?: left)?',
    '(?:was )?(?:sonst|noch)(?: noch)?|was (?:gibt es|geht|kann ich|können wir)(?: (?:sonst|noch|dann|stattdessen))+(?: (?:tun|machen|probieren|versuchen))?|(?:gibt es )?(?:noch )?(?:etwas|was) anderes|(?:gibt es )?(?:eine )?andere (?:methoden?|möglichkeit(?:en)?|ideen?|lösung)',
    "(?:quoi|que faire|qu'est-ce qu'on peut faire) d'autre|(?:il y a )?autre chose|(?:une |d')?autres? (?:méthodes?|idées?|solutions?|possibilités?)",
    'qué más(?: (?:puedo|podemos|se puede) (?:hacer|probar))?|(?:hay )?algo más|(?:hay )?otr[oa]s? (?:métodos?|ideas?|opci(?:ón|ones)|soluci(?:ón|ones)|maneras?)',
    '(?:ほか|他)に(?:は|方法は|何か)?(?:ありますか|ありませんか)?|(?:別|ほか|他)の方法(?:は)?(?:ありますか)?',
  )}`,
);

/** Whether a text asks what else there is, and says nothing of what became of the method at hand. */
export const asksWhatElse = (text: string): boolean => isWhole(other, text);

const left = whole(
  "(?:and |so )*(?:what(?:'?s| is| else is)? (?:still )?(?:left|remaining)(?: to (?:try|do))?|which (?:methods?|ones?|options?) (?:are|is) (?:still )?(?:left|remaining)|what remains)",
  '(?:und )?(?:was (?:bleibt|ist)(?: (?:noch|jetzt|dann))*(?: (?:übrig|offen|zu tun))?|welche (?:methoden?|möglichkeiten) (?:bleiben|sind)(?: noch)?(?: übrig| offen)?)',
  "(?:et )?(?:qu'est-ce qu'il reste|que reste-t-il|il reste quoi|quelles? méthodes? (?:reste-t-il|restent))(?: à (?:faire|essayer))?",
  '(?:y )?(?:qué (?:queda|falta)|qué métodos? quedan?)(?: por (?:hacer|probar))?',
  '(?:あと|残り)(?:は|には)?何が(?:残って|あり).{0,8}|残りの方法は?(?:何ですか)?|他に残って.{0,10}',
);

/** Whether a text asks which methods are left. */
export const asksWhatIsLeft = (text: string): boolean => text.length <= longest && left.test(plainly(text));
