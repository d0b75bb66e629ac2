/** Answers an incoming message: load, decide, commit, deliver. */
import type { Catalog } from '../model/catalog.ts';
import type { Board } from '../model/board.ts';
import type { Dialogs, Effect, Saved } from '../model/dialog.ts';
import { ChannelError, messageOf } from '../model/errors.ts';
import { knownLanguage } from '../model/language.ts';
import { type Incoming, type Person, type Place, placeKey } from '../model/message.ts';
import type { Answer, Answered, Deliver, Job, Log, Origin, Post, Store, Turn } from '../model/ports.ts';
import { newReference } from '../model/reference.ts';
import { type Decision, decide, type Surroundings } from './decide.ts';
import { referenceOf } from './reference.ts';
import { longestWait } from './work.ts';

export type Parts = {
  readonly store: Store;
  readonly dialogs: Dialogs;
  /** The catalog of this moment; it may be replaced between two turns. */
  readonly catalog: () => Catalog;
  readonly board: () => Board;
  /** Whether a person may set the bot up. */
  readonly isAdmin: (person: Person, place: Place) => boolean;
  /** The locale of people whose own is not known or not spoken here. */
  readonly locale?: string | undefined;
  readonly clock: () => number;
  readonly log: Log;
  /** Called when jobs were promised that nobody is carrying out yet. */
  readonly promised?: () => void;
  /** Told the job of each reply that was delivered, to settle it soon; without this each is settled at once. */
  readonly delivered?: (job: string) => void;
};

/** How long a reply belongs to the turn that promised it before `work` takes it up, in milliseconds. */
const lease = 30_000;

/** How often a turn is decided again because another replica was first. */
const attempts = 20;

/** What is answered to something overheard that concerns nobody. */
const nothing: Answered = { turn: 0, replies: [], effects: [], understood: null, repeated: false };

export const answerWith = (parts: Parts): Answer => {
  const queue = oneByOne();
  return async (incoming, deliver) => {
    const began = performance.now();
    const key = `${placeKey(incoming.place)}:${incoming.person.id}`;
    const thread = incoming.room ? await parts.store.threadAt(incoming.place) : undefined;
    if (incoming.event.kind === 'said' && incoming.event.overheard && thread === undefined) return nothing;
    const { answered, jobs } = await queue(key, () => commit(key, incoming, thread, parts, deliver !== undefined));
    const ms = Math.round(performance.now() - began);
    if (!answered.repeated) {
      if (deliver) await deliverAll(answered, jobs, deliver, parts);
      if (jobs.some(({ kind }) => kind !== 'post')) parts.promised?.();
    }
    const { repeated, understood, replies, turn } = answered;
    parts.log.debug(
      {
        // Reckoned only where the log is that fine.
        get reference() {
          return referenceOf(`${key}#${turn}`);
        },
        channel: incoming.place.channel,
        event: incoming.event.kind,
        outcome: repeated ? 'repeated' : (understood?.outcome ?? 'other'),
        replies: replies.length,
        ms,
        delivered: Math.round(performance.now() - began),
      },
      'a message was answered',
    );
    return answered;
  };
};

type Committed = { readonly answered: Answered; readonly jobs: readonly Job[] };

const commit = async (
  key: string,
  arrived: Incoming,
  thread: string | undefined,
  parts: Parts,
  delivers: boolean,
): Promise<Committed> => {
  const { store, clock } = parts;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { was, before } = await store.arrival(key, arrived.id);
    if (before) return { answered: { ...before, repeated: true }, jobs: [] };
    const incoming = withLocale(arrived, was.saved, parts);
    const now = clock();
    const decision = decideSafely(
      was,
      incoming,
      { ...surroundingsOf(incoming, parts, now), ...(thread ? { thread } : {}) },
      parts,
    );
    const effects = decision.effects ?? [];
    const turn: Turn = {
      turn: was.turn + 1,
      replies: decision.replies,
      effects: effects.map((effect) => effect.kind),
      understood: decision.understood ? { ...decision.understood, extracted: null } : null,
    };
    const { place, room, person } = incoming;
    const posts = delivers
      ? decision.replies.map((reply, n): Post => ({ key: `${key}#${turn.turn}/${n}`, kind: 'post', place, reply }))
      : [];
    const from: Origin = {
      place,
      person,
      conversation: key,
      turn: turn.turn,
      at: now,
      ...(room ? { room } : {}),
      ...(thread ? { thread } : {}),
    };
    const others = effects.map((effect, n): Job => ({ ...effect, key: jobKey(effect, key, turn.turn, n), from }));
    const jobs = [...posts.map((job) => ({ job, dueAt: now + lease })), ...others.map((job) => ({ job, dueAt: now }))];
    if (await store.commit(was, { message: incoming.id, turn, saved: decision.next, jobs }))
      return { answered: { ...turn, repeated: false }, jobs: [...posts, ...others] };
  }
  throw new Error(`The conversation ${key} changed ${attempts} times while one message was being answered.`);
};

/** The language that a person chose goes before the one of their device where it is spoken here, and that before the one of the organisation. */
const withLocale = (incoming: Incoming, saved: Saved | null, { dialogs, locale: standard }: Parts): Incoming => {
  const { person } = incoming;
  const own = knownLanguage(person.locale) ? person.locale : (standard ?? person.locale);
  const locale = dialogs.chosen(saved) ?? own;
  return locale === undefined || locale === person.locale ? incoming : { ...incoming, person: { ...person, locale } };
};

const surroundingsOf = ({ person, place }: Incoming, parts: Parts, now: number): Surroundings => ({
  catalog: parts.catalog(),
  board: parts.board(),
  admin: parts.isAdmin(person, place),
  now,
});

/** An outcome counts once for each conversation and method, however often its button is pressed. */
const jobKey = (effect: Effect, conversation: string, turn: number, n: number): string => {
  if (effect.once !== undefined) return `${conversation}/${effect.kind}/${effect.once}`;
  return effect.kind === 'recordOutcome'
    ? `${conversation}/${effect.entry}/${effect.method}/${effect.worked}`
    : `${conversation}#${turn}/${effect.kind}/${n}`;
};

/** A dialog that throws is a fault of ours: the person gets one sentence and a reference, the log the rest. */
const decideSafely = (
  was: Parameters<typeof decide>[0],
  incoming: Incoming,
  surroundings: Surroundings,
  parts: Parts,
): Decision => {
  try {
    return decide(was, incoming, surroundings, parts.dialogs);
  } catch (error) {
    const reference = newReference();
    parts.log.error({ err: error, reference, event: incoming.event.kind }, 'a dialog failed');
    const reply = { ...parts.dialogs.apology(reference, incoming.person.locale), turn: was.turn + 1 };
    return { next: was.saved ?? parts.dialogs.start, replies: [reply] };
  }
};

const deliverAll = async (answered: Answered, jobs: readonly Job[], deliver: Deliver, parts: Parts): Promise<void> => {
  const posts = jobs.filter((job) => job.kind === 'post');
  for (const [n, reply] of answered.replies.entries()) {
    const { key } = posts[n]!;
    try {
      await deliver(reply);
      if (parts.delivered) parts.delivered(key);
      else await parts.store.settle(key, { kind: 'done' });
    } catch (error) {
      const final = error instanceof ChannelError && !error.retry;
      const why = messageOf(error);
      parts.log.warn({ job: key, reference: referenceOf(key), why, final }, 'a reply could not be delivered');
      if (final) await parts.store.settle(key, { kind: 'failed', why }, 0);
      else {
        for (const { key: late } of posts.slice(n))
          await parts.store.settle(late, { kind: 'retry', at: parts.clock() + delayOf(error), why }, 0);
        return;
      }
    }
  }
};

const delayOf = (error: unknown): number =>
  error instanceof ChannelError && error.retryAfter !== undefined
    ? Math.min(error.retryAfter * 1000, longestWait)
    : 1000;

/** Runs tasks of one key one after the other, and those of different keys side by side. */
const oneByOne = () => {
  const tails = new Map<string, Promise<unknown>>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const run = (tails.get(key) ?? Promise.resolve()).then(task, task);
    tails.set(key, run);
    try {
      return await run;
    } finally {
      if (tails.get(key) === run) tails.delete(key);
    }
  };
};
