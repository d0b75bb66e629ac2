import { availableParallelism } from 'node:os';

/** Other people's clients take long and need Chromium; `npm run test:clients` and CI run them. */
const clients = process.env.CLIENTS ? [] : ['<rootDir>/test/clients/'];

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/test/strip-types.mjs' },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...clients],
  // One less than there are processors, as Jest would have it, but side by side on two as well; a test may wait for its turn.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 15_000,
  // Modules of finished test files are never freed, so that the process has to be begun anew now and then.
  workerIdleMemoryLimit: '1GB',
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
