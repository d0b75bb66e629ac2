import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { optionsOf, signInOf, type TeamsCloud } from '../../src/channels/teams/cloud.ts';
import { teams } from '../../src/channels/teams/index.ts';
import type { Answer } from '../../src/model/ports.ts';
import {
  appId,
  claimsFor,
  keepLog,
  person,
  seedOutboundToken,
  serve,
  sign,
  startConnector,
  startIssuer,
} from './teams-driver.ts';

const tenantId = '33333333-3333-3333-3333-333333333333';
const appPassword = 'never sent: the outbound token is seeded';
const answer: Answer = async (_incoming, deliver) => {
  await deliver?.({ text: 'hello' });
  return { turn: 1, replies: [], effects: [], understood: null, repeated: false };
};

let connector: Awaited<ReturnType<typeof startConnector>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {}); // the SDK prints what it refuses
  seedOutboundToken();
  connector = await startConnector();
  issuer = await startIssuer();
});
afterAll(async () => {
  await connector.close();
  await issuer.close();
});

const gov = {
  signs: 'https://api.botframework.us',
  authority: 'https://login.microsoftonline.us',
  shared: 'MicrosoftServices.onmicrosoft.us',
};
const clouds: readonly (readonly [cloud: TeamsCloud, facts: typeof gov])[] = [
  [
    'global',
    {
      signs: 'https://api.botframework.com',
      authority: 'https://login.microsoftonline.com',
      shared: 'botframework.com',
    },
  ],
  ['usgov', gov],
  ['usgovdod', gov],
  [
    'china',
    {
      signs: 'https://api.botframework.azure.cn',
      authority: 'https://login.partner.microsoftonline.cn',
      shared: 'microsoftservices.partner.onmschina.cn',
    },
  ],
];

describe.each(clouds)('in the cloud %s', (cloud, { signs, authority, shared }) => {
  test('what its own Teams signed is answered there, and what that of another cloud signed is not', async () => {
    const settings = { appId, appPassword, tenantId, cloud, openIdMetadataUrl: issuer.openIdMetadataUrl };
    const bot = await serve((await teams(settings, answer, keepLog().log)).routes);
    const said = async (iss: string) => {
      const token = sign(issuer.key, claimsFor(connector.url, { iss }));
      return person(bot, connector, token).say('hello', {
        conversation: { id: 'a:personal', conversationType: 'personal', tenantId },
        channelData: { tenant: { id: tenantId } },
      });
    };
    const before = connector.messages().length;
    for (const iss of new Set(clouds.map(([, one]) => one.signs)))
      expect([iss, (await said(iss)).status]).toEqual([iss, iss === signs ? 200 : 401]);
    expect(connector.messages()).toHaveLength(before + 1);
    await bot.close();
  });

  test.each([
    ['SingleTenant', tenantId],
    ['MultiTenant', shared],
  ])('a %s bot signs in at %s for its own Bot Framework', async (appType, tenant) => {
    const settings = { appId, appPassword, appType, tenantId, cloud };
    const { loginUrl, scope } = signInOf(settings);
    const factory = new ConfigurationServiceClientCredentialFactory(optionsOf(settings));
    const credentials = await factory.createCredentials(appId, scope, loginUrl, true);
    const { oAuthEndpoint, oAuthScope } = JSON.parse(JSON.stringify(credentials)) as Record<string, string>;
    expect(oAuthEndpoint?.toLowerCase()).toBe(`${authority}/${tenant}`.toLowerCase());
    expect(oAuthScope).toBe(signs);
  });
});
