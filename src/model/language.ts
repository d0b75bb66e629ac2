/** The languages that the bot speaks; the catalog speaks English. */

export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale (BCP 47, also written "de_AT.UTF-8"); English where there is none or it is not spoken here. */
export const languageOf = (locale: string | undefined): Language => knownLanguage(locale) ?? 'en';

/** The language of a locale, or undefined where it is not spoken here. */
export const knownLanguage = (locale: string | undefined): Language | undefined => {
  const first = /^[a-z]{2,3}(?![a-z])/i.exec(locale?.trim() ?? '')?.[0].toLowerCase();
  return languages.find((one) => one === first);
};
