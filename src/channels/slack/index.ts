/** The Slack channel, on Bolt: over HTTP, over Socket Mode, or both. */
import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import { z } from 'zod';
import { ConfigError, InputError } from '../../model/errors.ts';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Channel, Log } from '../../model/ports.ts';
import { type Dispatch, routeOf } from './http.ts';
import { poster } from './post.ts';
import { commandIn, type Envelope, messageIn, pressIn, welcomeIn } from './receive.ts';
import { refusal } from './refusal.ts';
import { clientOptions, load, loggerTo } from './sdk.ts';
import { socketOf } from './socket.ts';
import { turnsWith } from './turns.ts';

/** `signingSecret` is for HTTP, `appToken` for Socket Mode; `apiUrl` is where another Slack answers, in tests. */
export type SlackSettings = {
  readonly botToken: string;
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  readonly apiUrl?: string | undefined;
};

/** How long to wait before asking Slack again who the bot is, in milliseconds. */
const askAgain = 30_000;

/** Serves /slack/events when there is a signing secret, and connects to Slack when there is an app token. */
export const slack = async (settings: SlackSettings, answer: Answer, log: Log): Promise<Channel> => {
  const { botToken, signingSecret, appToken, apiUrl } = settings;
  if (!signingSecret && !appToken)
    throw new ConfigError([
      'Slack has no way in. Give SLACK_SIGNING_SECRET for HTTP or SLACK_APP_TOKEN for Socket Mode.',
    ]);
  const bolt = await load();
  const logger = loggerTo(log, bolt.LogLevel);
  const options = clientOptions(apiUrl, logger);
  const client = new bolt.webApi.WebClient(botToken, options);
  const { post, mark } = poster(client, bolt.webApi, log);
  const { take, track, settle } = turnsWith(answer, post, log);
  let bot: string | undefined;

  const app = new bolt.App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken, ...(bot ? { botUserId: bot } : {}) }),
    ignoreSelf: false,
    convoStore: false,
    clientOptions: options,
    logger,
  });
  const heard = async (incoming: Incoming | undefined): Promise<void> => incoming && take(incoming);
  app.message(({ event, body, context }) => heard(messageIn(event, envelope(context, body))));
  app.event('app_mention', ({ event, body, context }) => heard(messageIn(event, envelope(context, body))));
  app.event('app_home_opened', ({ event, body, context }) => heard(welcomeIn(event, envelope(context, body))));
  app.command(/./, ({ body, context }) => heard(commandIn(body, envelope(context))));
  app.action<BlockAction<ButtonAction>>(/^/, async ({ body, context }) => {
    const press = pressIn(body, envelope(context));
    if (!press) return;
    await take(press);
    track(mark(body));
  });

  /** The receivers acknowledge when this returns, so bolt has nothing to acknowledge itself. */
  const dispatch: Dispatch = async (payload) => {
    const { data: body } = known.safeParse(payload);
    if (!body) throw new InputError('The request holds nothing that Signpost takes from Slack.');
    if (body.type === 'app_rate_limited')
      return log.warn({}, 'Slack holds events back: there are more than 30,000 an hour');
    try {
      await app.processEvent({ body, ack: async () => {} });
    } catch (error) {
      log.warn({ why: String(error) }, 'bolt could not read a payload');
      throw new InputError('The request lacks something that Slack always sends.');
    }
  };

  const identify = async (): Promise<void> => {
    try {
      const { user_id: user, team_id: team } = await client.auth.test();
      bot = user;
      log.info({ team, bot }, 'Slack knows the bot');
    } catch (error) {
      const failed = refusal(error, 'identify the bot', bolt.webApi);
      if (!failed.retry) throw failed;
      log.warn({ why: failed.message }, 'Slack could not be asked who the bot is');
      const later = (): void =>
        void identify().catch((refused: unknown) => log.error({ err: refused }, 'Slack refuses the bot'));
      setTimeout(later, askAgain).unref();
    }
  };

  const socket = appToken ? socketOf(bolt, { appToken, options, logger }, dispatch, log) : undefined;
  return {
    name: 'slack',
    routes: signingSecret ? [routeOf(bolt, signingSecret, dispatch, log)] : [],
    async start() {
      await identify();
      await socket?.open();
    },
    async stop() {
      track(socket?.close() ?? Promise.resolve());
      await settle();
    },
    post: async (place, reply) => {
      await post(place, reply);
      return undefined;
    },
    edit: async () => {},
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
  z.looseObject({ type: z.undefined().optional(), command: z.string() }),
]);

type EventBody = { readonly event_id: string; readonly authorizations?: readonly { readonly user_id: string }[] };

const envelope = ({ teamId, enterpriseId, botUserId }: Context, body?: EventBody): Envelope => ({
  team: teamId ?? enterpriseId ?? '',
  bot: botUserId ?? body?.authorizations?.[0]?.user_id,
  id: body?.event_id,
});
