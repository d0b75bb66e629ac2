/** What a person told that belongs into commands, and commands with it filled in. */
import type { Block, Code, Rich, StepItem } from '../src/model/reply.ts';
import { linked } from './links.ts';

/** The person's own domain and the name of their federation server. */
export type Values = { readonly domain?: string; readonly server?: string };

/** Only what has exactly this shape gets into a command. */
const host = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** Domains of Microsoft and of public mailboxes are nobody's own; names of files only look like domains. */
const others =
  /(?:^|\.)(?:microsoft(?:online(?:-p)?)?|office(?:365)?|live|outlook|hotmail|windows|azure|sharepoint|gmail|googlemail|yahoo|icloud|onmicrosoft|contoso|example)\.[a-z.]+$|\.(?:exe|txt|ps1|xml|html?|aspx?|json|js|ts|csv|log|pdf|docx?|png|jpe?g|dll|md)$/;

/** The name as it goes into a command, or undefined when it is none. */
export const hostIn = (text: string): string | undefined => {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$|\.$/g, '');
  return host.test(name) ? name : undefined;
};

const named = '([a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5})';
const domains = [
  new RegExp(`[\\w.+-]{1,64}@${named}`, 'gi'),
  new RegExp(`\\bdomains?\\s?(?:is|named|called|:)?\\s{0,2}["']?${named}`, 'gi'),
  new RegExp(`${named}["']?\\s(?:domain|tenant)\\b`, 'gi'),
  new RegExp(`\\bmine is\\s["']?${named}`, 'gi'),
];
const servers = new RegExp(`\\b((?:sts|adfs|fs|federation)\\d{0,2}\\.${named.slice(1)}`, 'gi');

/** A domain or a federation server of the person's own that the text names. */
export const valuesIn = (text: string): Values => {
  if (!text.includes('.')) return {};
  const own = (patterns: readonly RegExp[]): string | undefined =>
    patterns
      .flatMap((pattern) => [...text.slice(0, 20_000).matchAll(pattern)].map((match) => hostIn(match[1]!)))
      .find((name) => name !== undefined && !others.test(name));
  const server = own([servers]);
  const domain = own(domains);
  return { ...(domain && domain !== server ? { domain } : {}), ...(server ? { server } : {}) };
};

const exampleServer = /(?<![\w.-])sts\.contoso\.com(?![\w-]|\.[a-z])/g;
const exampleDomain = /(?<![\w-]|[\w-]\.)contoso\.com(?![\w-]|\.[a-z])/g;

const filled = (text: string, { domain, server }: Values): string => {
  const withServer = server ? text.replace(exampleServer, server) : text;
  return domain ? withServer.replace(exampleDomain, domain) : withServer;
};

const rich = (text: Rich, values: Values): Rich =>
  typeof text === 'string'
    ? filled(text, values)
    : text.map((span) => (span.url === undefined ? { ...span, text: filled(span.text, values) } : span));

const code = (one: Code, values: Values): Code => ({ ...one, text: filled(one.text, values) });

const step = (item: StepItem, values: Values): StepItem => ({
  ...item,
  text: rich(item.text, values),
  ...(item.code ? { code: item.code.map((one) => code(one, values)) } : {}),
});

/** The blocks with the person's own values in the place of the catalog's example ones; without values the blocks as they are linked. */
export const fill = (blocks: readonly Block[], values: Values): readonly Block[] =>
  values.domain === undefined && values.server === undefined
    ? linked(blocks)
    : linked(blocks).map((block) => fillOne(block, values));

const fillOne = (block: Block, values: Values): Block => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: rich(block.text, values) };
    case 'steps':
      return { ...block, items: block.items.map((item) => step(item, values)) };
    case 'list':
      return { ...block, items: block.items.map((item) => rich(item, values)) };
    case 'code':
      return { ...block, code: code(block.code, values) };
    default:
      return block;
  }
};

/** Which of the example values stand in the commands of these blocks. */
export const examplesIn = (blocks: readonly Block[]): { readonly domain: boolean; readonly server: boolean } => {
  const commands = blocks
    .flatMap((block) =>
      block.kind === 'code'
        ? [block.code]
        : block.kind === 'steps'
          ? block.items.flatMap((item) => item.code ?? [])
          : [],
    )
    .map(({ text }) => text)
    .join('\n');
  return {
    domain: commands.search(exampleDomain) >= 0,
    server: commands.search(exampleServer) >= 0,
  };
};
