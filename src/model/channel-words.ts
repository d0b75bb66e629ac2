/** The few words that channels put around a reply, in the language of that reply. */
import { type Language, languageOf } from './language.ts';

type Words = {
  readonly chose: string;
  readonly warning: string;
  readonly note: string;
  readonly correct: string;
  readonly fill: (label: string) => string;
  readonly pick: string;
  readonly send: string;
  readonly close: string;
  readonly loading: string;
  readonly retired: string;
  readonly retiredText: string;
  /** A long reply was cut; with `sources`, they follow. */
  readonly cut: (sources: boolean) => string;
  readonly tooLong: (sources: boolean) => string;
  readonly follows: string;
  readonly oldButton: string;
  readonly inMessages: string;
  readonly inChat: string;
  readonly outdated: string;
  readonly form: string;
  readonly formReady: (title: string) => string;
  readonly openForm: string;
  readonly failed: (reference: string) => string;
  readonly mayBeEmpty: string;
  readonly keepsLine: string;
  readonly needed: string;
  readonly numberOnly: string;
  readonly leave: string;
  /** What follows is only shown, because there is no channel of a helpdesk. */
  readonly rehearsal: string;
  readonly noFile: (path: string) => string;
  readonly unchanged: string;
  readonly notRefreshed: string;
  readonly tryAgain: string;
  readonly nothingFits: string;
  /** Stands in place of commands. */
  readonly longCode: string;
};

export const allChannelWords: Readonly<Record<Language, Words>> = {
  en: {
    chose: 'You chose: ',
    warning: 'Warning:',
    note: 'Note:',
    correct: 'Please correct:',
    fill: (label) => `Fill in "${label}".`,
    pick: 'Choose one',
    send: 'Send',
    close: 'Close',
    loading: 'Loading…',
    retired: '(retired) ',
    retiredText: 'This no longer works.',
    cut: (sources) => `… (cut; ask for the rest${sources ? ' or read the sources below' : ''})`,
    tooLong: (sources) =>
      `The rest is too long for one message. ${sources ? 'The sources have all of it:' : 'Ask for one part of it to read on.'}`,
    follows: 'Thank you. The answer follows.',
    oldButton: 'This button no longer works. Ask again to get a new card.',
    inMessages: 'The answer is in your messages with me.',
    inChat: 'The answer is in the chat. You can close this window.',
    outdated: 'This form can no longer be sent. Close it, and open it again.',
    form: 'The form',
    formReady: (title) => `${title} is ready. Press the button to open it.`,
    openForm: 'Open the form',
    failed: (reference) =>
      `Something went wrong on our side. Try again in a minute; if it keeps failing, give your helpdesk the reference ${reference}.`,
    mayBeEmpty: 'may stay empty',
    keepsLine: '(an empty line keeps what stands in brackets; "cancel" leaves the form)',
    needed: 'This is needed.',
    numberOnly: 'Give one of the numbers.',
    leave: 'Type "exit" to leave.',
    rehearsal:
      'A rehearsal: a helpdesk channel would get what follows. Nothing is sent, and the ticket is gone when you leave.',
    noFile: (path) => `There is no file "${path}".`,
    unchanged: 'This card is as it was.',
    notRefreshed: 'The card could not be refreshed. Try again in a minute.',
    tryAgain: 'Something went wrong on our side. Try again in a minute.',
    nothingFits: 'Nothing in the catalog fits. Type a code, or say what happens in other words.',
    longCode: '(These commands are too long for a card. Ask for them or read the source.)',
  },
  de: {
    chose: 'Ihre Wahl: ',
    warning: 'Warnung:',
    note: 'Hinweis:',
    correct: 'Bitte korrigieren:',
    fill: (label) => `Bitte ausfüllen: ${label}`,
    pick: 'Bitte wählen',
    send: 'Senden',
    close: 'Schließen',
    loading: 'Wird geladen…',
    retired: '(veraltet) ',
    retiredText: 'Das gibt es nicht mehr.',
    cut: (sources) => `… (gekürzt; fragen Sie nach dem Rest${sources ? ', oder lesen Sie unten die Quellen' : ''})`,
    tooLong: (sources) =>
      `Der Rest ist zu lang für eine Nachricht. ${sources ? 'In den Quellen steht alles:' : 'Fragen Sie nach einem Teil davon, um weiterzulesen.'}`,
    follows: 'Danke. Die Antwort folgt.',
    oldButton: 'Diese Schaltfläche geht nicht mehr. Fragen Sie noch einmal, dann kommt eine neue Karte.',
    inMessages: 'Die Antwort steht in Ihren Nachrichten mit mir.',
    inChat: 'Die Antwort steht im Chat. Sie können dieses Fenster schließen.',
    outdated: 'Dieses Formular lässt sich nicht mehr senden. Schließen Sie es, und öffnen Sie es noch einmal.',
    form: 'Das Formular',
    formReady: (title) => `Bereit: ${title}. Drücken Sie die Schaltfläche, um es zu öffnen.`,
    openForm: 'Formular öffnen',
    failed: (reference) =>
      `Bei uns ist etwas schiefgegangen. Versuchen Sie es in einer Minute noch einmal; wenn es nicht geht, geben Sie Ihrem Helpdesk die Nummer ${reference}.`,
    mayBeEmpty: 'darf leer bleiben',
    keepsLine: '(eine leere Zeile behält, was in Klammern steht; „abbrechen“ verlässt das Formular)',
    needed: 'Das wird gebraucht.',
    numberOnly: 'Geben Sie eine der Nummern an.',
    leave: 'Mit „exit“ beenden Sie das Gespräch.',
    rehearsal:
      'Nur eine Probe: Das Folgende bekäme ein Helpdesk-Kanal. Nichts wird gesendet, und das Ticket ist weg, wenn Sie gehen.',
    noFile: (path) => `Es gibt keine Datei „${path}“.`,
    unchanged: 'Diese Karte ist unverändert.',
    notRefreshed: 'Die Karte konnte nicht aktualisiert werden. Versuchen Sie es in einer Minute noch einmal.',
    tryAgain: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es in einer Minute noch einmal.',
    nothingFits: 'Nichts im Katalog passt. Geben Sie einen Code ein, oder sagen Sie mit anderen Worten, was passiert.',
    longCode: '(Diese Befehle sind zu lang für eine Karte. Fragen Sie danach, oder lesen Sie die Quelle.)',
  },
  fr: {
    chose: 'Votre choix : ',
    warning: 'Avertissement :',
    note: 'Remarque :',
    correct: 'À corriger :',
    fill: (label) => `À remplir : ${label}`,
    pick: 'Choisissez',
    send: 'Envoyer',
    close: 'Fermer',
    loading: 'Chargement…',
    retired: '(obsolète) ',
    retiredText: 'Cela ne fonctionne plus.',
    cut: (sources) => `… (coupé ; demandez la suite${sources ? ' ou lisez les sources ci-dessous' : ''})`,
    tooLong: (sources) =>
      `La suite est trop longue pour un message. ${sources ? 'Les sources contiennent tout :' : 'Demandez-en une partie pour lire la suite.'}`,
    follows: 'Merci. La réponse suit.',
    oldButton: 'Ce bouton ne fonctionne plus. Redemandez pour avoir une nouvelle carte.',
    inMessages: 'La réponse est dans vos messages avec moi.',
    inChat: 'La réponse est dans la conversation. Vous pouvez fermer cette fenêtre.',
    outdated: 'Ce formulaire ne peut plus être envoyé. Fermez-le et ouvrez-le de nouveau.',
    form: 'Le formulaire',
    formReady: (title) => `Prêt : ${title}. Appuyez sur le bouton pour l’ouvrir.`,
    openForm: 'Ouvrir le formulaire',
    failed: (reference) =>
      `Quelque chose s’est mal passé de notre côté. Réessayez dans une minute ; si cela continue, donnez à votre support la référence ${reference}.`,
    mayBeEmpty: 'peut rester vide',
    keepsLine: '(une ligne vide garde ce qui est entre crochets ; « annuler » quitte le formulaire)',
    needed: 'Ce champ est nécessaire.',
    numberOnly: 'Donnez un des numéros.',
    leave: 'Tapez « exit » pour quitter.',
    rehearsal:
      'Ceci est un essai : un canal du support recevrait ce qui suit. Rien n’est envoyé, et le ticket disparaît quand vous partez.',
    noFile: (path) => `Il n’y a pas de fichier « ${path} ».`,
    unchanged: 'Cette carte n’a pas changé.',
    notRefreshed: 'La carte n’a pas pu être actualisée. Réessayez dans une minute.',
    tryAgain: 'Quelque chose s’est mal passé de notre côté. Réessayez dans une minute.',
    nothingFits:
      'Rien ne correspond dans le catalogue. Saisissez un code, ou dites ce qui se passe avec d’autres mots.',
    longCode: '(Ces commandes sont trop longues pour une carte. Demandez-les ou lisez la source.)',
  },
  es: {
    chose: 'Ha elegido: ',
    warning: 'Advertencia:',
    note: 'Nota:',
    correct: 'Por favor, corrija:',
    fill: (label) => `Rellene: ${label}`,
    pick: 'Elija una opción',
    send: 'Enviar',
    close: 'Cerrar',
    loading: 'Cargando…',
    retired: '(obsoleto) ',
    retiredText: 'Esto ya no funciona.',
    cut: (sources) => `… (cortado; pida el resto${sources ? ' o lea las fuentes de abajo' : ''})`,
    tooLong: (sources) =>
      `El resto es demasiado largo para un mensaje. ${sources ? 'En las fuentes está todo:' : 'Pida una parte para seguir leyendo.'}`,
    follows: 'Gracias. Ahora llega la respuesta.',
    oldButton: 'Este botón ya no funciona. Pregunte de nuevo para recibir otra tarjeta.',
    inMessages: 'La respuesta está en sus mensajes conmigo.',
    inChat: 'La respuesta está en el chat. Puede cerrar esta ventana.',
    outdated: 'Este formulario ya no se puede enviar. Ciérrelo y ábralo de nuevo.',
    form: 'El formulario',
    formReady: (title) => `Listo: ${title}. Pulse el botón para abrirlo.`,
    openForm: 'Abrir el formulario',
    failed: (reference) =>
      `Algo ha fallado por nuestra parte. Inténtelo de nuevo en un minuto; si sigue fallando, dé a su servicio de asistencia la referencia ${reference}.`,
    mayBeEmpty: 'puede quedar vacío',
    keepsLine: '(una línea vacía conserva lo que está entre corchetes; «cancelar» deja el formulario)',
    needed: 'Este dato hace falta.',
    numberOnly: 'Indique uno de los números.',
    leave: 'Escriba «exit» para salir.',
    rehearsal:
      'Es un ensayo: un canal de soporte recibiría lo que sigue. No se envía nada, y el ticket desaparece cuando usted sale.',
    noFile: (path) => `No hay ningún archivo «${path}».`,
    unchanged: 'Esta tarjeta no ha cambiado.',
    notRefreshed: 'La tarjeta no se pudo actualizar. Inténtelo de nuevo en un minuto.',
    tryAgain: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo en un minuto.',
    nothingFits: 'Nada del catálogo encaja. Escriba un código o diga qué ocurre con otras palabras.',
    longCode: '(Estos comandos son demasiado largos para una tarjeta. Pídalos o lea la fuente.)',
  },
  ja: {
    chose: '選択: ',
    warning: '警告:',
    note: '注意:',
    correct: '修正してください:',
    fill: (label) => `「${label}」を入力してください。`,
    pick: '選択してください',
    send: '送信',
    close: '閉じる',
    loading: '読み込み中…',
    retired: '（廃止）',
    retiredText: 'これはもう使えません。',
    cut: (sources) => `…（省略。続きはお尋ねください${sources ? '。下の出典にもあります' : ''}）`,
    tooLong: (sources) =>
      `続きは 1 つのメッセージに収まりません。${sources ? '全文は出典にあります:' : '一部を指定してお尋ねください。'}`,
    follows: 'ありがとうございます。回答をお待ちください。',
    oldButton: 'このボタンはもう使えません。もう一度お尋ねいただくと、新しいカードが表示されます。',
    inMessages: '回答は、ボットとのメッセージにあります。',
    inChat: '回答はチャットにあります。このウィンドウは閉じてかまいません。',
    outdated: 'このフォームはもう送信できません。閉じてから、開き直してください。',
    form: 'フォーム',
    formReady: (title) => `「${title}」の準備ができました。ボタンを押して開いてください。`,
    openForm: 'フォームを開く',
    failed: (reference) =>
      `こちらで問題が発生しました。1 分ほどしてからもう一度お試しください。続く場合は、番号 ${reference} をヘルプデスクに伝えてください。`,
    mayBeEmpty: '空でもかまいません',
    keepsLine: '（空の行で角かっこの中を残します。「キャンセル」でフォームを終わります）',
    needed: '入力が必要です。',
    numberOnly: '番号のどれかを入力してください。',
    leave: '終了するには「exit」と入力してください。',
    rehearsal:
      'これは練習です。次の内容は本来ヘルプデスクのチャネルに届きますが、何も送信されません。チケットは終了すると消えます。',
    noFile: (path) => `「${path}」というファイルはありません。`,
    unchanged: 'このカードに変更はありません。',
    notRefreshed: 'カードを更新できませんでした。1 分ほどしてからもう一度お試しください。',
    tryAgain: 'こちらで問題が発生しました。1 分ほどしてからもう一度お試しください。',
    nothingFits: 'カタログに該当するものがありません。コードを入力するか、別の言葉で状況を説明してください。',
    longCode: '（コマンドが長すぎてカードに表示できません。お尋ねになるか、出典をご覧ください。）',
  },
};

/** The words in the language of a locale (BCP 47); in English without one. */
export const channelWords = (locale?: string): Words => allChannelWords[languageOf(locale)];
