/** What people ask of any answer is told from the field that holds it, of the method at hand first. */
import { expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

const catalog = await realCatalog();

test('what to tell the user is the section for users, introduced as something to pass on', () => {
  const reply = replyTo(catalog, '500011', 'what do i tell the user');
  expect(reply).toMatch(/^To pass on to the user\n\nSend the whole message to the owner of the app/);
});

test('whoever decides is told the cause, and what the method that is meant does, risks and takes', () => {
  const reply = replyTo(catalog, '50076', 'what would i tell the script owner in one sentence');
  expect(reply).toMatch(/^To pass on to whoever acts or decides\n\nA Conditional Access policy/);
  expect(reply).toContain('Method 2: Give a script its own identity');
  expect(reply).toContain('the job needs new permissions before it runs');
  expect(reply).not.toContain('accept the prompt');
  expect(replyTo(catalog, '50105', 'what do I tell the network team')).toContain('To pass on to whoever');
  expect(replyTo(catalog, '50105', 'what do I tell the user, the admin is away')).not.toContain('whoever acts');
  expect(replyTo(catalog, '50105', 'boss says no to all of it, what do I tell him')).toContain('Method 1');
});

test('who does what is asked of a method is told of that method alone', () => {
  const script = replyTo(catalog, '50076', 'its a scheduled task, nobody there to tap anything', 'who does that');
  expect(script).toContain('My answer names no role for this: Method 2: Give a script its own identity.');
  expect(script).not.toContain('Conditional Access Administrator');
});

test('why is told from the cause', () => {
  expect(replyTo(catalog, '500011', 'why does that happen')).toMatch(/^Cause\n\nFour reasons are common/);
});

test('a command is told with its code, though no other part of the answer is', () => {
  const reply = replyTo(catalog, '500011', 'give me the command');
  expect(reply).toContain('New-MgServicePrincipal');
  expect(reply).not.toContain('If you are the user');
});

test('when it takes effect is told where the method or a question beside it says so, or else the working time as what it is', () => {
  expect(replyTo(catalog, '50105', 'how long until it works')).toContain('Wait a few minutes');
  expect(replyTo(catalog, '500011', 'how long until it works')).toContain(
    'How long after installing the API does it work?',
  );
  expect(replyTo(catalog, '65001', 'how long until it works')).toContain('without the time until it takes effect');
});

test('whom it hits is the risk of the method at hand alone', () => {
  const reply = replyTo(catalog, '50105', 'does it hit everybody');
  expect(reply).toContain('Method 1');
  expect(reply).not.toContain('Method 2');
});

test('nothing is made up on undoing', () => {
  expect(replyTo(catalog, '500011', 'can i undo that')).toContain('Note the present value before you change it');
  expect(replyTo(catalog, '50107', 'can i undo that')).toContain('restore the copy');
});

test('who may do it is no role that a step assigns in the app', () => {
  const reply = replyTo(catalog, '50105', 'who may do this');
  expect(reply).not.toContain('Choose the role');
  expect(reply).toContain('Groups Administrator');
});

test.each([
  'what does that mean',
  "what's that mean in plain english",
  'was heißt das denn',
  'ça veut dire quoi ?',
  '¿qué significa eso?',
  'どういう意味ですか',
])('the meaning is told again: "%s"', (text) => {
  expect(replyTo(catalog, '50105', text)).toContain('The app is open only to people who were assigned to it');
});

test.each([
  'where exactly do i do that',
  'where do i click',
  'wo genau mache ich das?',
  'je fais ça où',
  '¿dónde lo hago?',
  'どこで設定しますか',
])('where it is done is told by the method at hand: "%s"', (text) => {
  expect(replyTo(catalog, '50105', text)).toContain('Users and groups > Add user/group');
});

test.each([
  "i'm just the user, can i do anything myself?",
  'what do i tell IT',
  'ich bin nur der user, was kann ich tun',
  'je suis juste utilisateur, que faire',
  'soy solo usuario, ¿qué puedo hacer?',
])('whoever is the user gets what users can do: "%s"', (text) => {
  expect(replyTo(catalog, '50105', text)).toContain('Ask for access to this app');
});

test('where something can be seen is no place to do it', () => {
  expect(replyTo(catalog, '50105', 'where do i see that')).not.toMatch(/^Method 1/);
});

test('where the method at hand names no role, that which the check names comes first', () => {
  const reply = replyTo(catalog, 'AADSTS50105', 'welche Rolle brauch ich um sie direkt zuzuweisen?');
  expect(reply).toContain('assigning takes Cloud Application Administrator');
  expect(reply.indexOf('assigning takes')).toBeLessThan(reply.indexOf('Groups Administrator'));
});

test('the role is that of the method that the question speaks of', () => {
  const smtp = 'Sending mail through smtp.office365.com is refused 535 5.7.139';
  const reply = replyTo(catalog, smtp, 'can I turn on smtp auth for just that mailbox? which role?');
  expect(reply).toContain('role Exchange Administrator');
  expect(reply).toContain('Method 2: Allow SMTP AUTH');
});
