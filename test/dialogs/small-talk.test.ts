/** What is replied to a first message that is small talk in words of people's own, and that a problem in polite dress is still looked up. */
import { beforeAll, expect, test } from '@jest/globals';
import { openedWith } from '../../bench/openings.ts';
import { dialogs } from '../../dialogs/index.ts';
import { understandWith } from '../../src/app.ts';
import { decide } from '../../src/engine/decide.ts';
import { emptyBoard } from '../../src/model/board.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { incoming, realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const outcomeOf = (text: string): string | undefined => understandWith(catalog)(text).understood?.outcome;

/** What is replied to the first message of a person who has a language. */
const replyIn = (locale: string, text: string): string => {
  const first = incoming({ kind: 'said', text });
  const surroundings = { catalog, board: emptyBoard, admin: false, now: 0 };
  const person = { ...first.person, locale };
  return decide({ key: 'talk', turn: 0, saved: null }, { ...first, person }, surroundings, dialogs).replies[0]!.text;
};

test.each([
  ['en', 'Hello, I hope you are well', /^Hello, I am Signpost/],
  ['en', 'good morning to the whole crew', /^Hello, I am Signpost/],
  ['en', 'any hints are appreciated', /^What is the problem\?/],
  ['en', 'maybe a lame question, how do I fix this?', /^What is the problem\?/],
  ['en', 'could somebody spare me a minute please', /^What is the problem\?/],
  ['en', 'Thanks a lot, your answer saved me!', /^You are welcome\./],
  ['en', 'you are a superstar :D', /^You are welcome\./],
  ['de', 'ich brauche dringend eure Hilfe', /^Worum geht es\?/],
  ['de', 'tausend Dank, ihr seid die Besten', /^Gern geschehen\./],
  ['fr', 'quelqu’un aurait une idée ?', /^Quel est le problème \?/],
  ['fr', 'un grand merci à toute l’équipe', /^Je vous en prie\./],
  ['es', '¿alguien tiene alguna pista?', /^¿Cuál es el problema\?/],
  ['es', 'mil gracias por todo, equipo', /^De nada\./],
  ['ja', 'どなたか教えていただけませんか', /^どのような問題/],
  ['ja', '本当にありがとうございました', /^どういたしまして/],
] as const)('%s: "%s" is answered by %s', (language, text, reply) => {
  expect(outcomeOf(text)).toBe('smalltalk');
  expect(replyIn(language, text)).toMatch(reply);
});

test.each([
  'Hello, I hope you are well. Nobody can sign in from outside the office',
  'good morning, my account is locked',
  'thanks a lot, but the sign-in still asks for a code',
  'can somebody help me with my authenticator please',
  'any hints on AADSTS50105 are appreciated',
  'guten Morgen, mein Konto ist gesperrt',
  'bonjour, mon compte est verrouillé',
  'hola, no puedo iniciar sesión',
  'おはようございます、サインインできません',
])('"%s" is looked up', (text) => {
  expect(['answer', 'clarify']).toContain(outcomeOf(text));
});

test('what tells nothing is no thanks', () => {
  expect(replyTo(catalog, '👍')).toMatch(/^What is the problem\?/);
});

test('while an answer is at hand, a call for help is not answered by asking for the problem', () => {
  expect(replyTo(catalog, 'AADSTS50126', 'kannst du mir helfen?')).not.toMatch(
    /^(?:What is the problem|Worum geht es)/,
  );
});

test('while a question is open, a call for help is not answered by asking for the problem', () => {
  const [asked, called] = ['sign-in fails', 'any hints are appreciated'];
  expect(outcomeOf(asked)).toBe('clarify');
  expect(replyTo(catalog, asked, called)).not.toMatch(/^What is the problem\?/);
});

test('of the first messages of authors whom nothing was learnt from, four in five that are small talk are answered so, and of the others one in a hundred', () => {
  const heard = openedWith('openings-held').map(({ text, small }) => ({
    small,
    isHeard: outcomeOf(text) === 'smalltalk',
  }));
  const share = (of: boolean): number => {
    const all = heard.filter(({ small }) => small === of);
    return all.filter(({ isHeard }) => isHeard).length / all.length;
  };
  expect(share(true)).toBeGreaterThanOrEqual(0.79);
  expect(share(false)).toBeLessThanOrEqual(0.01);
});
