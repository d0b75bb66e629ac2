/** Pictures of error pages, drawn with strokes of our own, so that no font has to be installed. */
import sharp, { type OverlayOptions } from 'sharp';

/** Capitals and digits in a box of 10 by 14. */
const strokes: Readonly<Record<string, string>> = {
  A: 'M0 14 L5 0 L10 14 M2 9 H8',
  C: 'M9 3 C8 -1 1 -1 1 7 C1 15 8 15 9 11',
  D: 'M1 0 V14 H4 C11 14 11 0 4 0 Z',
  E: 'M9 0 H1 V14 H9 M1 6.5 H8',
  F: 'M9 0 H1 V14 M1 6.5 H8',
  G: 'M9 3 C8 -1 1 -1 1 7 C1 15 9 15 9 10 V8 H5.5',
  H: 'M1 0 V14 M9 0 V14 M1 6.5 H9',
  I: 'M5 0 V14',
  L: 'M1 0 V14 H8',
  M: 'M0 14 V0 L5 10 L10 0 V14',
  N: 'M1 14 V0 L9 14 V0',
  O: 'M5 0 C-1 0 -1 14 5 14 C11 14 11 0 5 0 Z',
  P: 'M1 14 V0 H5 C10 0 10 7.5 5 7.5 H1',
  R: 'M1 14 V0 H5 C10 0 10 7 5 7 H1 M5 7 L9.5 14',
  S: 'M9 3 C8 -1 1 -1 1 3.5 C1 8.5 9 5.5 9 10.5 C9 15 2 15 1 11',
  T: 'M0 0 H10 M5 0 V14',
  U: 'M1 0 V9 C1 15.5 9 15.5 9 9 V0',
  W: 'M-1 0 L2 14 L5 3 L8 14 L11 0',
  V: 'M0 0 L5 14 L10 0',
  Y: 'M0 0 L5 7 L10 0 M5 7 V14',
  '0': 'M5 0 C0 0 0 14 5 14 C10 14 10 0 5 0 Z',
  '1': 'M2 3 L5 0 V14',
  '2': 'M1 3 C1 -1 9 -1 9 4 C9 7 4 10 1 14 H9',
  '3': 'M1 1.5 C4 -1 9 0 9 3.5 C9 6 6 7 4 7 C6 7 9.5 8 9.5 10.5 C9.5 14.5 3 15 1 12.5',
  '4': 'M7 14 V0 L0 10 H10',
  '5': 'M9 0 H2 L1.5 6 C4 4.5 9 5 9 9.5 C9 14.5 3 15 1 12.5',
  '6': 'M8 1 C4 -1 1 4 1 9.5 C1 15.5 9 15.5 9 9.5 C9 5 2 5 1 9.5',
  '7': 'M1 0 H9 L4 14',
  '8': 'M5 0 C0.5 0 0.5 6.5 5 6.5 C9.5 6.5 9.5 0 5 0 Z M5 6.5 C-1 6.5 -1 14 5 14 C11 14 11 6.5 5 6.5 Z',
  '9': 'M9 4.5 C9 -1.5 1 -1.5 1 4.5 C1 9 8 9 9 4.5 C9 10 6 14.5 2 13',
  ':': 'M5 4 V5.5 M5 11 V12.5',
  '-': 'M2 7.5 H8',
};

/** `height` is that of the letters in pixels. */
export type Look = {
  readonly dark?: boolean;
  readonly height?: number;
  readonly noise?: number;
  readonly as?: 'png' | 'jpeg' | 'webp' | 'gif';
  readonly quality?: number;
};

const advance = 13;
const leading = 26;

/** A picture of these lines. */
export const draw = async (
  lines: readonly string[],
  { dark = false, height = 16, noise = 0, as = 'png', quality = 90 }: Look = {},
): Promise<Buffer> => {
  const scale = height / 14;
  const width = Math.ceil((Math.max(...lines.map((line) => line.length)) * advance + 60) * scale);
  const tall = Math.ceil((lines.length * leading + 60) * scale);
  const [paper, ink] = dark ? ['#1b1a19', '#f3f2f1'] : ['#ffffff', '#1b1b1b'];
  const glyphs = lines.flatMap((line, row) =>
    Array.from(line, (letter, n) => {
      const path = strokes[letter.toUpperCase()];
      return path ? `<path transform="translate(${30 + n * advance} ${30 + row * leading})" d="${path}"/>` : '';
    }),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}"><rect width="100%" height="100%" fill="${paper}"/><g transform="scale(${scale})" fill="none" stroke="${ink}" stroke-width="1.7">${glyphs.join('')}</g></svg>`;
  const plain = sharp(Buffer.from(svg)).flatten({ background: paper });
  const page = noise === 0 ? plain : sharp(await plain.png().toBuffer()).composite([await grain(width, tall, noise)]);
  return page.toFormat(as, as === 'jpeg' || as === 'webp' ? { quality } : {}).toBuffer();
};

/** Grain as a photo of a screen has it: grey of this deviation, the same at every run. */
const grain = async (width: number, height: number, noise: number): Promise<OverlayOptions> => {
  const data = Buffer.alloc(width * height * 4);
  let seed = 1;
  for (let n = 0; n < data.length; n += 4) {
    seed = (seed * 48_271) % 2_147_483_647;
    const grey = seed % 256;
    data[n] = data[n + 1] = data[n + 2] = grey;
    data[n + 3] = noise;
  }
  return { input: data, raw: { width, height, channels: 4 } };
};
