/** Every error that Signpost raises itself says what happened, to what, and what to do next. */

/** What was thrown says, whether it is an error or not. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Settings that cannot work, all of them at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings need attention:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** One fault in a catalog file, with its cure. `line` counts from 1. */
export type Complaint = {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly problem: string;
  readonly cure: string;
};

export const complain = (c: Complaint): string => `${c.file}:${c.line} ${c.field}: ${c.problem} ${c.cure}`;

/** A catalog that cannot be served. */
export class CatalogError extends Error {
  readonly complaints: readonly Complaint[];
  constructor(complaints: readonly Complaint[]) {
    super(`The catalog needs attention:\n${complaints.map((c) => `  ${complain(c)}`).join('\n')}`);
    this.name = 'CatalogError';
    this.complaints = complaints;
  }
}

/** How long to wait before it is worth another try with credentials that were refused, in seconds. */
const untilMended = 300;

/**
 * A platform that did not take a message. `retry` tells whether trying again can help; `retryAfter` is in seconds;
 * `gone` tells that the message to be edited is no longer there; `unauthorized` that the platform refuses the bot itself,
 * so that the message waits until somebody mends its credentials.
 */
export class ChannelError extends Error {
  readonly retry: boolean;
  readonly retryAfter: number | undefined;
  readonly gone: boolean;
  readonly unauthorized: boolean;
  constructor(
    message: string,
    options: {
      retry: boolean;
      retryAfter?: number | undefined;
      gone?: boolean;
      unauthorized?: boolean;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.name = 'ChannelError';
    this.unauthorized = options.unauthorized ?? false;
    this.retry = options.retry || this.unauthorized;
    this.retryAfter = options.retryAfter ?? (this.unauthorized ? untilMended : undefined);
    this.gone = options.gone ?? false;
  }
}

/** A request or input that cannot be understood; its message is meant for whoever sent it. */
export class InputError extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.name = 'InputError';
    this.status = status;
  }
}

/** A store that could not do what it was asked. `code` is the database's own, if it gave one. */
export class StoreError extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Why a check could not look: `retry` tells whether the same request may succeed later without anybody's doing. */
export type CheckErrorKind =
  | 'not permitted'
  | 'not licensed'
  | 'not found'
  | 'not in this cloud'
  | 'not signed in'
  | 'throttled'
  | 'unavailable'
  | 'timed out'
  | 'unreachable'
  | 'blocked'
  | 'too large'
  | 'malformed'
  | 'refused';

/** A live check that could not look at its subject; the message says what happened, to what, and what to do next. */
export class CheckError extends Error {
  readonly kind: CheckErrorKind;
  readonly retry: boolean;
  /** The HTTP status or the error code of the system, for the log. */
  readonly code: string | undefined;
  constructor(kind: CheckErrorKind, message: string, options: { code?: string | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'CheckError';
    this.kind = kind;
    this.retry = ['throttled', 'unavailable', 'timed out', 'unreachable'].includes(kind);
    this.code = options.code;
  }
}
