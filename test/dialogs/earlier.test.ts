import { expect, test } from '@jest/globals';
import { triedIn } from '../../dialogs/afterthought.ts';
import { earlierIn, meantOf, persists, relapseIn } from '../../dialogs/earlier.ts';
import { newMatter } from '../../dialogs/new-matter.ts';
import { methodsIn } from '../../dialogs/numbers.ts';
import { listedParts, problemsIn } from '../../dialogs/several.ts';
import { realCatalog } from '../fakes.ts';

test.each([
  ['go back to the consent one please', 'the consent one please'],
  ['back to bob', 'bob'],
  ['yes thats the earlier one', ''],
  ['no go back', ''],
  ['what about the first problem', ''],
  ['zurück zum Outlook-Problem', 'outlook-problem'],
  ['revenons au premier', 'premier'],
  ['volvamos al de Outlook', 'de outlook'],
  ['back', ''],
  ['zurück', ''],
  ['retour', ''],
  ['volver', ''],
  ['戻ってください', ''],
])('"%s" goes back', (text, wanted) => {
  expect(earlierIn(text)).toBe(wanted);
});

test.each(['it goes back to the login page', 'the backup fails', 'he came back from leave', 'return code 1'])(
  '"%s" goes nowhere',
  (text) => {
    expect(earlierIn(text)).toBeNull();
  },
);

test.each([
  ['it broke again', ''],
  ['its back', ''],
  ['that did not last', ''],
  ['the mfa thing is back', 'mfa thing'],
  ['hmm she is locked out again', ''],
  ['it only worked for an hour', ''],
  ['same problem again', ''],
  ['das Problem ist wieder da', ''],
  ['geht schon wieder nicht', ''],
  ['das Outlook-Problem ist wieder da', 'outlook-problem'],
  ['ça recommence', ''],
  ["l'erreur est revenue", ''],
  ['ha vuelto a fallar', ''],
  ['また起きました', ''],
  ['再発しました', ''],
])('"%s" says that it came back', (text, what) => {
  expect(relapseIn(text)).toBe(what);
});

test.each([
  'he is back from leave',
  'i am back',
  'she came back',
  'it works again',
  'he can log in again',
  'try it again',
  'er ist wieder da',
  'thx will try tomorrow when the user is back',
  'user on lunch, will call back',
  'when he is back',
  'die Kollegin ist wieder da',
  "l'utilisatrice est revenue",
  'el usuario ha vuelto',
])('"%s" says nothing of the kind', (text) => {
  expect(relapseIn(text)).toBeNull();
});

test('what still is so', () => {
  for (const text of ['no wait, two of them still cannot', 'immer noch gesperrt', 'toujours bloqué', 'まだ入れません'])
    expect([text, persists(text)]).toEqual([text, true]);
  for (const text of ['he still gets AADSTS50126', 'it works', 'a still picture'])
    expect([text, persists(text)]).toEqual([text, false]);
});

test('the first answer is the one shown first', () => {
  const shown = ['a', 'b', 'c'].map((title) => ({ title, topic: title }));
  expect(meantOf('first one', shown)).toBe(shown[0]);
  expect(meantOf('ersten', shown)).toBe(shown[0]);
  expect(meantOf('previous one', shown)).toBe(shown[2]);
});

test('the earlier answer is the one whose title shares words with what is wanted, else the last', () => {
  const shown = [
    { title: '65001 because nobody has consented to the app', topic: 'consent-required' },
    { title: '50126: wrong user name or password', topic: 'invalid-credentials' },
  ];
  expect(meantOf('the consent one', shown)).toBe(shown[0]);
  expect(meantOf('', shown)).toBe(shown[1]);
  expect(meantOf('anything', [])).toBeUndefined();
});

test.each([
  ['another thing: the certificate expires next week', 'the certificate expires next week'],
  ['never mind, now the scanner cannot send', 'the scanner cannot send'],
  ['andere Frage: Outlook fragt nach dem Kennwort', 'Outlook fragt nach dem Kennwort'],
  ['autre question, Teams ne démarre pas', 'Teams ne démarre pas'],
  ['otra pregunta: no puedo entrar en Teams', 'no puedo entrar en Teams'],
  ['ところで、Teamsに入れません', 'Teamsに入れません'],
])('"%s" begins another matter', (text, matter) => {
  expect(newMatter(text)).toBe(matter);
});

test.each(['never mind', 'another user has it too', 'the other thing is that he is abroad', 'also it is slow'])(
  '"%s" begins none',
  (text) => {
    expect(newMatter(text)).toBeNull();
  },
);

test('methods that a text names, and those that it says were tried', () => {
  expect(methodsIn('ok method 3 it is')).toEqual([3]);
  expect(methodsIn('the second method worked')).toEqual([2]);
  expect(methodsIn('already did methods 1 and 2, same')).toEqual([1, 2]);
  expect(triedIn('already did methods 1 and 2, same')).toEqual([1, 2]);
  expect(triedIn('ok method 3 it is')).toEqual([]);
  expect(triedIn('tried method 1, got an error')).toEqual([]);
});

test('what a message that numbers several problems asks, and what such a list is not', async () => {
  const catalog = await realCatalog();
  const problems = (text: string) => problemsIn(text, catalog).map((part) => part.text);
  expect(problems('1) Bob gets AADSTS50053 2) printer jams 3) Outlook keeps asking Lisa')).toHaveLength(3);
  expect(problems('1. anna: AADSTS50055 2. carl: AADSTS50057 3. dora forgot her password')).toHaveLength(3);
  expect(problems('a) Karl ist gesperrt b) der Drucker druckt nicht c) AADSTS50126 bei Eva')).toHaveLength(3);
  expect(problems('I tried: 1. reset the password 2. it fails with 50126 3. it fails with 53003')).toEqual([]);
  expect(problems('error AADSTS50011. Possible causes:\n- wrong redirect uri\n- the network is down')).toEqual([]);
  expect(problems('steps: 1. go to portal.office.com 2. enter the password 3. error AADSTS50126')).toEqual([]);
  expect(problems('1. user: bob 2. app: outlook 3. code: 50126')).toEqual([]);
  expect(problems('1) the VPN drops 2) the printer jams')).toEqual([]);
});

test('the numbered parts of a text', () => {
  expect(listedParts('two things: 1) Bob is locked out 2) Lisa cannot open Teams')).toEqual([
    'Bob is locked out',
    'Lisa cannot open Teams',
  ]);
  expect(listedParts('- Bob is locked out\n- Lisa cannot open Teams')).toHaveLength(2);
  expect(listedParts('First, Bob is locked out. Second, the VPN drops')).toEqual([
    'Bob is locked out.',
    'the VPN drops',
  ]);
  expect(listedParts('AADSTS50126 at 10:15')).toEqual([]);
  expect(listedParts('version 2. Something')).toEqual([]);
});
