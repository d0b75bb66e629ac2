/** Pictures of error pages: says that they are being read, and asks whether what was read is right. */
import type { Catalog, Entry, SecretKind } from '../src/model/catalog.ts';
import type { Anywhere, Context, Outcome, Saved } from '../src/model/dialog.ts';
import type { ChannelName, Event } from '../src/model/message.ts';
import type { Picture, PictureEffect, PictureFinding, PictureIds } from '../src/model/picture.ts';
import type { Action, Block, Reply } from '../src/model/reply.ts';
import { choose, note, paragraph, primary } from './blocks.ts';
import { entryButton } from './buttons.ts';
import { spelt, sentence, withWarning } from './cards.ts';
import { replyOf } from './reply.ts';
import { words } from './words/index.ts';

/** How many pictures of one message are read. */
const most = 3;

/** The choice of whoever says that a picture was misread. */
const no = 'picture:no';

/** `usual` answers what came along with the pictures. */
export const pictures =
  (usual: (event: Event, context: Context, saved: Saved) => Outcome): Anywhere =>
  (event, context, saved) => {
    if (event.kind === 'chose' && event.choice === no) return { replies: [sentence(words().picture.typeIt)] };
    if (event.kind !== 'said' || event.overheard || !event.pictures?.length) return null;
    const { pictures: sent, ...said } = event;
    const before = said.text.trim() === '' ? undefined : usual(said, context, saved);
    return begun(sent, before && worthSaying(before) ? before : undefined);
  };

/** "What does this mean?" beside a picture is no problem of its own, and a question would ask for what the picture shows. */
const worthSaying = ({ understood }: Outcome): boolean =>
  understood === undefined || understood.outcome === 'answer' || understood.outcome === 'other';

const begun = (sent: readonly Picture[], before: Outcome = { replies: [] }): Outcome => {
  const read = sent.slice(0, most);
  const effects = read.map(({ ref }, n): PictureEffect => ({ kind: 'readPicture', ref, n: n + 1, of: read.length }));
  return {
    ...before,
    replies: [...before.replies, sentence(words().picture.reading(read.length, sent.length))],
    effects: [...(before.effects ?? []), ...effects],
  };
};

/** Which picture of a message it is, from 1, the kinds of secrets that it shows, and where it was sent. */
type Which = {
  readonly n: number;
  readonly of: number;
  readonly secrets: readonly SecretKind[];
  readonly channel: ChannelName;
};

/** What was found in a picture, as a question; nothing of it counts before it is confirmed. */
export const pictureCard = (finding: PictureFinding, catalog: Pick<Catalog, 'entry'>, which: Which): Reply => {
  const reply = cardOf(finding, catalog, words().picture.where(which.n, which.of));
  return which.secrets.length > 0 ? withWarning(reply, which.secrets, which.channel) : reply;
};

const cardOf = (finding: PictureFinding, catalog: Pick<Catalog, 'entry'>, where: string): Reply => {
  switch (finding.kind) {
    case 'codes':
      return codesCard(finding, catalog, where);
    case 'looks':
      return asked(
        words().picture.looks(where),
        finding.entries.flatMap((id) => catalog.entry(id) ?? []).map((entry) => show(entry, entry.title)),
        finding.ids,
      );
    case 'unknown':
      return replyOf({
        blocks: [
          paragraph(words().picture.unknown(finding.codes.map(spelt).join(', '), where)),
          ...idBlocks(finding.ids),
        ],
      });
    case 'nothing':
      return sentence(words().picture.nothing(where));
    case 'unread':
      return sentence(words().picture.unread[finding.why](where));
  }
};

const codesCard = (
  { codes, ids }: Extract<PictureFinding, { kind: 'codes' }>,
  catalog: Pick<Catalog, 'entry'>,
  where: string,
): Reply => {
  const found = codes.flatMap(({ code, entry: id }) => {
    const entry = catalog.entry(id);
    return entry ? [{ code, entry }] : [];
  });
  const [only] = found;
  if (!only) return sentence(words().picture.nothing(where));
  if (found.every(({ entry }) => entry === only.entry))
    return asked(
      words().picture.code(spelt(only.code), only.entry.title, where),
      [show(only.entry, words().button.yes)],
      ids,
      words().button.no,
    );
  const choices = found.map(({ code, entry }) => show(entry, `${spelt(code)}: ${entry.title}`));
  return asked(words().picture.codes(where), choices, ids);
};

const show = (entry: Entry, label: string): Action => entryButton(entry, label, primary);

const asked = (
  question: string,
  choices: readonly Action[],
  ids: PictureIds,
  none: string = words().button.none,
): Reply =>
  replyOf({
    blocks: [paragraph(question), ...idBlocks(ids), note(words().picture.compare)],
    actions: [...choices.map((action, n) => (n === 0 ? action : plainly(action))), choose(none, no)],
  });

const plainly = (action: Action): Action =>
  action.kind === 'choose' ? choose(action.label, action.choice, action.about) : action;

const idBlocks = (ids: PictureIds): readonly Block[] => {
  const items = (['correlationId', 'requestId', 'timestamp'] as const).flatMap((name) =>
    ids[name] === undefined ? [] : [[words().handOver[name], ids[name]] as const],
  );
  return items.length > 0 ? [paragraph(words().picture.ids), { kind: 'facts', items }] : [];
};
