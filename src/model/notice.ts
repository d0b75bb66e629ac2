/** A notice: something that is wrong, told in the channels that asked for it. Times are milliseconds since 1970. */
import type { AuditEntry } from './audit.ts';
import type { CheckName, ComparisonRow, Finding } from './finding.ts';
import type { Place } from './message.ts';
import type { Reply } from './reply.ts';

export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Who saw it: one of our checks, another system through /api/notices, or a person who tries the way. */
export type SeenBy = CheckName | 'inbox' | 'test';

/** A room as the address of a post; `id` is the key of its place. */
export type Room = { readonly id: string; readonly place: Place };

/** What a check or another system says about one key at one time. */
export type Sighting = Omit<Finding, 'check'> & {
  readonly check: SeenBy;
  readonly topic?: string;
  /** Who looks after the thing, in the words of whoever reported it. */
  readonly owner?: string;
  /** A page with more about it, without query. */
  readonly link?: string;
  /** The reporting system's id of this one occurrence, so that its end is matched even where it tells less. */
  readonly alias?: string;
  /** When the occurrence began by the reporting system's clock. */
  readonly startedAt?: number;
  /** The scheduled check that reported it. */
  readonly source?: string;
  /** The only room that is told. */
  readonly only?: Room;
};

/** What a notice tells: the newest sighting, without what belongs to the moment. */
export type Told = Omit<Sighting, 'key' | 'state' | 'alias' | 'startedAt'>;

/** `expired`: nobody reported it any more. */
export type End = {
  readonly at: number;
  readonly how: 'itself' | 'hand' | 'expired';
  readonly by: string | null;
};

export type Snooze = { readonly until: number; readonly by: string; readonly severity: Severity };

/** One key and what became of it. A resolved one is kept for a while, so that what comes back is known. */
export type Notice = {
  readonly key: string;
  readonly state: 'pending' | 'firing' | 'resolved';
  readonly told: Told;
  /** The first sighting of this occurrence. */
  readonly since: number;
  /** The last time that it was seen to be wrong, and the last time that anybody could look. */
  readonly seen: number;
  readonly checked: number;
  /** Failed runs in a row while pending. */
  readonly runs: number;
  /** The card that tells it; null while it has none. */
  readonly card: string | null;
  /** How it was over last; null while nothing ended yet. Kept while it is pending again. */
  readonly end: End | null;
  /** How often it came back shortly after it was over. */
  readonly flaps: number;
  /** Since when one that comes and goes has been well; null while it is not. */
  readonly calm: number | null;
  readonly snooze: Snooze | null;
  readonly aliases: readonly string[];
  readonly startedAt: number | null;
};

/** Where a card was told: as a card of its own, or in the summary of a storm. */
export type Showing = Room & { readonly at: number; readonly storm: string | null };

/** One message about notices that belong together, the same in every room. */
export type NoticeCard = {
  readonly id: string;
  readonly rev: number;
  readonly keys: readonly string[];
  /** The domain or host that its notices are about. */
  readonly about: string | null;
  readonly since: number;
  readonly rooms: readonly Showing[];
  readonly owner: { readonly name: string; readonly at: number } | null;
  /** What it showed last, to tell whether an edit is due, and when that was. */
  readonly look: string;
  readonly lookAt: number;
  readonly state: 'firing' | 'resolved';
  readonly severity: Severity;
  readonly title: string;
  /** When people were last told that it goes on. */
  readonly repeatedAt: number;
};

/** One message in place of many cards that come at once in a room. */
export type Storm = {
  readonly id: string;
  readonly rev: number;
  readonly room: Room;
  readonly cards: readonly string[];
  readonly since: number;
  readonly last: number;
  readonly look: string;
  readonly over: boolean;
};

/** All that is known of notices. `rev` counts the writes; `next` is the number of the next card. */
export type Ledger = {
  readonly rev: number;
  readonly next: number;
  readonly notices: readonly Notice[];
  readonly cards: readonly NoticeCard[];
  readonly storms: readonly Storm[];
  /** How many people asked about a notice, by key. */
  readonly followers: ReadonlyMap<string, number>;
};

/** What one write changes; rows are written whole. */
export type Changes = {
  readonly next: number;
  readonly notices: readonly Notice[];
  readonly cards: readonly NoticeCard[];
  readonly storms: readonly Storm[];
  readonly gone: {
    readonly notices: readonly string[];
    readonly cards: readonly string[];
    readonly storms: readonly string[];
  };
  /** Keys whose followers are told and let go. */
  readonly cleared: readonly string[];
};

// === What people see ===

/** A notice that is firing, as the dialogs see it. */
export type Firing = {
  readonly key: string;
  /** The card that tells it; null while it has none, such as when another notice explains it. */
  readonly card: string | null;
  readonly title: string;
  readonly severity: Severity;
  readonly codes: readonly string[];
  /** The entry whose fix it carries, if any. */
  readonly entry: string | null;
  readonly topic: string | null;
  readonly domains: readonly string[];
  readonly since: number;
  readonly checked: number;
  /** When it starts to hurt; null when it does already. */
  readonly deadline: number | null;
  readonly snoozedUntil: number | null;
  /** Who acknowledged it. */
  readonly owner: string | null;
  /** The key of the firing notice that explains it. */
  readonly parent: string | null;
  /** How many people have asked about it. */
  readonly followers: number;
};

/** A room that asked for notices; empty lists mean all. */
export type Subscription = {
  /** The key of its room. */
  readonly id: string;
  readonly place: Place;
  readonly topics: readonly string[];
  readonly domains: readonly string[];
  readonly least: Severity;
};

/** One notice on a card. */
type NoticeLine = {
  readonly told: Told;
  readonly state: 'firing' | 'resolved';
  readonly since: number;
  readonly checked: number;
};

/** All that a card shows. */
export type NoticeView = {
  readonly id: string;
  readonly state: 'firing' | 'resolved';
  readonly severity: Severity;
  readonly test: boolean;
  /** The gravest first. */
  readonly lines: readonly NoticeLine[];
  /** Titles of what follows from it and is not told by itself. */
  readonly consequences: readonly string[];
  /** The title of the notice that explains it. */
  readonly explainedBy: string | null;
  readonly end: End | null;
  readonly owner: { readonly name: string; readonly at: number } | null;
  readonly snooze: Snooze | null;
  readonly followers: number;
  readonly flapping: boolean;
};

export type StormView = {
  readonly id: string;
  readonly since: number;
  readonly notices: readonly { readonly id: string; readonly title: string; readonly state: 'firing' | 'resolved' }[];
};

/** What one line below a card says. */
export type LineKind = 'raised' | 'step' | 'resolved' | 'again' | 'snooze over' | 'acknowledged' | 'snoozed';

/** How the parts of a notice look; the dialogs know. */
export type NoticeDrawings = {
  readonly card: (view: NoticeView) => Reply;
  readonly storm: (view: StormView) => Reply;
  readonly line: (kind: LineKind, view: NoticeView, by: string | null) => Reply;
  readonly stormOver: (view: StormView) => Reply;
  /** Said in the room itself: it still goes on. */
  readonly still: (view: NoticeView) => Reply;
  /** Told to those who asked about it: it is over. */
  readonly cleared: (told: Told) => Reply;
  readonly checking: (domain: string, step: string) => Reply;
  readonly checked: (result: CheckResult) => Reply;
  /** Answers of the handlers to one person. */
  readonly word: (word: HandlerWord) => Reply;
};

/** The drawings in the language of a locale; without one, in that of the rooms. */
export type DrawingsFor = (locale?: string) => NoticeDrawings;

/** What is said when something that was promised turns out otherwise. */
export type HandlerWord =
  | { readonly kind: 'over'; readonly notice: string }
  | { readonly kind: 'not ours'; readonly domain: string; readonly domains: readonly string[] }
  | { readonly kind: 'no checks' }
  | { readonly kind: 'which domain'; readonly domains: readonly string[] }
  | { readonly kind: 'check runs'; readonly domain: string }
  | { readonly kind: 'check failed'; readonly domain: string; readonly reference: string };

// === Checking now ===

/** What a check of one domain on demand found. Rows and findings carry no secrets. */
export type CheckResult = {
  readonly domain: string;
  readonly at: number;
  readonly kind: 'federated' | 'managed' | 'unknown';
  readonly rows: readonly ComparisonRow[];
  readonly findings: readonly Finding[];
  /** What could not be looked at, and how to allow it. */
  readonly notChecked: readonly string[];
};

/** Looks at one domain; `progress` is told each step in a few words. */
type CheckDomain = (domain: string, progress: (step: string) => Promise<void>) => Promise<CheckResult>;

/** What can be checked on demand. */
export type Checkable = {
  /** The domains that are set up or federated in our own tenant. */
  readonly domains: () => Promise<readonly string[]>;
  readonly check: CheckDomain;
};

/** A check that runs now and then. `state` is plain JSON, kept between the runs; null at the first. */
export type Check = {
  readonly name: string;
  /** In milliseconds. */
  readonly every: number;
  readonly run: (
    state: object | null,
  ) => Promise<{ readonly findings: readonly Finding[]; readonly state: object | null }>;
};

/** How a check has gone. */
export type CheckRecord = {
  readonly name: string;
  readonly state: object | null;
  readonly lastRun: number;
  /** The last run that could tell anything; 0 when there was none. */
  readonly lastSuccess: number;
  /** Whether it found something that one more run is to confirm. */
  readonly doubtful: boolean;
};

// === Effects and the store ===

/** What the dialogs want done about notices; `notice` is the key of one, `card` the id of a card. */
export type NoticeEffect =
  | { readonly kind: 'followNotice'; readonly notice: string }
  | { readonly kind: 'acknowledgeNotice'; readonly card: string }
  | { readonly kind: 'snoozeNotice'; readonly card: string; readonly until: number }
  | { readonly kind: 'resolveNotice'; readonly card: string }
  | { readonly kind: 'subscribeRoom'; readonly subscription: Subscription }
  | { readonly kind: 'unsubscribeRoom'; readonly room: string }
  | { readonly kind: 'testNotice'; readonly room: Room }
  | { readonly kind: 'runCheck'; readonly domain: string | null };

/** `locale` (BCP 47) is that of the person. */
export type Follower = { readonly person: string; readonly place: Place; readonly locale?: string };

/** What the store keeps for notices. Everything that is read and then changed goes through `write`. */
export type NoticeStore<Promised> = {
  ledger(): Promise<Ledger>;
  /** Writes changes and what a person did of them, and promises jobs, in one transaction; false when the ledger was written since `rev`. */
  write(rev: number, changes: Changes, jobs: readonly Promised[], audit?: AuditEntry): Promise<boolean>;
  /** Counts a person in, if the notice is firing; whether it is. */
  follow(key: string, follower: Follower, at: number): Promise<boolean>;
  followers(keys: readonly string[]): Promise<readonly (Follower & { readonly key: string })[]>;
  subscriptions(): Promise<readonly Subscription[]>;
  subscribe(subscription: Subscription, audit: AuditEntry): Promise<void>;
  /** Whether it was subscribed. */
  unsubscribe(room: string, audit: AuditEntry): Promise<boolean>;
  checkRecord(name: string): Promise<CheckRecord | undefined>;
  keepCheckRecord(record: CheckRecord): Promise<void>;
};

/** Whether a severity is at least another one. */
export const atLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(least);

/** The name of the living card that tells a card in a room. */
export const noticeCardName = (card: string, room: string): string => `notice/${card}@${room}`;

export const stormName = (storm: string, room: string): string => `storm/${storm}@${room}`;

/** The card whose thread a living card's name is about, or null where it is no notice. */
export const cardOfName = (name: string): string | null => /^notice\/([^@]+)@/.exec(name)?.[1] ?? null;
