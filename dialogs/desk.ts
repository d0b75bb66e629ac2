/** Setting up helpdesk channels, who one is, and what is kept of one. */
import { type Anywhere, type Context, type Effect, noProblem, type Outcome } from '../src/model/dialog.ts';
import { type Event, personKey } from '../src/model/message.ts';
import { choose, paragraph, primary } from './blocks.ts';
import { dataAbroad } from './commands-abroad.ts';
import { lowered } from './phrases.ts';
import { replyOf } from './reply.ts';
import { roomUseIn } from './room-use.ts';
import * as cards from './ticket-cards.ts';
import { deskOf } from './ticket.ts';
import { tickets } from './words/index.ts';

const said = (text: string, effects: readonly Effect[] = []): Outcome => ({
  replies: [cards.say(text)],
  effects,
  understood: noProblem,
});

export const settingUp: Anywhere = (event, context) => {
  if (event.kind === 'chose') return pressed(event, context);
  if (event.kind !== 'said' || event.overheard || event.text.length > 300) return null;
  const text = lowered(event.text)
    .replace(/[\s!.?。！？]{1,20}$/u, '')
    .replace(/^[¿¡]/u, '');
  const wish = roomUseIn(event.text);
  if (wish?.use === 'helpdesk') return wish.ends ? end(context) : begin(wish.rest, context);
  if (/^(?:send (?:me )?)?(?:a )?test card$/.test(text)) return test(context);
  if (/^(?:who am i|what is my id|my id|whoami)$/.test(text)) return said(tickets().setUp.whoAmI(idOf(context)));
  return ofMe(text);
};

const idOf = ({ place, person }: Context): string => personKey(place.channel, person);

const pressed = ({ choice }: Extract<Event, { kind: 'chose' }>, context: Context): Outcome | null => {
  if (choice === 'desk:test') return test(context);
  if (choice === 'me:delete') return said(tickets().data.began, [{ kind: 'forgetMe' }]);
  return choice === 'me:keep' ? said(tickets().data.kept) : null;
};

/** The words of a list such as "topics a, b and c". */
const listed = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\s,;]+|\band\b/).filter((word) => word !== '' && word !== 'and');

const begin = (rest: string, context: Context): Outcome => {
  if (!context.admin) return said(tickets().setUp.notAdmin(idOf(context)));
  if (!context.room) return said(tickets().setUp.notHere);
  const topics = listed(/\btopics? (.+?)(?= (?:and |or )?(?:for )?domains? |$)/.exec(rest)?.[1]);
  const domains = listed(/\bdomains? (.+?)(?= (?:and |or )?(?:for )?topics? |$)/.exec(rest)?.[1]).map((one) =>
    one.replace(/^@/, ''),
  );
  const unknown = unknownIn(topics, context);
  if (unknown) return said(unknown);
  const what = [
    ...(topics.length > 0 ? [tickets().setUp.topics(topics.join(', '))] : []),
    ...(domains.length > 0 ? [tickets().setUp.domains(domains.join(', '))] : []),
  ].join(tickets().setUp.and);
  return {
    replies: [
      replyOf({
        title: tickets().setUp.title,
        blocks: [paragraph(tickets().setUp.takes(what || tickets().setUp.all)), paragraph(tickets().setUp.how)],
        actions: [choose(tickets().button.test, 'desk:test')],
      }),
    ],
    effects: [{ kind: 'setDesk', topics, domains }],
    understood: noProblem,
  };
};

/** What to say of topics that the catalog does not have. */
const unknownIn = (topics: readonly string[], { catalog }: Context): string | null => {
  const all = [...new Set(catalog.entries.map(({ topic }) => topic))].toSorted();
  const unknown = topics.filter((topic) =>
    topic.endsWith('*') ? !all.some((one) => one.startsWith(topic.slice(0, -1))) : !all.includes(topic),
  );
  if (unknown.length === 0) return null;
  const near = all.filter((one) => unknown.some((topic) => one.slice(0, 3) === topic.slice(0, 3)));
  return tickets().setUp.unknownTopics(unknown.join(', '), [...near, ...all].slice(0, 5).join(', '));
};

const end = (context: Context): Outcome => {
  if (!context.admin) return said(tickets().setUp.notAdmin(idOf(context)));
  return deskOf(context) ? said(tickets().setUp.dropped, [{ kind: 'dropDesk' }]) : said(tickets().setUp.notDesk);
};

/** The desk may have been set up a moment ago, so the handler looks. */
const test = (context: Context): Outcome =>
  context.room ? said(tickets().setUp.testing, [{ kind: 'testDesk' }]) : said(tickets().setUp.notHere);

/** A person's own data; it is asked once before it is deleted. */
const ofMe = (text: string): Outcome | null => {
  if (/^yes,? (?:please )?delete my data$/.test(text) || dataAbroad.sure.test(text))
    return said(tickets().data.began, [{ kind: 'forgetMe' }]);
  if (
    /^(?:please )?(?:delete|erase|remove|forget) (?:all )?(?:of )?(?:my (?:personal )?data|me)$/.test(text) ||
    dataAbroad.delete.test(text)
  )
    return {
      replies: [
        replyOf({
          blocks: [paragraph(tickets().data.ask), paragraph(tickets().data.askTyped)],
          actions: [
            choose(tickets().button.deleteMe, 'me:delete', undefined, primary),
            choose(tickets().button.keepMe, 'me:keep'),
          ],
        }),
      ],
      understood: noProblem,
    };
  return /^(?:what (?:do|data do) you (?:know|keep|have|store) (?:about|of|on) me|my data|show my data)$/.test(text) ||
    dataAbroad.known.test(text)
    ? { replies: [], effects: [{ kind: 'aboutMe' }], understood: noProblem }
    : null;
};
