/** `/privacy` and `/terms`, which the app in Teams leads people to: the organisation's own pages, or what can be said without it. */
import { createHash } from 'node:crypto';
import type { Route } from './model/ports.ts';

/** Addresses of the organisation's own pages. */
export type Policies = { readonly privacyUrl?: string; readonly termsUrl?: string };

/** For how many days is kept what the settings decide. */
export type Kept = { readonly tickets: number; readonly audit: number };

type Section = readonly [title: string, ...lines: readonly string[]];

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

const privacy = ({ tickets, audit }: Kept): readonly Section[] => [
  [
    'Who is responsible',
    'Signpost is run by the organisation that gave you access to it. Everything below is kept there, in its own store, and it answers questions about your data.',
  ],
  [
    'What you write',
    'Messages are read to find the cause of a sign-in error, and are not kept. Passwords, tokens and other secrets are masked before anything else looks at a message. No language model and no service of others reads it.',
    'Pictures of error pages are read on the computer that runs Signpost, and are not kept.',
  ],
  [
    'What is kept',
    'Of a conversation: where to answer, which problem it is about, and what the helpdesk needs of an error page, such as its code, correlation ID and time; what stands in the form of a ticket until it is sent or left. It is deleted 30 days after the last message.',
    'Answers of the last day, so that a message that is delivered twice gets the same one. Messages that could not be delivered are deleted after 30 days.',
    'Whether a method helped, until you have it deleted. Thumbs below answers are counted without names.',
    `Tickets, if you open, follow or work on one: your name, what you wrote in them without secrets, and where to answer you. They are deleted ${days(tickets)} after they are over.`,
    `Who changed what in tickets and settings, without what was written, for ${days(audit)}.`,
    'The log holds no words of messages, and names nobody; it has the ids that the chat platform gave to people.',
  ],
  [
    'Who else gets it',
    'Microsoft Teams and Slack carry your messages under their own terms. Tickets are posted in the channel of the helpdesk, and are sent to other systems where your organisation set that up.',
    'The web page sets no cookies. Until its tab is closed, your browser keeps what was said there, without secrets that were found.',
  ],
  [
    'Your data',
    'Write "what do you know about me" to Signpost to see what is kept of you, and "delete my data" to have it deleted.',
  ],
];

const terms: readonly Section[] = [
  [
    'What Signpost is for',
    'Signpost names causes of sign-in errors of Microsoft 365, Microsoft Entra ID and AD FS, and ways to repair them. It is run by the organisation that gave you access to it, whose rules for its systems apply here as well.',
  ],
  [
    'Use it with care',
    'Answers come from reviewed entries with their sources, and can still be wrong for you or out of date. Do only what you may do in your organisation, and check what a command would change before you run it.',
    'Do not write passwords, codes from your phone or other secrets to it.',
  ],
  [
    'No warranty',
    'The software is provided as it is under the MIT licence, without warranty of any kind. It is not a product of Microsoft or Slack.',
  ],
];

const style =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}';

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const html = (title: string, sections: readonly Section[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
${sections.map(([head, ...lines]) => `<h2>${head}</h2>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}`).join('\n')}
</main>
</html>
`;

const page = (path: string, own: string | undefined, content: () => string): Route => ({
  method: 'GET',
  path,
  async handle(_request, response) {
    if (own !== undefined) {
      response.writeHead(302, { Location: own, 'Cache-Control': 'no-cache' });
      return void response.end();
    }
    response.setHeader('Content-Security-Policy', policy);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
    response.end(content());
  },
});

export const policyRoutes = ({ privacyUrl, termsUrl }: Policies, kept: Kept): readonly Route[] => [
  page('/privacy', privacyUrl, () => html('Privacy in Signpost', privacy(kept))),
  page('/terms', termsUrl, () => html('Terms of Signpost', terms)),
];
