/** What the store keeps of workspaces and organisations that installed the Slack app: a text each, which the channel sealed. */
export type InstallationStore = {
  get(key: string): Promise<string | undefined>;
  all(): Promise<readonly { readonly key: string; readonly sealed: string }[]>;
  /** `at` is in milliseconds since 1970. */
  set(key: string, sealed: string, at: number): Promise<void>;
  /** Replaces one text by another that says the same, unless it has changed since. */
  reseal(key: string, was: string, now: string): Promise<void>;
  /** Deletes one that was set at `until` or before; false when there is none. */
  drop(key: string, until: number): Promise<boolean>;
};
