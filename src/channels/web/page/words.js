/** What the page says in the language that it came in. */
export const words = JSON.parse(document.getElementById('words').textContent);
