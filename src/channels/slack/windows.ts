/** Presses, shortcuts and forms: each is answered by a form in a window, or by a message where it was pressed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BlockAction, ButtonAction, types } from '@slack/bolt';
import { channelWords } from '../../model/channel-words.ts';
import type { Event, Incoming, Person } from '../../model/message.ts';
import { fieldsOf, type Reply } from '../../model/reply.ts';
import { type Address, direct } from './place.ts';
import type { poster } from './post.ts';
import { type Press, type Submission, submissionIn, type Triggered } from './press.ts';
import type { stages } from './stage.ts';
import type { Show, Taken, turnsWith } from './turns.ts';
import { formView, lineView } from './view.ts';
import { cut } from './words.ts';

/** How long a form that was sent in may wait for its answer, in milliseconds; Slack gives up after three seconds. */
const soon = 2_000;

/** How many forms that were shown again are remembered. */
const most = 1_000;

/** What acknowledges a form; Slack closes its window, or shows in it what comes instead. */
export type Outcome =
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'update'; readonly view: types.ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

type Parts = {
  readonly posts: ReturnType<typeof poster>;
  readonly turns: ReturnType<typeof turnsWith>;
  readonly localeOf: (person: Person) => string | undefined;
  readonly stageOf: ReturnType<typeof stages>;
};

export const windowsWith = ({ posts: { reply, mark }, turns: { take, track }, localeOf, stageOf }: Parts) => {
  const wordsFor = ({ person }: Incoming) => channelWords(localeOf(person));

  /** What a hidden press, command or form leads to later comes elsewhere, so one that is not answered at once says where. */
  const sayWhere = ({ reply: first, repeated }: Taken, incoming: Incoming, { respond }: Address): void => {
    if (first === undefined && !repeated && respond !== undefined)
      track(reply(incoming.place, { text: wordsFor(incoming).inMessages }));
  };

  /** Resolves with the first reply, when the turn is committed. */
  const triggered = async (what: Triggered): Promise<Reply | undefined> => {
    const { incoming, to, trigger, modal, message, dialog, since } = what;
    const stage = stageOf({ trigger, modal, to, locale: () => localeOf(incoming.person) });
    if (dialog) stage.hold(since);
    const show: Show = async (said, which) => {
      if (said.dialog) {
        const view = formView(said, { to, ...(message === undefined ? {} : { message }) });
        const shown = view ? await stage.show(view) : 'refused';
        if (shown === 'shown') return;
        return reply(incoming.place, shown === 'late' ? opener(said, incoming.event) : said);
      }
      if (which === 'apology') await stage.end(said.text);
      else if (which === 'first') await stage.end(channelWords(said.language).inChat);
      return reply(incoming.place, said, which === 'first' ? message : undefined);
    };
    const taken = await take(incoming, show);
    if (unseen(taken)) track(stage.end(wordsFor(incoming).inChat));
    sayWhere(taken, incoming, to);
    return taken.reply;
  };

  /** A press on a button; the choices are taken off a message of ours, unless it stays in use: what gets no answer of its own is edited. */
  const pressed = async (button: Press, body: BlockAction<ButtonAction>): Promise<void> => {
    const first = await triggered(button);
    const stays = !first || first.dialog || first.replaces || (first.to === 'asker' && !direct(button.to.channel));
    if (button.ours && !stays) track(mark(body, button.to, first.language));
  };

  /** By view: the turn in which it was shown again with what was wrong; the view itself cannot learn it. */
  const shownAgain = new Map<string, number>();

  /** A form that was sent in; what comes back acknowledges it. */
  const submitted = async (body: unknown): Promise<Outcome> => {
    const sent = submissionIn(body, (view) => shownAgain.get(view));
    if (!sent) return { response_action: 'update', view: lineView(channelWords().outdated) };
    const { incoming, view: modal, memo } = sent;
    const stage = stageOf({ modal, to: memo.to, locale: () => localeOf(incoming.person) });
    let late = false;
    const show: Show = async (said, which) => {
      if (which === 'apology') return late ? stage.end(said.text) : undefined;
      const form = which === 'first' && said.dialog ? formView(said, memo) : undefined;
      if (form && !late) return;
      if (form && (await stage.show(form)) === 'shown') return;
      if (late && which === 'first') await stage.end(channelWords(said.language).inChat);
      return reply(incoming.place, said, which === 'first' ? memo.message : undefined);
    };
    const taking = take(incoming, show);
    const taken = await Promise.race([taking, sleep(soon, undefined, { ref: false })]);
    if (!taken) {
      late = true;
      track(taking.then((at) => (unseen(at) ? stage.end(wordsFor(incoming).inChat) : undefined)));
      return { response_action: 'update', view: lineView(wordsFor(incoming).loading, localeOf(incoming.person)) };
    }
    const { reply: first, failed } = taken;
    if (failed) return sorry(sent, first);
    sayWhere(taken, incoming, memo.to);
    shownAgain.delete(modal);
    const outcome = outcomeOf(sent, first);
    if (outcome.response_action === 'errors' && first?.turn !== undefined) {
      shownAgain.set(modal, first.turn);
      if (shownAgain.size > most) shownAgain.delete([...shownAgain.keys()][0]!);
    }
    return outcome;
  };

  return { triggered, pressed, submitted };
};

/** Whether nothing of a turn is shown that could end a window. */
const unseen = ({ reply, repeated }: Taken): boolean => reply === undefined || repeated === true;

/** The form again with what is wrong where it is wrong, another form, or the end. */
const outcomeOf = ({ memo, blocks }: Submission, first: Reply | undefined): Outcome => {
  const form = first?.dialog ? formView(first, memo) : undefined;
  if (!first || !form) return { response_action: 'clear' };
  const wrong = fieldsOf(first).filter(({ error }) => error !== undefined);
  if (wrong.length === 0 || !wrong.every(({ id }) => blocks.has(id))) return { response_action: 'update', view: form };
  return {
    response_action: 'errors',
    errors: Object.fromEntries(wrong.map(({ id, error = '' }) => [blocks.get(id)!, cut(error, 300) || ' '])),
  };
};

/** A failure is told in the form, so that what was typed stays. */
const sorry = ({ blocks }: Submission, apology: Reply | undefined): Outcome => {
  const text = apology?.text ?? '';
  const [block] = blocks.values();
  if (block === undefined) return { response_action: 'update', view: lineView(text) };
  return { response_action: 'errors', errors: { [block]: text } };
};

/** A form that came too late for its window waits behind a button; one that no button asked for stands in the message. */
const opener = (form: Reply, event: Event): Reply => {
  if (event.kind !== 'chose') return form;
  const { choice, about } = event;
  const { turn, to, language } = form;
  const words = channelWords(language);
  return {
    text: words.formReady(form.title ?? words.form),
    actions: [
      {
        kind: 'choose',
        label: words.openForm,
        choice,
        ...(about === undefined ? {} : { about }),
        primary: true,
        dialog: true,
      },
    ],
    ...(turn === undefined ? {} : { turn }),
    ...(to === undefined ? {} : { to }),
    ...(language === undefined ? {} : { language }),
  };
};
