/** A wish for a ticket is heard where there is no helpdesk channel as well; then the text for the helpdesk is shown. */
import { expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

const catalog = await realCatalog();

test.each([
  'ticket please, for Jens Maier',
  'Schreib mir bitte ein kurzes Ticket',
  'hazme un ticket',
  'fais-moi un ticket',
  'ticket please, for Jens Maier, urgent',
  'open a ticket for Tom, asap',
  'Ticket für Frau Schulz, eilig',
  "un ticket pour Mme Durand, c'est urgent",
  'make a ticket, urgent, for Elena Brandt',
])('"%s" leads to the helpdesk', (wish) => {
  expect(replyTo(catalog, '53003', wish)).toContain('For your helpdesk');
});

test('a problem that is told beside the wish is looked up', () => {
  expect(replyTo(catalog, '53003', 'open a ticket, AADSTS50105 is what Sarah gets')).toContain('50105');
});
