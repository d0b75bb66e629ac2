/** What the bot says while it finds and fixes, in French. */
import type * as English from '../en/find-fix.ts';

export const questions: typeof English.questions = {
  federated: {
    label: 'Domaine',
    text: 'Le domaine se connecte-t-il par AD FS ou un autre serveur de fédération ?',
    values: { yes: 'Oui, fédéré', no: 'Non, dans le cloud' },
  },
  where: {
    label: 'Où',
    text: 'Où l’erreur se produit-elle ?',
    values: {
      everywhere: 'Partout',
      'outside-only': 'Seulement hors du bureau',
      'inside-only': 'Seulement au bureau',
      'one-place': 'À un seul endroit',
    },
  },
  scope: {
    label: 'Qui',
    text: 'Qui est concerné ?',
    values: {
      everyone: 'Tout le monde',
      'federated-users': 'Tous les utilisateurs fédérés',
      'some-users': 'Quelques personnes',
      'one-user': 'Une personne',
      'one-device': 'Un appareil',
    },
  },
  client: {
    label: 'Programme',
    text: 'Quel programme échoue ?',
    values: {
      browser: 'Le navigateur',
      'one-browser': 'Un seul navigateur',
      'outlook-mail': 'Outlook ou autre messagerie',
      mobile: 'Téléphone ou tablette',
      'desktop-app': 'Une application de bureau',
      script: 'Un script',
    },
  },
  prompt: {
    label: 'À l’écran',
    text: 'Que voit la personne ?',
    values: {
      'repeated-prompts': 'Le mot de passe redemandé sans fin',
      'no-prompt': 'Aucune demande',
      'error-after-password': 'Une erreur après le mot de passe',
      'certificate-warning': 'Un avertissement de certificat',
      'page-unavailable': 'Une page qui ne s’ouvre pas',
      'redirect-loop': 'Des redirections en boucle',
      'blocked-message': 'Un message d’accès bloqué',
    },
  },
  message: {
    label: 'Message d’erreur',
    text: 'Y a-t-il un code ou un message d’erreur ? Si oui, collez-le ici.',
    values: { code: 'Il y a un code', text: 'Du texte seulement', none: 'Aucun message' },
  },
  certificate: {
    label: 'Certificat',
    text: 'De quel certificat s’agit-il ?',
    values: {
      'token-signing': 'Signature de jetons',
      'token-decrypting': 'Déchiffrement de jetons',
      'ssl-proxy': 'TLS/SSL sur le proxy',
      'ssl-adfs': 'TLS/SSL sur AD FS',
      none: 'Aucun de ceux-là',
    },
  },
  recent_change: {
    label: 'Changé juste avant',
    text: 'Qu’est-ce qui a changé juste avant ?',
    values: {
      'certificate-renewed': 'Certificat renouvelé ou expiré',
      'password-changed': 'Le mot de passe a été changé',
      'firewall-or-proxy': 'Pare-feu ou proxy',
      'new-device': 'Un nouvel appareil',
      policy: 'Une stratégie',
      migration: 'Une migration',
      none: 'Rien, à ma connaissance',
    },
  },
  account: {
    label: 'Compte',
    text: 'Quel type de compte est-ce ?',
    values: {
      cloud: 'Compte cloud',
      synced: 'Synchronisé depuis AD',
      guest: 'Invité',
      consumer: 'Compte Microsoft personnel',
      service: 'Compte de service',
    },
  },
  device: {
    label: 'Appareil',
    text: 'Quel appareil est-ce ?',
    values: { managed: 'Géré par l’entreprise', unmanaged: 'Non géré', 'new-phone': 'Un nouveau téléphone' },
  },
};

export const who: typeof English.who = {
  user: 'la personne qui se connecte',
  helpdesk: 'le support',
  'tenant-admin': 'un administrateur du locataire',
  'app-developer': 'l’équipe qui développe l’application ou en est responsable',
  nobody: 'personne, ce n’est pas une panne',
};

export const risk: typeof English.risk = { none: 'aucun', low: 'faible', medium: 'moyen', high: 'élevé' };

const secrets: typeof English.words.secret.kinds = {
  password: ['un mot de passe ou un code PIN', 'Changez ce mot de passe maintenant.'],
  token: [
    'un jeton de connexion',
    'Déconnectez-vous de toutes les sessions pour que le jeton expire, ou faites révoquer les sessions par un administrateur.',
  ],
  'authorization-code': [
    'un code d’autorisation',
    'Reconnectez-vous pour que le code ne puisse plus servir, et faites révoquer les sessions si quelqu’un d’autre a pu le lire.',
  ],
  'client-secret': ['un secret client', 'Faites créer un nouveau secret pour l’application et supprimer l’ancien.'],
  'saml-response': [
    'une réponse SAML',
    'Déconnectez-vous de cette application, et faites révoquer les sessions si quelqu’un d’autre a pu la lire.',
  ],
  cookie: ['un cookie de connexion', 'Déconnectez-vous de toutes les sessions pour que le cookie expire.'],
  'private-key': ['une clé privée', 'Remplacez maintenant la clé et son certificat.'],
  certificate: ['un certificat', 'Un certificat seul est public ; remplacez-le si sa clé privée a été partagée aussi.'],
  'access-key': ['une clé d’accès', 'Faites renouveler maintenant la clé ou la signature.'],
  'api-token': ['un jeton d’API', 'Révoquez ce jeton là où il a été créé.'],
  'one-time-code': [
    'un code à usage unique',
    'Utilisez un nouveau code et n’en donnez jamais à personne : celui qui le demande veut peut-être se connecter à votre place.',
  ],
};

export const words: typeof English.words = {
  cause: 'Cause',
  check: 'Comment vérifier',
  method: (n, title) => `Méthode ${n} : ${title}`,
  methodOf: (n, of, title) => `Méthode ${n} sur ${of} : ${title}`,
  user: 'Si c’est vous qui vous connectez',
  more: 'Bon à savoir',
  notes: 'De votre organisation',
  retired: 'D’anciens guides citent des commandes qui ne fonctionnent plus',
  retiredPair: ' n’existe plus. Utilisez : ',
  sources: 'Sources',
  whoActs: 'Qui s’en charge',
  takes: 'Durée',
  minutes: (n) => `environ ${n} minutes`,
  reviewed: 'Dernière relecture',
  risk: 'Risque',
  also: (code, title) => `Aussi dans votre message : ${code} (${title}). Demandez-moi ce code pour en savoir plus.`,
  alsoUnknown: (codes) => `Aussi dans votre message, mais pas dans mon catalogue : ${codes}.`,
  inEnglish: 'Les fiches fournies sont en anglais.',
  likely:
    'D’après ce que vous m’avez dit, c’est la cause la plus probable. Si elle ne convient pas, choisissez « Aucun de ceux-là ».',
  verifyFirst: 'Vérifiez d’abord que c’est bien la cause (« Comment vérifier »).',
  actsNote: (whom) => `À faire par : ${whom}.`,
  userOnly: (whom) => `Vous ne pouvez pas réparer cela vous-même. À faire par : ${whom}. Votre support s’en occupera.`,
  language: 'Entendu, désormais en français.',
  audience: {
    user: 'Entendu, désormais je vous dis ce que vous pouvez faire vous-même et à qui vous adresser.',
    helpdesk: 'Entendu, désormais je vous montre ce qui concerne le support.',
    'tenant-admin': 'Entendu, désormais je vous montre chaque étape et chaque commande.',
    'app-developer': 'Entendu, désormais je vous montre chaque étape et chaque commande.',
  },
  walk: {
    title: (n, title) => `Méthode ${n} : ${title}`,
    step: (k, of) => `Étape ${k} sur ${of}`,
    soFar: 'Jusqu’ici',
    results: { d: 'faite', f: 'échouée', s: 'passée', h: 'a aidé certains' },
    before: (n, title) => `Avant de commencer la méthode ${n} : ${title}`,
    makeSure: 'Assurez-vous d’abord que c’est bien la cause :',
    noCheck: 'Notez d’abord les réglages actuels pour pouvoir revenir en arrière, et choisissez un moment calme.',
    finished: (n) =>
      `C’était la dernière étape de la méthode ${n}. Essayez de vous reconnecter, de préférence dans une fenêtre de navigation privée. Est-ce que cela a aidé ?`,
    failed: (k) => `L’étape ${k} a échoué`,
    whatNext:
      'Relisez le message de l’étape : le plus souvent, il manque des droits ou un module, ou un nom est faux. S’il cite un code, donnez-le-moi.',
    button: {
      start: 'Pas à pas',
      begin: 'Vérifié, continuer',
      done: 'Fait',
      failed: 'Échec',
      skip: 'Passer',
      back: 'Retour',
      all: 'Toutes les étapes',
      again: 'Réessayer',
      onward: 'Continuer quand même',
      values: 'Utiliser mon domaine',
      full: 'Voir la solution',
    },
  },
  values: {
    title: 'Vos propres noms pour les commandes',
    text: 'Je les mets dans les commandes à la place des exemples.',
    domain: 'Votre domaine',
    domainHint: 'par exemple fabrikam.com',
    server: 'Nom de votre serveur de fédération',
    serverHint: 'par exemple sts.fabrikam.com',
    wrong: 'Ce n’est pas un tel nom. Donnez-le comme fabrikam.com.',
    send: 'Remplir',
  },
  button: {
    worked: 'Ça a marché',
    next: 'Méthode suivante',
    last: 'Cela n’a pas aidé',
    helpdesk: 'Demander au support',
    deskText: 'Texte pour le support',
    sources: 'Sources',
    check: 'Comment vérifier',
    back: 'Retour à la réponse',
    unsure: 'Je ne sais pas',
    none: 'Aucun de ceux-là',
    yes: 'Oui, afficher',
    no: 'Non',
    lookUp: 'Chercher chez Microsoft',
    matter: 'Un autre problème',
    elsewhere: 'Chercher autre chose',
    alternative: (title: string) => `Plutôt : ${title}`,
  },
  candidates: (titles) => `Ce pourrait être : ${titles.join(' ; ')}.`,
  several: {
    title: (count) => `Vous avez cité ${count} problèmes :`,
    now: 'maintenant',
    next: 'ensuite',
    unknown: 'pas une erreur de connexion que je connaisse',
  },
  pick: 'Plusieurs problèmes conviennent à peu près aussi bien. Lequel est-ce ?',
  pickOne: 'Serait-ce celui-ci ?',
  backTo: (title, facts) => (facts ? `Revenons à « ${title} ». Déjà connu : ${facts}.` : `Revenons à « ${title} ».`),
  backNowhere: 'Il n’y a pas eu d’autre réponse avant.',
  backToWhich: 'Revenir à laquelle de ces réponses ?',
  onlyMethods: (n) =>
    n === 1 ? 'Il n’y a qu’une méthode pour ce problème.' : `Il n’y a que ${n} méthodes pour ce problème.`,
  nothingOpen: 'Aucune réponse n’est ouverte à laquelle cela se rapporte. Donnez-moi un code ou décrivez le problème.',
  didItHelp: 'La connexion marche-t-elle maintenant ? Dites « ça marche », ou « suivante » pour une autre méthode.',
  stillAt: (title) =>
    `J’en suis toujours à « ${title} ». Continuez avec les boutons ci-dessus ou par « suivante », « ça marche » ou « support », ou décrivez un autre problème.`,
  after: {
    fits: (facts, title) => `${facts}. Cela va avec ma réponse, « ${title} ».`,
    against: (fact, title, usual) => `Vous dites : ${fact}. Ma réponse, « ${title} », concerne d’ordinaire : ${usual}.`,
    noted: (facts) => `Noté : ${facts}.`,
    codeDecides:
      'Un code en dit davantage, la réponse reste donc : comparez-le encore une fois avec le message. Ou je cherche ce qui correspond à ce que vous dites.',
    mayBeOther: 'La cause peut donc être autre : je peux chercher ce qui correspond à ce que vous dites.',
    looksElsewhere: (facts, title) =>
      `Je cherche ce qui convient d’autre (${facts}). Dites « retour » pour revenir à « ${title} ».`,
    nowhereElse: (title) =>
      `Je ne trouve rien d’autre qui corresponde à ce que vous m’avez dit, je reste donc à « ${title} ». Votre support peut l’examiner avec vous.`,
    self: 'Si vous ne pouvez pas le faire vous-même :',
    working: 'Temps de travail, sans le délai de prise d’effet',
    untold: 'non indiqué',
    speaks: (where) => `À ce sujet, ma réponse dit, sous « ${where} »`,
    understood: (finding) => `Si je vous comprends bien : ${finding}`,
    speaksFor: (method) => `Ce que vous dites plaide pour ceci : ${method}`,
    perhaps: (method) => `Ce que vous dites plaide peut-être pour ceci : ${method}`,
    closest: (where) => `Le plus proche dans ma réponse : ${where}`,
    nearest: 'Ce qui s’en approche le plus dans ma réponse',
    unsaid: (title) =>
      `Je n’ai rien trouvé à ce sujet dans ma réponse, « ${title} ». Une de ses méthodes en dit peut-être plus ; ou est-ce un autre problème ?`,
    aside: (title) => `Ma réponse, « ${title} », n’en dit rien. Est-ce un autre problème ?`,
  },
  glossary: {
    trouble: 'Ce qui peut poser problème :',
    asked: 'Ma question ci-dessus attend toujours votre réponse.',
  },
  looksAgain: 'Avec cela, je regarde de nouveau.',
  pasteIt: 'Collez-le ici tel quel, la page entière si possible.',
  unsure: 'Je n’ai pas compris cela comme une réponse à ma question, je continue donc sans elle.',
  known: 'Je le sais déjà, je continue donc.',
  question: 'Une question, pour être sûr :',
  didYouMean: (typed, code, title) =>
    `${typed} n’est pas dans mon catalogue. Vouliez-vous dire ${code} (${title}) ? Comparez avec le message d’origine : des codes qui se ressemblent ont souvent un tout autre sens.`,
  whoseNumber: (typed, code, title) =>
    `${typed} seul ne dit pas de qui vient ce numéro. Avez-vous vu ${code} (${title}) en vous connectant à Microsoft ?`,
  unknownCode: {
    title: (codes) => `Je ne connais pas ${codes}`,
    text: 'Ce n’est pas dans mon catalogue, et je ne devine pas : des codes qui se ressemblent ont souvent un tout autre sens. Vérifiez qu’il a été copié en entier.',
    near: 'D’après votre description, ce pourrait être :',
    lookUp: 'Microsoft explique ses codes AADSTS à l’adresse ci-dessous.',
  },
  unknown: {
    title: 'Je ne connais pas ce cas',
    text: 'Je connais les erreurs de connexion de Microsoft 365, Microsoft Entra ID et AD FS. Aucune ne convient assez bien, et je préfère le dire plutôt que deviner.',
    hint: 'Si c’en est une, collez la page d’erreur entière avec son code, ou dites qui est concerné, où cela échoue et ce qui s’affiche.',
    near: 'Le plus proche que j’aie, mais ce n’est sans doute pas cela :',
  },
  secret: {
    seen: (names) => `Votre message contenait ${names.join(' et ')}.`,
    kept: 'Signpost n’en a rien gardé, mais la conversation le montre encore : supprimez le message si vous pouvez.',
    onPage: 'Signpost n’en a rien gardé, et cette page ne le montre plus.',
    kinds: secrets,
  },
  foreign: {
    title: 'On dirait une erreur d’un autre système',
    text: 'Je ne connais que les erreurs de connexion de Microsoft 365, Microsoft Entra ID et AD FS, je ne devine donc pas ici.',
    number: 'Si c’est malgré tout le numéro d’une erreur de connexion Microsoft, voici la réponse :',
  },
  rephrase:
    'Alors décrivez-le autrement : qui est concerné, où cela échoue-t-il, que voit-on ? Une page d’erreur collée aide le plus.',
  rephrasedAlready: 'Alors je ne l’ai pas. Votre support devrait regarder cela avec vous.',
  worked: 'Tant mieux. J’ai noté que cette méthode a aidé.',
  lastMethod: 'C’était la dernière méthode que j’aie pour ce problème.',
  handOver: {
    title: 'Pour votre support',
    text: 'Envoyez ceci à votre support, pour que personne n’ait à redemander :',
    problem: 'Problème',
    code: 'Code',
    tried: 'Essayé sans succès',
    nothing: 'rien encore',
    correlationId: 'ID de corrélation',
    requestId: 'ID de la demande',
    timestamp: 'Heure',
    application: 'Application',
    tenant: 'Locataire',
    add: ({ who: whom, when }) => {
      const missing = [...(whom ? ['qui est concerné'] : []), ...(when ? ['depuis quand'] : [])].join(' et ');
      return `${missing && `Ajoutez ${missing}. `}N’y mettez ni mots de passe ni codes reçus sur le téléphone.`;
    },
    unnamed: 'pas encore identifié',
    lookedLast: (title) => `pas encore identifié ; examiné en dernier : ${title}`,
    perhaps: (titles) => `pas encore identifié ; peut-être : ${titles.join(' ; ou : ')}`,
  },
  picture: {
    reading: (read, sent) =>
      read < sent
        ? `J’ai vos ${sent} images ; ce que je lis dans les ${read} premières arrive ensuite.`
        : read === 1
          ? 'J’ai votre image ; ce que j’y lis arrive ensuite.'
          : `J’ai vos ${read} images ; ce que j’y lis arrive ensuite.`,
    where: (n, of) => (of === 1 ? 'votre image' : `l’image ${n} sur ${of}`),
    code: (code, title, where) => `Je lis ${code} dans ${where} : ${title}. Est-ce cela ?`,
    codes: (where) => `Je lis plusieurs codes dans ${where}. Duquel s’agit-il ?`,
    looks: (where) =>
      `Je ne trouve dans ${where} aucun code dont je sois sûr, mais le texte correspond à ceci. Est-ce ce que vous voulez dire ?`,
    unknown: (codes, where) =>
      `Je lis ${codes} dans ${where}, ce qui n’est pas dans mon catalogue. J’ai pu mal lire : comparez, et tapez le code tel qu’il est écrit.`,
    nothing: (where) =>
      `Je n’ai pu lire aucune erreur de connexion dans ${where}. Tapez son code, ou collez le texte du message.`,
    compare: 'Comparez le code avec l’image : un seul caractère est vite mal lu.',
    ids: 'Aussi lu dans l’image. Vérifiez chaque caractère avant de vous en servir :',
    typeIt: 'Alors tapez le code tel qu’il est écrit dans l’image, ou collez le texte du message.',
    unread: {
      absent: () => 'Je ne peux pas lire d’images ici. Tapez le code, ou collez le texte du message.',
      busy: () => 'Je suis en train de lire d’autres images. Renvoyez-la dans une minute, ou tapez le code.',
      slow: (where) =>
        `La lecture prend trop de temps pour ${where}. Envoyez seulement la partie avec le message, ou tapez le code.`,
      large: (where) =>
        `Je prends des images jusqu’à 8 Mo, et ${where} dépasse cela. Envoyez seulement la partie avec le message, ou tapez le code.`,
      huge: (where) =>
        `Il y a trop de pixels dans ${where} pour moi. Envoyez seulement la partie avec le message, ou tapez le code.`,
      kind: (where) =>
        `Je lis PNG, JPEG, WebP et GIF, et ${where} n’en fait pas partie. Envoyez un de ces formats, ou tapez le code.`,
      damaged: (where) => `Je ne peux pas ouvrir ${where} : le fichier est endommagé. Renvoyez-le, ou tapez le code.`,
      gone: (where) => `Je n’ai pas pu obtenir ${where} à temps. Renvoyez le fichier, ou tapez le code.`,
      refused: (where) =>
        `Je n’ai pas reçu ${where}, ou n’ai pas le droit d’y accéder. Tapez le code, ou collez le texte du message.`,
      failed: (where) => `Quelque chose s’est mal passé avec ${where}. Renvoyez le fichier, ou tapez le code.`,
    },
  },
  earlier: 'Cette question appartient à un message précédent. Décrivez de nouveau le problème et je recommence.',
  gone: 'Cette fiche n’est plus dans mon catalogue. Redemandez-moi avec le code ou avec vos mots.',
  hello: {
    title: 'Bonjour, je suis Signpost',
    text: 'Je trouve la cause des erreurs de connexion de Microsoft 365, Microsoft Entra ID et AD FS, et les étapes qui les corrigent. Les fiches elles-mêmes sont en anglais.',
    how: 'Donnez-moi un code d’erreur, collez la page d’erreur entière, ou dites avec vos mots ce qui se passe.',
  },
  help: {
    title: 'Comment m’utiliser',
    points: [
      'Un code : « 80043431 » ou simplement AADSTS50126.',
      'Une page d’erreur entière, collée telle quelle : j’y trouve les codes et les identifiants.',
      'Une image de la page d’erreur : je la lis, et demande si j’ai bien lu.',
      'Vos propres mots, de préférence en anglais : « users outside the office are prompted again and again ».',
      'Un mot du métier : « C’est quoi un UPN ? »',
      'Je pose une question quand plusieurs causes conviennent, et je le dis quand je ne sais pas.',
      'À tout moment : « méthode suivante », « sources », « demander au support », « annuler », « in English ».',
    ],
  },
  explained: {
    several: 'Ce pourrait être plusieurs choses',
    narrow: 'Sans code ni plus de détails, je ne peux pas dire laquelle. Les plus probables sont :',
    nothing: 'Je ne vois pas d’erreur dans ce message : ni code, ni problème de connexion que je connaisse.',
    secret: (names) =>
      `Le message contient ${names.join(' et ')}. Je n’en ai rien gardé, mais la conversation le montre encore : la personne qui l’a écrit devrait le supprimer.`,
    goOn: 'Vous seul voyez ceci. Pour être interrogé, essayer les autres méthodes ou joindre le support, écrivez à Signpost dans une conversation.',
  },
  examples: ['80043431', 'Users outside the office are prompted again and again', 'AADSTS50105'],
  thanks: 'Je vous en prie. Revenez avec le prochain code.',
  thanksOpen: 'Je vous en prie. Dites-moi si cela a marché quand vous aurez essayé.',
  exposed:
    'Ce que je reconnais comme un secret est masqué avant tout enregistrement. Mais les autres personnes de cette conversation ou de ce canal voient encore votre message : supprimez-le et changez tout de suite le mot de passe ou le secret.',
  fedUp:
    'Je suis désolé de ne pas avoir pu vous aider. Dites « support », et une personne prend le relais avec tout ce que je sais du problème.',
  neverMind: 'Entendu, j’ai mis cela de côté. Donnez-moi un code ou décrivez un problème quand vous voulez.',
  nothing: 'Quel est le problème ? Donnez-moi un code, collez la page d’erreur, ou décrivez ce qui se passe.',
  tooFast: (seconds) =>
    `C’était beaucoup à la fois. Je reprends la lecture dans environ ${seconds} secondes ; ce que vous envoyez avant, je ne le vois pas.`,
  apology: (reference) =>
    `Quelque chose s’est mal passé de mon côté, et je l’ai noté sous ${reference}. Réessayez ; si cela se reproduit, donnez cette référence à votre support.`,
};
