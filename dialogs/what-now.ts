/** Recognises the question what comes now, which says nothing of what became of a method, and which methods are left. */
import { plainly } from './courtesy.ts';
import { whole } from './phrases.ts';

const now = whole(
  '(?:and|so|what|now what|what now|and now|what then|and then)(?: now)?|(?:and |so )*(?:now|what (?:now|next|then))',
  '(?:und|also|was)? ?(?:jetzt|nun|dann)|was (?:jetzt|nun)(?: dann)?',
  '(?:et )?(?:maintenant|après|ensuite)|(?:et )?(?:quoi|que faire) (?:maintenant|ensuite)',
  '(?:y )?(?:ahora|luego|después)(?: qué)?|qué (?:hago )?ahora',
  '次は?|それで|で、?次は',
);

/** Whether a text asks how to go on, and no more: "ok and now". */
export const asksWhatNow = (text: string): boolean => now.test(plainly(text)) || now.test(text.trim().toLowerCase().replace(/[?？.!\s]+$/, '').replace(/^(?:ok(?:ay)?|gut|bon|bueno|vale)[\s,]+/, ''));

const left = whole(
  '(?:and |so )*(?:what(?:\'?s| is| else is)? (?:still )?(?:left|remaining)(?: to (?:try|do))?|which (?:methods?|ones?|options?) (?:are|is) (?:still )?(?:left|remaining)|what remains)',
  '(?:und )?(?:was (?:bleibt|ist)(?: (?:noch|jetzt|dann))*(?: (?:übrig|offen|zu tun))?|welche (?:methoden?|möglichkeiten) (?:bleiben|sind)(?: noch)?(?: übrig| offen)?)',
  "(?:et )?(?:qu'est-ce qu'il reste|que reste-t-il|il reste quoi|quelles? méthodes? (?:reste-t-il|restent))(?: à (?:faire|essayer))?",
  '(?:y )?(?:qué (?:queda|falta)|qué métodos? quedan?)(?: por (?:hacer|probar))?',
  '(?:あと|残り)(?:は|には)?何が(?:残って|あり).{0,8}|残りの方法は?(?:何ですか)?|他に残って.{0,10}',
);

/** Whether a text asks which methods are left. */
export const asksWhatIsLeft = (text: string): boolean => left.test(plainly(text));
