/** Recognises that something is asked. */
import { any, folded, pattern } from './phrases.ts';

/** The words by which a question begins, but the German "was", which is an English remark: "was my fault". */
export const questionWord = any(
  "how|what|which|where|when|why|who|whose|(?:what|where|who|how|when)'?s",
  'wie|wo|wann|warum|wer|welche[rsn]?',
  'comment|quand|où|pourquoi|quoi|quel(?:le)?s?|qui',
  'cómo|cuánt[oa]s?|cuándo|dónde|por qué|qué(?! (?:bien|bueno|alivio))|quién|cuál',
);

/** "If I get a new phone does it move over": what is asked stands behind its condition. */
const conditional = String.raw`^(?:(?:and|so|but) )*(?:if|when|once) (?!.*\b(?:says?|said|asks?|shows?|reads?)\b).{3,60}[ ,](?:(?:does|do|did|is|are|will|would|can|could|should|must) (?:i|we|you|he|she|it|they|that|this|the|my|our|his|her|their)|what|how)\b`;

const question = pattern(
  `${conditional}|[?？]$|か。?$|[,;-] ?(?:do|does|is|are|can|could|should|would|will|did|must|may) (?:i|we|you|he|she|it|they|that|this)\\b|^(?:(?:and|so|but|ok|und|aber|et|mais|y|pero) )*(?:${questionWord}|${any(
    'do|does|is|are|can|could|should|would|will(?! (?:tell|try|do|check|ask|let|test|report|wait|inform|call|update|give|get back|come back|pass|send|see|look)\\b)',
    'whats|wheres|whos|hows|(?:has|have|was|were) (?:i|we|you|he|she|it|they|that|this|someone|anyone)',
    'did (?:they|he|she|it|we|you|i|the|somebody|someone|anybody|anyone)',
    'muss|soll|kann|darf',
    '(?:können|könnten|kannst|könntest|müssen|sollen|sollten|dürfen|brauch(?:e|en|t)?|lade|mache?|haben|hat|ist|sind|wird|werden|geht|gilt|reicht|hilft|zählt|liegt|klappt|würde|wäre|gäbe|bringt|steht|braucht|verliert|verlieren|gehen) (?:ich|du|wir|man|er|sie|es|das|dies(?:e[rs]?)?|der|die|da|dann|denn|damit|dafür|jemand|microsoft)',
    'gibts|gibt (?:es|da)|ab w(?:ann|ie viel)|was (?:ist|sieht|sage?n?|geht|macht|wenn|sind|mache?n?|soll(?:en|te)?|kann|können|kostet|kosten|steht|passiert|brauch(?:e|en|t)?|heisst|heißt|bedeutet|bringt|tun|tut|wäre|wird|genau|nun|jetzt)|wieso|weshalb|woher|wohin|wofür|wozu|womit|woran|sieht man|kriegt man|bekommt man',
    "est-ce|est-il|est-elle|dois-je|puis-je|peut-on|peux-tu|pouvez-vous|pourrait-on|faut-il|doit-on|y a-t-il|a-t-on|combien|d'où|qu'est-ce|avec quel(?:le)?s?|à qui|c'est (?:quoi|quel(?:le)?s?|où|qui|combien|normal|grave)|il faut (?:quoi|combien)",
    'debo|puedo|podemos|se puede|hay que|hay (?:alguna?|forma|manera|algo)|hace falta|tengo que|tenemos que|sirve|es (?:normal|necesario|obligatorio|grave|seguro)|para qué|por cuánto',
    "any (?:way|idea|chance|workaround|trick|other|tip)s?|(?:can|could|should|would|is|are|does|do|did|wo|has|have)(?:n't|nt) (?:i|we|you|he|she|it|they|that|this|there)|shall",
  )})\\b|(?:[,;-] ?| )(?:isn'?t it|or not|oder nicht|ou pas|ou quoi|verdad|was nun|und nun|what now|et maintenant|y ahora|où|quoi|combien)$|[,;] (?:wie (?:lange|geht|mache?n?)|reicht das|geht das|hilft das|what (?:do|should|can) |how (?:do|long|can) |on fait quoi|quoi faire|qué hago|qué hacemos)`,
);

/** Whether a text is a question. */
export const isQuestion = (text: string): boolean => question.test(folded(text));
