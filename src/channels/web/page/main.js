/** Joins the page's controls to the chat. */
import { chat } from './chat.js';
import { keepView, recallView } from './memory.js';

const ids = ['log', 'waiting', 'composer', 'said', 'restart', 'views', 'picture', 'file'];
const [log, waiting, composer, said, restart, views, picture, file] = ids.map((id) => document.getElementById(id));

const view = () => views.querySelector(':checked').value;
for (const radio of views.querySelectorAll('input')) radio.checked ||= radio.value === recallView();

const talk = chat(log, {
  view,
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

picture.addEventListener('click', () => file.click());

file.addEventListener('change', () => {
  if (file.files.length > 0) talk.show(file.files[0]);
  file.value = '';
});

/** Office programs put a picture of pasted text beside the text; then the text is meant. */
said.addEventListener('paste', (event) => {
  const { files, types } = event.clipboardData;
  const pasted = [...files].find(({ type }) => type.startsWith('image/'));
  if (!pasted || types.includes('text/plain')) return;
  event.preventDefault();
  talk.show(pasted);
});

restart.addEventListener('click', talk.restart);
views.addEventListener('change', () => {
  keepView(view());
  talk.redraw();
});

talk.start();
