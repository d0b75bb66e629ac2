/** What the bot's home says, in French. */
import type * as English from '../en/home.ts';

export const home: typeof English.home = {
  title: 'Signpost',
  firing: 'Ce qui ne va pas en ce moment',
  since: (level, title, age, owner) =>
    `${level} : ${title}, depuis ${age}${owner === null ? '' : `, ${owner} s’en charge`}`,
  show: (card) => `Voir l’alerte ${card}`,
  moreFiring: (count) => `Et ${count} de plus.`,
  mine: 'Vos tickets',
  queue: 'Tickets ouverts de votre support',
  noQueue: 'Aucun ticket n’y est ouvert.',
  rooms: 'Où je travaille',
  desks: 'Canaux du support',
  told: 'Canaux avertis des pannes',
  checks: 'Dernières vérifications',
  ago: (age) => `il y a ${age}`,
  never: 'pas encore',
  ask: 'Demander au support',
};
