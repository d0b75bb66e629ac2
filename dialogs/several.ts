/** Takes a message apart that numbers several problems: "two things: 1) Bob gets AADSTS50053 2) Outlook keeps asking Lisa". */

/** A number or letter of a list, with what closes it. */
const marker = /(?:^|[\s,;:])(?:[1-5]|[a-e])[).:]\s+/i;
const bullet = /(?:^|\n)\s{0,4}[-*•]\s+/;

/** The numbered parts of a text, without what stands before the first; empty where it has fewer than two. */
export const partsOf = (text: string): readonly string[] => {
  if (text.length > longest) return [];
  const parts = [marker, bullet].map((mark) => text.split(mark).slice(1)).find((some) => some.length > 1) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** A longer text is a paste, whose lists are none of the person's. */
const longest = 600;
