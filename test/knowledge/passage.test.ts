import { expect, test } from '@jest/globals';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import { plain } from '../../src/model/reply.ts';

const catalog = await loadCatalog(builtIn);

const passage = (id: string, text: string) => {
  const found = catalog.passage(catalog.entry(id)!, text);
  return found && { ...found, text: plain(found.text) };
};

test.each([
  ['unexpected-mfa-prompt', 'he approved one of them', 2, /approved/],
  ['50126', 'we have pass-through auth', 3, /pass-through/],
  ['50011', 'which url do i have to add', 2, /Reply URL/],
  ['adfs-repeated-prompts', 'could it be the firewall?', 3, /firewall/],
])('%s speaks of "%s" in method %i', (id, text, method, says) => {
  const found = passage(id, text);
  expect(found).toMatchObject({ part: 'method', method });
  expect(found?.text).toMatch(says);
});

test.each([
  ['50126', 'my dog is ill'],
  ['50126', 'the printer does not print'],
  ['outlook-keeps-asking-password', 'he also has a gmail account on that laptop btw'],
  ['53003', 'she works with a macbook of her own'],
  ['50126', ''],
  ['50126', '!!!'],
])('%s says nothing of "%s"', (id, text) => {
  expect(passage(id, text)).toBeNull();
});
