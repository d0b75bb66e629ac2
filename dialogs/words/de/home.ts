/** What the bot's home says, in German. */
import type * as English from '../en/home.ts';

/** "3 Tage" after "seit" and "vor". */
const dative = (age: string): string => age.replace(/Tage$/, 'Tagen');

export const home: typeof English.home = {
  title: 'Signpost',
  firing: 'Was im Moment gestört ist',
  since: (level, title, age, owner) =>
    `${level}: ${title}, seit ${dative(age)}${owner === null ? '' : `, ${owner} kümmert sich darum`}`,
  show: (card) => `Meldung ${card} zeigen`,
  moreFiring: (count) => `Und ${count} mehr.`,
  mine: 'Ihre Tickets',
  queue: 'Offene Tickets Ihres Helpdesks',
  noQueue: 'Dort ist kein Ticket offen.',
  rooms: 'Wo ich arbeite',
  desks: 'Helpdesk-Kanäle',
  told: 'Kanäle, die von Störungen erfahren',
  checks: 'Letzte Prüfungen',
  ago: (age) => `vor ${dative(age)}`,
  never: 'noch nicht',
  ask: 'Helpdesk fragen',
};
