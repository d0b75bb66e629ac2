/** How notices look: the card, the lines below it, the summary of a storm, and the result of a check. */
import type { ComparisonRow, Finding } from '../src/model/finding.ts';
import type {
  CheckResult,
  Firing,
  HandlerWord,
  NoticeDrawings,
  NoticeView,
  StormView,
  Subscription,
  Told,
} from '../src/model/notice.ts';
import type { Action, Block, Reply, Rich } from '../src/model/reply.ts';
import { clock, utc } from '../src/model/time.ts';
import { choose, heading, note, paragraph, primary, warning } from './blocks.ts';
import { named, sentence } from './cards.ts';
import { replyOf } from './reply.ts';
import { notices as words, severity } from './words/index.ts';

type Facts = readonly (readonly [string, Rich | null | undefined | false])[];

const facts = (items: Facts): readonly Block[] => {
  const given = items.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return given.length > 0 ? [{ kind: 'facts', items: given }] : [];
};

/** How many titles a list names. */
const mostListed = 15;

const listed = (titles: readonly string[], rest: (count: number) => string): Block => ({
  kind: 'list',
  items: titles.length > mostListed ? [...titles.slice(0, mostListed), rest(titles.length - mostListed)] : [...titles],
});

// === The card ===

/** What the fix button of a notice is about, so that whoever presses it is not taken for somebody who asks. */
export const aboutNotice = 'notice/';

const fix = (entry: string | undefined, id: string): readonly Action[] =>
  entry === undefined ? [] : [choose(words().button.fix, `entry:${entry}`, `${aboutNotice}${id}`, primary)];

const stateOf = ({ state, severity: level, test }: NoticeView): string =>
  state === 'resolved' ? words().resolved : test ? words().test : severity()[level];

/** `handles` tells whether its readers may work on it. */
const noticeCard = (view: NoticeView, handles = true): Reply => {
  const [lead, ...others] = view.lines;
  if (!lead) return sentence(words().you.over(view.id));
  const { told } = lead;
  const firing = view.state === 'firing';
  const entry = told.entry ?? others.find((line) => line.told.entry !== undefined)?.told.entry;
  return replyOf({
    title: words().title(stateOf(view), told.title),
    blocks: [
      ...(view.test ? [note(words().testNote)] : []),
      ...(view.explainedBy === null ? [] : [note(words().explained(view.explainedBy))]),
      ...(view.snooze ? [note(words().snoozed(view.snooze.by, view.snooze.until))] : []),
      ...(view.flapping && firing ? [note(words().flapping)] : []),
      ...facts([
        [words().since, utc(Math.min(...view.lines.map(({ since }) => since)))],
        [words().ended, endOf(view)],
        [words().checked, utc(Math.max(...view.lines.map(({ checked }) => checked)))],
        ...factsOf(told, [...new Set(view.lines.flatMap((line) => line.told.codes))]),
        [words().taken, view.owner ? words().takenAt(view.owner.name, view.owner.at) : firing && words().nobody],
        [words().asked, view.followers > 0 && String(view.followers)],
        [words().number, view.id],
      ]),
      ...(others.length > 0
        ? [
            heading(words().also),
            listed(
              others.map((line) =>
                line.state === 'resolved' && firing ? words().alsoResolved(line.told.title) : line.told.title,
              ),
              words().list.rest,
            ),
          ]
        : []),
      ...(view.consequences.length > 0 ? [heading(words().follows), listed(view.consequences, words().list.rest)] : []),
      ...(firing ? firstStep(told) : []),
      ...(told.link === undefined ? [] : [{ kind: 'link', label: words().more, url: told.link } as const]),
    ],
    actions: [
      ...fix(entry, view.id),
      ...(firing && handles
        ? [
            ...(view.owner ? [] : [choose(words().button.acknowledge, 'notice:acknowledge', view.id)]),
            choose(words().button.snooze, 'notice:snooze:4', view.id),
            choose(words().button.snoozeLong, 'notice:snooze:24', view.id),
            choose(words().button.resolve, 'notice:resolve', view.id),
          ]
        : []),
    ],
  });
};

const endOf = ({ end }: NoticeView): string | false => {
  if (!end) return false;
  if (end.how === 'expired') return words().expired(end.at);
  return end.by === null ? utc(end.at) : words().endedBy(end.at, end.by);
};

const factsOf = (told: Told, codes: readonly string[]): Facts => {
  const setting = told.attribute ?? words().setting;
  return [
    [words().domains, told.domains.length > 0 && words().some(told.domains)],
    [words().host, told.host],
    [words().adfs(setting), told.adfs],
    [words().entra(setting), told.entra],
    [words().measured, told.evidence],
    [words().affected, told.affected],
    [words().deadline, told.deadline !== undefined && utc(told.deadline)],
    [words().codes, codes.length > 0 && words().some(codes.map(named))],
    [words().keeper, told.owner],
  ];
};

const firstStep = ({ action, command }: Told): readonly Block[] => [
  ...(action === undefined ? [] : [paragraph([{ text: words().first, style: 'bold' }, { text: action }])]),
  ...(command === undefined ? [] : [{ kind: 'code', code: command } as const]),
];

// === Lines, storms, good news ===

const lineOf: NoticeDrawings['line'] = (kind, view, by) => {
  const { line } = words();
  switch (kind) {
    case 'raised':
      return sentence(line.raised(severity()[view.severity]));
    case 'step':
      return sentence(line.step(view.lines[0]?.told.title ?? ''));
    case 'resolved':
      return sentence(view.end?.how === 'expired' ? line.expired : line.resolved(by, view.end?.at ?? 0));
    case 'again':
      return sentence(line.again(Math.max(...view.lines.map(({ since }) => since))));
    case 'snooze over':
      return sentence(line['snooze over']);
    case 'acknowledged':
      return sentence(line.acknowledged(by ?? ''));
    case 'snoozed':
      return sentence(line.snoozed(by ?? '', view.snooze?.until ?? 0));
  }
};

const stormCard = ({ notices }: StormView): Reply => {
  const firing = notices.filter(({ state }) => state === 'firing').length;
  return replyOf({
    title: words().storm.title(notices.length),
    blocks: [
      paragraph(words().storm.text),
      paragraph(words().storm.open(firing, notices.length)),
      listed(
        notices.map(({ id, title, state }) => words().storm.line(id, title, state)),
        words().storm.rest,
      ),
    ],
    actions: [choose(words().button.all, 'notice:list')],
  });
};

const still = (view: NoticeView): Reply => {
  const lead = view.lines[0];
  return replyOf({
    blocks: [paragraph(words().still(lead?.told.title ?? '', lead?.since ?? 0))],
    actions: [...fix(lead?.told.entry, view.id), choose(words().button.acknowledge, 'notice:acknowledge', view.id)],
  });
};

const cleared = ({ title }: Told): Reply =>
  replyOf({ blocks: [paragraph(words().cleared(title)), paragraph(words().clearedHint)] });

// === Checks on demand ===

const checking = (domain: string, step: string): Reply =>
  replyOf({
    title: words().check.title(domain),
    blocks: [paragraph(words().check.step(step || words().check.begins))],
  });

const rowOf = ({ attribute, adfs, entra, verdict, note: remark }: ComparisonRow): readonly [string, Rich] => [
  attribute,
  [
    { text: words().check[verdict], style: 'bold' },
    ...(verdict === 'match' ? [] : [{ text: `: ${words().check.pair(short(adfs), short(entra))}` }]),
    ...(remark ? [{ text: ` (${remark})` }] : []),
  ],
];

const short = (value: string | undefined): string =>
  value === undefined || value === '' ? words().check.nothing : value.length > 200 ? `${value.slice(0, 199)}…` : value;

/** How many rows and buttons a result has. */
const mostRows = 25;
const mostFixes = 3;

const checked = ({ domain, at, kind, rows, findings, notChecked }: CheckResult): Reply => {
  const of = (state: Finding['state']): readonly Finding[] => findings.filter((finding) => finding.state === state);
  const firing = of('firing');
  const unknown = notChecked.length > 0 ? notChecked : of('unknown').map(({ title }) => title);
  const fine = { federated: words().check.fine, managed: words().check.managed, unknown: words().check.notFederated }[
    kind
  ];
  const entries = [...new Set(firing.flatMap(({ entry }) => (entry === undefined ? [] : [entry])))];
  const first = firing[0];
  return replyOf({
    title: words().check.done(domain),
    blocks: [
      ...(firing.length > 0
        ? [
            heading(words().check.found),
            listed(
              firing.map((finding) => words().title(severity()[finding.severity], finding.title)),
              words().list.rest,
            ),
          ]
        : [paragraph(fine)]),
      ...(first ? firstStep(first) : []),
      ...(unknown.length > 0 ? [heading(words().check.unknown), listed(unknown.map(short), words().list.rest)] : []),
      ...(rows.length > 0
        ? [heading(words().check.compared), { kind: 'facts', items: rows.slice(0, mostRows).map(rowOf) } as const]
        : []),
      ...facts([[words().check.at, utc(at)]]),
    ],
    actions: entries
      .slice(0, mostFixes)
      .map((entry, n) =>
        choose(
          entries.length > 1 ? `${words().button.fix} ${n + 1}` : words().button.fix,
          `entry:${entry}`,
          `${aboutNotice}${domain}`,
          n === 0 ? primary : {},
        ),
      ),
  });
};

const word = (said: HandlerWord): Reply => {
  switch (said.kind) {
    case 'over':
      return { ...sentence(words().you.over(said.notice)), to: 'asker' };
    case 'not ours':
      return sentence(words().check.notOurs(said.domain, said.domains));
    case 'no checks':
      return sentence(words().check.none);
    case 'which domain':
      return replyOf({
        blocks: [paragraph(words().check.which)],
        actions: said.domains
          .slice(0, 6)
          .map((domain) => choose(words().button.check(domain), `notice:check:${domain}`)),
      });
    case 'check runs':
      return sentence(words().check.runs(said.domain));
    case 'check failed':
      return sentence(words().check.failed(said.domain, said.reference));
  }
};

export const noticeDrawings: NoticeDrawings = {
  card: noticeCard,
  storm: stormCard,
  line: lineOf,
  stormOver: ({ notices }) => sentence(words().storm.over(notices.length)),
  still,
  cleared,
  checking,
  checked,
  word,
};

// === Answers in chat ===

/** What is wrong now; what follows from something else is counted with it. */
export const listCard = (firing: readonly Firing[]): Reply => {
  const top = firing.filter(({ parent }) => parent === null);
  if (top.length === 0) return sentence(words().list.none);
  const lines = top.map(({ key, card, severity: level, title, since, owner, snoozedUntil }) => {
    const follows = firing.filter(({ parent }) => parent === key).length;
    const state = owner ? words().list.taken(owner) : snoozedUntil ? words().list.snoozed(snoozedUntil) : '';
    return `${words().list.line(card, severity()[level], title, since, state)}${follows > 0 ? words().list.follows(follows) : ''}`;
  });
  const cards = [...new Set(top.slice(0, mostListed).flatMap(({ card }) => (card === null ? [] : [card])))];
  return replyOf({
    title: words().list.title(top.length),
    blocks: [listed(lines, words().list.rest)],
    actions: cards.slice(0, 5).map((card) => choose(words().button.show(card), 'notice:show', card)),
  });
};

/** One notice as far as every turn knows it; only who `handles` it gets the buttons for that. */
export const firingCard = (card: string, firing: readonly Firing[], handles: boolean): Reply => {
  const [lead, ...others] = firing;
  if (!lead) return sentence(words().you.unknown(card));
  const view: NoticeView = {
    id: card,
    state: 'firing',
    severity: lead.severity,
    test: false,
    lines: [lead, ...others].map((one) => ({
      told: {
        check: 'inbox',
        severity: one.severity,
        title: one.title,
        domains: one.domains,
        codes: one.codes,
        ...(one.entry === null ? {} : { entry: one.entry }),
      },
      state: 'firing',
      since: one.since,
      checked: one.checked,
    })),
    consequences: [],
    explainedBy: null,
    end: null,
    owner: null,
    snooze: null,
    followers: firing.reduce((sum, { followers }) => sum + followers, 0),
    flapping: false,
  };
  return noticeCard(view, handles);
};

const wantsOf = ({ topics, domains, least }: Subscription): string => {
  const { subscribed } = words();
  const what = [
    ...(topics.length > 0 ? [subscribed.topics(topics)] : []),
    ...(domains.length > 0 ? [subscribed.domains(domains)] : []),
  ];
  return `${what.length > 0 ? what.join(subscribed.and) : subscribed.all}${subscribed.least[least]}`;
};

export const subscriptionCard = (subscription: Subscription, open?: number): Reply =>
  replyOf({
    title: words().subscribed.title,
    blocks: [
      paragraph(words().subscribed.text(wantsOf(subscription))),
      ...(open === undefined ? [] : [paragraph(words().subscribed.alsoNow(open))]),
      note(words().subscribed.hint),
    ],
    actions: [
      choose(words().button.test, 'notice:test', undefined, primary),
      choose(words().button.stop, 'notice:stop'),
    ],
  });

/** The known issue above the answer, in the same message. */
export const withKnown = (reply: Reply, text: string): Reply => {
  const { text: _, blocks = [], ...rest } = reply;
  return replyOf({ ...rest, blocks: [warning(text), ...blocks] });
};

export const knownText = (
  firing: Firing,
  how: { readonly related: boolean; readonly tells: boolean; readonly now: number },
): string => {
  const title = firing.title.replace(/[.!]+$/, '');
  const when = clock(firing.since, how.now);
  return how.related ? words().related(title, when, how.tells) : words().known(title, when, how.tells, firing.owner);
};
