/** Turns what Microsoft Learn and hand-written HTML add to Markdown into plain Markdown. */

/** Signs that no text holds: before a heading that was a tab or a fold, and for a sign that begins no tag. */
export const marks = { tab: '\uE000', fold: '\uE001', less: '\uE002' } as const;

/** Plain Markdown with headings for tabs and folds. Code is left as it is. */
export const plainMarkdown = (text: string): string =>
  outsideCode(
    outsideCode(text, (part) => folds(comments(part))),
    (part) => headings(lines(part)).split('\n').map(tidyBold).join('\n'),
  );

const fence = /^(?:[ \t]|> ?)*(`{3,}|~{3,})/;

/** Applies a change to the text between fences; the fences themselves stay. */
const outsideCode = (text: string, change: (part: string) => string): string => {
  const done: string[] = [];
  let part: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (open === '' && mark) {
      if (part.length > 0) done.push(change(part.join('\n')));
      part = [];
      open = mark;
      done.push(line);
    } else if (open !== '') {
      done.push(line);
      if (mark?.startsWith(open) && /[`~]\s*$/.test(line)) open = '';
    } else part.push(line);
  }
  if (part.length > 0) done.push(change(part.join('\n')));
  return done.join('\n');
};

/** A pair such as `<!--$Domains-->…<!--/$Domains-->` stands for a value: it becomes `<Domains>`. */
const comments = (text: string): string =>
  text
    .replace(/<!--\s*\$(\w+)\s*-->[\s\S]{0,300}?<!--\s*\/\$\1\s*-->/g, (_, name: string) => `<${name}>`)
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '');

const folds = (text: string): string =>
  text
    .replace(/:::image type="?complex[\s\S]*?:::image-end:::/g, '')
    .replace(/:::image[\s\S]*?:::/g, '')
    .replace(/<details[^>]*>\s*<summary[^>]*>([\s\S]*?)<\/summary>/gi, (_, title: string) => {
      const line = title
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      return `\n\n${marks.fold}${line}\n\n`;
    })
    .replace(/<\/?(?:details|summary)[^>]*>/gi, '\n');

const row = /^\s*(?:>\s*)*\|/;
const ruler = /^\s*(?:>\s*)*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)+\|?\s*$/;

/** HTML becomes Markdown line by line; the rows of tables keep theirs until their cells are read. */
const lines = (text: string): string => {
  const all = text.split('\n');
  let table = false;
  return all
    .map((line, n) => {
      if (ruler.test(line) && all[n - 1]?.includes('|')) table = true;
      else if (line.trim() === '') table = false;
      return table || row.test(line) ? line : fromHtml(line);
    })
    .join('\n');
};

/** Tabs, zones and folds become headings one level below the last real one; other Learn marks go. */
const headings = (text: string): string => {
  let level = 1;
  const below = (title: string): string => `\n${'#'.repeat(Math.min(6, Math.max(3, level + 1)))} ${title}\n`;
  return text
    .split('\n')
    .map((line) => {
      const tab =
        /^#{1,6}\s*\[(.+?)\]\(#tab\/[^)]*\)\s*$/.exec(line)?.[1] ?? /^:{3}\s*zone\s+pivot="([^"]+)"/i.exec(line)?.[1];
      if (tab) return below(marks.tab + tab);
      if (line.startsWith(marks.fold)) return below(line);
      level = /^(#{1,6})\s+\S/.exec(line)?.[1]?.length ?? level;
      if (/^\s*:{3,}\s*(?:zone|moniker|row|column|code|image)?[\s\w-]*(?:-end)?.*$/i.test(line)) return '';
      if (/^\s*>?\s*\[!(?:VIDEO|div)\b/i.test(line)) return '';
      return line;
    })
    .join('\n');
};

/** The HTML that documents carry, as Markdown; tags that are placeholders, such as <domain>, stay. */
export const fromHtml = (text: string): string =>
  besideCode(text.replaceAll('\\<', marks.less), (part) =>
    part
      .replace(/<a\s+(?:name|id)=[^>]*>(?:\s*<\/a>)?/gi, '')
      .replace(
        /<a\s[^>]{0,200}?href=(["'])([^"'<>]*)\1[^>]*>([\s\S]{0,300}?)<\/a>/gi,
        (_, __, url: string, inner: string) => `[${inner.trim()}](${url})`,
      )
      .replace(/<\/a>/gi, '')
      .replace(/(?:<br\s*\/?>\s*)+(?:(\d{1,2})\.(?=\s*\S))?/gi, lineBreaks)
      .replace(/\s*<li[^>]*>\s*/gi, '\n- ')
      .replace(/\s*<\/li>\s*/gi, '\n')
      .replace(/\s*<\/?(?:ul|ol)(?:\s[^>]*)?>\s*/gi, '\n\n')
      .replace(/<\/?(?:b|strong)>/gi, '**')
      .replace(/<\/?(?:code|kbd)>/gi, '`')
      .replace(/<\/?(?:i|em|u|sup|sub|span|center|font|small|div|img|hr|thead|tbody)(?:\s[^>]*)?\/?>/gi, '')
      .replace(/\s*<\/?p(?:\s[^>]*)?>\s*/gi, '\n\n')
      .replace(/<\/t[dh]>\s*<t[dh][^>]*>/gi, ' · ')
      .replace(/<\/?t(?:able|r|d|h)(?:\s[^>]*)?>/gi, '\n'),
  ).replaceAll(marks.less, '\\<');

/** A break before a number begins a list, several make a paragraph, and one is a break in Markdown too. */
const lineBreaks = (breaks: string, number: string | undefined): string => {
  if (number) return `\n\n${number}. `;
  return breaks.indexOf('<', 1) > 0 ? '\n\n' : '  \n';
};

/** Applies a change outside of inline code. */
const besideCode = (text: string, change: (part: string) => string): string =>
  text
    .split(/(`+[^`]*`+)/)
    .map((part, n) => (n % 2 === 0 ? change(part) : part))
    .join('');

/** Blanks inside the stars keep Markdown from seeing bold text: `**Actions **pane` becomes `**Actions** pane`. */
const tidyBold = (line: string): string =>
  besideCode(line, (text) => {
    const parts = text.split(/(?<!\\)\*\*/);
    if (parts.length < 3 || parts.length % 2 === 0) return text;
    return parts
      .map((part, n) => {
        if (n % 2 === 0) return part;
        const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part)!;
        return inner ? `${before}**${inner}**${after}` : `${before}${after}`;
      })
      .join('');
  });
