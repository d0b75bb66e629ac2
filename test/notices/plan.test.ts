import { describe, expect, test } from '@jest/globals';
import type { Sighting } from '../../src/model/notice.ts';
import { plan } from '../../src/notices/plan.ts';
import { standard } from '../../src/notices/settings.ts';
import { day, hour, minute, room, roomOf, sighting, worldOf } from './world.ts';

const firing = (key: string, more = {}) => sighting(key, more);
const ok = (key: string, more = {}) => sighting(key, { state: 'ok', ...more });
const unknown = (key: string, more = {}) => sighting(key, { state: 'unknown', ...more });
const alert = (key: string, more = {}) => sighting(key, { check: 'inbox', ...more });

/** Fires a check's notice: two failed runs. */
const fire = (world: ReturnType<typeof worldOf>, ...sightings: readonly Sighting[]): readonly string[] => {
  world.see(...sightings);
  world.wait(5 * minute);
  return world.see(...sightings);
};

describe('a check', () => {
  test('is believed when it fails twice', () => {
    const world = worldOf();
    expect(world.see(firing('tls'))).toEqual([]);
    world.wait(5 * minute);
    expect(world.see(firing('tls'))).toEqual(['ops: card 1.1 firing tls is wrong']);
  });

  test('that failed once and is well again is never told', () => {
    const world = worldOf();
    world.see(firing('tls'));
    expect(world.see(ok('tls'))).toEqual([]);
    expect(world.see(firing('tls'))).toEqual([]);
    expect(world.ledger().notices).toHaveLength(1);
  });

  test('that could not run neither counts nor ends anything', () => {
    const world = worldOf();
    world.see(firing('tls'));
    expect(world.see(unknown('tls'))).toEqual([]);
    expect(world.notice('tls')?.runs).toBe(1);
    world.see(firing('tls'));
    expect(world.see(unknown('tls'))).toEqual([]);
    expect(world.notice('tls')?.state).toBe('firing');
  });

  test('that reports the same again changes nothing that people see', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    expect(world.see(firing('tls'))).toEqual([]);
  });

  test('that no longer looks at something ends its notice, unless it could not look', () => {
    const world = worldOf();
    world.ran('endpoints', firing('a'), firing('b'));
    world.ran('endpoints', firing('a'), firing('b'));
    expect(world.ran('endpoints', unknown('b'))).toEqual([]);
    expect(world.ran('other', ok('c'))).toEqual([]);
    const posts = world.ran('endpoints', firing('b'));
    expect(posts).toEqual(['ops: card 1.2 resolved a is wrong', 'ops: line 1 resolved']);
    expect(world.notice('a')?.end?.how).toBe('expired');
  });
});

describe('what has an end that comes closer', () => {
  const ends = (step: string, more = {}) => firing('tls', { step, title: `TLS ends in ${step}`, ...more });

  test('is edited daily and spoken of again at each step, and once where it becomes graver with it', () => {
    const world = worldOf();
    fire(world, ends('30 days'));
    expect(world.see(firing('tls', { step: '30 days', title: 'TLS ends in 29 days' }))).toEqual([
      'ops: card 1.2 firing TLS ends in 29 days',
    ]);
    expect(world.see(ends('14 days'))).toEqual(['ops: card 1.3 firing TLS ends in 14 days', 'ops: line 1 step']);
    expect(world.see(ends('7 days', { severity: 'critical' }))).toEqual([
      'ops: card 1.4 firing TLS ends in 7 days',
      'ops: line 1 raised',
    ]);
  });
});

describe('an alert from elsewhere', () => {
  test('is told at once', () => {
    expect(worldOf().see(alert('x'))).toEqual(['ops: card 1.1 firing x is wrong']);
  });

  test('that is repeated is told once', () => {
    const world = worldOf();
    world.see(alert('x'));
    for (let n = 0; n < 20; n++) {
      world.wait(minute);
      expect(world.see(alert('x'))).toEqual([]);
    }
  });

  test('of which only another occurrence ended goes on', () => {
    const world = worldOf();
    world.see(alert('x', { alias: 'a1', startedAt: 1000 }));
    world.see(alert('x', { alias: 'a2', startedAt: 2000 }));
    expect(world.see(alert('x', { state: 'ok', alias: 'a1', startedAt: 1000 }))).toEqual([]);
    expect(world.see(alert('x', { state: 'ok', alias: 'a2', startedAt: 2000 }))).toContain('ops: line 1 resolved');
  });

  test('ends by its id where its other marks are missing', () => {
    const world = worldOf();
    world.see(alert('azure/rule/full', { alias: 'a1' }));
    expect(world.see(alert('azure/rule/bare', { state: 'ok', alias: 'a1' }))).toContain('ops: line 1 resolved');
  });

  test('that arrives again after its end, late and unchanged, is an echo', () => {
    const world = worldOf();
    world.see(alert('x', { startedAt: 1000 }));
    world.see(alert('x', { startedAt: 1000, state: 'ok' }));
    expect(world.see(alert('x', { startedAt: 1000 }))).toEqual([]);
    expect(world.see(alert('x', { startedAt: 5000 }))).toContain('ops: line 1 again');
  });

  test('that nobody reports any more is closed after three days', () => {
    const world = worldOf();
    world.see(alert('x'));
    world.wait(3 * day - minute);
    expect(world.tick().filter((post) => post.includes('resolved'))).toEqual([]);
    world.wait(minute);
    expect(world.tick()).toContain('ops: line 1 resolved');
    expect(world.notice('x')?.end?.how).toBe('expired');
  });
});

describe('the end', () => {
  test('edits the message and adds one line below it', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    expect(world.see(ok('tls'))).toEqual(['ops: card 1.2 resolved tls is wrong', 'ops: line 1 resolved']);
    expect(world.see(ok('tls'))).toEqual([]);
  });

  test('by hand names who did it, and what was on its way does not count', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    expect(world.act({ kind: 'resolve', card: '1', by: 'Eva' })).toContain('ops: line 1 resolved by Eva');
    world.wait(10 * minute);
    expect(world.see(firing('tls'))).toEqual([]);
    world.wait(10 * minute);
    expect(fire(world, firing('tls'))).toContain('ops: line 1 again');
  });

  test('that comes long after means a new card for the next time', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    world.see(ok('tls'));
    world.wait(hour);
    expect(fire(world, firing('tls'))).toEqual(['ops: card 2.1 firing tls is wrong']);
  });

  test('comes at once for those who asked, by key', () => {
    const world = worldOf();
    world.see(alert('x'));
    world.follow('x', 3);
    const input = { sightings: [alert('x', { state: 'ok' })], subscriptions: [room('ops')] };
    expect(plan(world.ledger(), input, standard, world.now()).changes?.cleared).toEqual(['x']);
  });
});

describe('what comes and goes', () => {
  test('within half an hour goes on with its card', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    world.see(ok('tls'));
    world.wait(10 * minute);
    expect(fire(world, firing('tls'))).toEqual(['ops: card 1.3 firing tls is wrong', 'ops: line 1 again']);
  });

  test('again and again must be well for half an hour before it is called over', () => {
    const world = worldOf();
    const said: string[] = [];
    for (let n = 0; n < 12; n++) {
      said.push(...world.see(alert('x')));
      world.wait(5 * minute);
      said.push(...world.see(alert('x', { state: 'ok' })));
      world.wait(5 * minute);
    }
    expect(said.filter((post) => post.includes('line 1 resolved'))).toHaveLength(3);
    expect(world.notice('x')?.state).toBe('firing');
    world.wait(25 * minute);
    expect(world.tick()).toContain('ops: line 1 resolved');
  });
});

describe('a snooze', () => {
  const snooze = (world: ReturnType<typeof worldOf>, span: number) =>
    world.act({ kind: 'snooze', card: '1', by: 'Eva', until: world.now() + span });

  test('keeps its thing quiet when it ends and comes back, until its own end', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    expect(snooze(world, day)).toEqual(['ops: card 1.2 firing tls is wrong', 'ops: line 1 snoozed by Eva']);
    world.see(ok('tls'));
    world.wait(2 * hour);
    expect(fire(world, firing('tls'))).toEqual([]);
    world.see(ok('tls'));
    world.wait(2 * hour);
    expect(fire(world, firing('tls'))).toEqual([]);
    world.wait(20 * hour);
    expect(world.tick()).toEqual(['ops: card 3.1 firing tls is wrong']);
  });

  test('that is over while it still fires is said below the card', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    snooze(world, 30 * minute);
    world.wait(30 * minute);
    expect(world.tick()).toEqual(['ops: card 1.3 firing tls is wrong', 'ops: line 1 snooze over']);
  });

  test('does not hide that it becomes graver', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    snooze(world, day);
    expect(world.see(firing('tls', { severity: 'critical' }))).toContain('ops: line 1 raised');
  });

  test('keeps a critical one from being repeated', () => {
    const world = worldOf();
    fire(world, firing('tls', { severity: 'critical' }));
    snooze(world, 10 * hour);
    world.wait(9 * hour);
    expect(world.tick().filter((post) => post.includes('still'))).toEqual([]);
  });
});

describe('repeats', () => {
  test('come every four hours for a critical one that nobody has taken', () => {
    const world = worldOf();
    fire(world, firing('tls', { severity: 'critical' }));
    const still: number[] = [];
    for (let n = 0; n < 24 * 12; n++) {
      world.wait(5 * minute);
      if (world.tick().includes('ops: still 1')) still.push(n);
    }
    expect(still).toHaveLength(6);
  });

  test('end when somebody takes it', () => {
    const world = worldOf();
    fire(world, firing('tls', { severity: 'critical' }));
    expect(world.act({ kind: 'acknowledge', card: '1', by: 'Eva' })).toContain('ops: line 1 acknowledged by Eva');
    expect(world.act({ kind: 'acknowledge', card: '1', by: 'Eva' })).toEqual([]);
    world.wait(5 * hour);
    expect(world.tick().filter((post) => post.includes('still'))).toEqual([]);
  });

  test('never come for a warning', () => {
    const world = worldOf();
    fire(world, firing('tls'));
    world.wait(day);
    expect(world.tick().filter((post) => post.includes('still'))).toEqual([]);
  });
});

describe('quiet hours', () => {
  const quiet = { from: 22, to: 7, zone: 'Europe/Berlin' };

  test('keep a warning until the morning', () => {
    const world = worldOf([room('ops')], { quiet });
    world.at('2026-03-02T22:30:00Z');
    expect(world.see(alert('x'))).toEqual([]);
    world.at('2026-03-03T05:59:00Z');
    expect(world.tick()).toEqual([]);
    world.at('2026-03-03T06:00:00Z');
    expect(world.tick()).toEqual(['ops: card 1.1 firing x is wrong']);
  });

  test('let a critical one pass, also when it becomes that at night', () => {
    const world = worldOf([room('ops')], { quiet });
    world.at('2026-03-02T22:30:00Z');
    expect(world.see(alert('x', { severity: 'critical' }))).toHaveLength(1);
    expect(world.see(alert('y'))).toEqual([]);
    expect(world.see(alert('y', { severity: 'critical' }))).toHaveLength(1);
  });

  test('keep what is over before the morning from ever being told', () => {
    const world = worldOf([room('ops')], { quiet });
    world.at('2026-03-02T22:30:00Z');
    world.see(alert('x'));
    world.wait(hour);
    expect(world.see(alert('x', { state: 'ok' }))).toEqual([]);
    world.wait(9 * hour);
    expect(world.tick()).toEqual([]);
  });
});

describe('one notice explained by another', () => {
  const host = firing('host', { domains: ['contoso.com'], severity: 'critical' });
  const tls = firing('tls', { domains: ['fabrikam.com'], parent: 'host' });

  test('shows as a line on the other and has no card of its own', () => {
    const world = worldOf();
    expect(fire(world, host, tls)).toEqual(['ops: card 1.1 firing host is wrong']);
    const [post] = world.posts;
    expect(post?.kind === 'card' && post.view.consequences).toEqual(['tls is wrong']);
  });

  test('of the same domain is not told beside it either', () => {
    const world = worldOf();
    fire(world, host, firing('mex', { domains: ['contoso.com'], parent: 'host' }));
    expect(world.posts.map((post) => post.kind === 'card' && post.view.lines.length)).toEqual([1]);
    expect(world.notice('mex')?.card).toBeNull();
  });

  test('waits while the other may still fire', () => {
    const world = worldOf();
    world.see(tls);
    world.see(tls, host);
    expect(world.posts).toEqual([]);
  });

  test('is told when it is still wrong after the other ended', () => {
    const world = worldOf();
    fire(world, host, tls);
    expect(world.see({ ...host, state: 'ok' }, tls).filter((post) => post.includes('tls'))).toEqual([]);
    world.wait(5 * minute);
    expect(world.see(tls)).toEqual(['ops: card 2.1 firing tls is wrong']);
  });

  test('in a circle is not explained at all', () => {
    const world = worldOf();
    const a = alert('a', { parent: 'b' });
    const b = alert('b', { parent: 'a' });
    expect(world.see(a, b)).toHaveLength(2);
    expect(worldOf().see(alert('c', { parent: 'c' }))).toHaveLength(1);
  });
});

describe('grouping', () => {
  test('puts what comes together about one domain on one card, the gravest first', () => {
    const world = worldOf();
    const about = { domains: ['contoso.com'] };
    expect(world.see(alert('a', about), alert('b', { ...about, severity: 'critical' }))).toEqual([
      'ops: card 1.1 firing b is wrong + a is wrong',
    ]);
    world.wait(minute);
    expect(world.see(alert('c', about))).toEqual(['ops: card 1.2 firing b is wrong + a is wrong + c is wrong']);
    world.wait(5 * minute);
    expect(world.see(alert('d', about))).toEqual(['ops: card 2.1 firing d is wrong']);
  });

  test('ends the card when the last of it ends', () => {
    const world = worldOf();
    const about = { domains: ['contoso.com'] };
    world.see(alert('a', about), alert('b', about));
    expect(world.see(alert('a', { ...about, state: 'ok' }))).toEqual(['ops: card 1.2 firing b is wrong + a is wrong']);
    expect(world.see(alert('b', { ...about, state: 'ok' }))).toContain('ops: line 1 resolved');
  });
});

describe('a storm', () => {
  test('beyond ten cards in five minutes becomes one summary that is updated', () => {
    const world = worldOf();
    const posts = Array.from({ length: 30 }, (_, n) => {
      world.wait(1000);
      return world.see(alert(`x${n}`));
    }).flat();
    expect(posts.filter((post) => post.includes('card'))).toHaveLength(10);
    expect(posts.at(-1)).toBe('ops: storm 12.20 with 20');
    const ends = Array.from({ length: 30 }, (_, n) => world.see(alert(`x${n}`, { state: 'ok' }))).flat();
    expect(ends.filter((post) => post.includes('storm over'))).toHaveLength(1);
    expect(ends.filter((post) => post.includes('line'))).toHaveLength(10);
  });

  test('all at once is one summary too, and afterwards cards come singly again', () => {
    const world = worldOf();
    const posts = world.see(...Array.from({ length: 100 }, (_, n) => alert(`x${n}`)));
    expect(posts.filter((post) => post.includes('storm'))).toEqual(['ops: storm 101.1 with 90']);
    expect(posts).toHaveLength(11);
    world.wait(6 * minute);
    expect(world.see(alert('later'))).toEqual(['ops: card 102.1 firing later is wrong']);
  });
});

describe('rooms', () => {
  test.each([
    ['everything', {}, true],
    ['its topic', { topics: ['adfs-ssl-expired'] }, true],
    ['the check that saw it', { topics: ['inbox'] }, true],
    ['another topic', { topics: ['mfa-required'] }, false],
    ['its domain', { domains: ['contoso.com'] }, true],
    ['another domain', { domains: ['fabrikam.com'] }, false],
    ['a domain with the same end', { domains: ['toso.com'] }, false],
    ['critical only', { least: 'critical' as const }, false],
    ['warnings', { least: 'warning' as const }, true],
  ])('that asked for %s', (_, wish, expected) => {
    const world = worldOf([room('ops', wish)]);
    const posts = world.see(alert('x', { domains: ['login.contoso.com'], topic: 'adfs-ssl-expired' }));
    expect(posts.length > 0).toBe(expected);
  });

  test('are each told once, and all are told the end', () => {
    const world = worldOf([room('ops'), room('mail')]);
    expect(world.see(alert('x'))).toEqual(['ops: card 1.1 firing x is wrong', 'mail: card 1.1 firing x is wrong']);
    world.subscribe(room('ops'));
    expect(world.see(alert('x', { state: 'ok' })).filter((post) => post.startsWith('mail'))).toHaveLength(2);
  });

  test('that ask later, or for graver things only, are told when it concerns them', () => {
    const world = worldOf([]);
    world.see(alert('x'));
    world.subscribe(room('ops'), room('boss', { least: 'critical' }));
    expect(world.tick()).toEqual(['ops: card 1.1 firing x is wrong']);
    expect(world.see(alert('x', { severity: 'critical' }))).toEqual([
      'ops: card 1.2 firing x is wrong',
      'boss: card 1.2 firing x is wrong',
      'ops: line 1 raised',
    ]);
  });
});

describe('a test notice', () => {
  test('goes to its room only, at night, in a storm, alone', () => {
    const world = worldOf([room('ops'), room('other')], {
      quiet: { from: 0, to: 23, zone: 'UTC' },
      storm: { most: 0, within: hour },
    });
    const only = roomOf(room('here'));
    expect(world.see(sighting('test/1', { check: 'test', only }), sighting('test/2', { check: 'test', only }))).toEqual(
      ['here: card 1.1 firing test/1 is wrong', 'here: card 2.1 firing test/2 is wrong'],
    );
    expect(world.act({ kind: 'resolve', card: '1', by: 'Ada' })).toContain('here: line 1 resolved by Ada');
  });
});

test('what is done to a notice that is over is told to be over', () => {
  const world = worldOf();
  world.see(alert('x'));
  world.see(alert('x', { state: 'ok' }));
  const outcomes = ['1', '99'].map((card) => {
    const doing = { kind: 'acknowledge', card, by: 'Eva' } as const;
    return plan(world.ledger(), { doing, subscriptions: [] }, standard, world.now()).outcome;
  });
  expect(outcomes).toEqual(['over', 'over']);
});

test('what is over is forgotten after a week, and a snooze keeps it', () => {
  const world = worldOf();
  world.see(alert('a'), alert('b'));
  world.act({ kind: 'snooze', card: '1', by: 'Eva', until: world.now() + 20 * day });
  world.see(alert('a', { state: 'ok' }), alert('b', { state: 'ok' }));
  world.wait(8 * day);
  world.tick();
  expect(world.ledger().notices.map(({ key }) => key)).toEqual(['a']);
  world.wait(20 * day);
  world.tick();
  world.tick();
  expect(world.ledger()).toMatchObject({ notices: [], cards: [], storms: [] });
});
