/** Whatever is pasted: reading and masking never throw, take bounded time, and find only what is there. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { clean } from '../../src/knowledge/clean.ts';
import { mask } from '../../src/knowledge/mask.ts';
import { readPaste } from '../../src/knowledge/paste.ts';
import { ticketIn } from '../../src/knowledge/ticket.ts';

const runs = { numRuns: 2000 };

const pieces = [
  'AADSTS',
  'aadsts ',
  '50126',
  '500121',
  '0x',
  '80043431',
  '-2147208143',
  'CAA20003',
  'MSIS7102',
  'error code: ',
  'code=',
  'password',
  ' is ',
  ': ',
  '=',
  'Hunter2!',
  'eyJabcdefghijklmnopq',
  '.',
  'Bearer ',
  'cookie: a=',
  ';',
  '-----BEGIN A KEY-----',
  '-----END A KEY-----',
  '<a title="',
  '">',
  '<!--',
  '-->',
  '&#65;',
  '&amp;',
  '%25',
  '%41',
  '%',
  '+',
  '\\',
  '\\u0041',
  '"',
  "'",
  '\n',
  ' ',
  ',',
  '|',
  '@',
  '#',
  '[password]',
  '[',
  '82393dd5-ef3b-446c-a8ea-9fb5d3a43e00',
  'Correlation ID: ',
  '2026-01-02 03:04:05Z',
  'the code from my phone is ',
  '123456',
  'パスワードは',
  '５０',
  '\u200b',
  '\ud800',
  '🔑',
];
/** Text as people and programs write it: pieces that mean something, and anything at all. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 30 })
    .map((all) => all.join('')),
);
const bytes = fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all).toString('latin1'));
const anything = fc.oneof(text, bytes);

const knows = (code: string): boolean => /^(?:50126|500121|80043431|0xCAA20003|MSIS7102)$/.test(code);

test('reading never throws, and every code is in the digits of the text', () => {
  fc.assert(
    fc.property(anything, (pasted) => {
      const { known, unknown, extracted, text: plain } = readPaste(pasted, knows);
      const signs = plain.toUpperCase().replace(/[^0-9A-Z_]/g, '');
      for (const code of [...known, ...unknown]) {
        const bare = code.toUpperCase().replace(/^0X/, '');
        const signed = /^[0-9A-F]{8}$/.test(bare)
          ? [String(Number.parseInt(bare, 16)), String(2 ** 32 - Number.parseInt(bare, 16))]
          : [];
        expect([bare, ...signed].some((one) => signs.includes(one))).toBe(true);
      }
      expect(known.every(knows)).toBe(true);
      expect(extracted.codes).toEqual([...known, ...unknown]);
    }),
    runs,
  );
});

test('every value for a ticket stands in the plain text, but for an application put together with its id', () => {
  fc.assert(
    fc.property(anything, (pasted) => {
      const plain = clean(pasted);
      const { application, ...values } = ticketIn(plain);
      for (const value of Object.values(values)) expect(value === null || plain.includes(value)).toBe(true);
      expect(application === null || plain.includes(application.replace(/ \(.*$/, ''))).toBe(true);
    }),
    runs,
  );
});

test('masking twice is masking once, and finds nothing more', () => {
  fc.assert(
    fc.property(anything, (pasted) => {
      const once = mask(pasted);
      expect(mask(once.text).text).toBe(once.text);
      expect(once.kinds.length === 0).toBe(once.text === pasted);
    }),
    runs,
  );
});

test('a labelled password of any make is masked', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...Array.from('abcdXYZ789!#$%*+?~')), minLength: 6, maxLength: 20 })
    .filter((one) => /[a-z]/.test(one) && /\d/.test(one) && /[!#$%*+?~]/.test(one));
  fc.assert(
    fc.property(
      word,
      fc.constantFrom('password: ', 'password=', 'my password is ', 'Kennwort: ', 'pwd = ', 'mot de passe : '),
      (secret, label) => {
        expect(mask(`hello, ${label}${secret} and it fails`).text).not.toContain(secret);
      },
    ),
    runs,
  );
});

test('plain text stays plain: cleaning never throws and leaves letters and digits alone', () => {
  fc.assert(
    fc.property(anything, (pasted) => {
      clean(pasted);
    }),
    runs,
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abc 123.,:-()')), maxLength: 100 }), (plain) => {
      expect(clean(plain)).toBe(plain);
    }),
  );
});

describe('100 kB of anything is read in bounded time', () => {
  /** Processor time of this process in milliseconds, so that a busy machine does not count. */
  const spent = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  test.each(pieces)('%j', (piece) => {
    const paste = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
    expect(spent(() => void readPaste(paste, knows))).toBeLessThan(700);
    expect(spent(() => void mask(paste))).toBeLessThan(300);
  });

  test('mixtures', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), (some) => {
        const unit = some.join('');
        const paste = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
        expect(spent(() => void readPaste(paste, knows))).toBeLessThan(700);
      }),
      { numRuns: 20 },
    );
  });
});
