/** What holds for every life of notices, whatever is seen, done and waited for in whatever order. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type NoticeView, severities, type Severity, type Sighting } from '../../src/model/notice.ts';
import { explains } from '../../src/notices/inhibit.ts';
import { isSnoozed } from '../../src/notices/life.ts';
import type { Planned } from '../../src/notices/plan.ts';
import { standard } from '../../src/notices/settings.ts';
import { day, minute, room, sighting, worldOf } from './world.ts';

type Step =
  | { readonly kind: 'see'; readonly states: readonly Sighting['state'][]; readonly severity: Severity }
  | { readonly kind: 'wait'; readonly span: number }
  | { readonly kind: 'acknowledge' | 'resolve'; readonly card: number }
  | { readonly kind: 'snooze'; readonly card: number; readonly span: number };

/** Two checks about one host that a third explains, an alert from elsewhere, and one about the same domain. */
const keys = ['host', 'tls', 'metadata', 'alert', 'spike'] as const;

const seen = (key: (typeof keys)[number], state: Sighting['state'], severity: Severity): Sighting =>
  sighting(key, {
    state,
    severity: key === 'host' ? 'critical' : severity,
    title: key,
    check: key === 'alert' || key === 'spike' ? 'inbox' : 'endpoint',
    domains: [key === 'host' || key === 'spike' ? 'contoso.com' : `${key}.example`],
    ...(key === 'tls' || key === 'metadata' ? { parent: 'host' } : {}),
  });

const state = fc.constantFrom<Sighting['state']>('firing', 'firing', 'ok', 'unknown');

const card = fc.integer({ min: 1, max: 6 });

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.array(state, { minLength: 5, maxLength: 5 }), fc.constantFrom(...severities))
        .map(([states, severity]): Step => ({ kind: 'see', states, severity })),
    },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(minute, 5 * minute, 20 * minute, 40 * minute, 300 * minute, day)
        .map((span): Step => ({ kind: 'wait', span })),
    },
    { weight: 1, arbitrary: card.map((number): Step => ({ kind: 'acknowledge', card: number })) },
    { weight: 1, arbitrary: card.map((number): Step => ({ kind: 'resolve', card: number })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(card, fc.constantFrom(minute, 60 * minute, day))
        .map(([number, span]): Step => ({ kind: 'snooze', card: number, span })),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

const rooms = [room('ops'), room('boss', { least: 'critical' })];

/** Plays the steps and looks at the posts of each; throws what does not hold. */
const play = (
  script: readonly Step[],
  look: (world: ReturnType<typeof worldOf>, posts: readonly Planned[]) => void,
) => {
  const world = worldOf(rooms);
  const after = (act: () => void): void => {
    const before = world.posts.length;
    act();
    look(world, world.posts.slice(before));
  };
  for (const step of script) {
    if (step.kind === 'wait') world.wait(step.span);
    after(() => {
      if (step.kind === 'see') world.see(...keys.map((key, n) => seen(key, step.states[n]!, step.severity)));
      else if (step.kind === 'snooze')
        world.act({ kind: 'snooze', card: String(step.card), by: 'Eva', until: world.now() + step.span });
      else if (step.kind !== 'wait') world.act({ kind: step.kind, card: String(step.card), by: 'Eva' });
      else world.tick();
    });
  }
  return { world, after };
};

/** What each room sees now: the newest look of every card, and those that were new in these posts. */
const screens = () => {
  const shown = new Map<string, { view: NoticeView; rev: number }>();
  return {
    shown,
    take(posts: readonly Planned[]): readonly NoticeView[] {
      const fresh: NoticeView[] = [];
      for (const post of posts) {
        if (post.kind !== 'card') continue;
        const name = `${post.view.id}@${post.room.id}`;
        const was = shown.get(name);
        if (was) expect(post.rev).toBeGreaterThan(was.rev);
        else fresh.push(post.view);
        shown.set(name, { view: post.view, rev: post.rev });
      }
      return fresh;
    },
  };
};

const settings = { numRuns: 150, endOnFailure: true };

describe('whatever happens', () => {
  test('no key is on two open cards of one room', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const screen = screens();
        play(script, (_, posts) => {
          screen.take(posts);
          for (const { id } of rooms) {
            const open = [...screen.shown]
              .filter(([name]) => name.endsWith(`@${id}`))
              .flatMap(([, { view }]) =>
                view.lines
                  .filter((line) => view.state === 'firing' && line.state === 'firing')
                  .map(({ told }) => told.title),
              );
            expect(open).toEqual([...new Set(open)]);
          }
        });
      }),
      settings,
    );
  });

  test('no message begins about what is snoozed or explained by another notice', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const screen = screens();
        play(script, (world, posts) => {
          const map = new Map(world.ledger().notices.map((notice) => [notice.key, notice]));
          for (const view of screen.take(posts)) {
            const speaking = view.lines.filter(({ told, state: is }) => {
              const notice = map.get(told.title)!;
              return (
                is === 'firing' && !isSnoozed(notice, world.now()) && !explains(notice, map, standard, world.now())
              );
            });
            expect(speaking.length).toBeGreaterThan(0);
          }
        });
      }),
      settings,
    );
  });

  test('a snooze holds to its end through all coming and going', () => {
    fc.assert(
      fc.property(steps, (script) => {
        let promised = new Map<string, number>();
        play(script, (world) => {
          const now = new Map(
            world.ledger().notices.flatMap(({ key, snooze }) => (snooze ? [[key, snooze.until] as const] : [])),
          );
          for (const [key, until] of promised)
            if (until > world.now()) expect(now.get(key) ?? 0).toBeGreaterThan(world.now());
          promised = now;
        });
      }),
      settings,
    );
  });

  test('everything that was told to be wrong is told to be over, each end in one line', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const screen = screens();
        const states = new Map<string, string>();
        const look = (_: unknown, posts: readonly Planned[]): void => {
          screen.take(posts);
          const ended = posts.flatMap((post) =>
            post.kind === 'card' &&
            post.view.state === 'resolved' &&
            states.get(`${post.view.id}@${post.room.id}`) === 'firing'
              ? [`${post.view.id}@${post.room.id}`]
              : [],
          );
          const said = posts.flatMap((post) =>
            post.kind === 'line' && post.line === 'resolved' ? [`${post.view.id}@${post.room.id}`] : [],
          );
          expect(said.toSorted()).toEqual(ended.toSorted());
          for (const [name, { view }] of screen.shown) states.set(name, view.state);
        };
        const { world, after } = play(script, look);
        for (let n = 0; n < 4; n++) {
          world.wait(31 * minute);
          after(() => void world.see(...keys.map((key) => seen(key, 'ok', 'info'))));
        }
        for (const { view } of screen.shown.values()) expect(view.state).toBe('resolved');
        expect(world.ledger().notices.filter((notice) => notice.state !== 'resolved')).toEqual([]);
      }),
      settings,
    );
  });

  test('nothing is posted twice under one name', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const names = new Set<string>();
        play(script, (_, posts) => {
          for (const post of posts) {
            const name = [post.kind, post.kind === 'line' ? post.line : '', post.view.id, post.rev, post.room.id].join(
              '/',
            );
            expect(names.has(name)).toBe(false);
            names.add(name);
          }
        });
      }),
      settings,
    );
  });

  test('the same alert again at once changes nothing', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom<Sighting['state']>('firing', 'ok'), (script, is) => {
        const { world } = play(script, () => {});
        world.see(seen('alert', is, 'warning'));
        expect(world.see(seen('alert', is, 'warning'))).toEqual([]);
      }),
      settings,
    );
  });
});

describe('three months of a farm that has its bad days', () => {
  test('cost its room a number of messages that can be read', () => {
    const world = worldOf([room('ops')]);
    let random = 7;
    const chance = (of: number): boolean => {
      random = (random * 1103515245 + 12345) % 2147483648;
      return random / 2147483648 < of;
    };
    let down = 0;
    let outages = 0;
    let blips = 0;
    let before = false;
    for (let n = 0; n < (90 * day) / (15 * minute); n++) {
      world.wait(15 * minute);
      if (down > 0) down--;
      else if (chance(0.002)) {
        down = 8;
        outages++;
      }
      const blip = down === 0 && chance(0.01);
      if (blip && before) blips++;
      before = blip;
      world.ran(
        'farm',
        seen('host', down > 0 ? 'firing' : 'ok', 'critical'),
        seen('tls', down > 0 || blip ? 'firing' : 'ok', 'warning'),
        seen('metadata', down > 0 ? 'firing' : chance(0.02) ? 'unknown' : 'ok', 'warning'),
      );
    }
    const cards = new Set(world.posts.flatMap((post) => (post.kind === 'card' ? [post.view.id] : []))).size;
    expect(outages).toBeGreaterThan(10);
    expect(cards).toBeGreaterThan(outages * 0.8);
    expect(cards).toBeLessThanOrEqual(outages + blips);
    expect(world.posts.filter((post) => post.kind === 'line').length).toBeLessThanOrEqual(2 * cards);
    expect(world.ledger().notices.length).toBeLessThanOrEqual(3);
    expect(world.ledger().cards.length).toBeLessThan(10);
  });
});
