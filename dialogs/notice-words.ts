/** What people type about notices: a pure reading of short sentences, null for everything else. */
import { noticesAbroad } from './commands-abroad.ts';
import { lowered } from './phrases.ts';
import { roomUseIn } from './room-use.ts';
import type { Severity } from '../src/model/notice.ts';

export type Asked =
  | {
      readonly kind: 'subscribe';
      readonly phrases: readonly string[];
      readonly domains: readonly string[];
      readonly least: Severity;
    }
  | { readonly kind: 'unsubscribe' }
  | { readonly kind: 'subscription' }
  | { readonly kind: 'test' }
  | { readonly kind: 'list' }
  | { readonly kind: 'show'; readonly card: string }
  | { readonly kind: 'acknowledge' | 'resolve'; readonly card: string | null }
  | { readonly kind: 'snooze'; readonly card: string | null; readonly hours: number }
  | { readonly kind: 'check'; readonly domain: string | null };

/** Longer texts are about something else. */
const longest = 200;

const domain = /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]/g;

const patterns = {
  subscribe:
    /(?:notify|alert|warn|tell)(?: us| me)? here(?<what> .*)?|(?:post|send)(?: the| your| all)? (?:notices|alerts|notifications) (?:here|(?:to|in|into) this (?:channel|chat|room|group))(?<more> .*)?/,
  unsubscribe:
    /(?:stop|end|no longer|do not|don't)(?: to)? (?:notify|alert|warn)(?:ing)?(?: us| me)?(?: here)?|no (?:more )?(?:notices|alerts) here|unsubscribe/,
  subscription:
    /what (?:do|will|would) you (?:notify|alert|tell|post)(?: us| me)? here(?: about)?|(?:which|what) (?:notices|alerts) (?:come|do you post|do we get) here|(?:our |my |the )?subscriptions?(?: here)?/,
  test: /(?:send|post|show)?(?: me| us)?(?: a| the)? ?test (?:notice|alert|notification)(?: here)?/,
  list: /(?:(?:show|list)(?: me| us)? )?(?:the |all |open |current )*(?:notices|alerts|known issues)(?: now)?|what(?:'s| is)(?: there)?(?: currently)? (?:wrong|broken|firing|down)(?: (?:now|right now|currently|at the moment))?|(?:is|are) there (?:any )?known issues?/,
  show: /(?:show )?(?:me )?notice (?<card>\d{1,9})/,
  acknowledge:
    /(?:acknowledge|ack|take|i take|i'll take|i have|i've got)(?: it| this| that)?(?: notice)? ?(?<card>\d{1,9})?/,
  resolve:
    /(?:resolve|close|it is resolved|resolved|mark as resolved)(?: it| this| that)?(?: notice)? ?(?<card>\d{1,9})?/,
  snooze:
    /(?:snooze|mute|silence|put off)(?: it| this| that)?(?: notice(?= \d))?(?: (?<card>\d{1,9})(?! ?(?:h|d)))?(?: notice)?(?: for)?(?: (?<span>\d{1,3}|an?|one) ?(?<unit>h|hours?|d|days?))?/,
  check:
    /(?:check|test|look at|verify) (?:the )?(?:domain |federation (?:of |for ))?(?<domain>[a-z0-9.-]+\.[a-z0-9-]+)/,
  checkAll: /check (?:the |our |all )*(?:ad ?fs|federation|federated domains?|domains?|everything)/,
} as const;

type Wish = keyof typeof patterns;

const whole = ({ source, flags }: RegExp): RegExp => new RegExp(`^(?:${source})$`, flags);

/** Each reads a whole sentence. */
const sentences = Object.fromEntries(
  Object.entries(patterns).map(([wish, pattern]) => [wish, whole(pattern)]),
) as Readonly<Record<Wish, RegExp>>;
const abroad = { list: whole(noticesAbroad.list), check: whole(noticesAbroad.check) } as const;

/** `inThread`: said below a notice, so that "resolve" needs no number. */
export const asked = (text: string, inThread: boolean): Asked | null => {
  if (text.length > longest) return null;
  const said = lowered(text)
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:please|pls|hi|hello|hey|ok|okay|can you|could you|would you)[ ,]+)+/, '')
    .replace(/(?:[ ,]+(?:please|pls|thanks|now))?[\s.!?。！？]*$/u, '')
    .replace(/^[¿¡]/u, '');
  const match = (wish: Wish): Readonly<Record<string, string | undefined>> | null => {
    const found = sentences[wish].exec(said);
    return found ? (found.groups ?? {}) : null;
  };
  const use = roomUseIn(text);
  if (use?.use === 'notices') return use.ends ? { kind: 'unsubscribe' } : wishes(use.rest);
  const subscribing = match('subscribe');
  if (subscribing) return wishes(subscribing.what ?? subscribing.more ?? '');
  for (const kind of ['unsubscribe', 'subscription', 'test', 'list'] as const) if (match(kind)) return { kind };
  if (abroad.list.test(said)) return { kind: 'list' };
  const show = match('show');
  if (show) return { kind: 'show', card: show.card! };
  const meant = inThread || /\bnotice\b/.test(said);
  for (const kind of ['acknowledge', 'resolve'] as const) {
    const found = match(kind);
    if (found && meant) return { kind, card: found.card ?? null };
  }
  const snooze = match('snooze');
  if (snooze && meant) return { kind: 'snooze', card: snooze.card ?? null, hours: hoursOf(snooze) };
  const check = match('check');
  if (check) return { kind: 'check', domain: check.domain! };
  const named = abroad.check.exec(said)?.groups;
  if (named) return { kind: 'check', domain: named.before ?? named.after! };
  return match('checkAll') ? { kind: 'check', domain: null } : null;
};

/** The longest time that anything is put off. */
const mostHours = 30 * 24;

const hoursOf = ({ span, unit }: Readonly<Record<string, string | undefined>>): number => {
  const count = span === undefined ? 4 : /^\d/.test(span) ? Number(span) : 1;
  return Math.min(Math.max(count, 1) * (unit?.startsWith('d') ? 24 : 1), mostHours);
};

/** What follows "notify here": domains, a least severity, and phrases that should name topics. */
const wishes = (what: string): Asked => {
  const domains = [...new Set(what.match(domain) ?? [])];
  const critical = /\bcritical\b/.test(what);
  const warning = /\bwarnings?\b/.test(what);
  const phrases = what
    .replace(domain, ' , ')
    .replace(
      /\b(?:only |just )?(?:critical|warnings?|info)(?: (?:ones?|notices?|alerts?))?(?: and (?:above|up|worse|higher|critical))?(?: only)?/g,
      ' , ',
    )
    .replace(
      /\b(?:about|for|of|when|if|from|on|in|with|the|any|all|everything|anything|topics?|domains?|notices?|alerts?|notifications?|outages?|incidents?|problems?|issues?|errors?|only|just)\b/g,
      ' ',
    )
    .split(/,|;|\band\b|\bor\b|\+/)
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
  return { kind: 'subscribe', phrases, domains, least: warning ? 'warning' : critical ? 'critical' : 'info' };
};

/** What our own checks look at, by the words that people have for it; it can be asked for like a topic. */
const checks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^federat/, ['federation']],
  [/^ad ?fs$/, ['federation', 'endpoint']],
  [/^endpoints?$/, ['endpoint']],
  [/^sign[- ]?ins?$/, ['sign-ins']],
  [/^(?:own |your |signpost )health$/, ['own-health']],
];

/** The topics that a phrase means: that of this name, or those where every word begins a part of the name. */
export const topicsLike = (phrase: string, topics: readonly string[]): readonly string[] => {
  const name = phrase.replaceAll(' ', '-');
  if (topics.includes(name)) return [name];
  const stems = phrase
    .replace(/\bad ?fs\b/g, 'adfs')
    .replace(/\bcertificates?\b/g, 'cert')
    .split(/[\s-]+/)
    .map((word) => word.replace(/s$/, '').slice(0, 7));
  return [
    ...checks.flatMap(([pattern, names]) => (pattern.test(phrase) ? names : [])),
    ...topics.filter((topic) => stems.every((stem) => topic.split('-').some((part) => part.startsWith(stem)))),
  ];
};
