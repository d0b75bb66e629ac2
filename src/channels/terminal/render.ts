/** Draws a reply as text for a terminal. */
import { type Action, type Block, type Code, plain, type Reply, type Rich } from '../../model/reply.ts';

export type Look = { readonly width: number; readonly colour: boolean };

/** The reply as lines of at most `width` characters; commands are never broken. Choices are numbered. */
export const textOf = (said: Reply, look: Look): string => {
  const reply = safe(said);
  const paint = painter(look.colour);
  const parts = [
    ...(reply.title ? [paint.bold(wrap(reply.title, look.width))] : []),
    ...(reply.blocks ?? []).map((block) => draw(block, look.width, paint)),
    ...menu(reply.actions ?? [], look.width, paint),
  ];
  return (parts.length > 0 ? parts.join('\n\n') : wrap(reply.text, look.width)).trimEnd();
};

/** The choices of a reply in the order of their numbers. */
export const choicesOf = (reply: Reply): readonly Extract<Action, { kind: 'choose' }>[] =>
  (reply.actions ?? []).filter((action) => action.kind === 'choose');

type Paint = Readonly<Record<'bold' | 'code' | 'dim', (text: string) => string>>;

const painter = (colour: boolean): Paint => {
  const between = (on: number, off: number) => (text: string) => (colour ? `\u001B[${on}m${text}\u001B[${off}m` : text);
  return { bold: between(1, 22), code: between(36, 39), dim: between(2, 22) };
};

const draw = (block: Block, width: number, paint: Paint): string => {
  switch (block.kind) {
    case 'heading':
      return paint.bold(wrap(block.text, width));
    case 'paragraph':
      return wrap(words(block.text), width);
    case 'note':
      return wrap(`${block.tone === 'warning' ? '! ' : 'i '}${words(block.text)}`, width, '  ');
    case 'code':
      return code(block.code, '    ', paint);
    case 'steps':
      return block.items
        .map((item, n) => {
          const number = `${n + 1}. `;
          const indent = ' '.repeat(number.length);
          const commands = (item.code ?? []).map((one) => `\n${code(one, `${indent}  `, paint)}`);
          return wrap(number + words(item.text), width, indent) + commands.join('');
        })
        .join('\n');
    case 'list':
      return block.items.map((item) => wrap(`- ${words(item)}`, width, '  ')).join('\n');
    case 'facts':
      return block.items.map(([label, value]) => wrap(`${label}: ${words(value)}`, width, '  ')).join('\n');
    case 'link':
      return `${wrap(`${block.label}:`, width)}\n  ${block.url}`;
    case 'field':
      return wrap(`${block.label}: ${block.value ?? ''}`, width, '  ');
  }
};

const code = ({ text, retired }: Code, indent: string, paint: Paint): string =>
  (retired ? `${indent}(retired)\n` : '') +
  text
    .split('\n')
    .map((line) => indent + paint.code(line))
    .join('\n');

const menu = (actions: readonly Action[], width: number, paint: Paint): readonly string[] => {
  const chosen = actions.filter((action) => action.kind === 'choose');
  const lines = chosen.map((action, n) => wrap(`[${n + 1}] ${action.label}`, width, '    '));
  const links = actions.filter((action) => action.kind === 'open').map((action) => `${action.label}: ${action.url}`);
  return [...(lines.length > 0 ? [paint.dim(lines.join('\n'))] : []), ...links];
};

/** Addresses of links are written out, for a terminal cannot hide them. */
const words = (rich: Rich): string =>
  typeof rich === 'string'
    ? rich
    : rich.map((span) => (span.url && span.url !== span.text ? `${span.text} (${span.url})` : plain([span]))).join('');

/** Breaks text between words; a longer word stands alone on its line. */
const wrap = (text: string, width: number, indent = ''): string =>
  text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
        if (line && line.length + 1 + word.length > width) {
          lines.push(line);
          line = indent + word;
        } else line = line ? `${line} ${word}` : word;
      }
      return [...lines, line].join('\n');
    })
    .join('\n');

/** The same reply; control characters in it never reach the terminal, so that all colours are ours. */
const safe = (reply: Reply): Reply =>
  JSON.parse(JSON.stringify(reply), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(controls, '') : value,
  ) as Reply;

// oxlint-disable-next-line no-control-regex -- control characters are what is being removed
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
