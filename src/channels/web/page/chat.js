/** The conversation: sends what the person says, keeps what was said and shows it. */
import { answered, asked } from './log.js';
import { blank, keep, recall, uuid } from './memory.js';

const unreachable = {
  message: 'Signpost cannot be reached. Check that it is running and that you are connected.',
  again: true,
};

/** Sends one message; yields the replies or a fault. */
const post = async (body) => {
  try {
    const response = await fetch('api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const { replies, error } = await response.json();
    return response.ok ? { replies } : { fault: { message: error, again: response.status >= 500 } };
  } catch {
    return { fault: unreachable };
  }
};

/**
 * The chat over a log element. `busy` hears whether an answer is awaited,
 * `refused` a text that has to be put differently; `focus` goes back to where the person writes.
 */
export const chat = (log, { view, busy, refused, focus }) => {
  let memory = recall();
  let shown = new Map();
  let last = Promise.resolve();

  const draw = (entry) =>
    entry.reply
      ? answered(entry, view(), { choose: (label, data) => choose(entry, label, data) })
      : asked(entry, { retry: () => send(entry) });

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

  const deliver = async (entry, of) => {
    const { replies = [], fault } = await post({ conversation: of.conversation, id: entry.id, ...entry.event });
    if (of !== memory) return;
    entry.fault = fault;
    entry.done = !fault;
    for (const reply of replies) add({ reply });
    keep(memory);
    if (fault) update(entry);
    if (fault && !fault.again && entry.event.said) refused(entry.event.said);
    shown.get(entry).scrollIntoView();
  };

  const send = (entry) => {
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

  const ask = (event, words) => {
    const entry = { id: uuid(), event, shown: words };
    add(entry);
    send(entry);
  };

  const choose = (entry, label, { choice, turn, about }) => {
    entry.chosen = label;
    update(entry);
    ask({ chose: choice, turn, about }, `You chose: ${label}`);
  };

  const redraw = () => {
    log.setAttribute('aria-live', 'off');
    log.replaceChildren();
    shown = new Map();
    memory.entries.forEach(update);
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  };

  const start = () => {
    redraw();
    if (memory.entries.length === 0) ask({ joined: true }, '');
    else memory.entries.filter(({ event, done, fault }) => event && !done && !fault).forEach(send);
  };

  const restart = () => {
    memory = blank();
    last = Promise.resolve();
    start();
  };

  return { say: (text) => ask({ said: text }, text), start, restart, redraw };
};
