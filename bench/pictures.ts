/** `npm run bench:pictures`: how many codes are read right off generated error pages, and how long it takes; needs Chromium. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { reader } from '../src/pictures/read.ts';
import { understand } from '../src/pictures/understand.ts';
import { chromiumPath } from '../test/channels/web-browser.ts';

type Look = {
  readonly name: string;
  readonly width?: number;
  readonly scale?: number;
  readonly dark?: true;
  readonly text?: number;
  readonly font?: string;
  readonly jpeg?: number;
  readonly noise?: number;
  readonly blur?: number;
  readonly turn?: number;
};

const looks: readonly Look[] = [
  { name: 'plain' },
  { name: 'scale 0.75', scale: 0.75 },
  { name: 'scale 0.6', scale: 0.6 },
  { name: 'scale 1.5', scale: 1.5 },
  { name: 'scale 2', scale: 2 },
  { name: 'dark', dark: true },
  { name: 'dark, scale 0.75', dark: true, scale: 0.75 },
  { name: 'dark, JPEG 40', dark: true, jpeg: 40 },
  { name: 'JPEG 40', jpeg: 40 },
  { name: 'JPEG 15', jpeg: 15 },
  { name: 'JPEG 40, scale 0.75', jpeg: 40, scale: 0.75 },
  { name: 'small text', text: 11 },
  { name: 'phone', width: 390, scale: 3 },
  { name: 'phone, dark', width: 390, scale: 2, dark: true },
  { name: 'serif', font: 'serif' },
  { name: 'monospace', font: 'monospace' },
  { name: 'noise', noise: 40 },
  { name: 'noise, JPEG 40', noise: 40, jpeg: 40 },
  { name: 'blurred', blur: 0.8 },
  { name: 'tilted by 1 degree', turn: 1 },
  { name: 'tilted by 3 degrees', turn: 3 },
  { name: 'scale 0.5', scale: 0.5 },
  { name: 'scale 0.6, JPEG 20', scale: 0.6, jpeg: 20 },
  { name: 'photo: tilted, blurred, noise, JPEG 50', scale: 1.5, turn: 1, blur: 0.8, noise: 30, jpeg: 50 },
];

const codes = ['50105', '50011', '65001', '90072', '700016', '50076', '53003', '50034', '50126', '7000215', '530003'];

const page = (code: string, id: string, { dark, text = 15, font = 'sans-serif', width = 900 }: Look): string => `
  <!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 30px; font: ${text}px/1.4 "Segoe UI", ${font}; background: ${dark ? '#1f1f1f' : '#f2f2f2'}; color: ${dark ? '#eee' : '#1b1b1b'} }
    main { max-width: ${width < 500 ? width - 60 : 460}px; margin: auto; padding: 24px; background: ${dark ? '#2b2b2b' : '#fff'} }
    h1 { font-size: 24px } small { font-size: ${text - 2}px; color: ${dark ? '#bbb' : '#555'} }
  </style>
  <main><h1>Sign-in problem</h1><p>The sign-in did not succeed.</p>
  <p>AADSTS${code}: The request of application '${id}' was turned down by the directory.</p>
  <small>Request Id: ${id}<br>Correlation Id: ${id}<br>Timestamp: 2026-11-25T10:11:12Z<br>Message: AADSTS${code}: turned down.</small></main>`;

const altered = async (shot: Buffer, { noise, blur, turn, jpeg, dark }: Look): Promise<Buffer> => {
  let picture = sharp(shot);
  if (turn)
    picture = sharp(
      await picture
        .rotate(turn, { background: dark ? '#1f1f1f' : '#f2f2f2' })
        .png()
        .toBuffer(),
    );
  if (blur) picture = sharp(await picture.blur(blur).png().toBuffer());
  if (noise) {
    const { width, height } = await picture.metadata();
    const grain = { type: 'gaussian', mean: 128, sigma: noise } as const;
    const layer = await sharp({ create: { width, height, channels: 3, background: '#000', noise: grain } })
      .ensureAlpha(0.25)
      .png()
      .toBuffer();
    picture = sharp(
      await picture
        .composite([{ input: layer }])
        .png()
        .toBuffer(),
    );
  }
  return jpeg ? picture.jpeg({ quality: jpeg }).toBuffer() : picture.png().toBuffer();
};

/** What the process that reads has in memory, in MB, where the system tells. */
const memoryOf = (pid: number | undefined): number => {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const catalog = await loadCatalog(builtIn);
const browser = await chromium.launch({
  ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
const pictures = reader();
const times: number[] = [];
const tally = { first: 0, offered: 0, wrong: 0, unknown: 0, none: 0, ids: 0 };
for (const [n, look] of looks.entries()) {
  const code = codes[n % codes.length]!;
  const id = crypto.randomUUID();
  const { width = 900, scale = 1 } = look;
  const tab = await browser.newPage({ viewport: { width, height: 520 }, deviceScaleFactor: scale });
  await tab.setContent(page(code, id, look));
  const bytes = await altered(await tab.screenshot(), look);
  await tab.close();
  const begun = performance.now();
  const read = await pictures.read(bytes);
  const took = performance.now() - begun;
  if (n > 0) times.push(took);
  const finding = 'text' in read ? understand(read.text, catalog) : ({ kind: 'nothing' } as const);
  const offered = finding.kind === 'codes' ? finding.codes.map((one) => one.code) : [];
  const result =
    offered[0] === code
      ? 'first'
      : offered.includes(code)
        ? 'offered'
        : offered.length > 0
          ? 'wrong'
          : finding.kind === 'unknown'
            ? 'unknown'
            : 'none';
  tally[result]++;
  if ('ids' in finding && finding.ids.correlationId === id) tally.ids++;
  say(`${look.name}: ${code} ${result} ${JSON.stringify(offered)}, ${Math.round(took)} ms`);
}
times.sort((a, b) => a - b);
const memory = memoryOf(pictures.pid());
say(
  `\n${looks.length} pages: right ${tally.first}, right among several ${tally.offered}, wrong ${tally.wrong}, said to be unknown ${tally.unknown}, not found ${tally.none}; ` +
    `correlation id exact ${tally.ids}; p50 ${Math.round(times[times.length >> 1]!)} ms, max ${Math.round(times.at(-1)!)} ms; peak of the process ${memory} MB`,
);
pictures.close();
await browser.close();
