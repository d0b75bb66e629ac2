/** Marks commands that no longer work and names what to use today. */
import type { Retired } from '../../model/catalog.ts';
import type { Code, Rich, Span } from '../../model/reply.ts';
import { type Spans, tidy } from './spans.ts';

const command = String.raw`\b[A-Z][a-z]+-(?:Msol|MSOL|AzureAD(?!SSO))\w*`;
const named = String.raw`\bMSOnline\b|\bAzureADPreview\b|\badfshelp\.microsoft\.com\b|\bAdd-PSSnapin\b|\biisreset(?:command)?\b|\baad\.portal\.azure\.com\b`;
const gone = new RegExp(`${command}|${named}`, 'i');
const goneAll = new RegExp(`${command}|${named}`, 'gi');

export const isRetired = (text: string): boolean => gone.test(text);

/** A fence, flagged when one of its commands no longer works. */
export const codeOf = (language: string, text: string): Code =>
  isRetired(text) ? { language, text, retired: true } : { language, text };

/** Writes "(retired)" behind every command in the text that no longer works. */
export const markRetired = (spans: Spans): Spans =>
  tidy(
    spans.flatMap((span): Span[] => {
      if (!isRetired(span.text)) return [span];
      if (span.style === 'code') return [span, { text: ' (retired)' }];
      return [{ ...span, text: span.text.replace(goneAll, (found) => `${found} (retired)`) }];
    }),
  );

/** What stands in for a command today; taken from Microsoft's mapping tables, not from the document imported. */
const today: readonly (readonly [old: RegExp, shown: string, now: Rich])[] = [
  [
    /connect-msolservice/i,
    'Connect-MsolService',
    [{ text: 'Connect-MgGraph', style: 'code' }, { text: ' with the scopes that the task needs' }],
  ],
  [
    /(?:install|import)-module(?: -name)? msonline/i,
    'Install-Module MSOnline',
    [
      { text: 'Install-Module Microsoft.Graph', style: 'code' },
      { text: ' or ' },
      { text: 'Install-Module Microsoft.Entra', style: 'code' },
    ],
  ],
  [/set-msoladfscontext/i, 'Set-MsolADFSContext', 'run the AD FS commands on the AD FS server itself'],
  [
    /get-msolfederationproperty/i,
    'Get-MsolFederationProperty',
    [
      { text: 'Get-AdfsProperties', style: 'code' },
      { text: ' and ' },
      { text: 'Get-AdfsCertificate', style: 'code' },
      { text: ' on the AD FS server, ' },
      { text: 'Get-MgDomainFederationConfiguration', style: 'code' },
      { text: ' for the cloud side' },
    ],
  ],
  [
    /update-msolfederateddomain/i,
    'Update-MsolFederatedDomain',
    [
      { text: 'no single command: set each value with ' },
      { text: 'Update-MgDomainFederationConfiguration', style: 'code' },
      { text: ', or let Microsoft Entra Connect repair the trust' },
    ],
  ],
  [
    /set-msoldomainfederationsettings/i,
    'Set-MsolDomainFederationSettings',
    [{ text: 'Update-MgDomainFederationConfiguration', style: 'code' }],
  ],
  [
    /get-msoldomainfederationsettings/i,
    'Get-MsolDomainFederationSettings',
    [{ text: 'Get-MgDomainFederationConfiguration', style: 'code' }],
  ],
  [/get-msoldomain(?!fed)/i, 'Get-MsolDomain', [{ text: 'Get-MgDomain', style: 'code' }]],
  [
    /(?:convert-msoldomaintofederated|new-msolfederateddomain)/i,
    'Convert-MsolDomainToFederated',
    [{ text: 'New-MgDomainFederationConfiguration', style: 'code' }, { text: ' or Microsoft Entra Connect' }],
  ],
  [
    /convert-msolfederateduser/i,
    'Convert-MsolFederatedUser',
    [{ text: 'Update-EntraUserFromFederated', style: 'code' }],
  ],
  [
    /adfshelp\.microsoft\.com/i,
    'adfshelp.microsoft.com',
    'closed in 2024; see AD FS troubleshooting on Microsoft Learn',
  ],
];

/** The section "Retired" for everything in the texts that no longer works and has a known successor. */
export const retiredIn = (texts: readonly string[]): readonly Retired[] =>
  today
    .filter(([old]) => texts.some((text) => old.test(text)))
    .map(([, shown, now]) => ({ old: [{ text: shown, style: 'code' }], now }));
