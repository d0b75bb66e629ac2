/** Preloaded into a measured process: tells over IPC what the process has used so far. */
import type { Gauge } from './children.ts';

const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

process.on('message', (ask) => {
  if (ask === 'collect') collect();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1000, rss, heap: heapUsed } satisfies Gauge);
});
// Whoever measures is gone: nobody would stop this process.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
