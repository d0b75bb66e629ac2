/** What the bot says about notices. */
import type { LineKind, Severity } from '../../../src/model/notice.ts';
import { utc } from '../../../src/model/time.ts';

export const severity: Readonly<Record<Severity, string>> = { info: 'Info', warning: 'Warning', critical: 'Critical' };

const some = (names: readonly string[], most = 10): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');

export const words = {
  some,
  title: (state: string, title: string) => `${state}: ${title}`,
  resolved: 'Resolved',
  test: 'Test',
  testNote: 'A test that somebody asked for here. Its buttons work like those of a real notice.',
  explained: (title: string) => `This probably follows from another notice: ${title}`,
  snoozed: (by: string, until: number) => `Snoozed by ${by} until ${utc(until)}.`,
  flapping: 'It comes and goes. I call it over when it has been well for half an hour.',
  since: 'Since',
  checked: 'Last checked',
  ended: 'Over since',
  endedBy: (at: number, by: string) => `${utc(at)}, by ${by}`,
  expired: (at: number) => `${utc(at)}: nobody reports it any more, which does not prove that it is mended`,
  domains: 'Domains',
  host: 'Host',
  adfs: (attribute: string) => `${attribute} in AD FS`,
  entra: (attribute: string) => `${attribute} in Entra`,
  setting: 'Setting',
  measured: 'Measured',
  affected: 'Who is affected',
  deadline: 'Hurts from',
  codes: 'Codes that people see',
  keeper: 'Looked after by',
  taken: 'Taken by',
  takenAt: (name: string, at: number) => `${name}, ${utc(at)}`,
  nobody: 'nobody yet',
  asked: 'People who asked',
  number: 'Notice',
  first: 'First: ',
  more: 'More about it',
  also: 'Also',
  alsoResolved: (title: string) => `${title} (resolved)`,
  follows: 'Follows from it',
  button: {
    fix: 'Show the fix',
    acknowledge: 'Acknowledge',
    snooze: 'Snooze 4 h',
    snoozeLong: 'Snooze 1 day',
    resolve: 'Resolve',
    test: 'Send a test notice',
    stop: 'Stop notifying here',
    show: (card: string) => `Notice ${card}`,
    check: (domain: string) => `Check ${domain}`,
    all: 'What is wrong now',
  },
  storm: {
    title: (count: number) => `${count} notices within a few minutes`,
    text: 'So many came at once that I put them into one message. They may have one cause.',
    open: (count: number, of: number) => (count === 0 ? `All ${of} are over.` : `${count} of ${of} are still firing.`),
    over: (count: number) => `All ${count} notices of this message are over.`,
    line: (id: string, title: string, state: string) =>
      `Notice ${id}: ${title}${state === 'resolved' ? ' (over)' : ''}`,
    rest: (count: number) => `and ${count} more`,
  },
  line: {
    raised: (level: string) => `Now ${level.toLowerCase()}.`,
    step: (title: string) => `It has come closer: ${title}`,
    resolved: (by: string | null, at: number) =>
      by === null ? `Over since ${utc(at)}.` : `${by} resolved it at ${utc(at)}.`,
    expired: 'Nobody reports it any more, so I close it. Have a look whether it is mended.',
    again: (at: number) => `It is back, since ${utc(at)}.`,
    'snooze over': 'The snooze is over, and it still fires.',
    acknowledged: (by: string) => `${by} has it.`,
    snoozed: (by: string, until: number) => `${by} put it off until ${utc(until)}.`,
  } satisfies Readonly<Record<LineKind | 'expired', unknown>>,
  still: (title: string, since: number) => `Still firing since ${utc(since)}, and nobody has taken it: ${title}`,
  cleared: (title: string) => `You asked about this: it is over. ${title}`,
  clearedHint: 'Please try again. If it still fails, tell me what you see.',
  known: (title: string, when: string, tells: boolean, owner: string | null) =>
    `Known issue since ${when}: ${title}. ${owner === null ? '' : `${owner} works on it. `}There is no need to reset your password.${tells ? ' I tell you when it clears.' : ''}`,
  related: (title: string, when: string, tells: boolean) =>
    `This may belong to a known issue since ${when}: ${title}.${tells ? ' I tell you when that clears.' : ''}`,
  list: {
    title: (count: number) => (count === 1 ? 'One thing is wrong now' : `${count} things are wrong now`),
    line: (card: string | null, level: string, title: string, since: number, taken: string) =>
      `${card === null ? '' : `Notice ${card}. `}${level}: ${title}, since ${utc(since)}${taken}`,
    taken: (owner: string) => `, ${owner} has it`,
    snoozed: (until: number) => `, snoozed until ${utc(until)}`,
    follows: (count: number) => ` (and ${count} that follow from it)`,
    rest: (count: number) => `and ${count} more`,
    none: 'I know of nothing that is wrong right now. That says only what I have been told and what I check.',
  },
  you: {
    acknowledged: (card: string) => `You have notice ${card}. Everybody sees it on the notice.`,
    snoozed: (card: string, until: number) => `Notice ${card} is quiet until ${utc(until)}.`,
    resolved: (card: string) =>
      `Notice ${card} is resolved. If it is still seen later than in a quarter of an hour, it comes back.`,
    noted: 'Noted. If that notice is already over, I say so here.',
    over: (card: string) => `That notice${card === '' ? '' : ` (${card})`} is already over.`,
    unknown: (card: string) => `No notice ${card} is open. "What is wrong now" lists those that are.`,
    mayNot: 'Only where notices are posted can you do that, or as one of the people who may set me up.',
    which: 'Which notice? Press the button on it, or say its number: "acknowledge notice 12".',
  },
  subscribed: {
    title: 'I notify here',
    text: (what: string) => `I post here: ${what}.`,
    hint: 'Say "stop notifying here" to end it, or give me other words to change it, such as "notify here about federation, critical only".',
    alsoNow: (count: number) =>
      count === 0
        ? 'Nothing of it is wrong right now.'
        : `Right now ${count === 1 ? 'one of these is' : `${count} of these are`} open; I post what belongs here in a moment.`,
    all: 'everything',
    topics: (topics: readonly string[]) => `the topics ${some(topics, 8)}`,
    domains: (domains: readonly string[]) => `the domains ${some(domains)}`,
    least: { info: '', warning: ', from warning up', critical: ', critical only' } satisfies Record<Severity, string>,
    and: ' for ',
  },
  stopped: 'All right, I no longer post notices here. What is already here stays up to date.',
  notHere: 'I do not post notices here. A person who may set me up can say "notify here about everything".',
  noTopic: (said: string, topics: readonly string[]) =>
    `I know no topic like "${said}". Topics are, for example: ${some(topics, 12)}.`,
  admins: (you: string) =>
    `Only people who may set me up can change what I post here: those that SIGNPOST_ADMINS names. You are ${you}.`,
  cannotPost: 'I cannot post here by myself. Say this in a channel of Teams or Slack, or in a personal chat there.',
  testing: 'A test notice is on its way. It should appear here within seconds; press Resolve on it to try the buttons.',
  check: {
    started: (domain: string) => `I look at ${domain}. The result appears here, usually within a minute.`,
    startedAll: 'I look. The result appears here, usually within a minute.',
    title: (domain: string) => `Checking ${domain}`,
    begins: 'starting',
    step: (step: string) => `${step}…`,
    done: (domain: string) => `${domain}: checked`,
    at: 'Checked',
    match: 'match',
    differs: 'differs',
    near: 'nearly the same',
    'cannot tell': 'cannot tell',
    pair: (adfs: string, entra: string) => `AD FS has ${adfs}, Entra has ${entra}`,
    nothing: 'nothing',
    found: 'What is wrong',
    fine: 'I found nothing that is wrong.',
    managed: 'The domain signs in at Microsoft Entra itself, so there is no federation to compare.',
    notFederated: 'I could not find out how this domain signs in.',
    unknown: 'What I could not look at',
    compared: 'AD FS against Entra',
    notOurs: (domain: string, domains: readonly string[]) =>
      `${domain} is not among the domains that I may check. Those are: ${some(domains)}.`,
    none: 'No domain is set up for checks here, so there is nothing that I could check. Whoever runs me can name domains in SIGNPOST_CHECK_DOMAINS, or give me a way into Microsoft Graph.',
    which: 'Which domain shall I check?',
    runs: (domain: string) => `A check of ${domain} is running or has just run. Try again in a minute.`,
    failed: (domain: string, reference: string) =>
      `The check of ${domain} did not get to an end, so I cannot tell. The log has it under ${reference}.`,
  },
};
