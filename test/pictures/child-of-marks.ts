/** Stands in for the program that reads pictures: the last byte of a picture tells what it does. */
import { writeFileSync } from 'node:fs';

export const marks = { answer: 0, loop: 1, crash: 2, settings: 3, write: 4, pause: 5 } as const;

type Asked = { readonly id: number; readonly bytes: Uint8Array };

const written = (): string => {
  try {
    writeFileSync('picture-was-written-here', '');
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
};

process.on('message', ({ id, bytes }: Asked) => {
  const mark = bytes.at(-1);
  if (mark === marks.crash) process.abort();
  while (mark === marks.loop);
  const tell = (text: string): void => void process.send?.({ id, text });
  if (mark === marks.settings) tell(Object.keys(process.env).join(' '));
  else if (mark === marks.write) tell(written());
  else setTimeout(tell, mark === marks.pause ? 300 : 0, 'read');
});
process.on('disconnect', () => process.exit());
