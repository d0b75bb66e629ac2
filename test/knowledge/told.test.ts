import { expect, test } from '@jest/globals';
import { namesOther } from '../../src/knowledge/foreign.ts';
import { hearAnswer } from '../../src/knowledge/hear.ts';
import { toldIn } from '../../src/knowledge/told.ts';
import type { Facet } from '../../src/model/catalog.ts';

/** What is told unasked must be meant: these words are said of something else, or deny it. */
const silent: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  certificate: [
    'outlook on the web asks for the password',
    'our public ip is not in the list',
    'the public folder does not open',
    'TLS 1.2 was unticked',
    'TLS 1.2 is disabled on the adfs server',
    'our proxy does TLS inspection',
    'decryption of the bitlocker drive fails',
    'Outlook im Web fragt nach dem Kennwort',
    'notre adresse publique a changé, le web marche',
    'nuestra web pública va bien',
    'Web版のOutlookです',
  ],
  account: [
    'not synced',
    'not a guest',
    "it's not a service account",
    'the user is no guest',
    'the file is also in the cloud',
    'our private cloud is down',
    'guest wifi works',
    'he was invited to a meeting',
    'kein Gast',
    'der Benutzer ist nicht synchronisiert',
    "ce n'est pas un compte de service",
    "ce n'est pas un invité",
    'no es un usuario invitado',
    'no está sincronizado',
    'ゲストではありません',
    '同期していません',
  ],
  device: [
    'not compliant',
    'the laptop is non-compliant',
    "it isn't enrolled by us, nor joined",
    'kein verwaltetes Gerät',
    "ce n'est pas un appareil géré",
  ],
  prompt: [
    'dns is fine',
    'the dns guy fixed it',
    "can't open the shared mailbox",
    'cannot open the excel file',
    'the account is not blocked',
    'there is no redirect loop',
  ],
  where: [
    'open it inside sharepoint',
    'the link is inside Teams',
    'it comes inside of 5 minutes',
    'innerhalb von Teams',
    'innerhalb von 5 Minuten',
    "à l'intérieur de SharePoint",
    'dentro de SharePoint',
    'dentro de una hora',
    'it is only asked outside office hours',
    'only outside of Germany',
    'nur außerhalb der Geschäftszeiten',
    'außerhalb der EU wird gefragt',
    'seulement hors de France',
    'solo fuera del horario',
    'our VPN exit is in the USA',
    'the vpn exit in the usa changed last week',
  ],
};

test.each(Object.entries(silent).flatMap(([facet, texts]) => texts.map((text) => [facet as Facet, text] as const)))(
  '%s: "%s" tells nothing',
  (facet, text) => {
    expect(toldIn(text, true)).not.toHaveProperty(facet, facet === 'device' ? 'unmanaged' : expect.anything());
    expect(toldIn(text)).not.toHaveProperty(facet, facet === 'device' ? 'unmanaged' : expect.anything());
  },
);

test.each([
  ["it's cloud only, no local AD", { account: 'cloud' }],
  ['no hybrid, cloud only', { account: 'cloud' }],
  ['the ssl certificate of the adfs farm expired', { certificate: 'ssl-adfs' }],
  ['TLS cert is wrong', { certificate: 'ssl-adfs' }],
  ['the public certificate has run out', { certificate: 'ssl-adfs' }],
  ['ssl binding of sts.contoso.com', { certificate: 'ssl-adfs' }],
  ['the service communications certificate', { certificate: 'ssl-adfs' }],
  ['the token-decrypting certificate', { certificate: 'token-decrypting' }],
  ['the ssl certificate on the proxy', { certificate: 'ssl-proxy' }],
  ["can't open the adfs page", { prompt: 'page-unavailable' }],
  ["the page can't be displayed", { prompt: 'page-unavailable' }],
  ['cannot reach the login page', { prompt: 'page-unavailable' }],
  ['dns_probe_finished_nxdomain', { prompt: 'page-unavailable' }],
  ['the dns name does not resolve', { prompt: 'page-unavailable' }],
  ['access is blocked', { prompt: 'blocked-message' }],
  ['he is a guest of ours', { account: 'guest' }],
  ['the account is synced from AD', { account: 'synced' }],
  ['not the guests, the synced accounts', { account: 'synced' }],
  ['inside it works, outside not', { where: 'outside-only' }],
])('"%s" tells what it says', (text, told) => {
  expect(toldIn(text)).toMatchObject(told);
});

test.each([
  ["we don't use adfs", 'no'],
  ['we do not have adfs any more', 'no'],
  ['adfs was decommissioned last year', 'no'],
  ['we got rid of AD FS', 'no'],
  ['kein ADFS', 'no'],
  ['sans ADFS', 'no'],
  ["nous n'utilisons pas ADFS", null],
  ["on n'a plus ADFS", null],
  ['ADFS haben wir nicht', null],
  ['ADFS ist nicht mehr im Einsatz', null],
  ['no usamos ADFS', 'no'],
  ['ya no tenemos ADFS', 'no'],
  ['ADFSは使っていません', null],
  ['ADFSはありません', null],
  ['the adfs page does not open', 'yes'],
  ['cannot sign in to adfs', 'yes'],
  ["can't use adfs since today", 'yes'],
  ['ADFS ist nicht erreichbar', 'yes'],
  ['ADFSが使えません', 'yes'],
  ["l'ADFS n'est pas joignable", 'yes'],
  ['no funciona ADFS', 'yes'],
])('"%s" says of a federation: %s', (text, value) => {
  expect(toldIn(text)['federated'] ?? null).toBe(value);
});

test.each([
  ['certificate', 'the ssl one', 'ssl-adfs'],
  ['certificate', 'web', 'ssl-adfs'],
  ['certificate', 'the public one', 'ssl-adfs'],
  ['certificate', 'decrypting', 'token-decrypting'],
  ['account', 'cloud', 'cloud'],
  ['account', 'only in the cloud', 'cloud'],
  ['account', 'kein Gast, synchronisiert', 'synced'],
  ['account', 'nur Cloud, nicht synchronisiert', 'cloud'],
  ['account', 'pas synchronisé, cloud', 'cloud'],
  ['account', 'auch in der Cloud', null],
  ['account', '同期ではなくクラウドです', 'cloud'],
  ['device', 'not managed', 'unmanaged'],
  ['device', 'nicht verwaltet', 'unmanaged'],
  ['federated', 'adfs was decommissioned last year', 'no'],
] as const)('asked for %s, "%s" answers %s', (facet, text, value) => {
  expect(hearAnswer(facet, text)).toBe(value);
});

test.each([
  ['O365 works for everyone, only our vendor app is broken', null],
  ['it works for everybody else, not for her', null],
  ['Teams works for all users, the portal does not', null],
  ['it fails for everyone', 'everyone'],
  ['it works for nobody', null],
  ['not a single user can sign in', 'everyone'],
  ['it works for some users, not for others', 'some-users'],
  ['works on another pc', 'one-device'],
])('asked whom it concerns, "%s" says %s', (text, value) => {
  expect(hearAnswer('scope', text)).toBe(value);
});

test.each([
  'lo ha enviado informática',
  'no podía entrar',
  'el canal de siempre',
  'he tan solo tried it',
  'es lo máximo',
])('"%s" names no other product', (text) => {
  expect(namesOther(text)).toBe(false);
});
