/** Deletes the lines of the audit log that are kept no longer. */
import type { Log, Store, Task } from '../model/ports.ts';

const day = 24 * 3_600_000;

export const auditTidy = (parts: {
  readonly store: Pick<Store, 'audits'>;
  readonly keepDays: number;
  readonly clock: () => number;
  readonly log: Log;
}): Task => ({
  name: 'audit/tidy',
  every: day,
  async run() {
    const forgotten = await parts.store.audits.forget(parts.clock() - parts.keepDays * day);
    if (forgotten > 0) parts.log.info({ forgotten }, 'old lines of the audit log were deleted');
  },
});
