import { expect, test } from '@jest/globals';
import { route } from '../../src/helpdesk/route.ts';
import type { Desk } from '../../src/model/ticket.ts';

const desk = (id: string, topics: readonly string[] = [], domains: readonly string[] = []): Desk => ({
  id,
  place: { channel: 'slack', conversation: id },
  topics,
  domains,
  people: [],
});

const desks = [
  desk('first', ['mfa-required']),
  desk('adfs', ['adfs-*']),
  desk('contoso', [], ['contoso.com']),
  desk('rest'),
];

test.each([
  ['a topic', { topic: 'mfa-required', ids: {} }, 'first'],
  ['the beginning of a topic', { topic: 'adfs-proxy-trust', ids: {} }, 'adfs'],
  ['a domain before a topic', { topic: 'mfa-required', ids: { User: 'ada@contoso.com' } }, 'contoso'],
  ['a domain below it', { topic: null, ids: { Tenant: 'eu.contoso.com' } }, 'contoso'],
  ['nothing that a desk names', { topic: 'other', ids: { User: 'ada@notcontoso.com' } }, 'rest'],
  ['no topic', { topic: null, ids: {} }, 'rest'],
] as const)('%s finds its desk', (_, draft, expected) => {
  expect(route(desks, draft)?.id).toBe(expected);
});

test('where no desk takes everything, the first takes the rest', () => {
  expect(route(desks.slice(0, 2), { topic: 'other', ids: {} })?.id).toBe('first');
  expect(route([], { topic: 'other', ids: {} })).toBeUndefined();
});

test('a long value is read at once', () => {
  const long = { topic: null, ids: { User: `${'a.'.repeat(50_000)}@` } };
  const began = performance.now();
  route(desks, long);
  expect(performance.now() - began).toBeLessThan(500);
});
