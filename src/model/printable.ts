/** Text for a terminal: what would steer it, break the line or turn the direction of reading is shown as U+FFFD. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '\uFFFD');
