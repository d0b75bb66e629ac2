/** The conversation: sends what the person says, keeps what was said and shows it. */
import { filledIn } from './fields.js';
import { answered, asked } from './log.js';
import { blank, keep, recall, uuid } from './memory.js';
import { listen } from './news.js';
import { send } from './send.js';
import { words } from './words.js';

const tooFast = { message: words.tooFast, again: true };
const unreachable = { message: words.unreachable, again: true };

/** Sends one message; yields the answer or a fault. */
const post = async (body, path = 'api/chat', patience = 30_000) => {
  try {
    const response = await send(path, body, AbortSignal.timeout(patience));
    if (response.status === 429) return { fault: tooFast };
    const { error, ...answer } = await response.json();
    return response.ok ? answer : { fault: { message: error, again: response.status >= 500 } };
  } catch {
    return { fault: unreachable };
  }
};

const mostBytes = 8 * 1024 * 1024;
const tooLarge = { message: words.tooLarge, again: false };
const forgotten = { message: words.forgotten, again: false };

const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });

/** Sends a picture; the tab forgets it when it is loaded anew. */
const postPicture = async (file, name, of) => {
  if (!file) return { fault: forgotten };
  if (file.size > mostBytes) return { fault: tooLarge };
  try {
    return await post({ ...of, name, picture: await base64(file) }, 'api/chat/picture', 60_000);
  } catch {
    return { fault: forgotten };
  }
};

/** Whoever has not scrolled further up than so many pixels sees what comes. */
const nearEnd = 100;

/** What a button sends: its choice, with what was filled in where it sends a form. */
const eventOf = ({ choice, turn, about, fills, ...data }) => {
  if (!fills) return { chose: choice, turn, about };
  return { filled: filledIn(data), choice, turn, about };
};

/**
 * The chat over a log element. `busy` hears whether an answer is awaited,
 * `refused` a text that has to be put differently; `focus` goes back to where the person writes.
 */
export const chat = (log, { view, busy, refused, focus }) => {
  let memory = recall();
  let shown = new Map();
  const files = new Map();
  let last = Promise.resolve();

  const draw = (entry) =>
    entry.reply
      ? answered(entry, view(), { choose: (label, data) => choose(entry, label, data) })
      : asked(entry, { retry: () => submit(entry) });

  const update = (entry) => {
    const drawn = draw(entry);
    if (shown.has(entry)) shown.get(entry).replaceWith(drawn);
    else log.append(drawn);
    shown.set(entry, drawn);
    return drawn;
  };

  const add = (entry) => {
    memory.entries.push(entry);
    keep(memory);
    return update(entry);
  };

  const remove = (entry) => {
    memory.entries.splice(memory.entries.indexOf(entry), 1);
    shown.get(entry)?.remove();
    shown.delete(entry);
  };

  /** A reply that replaces the pressed card takes its place, and the press that of the one above the card, if there is one; any other comes last. */
  const show = (reply, press) => {
    const old = reply.replaces && pressedBy(press);
    if (!old) return add({ id: uuid(), reply });
    renew(old, reply);
    const before = memory.entries[memory.entries.indexOf(old) - 1];
    if (before?.pressed) {
      before.shown = press.shown;
      update(before);
    }
    remove(press);
    return update(old);
  };

  const pressedBy = ({ pressed }) => memory.entries.find(({ id, reply }) => reply && id === pressed);

  const renew = (entry, reply) => Object.assign(entry, { reply, chosen: undefined, filled: undefined });

  /** What was sent is shown without its secrets, and no longer kept as it was sent. */
  const settle = (entry, masked) => {
    const { said, filled } = { ...entry.event, ...masked };
    entry.event = undefined;
    if (said !== undefined && said !== entry.shown) {
      entry.shown = said;
      update(entry);
    }
    const form = filled && pressedBy(entry);
    if (!form) return;
    form.filled = filled;
    update(form);
  };

  /** What came outside a turn: a new message, or a newer look of one that is shown. */
  const tell = ({ id, reply }) => {
    const old = memory.entries.find((one) => one.posted === id);
    if (!old) {
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - nearEnd;
      const drawn = add({ id: uuid(), posted: id, reply });
      if (atEnd) drawn.scrollIntoView();
      return drawn;
    }
    renew(old, reply);
    keep(memory);
    return update(old);
  };

  const deliver = async (entry, of) => {
    const { id, event } = entry;
    const message = { conversation: of.conversation, id, locale: navigator.language };
    const {
      replies = [],
      fault,
      ...masked
    } = event.picture === undefined
      ? await post({ ...message, ...event })
      : await postPicture(files.get(id), event.picture, message);
    if (of !== memory) return;
    entry.fault = fault;
    if (!fault) settle(entry, masked);
    if (!fault?.again) files.delete(id);
    if (fault && !fault.again) entry.event = undefined;
    const drawn = replies.map((reply) => show(reply, entry));
    keep(memory);
    if (fault) update(entry);
    if (fault && !fault.again && event.said) refused(event.said);
    const there = shown.get(entry) ?? drawn[0];
    there?.scrollIntoView({ block: shown.has(entry) ? 'start' : 'nearest' });
  };

  const submit = (entry) => {
    if (entry.fault) {
      entry.fault = undefined;
      update(entry);
    }
    shown.get(entry).scrollIntoView();
    focus();
    const of = memory;
    busy(true);
    last = last.then(() => deliver(entry, of));
    const mine = last;
    void mine.then(() => busy(mine !== last));
  };

  const ask = (event, text, pressed, file) => {
    const entry = { id: uuid(), event, shown: text, pressed };
    if (file) files.set(entry.id, file);
    add(entry);
    submit(entry);
  };

  const choose = (entry, label, data) => {
    const event = eventOf(data);
    entry.chosen = label;
    entry.filled = event.filled;
    update(entry);
    ask(event, `${entry.reply?.chose ?? words.chose}${label}`, entry.id);
  };

  const redraw = () => {
    log.setAttribute('aria-live', 'off');
    log.replaceChildren();
    shown = new Map();
    memory.entries.forEach(update);
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  };

  let hearing = () => {};
  const start = () => {
    redraw();
    hearing();
    hearing = listen(memory.conversation, tell);
    if (memory.entries.length === 0) ask({ joined: true }, '');
    else memory.entries.filter(({ event, fault }) => event && !fault).forEach(submit);
  };

  const restart = () => {
    memory = blank();
    last = Promise.resolve();
    start();
  };

  const picture = (file) => {
    const name = (file.name || words.unnamed).slice(0, 255);
    ask({ picture: name }, `${words.pictured}${name}`, undefined, file);
  };

  return { say: (text) => ask({ said: text }, text), show: picture, start, restart, redraw };
};
