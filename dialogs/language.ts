/** The language in which the bot is speaking at the moment. */
import type { Language } from '../src/model/language.ts';
import type { Reply } from '../src/model/reply.ts';

let current: Language = 'en';

/** Speaks a language while `run` runs; everything that makes words is synchronous, so two readers never meet here. */
export const speaking = <T>(language: Language, run: () => T): T => {
  const before = current;
  current = language;
  try {
    return run();
  } finally {
    current = before;
  }
};

/** The language spoken at the moment. */
export const language = (): Language => current;

/** What is said in each language, read in the one that is spoken when it is asked for. */
export const spoken =
  <T>(of: Readonly<Record<Language, T>>): (() => T) =>
  () =>
    of[current];

/** The reply with its language on it, so that a channel adds its own words in the same; English is not named. */
export const inLanguage = (reply: Reply): Reply =>
  reply.language !== undefined || current === 'en' ? reply : { ...reply, language: current };

type Drawing = (...given: never[]) => Reply | null;

/** Drawings that speak one language, whoever calls them. */
export const drawnIn = <T extends Readonly<Record<keyof T, Drawing>>>(spokenThere: Language, drawings: T): T =>
  Object.fromEntries(
    Object.entries<Drawing>(drawings).map(([name, draw]) => [
      name,
      (...given: never[]) =>
        speaking(spokenThere, () => {
          const reply = draw(...given);
          return reply && inLanguage(reply);
        }),
    ]),
  ) as T;
