/** The objects of the JSON doors: what the bot understood, as programs read it. */
import type { Catalog, Extracted } from '../../model/catalog.ts';
import { noProblem, type Understood } from '../../model/dialog.ts';

const nothing: Extracted = {
  codes: [],
  correlationId: null,
  requestId: null,
  timestamp: null,
  user: null,
  application: null,
  tenant: null,
};

/** Outcome, entries (best first) and question; entries that are no longer in the catalog are left out. */
export const shapeOf = (understood: Understood | null, catalog: Catalog) => {
  const { outcome, entries, question } = understood ?? noProblem;
  return {
    outcome,
    entries: entries.flatMap(({ id, confidence }) => {
      const entry = catalog.entry(id);
      if (!entry) return [];
      const { title, topic, broader = topic, codes } = entry;
      return [{ id, title, topic: broader, codes, confidence: Math.round(confidence * 1000) / 1000 }];
    }),
    question,
  };
};

/** The codes and ticket values that the text held. */
export const extractedOf = (understood: Understood | null): Extracted => understood?.extracted ?? nothing;
