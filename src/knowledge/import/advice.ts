/** Tells sentences that say what to do from those that say why or what. */
import { sentences, type Spans, words } from './spans.ts';

const verbs =
  'add|allow|ask|assign|browse|change|check|clear|click|close|configure|connect|consider|contact|copy|correct|create|delete|disable|download|enable|enroll|ensure|enter|exit|expand|find|fix|follow|force|generate|get|give|go|have|install|join|locate|log|make sure|navigate|note|obtain|open|perform|press|provide|re-?create|re-?enter|re-?install|rejoin|re-?register|reboot|reduce|refer|register|remove|renew|repair|replace|request|reset|restart|retry|review|revert|right-click|rerun|run|save|see|select|send|set|sign|start|submit|switch|troubleshoot|try|turn|type|unjoin|uninstall|unregister|update|upgrade|upload|use|verify|view|visit|wait|work with';

const lead = String.raw`(?:(?:please|first|then|next|also|instead|otherwise|additionally|alternatively|simply|finally|again)[,\s]+)*`;
const order = new RegExp(`^${lead}(?:${verbs})(?![\\w-]|\\s+(?:isn|is|was|are)\\b)`, 'i');
const purpose =
  /^to (?:resolve|fix|solve|mitigate|avoid|prevent|address|correct|repair|work around|unblock|determine|do (?:this|so)|satisfy|access|enable|remove|add)\b/i;
const means = /^to (?!be\b)\w+\b.*\b(?:review|check|use|see|go to|run|follow|contact|open|select|verify)\b/i;
const condition = /^(?:if|when|for|on|in|at|under|after|before|as)\b[^.]*?[,:]\s*/i;
const duty =
  /\b(?:you|users?|admins?|administrators?|developers?|owners?) (?:should|must|can|have to|need to|will have to|likely want to) (?:also )?(?:first )?\w+|\b(?:we recommend|make sure|be sure|please) /i;

/** True when the sentence is an order, such as "Restart the service." */
export const isOrder = (sentence: string): boolean => order.test(sentence.trim());

/** True when the sentence tells somebody to do something. */
export const isAdvice = (sentence: string): boolean => {
  const text = sentence.trim();
  if (
    order.test(text) ||
    purpose.test(text) ||
    means.test(text) ||
    /^if the (?:issue|problem|error) persists/i.test(text)
  )
    return true;
  const rest = text.replace(condition, '');
  return rest !== text ? order.test(rest) || duty.test(rest) : duty.test(text);
};

/** True when one of the sentences does. */
export const hasAdvice = (text: Spans): boolean => sentences(text).some((sentence) => isAdvice(words(sentence)));

/** True when the sentence names a reason. */
export const isReason = (sentence: string): boolean =>
  /\b(?:because|due to|caused by|reasons?|result of|happens? (?:when|if|because)|occurs? (?:when|if|because)|(?:can|could|may|might) (?:also )?(?:happen|occur|be (?:caused|because|due))|(?:failed|fails) since|could be a problem with)\b/i.test(
    sentence,
  );

/** True when nothing has to be done. */
export const isHarmless = (text: string): boolean =>
  /\b(?:safely ignore|no action (?:is )?(?:required|needed)|not an error condition|expected part of)\b/i.test(text);

/** A paragraph that opens with the reason of the problem. */
export const opensWithReason = (text: string): boolean =>
  /^(?:this|these|the) (?:issue|problem|error|behaviou?r|failure|situation)s?\b.{0,40}?\b(?:occurs?|happens?|is (?:caused|occurring)|can result|results?)\b(?! when (?:you|users?|a user) (?:try|tries))/i.test(
    text,
  );

/** A paragraph that opens with the way out. */
export const opensWithFix = (text: string): boolean =>
  /^to (?:fix|resolve|work around|solve|correct|repair) (?:this|the|these) (?:issue|problem|error|behaviou?r|failure)s?\b/i.test(
    text,
  );

/** Words that only lead over to the steps below them. */
export const isLeadIn = (text: string): boolean =>
  /^to (?:resolve|fix) this (?:issue|problem|error)\s*[:,]?$/i.test(text) ||
  /^(?:to (?:do|resolve|fix|troubleshoot|solve|work around) (?:this|so|it|these)(?: (?:issue|problem|error|problems|issues|behavior))?,? )?(?:please )?(?:follow|use|try|do|perform|take) (?:these|the following|the|one of the following|any of the following|one of these|one or more of the following)(?: \w+)? ?(?:steps|methods|options|solutions|actions|resources|things)?(?: (?:below|to resolve (?:your|the|this) issue))?(?:,? (?:as|that(?:'s|’s| is)) appropriate for (?:your|the) situation)?\s*[:.]?$/i.test(
    text,
  );
