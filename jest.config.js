/** Other people's clients take long and need Chromium; `npm run test:clients` and CI run them. */
const clients = process.env.CLIENTS ? [] : ['<rootDir>/test/clients/'];

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/test/strip-types.mjs' },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...clients],
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
