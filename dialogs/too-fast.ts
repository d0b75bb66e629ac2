/** What somebody is told who writes too much. */
import type { Reply } from '../src/model/reply.ts';
import { sentence } from './cards.ts';
import { words } from './wording.ts';

/** `seconds` is after how many of them they are heard again. */
export const tooFast = (seconds: number): Reply => sentence(words.tooFast(seconds));
