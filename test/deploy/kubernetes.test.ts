import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadAll } from 'js-yaml';
import { type Any, isSetting, port, read, root, secretNames, served } from './files.ts';

const folder = join(root, 'deploy/kubernetes');
const filesOf = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));
const documentsOf = (path: string): readonly Any[] =>
  filesOf(path).flatMap((file) => loadAll(readFileSync(join(path, file), 'utf8')) as Any[]);
const optional = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

const documents = documentsOf(folder);
const kind = (name: string): Any => documents.find((document) => document['kind'] === name)!;
const deployment = kind('Deployment');
const pod = deployment['spec'].template.spec;
const [container] = pod.containers as Any[];
const config = kind('ConfigMap')['data'] as Record<string, string>;

test.each(['.', ...optional])('kustomize takes every file of %s', (part) => {
  const path = join(folder, part);
  const { resources } = documentsOf(path).find(({ kind: is }) => is === 'Kustomization')!;
  expect(new Set([...(resources as string[]), 'kustomization.yaml'])).toEqual(new Set(filesOf(path)));
});

test('three replicas, of which one at a time may be taken away, whatever their number', () => {
  expect(deployment['spec'].replicas).toBe(3);
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = kind('PodDisruptionBudget')['spec'];
  expect([minAvailable, maxUnavailable]).toEqual([undefined, 1]);
  // While the database is away no pod is ready, which is to keep no node from being drained.
  expect(unhealthyPodEvictionPolicy).toBe('AlwaysAllow');
  const labels = deployment['spec'].template.metadata.labels;
  for (const selector of [
    deployment['spec'].selector.matchLabels,
    kind('Service')['spec'].selector,
    kind('PodDisruptionBudget')['spec'].selector.matchLabels,
    kind('NetworkPolicy')['spec'].podSelector.matchLabels,
  ])
    expect(labels).toMatchObject(selector);
});

test('replicas stand on different nodes and in different zones, where there are some', () => {
  const spread = pod.topologySpreadConstraints as Any[];
  expect(spread.map(({ topologyKey }) => topologyKey as string)).toEqual([
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
  ]);
  const labels = deployment['spec'].template.metadata.labels;
  for (const { labelSelector } of spread) expect(labels).toMatchObject(labelSelector.matchLabels);
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

test('secrets come by reference, each under the name of its setting, and a missing database keeps it from starting', () => {
  expect(container!['envFrom']).toEqual([{ configMapRef: { name: 'signpost' } }, { secretRef: { name: 'signpost' } }]);
  expect(container!['env']).toEqual([
    { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'signpost', key: 'DATABASE_URL' } } },
  ]);
  for (const name of Object.keys(config)) {
    expect([name, isSetting(name)]).toEqual([name, true]);
    expect(secretNames).not.toContain(name);
  }
  const head = read('deploy/kubernetes/deployment.yaml');
  const named = [...head.matchAll(/^# {3}(\w+)=/gm)].map(([, name]) => name);
  expect(named).toContain('DATABASE_URL');
  for (const name of named) expect(secretNames).toContain(name);
  expect(head).toContain('--from-env-file=');
  expect(head).not.toContain('--from-literal');
  expect(documents.some((document) => document['kind'] === 'Secret')).toBe(false);
});

test('it asks for the memory that docs/sizing.md orders, and its limit has room for the process that reads pictures', () => {
  const sizing = read('docs/sizing.md');
  const each = Number(/\| 3 \| 1 core, (\d+) MB \|/.exec(sizing)![1]);
  const more = Number(/Where pictures are read, (\d+) MB more/.exec(sizing)![1]);
  const { requests, limits } = container!['resources'];
  expect([requests.memory, limits.memory]).toEqual([`${each}Mi`, `${each + more}Mi`]);
});

test('no Service brings in variables that look like settings', () => {
  expect(pod.enableServiceLinks).toBe(false);
});

test('there is time to leave the Service and to drain', () => {
  const [leave, drain] = ['LEAVE', 'DRAIN'].map((part) => Number(config[`SIGNPOST_${part}_SECONDS`]));
  expect(leave).toBeGreaterThanOrEqual(5);
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(leave! + drain!);
});

test('everything that others call is led in from outside, and nothing else', () => {
  const paths = kind('Ingress')['spec'].rules.flatMap((rule: Any) => rule['http'].paths as Any[]) as Any[];
  const ledIn = (route: string): boolean =>
    paths.some(({ path, pathType }) => route === path || (pathType === 'Prefix' && route.startsWith(`${path}/`)));
  const filesIn = (part: string): readonly string[] =>
    readdirSync(join(root, part)).flatMap((file) => (file.endsWith('.ts') ? [join(part, file)] : []));
  const routesIn = (file: string): readonly string[] =>
    [...read(file).matchAll(/(?:path: |guarded\(|page\()'(\/[a-z][^']*)'/g)].map(([, route]) => route!);
  const policies = 'src/policies.ts';
  const callers = ['src/channels/teams', 'src/channels/slack', 'src/notices', 'src/helpdesk'].flatMap(filesIn);
  const called = [...callers, policies].flatMap(routesIn);
  expect(called.length).toBeGreaterThanOrEqual(9);
  expect(called.filter((route) => !ledIn(route))).toEqual([]);
  const others = [...filesIn('src/channels/web'), ...filesIn('src')].filter((file) => file !== policies);
  const inside = ['/', ...served, ...others.flatMap(routesIn)];
  expect(inside).toContain('/metrics');
  expect(inside.filter(ledIn)).toEqual([]);
  expect(kind('Ingress')['spec'].tls[0].hosts).toEqual([kind('Ingress')['spec'].rules[0].host]);
});

test('the class of the ingress is named, and its controller is let in', () => {
  const { ingressClassName } = kind('Ingress')['spec'];
  const [{ from }] = kind('NetworkPolicy')['spec'].ingress;
  const namespaces = from.map((one: Any) => one['namespaceSelector'].matchLabels['kubernetes.io/metadata.name']);
  expect(namespaces).toContain(`ingress-${ingressClassName}`);
});

test('what goes out is named, to addresses of both kinds, and the metadata service is not in it', () => {
  const { egress, policyTypes } = kind('NetworkPolicy')['spec'];
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  const blocksFor = (wanted: number): readonly Any[] =>
    (egress as Any[])
      .filter(({ ports }) => (ports as Any[]).some((one) => one['port'] === wanted))
      .flatMap(({ to }) => to as Any[])
      .flatMap(({ ipBlock }) => (ipBlock ? [ipBlock as Any] : []));
  expect(blocksFor(443)).toEqual([
    { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] },
    { cidr: '::/0', except: expect.arrayContaining(['fe80::/10', 'fd00:ec2::254/128']) },
  ]);
  expect(blocksFor(5432)).toEqual(blocksFor(443));
  expect(blocksFor(53)).toEqual([{ cidr: '169.254.20.10/32' }]);
});

describe('the copy of every night', () => {
  const [claim, job, policy] = ['PersistentVolumeClaim', 'CronJob', 'NetworkPolicy'].map((name) =>
    documentsOf(join(folder, 'backup')).find((one) => one['kind'] === name),
  );
  const { metadata, spec } = job!['spec'].jobTemplate.spec.template;
  const [copier] = spec.containers as Any[];

  test('is made by the same image, which gets no requests', () => {
    expect(copier!['image']).toBe(container!['image']);
    expect(metadata.labels).not.toMatchObject(kind('Service')['spec'].selector);
  });

  test('may nothing that a replica may not, and writes to a volume of its own only', () => {
    expect(spec.securityContext).toEqual(pod.securityContext);
    expect(copier!['securityContext']).toEqual(container!['securityContext']);
    expect([spec.automountServiceAccountToken, spec.enableServiceLinks]).toEqual([false, false]);
    expect(spec.volumes[0].persistentVolumeClaim.claimName).toBe(claim!['metadata'].name);
    expect(copier!['volumeMounts'][0]).toEqual({ name: spec.volumes[0].name, mountPath: '/backups' });
    expect(copier!['env']).toEqual(container!['env']);
  });

  test('reaches names and the database only, and is reached by nobody', () => {
    const { podSelector, policyTypes, ingress, egress } = policy!['spec'];
    expect(metadata.labels).toMatchObject(podSelector.matchLabels);
    expect([policyTypes, ingress]).toEqual([['Ingress', 'Egress'], undefined]);
    const [names, database] = kind('NetworkPolicy')['spec'].egress as Any[];
    expect(egress).toEqual([names, { ...database, ports: [{ protocol: 'TCP', port: 5432 }] }]);
  });

  test('counts only when it is whole, is read by its owner only, and goes after two weeks', () => {
    const home = mkdtempSync(join(tmpdir(), 'signpost-backup-'));
    try {
      const stand = (shell: string): string =>
        copier!['args'][0].replaceAll('/backups', home).replace(/node .* --to/, shell);
      const run = (shell: string): number | null => spawnSync('/bin/sh', ['-ec', stand(shell)]).status;
      const old = join(home, 'signpost-2026-01-01T021700Z.sqlite');
      writeFileSync(old, '');
      utimesSync(old, 0, 0);
      expect(run('touch "$backup.part"; false')).not.toBe(0);
      expect(filesOf(home).filter((name) => name.endsWith('.sqlite'))).toEqual([old.slice(home.length + 1)]);
      expect(run('touch')).toBe(0);
      const [made, ...others] = filesOf(home).filter((name) => name.endsWith('.sqlite'));
      expect(made).toMatch(/^signpost-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite$/);
      expect(others).toEqual([]);
      expect(statSync(join(home, made!)).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});

test('Prometheus reads each pod with the token of the metrics', () => {
  const monitor = documentsOf(join(folder, 'monitoring')).find((one) => one['kind'] === 'PodMonitor')!['spec'];
  expect(deployment['spec'].template.metadata.labels).toMatchObject(monitor.selector.matchLabels);
  const [endpoint] = monitor.podMetricsEndpoints;
  expect(endpoint).toMatchObject({ port: container!['ports'][0].name, path: '/metrics' });
  expect(endpoint.authorization.credentials).toEqual({ name: 'signpost', key: 'SIGNPOST_METRICS_TOKEN' });
  expect(isSetting(endpoint.authorization.credentials.key)).toBe(true);
});
