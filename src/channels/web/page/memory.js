/** What the tab remembers over a reload: the conversation's id, what was said in it, and how answers are shown. */
const key = 'signpost';
const viewKey = 'signpost-view';

/** A random UUID; `crypto.randomUUID` exists only on https and on this computer's own addresses. */
export const uuid = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** A conversation in which nothing was said yet. */
export const blank = () => ({ conversation: uuid(), entries: [] });

/** The conversation of this tab. */
export const recall = () => {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? blank();
  } catch {
    return blank();
  }
};

/** The view that was chosen in this tab. */
export const recallView = () => {
  try {
    return sessionStorage.getItem(viewKey);
  } catch {
    return null;
  }
};

/** Keeps the view, where the browser lets pages keep anything. */
export const keepView = (view) => {
  try {
    sessionStorage.setItem(viewKey, view);
  } catch {
    // The next reload shows cards again.
  }
};

/** Keeps the conversation; the oldest entries go first when the browser's room is used up. */
export const keep = (memory) => {
  for (let { entries } = memory; ; entries = entries.slice(Math.ceil(entries.length / 2))) {
    try {
      return sessionStorage.setItem(key, JSON.stringify({ ...memory, entries }));
    } catch {
      if (entries.length === 0) return;
    }
  }
};
