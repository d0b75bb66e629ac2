/** What somebody is told who writes too much. */
import { languageOf } from '../src/model/language.ts';
import type { Reply } from '../src/model/reply.ts';
import { sentence } from './cards.ts';
import { inLanguage, speaking } from './language.ts';
import { words } from './words/index.ts';

/** `seconds` is after how many of them they are heard again. */
export const tooFast = (seconds: number, locale?: string): Reply =>
  speaking(languageOf(locale), () => inLanguage(sentence(words().tooFast(seconds))));
