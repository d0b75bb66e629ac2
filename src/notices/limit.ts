/** Gives up on what takes too long. */

/** The result of `task`, or an error after `limit` milliseconds; the task itself is not stopped. */
export const within = async <T>(limit: number, task: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${limit / 1000} seconds and was given up.`)), limit);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
};
