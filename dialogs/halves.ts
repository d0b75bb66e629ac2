/** Takes a text apart where what was done may end and what is seen since may begin. */

const joints =
  /[,;.!。、！]+\s*|\s+(?:and|but|und|aber|et|mais|y|pero)\s+|\s+(?=(?:still|immer noch|noch immer|toujours|sigue|ahora|jetzt|maintenant)(?:\s|$))|(?<=た)(?:が|けど|のに)、?/gi;

/** What a text says was done, and what it says behind it. */
export const halvesOf = (text: string): readonly { readonly before: string; readonly behind: string }[] =>
  [...text.matchAll(joints)]
    .map(({ 0: joint, index }) => ({
      before: text.slice(0, index).trim(),
      behind: text.slice(index + joint.length).trim(),
    }))
    .filter(({ before, behind }) => before !== '' && behind !== '');

export const partsOf = (text: string): readonly string[] => text.split(joints).filter((part) => part.trim() !== '');
