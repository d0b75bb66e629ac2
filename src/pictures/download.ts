/** Fetches a picture from a platform: only from hosts that the channel names, with caps on size and time, and a token never goes further. */
import { ChannelError, InputError } from '../model/errors.ts';
import type { Download } from '../model/ports.ts';

const mostHops = 3;

const refuse = (message: string, retry = false, retryAfter?: number): ChannelError =>
  new ChannelError(message, { retry, retryAfter });

/** Sizes are in bytes, times in milliseconds; addresses may hold secrets and appear in no message. */
export const downloader =
  ({ bytes, time }: { readonly bytes: number; readonly time: number }): Download =>
  async (address, { allowed, authorization }) => {
    const signal = AbortSignal.timeout(time);
    let url = checked(address, allowed);
    for (let hop = 0; hop <= mostHops; hop++) {
      const response = await get(url, authorization, signal);
      const { status, headers } = response;
      if (status >= 300 && status < 400) {
        await response.body?.cancel();
        if (authorization !== undefined)
          throw refuse('The picture was moved, and the token of the bot is sent nowhere else.');
        url = checked(headers.get('location') ?? '', allowed, url);
        continue;
      }
      try {
        check(response);
        return await bodyOf(response, bytes);
      } catch (error) {
        await response.body?.cancel().catch(() => undefined);
        if (error instanceof ChannelError || error instanceof InputError) throw error;
        throw refuse('The picture stopped coming.', true);
      }
    }
    throw refuse('The picture was moved too often.');
  };

const checked = (address: string, allowed: (url: URL) => boolean, base?: URL): URL => {
  const url = URL.parse(address, base?.href);
  if (!url || !allowed(url)) throw refuse('The picture lies on a host that Signpost fetches nothing from.');
  return url;
};

const get = async (url: URL, authorization: string | undefined, signal: AbortSignal): Promise<Response> => {
  try {
    return await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { 'accept-encoding': 'identity', ...(authorization === undefined ? {} : { authorization }) },
    });
  } catch {
    throw refuse(`The picture could not be fetched from ${url.hostname}.`, true);
  }
};

/** A platform that wants a sign-in answers 200 with a page. */
const check = ({ status, headers }: Response): void => {
  if (status === 429 || status >= 500)
    throw refuse(`The platform answered ${status} for the picture.`, true, Number(headers.get('retry-after')) || 1);
  if (status !== 200) throw refuse(`The platform answered ${status} for the picture.`);
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''))
    throw refuse('The platform answered with a page in place of the picture: the bot may not read files there.');
};

const bodyOf = async (response: Response, most: number): Promise<Uint8Array> => {
  const large = (): InputError => new InputError(`The picture is larger than ${most} bytes.`, 413);
  if (Number(response.headers.get('content-length')) > most) throw large();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw large();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
