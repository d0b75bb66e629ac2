/** Reads one catalog file: front matter and sections become an `Entry`, faults become complaints with a cure. */
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { type Entry, facets, type Method, risks, type Retired, roles, type Source, whos } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import { type Block, plain, type Rich, type Span } from '../model/reply.ts';
import { type Placed, type Section, sections } from './markdown.ts';

type Read = { readonly entry: Entry | null; readonly complaints: readonly Complaint[] };

const listOfText = z.union([z.string().transform((one) => [one]), z.array(z.string().trim().min(1))]);
const source = z.union([
  z.url({ protocol: /^https$/ }).transform((url): Source => ({ title: nameOf(url), url })),
  z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
]);
const facetValues = Object.fromEntries(
  Object.entries(facets).map(([name, values]) => [
    name,
    z.union([z.enum(values).transform((one) => [one]), z.array(z.enum(values)).min(1)]).optional(),
  ]),
);
const names = z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{4,}$/)).default([]);
const frontMatter = z.strictObject({
  title: z.string().trim().min(1),
  topic: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  codes: z.array(z.string().regex(/^([0-9A-F]{4,8}|0x[0-9A-F]{8}|[A-Z]+_?[0-9]+)$/)).default([]),
  role: z.enum(roles).default('cause'),
  alike: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((value) => value === 'yes'),
  names,
  shared: names,
  says: listOfText.default([]),
  facets: z.strictObject(facetValues).default({}),
  who: z.enum(whos),
  sources: z.array(source).min(1),
  reviewed: z.iso.date(),
  imported: z.strictObject({ from: z.string().min(1), hash: z.string().regex(/^[0-9a-f]{16}$/) }).optional(),
});

const cures: Readonly<Record<string, string>> = {
  title: 'Write one line that the person would recognise.',
  topic: 'Write one topic in kebab-case, for example federation-trust-mismatch.',
  codes: 'Write a list in quotes, for example ["50126"], ["80043431"], ["0x80041317"] or ["MSIS7102"].',
  names: 'Write a list of the names that logs show beside the code, for example [KmsiInterrupt].',
  shared: 'Write such names that other systems show as well, for example [AuthenticationFailed].',
  role: 'Write wrapper where another code tells the cause, interrupt where the sign-in only paused, or leave it out.',
  alike: 'Write "yes" where codes that look alike truly mean the same, or leave it out.',
  says: 'Write a list of what people type, in their words.',
  facets: `Use ${Object.keys(facets).join(', ')} with the values that catalog/README.md lists.`,
  who: `Write one of ${whos.join(', ')}.`,
  sources: 'Write a list of https addresses, or of title and url.',
  reviewed: 'Write the day somebody last checked the facts, as 2026-11-20.',
  imported: 'Leave it as the import wrote it, or take the whole field out.',
};

/** `file` is the path to show in complaints; its last part without `.md` becomes the id. */
export const readEntry = (file: string, text: string): Read => {
  const complaints: Complaint[] = [];
  const complain = (line: number, field: string, problem: string, cure: string): void => {
    complaints.push({ file, line, field, problem, cure });
  };
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (!parts) {
    complain(1, 'front matter', 'is missing.', 'Begin the file with "---", the fields, and "---"; see TEMPLATE.md.');
    return { entry: null, complaints };
  }
  const [, yaml = '', body = ''] = parts;
  let fields: unknown;
  try {
    fields = load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    complain((error.mark?.line ?? 0) + 2, 'front matter', `${error.reason}.`, 'Correct the YAML.');
    return { entry: null, complaints };
  }
  const lineOf = (field: string): number => {
    const at = yaml.split('\n').findIndex((line) => line.startsWith(`${field}:`));
    return at < 0 ? 1 : at + 2;
  };
  const front = frontMatter.safeParse(fields ?? {});
  if (!front.success) {
    for (const issue of front.error.issues) {
      const field = String(issue.code === 'unrecognized_keys' ? (issue.path[0] ?? issue.keys[0]) : issue.path[0]);
      const missing = issue.code === 'invalid_type' && issue.input === undefined && issue.path.length === 1;
      const problem = issue.code === 'unrecognized_keys' ? `"${issue.keys[0]}" is not a known field.` : 'is not valid.';
      const known = cures[field] ?? `Use only ${Object.keys(cures).join(', ')}.`;
      complain(lineOf(field), field, missing ? 'is missing.' : problem, known);
    }
  }

  const offset = yaml.split('\n').length + 2;
  const read = sections(body);
  for (const fault of read.faults) complain(fault.line + offset, 'text', fault.problem, fault.cure);
  const content = contentOf(read.sections, (line, field, problem, cure) =>
    complain(line + offset, field, problem, cure),
  );
  if (!front.success || complaints.length > 0) return { entry: null, complaints };
  const id = file.replace(/^.*\//, '').replace(/\.md$/, '');
  return { entry: { id, ...front.data, ...content, notes: [] }, complaints };
};

type Content = Pick<Entry, 'meaning' | 'cause' | 'check' | 'methods' | 'user' | 'more' | 'retired'>;
type Complain = (line: number, field: string, problem: string, cure: string) => void;

const blocksOf = (content: readonly Placed[]): readonly Block[] => content.map((placed) => placed.block);

const contentOf = (parts: readonly Section[], complain: Complain): Content => {
  const named = new Map<string, Section>();
  const methods: Method[] = [];
  for (const part of parts) {
    const method = /^Method (\d+): (.+)$/.exec(part.title);
    if (method) {
      if (Number(method[1]) !== methods.length + 1)
        complain(part.line, 'method', `"${part.title}" is out of order.`, `Number it Method ${methods.length + 1}.`);
      methods.push(methodOf(method[2]!, part, complain));
    } else if (named.has(part.title)) {
      complain(part.line, 'section', `"${part.title}" stands twice.`, 'Merge the two.');
    } else if (!['', 'Cause', 'Check', 'If you are the user', 'Good to know', 'Retired'].includes(part.title)) {
      complain(
        part.line,
        'section',
        `"${part.title}" is not a known heading.`,
        'Use Cause, Check, Method 1: …, If you are the user, Good to know or Retired.',
      );
    } else named.set(part.title, part);
  }
  const section = (title: string): readonly Block[] => blocksOf(named.get(title)?.content ?? []);
  if (section('').length === 0)
    complain(1, 'text', 'the meaning is missing.', 'Say in two sentences what this means for the person who sees it.');
  return {
    meaning: section(''),
    cause: section('Cause'),
    check: section('Check'),
    methods,
    user: section('If you are the user'),
    more: section('Good to know'),
    retired: retiredOf(named.get('Retired'), complain),
  };
};

/** The first paragraph of a method may say when to use it, its risk and its time: "Use when … · Risk: low, … · Takes 10 minutes". */
const methodOf = (title: string, part: Section, complain: Complain): Method => {
  const [first, ...rest] = part.content;
  const lead = first?.block.kind === 'paragraph' ? plain(first.block.text) : '';
  const isLead = /(^Use |^Risk: |^Takes )/.test(lead);
  const body = blocksOf(isLead ? rest : part.content);
  let when: Rich | undefined;
  let risk: Method['risk'] = 'none';
  let danger: string | undefined;
  let minutes: number | undefined;
  for (const phrase of isLead ? splitRich(first!.block.kind === 'paragraph' ? first!.block.text : '') : []) {
    const words = plain(phrase).trim();
    const told = /^Risk: (\w+)(?:, (.+))?$/.exec(words);
    const takes = /^Takes (\d+) minutes?\.?$/.exec(words);
    if (words.startsWith('Use ')) when = phrase;
    else if (told && (risks as readonly string[]).includes(told[1]!)) {
      risk = told[1] as Method['risk'];
      danger = told[2];
    } else if (takes) minutes = Number(takes[1]);
    else
      complain(
        first!.line,
        'method',
        `"${words}" is not understood.`,
        'Write "Use when …", "Risk: none|low|medium|high, what can go wrong" and "Takes 10 minutes", with " · " between.',
      );
  }
  if (body.length === 0) complain(part.line, 'method', `"${title}" has no steps.`, 'Write numbered steps below it.');
  return {
    title,
    risk,
    body,
    ...(when ? { when } : {}),
    ...(danger ? { danger } : {}),
    ...(minutes ? { minutes } : {}),
  };
};

const retiredOf = (part: Section | undefined, complain: Complain): readonly Retired[] =>
  (part?.content ?? []).flatMap(({ block, line }) => {
    const items = block.kind === 'list' ? block.items : [];
    const pairs = items.map((item) => splitRich(item, ' → '));
    if (block.kind !== 'list' || pairs.some((pair) => pair.length !== 2))
      complain(line, 'Retired', 'every point needs both sides.', 'Write "- `old command` → what to use today".');
    return pairs.map(([old = '', now = '']) => ({ old, now }));
  });

/** Cuts a rich text at every separator in its unformatted parts. */
const splitRich = (text: Rich, separator = ' · '): readonly Rich[] => {
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text;
  const parts: Span[][] = [[]];
  for (const span of spans) {
    const [head = '', ...more] = span.style === 'code' ? [span.text] : span.text.split(separator);
    if (head) parts.at(-1)!.push({ ...span, text: head });
    for (const piece of more) parts.push(piece ? [{ ...span, text: piece }] : []);
  }
  return parts.map((part) =>
    part.every((span) => !span.style && !span.url) ? part.map((s) => s.text).join('') : part,
  );
};

/** A readable name for a source that is given by its address alone. */
const nameOf = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  const slug = pathname.split('/').filter(Boolean).at(-1);
  return slug ? `${hostname.replace(/^www\./, '')}: ${slug.replace(/\.\w+$/, '').replace(/[-_]+/g, ' ')}` : hostname;
};
