/** Pictures in a message: which attachments they are, and how their bytes are fetched without giving the bot's token to strangers. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Place } from '../../model/message.ts';
import type { Picture } from '../../model/picture.ts';
import type { Download } from '../../model/ports.ts';
import type { Arrival } from './activity.ts';
import { addressOf } from './place.ts';

/** Where files lie that people send; their addresses are signed for a short time and need no token. */
const fileHosts = ['*.sharepoint.com', '*.svc.ms'];

/** Where pasted pictures lie; they need the bot's token, so only hosts that nobody but Microsoft can answer on. */
const tokenHosts = [
  'smba.trafficmanager.net',
  '*.teams.microsoft.com',
  '*.teams.microsoft.us',
  '*.botframework.com',
  '*.botframework.azure.us',
];

/** A host, `*.` with any hosts below it, or the origin of a server on this computer. */
type Hosts = readonly string[];

export type PictureHosts = { readonly files?: Hosts; readonly token?: Hosts };

const isAmong = (url: URL, hosts: Hosts): boolean =>
  hosts.some((host) => {
    if (host.includes('://')) return url.origin === host;
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
    return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  });

const fileType = 'application/vnd.microsoft.teams.file.download.info';
const pictureNames = /^(?:png|jpe?g|jfif|webp|gif|bmp|tiff?|heic)$/i;

const named = z.string().catch('');
const file = z.looseObject({
  contentType: z.literal(fileType),
  name: named,
  content: z.looseObject({ downloadUrl: z.url(), fileType: named }),
});
const inline = z.looseObject({ contentType: z.string().startsWith('image/'), contentUrl: z.url(), name: named });

const reference = z.object({ v: z.literal(1), url: z.url(), signed: z.boolean() });
type Reference = z.infer<typeof reference>;

const pictureOf = (attachment: unknown): Picture | undefined => {
  const sent = file.safeParse(attachment).data;
  if (sent) {
    const { name, content } = sent;
    const ending = content.fileType || (name.split('.').at(-1) ?? '');
    if (!pictureNames.test(ending)) return undefined;
    const ref: Reference = { v: 1, url: content.downloadUrl, signed: true };
    return { ref, name, type: `image/${ending.toLowerCase()}`, size: 0 };
  }
  const pasted = inline.safeParse(attachment).data;
  if (!pasted || !/^https?:/i.test(pasted.contentUrl)) return undefined;
  const ref: Reference = { v: 1, url: pasted.contentUrl, signed: false };
  return { ref, name: pasted.name, type: pasted.contentType, size: 0 };
};

/** Formatted text comes a second time as an attachment of type text/html; that is none. */
export const picturesIn = ({ attachments }: Arrival): readonly Picture[] =>
  attachments.flatMap((attachment) => pictureOf(attachment) ?? []);

/** `authorize` gives the header that the bot signs its own calls with; undefined where it has no app id. */
export const fetchPicture =
  ({ files = fileHosts, token = tokenHosts }: PictureHosts, authorize: () => Promise<string | undefined>) =>
  async (place: Place, ref: unknown, download: Download): Promise<Uint8Array> => {
    const { data } = reference.safeParse(ref);
    if (!data)
      throw new ChannelError('The saved address of a picture cannot be read. It has to be sent again.', {
        retry: false,
      });
    if (data.signed) return download(data.url, { allowed: (url) => isAmong(url, files) });
    const authorization = await authorize();
    if (authorization !== undefined)
      return download(data.url, { allowed: (url) => isAmong(url, token), authorization });
    const { origin } = new URL(addressOf(place).serviceUrl);
    return download(data.url, { allowed: (url) => url.origin === origin });
  };
