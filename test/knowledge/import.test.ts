/** What becomes of articles when they are imported. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEntry } from '../../src/knowledge/entry.ts';
import { draftsOf } from '../../src/knowledge/import/draft.ts';
import { importDocuments } from '../../src/knowledge/import/import.ts';
import type { Report } from '../../src/knowledge/import/report.ts';
import { originOf } from '../../src/knowledge/import/source.ts';
import type { Entry } from '../../src/model/catalog.ts';
import { type Block, plain } from '../../src/model/reply.ts';

const samples = new URL('samples', import.meta.url).pathname;

let home: string;
let report: Report;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-import-'));
  report = await importDocuments({ from: samples, to: join(home, 'all') });
});
afterAll(() => rmSync(home, { recursive: true }));

const entryIn = (folder: string, file: string): Entry => {
  const { entry, complaints } = readEntry(file, readFileSync(join(home, folder, file), 'utf8'));
  expect(complaints).toEqual([]);
  return entry!;
};
const entry = (name: string): Entry => entryIn('all', `${name}.md`);

/** Imports one text under a name of its own. */
const importText = async (name: string, text: string | Uint8Array): Promise<Entry> => {
  const from = mkdtempSync(join(home, 'from-'));
  writeFileSync(join(from, `${name}.md`), text);
  await importDocuments({ from, to: join(from, '..', `to-${name}`) });
  return entryIn(`to-${name}`, `${name}.md`);
};

const lines = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'note') return [plain(block.text)];
    if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`);
    if (block.kind === 'code') return [`${block.code.language}: ${block.code.text}`];
    return block.kind === 'steps' ? block.items.map(({ text }, n) => `${n + 1}. ${plain(text)}`) : [];
  });
const steps = ({ methods }: Entry, method: number): readonly string[] =>
  lines(methods[method - 1]!.body).filter((line) => /^\d+\. /.test(line));
const titles = ({ methods }: Entry): readonly string[] => methods.map(({ title }) => title);
const codes = (blocks: readonly Block[]): readonly object[] =>
  blocks.flatMap((block) => (block.kind === 'steps' ? block.items.flatMap(({ code = [] }) => code) : []));

describe('an article with Symptoms, Cause and Resolution', () => {
  test('keeps its title, source and date', () => {
    expect(entry('federation')).toMatchObject({
      title: '"80041317" error when Contoso\'s federated users sign in',
      topic: 'imported',
      codes: ['80041317'],
      who: 'tenant-admin',
      reviewed: '2022-03-05',
      sources: [{ title: expect.stringContaining('(KB 7654321)'), url: 'https://support.microsoft.com/help/7654321' }],
    });
  });

  test('names its author and licence under Good to know', () => {
    expect(lines(entry('federation').more).at(-1)).toBe(
      'Imported from federation.md by ada, dated 2022-03-05. Licence: CC-BY-4.0.',
    );
  });

  test('tells the symptom with its message and leaves out what is about the article itself', () => {
    expect(lines(entry('federation').meaning)).toEqual([
      'When federated users sign in, they receive the following error message:',
      'text: Sorry, Contoso could not sign you in\n80041317',
    ]);
    expect(entry('federation').says).toEqual(['Sorry, Contoso could not sign you in']);
  });

  test('keeps the cause apart from the steps that verify it', () => {
    expect(lines(entry('federation').cause)).toEqual([
      'This issue occurs because the two sides of the trust hold different certificates.',
      'Note: It happens after a renewal on one side only.',
    ]);
    expect(lines(entry('federation').check)).toEqual([
      'To verify that this is the cause, follow these steps on the AD FS server:',
      '1. Look at both sides: Open Windows PowerShell.',
      '2. Run the following commands: Note: Enter the password of an administrator.',
      '3. Note: The placeholder <domain> is the name of your domain.',
      '4. Compare what you saw in step 2 with the console.',
    ]);
  });

  test('keeps each command with its step, mended and marked where it no longer works', () => {
    expect(codes(entry('federation').check)).toEqual([
      { language: 'powershell', text: 'Connect-MsolService -Credential $cred', retired: true },
      { language: 'powershell', text: 'Get-MsolFederationProperty -domainname <domain>', retired: true },
    ]);
    expect(plain(entry('federation').retired[0]!.now)).toContain('Connect-MgGraph');
  });

  test('makes a method of each method, and a command of the one in a table', () => {
    const federation = entry('federation');
    expect(titles(federation)).toEqual(['Update the trust', 'Set the value by hand']);
    expect(steps(federation, 2)).toEqual([
      "1. If method 1 doesn't help, run the command of the following table:",
      '2. Issuer; Code: 80041317',
    ]);
    expect(codes(federation.methods[1]!.body)).toEqual([
      {
        language: 'powershell',
        text: 'Set-MsolDomainFederationSettings -DomainName <domain> -IssuerUri <uri>',
        retired: true,
      },
    ]);
  });

  test('leads its links to where they lead from outside, and keeps the words of those that lead nowhere', () => {
    const text = readFileSync(join(home, 'all', 'federation.md'), 'utf8');
    expect(text).toContain('[the article on updating](https://learn.microsoft.com/azure/update) or its sister.');
  });

  test('holds the includes that are there, and the report names those that are not', () => {
    expect(lines(entry('federation').more)).toContain(
      'Note: The MSOnline (retired) PowerShell module is deprecated. Plan to leave it.',
    );
    expect(report.warnings).toContainEqual({
      what: 'federation.md',
      why: 'includes missing/note.md, which is not there',
    });
  });
});

describe('other layouts', () => {
  test('headings in capitals and methods that are plain lines are understood', () => {
    const capitals = entry('capitals');
    expect(titles(capitals)).toEqual(['Wait for a quarter of an hour', 'Unlock the account']);
    expect(steps(capitals, 2)).toEqual([
      '1. Open the portal, and then select Users in the menu.',
      '2. Select the account.',
      '3. If it is synced, unlock it in the domain:',
      '4. If it is a cloud account, select Unblock.',
    ]);
    expect(capitals).toMatchObject({ codes: ['50053'], reviewed: '2023-11-02' });
  });

  test('a quoted message keeps its lines', () => {
    expect(lines(entry('capitals').meaning)[1]).toBe(
      'text: Your Contoso account is locked.\nAsk your administrator to unlock it. (Error Code: AADSTS50053)',
    );
  });

  test('causes with a solution each become methods that name their cause', () => {
    const causes = entry('causes');
    expect(causes.methods.map(({ when }) => plain(when ?? ''))).toEqual([
      'Use when this is the cause: The guest was never invited',
      'Use when this is the cause: The wrong tenant answered',
      'Use when this is the cause: The wrong tenant answered',
    ]);
    expect(lines(causes.cause)).toEqual([
      'Cause 1: The guest was never invited',
      'Nobody sent an invitation to the guest.',
      'Cause 2: The wrong tenant answered',
      'The session belongs to another tenant.',
    ]);
    expect(lines(causes.check)[0]).toBe('Cause 2: The wrong tenant answered');
  });

  test('a reference to a solution names the method that it became', () => {
    expect(steps(entry('causes'), 3)).toEqual([
      '1. If method 2 does not help, use https://login.microsoftonline.com/<tenant>.',
    ]);
  });

  test('diagnostics of the portal tell symptom, cause and steps apart and lose their placeholders', () => {
    const diagnostics = entry('diagnostics');
    expect(lines(diagnostics.meaning)).toEqual(["We have detected sign-in issues for Contoso's domains."]);
    expect(lines(diagnostics.cause)).toEqual(['This is caused by a mismatch of the token signing certificate.']);
    expect(titles(diagnostics)).toEqual(['Recommended solution']);
  });

  test('steps torn apart by fences are one list, and a skipped number is made up for', () => {
    const diagnostics = entry('diagnostics');
    expect(steps(diagnostics, 1)).toEqual([
      '1. On your AD FS server, launch PowerShell.',
      '2. Install the MSOnline (retired) module.',
      '3. Compare the certificates.',
      '4. If step 3 shows two certificates, update the trust.',
    ]);
    expect(codes(diagnostics.methods[0]!.body).at(-1)).toEqual({
      language: 'text',
      text: 'Update-MSOLFederatedDomain -DomainName contoso.com',
      retired: true,
    });
  });

  test('an error code, its message and its action become title, cause and steps', () => {
    const action = entry('action');
    expect(action.title).toBe("AADSTS53000: Contoso's policy requires a compliant device");
    expect(action.codes).toEqual(['53000']);
    expect(lines(action.cause)).toEqual(['The device is not managed by Contoso. This can happen if it is new.']);
    expect(steps(action, 1)).toEqual(['1. Enroll the device', '2. Sign in again']);
  });

  test('tabs, folds and zones are methods of their own', () => {
    expect(titles(entry('tabs'))).toEqual([
      'Renew the trust: Portal',
      'Renew the trust: PowerShell',
      'Other ways: Restart the proxy',
      'Other ways: Open the firewall',
      'Other ways: linux',
    ]);
  });

  test('more than eight steps are shared out, and references follow their steps', () => {
    const long = entry('long');
    expect(titles(long)).toEqual(['Renew it (part 1 of 2)', 'Renew it (part 2 of 2)', 'Roll back']);
    expect(steps(long, 2).at(-1)).toBe('5. Compare the thumbprint with the one of step 5 of part 1.');
  });

  test('a sentence of more than forty words is cut where that needs no new words', () => {
    expect(steps(entry('long'), 3)[0]).toContain('errors for a while. Then sign in again');
  });
});

describe('a table of error codes', () => {
  test('gives an entry for each code, with the name that logs show', () => {
    expect(readdirSync(join(home, 'all', 'codes')).toSorted()).toEqual(
      ['0x801C0003.md', '16000.md', '50012.md', '50034.md', '50105.md'].toSorted(),
    );
    expect(entry('codes/50105')).toMatchObject({
      title: 'AADSTS50105 InvalidAssignment: The user is not assigned to a role',
      names: ['InvalidAssignment'],
      reviewed: '2019-08-08',
    });
  });

  test('tells meaning, cause, advice and pointers apart', () => {
    const row = entry('codes/50105');
    expect(lines(row.meaning)).toEqual(['The user is not assigned to a role.']);
    expect(lines(row.cause)).toEqual(['This can happen if a group was removed.']);
    expect(steps(row, 1)).toEqual(['1. Assign the user to the application.']);
    expect(lines(row.more)[0]).toBe('For more information: Roles');
  });

  test('reads the lists in its cells', () => {
    const row = entry('codes/50012');
    expect(lines(row.cause)).toEqual(['- The certificate has expired', '- The chain is broken']);
    expect(steps(row, 1)).toEqual(['1. Contact the application owner.']);
    expect(row.who).toBe('app-developer');
  });

  test('invents no step where it gives no advice, and asks nobody to act on what is harmless', () => {
    expect(entry('codes/50034').methods).toEqual([]);
    expect(entry('codes/16000').who).toBe('nobody');
  });

  test('has columns for cause and mitigation', () => {
    const row = entry('mitigations/0x80090029');
    expect(row.title).toBe('0x80090029: The chip is off');
    expect(lines(row.cause)).toEqual(['The chip is off.']);
    expect(steps(row, 1)).toEqual(['1. Turn it on.', '2. If it stays off, replace it.']);
  });

  test('the report names codes that stand twice and rows without one', () => {
    const why = report.warnings.map((warning) => warning.why);
    expect(why).toContain('50034 stands 2 times in the table; the first row was taken');
    expect(why).toContain('a row of its table has no code and was left out');
  });
});

test('pages that are not about a problem are left, each with its reason', () => {
  expect(report.left).toEqual([
    { what: 'cmdlet.md', why: 'it is the reference page of a cmdlet' },
    { what: 'how-to.md', why: 'it tells how to do something rather than how to fix a problem' },
    { what: 'includes/note.md', why: 'it is an include, made to stand in other documents' },
    { what: 'overview.md', why: 'it has no chapter on a symptom, a cause or a solution' },
  ]);
});

describe('what copying did to a text is mended', () => {
  const text = '# Sign-in fails\n\n## Symptoms\n\nThe page stays empty.\n\n## Resolution\n\n1. Restart it.\n2. Wait.\n';

  test.each([
    ['a byte order mark and the line ends of Windows', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['zero-width and non-breaking blanks', text.replace('Restart it', 'Res\u200Btart\u00A0it')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])],
  ])('%s', async (name, bytes) => {
    const mended = await importText(name.toLowerCase().replaceAll(/\W+/g, '-'), bytes);
    expect(steps(mended, 1)).toEqual(['1. Restart it.', '2. Wait.']);
  });

  test('Windows-1252, read as it is and read twice', async () => {
    const once = await importText('once', Buffer.from(text.replace('Wait.', 'Wait \u0096 long.'), 'latin1'));
    const twice = await importText('twice', text.replace('Wait.', 'Wait â€“ longâ€™s.'));
    expect(steps(once, 1)[1]).toBe('2. Wait – long.');
    expect(steps(twice, 1)[1]).toBe('2. Wait – long’s.');
  });
});

test('half a character in a title is no reason to fail', () => {
  const { drafts } = draftsOf(
    'a/b.md',
    '# Sign-in fails \ud83d\n## Method 1: Restart\n1. Restart it.\n',
    originOf('a/b.md'),
  );
  expect(drafts.map(({ title }) => title)).toEqual(['Sign-in fails \ufffd']);
});

test('signs that mean something in Markdown come through as they are', async () => {
  const odd = await importText(
    'odd',
    '# Sign-in fails\n\n## Cause\n\nThe value 2 \\* 3 \\_of\\_ \\[this\\](x) in C:\\\\temp\\\\ and `a``b` \\<b> &amp;amp; is **bold**.\n\n## Resolution\n\n1\\. is no list.\n',
  );
  expect(lines(odd.cause)).toEqual(['The value 2 * 3 _of_ [this](x) in C:\\temp\\ and a``b <b> &amp; is bold.']);
  expect(steps(odd, 1)).toEqual(['1. 1. is no list.']);
});
