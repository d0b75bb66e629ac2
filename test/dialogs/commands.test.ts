import { expect, test } from '@jest/globals';
import { command } from '../../dialogs/commands.ts';
import { isReaction } from '../../dialogs/small-talk.ts';

test.each([
  ['what else?', 'next'],
  ["it still doesn't work", 'next'],
  ['same error', 'next'],
  ['no change', 'next'],
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

test.each(['done', "that's strange", 'ok, did that', 'what does that mean?', 'seltsam', '本当ですか?'])(
  '%s is a reaction',
  (text) => {
    expect(isReaction(text)).toBe(true);
  },
);

test.each(['why is my account locked', 'done with the setup, and now error 500', 'same error as yesterday'])(
  '%s is more than a reaction',
  (text) => {
    expect(isReaction(text)).toBe(false);
    expect(command(text)).toBeNull();
  },
);
