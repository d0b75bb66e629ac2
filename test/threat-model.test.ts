import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('every test that the threat model names is there', () => {
  const named = [...read('docs/threat-model.md').matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(30);
  for (const path of named) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

test('every route that is served is in the threat model', () => {
  const model = read('docs/threat-model.md');
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const paths = files.flatMap((file) => {
    const text = read(`src/${file}`);
    return /method: '(?:GET|POST)'/.test(text)
      ? [...text.matchAll(/path: '(\/[a-z][^']*)'/g)].map(([, path]) => path!)
      : [];
  });
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    const way = path
      .split('/')
      .slice(0, path.startsWith('/api/') ? 3 : 2)
      .join('/');
    expect([path, model.includes(way)]).toEqual([path, true]);
  }
});

test('documents link to files that are there', () => {
  const pages = [
    'SECURITY.md',
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  for (const page of pages)
    for (const [, link] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect([page, link, existsSync(join(root, page, '..', link!))]).toEqual([page, link, true]);
});

test('no document counts the entries, which "npm run catalog -- stats" does', () => {
  // The decisions in design.md are of their day.
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'design.md');
  for (const page of [
    'README.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'catalog/README.md',
    ...pages.map((name) => `docs/${name}`),
  ])
    expect([page, read(page).match(/\b\d[\d,]* (?:entries|symptoms)\b/g)]).toEqual([page, null]);
});

test('every npm script that a document names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const page of [
    'docs/runbook.md',
    'docs/quick-start-teams.md',
    'docs/quick-start-slack.md',
    'docs/sizing.md',
    'SECURITY.md',
  ])
    for (const [, name] of read(page).matchAll(/`(?:npm run|npm run --silent) ([\w:-]+)/g))
      expect([page, name, scripts[name!] !== undefined]).toEqual([page, name, true]);
});
