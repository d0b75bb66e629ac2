/** `/metrics`, for whoever may read it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Route } from './model/ports.ts';
import { isDirectlyLocal } from './limits/source.ts';

/** `open` serves everybody who reaches the port; `token` is what others than this computer send as a bearer token. */
export type MetricsSettings = { readonly open: boolean; readonly token?: string };

const type = 'text/plain; version=0.0.4; charset=utf-8';

export const metricsRoute = (settings: MetricsSettings, text: () => Promise<string>): Route => ({
  method: 'GET',
  path: '/metrics',
  async handle(request, response) {
    response.setHeader('Cache-Control', 'no-store');
    if (!admitted(request, settings)) {
      const { token } = settings;
      response.writeHead(token ? 401 : 403, {
        'Content-Type': 'text/plain; charset=utf-8',
        ...(token ? { 'WWW-Authenticate': 'Bearer realm="metrics"' } : {}),
      });
      const cure = token
        ? 'Send the token of SIGNPOST_METRICS_TOKEN as "Authorization: Bearer <token>".'
        : 'Ask from the computer that runs Signpost, set SIGNPOST_METRICS_TOKEN, or set SIGNPOST_METRICS to "open".';
      return void response.end(`The metrics are not for everybody. ${cure}\n`);
    }
    const body = await text();
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
  },
});

const admitted = (request: IncomingMessage, { open, token }: MetricsSettings): boolean =>
  open || isDirectlyLocal(request) || (token !== undefined && same(bearer(request), token));

const bearer = ({ headers }: IncomingMessage): string => /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** Takes the same time wherever the two differ. */
const same = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
