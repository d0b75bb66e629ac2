/** Other people's clients take long and need Chromium; `npm run test:clients` and CI run them. */
const clients = process.env.CLIENTS ? [] : ['<rootDir>/test/clients/'];

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/test/strip-types.mjs' },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...clients],
  // Modules of finished test files are never freed, so that the process has to be begun anew now and then.
  workerIdleMemoryLimit: '1GB',
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
