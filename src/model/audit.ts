/** Who changed what, for whoever answers for it. No words of people. */

/**
 * `key` tells one change from another, so that it is written once. `by` is the key of a person across the channels, and
 * empty once they had their data deleted. `at` is in milliseconds since 1970.
 */
export type AuditEntry = {
  readonly key: string;
  readonly at: number;
  readonly by: string;
  readonly what: string;
  /** What it was done to: a ticket, a room, a card. */
  readonly target: string;
  readonly detail: string;
};

export type AuditStore = {
  /** Writes an entry unless its key is there. */
  write(entry: AuditEntry): Promise<void>;
  /** The newest entries since then, oldest first. */
  since(at: number, limit: number): Promise<readonly AuditEntry[]>;
  forget(before: number): Promise<number>;
};
