/** All dialogs, as the engine takes them. */
import type { Catalog, SecretKind } from '../src/model/catalog.ts';
import type { Anywhere, Context, Dialogs, Outcome, Step } from '../src/model/dialog.ts';
import { languageOf } from '../src/model/language.ts';
import type { Event } from '../src/model/message.ts';
import type { Reply } from '../src/model/reply.ts';
import { aboutMyself } from './about-me.ts';
import { sentence, withWarning } from './cards.ts';
import { settingUp } from './desk.ts';
import { escalate, withoutDesk } from './escalate.ts';
import { findFix, start } from './find-fix.ts';
import { inLanguage, language, speaking } from './language.ts';
import { chosenIn, languageChoice } from './language-choice.ts';
import { aboutNotices, withKnownIssue } from './notices.ts';
import { forget } from './once.ts';
import { type Interrupting, passing } from './passed.ts';
import { pictures } from './pictures.ts';
import { ticketRequests } from './request.ts';
import { aboutTickets, ticket } from './ticket.ts';
import { tongueOf } from './tongue.ts';
import { follow, words } from './words/index.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** Forms: what is not about them goes to the conversation that they interrupted. */
const interrupting: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { escalate, ticket };

const step: Dialogs['step'] = ({ dialog, step: name }) => {
  const form = interrupting[dialog]?.[name] as Step<Interrupting> | undefined;
  return form ? (passing(form, step) as Step<object>) : (all[dialog]?.[name] as Step<object> | undefined);
};

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [
  languageChoice(step),
  pictures((event, context, saved) => {
    const answered = dialogs.anywhere(event, context, saved) ?? dialogs.step(saved)?.(saved.state, event, context);
    return answered ?? { replies: [] };
  }),
  aboutNotices,
  settingUp,
  aboutTickets,
  aboutMyself,
  ticketRequests(step),
];

/** Speaks the person's language. Secrets are masked before anything else sees the text, and whatever is answered begins with a warning. */
const guarded = <Answer extends Outcome | null>(
  event: Event,
  { catalog, person, place, board, first: isFirst }: Context,
  answer: (masked: Event) => Answer,
): Answer =>
  speaking(languageOf(person.locale), () => {
    const { masked, kinds } = maskedEvent(event, catalog);
    const outcome = answer(masked);
    const [first, ...others] = outcome?.replies ?? [];
    if (!first) return outcome;
    const replies = kinds.length > 0 ? [withWarning(first, kinds, place.channel), ...others] : [first, ...others];
    const told = board.desks.length > 0 ? replies : replies.map(withoutDesk);
    return { ...outcome, replies: [...told.map(inLanguage), ...(isFirst ? spokenToo(event) : [])] };
  });

/** Whoever begins in another language than the bot's is told that it speaks theirs. */
const spokenToo = (event: Event): readonly Reply[] => {
  const theirs = event.kind === 'said' && !event.overheard ? tongueOf(event.text) : undefined;
  if (theirs === undefined || theirs === language() || theirs === 'en') return [];
  return [speaking(theirs, () => inLanguage(sentence(follow().speaksToo)))];
};

const maskedEvent = (event: Event, catalog: Catalog): { masked: Event; kinds: readonly SecretKind[] } => {
  if (event.kind === 'said') {
    const { text, kinds } = catalog.mask(event.text);
    return { masked: kinds.length > 0 ? { ...event, text } : event, kinds };
  }
  if (event.kind !== 'filled') return { masked: event, kinds: [] };
  const fields = Object.entries(event.values).map(([id, value]) => [id, catalog.mask(value)] as const);
  const kinds = [...new Set(fields.flatMap(([, field]) => field.kinds))];
  return {
    masked: { ...event, values: Object.fromEntries(fields.map(([id, { text }]) => [id, text])) },
    kinds,
  };
};

export const dialogs: Dialogs = {
  start,
  step: (saved) => {
    const found = step(saved);
    return (
      found &&
      ((state, event, context) =>
        guarded(event, context, (masked) => withKnownIssue(found(state, masked, context), masked, context, saved)))
    );
  },
  anywhere: (event, context, saved) => {
    forget();
    return guarded(event, context, (masked) => {
      for (const answers of anywhere) {
        const outcome = answers(masked, context, saved);
        if (outcome) return outcome;
      }
      return null;
    });
  },
  chosen: chosenIn,
  apology: (reference, locale) => speaking(languageOf(locale), () => inLanguage(sentence(words().apology(reference)))),
};
