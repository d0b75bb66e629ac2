/** The Teams channel, on the Bot Framework SDK. */
import type { IncomingMessage } from 'node:http';
import { ChannelError, ConfigError, InputError, messageOf } from '../../model/errors.ts';
import type { Answer, Channel, Log } from '../../model/ports.ts';
import type { Activity, TurnContext } from 'botbuilder';
import type { Place } from '../../model/message.ts';
import type { Action, Reply } from '../../model/reply.ts';
import { activityIn, arrivalOf } from './activity.ts';
import { besides } from './besides.ts';
import { optionsOf, patienceOf, signInOf, type TeamsSettings } from './cloud.ts';
import { contactsIn, noContacts } from './contacts.ts';
import { type Admission, guard } from './guard.ts';
import type { Hooks } from './hooks.ts';
import { readJson, sendJson, type Result } from './http.ts';
import { fetchPicture } from './pictures.ts';
import { beginsThread, placeOf, referenceOf, roomOf, threadBelow } from './place.ts';
import { channelError, edit, isShut, post } from './post.ts';
import { isRemoval, isUninstall, receive } from './receive.ts';
import { remember } from './shown.ts';
import { signInWith } from './sign-in.ts';
import { tenantGuard } from './tenants.ts';
import { ignore, turn } from './turn.ts';
import { authorizationOf, keepingClients, promptly } from './wire.ts';

export type { TeamsSettings } from './cloud.ts';
export type { Hooks } from './hooks.ts';

/** Serves /api/messages to Teams or, without an app id, to tools on this computer. */
export const teams = async (settings: TeamsSettings, answer: Answer, log: Log, hooks: Hooks = {}): Promise<Channel> => {
  const { authentication, adapter, keep, authorize } = await connect(settings);
  const admit = guard(authentication, settings);
  const ofOurs = tenantGuard(settings, log);
  const shown = remember(hooks.rateable);
  const contacts = hooks.places ? contactsIn(hooks.places, log) : noContacts;
  const fit = fitting(settings.dialogs ?? Boolean(settings.appId));

  const take = async (request: IncomingMessage): Promise<Result> => {
    const activity = activityIn(await readJson(request));
    const { connectorFactory, ...admitted } = await admit(request, activity);
    const admission = { ...admitted, ...(connectorFactory && { connectorFactory: keep(connectorFactory) }) };
    ofOurs(activity);
    const told = await besides(arrivalOf(activity), { hooks, fit, log });
    if (told) return told;
    // Side by side, so that both share one write to the disk.
    const [result] = await Promise.all([answered(admission, activity), contact(activity)]);
    return result;
  };

  const answered = async (admission: Admission, activity: Activity): Promise<Result> => {
    const incoming = receive(activity);
    if (!incoming) return ignore(activity);
    let result: Result = { status: 500 };
    await adapter.processActivityDirect(admission, activity, async (context) => {
      result = await turn(context, incoming, { answer, shown, fit, log });
    });
    return result;
  };

  /** Takes note of where the conversation is, or that the app was taken out of it. */
  const contact = async (activity: Activity): Promise<void> => {
    const arrival = arrivalOf(activity);
    if (!isRemoval(activity)) return contacts.heard(arrival);
    log.info({ conversation: arrival.conversation?.id }, 'the app was removed from a Teams conversation');
    const place = placeOf(arrival);
    if (place) await contacts.left(place);
    if (place && isUninstall(activity)) await hooks.left?.(roomOf(place) ?? place);
  };

  const refreshing = (name: string | undefined): string | undefined =>
    name !== undefined && hooks.refreshes?.(name) ? name : undefined;

  /** Does something at a place outside a turn; throws `ChannelError`. */
  const at = async <T>(saved: Place, act: (context: TurnContext) => Promise<T>): Promise<T> => {
    const done: T[] = [];
    const place = await contacts.today(saved);
    try {
      await adapter.continueConversationAsync(settings.appId ?? '', referenceOf(place), async (context) => {
        done.push(await act(context));
      });
    } catch (error) {
      if (isShut(error instanceof ChannelError ? error.cause : error)) await contacts.left(place);
      throw channelError(error, place.conversation);
    }
    return done[0]!;
  };

  return {
    name: 'teams',
    routes: [
      {
        method: 'POST',
        path: '/api/messages',
        handle: async (request, response) => {
          sendJson(response, await take(request).catch((error: unknown) => explain(error, log)));
        },
      },
    ],
    start: signInWith(settings, log),
    stop: async () => {},
    post: async (place, reply, name) => {
      const posted = await at(place, (context) => post(context, place, fit(reply), refreshing(name)));
      shown.keep((posted?.thread ?? place).conversation, posted?.message, fit(reply));
      return posted;
    },
    edit: async (place, message, reply, name) => {
      const there = beginsThread(place) ? threadBelow(place, message) : place;
      await at(there, (context) => edit(context, message, fit(reply), { place: there, name: refreshing(name) }));
      shown.keep(there.conversation, message, fit(reply));
    },
    fetch: fetchPicture(settings.pictures ?? {}, authorize),
  };
};

/** Where no dialogs can be opened, a button that would open one is a plain button, and its form is shown in the chat. */
const fitting =
  (dialogs: boolean) =>
  (reply: Reply): Reply =>
    dialogs || !reply.actions?.some((action) => action.kind === 'choose' && action.dialog)
      ? reply
      : { ...reply, actions: reply.actions.map(withoutDialog) };

const withoutDialog = (action: Action): Action => {
  if (action.kind !== 'choose') return action;
  const { dialog: _dialog, ...plain } = action;
  return plain;
};

const connect = async (settings: TeamsSettings) => {
  const options = optionsOf(settings);
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } =
    await import('botbuilder');
  try {
    const factory = new ConfigurationServiceClientCredentialFactory(options);
    const authentication = new ConfigurationBotFrameworkAuthentication(options, factory);
    const keep = keepingClients();
    const factoryOf = authentication.createConnectorFactory.bind(authentication);
    authentication.createConnectorFactory = (claims) => keep(factoryOf(claims));
    authentication.createUserTokenClient = once(authentication.createUserTokenClient.bind(authentication));
    const adapter = new CloudAdapter(authentication);
    adapter.use(promptly(patienceOf(settings)));
    /** The header that the SDK signs the bot's own calls with. */
    const authorize = async (): Promise<string | undefined> => {
      if (!settings.appId) return undefined;
      const { scope, loginUrl } = signInOf(settings);
      const credentials = await factory.createCredentials(settings.appId, scope, loginUrl, true);
      return authorizationOf(credentials);
    };
    return { authentication, adapter, keep, authorize };
  } catch (error) {
    const why = messageOf(error);
    throw new ConfigError([
      `Teams cannot be connected: ${why} Set it right, or unset MicrosoftAppId to serve this computer only.`,
    ]);
  }
};

/** The SDK makes a client for people's tokens in every turn, and nothing here signs people in. */
const once = <A extends unknown[], T>(make: (...args: A) => Promise<T>): ((...args: A) => Promise<T>) => {
  let made: Promise<T> | undefined;
  return (...args) => (made ??= make(...args));
};

/** The caller gets to know what the caller can change; the log gets the rest. */
const explain = (error: unknown, log: Log): Result => {
  if (error instanceof InputError) {
    const { status, message, cause } = error;
    if (status === 401 || status === 503)
      log.warn({ status, cause: String(cause) }, 'a Teams request was not admitted');
    return { status, body: { error: message } };
  }
  log.error({ err: error }, 'a Teams request failed');
  return { status: 500, body: { error: 'Signpost failed to handle the request. Its log says why.' } };
};
