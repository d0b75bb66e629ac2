/** The Slack channel, on Bolt: over HTTP, over Socket Mode, or both. */
import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import { z } from 'zod';
import { ConfigError, InputError } from '../../model/errors.ts';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Channel, Log } from '../../model/ports.ts';
import { type Home, homes } from './home.ts';
import { type Dispatch, routeOf } from './http.ts';
import { identity } from './identity.ts';
import { naming } from './names.ts';
import { pictureFetcher } from './pictures.ts';
import { poster } from './post.ts';
import { pressIn, type Triggered } from './press.ts';
import { type Envelope, homeIn, messageIn, welcomeIn } from './receive.ts';
import { clientOptions, load, loggerTo } from './sdk.ts';
import { commandIn, explainIn, helpdeskIn } from './shortcut.ts';
import { socketOf } from './socket.ts';
import { stages } from './stage.ts';
import { turnsWith } from './turns.ts';
import { callback } from './view.ts';
import { windowsWith } from './windows.ts';

/** `signingSecret` is for HTTP, `appToken` for Socket Mode; `apiUrl` is where another Slack answers, in tests. */
export type SlackSettings = {
  readonly botToken: string;
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  readonly apiUrl?: string | undefined;
};

/** Serves /slack/events when there is a signing secret, and connects to Slack when there is an app token. */
export const slack = async (settings: SlackSettings, answer: Answer, log: Log, home?: Home): Promise<Channel> => {
  const { botToken, signingSecret, appToken, apiUrl } = settings;
  if (!signingSecret && !appToken)
    throw new ConfigError([
      'Slack has no way in. Give SLACK_SIGNING_SECRET for HTTP or SLACK_APP_TOKEN for Socket Mode.',
    ]);
  const bolt = await load();
  const logger = loggerTo(log, bolt.LogLevel);
  const options = clientOptions(apiUrl, logger);
  const client = new bolt.webApi.WebClient(botToken, options);
  const posts = poster(client, bolt.webApi, log);
  const named = naming(client, bolt.webApi, log);
  const turns = turnsWith(
    async (incoming, deliver) => answer({ ...incoming, person: await named(incoming.person) }, deliver),
    log,
  );
  const windows = windowsWith({ posts, turns, stageOf: stages(client, bolt.webApi, log) });
  const showHome = homes(client, bolt.webApi, home, named, log);
  const me = identity(client, bolt.webApi, log);

  const app = new bolt.App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => {
      const bot = me.bot();
      return { botToken, ...(bot ? { botUserId: bot } : {}) };
    },
    ignoreSelf: false,
    convoStore: false,
    clientOptions: options,
    logger,
  });
  const heard = async (incoming: Incoming | undefined): Promise<void> => {
    if (incoming) await turns.take(incoming, (reply) => posts.reply(incoming.place, reply));
  };
  app.message(({ event, body, context }) => heard(messageIn(event, envelope(context, body))));
  app.event('app_mention', ({ event, body, context }) => heard(messageIn(event, envelope(context, body))));
  app.event('app_home_opened', async ({ event, body, context }) => {
    const opened = homeIn(event, envelope(context, body));
    if (opened) turns.track(showHome(opened));
    else await heard(welcomeIn(event, envelope(context, body)));
  });
  const triggered = async (asked: Triggered | undefined): Promise<void> => {
    if (asked) await windows.triggered(asked);
  };
  app.command(/./, ({ body, context }) => triggered(commandIn(body, envelope(context))));
  app.shortcut({ callback_id: 'explain', type: 'message_action' }, ({ body, context }) =>
    triggered(explainIn(body, envelope(context))),
  );
  app.shortcut({ callback_id: 'helpdesk', type: 'shortcut' }, async ({ body, context }) =>
    triggered(await helpdeskIn(body, envelope(context), me.messagesOf)),
  );
  app.action<BlockAction<ButtonAction>>(/^/, async ({ body, context }) => {
    const press = pressIn(body, envelope(context));
    if (press) await windows.pressed(press, body);
  });
  app.view({ callback_id: callback, type: 'view_submission' }, async ({ body, ack }) => {
    await ack(await windows.submitted(body));
  });

  /** The receivers acknowledge when this returns, with what bolt was given to acknowledge with. */
  const dispatch: Dispatch = async (payload) => {
    const { data: body } = known.safeParse(payload);
    if (!body) throw new InputError('The request holds nothing that Signpost takes from Slack.');
    if (body.type === 'app_rate_limited') {
      log.warn({}, 'Slack holds events back: there are more than 30,000 an hour');
      return undefined;
    }
    let said: unknown;
    try {
      await app.processEvent({
        body,
        ack: async (response) => {
          said = response;
        },
      });
    } catch (error) {
      log.warn({ why: String(error) }, 'bolt could not read a payload');
      throw new InputError('The request lacks something that Slack always sends.');
    }
    return said;
  };

  const socket = appToken ? socketOf(bolt, { appToken, options, logger }, dispatch, log) : undefined;
  return {
    name: 'slack',
    routes: signingSecret ? [routeOf(bolt, signingSecret, dispatch, log)] : [],
    async start() {
      await me.identify();
      await socket?.open();
    },
    async stop() {
      turns.track(socket?.close() ?? Promise.resolve());
      await turns.settle();
    },
    post: posts.post,
    edit: posts.edit,
    fetch: pictureFetcher(client, bolt.webApi, settings),
  };
};

/** What Slack sends to the one route and through the socket. */
const known = z.union([
  z.looseObject({ type: z.literal('app_rate_limited') }),
  z.looseObject({ type: z.literal('event_callback'), event: z.looseObject({ type: z.string() }) }),
  z.looseObject({
    type: z.literal('block_actions'),
    actions: z.array(z.looseObject({ action_id: z.string() })).min(1),
  }),
  z.looseObject({ type: z.enum(['shortcut', 'message_action']), callback_id: z.string() }),
  z.looseObject({ type: z.literal('view_submission'), view: z.looseObject({ callback_id: z.string() }) }),
  z.looseObject({ type: z.undefined().optional(), command: z.string() }),
]);

type EventBody = { readonly authorizations?: readonly { readonly user_id: string }[] };

const envelope = ({ teamId, enterpriseId, botUserId }: Context, body?: EventBody): Envelope => ({
  team: teamId ?? enterpriseId ?? '',
  bot: botUserId ?? body?.authorizations?.[0]?.user_id,
});
