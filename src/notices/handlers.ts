/** Carries out what people do about notices from chat. */
import { auditOf, chosenBy } from '../model/audit.ts';
import { personKey } from '../model/message.ts';
import type { Checkable, HandlerWord } from '../model/notice.ts';
import type { EffectJob, Handlers, JobOf } from '../model/ports.ts';
import type { Act } from './act.ts';
import { type CheckNow, checkNow } from './check-now.ts';
import type { NoticeParts, Notices } from './keep.ts';
import { readNotices } from './read.ts';

type Acted = 'acknowledgeNotice' | 'snoozeNotice' | 'resolveNotice';

/** Without `checkable`, asking for a check is answered with that. */
export const noticeHandlers = (
  parts: NoticeParts & { readonly notices: Notices; readonly checkable?: Checkable | undefined },
): { readonly handlers: Handlers; readonly checks: CheckNow } => {
  const { store, notices, clock, drawings } = parts;

  const say = async (job: EffectJob, word: HandlerWord): Promise<void> => {
    const post = {
      key: `${job.key}/word`,
      kind: 'post',
      place: job.from.place,
      reply: drawings(job.from.person.locale).word(word),
    } as const;
    await store.promise([{ job: post, dueAt: clock() }]);
    parts.promised();
  };

  const act = async (job: JobOf<Acted>, doing: Act): Promise<void> => {
    const detail = doing.kind === 'snooze' ? `until ${new Date(doing.until).toISOString()}` : '';
    if ((await notices.act(doing, auditOf(job, clock(), job.card, detail))) === 'over')
      await say(job, { kind: 'over', notice: doing.card });
  };

  const checks = checkNow({
    ...parts,
    checkable: parts.checkable,
    say,
    found: async ({ findings }) => void (await notices.take(findings)),
  });

  const handlers: Handlers = {
    async followNotice(job) {
      const { place, person } = job.from;
      const { locale } = person;
      const follower = { person: personKey(place.channel, person), place, ...(locale ? { locale } : {}) };
      if (!(await store.notices.follow(job.notice, follower, clock()))) await say(job, { kind: 'over', notice: '' });
    },
    acknowledgeNotice: (job) => act(job, { kind: 'acknowledge', card: job.card, by: job.from.person.name }),
    snoozeNotice: (job) => act(job, { kind: 'snooze', card: job.card, by: job.from.person.name, until: job.until }),
    resolveNotice: (job) => act(job, { kind: 'resolve', card: job.card, by: job.from.person.name }),
    async subscribeRoom(job) {
      const { subscription } = job;
      const detail = `${subscription.least} ${chosenBy(subscription)}`.trim();
      await store.notices.subscribe(subscription, auditOf(job, clock(), subscription.id, detail));
      await notices.tick();
    },
    async unsubscribeRoom(job) {
      await store.notices.unsubscribe(job.room, auditOf(job, clock(), job.room));
    },
    async testNotice({ key, room }) {
      const [sighting] = readNotices(JSON.stringify({ ...testBody, key }));
      await notices.take([{ ...sighting!, check: 'test', only: room }]);
    },
    runCheck: checks.start,
  };
  return { handlers, checks };
};

/** What another system would send; it goes the same way. */
const testBody = {
  severity: 'info',
  title: 'This is a test: nothing is wrong',
  evidence: 'Somebody asked for a test notice here',
  action: 'Press Resolve and see whether this message changes',
};
