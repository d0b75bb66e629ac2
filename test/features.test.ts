import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const page = readFileSync(new URL('../docs/features.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!Feature)/.test(line));
const named = (row: string): readonly string[] =>
  [...(row.split('|')[6] ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path!);

test('the table of features has rows', () => {
  expect(rows.length).toBeGreaterThan(30);
});

describe('what the table says to work is shown by tests that are there', () => {
  test.each(rows)('%s', (row) => {
    const cells = row.split('|').slice(2, 6);
    const works = cells.some((cell) => !/^ (?:no\b|Slack has none)/.test(cell));
    expect(named(row).length > 0).toBe(works);
    expect(named(row).filter((path) => !existsSync(new URL(path, import.meta.url)))).toEqual([]);
  });
});
