/** Joins two lists of methods, or of other ids, in which each stands once. */
export const united = <One>(some: readonly One[] = [], more: readonly One[] = []): readonly One[] => [
  ...new Set([...some, ...more]),
];
