/** Exchanges with the servers of a platform over connections that stay open. */
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as securely } from 'node:https';
import { bytesOf } from '../model/body.ts';

// An import would have it hand out all that it exports, for which Node loads its `fetch` first.
const { Agent: PlainAgent, request: plainly } = process.getBuiltinModule('node:http');

const agents = { plain: new PlainAgent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };

/** No answer that is of use is larger, in bytes. */
const most = 16 * 1024 * 1024;

/** Whether a proxy stands between, which `exchange` does not know how to pass. */
export const isProxied = (): boolean =>
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => process.env[name] || process.env[name.toLowerCase()]);

type Asked = Omit<RequestOptions, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/**
 * Rejects when the connection fails or brings no whole answer within `patience` milliseconds. Node writes a text in one go
 * with its head, and bytes beside it.
 */
export const exchange = (to: Asked, body: string | Buffer, patience: number): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const options = { ...to, headers: { ...to.headers, 'content-length': Buffer.byteLength(body) } };
    const request =
      to.protocol === 'https:'
        ? securely({ ...options, agent: agents.secure })
        : plainly({ ...options, agent: agents.plain });
    const late = setTimeout(() => request.destroy(new Error(`There was no answer within ${patience} ms.`)), patience);
    const failed = (error: Error): void => {
      clearTimeout(late);
      reject(error);
    };
    request.once('error', failed);
    request.once('response', (response) => {
      bytesOf(response, most).then((bytes) => {
        if (!bytes) return failed(new Error(`The answer is larger than ${most / 2 ** 20} MB.`));
        clearTimeout(late);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString() });
      }, failed);
    });
    request.end(body);
  });
