/** A helpdesk over the real engine: a desk in Slack, a requester in Teams. */
import type { ChannelName, Event, Incoming, Person, Place } from '../../src/model/message.ts';
import type { Log, Store } from '../../src/model/ports.ts';
import type { HelpdeskSettings, TicketDraft } from '../../src/model/ticket.ts';
import { incoming, realEngine, type RecordingChannel, recordingChannel } from '../fakes.ts';

export const draft = (more: Partial<TicketDraft> = {}): TicketDraft => ({
  problem: 'Payroll is closed for me',
  entry: '50105',
  topic: 'app-assignment',
  title: '50105 because the user is not assigned to the app',
  priority: 'normal',
  affected: 'me',
  ids: { Code: 'AADSTS50105', User: 'ada@contoso.com' },
  tried: [{ method: 1, title: 'Assign the person or a group', steps: '1 done, 2 failed' }],
  ...more,
});

export const room: Place = { channel: 'slack', conversation: 'helpdesk' };
const chatOf = (person: Person, channel: ChannelName = 'teams'): Place => ({
  channel,
  conversation: `chat of ${person.id}`,
});

export const ada: Person = { id: 'ada', name: 'Ada' };
export const bob: Person = { id: 'bob', name: 'Bob' };
export const eva: Person = { id: 'eva', name: 'Eva' };

export const form = (formId = 'f1', more: Readonly<Record<string, string>> = {}): Event => ({
  kind: 'filled',
  choice: `ticket:open:${formId}`,
  about: '50105',
  values: { problem: 'Payroll is closed for me', affected: 'me', priority: 'normal', ids: '', tried: '', ...more },
});

export const inRoom = (person: Person, event: Event | string, id?: string): Incoming =>
  incoming(event, { place: room, room, person, ...(id ? { id } : {}) });

export const inChat = (person: Person, event: Event | string, id?: string): Incoming =>
  incoming(event, { place: chatOf(person), person, ...(id ? { id } : {}) });

export const press = (choice: string, about: string): Event => ({ kind: 'chose', choice: `ticket:${choice}`, about });

/** `helpdesk` are settings; the desk is set up by Eva, who may do so. */
export const setUp = async (
  more: {
    store?: Store;
    names?: readonly ChannelName[];
    helpdesk?: HelpdeskSettings;
    clock?: () => number;
    log?: Log;
  } = {},
) => {
  const { store, names = ['teams', 'slack'], ...rest } = more;
  const channels = new Map<ChannelName, RecordingChannel>(names.map((name) => [name, recordingChannel(name)]));
  const bot = await realEngine(store, { channels, admins: ['slack:eva'], ...rest });
  await bot.board.refresh();
  await bot.answer(inRoom(eva, 'use this channel for helpdesk'));
  await bot.settle();
  /** All that a channel was given, as plain text. */
  const texts = (name: ChannelName): readonly string[] => channels.get(name)!.done.map(({ reply }) => reply.text);
  return { ...bot, channels, texts };
};
