/** "auf Deutsch": the language that a person chooses for a conversation, whatever their device says. */
import { type Anywhere, type Dialogs, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Language } from '../src/model/language.ts';
import { sentence } from './cards.ts';
import { plainly } from './courtesy.ts';
import type { Kept } from './kept.ts';
import { inLanguage, speaking } from './language.ts';
import { any, clausesOf, holdsCode, phraseOf, whole, type Phrases } from './phrases.ts';
import { askedAgain } from './narrowing.ts';
import type { Narrow } from './now.ts';
import type { Interrupting } from './passed.ts';
import { words } from './words/index.ts';

const wishes: readonly Phrases<Language>[] = [
  ['en', whole('english|anglais|inglés|englisch|英語')],
  ['de', whole('deutsch|german|allemand|alemán|ドイツ語')],
  ['fr', whole('français|french|französisch|francés|フランス語')],
  ['es', whole('español|castellano|spanish|spanisch|espagnol|スペイン語')],
  ['ja', whole('日本語|nihongo|japanese|japanisch|japonais|japonés')],
];

const speak = any(
  'speak|talk|answer|reply|write|respond|switch|change(?: the)?(?: language)?|continue|go on',
  'sprich|sprechen|sprichst|sprechen sie|antworte|antworten sie|antworten|schreib|schreibe|weiter',
  'parle[rz]?|parlons|réponds|répondez|répondre|écrivez|écris|continue[rz]?',
  'habla|hablar|hablas|hables|hablamos|hable|responde|responda|responder|escribe|escriba|contesta',
);
const you = any(
  'to me',
  'mit mir',
  'me',
  'moi',
  'you',
  'du',
  'sie',
  'vous',
  'tu',
  'usted',
  'bitte',
  'lieber',
  'plutôt',
  'mejor',
);
const tongue = '(?<name>[^\\s-]{3,12})';

/** "In English", "switch to German", "sprechen Sie Deutsch": with a word for speaking, or one that goes before a language. */
const asking = whole(
  `(?:${speak}(?:[ -]${you})* )?(?:in|auf|en|to|into) ${tongue}(?: (?:sprechen|reden|antworten))?`,
  `(?:do |can |could |${you} )*${speak}(?:[ -]${you})* ${tongue}`,
  `(?:${you} )*${tongue} (?:sprechen|reden)`,
  '(?<name>日本語|英語|ドイツ語|フランス語|スペイン語)で(?:お願いします|話して(?:ください)?|答えて(?:ください)?)?',
);

/** The name of a language in itself, alone. */
const named = /^(?:english|deutsch|francais|espanol|日本語)$/;

/** The language that the whole text asks for, or undefined. */
export const languageIn = (text: string): Language | undefined => {
  if (text.length > 60 || holdsCode(text)) return undefined;
  const clauses = clausesOf(text);
  const said = clauses.join(' ');
  const short = plainly(text);
  const name = named.test(short) ? short : (asking.exec(said) ?? asking.exec(short))?.groups?.['name'];
  return name === undefined ? undefined : phraseOf(wishes, (phrases) => phrases.test(name));
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

/** Goes over to the language asked for and shows the answer at hand or the open question in it; `find` finds the step that shows it. */
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
      if (saved.step === 'narrow' && saved.dialog === 'find-fix') {
        const asked = askedAgain(next.state as Narrow, context);
        return { ...asked, next, replies: [said, ...asked.replies.map(inLanguage)] };
      }
      if (saved.step !== 'confirm' || entry === undefined) return { next, replies: [said], understood: noProblem };
      const choice = step === undefined ? `method:${method}` : `step:${method}.${step}`;
      const again = find(next)?.(next.state, { kind: 'chose', choice, about: entry }, context);
      return { ...again, next: again?.next ?? next, replies: [said, ...(again?.replies ?? []).map(inLanguage)] };
    });
  };
