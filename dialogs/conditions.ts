/** Reads when to use a method. */
import { lowered } from './phrases.ts';
import { inClause, mostNamed, named, aboutOf, type Statement } from './statements.ts';

/** What a condition of the catalog, which is English, names: alternatives, each of parts that must all hold; null is a part that names no state. A part that only names a thing shares the state that follows it. */
export const conditionOf = (when: string, title: string): readonly (readonly (Statement | null)[])[] => {
  const said = lowered(when)
    .replace(/^use (?:it )?(?:only )?(?:when|if|where|first|as)\b/, '')
    .replace(/[.]\s.*$|\.$/g, '')
    .replace(/^\s*no [^:]{3,40}: (?=the |a |an )/, '');
  const clauses = said
    .split(/;|: (?=\w+,)/)
    .flatMap((one) => one.split(/ or /.test(one) && !/ and /.test(one) ? /,? or (?=\w)|, / : /,? or (?=\w)/))
    .map((alternative) => alternative.split(/,? (?:and|but|though) |, /).map((part) => part.replace(shown, '').trim()));
  let after: Statement | undefined;
  const read = clauses.toReversed().map((alternative) =>
    alternative
      .toReversed()
      .map((part): Statement | null => {
        const all = inClause(part, named(part));
        const own = all.find(({ state }) => state === 'set') ?? all[0];
        if (own) after = own;
        const thing = aboutOf(part);
        return own ?? (after && isThing(part, thing) ? { ...after, about: thing } : null);
      })
      .toReversed(),
  );
  let before = title;
  return read.toReversed().map((alternative) =>
    alternative.map((part) => {
      if (part && part.about !== '' && part.about !== 'user') before = part.about;
      return part && { ...part, about: before };
    }),
  );
};

/** What shows it is no part of the condition. */
const shown = /^.*\b(?:shows?|says?) that /;

/** What is more than a name. */
const phrase =
  /^(?:in|on|at|for|with|new|when)\b|\b(?:is|are|has|have|can|works?|belongs?|uses?|comes?|trusts?|appears?|shows?|sends?|fails?|follows?)\b/;

const isThing = (part: string, thing: string): boolean =>
  thing !== '' && !phrase.test(part) && thing.split(' ').length <= mostNamed;
