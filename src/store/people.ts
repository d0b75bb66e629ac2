/** What is kept of a person outside of tickets: found by the ends of keys, which hold the channel first and the person last. */
import { type Kysely, sql } from 'kysely';
import type { TicketStore } from '../model/ticket-store.ts';
import { writeAudit } from './audit.ts';
import type { Tables } from './schema.ts';
import { toKey, toText } from './text.ts';

/** Deletes or counts; `key` is the person's across the channels. */
export const peopleIn = (db: Kysely<Tables>): Pick<TicketStore, 'countPerson' | 'forgetPerson'> => ({
  countPerson: (key) => db.transaction().execute((tx) => counted(tx, patternsOf(key))),

  forgetPerson: (key, audit) =>
    db.transaction().execute(async (tx) => {
      const patterns = patternsOf(key);
      const found = await counted(tx, patterns);
      await tx
        .deleteFrom('place')
        .where('key', 'in', (from) =>
          from
            .selectFrom('conversation')
            .select(
              sql<string>`substr(conversation.key, 1, length(conversation.key) - length(cast(${`:${patterns.id}`} as text)))`.as(
                'key',
              ),
            )
            .where(matches('conversation.key', patterns.conversation)),
        )
        .execute();
      await tx.deleteFrom('conversation').where(matches('key', patterns.conversation)).execute();
      await tx.deleteFrom('turn').where(matches('conversation', patterns.conversation)).execute();
      await tx.deleteFrom('outcome').where(matches('key', patterns.within)).execute();
      for (const pattern of [patterns.within, patterns.turns])
        await tx.deleteFrom('job').where('state', '!=', 'waiting').where(matches('key', pattern)).execute();
      await tx
        .deleteFrom('desk_person')
        .where('person', '=', patterns.id)
        .where(matches('desk', `${literal(patterns.channel)}:%`))
        .execute();
      await tx.deleteFrom('notice_follower').where('person', '=', toKey(key)).execute();
      await tx.updateTable('audit').set({ by: '' }).where('by', '=', toKey(key)).execute();
      await writeAudit(tx, audit);
      return found;
    }),
});

type Patterns = {
  readonly channel: string;
  readonly id: string;
  readonly conversation: string;
  readonly within: string;
  readonly turns: string;
};

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const patternsOf = (person: string): Patterns => {
  const key = toText(person);
  const [channel = ''] = key.split(':', 1);
  const id = key.slice(channel.length + 1);
  const conversation = `${literal(channel)}:%:${literal(id)}`;
  return { channel, id, conversation, within: `${conversation}/%`, turns: `${conversation}#%` };
};

const matches = (column: string, pattern: string) => sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;

const counted = async (tx: Kysely<Tables>, { conversation, within }: Patterns) => {
  const of = async (table: 'conversation' | 'turn' | 'outcome', column: string, pattern: string): Promise<number> => {
    const { count } = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(matches(column, pattern))
      .executeTakeFirstOrThrow();
    return count;
  };
  return {
    conversations: await of('conversation', 'key', conversation),
    turns: await of('turn', 'conversation', conversation),
    outcomes: await of('outcome', 'key', within),
  };
};
