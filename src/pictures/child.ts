/**
 * The program that reads pictures, in a process of its own: decoders are native code that strangers' files go through, so
 * a crash, a leak or an endless loop there ends this process and not the bot. It gets bytes and gives text; it uses no network,
 * has none of our settings, and writes nothing.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the parent sends, and what it gets for it. */
export type Asked = { readonly id: number; readonly bytes: Uint8Array; readonly pixels: number };
export type Told =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly fault: 'absent' | 'damaged' | 'huge' | 'failed'; readonly why: string };

/** The only decoders that may run. */
const loaders = ['Png', 'Jpeg', 'Webp', 'Nsgif'].map((kind) => `VipsForeignLoad${kind}`);

/** A picture whose average grey is below this is light text on dark. */
const dark = 110;

/** Text is enlarged so many times, as far as the picture stays below so many pixels. */
const enlarge = 2;
const mostPrepared = 16_000_000;

type Fault = Extract<Told, { fault: string }>['fault'];

const faulty = (fault: Fault, error: unknown): Error & { fault: Fault } =>
  Object.assign(new Error(error instanceof Error ? error.message : String(error)), { fault });

const load = async () => {
  try {
    const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
    const [{ default: sharp }, { createWorker, OEM }] = await Promise.all([import('sharp'), import('tesseract.js')]);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: loaders });
    sharp.cache(false);
    sharp.concurrency(1);
    const options = { langPath: join(data, '4.0.0_best_int'), gzip: true, cacheMethod: 'none', errorHandler: () => {} };
    return { sharp, recogniser: await createWorker('eng', OEM.LSTM_ONLY, options) };
  } catch (error) {
    throw faulty('absent', error);
  }
};

let loaded: ReturnType<typeof load> | undefined;

/** Dark letters on a light ground, large enough to be told apart. */
const prepare = async (bytes: Uint8Array, pixels: number): Promise<Buffer> => {
  const { sharp } = await (loaded ??= load());
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
    const { width, height } = await picture.metadata();
    if (width * height > pixels) throw faulty('huge', `${width} x ${height} pixels`);
    const grey = await picture
      .autoOrient()
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { info } = grey;
    const { channels } = await sharp(grey.data, { raw: info }).stats();
    const factor = Math.min(enlarge, Math.sqrt(mostPrepared / (width * height)));
    const plain = sharp(grey.data, { raw: info });
    const bright = (channels[0]?.mean ?? 255) < dark ? plain.negate({ alpha: false }) : plain;
    return await bright
      .resize({ width: Math.max(1, Math.round(info.width * factor)), kernel: 'lanczos3' })
      .normalise()
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (error) {
    throw error instanceof Error && 'fault' in error ? error : faulty('damaged', error);
  }
};

const read = async ({ bytes, pixels }: Asked): Promise<string> => {
  const prepared = await prepare(bytes, pixels);
  const { recogniser } = await loaded!;
  const { data } = await recogniser.recognize(prepared, {}, { text: true });
  return data.text;
};

const answer = async (asked: Asked): Promise<void> => {
  const { id } = asked;
  const told: Told = await read(asked).then(
    (text) => ({ id, text }),
    (error: Error & { fault?: Fault }) => ({ id, fault: error.fault ?? 'failed', why: error.message }),
  );
  process.send?.(told);
};

process.on('message', (asked: Asked) => void answer(asked));
process.on('disconnect', () => process.exit());
