/** A message that asks for a ticket and tells more beside it: "raise a ticket, Sarah cannot log in since 8 am". */
import type { Anywhere, Context, Dialogs } from '../src/model/dialog.ts';
import { command, helpedNot, stepWord } from './commands.ts';
import { plainly } from './courtesy.ts';
import * as escalate from './escalate.ts';
import { personIn } from './person.ts';
import { edgesOf } from './phrases.ts';

type Request = { readonly request: string; readonly told: string; readonly person?: string };

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

/** What asks for a ticket, with the person it is for. */
type Asked = { readonly request: string; readonly person?: string };

const askedIn = (clause: string, { catalog }: Context): Asked | null => {
  const { request = '', person, name = null } = personIn(clause) ?? {};
  const isPerson = name === null || catalog.find(name).known.words.length === 0;
  if (person !== undefined && isPerson && (bare.test(plainly(request)) || asksForTicket(request)))
    return { request: 'ticket', person };
  return asksForTicket(clause) ? { request: clause } : null;
};

/** "A ticket", which asks for one where it is for somebody. */
const bare =
  /^(?:(?:an?|one|new|support|ein|neues|une?|nouveau|nuevo) )*(?:tickets?|case|incident|caso|incidencia|チケット)$/;

/** The words that ask, and what they stand beside; null where a text does not ask for a ticket or tells no more. */
const requestIn = (text: string, context: Context): Request | null => {
  if (text.length > longestRequest || isAdvice(text)) return null;
  const alone = askedIn(text.trim().replace(/[.!。]+$/u, ''), context);
  if (alone?.person !== undefined) return { ...alone, told: '' };
  const [, request = '', reason = ''] = reasoned.exec(text.trim()) ?? [];
  const because = askedIn(request, context);
  if (because) return { ...because, told: reason };
  const edges = edgesOf(text).flatMap(({ clause, rest }) => {
    const asked = rest === '' ? null : askedIn(clause, context);
    return asked ? [{ ...asked, told: rest }] : [];
  });
  const [edge] = edges;
  return edge && (edge.person !== undefined || plainly(edge.told) !== '') ? edge : null;
};

/** What is said of a method, and tells the helpdesk nothing. */
const isReaction = (text: string): boolean => stepWord(text) !== null || command(text) !== null || helpedNot(text);

/** Opens the form as the request alone does, with what was told beside it. */
export const ticketRequests =
  (find: Dialogs['step']): Anywhere =>
  (event, context, saved) => {
    if (event.kind !== 'said' || saved.dialog !== 'find-fix') return null;
    const asked = requestIn(event.text, context);
    if (!asked || (context.board.desks.length === 0 && asked.told !== '')) return null;
    const outcome = find(saved)?.(saved.state, { ...event, text: asked.request }, context);
    if (!outcome) return null;
    const { told, person } = asked;
    return escalate.telling(outcome, { told: isReaction(told) ? '' : told, person }, context);
  };
