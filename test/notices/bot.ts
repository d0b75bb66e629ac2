/** The real engine over a real store, with a clock set by hand and a platform that remembers its messages. */
import { engine } from '../../src/app.ts';
import type { ChannelName, Incoming, Place } from '../../src/model/message.ts';
import type { Check, Checkable } from '../../src/model/notice.ts';
import type { Channel, Store } from '../../src/model/ports.ts';
import type { Action, Reply } from '../../src/model/reply.ts';
import type { Settings } from '../../src/notices/settings.ts';
import { scheduleOf } from '../../src/engine/schedule.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { drawProblems } from '../drawings.ts';
import { memoryLog, realCatalog } from '../fakes.ts';
import { noon } from './world.ts';

/** A message as it stands on the platform now. */
export type Message = { readonly id: string; readonly place: string; reply: Reply; edits: number };

/** A platform with threads. What it shows is drawn for every channel, and what one would refuse is kept. */
export const platformOf = () => {
  const messages: Message[] = [];
  const problems: string[] = [];
  const channel: Channel = {
    name: 'slack',
    routes: [],
    start: async () => {},
    stop: async () => {},
    async post(place, reply) {
      problems.push(...drawProblems(reply));
      const id = `m${messages.length + 1}`;
      messages.push({ id, place: place.conversation, reply, edits: 0 });
      return { message: id, thread: { ...place, conversation: `${place.conversation}:${id}` } };
    },
    async edit(_, message, reply) {
      problems.push(...drawProblems(reply));
      const found = messages.find(({ id }) => id === message)!;
      found.reply = reply;
      found.edits++;
    },
  };
  return { channel, messages, problems };
};

export const room: Place = { channel: 'slack', conversation: 'T1:ops' };

export const botOf = async (
  more: {
    readonly store?: Store;
    readonly platform?: ReturnType<typeof platformOf>;
    readonly checkable?: Checkable;
    readonly checks?: readonly Check[];
    readonly settings?: Partial<Settings>;
    readonly clock?: { now: number };
  } = {},
) => {
  const time = more.clock ?? { now: noon };
  const clock = (): number => time.now;
  const store = more.store ?? (await sqlite(':memory:', clock));
  const platform = more.platform ?? platformOf();
  const catalog = await realCatalog();
  const log = memoryLog();
  const core = engine({
    store,
    catalog: () => catalog,
    channels: new Map<ChannelName, Channel>([['slack', platform.channel]]),
    admins: ['slack:T1:boss'],
    noticeSettings: more.settings ?? {},
    ...(more.checkable ? { checkable: more.checkable } : {}),
    ...(more.checks ? { checks: more.checks } : {}),
    clock,
    log,
  });
  const schedule = scheduleOf(core.tasks, { store, clock, log });

  /** Carries out everything that is due, and what comes of it. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2; ) {
      await core.idle();
      await core.work.settle();
      quiet = (await core.work.once()) === 0 ? quiet + 1 : 0;
    }
    await core.board.refresh();
  };

  let count = 0;
  /** Somebody says something, or presses a button, in a thread of the room unless it is elsewhere. */
  const turn = async (event: Incoming['event'], from: Partial<Incoming> & { readonly who?: string }) => {
    const { who = 'boss', ...rest } = from;
    await core.board.refresh();
    const { replies } = await core.answer({
      id: `i${++count}-${who}`,
      place: { channel: 'slack', conversation: `T1:ops:t${count}` },
      room,
      person: { id: `T1:${who}`, name: who },
      event,
      ...rest,
    });
    platform.problems.push(...replies.flatMap(drawProblems));
    await settle();
    return replies;
  };

  return {
    ...core,
    store,
    platform,
    log,
    time,
    settle,
    schedule,
    turn,
    wait: (span: number): void => void (time.now += span),
    say: (text: string, from: Partial<Incoming> & { readonly who?: string } = {}) => turn({ kind: 'said', text }, from),
    /** Presses the button with this label on a reply. */
    press(reply: Reply, label: string, from: Partial<Incoming> & { readonly who?: string } = {}) {
      const action = (reply.actions ?? []).find(
        (one): one is Extract<Action, { kind: 'choose' }> => one.kind === 'choose' && one.label === label,
      );
      if (!action) throw new Error(`There is no "${label}" on "${reply.title ?? reply.text}".`);
      const { choice, about } = action;
      return turn({ kind: 'chose', choice, ...(about === undefined ? {} : { about }) }, from);
    },
    /** Lets time pass, with the scheduled tasks run every minute. */
    async pass(span: number): Promise<void> {
      for (const end = time.now + span; time.now < end; ) {
        time.now += Math.min(60_000, end - time.now);
        await schedule.once();
      }
      await settle();
    },
    titles: (): readonly string[] => platform.messages.map(({ reply }) => reply.title ?? reply.text),
    close: () => store.close(),
  };
};

/** Another system's post in our own form. */
export const own = (key: string, more: object = {}): string =>
  JSON.stringify({ key, title: `${key} is wrong`, ...more });
