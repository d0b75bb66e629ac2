/** Answers an incoming message: load, decide, commit, deliver. */
import type { Catalog } from '../model/catalog.ts';
import type { Dialogs, Effect, Outcome } from '../model/dialog.ts';
import { ChannelError } from '../model/errors.ts';
import type { Incoming } from '../model/message.ts';
import type { Answer, Answered, Deliver, Job, Log, Store, Turn } from '../model/ports.ts';
import { decide } from './decide.ts';

export type Parts = {
  readonly store: Store;
  readonly dialogs: Dialogs;
  /** The catalog of this moment; it may be replaced between two turns. */
  readonly catalog: () => Catalog;
  readonly clock: () => number;
  readonly log: Log;
  /** Called when jobs were promised that nobody is carrying out yet. */
  readonly promised?: () => void;
};

/** How long a reply belongs to the turn that promised it before `work` takes it up, in milliseconds. */
const lease = 30_000;

/** How often a turn is decided again because another replica was first. */
const attempts = 20;

export const answerWith = (parts: Parts): Answer => {
  const queue = inOrder();
  return async (incoming, deliver) => {
    const key = `${incoming.place.channel}:${incoming.place.conversation}:${incoming.person.id}`;
    const { answered, jobs } = await queue(key, () => commit(key, incoming, parts, deliver !== undefined));
    if (!answered.repeated) {
      if (deliver) await deliverAll(answered, jobs, deliver, parts);
      if (jobs.some(({ kind }) => kind !== 'post')) parts.promised?.();
    }
    return answered;
  };
};

type Committed = { readonly answered: Answered; readonly jobs: readonly Job[] };

const commit = async (key: string, incoming: Incoming, parts: Parts, delivers: boolean): Promise<Committed> => {
  const { store, clock } = parts;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await store.turn(key, incoming.id);
    if (before) return { answered: { ...before, repeated: true }, jobs: [] };
    const was = await store.conversation(key);
    const outcome = decideSafely(was, incoming, parts);
    const effects = outcome.effects ?? [];
    const turn: Turn = {
      turn: was.turn + 1,
      replies: outcome.replies,
      effects: effects.map((effect) => effect.kind),
      understood: outcome.understood ? { ...outcome.understood, extracted: null } : null,
    };
    const posts = delivers
      ? outcome.replies.map(
          (reply, n): Job => ({ key: `${key}#${turn.turn}/${n}`, kind: 'post', place: incoming.place, reply }),
        )
      : [];
    const others = effects.map((effect): Job => ({ key: jobKey(effect, key, turn.turn), ...effect }));
    const now = clock();
    const jobs = [...posts.map((job) => ({ job, dueAt: now + lease })), ...others.map((job) => ({ job, dueAt: now }))];
    if (await store.commit(was, { message: incoming.id, turn, saved: outcome.next, jobs }))
      return { answered: { ...turn, repeated: false }, jobs: [...posts, ...others] };
  }
  throw new Error(`The conversation ${key} changed ${attempts} times while one message was being answered.`);
};

/** An outcome counts once for each conversation and method, however often its button is pressed. */
const jobKey = (effect: Effect, conversation: string, turn: number): string =>
  effect.kind === 'recordOutcome'
    ? `${conversation}/${effect.entry}/${effect.method}/${effect.worked}`
    : `${conversation}#${turn}/${effect.kind}`;

/** A dialog that throws is a fault of ours: the person gets one sentence and a reference, the log the rest. */
const decideSafely = (was: Parameters<typeof decide>[0], incoming: Incoming, parts: Parts): Outcome => {
  try {
    return decide(was, incoming, parts.catalog(), parts.dialogs);
  } catch (error) {
    const reference = parts.clock().toString(36).toUpperCase();
    parts.log.error({ err: error, reference, event: incoming.event.kind }, 'a dialog failed');
    const reply = { ...parts.dialogs.apology(reference), turn: was.turn + 1 };
    return { next: was.saved ?? parts.dialogs.start, replies: [reply] };
  }
};

const deliverAll = async (answered: Answered, jobs: readonly Job[], deliver: Deliver, parts: Parts): Promise<void> => {
  const posts = jobs.filter((job) => job.kind === 'post');
  for (const [n, reply] of answered.replies.entries()) {
    const { key } = posts[n]!;
    try {
      await deliver(reply);
      await parts.store.settle(key, { kind: 'done' });
    } catch (error) {
      const final = error instanceof ChannelError && !error.retry;
      const why = error instanceof Error ? error.message : String(error);
      parts.log.warn({ job: key, why, final }, 'a reply could not be delivered');
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
  error instanceof ChannelError && error.retryAfter !== undefined ? error.retryAfter * 1000 : 1000;

/** Runs tasks of one key one after the other, and those of different keys side by side. */
const inOrder = () => {
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
