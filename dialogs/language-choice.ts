/** "auf Deutsch": the language that a person chooses for a conversation, whatever their device says. */
import { type Anywhere, type Dialogs, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Language } from '../src/model/language.ts';
import { sentence } from './cards.ts';
import type { Kept } from './kept.ts';
import { inLanguage, speaking } from './language.ts';
import type { Interrupting } from './passed.ts';
import { words } from './words/index.ts';

const wishes: readonly (readonly [Language, RegExp])[] = [
  ['en', /^(?:english|anglais|inglés|englisch|英語)$/],
  ['de', /^(?:deutsch|german|allemand|alemán|ドイツ語)$/],
  ['fr', /^(?:français|francais|french|französisch|francés|フランス語)$/],
  ['es', /^(?:español|espanol|castellano|spanish|spanisch|espagnol|スペイン語)$/],
  ['ja', /^(?:日本語|nihongo|japanese|japanisch|japonais|japonés)$/],
];

const asking =
  /^(?:(?:please|bitte|por favor)[ ,]+)?(?:(?:can|could) (?:you|we) )?(?:(?:speak|talk|answer|write|sprich|sprechen sie|antworte|parle[zr]?|répond(?:s|ez)|habla|hable|responde|responda)(?: to me| mit mir| me)? )?(?:in|auf|en) (\p{L}{5,12})(?:[ ,]+(?:please|bitte|s'il (?:vous|te) plaît|por favor))?$/u;
/** "Speak English", and the name of a language in itself alone. */
const named =
  /^(?:(?:please|bitte|por favor)[ ,]+)?(?:speak|talk|sprich|sprechen sie|parlez|parle|hable|habla) (\p{L}{5,12})(?:[ ,]+(?:please|bitte|s'il (?:vous|te) plaît|por favor))?$|^(english|deutsch|français|español|日本語)$/u;
const japanese =
  /^(日本語|英語|ドイツ語|フランス語|スペイン語)で(?:お願いします|話して(?:ください)?|答えて(?:ください)?)?$/;

/** The language that the whole text asks for, or undefined. */
export const languageIn = (text: string): Language | undefined => {
  if (text.length > 60) return undefined;
  const said = text
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/[\s!.?。]{1,9}$/u, '');
  const [, first, second] = asking.exec(said) ?? named.exec(said) ?? japanese.exec(said) ?? [];
  const name = first ?? second;
  return name === undefined ? undefined : wishes.find(([, pattern]) => pattern.test(name))?.[0];
};

type State = Kept & Partial<Interrupting>;

/** What a person chose in a conversation, a form that interrupts it included. */
export const chosenIn = (saved: Saved | null): Language | undefined => {
  const { language, back } = (saved?.state ?? {}) as State;
  return back ? chosenIn(back) : language;
};

const withChoice = (saved: Saved, language: Language): Saved => {
  const { back } = saved.state as State;
  return { ...saved, state: { ...saved.state, ...(back ? { back: withChoice(back, language) } : { language }) } };
};

/** Goes over to the language asked for and shows the answer at hand in it; `find` finds the step that shows it. */
export const languageChoice =
  (find: Dialogs['step']): Anywhere =>
  (event, context, saved) => {
    if (event.kind !== 'said' || event.overheard) return null;
    const language = languageIn(event.text);
    if (language === undefined) return null;
    return speaking(language, (): Outcome => {
      const next = withChoice(saved, language);
      const { entry, method, step } = next.state as { entry?: string; method?: number; step?: number };
      const said = inLanguage(sentence(words().language));
      if (saved.step !== 'confirm' || entry === undefined) return { next, replies: [said], understood: noProblem };
      const choice = step === undefined ? `method:${method}` : `step:${method}.${step}`;
      const again = find(next)?.(next.state, { kind: 'chose', choice, about: entry }, context);
      return { ...again, next: again?.next ?? next, replies: [said, ...(again?.replies ?? []).map(inLanguage)] };
    });
  };
