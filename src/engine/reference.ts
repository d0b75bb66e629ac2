/** What a turn is called in the log. */
import { createHash } from 'node:crypto';

/** The same for a turn and for each of its replies; it names neither the person nor the place. `job` is the key of either. */
export const referenceOf = (job: string): string =>
  createHash('sha256')
    .update(job.replace(/\/\d+$/, ''))
    .digest('base64url')
    .slice(0, 10);
