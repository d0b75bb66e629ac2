/** Whether what is heard is denied where it stands: "not synced", "kein Gast", "we don't use AD FS", "ADFSは使っていません". */

const words = (list: string): string => `(?<!\\p{L})(?:${list})(?!\\p{L})`;

/** What denies what comes next; what somebody cannot do is there all the same. */
const negators = [
  words(
    "(?<!\\b(?:can|could) )not|no|never|without|neither|nor|instead of|rather than|nicht|nie|niemals|kein\\p{L}*|ohne|weder|(?<=weder .{1,40})noch|statt|pas|(?<=(?<!\\p{L})(?:n'|ne )\\p{L}{1,12} )plus|sans|aucune?|ni|jamais|sin|ning[uú]na?|nunca|tampoco",
  ),
  "(?<!ca|could)n't(?!\\p{L})",
  '(?<!\\p{L})non[- ]?',
].join('|');

/** Small words that may stand between. */
const fillers = [
  'an?|the|any|our|this|that|really|actually|even|yet|longer|more|been|being|be|use|uses|using|have|having|run|running|in|on|with|by|via|from',
  'ein\\p{L}*|de[rmn]|die|das|im|mehr|mit|über|als|wirklich|unser\\p{L}*',
  'une?|de|du|des|d|les?|la|l|avec|par|vraiment|à|notre',
  'es|está|están|son|hay|tenemos|tengo|tiene|usamos|usa|utilizamos|existe|un|una|el|los|las|en|con|por|ya|lo|nuestro',
].join('|');

const before = new RegExp(`(?:${negators})(?:[ ']*(?<!\\p{L})(?:${fillers})(?!\\p{L}))*[ ']*$`, 'u');

/** That there is none of what was just named, or no longer. */
const after = new RegExp(
  `^[\\p{Script=Latin}\\d-]*(?: (?:servers?|farms?|services?|accounts?|server|konto|konten))? ?(?:${[
    "(?:(?:is|are|was|were) not|isn't|aren't|wasn't|is no longer|are no longer|isn't any ?more) (?:really |even |any ?more )?(?:used|in use|in place|involved|deployed)",
    "(?:does not|doesn't|no longer) exists?|(?:we|they) (?:do not|don't|never|no longer) (?:use|have|had)",
    '(?:is|was|were|has been|have been|got) (?:\\p{L}+ )?(?:decommissioned|retired|dismantled|abolished|phased out|uninstalled)|is (?:long |already )?gone(?! down)',
    '(?:haben|nutzen|verwenden|benutzen|gibt|brauchen|setzen) (?:(?:wir|es|ich|man|hier|bei uns|ja|doch) )*(?:gar |schon |lange )*(?:nicht|keine?s?)(?: mehr)?(?: (?:ein|mehr|hier|bei uns))*(?=\\W*$|[,.;])',
    '(?:ist|sind|wird|wurde) (?:gar |schon |hier |bei uns )*nicht(?: mehr)? (?:im einsatz|in benutzung|in betrieb|vorhanden|genutzt|verwendet|eingesetzt)',
    '(?:ist|sind|wurden?) (?:\\p{L}+ ){0,3}(?:abgeschafft|abgelöst|abgebaut|stillgelegt|ausser betrieb genommen|außer betrieb genommen|deinstalliert)',
    "n'(?:est|existe) (?:pas|plus)(?: (?:utilisé|en place|déployé|en service))?(?=\\W*$|[,.;])|a été (?:\\p{L}+ )?(?:décommissionné|retiré|abandonné|supprimé|démantelé|désinstallé)|(?:on|nous) (?:ne |n')(?:l')?(?:a|avons|utilise|utilisons) (?:pas|plus)",
    'no (?:se usa|se utiliza|existe|lo usamos|lo tenemos|está en uso|hay)|ya no (?:se usa|existe|lo usamos|lo tenemos)|(?:fue|ha sido|está|se ha) (?:retirad|desmantelad|eliminad|desinstalad|abandonad)',
    '(?:アカウント|ユーザー|デバイス|端末|サーバー|環境|証明書)?(?:は|を|が|も|で|に)*(?:もう)?(?:使って|使用して|利用して|され|され?て|して|導入して)?(?:い)?(?:ありません|ません|ない|なし)',
    '(?:アカウント|ユーザー|デバイス|端末|サーバー|環境)?(?:で|じゃ)(?:は)?(?:ない|ありません|なく)|(?:は|を)?(?:去年|昨年|すでに|既に|もう)*(?:廃止|撤去|撤廃)',
  ].join('|')})`,
  'u',
);

/** So many characters before and behind are looked at. */
const near = 60;

/** Whether the words from `at` to `end` of a text in small letters are denied. */
const isDenied = (text: string, at: number, end: number): boolean =>
  before.test(text.slice(Math.max(0, at - near), at)) || after.test(text.slice(end, end + near));

/** Whether a pattern is met where nothing denies it. */
export const isSaid = (pattern: RegExp, text: string): boolean => {
  const first = pattern.exec(text);
  if (!first) return false;
  if (!isDenied(text, first.index, first.index + first[0].length)) return true;
  const all = text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`));
  return [...all].some((match) => !isDenied(text, match.index, match.index + match[0].length));
};
