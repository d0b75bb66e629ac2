/** What a card and a storm show. */
import {
  type Notice,
  type NoticeCard,
  type NoticeView,
  severities,
  type Storm,
  type StormView,
} from '../model/notice.ts';
import { type Draft, membersOf } from './draft.ts';
import { isSnoozed } from './life.ts';
import type { Settings } from './settings.ts';

/** What is explained, and by what, is looked up once for all cards. */
export type Explained = {
  readonly by: ReadonlyMap<string, Notice>;
  readonly consequences: ReadonlyMap<string, readonly Notice[]>;
};

export const explainedOf = (draft: Draft, by: ReadonlyMap<string, Notice>): Explained => ({
  by,
  consequences: Map.groupBy(
    [...by.keys()].map((key) => draft.notices.get(key)!),
    ({ key }) => by.get(key)!.key,
  ),
});

export const viewOf = (
  draft: Draft,
  card: NoticeCard,
  explained: Explained,
  settings: Settings,
  now: number,
): NoticeView => {
  const members = membersOf(draft, card).toSorted(gravestFirst);
  const firing = members.filter(({ state }) => state === 'firing');
  const lead = members[0];
  const ended = members.toSorted((a, b) => (b.end?.at ?? 0) - (a.end?.at ?? 0))[0];
  const allSnoozed = firing.length > 0 && firing.every((notice) => isSnoozed(notice, now));
  const keys = new Set(members.map(({ key }) => key));
  const consequences = members
    .flatMap(({ key }) => explained.consequences.get(key) ?? [])
    .filter(({ key }) => !keys.has(key));
  const explanation = lead?.state === 'firing' ? explained.by.get(lead.key) : undefined;
  return {
    id: card.id,
    state: firing.length > 0 ? 'firing' : 'resolved',
    severity: lead?.told.severity ?? 'info',
    test: members.some(({ told }) => told.check === 'test'),
    lines: members.map(({ told, state, since, checked }) => ({
      told,
      state: state === 'firing' ? 'firing' : 'resolved',
      since,
      checked,
    })),
    consequences: consequences.map(({ told }) => told.title),
    explainedBy: explanation?.told.title ?? null,
    end: firing.length > 0 ? null : (ended?.end ?? null),
    owner: card.owner,
    snooze: allSnoozed ? firing.map(({ snooze }) => snooze!).toSorted((a, b) => a.until - b.until)[0]! : null,
    followers: members.reduce((sum, { key }) => sum + (draft.followers.get(key) ?? 0), 0),
    flapping: members.some(({ flaps }) => flaps >= settings.mostFlaps),
  };
};

const gravestFirst = (a: Notice, b: Notice): number =>
  Number(b.state === 'firing') - Number(a.state === 'firing') ||
  severities.indexOf(b.told.severity) - severities.indexOf(a.told.severity) ||
  a.since - b.since;

/** The view without what changes at every look. */
export const lookOf = (view: NoticeView): string =>
  JSON.stringify({ ...view, lines: view.lines.map((line) => ({ ...line, checked: 0 })) });

export const stormViewOf = (draft: Draft, storm: Storm): StormView => ({
  id: storm.id,
  since: storm.since,
  notices: storm.cards.flatMap((id) => {
    const card = draft.cards.get(id);
    return card ? [{ id, title: card.title, state: card.state }] : [];
  }),
});
