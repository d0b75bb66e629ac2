import { expect, test } from '@jest/globals';
import { isSetting, port, read, secretNames, served } from './files.ts';

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
});

test('every secret is taken under the name of its setting, and kept under one that Container Apps allow', () => {
  const kept = String.raw`toLower(replace(secret.key, '_', '-'))`;
  expect(code).toContain('var allSecrets = union(secrets, { DATABASE_URL: databaseUrl })');
  expect(code.split(`map(items(allSecrets), secret => {`)).toHaveLength(3);
  expect(code.replaceAll(/\s+/g, ' ')).toContain(`{ name: ${kept} value: secret.value }`);
  expect(code.replaceAll(/\s+/g, ' ')).toContain(`{ name: secret.key secretRef: ${kept} }`);
  const names = secretNames.map((name) => name.replaceAll('_', '-').toLowerCase());
  expect(names.filter((name) => !/^[a-z0-9][a-z0-9-]*[a-z0-9]$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('the names in the example are settings, the secret ones among the secrets', () => {
  const given = (parameter: string): readonly string[] =>
    Object.keys(JSON.parse(new RegExp(`${parameter}='(\\{.*?\\})'`).exec(bicep)![1]!) as object);
  for (const name of given('secrets')) expect(secretNames).toContain(name);
  for (const name of given('settings')) expect([isSetting(name), secretNames.includes(name)]).toEqual([true, false]);
});

test('every name of the environment is a setting, and probes and port are those of the server', () => {
  const names = [...code.matchAll(/^ +([A-Z][A-Za-z_]+): /gm)].map((match) => match[1]!);
  expect(names.length).toBeGreaterThan(7);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect([name, isSetting(name)]).toEqual([name, true]);
  expect([...code.matchAll(/path: '([^']+)'/g)].every((match) => served.includes(match[1]!))).toBe(true);
  expect(code).toContain(`var port = ${port}`);
  expect(code).toContain('targetPort: port');
});

test('a setting of the parameters takes the place of one of the template, so that no name is there twice', () => {
  expect(code).toMatch(/items\(\s+union\(\s+\{[^}]*HOST: '0\.0\.0\.0'[^]*?\},\s+settings\s+\)\s+\)/);
  expect(code).not.toMatch(/items\(settings\)/);
});

test('probes stay within what Container Apps take, and wait longer than readiness does for the store', () => {
  const numbers = (name: string): readonly number[] =>
    [...code.matchAll(new RegExp(`${name}: (\\d+)`, 'g'))].map((match) => Number(match[1]));
  const [periods, timeouts, failures] = ['periodSeconds', 'timeoutSeconds', 'failureThreshold'].map(numbers);
  for (const found of [periods, timeouts, failures]) expect(found).toHaveLength(3);
  for (const failure of failures!) expect(failure).toBeLessThanOrEqual(10);
  const patience = Number(/const patience = ([\d_]+);/.exec(read('src/ready.ts'))![1]!.replaceAll('_', '')) / 1000;
  for (const timeout of timeouts!) expect(timeout).toBeGreaterThan(patience);
});

test('the image is pulled by the identity of the app, once it may', () => {
  expect(code).toMatch(/server: images\.properties\.loginServer\s+identity: identity\.id/);
  expect(code).toMatch(/scope: images\s+properties: \{\s+roleDefinitionId: acrPull\s+principalId: identity\./);
  expect(code).toContain('dependsOn: [pull]');
});

test('there is time to leave the routing and to drain', () => {
  const seconds = (name: string): number => Number(new RegExp(`${name}: '?(\\d+)`).exec(code)![1]);
  expect(seconds('SIGNPOST_LEAVE_SECONDS')).toBeGreaterThanOrEqual(5);
  expect(seconds('terminationGracePeriodSeconds')).toBeGreaterThan(
    seconds('SIGNPOST_LEAVE_SECONDS') + seconds('SIGNPOST_DRAIN_SECONDS'),
  );
});

test('the bot signs in by the identity of the app, and Teams calls its endpoint', () => {
  expect(code).toMatch(/msaAppType: 'UserAssignedMSI'\s+msaAppMSIResourceId: identity\.id/);
  expect(code).toMatch(/MicrosoftAppType: 'UserAssignedMSI'/);
  expect(code).toContain("/api/messages'");
  expect(code).toMatch(/kind: 'azurebot'/);
});

test('secrets are secure parameters, and none is an output', () => {
  expect(code).toMatch(/@secure\(\)\s+param databaseUrl string/);
  expect(code).toMatch(/@secure\(\)\s+param secrets object/);
  for (const [, value] of code.matchAll(/^output \w+ string = (.+)$/gm))
    expect(value).not.toMatch(/secret|databaseUrl|token/i);
});
