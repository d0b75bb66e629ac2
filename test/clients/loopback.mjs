/** Loaded before a program of others: it listens on this computer only, and finds no other. Whom it looked for is printed. */
import dns from 'node:dns';
import { Server } from 'node:net';

const { lookup } = dns;
const { listen } = Server.prototype;

dns.lookup = (name, ...rest) => {
  if (/^(localhost|127\.0\.0\.1)$/.test(name)) return lookup.call(dns, name, ...rest);
  process.stderr.write(`Looked for ${name} and was not let out.\n`);
  const fail = rest.at(-1);
  process.nextTick(() => fail(Object.assign(new Error(`${name} is not on this computer`), { code: 'ENOTFOUND' })));
};

Server.prototype.listen = function (port, ...rest) {
  const local = typeof port === 'object' ? { host: '127.0.0.1', ...port } : { port, host: '127.0.0.1' };
  return listen.call(this, local, ...rest.filter((one) => typeof one === 'function'));
};
