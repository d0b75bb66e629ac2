/** What is wrong with a body, in a sentence. */
import type { z } from 'zod';
import { InputError } from '../model/errors.ts';

/** Names the first three places that do not fit. */
export const invalid = (what: string, { issues }: z.ZodError): InputError => {
  const places = issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  return new InputError(`This is no ${what}. ${places.join('; ').slice(0, 500)}.`);
};
