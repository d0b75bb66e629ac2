/** Draws the Slack blocks of an answer, simply but faithfully. */
import { code } from './code.js';
import { element } from './element.js';
import { link, mrkdwn } from './mrkdwn.js';
import { words } from './words.js';

const textOf = ({ type, text }) => (type === 'mrkdwn' ? mrkdwn(text) : [text]);

const styled = (text, { bold, italic, strike, code: literal } = {}) => {
  let node = literal ? element('code', {}, text) : text;
  if (strike) node = element('s', {}, node);
  if (italic) node = element('em', {}, node);
  return bold ? element('strong', {}, node) : node;
};

const inline = {
  text: ({ text, style }) => styled(text, style),
  link: ({ url, text, style }) => link(url, styled(text ?? url, style)),
  emoji: ({ name, unicode }) =>
    unicode ? String.fromCodePoint(...unicode.split('-').map((point) => parseInt(point, 16))) : `:${name}:`,
  user: ({ user_id: id }) => `@${id}`,
  channel: ({ channel_id: id }) => `#${id}`,
  broadcast: ({ range }) => `@${range}`,
};

const line = ({ elements }) => elements.map((part) => inline[part.type]?.(part) ?? '');

const rich = {
  rich_text_section: (section) => element('p', {}, ...line(section)),
  rich_text_quote: (quote) => element('blockquote', {}, ...line(quote)),
  rich_text_preformatted: (block) => code(block.elements.map(({ text, url }) => text ?? url).join(''), block.language),
  rich_text_list: ({ style, offset = 0, indent = 0, elements }) =>
    element(
      style === 'ordered' ? 'ol' : 'ul',
      { start: String(offset + 1), class: `indent-${indent}` },
      ...elements.map((item) => element('li', {}, ...line(item))),
    ),
};

const button = ({ text, value, url, style }, { chosen, choose }) => {
  if (url) return element('a', { class: 'button', href: url, target: '_blank', rel: 'noopener' }, text.text);
  const press = () => choose(text.text, JSON.parse(value));
  const made = element('button', { type: 'button', class: style ?? '', onclick: press }, text.text);
  made.disabled = Boolean(chosen);
  return made;
};

const kinds = {
  header: ({ text }) => element('h2', {}, text.text),
  section: ({ text, fields = [], accessory }, press) =>
    element(
      'div',
      { class: 'section' },
      ...(text ? [element('div', { class: 'text' }, ...textOf(text))] : []),
      ...(fields.length > 0
        ? [element('div', { class: 'fields' }, ...fields.map((field) => element('div', {}, ...textOf(field))))]
        : []),
      ...(accessory?.type === 'button' ? [button(accessory, press)] : []),
    ),
  rich_text: ({ elements }) =>
    element('div', { class: 'rich' }, ...elements.map((part) => rich[part.type]?.(part) ?? '')),
  context: ({ elements }) =>
    element(
      'div',
      { class: 'context' },
      ...elements.filter(({ text }) => text).map((part) => element('span', {}, ...textOf(part))),
    ),
  divider: () => element('hr'),
  actions: ({ elements }, press) =>
    element(
      'div',
      { class: 'actions' },
      ...elements.filter(({ type }) => type === 'button').map((part) => button(part, press)),
    ),
};

/** Draws a Slack message; `chosen` tells that its buttons were used. */
export const blocks = ({ text, blocks: parts = [] }, press) =>
  element(
    'div',
    { class: 'blocks' },
    ...(parts.length === 0 ? [element('div', { class: 'text' }, ...mrkdwn(text))] : []),
    ...parts.map(
      (part) => kinds[part.type]?.(part, press) ?? element('p', {}, words.unknownBlock.replace('#', part.type)),
    ),
  );
