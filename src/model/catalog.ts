/** The knowledge: entries, and what finding them yields. */
import type { Tally } from './board.ts';
import type { Block, Code, Rich } from './reply.ts';

/** What can be asked about a problem, each with its possible values. */
export const facets = {
  federated: ['yes', 'no'],
  where: ['everywhere', 'outside-only', 'inside-only', 'one-place'],
  scope: ['everyone', 'federated-users', 'some-users', 'one-user', 'one-device'],
  client: ['browser', 'one-browser', 'outlook-mail', 'mobile', 'desktop-app', 'script'],
  prompt: [
    'repeated-prompts',
    'no-prompt',
    'error-after-password',
    'certificate-warning',
    'page-unavailable',
    'redirect-loop',
    'blocked-message',
  ],
  message: ['code', 'text', 'none'],
  certificate: ['token-signing', 'token-decrypting', 'ssl-proxy', 'ssl-adfs', 'none'],
  recent_change: [
    'certificate-renewed',
    'password-changed',
    'firewall-or-proxy',
    'new-device',
    'policy',
    'migration',
    'none',
  ],
  account: ['cloud', 'synced', 'guest', 'consumer', 'service'],
  device: ['managed', 'unmanaged', 'new-phone'],
} as const satisfies Record<string, readonly string[]>;

export type Facet = keyof typeof facets;

/** Kinds of secrets that people paste without noticing. */
export const secretKinds = [
  'password',
  'token',
  'authorization-code',
  'client-secret',
  'saml-response',
  'cookie',
  'private-key',
  'certificate',
  'access-key',
  'api-token',
  'one-time-code',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** A text in which markers such as "[password]" stand for secrets, and the kinds that were found. */
export type Masked = { readonly text: string; readonly kinds: readonly SecretKind[] };

/** What a code says beside others: its own cause, that another code tells the cause, or that a sign-in was interrupted on its way. */
export const roles = ['cause', 'wrapper', 'interrupt'] as const;
export type Role = (typeof roles)[number];

/** Who has to act. */
export const whos = ['user', 'helpdesk', 'tenant-admin', 'app-developer', 'nobody'] as const;
export type Who = (typeof whos)[number];

export const risks = ['none', 'low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

export type Source = { readonly title: string; readonly url: string };

/** One way to fix the problem. `minutes` is the usual working time; `risk` tells what can go wrong meanwhile. */
export type Method = {
  readonly title: string;
  readonly when?: Rich;
  readonly risk: Risk;
  readonly danger?: string;
  readonly minutes?: number;
  readonly body: readonly Block[];
};

/** A command or site that no longer works, beside what to use today. */
export type Retired = { readonly old: Rich; readonly now: Rich };

/** One problem and how to fix it. `id` is the file name without `.md`; `codes` are in the catalog's spelling. */
export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  /** The topic of the taxonomy that its topic stands under, as programs read it; left out where that is the topic itself. */
  readonly broader?: string;
  readonly codes: readonly string[];
  readonly role: Role;
  /** True where look-alike codes share the entry because they mean the same. */
  readonly alike: boolean;
  /** The names that logs show beside the codes, such as KmsiInterrupt. */
  readonly names: readonly string[];
  /** Such names that other systems' errors bear as well, such as AuthenticationFailed. */
  readonly shared: readonly string[];
  readonly says: readonly string[];
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly who: Who;
  readonly sources: readonly Source[];
  readonly reviewed: string;
  readonly meaning: readonly Block[];
  readonly cause: readonly Block[];
  readonly check: readonly Block[];
  readonly methods: readonly Method[];
  readonly user: readonly Block[];
  readonly more: readonly Block[];
  readonly retired: readonly Retired[];
  /** What the organisation adds of its own. */
  readonly notes: readonly Block[];
  /** True where the organisation wrote the entry itself. */
  readonly own?: true;
  /** The document that the entry was imported from, and the hash that its file had then. */
  readonly imported?: { readonly from: string; readonly hash: string } | undefined;
};

/** A word of the field: the names that people give it, what it means, and the ids of entries about trouble with it. */
export type Term = {
  readonly title: string;
  readonly names: readonly string[];
  readonly means: string;
  readonly see: readonly string[];
};

/** What a pasted text holds besides the problem itself: the values that belong on a ticket. */
export type Extracted = {
  readonly codes: readonly string[];
  readonly correlationId: string | null;
  readonly requestId: string | null;
  readonly timestamp: string | null;
  readonly user: string | null;
  readonly application: string | null;
  readonly tenant: string | null;
};

/** A candidate with a probability from 0 to 1. */
export type Candidate = { readonly entry: Entry; readonly confidence: number };

/** What is known of a problem so far: words of the catalog's own vocabulary, and facets. Nobody's own words are in it. */
export type Known = {
  readonly words: readonly string[];
  readonly spoken: readonly string[];
  readonly told: Readonly<Partial<Record<Facet, string>>>;
};

/**
 * What the catalog makes of a text:
 * `answer` the first candidate is it; `clarify` several are close; `confirm` a near code, or a code beside another system's name, to be asked;
 * `unknown` nothing fits, `codes` in the text are not in the catalog; `foreign` it is another system's error; `nothing` there is nothing to look for.
 */
export type Found = {
  readonly verdict: 'answer' | 'clarify' | 'confirm' | 'unknown' | 'foreign' | 'nothing';
  readonly candidates: readonly Candidate[];
  /** With `answer`: an entry of the same topic that is nearly as likely. */
  readonly alternative: Entry | null;
  /** How much the words known so far tell: the sum of how rare they are among the entries. "Cannot sign in" weighs less than 1, a usual symptom 4 and more. */
  readonly weight: number;
  readonly also: readonly Entry[];
  readonly unknownCodes: readonly string[];
  /** The official page that explains the first of the unknown codes, or null where there is none. */
  readonly lookUp: string | null;
  /** With `confirm`: the code that may have been meant. */
  readonly meant: string | null;
  /** Kinds of secrets that the text held; nothing else of them is kept. */
  readonly secrets: readonly SecretKind[];
  readonly known: Known;
  readonly extracted: Extracted;
};

/** A part of an entry; `method` counts from 1. `who`, `time` and `risk` are what it says of who fixes it, of working times and of risks, `faq` and `finding` are the replies to what is `said` after it: a question, or what a person found, which `leads` to a method or the check. */
export type Place = {
  readonly part:
    | 'meaning'
    | 'cause'
    | 'check'
    | 'method'
    | 'user'
    | 'more'
    | 'who'
    | 'time'
    | 'risk'
    | 'faq'
    | 'finding';
  readonly method?: number;
  readonly said?: string;
  readonly leads?: number | 'check';
};

/** What people say after the answer, how else they put it, what is replied, and to which method or the check that leads. */
export type Exchange = {
  readonly said: string;
  readonly reply: Rich;
  readonly leads?: number | 'check';
  readonly says: readonly string[];
};

/** How people who had the answer speak of one of its sentences in words of their own: `of` is a piece of the sentence. */
export type Mention = Place & { readonly of: string; readonly says: string };

/** What stands beside an entry, and is read when somebody writes on after its answer. */
export type Beside = {
  readonly mentions: readonly Mention[];
  readonly faq: readonly Exchange[];
  readonly findings: readonly Exchange[];
};

/** What an entry says in a step or a few sentences, and where; of a method also its title, when to use it, and what its risk is. `step` counts from 1, and has its commands; `sentence` is the one that is meant. */
export type Passage = Place & {
  readonly kind: 'title' | 'when' | 'danger' | 'said' | 'text';
  readonly step?: number;
  readonly text: Rich;
  readonly sentence?: Rich;
  readonly code?: readonly Code[];
};

/** What passages can be looked for by: a role that is needed, how a change is undone, when it takes effect, or the commands. */
export type Telling = 'role' | 'undo' | 'effect' | 'command';

/** The chance, from 0 to 1, that a text speaks of a part, and what that part says of it; a finding `opposes` the text where one of both denies what the other one does not, so that it may be the reverse, and `works` where it tells that something does. */
export type Spoken = Place & {
  readonly chance: number;
  readonly passages: readonly Passage[];
  readonly opposes?: boolean;
  readonly works?: boolean;
};

/** What follows an answer: whether it can be answered by yes or no, whether it asks for risks, and whether for anything by its form, what the entry says of roles and rights if it asks for them, and the parts of the entry that it may speak of, the questions beside it that it may ask, and the findings that it may tell, the likeliest first. */
export type FollowUp = {
  readonly yesNo: boolean;
  readonly risk: boolean;
  readonly formal: boolean;
  readonly rights: readonly Passage[];
  readonly spoken: readonly Spoken[];
  readonly faq: readonly Spoken[];
  readonly findings: readonly Spoken[];
};

/**
 * What a short message after an answer does: tells that it helped, helped some, or did not, or that it is done; asks for the next method, to be led through this one, or for the helpdesk;
 * leaves it, thanks for it, or says that it is about another problem; `other` is all else, such as questions and facts.
 */
export const intents = [
  'helped',
  'partly',
  'failed',
  'done',
  'next',
  'how',
  'desk',
  'leave',
  'thanks',
  'wrong',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** The intents that tell what became of a method. */
export const outcomes: readonly Intent[] = ['helped', 'partly', 'failed'];

/** The likeliest intent of a text with its chance from 0 to 1, and the chance that it tells of an outcome, whichever. */
export type Intended = { readonly intent: Intent; readonly chance: number; readonly outcome: number };

/**
 * What a question after an answer asks for: who may do it, working time, when it takes effect, risk, whom it hits, how to undo it, how to check, why, what it means,
 * what to tell others, what users can do, where, how, by which command, which of several, what it costs, how to prevent it, how to go on meanwhile; `other` is all else.
 */
export const asks = [
  'who',
  'time',
  'effect',
  'risk',
  'reach',
  'undo',
  'check',
  'why',
  'meaning',
  'tell',
  'self',
  'place',
  'how',
  'command',
  'which',
  'license',
  'prevent',
  'onward',
  'other',
] as const;
export type Asks = (typeof asks)[number];

/** What a text asks for with its chance from 0 to 1, and how likely it is then `bare`, so that it could be asked after any answer. */
export type AskedFor = { readonly asks: Asks; readonly chance: number; readonly bare: number };

/** What a message that belongs to nothing is: about some matter, a greeting, a call for help that tells nothing of the matter, or thanks and farewells. */
export const openings = ['matter', 'hello', 'help', 'thanks'] as const;
export type Opening = (typeof openings)[number];

/** The likeliest small talk that a text may be, and the chance, from 0 to 1, that it is about no matter. */
export type Opened = { readonly opening: Exclude<Opening, 'matter'>; readonly chance: number };

/** A text after the answer `entry`: what it finds by itself, and what the answer says of it as a whole. */
export type Following = {
  readonly entry: Entry;
  readonly text: string;
  readonly found: Found;
  readonly followUp: FollowUp;
};

/** A question that splits the candidates, with the values worth offering. */
export type Question = { readonly facet: Facet; readonly values: readonly string[] };

/** The knowledge as the dialogs see it: plain functions over one immutable set of entries. */
export type Catalog = {
  readonly entries: readonly Entry[];
  entry(id: string): Entry | undefined;
  /** Replaces secrets by markers. */
  mask(text: string): Masked;
  /** Finds by the text together with what was known before it. */
  find(text: string, before?: Known): Found;
  /** The term whose meaning a text asks for and asks for nothing else, or null. */
  explain(text: string): Term | null;
  /** What a text that follows the answer `entry` speaks of in it, while the method `atHand` is dealt with, by default the first. */
  followUp(entry: Entry, text: string, atHand?: number): FollowUp;
  /** A text after the answer `entry`, with what it finds by itself. */
  following(entry: Entry, text: string, found?: Found): Following;
  /** The chance that a text goes with the answer before it, and does not begin another matter. */
  staying(following: Following): number;
  /** What a text that follows an answer does. */
  intent(text: string): Intended;
  /** What a text after an answer asks for. */
  asks(text: string): AskedFor;
  /** What a text is that belongs to nothing. */
  opening(text: string): Opened;
  /** What an entry says of such a thing, in its order. */
  passages(entry: Entry, telling: Telling): readonly Passage[];
  /** The words of the catalog's vocabulary that a text holds, whatever its language. */
  terms(text: string): readonly string[];
  /** What a text speaks of, by the words of five languages. */
  concepts(text: string): ReadonlySet<string>;
  /** The facet worth asking next, or null when no question would help. */
  ask(candidates: readonly Candidate[], known: readonly string[]): Question | null;
  /** The numbers of an entry's methods, from 1, in the order in which they are worth trying; `tried` are those already tried. */
  order(entry: Entry, tallies: readonly Tally[], tried?: readonly number[]): readonly number[];
  /** The value of a facet that a typed answer means, or null. */
  hear(facet: Facet, text: string): string | null;
};
