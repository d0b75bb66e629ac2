/** What the bot's home says, in Spanish. */
import type * as English from '../en/home.ts';

export const home: typeof English.home = {
  title: 'Signpost',
  firing: 'Qué falla en este momento',
  since: (level, title, age, owner) =>
    `${level}: ${title}, desde hace ${age}${owner === null ? '' : `, se ocupa ${owner}`}`,
  show: (card) => `Mostrar el aviso ${card}`,
  moreFiring: (count) => `Y ${count} más.`,
  mine: 'Sus tickets',
  queue: 'Tickets abiertos de su asistencia',
  noQueue: 'Allí no hay ningún ticket abierto.',
  rooms: 'Dónde trabajo',
  desks: 'Canales de asistencia',
  told: 'Canales que reciben los avisos',
  checks: 'Últimas comprobaciones',
  ago: (age) => `hace ${age}`,
  never: 'todavía no',
  ask: 'Pedir asistencia',
};
