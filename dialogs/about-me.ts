/** Recognises questions about the bot itself: whether it sees the tenant, who reads along, whether it is a person. */
import { type Anywhere, noProblem } from '../src/model/dialog.ts';
import { paragraph } from './blocks.ts';
import { answerButton, helpdeskButton } from './buttons.ts';
import { isOne } from './courtesy.ts';
import { replyOf } from './reply.ts';
import { follow, words } from './words/index.ts';
import { any, holdsCode, longest, phraseOf, unpaused, whole, type Phrases } from './phrases.ts';

export type AboutMe = keyof ReturnType<typeof follow>['me'];

const can =
  '(?:can|could|do|are|will|would|does) (?:you|u|this bot|the bot|it|signpost)(?: be)?(?: able to)?(?: please)?(?: actually| really| also)?';
const seeing = '(?:see|look (?:into|at|up)|access|read|reach|connect to|know|check|have access to|log ?in to)';
const ours =
  '(?:into |in )?(?:our|my|the|his|her|their)(?: \\S+)? ?(?:tenant|entra|azure|directory|ad|active directory|servers?|accounts?|environment|logs?|sign-?in logs?|portal|policies|config(?:uration)?|users?|computers?|pcs?|screen|system|settings|data)';

/** Whom people take the bot for. */
const somebody = any(
  '(?:just |really |only |actually )*(?:an? |the )?(?:real |actual |live |human |living )*(?:humans?|person|bot|chat ?bot|robot|machine|ai|a\\.i\\.|chatgpt|gpt|copilot|llm|language model|program|computer|someone|somebody|anyone|agent|real)',
  '(?:denn |eigentlich )*(?:eine?[mnr]? |echt |wirklich |nur )*(?:echte[mnr]? |richtige[mnr]? )?(?:mensch(?:en)?|person|bot|roboter|maschine|ki|ai|computer|programm|echt)',
  '(?:vraiment )?(?:une? )?(?:vraie? )?(?:humaine?|personne|robot|bot|machine|ia|programme)',
  '(?:realmente )?(?:una? )?(?:humano|humana|persona|robot|bot|máquina|ia|programa)(?: real| de verdad)?',
);
const either = `${somebody}(?: (?:or|oder|ou|o) ${somebody})?(?: (?:here|there|real))*`;

const kinds: readonly Phrases<AboutMe>[] = [
  [
    'tenant',
    whole(
      `${can} ${seeing} ${ours}(?: from here)?`,
      '(?:siehst du|sehen sie|kannst du|können sie|kennst du|hast du zugriff auf|haben sie zugriff auf)(?: in)? (?:unseren?|meinen?|den|das|unser|mein)(?: \\S+)? ?(?:tenant|mandanten?|verzeichnis|server|konto|konten|umgebung|logs?|protokolle?|einstellungen|bildschirm)(?: (?:sehen|einsehen|zugreifen|lesen))?',
      '(?:est-ce que )?(?:tu vois|vous voyez|voyez-vous|vois-tu|(?:tu as|vous avez|avez-vous) accès à)(?: dans)? (?:notre|mon|nos|mes|le)(?: \\S+)? ?(?:tenant|annuaire|serveurs?|comptes?|environnement|journaux|écran)',
      '(?:puedes?|puede usted )?(?:ves?|ver|tienes? acceso a|acceder a) (?:nuestro|mi|nuestros|mis|el)(?: \\S+)? ?(?:tenant|inquilino|directorio|servidor(?:es)?|cuentas?|entorno|registros?|pantalla)',
      '(?:うちの|私の|こちらの|弊社の)?(?:テナント|環境|サーバー|アカウント|画面|ログ)(?:は|が|を)?(?:見え(?:ます|る)|見られ(?:ます|る)|見(?:て|る)(?:いますか|ことができますか)?)(?:か)?',
    ),
  ],
  [
    'acts',
    whole(
      `${can} (?:fix|do|change|reset|unlock|check|run|repair|solve|look|look up|find out|test|verify|enable|disable|create|delete|add|set|make)(?: (?:it|this|that|him|her|them|the change|the password|his password|her password|the account|his account|my password|my account))(?: (?:for (?:me|us|him|her)|yourself|directly|from here|in entra|automatically|now))*`,
      `${can} (?:check|see|find out|verify|look up|test|tell) (?:if|whether) (?:it|he|she|they|the \\S+|that|his \\S+|her \\S+|my \\S+) .{2,50}`,
      '(?:kannst du|können sie|machst du|machen sie)(?: das| es| ihn| sie| das konto| das passwort| bitte| selbst| für mich| für uns)* (?:machen|erledigen|zurücksetzen|entsperren|prüfen|ändern|reparieren|beheben|ausführen|nachsehen|testen)?',
      '(?:peux-tu|pouvez-vous|tu peux|vous pouvez) (?:le |la |les )?(?:faire|corriger|changer|réinitialiser|débloquer|vérifier|exécuter|réparer)(?: (?:ça|cela|le compte|le mot de passe|pour moi|toi-même|vous-même))*',
      '(?:puedes|puede usted|puede|podrías) (?:hacerlo|arreglarlo|cambiarlo|restablecerlo|desbloquearlo|comprobarlo|ejecutarlo)(?: (?:tú|por mí|usted))*',
      '(?:代わりに|直接|自動で)?(?:やって|直して|変更して|リセットして|確認して|実行して)(?:くれますか|もらえますか|いただけますか)',
    ),
  ],
  [
    'privacy',
    whole(
      'who (?:can |else |will |all )*(?:sees?|reads?|gets?) (?:what (?:i|we) (?:write|type|say|send|post|paste)|this|that|it|my messages?|these messages?|the chat|this chat|our chat|our conversation|what i wrote)(?: here| in here)*',
      '(?:is|are|will|does|do) (?:that|this|it|my messages?|what i (?:write|type|say)(?: here)?|everything|the chat|you|our data|my data)(?: be| all| it| this| that| my messages?| what i write| anything)* (?:stored|saved|logged|recorded|kept|private|confidential|shared|sent (?:anywhere|somewhere|to \\S+)|monitored|read by (?:anyone|anybody|somebody|someone|others)|store|save|log|keep|record|remember)(?: (?:it|this|that|here|somewhere|anywhere|what i (?:write|type|say)|my messages?|anything|all of (?:this|that)))*',
      'where (?:is|are|does|do) (?:this|that|it|my data|my messages?|the data|what i write)(?: here)? (?:stored|saved|kept|go|sent)(?: to)?',
      'what (?:do you (?:store|save|log|keep|record|do with (?:my data|what i write|this|that))|is (?:stored|saved|logged|kept))(?: (?:about me|of me|of this|of that|here))*|(?:is it )?(?:safe|ok|okay) to (?:paste|post|write|share) (?:this|that|it|logs?|names?|errors?|data)(?: here)?',
      'wer (?:sieht|liest|kann)(?: das| es| alles)?(?:,? was ich (?:hier )?schreibe)?(?: hier| mit| lesen| sehen)*|(?:wird|werden) (?:das|dies|alles|meine (?:daten|nachrichten))(?: hier| alles| irgendwo)* (?:gespeichert|aufgezeichnet|protokolliert|weitergegeben|mitgelesen|aufbewahrt)|(?:speicherst du|speichern sie) (?:das|alles|meine nachrichten)',
      "qui (?:voit|lit|peut (?:voir|lire)) (?:ça|cela|ce que j'écris(?: ici)?|mes messages)|(?:est-ce que )?(?:c'est|est-ce|cela est|tout est|mes messages sont)(?: que ce)? (?:enregistrée?s?|stockée?s?|conservée?s?|gardée?s?|confidentiel)",
      '(?:quién|quien) (?:ve|lee|puede (?:ver|leer)) (?:esto|eso|lo que escribo(?: aquí)?|mis mensajes)|(?:se )?(?:guarda|almacena|registra)(?:n)? (?:esto|eso|todo|mis mensajes|lo que escribo)|(?:esto|eso|todo) (?:se (?:guarda|almacena)|queda (?:guardado|registrado))',
      '(?:ここに)?(?:書いた|入力した|書く)(?:こと|内容|もの)(?:は|を)誰が(?:見|読)(?:ますか|られますか|みますか|るの)?|(?:これ|内容|会話|メッセージ)は(?:保存|記録)され(?:ますか|るの(?:ですか)?|ていますか)',
    ),
  ],
  [
    'picture',
    whole(
      '(?:how (?:do|can|could|should|to)(?: i| we)?|can i|could i|may i|where (?:do|can) i|is it possible to|do you (?:take|accept|read|understand)|can you (?:read|see|take|process|open))(?: you)? ?(?:give|send|show|upload|attach|post|paste|share|put|add)?(?: you| to you| here)* (?:an?|the|my|some)? ?(?:screenshots?|screen shots?|pictures?|images?|photos?|pics?)(?: (?:to you|here|of it|of that|of the error))*',
      '(?:wie (?:kann|soll|schicke|sende|gebe)(?: ich)?|kann ich|darf ich|wo (?:kann ich|lade ich))(?: (?:dir|ihnen|hier))* (?:einen?|das|ein|den)? ?(?:screenshots?|bildschirmfotos?|bild(?:er)?|fotos?)(?: (?:schicken|senden|hochladen|zeigen|anhängen|einfügen|geben|hoch))*',
      "(?:comment|est-ce que je peux|puis-je|je peux)(?: (?:vous|te|t'))? ?(?:envoyer|montrer|donner|joindre)? ?(?:une?|la|ma)? ?(?:capture(?: d'écran)?|images?|photo)s?",
      '(?:cómo|puedo|dónde)(?: (?:te|le))? ?(?:puedo )?(?:envi(?:o|ar|arle|arte)|mandar(?:te|le)?|subir|mostrar(?:te|le)?|adjunt(?:o|ar))? ?(?:una|la)? ?(?:captura(?: de pantalla)?|imagen|foto)s?',
      '(?:スクリーンショット|画像|写真|スクショ)(?:は|を)?(?:どうやって|どう|どのように)?(?:送(?:れ|り|る)|見せ|貼(?:れ|り)|渡(?:せ|し)|アップロード).{0,12}',
    ),
  ],
  [
    'human',
    whole(
      `(?:are|r) (?:you|u) ${either}|(?:is (?:this|that|there)|am i (?:talking|speaking|writing|chatting) (?:to|with)) ${either}`,
      '(?:do you use|is (?:this|that) (?:using )?|are you using|powered by) (?:ai|gpt|chatgpt|copilot|an? llm|openai)|who (?:made|wrote|built) (?:you|this)|where do(?:es)? (?:your|the) (?:answers?|info(?:rmation)?|knowledge) come from',
      `(?:bist du|sind sie|(?:rede|spreche|schreibe) ich(?: hier)? mit) ${either}`,
      `(?:es-tu|êtes-vous|tu es|vous êtes|t'es|(?:est-ce que )?je parle à) ${either}`,
      `(?:eres|es usted|usted es|(?:estoy hablando|hablo) con) ${either}`,
      '(?:あなたは|君は|これは)?(?:本物の|本当に)?(?:人間|人|ロボット|ボット|ai|機械)(?:です|なの(?:です)?|なんです)か',
    ),
  ],
];

/** What the whole text asks about the bot, or null. */
export const aboutMe = (text: string): AboutMe | null => {
  if (text.length > longest || holdsCode(text)) return null;
  const said = unpaused(text);
  return phraseOf(kinds, (phrases) => phrases.test(said) || isOne(phrases, said)) ?? null;
};

/** Answers such a question from wherever the conversation is, which stays there. */
export const aboutMyself: Anywhere = (event, { catalog }, { step, state }) => {
  const asked = event.kind === 'said' && !event.overheard ? aboutMe(event.text) : null;
  if (asked === null) return null;
  const { entry: id } = state as { readonly entry?: string };
  const entry = step === 'confirm' && id !== undefined ? catalog.entry(id) : undefined;
  const text = follow().me[asked];
  return {
    replies: [
      replyOf({
        blocks: [paragraph(text), ...(step === 'narrow' ? [paragraph(words().glossary.asked)] : [])],
        actions: [
          ...(entry ? [answerButton(entry)] : []),
          ...(asked === 'human' || asked === 'acts' ? [helpdeskButton(entry?.id)] : []),
        ],
      }),
    ],
    understood: noProblem,
  };
};
