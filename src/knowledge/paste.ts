/** Reads pasted text: error codes, ticket values, and the words that are left. */
import type { Extracted, Masked, Role, SecretKind } from '../model/catalog.ts';
import { clean } from './clean.ts';
import { field, isForeign } from './foreign.ts';
import { markers, mask } from './mask.ts';
import { withAddresses, withoutIds, withoutNoise } from './noise.ts';
import { isMeant } from './numbers.ts';
import { once } from './once.ts';
import { fits, type Paper, type Spotted, spotCodes } from './spot.ts';
import { ticketIn } from './ticket.ts';

export type Pasted = {
  /** Codes of the catalog, the decisive one first. */
  readonly known: readonly string[];
  /** Codes that are not in the catalog. */
  readonly unknown: readonly string[];
  /** Catalog codes that one of the unknown ones may have been meant to be: the same digits in another family. */
  readonly near: readonly string[];
  /** Known codes of which nothing tells whose they are, so that they can be another system's. */
  readonly bare: ReadonlySet<string>;
  /** Codes of the catalog in the text of which nothing tells that they are meant: bare numbers, and general codes of Windows in a text about neither sign-in nor another system. */
  readonly doubtful: readonly string[];
  /** True when the text is about another system's error. */
  readonly foreign: () => boolean;
  readonly extracted: Extracted;
  /** The text without codes, ids and other values, and of addresses only host and path: what a symptom search should look at. */
  readonly words: () => string;
  /** The text in plain form, with markers in the place of secrets. */
  readonly text: string;
  /** Kinds of secrets that the text held. */
  readonly secrets: readonly SecretKind[];
};

/** How much of a paste is read, and how much of it is searched, in characters, and how many codes are told apart. */
const most = { read: 200_000, words: 4000, codes: 100 } as const;

const rank: Readonly<Record<Role, number>> = { cause: 0, wrapper: 1, interrupt: 2 };

/** `knows` tells whether the catalog has the code in exactly this spelling, `role` what it says beside other codes. */
export const readPaste = (
  pasted: string,
  knows: (code: string) => boolean,
  role: (code: string) => Role = () => 'cause',
): Pasted => {
  const { plain: text, kinds } = unveiled(pasted.slice(0, most.read));
  /** Most texts with a code are read without asking what else they are about. */
  const paper: Paper = {
    text,
    rest: withoutNoise(text),
    signIn: once(() => field.test(text)),
    foreign: once(() => isForeign(withoutIds(text))),
  };
  const spotted = spotCodes(paper, knows);
  const found = spotted.filter((one) => !one.doubtful);
  const whose = new Set(found.filter((one) => !one.bare).map((one) => one.code));
  const labelled = new Set(found.filter((one) => !one.plain).map((one) => one.code));
  const codes = [...new Set(found.map((one) => one.code))].slice(0, most.codes);
  /** A code of the server makes a text one about signing in. */
  const about = found.some(({ code, bare }) => !bare && isServers(code))
    ? { text, signIn: () => true, foreign: () => false }
    : paper;
  const fitting = new Set(codes.filter((code) => knows(code) && fits(code, about)));
  const outer = new Set([...resultsAround(found), ...wrappersBefore(found, text, role)]);
  /** A label tells more than a number by itself, whatever the code. */
  const weight = (code: string): number => (labelled.has(code) ? 0 : 10) + (outer.has(code) ? 3 : rank[role(code)]);
  const known = [...fitting].toSorted((one, two) => weight(one) - weight(two));
  const misfits = codes.filter((code) => knows(code) && !fitting.has(code));
  const unfit = misfits.length === 0 || paper.foreign() ? [] : misfits;
  const unknown = codes.filter((code) => !fitting.has(code) && !unfit.includes(code));
  const doubtful = spotted.flatMap((one) => (one.doubtful && !fitting.has(one.code) ? one.code : []));
  return {
    known,
    unknown,
    near: [...new Set(found.flatMap((one) => one.near ?? []))].filter((code) => !fitting.has(code)),
    bare: new Set(known.filter((code) => !whose.has(code))),
    doubtful: [...new Set([...unfit, ...doubtful])],
    foreign: paper.foreign,
    extracted: { codes: [...known, ...unknown, ...unfit], ...ticketIn(text) },
    words: once(() => wordsOf(paper)),
    text,
    secrets: kinds,
  };
};

/** A program tells its own result first and what the server said within so many characters, as in dsregcmd and in the events of Windows. */
const inside = 1000;
/** Results of programs; those of the network say that no server answered, so that they are no wrapper of what one said. */
const isResult = (code: string): boolean => /^0x(?!80072[EF]|CAA7)/.test(code);
const isServers = (code: string): boolean => /^\d{5,7}$/.test(code);

/** The results that stand around a code of the server, which decides even where it only interrupts: it is what was said, and the result what a program made of it. */
const resultsAround = (found: readonly Spotted[]): ReadonlySet<string> => {
  const outer = new Set<string>();
  let said = -Infinity;
  for (const { code, at, plain } of found.toReversed()) {
    if (!plain && isServers(code)) said = at;
    else if (isResult(code) && said - at <= inside && said > at) outer.add(code);
  }
  return outer;
};

/** The wrappers that another code of the server follows in one message: the server names what happened last, also where that is a wrapper or an interrupt by itself. */
const wrappersBefore = (found: readonly Spotted[], text: string, role: (code: string) => Role): readonly string[] => {
  const firsts = new Map<string, Spotted>();
  for (const one of found) if (isServers(one.code) && !firsts.has(one.code)) firsts.set(one.code, one);
  const first = [...firsts.values()];
  return first.flatMap(({ code, end }, n) => {
    const next = first[n + 1];
    if (role(code) !== 'wrapper' || !next || next.at - end > sameMessage) return [];
    return text.slice(end, next.at).includes('\n') ? [] : code;
  });
};

/** So many characters at most stand between two codes of one message of the server. */
const sameMessage = 200;

type Unveiled = {
  readonly shown: string;
  readonly plain: string;
  readonly hidden: boolean;
  readonly kinds: readonly SecretKind[];
};

/** A turn looks at the same text several times in a row; after a moment it is forgotten, for it may hold secrets. */
let last: { readonly text: string; readonly unveiled: Unveiled } | undefined;
let forgetting: NodeJS.Timeout | undefined;

const remember = (text: string): Unveiled => {
  last = { text, unveiled: unveil(text) };
  forgetting ??= setTimeout(() => {
    last = undefined;
    forgetting = undefined;
  }, moment).unref();
  return last.unveiled;
};

/** In milliseconds. */
const moment = 1_000;

/** The text without secrets, as it is and in plain form; an encoding can hide secrets that only the plain form shows. */
const unveiled = (text: string): Unveiled => (last?.text === text ? last.unveiled : remember(text));

const unveil = (text: string): Unveiled => {
  const shown = mask(text);
  const cleaned = clean(shown.text);
  const plain = cleaned === shown.text ? { text: cleaned, kinds: [] } : mask(cleaned);
  return {
    shown: shown.text,
    plain: plain.text,
    hidden: plain.kinds.length > 0,
    kinds: [...new Set([...shown.kinds, ...plain.kinds])],
  };
};

/** Masks what can be read as it stands; a text whose encoding hides another secret comes back in plain form. */
export const maskPaste = (text: string): Masked => {
  const { shown, plain, hidden, kinds } = unveiled(text);
  return { text: hidden ? plain : shown, kinds };
};

/** A number that is too short for a code, and no HTTP status; where a sentence speaks of it as a code it says nothing of the problem. */
const shortNumber = /(?<![\w.,-])(?![45]\d\d\b)\d{3,4}(?![\w,-]|\.\d)/g;

const wordsOf = (paper: Paper): string =>
  withAddresses(paper.text, paper.rest)
    .replace(/\b(?:AADSTS|ACS|MSIS)\s?\d+\b|\b0x[0-9A-F]+\b|\b\d{5,}\b/gi, ' ')
    .replace(markers, ' ')
    .replace(shortNumber, (digits, at: number, all: string) =>
      paper.signIn() && isMeant(all, at, digits) ? ' ' : digits,
    )
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most.words);
