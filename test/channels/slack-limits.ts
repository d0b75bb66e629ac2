/** Slack's documented limits of a message and of a view; what breaks one is said as Slack says it. */

type Part = { readonly type?: string; readonly [property: string]: unknown };

const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const textIn = (part: unknown): string => words((part as Part | undefined)?.['text']);

/** What Slack would not take of a message; nothing when it takes all of it. */
export const faultsIn = (message: { readonly text?: unknown; readonly blocks?: unknown }): readonly string[] => [
  ...length('text', words(message.text), 1, 4000),
  ...when(/[<>]|&(?!amp;|lt;|gt;)/.test(words(message.text)), 'text is not escaped'),
  ...when(JSON.stringify(parts(message.blocks)).length > 12_000, 'msg_blocks_too_long'),
  ...inBlocks(parts(message.blocks), 50),
];

/** What Slack would not take of a modal or a home. */
export const faultsInView = (given: unknown): readonly string[] => {
  const view = given as Part;
  const blocks = parts(view['blocks']);
  const modal = view.type === 'modal';
  const named = ['title', 'submit', 'close'].filter((name) => view[name] !== undefined);
  return [
    ...when(!modal && view.type !== 'home', `${view.type} is no view`),
    ...when(modal && view['title'] === undefined, 'the modal has no title'),
    ...when(!modal && named.length > 0, `a home has no ${named.join()}`),
    ...named.flatMap((name) => plainText(view[name], 24).map((fault) => `${name}: ${fault}`)),
    ...when(
      modal && blocks.some(({ type }) => type === 'input') && view['submit'] === undefined,
      'inputs need a submit button',
    ),
    ...length('private_metadata', words(view['private_metadata']), 0, 3000),
    ...length('callback_id', words(view['callback_id']), 0, 255),
    ...when(JSON.stringify(view).length > 250_000, 'view_too_large'),
    ...inBlocks(blocks, 100),
  ];
};

const inBlocks = (blocks: readonly Part[], most: number): readonly string[] => {
  const ids = blocks.flatMap((block) => block['block_id'] ?? []);
  const actionIds = blocks.flatMap((block) => (block.type === 'actions' ? parts(block['elements']) : [])).map(idOf);
  return [
    ...when(blocks.length > most, `${blocks.length} blocks are more than ${most}`),
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
    case 'input':
      return inInput(block);
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

const inInput = (block: Part): readonly string[] => [
  ...length('block_id', words(block['block_id']), 1, 255),
  ...plainText(block['label'], 2000).map((fault) => `label: ${fault}`),
  ...('hint' in block ? plainText(block['hint'], 2000) : []),
  ...when(!['boolean', 'undefined'].includes(typeof block['optional']), 'optional is no boolean'),
  ...inElement((block['element'] ?? {}) as Part),
];

const inElement = (element: Part): readonly string[] => {
  const options = parts(element['options']);
  const values = options.map((option) => option['value']);
  const standing = element['initial_option'];
  const most = element.type === 'radio_buttons' ? 10 : 100;
  const limit = element['max_length'];
  const shared = length('action_id', words(element['action_id']), 1, 255);
  switch (element.type) {
    case 'plain_text_input':
      return [
        ...shared,
        ...when(typeof limit === 'number' && (limit < 1 || limit > 3000), 'max_length is not from 1 to 3000'),
        ...length('initial_value', words(element['initial_value']), 0, typeof limit === 'number' ? limit : 3000),
        ...('placeholder' in element ? plainText(element['placeholder'], 150) : []),
      ];
    case 'radio_buttons':
    case 'static_select':
      return [
        ...shared,
        ...when(options.length === 0 || options.length > most, `${options.length} options are not from 1 to ${most}`),
        ...when(new Set(values).size < values.length, 'an option occurs twice'),
        ...options.flatMap((option) => [
          ...plainText(option['text'], 75).map((fault) => `option: ${fault}`),
          ...length('value', words(option['value']), 1, 75),
        ]),
        ...when(
          standing !== undefined && !options.some((option) => JSON.stringify(option) === JSON.stringify(standing)),
          'the initial option is none of the options',
        ),
        ...when(element.type === 'radio_buttons' && 'placeholder' in element, 'radio buttons have no placeholder'),
        ...('placeholder' in element ? plainText(element['placeholder'], 150) : []),
      ];
    default:
      return [`${element.type} is no input of Signpost`];
  }
};

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
