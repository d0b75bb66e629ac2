/** How long the SDK may take to send. */
import type { CloudAdapter, TurnContext } from 'botbuilder';

type Policy = {
  readonly name: string;
  sendRequest(request: { timeout: number }, next: (request: object) => Promise<unknown>): Promise<unknown>;
};

/** The part of the SDK's connector that its types keep private; botbuilder 4.23.3 is its last release. */
type Connector = {
  readonly client: { readonly pipeline: { addPolicy(policy: Policy): void; removePolicy(by: { name: string }): void } };
};

const patience = 8000;

const deadline: Policy = {
  name: 'deadline',
  sendRequest: (request, next) => next(Object.assign(request, { timeout: patience })),
};

/** Sends once and not for long: what fails is promised and tried again later, while the SDK would hold the turn open. */
export const promptly =
  (adapter: CloudAdapter) =>
  async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const { pipeline } = context.turnState.get<Connector>(adapter.ConnectorClientKey).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(deadline);
    await next();
  };
