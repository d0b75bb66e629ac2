/** The fewest characters of a secret that an operator makes up. */
export const leastSecret = 16;
