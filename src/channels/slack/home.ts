/** The bot's home: what its person has open, or how to use the bot. */
import { type Language, languageOf } from '../../model/language.ts';
import type { Log } from '../../model/ports.ts';
import type { Person } from '../../model/message.ts';
import type { Reply } from '../../model/reply.ts';
import { type Address, personOf } from './place.ts';
import { refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';
import { homeView } from './view.ts';

/** What a person's home shows; undefined leaves it at how to use the bot. */
export type Home = (person: Person) => Promise<Reply | undefined>;

/** How to use the bot: what it is for, and its ways in; the third item is around the command. */
const texts: Readonly<
  Record<
    Language,
    { readonly what: string; readonly command: readonly [string, string]; readonly items: readonly string[] }
  >
> = {
  en: {
    what: 'Signpost finds the cause of sign-in errors and leads you through the fix.',
    command: ['In any conversation, use ', '; only you see the answer.'],
    items: [
      'Write to me under Messages: a code, a pasted error page, or what happens.',
      'In a channel, mention me to let all see the answer.',
      'On a message with an error, choose More actions and then "Explain this error".',
      'To hand a problem over, choose the shortcut "Ask the helpdesk".',
    ],
  },
  de: {
    what: 'Signpost findet die Ursache von Anmeldefehlern und führt Sie durch die Lösung.',
    command: ['In jeder Unterhaltung geht ', '; die Antwort sehen nur Sie.'],
    items: [
      'Schreiben Sie mir unter „Nachrichten“: einen Code, eine eingefügte Fehlerseite oder was passiert.',
      'Erwähnen Sie mich in einem Channel, damit alle die Antwort sehen.',
      'Wählen Sie an einer Nachricht mit einem Fehler „Weitere Aktionen“ und dann „Explain this error“.',
      'Um ein Problem weiterzugeben, wählen Sie den Shortcut „Ask the helpdesk“.',
    ],
  },
  fr: {
    what: 'Signpost trouve la cause des erreurs de connexion et vous guide vers la solution.',
    command: ['Dans toute conversation, utilisez ', ' ; vous seul voyez la réponse.'],
    items: [
      'Écrivez-moi sous Messages : un code, une page d’erreur collée, ou ce qui se passe.',
      'Dans un canal, mentionnez-moi pour que tous voient la réponse.',
      'Sur un message avec une erreur, choisissez « Plus d’actions », puis « Explain this error ».',
      'Pour transmettre un problème, choisissez le raccourci « Ask the helpdesk ».',
    ],
  },
  es: {
    what: 'Signpost encuentra la causa de los errores de inicio de sesión y le guía hasta la solución.',
    command: ['En cualquier conversación, use ', '; solo usted ve la respuesta.'],
    items: [
      'Escríbame en Mensajes: un código, una página de error pegada o qué ocurre.',
      'En un canal, mencióneme para que todos vean la respuesta.',
      'En un mensaje con un error, elija «Más acciones» y luego «Explain this error».',
      'Para pasar un problema, elija el atajo «Ask the helpdesk».',
    ],
  },
  ja: {
    what: 'Signpost はサインイン エラーの原因を見つけ、解決の手順をご案内します。',
    command: ['どの会話でも ', ' が使えます。回答はあなただけに表示されます。'],
    items: [
      '「メッセージ」から書き込んでください。コード、貼り付けたエラー ページ、または起きていること。',
      'チャンネルでは、メンションすると全員に回答が表示されます。',
      'エラーのあるメッセージで「その他」から「Explain this error」を選んでください。',
      '問題を引き渡すには、ショートカット「Ask the helpdesk」を選んでください。',
    ],
  },
};

const helpIn = (language: Language): Reply => {
  const { what, command, items } = texts[language];
  const [messages = '', ...others] = items;
  return {
    text: what,
    title: 'Signpost',
    blocks: [
      { kind: 'paragraph', text: what },
      {
        kind: 'list',
        items: [messages, [{ text: command[0] }, { text: '/signin', style: 'code' }, { text: command[1] }], ...others],
      },
    ],
    ...(language === 'en' ? {} : { language }),
  };
};

/** Shows its home to whoever opened it; without a home of theirs, or when it cannot be had, how to use the bot. */
export const homes =
  (
    { views }: WebClient,
    api: Bolt['webApi'],
    home: Home | undefined,
    known: (person: Person) => Promise<Person>,
    log: Log,
  ) =>
  async (to: Address & { readonly user: string }): Promise<void> => {
    const person = await known(personOf(to.team, to.user));
    const own = await home?.(person).catch((error: unknown) => {
      log.error({ err: error }, 'the home of a person could not be made');
      return undefined;
    });
    const reply = own ?? helpIn(languageOf(person.locale));
    try {
      await views.publish({ user_id: to.user, view: homeView(reply, to) });
    } catch (error) {
      log.warn({ why: refusal(error, 'show the home', api).message }, 'the home of a person could not be shown');
    }
  };
