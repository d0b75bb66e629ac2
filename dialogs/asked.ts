/** Recognises questions about an answer: who may do it, how long it takes, what it risks, where to look. */
import { lowered } from './lowered.ts';

export type Asked = 'who' | 'time' | 'risk' | 'check';

const patterns: Readonly<Record<Asked, readonly string[]>> = {
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

const kinds = Object.entries(patterns).map(([kind, parts]) => [kind as Asked, new RegExp(parts.join('|'))] as const);

/** Longer texts tell more than they ask. */
const longest = 100;

/** What takes its time by itself, of which the entry speaks rather than of working time. */
const byItself =
  /\b(?:replicat|sync|take effect|takes effect|apply|applies|propagat|become active|till it works|until it works|before (?:it|they|he|she)|valid|blocked|locked|expire|repliziert|synchron|wirkt|greift|gesperrt|gültig|effet|répliqu|synchronis|bloqu|valable|efecto|replic|sincroniz)|反映|同期|有効になる/;

/** What a text asks about the answer at hand, or null. */
export const askedIn = (text: string): Asked | null => {
  if (text.length > longest) return null;
  const said = lowered(text);
  const what = kinds.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  return what === 'time' && byItself.test(said) ? null : what;
};
