/** Plays conversations with simulated users: each says an opening, and tells the facts it has only when it is asked. */
import { emptyBoard } from '../src/model/board.ts';
import { dialogs } from '../dialogs/index.ts';
import { decide } from '../src/engine/decide.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Saved, Understood } from '../src/model/dialog.ts';

/** A labelled conversation of test/questions/dialogs.jsonl. */
export type Labelled = {
  readonly id: string;
  readonly opening: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly final: { readonly topic: string; readonly topics_ok?: readonly string[] };
};

type Played = {
  readonly right: boolean;
  readonly questions: number;
  readonly outcome: string;
  readonly topic: string;
  readonly said: readonly string[];
};

/** The facts that a question about a facet brings up, by the names they have in the labels. */
const brings: Readonly<Record<string, readonly string[]>> = {
  where: ['where', 'private_window'],
  scope: ['scope', 'kind', 'is_admin', 'user_role'],
  client: ['client', 'browser', 'app', 'system'],
  message: ['message', 'code', 'event', 'first_error'],
  certificate: ['certificate', 'which_certificate', 'attribute'],
  recent_change: ['recent_change', 'auto_rollover'],
  account: ['account', 'identifier', 'tenant'],
  device: ['device', 'phone'],
};

const mostTurns = 5;

const unsure = "I don't know";

/** What the person answers to a question about `facet`. */
const tell = (facts: Labelled['facts'], facet: string): string =>
  (brings[facet] ?? [facet])
    .flatMap((name) => facts[name] ?? [])
    .filter((fact) => !/^none$/i.test(fact))
    .join('. ') ||
  (facts[facet] ?? unsure);

const isRight = (
  { topic, topics_ok: others = [] }: Labelled['final'],
  outcome: string,
  found: readonly string[],
): boolean => {
  if (topic === 'smalltalk') return outcome === 'smalltalk';
  if (topic === 'off-topic') return outcome === 'unknown';
  return outcome === 'answer' && found.some((one) => [topic, ...others].includes(one));
};

/** Plays one conversation to its end: an answer, an honest "I don't know", or no further question. */
export const play = (catalog: Catalog, { id, opening, facts, final }: Labelled): Played => {
  const said: string[] = [];
  let saved: Saved | null = null;
  let last: Understood | null | undefined;
  let text = opening;
  for (let turn = 0; turn < mostTurns; turn++) {
    said.push(text);
    const outcome = decide(
      { key: id, turn, saved },
      {
        id: `${id}-${turn}`,
        place: { channel: 'json', conversation: id },
        person: { id: 'simulated', name: '' },
        event: { kind: 'said', text },
      },
      { catalog, board: emptyBoard, admin: false, now: 0 },
      dialogs,
    );
    last = outcome.understood;
    saved = outcome.next;
    if (last?.outcome !== 'clarify' || !last.question) break;
    text = tell(facts, last.question.facet);
  }
  const outcome = last?.outcome ?? 'other';
  const entry = catalog.entry(last?.entries[0]?.id ?? '');
  const { topic = '', broader = topic } = entry ?? {};
  return { right: isRight(final, outcome, [topic, broader]), questions: said.length - 1, outcome, topic, said };
};
