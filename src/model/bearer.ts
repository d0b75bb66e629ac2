import type { IncomingMessage } from 'node:http';

/** The bearer token that a request carries; the scheme may be in any case. */
export const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];
