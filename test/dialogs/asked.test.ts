import { expect, test } from '@jest/globals';
import { askedIn, askedInWord, asksOnly } from '../../dialogs/asked.ts';
import { isQuestion } from '../../dialogs/question.ts';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';

const catalog = await loadCatalog(builtIn);

test('a question stands behind its condition, and what is reported there is none', () => {
  expect(isQuestion('if i get a new phone does the passkey move over')).toBe(true);
  expect(isQuestion('if the cert is new what do i check')).toBe(true);
  expect(isQuestion('if he tries again it fails the same')).toBe(false);
});

test.each([
  ['who can do this', 'who'],
  ['who fixes that?', 'who'],
  ['ok and who has to change it', 'who'],
  ['can i do this myself?', 'self'],
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
  expect(askedIn(text, catalog)).toBe(what);
});

test.each([
  'users who are outside the office are prompted',
  'the person who left still gets mails',
  'people who can sign in see an empty page',
  'how long can i make the new secret',
  'he is not in the admin group',
  'the certificate is not safe any more',
  'nobody can log in',
  'it takes very long to sign in',
  'Wer sich von außen anmeldet, wird dauernd gefragt',
  'no tengo correo desde ayer',
  'the admin cannot sign in',
  'we have a proxy',
])('"%s" asks nothing of the answer', (text) => {
  expect(askedIn(text, catalog)).toBeNull();
});

test.each([
  ['risk?', 'risk'],
  ["what's the danger", 'risk'],
  ['Risiko?', 'risk'],
  ['quel risque ?', 'risk'],
  ['¿hay riesgo?', 'risk'],
  ['リスクは？', 'risk'],
  ['durée ?', 'time'],
  ['et ça prend combien de temps', 'time'],
  ['wie lange dauert das', 'time'],
  ['who?', 'who'],
  ['wer darf das', 'who'],
  ['権限は？', 'who'],
  ['what do i tell the user', 'tell'],
  ['ok and what should I tell my boss?', 'brief'],
  ['boss says no to all of it, what do I tell him', 'brief'],
  ['was sage ich dem Chef', 'brief'],
  ['was sagen wir dem Hersteller?', 'brief'],
  ["qu'est-ce que je dis au responsable ?", 'brief'],
  ['¿qué le digo al jefe?', 'brief'],
  ['上司に何と言えばいいですか', 'brief'],
  ['what can she do meanwhile', 'tell'],
  ['was sag ich dem Benutzer', 'tell'],
  ['was soll ich ihr jetzt sagen?', 'tell'],
  ["qu'est-ce que je dis à l'utilisateur ?", 'tell'],
  ['je lui dis quoi', 'tell'],
  ['¿qué le digo al usuario?', 'tell'],
  ['ユーザーには何と言えばいいですか', 'tell'],
  ['why', 'why'],
  ['but why does that happen?', 'why'],
  ["what's the reason for that", 'why'],
  ['wieso kommt das', 'why'],
  ['woran liegt das denn', 'why'],
  ['pourquoi', 'why'],
  ['¿por qué pasa eso?', 'why'],
  ['なぜですか', 'why'],
  ['can i undo that', 'undo'],
  ['how do we roll it back if it goes wrong', 'undo'],
  ['is that reversible?', 'undo'],
  ['kann man das rückgängig machen?', 'undo'],
  ['on peut annuler ?', 'undo'],
  ['¿se puede deshacer?', 'undo'],
  ['元に戻せますか', 'undo'],
  ['does it hit everybody', 'reach'],
  ['will the users notice anything?', 'reach'],
  ['betrifft das alle', 'reach'],
  ['merkt der Benutzer was?', 'reach'],
  ['ça va couper les utilisateurs ?', 'reach'],
  ['¿afecta a todos?', 'reach'],
  ['全員に影響しますか', 'reach'],
  ['how long until it works', 'effect'],
  ['when will he be able to sign in again', 'effect'],
  ['wie lange dauert es, bis es wieder geht', 'effect'],
  ['combien de temps avant que ça marche', 'effect'],
  ['¿cuánto tarda en funcionar?', 'effect'],
  ['反映されるまでどのくらいかかりますか', 'effect'],
  ['ab wann geht das wieder?', 'effect'],
  ['do i need to be global admin for this', 'who'],
  ['brauche ich dafür Admin Rechte', 'who'],
  ['faut-il être admin pour ça ?', 'who'],
  ['¿hay que ser administrador?', 'who'],
  ['管理者権限が必要ですか', 'who'],
  ['who may do this', 'who'],
  ['wer darf das', 'who'],
  ['qui a le droit de faire ça ?', 'who'],
  ['quién puede hacerlo', 'who'],
  ['誰ができますか', 'who'],
  ['give me the command', 'command'],
  ["what's the powershell for it", 'command'],
  ['gib mir den Befehl', 'command'],
  ['donne-moi la commande', 'command'],
  ['dame el comando', 'command'],
  ['コマンドをください', 'command'],
])('"%s" asks that of any answer: %s', (text, what) => {
  expect(asksOnly(text, catalog)).toBe(what);
});

test.each([
  'undo',
  'go back',
  'annuler',
  'why does MFA fail on her iphone',
  'who is affected',
  'who is it',
  'the command failed',
  'コマンドがエラーになりました',
  'he cannot sign in since monday',
  'what does the user see in the log',
  'what do i tell the app to use',
  'when will the certificate expire',
  'warum ist der Port 443 zu',
  'wann läuft das Zertifikat ab',
  'everybody is affected',
  'betrifft alle im Büro',
  'powershell',
  'worked',
  'next',
  'how do i restore the account',
])('"%s" asks something else, or nothing', (text) => {
  expect(asksOnly(text, catalog)).toBeNull();
});

test.each([
  ['i have a meeting in 10 minutes, is there any other way in?', 'who tells a time asks for none'],
  ['muss ich das am ADFS oder in der App einstellen?', 'who asks for one of two places does not ask for roles'],
])('"%s": %s', (text) => {
  expect(askedIn(text, catalog)).toBeNull();
});
test('a time is asked for all the same', () => {
  expect(askedIn('how long does it take until it works?', catalog)).not.toBeNull();
});

test.each([
  ['is it risky to exclude him from the policy?', 'risk'],
  ['how dangerous is excluding the user?', 'risk'],
  ['what could go wrong when I restart AD FS', 'risk'],
  ['ist es gefährlich die Richtlinie abzuschalten?', 'risk'],
  ['was kann schiefgehen wenn ich die Ausnahme setze?', 'risk'],
  ["c'est risqué de réinitialiser le compte ?", 'risk'],
  ['¿es peligroso desactivar la directiva?', 'risk'],
  ['ポリシーを無効にするのは危険ですか？', 'risk'],
  ['which method is the safest', 'risk'],
  ['welche Methode ist die sicherste?', 'risk'],
  ['who is to blame for that?', 'why'],
  ['wer ist schuld?', 'why'],
])('"%s" asks for that, whatever it names: %s', (text, what) => {
  expect(askedIn(text, catalog)).toBe(what);
});

test('whose fault it is, its cause says', () => {
  expect(asksOnly('whose fault is that', catalog)).toBe('why');
});

test.each([
  'why is he in risky users?',
  'is a risk-based policy the reason?',
  'does the user risk have to be dismissed?',
  'kommt das von einem riskanten Benutzer?',
  '¿es por el riesgo de usuario?',
  'how do I remediate the risk?',
  'was ist schiefgelaufen?',
  'wurde der Server runter gefahren?',
  'it is risky',
])('"%s" asks for no risk of a method', (text) => {
  expect(askedInWord(text)).toBeNull();
});
