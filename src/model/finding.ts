/** What the live checks find: plain data for notices and for the terminal. */

type FindingState = 'firing' | 'ok' | 'unknown';

/** `critical`: people cannot sign in, or will not within two days. `warning`: act soon. `info`: good to know. */
export type FindingSeverity = 'critical' | 'warning' | 'info';

/** A command to copy, with this domain's own values. The same shape as `Code` in reply.ts. */
export type FindingCommand = { readonly language: string; readonly text: string };

/**
 * One thing that was looked at. Each run reports every key it is responsible for, so that what was firing can clear:
 * `ok` is seen to be well, `unknown` could not be looked at and says nothing about the world.
 * It carries no tokens, no people and no certificate bodies: thumbprints, dates and subjects only.
 */
export type Finding = {
  /** The identity. Stable: never holds numbers that change, such as days left. */
  readonly key: string;
  readonly check: CheckName;
  readonly state: FindingState;
  readonly severity: FindingSeverity;
  /** One line: what is so, and what it does to people. */
  readonly title: string;
  /** The domains that are concerned, the root domain first. */
  readonly domains: readonly string[];
  readonly host?: string;
  /** The setting that was compared, under the name that administrators know. */
  readonly attribute?: string;
  readonly adfs?: string;
  readonly entra?: string;
  /** The codes that people see because of it. */
  readonly codes: readonly string[];
  /** The catalog entry with the fix. */
  readonly entry?: string;
  /** What was measured, against what threshold. */
  readonly evidence?: string;
  /** The step that has been reached, such as "7 days": when it changes, a reminder is due. */
  readonly step?: string;
  /** When it starts to hurt, in milliseconds since 1970. */
  readonly deadline?: number;
  readonly affected?: string;
  /** The first thing to do, in one sentence. */
  readonly action?: string;
  readonly command?: FindingCommand;
  /** The key of a finding that explains this one: while the parent fires, this one need not be told. */
  readonly parent?: string;
};

export type CheckName = 'federation' | 'endpoint' | 'sign-ins' | 'own-health';

/** How two values stand to each other; `near` differs only by a final slash, the scheme or upper and lower case. */
export type Verdict = 'match' | 'differs' | 'near' | 'cannot tell';

/** One row of the table AD FS against Entra. */
export type ComparisonRow = {
  readonly attribute: string;
  readonly adfs?: string;
  readonly entra?: string;
  readonly verdict: Verdict;
  readonly note?: string;
};

/** A token-signing certificate as it may be shown. Times are milliseconds since 1970. */
export type CertificateFacts = {
  /** SHA-1 without colons, as admin tools show it. Never compared. */
  readonly thumbprint: string;
  readonly subject: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Where it is on record. */
  readonly where: readonly string[];
};

export type Comparison = {
  readonly domain: string;
  readonly host?: string;
  readonly rows: readonly ComparisonRow[];
  readonly certificates: readonly CertificateFacts[];
};
