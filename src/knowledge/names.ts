/** Finds entries by the names that logs show beside codes, such as KmsiInterrupt. */
import type { Entry } from '../model/catalog.ts';
import { isMarked, namesOther } from './foreign.ts';
import { terms } from './terms.ts';

/** Names that other systems' errors bear as well, so that they tell little of whose error it is. */
export const sharedNames: ReadonlySet<string> = new Set(
  `AuthenticationError AuthenticationFailed AuthorizationPending BadVerificationCode BlockedRequest CertificateValidationFailed CodeExpired
  CredentialAuthenticationError DirectoryError FailedAuthenticationException ForbiddenTokenType InvalidApiRequest InvalidAssertion InvalidClient
  InvalidContextException InvalidEmailAddress InvalidExpiryDate InvalidGrant InvalidJwtToken InvalidRedirectUri InvalidRequestException
  InvalidRequestFormat InvalidRequestInput InvalidRequestNonce InvalidRequestParameter InvalidResource InvalidScope InvalidScopeException
  InvalidSessionId InvalidSessionKey InvalidSignature InvalidTenantName InvalidUriParameter InvalidUserCode InvalidUserInput
  InvalidUserNameOrPassword InvalidXml KeyNotFound LoopDetected MissingCodeChallenge MissingRequiredClaim MissingRequiredField MissingSigningKey
  NotSupported PasswordChangeFailure QueryStringTooLong RequestDeniedError RequestTimeout RequiredClaimIsMissing RetryableError
  SignatureVerificationFailedException TemporaryRedirect UnauthorizedClient UnsupportedBindingError UnsupportedGrantType UnsupportedResponseMode
  UnsupportedResponseType UserAccountNotFound UserDisabled UserUnauthorized WeakRsaKey`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);

/** All of Windows fails with these, not only its sign-in. */
const ofWindows = /^(?:status|nte|sec_e|wininet_e|tpm_e|wc_e|e|error_edp|error_inet)_/;

const isShared = (name: string): boolean => sharedNames.has(name) || ofWindows.test(name);

/** A text with no more other words than these is about the name in it. */
const mostBeside = 2;

const isAbout = (text: string): boolean => terms(text).length <= 1 + mostBeside && !isMarked(text) && !namesOther(text);

/** Reads the entry that a text names; a name that other systems have too is none where more is told, because that decides better. */
export const nameReader = (entries: readonly Entry[]): ((text: string) => Entry | undefined) => {
  const byName = new Map(entries.flatMap((entry) => entry.names.map((name) => [name.toLowerCase(), entry] as const)));
  return (text) => {
    for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9_]{7,60}/g)) {
      const name = word.toLowerCase();
      const entry = byName.get(name);
      if (entry && (!isShared(name) || isAbout(text))) return entry;
    }
    return undefined;
  };
};
