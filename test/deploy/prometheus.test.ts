import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { meter } from '../../src/metrics.ts';
import { type Any, read } from './files.ts';

const file = read('deploy/prometheus/rules.yaml');
const { groups } = load(file) as Any;
const rules = (groups as Any[]).flatMap(({ rules: some }) => some as Any[]);

/** What a replica shows whose store can be read, and that has a task and its own secrets to watch. */
const ownSecrets = { name: 'own-health', lastRun: 0, lastSuccess: 0, doubtful: false, state: { ends: { graph: 0 } } };
const measured = await meter().text({
  store: {
    backlog: async () => ({ waiting: 0, late: 0, failed: 0 }),
    taskTimes: async () => new Map([['tidy', { due: 0, succeeded: 0 }]]),
    notices: { checkRecord: async () => ownSecrets },
  },
  tasks: [{ name: 'tidy', every: 1_000 }],
  checks: ['own-health'],
  catalog: () => ({ entries: 1, faulty: false }),
  keeps: () => true,
  channels: () => new Map([['slack', true]]),
  version: '1.2.3',
  clock: () => 0,
});
const samples = measured.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** The selectors of an expression: the name of a metric, and what its labels have to be. */
const selectorsIn = (expression: string): readonly { readonly metric: string; readonly labels: readonly string[] }[] =>
  [...expression.matchAll(/\b((?:signpost|process|nodejs)_\w+|up)\b(?:\{([^}]*)\})?/g)].map(
    ([, metric = '', labels = '']) => ({
      metric,
      labels: labels.split(',').filter((one) => one && !one.startsWith('job=')),
    }),
  );

test('every alert asks for a metric that /metrics has, with values that its labels can have', () => {
  expect(rules.length).toBeGreaterThan(8);
  for (const { alert, expr } of rules) {
    const selectors = selectorsIn(expr);
    expect([alert, selectors.length > 0]).toEqual([alert, true]);
    for (const { metric, labels } of selectors.filter((one) => one.metric !== 'up')) {
      const shown = samples.filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `));
      expect([alert, metric, shown.length > 0]).toEqual([alert, metric, true]);
      for (const label of labels)
        expect([alert, label, shown.some((line) => line.includes(label))]).toEqual([alert, label, true]);
    }
  }
});

test('a replica that does not answer, and no replica at all, are told', () => {
  const expressions = rules.map(({ expr }) => expr as string);
  expect(expressions).toEqual(expect.arrayContaining(['up{job="signpost"} == 0', 'absent(up{job="signpost"} == 1)']));
});

test('metrics that other programs have as well are those of Signpost only', () => {
  for (const { alert, expr } of rules)
    for (const [selector] of (expr as string).matchAll(/\b(?:up|(?:process|nodejs)_\w+)\b(?:\{[^}]*\})?/g))
      expect([alert, selector]).toEqual([alert, expect.stringMatching(/\{job="signpost"\}$/)]);
});

test('an alert has a name of its own, a severity and a summary that names only labels that are left', () => {
  const names = rules.map(({ alert }) => alert as string);
  expect(new Set(names).size).toBe(names.length);
  for (const { alert, expr, labels, annotations } of rules) {
    expect(['warning', 'critical']).toContain(labels.severity);
    const [, kept] = /\bby \(([^)]*)\)/.exec(expr) ?? [];
    const [metric] = selectorsIn(expr);
    const own = samples.filter((line) => line.startsWith(`${metric!.metric}{`)).join('\n');
    for (const [, label] of (annotations.summary as string).matchAll(/\$labels\.(\w+)/g)) {
      const there = kept ? kept.split(', ').includes(label!) : label === 'instance' || own.includes(`${label}="`);
      expect([alert, label, there]).toEqual([alert, label, true]);
    }
  }
});

test('the runbook says what to do at each, and at no other', () => {
  const told = [...read('docs/runbook.md').matchAll(/^\| `(Signpost\w+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(rules.map(({ alert }) => alert));
});
