import { element } from './element.js';

/** Copies, or selects for the person to copy where the browser allows no more. */
const copy = async (shown) => {
  try {
    await navigator.clipboard.writeText(shown.textContent);
    return 'Copied';
  } catch {
    getSelection().selectAllChildren(shown);
    return 'Press Ctrl+C';
  }
};

/** Commands with a button that copies them. */
export const code = (text, language = '') => {
  const name = /^(plain ?text)?$/i.test(language) ? 'Code' : language;
  const shown = element('code', {}, text);
  const press = async ({ target }) => {
    target.textContent = await copy(shown);
    setTimeout(() => (target.textContent = 'Copy'), 2000);
  };
  return element(
    'div',
    { class: 'code', role: 'group', 'aria-label': name },
    element(
      'div',
      { class: 'bar' },
      element('span', {}, name),
      element('button', { type: 'button', onclick: press }, 'Copy'),
    ),
    element('pre', { tabindex: '0' }, shown),
  );
};
