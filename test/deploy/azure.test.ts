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
  expect(code).toMatch(/name: 'database-url'\s+value: databaseUrl\s/);
  expect(code).toMatch(/name: 'DATABASE_URL'\s+secretRef: 'database-url'\s/);
  expect(code.split(`map(items(secrets), secret => {`)).toHaveLength(3);
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
  const names = [...code.matchAll(/name: '([A-Za-z_]+)'\s+(?:value|secretRef): /g)]
    .map((match) => match[1]!)
    .filter((name) => /^[A-Z]|^Microsoft/.test(name));
  expect(names.length).toBeGreaterThan(7);
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
  expect(code).toMatch(/@secure\(\)\s+param databaseUrl string/);
  expect(code).toMatch(/@secure\(\)\s+param secrets object/);
  for (const [, value] of code.matchAll(/^output \w+ string = (.+)$/gm))
    expect(value).not.toMatch(/secret|databaseUrl|token/i);
});
