/** Who asks for a moment or does it later is told to come back, and nothing is looked up. */
import { beforeAll, expect, test } from '@jest/globals';
import { isPuttingOff } from '../../dialogs/putting-off.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each([
  'thx will try tomorrow when the user is back',
  'user on lunch, will call back',
  'one moment',
  'testing…',
  'thanks, trying that now',
  "will try that tomorrow when she's back",
  "user is out today, I'll come back to you",
  'let me check with him',
  'Moment bitte',
  'das mache ich morgen wenn sie wieder da ist',
  "j'essaierai demain quand elle sera là",
  'lo probaré mañana cuando vuelva',
  '明日試してみます',
])('"%s" puts off what was answered', (text) => {
  expect(replyTo(catalog, 'AADSTS50105', text)).toBe(
    'You are welcome. Tell me whether it worked once you have tried it.',
  );
});

test.each([
  "i'll try it and let you know",
  'Benutzer ist heute nicht da, ich melde mich morgen',
  'teste ich gerade',
  "l'utilisateur est en réunion, je vous rappelle",
  'je suis en train de tester',
  'el usuario está comiendo, aviso luego',
  'estoy probando',
  '少々お待ちください',
  'ユーザーは今日は休みです、明日試してみます',
])('"%s" puts off', (text) => {
  expect(isPuttingOff(text)).toBe(true);
});

test.each([
  'user is on holiday abroad',
  'check',
  'one moment it works, the next it fails',
  'testing the login fails',
  'will it be back tomorrow?',
  'trying to sign in now',
  'he tries later and gets 50126',
  'wait, he gets another error',
  'user is away, but his colleague gets the same error',
  'can you check with him',
  'user is not in the group',
  'ich melde mich an',
  'ich frage mich warum',
  "il n'est pas là",
])('"%s" tells something else', (text) => {
  expect(isPuttingOff(text)).toBe(false);
});
