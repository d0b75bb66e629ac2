import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadAll } from 'js-yaml';
import { type Any, isSetting, port, read, root, secretNames, served } from './files.ts';

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

test('secrets come by reference, each under the name of its setting, and a missing database keeps it from starting', () => {
  expect(container!['envFrom']).toEqual([{ configMapRef: { name: 'signpost' } }, { secretRef: { name: 'signpost' } }]);
  expect(container!['env']).toEqual([
    { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'signpost', key: 'DATABASE_URL' } } },
  ]);
  for (const name of Object.keys(config)) {
    expect([name, isSetting(name)]).toEqual([name, true]);
    expect(secretNames).not.toContain(name);
  }
  for (const [, name] of read('deploy/kubernetes/deployment.yaml').matchAll(/--from-literal=(\w+)=/g))
    expect(secretNames).toContain(name);
  expect(documents.some((document) => document['kind'] === 'Secret')).toBe(false);
});

test('no Service brings in variables that look like settings', () => {
  expect(pod.enableServiceLinks).toBe(false);
});

test('there is time to leave the Service and to drain', () => {
  const pause = Number(container!['lifecycle'].preStop.exec.command[1]);
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + Number(config['SIGNPOST_DRAIN_SECONDS']));
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

test('what goes out is named, and the metadata service is not in it', () => {
  const { egress, policyTypes } = kind('NetworkPolicy')['spec'];
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(JSON.stringify(egress)).toContain('169.254.0.0/16');
});
