/** What people find after an answer, whose meaning stands beside the entry. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

describe('what a person finds is told with what it means', () => {
  test.each([
    ['AADSTS53003', 'we added him to an exclusion group 10 min ago and he still gets the same', 'Revoke the sessions'],
    ['0x80180018', 'we gave him the licence just five minutes ago', 'Wait a quarter of an hour'],
    ['AADSTS130503', 'the pass was one-time and she used it on her phone already', 'Then it is spent'],
    ['AADSTS50034', 'sie ist im AD aber nicht in der Cloud', 'Then it was not synced'],
    ['MSIS7042', 'in a private window he gets in', "Delete both sites' cookies"],
    ['AADSTS50034', 'she is in AD but not in the cloud, what now', 'Then it was not synced'],
    ['80002', 'restarted the agent service, was fine for 20 min then it came back', 'Then the agent is not the fault'],
    ['AADSTS7000222', 'nouveau secret posé, toujours pareil', 'Then the app still presents the old value'],
    ['80043431', 'solo un usuario', 'Then the record of the domain is right'],
    ['MSIS3126', 'nur von zuhause aus, im Büro geht es', 'Then a rule goes by network'],
  ])('after %s, "%s"', (code, text, means) => {
    const reply = replyTo(catalog, code, text);
    expect(reply).toContain('As I understand you: ');
    expect(reply).toContain(means);
    expect(entryAfter(catalog, code, text)).toBe(entryAfter(catalog, code));
  });
});

test('it leads to the method that fits now, which is at hand from then on', () => {
  const { replies, next } = decided(catalog, ['AADSTS50034', 'she is in AD but not in the cloud']);
  expect(replies[0]?.actions?.[0]).toMatchObject({ choice: 'method:2', primary: true });
  expect(next.state).toMatchObject({ entry: '50034', method: 2 });
});

test('what came of a method is noted all the same', () => {
  const { replies, effects } = decided(catalog, ['AADSTS65001', 'granted admin consent now, still 65001']);
  expect(replies[0]!.text).toContain('Admin consent was granted, the code still comes');
  expect(effects).toContainEqual({ kind: 'recordOutcome', entry: '65001', method: 1, worked: false });
});

test('a method that was offered is the one that comes next', () => {
  expect(replyTo(catalog, 'AADSTS65001', 'granted admin consent now, still 65001', 'next')).toContain('Method 4 of 4');
  expect(replyTo(catalog, 'AADSTS50034', 'she is in AD but not in the cloud', 'next', 'next')).toContain(
    'Method 1 of 4',
  );
});

test('the step at hand stays the one that is shown', () => {
  const walking = ['0x80180018', 'step by step', 'done'];
  const { step } = decided(catalog, walking).next.state as { step?: number };
  expect(step).toBe(2);
  const told = [...walking, 'we gave him the licence just five minutes ago'];
  expect(replyTo(catalog, ...told)).toContain('Wait a quarter of an hour');
  expect(decided(catalog, told).next.state).toMatchObject({ step });
});

test.each([
  ['AADSTS530032', 'hes in the risky users list, level high'],
  ['MSIS7042', "en navigation privée c'est pareil"],
  ['MSIS7042', 'en privé il est toujours refusé'],
] as const)('what may be the reverse is quoted and no more: after %s, "%s"', (code, text) => {
  expect(replyTo(catalog, code, text)).not.toContain('As I understand you');
});

test.each([
  ['AADSTS67003', 'it runs under the account of a colleague, always did', "The service acts with a person's account"],
  ['AADSTS500344', 'konto gelöscht, neu angelegt', 'The account was deleted and created again'],
] as const)(
  'what is clearly told is not held back by what one of both denies beside it: after %s, "%s"',
  (code, text, said) => {
    expect(replyTo(catalog, code, text)).toContain(`As I understand you: ${said}`);
  },
);

test('a finding that names another program is not told', () => {
  const code = "You can't get there from here";
  expect(replyTo(catalog, code, 'edge gets in on that laptop, chrome does not')).toContain('As I understand you: Edge');
  expect(replyTo(catalog, code, 'edge gets in on that laptop, firefox does not')).not.toContain('As I understand you');
});

test('a failed command, a question and a success are answered as such', () => {
  expect(replyTo(catalog, '0xC000018B', 'ran Test-ComputerSecureChannel -Repair, says access denied')).toContain(
    'Run as administrator',
  );
  expect(replyTo(catalog, 'MSIS7042', 'does it work in a private window?')).not.toContain('As I understand you');
  expect(replyTo(catalog, 'MSIS7042', 'it worked')).toContain('I have noted that this method helped');
});

test('a finding of another place is not told', () => {
  expect(replyTo(catalog, 'MSIS3126', 'nur im Büro, von zuhause aus geht es')).not.toContain('As I understand you');
});

test('another code is opened, whatever is found beside it', () => {
  expect(entryAfter(catalog, 'MSIS7042', 'in a private window he gets AADSTS50105 now')).toBe('50105');
});

describe('what a fact may find is quoted before a method that it only may mean', () => {
  test.each([
    ['0x80180014', 'its a personal device, user bought it himself', "It is the person's own private computer at home"],
    ['AADSTS50105', 'sie ist aber in der Gruppe SG-Salesforce drin', 'nested in the assigned group'],
    [
      'new phone, authenticator does not approve any more',
      'old phone is already wiped',
      'The old phone was already wiped',
    ],
  ])('after %s, "%s"', (code, text, said) => {
    const reply = replyTo(catalog, code, text);
    expect(reply).not.toContain('Perhaps what you say');
    expect(reply).toContain(said);
  });

  test('a fact that goes with the answer is noted all the same', () => {
    const reply = replyTo(catalog, '0x80180014', 'its a personal device, user bought it himself');
    expect(reply).toContain('Device: Not managed');
    expect(reply).toContain('Closest to it is');
  });

  test('a method that surely is meant stays', () => {
    const reply = replyTo(catalog, '8004de40', 'TLS 1.2 was unticked in internet options');
    expect(reply).toContain('Method 2: Put TLS 1.2');
    expect(reply).not.toContain('other networks fail too');
  });
});

test.each([
  ['MSIS7042', 'Uhrzeit auf beiden Servern stimmt, hab ich verglichen'],
  ['MSIS7042', 'I compared the clocks of both servers, they are right'],
])('a step that was looked at counts as done: after %s, "%s"', (code, text) => {
  expect(replyTo(catalog, code, text)).toContain('That is step 4 of "Method 1');
});

test('what a text tells is no finding where the question beside it speaks against it', () => {
  const phone = 'my authenticator stopped sending me notifications, I got a new phone yesterday';
  expect(replyTo(catalog, phone, 'got in with a temporary access pass, what now?')).not.toContain(
    'The Temporary Access Pass option is missing',
  );
});

test('what stands word for word in a finding is that finding, though one way to put it denies something', () => {
  const smtp = 'Sending mail through smtp.office365.com is refused 535 5.7.139';
  expect(replyTo(catalog, smtp, 'security defaults are on')).toContain(
    'As I understand you: Security defaults are on in this tenant',
  );
});
