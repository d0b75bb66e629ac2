/** `npm run audit -- list [--days N]` and `npm run audit -- export [--days N]`: who changed what. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { command, tellUsage } from './command.ts';
import { readConfig } from './config.ts';
import type { AuditEntry } from './model/audit.ts';
import { StoreError } from './model/errors.ts';
import { printable } from './model/printable.ts';
import { openStore } from './open-store.ts';

const usage = `Usage:
  npm run audit -- list [--days 30]               who changed what, oldest first
  npm run --silent audit -- export [--days 365]   the same as JSON, a line each
`;

/** More than this is exported in parts, by day. */
const most = 100_000;

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
  const entries = await store.audits.since(Date.now() - days * 86_400_000, most);
  await store.close();
  for (const entry of entries)
    process.stdout.write(
      `${verb === 'list' ? listed(entry) : JSON.stringify({ ...entry, at: new Date(entry.at).toISOString() })}\n`,
    );
  return 0;
};

await command(usage, run);
