/** Draws what was said: the person's messages and the answers. */
import { blocks } from './blocks.js';
import { card } from './card.js';
import { copying } from './code.js';
import { element } from './element.js';
import { words } from './words.js';

const long = 1500;

const said = (text) => {
  if (text.length <= long) return [text];
  const rest = element('span', {}, ' … ');
  const show = () => rest.replaceWith(text.slice(long));
  rest.append(element('button', { type: 'button', onclick: show }, words.showAll.replace('#', text.length)));
  return [text.slice(0, long), rest];
};

const fault = ({ fault: { message, again } }, retry) =>
  element(
    'div',
    { class: 'fault' },
    element('p', {}, message),
    ...(again ? [element('button', { type: 'button', onclick: retry }, words.tryAgain)] : []),
  );

const plain = ({ text }) => element('pre', { class: 'plain', tabindex: '0' }, text);

const drawings = {
  teams: (reply, press) => card(reply.card, press),
  slack: (reply, press) => blocks(reply.slack, press),
  text: plain,
};

const draw = (reply, view, press) => {
  try {
    return drawings[view](reply, press) ?? plain(reply);
  } catch {
    return plain(reply);
  }
};

/** What the person sent; `retry` sends it again after a fault. */
export const asked = (entry, { retry }) =>
  element(
    'article',
    { class: 'you', 'aria-label': words.you },
    ...(entry.shown ? [element('p', { class: 'bubble' }, ...said(entry.shown))] : []),
    ...(entry.fault ? [fault(entry, retry)] : []),
  );

/** What Signpost answered, as the view shows it. */
export const answered = (entry, view, { choose }) => {
  const { copy, language = 'en' } = entry.reply;
  const drawn = draw(entry.reply, view, { chosen: entry.chosen, filled: entry.filled, choose });
  return element(
    'article',
    { class: `bot ${view}`, 'aria-label': 'Signpost' },
    element('img', { src: 'assets/icon.svg', alt: '', width: '32', height: '32' }),
    element('div', { class: 'answer', lang: language }, drawn, ...(copy ? [copying(copy, drawn, words.copyText)] : [])),
  );
};
