/** What the page itself says, in the language of the browser. */
import type { IncomingMessage } from 'node:http';
import { type Language, knownLanguage } from '../../model/language.ts';

const english = {
  lead: 'Paste a sign-in error of Microsoft 365, Entra ID or AD FS, or say what happens.',
  showAs: 'Show as',
  teams: 'Teams card',
  text: 'Text',
  restart: 'Start over',
  noScript: 'This page needs JavaScript to talk to Signpost.',
  conversation: 'Conversation',
  waiting: 'Signpost is looking it up …',
  message: 'Your message',
  placeholder: 'Paste the error, or describe what happens',
  sendPicture: 'Send a picture of the error',
  picture: 'Picture',
  send: 'Send',
  hint: 'Enter sends, Shift+Enter starts a new line. You can paste a picture of the error too.',
  you: 'You',
  chose: 'You chose: ',
  pictured: 'Picture: ',
  unnamed: 'picture',
  /** "#" is how many characters. */
  showAll: 'Show all # characters',
  tryAgain: 'Try again',
  code: 'Code',
  copy: 'Copy',
  copied: 'Copied',
  pressCopy: 'Press Ctrl+C',
  unreachable: 'Signpost cannot be reached. Check that it is running and that you are connected.',
  forgotten: 'The picture is no longer here. Choose it again.',
  /** "#" is the kind of block. */
  unknownBlock: '(a block of the kind #)',
  tooLong: 'The message is longer than 256 kB. Send the part that holds the error message.',
  tooLarge: 'The picture is larger than 8 MB. Send only the part that shows the error message.',
  tooMany: 'Too many pictures are being sent at once. Try again in a minute.',
  /** "#" is the reference. */
  failed: 'Signpost could not answer. Try again; if it keeps failing, give your administrator the reference #.',
};

export type PageWords = Readonly<typeof english>;

const words: Readonly<Record<Language, PageWords>> = {
  en: english,
  de: {
    lead: 'Fügen Sie einen Anmeldefehler von Microsoft 365, Entra ID oder AD FS ein, oder sagen Sie, was passiert.',
    showAs: 'Anzeigen als',
    teams: 'Teams-Karte',
    text: 'Text',
    restart: 'Neu beginnen',
    noScript: 'Diese Seite braucht JavaScript, um mit Signpost zu sprechen.',
    conversation: 'Unterhaltung',
    waiting: 'Signpost sieht nach …',
    message: 'Ihre Nachricht',
    placeholder: 'Fehler einfügen oder beschreiben, was passiert',
    sendPicture: 'Ein Bild des Fehlers senden',
    picture: 'Bild',
    send: 'Senden',
    hint: 'Die Eingabetaste sendet, Umschalt+Eingabe beginnt eine neue Zeile. Auch ein Bild des Fehlers lässt sich einfügen.',
    you: 'Sie',
    chose: 'Ihre Wahl: ',
    pictured: 'Bild: ',
    unnamed: 'Bild',
    showAll: 'Alle # Zeichen zeigen',
    tryAgain: 'Noch einmal versuchen',
    code: 'Code',
    copy: 'Kopieren',
    copied: 'Kopiert',
    pressCopy: 'Drücken Sie Strg+C',
    unreachable: 'Signpost ist nicht zu erreichen. Prüfen Sie, ob es läuft und ob Sie verbunden sind.',
    forgotten: 'Das Bild ist nicht mehr da. Wählen Sie es noch einmal.',
    unknownBlock: '(ein Block der Art #)',
    tooLong: 'Die Nachricht ist länger als 256 kB. Senden Sie den Teil mit der Fehlermeldung.',
    tooLarge: 'Das Bild ist größer als 8 MB. Senden Sie nur den Teil, der die Fehlermeldung zeigt.',
    tooMany: 'Es werden gerade zu viele Bilder gesendet. Versuchen Sie es in einer Minute noch einmal.',
    failed:
      'Signpost konnte nicht antworten. Versuchen Sie es noch einmal; wenn es nicht geht, geben Sie Ihrer Administration die Nummer #.',
  },
  fr: {
    lead: 'Collez une erreur de connexion de Microsoft 365, Entra ID ou AD FS, ou dites ce qui se passe.',
    showAs: 'Afficher comme',
    teams: 'Carte Teams',
    text: 'Texte',
    restart: 'Recommencer',
    noScript: 'Cette page a besoin de JavaScript pour parler à Signpost.',
    conversation: 'Conversation',
    waiting: 'Signpost cherche …',
    message: 'Votre message',
    placeholder: 'Collez l’erreur ou décrivez ce qui se passe',
    sendPicture: 'Envoyer une image de l’erreur',
    picture: 'Image',
    send: 'Envoyer',
    hint: 'Entrée envoie, Maj+Entrée commence une nouvelle ligne. Vous pouvez aussi coller une image de l’erreur.',
    you: 'Vous',
    chose: 'Votre choix : ',
    pictured: 'Image : ',
    unnamed: 'image',
    showAll: 'Afficher les # caractères',
    tryAgain: 'Réessayer',
    code: 'Code',
    copy: 'Copier',
    copied: 'Copié',
    pressCopy: 'Appuyez sur Ctrl+C',
    unreachable: 'Signpost est injoignable. Vérifiez qu’il fonctionne et que vous êtes connecté.',
    forgotten: 'L’image n’est plus là. Choisissez-la de nouveau.',
    unknownBlock: '(un bloc du type #)',
    tooLong: 'Le message dépasse 256 Ko. Envoyez la partie qui contient le message d’erreur.',
    tooLarge: 'L’image dépasse 8 Mo. Envoyez seulement la partie qui montre le message d’erreur.',
    tooMany: 'Trop d’images sont envoyées à la fois. Réessayez dans une minute.',
    failed: 'Signpost n’a pas pu répondre. Réessayez ; si cela continue, donnez à votre administrateur la référence #.',
  },
  es: {
    lead: 'Pegue un error de inicio de sesión de Microsoft 365, Entra ID o AD FS, o diga qué ocurre.',
    showAs: 'Mostrar como',
    teams: 'Tarjeta de Teams',
    text: 'Texto',
    restart: 'Empezar de nuevo',
    noScript: 'Esta página necesita JavaScript para hablar con Signpost.',
    conversation: 'Conversación',
    waiting: 'Signpost lo está buscando …',
    message: 'Su mensaje',
    placeholder: 'Pegue el error o describa qué ocurre',
    sendPicture: 'Enviar una imagen del error',
    picture: 'Imagen',
    send: 'Enviar',
    hint: 'Entrar envía, Mayús+Entrar empieza una línea nueva. También puede pegar una imagen del error.',
    you: 'Usted',
    chose: 'Ha elegido: ',
    pictured: 'Imagen: ',
    unnamed: 'imagen',
    showAll: 'Mostrar los # caracteres',
    tryAgain: 'Intentar de nuevo',
    code: 'Código',
    copy: 'Copiar',
    copied: 'Copiado',
    pressCopy: 'Pulse Ctrl+C',
    unreachable: 'No se puede acceder a Signpost. Compruebe que está en marcha y que usted está conectado.',
    forgotten: 'La imagen ya no está. Elíjala de nuevo.',
    unknownBlock: '(un bloque del tipo #)',
    tooLong: 'El mensaje supera los 256 kB. Envíe la parte que contiene el mensaje de error.',
    tooLarge: 'La imagen supera los 8 MB. Envíe solo la parte que muestra el mensaje de error.',
    tooMany: 'Se están enviando demasiadas imágenes a la vez. Inténtelo de nuevo en un minuto.',
    failed:
      'Signpost no ha podido responder. Inténtelo de nuevo; si sigue fallando, dé a su administrador la referencia #.',
  },
  ja: {
    lead: 'Microsoft 365、Entra ID、AD FS のサインイン エラーを貼り付けるか、何が起きているかを書いてください。',
    showAs: '表示形式',
    teams: 'Teams カード',
    text: 'テキスト',
    restart: '最初から',
    noScript: 'このページで Signpost と会話するには JavaScript が必要です。',
    conversation: '会話',
    waiting: 'Signpost が調べています …',
    message: 'メッセージ',
    placeholder: 'エラーを貼り付けるか、状況を書いてください',
    sendPicture: 'エラーの画像を送信',
    picture: '画像',
    send: '送信',
    hint: 'Enter で送信、Shift+Enter で改行します。エラーの画像も貼り付けられます。',
    you: 'あなた',
    chose: '選択: ',
    pictured: '画像: ',
    unnamed: '画像',
    showAll: '全 # 文字を表示',
    tryAgain: '再試行',
    code: 'コード',
    copy: 'コピー',
    copied: 'コピーしました',
    pressCopy: 'Ctrl+C を押してください',
    unreachable: 'Signpost に接続できません。Signpost が動作していることと、ネットワークの接続を確認してください。',
    forgotten: '画像はもうここにありません。もう一度選んでください。',
    unknownBlock: '（種類 # のブロック）',
    tooLong: 'メッセージが 256 kB を超えています。エラー メッセージの部分だけを送信してください。',
    tooLarge: '画像が 8 MB を超えています。エラー メッセージが写っている部分だけを送信してください。',
    tooMany: '一度に送信される画像が多すぎます。1 分ほどしてからもう一度お試しください。',
    failed: 'Signpost は回答できませんでした。もう一度お試しください。続く場合は、番号 # を管理者に伝えてください。',
  },
};

export const pageWords = (language: Language): PageWords => words[language];

/** All of them, for tests. */
export const allPageWords: Readonly<Record<Language, PageWords>> = words;

/** The first language of the browser that is spoken here, by its own order; `otherwise` where it names none. */
export const languageFor = ({ headers }: IncomingMessage, otherwise: Language = 'en'): Language => {
  const ranked = (headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((one) => {
      const [locale, ...rest] = one.split(';');
      const weight = Number(/^\s*q=([\d.]{1,5})\s*$/i.exec(rest[0] ?? 'q=1')?.[1] ?? 0);
      return { language: knownLanguage(locale), weight };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return ranked[0]?.language ?? otherwise;
};
