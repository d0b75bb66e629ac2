import { expect, test } from '@jest/globals';
import { askedIn } from '../../dialogs/asked.ts';

test.each([
  ['who can do this', 'who'],
  ['who fixes that?', 'who'],
  ['ok and who has to change it', 'who'],
  ['can i do this myself?', 'who'],
  ['do i need admin rights', 'who'],
  ['what permissions do we need', 'who'],
  ['i dont have access to entra', 'who'],
  ["I'm not an admin", 'who'],
  ['i am bob not admin what do i do', 'who'],
  ['wer kann das machen', 'who'],
  ['ich habe keine Rechte dafür', 'who'],
  ['qui peut faire ça ?', 'who'],
  ['je ne suis pas administrateur', 'who'],
  ['¿quién puede hacerlo?', 'who'],
  ['no tengo permisos', 'who'],
  ['誰ができますか', 'who'],
  ['how long does it take', 'time'],
  ['is there a risk if i do that during the day?', 'risk'],
  ['is it ok to do that in working hours', 'risk'],
  ['the admin asks if it is dangerous', 'risk'],
  ['wie lange dauert das', 'time'],
  ['combien de temps ça prend', 'time'],
  ['¿cuánto tarda?', 'time'],
  ['どのくらいかかりますか', 'time'],
  ['is it dangerous?', 'risk'],
  ['can this break anything', 'risk'],
  ['will it log everybody out', 'risk'],
  ['any downtime?', 'risk'],
  ['ist das gefährlich', 'risk'],
  ["c'est risqué ?", 'risk'],
  ['¿es peligroso?', 'risk'],
  ['リスクはありますか', 'risk'],
  ['where do i see the log', 'check'],
  ['how can i verify that', 'check'],
  ['wo sehe ich das', 'check'],
  ['où puis-je voir ça', 'check'],
  ['¿dónde puedo ver eso?', 'check'],
  ['どこで確認できますか', 'check'],
])('"%s" asks of the answer: %s', (text, what) => {
  expect(askedIn(text)).toBe(what);
});

test.each([
  'users who are outside the office are prompted',
  'the person who left still gets mails',
  'people who can sign in see an empty page',
  'how long can i make the new secret',
  'how long until it works',
  'he is not in the admin group',
  'the certificate is not safe any more',
  'nobody can log in',
  'it takes very long to sign in',
  'Wer sich von außen anmeldet, wird dauernd gefragt',
  'no tengo correo desde ayer',
  'the admin cannot sign in',
  'we have a proxy',
])('"%s" asks nothing of the answer', (text) => {
  expect(askedIn(text)).toBeNull();
});
