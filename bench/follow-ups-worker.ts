/** Cross-validates the labelled follow-ups in a process of its own, beside what else is measured, and sends how each was ranked. */
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { learnt } from '../src/knowledge/learnt.ts';
import { crossValidated, followUps } from './follow-ups.ts';

const { entries } = await loadCatalog(builtIn);
process.send!(crossValidated(followUps(), entries, learnt()), () => process.disconnect());
