import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { settings } from '../../src/settings.ts';
import { read, root } from './files.ts';

const unit = read('deploy/systemd/signpost.service');
const runbook = read('docs/runbook.md');
const lines = unit.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
/** What stands in a section, by name; a name that is there twice would hide a line. */
const section = (name: string): ReadonlyMap<string, string> => {
  const from = lines.indexOf(`[${name}]`) + 1;
  const to = lines.findIndex((line, n) => n >= from && line.startsWith('['));
  const own = lines.slice(from, to < 0 ? undefined : to).map((line) => line.split(/=(.*)/s) as [string, string]);
  expect(new Set(own.map(([key]) => key)).size).toBe(own.length);
  return new Map(own);
};
const service = section('Service');
const home = service.get('WorkingDirectory')!;

test('every line is a section or sets something', () => {
  expect(lines.filter((line) => !/^\[\w+\]$|^[A-Za-z]+=/.test(line))).toEqual([]);
});

test('it runs the node that npm ci brings, on the program', () => {
  const [node = '', ...args] = service.get('ExecStart')!.split(' ');
  expect(node.startsWith(`${home}/`)).toBe(true);
  expect(existsSync(join(root, node.slice(home.length)))).toBe(true);
  expect(args).toEqual(['src/main.ts']);
});

test('only node is told to stop, and has the time to drain', () => {
  expect(service.get('KillMode')).toBe('mixed');
  const { default: drain } = settings.find(({ name }) => name === 'SIGNPOST_DRAIN_SECONDS')!;
  expect(Number(service.get('TimeoutStopSec'))).toBeGreaterThan(Number(drain) + 5);
});

test('it is started again for as long as it takes, and with the computer', () => {
  expect(service.get('Restart')).toBe('on-failure');
  expect(section('Unit').get('StartLimitIntervalSec')).toBe('0');
  expect(section('Install').get('WantedBy')).toBe('multi-user.target');
});

test('it has no rights but to write its own folder, which nobody else reads', () => {
  expect(Object.fromEntries(service)).toMatchObject({
    User: 'signpost',
    StateDirectory: 'signpost',
    StateDirectoryMode: '0700',
    UMask: '0077',
    NoNewPrivileges: 'yes',
    CapabilityBoundingSet: '',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    PrivateTmp: 'yes',
  });
  expect([...service.keys()].filter((key) => /^(?:ReadWritePaths|AmbientCapabilities)$/.test(key))).toEqual([]);
});

test('nothing keeps Node from making machine code', () => {
  expect(service.has('MemoryDenyWriteExecute')).toBe(false);
});

test('it has the memory that docs/sizing.md orders, with the process that reads pictures', () => {
  const sizing = read('docs/sizing.md');
  const each = Number(/\| 1 \| 0\.5 core, (\d+) MB \|/.exec(sizing)![1]);
  const more = Number(/Where pictures are read, (\d+) MB more/.exec(sizing)![1]);
  expect(service.get('MemoryMax')).toBe(`${each + more}M`);
});

test('a process that reads pictures and takes too much memory does not take the service along', () => {
  expect(service.get('OOMPolicy')).toBe('continue');
});

test('the runbook installs it where it expects to be, with its user and its folder', () => {
  const store = `SIGNPOST_STORE=/var/lib/${service.get('StateDirectory')}/signpost.sqlite`;
  for (const told of [
    `cd ${home}\n`,
    `useradd --system --home-dir /var/lib/${service.get('StateDirectory')}`,
    'cp deploy/systemd/signpost.service /etc/systemd/system/',
    store,
  ])
    expect(runbook).toContain(told);
  expect(unit).toContain(store);
});
