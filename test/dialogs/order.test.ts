import { expect, test } from '@jest/globals';
import { incoming, realEngine } from '../fakes.ts';

test('a method that helped others here comes first, under its own number', async () => {
  const { answer, store, board, settle, stop } = await realEngine();
  const entry = '50126';
  for (let n = 0; n < 12; n++) {
    await store.recordOutcome(`a${n}`, { entry, method: 1, worked: false }, n);
    await store.recordOutcome(`b${n}`, { entry, method: 2, worked: true }, n);
  }
  await board.refresh();
  const { replies } = await answer(incoming(entry));
  const [reply] = replies;
  expect(reply?.blocks?.some((block) => block.kind === 'heading' && block.text.startsWith('Method 2:'))).toBe(true);
  expect(reply?.actions?.[0]).toMatchObject({ choice: 'worked:2' });
  const next = await answer(incoming({ kind: 'chose', choice: 'next:2', about: entry }));
  expect(next.replies[0]?.title).toContain('Method 1');
  await settle();
  await stop();
});
