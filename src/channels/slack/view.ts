/** A reply -> a form in a window of its own, or the bot's home. */
import type { types } from '@slack/bolt';
import { channelWords } from '../../model/channel-words.ts';
import type { Action, Reply } from '../../model/reply.ts';
import { type Memo, written } from './memo.ts';
import type { Address } from './place.ts';
import { bodyIn, header, rowsOf } from './render.ts';
import { plainText } from './words.ts';

/** By this, what Slack sends back is known to be of a form of ours. */
export const callback = 'signpost:form';

const most = 100;
/** A view may be far longer than a message; nothing that a person reads in a window is. */
const longest = 50_000;
const short = 24;

type Submit = Extract<Action, { kind: 'submit' }>;

/**
 * The window of a form. Its first submit button is the window's own; to leave without it, the window is closed.
 * Undefined when the form has more to remember than Slack keeps.
 */
export const formView = (reply: Reply, memo: Pick<Memo, 'to' | 'message'>): types.ModalView | undefined => {
  const { actions = [], blocks = [], turn, title = 'Signpost', language } = reply;
  const submit = actions.find((action): action is Submit => action.kind === 'submit');
  const others = rowsOf(
    actions.filter(({ kind }) => kind !== 'submit'),
    turn,
  );
  const metadata = written({ ...memo, choice: submit?.choice, about: submit?.about, turn });
  if (metadata === undefined) return undefined;
  const body = bodyIn(reply, longest, most - 1 - others.length);
  const heading = title.length > short || body.length === 0 ? [header(title)] : [];
  const fillable = submit !== undefined || blocks.some(({ kind }) => kind === 'field');
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: metadata,
    title: plainText(title, short),
    close: plainText(channelWords(language).close, short),
    ...(fillable ? { submit: plainText(submit?.label ?? channelWords(language).send, short) } : {}),
    blocks: [...heading, ...body, ...others],
  };
};

/** A window with a line of text, to wait with or to end with. */
export const lineView = (text: string, language?: string): types.ModalView => ({
  type: 'modal',
  callback_id: callback,
  title: plainText('Signpost', short),
  close: plainText(channelWords(language).close, short),
  blocks: bodyIn({ text }, longest, most),
});

/** The bot's home; what is pressed there is answered in the messages of its person. */
export const homeView = (reply: Reply, to: Address): types.HomeView => {
  const heading = reply.title ? [header(reply.title)] : [];
  const rows = rowsOf(reply.actions, reply.turn);
  const metadata = written({ to });
  return {
    type: 'home',
    ...(metadata === undefined ? {} : { private_metadata: metadata }),
    blocks: [...heading, ...bodyIn(reply, longest, most - heading.length - rows.length), ...rows],
  };
};
