/** Answers as the dialogs give them. */
import type { Reply } from '../../src/model/reply.ts';

/** A whole answer: meaning, cause, a method with commands, buttons. */
export const fix: Reply = {
  text: '80041317 or 80043431 when a federated user signs in. Update the federated domain.',
  title: '80041317 or 80043431 when a federated user signs in',
  blocks: [
    {
      kind: 'paragraph',
      text: "Microsoft Entra ID refused the token that your company's AD FS server issued. Nothing is wrong with your password.",
    },
    { kind: 'heading', text: 'Cause' },
    {
      kind: 'paragraph',
      text: 'The record of the domain in Entra and the settings of AD FS differ. The usual trigger is a token-signing certificate that was renewed on AD FS while Entra still holds the old one.',
    },
    { kind: 'heading', text: 'Method 1: Update the federated domain in Entra' },
    {
      kind: 'facts',
      items: [
        ['Use when', 'the signing certificate differs'],
        ['Takes', '15 minutes'],
        ['Who', 'tenant administrator'],
      ],
    },
    { kind: 'note', tone: 'warning', text: 'Risk: medium. Wrong values stop sign-in for the whole domain.' },
    {
      kind: 'steps',
      items: [
        {
          text: 'On the primary AD FS server, export the public part of the primary token-signing certificate.',
          code: [
            {
              language: 'powershell',
              text: '$ts = Get-AdfsCertificate -CertificateType Token-Signing | Where-Object IsPrimary\n$primary = [Convert]::ToBase64String($ts.Certificate.RawData)',
            },
          ],
        },
        {
          text: 'Verify first: the dry run shows what would change and changes nothing.',
          code: [
            {
              language: 'powershell',
              text: "Update-MgDomainFederationConfiguration -DomainId 'contoso.com' -InternalDomainFederationId $f.Id -SigningCertificate $primary -WhatIf",
            },
          ],
        },
        {
          text: [
            { text: 'Run the same line without ' },
            { text: '-WhatIf', style: 'code' },
            { text: ', once for each federated root domain.' },
          ],
        },
        {
          text: [
            { text: 'Ask one person to sign in at ' },
            { text: 'https://myapps.microsoft.com', url: 'https://myapps.microsoft.com' },
            { text: ' from a private browser window.' },
          ],
        },
      ],
    },
    {
      kind: 'link',
      label: 'Microsoft Learn: 80041317 or 80043431',
      url: 'https://learn.microsoft.com/troubleshoot/microsoft-365/admin/authentication/office-365-sign-in-error-80041317-80043431',
    },
  ],
  actions: [
    { kind: 'choose', label: 'It worked', choice: 'worked', about: '80043431', primary: true },
    { kind: 'choose', label: 'Next method', choice: 'next', about: '80043431' },
    { kind: 'choose', label: 'Ask the helpdesk', choice: 'helpdesk', about: '80043431' },
    { kind: 'open', label: 'Sources', url: 'https://learn.microsoft.com/entra/identity/' },
  ],
};

/** What greets a person. */
export const greeting: Reply = {
  text: 'Hello! Paste the whole error, or say in your own words what happens when people sign in.',
  blocks: [
    {
      kind: 'paragraph',
      text: 'Hello! Paste the whole error, or say in your own words what happens when people sign in.',
    },
  ],
};

/** An answer that repeats what the person wrote. */
export const hostile = (text: string): Reply => ({ text, blocks: [{ kind: 'paragraph', text }] });

/** One step of a method. */
export const step: Reply = {
  text: 'Step 1',
  title: 'Step 1',
  blocks: [{ kind: 'paragraph', text: 'Do it.' }],
  actions: [
    { kind: 'choose', label: 'Done', choice: 'step:1.2' },
    { kind: 'choose', label: 'Start', choice: 'walk' },
  ],
};

/** A form with a field of each kind. */
export const form: Reply = {
  text: 'Your own names',
  title: 'Your own names',
  blocks: [
    { kind: 'field', id: 'domain', label: 'Your domain', input: 'line', hint: 'for example fabrikam.com' },
    { kind: 'field', id: 'problem', label: 'What happens', input: 'lines', required: true },
    {
      kind: 'field',
      id: 'priority',
      label: 'Priority',
      input: 'choice',
      options: [
        { value: 'normal', label: 'normal' },
        { value: 'high', label: 'high' },
      ],
      value: 'normal',
    },
  ],
  actions: [{ kind: 'submit', label: 'Fill in', choice: 'values:1', about: '80043431', primary: true }],
  dialog: true,
};

/** A form that asks for one of a few. */
export const question: Reply = {
  text: 'Who is affected?',
  title: 'Who is affected?',
  blocks: [
    {
      kind: 'field',
      id: 'affected',
      label: 'Who is affected',
      input: 'choice',
      options: [
        { value: 'me', label: 'only me' },
        { value: 'all', label: 'everyone' },
      ],
      required: true,
    },
  ],
  actions: [{ kind: 'submit', label: 'Answer', choice: 'affected', primary: true }],
};
