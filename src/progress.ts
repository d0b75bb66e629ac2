/** A line about how far a long command is, for a person who watches. */

/** Progress is told once a command takes longer than this, in milliseconds. */
const longEnough = 1_000;

type Terminal = { readonly isTTY?: boolean; write(text: string): unknown };

/** A line that is written over and over, once there is something to wait for; what is no terminal keeps every look of it and gets none. */
export const progressLine = (
  to: Terminal = process.stderr,
  patience = longEnough,
): { tell: (line: string) => void; clear: () => void } => {
  const began = Date.now();
  let told = false;
  return {
    tell(line) {
      if (!to.isTTY || Date.now() - began < patience) return;
      told = true;
      to.write(`\r\u001b[K${line}`);
    },
    clear() {
      if (told) to.write('\r\u001b[K');
    },
  };
};
