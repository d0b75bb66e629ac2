/** Made-up secrets of every kind, in the surroundings in which people paste them. */
import type { SecretKind } from '../../src/model/catalog.ts';

const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBo.c2lnbmF0dXJl';
const refresh = '0.AXoAqwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm_-abc';
const entraSecret = 'abc8Q~abcdefghijklmnopqrstuvwxyz0123456';
const saml = 'PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6cHJvdG9jb2wi';
const pem = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ';
/** Put together here, so that no scanner takes a made-up token for a real one. */
const slack = ['xoxb', '123456789012', 'abcdefABCDEF123456'].join('-');
const gitHub = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');

/** A text, the secret in it, its kind and, where it matters, what is left to read. */
export const secretsIn: readonly (readonly [text: string, secret: string, kind: SecretKind, shown?: string])[] = [
  ['my password is Hunter2! and sign-in fails', 'Hunter2', 'password', 'my password is [password] and sign-in fails'],
  ['password: Hunter2, error AADSTS50126', 'Hunter2', 'password', 'password: [password], error AADSTS50126'],
  ['pwd=S3cret;Database=x', 'S3cret', 'password', 'pwd=[password];Database=x'],
  ['pw: tiger99', 'tiger99', 'password'],
  ['Kennwort: Sommer2024', 'Sommer2024', 'password'],
  ['Mein Passwort ist Sommer2024!', 'Sommer2024', 'password'],
  ['mot de passe : Soleil99', 'Soleil99', 'password'],
  ['mi contraseña es Verano#22', 'Verano#22', 'password'],
  ['senha: Praia2024', 'Praia2024', 'password'],
  ['パスワードは Sakura2024 です', 'Sakura2024', 'password', 'パスワードは [password] です'],
  ['パスワード：Sakura2024', 'Sakura2024', 'password'],
  ['my password is sunshine', 'sunshine', 'password'],
  ['the password is "correct horse battery"', 'horse', 'password'],
  ['{"password":"a,b&c"}', 'a,b&c', 'password', '{"password":"[password]"}'],
  [
    'grant_type=password&username=ada&password=P%40ss&client_id=1',
    'P%40ss',
    'password',
    'grant_type=password&username=ada&password=[password]&client_id=1',
  ],
  ['changed my password to Winter2025!', 'Winter2025', 'password'],
  ['password Hunter2!x does not work', 'Hunter2!x', 'password'],
  ['ConvertTo-SecureString "Hunter2" -AsPlainText', 'Hunter2', 'password'],
  ['https://ada:pa55word@host/x', 'pa55word', 'password'],
  ['Authorization: Basic YWRhOkh1bnRlcjI=', 'YWRhOkh1bnRlcjI', 'password'],
  ['my PIN is 48213', '48213', 'password'],
  ['curl -u ada:Hunter2 https://host/x', 'Hunter2', 'password', 'curl -u ada:[password] https://host/x'],
  ['curl --user "ada:Hunter 2" https://host/x', 'Hunter 2', 'password', 'curl --user "ada:[password]" https://host/x'],
  [
    String.raw`net use \\sts\share /user:CONTOSO\ada Hunter2`,
    'Hunter2',
    'password',
    String.raw`net use \\sts\share /user:CONTOSO\ada [password]`,
  ],
  [
    'the temporary password Wupi44713 is refused',
    'Wupi44713',
    'password',
    'the temporary password [password] is refused',
  ],
  [`Authorization: Bearer ${jwt}`, jwt, 'token', 'Authorization: Bearer [token]'],
  [
    `token ${jwt.replaceAll('.', '.\n')}1234567890 then AADSTS50105`,
    'c2lnbmF0dXJl',
    'token',
    'token [token] then AADSTS50105',
  ],
  [`${jwt.replace(/\.(?=c)/, '.\r\n')}1234567890`, 'c2lnbmF0dXJl', 'token', '[token]'],
  ['Bearer 0123456789abcdef0123456789', '0123456789abcdef', 'token'],
  [`id_token=${jwt}&state=1`, jwt, 'token', 'id_token=[token]&state=1'],
  [`"refresh_token":"${refresh}"`, refresh, 'token', '"refresh_token":"[token]"'],
  [`the value ${refresh} from the trace`, refresh, 'token'],
  [
    `https://app/cb?code=${refresh}&state=1`,
    refresh,
    'authorization-code',
    'https://app/cb?code=[authorization code]&state=1',
  ],
  [`code%3D${refresh}`, refresh, 'authorization-code'],
  [`client_secret=${entraSecret}`, entraSecret, 'client-secret'],
  [`we use ${entraSecret} for it`, entraSecret, 'client-secret'],
  ['client secret: 9f8a7s6d5f4', '9f8a7s6d5f4', 'client-secret'],
  [`<input type="hidden" name="SAMLResponse" value="${saml}"/>`, saml, 'saml-response'],
  [`SAMLResponse=${saml}`, saml, 'saml-response', 'SAMLResponse=[SAML response]'],
  [
    '<saml:Assertion ID="x"><saml:NameID>ada-secret</saml:NameID></saml:Assertion> AADSTS50008',
    'ada-secret',
    'saml-response',
    '[SAML response] AADSTS50008',
  ],
  ['Cookie: ESTSAUTH=0.AXoAaaaabbbbccc; buid=0.AAAABBBBCCC', '0.AXoAaaaabbbbccc', 'cookie', 'Cookie: [cookie]'],
  ['Set-Cookie: ESTSAUTHPERSISTENT=1.AXoAaaaabbbb; path=/', '1.AXoAaaaabbbb', 'cookie'],
  ['ESTSAUTHPERSISTENT=1.AXoAaaaabbbb', '1.AXoAaaaabbbb', 'cookie'],
  [
    `-----BEGIN PRIVATE KEY-----\n${pem}\n-----END PRIVATE KEY-----\nAADSTS700027`,
    pem,
    'private-key',
    '[private key]\nAADSTS700027',
  ],
  [`-----BEGIN CERTIFICATE-----\n${pem}\nAADSTS700027`, pem, 'certificate', '[certificate]\nAADSTS700027'],
  [
    'AccountName=x;AccountKey=abcdefghijk==;EndpointSuffix=core',
    'abcdefghijk',
    'access-key',
    'AccountName=x;AccountKey=[access key];EndpointSuffix=core',
  ],
  ['SharedAccessKey=abcdefghijk=', 'abcdefghijk', 'access-key'],
  [
    'otpauth://totp/contoso:ada?secret=JBSWY3DPEHPK3PXP&issuer=contoso',
    'JBSWY3DPEHPK3PXP',
    'access-key',
    'otpauth://totp/contoso:ada?secret=[access key]&issuer=contoso',
  ],
  [
    'recovery key 123456-234567-345678-456789-567890-678901-789012-890123 asked at start',
    '456789',
    'access-key',
    'recovery key [access key] asked at start',
  ],
  [`token ${slack} of the app`, slack, 'api-token', 'token [API token] of the app'],
  [`git push with ${gitHub}`, gitHub, 'api-token'],
  ['the code from my phone is 123456', '123456', 'one-time-code', 'the code from my phone is [one-time code]'],
  ['Use verification code 123456 for Microsoft authentication', '123456', 'one-time-code'],
  ['my OTP is 123 456', '123 456', 'one-time-code'],
  ['445566 is your verification code', '445566', 'one-time-code'],
  ['Bestätigungscode: 445566', '445566', 'one-time-code'],
  ['確認コード 445566', '445566', 'one-time-code'],
];
