/** Transactions that the database ends in favour of others. */
import { StoreError } from '../model/errors.ts';

/** Runs a whole transaction once more when the database ended it in favour of another one: deadlock or serialization. */
export const again = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const outdone = error instanceof StoreError && (error.code === '40P01' || error.code === '40001');
      if (!outdone || attempt === 5) throw error;
    }
  }
};
