/** Pictures in a message: which files they are, and how their bytes are fetched without giving the bot's token to strangers. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Place } from '../../model/message.ts';
import type { Picture } from '../../model/picture.ts';
import type { Download } from '../../model/ports.ts';
import { refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';

/** Where Slack keeps files; the token is sent nowhere else. */
const fileHost = 'files.slack.com';

const text = z.string().optional().catch(undefined);

/** A file as Slack tells of it; `check_file_info` means that the rest has to be asked for. */
const file = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish().catch(''),
  mimetype: z.string().nullish().catch(''),
  size: z.number().nonnegative().optional().catch(0),
  mode: text,
  file_access: text,
  url_private_download: text,
  url_private: text,
});

/** The files of a message; one that is not as expected is left out. */
export const files = z.array(file.optional().catch(undefined)).catch([]).default([]);

type File = z.infer<typeof file>;

const reference = z.object({ v: z.literal(1), file: z.string(), url: z.string().optional() });
type Reference = z.infer<typeof reference>;

const addressIn = ({ url_private_download, url_private }: Partial<File>): string | undefined =>
  url_private_download ?? url_private;

/** Slack tells of a file of another workspace by its id alone, and of one that is gone or too old by its mode. */
export const picturesIn = (sent: z.infer<typeof files>): readonly Picture[] =>
  sent.flatMap((one) => {
    if (!one || one.mode === 'tombstone' || one.mode === 'hidden_by_limit' || one.mode === 'external') return [];
    const untold = one.file_access === 'check_file_info';
    if (!untold && !one.mimetype?.startsWith('image/')) return [];
    const url = untold ? undefined : addressIn(one);
    const ref: Reference = { v: 1, file: one.id, ...(url === undefined ? {} : { url }) };
    return [{ ref, name: one.name ?? '', type: one.mimetype ?? '', size: one.size ?? 0 }];
  });

/** `apiUrl` is where another Slack answers, in tests; that one keeps its files itself. */
export const pictureFetcher = (
  client: WebClient,
  api: Bolt['webApi'],
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl?: string | undefined },
) => {
  const allowed = (url: URL): boolean =>
    apiUrl === undefined
      ? url.protocol === 'https:' && url.host === fileHost && url.username === '' && url.password === ''
      : url.origin === new URL(apiUrl).origin;

  const looked = async (id: string): Promise<string | undefined> => {
    try {
      return addressIn(z.looseObject({ file }).parse(await client.files.info({ file: id })).file);
    } catch (error) {
      throw refusal(error, `tell of the file ${id}`, api);
    }
  };

  return async (_place: Place, ref: unknown, download: Download): Promise<Uint8Array> => {
    const { data } = reference.safeParse(ref);
    const url = data && (data.url ?? (await looked(data.file)));
    if (url === undefined)
      throw new ChannelError('Slack tells no address of the file. It has to be sent again.', { retry: false });
    return download(url, { allowed, authorization: `Bearer ${botToken}` });
  };
};
