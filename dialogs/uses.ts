/** Tells for how many people the methods of an answer are, by their titles and their uses. */
import type { Entry, Method } from '../src/model/catalog.ts';
import type { Facts } from './facts.ts';
import { whenText } from './methods.ts';

/** What the use of a method says of those who are affected. */
const fails =
  '(?: of (?:this|the|one|a) \\w+)?(?: (?:(?:is|are) (?:affected|hit|concerned|stuck|refused|asked|locked)|fails?|sees?|gets?|loops?|lacks?|complain|prompt)\\b|(?: on \\w+ \\w+)?[.,]|$)';
const affecting = (who: string): RegExp =>
  new RegExp(
    `(?:^use (?:first, )?when |\\band )(?:it (?:is|happens to|hits|repeats or hits) )?(?:only )?(?:${who})${fails}|fails? for (?:${who})\\b`,
  );
const uses = {
  one: affecting(
    '(?:one|a single)(?: hybrid)? (?:person|user|account)(?: or (?:one )?(?:computer|device|tab|link))?|single people',
  ),
  oneDevice: affecting('(?:one|a single) (?:computer|device|browser)(?: or (?:person|browser|device))?'),
  oneOrFew: affecting('one or (?:a few|several) (?:people|users|accounts)'),
  few: affecting('(?:some|a few|several) (?:people|users|accounts|persons)'),
  many: affecting('many (?:people|accounts|users|computers|devices)(?: or \\w+)?'),
  all: affecting(
    'everybody|everyone|all(?: its| the| our)? (?:people|accounts|users|computers|devices)|all|the whole (?:domain|group|company)',
  ),
} as const;
type Use = keyof typeof uses;

const titled: Readonly<Partial<Record<Use, RegExp>>> = {
  one: /^(?:one|a single) (?:person|user)$|\b(?:of|for) one (?:person|user)$/,
  many: /^many (?:people|users)$/,
  all: /^all (?:people|users)$|^everybody$/,
};

/** For whom a method is, by its title or its use. */
const usesOf = (method: Method): readonly Use[] =>
  (Object.keys(uses) as readonly Use[]).filter(
    (use) => titled[use]?.test(method.title.toLowerCase()) || uses[use].test(whenText(method).toLowerCase()),
  );

/** The uses that those who are told to be affected speak for, and against. */
const byScope: Readonly<Record<string, { readonly for: readonly Use[]; readonly out: readonly Use[] }>> = {
  'one-user': { for: ['one', 'oneOrFew'], out: ['many', 'all'] },
  'one-device': { for: ['oneDevice'], out: ['many', 'all'] },
  'some-users': { for: ['oneOrFew', 'few', 'many'], out: ['one'] },
  'federated-users': { for: ['many', 'all'], out: ['one', 'oneOrFew', 'few'] },
  everyone: { for: ['many', 'all'], out: ['one', 'oneOrFew', 'few'] },
};

/** The methods, from 1, that are for as many people as are told to be affected, and those that are not. */
export const methodsByScope = (
  { told: { scope } }: Facts,
  { methods }: Entry,
): { readonly for: readonly number[]; readonly out: readonly number[] } => {
  const by = byScope[scope ?? ''];
  const holding = (some: readonly Use[], is: (method: Method) => boolean): readonly number[] =>
    methods.flatMap((method, at) => (usesOf(method).some((use) => some.includes(use)) && is(method) ? [at + 1] : []));
  return by ? { for: holding(by.for, () => true), out: holding(by.out, isWhole) } : { for: [], out: [] };
};

/** Whether the use names no alternative that may hold as well. */
const isWhole = (method: Method): boolean =>
  !/, or | or (?:method|the|it|goes|more|\w+ (?:is|are|fails?|was))\b/.test(whenText(method).toLowerCase());
