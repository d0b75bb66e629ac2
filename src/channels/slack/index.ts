/** The Slack channel, on Bolt: over HTTP, over Socket Mode, or both. */
import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import { z } from 'zod';
import { ChannelError, ConfigError, InputError } from '../../model/errors.ts';
import type { Incoming } from '../../model/message.ts';
import type { InstallationStore } from '../../model/installation-store.ts';
import type { Answer, Channel, Log } from '../../model/ports.ts';
import { agentWith } from './agent.ts';
import { clientsOf } from './client.ts';
import { type Home, homes } from './home.ts';
import { type Dispatch, routeOf } from './http.ts';
import { installedWorkspaces } from './installed.ts';
import { messagesWith } from './messages.ts';
import { naming } from './names.ts';
import { oneWorkspace } from './one-workspace.ts';
import { pictureFetcher } from './pictures.ts';
import { addressOf, direct } from './place.ts';
import { poster } from './post.ts';
import { pressIn, type Triggered } from './press.ts';
import { type Envelope, homeIn, messageIn, welcomeIn } from './receive.ts';
import { clientOptions, load, loggerTo } from './sdk.ts';
import type { InstallSettings } from './settings.ts';
import { commandIn, explainIn, helpdeskIn } from './shortcut.ts';
import { socketOf } from './socket.ts';
import { stages } from './stage.ts';
import { turnsWith } from './turns.ts';
import { callback } from './view.ts';
import { windowsWith } from './windows.ts';
import { whereIn, type Workspaces } from './workspace.ts';

/**
 * `botToken` is for one workspace, `install` for as many as install the app. `signingSecret` is for HTTP, `appToken` for
 * Socket Mode; `apiUrl` is where another Slack answers, and `patience` how long it may take to, in milliseconds, in tests.
 */
export type SlackSettings = {
  readonly botToken?: string | undefined;
  readonly install?: InstallSettings | undefined;
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  readonly apiUrl?: string | undefined;
  readonly patience?: number | undefined;
};

/**
 * Serves /slack/events when there is a signing secret, and connects to Slack when there is an app token. `store` keeps
 * the installations where workspaces install the app.
 */
export const slack = async (
  settings: SlackSettings,
  answer: Answer,
  log: Log,
  home?: Home,
  store?: InstallationStore,
): Promise<Channel> => {
  const { botToken, install, signingSecret, appToken, apiUrl, patience } = settings;
  if (!signingSecret && !appToken)
    throw new ConfigError([
      'Slack has no way in. Give SLACK_SIGNING_SECRET for HTTP or SLACK_APP_TOKEN for Socket Mode.',
    ]);
  if (!botToken && !(install && store))
    throw new ConfigError(['Slack has no token. Give SLACK_BOT_TOKEN, or SLACK_CLIENT_ID for several workspaces.']);
  const bolt = await load();
  const logger = loggerTo(log, bolt.LogLevel);
  const options = clientOptions(apiUrl, logger, patience);
  const newClient = clientsOf(bolt, options);
  const workspaces: Workspaces =
    install && store
      ? installedWorkspaces(bolt, install, { store, options, logger, newClient }, log)
      : oneWorkspace(newClient(botToken), bolt.webApi, log);
  const { client } = workspaces;
  const posts = poster(client, bolt.webApi, log);
  const { named, localeOf } = naming(client, bolt.webApi, log);
  const agent = agentWith(client, bolt.webApi, log);
  const messagesOf = messagesWith(client, bolt.webApi, log);
  const turns = turnsWith(
    async (incoming, deliver) =>
      answer({ ...incoming, person: await named(incoming.person, addressOf(incoming.place)) }, deliver),
    localeOf,
    log,
  );
  const windows = windowsWith({ posts, turns, localeOf, stageOf: stages(client, bolt.webApi, log) });
  const page = homes(client, bolt.webApi, home, named, log);

  const app = new bolt.App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: workspaces.authorize,
    ignoreSelf: false,
    convoStore: false,
    clientOptions: options,
    logger,
  });
  // What was not authorised is told apart in `dispatch`.
  app.error(async (error) => {
    throw error;
  });
  /** `ts` is of the message that waits for the answer. */
  const heard = async (incoming: Incoming | undefined, ts?: string): Promise<void> => {
    if (!incoming) return;
    const to = addressOf(incoming.place);
    const taken = turns.take(incoming, (reply) => posts.reply(incoming.place, reply));
    await (ts !== undefined && direct(to.channel)
      ? agent.during(to, ts, taken, () => localeOf(incoming.person))
      : taken);
  };
  const suggest = async ({ person, place }: Incoming): Promise<void> => {
    const to = addressOf(place);
    return agent.suggest(to, (await named(person, to)).locale);
  };
  app.message(({ event, body, context }) => heard(messageIn(event, envelope(context, body)), event.ts));
  app.event('app_mention', ({ event, body, context }) => heard(messageIn(event, envelope(context, body))));
  app.event('app_home_opened', async ({ event, body, context }) => {
    const opened = homeIn(event, envelope(context, body));
    if (opened) return turns.track(page.open(opened));
    const greeted = welcomeIn(event, envelope(context, body));
    if (greeted) turns.track(suggest(greeted));
    await heard(greeted);
  });
  app.event('app_uninstalled', ({ body, context }) => workspaces.left(whereIn(context), momentOf(body)));
  app.event('tokens_revoked', ({ event, body, context }) =>
    workspaces.left(whereIn(context), momentOf(body), event.tokens.bot ?? []),
  );
  const triggered = async (asked: Triggered | undefined): Promise<void> => {
    if (asked) await windows.triggered(asked);
  };
  app.command(/./, ({ body, context }) => triggered(commandIn(body, envelope(context))));
  app.shortcut({ callback_id: 'explain', type: 'message_action' }, ({ body, context }) =>
    triggered(explainIn(body, envelope(context))),
  );
  app.shortcut({ callback_id: 'helpdesk', type: 'shortcut' }, async ({ body, context }) =>
    triggered(await helpdeskIn(body, envelope(context), messagesOf)),
  );
  app.action<BlockAction<ButtonAction>>(/^/, async ({ body, context }) => {
    const press = pressIn(body, envelope(context));
    if (!press) return;
    await windows.pressed(press, body);
    if (press.home) turns.track(page.again({ ...press.to, user: body.user.id }));
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
      const refused = error instanceof bolt.AuthorizationError ? error.original : undefined;
      if (refused instanceof ChannelError) return ignored(refused);
      log.warn({ why: String(error) }, 'bolt could not read a payload');
      throw new InputError('The request lacks something that Slack always sends.');
    }
    return said;
  };

  /** What is of no workspace of ours is acknowledged and left alone; what cannot be looked up now comes again. */
  const ignored = (refused: ChannelError): undefined => {
    if (refused.retry) throw refused;
    log.info({ why: refused.message }, 'something of another Slack workspace was ignored');
    return undefined;
  };

  const socket = appToken ? socketOf(bolt, { appToken, options, logger }, dispatch, log) : undefined;
  return {
    name: 'slack',
    routes: [...(signingSecret ? [routeOf(bolt, signingSecret, dispatch, log)] : []), ...workspaces.routes],
    async start() {
      await workspaces.start();
      await socket?.open();
    },
    refused: () => workspaces.refused?.() ?? socket?.refused(),
    async stop() {
      turns.track(socket?.close() ?? Promise.resolve());
      await turns.settle();
    },
    async post(place, reply) {
      const posted = await posts.post(place, reply);
      turns.track(page.news(addressOf(place)));
      return posted;
    },
    edit: posts.edit,
    fetch: pictureFetcher(client, bolt.webApi, apiUrl),
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

const envelope = (context: Context, body?: EventBody): Envelope => ({
  ...whereIn(context),
  bot: context.botUserId ?? body?.authorizations?.[0]?.user_id,
});

/** When an event happened, in milliseconds, to the end of its second. */
const momentOf = ({ event_time: seconds }: { readonly event_time: number }): number =>
  Number.isFinite(seconds) ? seconds * 1000 + 999 : Date.now();
