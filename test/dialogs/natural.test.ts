import { beforeAll, expect, test } from '@jest/globals';
import { dialogs } from '../../dialogs/index.ts';
import { answerIn, toldBeside } from '../../dialogs/natural.ts';
import { decide } from '../../src/engine/decide.ts';
import { emptyBoard } from '../../src/model/board.ts';
import type { Catalog, Facet } from '../../src/model/catalog.ts';
import { incoming, realCatalog } from '../fakes.ts';
import { decided } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each<[Facet, string, string]>([
  ['scope', 'nur der eine', 'one-user'],
  ['scope', 'whole sales team', 'some-users'],
  ['scope', 'everybody is out', 'everyone'],
  ['message', 'no just the prompt', 'none'],
  ['recent_change', 'didnt change anything', 'none'],
  ['recent_change', 'we moved the adfs server', 'migration'],
  ['recent_change', 'nichts geändert, doch: firewall wurde getauscht', 'firewall-or-proxy'],
  ['where', '社内では大丈夫です、自宅だけ', 'outside-only'],
])('asked for %s, "%s" means %s', (facet, text, value) => {
  expect(answerIn(facet, text, catalog)).toBe(value);
});

test.each([
  ['just one', { scope: 'one-user' }],
  ['outlook keeps asking, whole sales team, teams works tho', { scope: 'some-users' }],
  ['all citrix users get it', { scope: 'some-users' }],
  ['we moved the adfs server to a new vm last night', { recent_change: 'migration' }],
  ['昨日パスワードを変更しました', { recent_change: 'password-changed' }],
  ['one user told me about it', {}],
  ['the password is wrong', {}],
  ['renewed the proxy trust with Install-WebApplicationProxy', {}],
  ['habe das Proxy-Zertifikat erneuert', {}],
  ['renewed the certificate, users see a warning', { recent_change: 'certificate-renewed' }],
  ['we renewed the certificate', { recent_change: 'certificate-renewed' }],
])('"%s" tells %j beside what it is about', (text, told) => {
  expect(toldBeside(text, catalog)).toEqual(told);
});

/** The facets that were asked after these texts. */
const askedAfter = (...texts: readonly string[]) =>
  (decided(catalog, texts).next.state as { asked?: readonly Facet[] }).asked ?? [];

test('what was told already is not asked', () => {
  const texts = ['outlook keeps asking for pw, whole sales team', 'no just the prompt', 'everywhere', 'no idea'];
  expect(texts.flatMap((_, n) => askedAfter(...texts.slice(0, n + 1)))).not.toContain('scope');
});

test('an answer to another question than the one asked is taken as that', () => {
  expect(decided(catalog, ['cant login', 'just one']).replies[0]?.text).not.toContain('I did not understand');
});

test('after the question what changed, "didnt change anything" is its answer and no failure of a method', () => {
  const saved = { dialog: 'find-fix', step: 'confirm', state: { entry: '50126', method: 1, asked: ['recent_change'] } };
  const surroundings = { catalog, board: emptyBoard, admin: false, now: 0 };
  const said = incoming({ kind: 'said', text: 'didnt change anything' });
  const { effects = [], next } = decide({ key: 'talk', turn: 3, saved }, said, surroundings, dialogs);
  expect(effects).toEqual([]);
  expect(next.state).toMatchObject({ entry: '50126', method: 1, past: { told: { recent_change: 'none' } } });
});
