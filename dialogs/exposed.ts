/** Recognises that somebody worries about a secret that they have put into the chat. */
import { peeled } from './courtesy.ts';
import { any, clausesOf, longest, whole } from './phrases.ts';

const secret = any(
  'passwords?|passcode|pin|pw|pwd|credentials|(?:client )?secret|token|api key|private key',
  'passwort|kennwort|kennwörter|passwörter|geheimnis|zugangsdaten',
  'mot de passe|mdp|identifiants|jeton|contraseña|clave|credenciales',
);
const whose =
  '(?:a|an|the|my|his|her|our|their|some|mein|meine|sein|das|den|ein|mon|ma|son|le|la|un|une|mes|mi|su|el|las?|una)';
const where = any(
  'here|in here|(?:in|into|to) (?:the|this|a|our) (?:chat|channel|group|room|conversation|thread)|to (?:you|everyone|everybody|all)|publicly|by (?:mistake|accident)|accidentally',
  'hier|rein|in den (?:chat|kanal)|im (?:chat|kanal)|aus versehen|versehentlich|ici|dans (?:le|ce) (?:chat|canal)|par erreur|aquí|en el (?:chat|canal)|por error',
);

/** What happened, without any other place or any other trouble; what is typed or put somewhere must be here. */
const posted = whole(
  `(?:i |we )?(?:(?:have|'ve|just|accidentally|only|already) )*(?:pasted|posted|shared|sent|leaked|published|exposed)(?: you)? (?:${whose} )?${secret}(?: ${where})*`,
  `(?:i |we )?(?:(?:have|'ve|just|accidentally|only|already) )*(?:put|wrote|written|typed|entered) (?:${whose} )?${secret}(?: ${where})+`,
  `(?:ich |wir )?(?:hab|habe|haben) (?:(?:ich|gerade|eben|grad|versehentlich|aus versehen) )*(?:${whose} )?${secret} (?:${where} )*(?:gepostet|geschickt|gesendet|eingefügt|geteilt|verraten|reinkopiert|reingeschrieben)`,
  `(?:ich |wir )?(?:hab|habe|haben) (?:(?:ich|gerade|eben|grad|versehentlich|aus versehen) )*(?:${whose} )?${secret} (?:${where} )+(?:geschrieben|eingegeben|getippt)`,
  `(?:j'ai|je viens de) (?:(?:juste|bien) )*(?:collé|coller|posté|poster|envoyé|envoyer|partagé|partager|publié|publier) (?:${whose} )?${secret}(?: ${where})*`,
  `(?:j'ai|je viens d'|je viens de )(?: ?(?:juste|bien) )* ?(?:écrit|écrire|mis|mettre|tapé|taper) (?:${whose} )?${secret}(?: ${where})+`,
  `(?:(?:acabo de|he) )?(?:pegué|pegar|pegado|envié|enviar|enviado|publiqué|publicar|publicado|compartí|compartir|compartido) (?:${whose} )?${secret}(?: ${where})*`,
  `(?:(?:acabo de|he) )?(?:escribí|escribir|escrito|puse|poner|puesto) (?:${whose} )?${secret}(?: ${where})+`,
  '.{0,10}(?:パスワード|暗証番号|シークレット)を(?:ここに|チャットに|間違えて|誤って|つい)?(?:貼|送|投稿|載せ).{0,12}',
);

/** Who may have seen it. */
const seen = whole(
  `(?:oh |and |is |was |were |are )*(?:that|this|it|my password|the password)(?: is| was)? visible(?: (?:to|for) (?:others|other people|everyone|everybody|anyone|all|the (?:channel|group)))?`,
  '(?:can|could|did|will|do) (?:others|other people|everyone|everybody|anyone|anybody|people) (?:else )?(?:see|read) (?:that|this|it|my password|the password)',
  'who (?:can|could|has|will) (?:see|seen|read) (?:that|this|it|my password)',
  '(?:können|konnten|sehen) (?:das )?(?:andere|alle)(?: das)?(?: (?:sehen|lesen))?|(?:war|ist) das (?:für andere|für alle|öffentlich) ?(?:sichtbar)?|wer kann das (?:sehen|lesen)',
  "(?:est-ce que )?(?:les autres|tout le monde) (?:peuvent|peut|ont pu) (?:le |la )?(?:voir|lire)(?: ça| cela)?|c'est visible(?: par (?:les autres|tous))?",
  '(?:lo )?(?:pueden|han podido) (?:verlo|leerlo|ver) ?(?:otros|los demás|todos)?|es visible(?: para (?:otros|todos))?',
  '(?:他の人|みんな|ほかの人)(?:に|から)?も?(?:見え|読め|見られ).{0,10}',
);

/** What such a message holds besides. */
const worry = whole(
  '(?:is|was) (?:that|this|it) (?:bad|ok|okay|a problem|dangerous|serious)|what (?:now|should i do|do i do)(?: now)?|oops|ups|oh no|omg|shit|damn|my bad|by mistake|by accident|help',
  'ist das (?:schlimm|ein problem|gefährlich)|was (?:nun|jetzt|mache ich jetzt|soll ich (?:jetzt )?(?:tun|machen))|mist|oh nein|hilfe|und jetzt',
  "c'est grave|est-ce (?:que c'est )?grave|que (?:dois-je )?faire|mince|zut|es (?:grave|malo|un problema)|qué hago(?: ahora)?|ay",
  '.{0,6}(?:大丈夫|まずい).{0,8}|どうすれば.{0,10}|しまった',
);

const isAbout = (clause: string): boolean => [clause, peeled(clause)].some((one) => posted.test(one) || seen.test(one));
const isWorry = (clause: string): boolean => worry.test(clause) || worry.test(peeled(clause)) || peeled(clause) === '';

/** Whether a text says nothing else but that a secret was posted, or asks who has seen it. */
export const exposed = (text: string): boolean => {
  if (text.length > longest) return false;
  const clauses = clausesOf(text);
  return clauses.some(isAbout) && clauses.every((clause) => isAbout(clause) || isWorry(clause));
};
