/** A message that asks for a ticket and tells more beside it: "raise a ticket, Sarah cannot log in since 8 am". */
import type { Anywhere, Dialogs } from '../src/model/dialog.ts';
import { command, helpedNot, stepWord } from './commands.ts';
import { plainly } from './courtesy.ts';
import * as escalate from './escalate.ts';
import { edgesOf } from './phrases.ts';

type Request = { readonly request: string; readonly told: string };

/** A longer text is looked up. */
const longestRequest = 600;

const reasoned =
  /^(.{5,60}?),? (?:because|as(?! soon\b| an? )|since|weil|da|denn|parce que|car|puisque|porque|ya que) (\S.+)$/isu;

/** "Ticket: users cannot sign in" is a title, and asks for nothing. */
const title = /^(?:(?:the|new|das|le|el) )?(?:support )?(?:ticket|case|incident|caso)$/;

const asksForTicket = (clause: string): boolean =>
  /ticket|\bcase\b|incident|\bcaso\b|チケット/i.test(clause) &&
  !title.test(plainly(clause)) &&
  command(clause)?.kind === 'helpdesk';

/** What is quoted, asked at the end or said of a condition is somebody else's advice. */
const isAdvice = (text: string): boolean =>
  /["“„]|ticket\W{0,2}\?\s*$|(?:^|[.,;:!?]\s+)(?:if|when|falls|wenn|si|quand|cuando)\s[^.,]*[.,]\s+[^.,]*$/i.test(text);

/** The words that ask, and what they stand beside; null where a text does not ask for a ticket or tells no more. */
const requestIn = (text: string): Request | null => {
  if (text.length > longestRequest || isAdvice(text)) return null;
  const [, request = '', reason = ''] = reasoned.exec(text.trim()) ?? [];
  if (asksForTicket(request)) return { request, told: reason };
  const edge = edgesOf(text).find(({ clause, rest }) => rest !== '' && asksForTicket(clause));
  return edge && plainly(edge.rest) !== '' ? { request: edge.clause, told: edge.rest } : null;
};

/** What is said of a method, and tells the helpdesk nothing. */
const isReaction = (text: string): boolean => stepWord(text) !== null || command(text) !== null || helpedNot(text);

/** Opens the form as the request alone does, with what was told beside it. */
export const ticketRequests =
  (find: Dialogs['step']): Anywhere =>
  (event, context, saved) => {
    if (event.kind !== 'said' || saved.dialog !== 'find-fix' || context.board.desks.length === 0) return null;
    const asked = requestIn(event.text);
    const outcome = asked && find(saved)?.(saved.state, { ...event, text: asked.request }, context);
    if (!asked || !outcome) return null;
    return isReaction(asked.told) ? outcome : escalate.telling(outcome, asked.told, context);
  };
