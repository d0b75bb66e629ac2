/** What Teams asks of an icon. */
import { inflateSync } from 'node:zlib';

type Png = { readonly width: number; readonly height: number; readonly pixels: Buffer | undefined };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What is wrong with an icon; `plain` ones may only be white and transparent. */
export const iconProblems = (name: string, file: Buffer, size: number, plain = false): readonly string[] => {
  const png = read(file);
  if (!png) return [`${name} is no PNG file. Save it as one.`];
  const problems: string[] = [];
  if (png.width !== size || png.height !== size)
    problems.push(`${name} is ${png.width} x ${png.height} pixels. Make it ${size} x ${size}.`);
  if (plain && !png.pixels) problems.push(`${name} has another form than 8 bits of RGBA. Save it with transparency.`);
  else if (plain && png.pixels && !isPlain(png.pixels))
    problems.push(`${name} has pixels of a colour. Make each of them white or transparent.`);
  return problems;
};

/** Transparent pixels may have any colour, for nobody sees it. */
const isPlain = (pixels: Buffer): boolean => {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at + 3] !== 0 && !(pixels[at] === 255 && pixels[at + 1] === 255 && pixels[at + 2] === 255)) return false;
  return true;
};

const channels = 4;

const read = (file: Buffer): Png | undefined => {
  if (file.length < 33 || !file.subarray(0, 8).equals(signature)) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const rgba = file[24] === 8 && file[25] === 6 && file[28] === 0 && width * height <= 1_000_000;
  return { width, height, pixels: rgba ? unfilter(dataOf(file), width * channels, height) : undefined };
};

const dataOf = (file: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return inflateSync(Buffer.concat(parts));
};

/** PNG stores each row as the difference to its neighbours, by one of five rules. */
const unfilter = (data: Buffer, stride: number, height: number): Buffer => {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? pixels[at - channels]! : 0;
      const above = y > 0 ? pixels[at - stride]! : 0;
      const corner = x >= channels && y > 0 ? pixels[at - stride - channels]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      pixels[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
};

const paeth = (left: number, above: number, corner: number): number => {
  const sum = left + above - corner;
  const [byLeft, byAbove, byCorner] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};
