/** Words of leaving do not swallow what surely goes with the answer at hand. */
import { expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter } from '../talk.ts';

const catalog = await realCatalog();

const told = "cleared the sign on url, tile works now but people with a bookmark to the app don't get in";

test.each([`never mind. ${told}`, `never mind, ${told}`, `vergiss es. ${told}`])(
  'what was done counts: "%s"',
  (text) => {
    const { replies, next } = decided(catalog, ['750054', text]);
    expect(replies.at(-1)!.text).toContain("The sign-on URL was emptied, the tile works, the app's own address fails");
    expect(next.state).toMatchObject({ entry: '750054', tried: [1], method: 2 });
  },
);

test.each([
  'never mind, he is on holiday',
  'never mind, now the scanner cannot send mail',
  'vergiss es, der Kunde ist weg',
])('a reason or another matter puts the answer aside: "%s"', (text) => {
  expect(entryAfter(catalog, '53003', text)).toBeUndefined();
});
