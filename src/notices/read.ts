/** The body of a post to /api/notices -> what was seen. Our own form, Alertmanager's and Azure Monitor's are understood. */
import { InputError } from '../model/errors.ts';
import type { Sighting } from '../model/notice.ts';
import { readAlertmanager } from './alertmanager.ts';
import { readAzure } from './azure.ts';
import { hashOf } from './key.ts';
import { readOwn } from './own.ts';

/** `mask` hides secrets in every text of it. Throws `InputError` with the reason when it is none of the three. */
export const readNotices = (body: string, mask: (text: string) => string = String): readonly Sighting[] => {
  const json = parsed(body, mask);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new InputError(`The body must be a JSON object. ${forms}`);
  if ('schemaId' in json || ('data' in json && 'essentials' in Object(json.data))) return readAzure(json);
  if ('alerts' in json) return readAlertmanager(json);
  if ('notices' in json || 'title' in json) return readOwn(json);
  throw new InputError(`The body is of no form that is known here. ${forms}`);
};

const forms =
  'Send {"notices": [...]}, the webhook of Alertmanager (version 4), or the common alert schema of Azure Monitor.';

/** What tells one notice from another in each form; masked, two of them could become one. */
const identities: ReadonlySet<string> = new Set(['key', 'parent', 'fingerprint', 'alertId']);

const parsed = (body: string, mask: (text: string) => string): unknown => {
  const fit = (name: string, value: string): string => {
    const shown = mask(value);
    return shown !== value && identities.has(name) ? hashOf(value) : shown;
  };
  try {
    return JSON.parse(body, (name, value: unknown) => (typeof value === 'string' ? fit(name, value) : value));
  } catch (error) {
    throw new InputError(`The body is not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}).`);
  }
};
