/** The webhook of Prometheus Alertmanager, version 4: one sighting for each alert. */
import { z } from 'zod';
import { InputError } from '../model/errors.ts';
import type { Severity, Sighting } from '../model/notice.ts';
import { invalid } from './invalid.ts';
import { keyOf } from './key.ts';
import { codesOf, domainsIn, hostIn, masked, maskedLink, textsOf } from './mask.ts';

const words = z.record(z.string(), z.coerce.string());

const alert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: words.default({}),
  annotations: words.default({}),
  startsAt: z.string().optional(),
  generatorURL: z.string().optional(),
  fingerprint: z.string().optional(),
});

const webhook = z.object({ version: z.literal('4').optional(), alerts: z.array(alert) });

export const readAlertmanager = (json: object): readonly Sighting[] => {
  const { data, error } = webhook.safeParse(json);
  if (!data) throw invalid('webhook of Alertmanager (version 4)', error);
  return data.alerts.map(sightingOf);
};

const sightingOf = ({ status, labels, annotations, startsAt, fingerprint }: z.infer<typeof alert>): Sighting => {
  const pick = (...names: readonly string[]): string =>
    names.map((name) => labels[name] ?? annotations[name]).find((value) => value !== undefined && value !== '') ?? '';
  const name = labels.alertname ?? '';
  const identity = identityOf(labels, fingerprint);
  if (!identity) throw new InputError('An alert has neither labels nor a fingerprint. Send one of them.');
  const host = hostIn(pick('host', 'target', 'instance'));
  const started = Date.parse(startsAt ?? '');
  const link = maskedLink(pick('runbook_url', 'dashboard_url') || undefined);
  const says = pick('summary', 'title', 'message') || [name || 'An alert', host].filter(Boolean).join(': ');
  return {
    key: keyOf('alertmanager', name || 'alert', identity),
    check: 'inbox',
    state: status === 'firing' ? 'firing' : 'ok',
    severity: severityOf(labels.severity ?? ''),
    title: masked(says, 300),
    domains: domainsIn(pick('domain', 'domains')),
    codes: codesOf(pick('code', 'codes', 'error_code', 'ResultType').split(/[\s,;]+/)),
    ...(host ? { host } : {}),
    ...(link ? { link } : {}),
    ...(started > 0 ? { startedAt: started } : {}),
    ...textsOf({
      evidence: annotations.description,
      affected: pick('affected', 'impact'),
      action: annotations.action,
      owner: pick('owner', 'team'),
      entry: pick('entry'),
      topic: pick('topic'),
    }),
  };
};

/** The label set is what an alert is; the fingerprint stands for it. */
const identityOf = (labels: Readonly<Record<string, string>>, fingerprint: string | undefined): string => {
  if (fingerprint) return fingerprint;
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length > 0 ? JSON.stringify(pairs) : '';
};

const severityOf = (label: string): Severity => {
  if (/^(?:critical|page|fatal|emergency|disaster|p1)$/i.test(label)) return 'critical';
  return /^(?:info|informational|none|low|notice|debug)$/i.test(label) ? 'info' : 'warning';
};
