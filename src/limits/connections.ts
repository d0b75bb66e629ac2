/** How many connections one address may hold open at once, so that nobody alone takes all that there are. */
import type { Server } from 'node:net';
import { networkOf } from './source.ts';

/** A connection over `most` is ended before anything of it is read, and `dropped` hears of it. */
export const limitConnections = (server: Server, most: number, dropped: () => void): void => {
  const held = new Map<string, number>();
  server.on('connection', (socket) => {
    const source = networkOf(socket.remoteAddress ?? 'unknown');
    const others = held.get(source) ?? 0;
    if (others >= most) {
      socket.destroy();
      return dropped();
    }
    held.set(source, others + 1);
    socket.once('close', () => {
      const left = held.get(source)! - 1;
      if (left > 0) held.set(source, left);
      else held.delete(source);
    });
  });
};
