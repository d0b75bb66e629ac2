/** Says where an imported entry comes from: its title, source, author and date. */
import type { Source, Who } from '../../model/catalog.ts';
import type { About } from './front.ts';
import type { Chapter } from './outline.ts';
import type { Origin } from './source.ts';
import { wordsOf } from './text.ts';

/** What all entries of a document share. */
export type Credit = {
  readonly title: string;
  readonly who: Who;
  readonly sourceFor: (title: string) => Source;
  readonly reviewed: string;
  readonly from: string;
  /** "Imported from …", the words under Good to know. */
  readonly attribution: string;
  readonly warnings: readonly string[];
};

/** When nobody says otherwise: never. */
const never = '1970-01-01';

const idleTitle = /^(?:how do i resolve\b|sign-?in issues?$|error$|summary$)/i;

export const creditOf = (about: About, document: Chapter, origin: Origin): Credit => {
  const titles = [document.title, about.title ?? ''].filter((one) => one !== '');
  const title = cutTitle(titles.find((one) => !idleTitle.test(one)) ?? titles[0] ?? '');
  const kb = /\bOriginal KB number:\s*(\d{6,7})/i.exec(wordsOf(document.parts))?.[1];
  const known = about.url ?? origin.url ?? kb;
  const by = about.author ? ` by ${about.author}` : '';
  const at = origin.version ? ` at ${origin.version}` : '';
  const dated = about.date ? `dated ${about.date}` : 'without a date';
  return {
    title,
    who: whoOf(about),
    sourceFor: (name) => sourceOf(name, about.url ?? origin.url, kb),
    reviewed: about.date ?? never,
    from: origin.from,
    attribution: `Imported from ${origin.from}${at}${by}, ${dated}. Licence: ${about.licence ?? 'not named in the document'}.`,
    warnings: [
      ...(about.date ? [] : [`has no date; "reviewed" is ${never} until a person has checked it`]),
      ...(known ? [] : ['has no address; a search for its title stands in its place (--link-base gives one)']),
    ],
  };
};

const longest = 150;

/** A title on one line, without the name of the site. */
export const cutTitle = (title: string): string => {
  const line = title
    .replace(/\s*\|\s*Microsoft (?:Docs|Learn)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/\s+\S*$/, '')}…` : line;
};

const whoOf = ({ audience = '', layout }: About): Who => {
  if (/developer/i.test(audience)) return 'app-developer';
  if (/end ?user|consumer/i.test(audience)) return 'user';
  return layout === 'plain' && audience === '' ? 'helpdesk' : 'tenant-admin';
};

const sites: Readonly<Record<string, string>> = {
  'learn.microsoft.com': 'Microsoft Learn',
  'support.microsoft.com': 'Microsoft Support',
  'github.com': 'GitHub',
};

const sourceOf = (title: string, own: string | undefined, kb: string | undefined): Source => {
  const address = own && own.startsWith('https:') && URL.canParse(own) ? own : undefined;
  const search = `https://learn.microsoft.com/search/?terms=${encodeURIComponent(title)}`;
  const url = address ?? (kb ? `https://support.microsoft.com/help/${kb}` : search);
  const { hostname } = new URL(url);
  const site = `${sites[hostname] ?? hostname}${url === search ? ' search' : ''}`;
  return { title: `${site}: ${title}${kb ? ` (KB ${kb})` : ''}`, url };
};
