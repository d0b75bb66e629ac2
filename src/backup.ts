/** `npm run backup -- --to FILE` and `npm run restore -- --from FILE`: copies of the SQLite store. */
import { parseArgs } from 'node:util';
import { command, tellUsage } from './command.ts';
import { readConfig } from './config.ts';
import { counted } from './model/counted.ts';
import { backUp, restore } from './store/backup.ts';
import { isAddress } from './store/open.ts';

const usage = `Usage:
  npm run backup -- --to FILE [--store FILE]      copy the store into a new file, while Signpost runs
  npm run restore -- --from FILE [--store FILE]   put a copy in its place, while Signpost is stopped
`;

const postgres = `The store is on PostgreSQL. Copy it to a file while Signpost runs, and from there into an empty database:
  npm run store -- copy --to FILE
  npm run store -- copy --from FILE
PostgreSQL's own tools do as well: docs/runbook.md.
`;

const run = (): number => {
  const { values, positionals } = parseArgs({
    options: { to: { type: 'string' }, from: { type: 'string' }, store: { type: 'string' } },
    allowPositionals: true,
  });
  const [verb] = positionals;
  const other = verb === 'backup' ? values.to : verb === 'restore' ? values.from : undefined;
  if (!other || positionals.length > 1)
    return tellUsage(usage, `Give ${verb === 'restore' ? '--from and a copy' : '--to and a new file'}.`);
  if (values.store === '') return tellUsage(usage, '--store is empty. Give the path of a store.');
  const { store, database } = values.store === undefined ? readConfig(process.env) : { store: values.store };
  if (database || isAddress(store)) {
    process.stderr.write(postgres);
    return 2;
  }
  process.stdout.write(verb === 'backup' ? backedUp(store, other) : restored(other, store));
  return 0;
};

const backedUp = (store: string, to: string): string =>
  `"${to}" is a whole copy of "${store}", with ${counted(backUp(store, to), 'conversation')}.\n`;

const restored = (from: string, store: string): string => {
  const { rows, before } = restore(from, store);
  const kept = before ? `What was there before is "${before}".\n` : '';
  return `"${store}" is now "${from}", with ${counted(rows, 'conversation')}.\n${kept}`;
};

await command(usage, run);
