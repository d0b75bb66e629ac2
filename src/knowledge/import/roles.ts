/** Tells from a heading what stands below it. */

export type Role = 'symptom' | 'summary' | 'cause' | 'check' | 'solution' | 'user' | 'more' | 'skip';

/** A heading read: its role, its label such as "Method 2", and the words after the label. */
export type Heading = { readonly role?: Role; readonly label?: Label; readonly rest: string };
export type Label = { readonly word: string; readonly number?: number };

const labelled =
  /^(method|solution|resolution|workaround|mitigation|option|scenario|step|cause|reason|verification option)s?\b(?:\s*#?(\d{1,2}|[A-H])(?![\w.]))?\s*(?:[:.–—-]\s*(.+))?$/i;

const roleOfLabel: Readonly<Record<string, Role>> = {
  method: 'solution',
  solution: 'solution',
  resolution: 'solution',
  workaround: 'solution',
  mitigation: 'solution',
  cause: 'cause',
  reason: 'cause',
  'verification option': 'check',
};

const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'skip',
    /^(?:contact us.*|feedback|third-party (?:information|contact)? ?disclaimers?|still need help.*|in this article)$/i,
  ],
  [
    'symptom',
    /^(?:symptoms?|problems?(?: description)?|issues?(?: description)?|error messages?|what are the symptoms|what (?:do )?you see)$/i,
  ],
  ['summary', /^(?:summary|overview|introduction|description|background|applies to)$/i],
  [
    'cause',
    /^(?:(?:root|possible|common) causes?|what happens|what causes .*|why .*|how .* (?:gets?|happens|occurs)\b.*)$/i,
  ],
  [
    'solution',
    /^(?:fix(?:es)?|remed(?:y|ies)|error mitigations?|how (?:to|can i|do i) (?:fix|resolve|solve|work around)\b.*|recommended (?:steps?|solutions?|actions?)|(?:suggested |next )?actions?|(?:steps|actions) to (?:fix|resolve|take)\b.*|what (?:to|you can) do|resolve .*|fix .*|troubleshoot\w*(?: steps)?|recommendations? (?:on|for) (?:resolving|fixing|solving)\b.*)$/i,
  ],
  ['user', /^(?:if you(?: are|'re|’re) (?:a|the) user|for end users?)$/i],
  [
    'more',
    /^(?:more info(?:rmation)?|additional (?:info(?:rmation)?|resources|troubleshooting|help)|references?|see also|next steps|related\b.*|notes?|recommended documents?|learn more|status|known issues|.* unknown mitigation)$/i,
  ],
  [
    'check',
    /^(?:checks?|check (?:if|whether|that|the)\b.*|verif(?:y|ication)\b.*|confirm\b.*|diagnos\w*\b.*|determine\b.*|identify\b.*|before you (?:start|begin)\b.*|how to (?:check|verify|test|confirm|determine|diagnose|identify)\b.*|where is\b.*|where to find\b.*)$/i,
  ],
];

/** Reads a heading; without a known word in it the role stays open. */
export const headingOf = (title: string): Heading => {
  const text = title
    .replace(/[*#]+/g, '')
    .replace(/[\s:?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const label = labelled.exec(text);
  if (label) {
    const word = label[1]!.toLowerCase();
    const role = roleOfLabel[word];
    const number = label[2] ? numberOf(label[2]) : undefined;
    return { ...(role ? { role } : {}), label: { word, ...(number ? { number } : {}) }, rest: label[3]?.trim() ?? '' };
  }
  const role = roles.find(([, pattern]) => pattern.test(text))?.[0];
  return { ...(role ? { role } : {}), rest: text };
};

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : text.toUpperCase().charCodeAt(0) - 64);
