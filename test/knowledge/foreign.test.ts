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
  ['AD FS: System.DirectoryServices.Protocols.LdapException: The supplied credential is invalid', false],
  ['The Group Policy Client service failed the sign-in', false],
  ['my number is 027-512 3456, I forgot my password for Outlook', false],
  ['errcode 53003 when I sign in', false],
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

describe('other programs are known by the words of their refusals', () => {
  test.each([
    'An error occurred (AccessDenied) when calling the GetRole operation',
    'The security token included in the request is expired',
    'Response: [] - Authentication failed (bad auth : authentication failed)',
    'FATAL:  no pg_hba.conf entry for host "10.1.2.3", user "app"',
    "Access denied for user 'root'@'localhost' (using password: YES)",
    'Cannot open database "sales" requested by the login.',
    'Error: 18456, Severity: 14, State: 38.',
    'pyodbc.OperationalError: (28000)',
    'ldap_bind(): Unable to bind to server: Invalid credentials',
    'LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v3839',
    'kinit: Preauthentication failed while getting initial credentials',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0',
    '%LINK-3-UPDOWN: Interface Gi0/1, changed state to down',
    'received NO_PROPOSAL_CHOSEN notify error',
    'wlan0: CTRL-EVENT-SSID-TEMP-DISABLED',
    'postfix/smtpd[123]: warning: SASL LOGIN authentication failed',
    '535-5.7.8 Username and Password not accepted. - gsmtp',
    'Remote Server returned; Diagnostic-Code: smtp;550',
    'setup failed with 0xC1900101',
    'BitLocker says 0x80310000',
    'MAPIExceptionNotFound in the migration batch',
    'DM_GWPipeline_UnknownError in the gateway',
    'user is missing prvReadAccount privilege',
    'Error response from daemon: login attempt failed',
    'error: failed to push some refs',
    'unauthorized: authentication required',
    'svn: E170001: Authorization failed',
    'invalid_grant: Token is not active',
    '{"error":"invalid_grant","error_description":"Session not active"}',
    'invalid_grant: Bad Request',
    '{"code":40101,"msg":"bad token"}',
    '{"errcode":40001,"errmsg":"invalid credential"}',
    'EAPI:Invalid key',
    'No such customer: cus_0000',
    'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
    'APP-FND-01564: ORACLE error 1017',
    'CX_SY_REF_IS_INITIAL',
    'Client 100 is not available in this system',
    'java.util.concurrent.ExecutionException',
    "ModuleNotFoundError: No module named 'pandas'",
    'connect ECONNREFUSED 127.0.0.1:5432',
    'PHP Fatal error: Uncaught Error',
    'Reason 413: User Authentication failed',
    'Enter PIN: avrdude: stk500_recv()',
    'Connection Refused: not authorised',
    'authentik, grafana: login.OAuthLogin(missing saved state)',
    'mod_auth: oidc_proto_validate_nonce: no match',
    'SSO error: Fingerprint: OneLogin_Saml2_Error',
    'Sustainsys.Saml2.Exceptions.InvalidSignatureException',
    'The signature key was not found: SigningKeyNotFoundError',
    'The aud claim is not valid',
    'unauthorized_client: Invalid client or Invalid client credentials',
    'Delivery has failed to these recipients or groups:',
    'AuthApiError: refresh_token_not_found',
    'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN',
  ])('%s', (text) => {
    expect(isMarked(text)).toBe(true);
  });

  test.each([
    'MSIS9247: Received invalid OAuth access token request',
    'invalid_client: the provided client secret keys are expired',
    'invalid_grant: authorization code expired',
    'http://jenkins.contoso.com is not registered as reply address',
    'SAML provider returned Responder error: NoAuthnContext',
    'SAML response is not yet valid after signing in at AD FS',
    "ModuleNotFoundError: No module named 'msal'",
    'error 0x80070164 when activating Office',
    'javax.mail.AuthenticationFailedException: 535 5.7.3 Authentication unsuccessful',
    'the sign-in works for everybody but not for me!',
    'our adoption team of the Atlanta office, 30303-1234',
    'the connection to the relying party was refused',
    'Failure reason: 50126',
  ])('but not what stands in or beside Microsoft’s: %s', (text) => {
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

test('each line of the families has one shape and its system', () => {
  const inside = /\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|\[(?:\\.|[^\]])*\]|[^()])*\)/g;
  for (const line of linesOf('families.txt')) {
    const [shape = '', system = '', ...more] = line.split('\t');
    expect([system.length > 0, more]).toEqual([true, []]);
    expect(() => new RegExp(shape)).not.toThrow();
    expect(shape.replace(inside, '').replace(inside, '').replace(inside, '')).not.toContain('|');
  }
  expect(new Set(linesOf('families.txt').map((line) => line.split('\t')[0])).size).toBe(linesOf('families.txt').length);
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
