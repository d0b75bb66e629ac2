/** What the bot's home says, in Japanese. */
import type * as English from '../en/home.ts';

export const home: typeof English.home = {
  title: 'Signpost',
  firing: '現在発生している問題',
  since: (level, title, age, owner) =>
    `${level}: ${title}（${age}継続中${owner === null ? '' : `、${owner} さんが対応中`}）`,
  show: (card) => `通知 ${card} を表示`,
  moreFiring: (count) => `ほかに ${count} 件あります。`,
  mine: 'あなたのチケット',
  queue: 'あなたのヘルプデスクの未解決チケット',
  noQueue: '未解決のチケットはありません。',
  rooms: '利用中のチャネル',
  desks: 'ヘルプデスクのチャネル',
  told: '問題が通知されるチャネル',
  checks: '前回の確認',
  ago: (age) => `${age}前`,
  never: '未実施',
  ask: 'ヘルプデスクに相談',
};
