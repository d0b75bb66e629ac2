/** What all replicas share, read in one go. */
import type { Kysely } from 'kysely';
import type { Board, Tally } from '../model/board.ts';
import { emptyBoard } from '../model/board.ts';
import { firingIn, subscriptionsIn } from './notices.ts';
import type { Tables } from './schema.ts';
import { desksIn, openTicketsIn } from './tickets.ts';

export const boardIn = async (db: Kysely<Tables>): Promise<Board> => ({
  ...emptyBoard,
  outcomes: await outcomesIn(db),
  firing: await firingIn(db),
  subscriptions: await subscriptionsIn(db),
  openTickets: await openTicketsIn(db),
  desks: await desksIn(db),
});

const outcomesIn = async (db: Kysely<Tables>): Promise<Board['outcomes']> => {
  const rows = await db
    .selectFrom('outcome')
    .select(({ fn }) => ['entry', 'method', 'worked', fn.countAll<number | string>().as('count')])
    .groupBy(['entry', 'method', 'worked'])
    .execute();
  const tallies = new Map<string, Tally[]>();
  for (const [entry, group] of Map.groupBy(rows, (row) => row.entry))
    tallies.set(
      entry,
      [...Map.groupBy(group, (row) => row.method)].map(([method, counts]) => {
        const count = (worked: number): number => Number(counts.find((row) => row.worked === worked)?.count ?? 0);
        return { method, worked: count(1), failed: count(0) };
      }),
    );
  return tallies;
};
