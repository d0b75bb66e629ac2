/** Draws the Slack blocks of an answer, simply but faithfully. */
import { code } from './code.js';
import { element } from './element.js';
import { inputId } from './fields.js';
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

const choice = ({ value, text }) => element('option', { value }, text.text);

const typed = ({ multiline, max_length: most }, name, value) => {
  const made = element(multiline ? 'textarea' : 'input', { name, maxlength: String(most) });
  made.value = value;
  return made;
};

const picked = ({ options, placeholder }, name, value) => {
  const none = element('option', { value: '' }, placeholder?.text ?? '');
  const made = element('select', { name }, none, ...options.map(choice));
  made.value = value;
  return made;
};

const radio = (name, value, required) => (option) => {
  const made = element('input', { type: 'radio', name, value: option.value });
  made.checked = option.value === value;
  made.required = required;
  return element('label', { class: 'option' }, made, element('span', {}, option.text.text));
};

/** A field with its label; what stands in it is what was filled in, or what Slack would show first. */
const field = ({ block_id: block, label, optional, hint, element: part }, { filled = {} }) => {
  const id = /^signpost:field:\d*:(.+)$/s.exec(block)?.[1] ?? block;
  const name = inputId(id);
  const value = filled[id] ?? part.initial_value ?? part.initial_option?.value ?? '';
  const title = [label.text, ...(optional ? [] : [element('span', { class: 'must', 'aria-hidden': 'true' }, ' *')])];
  const below = hint ? [element('span', { class: 'hint' }, hint.text)] : [];
  if (part.type === 'radio_buttons')
    return element(
      'fieldset',
      { class: 'field' },
      element('legend', { class: 'label' }, ...title),
      ...part.options.map(radio(name, value, !optional)),
      ...below,
    );
  const control = part.type === 'static_select' ? picked(part, name, value) : typed(part, name, value);
  control.required = !optional;
  return element('label', { class: 'field' }, element('span', { class: 'label' }, ...title), control, ...below);
};

/** Sends the fields beside the button, once all that must be are filled in. */
const sendForm = ({ form }, data, label, choose) => {
  if (form.reportValidity()) choose(label, { ...data, ...Object.fromEntries(new FormData(form)), fills: true });
};

const button = ({ action_id: id = '', text, value, url, style }, { chosen, choose }) => {
  if (url) return element('a', { class: 'button', href: url, target: '_blank', rel: 'noopener noreferrer' }, text.text);
  const press = ({ target }) => {
    const data = JSON.parse(value);
    if (id.startsWith('signpost:submit')) sendForm(target, data, text.text, choose);
    else choose(text.text, data);
  };
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
        ? [element('div', { class: 'fields' }, ...fields.map((one) => element('div', {}, ...textOf(one))))]
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
  input: field,
  actions: ({ elements }, press) =>
    element(
      'div',
      { class: 'actions' },
      ...elements.filter(({ type }) => type === 'button').map((part) => button(part, press)),
    ),
};

/** Draws a Slack message; `chosen` tells that its buttons were used, and `filled` what stood in its fields then. */
export const blocks = ({ text, blocks: parts = [] }, press) => {
  const drawn = element(
    'form',
    { class: 'blocks', onsubmit: (event) => event.preventDefault() },
    ...(parts.length === 0 ? [element('div', { class: 'text' }, ...mrkdwn(text))] : []),
    ...parts.map(
      (part) => kinds[part.type]?.(part, press) ?? element('p', {}, words.unknownBlock.replace('#', part.type)),
    ),
  );
  if (press.chosen) for (const input of drawn.querySelectorAll('input, textarea, select')) input.disabled = true;
  return drawn;
};
