/** Notices in our own form; docs/notices.md describes it. */
import { z } from 'zod';
import { severities, type Sighting } from '../model/notice.ts';
import { invalid } from './invalid.ts';
import { keyOf } from './key.ts';
import { codesOf, domainsIn, hostIn, masked, maskedLink, textsOf } from './mask.ts';

const text = z.string().max(20_000);
const time = z.iso.datetime({ offset: true });

const notice = z.strictObject({
  key: z.string().trim().min(1).max(200),
  state: z.enum(['firing', 'resolved']).default('firing'),
  severity: z.enum(severities).default('warning'),
  title: text.trim().min(1),
  domains: z.array(z.string().max(253)).max(100).default([]),
  host: z.string().max(300).optional(),
  codes: z.array(z.string().max(40)).max(20).default([]),
  entry: z.string().max(200).optional(),
  topic: z.string().max(100).optional(),
  evidence: text.optional(),
  affected: text.optional(),
  action: text.optional(),
  owner: text.optional(),
  link: z.string().max(2000).optional(),
  deadline: time.optional(),
  startedAt: time.optional(),
  parent: z.string().max(200).optional(),
});

const body = z.union([z.strictObject({ notices: z.array(notice).min(1).max(500) }), notice]);

export const readOwn = (json: object): readonly Sighting[] => {
  const shape = 'notices' in json ? body.options[0] : body.options[1];
  const { data, error } = shape.safeParse(json);
  if (!data) throw invalid('list of notices', error);
  return ('notices' in data ? data.notices : [data]).map(sightingOf);
};

const sightingOf = (one: z.infer<typeof notice>): Sighting => {
  const link = maskedLink(one.link);
  const host = one.host === undefined ? undefined : hostIn(one.host);
  return {
    key: keyOf('own', one.key),
    check: 'inbox',
    state: one.state === 'firing' ? 'firing' : 'ok',
    severity: one.severity,
    title: masked(one.title, 300),
    domains: domainsIn(one.domains.join(' ')),
    codes: codesOf(one.codes),
    ...(host ? { host } : {}),
    ...textsOf(one),
    ...(link ? { link } : {}),
    ...(one.deadline ? { deadline: Date.parse(one.deadline) } : {}),
    ...(one.startedAt ? { startedAt: Date.parse(one.startedAt) } : {}),
    ...(one.parent ? { parent: keyOf('own', one.parent) } : {}),
  };
};
