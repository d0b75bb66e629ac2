/** The part of the SDK's connector that its types keep private; botbuilder 4.23.3 is its last release. */
import type { Activity, CloudAdapter, ConversationParameters, TurnContext } from 'botbuilder';
import { type Sender, sendDirectly } from './direct.ts';
import type { Admission } from './guard.ts';

type Policy = {
  readonly name: string;
  sendRequest(request: object, next: (request: object) => Promise<unknown>): Promise<unknown>;
};

type NewConversation = Partial<Omit<ConversationParameters, 'activity'>> & { readonly activity: Partial<Activity> };

type Connector = Sender & {
  readonly client: { readonly pipeline: { addPolicy(policy: Policy): void; removePolicy(by: { name: string }): void } };
  readonly conversations: {
    createConversation(parameters: NewConversation): Promise<{ id?: string; activityId?: string }>;
  };
};

/** What the context sends through. */
export const connectorOf = (context: TurnContext): Connector =>
  context.turnState.get<Connector>(context.adapter.ConnectorClientKey);

/** The header that credentials of the SDK sign a call with. */
export const authorizationOf = async (credentials: {
  signRequest(request: never): Promise<unknown>;
}): Promise<string | undefined> => {
  const headers = new Headers();
  await credentials.signRequest({ headers } as never);
  return headers.get('authorization') ?? undefined;
};

/** Sends once and not for long: what fails is tried again from the store, while the SDK would hold the turn open. */
export const promptly = (patience: number): Parameters<CloudAdapter['use']>[0] & object => {
  const prompt = new WeakSet<object>();
  return async (context, next) => {
    const connector = connectorOf(context);
    const { client } = connector;
    if (!prompt.has(client)) {
      prompt.add(client);
      sendDirectly(connector, patience);
      client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      client.pipeline.addPolicy({
        name: 'deadline',
        sendRequest: (request, send) => send(Object.assign(request, { timeout: patience })),
      });
    }
    await next();
  };
};

/** How many service addresses are remembered; Teams has a few for each cloud. */
const most = 50;

type Factory = NonNullable<Admission['connectorFactory']>;

/** The SDK makes a client anew for every turn; this keeps one for each service address, for the one app that signs. */
export const keepingClients = () => {
  const clients = new Map<string, ReturnType<Factory['create']>>();
  return (factory: Factory): Factory => ({
    create(serviceUrl, audience) {
      const key = `${audience} ${serviceUrl}`;
      const known = clients.get(key);
      if (known) return known;
      const made = factory.create(serviceUrl, audience);
      clients.set(key, made);
      made.catch(() => clients.delete(key));
      if (clients.size > most) clients.delete(clients.keys().next().value!);
      return made;
    },
  });
};
