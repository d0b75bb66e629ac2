/** What the bot says to what people say of an answer's methods and of itself, in French. */
import type * as English from '../en/follow.ts';

export const follow: typeof English.follow = {
  unsure: (where) => `Je ne suis pas sûr que ma réponse en parle. Le plus proche est « ${where} » :`,
  besideOther: (title, where) => `Auprès d’une autre réponse, « ${title} », se trouve « ${where} » :`,
  unsureFact: (where) =>
    `Ce que cela change à ma réponse, je ne le sais pas avec certitude. Le plus proche est « ${where} » :`,
  orElse: (where) => `Ou bien « ${where} » :`,
  heard: (said) => `Noté : « ${said} ».`,
  unfit: (titles) => `Cela exclut : ${titles.join(' ; ')}.`,
  labelled: (label, value) => `${label} : ${value}`,
  whichOne: 'Lequel ? Choisissez-le, ou dites « le premier » ou « le second ».',
  notSure: (title) => `Je ne suis pas sûr de ce que ma réponse, « ${title} », en dit.`,
  oneOfThese: 'Est-ce l’un de ces points ?',
  whichFits: 'Laquelle de ces méthodes convient ?',
  ifNot: (next: string) => `Sinon, voici la suite : ${next}.`,
  thisStep: (failed: string) => `Voici l’étape. Si elle ne se passe pas comme indiqué ici, choisissez « ${failed} ».`,
  left: 'Ce qui reste :',
  noneLeft: 'Il ne reste donc aucune de mes méthodes.',
  doneBefore: (titles) => `Déjà fait, je continue donc avec la suite : ${titles.join(' ; ')}.`,
  stepDone: (method, k) => `C’est l’étape ${k} de « ${method} ». Je la compte comme faite.`,
  failures: {
    denied:
      'La fenêtre n’a pas les droits nécessaires sur cet ordinateur. Ouvrez-la avec « Exécuter en tant qu’administrateur » ; sur un serveur, avec un compte qui y est administrateur local.',
    privileges:
      'Ce compte n’a pas le droit de le faire. Connectez-vous avec un compte qui a le rôle (activez-le d’abord si votre organisation utilise Privileged Identity Management), puis rétablissez la connexion.',
    unauthorized:
      'Il n’y a pas de connexion valable : elle a expiré, ou elle a été faite avec un autre compte ou sans ces droits. Déconnectez-vous, reconnectez-vous et acceptez les droits demandés.',
    consent:
      'L’outil lui-même attend un consentement : un administrateur doit accepter ses droits une fois, ou exécuter l’étape.',
    graph:
      'Microsoft Graph PowerShell manque ici. Exécutez Install-Module Microsoft.Graph -Scope CurrentUser, ouvrez une nouvelle fenêtre PowerShell et connectez-vous.',
    exchange:
      'Le module Exchange Online manque ici. Exécutez Install-Module ExchangeOnlineManagement -Scope CurrentUser, puis Connect-ExchangeOnline.',
    entra:
      'Le module Microsoft.Entra manque ici. Exécutez Install-Module Microsoft.Entra -Scope CurrentUser, puis Connect-Entra.',
    retired:
      'Les modules MSOnline et AzureAD sont retirés. Prenez les commandes de Microsoft Graph PowerShell que la méthode montre.',
    local:
      'Le serveur a refusé le compte, et le cloud n’y est pour rien : ni un consentement ni une nouvelle connexion n’aideront. Exécutez la commande sur le serveur AD FS principal, dans Windows PowerShell ouvert en tant qu’administrateur, avec un administrateur local de ce serveur.',
    proxyTrust:
      'AD FS n’a pas accepté le proxy ou le compte. Donnez à la commande les identifiants d’un administrateur local des serveurs AD FS. Comparez les horloges du proxy et d’AD FS, vérifiez que le proxy atteint le serveur principal par le nom du service de fédération sur le port 443, et que le certificat indiqué est sur le proxy avec sa clé privée. La même commande rétablit alors l’approbation.',
    syncRights:
      'Le compte n’a pas le droit de piloter la synchronisation. Exécutez la commande sur le serveur Microsoft Entra Connect, dans Windows PowerShell ouvert en tant qu’administrateur, avec un compte du groupe local ADSyncAdmins ; qui vient d’y être ajouté ferme d’abord sa session et la rouvre.',
    directoryRights:
      'Le compte n’a pas le droit de modifier cela dans Active Directory, et le cloud n’y est pour rien. Prenez-en un auquel la modification est déléguée, ou faites faire l’étape par un administrateur du domaine.',
    parameter:
      'La commande existe, mais pas avec ce paramètre : le module est ancien, ou c’en est un autre qui a une commande du même nom. Get-Command suivi du nom de la commande montre son module et sa version, Update-Module met le module à jour ; ouvrez ensuite une nouvelle fenêtre. Vérifiez aussi que le paramètre est écrit comme dans l’étape.',
    sync: 'Cette commande n’existe que sur le serveur Microsoft Entra Connect. Exécutez-la là-bas dans Windows PowerShell en tant qu’administrateur.',
    adfs: 'Cette commande n’existe que sur un serveur AD FS. Exécutez-la là-bas dans Windows PowerShell en tant qu’administrateur, sur le serveur principal.',
    proxy:
      'Cette commande n’existe que sur un serveur Web Application Proxy. Exécutez-la là-bas dans Windows PowerShell en tant qu’administrateur.',
    directory:
      'Le module ActiveDirectory manque ici. Exécutez l’étape sur un contrôleur de domaine, ou installez les outils d’administration de serveur distant (RSAT).',
    module:
      'Le module qui contient la commande manque ici, ou la commande va sur une autre machine : comparez avec ce que nomme l’étape. Un module manquant s’installe avec Install-Module, son nom et -Scope CurrentUser ; ouvrez ensuite une nouvelle fenêtre.',
    gallery:
      'La PowerShell Gallery n\'a pas été atteinte. Exécutez d\'abord [Net.ServicePointManager]::SecurityProtocol = "Tls12" ; derrière un proxy, faites-le utiliser par PowerShell, ou installez le module sur un autre ordinateur.',
    scripts:
      'Cet ordinateur n’exécute pas de scripts. Autorisez-les pour cette seule fenêtre avec Set-ExecutionPolicy -Scope Process RemoteSigned ; si une stratégie de groupe l’interdit, prenez un autre ordinateur.',
    tenant:
      'Déconnectez-vous, puis connectez-vous en nommant le tenant, par exemple Connect-MgGraph -TenantId suivi de votre domaine. Dans le centre d’administration, changez d’annuaire dans les paramètres en haut.',
    secondary:
      'Une ferme n’accepte les modifications que sur son serveur principal. Get-AdfsSyncProperties dit lequel c’est ; exécutez l’étape là-bas.',
    greyed:
      'Ce qui est grisé ou absent tient le plus souvent à votre rôle, à une licence manquante, ou à un objet synchronisé qui ne se modifie que dans Active Directory.',
    absent:
      'Le nom ou l’identifiant n’a pas été trouvé. Comparez lettre par lettre, et vérifiez avec Get-MgContext que vous êtes connecté au bon tenant.',
    busy: 'Une autre exécution est en cours. Attendez quelques minutes (Get-ADSyncScheduler montre si une synchronisation tourne), puis relancez.',
    throttled: 'C’étaient trop de demandes. Attendez quelques minutes, puis refaites l’étape avec moins à la fois.',
    unreachable:
      'L’autre ordinateur n’a pas été atteint. Vérifiez son nom, qu’il est allumé et que le pare-feu vous laisse passer ; ou faites l’étape sur cet ordinateur.',
  },
  closed: 'Très bien. J’ai clos cela, et ne le compte pour aucune de mes méthodes.',
  helpedThere:
    'Bien, j’ai noté que cette méthode a été utile sur cet appareil. L’autre appareil a besoin de la même chose :',
  helpedSome: 'Bien, j’ai noté que cette méthode a aidé les autres. Pour ceux qui restent, passez à la suivante.',
  imports: (name: string) => `Chargez d’abord son module, dans la même fenêtre : Import-Module ${name}`,
  asked: {
    passOn: 'À transmettre à l’utilisateur',
    brief: 'À transmettre à la personne qui agit ou décide',
    noRole: (method) => `Ma réponse ne nomme aucun rôle pour cela : ${method}.`,
    undo: 'Comment revenir en arrière',
    noUndo: (method) =>
      `Ma réponse ne dit rien sur la façon d’annuler ceci : ${method}. Notez la valeur actuelle avant de la modifier ; vous pourrez ainsi la remettre.`,
    effect: 'Avant que cela prenne effet',
    noCommand: 'Ma réponse n’a pas de commande pour cela : ses étapes se font là où elles le disent.',
  },
  takes: (names) => `Ce que la méthode demande : ${names}.`,
  again: 'Refaites ensuite l’étape. Si le message nomme un code, donnez-moi le code.',
  me: {
    tenant:
      'Non, je ne vois ni votre tenant, ni vos serveurs, ni vos comptes : je sais seulement ce qui est écrit ici, et je vous dis où regarder. C’est seulement là où votre organisation l’a mis en place que je lis quelques paramètres et journaux de connexion, par des contrôles qui ne modifient rien et donnent des avis.',
    acts: 'Je ne modifie rien et ne consulte rien moi-même : je donne les étapes et les commandes, et vous ou votre helpdesk les exécutez.',
    privacy:
      'Qui est dans ce chat ou ce canal le voit, et la plateforme de chat le transporte ; sinon seul ce programme le lit. Les secrets sont masqués avant tout, et les messages ne sont pas conservés : seulement le problème dont il s’agit, et des valeurs comme le code. Ce qui est dans un ticket est conservé et va au helpdesk. « que savez-vous sur moi » montre ce qui est conservé sur vous, « supprimer mes données » le supprime.',
    picture:
      'Envoyez l’image ici dans le chat, s’il accepte les images. Là où je peux les lire, je vous dis ce que j’ai lu, et je ne la garde pas. Sinon, tapez le code ou collez le texte du message.',
    human:
      'Je suis un programme, pas une personne, et pas un modèle de langage : mes réponses sont des fiches écrites et relues au préalable, avec leurs sources. Dites « helpdesk » pour une personne.',
  },
  speaksToo: 'Je parle aussi français : dites simplement « français ».',
};
