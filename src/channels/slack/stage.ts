/** Windows: opening the form that answers a press while its trigger lasts, which is three seconds. */
import type { types } from '@slack/bolt';
import { channelWords } from '../../model/channel-words.ts';
import type { Log } from '../../model/ports.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import { lineView } from './view.ts';
import type { ClientOf, Where } from './workspace.ts';

/** How long after a press a form may still come before a window holds its place, in milliseconds. */
const soon = 1_500;

/** The window cannot be had any more: its trigger was used or ran out, or its person has closed it. */
const lost: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'not_found',
  'view_not_found',
  'hash_conflict',
]);

/** Whether a view is there to be seen, came too late, or is one that Slack does not take. */
export type Shown = 'shown' | 'late' | 'refused';

type Stage = {
  /** Opens a window that says "Loading" unless the answer comes soon after `since`, by the clock of `performance.now`. */
  readonly hold: (since?: number) => void;
  /** Shows a view, in the window that is open or in a new one. Throws `ChannelError` when that may succeed later. */
  readonly show: (view: types.ModalView) => Promise<Shown>;
  /** Lets a window that is open end with a line of text; does nothing without one. */
  readonly end: (line: string) => Promise<void>;
};

type Opening = {
  readonly trigger?: string | undefined;
  readonly modal?: string | undefined;
  readonly to: Where;
  /** The locale of whoever looks, as far as it is known by then. */
  readonly locale: () => string | undefined;
};

/** `trigger` opens a window; `modal` is the window that is open already. */
export const stages =
  (clientOf: ClientOf, api: Bolt['webApi'], log: Log) =>
  ({ trigger, modal, to, locale }: Opening): Stage => {
    let window: Promise<string | undefined> = Promise.resolve(modal);
    let timer: NodeJS.Timeout | undefined;

    const put = async (view: types.ModalView): Promise<{ readonly shown: Shown; readonly id?: string | undefined }> => {
      const open = await window;
      if (open === undefined && trigger === undefined) return { shown: 'late' };
      try {
        const { views } = await clientOf(to);
        const { view: seen } = open
          ? await views.update({ view_id: open, view })
          : await views.open({ trigger_id: trigger!, view });
        return { shown: 'shown', id: seen?.id };
      } catch (error) {
        const code = codeOf(error, api) ?? '';
        const refused = refusal(error, 'open a form', api);
        if (refused.retry) throw refused;
        log[lost.has(code) ? 'info' : 'error']({ code, why: refused.message }, 'a form could not be shown in a window');
        return { shown: lost.has(code) ? 'late' : 'refused' };
      }
    };

    /** For what is no more than a courtesy. */
    const line = async (text: string): Promise<string | undefined> => {
      try {
        return (await put(lineView(text, locale()))).id;
      } catch (error) {
        log.warn({ why: String(error) }, 'a window could not be shown');
        return undefined;
      }
    };

    return {
      hold(since = performance.now()) {
        const left = soon - (performance.now() - since);
        timer = setTimeout(() => {
          window = line(channelWords(locale()).loading);
        }, left);
      },
      async show(view) {
        clearTimeout(timer);
        return (await put(view)).shown;
      },
      async end(text) {
        clearTimeout(timer);
        if ((await window) !== undefined) await line(text);
      },
    };
  };
