/** Clocks that are set back. */

/**
 * What is due so many milliseconds later than anything may be put off was put off before the clock went back, and is due now.
 * It allows for five minutes by which the clocks of replicas differ; jobs wait for five at most.
 */
export const jump = 600_000;
