/** What Slack shows besides replies: how to use the bot, what to begin with, and that an answer takes long. */
import { type Language, languageOf } from '../../model/language.ts';

type Prompt = { title: string; message: string };

type Phrases = {
  readonly what: string;
  /** What stands before and after the command. */
  readonly command: readonly [string, string];
  /** The ways in: by message, which comes before the command, and the others. */
  readonly message: string;
  readonly others: readonly string[];
  readonly how: string;
  /** At most four; the English ones stand in the manifest too. */
  readonly prompts: Prompt[];
  /** Slack puts the name of the bot before it. */
  readonly looking: string;
};

export const allPhrases: Readonly<Record<Language, Phrases>> = {
  en: {
    what: 'Signpost finds the cause of sign-in errors and leads you through the fix.',
    command: ['In any conversation, use ', '; only you see the answer.'],
    message: 'Write to me under Messages: a code, a pasted error page, or what happens.',
    others: [
      'In a channel, mention me to let all see the answer.',
      'On a message with an error, choose More actions and then "Explain this error".',
      'To hand a problem over, choose the shortcut "Ask the helpdesk".',
    ],
    how: 'How to use Signpost',
    prompts: [
      { title: 'Explain an error code', message: 'What does AADSTS50126 mean?' },
      { title: 'I cannot sign in', message: 'I cannot sign in' },
      { title: 'Show my tickets', message: 'my tickets' },
      { title: 'Ask the helpdesk', message: 'talk to a person' },
    ],
    looking: 'is looking for the answer…',
  },
  de: {
    what: 'Signpost findet die Ursache von Anmeldefehlern und führt Sie durch die Lösung.',
    command: ['In jeder Unterhaltung geht ', '; die Antwort sehen nur Sie.'],
    message: 'Schreiben Sie mir unter „Nachrichten“: einen Code, eine eingefügte Fehlerseite oder was passiert.',
    others: [
      'Erwähnen Sie mich in einem Channel, damit alle die Antwort sehen.',
      'Wählen Sie an einer Nachricht mit einem Fehler „Weitere Aktionen“ und dann „Explain this error“.',
      'Um ein Problem weiterzugeben, wählen Sie den Shortcut „Ask the helpdesk“.',
    ],
    how: 'So benutzen Sie Signpost',
    prompts: [
      { title: 'Fehlercode erklären', message: 'Was bedeutet AADSTS50126?' },
      { title: 'Ich kann mich nicht anmelden', message: 'Ich kann mich nicht anmelden' },
      { title: 'Meine Tickets zeigen', message: 'meine Tickets' },
      { title: 'Helpdesk fragen', message: 'Helpdesk fragen' },
    ],
    looking: 'sucht die Antwort…',
  },
  fr: {
    what: 'Signpost trouve la cause des erreurs de connexion et vous guide vers la solution.',
    command: ['Dans toute conversation, utilisez ', ' ; vous seul voyez la réponse.'],
    message: 'Écrivez-moi sous Messages : un code, une page d’erreur collée, ou ce qui se passe.',
    others: [
      'Dans un canal, mentionnez-moi pour que tous voient la réponse.',
      'Sur un message avec une erreur, choisissez « Plus d’actions », puis « Explain this error ».',
      'Pour transmettre un problème, choisissez le raccourci « Ask the helpdesk ».',
    ],
    how: 'Comment utiliser Signpost',
    prompts: [
      { title: 'Expliquer un code d’erreur', message: 'Que signifie AADSTS50126 ?' },
      { title: 'Je ne peux pas me connecter', message: 'Je ne peux pas me connecter' },
      { title: 'Voir mes tickets', message: 'mes tickets' },
      { title: 'Demander au support', message: 'demander au support' },
    ],
    looking: 'cherche la réponse…',
  },
  es: {
    what: 'Signpost encuentra la causa de los errores de inicio de sesión y le guía hasta la solución.',
    command: ['En cualquier conversación, use ', '; solo usted ve la respuesta.'],
    message: 'Escríbame en Mensajes: un código, una página de error pegada o qué ocurre.',
    others: [
      'En un canal, mencióneme para que todos vean la respuesta.',
      'En un mensaje con un error, elija «Más acciones» y luego «Explain this error».',
      'Para pasar un problema, elija el atajo «Ask the helpdesk».',
    ],
    how: 'Cómo usar Signpost',
    prompts: [
      { title: 'Explicar un código de error', message: '¿Qué significa AADSTS50126?' },
      { title: 'No puedo iniciar sesión', message: 'No puedo iniciar sesión' },
      { title: 'Ver mis tickets', message: 'mis tickets' },
      { title: 'Pedir asistencia', message: 'pedir asistencia' },
    ],
    looking: 'busca la respuesta…',
  },
  ja: {
    what: 'Signpost はサインイン エラーの原因を見つけ、解決の手順をご案内します。',
    command: ['どの会話でも ', ' が使えます。回答はあなただけに表示されます。'],
    message: '「メッセージ」から書き込んでください。コード、貼り付けたエラー ページ、または起きていること。',
    others: [
      'チャンネルでは、メンションすると全員に回答が表示されます。',
      'エラーのあるメッセージで「その他」から「Explain this error」を選んでください。',
      '問題を引き渡すには、ショートカット「Ask the helpdesk」を選んでください。',
    ],
    how: 'Signpost の使い方',
    prompts: [
      { title: 'エラー コードの説明', message: 'AADSTS50126 とは何ですか?' },
      { title: 'サインインできません', message: 'サインインできません' },
      { title: '自分のチケットを表示', message: '自分のチケット' },
      { title: 'ヘルプデスクに相談', message: 'ヘルプデスクに相談' },
    ],
    looking: 'が回答を探しています…',
  },
};

/** The phrases in the language of a locale; in English without one. */
export const phrasesIn = (locale?: string): Phrases => allPhrases[languageOf(locale)];
