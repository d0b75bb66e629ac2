import { describe, expect, test } from '@jest/globals';
import { mask } from '../../src/knowledge/mask.ts';
import { maskPaste } from '../../src/knowledge/paste.ts';
import { type SecretKind, secretKinds } from '../../src/model/catalog.ts';
import { secretsIn } from './secrets.ts';

describe('a secret is masked, and the rest can still be read', () => {
  test.each(secretsIn.map(([text, secret, kind, shown]) => ({ text, secret, kind, shown })))(
    '$text',
    ({ text, secret, kind, shown }) => {
      const masked = mask(text);
      expect(masked.text).not.toContain(secret);
      expect(masked.kinds).toEqual([kind]);
      if (shown !== undefined) expect(masked.text).toBe(shown);
      expect(mask(masked.text)).toEqual({ text: masked.text, kinds: [] });
    },
  );

  test('there is a sample of every kind', () => {
    const seen = new Set<SecretKind>(secretsIn.map(([, , kind]) => kind));
    expect(secretKinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

describe('what is no secret stays as it is', () => {
  test.each([
    ['password error 50126'],
    ['wrong password 50126'],
    ['password expired'],
    ['the password is right'],
    ['password "expired"'],
    ['password "AADSTS50126"'],
    ['password (AADSTS50126) again'],
    ['password (Office365) again'],
    ['Password\n50126\nSign in'],
    ['Password\nAADSTS50126'],
    ['Password\nForgot my password\nSign in'],
    ['user bob\npass AADSTS50126'],
    ['I moved my password from LAPTOP to the vault'],
    ['he has AADSTS50126 as password error'],
    ['they use bob1@contoso.com as password hint'],
    [String.raw`net use \\srv\x /user:bob`],
    [String.raw`net use Z: \\srv\x * /user:bob`],
    ['mysql -u root -p app'],
    ['mysql -port 3306 is refused'],
    ['{"d":"1","p":"short","k":"value"}'],
    ['the secret is expired'],
    ['the secret is about 24months old'],
    ['the secret is 7d2b6b0e-8a53-4a0e-9d7e-0f4a6c1a2b3c'],
    ['the secret is AADSTS7000215'],
    ['das Secret ist abgelaufen'],
    ['das Passwort lautet anders'],
    ['le secret est expiré'],
    ['le mot de passe est refusé'],
    ['la contraseña es rechazada'],
    ['シークレットは期限切れです'],
    ['パスワードは期限切れです'],
    ['wrong password AADSTS50126'],
    ['wrong password: AADSTS50126'],
    ['my password is wrong'],
    ['password is not accepted'],
    ['password is expired'],
    ['Password: expired'],
    ['invalid password: 50126'],
    ['password: error 50126'],
    ['my password is correct but it fails'],
    ['Error code: 500121'],
    ['Error Code: WAM_aad_provider_error_2148008704'],
    [
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID',
    ],
    ['https://login.microsoftonline.com/error?code=50126'],
    ['"error_codes":[50126]'],
    ['the code on my phone is 500121'],
    ['MFA 500121'],
    ['2fa error 50126'],
    ['error code 500121 on my phone'],
    ['client secret is expired'],
    ['the user changed the password to something new'],
    ['password reset'],
    ['cookies: blocked'],
    ['password hash sync is enabled'],
    ['AADSTS50055 password is expired. code: 50055'],
    ['status code: 500123'],
    ['the password was synchronised'],
    ['my password is always rejected'],
    ['token: expired'],
    ['the access token is invalid'],
    ['Password writeback: on'],
    ['password policy: contoso'],
    ['Kennwort ist falsch'],
    ['Passwort: falsch'],
    ['mot de passe incorrect'],
    ['contraseña: incorrecta'],
    ['パスワードは正しくありません'],
    ['パスワードが間違っています'],
    ['the code from my phone does not work'],
    ['call 123456 for code'],
    ['code: invalid_grant'],
    ['error_code=invalid_client_secret_value_supplied'],
    ['password is accepted then MFA'],
    ['Password-less sign in'],
    ['the session token is expired'],
    ['username or password: incorrect'],
    ['the password is the same'],
    ['does the password is case sensitive?'],
    ['correlation id: 82393dd5-ef3b-446c-a8ea-9fb5d3a43e00'],
    ['user enters password; then error'],
    ['passwords: how to reset'],
    ['password is being asked again and again'],
    ['is my password ok? password is good'],
    ['The password is asked in Outlook.'],
    ['Kennwort: falsch, Fehler 50126'],
    ['password=50126'],
    ['Passwort: AADSTS50126'],
    ['password: 0x80048163'],
    ['my password is [password]'],
    ['{"code":"Authentication_Unauthorized","message":"AADSTS700016"}'],
    ['{"error":{"code":"OrganizationFromTenantGuidNotFound"}}'],
    ['sample with username/password: MsalServiceException: WsTrust endpoint not found'],
    ['turn off [password expiration](https://contoso.com/x?a=1#b2)'],
    ['Password:\nForgot password?'],
    ['Password: Sign in'],
    ['Enter password: Show'],
    ['my password is 12 characters long'],
    ['the password is 90 days old'],
    ['password is case-sensitive'],
    ['password is AD-synced'],
    ['password: Forgot your password? Sign in'],
    ['Password\nSign in'],
    ['password is re-used everywhere'],
    ['The password - what now'],
    ['Username:\nPassword:\nError code 50126'],
    ['password: not accepted'],
    ['Password: incorrect, code 50126'],
    ['password is on-premises'],
    ['Kennwort:\nKennwort vergessen'],
    ['my password is out of date'],
    ['password is too short.'],
    ['Password: required field'],
    ['user/password: both right'],
    ['his password is unknown.'],
    ['Password is managed by AD.'],
    ['the password is stored in the cloud'],
    ['password is valid until 2026-01-02'],
    ['password is 2FA protected'],
    ['error: password=null'],
    ['password: (hidden)'],
    ['password: ********'],
    ['password: <redacted>'],
    ['"password":null'],
    ['"password":""'],
    ['the password is incorrect (AADSTS50126)'],
    ['what is the password policy: see docs'],
    ['pass: 3, fail: 2'],
    ['the temporary password is not accepted'],
    ['temporary password Server2019 asks for'],
    ['curl -u ada https://host:443/x'],
    [String.raw`net use z: \\sts\share /user:CONTOSO\ada`],
    [String.raw`runas /user:CONTOSO\ada cmd.exe`],
    [String.raw`net use \\sts\share /user:ada /persistent:no`],
    ['KB 123456-234567-345678'],
    ['client-request-id: 82393dd5-ef3b-446c-a8ea-9fb5d3a43e00, request id 82393dd5ef3b446ca8ea9fb5d3a43e00'],
    ['thumbprint 8846F7EAEE8FB117AD06BDD830B7586C0D467FB8, SHA1: 8846f7eaee8fb117ad06bdd830b7586c0d467fb8'],
    ['NTLM is disabled, error 0xC000006D, NTLM: 4625'],
    ['TAP: AADSTS130503'],
    ['TAP is one-time, code 130503'],
    ['the TAP policy, TAP Windows11'],
    ['enter the code 50126'],
    ['enter the code from your phone'],
    ['secret: AADSTS7000215'],
    ['AcquireTokenByUsernamePassword: unknown_user_type'],
    ['Authentication=ActiveDirectoryPassword: parsing_wstrust_response_failed'],
    ['{"errorCode":"InvalidPassword","ExpiredPassword":"AADSTS50055"}'],
    ['"urlResetPassword":"https://passwordreset.microsoftonline.com/?ru=1"'],
    ['Install-AdcsCertificate -Password $pw -PasswordNeverExpires $true'],
    ['az login -u ada@contoso.com -p <password>'],
    ['net user ada /domain'],
    ['az account get-access-token, az login --tenant contoso.com'],
    ['ConvertTo-SecureString $env:PW -AsPlainText -Force'],
    ['code=AuthorizationFailed1'],
    ['ada@contoso.com: AADSTS50126!'],
    ['git@github.com:contoso/app1.git'],
    ['azurerm_key_vault_secret: Status=403'],
    ['password for ada: AADSTS50126'],
    ['<Password>expired</Password>'],
    ['1.2.3::4 and fe80::1:2'],
  ])('%j', (text) => {
    expect(mask(text)).toEqual({ text, kinds: [] });
  });
});

test('several secrets in one text are all masked', () => {
  const { text, kinds } = mask(
    'user ada, password: Hunter2!, code from my phone is 123456, client_secret=abc8Q~abcdefghijklmnopqrstuvwxyz012345',
  );
  expect(text).toBe(
    'user ada, password: [password], code from my phone is [one-time code], client_secret=[client secret]',
  );
  expect([...kinds].toSorted()).toEqual(['client-secret', 'one-time-code', 'password']);
});

test.each(['2FA 482913', 'my mfa is 482 913', 'TOTP: 102938'])('%s holds a one-time code', (said) => {
  expect(mask(said).kinds).toEqual(['one-time-code']);
});

test('a secret that begins where another ends is masked as well', () => {
  expect(mask('the code from my phone is 123456eyJabcdefghijklmnopq')).toEqual({
    text: 'the code from my phone is [one-time code][token]',
    kinds: expect.arrayContaining(['one-time-code', 'token']),
  });
});

test('a secret that only decoding shows is masked as well', () => {
  for (const text of [
    'pass%77ord%3DHunter2',
    '&#112;assword: Hunter2',
    'ｐａｓｓｗｏｒｄ：Hunter2',
    'p\u200bassword: Hunter2',
  ]) {
    const masked = maskPaste(text);
    expect([text, masked.text.includes('Hunter2'), masked.kinds]).toEqual([text, false, ['password']]);
  }
});

describe('a password is found however it stands beside its label', () => {
  test.each([
    ['Username: ada\nPassword:\nHunter2'],
    ['Password (temporary): Hunter2'],
    ['password -> Hunter2'],
    ['password → Hunter2'],
    ['password - Hunter2'],
    ['pw: abc'],
    ['pass: tiger'],
    ['password: sunshine'],
    ['password: Passw0rd Next line'],
    ['Password: "Passw0rd x"'],
    ['the new password is Welcome1'],
    ['TAP is used; temporary access pass: Xy7-abc'],
    ['Password: correcthorse, then error'],
    ['password is letmein123 and fails'],
  ])('%j', (text) => {
    expect(mask(text).kinds).toEqual(['password']);
  });
});
