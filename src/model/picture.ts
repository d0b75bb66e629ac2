/** A picture that somebody sent, and what came of reading it. */

/** `ref` is the channel's own way to the bytes, opaque to all others and plain JSON; `size` is in bytes, 0 where it is not told. */
export type Picture = {
  readonly ref: unknown;
  readonly name: string;
  /** The media type that the sender claims. */
  readonly type: string;
  readonly size: number;
};

/**
 * Why a picture was not read: `absent` the packages are not installed, `busy` too many wait, `slow` it took too long, `large` too many
 * bytes, `huge` too many pixels, `kind` it is no picture of a kind that can be read, `damaged` it cannot be decoded,
 * `gone` the channel no longer gives it, `refused` the channel may not give it, `failed` anything else.
 */
export type Unread = 'absent' | 'busy' | 'slow' | 'large' | 'huge' | 'kind' | 'damaged' | 'gone' | 'refused' | 'failed';

/** Ids as they were read off a picture, by their names; single characters may be wrong. */
export type PictureIds = Partial<Record<'correlationId' | 'requestId' | 'timestamp', string>>;

/**
 * What a picture seems to say; nothing of it counts before the person confirms it.
 * `codes` are codes of the catalog with the entries that they belong to, likeliest first; `unknown` are codes that it lacks;
 * `looks` are entries that its words fit; `nothing` is no sign-in error that could be made out.
 */
export type PictureFinding =
  | {
      readonly kind: 'codes';
      readonly codes: readonly { readonly code: string; readonly entry: string }[];
      readonly ids: PictureIds;
    }
  | { readonly kind: 'unknown'; readonly codes: readonly string[]; readonly ids: PictureIds }
  | { readonly kind: 'looks'; readonly entries: readonly string[]; readonly ids: PictureIds }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unread'; readonly why: Unread };

/** What the dialogs want done about pictures; `n` counts from 1 within the message, `of` is how many it had. */
export type PictureEffect = {
  readonly kind: 'readPicture';
  readonly ref: unknown;
  readonly n: number;
  readonly of: number;
};
