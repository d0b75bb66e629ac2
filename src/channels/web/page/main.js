/** Joins the page's controls to the chat. */
import { chat } from './chat.js';

const [log, waiting, composer, said, restart, views] = ['log', 'waiting', 'composer', 'said', 'restart', 'views'].map(
  (id) => document.getElementById(id),
);

const talk = chat(log, {
  view: () => views.querySelector(':checked').value,
  busy: (awaited) => (waiting.hidden = !awaited),
  refused: (text) => (said.value ||= text),
  /** On a touch screen the focus would open the keyboard over the answer. */
  focus: () => matchMedia('(pointer: coarse)').matches || said.focus({ preventScroll: true }),
});

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = said.value.trim();
  if (text === '') return;
  said.value = '';
  talk.say(text);
});

said.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

restart.addEventListener('click', talk.restart);
views.addEventListener('change', talk.redraw);

talk.start();
