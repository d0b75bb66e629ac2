/** Recognises the question what comes now, which says nothing of what became of a method, and which methods are left. */
import { plainly } from './courtesy.ts';
import { any, clausesOf, longest, whole } from './phrases.ts';

const now = whole(
  `(?:(?:ok(?:ay)?|and|so|well|ja|gut|und|also|bon|et|bueno|vale|y) )*${any(
    'now|what|(?:and )?now what|what(?: now| then| next)|and then',
    '(?:was )?(?:jetzt|nun)|was (?:denn )?(?:jetzt|nun|dann)|wie weiter|wie geht(?:.?s| es) (?:jetzt )?weiter',
    'maintenant|ensuite|après|quoi maintenant|on fait quoi(?: maintenant)?',
    'ahora|ahora qué|qué (?:hago )?ahora|luego',
    '次は?|で、?次は|次はどうすれば.{0,6}',
  )}`,
);

/** Whether a text asks how to go on, and no more: "ok and now". */
export const asksWhatNow = (text: string): boolean => text.length <= longest && now.test(clausesOf(text).join(' '));

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
export const asksWhatElse = (text: string): boolean => text.length <= longest && other.test(clausesOf(text).join(' '));

const left = whole(
  "(?:and |so )*(?:what(?:'?s| is| else is)? (?:still )?(?:left|remaining)(?: to (?:try|do))?|which (?:methods?|ones?|options?) (?:are|is) (?:still )?(?:left|remaining)|what remains)",
  '(?:und )?(?:was (?:bleibt|ist)(?: (?:noch|jetzt|dann))*(?: (?:übrig|offen|zu tun))?|welche (?:methoden?|möglichkeiten) (?:bleiben|sind)(?: noch)?(?: übrig| offen)?)',
  "(?:et )?(?:qu'est-ce qu'il reste|que reste-t-il|il reste quoi|quelles? méthodes? (?:reste-t-il|restent))(?: à (?:faire|essayer))?",
  '(?:y )?(?:qué (?:queda|falta)|qué métodos? quedan?)(?: por (?:hacer|probar))?',
  '(?:あと|残り)(?:は|には)?何が(?:残って|あり).{0,8}|残りの方法は?(?:何ですか)?|他に残って.{0,10}',
);

/** Whether a text asks which methods are left. */
export const asksWhatIsLeft = (text: string): boolean => text.length <= longest && left.test(plainly(text));
