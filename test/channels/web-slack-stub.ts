import { plain, type Reply, type Rich } from '../../src/model/reply.ts';
const s = (r: Rich) => ({ type: 'rich_text_section', elements: [{ type: 'text', text: plain(r) }] });
export const blocksOf = (r: Reply): object => ({
  text: r.text,
  blocks: [
    ...(r.title ? [{ type: 'header', text: { type: 'plain_text', text: r.title } }] : []),
    ...(r.blocks ?? []).map((b) => ({
      type: 'rich_text',
      elements:
        b.kind === 'steps'
          ? b.items.flatMap((i, n) => [
              { type: 'rich_text_list', style: 'ordered', offset: n, elements: [s(i.text)] },
              ...(i.code ?? []).map((c) => ({
                type: 'rich_text_preformatted',
                elements: [{ type: 'text', text: c.text }],
              })),
            ])
          : 'text' in b
            ? [s(b.text)]
            : [],
    })),
    ...(r.actions
      ? [
          {
            type: 'actions',
            elements: r.actions.map((a) => ({
              type: 'button',
              text: { type: 'plain_text', text: a.label },
              ...(a.kind === 'open'
                ? { url: a.url }
                : { value: JSON.stringify({ choice: a.choice, about: a.about, turn: r.turn }) }),
            })),
          },
        ]
      : []),
  ],
});
