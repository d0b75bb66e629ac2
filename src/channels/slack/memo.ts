/** What a view remembers of the press that opened it; Slack keeps it with the view and sends it back. */
import { z } from 'zod';
import { address } from './place.ts';

/** `to` is where the button was pressed and the answer goes, `message` the pressed message, the rest what the submit button says. */
const memo = z.object({
  choice: z.string().optional(),
  about: z.string().optional(),
  turn: z.int().optional(),
  to: address,
  message: z.string().optional(),
});

export type Memo = Omit<z.infer<typeof memo>, 'to'> & { readonly to: Omit<z.infer<typeof address>, 'v'> };

/** Slack takes at most 3,000 characters; undefined when it would be more. */
export const written = ({ to, ...rest }: Memo): string | undefined => {
  const text = JSON.stringify({ ...rest, to: { v: 1, ...to } });
  return text.length <= 3000 ? text : undefined;
};

/** The memo of a view, unless the view is of another time. */
export const memoIn = (metadata = ''): Memo | undefined => {
  try {
    return memo.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
};
