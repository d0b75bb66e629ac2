/** The body of a post to /api/notices -> what was seen. Our own form, Alertmanager's and Azure Monitor's are understood. */
import { InputError } from '../model/errors.ts';
import type { Sighting } from '../model/notice.ts';
import { readAlertmanager } from './alertmanager.ts';
import { readAzure } from './azure.ts';
import { readOwn } from './own.ts';

/** Throws `InputError` with the reason when it is none of the three. */
export const readNotices = (body: string): readonly Sighting[] => {
  const json = parsed(body);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new InputError(`The body must be a JSON object. ${forms}`);
  if ('schemaId' in json || ('data' in json && 'essentials' in Object(json.data))) return readAzure(json);
  if ('alerts' in json) return readAlertmanager(json);
  if ('notices' in json || 'title' in json) return readOwn(json);
  throw new InputError(`The body is of no form that is known here. ${forms}`);
};

const forms =
  'Send {"notices": [...]}, the webhook of Alertmanager (version 4), or the common alert schema of Azure Monitor.';

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new InputError(`The body is not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}).`);
  }
};
