/** Understands where it fails, told by where it fails or by where it works: "works in the office, not from home", "geht nur im Büro". */
import {
  divides,
  isOfBefore,
  type Kind,
  lastStop,
  type Said,
  type Status,
  toldBy,
  type Token,
  turned,
} from './statements.ts';

/** Whether a text in small letters names a place at all; most do not. */
const anyPlace =
  /outs|\bext|internet|home|remote|site|hotel|hotspot|mobile|travel|road|inside|inhouse|in-house|intern|intranet|berall|office|\blan\b|work|school|company|corp|campus|building|hq|premises|where|place|location|network|both|auss?en|auss?er|hause|daheim|unterwegs|buro|netz|firma|arbeit|schule|vor ort|inne|egal|beide|hors|dehors|maison|chez|teletra|bureau|sur site|partout|importe|les deux|interieur|boite|societe|fuera|casa|exterior|interior|oficina|dentro|empresa|trabajo|ambos|partes|donde|lugar|sitio|lados|[\u3040-\u30ff\u4e00-\u9fff]/;

/** "Office" alone is the product, unless the outside is spoken of as well. */
const withoutProducts = (tokens: readonly Token[], text: string): readonly Token[] =>
  tokens.some(({ kind }) => kind === 'outside' || kind === 'all')
    ? tokens
    : tokens.filter(({ at, end }) => !/^(?:in )?office$/.test(text.slice(at, end)));

const isPlace = ({ kind }: Token): boolean => kind === 'outside' || kind === 'inside' || kind === 'all';
const tells = ({ kind }: Token): boolean =>
  kind === 'works' || kind === 'fails' || kind === 'asks' || kind === 'not' || kind === 'nor' || kind === 'except';
/** So many characters may stand between two places that are named together: "at home and also in the". */
const together = 26;

/** The statements of a text: cut where it divides, and where "and" does not join two places. */
const statementsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const statements: Token[][] = [[]];
  for (const [n, token] of tokens.entries()) {
    const { kind } = token;
    const joined = kind === 'and' && joins(tokens, n);
    if (divides(token) || (kind === 'and' && !joined)) statements.push(kind === 'but' ? [token] : []);
    else if (kind === 'except') statements.push([token]);
    else statements.at(-1)!.push(token);
  }
  return statements.filter((one) => one.some(({ kind }) => kind !== 'but')).flatMap(halved);
};

/** Whether the "and" at `n` joins two places of which the same is told. */
const joins = (tokens: readonly Token[], n: number): boolean => {
  const skip = (from: number, step: number): number => {
    let at = from;
    while (tokens[at] && ['too', 'and', 'only'].includes(tokens[at]!.kind)) at += step;
    return at;
  };
  const left = skip(n - 1, -1);
  const right = skip(n + 1, 1);
  const [one, two] = [tokens[left], tokens[right]];
  if (!one || !two || !isPlace(one) || !isPlace(two) || two.at - one.end > together) return false;
  const ahead = tokens.slice(0, left).toReversed();
  const toldBefore = ahead.slice(0, stopIn(ahead)).some(tells);
  const behind = tokens.slice(right + 1);
  const toldAfter = behind.slice(0, stopIn(behind)).some(tells);
  return !(toldBefore && toldAfter);
};

const stopIn = (tokens: readonly Token[]): number => {
  const at = tokens.findIndex((token) => divides(token) || token.kind === 'and');
  return at < 0 ? tokens.length : at;
};

/** Two places without a word between them that divides: "works at home not in the office". */
const halved = (statement: readonly Token[]): readonly (readonly Token[])[] => {
  const first = statement.findIndex(isPlace);
  const second = statement.findIndex((one) => isPlace(one) && one.kind !== statement[first]!.kind);
  if (first < 0 || second < 0) return [statement];
  const between = statement.slice(first + 1, second);
  if (between.some(({ kind }) => kind === 'and')) return [statement];
  const last = between.findLastIndex(({ kind }) => kind !== 'too');
  const before = statement.slice(0, first).some(tells);
  const after = statement.slice(second + 1).some(tells);
  const leads = last >= 0 && (before || between.length > 1 || ['not', 'only'].includes(between[last]!.kind)) && !after;
  const cut = leads ? first + 1 + last : second;
  if (between.length === 0 && before !== after) return [statement];
  return [statement.slice(0, cut), statement.slice(cut)];
};

/** What is known of the places; `unclear` where two statements can be meant either way, `named` the places of which nothing more is told. */
type Heard = { outside?: Status; inside?: Status; all?: Status; unclear: boolean; readonly named: Set<Kind> };

/** What the statement before said, whether by a negation, whether of a place, and whether by more than naming it. */
type Before = { readonly status: Status; readonly negated: boolean; readonly placed: boolean; readonly sure: boolean };

/** A place beside one of these is more than named. */
const implying: readonly Kind[] = ['only', 'too', 'except', 'notOnly', 'nor'];

/** What a statement without a word of its own tells of a place, by what was said before; null where it can be either. */
const impliedBy = (kinds: ReadonlySet<Kind>, negated: boolean, before: Before | undefined): Status | null => {
  if (kinds.has('nor')) return 'fails';
  if (kinds.has('except')) return before ? turned(before.status) : null;
  if (negated) {
    if (!before || kinds.has('too')) return 'fails';
    return !before.sure || (before.negated && !kinds.has('only')) ? null : turned(before.status);
  }
  if (kinds.has('yes')) return before?.placed ? turned(before.status) : null;
  if (kinds.has('too')) return before?.status ?? 'fails';
  if (kinds.has('only') && before) {
    if (before.placed) return before.status === 'works' || before.negated ? null : 'fails';
    return before.status === 'fails' || kinds.has('but') ? before.status : null;
  }
  return 'fails';
};

/** Where it fails, or null. */
export const hearWhere = (said: Said): string | null => {
  const text = said.bare();
  if (onePlace.test(text)) return 'one-place';
  if (!anyPlace.test(text)) return null;
  const heard: Heard = { unclear: false, named: new Set() };
  let before: Before | undefined;
  const waiting: Token[] = [];
  let end = 0;
  const settle = (places: readonly Token[], status: Status, told = true): void => {
    for (const { kind } of places) {
      const place = kind as 'outside' | 'inside' | 'all';
      if (heard[place] !== undefined && heard[place] !== status) heard.unclear = true;
      heard[place] = status;
      if (told) heard.named.delete(kind);
      else heard.named.add(kind);
    }
  };
  for (const statement of statementsOf(withoutProducts(said.tokens(), text))) {
    const kinds = new Set(statement.map(({ kind }) => kind));
    const places = statement.filter(isPlace);
    const ended = end;
    end = statement.at(-1)!.end;
    const told = toldBy(statement, kinds);
    if (places.length === 0) {
      const negated = kinds.has('not') || kinds.has('nor');
      if (told && isOfBefore(text, statement, ended)) settle(waiting.splice(0), told);
      else settle(waiting.splice(0), 'fails', false);
      if (told) before = { status: told, negated, placed: false, sure: true };
      continue;
    }
    if (kinds.has('outside') && kinds.has('inside') && !isJoined(statement, text)) heard.unclear = true;
    const negated = kinds.has('nor') || isNextTo(statement, 'not');
    if (!told && kinds.has('asks')) continue;
    if (!told && !negated && !implying.some((kind) => kinds.has(kind)) && !(kinds.has('yes') && before?.placed)) {
      if (kinds.has('outside') && kinds.has('inside')) settle(places, 'fails');
      else waiting.push(...places);
      before = { status: 'fails', negated: false, placed: true, sure: isAll(statement, text) };
      continue;
    }
    settle(waiting.splice(0), 'fails', false);
    const status = told ?? impliedBy(kinds, negated, before);
    if (!status) {
      heard.unclear = true;
      continue;
    }
    settle(places, status);
    if (kinds.has('notOnly')) heard.all = status;
    else if (kinds.has('only') || kinds.has('scarce')) heard.all ??= turned(status);
    before = { status, negated, placed: true, sure: true };
  }
  settle(waiting, 'fails', false);
  return resultOf(heard);
};

/** So many characters may stand between a place and the word that turns it: "not from the", "zu Hause aber". */
const near = 14;

/** Whether a word of this kind speaks of a place, and not of something else in the statement. */
const isNextTo = (statement: readonly Token[], kind: Kind): boolean => {
  const places = statement.filter(isPlace);
  return statement.some(
    (one) => one.kind === kind && places.some((place) => Math.max(one.at - place.end, place.at - one.end) <= near),
  );
};

/** Whether a statement is hardly more than a place. */
const isAll = (statement: readonly Token[], text: string): boolean => {
  const first = statement[0]!;
  return first.at - lastStop(text, first.at) <= near;
};

/** Two places in one statement belong together where a word joins them. */
const isJoined = (statement: readonly Token[], text: string): boolean => {
  const [one, two] = statement.filter(isPlace);
  return (
    one !== undefined && two !== undefined && two.at - one.end <= together && joint.test(text.slice(one.end, two.at))
  );
};
const joint = /\b(?:and|or|nor|as well as|und|oder|sowie|noch|wie|et|ou|ni|comme|y|o|u|como)\b|[&+/]|[もとや・]/;

const onePlace =
  /\b(?:one|a single) (?:place|site|location|branch|office|pc|machine)\b|(?<![a-z])(?:einem (?:ort|standort)|ein standort|einer (?:filiale|niederlassung)|un seul (?:endroit|site|lieu)|un solo (?:lugar|sitio)|una sola (?:sede|oficina))(?![a-z])|(?:1|一) ?(?:か所|カ所|箇所|ヶ所|つの場所|つの拠点)|特定の場所/;

const resultOf = ({ unclear, all, named, ...heard }: Heard): string | null => {
  if (unclear) return null;
  const outside = heard.outside ?? all;
  const inside = heard.inside ?? all;
  if (outside === 'fails' && inside === 'fails' && named.size > 0) return sidedBy(named);
  if (outside === 'fails') return inside === 'fails' ? 'everywhere' : 'outside-only';
  if (inside === 'fails') return 'inside-only';
  if (outside === 'works' && inside === undefined) return 'inside-only';
  return inside === 'works' && outside === undefined ? 'outside-only' : null;
};

/** Of two places that are named apart from each other, the one of which something is told is where it fails. */
const sidedBy = (named: ReadonlySet<Kind>): string | null => {
  if (named.has('all')) return 'everywhere';
  if (named.has('outside') && named.has('inside')) return null;
  return named.has('inside') ? 'outside-only' : 'inside-only';
};
