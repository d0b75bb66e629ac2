/** `/metrics`, for whoever may read it. */
import type { IncomingMessage } from 'node:http';
import { isDirectlyLocal } from './model/local.ts';
import { bearerOf } from './model/bearer.ts';
import type { Route } from './model/ports.ts';
import { sameAs } from './token.ts';

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
  open || isDirectlyLocal(request) || (token !== undefined && sameAs(token)(bearerOf(request) ?? ''));
