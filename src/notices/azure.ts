/** The common alert schema of Azure Monitor. Test notifications leave much of it out, so nearly everything is optional. */
import { z } from 'zod';
import type { Severity, Sighting } from '../model/notice.ts';
import { invalid } from './invalid.ts';
import { keyOf } from './key.ts';
import { codesOf, domainsIn, hostIn, masked, maskedLink, textsOf } from './mask.ts';

const loose = z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null);

const criterion = z.object({
  metricName: loose,
  operator: loose,
  threshold: loose,
  timeAggregation: loose,
  metricValue: loose,
  dimensions: z
    .array(z.object({ name: z.string(), value: z.coerce.string() }))
    .nullish()
    .catch(null),
  linkToFilteredSearchResultsUI: loose,
});

const common = z.object({
  schemaId: z.literal('azureMonitorCommonAlertSchema').optional(),
  data: z.object({
    essentials: z.object({
      alertId: z.string().nullish(),
      alertRule: z.string().nullish(),
      severity: z.string().nullish(),
      monitorCondition: z.enum(['Fired', 'Resolved']).nullish(),
      alertTargetIDs: z.array(z.string()).nullish().catch(null),
      configurationItems: z.array(z.string()).nullish().catch(null),
      firedDateTime: z.string().nullish(),
      description: z.string().nullish(),
    }),
    alertContext: z
      .object({
        condition: z
          .object({ windowSize: loose, allOf: z.array(criterion).nullish().catch(null) })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
    customProperties: z.record(z.string(), z.unknown()).nullish().catch(null),
  }),
});

type Criterion = z.infer<typeof criterion>;

export const readAzure = (json: object): readonly Sighting[] => {
  const { data, error } = common.safeParse(json);
  if (!data) throw invalid('alert in the common alert schema of Azure Monitor', error);
  const { essentials, alertContext, customProperties } = data.data;
  const criteria = alertContext?.condition?.allOf ?? [];
  const dimensions = criteria.flatMap((one) => one.dimensions ?? []);
  const rule = essentials.alertRule || 'a rule without a name';
  const custom = (name: string): string => {
    const value = customProperties?.[name];
    return typeof value === 'string' ? value : '';
  };
  const dimension = (pattern: RegExp): string => dimensions.find(({ name }) => pattern.test(name))?.value ?? '';
  const told = dimensions.map(({ name, value }) => `${name} ${value}`).join(', ');
  const host = hostIn(custom('host') || dimension(/^(?:host|computer|hostname)$/i));
  const link = maskedLink(custom('runbook') || custom('link') || undefined);
  const fired = Date.parse(essentials.firedDateTime ?? '');
  const codes = dimensions.filter(({ name }) => /^(?:resulttype|error_?code|code)$/i.test(name)).map(codeOf);
  const targets = (essentials.alertTargetIDs ?? []).toSorted();
  const pairs = dimensions.map(({ name, value }) => `${name}=${value}`).toSorted();
  return [
    {
      key: keyOf('azure', rule, JSON.stringify([targets, pairs])),
      check: 'inbox',
      state: essentials.monitorCondition === 'Resolved' ? 'ok' : 'firing',
      severity: severityOf(essentials.severity ?? ''),
      title: masked([essentials.description || rule, told].filter(Boolean).join(': '), 300),
      domains: domainsIn([custom('domain'), custom('domains'), dimension(/domain/i)].join(' ')),
      codes: codesOf([...new Set([...codes, ...custom('codes').split(/[\s,;]+/)])]),
      ...(essentials.alertId ? { alias: essentials.alertId.slice(0, 500) } : {}),
      ...(host ? { host } : {}),
      ...(link ? { link } : {}),
      ...(fired > 0 ? { startedAt: fired } : {}),
      ...textsOf({
        evidence: evidenceOf(criteria, alertContext?.condition?.windowSize),
        affected: custom('affected') || dimension(/^(?:app|appdisplayname|application)$/i),
        action: custom('action'),
        owner: custom('owner'),
        entry: custom('entry'),
        topic: custom('topic'),
      }),
    },
  ];
};

/** Sign-in logs give the digits of an AADSTS code alone. */
const codeOf = ({ value }: { readonly value: string }): string => (/^\d{5,7}$/.test(value) ? `AADSTS${value}` : value);

const operators: Readonly<Record<string, string>> = {
  GreaterThan: 'more than',
  GreaterThanOrEqual: 'at least',
  LessThan: 'less than',
  LessThanOrEqual: 'at most',
  Equals: 'exactly',
};

const evidenceOf = (criteria: readonly Criterion[], window: Criterion['threshold']): string =>
  criteria
    .filter(({ metricValue }) => metricValue !== null && metricValue !== undefined)
    .slice(0, 5)
    .map(({ metricName, timeAggregation, metricValue, operator, threshold }) => {
      const limit =
        threshold === null || threshold === undefined ? '' : ` (told from ${wordOf(operator)} ${threshold})`;
      return `${[timeAggregation, metricName].filter(Boolean).join(' of ') || 'Value'} ${metricValue}${limit}`;
    })
    .concat(
      window
        ? [
            `over ${String(window)
              .replace(/^PT?(\d+)M$/, '$1 minutes')
              .replace(/^PT?(\d+)H$/, '$1 hours')}`,
          ]
        : [],
    )
    .join(', ');

const wordOf = (operator: Criterion['operator']): string => operators[String(operator)] ?? String(operator ?? '');

const severityOf = (severity: string): Severity => {
  if (/^Sev[01]$/i.test(severity)) return 'critical';
  return /^Sev[34]$/i.test(severity) ? 'info' : 'warning';
};
