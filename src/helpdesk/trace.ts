/** The trace that a job leaves on a ticket: enough to know it again, and nothing of whose it was. */
import { createHash } from 'node:crypto';

export const traceOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
