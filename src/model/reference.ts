/** What a fault is called, to whoever meets it and in the log. */
export const newReference = (): string => crypto.randomUUID().slice(0, 8);
