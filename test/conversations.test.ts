/**
 * Plays the transcripts of test/conversations through the real engine and catalog, and draws every reply for every channel.
 * A transcript holds lines such as "Ada: text", "Ada presses: label", "Ada fills: field=value; field=value", "(Signpost restarts)", "(the last message arrives again)"
 * and what Signpost shows. `WRITE_TRANSCRIPTS=1 npm test -- test/conversations` writes what Signpost shows now.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { textOf } from '../src/channels/terminal/render.ts';
import type { Event, Incoming } from '../src/model/message.ts';
import type { Action, Reply } from '../src/model/reply.ts';
import { fieldsOf, plain } from '../src/model/reply.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { drawProblems } from './drawings.ts';
import { incoming, realEngine } from './fakes.ts';

const folder = new URL('conversations', import.meta.url).pathname;

/** One reply as a helpdesk lead would retell it: title, first words, buttons. */
const retold = (reply: Reply): readonly string[] => {
  const [head, ...rest] = reply.blocks ?? [];
  const first = head?.kind === 'heading' && head.text.startsWith('Step') ? rest[0] : head;
  const opening = first?.kind === 'paragraph' || first?.kind === 'note' ? plain(first.text) : '';
  const facts = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'facts' ? block.items.map(([label, value]) => `    ${label}: ${plain(value)}`) : [],
  );
  const methods = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'heading' && block.text.startsWith('Method') ? [`    ${block.text}`] : [],
  );
  const fields = fieldsOf(reply).map(
    ({ label, value = '', error }) => `    ${label}: [${value}]${error ? ` (${error})` : ''}`,
  );
  const steps = (reply.blocks ?? []).flatMap((block) =>
    block.kind === 'heading' && block.text.startsWith('Step') ? [`    ${block.text}`] : [],
  );
  const commands =
    steps.length > 0
      ? (reply.blocks ?? []).flatMap((block) =>
          block.kind === 'code' ? block.code.text.split('\n').map((one) => `    > ${one}`) : [],
        )
      : [];
  const labels = (reply.actions ?? []).map((action) => `[${action.label}]`).join(' ');
  return [
    `Signpost: ${reply.title ?? opening}`,
    ...(reply.title && opening ? [`    ${opening.length > 140 ? `${opening.slice(0, 140)}…` : opening}`] : []),
    ...methods,
    ...steps,
    ...commands,
    ...facts,
    ...fields,
    ...(labels ? [`    ${labels}`] : []),
  ];
};

type Choose = Extract<Action, { kind: 'choose' }>;

/** The button with this label on the newest card that has it; "(old card)" looks at the oldest instead. */
const press = (shown: readonly Reply[], words: string): Event => {
  const old = words.endsWith(' (old card)');
  const label = words.replace(/ \(old card\)$/, '');
  const has = (reply: Reply) =>
    reply.actions?.find((one): one is Choose => one.kind === 'choose' && one.label === label);
  const reply = old ? shown.find(has) : shown.findLast(has);
  const action = reply && has(reply);
  if (!reply || !action) throw new Error(`No card shows "${label}".`);
  return {
    kind: 'chose',
    choice: action.choice,
    ...(reply.turn === undefined ? {} : { turn: reply.turn }),
    ...(action.about === undefined ? {} : { about: action.about }),
  };
};

/** The newest form, filled in: "domain=fabrikam.com; server=sts.fabrikam.com". */
const fill = (shown: readonly Reply[], words: string): Event => {
  const reply = shown.findLast((one) => fieldsOf(one).length > 0);
  const submit = reply?.actions?.find((one) => one.kind === 'submit');
  if (!reply || !submit) throw new Error('No form is shown.');
  return {
    kind: 'filled',
    choice: submit.choice,
    values: Object.fromEntries(
      words.split('; ').map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)]),
    ),
    ...(reply.turn === undefined ? {} : { turn: reply.turn }),
    ...(submit.about === undefined ? {} : { about: submit.about }),
  };
};

const play = async (transcript: string): Promise<{ told: string; replies: readonly Reply[] }> => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const open = async () => realEngine(await sqlite(join(home, 'store.sqlite')));
  let bot = await open();
  const shown: Reply[] = [];
  const told: string[] = [];
  let last: Incoming | undefined;
  for (const line of transcript.split('\n')) {
    const words = /^Ada(?: presses| fills)?: (.*)$/.exec(line)?.[1];
    if (line.startsWith('#') || line === '') {
      told.push(line);
      continue;
    }
    if (line === '(Signpost restarts)') {
      await bot.stop();
      await bot.store.close();
      bot = await open();
    } else if (line.startsWith('Ada presses: ')) last = incoming(press(shown, words!));
    else if (line.startsWith('Ada fills: ')) last = incoming(fill(shown, words!));
    else if (line.startsWith('Ada: ')) last = incoming(JSON.parse(`"${words!.replaceAll('"', '\\"')}"`) as string);
    else if (line === '(Ada opens the chat)') last = incoming({ kind: 'joined' });
    else if (line !== '(the last message arrives again)') continue;
    told.push(line);
    if (line === '(Signpost restarts)' || !last) continue;
    const { replies, repeated } = await bot.answer(last);
    if (!repeated) shown.push(...replies);
    told.push(...(repeated ? ['(the same answer, decided once)'] : replies.flatMap(retold)));
  }
  await bot.stop();
  await bot.store.close();
  rmSync(home, { recursive: true });
  return { told: told.join('\n'), replies: shown };
};

describe('conversations', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s', async (name) => {
    const path = join(folder, name);
    const written = readFileSync(path, 'utf8');
    const { told, replies } = await play(written);
    if (process.env.WRITE_TRANSCRIPTS) writeFileSync(path, told);
    expect(told).toBe(process.env.WRITE_TRANSCRIPTS ? told : written);
    expect(replies.flatMap(drawProblems)).toEqual([]);
    for (const reply of replies) expect(textOf(reply, { width: 80, colour: false })).not.toBe('');
  });
});
