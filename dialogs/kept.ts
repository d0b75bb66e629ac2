/** What a conversation keeps from one problem to the next. */
import type { Entry, Extracted, Found, Who } from '../src/model/catalog.ts';
import type { Context } from '../src/model/dialog.ts';
import type { Language } from '../src/model/language.ts';
import { placeKey } from '../src/model/message.ts';
import { namesPart } from './form-phrases.ts';
import { type Matter, mattersOf } from './matters.ts';
import { type Left, leftOf, type Past, pastOf, withLeft, withTold } from './past.ts';
import { type Values, valuesIn } from './values.ts';

/** The values of a pasted text that a helpdesk needs; people's names are left out. */
export type Ids = Partial<Pick<Extracted, 'correlationId' | 'requestId' | 'timestamp' | 'application' | 'tenant'>> & {
  readonly code?: string;
  /** The codes that were named before it, the last one last. */
  readonly before?: string;
};

/** Whose view of an answer is shown. */
export type Audience = Exclude<Who, 'nobody'>;

/** `language` is the one that the person chose, whatever their device says. */
export type Kept = {
  readonly ids?: Ids;
  readonly as?: Audience;
  readonly values?: Values;
  readonly language?: Language;
  /** Entries of which the person said that they are not it. */
  readonly denied?: readonly string[];
  /** What the helpdesk wants to know of what went before. */
  readonly past?: Past | undefined;
  /** The problems that one message named together. */
  readonly matters?: readonly Matter[];
  /** The problems before this one. */
  readonly left?: readonly Left[];
};

/** The kept part of a state, without what is empty. */
export const keptOf = ({
  ids,
  as,
  values,
  language,
  denied,
  matters: together,
  past: stored,
  left: before,
}: Kept): Kept => {
  const past = pastOf(stored);
  const left = leftOf(before);
  const matters = mattersOf(together);
  return {
    ...(ids && Object.keys(ids).length > 0 ? { ids } : {}),
    ...(as ? { as } : {}),
    ...(values && Object.keys(values).length > 0 ? { values } : {}),
    ...(language ? { language } : {}),
    ...(denied && denied.length > 0 ? { denied } : {}),
    ...(matters.length > 0 ? { matters } : {}),
    ...(past ? { past } : {}),
    ...(left.length > 0 ? { left } : {}),
  };
};

/** What outlives a problem: whose view is shown, the names for commands, the language, and the way back to it. */
export const still = (kept: Kept): Kept =>
  keptOf({ ...kept, ids: {}, denied: [], past: undefined, left: withLeft(kept.left, kept.past, idsOf(kept.ids)) });

const idsOf = (ids: Ids = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(ids).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** What is kept after a text: new ids replace those of earlier messages, new values add to earlier ones, and so does what is told in a person's own words. */
export const keptAfter = (text: string, found: Found, before: Kept): Kept => {
  const { codes, correlationId, requestId, timestamp, application, tenant } = found.extracted;
  const fresh = Object.entries({ correlationId, requestId, timestamp, application, tenant }).filter(
    ([, value]) => value,
  );
  const isOwn = fresh.length === 0 && found.verdict !== 'foreign';
  return keptOf({
    ...before,
    ids: { ...(fresh.length > 0 ? Object.fromEntries(fresh) : before.ids), ...codesAfter(codes[0], before.ids) },
    values: { ...before.values, ...valuesIn(text) },
    past: withTold(
      before.past,
      isOwn ? { ...found.known.told, ...(namesPart(text) ? { scope: 'some-users' } : {}) } : {},
    ),
  });
};

/** A code joins those before it, of which a helpdesk needs all. */
const codesAfter = (code: string | undefined, { code: last, before = '' }: Ids = {}): Pick<Ids, 'code' | 'before'> => {
  const now = code ?? last;
  const all = [...new Set([...before.split(' '), last ?? ''])].filter((one) => one !== '' && one !== now);
  return {
    ...(now === undefined ? {} : { code: now }),
    ...(all.length > 0 ? { before: all.slice(-mostBefore).join(' ') } : {}),
  };
};

const mostBefore = 5;

/** The codes of a problem but for the one that its entry bears. */
export const otherCodes = (entry: Entry | undefined, ids: Ids): readonly string[] => {
  const { code, before = '' } = ids;
  return [...before.split(' '), code ?? ''].filter((one) => one !== '' && one !== typedCode(entry, ids));
};

/** The code that was typed last and is one of the entry's. */
export const typedCode = (entry: Entry | undefined, { code, before = '' }: Ids): string | undefined =>
  entry === undefined
    ? code
    : [...before.split(' '), code ?? ''].findLast((one) => one !== '' && entry.codes.includes(one));

/** Whose view to show: what the person said they are, or the helpdesk's in a helpdesk channel. */
export const audienceOf = ({ as }: Kept, { board, room }: Context): Audience | undefined =>
  as ?? (room && board.desks.some(({ id }) => id === placeKey(room)) ? 'helpdesk' : undefined);
