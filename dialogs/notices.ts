/** Notices in chat: rooms that want them, buttons on them, what is wrong now, checks on demand, and "it is known". */
import type { Entry } from '../src/model/catalog.ts';
import { type Anywhere, type Context, type Effect, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import { type Event, personKey, placeKey } from '../src/model/message.ts';
import { cardOfName, type Firing, type NoticeEffect, type Room, type Subscription } from '../src/model/notice.ts';
import type { Reply } from '../src/model/reply.ts';
import { sentence } from './cards.ts';
import { aboutNotice, firingCard, knownText, listCard, subscriptionCard, withKnown } from './notice-cards.ts';
import { type Asked, asked, topicsLike } from './notice-words.ts';
import { notices } from './words/index.ts';

const hour = 3_600_000;

/** Answers everything about notices; what is said among people below one is left alone. */
export const aboutNotices: Anywhere = (event, context) => {
  const ownThread = context.thread !== undefined && /^(?:notice|storm|check)\//.test(context.thread);
  if (event.kind === 'said') {
    const wish = asked(event.text, ownThread);
    if (wish) return answer(wish, context);
    return ownThread && event.overheard ? { replies: [] } : null;
  }
  if (event.kind !== 'chose' || !event.choice.startsWith('notice:')) return null;
  const [, what = '', ...rest] = event.choice.split(':');
  const detail = rest.join(':');
  const card = event.about ?? null;
  switch (what) {
    case 'acknowledge':
    case 'resolve':
      return answer({ kind: what, card }, context);
    case 'snooze':
      return answer({ kind: 'snooze', card, hours: /^\d{1,3}$/.test(detail) ? Number(detail) : 4 }, context);
    case 'show':
      return pressed(answer({ kind: 'show', card: card ?? '' }, context), context);
    case 'test':
      return pressed(answer({ kind: 'test' }, context), context);
    case 'stop':
      return answer({ kind: 'unsubscribe' }, context);
    case 'check':
      return answer({ kind: 'check', domain: detail }, context);
    default:
      return pressed(answer({ kind: 'list' }, context), context);
  }
};

const pressed = (outcome: Outcome, context: Context): Outcome => ({
  ...outcome,
  replies: outcome.replies.map((reply) => hidden(reply, context)),
});

/** In a room, what one person looked up is for that person; the card that was pressed stays as it is. */
const hidden = (reply: Reply, { room }: Context): Reply => (room ? { ...reply, to: 'asker' } : reply);

const say = (reply: Reply, effects: readonly Effect[] = []): Outcome => ({
  replies: [reply],
  effects,
  understood: noProblem,
});

const answer = (wish: Asked, context: Context): Outcome => {
  const { firing } = context.board;
  switch (wish.kind) {
    case 'list':
      return say(listCard(firing));
    case 'show':
      return say(
        firingCard(
          wish.card,
          firing.filter(({ card }) => card === wish.card),
          handles(context),
        ),
      );
    case 'acknowledge':
    case 'resolve':
    case 'snooze':
      return act(wish, context);
    case 'subscription': {
      const room = roomOf(context);
      const mine = context.board.subscriptions.find(({ id }) => id === room.id);
      return say(mine ? subscriptionCard(mine) : sentence(notices().notHere));
    }
    case 'check':
      return say(sentence(wish.domain === null ? notices().check.startedAll : notices().check.started(wish.domain)), [
        { kind: 'runCheck', domain: wish.domain },
      ]);
    case 'subscribe':
    case 'unsubscribe':
    case 'test':
      if (!context.admin) return say(sentence(notices().admins(personKey(context.place.channel, context.person))));
      if (!reaches(context)) return say(sentence(notices().cannotPost));
      return setUp(wish, context);
  }
};

// === What is done to a notice ===

type Doing = Extract<Asked, { readonly kind: 'acknowledge' | 'resolve' | 'snooze' }>;

/** Where notices are posted, whoever is there works on them; elsewhere it takes who may set them up. */
const handles = (context: Context): boolean =>
  context.admin || isBelowNotice(context) || context.board.subscriptions.some(({ id }) => id === roomOf(context).id);

const isBelowNotice = ({ thread }: Context): boolean => thread !== undefined && /^(?:notice|storm)\//.test(thread);

const act = (wish: Doing, context: Context): Outcome => {
  const card = wish.card ?? (context.thread === undefined ? null : cardOfName(context.thread));
  if (card === null) return say(sentence(notices().you.which));
  const until = wish.kind === 'snooze' ? context.now + wish.hours * hour : 0;
  const known = context.board.firing.some((one) => one.card === card);
  const { you } = notices();
  if (!known && !reaches(context)) return say(sentence(you.unknown(card)));
  if (!handles(context)) return say({ ...sentence(you.mayNot), to: 'asker' });
  const text = known
    ? wish.kind === 'snooze'
      ? you.snoozed(card, until)
      : wish.kind === 'resolve'
        ? you.resolved(card)
        : you.acknowledged(card)
    : you.noted;
  return say({ ...sentence(text), to: 'asker' }, [effectOf(wish, card, until)]);
};

const effectOf = (wish: Doing, card: string, until: number): NoticeEffect => {
  switch (wish.kind) {
    case 'acknowledge':
      return { kind: 'acknowledgeNotice', card };
    case 'resolve':
      return { kind: 'resolveNotice', card };
    case 'snooze':
      return { kind: 'snoozeNotice', card, until };
  }
};

// === Which room is told what ===

/** What is said to these arrives tomorrow as well; a terminal or a page is gone when it is closed. */
const reaches = ({ place }: Context): boolean => !['terminal', 'web'].includes(place.channel);

const roomOf = ({ room, place }: Context): Room => ({ id: placeKey(room ?? place), place: room ?? place });

type SettingUp = Exclude<
  Asked,
  { readonly kind: 'list' | 'show' | 'acknowledge' | 'resolve' | 'snooze' | 'check' | 'subscription' }
>;

const setUp = (wish: SettingUp, context: Context): Outcome => {
  const room = roomOf(context);
  if (wish.kind === 'test') return say(sentence(notices().testing), [{ kind: 'testNotice', room }]);
  if (wish.kind === 'unsubscribe')
    return say(sentence(notices().stopped), [{ kind: 'unsubscribeRoom', room: room.id }]);
  const all = [...new Set(context.catalog.entries.map(({ topic }) => topic))];
  const topics: string[] = [];
  for (const phrase of wish.phrases) {
    const meant = topicsLike(phrase, all);
    if (meant.length === 0) return say(sentence(notices().noTopic(phrase, all)));
    topics.push(...meant);
  }
  const subscription: Subscription = {
    ...room,
    topics: [...new Set(topics)],
    domains: wish.domains,
    least: wish.least,
  };
  const open = context.board.firing.filter(({ parent }) => parent === null).length;
  return say(subscriptionCard(subscription, open), [{ kind: 'subscribeRoom', subscription }]);
};

// === It is known ===

/**
 * The notice that a question about an entry is probably about: of the entry itself, of its codes, or of its topic.
 * What hurts only later explains no fault of today.
 */
const knownFor = (
  entry: Entry,
  { board, now }: Context,
): { readonly firing: Firing; readonly related: boolean } | null => {
  const firing = board.firing.filter((one) => one.severity !== 'info' && (one.deadline ?? now) <= now);
  const same = firing.find((one) => one.entry === entry.id || one.codes.some((code) => entry.codes.includes(code)));
  if (same) return { firing: same, related: false };
  const related = firing.find(({ topic }) => topic !== null && topic === entry.topic);
  return related ? { firing: related, related: true } : null;
};

/** Puts a known issue above the first answer about an entry, and counts the person in. Whoever comes from the notice knows it. */
export const withKnownIssue = (outcome: Outcome, event: Event, context: Context, saved: Saved): Outcome => {
  const { understood, replies, effects = [] } = outcome;
  const [first, ...rest] = replies;
  const id = understood?.outcome === 'answer' ? understood.entries[0]?.id : undefined;
  const entry = id === undefined ? undefined : context.catalog.entry(id);
  const fromNotice = event.kind === 'chose' && event.about?.startsWith(aboutNotice) === true;
  const atIt = (saved.state as { readonly entry?: unknown }).entry === id && understood?.extracted === null;
  if (fromNotice) return { ...outcome, replies: replies.map((reply) => hidden(reply, context)) };
  const issue = entry && first && !atIt ? knownFor(entry, context) : null;
  if (!issue || !first) return outcome;
  const tells = reaches(context);
  const { key, since } = issue.firing;
  const text = knownText(issue.firing, { related: issue.related, tells, now: context.now });
  return {
    ...outcome,
    replies: [withKnown(first, text), ...rest],
    effects: [...effects, { kind: 'followNotice', notice: key, once: `${key}/${since}` }],
  };
};
