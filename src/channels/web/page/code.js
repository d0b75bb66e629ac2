import { element } from './element.js';
import { words } from './words.js';

/** Copies, or selects what is shown for the person to copy where the browser allows no more. */
const copy = async (text, shown) => {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    getSelection().selectAllChildren(shown);
    return words.pressCopy;
  }
};

/** A button that copies a text, which is shown there. */
export const copying = (text, shown, label = words.copy) => {
  const press = async ({ target }) => {
    target.textContent = await copy(text, shown);
    setTimeout(() => (target.textContent = label), 2000);
  };
  return element('button', { type: 'button', class: 'copy', onclick: press }, label);
};

/** So much of a command fits a line of a phone. */
const longest = 32;

/** A word that is not broken at its hyphens, as a parameter must not be. */
const word = (text) => (text.includes('-') && text.length <= longest ? element('span', { class: 'word' }, text) : text);

/** Commands with a button that copies them. */
export const code = (text, language = '') => {
  const name = /^(plain ?text)?$/i.test(language) ? words.code : language;
  const lines = text
    .split(/(?<=\n)/)
    .map((line) => element('span', { class: 'line' }, ...line.split(/(\s+)/).map(word)));
  const shown = element('code', {}, ...lines);
  return element(
    'div',
    { class: 'code', role: 'group', 'aria-label': name },
    element('div', { class: 'bar' }, element('span', {}, name), copying(text, shown)),
    element('pre', { tabindex: '0' }, shown),
  );
};
