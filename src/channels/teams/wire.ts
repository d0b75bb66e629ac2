/** How long the SDK may take to send. */
import type { CloudAdapter, TurnContext } from 'botbuilder';

type Policy = {
  readonly name: string;
  sendRequest(request: object, next: (request: object) => Promise<unknown>): Promise<unknown>;
};

/** The part of the SDK's connector that its types keep private; botbuilder 4.23.3 is its last release. */
type Connector = {
  readonly client: { readonly pipeline: { addPolicy(policy: Policy): void; removePolicy(by: { name: string }): void } };
};

/** Sends once and not for long: what fails is tried again from the store, while the SDK would hold the turn open. */
export const promptly =
  (adapter: CloudAdapter, patience: number) =>
  async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const { pipeline } = context.turnState.get<Connector>(adapter.ConnectorClientKey).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'deadline',
      sendRequest: (request, send) => send(Object.assign(request, { abortSignal: AbortSignal.timeout(patience) })),
    });
    await next();
  };
