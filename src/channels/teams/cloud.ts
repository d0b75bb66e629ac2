/** The settings of the channel, and which cloud of Microsoft's they mean. */
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { PictureHosts } from './pictures.ts';

type Text = string | undefined;

/**
 * Without `appId` the channel serves tools on this computer only.
 * `cloud` is the one that the tenant and the bot are in; the two settings after it replace single addresses of it.
 * `patience` is how long Microsoft's servers may take to answer, in milliseconds.
 */
export type TeamsSettings = {
  readonly appId?: Text;
  readonly appPassword?: Text;
  readonly appType?: Text;
  readonly tenantId?: Text;
  /** The tenants whose people are answered; empty means the app's own for an app of one tenant, and all otherwise. */
  readonly allowedTenants?: readonly string[];
  readonly cloud?: TeamsCloud | undefined;
  readonly openIdMetadataUrl?: Text;
  readonly authority?: Text;
  readonly patience?: number;
  /** Whether buttons open dialogs; by default only with an app id, because the tools on this computer cannot open any. */
  readonly dialogs?: boolean;
  /** The hosts that pictures are fetched from, in place of Microsoft's. */
  readonly pictures?: PictureHosts;
};

const usgov = {
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.us',
  authority: 'https://login.microsoftonline.us',
  /** Where an app of many tenants signs in. */
  tenant: 'MicrosoftServices.onmicrosoft.us',
  scope: 'https://api.botframework.us',
  oAuthUrl: 'https://tokengcch.botframework.azure.us',
};

/** Sources: Azure Bot Service "Configure bots for US Government customers" and "Deploy to 21Vianet"; Teams SDK "Sovereign clouds". */
const clouds = {
  global: {
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    tokenIssuer: 'https://api.botframework.com',
    authority: 'https://login.microsoftonline.com',
    tenant: 'botframework.com',
    scope: 'https://api.botframework.com',
    oAuthUrl: 'https://api.botframework.com',
  },
  usgov,
  usgovdod: { ...usgov, oAuthUrl: 'https://apiDoD.botframework.azure.us' },
  china: {
    openIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    tokenIssuer: 'https://api.botframework.azure.cn',
    authority: 'https://login.partner.microsoftonline.cn',
    tenant: 'microsoftservices.partner.onmschina.cn',
    scope: 'https://api.botframework.azure.cn',
    oAuthUrl: 'https://token.botframework.azure.cn',
  },
} as const;

export type TeamsCloud = keyof typeof clouds;

/** Whether the addresses of Teams' side of a cloud are known. */
export const isTeamsCloud = (cloud: string): cloud is TeamsCloud => Object.hasOwn(clouds, cloud);

const cloudOf = ({ cloud = 'global' }: TeamsSettings): (typeof clouds)[TeamsCloud] => clouds[cloud];

/** How long Microsoft's servers may take, in milliseconds; Teams itself waits for about 15 seconds. */
export const patienceOf = ({ patience = 8000 }: TeamsSettings): number => patience;

/** Who signs the requests that come from Teams. */
export const issuerOf = (settings: TeamsSettings): string => cloudOf(settings).tokenIssuer;

/** An app with a tenant is a single-tenant app unless told otherwise. */
const appTypeOf = ({ appType, tenantId }: TeamsSettings): string =>
  appType ?? (tenantId ? 'SingleTenant' : 'MultiTenant');

/** Where the bot signs in, and for what. */
export const signInOf = (settings: TeamsSettings): { readonly loginUrl: string; readonly scope: string } => {
  const { authority, tenant, scope } = cloudOf(settings);
  const own = appTypeOf(settings) === 'MultiTenant' ? undefined : settings.tenantId;
  return { loginUrl: `${settings.authority ?? authority}/${encodeURIComponent(own ?? tenant)}`, scope };
};

/** The same settings under the SDK's names. */
export const optionsOf = (settings: TeamsSettings): ConfigurationBotFrameworkAuthenticationOptions => {
  const { openIdMetadataUrl: published, tokenIssuer, oAuthUrl } = cloudOf(settings);
  const { openIdMetadataUrl = published } = settings;
  const { loginUrl, scope } = signInOf(settings);
  return {
    MicrosoftAppId: settings.appId ?? '',
    MicrosoftAppPassword: settings.appPassword ?? '',
    MicrosoftAppTenantId: settings.tenantId ?? '',
    MicrosoftAppType: appTypeOf(settings),
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: tokenIssuer,
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: scope,
    OAuthUrl: oAuthUrl,
  };
};
