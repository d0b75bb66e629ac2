/** Keeps the picture that all turns look at: read again after a change here, and now and then for what other replicas change. */
import { type Board, emptyBoard } from '../model/board.ts';
import type { Log, Store } from '../model/ports.ts';

export type BoardKeeper = {
  readonly now: () => Board;
  /** Reads the picture again; a store that cannot be read leaves the old one. */
  readonly refresh: () => Promise<void>;
  readonly start: (interval: number) => void;
  readonly stop: () => void;
};

export const boardOf = (store: Store, log: Log): BoardKeeper => {
  let board = emptyBoard;
  let timer: NodeJS.Timeout | undefined;
  const refresh = async (): Promise<void> => {
    try {
      board = await store.board();
    } catch (error) {
      log.warn({ err: error }, 'what all replicas share could not be read; the last picture goes on serving');
    }
  };
  return {
    now: () => board,
    refresh,
    start(interval) {
      timer = setInterval(() => void refresh(), interval);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
};
