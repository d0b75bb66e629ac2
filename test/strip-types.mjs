/** Jest transform: removes types with Node's own stripper, so that tests run the very code that production runs. */
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

const strip = (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) });

export default {
  process: strip,
  processAsync: async (source) => strip(source),
  canInstrument: false,
  getCacheKey: (source, path) =>
    createHash('sha1')
      .update(process.version + path + source)
      .digest('hex'),
};
