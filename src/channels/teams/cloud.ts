/** The settings of the channel, and which cloud of Microsoft's they mean. */
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { ConfigError } from '../../model/errors.ts';
import type { PictureHosts } from './pictures.ts';

type Text = string | undefined;

/**
 * Without `appId` the channel serves tools on this computer only.
 * `channelService` chooses a cloud other than the public one; the settings after it replace single values of that cloud.
 * `patience` is how long Microsoft's servers may take to answer, in milliseconds.
 */
export type TeamsSettings = {
  readonly appId?: Text;
  readonly appPassword?: Text;
  readonly appType?: Text;
  readonly tenantId?: Text;
  /** The tenants whose people are answered; empty means the app's own for an app of one tenant, and all otherwise. */
  readonly allowedTenants?: readonly string[];
  readonly channelService?: Text;
  readonly openIdMetadataUrl?: Text;
  readonly tokenIssuer?: Text;
  readonly loginUrl?: Text;
  readonly scope?: Text;
  readonly oAuthUrl?: Text;
  readonly patience?: number;
  /** Whether buttons open dialogs; by default only with an app id, because the tools on this computer cannot open any. */
  readonly dialogs?: boolean;
  /** The hosts that pictures are fetched from, in place of Microsoft's. */
  readonly pictures?: PictureHosts;
};

const publicCloud = {
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.com',
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
  oAuthUrl: 'https://api.botframework.com',
};

const usGovernment: typeof publicCloud = {
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.us',
  loginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  scope: 'https://api.botframework.us',
  oAuthUrl: 'https://api.botframework.azure.us',
};

const clouds = new Map([
  ['', publicCloud],
  ['https://botframework.azure.us', usGovernment],
]);

const cloudOf = (settings: TeamsSettings): typeof publicCloud => {
  const { channelService = '' } = settings;
  const cloud = clouds.get(channelService);
  if (!cloud)
    throw new ConfigError([
      `ChannelService is "${channelService}". Give https://botframework.azure.us for the US government cloud, or leave it out.`,
    ]);
  return {
    openIdMetadataUrl: settings.openIdMetadataUrl ?? cloud.openIdMetadataUrl,
    tokenIssuer: settings.tokenIssuer ?? cloud.tokenIssuer,
    loginUrl: settings.loginUrl ?? cloud.loginUrl,
    scope: settings.scope ?? cloud.scope,
    oAuthUrl: settings.oAuthUrl ?? cloud.oAuthUrl,
  };
};

/** How long Microsoft's servers may take, in milliseconds; Teams itself waits for about 15 seconds. */
export const patienceOf = ({ patience = 8000 }: TeamsSettings): number => patience;

/** Who signs the requests that come from Teams. */
export const issuerOf = (settings: TeamsSettings): string => cloudOf(settings).tokenIssuer;

/** Where the bot signs in, and for what. */
export const signInOf = (settings: TeamsSettings): Pick<typeof publicCloud, 'loginUrl' | 'scope'> => cloudOf(settings);

/** The same settings under the SDK's names; an app with a tenant is a single-tenant app unless told otherwise. */
export const optionsOf = (settings: TeamsSettings): ConfigurationBotFrameworkAuthenticationOptions => {
  const cloud = cloudOf(settings);
  return {
    MicrosoftAppId: settings.appId ?? '',
    MicrosoftAppPassword: settings.appPassword ?? '',
    MicrosoftAppTenantId: settings.tenantId ?? '',
    MicrosoftAppType: settings.appType ?? (settings.tenantId ? 'SingleTenant' : 'MultiTenant'),
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    ToChannelFromBotOAuthScope: cloud.scope,
    OAuthUrl: cloud.oAuthUrl,
  };
};
