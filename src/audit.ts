/** `npm run audit -- list [--days N]` and `npm run audit -- export [--days N]`: who changed what. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { command, tellUsage } from './command.ts';
import { readConfig } from './config.ts';
import type { AuditEntry } from './model/audit.ts';
import { StoreError } from './model/errors.ts';
import type { Store } from './model/ports.ts';
import { printable } from './model/printable.ts';
import { openStore } from './open-store.ts';

const usage = `Usage:
  npm run audit -- list [--days 30]               who changed what, oldest first
  npm run --silent audit -- export [--days 365]   the same as JSON, a line each
`;

/** How many are read at a time. */
const batch = 10_000;

/** All since then, oldest first, in batches that are not empty. */
const batchesSince = async function* ({ audits }: Store, since: number): AsyncGenerator<readonly AuditEntry[]> {
  for (let at = since, key = ''; ; ) {
    const entries = await audits.since(at, batch, key);
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    ({ at, key } = last);
  }
};

const listed = ({ at, by, what, target, detail }: AuditEntry): string =>
  [new Date(at).toISOString().slice(0, 19).replace('T', ' '), by || '(deleted)', what, target, detail]
    .map(printable)
    .join('  ')
    .trimEnd();

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ options: { days: { type: 'string' } }, allowPositionals: true });
  const [verb] = positionals;
  const days = Number(values.days ?? (verb === 'export' ? 365 : 30));
  if ((verb !== 'list' && verb !== 'export') || positionals.length > 1 || !(days > 0))
    return tellUsage(usage, 'Say "list" or "export", and how many days if not the usual ones.');
  const config = readConfig(process.env);
  if (!config.database && !existsSync(config.store))
    throw new StoreError(`There is no store "${config.store}". Give its path in SIGNPOST_STORE.`);
  const store = await openStore(config);
  const written = (entry: AuditEntry): string =>
    verb === 'list' ? listed(entry) : JSON.stringify({ ...entry, at: new Date(entry.at).toISOString() });
  try {
    for await (const entries of batchesSince(store, Date.now() - days * 86_400_000))
      process.stdout.write(entries.map((entry) => `${written(entry)}\n`).join(''));
  } finally {
    await store.close();
  }
  return 0;
};

await command(usage, run);
