import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import { isForeign, isMarked, isOurs, namedBy, namesOther } from '../../src/knowledge/foreign.ts';
import { wordsOf } from '../../src/knowledge/terms.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

const named = (text: string): readonly string[] => [...namedBy(wordsOf(text))];

test.each([
  ['ORA-28000: the account is locked', true],
  ['CWWKS5023E: the metadata of the identity provider is not valid', true],
  ['IDX10205: Issuer validation failed', true],
  ['Windows update stops with 0x8024402F', true],
  ['Msg 50000, Level 16, State 1, Procedure sp_Backups, Line 1187', true],
  ['login fail.module=IMSDK,errid=70013,errmsg=x', true],
  ['AADSTS50126: invalid username or password', false],
  ['MSIS7042: the same client browser session has made 6 requests', false],
  ['error 80043431 at the portal', false],
  ['550 5.1.1 RESOLVER.ADR.RecipNotFound', true],
  ['550 5.7.30 Basic authentication is not supported for Client Submission', false],
  ["smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful')", false],
  ['users outside the office are prompted again and again', false],
])('%s: bears the mark of another system: %s', (text, marked) => {
  expect(isMarked(text)).toBe(marked);
});

describe('libraries and other identity products are known by the words of their refusals', () => {
  test.each([
    'oidc: malformed jwt: oidc: malformed jwt payload',
    'oidc: expected audience "grafana" got ["api://grafana"]',
    'token is malformed: could not base64 decode header',
    'token signature is invalid: crypto/rsa: verification error',
    'JWTClaimValidationFailed: unexpected "iss" claim value',
    'JsonWebTokenError: jwt audience invalid. expected: api',
    'did not find expected authorization request details in session, req.session["oidc:sts"] is undefined',
    'Unable to verify authorization request state.',
    'Unknown SAML issuer. Expected: https://idp.example Received: https://other.example',
    'The response was received at http://app.example/acs instead of https://app.example/acs',
    'jwt.InvalidAudienceError: Invalid audience',
    'jose.exceptions.JWTError: Signature verification failed',
    'authlib: mismatching_state: CSRF Warning! State not equal in request and response.',
    'saml2.response.UnsolicitedResponse: Unsolicited response',
    'Signed JWT rejected: Another algorithm expected, or no matching key(s) found',
    'com.auth0.jwt.exceptions.TokenExpiredException: The Token has expired',
    'opensaml::FatalProfileException at (https://sp.example/Shibboleth.sso/SAML2/POST)',
    'org.keycloak.broker.provider.IdentityBrokerException: token signature validation failed',
    'org.apache.kafka.common.errors.SaslAuthenticationException: Authentication failed',
    'io.smallrye.jwt.auth.principal.ParseException: SRJWT07000',
    'Firebase\\JWT\\SignatureInvalidException: Signature verification failed',
    'SimpleSAML_Error_Error: UNHANDLEDEXCEPTION',
    'JWT::VerificationError (Signature verification raised)',
    'Jwt issuer is not configured',
    "No mandatory 'iss' in claims",
    'state from argument: 1f does not match state restored from session: nil',
    'unable to obtain CSRF cookie',
    'authentication.go: [invalid bearer token, oidc: verify token: oidc: expected audience]',
    'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
    'invalid_grant: Token has been expired or revoked.',
    'unable to authenticate using mechanism "SCRAM-SHA-256"',
    'Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive.',
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request',
    'The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).',
    'unauthorized_client: Callback URL mismatch. https://app.example is not in the list of allowed callback URLs',
    "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
    'URL Blocked: This redirect failed because the redirect URI is not whitelisted',
    'The redirect_uri MUST match the registered callback URL for this application.',
    'redirect_uri did not match any configured URIs. Passed URI: https://app.example',
    'SecurityTokenSignatureKeyNotFoundException: Signature validation failed',
    'stripe.error.AuthenticationError: Expired API Key provided',
  ])('%s', (text) => {
    expect(isMarked(text)).toBe(true);
  });

  test.each([
    'sign-in to Outlook keeps failing for a staff account',
    'the redirect uri is not whitelisted in our app registration in Entra',
    'refresh token has been expired or revoked when signing in to Microsoft 365',
    'callback url mismatch in the Entra app registration',
    'Entra says that the token signature is invalid',
    'RBAC: access denied in the Azure portal',
  ])('but not what a person can say of Microsoft: %s', (text) => {
    expect(isMarked(text)).toBe(false);
  });
});

test('a name is found as whole words, whatever its case, accents and marks', () => {
  expect(named('Keycloak says: account disabled')).toEqual(['identity']);
  expect(named('PyJWT: not enough segments')).toEqual(['library']);
  expect(named('my Garmin Connect account')).toEqual(['consumer']);
  expect(named('nobody can sign in to Outlook from home')).toEqual([]);
});

test('another product beside Microsoft’s sign-in is only the app', () => {
  expect(isForeign('Grafana: login failed')).toBe(true);
  expect(isForeign('Grafana with Entra ID: login failed')).toBe(false);
  expect(namesOther('Grafana with Entra ID: login failed')).toBe(true);
});

test('words that other identity products share with Microsoft count only where none of these is named', () => {
  const ours = (text: string): boolean => isOurs(text, namedBy(wordsOf(text)));
  expect(ours('invalid_client for our tenant')).toBe(true);
  expect(ours('Okta: invalid_client for our tenant')).toBe(false);
});

test('the names are folded, each stands once, and none is Microsoft’s', () => {
  const names = linesOf('products.txt').filter((line) => !line.startsWith('['));
  expect(names.filter((name) => wordsOf(name).join(' ') !== name)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const own = [
    'entra',
    'azure ad',
    'office 365',
    'outlook',
    'teams',
    'sharepoint',
    'onedrive',
    'adfs',
    'authenticator',
    'intune',
  ];
  expect(own.filter((name) => named(name).length > 0)).toEqual([]);
});

test('each line of the families has a shape and its system', () => {
  for (const line of linesOf('families.txt')) {
    const [shape = '', system = '', ...more] = line.split('\t');
    expect([system.length > 0, more]).toEqual([true, []]);
    expect(() => new RegExp(shape)).not.toThrow();
  }
});

test('nothing that the catalog speaks of bears the mark of another system', async () => {
  const { entries } = await loadCatalog(builtIn);
  const spoken = entries.flatMap(({ codes, names, shared, says, title }) => [
    ...codes.flatMap((code) => [code, `AADSTS${code}`, `error ${code}`]),
    ...names,
    ...shared,
    ...says,
    title,
  ]);
  expect(spoken.filter(isMarked)).toEqual([]);
});
