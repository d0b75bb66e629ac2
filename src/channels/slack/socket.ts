/** Slack over Socket Mode: one connection that is opened again whenever it ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { ChannelError } from '../../model/errors.ts';
import type { Log } from '../../model/ports.ts';
import type { Dispatch } from './http.ts';
import { refusal } from './refusal.ts';
import type { Bolt, clientOptions } from './sdk.ts';

type Settings = {
  readonly appToken: string;
  readonly options: ReturnType<typeof clientOptions>;
  readonly logger: Logger;
};
type Envelope = { readonly body: unknown; readonly ack: (said?: object) => Promise<void> };
type Line = { readonly down: Promise<void> };

/** A connection that lasted this long ended because Slack renews it; a shorter one is a fault to wait after. */
const steady = 10_000;
const longestPause = 30_000;

/** Opens and keeps the connection; what arrives is acknowledged when its turn is committed. */
export const socketOf = (bolt: Bolt, { appToken, options, logger }: Settings, dispatch: Dispatch, log: Log) => {
  // Reconnecting is done here: socket-mode 3.1 waits five seconds first and ends the process when a try fails.
  const { client } = new bolt.SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options },
  });

  // The same version lets an envelope without an event end the process.
  const [hear] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...heard: unknown[]) => {
    Promise.resolve(hear?.(...heard)).catch((error: unknown) =>
      log.warn({ why: String(error) }, 'Slack sent something that cannot be understood'),
    );
  });

  const receive = async ({ body, ack }: Envelope): Promise<void> => {
    let said: unknown;
    try {
      said = await dispatch(body);
    } catch (error) {
      log.warn({ why: String(error) }, 'Slack sent something that cannot be understood');
      // What could not be looked up at this moment comes again.
      if (error instanceof ChannelError) return;
    }
    // Slack delivers it again when this fails, and the engine knows it by its id.
    await ack(said as object | undefined).catch((error: unknown) =>
      log.warn({ why: String(error) }, 'Slack could not be acknowledged'),
    );
  };
  client.on('slack_event', (envelope: Envelope) => void receive(envelope));

  const stop = new AbortController();
  let life: Promise<void> = Promise.resolve();
  let refused: ChannelError | undefined;

  const connect = async (): Promise<Line> => {
    const down = new Promise<void>((resolve) => void client.once('disconnected', () => resolve()));
    try {
      await client.start();
    } catch (error) {
      const failed = refusal(error, 'open a connection for Socket Mode', bolt.webApi);
      if (failed.unauthorized) refused = failed;
      throw failed;
    }
    refused = undefined;
    return { down };
  };

  const tryAgain = (error: Error): undefined =>
    log.warn({ why: error.message }, 'Socket Mode is not connected') as undefined;

  const keep = async (first: Line | undefined): Promise<void> => {
    let line = first;
    let pause = 0;
    while (!stop.signal.aborted) {
      const since = Date.now();
      await line?.down;
      pause = Date.now() - since > steady ? 0 : Math.min(longestPause, pause * 2 || 500);
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => {});
      if (!stop.signal.aborted) line = await connect().catch(tryAgain);
    }
    await client.disconnect();
  };

  return {
    /** Throws `ChannelError` when Slack refuses the token, or did and cannot be reached; otherwise goes on trying. */
    async open(): Promise<void> {
      const first = await connect().catch((error: ChannelError) => {
        if (refused) throw refused;
        if (!error.retry) throw error;
        return tryAgain(error);
      });
      life = keep(first);
    },
    /** Why Slack refuses the token, from when it does until it takes it. */
    refused: (): string | undefined => refused?.message,
    async close(): Promise<void> {
      stop.abort();
      await client.disconnect();
      await life;
    },
  };
};
