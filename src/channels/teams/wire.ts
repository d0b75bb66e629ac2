/** The part of the SDK's connector that its types keep private; botbuilder 4.23.3 is its last release. */
import type { Activity, CloudAdapter, ConversationParameters, TurnContext } from 'botbuilder';

type Policy = {
  readonly name: string;
  sendRequest(request: object, next: (request: object) => Promise<unknown>): Promise<unknown>;
};

type NewConversation = Partial<Omit<ConversationParameters, 'activity'>> & { readonly activity: Partial<Activity> };

type Connector = {
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
export const promptly =
  (patience: number): Parameters<CloudAdapter['use']>[0] & object =>
  async (context, next) => {
    const { pipeline } = connectorOf(context).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'deadline',
      sendRequest: (request, send) => send(Object.assign(request, { abortSignal: AbortSignal.timeout(patience) })),
    });
    await next();
  };
