/** Takes a text apart where what was done may end and what is seen since, or a question, may begin. */
import { isQuestion } from './question.ts';

/** More letters tell a story, and are not taken apart. */
const longest = 400;

const joints =
  /(?:[,;!。、！]|\.(?!\w))+\s*|\s+(?:and|but|und|aber|et|mais|y|pero)\s+|\s+(?=(?:still|immer noch|noch immer|toujours|sigue|ahora|jetzt|maintenant)(?:\s|$))|(?<=た)(?:が|けど|のに)、?/gi;

/** What a text says was done, and what it says behind it. */
export const halvesOf = (text: string): readonly { readonly before: string; readonly behind: string }[] =>
  (text.length > longest ? [] : [...text.matchAll(joints)])
    .map(({ 0: joint, index }) => ({
      before: text.slice(0, index).trim(),
      behind: text.slice(index + joint.length).trim(),
    }))
    .filter(({ before, behind }) => before !== '' && behind !== '');

export const partsOf = (text: string): readonly string[] =>
  (text.length > longest ? [text] : text.split(joints)).filter((part) => part.trim() !== '');

const pauses = /[,;.!?]+\s+|[。、！\n]+\s*|\s[-–—]\s|\s(?:and|und|et|y)\s/gi;

/** A text taken apart before the question with which it ends; null where it ends with none, or holds nothing else. */
export const askedBehind = (text: string): { readonly before: string; readonly question: string } | null => {
  if (text.length > longest) return null;
  const halves = [...text.matchAll(pauses)].map(({ 0: pause, index }) => ({
    before: text.slice(0, index + pause.trimEnd().length).trim(),
    question: text.slice(index + pause.length).replace(/^[\s¿]+/, ''),
  }));
  const asks = ({ before, question }: (typeof halves)[number]): boolean =>
    before !== '' && isQuestion(question.replace(/[?？]\s*$/, '')) && !isQuestion(before);
  return halves.findLast(asks) ?? null;
};
