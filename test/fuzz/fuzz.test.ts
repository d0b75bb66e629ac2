import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { targets } from './targets.ts';

const catalog = await realCatalog();

/** A failure names its seed; `npm run fuzz -- --seed N` tries the same again. */
describe('whatever comes, nothing is thrown that is not meant for the sender', () => {
  test.each(targets(catalog).map((one) => [one.name, one] as const))(
    '%s',
    async (_, { property }) => {
      const { failed, counterexample, errorInstance, seed } = await fc.check(property, { numRuns: 100 });
      expect({ failed, counterexample, error: String(errorInstance), seed }).toMatchObject({ failed: false });
    },
    60_000,
  );
});
