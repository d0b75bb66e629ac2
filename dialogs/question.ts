/** Recognises that something is asked. */
import { lowered } from './lowered.ts';
import { any, pattern, unaccented } from './phrases.ts';

/** The words by which a question begins, but the German "was", which is an English remark: "was my fault". */
export const questionWord = any(
  "how|what|which|where|when|why|who|whose|(?:what|where|who|how|when)'?s",
  'wie|wo|wann|warum|wer|welche[rsn]?',
  'comment|quand|où|pourquoi|quoi|quel(?:le)?s?|qui',
  'cómo|cuánt[oa]s?|cuándo|dónde|por qué|qué(?! (?:bien|bueno|alivio))|quién|cuál',
);

const question = pattern(
  `[?？]$|か。?$|[,;-] ?(?:do|does|is|are|can|could|should|would|will|did|must|may) (?:i|we|you|he|she|it|they|that|this)\\b|^(?:(?:and|so|but|ok|und|aber|et|mais|y|pero) )*(?:${questionWord}|${any(
    'do|does|is|are|can|could|should|would|will',
    'whats|wheres|whos|hows|(?:has|have|was|were) (?:i|we|you|he|she|it|they|that|this|someone|anyone)',
    'did (?:they|he|she|it|we|you|i|the|somebody|someone|anybody|anyone)',
    'muss|soll|kann|darf',
    'est-ce|dois-je|puis-je',
    'debo|puedo',
  )})\\b`,
);

/** Whether a text is a question. */
export const isQuestion = (text: string): boolean => question.test(unaccented(lowered(text)));
