/** A secret that somebody pastes is told about and kept nowhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dialogs } from '../dialogs/index.ts';
import { words } from '../dialogs/words/en/find-fix.ts';
import { engine } from '../src/app.ts';
import { decide } from '../src/engine/decide.ts';
import { emptyBoard } from '../src/model/board.ts';
import { type SecretKind, secretKinds } from '../src/model/catalog.ts';
import { ChannelError } from '../src/model/errors.ts';
import type { Conversation } from '../src/model/ports.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { incoming, memoryLog, realCatalog } from './fakes.ts';
import { secretsIn } from './knowledge/secrets.ts';

const warned = (text: string): boolean => text.includes(words.secret.kept);

describe('the reply begins with a warning, whatever else it says', () => {
  const secret = 'my password is Hunter2!';
  test.each([
    ['a known code', `${secret}\nAADSTS50126`, 'answer'],
    ['an unknown code', `${secret}\nAADSTS50199999`, 'unknown'],
    ['a symptom', `the SSL certificate of our AD FS proxy has expired, ${secret}`, undefined],
    ['something vague', `it does not work, ${secret}`, undefined],
    ['a near code', `0x80041317 ${secret}`, 'clarify'],
    ['another system', `SQL Server error 18456 login failed for user 'sa', ${secret}`, 'unknown'],
    ['a known code of another system', `my printer says 50126, pw: Hunter2!`, 'clarify'],
    ['small talk', `thanks, ${secret}`, 'smalltalk'],
    ['nothing else', 'password: Hunter2!', undefined],
  ])('%s', async (_, text, outcome) => {
    const catalog = await realCatalog();
    const { replies, understood, next } = decide(
      { key: '', turn: 0, saved: null },
      incoming({ kind: 'said', text }),
      { catalog, board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );
    expect(replies[0]?.blocks?.[0]).toMatchObject({ kind: 'note', tone: 'warning' });
    expect(replies[0]?.text).toContain('a password or PIN');
    expect(replies[0]?.text).toContain('Change that password now.');
    if (outcome) expect(understood?.outcome).toBe(outcome);
    expect(JSON.stringify({ replies, understood, next })).not.toContain('Hunter2');
  });

  test('an answer to a question and a command after an answer are warned about as well', async () => {
    const catalog = await realCatalog();
    let was: Conversation = { key: '', turn: 0, saved: null };
    for (const [text, expected] of [
      ['repeatedly prompted', false],
      ['only from home, password: Hunter2', true],
      ['AADSTS50126', false],
      ['it did not work, pwd=Hunter2', true],
    ] as const) {
      const { replies, next } = decide(
        was,
        incoming(text),
        { catalog, board: emptyBoard, admin: false, now: 0 },
        dialogs,
      );
      expect([text, warned(replies[0]?.text ?? '')]).toEqual([text, expected]);
      was = { key: '', turn: was.turn + 1, saved: next };
    }
  });

  test('the web page, which masks what it shows, is not asked to delete the message', async () => {
    const { replies } = decide(
      { key: '', turn: 0, saved: null },
      incoming(secret, { place: { channel: 'web', conversation: 'c1' } }),
      { catalog: await realCatalog(), board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );
    expect(replies[0]?.text).toContain(words.secret.onPage);
    expect(warned(replies[0]?.text ?? '')).toBe(false);
  });

  test('every kind has a name and says what to do now', () => {
    for (const kind of secretKinds) {
      const [name, todo] = words.secret.kinds[kind];
      expect([kind, name.length > 3, todo.endsWith('.')]).toEqual([kind, true, true]);
    }
  });
});

test('a message without a secret is not warned about', async () => {
  const catalog = await realCatalog();
  for (const text of ['AADSTS50126 wrong password', 'I forgot my password', 'password reset does not work']) {
    const { replies } = decide(
      { key: '', turn: 0, saved: null },
      incoming(text),
      { catalog, board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );
    expect([text, warned(replies[0]?.text ?? '')]).toEqual([text, false]);
  }
});

test('neither the store on disk nor the log holds a trace of a secret after a conversation with every kind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const store = await sqlite(join(folder, 'store.sqlite'));
  const log = memoryLog();
  const catalog = await realCatalog();
  const { answer, work } = engine({
    store,
    catalog: () => catalog,
    channels: new Map(),
    admins: [],
    clock: Date.now,
    log,
  });
  const refuse = () => Promise.reject(new ChannelError('busy', { retry: true }));
  const seen = new Set<SecretKind>();
  for (const [n, [text, , kind]] of secretsIn.entries()) {
    const place = { channel: 'terminal', conversation: `c${n}` } as const;
    await answer(incoming(`error 50199999, ${text}`, { place }), refuse);
    await answer(incoming(`users are prompted again and again. ${text}`, { place }));
    if (seen.has(kind)) continue;
    seen.add(kind);
    await answer(incoming(text, { place }));
    await answer(incoming(`AADSTS50126 ${text}`, { place }), refuse);
    await answer(incoming('ask the helpdesk', { place }));
  }
  await work.once();
  await work.stop();
  const files = readdirSync(folder);
  const kept = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n') + JSON.stringify(log.lines);
  expect(files.toSorted()).toEqual(['store.sqlite', 'store.sqlite-shm', 'store.sqlite-wal']);
  expect(kept).toContain(words.secret.kept);
  expect(kept).toContain('50126');
  expect(secretsIn.filter(([, secret]) => kept.includes(secret)).map(([text]) => text)).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
}, 30_000);
