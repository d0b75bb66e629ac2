/** What the bot says about notices, in French. */
import type * as English from '../en/notices.ts';
import { utc } from '../../../src/model/time.ts';

export const severity: typeof English.severity = { info: 'Info', warning: 'Avertissement', critical: 'Critique' };

const some = (names: readonly string[], most = 10): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} et ${names.length - most} de plus` : names.join(', ');

export const words: typeof English.words = {
  some,
  title: (state, title) => `${state} : ${title}`,
  resolved: 'Résolu',
  test: 'Test',
  testNote: 'Un test que quelqu’un a demandé ici. Ses boutons fonctionnent comme ceux d’une vraie alerte.',
  explained: (title) => `Cela découle sans doute d’une autre alerte : ${title}`,
  snoozed: (by, until) => `Mise en sommeil par ${by} jusqu’à ${utc(until)}.`,
  flapping: 'Cela va et vient. J’annoncerai la fin quand tout ira bien depuis une demi-heure.',
  since: 'Depuis',
  checked: 'Dernière vérification',
  ended: 'Terminé depuis',
  endedBy: (at, by) => `${utc(at)}, par ${by}`,
  expired: (at) => `${utc(at)} : plus personne ne la signale, ce qui ne prouve pas que c’est réparé`,
  domains: 'Domaines',
  host: 'Hôte',
  adfs: (attribute) => `${attribute} dans AD FS`,
  entra: (attribute) => `${attribute} dans Entra`,
  setting: 'Paramètre',
  measured: 'Mesuré',
  affected: 'Qui est concerné',
  deadline: 'Gênant à partir de',
  codes: 'Codes que l’on voit',
  keeper: 'Suivi par',
  taken: 'Pris en charge par',
  takenAt: (name, at) => `${name}, ${utc(at)}`,
  nobody: 'personne encore',
  asked: 'Personnes qui ont demandé',
  number: 'Alerte',
  first: 'D’abord : ',
  more: 'En savoir plus',
  also: 'Aussi',
  alsoResolved: (title) => `${title} (résolu)`,
  follows: 'En découle',
  button: {
    fix: 'Voir la solution',
    acknowledge: 'Prendre en charge',
    snooze: 'Sommeil 4 h',
    snoozeLong: 'Sommeil 1 jour',
    resolve: 'Marquer résolu',
    test: 'Envoyer une alerte test',
    stop: 'Ne plus alerter ici',
    show: (card) => `Alerte ${card}`,
    check: (domain) => `Vérifier ${domain}`,
    all: 'Ce qui ne va pas',
  },
  storm: {
    title: (count) => `${count} alertes en quelques minutes`,
    text: 'Il en est arrivé tant à la fois que je les ai réunies. Elles ont peut-être une même cause.',
    open: (count, of) => (count === 0 ? `Les ${of} sont terminées.` : `${count} sur ${of} durent encore.`),
    over: (count) => `Les ${count} alertes de ce message sont terminées.`,
    line: (id, title, state) => `Alerte ${id} : ${title}${state === 'resolved' ? ' (terminée)' : ''}`,
    rest: (count) => `et ${count} de plus`,
  },
  line: {
    raised: (level) => `Maintenant : ${level.toLowerCase()}.`,
    step: (title) => `L’échéance approche : ${title}`,
    resolved: (by, at) => (by === null ? `Terminé depuis ${utc(at)}.` : `${by} l’a marquée résolue à ${utc(at)}.`),
    expired: 'Plus personne ne la signale, je la ferme donc. Vérifiez si c’est vraiment réparé.',
    again: (at) => `C’est revenu, depuis ${utc(at)}.`,
    'snooze over': 'La mise en sommeil est finie, et cela dure encore.',
    acknowledged: (by) => `${by} s’en charge.`,
    snoozed: (by, until) => `${by} l’a mise en sommeil jusqu’à ${utc(until)}.`,
  },
  still: (title, since) => `Cela dure depuis ${utc(since)}, et personne ne s’en charge : ${title}`,
  cleared: (title) => `Vous aviez demandé : c’est terminé. ${title}`,
  clearedHint: 'Réessayez. Si cela échoue encore, dites-moi ce que vous voyez.',
  known: (title, when, tells, owner) =>
    `Incident connu depuis ${when} : ${title}. ${owner === null ? '' : `${owner} y travaille. `}Inutile de réinitialiser votre mot de passe.${tells ? ' Je vous préviens quand c’est terminé.' : ''}`,
  related: (title, when, tells) =>
    `Cela fait peut-être partie d’un incident connu depuis ${when} : ${title}.${tells ? ' Je vous préviens quand c’est terminé.' : ''}`,
  list: {
    title: (count) => (count === 1 ? 'Une chose ne va pas en ce moment' : `${count} choses ne vont pas en ce moment`),
    line: (card, level, title, since, taken) =>
      `${card === null ? '' : `Alerte ${card}. `}${level} : ${title}, depuis ${utc(since)}${taken}`,
    taken: (owner) => `, ${owner} s’en charge`,
    snoozed: (until) => `, en sommeil jusqu’à ${utc(until)}`,
    follows: (count) => ` (et ${count} qui en découlent)`,
    rest: (count) => `et ${count} de plus`,
    none: 'Je ne sais rien qui n’aille pas en ce moment. Cela ne dit que ce qui m’a été signalé et ce que je vérifie.',
  },
  you: {
    acknowledged: (card) => `Vous vous chargez de l’alerte ${card}. Tout le monde le voit sur l’alerte.`,
    snoozed: (card, until) => `L’alerte ${card} se tait jusqu’à ${utc(until)}.`,
    resolved: (card) =>
      `L’alerte ${card} est marquée résolue. Si elle se voit encore dans plus d’un quart d’heure, elle revient.`,
    noted: 'Noté. Si cette alerte est déjà terminée, je le dis ici.',
    over: (card) => `Cette alerte${card === '' ? '' : ` (${card})`} est déjà terminée.`,
    unknown: (card) => `Aucune alerte ${card} n’est ouverte. « Ce qui ne va pas » affiche celles qui le sont.`,
    mayNot: 'Cela n’est possible que là où les alertes sont publiées, ou pour qui peut me configurer.',
    which: 'Quelle alerte ? Appuyez sur son bouton, ou dites son numéro : « acknowledge notice 12 ».',
  },
  subscribed: {
    title: 'J’alerte ici',
    text: (what) => `Je publie ici : ${what}.`,
    hint: 'Dites « stop notifying here » pour arrêter, ou donnez-moi d’autres mots pour changer, par exemple « notify here about federation, critical only ».',
    alsoNow: (count) =>
      count === 0
        ? 'Rien de cela ne va mal en ce moment.'
        : `En ce moment, ${count === 1 ? 'une de ces alertes est ouverte' : `${count} de ces alertes sont ouvertes`} ; je publie ici ce qui convient dans un instant.`,
    all: 'tout',
    topics: (topics) => `les sujets ${some(topics, 8)}`,
    domains: (domains) => `les domaines ${some(domains)}`,
    least: { info: '', warning: ', à partir d’avertissement', critical: ', critique seulement' },
    and: ' pour ',
  },
  stopped: 'Entendu, je ne publie plus d’alertes ici. Celles qui y sont restent à jour.',
  notHere:
    'Je ne publie pas d’alertes ici. Une personne qui peut me configurer peut dire « notify here about everything ».',
  noTopic: (said, topics) => `Je ne connais pas de sujet comme « ${said} ». Il y a, par exemple : ${some(topics, 12)}.`,
  admins: (you) =>
    `Seules les personnes qui peuvent me configurer peuvent changer ce que je publie ici : celles de SIGNPOST_ADMINS. Vous êtes ${you}.`,
  cannotPost:
    'Je ne peux pas publier ici de moi-même. Dites cela dans un canal de Teams ou Slack, ou dans une conversation personnelle là-bas.',
  testing: 'Une alerte test est en route. Elle devrait apparaître ici en quelques secondes ; essayez ses boutons.',
  check: {
    started: (domain) => `Je regarde ${domain}. Le résultat apparaît ici, en général en moins d’une minute.`,
    startedAll: 'Je regarde. Le résultat apparaît ici, en général en moins d’une minute.',
    title: (domain) => `Vérification de ${domain}`,
    begins: 'début',
    step: (step) => `${step}…`,
    done: (domain) => `${domain} : vérifié`,
    at: 'Vérifié',
    match: 'identique',
    differs: 'différent',
    near: 'presque identique',
    'cannot tell': 'impossible à dire',
    pair: (adfs, entra) => `AD FS a ${adfs}, Entra a ${entra}`,
    nothing: 'rien',
    found: 'Ce qui ne va pas',
    fine: 'Je n’ai rien trouvé qui n’aille pas.',
    managed: 'Le domaine se connecte dans Microsoft Entra même, il n’y a donc pas de fédération à comparer.',
    notFederated: 'Je n’ai pas pu savoir comment ce domaine se connecte.',
    unknown: 'Ce que je n’ai pas pu regarder',
    compared: 'AD FS comparé à Entra',
    notOurs: (domain, domains) =>
      `${domain} ne fait pas partie des domaines que je peux vérifier. Ce sont : ${some(domains)}.`,
    none: 'Aucun domaine n’est configuré ici pour des vérifications, je n’ai donc rien à vérifier. Qui me gère peut nommer des domaines dans SIGNPOST_CHECK_DOMAINS, ou me donner accès à Microsoft Graph.',
    which: 'Quel domaine dois-je vérifier ?',
    runs: (domain) => `Une vérification de ${domain} est en cours ou vient de l’être. Réessayez dans une minute.`,
    failed: (domain, reference) =>
      `La vérification de ${domain} n’a pas abouti, je ne peux donc rien dire. Le journal l’a sous ${reference}.`,
  },
};
