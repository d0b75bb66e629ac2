/**
 * The commands that a finding offers. Values that came from metadata or Graph enter a command only in a strict shape, inside
 * single quotes; any other value becomes a placeholder, so that a hostile document cannot put code into an administrator's hands.
 */
import type { FindingCommand } from '../model/finding.ts';

/** The part after Connect-MgGraph that chooses a national cloud. */
export type GraphEnvironment = '' | 'USGov' | 'USGovDoD' | 'China';

const domainShape = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
const uriShape =
  /^(?:https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250})(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]{0,300})?|urn:[A-Za-z0-9:._-]{1,250})$/;

const quoted = (value: string | undefined, shape: RegExp, placeholder: string): string =>
  `'${value !== undefined && shape.test(value) ? value : placeholder}'`;

const domainOf = (domain: string): string => quoted(domain, domainShape, '<domain>');

const connect = (environment: GraphEnvironment): string =>
  `Connect-MgGraph -Scopes 'Domain-InternalFederation.ReadWrite.All'${environment ? ` -Environment ${environment}` : ''}`;

const powershell = (lines: readonly string[]): FindingCommand => ({ language: 'powershell', text: lines.join('\n') });

/** The parameters of Update-MgDomainFederationConfiguration that hold an address. */
export type UriParameter = 'IssuerUri' | 'PassiveSignInUri' | 'ActiveSignInUri' | 'MetadataExchangeUri' | 'SignOutUri';

/** Writes one address into Entra, as a dry run. */
export const setUri = (
  domain: string,
  parameter: UriParameter,
  value: string | undefined,
  environment: GraphEnvironment,
): FindingCommand =>
  powershell([
    connect(environment),
    `$f = Get-MgDomainFederationConfiguration -DomainId ${domainOf(domain)}`,
    `Update-MgDomainFederationConfiguration -DomainId ${domainOf(domain)} -InternalDomainFederationId $f.Id -${parameter} ${quoted(value, uriShape, parameter === 'IssuerUri' ? '<Identifier from Get-AdfsProperties>' : '<address>')} -WhatIf`,
    '# If the dry run shows what you expect, run the last line again without -WhatIf.',
  ]);

const expected = (thumbprint: string | undefined): string =>
  thumbprint !== undefined && /^[0-9A-F]{40}$/.test(thumbprint) ? `   # expected: ${thumbprint}` : '';

/** Copies the token-signing certificates from AD FS into Entra, as a dry run, on the primary AD FS server. */
export const setSigning = (
  domain: string,
  environment: GraphEnvironment,
  primary?: string,
  next?: string,
): FindingCommand =>
  powershell([
    '# On the primary AD FS server, with the module Microsoft.Graph.Identity.DirectoryManagement:',
    '$ts = Get-AdfsCertificate -CertificateType Token-Signing',
    '$primary = $ts | Where-Object IsPrimary',
    `$primary.Thumbprint${expected(primary)}`,
    '$next = $ts | Where-Object { $_.Certificate.NotAfter -gt $primary.Certificate.NotAfter } | Select-Object -First 1',
    ...(next === undefined ? [] : [`$next.Thumbprint${expected(next)}`]),
    '$new = @{ SigningCertificate = [Convert]::ToBase64String($primary.Certificate.RawData) }',
    'if ($next) { $new.NextSigningCertificate = [Convert]::ToBase64String($next.Certificate.RawData) }',
    connect(environment),
    `$f = Get-MgDomainFederationConfiguration -DomainId ${domainOf(domain)}`,
    `Update-MgDomainFederationConfiguration -DomainId ${domainOf(domain)} -InternalDomainFederationId $f.Id @new -WhatIf`,
    '# If the dry run shows what you expect, run the last line again without -WhatIf.',
  ]);

/** Shows whether AD FS renews its certificates by itself, and when. */
export const showRollover = (): FindingCommand =>
  powershell([
    '# On the primary AD FS server:',
    'Get-AdfsProperties | Format-List AutoCertificateRollover, Certificate*',
    'Get-AdfsCertificate -CertificateType Token-Signing | Format-List IsPrimary, Thumbprint',
  ]);

/** Shows the certificate of a proxy, which does not renew itself. */
export const showProxyCertificate = (): FindingCommand =>
  powershell([
    '# On each Web Application Proxy:',
    'Get-WebApplicationProxySslCertificate',
    '# On the primary AD FS server:',
    'Get-AdfsSslCertificate',
  ]);

/** Shows what the proxy says about itself. */
export const showProxyHealth = (): FindingCommand =>
  powershell([
    '# On each Web Application Proxy:',
    'Get-WebApplicationProxyHealth',
    '# On each AD FS server:',
    'Get-Service adfssrv',
  ]);
