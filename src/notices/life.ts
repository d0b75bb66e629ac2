/** The life of one notice: pending, firing, resolved, and back. */
import { atLeast, type End, type Notice, type SeenBy, type Sighting, type Snooze, type Told } from '../model/notice.ts';
import { type Draft, put } from './draft.ts';
import type { Settings } from './settings.ts';

/** These are sure at once; checks of ours are believed when they fail twice. */
const sureAtOnce: ReadonlySet<SeenBy> = new Set(['inbox', 'test', 'own-health']);

/** How many ids of occurrences are remembered. */
const mostAliases = 10;

/** Takes in what was seen, one sighting a key; the last of a key counts. */
export const see = (draft: Draft, sightings: readonly Sighting[], settings: Settings, now: number): void => {
  const byAlias = new Map<string, string>();
  for (const notice of draft.notices.values()) for (const alias of notice.aliases) byAlias.set(alias, notice.key);
  const newest = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = (sighting.alias === undefined ? undefined : byAlias.get(sighting.alias)) ?? sighting.key;
    newest.set(key, key === sighting.key ? sighting : { ...sighting, key });
  }
  for (const sighting of newest.values()) {
    if (sighting.state === 'firing') wrong(draft, sighting, settings, now);
    if (sighting.state === 'ok') well(draft, sighting, settings, now);
  }
};

const wrong = (draft: Draft, sighting: Sighting, settings: Settings, now: number): void => {
  const was = draft.notices.get(sighting.key);
  const sure = sureAtOnce.has(sighting.check) || settings.holdDown <= 1;
  if (was?.state === 'resolved' && isEcho(was, sighting, settings, now)) return;
  const told = toldOf(sighting, was?.told);
  const heard = {
    told,
    seen: now,
    checked: now,
    calm: null,
    aliases: withAlias(was?.aliases ?? [], sighting.alias),
    startedAt: sighting.startedAt ?? was?.startedAt ?? null,
  };
  if (was?.state === 'firing') {
    if (was.card !== null && !atLeast(was.told.severity, told.severity))
      draft.lines.push({ kind: 'raised', card: was.card, by: null });
    else if (was.card !== null && told.step !== undefined && told.step !== was.told.step)
      draft.lines.push({ kind: 'step', card: was.card, by: null });
    put(draft, was, heard);
    return;
  }
  const begun: Notice =
    was?.state === 'pending'
      ? { ...was, ...heard, runs: was.runs + 1 }
      : {
          card: null,
          end: null,
          flaps: 0,
          snooze: null,
          ...was,
          ...heard,
          key: sighting.key,
          state: 'pending',
          since: now,
          runs: 1,
        };
  const pending = put(draft, begun);
  if (sure || pending.runs >= settings.holdDown) fire(draft, pending, settings);
};

/** What comes back soon goes on with its card; what comes back later is told anew. */
const fire = (draft: Draft, notice: Notice, settings: Settings): void => {
  const { end } = notice;
  const soon = end !== null && notice.since - end.at <= settings.flapWindow;
  const card = notice.card === null ? undefined : draft.cards.get(notice.card);
  const goesOn = card !== undefined && (soon || card.state === 'firing');
  if (goesOn && card.state === 'resolved') draft.lines.push({ kind: 'again', card: card.id, by: null });
  put(draft, notice, {
    state: 'firing',
    end: null,
    card: goesOn ? card.id : null,
    flaps: soon ? notice.flaps + 1 : 0,
  });
};

/** A report that was on its way when the notice ended: of the same occurrence, or of what a person has just mended. */
const isEcho = ({ end, startedAt }: Notice, sighting: Sighting, settings: Settings, now: number): boolean => {
  if (!end) return false;
  if (end.how === 'hand') return now - end.at < settings.handGrace && !((sighting.startedAt ?? 0) > end.at);
  return end.how === 'itself' && sighting.startedAt !== undefined && sighting.startedAt === startedAt;
};

const well = (draft: Draft, sighting: Sighting, settings: Settings, now: number): void => {
  const was = draft.notices.get(sighting.key);
  if (!was || was.state === 'resolved' || isOfBefore(was, sighting)) return;
  if (was.state === 'pending') {
    if (was.end !== null || was.snooze !== null) put(draft, was, { state: 'resolved', checked: now, runs: 0 });
    else draft.notices.delete(was.key);
    return;
  }
  const calm = was.calm ?? now;
  if (was.flaps >= settings.mostFlaps && now - calm < settings.flapWindow) put(draft, was, { calm, checked: now });
  else resolve(draft, { ...was, checked: now }, { at: now, how: 'itself', by: null });
};

/** The end of an earlier occurrence that arrives late. */
const isOfBefore = ({ aliases, startedAt }: Notice, sighting: Sighting): boolean => {
  const older = sighting.startedAt !== undefined && startedAt !== null && sighting.startedAt < startedAt;
  const other = sighting.alias !== undefined && aliases.includes(sighting.alias) && aliases.at(-1) !== sighting.alias;
  return older || other;
};

/** Ends a notice; those who asked about it are told. */
export const resolve = (draft: Draft, notice: Notice, end: End): void => {
  put(draft, notice, { state: 'resolved', end, runs: 0, calm: null });
  draft.cleared.add(notice.key);
};

/** What time alone does: snoozes end, what comes and goes stays well, what nobody reports any more is over. */
export const age = (draft: Draft, settings: Settings, now: number): void => {
  for (const notice of draft.notices.values()) {
    const { snooze, state, calm, told } = notice;
    if (snooze && snooze.until <= now) {
      if (state === 'firing' && notice.card !== null)
        draft.lines.push({ kind: 'snooze over', card: notice.card, by: null });
      put(draft, notice, { snooze: null });
    }
    const current = draft.notices.get(notice.key)!;
    if (state !== 'firing') continue;
    if (calm !== null && now - calm >= settings.flapWindow)
      resolve(draft, current, { at: now, how: 'itself', by: null });
    else if (told.source === undefined && now - notice.seen >= settings.expireAfter)
      resolve(draft, current, { at: now, how: 'expired', by: null });
  }
};

/** Ends what a check no longer looks at: it reported everything that it looks at, and this was not among it. */
export const dropUnwatched = (draft: Draft, source: string, sightings: readonly Sighting[], now: number): void => {
  if (sightings.some(({ state }) => state === 'unknown')) return;
  const reported = new Set(sightings.map(({ key }) => key));
  for (const notice of draft.notices.values()) {
    if (notice.told.source !== source || notice.state === 'resolved' || reported.has(notice.key)) continue;
    if (notice.state === 'firing') resolve(draft, notice, { at: now, how: 'expired', by: null });
    else draft.notices.delete(notice.key);
  }
};

/** A snooze holds for what it was set for: something graver breaks it. */
export const isSnoozed = ({ snooze, told }: Notice, now: number): boolean =>
  snooze !== null && snooze.until > now && atLeast(snooze.severity, told.severity);

export const snoozed = (notice: Notice, until: number, by: string): Snooze => ({
  until,
  by,
  severity: notice.told.severity,
});

const toldOf = (sighting: Sighting, was?: Told): Told => {
  const { key: _key, state: _state, alias: _alias, startedAt: _startedAt, ...told } = sighting;
  return { ...told, ...(told.source === undefined && was?.source !== undefined ? { source: was.source } : {}) };
};

const withAlias = (aliases: readonly string[], alias: string | undefined): readonly string[] =>
  alias === undefined || aliases.at(-1) === alias
    ? aliases
    : [...aliases.filter((one) => one !== alias), alias].slice(-mostAliases);
