/** Reads what a document says about itself: YAML front matter, or the <properties> block of portal diagnostics. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

export type About = {
  readonly layout: 'learn' | 'properties' | 'plain';
  readonly title?: string;
  readonly description?: string;
  readonly author?: string;
  readonly audience?: string;
  /** The kind of page in Microsoft's words, such as troubleshooting, how-to or include. */
  readonly topic?: string;
  readonly date?: string;
  readonly licence?: string;
  readonly url?: string;
  /** True for the reference page of a cmdlet. */
  readonly cmdlet: boolean;
};

/** What a document says about itself, and the rest of its text. */
export const front = (text: string): { about: About; body: string } => {
  const yaml = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
  if (yaml) return { about: aboutOf(fields(yaml[1]!), 'learn'), body: yaml[2]! };
  const properties = /^\s*<properties\s([\s\S]*?)\/>([\s\S]*)$/.exec(text);
  if (properties) {
    const pairs = [...properties[1]!.matchAll(/([\w.]+)\s*=\s*"([^"]*)"/g)].map((match) => [match[1]!, match[2]!]);
    const found = Object.fromEntries(pairs) as Record<string, string>;
    const about = aboutOf({ ...found, title: found['pageTitle'] ?? '', author: found['authors'] ?? '' }, 'properties');
    return { about, body: properties[2]! };
  }
  return { about: { layout: 'plain', cmdlet: false }, body: text };
};

const fields = (yaml: string): Readonly<Record<string, unknown>> => {
  try {
    const read: unknown = load(yaml, { schema: FAILSAFE_SCHEMA, json: true });
    if (read !== null && typeof read === 'object') return read as Record<string, unknown>;
  } catch {
    // A title with a colon and no quotation marks is not YAML; its lines can be read all the same.
  }
  return Object.fromEntries([...yaml.matchAll(/^([\w.-]+):[ \t]*(.*)$/gm)].map((match) => [match[1]!, match[2]!]));
};

const aboutOf = (found: Readonly<Record<string, unknown>>, layout: About['layout']): About => {
  const first = (...names: readonly string[]): string | undefined =>
    names
      .map((name) => found[name])
      .map((value) => (typeof value === 'string' ? value.trim().replace(/^(["'])(.*)\1$/, '$2') : ''))
      .find((value) => value !== '');
  const optional = {
    title: first('title'),
    description: first('description'),
    author: first('author', 'ms.author', 'authors'),
    audience: first('audience', 'ms.audience'),
    topic: first('ms.topic'),
    date: isoDate(first('ms.date', 'date', 'updated', 'ms.reviewed', 'lastmod') ?? ''),
    licence: first('license', 'licence'),
    url: first('canonicalUrl', 'canonical_url', 'ms.url'),
  };
  const told = Object.entries(optional).filter(([, value]) => value !== undefined);
  const cmdlet = ['external help file', 'Module Name', 'online version'].some((name) => name in found);
  return { layout, cmdlet, ...Object.fromEntries(told) };
};

/** A date as 2022-03-31 from that form or from the American 03/31/2022. */
const isoDate = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : american ? [american[3], american[1], american[2]] : [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(date).toJSON()?.startsWith(date) ? date : undefined;
};
