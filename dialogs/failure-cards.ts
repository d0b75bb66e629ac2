/** What to do about a step that failed, and what its method asks for. */
import type { Entry, Method } from '../src/model/catalog.ts';
import type { Block } from '../src/model/reply.ts';
import { paragraph } from './blocks.ts';
import type { Failure } from './failures.ts';
import { replyOf } from './reply.ts';
import { follow, who, words } from './words/index.ts';

const roles = /\b(?:[A-Z][a-z]+ ){1,3}(?:Administrator|Operator|Reader)\b/g;
const scopes = /-Scopes\s+((?:['"][\w.-]+['"](?:\s*,\s*)?)+)/g;

/** The roles and rights that the steps of a method name. */
const namedIn = (method: Method): readonly string[] => {
  const { text } = replyOf({ blocks: [...(method.when ? [paragraph(method.when)] : []), ...method.body] });
  const rights = [...text.matchAll(scopes)].flatMap(([, list = '']) => list.match(/[\w.-]{3,}/g) ?? []);
  return [...new Set([...(text.match(roles) ?? []), ...rights])];
};

/** Failures that are a matter of rights. */
const ofRights: ReadonlySet<Failure> = new Set<Failure>(['denied', 'privileges', 'unauthorized', 'consent', 'greyed']);

/** The cure of a failure in a method of an entry. */
export const cureOf = (failure: Failure, { who: acts, methods }: Entry, n: number): readonly Block[] => {
  const method = methods[n - 1];
  const named = method && ofRights.has(failure) ? namedIn(method) : [];
  const needs = named.length > 0 ? follow().takes(named.join(', ')) : words().actsNote(who()[acts]);
  return [
    paragraph(follow().failures[failure]),
    ...(ofRights.has(failure) && acts !== 'user' && acts !== 'nobody' ? [paragraph(needs)] : []),
    paragraph(follow().again),
  ];
};
