/**
 * Plays the transcripts of test/conversations through the real engine and catalog, and draws every reply for every channel.
 * A line is what somebody does, wherever they are:
 *   Ada: text | Ada presses: label | Ada fills: field=value; field=value | (Ada opens the chat)
 *   Ada [chat/teams]: …  in a chat of her own; Eva [helpdesk/slack]: …  in a channel; Eva [helpdesk/slack HD-1]: …  in a ticket's thread
 *   (Signpost restarts) | (the last message arrives again) | (30 minutes pass) | (teams is down) | (teams is back) | (Ada's locale is de-DE)
 * What Signpost answers follows; what it posts elsewhere stands behind an arrow with the place.
 * `WRITE_TRANSCRIPTS=1 npm test -- test/conversations` writes what Signpost shows now.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { textOf } from '../src/channels/terminal/render.ts';
import { scheduleOf } from '../src/engine/schedule.ts';
import { ChannelError } from '../src/model/errors.ts';
import type { ChannelName, Event, Incoming, Place } from '../src/model/message.ts';
import { type Action, fieldsOf, plain, type Reply } from '../src/model/reply.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { drawProblems } from './drawings.ts';
import { type Done, incoming, memoryLog, realEngine, type RecordingChannel, recordingChannel } from './fakes.ts';

const folder = new URL('conversations', import.meta.url).pathname;

const isStep = (text: string): boolean => /^(?:Step|Schritt|Étape|Paso|手順) /.test(text);
const isMethod = (text: string): boolean => /^(?:Method|Methode|Méthode|Método|方法) /.test(text);

/** One reply as a helpdesk lead would retell it: title, first words, buttons. */
const retold = (reply: Reply, who = 'Signpost'): readonly string[] => {
  const [head, ...others] = reply.blocks ?? [];
  const first = head?.kind === 'heading' && isStep(head.text) ? others[0] : head;
  const opening = first?.kind === 'paragraph' || first?.kind === 'note' ? plain(first.text) : '';
  const facts = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'facts'
      ? block.items.map(([label, value]) => `    ${label}: ${plain(value).replaceAll('\n', ' / ')}`)
      : [],
  );
  const methods = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'heading' && isMethod(block.text) ? [`    ${block.text}`] : [],
  );
  const items = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'list' && reply.to === 'asker' ? block.items.map((item) => `    - ${plain(item)}`) : [],
  );
  const fields = fieldsOf(reply).map(
    ({ label, value = '', error }) => `    ${label}: [${value.replaceAll('\n', ' / ')}]${error ? ` (${error})` : ''}`,
  );
  const steps = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'heading' && isStep(block.text) ? [`    ${block.text}`] : [],
  );
  const commands =
    steps.length > 0
      ? (reply.blocks ?? []).flatMap((block) =>
          block.kind === 'code' ? block.code.text.split('\n').map((one) => `    > ${one}`) : [],
        )
      : [];
  const labels = (reply.actions ?? []).map((action) => `[${action.label}]`).join(' ');
  return [
    `${who}: ${reply.title ?? opening}`,
    ...(reply.title && opening ? [`    ${opening.length > 140 ? `${opening.slice(0, 140)}…` : opening}`] : []),
    ...methods,
    ...steps,
    ...commands,
    ...facts,
    ...items,
    ...fields,
    ...(labels ? [`    ${labels}`] : []),
  ];
};

type Choose = Extract<Action, { kind: 'choose' }>;
type Submit = Extract<Action, { kind: 'submit' }>;

const about = (action: Choose | Submit, { turn }: Reply) => ({
  choice: action.choice,
  ...(turn === undefined ? {} : { turn }),
  ...(action.about === undefined ? {} : { about: action.about }),
});

/** The button with this label on the newest card that has it; "(old card)" looks at the oldest instead. */
const press = (shown: readonly Reply[], words: string): Event => {
  const old = words.endsWith(' (old card)');
  const label = words.replace(/ \(old card\)$/, '');
  const has = (reply: Reply) =>
    reply.actions?.find((one): one is Choose => one.kind === 'choose' && one.label === label);
  const reply = old ? shown.find(has) : shown.findLast(has);
  const action = reply && has(reply);
  if (!reply || !action) throw new Error(`No card shows "${label}".`);
  return { kind: 'chose', ...about(action, reply) };
};

/** The newest form, sent with what stands in it already and what is filled in now. */
const fill = (shown: readonly Reply[], words: string): Event => {
  const has = (reply: Reply) => reply.actions?.find((one): one is Submit => one.kind === 'submit');
  const form = shown.findLast(has);
  if (!form) throw new Error('No form is shown.');
  const filled = Object.fromEntries(
    words
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const standing = Object.fromEntries(fieldsOf(form).map(({ id, value = '' }) => [id, value]));
  return { kind: 'filled', ...about(has(form)!, form), values: { ...standing, ...filled } };
};

const unit = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** "chat/teams" is somebody's own chat, "helpdesk/slack" a channel, "helpdesk/slack HD-1" the thread of a ticket there. */
const spot = /^(?<room>\w+)\/(?<channel>teams|slack|web)(?: HD-(?<ticket>\d+))?$/;

const play = async (transcript: string): Promise<{ told: string; replies: readonly Reply[] }> => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  let now = Date.UTC(2026, 10, 25, 9);
  const clock = () => now;
  const channels = new Map<ChannelName, RecordingChannel>(
    (['teams', 'slack', 'web', 'terminal'] as const).map((name) => [name, recordingChannel(name)]),
  );
  const settings = { channels, clock, admins: ['slack:eva', 'teams:eva'] };
  const open = async () => realEngine(await sqlite(join(home, 'store.sqlite'), clock), settings);
  let bot = await open();
  await bot.board.refresh();
  /** What each place shows, by its key. */
  const seen = new Map<string, Reply[]>();
  const all: Reply[] = [];
  const show = (at: string, replies: readonly Reply[]): void => {
    seen.set(at, [...(seen.get(at) ?? []), ...replies]);
    all.push(...replies);
  };
  const told: string[] = [];
  /** What each message showed last, so that an edited one is told by what changed. */
  const looks = new Map<string, readonly string[]>();
  let last: Incoming | undefined;
  const locales = new Map<string, string>();

  /** Carries out what is due and tells of each message that it posted. */
  const elsewhere = async (): Promise<void> => {
    const before = new Map([...channels].map(([name, { done }]) => [name, done.length]));
    await bot.settle();
    for (const [name, { done }] of channels)
      for (const one of done.slice(before.get(name))) {
        show(roomOf(one.place), [one.reply]);
        const lines = retold(one.reply, `→ [${await nameOf(one)}] Signpost`);
        const [title, ...rest] = lines;
        const looked = one.kind === 'edit' ? (looks.get(one.message) ?? []) : [];
        told.push(title!, ...rest.filter((fact) => !looked.includes(fact)));
        looks.set(one.message, rest);
      }
  };
  const roomOf = ({ channel, conversation }: Place): string => `${channel}:${conversation.split('/')[0]}`;
  const nameOf = async ({ kind, place }: Done): Promise<string> => {
    const { channel, conversation } = place;
    const card = await bot.store.threadAt(place);
    const thread = card ? ` HD-${card.split('/')[1]}` : '';
    const where = channel === 'terminal' ? 'Ada' : `${conversation.split('/')[0]}/${channel}${thread}`;
    return `${where}${kind === 'edit' ? ', edited' : ''}`;
  };

  const arrival = async (line: string): Promise<Incoming | undefined> => {
    if (line === '(Ada opens the chat)')
      return incoming(
        { kind: 'joined' },
        locales.has('Ada') ? { person: { id: 'ada', name: 'Ada', locale: locales.get('Ada')! } } : {},
      );
    const said = /^(?<name>[A-Z]\w+)(?: \[(?<where>[^\]]+)\])?(?: (?<does>presses|fills))?: ?(?<words>.*)$/.exec(line);
    const { name = '', where, does, words = '' } = said?.groups ?? {};
    if (!said || name === 'Signpost') return undefined;
    const { room, channel = 'terminal', ticket } = spot.exec(where ?? '')?.groups ?? {};
    if (where && !room) throw new Error(`"${where}" is no place.`);
    const own = !room || room === 'chat';
    const id = name.toLowerCase();
    const conversation = !room ? 'c1' : own ? `${name}'s chat` : room;
    const here: Place = { channel: channel as ChannelName, conversation };
    const thread = ticket && (await bot.store.shown(`ticket/${ticket}`))?.thread;
    const shown = seen.get(roomOf(here)) ?? [];
    const spoken = (text: string): Event => ({
      kind: 'said',
      text: JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string,
      ...(thread ? { overheard: true } : {}),
    });
    const event = does === 'presses' ? press(shown, words) : does === 'fills' ? fill(shown, words) : spoken(words);
    return incoming(event, {
      place: thread || here,
      person: { id, name, ...(locales.has(name) ? { locale: locales.get(name)! } : {}) },
      ...(own ? {} : { room: here }),
    });
  };

  for (const line of transcript.split('\n')) {
    if (line.startsWith('#') || line === '') {
      told.push(line);
      continue;
    }
    if (/^(?:Signpost:|→| {4})/.test(line)) continue;
    now += 1000;
    const time = /^\((\d+) (minute|hour|day)s? pass(?:es)?\)$/.exec(line);
    const locale = /^\((\w+)'s locale is ([\w-]+)\)$/.exec(line);
    if (locale) {
      locales.set(locale[1]!, locale[2]!);
      told.push(line);
      continue;
    }
    const state = /^\((teams|slack) is (down|back)\)$/.exec(line);
    if (line === '(Signpost restarts)') {
      await bot.stop();
      await bot.store.close();
      bot = await open();
      await bot.board.refresh();
    } else if (time) now += Number(time[1]) * unit[time[2] as keyof typeof unit];
    else if (state) {
      channels.get(state[1] as ChannelName)!.fault = () => {
        if (state[2] === 'down') throw new ChannelError('It is down.', { retry: true });
      };
    } else if (line !== '(the last message arrives again)') {
      last = await arrival(line);
      if (!last) continue;
    }
    told.push(line);
    if (time) {
      await scheduleOf(bot.tasks, { store: bot.store, clock, log: memoryLog() }).once();
      await elsewhere();
    }
    if (line === '(Signpost restarts)' || time || state || !last) continue;
    const { replies, repeated } = await bot.answer(last);
    if (!repeated) show(roomOf(last.place), replies);
    told.push(...(repeated ? ['(the same answer, decided once)'] : replies.flatMap((reply) => retold(reply))));
    await elsewhere();
  }
  await bot.stop();
  await bot.store.close();
  rmSync(home, { recursive: true });
  return { told: told.join('\n'), replies: all };
};

describe('conversations', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s', async (name) => {
    const path = join(folder, name);
    const written = readFileSync(path, 'utf8');
    const { told, replies } = await play(written);
    if (process.env.WRITE_TRANSCRIPTS) writeFileSync(path, told);
    expect(told).toBe(process.env.WRITE_TRANSCRIPTS ? told : written);
    expect(replies.flatMap(drawProblems)).toEqual([]);
    for (const reply of replies) expect(textOf(reply, { width: 80, colour: false })).not.toBe('');
  });
});
