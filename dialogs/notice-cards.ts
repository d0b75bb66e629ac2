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
import { spelt, sentence } from './cards.ts';
import { replyOf, replyWith } from './reply.ts';
import { notices, severity } from './words/index.ts';

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
  entry === undefined ? [] : [choose(notices().button.fix, `entry:${entry}`, `${aboutNotice}${id}`, primary)];

const stateOf = ({ state, severity: level, test }: NoticeView): string =>
  state === 'resolved' ? notices().resolved : test ? notices().test : severity()[level];

/** `handles` tells whether its readers may work on it. */
const noticeCard = (view: NoticeView, handles = true): Reply => {
  const [lead, ...others] = view.lines;
  if (!lead) return sentence(notices().you.over(view.id));
  const { told } = lead;
  const firing = view.state === 'firing';
  const entry = told.entry ?? others.find((line) => line.told.entry !== undefined)?.told.entry;
  return replyOf({
    title: notices().title(stateOf(view), told.title),
    blocks: [
      ...(view.test ? [note(notices().testNote)] : []),
      ...(view.explainedBy === null ? [] : [note(notices().explained(view.explainedBy))]),
      ...(view.snooze ? [note(notices().snoozed(view.snooze.by, view.snooze.until))] : []),
      ...(view.flapping && firing ? [note(notices().flapping)] : []),
      ...facts([
        [notices().since, utc(Math.min(...view.lines.map(({ since }) => since)))],
        [notices().ended, endOf(view)],
        [notices().checked, utc(Math.max(...view.lines.map(({ checked }) => checked)))],
        ...factsOf(told, [...new Set(view.lines.flatMap((line) => line.told.codes))]),
        [notices().taken, view.owner ? notices().takenAt(view.owner.name, view.owner.at) : firing && notices().nobody],
        [notices().asked, view.followers > 0 && String(view.followers)],
        [notices().number, view.id],
      ]),
      ...(others.length > 0
        ? [
            heading(notices().also),
            listed(
              others.map((line) =>
                line.state === 'resolved' && firing ? notices().alsoResolved(line.told.title) : line.told.title,
              ),
              notices().list.rest,
            ),
          ]
        : []),
      ...(view.consequences.length > 0
        ? [heading(notices().follows), listed(view.consequences, notices().list.rest)]
        : []),
      ...(firing ? firstStep(told) : []),
      ...(told.link === undefined ? [] : [{ kind: 'link', label: notices().more, url: told.link } as const]),
    ],
    actions: [
      ...fix(entry, view.id),
      ...(firing && handles
        ? [
            ...(view.owner ? [] : [choose(notices().button.acknowledge, 'notice:acknowledge', view.id)]),
            choose(notices().button.snooze, 'notice:snooze:4', view.id),
            choose(notices().button.snoozeLong, 'notice:snooze:24', view.id),
            choose(notices().button.resolve, 'notice:resolve', view.id),
          ]
        : []),
    ],
  });
};

const endOf = ({ end }: NoticeView): string | false => {
  if (!end) return false;
  if (end.how === 'expired') return notices().expired(end.at);
  return end.by === null ? utc(end.at) : notices().endedBy(end.at, end.by);
};

const factsOf = (told: Told, codes: readonly string[]): Facts => {
  const setting = told.attribute ?? notices().setting;
  return [
    [notices().domains, told.domains.length > 0 && notices().some(told.domains)],
    [notices().host, told.host],
    [notices().adfs(setting), told.adfs],
    [notices().entra(setting), told.entra],
    [notices().measured, told.evidence],
    [notices().affected, told.affected],
    [notices().deadline, told.deadline !== undefined && utc(told.deadline)],
    [notices().codes, codes.length > 0 && notices().some(codes.map(spelt))],
    [notices().keeper, told.owner],
  ];
};

const firstStep = ({ action, command }: Told): readonly Block[] => [
  ...(action === undefined ? [] : [paragraph([{ text: notices().first, style: 'bold' }, { text: action }])]),
  ...(command === undefined ? [] : [{ kind: 'code', code: command } as const]),
];

// === Lines, storms, good news ===

const lineOf: NoticeDrawings['line'] = (kind, view, by) => {
  const { line } = notices();
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

const stormCard = (storm: StormView): Reply => {
  const firing = storm.notices.filter(({ state }) => state === 'firing').length;
  return replyOf({
    title: notices().storm.title(storm.notices.length),
    blocks: [
      paragraph(notices().storm.text),
      paragraph(notices().storm.open(firing, storm.notices.length)),
      listed(
        storm.notices.map(({ id, title, state }) => notices().storm.line(id, title, state)),
        notices().storm.rest,
      ),
    ],
    actions: [choose(notices().button.all, 'notice:list')],
  });
};

const still = (view: NoticeView): Reply => {
  const lead = view.lines[0];
  return replyOf({
    blocks: [paragraph(notices().still(lead?.told.title ?? '', lead?.since ?? 0))],
    actions: [...fix(lead?.told.entry, view.id), choose(notices().button.acknowledge, 'notice:acknowledge', view.id)],
  });
};

const cleared = ({ title }: Told): Reply =>
  replyOf({ blocks: [paragraph(notices().cleared(title)), paragraph(notices().clearedHint)] });

// === Checks on demand ===

const checking = (domain: string, step: string): Reply =>
  replyOf({
    title: notices().check.title(domain),
    blocks: [paragraph(notices().check.step(step || notices().check.begins))],
  });

const rowOf = ({ attribute, adfs, entra, verdict, note: remark }: ComparisonRow): readonly [string, Rich] => [
  attribute,
  [
    { text: notices().check[verdict], style: 'bold' },
    ...(verdict === 'match' ? [] : [{ text: `: ${notices().check.pair(short(adfs), short(entra))}` }]),
    ...(remark ? [{ text: ` (${remark})` }] : []),
  ],
];

const short = (value: string | undefined): string =>
  value === undefined || value === ''
    ? notices().check.nothing
    : value.length > 200
      ? `${value.slice(0, 199)}…`
      : value;

/** How many rows and buttons a result has. */
const mostRows = 25;
const mostFixes = 3;

const checked = ({ domain, at, kind, rows, findings, notChecked }: CheckResult): Reply => {
  const of = (state: Finding['state']): readonly Finding[] => findings.filter((finding) => finding.state === state);
  const firing = of('firing');
  const unknown = notChecked.length > 0 ? notChecked : of('unknown').map(({ title }) => title);
  const fine = {
    federated: notices().check.fine,
    managed: notices().check.managed,
    unknown: notices().check.notFederated,
  }[kind];
  const entries = [...new Set(firing.flatMap(({ entry }) => (entry === undefined ? [] : [entry])))];
  const first = firing[0];
  return replyOf({
    title: notices().check.done(domain),
    blocks: [
      ...(firing.length > 0
        ? [
            heading(notices().check.found),
            listed(
              firing.map((finding) => notices().title(severity()[finding.severity], finding.title)),
              notices().list.rest,
            ),
          ]
        : [paragraph(fine)]),
      ...(first ? firstStep(first) : []),
      ...(unknown.length > 0
        ? [heading(notices().check.unknown), listed(unknown.map(short), notices().list.rest)]
        : []),
      ...(rows.length > 0
        ? [heading(notices().check.compared), { kind: 'facts', items: rows.slice(0, mostRows).map(rowOf) } as const]
        : []),
      ...facts([[notices().check.at, utc(at)]]),
    ],
    actions: entries
      .slice(0, mostFixes)
      .map((entry, n) =>
        choose(
          entries.length > 1 ? `${notices().button.fix} ${n + 1}` : notices().button.fix,
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
      return { ...sentence(notices().you.over(said.notice)), to: 'asker' };
    case 'not ours':
      return sentence(notices().check.notOurs(said.domain, said.domains));
    case 'no checks':
      return sentence(notices().check.none);
    case 'which domain':
      return replyOf({
        blocks: [paragraph(notices().check.which)],
        actions: said.domains
          .slice(0, 6)
          .map((domain) => choose(notices().button.check(domain), `notice:check:${domain}`)),
      });
    case 'check runs':
      return sentence(notices().check.runs(said.domain));
    case 'check failed':
      return sentence(notices().check.failed(said.domain, said.reference));
  }
};

export const noticeDrawings: NoticeDrawings = {
  card: noticeCard,
  storm: stormCard,
  line: lineOf,
  stormOver: (storm) => sentence(notices().storm.over(storm.notices.length)),
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
  if (top.length === 0) return sentence(notices().list.none);
  const lines = top.map(({ key, card, severity: level, title, since, owner, snoozedUntil }) => {
    const follows = firing.filter(({ parent }) => parent === key).length;
    const state = owner ? notices().list.taken(owner) : snoozedUntil ? notices().list.snoozed(snoozedUntil) : '';
    return `${notices().list.line(card, severity()[level], title, since, state)}${follows > 0 ? notices().list.follows(follows) : ''}`;
  });
  const cards = [...new Set(top.slice(0, mostListed).flatMap(({ card }) => (card === null ? [] : [card])))];
  return replyOf({
    title: notices().list.title(top.length),
    blocks: [listed(lines, notices().list.rest)],
    actions: cards.slice(0, 5).map((card) => choose(notices().button.show(card), 'notice:show', card)),
  });
};

/** One notice as far as every turn knows it; only who `handles` it gets the buttons for that. */
export const firingCard = (card: string, firing: readonly Firing[], handles: boolean): Reply => {
  const [lead, ...others] = firing;
  if (!lead) return sentence(notices().you.unknown(card));
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
  const { subscribed } = notices();
  const what = [
    ...(topics.length > 0 ? [subscribed.topics(topics)] : []),
    ...(domains.length > 0 ? [subscribed.domains(domains)] : []),
  ];
  return `${what.length > 0 ? what.join(subscribed.and) : subscribed.all}${subscribed.least[least]}`;
};

export const subscriptionCard = (subscription: Subscription, open?: number): Reply =>
  replyOf({
    title: notices().subscribed.title,
    blocks: [
      paragraph(notices().subscribed.text(wantsOf(subscription))),
      ...(open === undefined ? [] : [paragraph(notices().subscribed.alsoNow(open))]),
      note(notices().subscribed.hint),
    ],
    actions: [
      choose(notices().button.test, 'notice:test', undefined, primary),
      choose(notices().button.stop, 'notice:stop'),
    ],
  });

/** The known issue above the answer, in the same message. */
export const withKnown = (reply: Reply, text: string): Reply =>
  replyWith(reply, { blocks: [warning(text), ...(reply.blocks ?? [])] });

export const knownText = (
  firing: Firing,
  how: { readonly related: boolean; readonly tells: boolean; readonly now: number },
): string => {
  const title = firing.title.replace(/[.!]+$/, '');
  const when = clock(firing.since, how.now);
  return how.related
    ? notices().related(title, when, how.tells)
    : notices().known(title, when, how.tells, firing.owner);
};
