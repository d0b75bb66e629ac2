import { beforeAll, expect, test } from '@jest/globals';
import { type AboutMe, aboutMe } from '../../dialogs/about-me.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each<[string, AboutMe]>([
  ['do you see our tenant', 'tenant'],
  ['siehst du unseren tenant?', 'tenant'],
  ['can you check if it exists', 'acts'],
  ['can you reset his password', 'acts'],
  ['who sees what i write here', 'privacy'],
  ['is that stored', 'privacy'],
  ['wird das gespeichert?', 'privacy'],
  ["qui lit ce que j'écris ici ?", 'privacy'],
  ['how do i give you a screenshot', 'picture'],
  ['¿puedo enviar una captura?', 'picture'],
  ['are you a human or a bot?', 'human'],
  ['are you a human', 'human'],
  ['are you a live human', 'human'],
  ['are you a real person?', 'human'],
  ['are you real', 'human'],
  ['am I talking to a bot', 'human'],
  ['bist du ein echter Mensch?', 'human'],
  ['bist du ein Mensch?', 'human'],
  ['vous êtes un robot ?', 'human'],
  ['es-tu un vrai humain ?', 'human'],
  ['¿eres un robot?', 'human'],
  ['¿eres una persona real?', 'human'],
  ['あなたはロボットですか', 'human'],
  ['君は人間ですか', 'human'],
  ['人間ですか', 'human'],
])('"%s" is about the bot: %s', (text, kind) => {
  expect(aboutMe(text)).toBe(kind);
});

test.each(['do you see the error', 'are you sure', 'who can do it', 'are the passwords stored in entra', 'is it safe'])(
  '"%s" is not',
  (text) => {
    expect(aboutMe(text)).toBeNull();
  },
);

test('it is answered beside the answer or question at hand, which stays', () => {
  expect(replyTo(catalog, '50126', 'do you see our tenant')).toMatch(/^No, I do not see your tenant/);
  expect(entryAfter(catalog, '50126', 'do you see our tenant')).toBe('50126');
  const { next, replies } = decided(catalog, ['cant login', 'are you a human']);
  expect(next.step).toBe('narrow');
  expect(replies[0]?.text).toContain('My question above is still open.');
});

test('what was told already is known, and no answer that was not understood', () => {
  const told = replyTo(catalog, 'users outside the office are prompted again and again', 'only from home');
  expect(told).toContain('That I know already');
  expect(told).not.toContain('did not understand');
});
