import { expect, test } from '@jest/globals';
import { command } from '../../dialogs/commands.ts';

test.each([
  ['what else?', 'next'],
  ["it still doesn't work", 'next'],
  ["that's not it", 'none'],
  ['wrong answer', 'none'],
  ['steps', 'steps'],
  ['sources?', 'sources'],
  ['?', 'unsure'],
])('%s is heard as "%s"', (text, kind) => {
  expect(command(text)?.kind).toBe(kind);
});

test.each(['wrong password', 'not it department but the user', 'still locked out'])('%s is a problem', (text) => {
  expect(command(text)).toBeNull();
});
