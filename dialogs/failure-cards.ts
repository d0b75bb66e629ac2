/** What to do about a step that failed, and what its method asks for. */
import type { Entry, Method } from '../src/model/catalog.ts';
import type { Block } from '../src/model/reply.ts';
import { paragraph } from './blocks.ts';
import type { Failure, FailureKind } from './failures.ts';
import { whenBlocks } from './methods.ts';
import { plainText } from './reply.ts';
import { follow, who, words } from './words/index.ts';

const roles = /\b(?:[A-Z][a-z]+ ){1,3}(?:Administrator|Operator|Reader)\b/g;
const scopes = /-Scopes\s+((?:['"][\w.-]+['"](?:\s*,\s*)?)+)/g;

/** The roles and rights that the steps of a method name. */
const namedIn = (method: Method): readonly string[] => {
  const text = plainText([...whenBlocks(method), ...method.body]);
  const rights = [...text.matchAll(scopes)].flatMap(([, list = '']) => list.match(/[\w.-]{3,}/g) ?? []);
  return [...new Set([...(text.match(roles) ?? []), ...rights])];
};

/** Failures that are a matter of rights. */
const ofRights: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'denied',
  'privileges',
  'unauthorized',
  'consent',
  'greyed',
]);

/** The module that the commands of an entry load before this one, those of the method at hand first. */
const importedFor = (command: string, methods: readonly Method[], n: number): string | undefined => {
  const texts = [...methods.slice(n - 1, n), ...methods].map(({ body }) => plainText(body));
  const before = new RegExp(
    String.raw`Import-Module ('[^'\n]+'|\S+)[^\S\n]*\n(?:[^\S\n]+.*\n)*?[^\S\n]*.*\b${command}\b`,
    'i',
  );
  return texts.map((text) => before.exec(text)?.[1]).find((one) => one !== undefined);
};

/** Which module to load first, where a command was not found. */
const loading = ({ kind, command }: Failure, methods: readonly Method[], n: number): readonly Block[] => {
  if (!missing.has(kind)) return [];
  const own = command === undefined ? undefined : importedFor(command, methods, n);
  const name = own ?? (kind === 'sync' ? 'ADSync' : undefined);
  return name === undefined ? [] : [paragraph(follow().imports(name))];
};

/** Failures in which a command was not found. */
const missing: ReadonlySet<FailureKind> = new Set<FailureKind>(['sync', 'adfs', 'proxy', 'directory', 'module']);

/** The cure of a failure in a method of an entry. */
export const cureOf = (failure: Failure, { who: acts, methods }: Entry, n: number): readonly Block[] => {
  const method = methods[n - 1];
  const { kind } = failure;
  const named = method && ofRights.has(kind) ? namedIn(method) : [];
  const needs = named.length > 0 ? follow().takes(named.join(', ')) : words().actsNote(who()[acts]);
  return [
    paragraph(follow().failures[kind]),
    ...loading(failure, methods, n),
    ...(ofRights.has(kind) && acts !== 'user' && acts !== 'nobody' ? [paragraph(needs)] : []),
    paragraph(follow().again),
  ];
};
