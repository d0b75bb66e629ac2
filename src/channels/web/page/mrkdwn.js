/** Slack's own markup -> text and elements. */
import { element } from './element.js';

const mark = new RegExp(
  [
    /```(?<fence>[\s\S]+?)```/,
    /`(?<code>[^`\n]+)`/,
    /(?<!\w)\*(?<strong>\S(?:[^*\n]*\S)?)\*(?!\w)/,
    /(?<!\w)_(?<em>\S(?:[^_\n]*\S)?)_(?!\w)/,
    /(?<!\w)~(?<s>\S(?:[^~\n]*\S)?)~(?!\w)/,
    /<(?<url>https?:[^<>|\s]+)(?:\|(?<label>[^<>]+))?>/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const literal = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A link that opens beside the page; anything but a web address stays text. */
export const link = (url, label) =>
  /^https?:/i.test(url) ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : label;

const nodeOf = ({ fence, code, strong, em, s, url, label }) => {
  if (fence !== undefined) return element('pre', { tabindex: '0' }, literal(fence.replace(/^\n|\n$/g, '')));
  if (code !== undefined) return element('code', {}, literal(code));
  if (strong !== undefined) return element('strong', {}, ...mrkdwn(strong));
  if (em !== undefined) return element('em', {}, ...mrkdwn(em));
  if (s !== undefined) return element('s', {}, ...mrkdwn(s));
  return link(literal(url), literal(label ?? url));
};

/** The nodes that a mrkdwn text stands for. */
export const mrkdwn = (text) => {
  const found = mark.exec(text);
  if (!found) return text === '' ? [] : [literal(text)];
  const rest = text.slice(found.index + found[0].length);
  return [literal(text.slice(0, found.index)), nodeOf(found.groups), ...mrkdwn(rest)];
};
