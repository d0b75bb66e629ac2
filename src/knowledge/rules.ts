/** What an entry may hold, for whoever checks one and whoever makes one of a document. */

/** Commands and sites that no longer work; they may stand only on the left side of the section Retired. */
export const retired =
  /\b[A-Z][a-z]+-(?:Msol|AzureAD(?!SSO|Kerberos))\w*|\bMSOnline\b|\bAzureADPreview\b|\badfshelp\.microsoft\.com\b|\bAdd-PSSnapin\b|\biisreset(?:command)?\b|\baad\.portal\.azure\.com\b/i;

/** The most steps of a method. */
export const mostSteps = 8;

/** The most words of a sentence. */
export const mostWords = 40;
