/** One block of a reply -> the elements of the card that show it. */
import { channelWords } from '../../model/channel-words.ts';
import type { Block, Code, Field, StepItem } from '../../model/reply.ts';
import { inputId } from './press.ts';
import { clip, inline, joined, link, literal, markdown } from './text.ts';

/** Any part of an Adaptive Card. */
export type Element = { readonly type: string; readonly [property: string]: unknown };

/** A line or more of Markdown. */
export const text = (words: string, look: object = {}): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...look,
});

/** A line that screen readers announce as a heading. */
export const heading = (words: string, size: 'Medium' | 'Large'): Element =>
  text(inline(words, 300), { size, weight: 'Bolder', style: 'heading' });

const group = (items: readonly Element[], look: object = {}): Element => ({ type: 'Container', items, ...look });

/** The elements of a block, each small enough to stand or fall as a whole. */
export const elementsOf = (block: Block, language?: string): readonly Element[] => {
  const known = drawn.get(block);
  if (known && known.language === language) return known.elements;
  const elements = draw(block, language);
  drawn.set(block, { language, elements });
  return elements;
};

/** The blocks of the catalog are the same objects at every answer. */
const drawn = new WeakMap<Block, { readonly language: string | undefined; readonly elements: readonly Element[] }>();

const draw = (block: Block, language: string | undefined): readonly Element[] => {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, 'Medium')];
    case 'paragraph':
      return [text(markdown(block.text, language))];
    case 'steps':
      return block.items.map((item, index) => step(item, index, language));
    case 'list':
      return lists(block.items.map((item) => `- ${joined(markdown(item, language))}`));
    case 'code':
      return [coded(block.code, language)];
    case 'facts':
      return [
        {
          type: 'FactSet',
          facts: block.items.map(([label, value]) => ({ title: inline(label), value: markdown(value, language) })),
        },
      ];
    case 'note':
      return [note(block.tone, markdown(block.text, language), language)];
    case 'link':
      return [text(link(block.label, block.url), { spacing: 'Small' })];
    case 'field':
      return fieldOf(block, language);
  }
};

/** The number is written out, because the commands between two steps would make a list start again. */
const step = ({ text: words, code = [] }: StepItem, index: number, language: string | undefined): Element => {
  const line = text(`**${index + 1}.** ${markdown(words, language)}`);
  return code.length > 0 ? group([line, ...code.map((one) => coded(one, language))]) : line;
};

const perList = 10;

const lists = (items: readonly string[]): readonly Element[] =>
  Array.from({ length: Math.ceil(items.length / perList) }, (_, n) =>
    text(items.slice(n * perList, (n + 1) * perList).join('\r')),
  );

const note = (tone: 'info' | 'warning', words: string, language: string | undefined): Element =>
  tone === 'warning'
    ? group([text(`**${channelWords(language).warning}** ${words}`)], { style: 'warning' })
    : group([text(`**${channelWords(language).note}** ${words}`)], { style: 'accent' });

const longestValue = 4000;
const longestLabel = 200;
const mostOptions = 100;

/** An input with its label, which screen readers read out, and below it what was wrong with it. */
const fieldOf = (field: Field, language: string | undefined): readonly Element[] => {
  const { id, hint, required, error, options = [] } = field;
  const label = clip(field.label, longestLabel);
  const input = {
    id: inputId(id),
    label,
    ...(hint !== undefined && { placeholder: clip(hint, longestLabel) }),
    ...(required && { isRequired: true, errorMessage: channelWords(language).fill(label) }),
  };
  const kind = field.input === 'choice' && options.length > 0 ? choiceInput(field, language) : textInput(field);
  return [
    { ...kind, ...input },
    ...(error === undefined ? [] : [text(inline(error), { color: 'Attention', spacing: 'Small' })]),
  ];
};

const textInput = ({ input, value, most = longestValue }: Field): Element => {
  const maxLength = Math.min(most, longestValue);
  return {
    type: 'Input.Text',
    ...(value !== undefined && { value: clip(value, maxLength, '') }),
    ...(input === 'lines' && { isMultiline: true }),
    maxLength,
  };
};

const choiceInput = ({ options = [], value }: Field, language: string | undefined): Element => ({
  type: 'Input.ChoiceSet',
  style: 'compact',
  placeholder: channelWords(language).pick,
  choices: options
    .slice(0, mostOptions)
    .map((option) => ({ title: clip(option.label, longestLabel), value: option.value })),
  ...(options.some((option) => option.value === value) && { value }),
});

/** What was filled in, once it can no longer be changed. */
export const filledIn = (field: Field, value: string): Element => {
  const shown = field.options?.find((option) => option.value === value)?.label ?? value;
  return text(`**${inline(field.label, longestLabel)}:** ${inline(shown)}`);
};

const longestCode = 3000;

/** Half a command is worse than none, so code is shown whole or not at all. */
const coded = ({ language: written, text: code, retired }: Code, language: string | undefined): Element => {
  const words = channelWords(language);
  if (code.length > longestCode) return text(words.longCode);
  const block: Element = {
    type: 'CodeBlock',
    codeSnippet: clip(code, longestCode),
    language: languages.get(written.toLowerCase()) ?? 'PlainText',
    fallback: group([text(literal(code, longestCode, language), { fontType: 'Monospace' })], { style: 'emphasis' }),
  };
  return retired
    ? group([text(`**${words.retired.trim()}** ${words.retiredText}`, { color: 'Attention' }), block])
    : block;
};

/** What people call a language -> what Teams calls it; any other is plain text. */
const languages: ReadonlyMap<string, string> = new Map([
  ['powershell', 'PowerShell'],
  ['pwsh', 'PowerShell'],
  ['ps1', 'PowerShell'],
  ['bash', 'Bash'],
  ['sh', 'Bash'],
  ['shell', 'Bash'],
  ['cmd', 'Dos'],
  ['bat', 'Dos'],
  ['json', 'Json'],
  ['xml', 'Xml'],
  ['html', 'Html'],
  ['css', 'Css'],
  ['sql', 'Sql'],
  ['javascript', 'JavaScript'],
  ['js', 'JavaScript'],
  ['typescript', 'TypeScript'],
  ['ts', 'TypeScript'],
  ['python', 'Python'],
  ['py', 'Python'],
  ['csharp', 'CSharp'],
  ['c#', 'CSharp'],
]);
