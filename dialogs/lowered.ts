/** What was typed, as patterns expect it: in small letters, with one kind of apostrophe. */
export const lowered = (text: string): string => text.trim().toLowerCase().replace(/[’‘]/g, "'");
