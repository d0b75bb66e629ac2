/** The words of the message that a message action was taken on. */
import { z } from 'zod';

const text = z.string().catch('');
const action = z.looseObject({
  messagePayload: z.looseObject({
    subject: text,
    body: z.looseObject({ content: text }).catch({ content: '' }),
    attachments: z.array(z.looseObject({ content: text }).catch({ content: '' })).catch([]),
  }),
});

/** Subject, text and cards of the message; "" where there is none. */
export const messageText = (value: unknown): string => {
  const { data } = action.safeParse(value);
  if (!data) return '';
  const { subject, body, attachments } = data.messagePayload;
  return [subject, wordsOf(body.content), ...attachments.map(({ content }) => cardWords(content))]
    .map((words) => words.trim())
    .filter(Boolean)
    .join('\n');
};

/** HTML -> its words, with the ends of paragraphs as ends of lines. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<\/td\b[^>]*>/gi, ' ')
    .replace(/<[a-z/!][^>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) =>
        name === undefined
          ? charOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
          : (named.get(name) ?? whole),
    );

const named: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const charOf = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ');

/** The texts of a card, which comes as a string of JSON. */
const cardWords = (json: string): string =>
  [...json.matchAll(/"(?:text|title|value|codeSnippet)"\s*:\s*("(?:[^"\\]|\\.)*")/g)]
    .flatMap(([, quoted]) => unquoted(quoted!))
    .join('\n');

const unquoted = (quoted: string): readonly string[] => {
  try {
    return [String(JSON.parse(quoted))];
  } catch {
    return [];
  }
};
