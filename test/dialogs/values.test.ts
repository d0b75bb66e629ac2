import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fill, hostIn, valuesIn } from '../../dialogs/values.ts';
import type { Block } from '../../src/model/reply.ts';

const command = (text: string): readonly Block[] => [{ kind: 'code', code: { language: 'powershell', text } }];
const filled = (text: string, values: Parameters<typeof fill>[1]): string => {
  const [block] = fill(command(text), values);
  return block?.kind === 'code' ? block.code.text : '';
};

describe('what a person names of their own', () => {
  test.each([
    ['ada@fabrikam.com cannot sign in', { domain: 'fabrikam.com' }],
    ['federation is broken for the domain Fabrikam.COM since noon', { domain: 'fabrikam.com' }],
    ['sts.fabrikam.com shows a certificate warning', { server: 'sts.fabrikam.com' }],
    [
      'bob@fabrikam.de gets 80043431 at https://adfs1.fabrikam.de/adfs/ls/',
      { domain: 'fabrikam.de', server: 'adfs1.fabrikam.de' },
    ],
    ['I was at login.microsoftonline.com and outlook.office.com', {}],
    ['my gmail ada@gmail.com is refused', {}],
    ['see the file domain report.pdf', {}],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });
});

describe('commands', () => {
  test('take the names in the place of the examples, and nothing else', () => {
    const text =
      "Get-MgDomain -DomainId 'contoso.com'; curl https://sts.contoso.com/; x@mail.contoso.com contoso.com.au";
    expect(filled(text, { domain: 'fabrikam.com', server: 'sts.fabrikam.com' })).toBe(
      "Get-MgDomain -DomainId 'fabrikam.com'; curl https://sts.fabrikam.com/; x@mail.contoso.com contoso.com.au",
    );
    expect(filled('https://sts.contoso.com/', { domain: 'fabrikam.com' })).toBe('https://sts.contoso.com/');
  });

  test('never take anything that is no host name', () => {
    for (const bad of ["x'; Remove-Item C:\\", '$(evil).com', 'a b.com', '-x.com', 'localhost', '1.2.3.4', 'ü.com'])
      expect(hostIn(bad)).toBeUndefined();
  });

  test('hold only letters, digits, dots and dashes more, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const name of [hostIn(text), ...Object.values(valuesIn(`domain ${text} ${text}@${text}`))])
          if (name !== undefined) expect(name).toMatch(/^[a-z0-9.-]{4,253}$/);
      }),
    );
  });
});
