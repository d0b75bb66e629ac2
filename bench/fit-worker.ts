/** Learns once for `npm run fit`: without a fold, to tell how its questions are seen; or from everything, to tell what was learnt. */
import { learnWithout, seeFold } from './lessons.ts';

const [, , fold = ''] = process.argv;
process.send!(fold === '' ? learnWithout(null) : seeFold(Number(fold)), () => process.disconnect());
