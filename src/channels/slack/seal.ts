/** Seals what must not be readable in the store: AES-256-GCM, with the key named so that keys can be changed. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ConfigError } from '../../model/errors.ts';

export type Seal = {
  /** Seals with the first key. `about` is what the text belongs to; it opens for nothing else. */
  readonly seal: (text: string, about: string) => string;
  /** Undefined when no key opens it, or it belongs to something else. */
  readonly open: (sealed: string, about: string) => string | undefined;
  /** Whether the first key sealed it. */
  readonly current: (sealed: string) => boolean;
};

const nonceBytes = 12;
const tagBytes = 16;

/** `v1`, the key's name, nonce, and the text with its tag. */
const shape = /^v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** `keys` are 32 bytes each in base64; the first seals, all open. Throws `ConfigError`. */
export const sealWith = (keys: readonly string[]): Seal => {
  const rings = keys.map(keyIn);
  const [first] = rings;
  if (!first) throw new ConfigError([needed]);
  return {
    seal(text, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', first.bytes, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return ['v1', first.name, nonce.toString('base64url'), body.toString('base64url')].join('.');
    },
    open(sealed, about) {
      const [, name, nonce = '', body = ''] = shape.exec(sealed) ?? [];
      const key = rings.find((one) => one.name === name);
      if (!key) return undefined;
      const bytes = Buffer.from(body, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(about));
        decipher.setAuthTag(bytes.subarray(-tagBytes));
        return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    current: (sealed) => shape.exec(sealed)?.[1] === first.name,
  };
};

/** How to make a key, on any computer that runs Signpost. */
const makeKey = `node -p "crypto.randomBytes(32).toString('base64')"`;

const needed = `SLACK_INSTALL_KEY is missing. Give 32 random bytes in base64; this makes them: ${makeKey}`;

/** What is wrong with the setting; null when nothing is. */
export const keyProblem = (keys: readonly string[]): string | null => {
  if (keys.length === 0) return needed;
  if (keys.every((key) => bytesIn(key) !== undefined)) return null;
  return `SLACK_INSTALL_KEY holds something that is not 32 bytes in base64. This makes a key: ${makeKey}. Several are separated by commas, the newest first.`;
};

const bytesIn = (key: string): Buffer | undefined => {
  const bytes = /^[\w+/-]{42,43}=?$/.test(key) ? Buffer.from(key, 'base64') : undefined;
  return bytes?.length === 32 ? bytes : undefined;
};

const keyIn = (key: string) => {
  const bytes = bytesIn(key);
  if (!bytes) throw new ConfigError([keyProblem([key]) ?? needed]);
  return { bytes, name: createHash('sha256').update(bytes).digest('base64url').slice(0, 8) };
};
