/** Puts a reply together, with the plain text that stands for the whole of it. */
import { type Action, type Block, type Code, plain, type Reply } from '../src/model/reply.ts';
import { follow } from './words/index.ts';

type Parts = Omit<Reply, 'text'>;

/** The reply with its plain text: title, blocks and the labels of what can be chosen. */
export const replyOf = (parts: Parts): Reply => ({ text: textOf(parts), ...parts });

/** The reply with other parts in the place of its own. */
export const replyWith = (reply: Reply, other: Parts): Reply => {
  const parts = { ...reply, ...other };
  return { ...parts, text: textOf(parts) };
};

const textOf = ({ title = '', blocks = [], actions = [] }: Parts): string =>
  [title, plainText(blocks), choices(actions)].filter(Boolean).join('\n\n');

/** Blocks in plain words. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(blockText).filter(Boolean).join('\n\n');

const choices = (actions: readonly Action[]): string => {
  const labels = actions.filter((action) => action.kind !== 'open').map((action) => action.label);
  return labels.length > 0 ? `[${labels.join('] [')}]` : '';
};

const codeText = (code: Code): string => code.text.replace(/^/gm, '    ');

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return plain(block.text);
    case 'code':
      return codeText(block.code);
    case 'steps':
      return block.items
        .map((item, n) => [`${n + 1}. ${plain(item.text)}`, ...(item.code ?? []).map(codeText)].join('\n'))
        .join('\n');
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'facts':
      return block.items.map(([label, value]) => follow().labelled(label, plain(value))).join('\n');
    case 'link':
      return follow().labelled(block.label, block.url);
    case 'field':
      return follow().labelled(
        block.label,
        block.options?.find(({ value }) => value === block.value)?.label ?? block.value ?? '',
      );
  }
};
