/** The view model: one answer, drawn by every channel in its own way. */

/** A run of text. Renderers escape `text`; only `style` and `url` mean formatting. */
export type Span = { readonly text: string; readonly style?: 'bold' | 'code'; readonly url?: string };

/** Text with formatting; a plain string is literal text. */
export type Rich = string | readonly Span[];

export type Code = { readonly language: string; readonly text: string; readonly retired?: boolean };

/** One numbered step with the commands that belong to it. */
export type StepItem = { readonly text: Rich; readonly code?: readonly Code[] };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Rich }
  | { readonly kind: 'steps'; readonly items: readonly StepItem[] }
  | { readonly kind: 'list'; readonly items: readonly Rich[] }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'facts'; readonly items: readonly (readonly [label: string, value: Rich])[] }
  | { readonly kind: 'note'; readonly tone: 'info' | 'warning'; readonly text: Rich }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** `choose` sends `choice` and `about` back together with the turn of its reply; `open` opens a web page. */
export type Action =
  | {
      readonly kind: 'choose';
      readonly label: string;
      readonly choice: string;
      readonly about?: string;
      readonly primary?: boolean;
    }
  | { readonly kind: 'open'; readonly label: string; readonly url: string };

/**
 * One answer. `text` is the whole of it in plain words, and any channel may show only that.
 * `turn` is stamped by the engine; a press on the card carries it back. `to: 'asker'` hides the answer from others.
 */
export type Reply = {
  readonly text: string;
  readonly title?: string;
  readonly blocks?: readonly Block[];
  readonly actions?: readonly Action[];
  readonly to?: 'everyone' | 'asker';
  readonly question?: { readonly facet: string };
  readonly turn?: number;
};

/** The words of a rich text, without formatting. */
export const plain = (rich: Rich): string => (typeof rich === 'string' ? rich : rich.map((span) => span.text).join(''));
