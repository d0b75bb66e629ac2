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
  'AADSTS5O',
  ' 5',
  '\t',
  ' Paris',
  'S-1-',
  '<https://',
  '<EventRecordID>50126</EventRecordID>',
  '82393dd5-\n',
  'application x (',
  'Relying party: ',
  'Der Code aus der App ',
  '٥',
  '\u200b',
  '\ud800',
  '🔑',
];
/** Text as people and programs write it: pieces that mean something, and anything at all. */
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 30 })
    .map((all) => all.join('')),
);
const bytes = fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all).toString('latin1'));
const anything = fc.oneof(written, bytes);

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

describe('digits of other things are never codes, even if every number were one', () => {
  const digits = (least: number, most: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most });
  const number = fc.integer({ min: 10_000, max: 9_999_999 });
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });
  const things: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'an id': fc.uuid().map((id) => `id ${id}`),
    'a time': fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
      .map((day) => day.toISOString()),
    'an address': fc.tuple(fc.ipV4(), fc.integer({ min: 1, max: 65_535 })).map(([ip, port]) => `${ip}:${port}`),
    'a port': number.map((n) => `host.contoso.com:${n % 65_536}`),
    'a phone number': fc.tuple(digits(2, 3), digits(4, 8)).map(([area, own]) => `+49 ${area} ${own}`),
    'a version': fc.tuple(fc.nat(99), fc.nat(99), number).map((all) => `version ${all.join('.')}`),
    'a thumbprint': hex(40),
    'a hash with its name': hex(40).map((hash) => `thumbprint: ${hash.replace(/..(?=.)/g, '$& ')}`),
    'an amount': fc.tuple(fc.constantFrom('$', '€', '£', 'EUR ', 'USD '), number).map((all) => all.join('')),
    'an amount behind': fc.tuple(number, fc.constantFrom(' €', ' EUR', ' dollars', '円')).map((all) => all.join('')),
    'a decimal number': fc.tuple(fc.nat(999), number).map(([whole, part]) => `${whole}.${part}`),
    'something numbered': fc
      .tuple(
        fc.constantFrom(
          'room',
          'Raum',
          'order',
          'invoice',
          'ticket',
          'case',
          'line',
          'Zeile',
          'port',
          'PID',
          'build',
          'zip code',
          'KB',
          'employee',
        ),
        number,
      )
      .map((all) => all.join(' ')),
    'an address on the web': fc
      .webUrl({ withQueryParameters: false, withFragments: false })
      .filter((url) => !/['%]/.test(url))
      .map((url) => `${url}/50126/0x80041317`),
    'a mail address': fc
      .tuple(digits(5, 7), fc.constantFrom('contoso.com', 'fabrikam.org'))
      .map((all) => all.join('@')),
  };
  test.each(Object.entries(things))('%s', (_, thing) => {
    fc.assert(
      fc.property(thing, fc.constantFrom('', 'I cannot sign in, ', 'error: ', '\n'), (text, before) => {
        const { known, unknown } = readPaste(`${before}${text}`, (code) => /^\d{5,7}$/.test(code));
        expect([text, ...known, ...unknown]).toEqual([text]);
      }),
      { numRuns: 300 },
    );
  });
});
