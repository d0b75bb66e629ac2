/** Slack's documented limits of a message; what breaks one is said as Slack says it. */

type Part = { readonly type?: string; readonly [property: string]: unknown };

const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const textIn = (part: unknown): string => words((part as Part | undefined)?.['text']);

/** What Slack would not take of a message; nothing when it takes all of it. */
export const faultsIn = (message: { readonly text?: unknown; readonly blocks?: unknown }): readonly string[] => {
  const blocks = parts(message.blocks);
  const ids = blocks.flatMap((block) => block['block_id'] ?? []);
  const actionIds = blocks.flatMap((block) => (block.type === 'actions' ? parts(block['elements']) : [])).map(idOf);
  return [
    ...length('text', words(message.text), 1, 4000),
    ...when(/[<>]|&(?!amp;|lt;|gt;)/.test(words(message.text)), 'text is not escaped'),
    ...when(blocks.length > 50, `${blocks.length} blocks are more than 50`),
    ...when(JSON.stringify(blocks).length > 12_000, 'msg_blocks_too_long'),
    ...when(new Set(ids).size < ids.length, 'a block_id occurs twice'),
    ...when(new Set(actionIds).size < actionIds.length, 'an action_id occurs twice'),
    ...blocks.flatMap((block, n) => inBlock(block).map((fault) => `block ${n} (${block.type}): ${fault}`)),
  ];
};

const idOf = (element: Part): unknown => element['action_id'];

const when = (broken: boolean, fault: string): readonly string[] => (broken ? [fault] : []);

const length = (name: string, text: string, least: number, most: number): readonly string[] => [
  ...when(text.length < least, `${name} is empty`),
  ...when(text.length > most, `${name} has ${text.length} characters, more than ${most}`),
  ...when(!text.isWellFormed(), `${name} has half a character`),
];

const inBlock = (block: Part): readonly string[] => {
  const elements = parts(block['elements']);
  const count = (most: number) => [
    ...when(elements.length === 0, 'has no elements'),
    ...when(elements.length > most, `${elements.length} elements are more than ${most}`),
  ];
  switch (block.type) {
    case 'header':
      return plainText(block['text'], 150);
    case 'context':
      return [...count(10), ...elements.flatMap((element) => plainText(element, 3000))];
    case 'actions':
      return [...count(25), ...elements.flatMap(inButton)];
    case 'rich_text':
      return [...count(Infinity), ...elements.flatMap(inRichText)];
    default:
      return ['is of a type that Signpost does not send'];
  }
};

const plainText = (text: unknown, most: number): readonly string[] => [
  ...when((text as Part | undefined)?.type !== 'plain_text', 'the text is not plain_text'),
  ...length('text', textIn(text), 1, most),
];

const inButton = (button: Part): readonly string[] => [
  ...when(button.type !== 'button', `${button.type} is no button`),
  ...plainText(button['text'], 75),
  ...length('action_id', words(button['action_id']), 1, 255),
  ...length('value', words(button['value']), 0, 2000),
  ...when('url' in button && !/^https?:/.test(words(button['url'])), 'the url is none'),
  ...length('url', words(button['url']), 0, 3000),
  ...when('style' in button && !['primary', 'danger'].includes(words(button['style'])), 'the style is unknown'),
];

const inRichText = (part: Part): readonly string[] => {
  const elements = parts(part['elements']);
  if (part.type === 'rich_text_list')
    return [
      ...when(!['ordered', 'bullet'].includes(words(part['style'])), 'the list has no style'),
      ...when(elements.length === 0, 'the list is empty'),
      ...elements.flatMap((item) => (item.type === 'rich_text_section' ? inRichText(item) : ['an item is no section'])),
    ];
  const known = ['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'].includes(words(part.type));
  return [
    ...when(!known, `${part.type} is no rich text`),
    ...when(elements.length === 0, 'the rich text is empty'),
    ...elements.flatMap(inRun),
  ];
};

const inRun = (run: Part): readonly string[] => [
  ...when(run.type !== 'text' && run.type !== 'link', `${run.type} is neither text nor link`),
  ...length('a run', textIn(run), 1, 12_000),
  ...when(run.type === 'link' && !/^https?:/.test(words(run['url'])), 'a link has no web address'),
];
