/** Marks commands that no longer work and names what to use today. */
import type { Retired } from '../../model/catalog.ts';
import type { Code, Rich, Span } from '../../model/reply.ts';
import { retired } from '../rules.ts';
import { type Spans, tidy } from './spans.ts';

const everyRetired = new RegExp(retired, 'gi');

/** A fence, flagged when one of its commands no longer works. */
export const codeOf = (language: string, text: string): Code =>
  retired.test(text) ? { language, text, retired: true } : { language, text };

/** Writes "(retired)" behind every command in the text that no longer works. */
export const markRetired = (spans: Spans): Spans =>
  tidy(
    spans.flatMap((span): Span[] => {
      if (!retired.test(span.text)) return [span];
      if (span.style === 'code') return [span, { text: ' (retired)' }];
      return [{ ...span, text: span.text.replace(everyRetired, (found) => `${found} (retired)`) }];
    }),
  );

const code = (text: string): Span => ({ text, style: 'code' });
const text = (words: string): Span => ({ text: words });

/** What stands in for a command today; taken from Microsoft's mapping tables, not from the document imported. */
const today: readonly (readonly [old: string, found: RegExp, now: Rich])[] = [
  [
    'Install-Module MSOnline',
    /(?:install|import)-module(?: -name)? msonline/i,
    [
      code('Install-Module Microsoft.Graph.Identity.DirectoryManagement'),
      text(' or '),
      code('Install-Module Microsoft.Entra'),
    ],
  ],
  [
    'Connect-MsolService',
    /connect-msolservice/i,
    [code('Connect-MgGraph'), text(' with the scopes that the task needs')],
  ],
  ['Set-MsolADFSContext', /set-msoladfscontext/i, 'run the AD FS commands on the AD FS server itself'],
  [
    'Get-MsolFederationProperty',
    /get-msolfederationproperty/i,
    [
      code('Get-AdfsProperties'),
      text(' and '),
      code('Get-AdfsCertificate'),
      text(' on the AD FS server, '),
      code('Get-MgDomainFederationConfiguration'),
      text(' for the cloud side'),
    ],
  ],
  [
    'Update-MsolFederatedDomain',
    /update-msolfederateddomain/i,
    [
      text('no single command: set each value with '),
      code('Update-MgDomainFederationConfiguration'),
      text(', or let Microsoft Entra Connect repair the trust'),
    ],
  ],
  [
    'Set-MsolDomainFederationSettings',
    /set-msoldomainfederationsettings/i,
    [code('Update-MgDomainFederationConfiguration')],
  ],
  [
    'Get-MsolDomainFederationSettings',
    /get-msoldomainfederationsettings/i,
    [code('Get-MgDomainFederationConfiguration')],
  ],
  ['Get-MsolDomain', /get-msoldomain\b/i, [code('Get-MgDomain')]],
  [
    'Convert-MsolDomainToFederated',
    /convert-msoldomaintofederated|new-msolfederateddomain/i,
    [code('New-MgDomainFederationConfiguration'), text(' or Microsoft Entra Connect')],
  ],
  ['Convert-MsolFederatedUser', /convert-msolfederateduser/i, [code('Update-EntraUserFromFederated')]],
  ['Get-MsolUser', /get-msoluser\b/i, [code('Get-EntraUser')]],
  ['Get-MsolServicePrincipal', /get-msolserviceprincipal/i, [code('Get-EntraServicePrincipal')]],
  ['Set-MsolServicePrincipal', /set-msolserviceprincipal/i, [code('Set-EntraServicePrincipal')]],
  [
    'adfshelp.microsoft.com',
    /adfshelp\.microsoft\.com/i,
    'closed in 2024; see AD FS troubleshooting on Microsoft Learn',
  ],
];

/** The section "Retired" for everything in the texts that no longer works and has a known successor. */
export const retiredIn = (texts: readonly string[]): readonly Retired[] =>
  today.filter(([, found]) => texts.some((one) => found.test(one))).map(([old, , now]) => ({ old: [code(old)], now }));
