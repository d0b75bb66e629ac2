/** What people say to have a channel used for the helpdesk or for notices, or no longer. */
import { any, folded, pattern } from './phrases.ts';

type Use = 'helpdesk' | 'notices';

/** `rest` is what is said behind it: the topics and domains. */
type RoomUse = { readonly use: Use; readonly ends: boolean; readonly rest: string };

const polite =
  '(?:(?:please|pls|bitte|can you|could you|from now on|ab jetzt|ab sofort|desormais|a partir de ahora|por favor|これから|今後は?)[ ,、]*)*';

/** What a room is used for, as each language puts it. */
const called = {
  helpdesk: {
    en: 'helpdesk|help desk|service desk|support|tickets',
    de: '(?:den |unseren )?(?:helpdesk|support|service ?desk)|(?:die )?tickets',
    fr: "(?:le |l'|les )?(?:helpdesk|support|assistance|tickets)",
    es: '(?:el |la |los )?(?:helpdesk|soporte|asistencia|tickets)',
    ja: 'ヘルプデスク|サポート|チケット',
  },
  notices: {
    en: 'notices|notifications|alerts|warnings|outages',
    de: '(?:die |alle )?(?:(?:storungs|warn)?meldungen|benachrichtigungen|warnungen|storungen|hinweise|alarme)',
    fr: '(?:les |toutes les )?(?:alertes|notifications|pannes|avis)',
    es: '(?:los |las |todos los |todas las )?(?:avisos|alertas|notificaciones|averias)',
    ja: '通知|お知らせ|アラート|障害(?:情報|通知)|警告',
  },
} as const satisfies Readonly<Record<Use, object>>;

type Called = (typeof called)[Use];

const room = {
  en: 'this (?:channel|chat|room|team|group)?',
  de: '(?:diesen|den) (?:kanal|chat|raum)|diese gruppe',
  fr: '(?:ce|cet) (?:canal|salon|chat|espace)|cette conversation',
  es: 'este (?:canal|chat|grupo)|esta sala',
  ja: 'この(?:チャネル|チャンネル|チャット|ルーム|グループ)',
} as const;

const begins = ({ en, de, fr, es, ja }: Called): RegExp =>
  pattern(
    `^${polite}${any(
      `(?:use|take|make|set up) ${any('this (?:channel|chat|room|team|group) (?:(?:for|as|to (?:post|send)) )?', 'this (?:for|as) ')}(?:the |a |our |your |all |all the )?(?:${en})(?: channel| room)?\\b(?<rest>.*)`,
      `this (?:channel|chat|room|group) is (?:now )?(?:for|the) (?:the )?(?:${en})(?: channel)?`,
      `(?:nutze|nutzen sie|nutz|verwende|verwenden sie|benutze|benutzen sie|nimm|nehmen sie) (?:${room.de}) (?:bitte )?(?:fur|als) (?:${de})`,
      `(?:${room.de}) (?:bitte )?(?:fur|als) (?:${de}) (?:nutzen|verwenden|benutzen|nehmen)|dieser kanal ist (?:jetzt )?fur (?:${de})`,
      `(?:utilise[rz]?|prends|prenez|prendre) (?:${room.fr}) (?:pour|comme) (?:${fr})|ce canal (?:est|sert) (?:pour|a) (?:${fr})`,
      `(?:usa|use|usar|utiliza|utilice|utilizar) (?:${room.es}) (?:para|como) (?:${es})|este canal es para (?:${es})`,
      `(?:${room.ja})を?(?:は)?(?:${ja})(?:用)?(?:に|として)(?:使って|使用して|使う|使用する|利用して|設定して|して)(?:ください|下さい)?`,
    )}$`,
  );

const ends = ({ en, de, fr, es, ja }: Called): RegExp =>
  pattern(
    `^${polite}${any(
      `(?:stop using|no longer use|do not use|don'?t use) (?:${room.en}) ?(?:for|as) (?:the |a |our |your )?(?:${en})(?: channel)?\\b.*`,
      `(?:nutze|nutzen sie|verwende|verwenden sie|benutze|benutzen sie) (?:${room.de}) (?:bitte )?nicht mehr (?:fur|als) (?:${de})`,
      `(?:${room.de}) (?:bitte )?nicht (?:mehr|langer) (?:fur|als) (?:${de}) (?:nutzen|verwenden|benutzen)`,
      `(?:n'utilise[rz]?|ne plus utiliser|arrete[rz]? d'utiliser|cesse[rz]? d'utiliser) (?:plus )?(?:${room.fr}) (?:pour|comme) (?:${fr})`,
      `(?:deja|deje|dejar) de (?:usar|utilizar) (?:${room.es}) (?:para|como) (?:${es})|(?:ya )?no (?:uses|use|usar|utilices|utilice) (?:mas )?(?:${room.es}) (?:para|como) (?:${es})`,
      `(?:${room.ja})を?(?:${ja})(?:用)?(?:に|として)(?:使わないで|使用しないで|使うのをやめて|使用をやめて)(?:ください|下さい)?`,
    )}$`,
  );

const uses = (['helpdesk', 'notices'] as const).flatMap((use) => [
  { use, ends: true, phrase: ends(called[use]) },
  { use, ends: false, phrase: begins(called[use]) },
]);

/** Each of the phrases names the room so. */
const named = /this|kanal|chat|raum|gruppe|canal|salon|espace|conversation|grupo|sala|この/;

/** What a text wants the room to be used for, or no longer; null where it wants neither. */
export const roomUseIn = (text: string): RoomUse | null => {
  const plain = folded(text);
  if (!named.test(plain)) return null;
  const said = plain
    .replace(/\s+/g, ' ')
    .replace(/(?:[ ,]+(?:please|pls|bitte|s'il (?:vous|te) plait|svp|por favor|thanks))?[\s!.?。！？]{0,20}$/u, '')
    .replace(/^[¿¡]/u, '');
  for (const { use, ends: isEnd, phrase } of uses) {
    const found = phrase.exec(said);
    if (found) return { use, ends: isEnd, rest: found.groups?.['rest'] ?? '' };
  }
  return null;
};
