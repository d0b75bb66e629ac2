/** A sender that goes on for so many times what may be kept is cut off. */
const patience = 16;

/**
 * The bytes of a message; `null` when there are more than `most`. It reads past that without keeping what comes, so that
 * the sender gets to read the refusal.
 */
export const bytesOf = async (message: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most * patience) break;
  }
  return size > most ? null : Buffer.concat(chunks);
};
