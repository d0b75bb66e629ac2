/** Everything the bot says in its own words; the catalog speaks for itself. */
import type { Facet, Risk, SecretKind, Who } from '../../../src/model/catalog.ts';
import type { Unread } from '../../../src/model/picture.ts';

/** The question that each facet asks, its name as a fact, and its values as people would say them. */
export const questions: Readonly<
  Record<Facet, { readonly label: string; readonly text: string; readonly values: Readonly<Record<string, string>> }>
> = {
  federated: {
    label: 'Domain',
    text: 'Does the domain sign in through AD FS or another federation server?',
    values: { yes: 'Yes, federated', no: 'No, in the cloud' },
  },
  where: {
    label: 'Where',
    text: 'Where does it fail?',
    values: {
      everywhere: 'Everywhere',
      'outside-only': 'Only outside the office',
      'inside-only': 'Only inside the office',
      'one-place': 'In one place only',
    },
  },
  scope: {
    label: 'Who',
    text: 'Who is affected?',
    values: {
      everyone: 'Everyone',
      'federated-users': 'All federated users',
      'some-users': 'Some users',
      'one-user': 'One user',
      'one-device': 'One device',
    },
  },
  client: {
    label: 'App',
    text: 'Which program fails?',
    values: {
      browser: 'The browser',
      'one-browser': 'One browser only',
      'outlook-mail': 'Outlook or another mail program',
      mobile: 'Phone or tablet',
      'desktop-app': 'A desktop app',
      script: 'A script',
    },
  },
  prompt: {
    label: 'On screen',
    text: 'What does the person see?',
    values: {
      'repeated-prompts': 'Asked for the password again and again',
      'no-prompt': 'No prompt at all',
      'error-after-password': 'An error after the password',
      'certificate-warning': 'A certificate warning',
      'page-unavailable': 'A page that does not open',
      'redirect-loop': 'Sent round in circles',
      'blocked-message': 'A message that access is blocked',
    },
  },
  message: {
    label: 'Error message',
    text: 'Is there an error code or message? If so, paste it here.',
    values: { code: 'There is a code', text: 'Only text', none: 'No message' },
  },
  certificate: {
    label: 'Certificate',
    text: 'Which certificate is it about?',
    values: {
      'token-signing': 'Token-signing',
      'token-decrypting': 'Token-decrypting',
      'ssl-proxy': 'TLS/SSL on the proxy',
      'ssl-adfs': 'TLS/SSL on AD FS',
      none: 'None of them',
    },
  },
  recent_change: {
    label: 'Changed before',
    text: 'What changed shortly before it began?',
    values: {
      'certificate-renewed': 'A certificate was renewed or ran out',
      'password-changed': 'The password was changed',
      'firewall-or-proxy': 'Firewall or proxy',
      'new-device': 'A new device',
      policy: 'A policy',
      migration: 'A migration',
      none: 'Nothing that I know of',
    },
  },
  account: {
    label: 'Account',
    text: 'What kind of account is it?',
    values: {
      cloud: 'Cloud account',
      synced: 'Synchronised from AD',
      guest: 'Guest',
      consumer: 'Personal Microsoft account',
      service: 'Service account',
    },
  },
  device: {
    label: 'Device',
    text: 'What device is it?',
    values: { managed: 'Managed by the company', unmanaged: 'Not managed', 'new-phone': 'A new phone' },
  },
};

export const who: Readonly<Record<Who, string>> = {
  user: 'the person who signs in',
  helpdesk: 'the helpdesk',
  'tenant-admin': 'a tenant administrator',
  'app-developer': 'whoever develops or owns the application',
  nobody: 'nobody, it is no fault',
};

export const risk: Readonly<Record<Risk, string>> = { none: 'none', low: 'low', medium: 'medium', high: 'high' };

/** What each kind of secret is called, and what to do now that others may have read it. */
const secrets: Readonly<Record<SecretKind, readonly [name: string, todo: string]>> = {
  password: ['a password or PIN', 'Change that password now.'],
  token: ['a sign-in token', 'Sign out of all sessions, so that the token ends, or have an administrator revoke them.'],
  'authorization-code': [
    'an authorization code',
    'Sign in again, so that the code cannot be used, and have the sessions revoked if somebody else may have read it.',
  ],
  'client-secret': ['a client secret', 'Have a new secret made for the app and the old one deleted.'],
  'saml-response': [
    'a SAML response',
    'Sign out of that app, and have the sessions revoked if somebody else may have read it.',
  ],
  cookie: ['a sign-in cookie', 'Sign out of all sessions, so that the cookie ends.'],
  'private-key': ['a private key', 'Replace the key and its certificate now.'],
  certificate: ['a certificate', 'A certificate alone is public; replace it if its private key was shared as well.'],
  'access-key': ['an access key', 'Have the key or signature renewed now.'],
  'api-token': ['an API token', 'Revoke that token where it was made.'],
  'one-time-code': [
    'a one-time code',
    'Use a new code, and never give one to anybody: whoever asks for it may want to sign in as you.',
  ],
};

export const words = {
  cause: 'Cause',
  check: 'How to check',
  method: (n: number, title: string) => `Method ${n}: ${title}`,
  methodOf: (n: number, of: number, title: string) => `Method ${n} of ${of}: ${title}`,
  user: 'If you are the user',
  more: 'Good to know',
  notes: 'From your organisation',
  retired: 'Older guides name commands that no longer work',
  retiredPair: ' is retired. Use: ',
  sources: 'Sources',
  whoActs: 'Who fixes it',
  takes: 'Takes',
  minutes: (n: number) => `about ${n} minutes`,
  reviewed: 'Last reviewed',
  risk: 'Risk',
  also: (code: string, title: string) => `Also in your message: ${code} (${title}). Ask me about it by its code.`,
  alsoUnknown: (codes: string) => `Also in your message, but not in my catalog: ${codes}.`,
  inEnglish: 'The built-in guides are in English.',
  likely: 'This is the most likely cause by what you told me. If it does not fit, choose "None of these".',
  verifyFirst: 'Verify first that this is the cause ("How to check").',
  actsNote: (whom: string) => `This has to be done by ${whom}.`,
  userOnly: (whom: string) => `You cannot repair this yourself: it takes ${whom}. Your helpdesk will see to it.`,
  language: 'All right, from now on in English.',
  audience: {
    user: 'All right, from now on I tell you what you can do yourself and whom to ask.',
    helpdesk: "All right, from now on I show you the helpdesk's view.",
    'tenant-admin': 'All right, from now on I show you every step and command.',
    'app-developer': 'All right, from now on I show you every step and command.',
  },
  walk: {
    title: (n: number, title: string) => `Method ${n}: ${title}`,
    step: (k: number, of: number) => `Step ${k} of ${of}`,
    soFar: 'So far',
    results: { d: 'done', f: 'failed', s: 'skipped', h: 'helped some' },
    before: (n: number, title: string) => `Before you start method ${n}: ${title}`,
    makeSure: 'First make sure that this is the cause:',
    noCheck: 'Note down the present settings first, so that you can go back, and choose a quiet moment.',
    finished: (n: number) =>
      `That was the last step of method ${n}. Try to sign in again, best in a private browser window. Did it help?`,
    failed: (k: number) => `Step ${k} failed`,
    whatNext:
      'Read the message of the failed step once more: wrong rights, a wrong name or a missing module are the usual reasons. If it names a code, give me the code.',
    button: {
      start: 'Step by step',
      begin: 'I have checked, go on',
      done: 'Done',
      failed: 'It failed',
      skip: 'Skip',
      back: 'Back',
      all: 'Show all steps',
      again: 'Try it again',
      onward: 'Go on anyway',
      values: 'Use my domain',
      full: 'Show the fix',
    },
  },
  values: {
    title: 'Your own names for the commands',
    text: 'I put them into the commands in place of the examples.',
    domain: 'Your domain',
    domainHint: 'for example fabrikam.com',
    server: 'Name of your federation server',
    serverHint: 'for example sts.fabrikam.com',
    wrong: 'This is no such name. Give it like fabrikam.com.',
    send: 'Fill in',
  },
  button: {
    worked: 'It worked',
    next: 'Next method',
    last: 'It did not help',
    helpdesk: 'Ask the helpdesk',
    deskText: 'Text for the helpdesk',
    sources: 'Sources',
    check: 'How to check',
    back: 'Back to the answer',
    unsure: "I don't know",
    none: 'None of these',
    yes: 'Yes, show it',
    no: 'No',
    lookUp: 'Look it up at Microsoft',
    matter: 'Another problem',
    elsewhere: 'Look for what else fits',
    alternative: (title: string) => `Rather: ${title}`,
  },
  candidates: (titles: readonly string[]) => `It could be: ${titles.join('; ')}.`,
  several: {
    title: (count: number) => `You named ${count} problems:`,
    now: 'now',
    next: 'next',
    unknown: 'no sign-in error that I know',
  },
  pick: 'Several problems fit about equally well. Which one is it?',
  pickOne: 'Could it be this one?',
  backTo: (title: string, facts: string) =>
    facts ? `Back to "${title}". You told me: ${facts}.` : `Back to "${title}".`,
  backNowhere: 'You have seen no other answer before.',
  backToWhich: 'Back to which of these?',
  onlyMethods: (n: number) =>
    n === 1 ? 'There is only one method for this problem.' : `There are only ${n} methods for this problem.`,
  nothingOpen: 'There is no answer open that this could be about. Give me a code or describe the problem.',
  didItHelp: 'Does the sign-in work now? Say "worked", or "next" for another method.',
  stillAt: (title: string) =>
    `I am still at "${title}". Go on with it by the buttons above or by "next", "worked" or "helpdesk", or describe another problem.`,
  after: {
    fits: (facts: string, title: string) => `${facts}. That goes with my answer, "${title}".`,
    against: (fact: string, title: string, usual: string) =>
      `You say: ${fact}. My answer, "${title}", usually is about: ${usual}.`,
    noted: (facts: string) => `Noted: ${facts}.`,
    codeDecides:
      'A code says more than that, so the answer stays: please compare the code with the message once more. Or I look for what else fits what you say.',
    mayBeOther: 'So it may be another cause: I can look for what else fits what you say.',
    looksElsewhere: (facts: string, title: string) =>
      `I look for what else fits (${facts}). Say "go back" to return to "${title}".`,
    nowhereElse: (title: string) =>
      `I find nothing else that fits what you told me, so "${title}" stays. Your helpdesk can look at it with you.`,
    self: 'If it is not you who can do this:',
    working: 'Working time, without the time until it takes effect',
    untold: 'not stated',
    speaks: (where: string) => `On that my answer says, under "${where}"`,
    understood: (finding: string) => `As I understand you: ${finding}`,
    speaksFor: (method: string) => `What you say speaks for this: ${method}`,
    perhaps: (method: string) => `Perhaps what you say speaks for this: ${method}`,
    closest: (where: string) => `Closest to that in my answer: ${where}`,
    nearest: 'What comes closest to that in my answer',
    unsaid: (title: string) =>
      `I found nothing on that in my answer, "${title}". One of its methods may tell more; or is this another problem?`,
    aside: (title: string) => `I find nothing on that in my answer, "${title}". Is it another problem?`,
  },
  glossary: {
    trouble: 'What goes wrong with it:',
    asked: 'My question above is still open.',
  },
  looksAgain: 'With that I look again.',
  pasteIt: 'Please paste it here as it is, the whole page if you can.',
  unsure: 'I did not understand that as an answer to my question, so I go on without it.',
  known: 'That I know already, so I go on.',
  question: 'One question, to be sure:',
  didYouMean: (typed: string, code: string, title: string) =>
    `${typed} is not in my catalog. Did you mean ${code} (${title})? Please compare it with the original message: codes that look alike often mean different things.`,
  whoseNumber: (typed: string, code: string, title: string) =>
    `${typed} alone does not say whose number it is. Did you see ${code} (${title}) when signing in to Microsoft?`,
  unknownCode: {
    title: (codes: string) => `I don't know ${codes}`,
    text: 'It is not in my catalog, and I do not guess: codes that look alike often mean different things. Please check that it was copied in full.',
    near: 'By your description it may be this:',
    lookUp: 'Microsoft explains its own AADSTS codes at the address below.',
  },
  unknown: {
    title: "I don't know this one",
    text: 'I know the sign-in errors of Microsoft 365, Microsoft Entra ID and AD FS. None fits well enough, and I would rather say so than guess.',
    hint: 'If it is one of them, paste the whole error page with its code, or say who is affected, where it fails and what they see.',
    near: 'The nearest that I have, which is probably not it:',
  },
  secret: {
    seen: (names: readonly string[]) => `Your message held ${names.join(' and ')}.`,
    kept: 'Signpost kept none of it, but the chat still shows it: delete the message if you can.',
    onPage: 'Signpost kept none of it, and this page does not show it any more.',
    kinds: secrets,
  },
  foreign: {
    title: 'This looks like an error of another system',
    text: 'I only know sign-in errors of Microsoft 365, Microsoft Entra ID and AD FS, so I do not guess here.',
    number: 'If it is the number of a Microsoft sign-in error after all, this would be its answer:',
  },
  rephrase:
    'Then please describe it in other words: who is affected, where does it fail, what do they see? A pasted error page helps most.',
  rephrasedAlready: 'Then I do not have it. Your helpdesk should look at it with you.',
  worked: 'Good to hear. I have noted that this method helped.',
  lastMethod: 'That was the last method that I have for this problem.',
  handOver: {
    title: 'For your helpdesk',
    text: 'Send this to your helpdesk, so that nobody has to ask again:',
    problem: 'Problem',
    code: 'Code',
    tried: 'Tried without success',
    nothing: 'nothing yet',
    correlationId: 'Correlation ID',
    requestId: 'Request ID',
    timestamp: 'Time',
    application: 'Application',
    tenant: 'Tenant',
    add: (asks: { readonly who: boolean; readonly when: boolean }) => {
      const missing = [...(asks.who ? ['who is affected'] : []), ...(asks.when ? ['since when'] : [])].join(' and ');
      return `${missing && `Add ${missing}. `}Leave passwords and codes from your phone out.`;
    },
    unnamed: 'not identified yet',
    lookedLast: (title: string) => `not identified yet; looked at last: ${title}`,
    perhaps: (titles: readonly string[]) => `not identified yet; perhaps: ${titles.join('; or: ')}`,
  },
  picture: {
    reading: (read: number, sent: number) =>
      read < sent
        ? `I have your ${sent} pictures; what I read in the first ${read} comes next.`
        : read === 1
          ? 'I have your picture; what I read in it comes next.'
          : `I have your ${read} pictures; what I read in them comes next.`,
    where: (n: number, of: number) => (of === 1 ? 'your picture' : `picture ${n} of ${of}`),
    code: (code: string, title: string, where: string) => `I read ${code} in ${where}: ${title}. Is that it?`,
    codes: (where: string) => `I read several codes in ${where}. Which one is it about?`,
    looks: (where: string) =>
      `I found no code in ${where} that I am sure of, but its words fit this. Is it what you mean?`,
    unknown: (codes: string, where: string) =>
      `I read ${codes} in ${where}, which is not in my catalog. I may have misread it: please compare, and type the code as it stands there.`,
    nothing: (where: string) =>
      `I could not read a sign-in error in ${where}. Please type its code, or paste the text of the message.`,
    compare: 'Please compare the code with the picture: a single character is easily misread.',
    ids: 'Also read from the picture. Please check every character before you use it:',
    typeIt: 'Then please type the code as it stands in the picture, or paste the text of the message.',
    unread: {
      absent: () => 'I cannot read pictures here. Please type the code, or paste the text of the message.',
      busy: () => 'I am busy reading other pictures. Please send it again in a minute, or type the code.',
      slow: (where: string) =>
        `Reading ${where} takes me too long. Please send only the part with the message, or type the code.`,
      large: (where: string) =>
        `I take pictures of up to 8 MB, and ${where} is larger. Please send only the part with the message, or type the code.`,
      huge: (where: string) =>
        `There are too many pixels in ${where} for me. Please send only the part with the message, or type the code.`,
      kind: (where: string) =>
        `I read PNG, JPEG, WebP and GIF, and ${where} is none of them. Please send it as one of these, or type the code.`,
      damaged: (where: string) =>
        `I cannot open ${where}: the file is damaged. Please send it again, or type the code.`,
      gone: (where: string) => `I could not get ${where} in time. Please send it again, or type the code.`,
      refused: (where: string) =>
        `I was not given ${where}, or may not fetch it. Please type the code, or paste the text of the message.`,
      failed: (where: string) => `Something went wrong with ${where}. Please send it again, or type the code.`,
    } satisfies Record<Unread, (where: string) => string>,
  },
  earlier: 'That question belongs to an earlier message. Describe the problem again and I start afresh.',
  gone: 'That entry is no longer in my catalog. Please ask me again by its code or in your own words.',
  hello: {
    title: 'Hello, I am Signpost',
    text: 'I find the cause of sign-in errors of Microsoft 365, Microsoft Entra ID and AD FS, and the steps that fix them.',
    how: 'Give me an error code, paste the whole error page, or say what happens in your own words.',
  },
  help: {
    title: 'How to use me',
    points: [
      'A code: "what is 80043431" or just AADSTS50126.',
      'A whole error page, pasted as it is: I pick out the codes and the ids.',
      'A picture of the error page: I read it, and ask whether I read it right.',
      'Your own words: "users outside the office are prompted again and again".',
      'A word of the field: "what is a UPN".',
      'I ask when several causes fit, and I say so when I do not know.',
      'At any time: "next method", "sources", "ask the helpdesk", "never mind".',
    ],
  },
  explained: {
    several: 'This could be one of several things',
    narrow: 'Without a code or more detail I cannot tell which. The likeliest are:',
    nothing: 'I see no error in this message: no code, and no problem with signing in that I know.',
    secret: (names: readonly string[]) =>
      `The message holds ${names.join(' and ')}. I kept none of it, but the chat still shows it: whoever wrote it should delete it.`,
    goOn: 'Only you see this. To be asked, to try the other methods or to reach the helpdesk, write to Signpost in a chat.',
  },
  examples: ['What is 80043431', 'Users outside the office are prompted again and again', 'AADSTS50105'],
  thanks: 'You are welcome. Come back with the next code.',
  thanksOpen: 'You are welcome. Tell me whether it worked once you have tried it.',
  exposed:
    'What I recognise as a secret is masked before anything is stored. But whoever else is in this chat or channel still sees your message: delete it, and change the password or secret now.',
  fedUp:
    'I am sorry that I was of no help. Say "helpdesk", and a person takes over with all that I know of the problem.',
  neverMind: 'All right, I have put that aside. Give me a code or describe a problem whenever you like.',
  nothing: 'What is the problem? Give me an error code, paste the error page, or describe what happens.',
  tooFast: (seconds: number) =>
    `That was a lot at once. I read on in about ${seconds} seconds; what you send before that I do not see.`,
  apology: (reference: string) =>
    `Something went wrong on my side, and I have noted it under ${reference}. Please try again; if it happens again, give your helpdesk this reference.`,
};
