/** Finds what came of something that was done among the findings beside an entry: "consent was granted, the person still sees the approval page". */
import type { FollowUp, Spoken } from '../src/model/catalog.ts';
import type { Reply } from '../src/model/reply.ts';
import { type Answer, closestBlocks, methodsLeft } from './after-cards.ts';
import { helpdeskButton, wayBack } from './buttons.ts';
import { replyOf } from './reply.ts';
import { findingCard } from './spoken-cards.ts';

/** From such a chance on such a finding is told, and from a lower one on it may be what a text tells, where it is known that something was done and did not last or not suffice. */
const from = { may: 0.3, told: 0.5 } as const;

const deed =
  /\b(?:was|were|is|are|has been|have been) (?:\w+ )?(?:\w+ed|\w+en|set|reset|sent|made|run|put|done|built|rebuilt|left)\b|\b(?:ran|restarted|reset|signed out|went|did|accepted|changed|waited|deleting|after \w+ing)\b/i;
const since =
  /\b(?:still|again|same|back|stays?|stayed|comes?|came|returns?|not|no|nothing|another|other|now|yet|only|some|half|cannot|fails?|failed|refused|lacks?|next day|for a while|asks|warns?|ago|minutes?|hours?)\b/i;

/** Where it helped some, what came of it for the others. */
const others = /\b(?:some|only|half|others?|one|two|few|most|second|third)\b/i;

/** Whether a finding tells of a deed and of what is seen since, `partly` where it helped some. */
const tells = (said: string, partly: boolean): boolean => deed.test(said) && (partly ? others : since).test(said);

/** The finding that may be what came of what was done; undefined where none is likely enough. */
export const cameOf = ({ findings }: FollowUp, partly: boolean): Spoken | undefined => {
  const [first] = findings.filter(({ opposes }) => !opposes);
  const told = first && tells(first.said ?? '', partly) ? first : undefined;
  return told && told.chance >= from.may ? told : undefined;
};

/** Whether it is told as what came of it; else it is quoted. */
export const isTold = ({ chance }: Spoken): boolean => chance >= from.told;

/** What the finding means, told or quoted, and the methods that are left. */
export const cameOfCard = (finding: Spoken, answer: Answer): Reply => {
  if (isTold(finding)) return findingCard(finding, answer, false);
  const led = typeof finding.leads === 'number' ? [finding.leads] : [];
  return replyOf({
    blocks: closestBlocks([finding], false, answer),
    actions: [...methodsLeft(answer, led), wayBack(answer.entry, answer.method), helpdeskButton(answer.entry.id)],
  });
};
