/** Whose turn the jobs of these tests come from: nobody's. */
import type { Origin } from '../../src/model/ports.ts';

export const nowhere: Origin = {
  place: { channel: 'terminal', conversation: 'c' },
  person: { id: 'p', name: 'P' },
  conversation: 'terminal:c:p',
  turn: 1,
  at: 0,
};
