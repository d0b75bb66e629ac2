/** The message extension: search from the compose box, and "Explain this error" on anybody's message. Neither needs a conversation with the bot. */
import type { MessagingExtensionAttachment, MessagingExtensionResponse, TaskModuleResponse } from 'botbuilder';
import { z } from 'zod';
import { channelWords } from '../../model/channel-words.ts';
import type { Hit } from '../../model/reply.ts';
import { type Arrival, localeOf } from './activity.ts';
import type { Hooks } from './hooks.ts';
import type { Result } from './http.ts';
import { messageText } from './message-text.ts';
import { cardOf, dialogOf } from './render.ts';
import { clip } from './text.ts';

/** The answer to an invoke of the message extension; nothing where it is none or not offered. */
export const extended = (arrival: Arrival, { search, explain }: Hooks): Result | undefined => {
  if (arrival.type !== 'invoke') return undefined;
  if (arrival.name === 'composeExtension/query' && search)
    return listed(
      searched(arrival.value, (text) => search(text, localeOf(arrival))),
      localeOf(arrival),
    );
  if (['composeExtension/fetchTask', 'composeExtension/submitAction'].includes(arrival.name ?? '') && explain) {
    const body: TaskModuleResponse = {
      task: {
        type: 'continue',
        value: dialogOf(explain(clip(messageText(arrival.value), longest), localeOf(arrival))),
      },
    };
    return { status: 200, body };
  }
  return undefined;
};

/** The same when something went wrong. */
export const unextended = (arrival: Arrival): Result | undefined => {
  const { name } = arrival;
  const text = channelWords(localeOf(arrival)).tryAgain;
  if (name === 'composeExtension/query') return told(text);
  return name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction'
    ? { status: 200, body: { task: { type: 'message', value: text } } }
    : undefined;
};

const longest = 20_000;

const count = z.int().nonnegative().optional().catch(undefined);
const query = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() })).catch([]),
  queryOptions: z.looseObject({ skip: count, count }).optional().catch(undefined),
});

const searched = (value: unknown, search: (text: string) => readonly Hit[]): readonly Hit[] => {
  const { parameters = [], queryOptions = {} } = query.safeParse(value).data ?? {};
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  const { skip = 0, count: most = 25 } = queryOptions;
  return search(typeof typed === 'string' ? clip(typed, longest) : '').slice(skip, skip + most);
};

/** All results together, in characters: Teams takes about 100 KB, at two bytes a character. */
const room = 45_000;

const listed = (hits: readonly Hit[], locale: string | undefined): Result => {
  if (hits.length === 0) return told(channelWords(locale).nothingFits);
  const attachments: MessagingExtensionAttachment[] = [];
  let used = 0;
  for (const attachment of hits.map(attached)) {
    used += JSON.stringify(attachment).length;
    if (used > room && attachments.length > 0) break;
    attachments.push(attachment);
  }
  return composed({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
};

const attached = ({ title, line, card }: Hit): MessagingExtensionAttachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: cardOf(card),
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: clip(title, 120), text: escaped(clip(line, 200)) },
  },
});

/** The text of a thumbnail is HTML, its title is not. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const told = (text: string): Result => composed({ composeExtension: { type: 'message', text } });

const composed = (body: MessagingExtensionResponse): Result => ({ status: 200, body });
