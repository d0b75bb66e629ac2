/** Opens tickets over the store given until it is killed: `node kill-child.ts STORE LOG COUNT LATER`, its clock LATER milliseconds ahead. What it posts goes to LOG, a JSON line each. */
import { appendFileSync } from 'node:fs';
import { sqlite } from '../../src/store/sqlite.ts';
import { engine } from '../../src/app.ts';
import { catalogOf } from '../../src/knowledge/catalog.ts';
import { memoryLog, recordingChannel } from '../fakes.ts';
import { eva, form, inChat, inRoom, press } from './set.ts';

const [file = '', log = '', count = '0', later = '0'] = process.argv.slice(2);
const clock = (): number => Date.now() + Number(later);

const channels = new Map((['teams', 'slack'] as const).map((name) => [name, recordingChannel(name)]));
for (const channel of channels.values())
  channel.fault = ({ kind, place, reply }) =>
    appendFileSync(log, `${JSON.stringify({ kind, to: place.conversation, title: reply.title ?? '' })}\n`);

const store = await sqlite(file, clock);
const catalog = catalogOf([]);
const bot = engine({ store, catalog: () => catalog, channels, clock, admins: ['slack:eva'], log: memoryLog() });
await bot.board.refresh();
await bot.answer(inRoom(eva, 'use this channel for helpdesk', 'desk'));
bot.work.start(20);
process.stdout.write('ready\n');
const answer = async (n: number): Promise<void> => {
  await bot.answer(inChat({ id: `p${n}`, name: `Person ${n}` }, form(), `open${n}`));
  await bot.answer(inRoom(eva, press('claim', `HD-${n + 1}`), `claim${n}`));
};
for (let n = 0; n < Number(count); n++) await answer(n);
await bot.work.settle();
process.stdout.write('done\n');
process.exit(0);
