/** The whole bot behind a real endpoint for Teams, on loopback. */
import { teams, type TeamsSettings } from '../../src/channels/teams/index.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Channel, Store } from '../../src/model/ports.ts';
import { realEngine } from '../fakes.ts';
import { keepLog, person, serve, startConnector } from './teams-driver.ts';

/** `store` is one that several bots share. */
export const home = async (
  settings: TeamsSettings = { dialogs: true },
  clock: () => number = Date.now,
  store?: Store,
) => {
  const connector = await startConnector();
  const channels = new Map<ChannelName, Channel>();
  const { log, lines } = keepLog();
  const bot = await realEngine(store, { channels, admins: ['teams:29:ann'], clock, log });
  const channel = await teams(settings, bot.answer, log, bot.inTeams);
  channels.set('teams', channel);
  const served = await serve(channel.routes);
  return {
    bot,
    channel,
    connector,
    lines,
    ann: person(served, connector),
    url: served.url,
    async close() {
      await served.close();
      await connector.close();
      await bot.stop();
    },
  };
};

/** Every part of a card that can be pressed or filled in but for links. */
export const pressable = (card: unknown): readonly string[] =>
  [...JSON.stringify(card).matchAll(/"type":"(Action\.(?!OpenUrl)\w+|Input\.\w+)"/g)].map(([, type]) => type!);
