/** Hears whom a problem concerns: one part of several, as in "wait, only one of our two domains", or a whole one, as in "the whole sales floor". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import type { Facts } from './facts.ts';
import { withoutPart } from './form-phrases.ts';
import { any, clausesOf, longest, pattern } from './phrases.ts';
import { host } from './scopes.ts';

const parts = any(
  'domains?',
  'farms?',
  'forests?',
  'tenants?',
  'subsidiar(?:y|ies)',
  'compan(?:y|ies)',
  'brands?',
  'domanen?',
  'mandanten?',
  'firmen',
  'gesellschaften',
  'domaines?',
  'societes?',
  'filiales?',
  'dominios?',
  'empresas?',
  'filiales?',
);
const counted =
  '(?:two|three|four|five|both|many|several|\\d+|beiden|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro)';

const narrower = pattern(
  [
    `(?:^| )(?:one|1) of (?:the |our |my |their )?(?:${counted} )?${parts}(?= |$)`,
    `(?:^| )eine[rsn]? (?:der |unserer |von (?:unseren |den )?)(?:${counted} )?${parts}(?= |$)`,
    `(?:^| )une? (?:seule? )?(?:de nos |des |de ces |sur )(?:${counted} )?(?:${parts})?(?= |$)`,
    `(?:^| )un[oa]? (?:sol[oa] )?de (?:los |las |nuestr[oa]s |mis )(?:${counted} )?${parts}(?= |$)`,
    `(?:^| )(?:only|just|nur|bloss|seulement|juste|solo|solamente) (?:(?:the|der|die|das|le|la|el|im|in der|in) )?(?:one|1|(?:eine?[rn]?|une?|un[oa]?)(?: seule?)?) ${parts}(?= |$)`,
    `(?:^| )(?:only|just|nur|bloss|seulement|juste|solo) (?:for |on |in |at |bei |für |pour |sur |para |en )?${host}(?: (?:is|are|ist|est|esta) .{2,20})?$`,
    '(?:[二三四2-9２-９]|複数)つ?の(?:ドメイン|テナント|会社)の(?:うち|中の?)[、 ]?(?:一|1|１)つ|(?:ドメイン|テナント)(?:の(?:うち))?(?:一|1|１)つだけ|片方の(?:ドメイン|テナント)だけ',
  ].join('|'),
);

/** Trouble that says no more than this is that of the answer at hand. */
const telling = 2;

/** The fact that a problem concerns some of several; null where a text does not say so, or says more. Whatever concerns all of them can concern some. */
export const concernedIn = (
  text: string,
  { facets }: Pick<Entry, 'facets'>,
  { find }: Pick<Catalog, 'find'>,
): Facts | null => {
  if (text.length > longest) return null;
  const rest = withoutPart(text);
  const isPart = rest !== null && find(rest).weight < telling;
  if (!isPart && !clausesOf(text).some((clause) => narrower.test(clause))) return null;
  const fact = ['scope', 'some-users'] as const;
  const own = facets.scope ?? [];
  const isUsual = own.length === 0 || own.some((one) => one !== 'one-user' && one !== 'one-device');
  return {
    told: { scope: fact[1] },
    fits: own.length > 0 && isUsual ? [fact] : [],
    beside: own.length > 0 ? [] : [fact],
    against: isUsual ? [] : [fact],
  };
};
