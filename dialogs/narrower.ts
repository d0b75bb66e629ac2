/** Hears that a problem concerns one part of several: "wait, only one of our two domains". */
import type { Entry } from '../src/model/catalog.ts';
import type { Facts } from './facts.ts';
import { any, clausesOf, longest, pattern } from './phrases.ts';

const parts = any(
  'domains?',
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
    '(?:[二三四2-9２-９]|複数)つ?の(?:ドメイン|テナント|会社)の(?:うち|中の?)[、 ]?(?:一|1|１)つ|(?:ドメイン|テナント)(?:の(?:うち))?(?:一|1|１)つだけ|片方の(?:ドメイン|テナント)だけ',
  ].join('|'),
);

/** The fact that a text narrows a problem to some; null where it does not. Whatever concerned all of them can concern some. */
export const narrowerIn = (text: string, { facets }: Pick<Entry, 'facets'>): Facts | null => {
  if (text.length > longest || !clausesOf(text).some((clause) => narrower.test(clause))) return null;
  const fact = ['scope', 'some-users'] as const;
  const own = facets.scope ?? [];
  return {
    told: { scope: fact[1] },
    fits: own.length > 0 ? [fact] : [],
    beside: own.length > 0 ? [] : [fact],
    against: [],
  };
};
