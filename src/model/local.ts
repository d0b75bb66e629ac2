import type { IncomingMessage } from 'node:http';

/** What a proxy adds to a request that it passes on. */
const relayed = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'] as const;

/** Without it the page of another site whose name leads to this computer would seem to be of here. */
const ownName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Whether a request comes from this computer, is meant for it under a name of its own, and was passed on by nobody. */
export const isDirectlyLocal = ({ socket, headers }: IncomingMessage): boolean =>
  /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') &&
  relayed.every((header) => headers[header] === undefined) &&
  ownName.test(headers.host ?? '');
