/** Carries out the promise to read a picture: fetch it, read it, and ask the person whether that is right. */
import type { Catalog, SecretKind } from '../model/catalog.ts';
import { ChannelError, InputError } from '../model/errors.ts';
import type { ChannelName } from '../model/message.ts';
import type { PictureFinding, Unread } from '../model/picture.ts';
import type { Channel, Download, JobOf, Log, Store } from '../model/ports.ts';
import type { Reply } from '../model/reply.ts';
import type { Reader } from './read.ts';
import { understand } from './understand.ts';

/** How long a picture is asked for again that the platform does not give at once, in milliseconds. */
const patience = 60_000;

/** What was found, and which kinds of secrets the picture shows. */
type Finding = { readonly finding: PictureFinding; readonly secrets: readonly SecretKind[] };

const unread = (why: Unread): Finding => ({ finding: { kind: 'unread', why }, secrets: [] });

/**
 * `show` makes the card about what was found; `promised` is called when it waits to be posted.
 * No more than `most` pictures are fetched and read at once; whoever sends more is asked to come again.
 */
export const pictureHandler = (parts: {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly catalog: () => Catalog;
  readonly reader: Reader;
  readonly download: Download;
  readonly most: number;
  readonly show: (
    finding: PictureFinding,
    catalog: Catalog,
    which: {
      readonly n: number;
      readonly of: number;
      readonly secrets: readonly SecretKind[];
      readonly channel: ChannelName;
    },
    locale?: string,
  ) => Reply;
  readonly promised: () => void;
  readonly clock: () => number;
  readonly log: Log;
}): ((job: JobOf<'readPicture'>) => Promise<void>) => {
  const { store, channels, catalog, reader, clock, log } = parts;
  type Job = JobOf<'readPicture'>;

  /** Throws only what is worth another try. */
  const fetched = async ({ ref, from }: Job): Promise<Uint8Array | Unread> => {
    const fetch = channels.get(from.place.channel)?.fetch;
    if (!fetch) return 'refused';
    try {
      return await fetch(from.place, ref, parts.download);
    } catch (error) {
      if (error instanceof InputError) return error.status === 413 ? 'large' : 'kind';
      if (!(error instanceof ChannelError)) throw error;
      if (!error.retry) log.warn({ channel: from.place.channel, why: error.message }, 'a picture could not be fetched');
      if (error.retry && clock() - from.at < patience) throw error;
      return error.retry ? 'gone' : 'refused';
    }
  };

  const findingOf = async (job: Job): Promise<Finding> => {
    const bytes = await fetched(job);
    if (typeof bytes === 'string') return unread(bytes);
    const begun = clock();
    const read = await reader.read(bytes);
    const took = clock() - begun;
    if ('text' in read) {
      const { text, kinds: secrets } = catalog().mask(read.text);
      const finding = understand(text, catalog());
      log.info({ job: job.key, size: bytes.length, took, finding: finding.kind }, 'a picture was read');
      return { finding, secrets };
    }
    log.warn({ job: job.key, size: bytes.length, took, unread: read.unread, why: read.why }, 'a picture was not read');
    return unread(read.unread);
  };

  const open = new Set<string>();
  const inTurn = async (job: Job): Promise<Finding> => {
    if (open.size >= parts.most) return unread('busy');
    open.add(job.key);
    try {
      return await findingOf(job);
    } catch (error) {
      if (error instanceof ChannelError) throw error;
      log.error({ job: job.key, why: String(error) }, 'a picture could not be handled');
      return unread('failed');
    } finally {
      open.delete(job.key);
    }
  };

  return async (job) => {
    const { place } = job.from;
    const { n, of } = job;
    const { finding, secrets } = await inTurn(job);
    const reply = parts.show(finding, catalog(), { n, of, secrets, channel: place.channel }, job.from.person.locale);
    await store.promise([{ job: { key: `${job.key}/found`, kind: 'post', place, reply }, dueAt: clock() }]);
    parts.promised();
  };
};
