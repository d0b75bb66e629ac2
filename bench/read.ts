/** Reads labelled questions and conversations. */
import { readFileSync } from 'node:fs';

/** The sets of labelled questions in words, each by authors of its own; test/questions/README.md tells of them. */
export const inWords: readonly string[] = [
  'symptoms',
  'forum',
  'tickets',
  'posts',
  'admins',
  'users',
  'developers',
  'owners',
  'chats',
  'stories',
  'shown',
  'threads',
  'farms',
  'apps',
  'accounts',
  'federations',
  'proxies',
  'libraries',
  'tools',
  'clients',
  'services',
  'outsiders',
  'readers',
  'pages',
  'rarities',
  'neighbours',
  'trackers',
  'feedback',
  'articles',
  'scripts',
  'people',
  'doubts',
  'latecomers',
  'beyond',
  'recalled',
  'remembered',
  'memories',
  'told',
  'vague',
  'others',
  'rivals',
  'strangers',
];

/** The lines of a JSONL file; a name without a slash is one of test/questions. */
export const readLines = (file: string): readonly unknown[] =>
  readFileSync(file.includes('/') ? file : new URL(`../test/questions/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
