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
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | Field;

/** Something to fill in. `id` names it in the `filled` event; `value` is what stands there already; `error` is what was wrong with it. */
export type Field = {
  readonly kind: 'field';
  readonly id: string;
  readonly label: string;
  /** One line, several lines, or one of `options`. */
  readonly input: 'line' | 'lines' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly required?: boolean;
  readonly hint?: string;
  /** The most characters that it takes. */
  readonly most?: number;
  readonly error?: string;
};

/**
 * `choose` sends `choice` and `about` back together with the turn of its reply; `submit` sends the fields with them; `open` opens a web page.
 * `dialog`: what answers the press is a form, which channels with dialogs open as one.
 */
export type Action =
  | {
      readonly kind: 'choose';
      readonly label: string;
      readonly choice: string;
      readonly about?: string;
      readonly primary?: boolean;
      readonly dialog?: true;
    }
  | {
      readonly kind: 'submit';
      readonly label: string;
      readonly choice: string;
      readonly about?: string;
      readonly primary?: boolean;
    }
  | { readonly kind: 'open'; readonly label: string; readonly url: string };

/**
 * One answer. `text` is the whole of it in plain words, and any channel may show only that.
 * `turn` is stamped by the engine; a press on the card carries it back. `to: 'asker'` hides the answer from others.
 * `replaces`: it takes the place of the card that was pressed, where the channel can do that.
 * `dialog`: it is a form that channels with dialogs open as one when it answers a press; others show its fields in place.
 */
export type Reply = {
  readonly text: string;
  readonly title?: string;
  readonly blocks?: readonly Block[];
  readonly actions?: readonly Action[];
  readonly to?: 'everyone' | 'asker';
  readonly replaces?: true;
  readonly dialog?: true;
  readonly question?: { readonly facet: string };
  readonly turn?: number;
  /** BCP 47; English where it is absent. Texts of the catalog in it are English all the same. */
  readonly language?: string;
  /** What the person is to take elsewhere; a channel that can copies it for them. */
  readonly copy?: string;
  /** The id of the entry that it is the answer of, so that people can say whether it helped. */
  readonly entry?: string;
};

/** One thing that a search found: how a list shows it, and the card that it stands for. */
export type Hit = { readonly title: string; readonly line: string; readonly card: Reply };

/** The words of a rich text, without formatting. */
export const plain = (rich: Rich): string => (typeof rich === 'string' ? rich : rich.map((span) => span.text).join(''));

/** What stands below the title: the blocks, or the text of a reply that has neither blocks nor a title. Lists without items say nothing. */
export const bodyOf = ({ title, blocks = [], text }: Reply): readonly Block[] => {
  const body = blocks.filter((block) => !('items' in block) || block.items.length > 0);
  return body.length > 0 || title ? body : [{ kind: 'paragraph', text }];
};

/** The fields of a reply, in order. */
export const fieldsOf = ({ blocks = [] }: Reply): readonly Field[] => blocks.filter((block) => block.kind === 'field');
