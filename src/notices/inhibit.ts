/** Which notices are explained by another one, such as a host that cannot be reached. */
import type { Notice } from '../model/notice.ts';
import type { Settings } from './settings.ts';

/** The notice farthest up that explains this one now, or null. Notices that name each other in a circle explain nothing. */
export const explains = (
  notice: Notice,
  notices: ReadonlyMap<string, Notice>,
  settings: Settings,
  now: number,
): Notice | null => {
  const passed = new Set([notice.key]);
  let explanation: Notice | null = null;
  for (let key = notice.told.parent; key !== undefined; ) {
    if (passed.has(key)) return null;
    passed.add(key);
    const parent = notices.get(key);
    if (!parent) break;
    if (mutes(parent, notice, settings, now)) explanation = parent;
    key = parent.told.parent;
  }
  return explanation;
};

/** A parent that may still fire, or that ended after its child was last looked at, explains it for a while. */
const mutes = (parent: Notice, child: Notice, settings: Settings, now: number): boolean => {
  if (parent.state === 'firing') return true;
  if (parent.state === 'pending') return now - parent.since < settings.parentGrace;
  return parent.end !== null && child.seen <= parent.end.at && now - parent.end.at < settings.parentGrace;
};

/** Every firing notice that is explained, with what explains it. */
export const explanationsOf = (
  notices: ReadonlyMap<string, Notice>,
  settings: Settings,
  now: number,
): ReadonlyMap<string, Notice> => {
  const found = new Map<string, Notice>();
  for (const notice of notices.values()) {
    const explanation = notice.state === 'firing' ? explains(notice, notices, settings, now) : null;
    if (explanation) found.set(notice.key, explanation);
  }
  return found;
};
