/** What the helpdesk knows already of a problem: the card that says so, what is said to it, and following it. */
import type { Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Firing } from '../src/model/notice.ts';
import type { Reply } from '../src/model/reply.ts';
import { utc } from '../src/model/time.ts';
import { choose, dialog, paragraph, primary } from './blocks.ts';
import { replyOf } from './reply.ts';
import { say } from './ticket-cards.ts';
import { tickets } from './words/index.ts';
import { isYes } from './yes-no.ts';

/** What a problem is known by. */
export type Marks = { readonly code: string | null; readonly domain: string | null };

/** What to follow instead of opening a ticket, and the card that says so. */
export const knownAlready = (
  entry: Entry | undefined,
  marks: Marks,
  { board, now }: Context,
): { readonly follow: string; readonly card: Reply } | null => {
  const notices = board.firing.filter((one) => concerns(one, entry, marks)).slice(0, 2);
  const open = entry ? (board.openTickets.get(entry.id) ?? 0) : 0;
  if (notices.length === 0 && open === 0) return null;
  const follow = notices[0] ? `known:notice:${notices[0].key}` : `known:entry:${entry!.id}`;
  const card = replyOf({
    title: tickets().known.title,
    blocks: [
      ...notices.map((one) =>
        paragraph(tickets().known.notice(one.title, utc(Math.min(one.since, now)), one.followers)),
      ),
      ...(open > 0 ? [paragraph(tickets().known.open(open))] : []),
      paragraph(tickets().known.text),
    ],
    actions: [
      choose(tickets().button.follow, follow, undefined, primary),
      choose(tickets().button.anyway, 'ticket:new', undefined, dialog),
      choose(tickets().button.cancel, 'form:cancel'),
    ],
  });
  return { follow, card };
};

/** Follows what a press on "Follow it" names. */
export const followed = (choice: string, next: Saved): Outcome => {
  const [, kind, ...rest] = choice.split(':');
  const key = rest.join(':');
  return kind === 'notice'
    ? {
        next,
        replies: [say(tickets().known.following)],
        effects: [{ kind: 'followNotice', notice: key }],
        understood: noProblem,
      }
    : { next, replies: [], effects: [{ kind: 'followEntry', entry: key }], understood: noProblem };
};

const concerns = (one: Firing, entry: Entry | undefined, { code, domain }: Marks): boolean =>
  (code !== null && one.codes.includes(code)) ||
  (entry !== undefined && (one.entry === entry.id || (one.topic === entry.topic && one.codes.length === 0))) ||
  (domain !== null && one.domains.includes(domain));

// === What is said to it ===

const followWords = /^(?:follow(?: it| this)?|folgen|(?:le )?suivre|seguir(?:lo)?|フォロー(?:する)?)\W*$/i;
const openWords =
  /^(?:no|nope|anyway|open (?:one|it))(?=\W*$|\s*[,.;:!])(?!\W*(?:wait|hold on|moment)\b)|^(?:open (?:one|it))\b|^(?:nein|trotzdem|non|quand même|de todos modos|いいえ|それでも)|\b(?:not the same|(?:different|another|other) (?:problem|issue|one)|ander(?:es|e) (?:problem|sache)|autre problème|otro problema|my own|anyway|trotzdem|eigenes|un à moi|quand même|uno propio|de todos modos)\b/i;

/** Whether a text wants to follow what is known. */
export const isFollowing = (text: string): boolean => isYes(text) || followWords.test(text.trim());

/** Whether a text wants a ticket all the same. */
export const isOpening = (text: string): boolean => openWords.test(text);
