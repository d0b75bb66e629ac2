/** What a file is by its first bytes, whatever its name says. */

type PictureKind = 'png' | 'jpeg' | 'webp' | 'gif';

const starts = (bytes: Uint8Array, at: number, mark: string): boolean =>
  Array.from(mark).every((letter, n) => bytes[at + n] === letter.charCodeAt(0));

/** The kind of picture, or nothing when it is none that can be read here. */
export const kindOf = (bytes: Uint8Array): PictureKind | undefined => {
  if (starts(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return 'webp';
  return starts(bytes, 0, 'GIF87a') || starts(bytes, 0, 'GIF89a') ? 'gif' : undefined;
};
