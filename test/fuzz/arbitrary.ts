/** Anything that may come from outside: texts, JSON near to what is expected, replies. */
import fc from 'fast-check';
import type { Reply } from '../../src/model/reply.ts';

const pieces = [
  'AADSTS50126',
  '80043431',
  '0x80041317',
  'error code ',
  'MSIS7102',
  'Correlation ID: ',
  '66efbe8d-e465-4974-a445-2a1f0b5f0500',
  'password: ',
  'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x',
  'next method',
  'sources',
  'my tickets',
  'HD-12',
  'ask the helpdesk',
  '<at>Signpost</at>',
  '<b>',
  '</script>',
  '<!channel>',
  '&nbsp;',
  '&#x1F600;',
  '**',
  '```',
  '](javascript:1)',
  '%41',
  '\\u0041',
  '{"error_codes":[',
  ']}',
  'https://login.microsoftonline.com/?error=',
  '\u202E',
  '\u0000',
  '\u001B[31m',
  '\ud83d',
  '🙂',
  'é',
  '中文',
  ' ',
  '\n',
  '\t',
];

/** Words as people and machines write them, and what neither does. */
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 12 })
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 400 }))
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, -1, true, [], {}, '__proto__', 1e308),
  text,
  fc.jsonValue({ maxDepth: 2 }),
);

/** The same JSON, with some of its parts missing, doubled or replaced by anything. */
export const altered = (whole: object): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(1000), fc.constantFrom('drop', 'replace', 'say', 'nest'), odd, text), { maxLength: 4 })
    .map((changes) => {
      const copy = structuredClone(whole) as Record<string, unknown>;
      for (const [n, how, value, words] of changes) {
        const places = placesIn(copy);
        const place = places[n % Math.max(1, places.length)];
        if (!place) continue;
        const [holder, key] = place;
        if (how === 'drop') Reflect.deleteProperty(holder, key);
        else Reflect.set(holder, key, how === 'say' ? words : how === 'nest' ? { [words.slice(0, 20)]: value } : value);
      }
      return copy;
    });

const placesIn = (value: unknown): readonly (readonly [object, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)])
    : [];

const words = fc.oneof(text, fc.constantFrom('', '&<>'.repeat(2000), 'word '.repeat(1200), '🙂'.repeat(900), '\ud83d'));
const url = fc.oneof(fc.webUrl(), words);
const rich = fc.oneof(
  words,
  fc.array(fc.record({ text: words, style: fc.constantFrom('bold', 'code'), url }, { requiredKeys: ['text'] }), {
    maxLength: 6,
  }),
);
const command = fc.record({
  language: fc.constantFrom('powershell', 'text', 'no such'),
  text: words,
  retired: fc.boolean(),
});
/** What people fill in beside a message is short; long forms are windows. */
const short = fc.string({ unit: 'binary', maxLength: 40 });
const field = fc.record(
  {
    kind: fc.constant('field'),
    id: fc.uuid(),
    label: short,
    input: fc.constantFrom('line', 'lines', 'choice'),
    options: fc.array(fc.record({ value: short, label: short }), { maxLength: 5 }),
    value: words,
    required: fc.boolean(),
    hint: short,
    most: fc.integer({ min: -5, max: 9999 }),
    error: short,
  },
  { requiredKeys: ['kind', 'id', 'label', 'input'] },
);
const block = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words }),
  fc.record({ kind: fc.constant('paragraph'), text: rich }),
  fc.record({
    kind: fc.constant('steps'),
    items: fc.array(fc.record({ text: rich, code: fc.array(command, { maxLength: 2 }) }), { maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('list'), items: fc.array(rich, { maxLength: 9 }) }),
  fc.record({ kind: fc.constant('code'), code: command }),
  fc.record({ kind: fc.constant('facts'), items: fc.array(fc.tuple(words, rich), { maxLength: 9 }) }),
  fc.record({ kind: fc.constant('note'), tone: fc.constantFrom('info', 'warning'), text: rich }),
  fc.record({ kind: fc.constant('link'), label: words, url }),
  field,
);
const action = fc.oneof(
  fc.record(
    { kind: fc.constantFrom('choose', 'submit'), label: words, choice: words, about: words, primary: fc.boolean() },
    { requiredKeys: ['kind', 'label', 'choice'] },
  ),
  fc.record({ kind: fc.constant('open'), label: words, url }),
);

/** Any reply that a dialog could make, and many that none does. */
export const reply: fc.Arbitrary<Reply> = fc.record(
  {
    text: words,
    title: words,
    blocks: fc.array(block, { maxLength: 8 }),
    actions: fc.array(action, { maxLength: 12 }),
    turn: fc.nat(),
    to: fc.constantFrom('everyone', 'asker'),
  },
  { requiredKeys: ['text'] },
);
