/** The report of one domain as lines for a terminal: what is wrong first, then the proof. */
import type { Comparison, ComparisonRow, Finding } from '../model/finding.ts';
import { utc, utcDay } from '../model/time.ts';
import type { EndpointReport, PageReport } from './endpoint.ts';
import { span } from './clock.ts';
import type { DomainReport } from './domain.ts';
import { ends } from './signing.ts';

const ranks = { critical: 0, warning: 1, info: 2 } as const;
const words = { critical: 'CRITICAL', warning: 'WARNING ', info: 'INFO    ' } as const;
const marks = { match: 'match', near: 'nearly', differs: 'DIFFERS', 'cannot tell': 'unknown' } as const;

/** What fires, the worst first; what is explained by something else that fires comes with it, not by itself. */
const firingOf = (findings: readonly Finding[]): readonly Finding[] => {
  const firing = findings.filter(({ state }) => state === 'firing');
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const explained = (finding: Finding): boolean => {
    for (let up = finding.parent; up; up = byKey.get(up)?.parent)
      if (firing.some(({ key, severity }) => key === up && ranks[severity] <= ranks[finding.severity])) return true;
    return false;
  };
  return firing
    .filter((finding) => !explained(finding))
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || whenOf(a) - whenOf(b));
};

/** What hurts already comes first, what has no date last. */
const whenOf = ({ severity, deadline }: Finding): number =>
  deadline ?? (severity === 'critical' ? 0 : Number.MAX_SAFE_INTEGER);

/** Whether a finding tells that the service was looked at; that its name has addresses does not. */
const isLook = ({ state, check, key }: Finding): boolean =>
  state === 'ok' && check !== 'sign-ins' && !key.endsWith('/dns');

/** 0 all well, 1 something was found, 2 nothing could be checked. */
export const statusOf = (report: DomainReport): number => {
  if (report.findings.some(({ state }) => state === 'firing')) return 1;
  if (report.kind === 'managed') return 0;
  return report.findings.some(isLook) ? 0 : 2;
};

export const reportLines = (report: DomainReport, now: number): readonly string[] => {
  const { domain, root, kind, comparison, endpoint, findings, notChecked } = report;
  const firing = firingOf(findings);
  const below = root && root !== domain ? ` (by the trust of ${root})` : '';
  const head =
    kind === 'managed'
      ? `${domain} is managed: people sign in at Entra itself, so there is no AD FS to compare.`
      : kind === 'unknown'
        ? `${domain}: Entra could not be asked, or does not know this domain.`
        : `${domain} is federated${below}, sign-in at ${comparison?.host ?? endpoint?.host ?? 'an unknown host'}. Checked ${utc(now)}.`;
  const verdict =
    kind !== 'federated'
      ? []
      : firing.length > 0
        ? ['', `${firing.length} ${firing.length === 1 ? 'thing needs' : 'things need'} attention:`]
        : ['', statusOf(report) === 2 ? 'Nothing could be checked.' : 'Nothing is wrong with what could be checked.'];
  return [
    head,
    ...verdict,
    ...firing.flatMap((finding) => findingLines(shortened(finding, firing), now)),
    ...(comparison?.rows.some(({ adfs, entra }) => adfs ?? entra) ? comparisonLines(comparison, now) : []),
    ...(endpoint ? endpointLines(endpoint, now) : []),
    ...(notChecked.length > 0 ? ['', 'Not checked', ...notChecked.flatMap((line) => wrap(`- ${line}`, 2, 4))] : []),
  ];
};

/** Failing sign-ins whose code another finding explains need no advice of their own. */
const shortened = (finding: Finding, firing: readonly Finding[]): Finding => {
  const cause = firing.find(
    ({ check, codes }) => check !== 'sign-ins' && codes.some((code) => finding.codes.includes(code)),
  );
  if (finding.check !== 'sign-ins' || !cause) return finding;
  const { action: _, ...rest } = finding;
  return { ...rest, codes: [], title: `${finding.title}: it is felt already` };
};

const findingLines = (finding: Finding, now: number): readonly string[] => {
  const { severity, title, evidence, affected, codes, action, command, entry, deadline } = finding;
  const field = (label: string, value: string | undefined): readonly string[] =>
    value ? wrap(`${label.padEnd(9)}${value}`, 4, 13) : [];
  return [
    '',
    ...wrap(`${words[severity]}  ${title}.`, 2, 12),
    ...field('Proof', evidence),
    ...field('Affects', affected && `${affected}.`),
    ...field('Codes', codes.length > 0 ? `${codes.join(', ')} on people's screens.` : undefined),
    ...field('By', deadline === undefined || deadline <= now || severity === 'info' ? undefined : utc(deadline)),
    ...field('Do first', action),
    ...(command ? ['', ...command.text.split('\n').map((line) => `      ${line}`), ''] : []),
    ...field('More', (entry ?? codes[0]) ? `npm run ask -- "${entry ?? codes[0]}"` : undefined),
  ];
};

const comparisonLines = ({ rows, certificates }: Comparison, now: number): readonly string[] => {
  const width = Math.max(...rows.map(({ attribute }) => attribute.length)) + 2;
  const lead = 2 + width + 9;
  const row = ({ attribute, adfs, entra, verdict, note }: ComparisonRow): readonly string[] => {
    const start = `  ${attribute.padEnd(width)}${marks[verdict].padEnd(9)}`;
    const aside = note ? `  (${note})` : '';
    if (verdict === 'match') return [`${start}${adfs ?? entra}${aside}`];
    const both = [adfs && `AD FS  ${adfs}`, entra && `Entra  ${entra}`].filter(
      (one) => one !== undefined && one !== '',
    );
    if (both.length === 0) return [`${start}not known${aside}`];
    return both.map((value, index) => `${index === 0 ? start : ' '.repeat(lead)}${value}${index === 0 ? aside : ''}`);
  };
  return [
    '',
    'AD FS against Entra',
    ...rows.flatMap(row),
    ...(certificates.length > 0
      ? [
          '',
          'Token-signing certificates (SHA-1 thumbprints, as Get-AdfsCertificate shows them)',
          ...certificates.map(
            ({ thumbprint, notBefore, notAfter, where }) =>
              `  ${thumbprint}  ${utcDay(notBefore)} to ${utcDay(notAfter)}, ${left(notAfter, now)}  ${where.join('; ')}`,
          ),
        ]
      : []),
  ];
};

const left = (at: number, now: number): string => (at > now ? `${span(at - now)} left` : `ended ${span(now - at)} ago`);

const endpointLines = ({ host, addresses }: EndpointReport, now: number): readonly string[] => [
  '',
  `Sign-in service ${host}`,
  ...(addresses.length === 0 ? ['  not visited'] : []),
  ...addresses.flatMap(({ address, shown, error, metadata, mex, probe }) => {
    if (!shown) return wrap(`${address}  ${error?.message ?? 'not visited'}`, 2, 4);
    const leaf = shown.chain[0]!;
    return [
      `  ${address}  ${shown.protocol}, certificate until ${utcDay(ends(leaf))} (${left(ends(leaf), now)}), name ${shown.fitsName ? 'fits' : 'DOES NOT FIT'}, chain ${shown.distrust ? `NOT TRUSTED (${shown.distrust})` : 'trusted'}`,
      ...(metadata || mex
        ? [
            `  ${' '.repeat(address.length)}  federation metadata ${said(metadata)}, mex ${said(mex)}${probe === undefined ? '' : `, proxy health page ${probe ? 'answers' : 'does not answer'}`}`,
          ]
        : []),
    ];
  }),
];

const said = (page: PageReport | undefined): string =>
  page === undefined
    ? 'not asked'
    : 'error' in page
      ? page.error.kind
      : `${page.status}${page.status === 200 && !page.xml ? ' but not XML' : ''}`;

/** Breaks a line at spaces, at about a hundred columns. */
const wrap = (text: string, first: number, rest: number): readonly string[] => {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line.trim() !== '' && line.length + word.length > 100) {
      lines.push(line.trimEnd());
      line = ' '.repeat(rest);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
};
